// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <type_traits>

namespace roster {

//! Reads an object of one of Roster's own files, in which every member must be known and of its
//! type. The first thing that is wrong is noted in `problem` with its path, and harmless values are
//! answered from then on.
class StrictObject
{
public:
    //! `path` is empty for the root. `problem` lives longer.
    StrictObject(QJsonObject json, QString path, QString &problem)
        : m_json(std::move(json))
        , m_path(std::move(path))
        , m_problem(problem)
    {
    }

    QString text(QLatin1String name)
    {
        return take(name, &QJsonValue::isString, "text expected").toString();
    }
    bool flag(QLatin1String name)
    {
        return take(name, &QJsonValue::isBool, "true or false expected").toBool();
    }
    int number(QLatin1String name)
    {
        return take(name, &QJsonValue::isDouble, "a number expected").toInt(-1);
    }
    //! An object that somebody else reads.
    QJsonObject rawObject(QLatin1String name)
    {
        return take(name, &QJsonValue::isObject, "an object expected").toObject();
    }
    QStringList texts(QLatin1String name)
    {
        QStringList all;
        const QJsonArray entries = take(name, &QJsonValue::isArray, "a list expected").toArray();
        for (const QJsonValue &entry : entries) {
            if (!entry.isString())
                complain(name, QStringLiteral("a list of texts expected"));
            all.append(entry.toString());
        }
        return all;
    }
    //! `read(StrictObject)` for each object of a list.
    template <class T, class Read>
    QList<T> list(QLatin1String name, Read read)
    {
        QList<T> all;
        const QJsonArray entries = take(name, &QJsonValue::isArray, "a list expected").toArray();
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const QString path = QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i);
            if (!entries[i].isObject())
                note(path + QLatin1String(": an object expected"));
            all.append(read(StrictObject(entries[i].toObject(), path, m_problem)));
        }
        return all;
    }
    //! What `named(word)` makes of a text; a word that it does not know is a problem.
    template <class Named>
    auto word(QLatin1String name, Named named) ->
        typename std::invoke_result_t<Named, QStringView>::value_type
    {
        const QString said = text(name);
        const auto meant = named(said);
        if (!meant)
            complain(name, QStringLiteral("unknown word '%1'").arg(said));
        return meant.value_or(typename std::invoke_result_t<Named, QStringView>::value_type{});
    }
    //! After the last member: those that were not asked for are not known.
    void finish()
    {
        for (auto it = m_json.begin(); it != m_json.end(); ++it) {
            if (!m_known.contains(it.key()))
                note(pathOf(it.key()) + QLatin1String(": unknown"));
        }
    }
    //! Notes a problem with member `name`.
    void complain(const QString &name, const QString &what)
    {
        note(pathOf(name) + QLatin1String(": ") + what);
    }

    //! Notes a problem that is told with a path from member `name` on.
    void complainWithin(const QString &name, const QString &what)
    {
        note(pathOf(name) + QLatin1Char('.') + what);
    }

private:
    QJsonValue take(QLatin1String name, bool (QJsonValue::*isRight)() const, const char *expected)
    {
        m_known.insert(name);
        const QJsonValue value = m_json.value(name);
        if (!(value.*isRight)())
            complain(name, QLatin1String(expected));
        return value;
    }
    QString pathOf(const QString &name) const
    {
        return m_path.isEmpty() ? name : m_path + QLatin1Char('.') + name;
    }
    void note(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

    QJsonObject m_json;
    QString m_path;
    QString &m_problem;
    QSet<QString> m_known;
};

} // namespace roster
