// SPDX-License-Identifier: MIT
#include "core/api/recordfacts.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cstring>

namespace roster::api {

namespace {

//! Walks over the members of the outermost object and cuts their values out as they stand.
class MemberCutter
{
public:
    explicit MemberCutter(const QByteArray &json)
        : m_at(json.constData())
        , m_end(json.constData() + json.size())
    {
        skipSpace();
        m_isSound = take('{');
    }

    //! The next member; false at the end, or when the JSON is not sound.
    bool next(QByteArrayView &name, QByteArrayView &value)
    {
        skipSpace();
        if (!m_isSound || take('}'))
            return false;
        take(',');
        skipSpace();
        name = cutValue();
        skipSpace();
        m_isSound = m_isSound && name.startsWith('"') && take(':');
        skipSpace();
        value = cutValue();
        return m_isSound;
    }

private:
    void skipSpace()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }
    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    void skipText()
    {
        for (++m_at; m_at < m_end && *m_at != '"'; ++m_at) {
            if (*m_at == '\\')
                ++m_at;
        }
        m_isSound = m_at < m_end;
        m_at = m_isSound ? m_at + 1 : m_end;
    }
    //! Up to what ends the value on its own level.
    QByteArrayView cutValue()
    {
        const char *const start = m_at;
        int depth = 0;
        while (m_at < m_end) {
            const char c = *m_at;
            if (c == '"') {
                skipText();
                if (depth == 0)
                    break;
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']' || c == ':'))
                break;
            ++m_at;
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                break;
        }
        return {start, m_at};
    }

    const char *m_at;
    const char *const m_end;
    bool m_isSound = true;
};

std::optional<qint64> wholeNumber(QByteArrayView value)
{
    bool isNumber = false;
    const qint64 number = value.trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void readAttributes(RecordFacts &facts, QByteArrayView value)
{
    const QByteArray json = QByteArray::fromRawData(value.data(), value.size());
    const QJsonObject attributes = QJsonDocument::fromJson(json).object();
    for (auto it = attributes.begin(); it != attributes.end(); ++it)
        facts.attributes.append({it.key(), it.value()});
}

} // namespace

RecordFacts readRecordFacts(const QByteArray &json)
{
    RecordFacts facts;
    MemberCutter members(json);
    QByteArrayView name;
    QByteArrayView value;
    while (members.next(name, value)) {
        if (name == "\"last_contacted_at\"")
            facts.lastContactedAt = wholeNumber(value);
        else if (name == "\"last_replied_at\"")
            facts.lastRepliedAt = wholeNumber(value);
        else if (name == "\"custom_attributes\"")
            readAttributes(facts, value);
    }
    return facts;
}

} // namespace roster::api
