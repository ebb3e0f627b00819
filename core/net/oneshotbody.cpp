// SPDX-License-Identifier: MIT
#include "core/net/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace roster {

OneShotBody::OneShotBody(QByteArray data, QObject *parent)
    : QIODevice(parent)
    , m_data(std::move(data))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneShotBody::seek(qint64 position)
{
    return position == m_at;
}

qint64 OneShotBody::readData(char *to, qint64 most)
{
    const qint64 size = std::min(most, bytesAvailable());
    if (size <= 0)
        return atEnd() ? -1 : 0;
    std::memcpy(to, m_data.constData() + m_at, static_cast<size_t>(size));
    m_at += size;
    return size;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}

} // namespace roster
