// SPDX-License-Identifier: MIT
#pragma once

#include "core/sandbox/answer.h"
#include "core/sandbox/request.h"
#include "core/sandbox/workspaceoptions.h"

#include <QString>

#include <memory>

namespace roster::sandbox {

class Workspace;

//! What Workspace::open gives: a workspace, or the reason why there is none.
struct OpenedWorkspace
{
    std::unique_ptr<Workspace> workspace; //!< null when it failed
    QString error;                        //!< empty when it worked
};

//! A faithful Intercom workspace without any network: requests in, answers out.
//!
//! Belongs to the thread that opened it, and is destroyed there: its SQLite connection does too.
//! Every write is one transaction that is on the disk before the answer is given.
class Workspace
{
public:
    //! Opens the database of \a options; a fresh one is given its schema and population first.
    //! A file that already holds a workspace is left as it is, whatever contacts and seed say.
    [[nodiscard]] static OpenedWorkspace open(WorkspaceOptions options);

    ~Workspace();
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    //! Answers one request; never fails: what is wrong becomes an error answer.
    [[nodiscard]] Answer handle(const Request &request);

    //! Throws everything away and seeds anew. Returns an error text, empty when it worked.
    [[nodiscard]] QString reset();

    //! True when open() had to make the population, false when it found one in the file.
    [[nodiscard]] bool wasSeeded() const;

    //! True for the API versions the sandbox speaks, 2.7 to 2.16.
    [[nodiscard]] static bool isSupportedVersion(const QByteArray &version);

    //! An error envelope that has nothing to do with the workspace's content (401, 429, 413 …),
    //! with a fresh X-Request-Id. \a field may be empty.
    [[nodiscard]] static Answer failure(int status, const QString &code, const QString &message,
                                        const QString &field = {});

private:
    struct Private;
    explicit Workspace(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace roster::sandbox
