// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDir>
#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <QtGui/QImage>

namespace roster {

//! The pictures of a tour: files, the list of what they show, and what is wrong with them.
class TourPictures
{
public:
    explicit TourPictures(const QString &folder);

    //! Nothing, or why the folder cannot be used.
    QString problem() const { return m_problem; }
    //! Writes `name`.png and remembers what it shows.
    void add(const QString &name, const QString &shows, const QImage &image);
    //! Writes the list (tour.md); blank and double pictures, and files that could not be written.
    QStringList finish();
    int count() const { return static_cast<int>(m_lines.size()); }

    //! All of one colour, or nearly so.
    static bool isBlank(const QImage &image);

private:
    QDir m_folder;
    QString m_problem;
    QStringList m_lines;
    QStringList m_faults;
    QHash<QByteArray, QString> m_nameByContent;
};

} // namespace roster
