// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace roster::sandbox::seed {

//! A name and how it is written in an email address.
struct Word
{
    QString text;
    QString slug;
};

//! A town with what Intercom tells of it.
struct Place
{
    QString city;
    QString region;
};

//! How people of one place are called, where they live and how they are telephoned.
struct Culture
{
    int weight = 1;   //!< how common they are in the population
    QString language; //!< "el"
    QString country;
    QString countryCode;
    QString continent;
    QString phonePrefix; //!< a range kept for fiction; digits follow
    int phoneDigits = 2;
    bool familyFirst = false; //!< written without a space, as in Chinese
    QList<Word> given;
    QList<Word> family;
    QList<Place> places;
};

[[nodiscard]] const QList<Culture> &cultures();
//! \a text in ASCII letters and digits: marks dropped, the rest left out.
[[nodiscard]] QString slugOf(const QString &text);

} // namespace roster::sandbox::seed
