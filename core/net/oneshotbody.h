// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QIODevice>

namespace roster {

//! A request's body that can be read once. QNetworkAccessManager sends a request again by itself
//! when a server closes the connection without answering, a POST too; it cannot when the body
//! cannot be rewound, so every write travels in one of these, an empty one if need be.
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray data, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at >= m_data.size(); }
    qint64 bytesAvailable() const override { return m_data.size() - m_at; }
    //! Quietly impossible.
    bool seek(qint64 position) override;
    bool reset() override { return false; }

    bool isEmpty() const { return m_data.isEmpty(); }
    //! Somebody took from it: the request may be on its way.
    bool wasRead() const { return m_at > 0; }

protected:
    qint64 readData(char *to, qint64 most) override;
    qint64 writeData(const char *from, qint64 size) override;

private:
    QByteArray m_data;
    qint64 m_at = 0;
};

} // namespace roster
