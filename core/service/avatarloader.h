// SPDX-License-Identifier: MIT
#pragma once

#include "core/service/avatarfiles.h"

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QThreadPool>

#include <chrono>
#include <memory>

namespace roster {

class PictureFetcher;

//! Fetches pictures of contacts from the addresses that their records name, for those who are
//! looked at and nobody else: never with the token, https alone (http where the workspace itself is
//! on this machine), not more than 1 MiB, and only what begins like a PNG, JPEG, GIF or WebP; a few
//! at once, the last wanted first. What came is kept in the profile for some days. Lives in the UI
//! thread; files are read and written in others.
class AvatarLoader : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        //! Where pictures are kept; empty: nowhere.
        QString folder;
        qint64 mostKept = qint64(20) << 20;
        //! The workspace is on this machine.
        bool allowsLoopback = false;
        int mostAtOnce = 4;
        std::chrono::milliseconds deadline{20'000};
    };

    explicit AvatarLoader(const Options &options, QObject *parent = nullptr);
    //! Waits for what is being written.
    ~AvatarLoader() override;

    //! Off: nothing is fetched, and nothing that was is told of.
    void setEnabled(bool isEnabled);
    bool isEnabled() const { return m_isEnabled; }
    //! Asks for a picture; ready() follows in a later turn, or never. Asking twice while it is on
    //! its way changes nothing.
    void want(const QUrl &url);
    //! Forgets everything, on disk too, and keeps nothing from now on. False: something is left on
    //! the disk.
    bool clear();

    //! It begins like a picture of a kind that is shown.
    static bool isPicture(const QByteArray &bytes);

Q_SIGNALS:
    //! `bytes` are the file as it came, at most 1 MiB: not to be trusted.
    void ready(const QUrl &url, const QByteArray &bytes);
    void enabledChanged(bool isEnabled);

private:
    void pump();
    void start(const QUrl &url);
    void download(const QUrl &url);
    void took(const QUrl &url, const QByteArray &bytes);
    void ended(const QUrl &url);

    const Options m_options;
    AvatarFiles m_files;
    std::unique_ptr<PictureFetcher> m_fetcher;
    bool m_isEnabled = true;
    //! The last one is next.
    QList<QUrl> m_waiting;
    QSet<QUrl> m_running;
    //! Answered with something that is no picture: not asked again.
    QSet<QUrl> m_useless;
    //! One thread, so that files are read and written one after the other.
    QThreadPool m_pool;
};

} // namespace roster
