// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QUrl>

namespace roster::test {

//! The real roster-sandbox in a process of its own.
class SandboxProcess
{
public:
    explicit SandboxProcess(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(ROSTER_SANDBOX_PROGRAM), arguments);
    }

    ~SandboxProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    SandboxProcess(const SandboxProcess &) = delete;
    SandboxProcess &operator=(const SandboxProcess &) = delete;

    //! Waits until it listens; the address, or an empty one when it does not come up.
    QUrl url()
    {
        static const QRegularExpression line(
            QStringLiteral("\\Alistening on (http://127\\.0\\.0\\.1:[0-9]+)\\n\\z"));
        // The line may have come while the event loop ran for somebody else: no news follows then.
        m_output += m_process.readAllStandardOutput();
        while (!m_output.contains('\n') && m_process.waitForReadyRead(60'000))
            m_output += m_process.readAllStandardOutput();
        return QUrl(line.match(QString::fromUtf8(m_output)).captured(1));
    }

    //! Waits for its end; the exit code, or -1 when it crashed or goes on.
    int exitCode(int ms = 60'000)
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(ms))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    //! kill -9.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    //! Everything it wrote to standard output.
    QByteArray output() { return m_output += m_process.readAllStandardOutput(); }
    QByteArray errors() { return m_process.readAllStandardError(); }
    QProcess &process() { return m_process; }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace roster::test
