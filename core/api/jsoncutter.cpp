// SPDX-License-Identifier: MIT
#include "core/api/jsoncutter.h"

namespace roster::api {

JsonCutter::JsonCutter(QByteArrayView json)
    : m_at(json.data())
    , m_end(json.data() + json.size())
{
    skipSpace();
    if (take('{'))
        m_close = '}';
    else if (take('['))
        m_close = ']';
    m_isSound = m_close != 0;
}

bool JsonCutter::nextMember(QByteArrayView &name, QByteArrayView &value)
{
    skipSpace();
    if (!m_isSound || m_close != '}' || take(m_close))
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

bool JsonCutter::nextEntry(QByteArrayView &value)
{
    skipSpace();
    if (!m_isSound || m_close != ']' || take(m_close))
        return false;
    take(',');
    skipSpace();
    value = cutValue();
    m_isSound = m_isSound && !value.isEmpty();
    return m_isSound;
}

void JsonCutter::skipSpace()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

bool JsonCutter::take(char c)
{
    if (m_at == m_end || *m_at != c)
        return false;
    ++m_at;
    return true;
}

void JsonCutter::skipText()
{
    for (++m_at; m_at < m_end && *m_at != '"'; ++m_at) {
        if (*m_at == '\\')
            ++m_at;
    }
    m_isSound = m_at < m_end;
    m_at = m_isSound ? m_at + 1 : m_end;
}

// Up to what ends the value on its own level.
QByteArrayView JsonCutter::cutValue()
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

} // namespace roster::api
