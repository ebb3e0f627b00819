// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QUrl>

namespace roster {

//! Pictures of contacts in a folder that nobody else can read, by the address they came from. The
//! oldest go when there are too many. A plain value: any thread, one at a time.
class AvatarFiles
{
public:
    //! An empty `folder`: nothing is kept.
    explicit AvatarFiles(QString folder = {}, qint64 mostBytes = qint64(20) << 20)
        : m_folder(std::move(folder))
        , m_mostBytes(mostBytes)
    {
    }

    //! Makes the folder, for its owner alone. False: nothing is kept.
    bool prepare();
    //! What was kept of `url` in the last days; empty when nothing was.
    QByteArray read(const QUrl &url) const;
    //! Keeps `bytes`, where the folder is there; what cannot be kept is not.
    void write(const QUrl &url, const QByteArray &bytes);
    //! Removes the folder with everything in it. False: something is left.
    bool clear() { return remove(m_folder); }

    //! Where the pictures of the contacts in `contactsFile` are kept.
    static QString folderBeside(const QString &contactsFile);
    //! Removes such a folder, if it is there. False: something is left.
    static bool remove(const QString &folder);

private:
    QString pathOf(const QUrl &url) const;
    void makeRoom() const;

    QString m_folder;
    qint64 m_mostBytes;
};

} // namespace roster
