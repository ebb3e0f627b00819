// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/problem.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace roster::sandbox {

//! Reads typed members of a request body. The first wrong type is kept as the problem; what is
//! read after it comes out as absent.
class BodyReader
{
public:
    explicit BodyReader(const QJsonObject &body)
        : m_body(body)
    {
    }

    //! Absent → nothing; null → a null string; else the string.
    [[nodiscard]] std::optional<QString> text(const QString &key);
    //! Absent → nothing; null → an empty inner optional; else the whole number.
    [[nodiscard]] std::optional<std::optional<qint64>> integer(const QString &key);
    //! As integer(), but refuses what is before 1970.
    [[nodiscard]] std::optional<std::optional<qint64>> timestamp(const QString &key);
    //! Absent → nothing; null → an empty inner optional; else the number.
    [[nodiscard]] std::optional<std::optional<double>> number(const QString &key);
    //! Absent or null → nothing; else the boolean.
    [[nodiscard]] std::optional<bool> boolean(const QString &key);
    //! Absent or null → nothing; else the object.
    [[nodiscard]] std::optional<QJsonObject> object(const QString &key);
    //! A required id that may come as a string or a whole number; null string when absent.
    [[nodiscard]] QString id(const QString &key);

    void refuse(const Problem &problem);
    [[nodiscard]] bool isRefused() const { return m_problem.has_value(); }
    [[nodiscard]] const Problem &problem() const { return *m_problem; }

private:
    void expect(const QString &key, const QString &kind);

    const QJsonObject &m_body;
    std::optional<Problem> m_problem;
};

//! The whole number in \a value, if it is one that a double carries exactly.
[[nodiscard]] std::optional<qint64> wholeNumber(const QJsonValue &value);

} // namespace roster::sandbox
