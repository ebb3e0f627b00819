// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QLockFile>
#include <QtCore/QObject>

#include <memory>

class QLocalServer;

namespace roster {

class Profile;

//! Sees to it that one Roster works on a profile: a lock in the profile, which the next one takes
//! over from a dead process, and a local socket in the runtime directory, through which a second
//! one asks the first to come to the front. UI thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    //! What became of claim().
    enum class Claim {
        Ours,    //!< Nobody else has the profile.
        Raised,  //!< Another Roster has it and has come to the front.
        Unheard, //!< Another process has it and does not answer.
    };

    //! `profile` as it was before anything of it was kept elsewhere.
    explicit SingleInstance(const Profile &profile, QObject *parent = nullptr);
    ~SingleInstance() override;

    //! Takes the profile, or asks whoever has it; waits for two seconds at most.
    Claim claim();
    //! The process that has the profile, after Unheard; 0 when that is not known.
    qint64 otherProcess() const { return m_otherProcess; }

Q_SIGNALS:
    //! A second Roster was started.
    void raiseRequested();

private:
    void listen();
    bool askToRaise() const;

    QString m_lockPath;
    QString m_socketPath;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server;
    qint64 m_otherProcess = 0;
};

} // namespace roster
