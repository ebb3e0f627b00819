// SPDX-License-Identifier: MIT
#include "ui/window/storagebanners.h"

#include "ui/text/storagetext.h"
#include "ui/widgets/bannerstack.h"

namespace roster {

namespace {

using Subject = StorageProblem::Subject;

QString keyOf(Subject subject)
{
    switch (subject) {
    case Subject::Settings:
        return QStringLiteral("settingsStorage");
    case Subject::Profile:
        return QStringLiteral("profileStorage");
    case Subject::Contacts:
        return QStringLiteral("contactsStorage");
    case Subject::Journal:
        return QStringLiteral("journalStorage");
    case Subject::OldCopy:
        break;
    }
    return QStringLiteral("oldCopyStorage");
}

} // namespace

StorageBanners::StorageBanners(BannerStack &stack, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
{
}

void StorageBanners::put(const QString &key, Tone tone, const QString &text, bool isClosable)
{
    Banner *banner = m_stack.put(key, tone, text);
    banner->setClosable(isClosable);
    connect(banner, &Banner::closeRequested, this, [this, key] { m_stack.remove(key); });
}

void StorageBanners::showProblem(const StorageProblem &problem)
{
    const bool isGrave = problem.subject == Subject::Journal || problem.subject == Subject::Profile;
    const bool isClosable =
        problem.subject == Subject::Settings || problem.subject == Subject::OldCopy;
    put(keyOf(problem.subject), isGrave ? Tone::Danger : Tone::Warning, problemText(problem),
        isClosable);
}

void StorageBanners::show(const StorageState &state, const QList<StorageProblem> &profile)
{
    bool isProfileTold = false;
    for (const StorageProblem &problem : profile) {
        isProfileTold = isProfileTold || problem.subject == Subject::Profile;
        showProblem(problem);
    }
    for (const StorageProblem &problem : state.problems) {
        // Said with the profile already.
        if (!isProfileTold || problem.subject != Subject::Journal)
            showProblem(problem);
    }
    for (const QString &path : state.setAside) {
        const bool isJournal = isJournalSetAside(path);
        put(isJournal ? QStringLiteral("journalSetAside") : QStringLiteral("contactsSetAside"),
            isJournal ? Tone::Danger : Tone::Warning, setAsideText(path), true);
    }
}

} // namespace roster
