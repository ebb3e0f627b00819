// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/workspace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

namespace roster::sandbox::test {

using namespace Qt::StringLiterals;

//! A workspace on the bench: a clock that stands still, and short ways to ask.
class Lab
{
public:
    //! Unix seconds the clock starts at; a Tuesday at noon, UTC.
    static constexpr qint64 start = 1'750'161'600;

    explicit Lab(int contacts = 0, const WorkspaceOptions &given = {})
        : m_options(given)
    {
        m_options.contacts = contacts;
        m_options.now = start;
        m_options.clockMs = [this] { return m_ms; };
        reopen();
    }

    void reopen()
    {
        m_workspace.reset();
        OpenedWorkspace opened = Workspace::open(m_options);
        m_workspace = std::move(opened.workspace);
        m_error = opened.error;
        if (!m_workspace)
            qFatal("no workspace: %s", qPrintable(m_error));
    }

    void close() { m_workspace.reset(); }

    Workspace &workspace() { return *m_workspace; }
    WorkspaceOptions &options() { return m_options; }
    [[nodiscard]] qint64 now() const { return m_ms / 1000; }
    void pass(qint64 seconds) { m_ms += seconds * 1000; }
    void passMs(qint64 ms) { m_ms += ms; }
    void speak(const QByteArray &version) { m_version = version; }

    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {})
    {
        Request request;
        request.method = method;
        request.path = path.section(u'?', 0, 0);
        request.query = QUrlQuery(path.section(u'?', 1));
        request.version = m_version;
        request.body = body;
        return m_workspace->handle(request);
    }
    Answer get(const QString &path) { return ask("GET", path); }
    Answer post(const QString &path, const QByteArray &body = {})
    {
        return ask("POST", path, body);
    }
    Answer put(const QString &path, const QByteArray &body) { return ask("PUT", path, body); }
    Answer del(const QString &path) { return ask("DELETE", path); }
    Answer search(const QByteArray &query)
    {
        return post(u"/contacts/search"_s, "{\"query\":" + query + '}');
    }

    //! The id of a contact made from \a body, which must be accepted.
    QString make(const QByteArray &body)
    {
        const Answer answer = post(u"/contacts"_s, body);
        if (answer.status != 200)
            qFatal("not made: %s", QJsonDocument(answer.body.toObject()).toJson().constData());
        return answer.body[u"id"].toString();
    }
    QJsonObject contact(const QString &id) { return get(u"/contacts/"_s + id).body.toObject(); }

private:
    qint64 m_ms = start * 1000;
    QByteArray m_version = "2.10";
    WorkspaceOptions m_options;
    QString m_error;
    std::unique_ptr<Workspace> m_workspace;
};

//! The code of an error answer's first entry; empty for a success.
inline QString codeOf(const Answer &answer)
{
    return answer.body[u"errors"][0][u"code"].toString();
}
inline QString messageOf(const Answer &answer)
{
    return answer.body[u"errors"][0][u"message"].toString();
}
inline QString fieldOf(const Answer &answer)
{
    return answer.body[u"errors"][0][u"field"].toString();
}
//! The ids in data, in order.
inline QStringList idsOf(const Answer &answer)
{
    QStringList ids;
    for (const QJsonValue &entry : answer.body[u"data"].toArray())
        ids.append(entry[u"id"].toString());
    return ids;
}
inline QByteArray text(const Answer &answer)
{
    return QJsonDocument(answer.body.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace roster::sandbox::test
