// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/archivebook.h"
#include "ui/text/runtext.h"

#include <QtCore/QObject>

class QWidget;

namespace roster {

class BulkRun;
class Prompts;
class RunStrip;
class Session;
class Theme;
class ToastStack;
struct RunResult;

//! Runs of the window: begins them, shows them in the strip, ends each in words, remembers them for
//! undo, and keeps their reports to look through, try again and save.
class RunKeeper : public QObject
{
    Q_OBJECT

public:
    //! Sheets lie over `window`; all outlive the keeper.
    struct Parts
    {
        const Theme &theme;
        QWidget &window;
        ToastStack &toasts;
        RunStrip &strip;
        Prompts &prompts;
    };
    enum class Remember { Yes, No };

    RunKeeper(const Parts &parts, QObject *parent);

    void setSession(Session *session) { m_session = session; }
    //! Does `action` to exactly `targets`.
    void run(const BulkAction &action, const QList<BulkTarget> &targets, const QString &name = {});
    //! Shows a run that somebody else began.
    void follow(BulkRun *run, Remember remember);
    void undo();
    void redo();
    //! Takes a batch back, of this session or an earlier one.
    void undoBatch(BatchId batch);
    //! What the action is about, by name.
    RunWords wordsOf(const BulkAction &action) const;
    //! Each contact of a run, to look through.
    void report(const RunResult &result);
    void say(const QString &text);

private:
    RunWords wordsOf(const BulkRun *run) const;
    void ended(BulkRun *run, const RunWords &words, Remember remember);
    void offerUndo(BulkRun *run, const RunWords &words, Remember remember);
    void reportOne(const RunResult &result);
    //! What `result` tells of was done in part: does it to `targets` of it.
    void runAgain(const RunResult &result, const QList<BulkTarget> &targets);
    void save(const RunResult &result);
    void write(const RunResult &result, const QString &path);

    Parts m_parts;
    Session *m_session = nullptr;
};

} // namespace roster
