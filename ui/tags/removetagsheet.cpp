// SPDX-License-Identifier: MIT
#include "ui/tags/removetagsheet.h"

#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/tags/picker.h"

using namespace Qt::StringLiterals;

namespace roster {

RemoveTagSheet::RemoveTagSheet(const Theme &theme, Session &session,
                               const QList<BulkTarget> &targets, QWidget *host)
    : RunSheet(theme, u"removeTagSheet"_s, session, targets, host)
{
    setTitle(tr("Remove a tag"));
    setSubtitle(tr("from %1", "one contact's name, or how many contacts").arg(targetsText()));
    usePicker(new Picker(theme, u"tag"_s,
                         {tr("&Tag"), tr("Type to narrow down"), {}, tr("No tags here.")}, this));
    addFooter(u"removeButton"_s, tr("&Remove tag"));
    const SharedThings shared = sharedThings(session.book(), targetIds());
    fill(shared);
    if (targets.size() != 1 || shared.withUnknownTags == 0)
        return;
    // Only the first few of a contact's tags are in its record; ask for all of them.
    session.contacts()
        .listTags(targets.constFirst().id)
        ->onFinished(this, [this](const Result<QList<Tag>> &tags) {
            if (!tags)
                return;
            SharedThings whole;
            whole.contacts = 1;
            for (const Tag &tag : *tags)
                whole.tags.append({tag.id, 1});
            fill(whole);
        });
}

void RemoveTagSheet::fill(const SharedThings &shared)
{
    QList<PickItem> items;
    QSet<TagId> listed;
    for (const Presence<TagId> &presence : shared.tags) {
        const QString name = session().book().tagName(presence.id);
        items.append({presence.id.text(), name.isEmpty() ? presence.id.text() : name,
                      presenceText(presence.count, shared.contacts, shared.withUnknownTags > 0),
                      false});
        listed.insert(presence.id);
    }
    for (const Tag &tag : session().book().tags()) {
        if (shared.withUnknownTags > 0 && !listed.contains(tag.id))
            items.append({tag.id.text(), tag.name, tr("perhaps on some"), false});
    }
    picker().setItems(items);
}

void RemoveTagSheet::proceed()
{
    BulkAction action;
    action.kind = BulkAction::Kind::RemoveTag;
    action.tag = TagId(picker().pickedId());
    go(action, tr("Removing the tag"));
}

} // namespace roster
