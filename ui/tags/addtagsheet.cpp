// SPDX-License-Identifier: MIT
#include "ui/tags/addtagsheet.h"

#include "core/service/bulkrun.h"
#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/tags/picker.h"
#include "ui/tags/tagpresence.h"

using namespace Qt::StringLiterals;

namespace roster {

AddTagSheet::AddTagSheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                         QWidget *host)
    : RunSheet(theme, u"addTagSheet"_s, session, targets, host)
{
    setTitle(tr("Add a tag"));
    setSubtitle(tr("to %1", "one contact's name, or how many contacts").arg(targetsText()));
    usePicker(new Picker(theme, u"tag"_s,
                         {tr("&Tag"), tr("Type a name"), tr("Create “%1”"),
                          tr("No tags yet. Type a name to create the first one.")},
                         this));
    addFooter(u"addButton"_s, tr("&Add tag"));
    fill();
    connect(&session.contacts(), &ContactService::directoryChanged, this, &AddTagSheet::fill);
}

void AddTagSheet::fill()
{
    const SharedThings shared = sharedThings(session().book(), targetIds());
    QHash<TagId, int> counts;
    for (const Presence<TagId> &presence : shared.tags)
        counts.insert(presence.id, presence.count);
    QList<PickItem> items;
    for (const Tag &tag : session().book().tags()) {
        const int count = counts.value(tag.id);
        const bool isOnAll = count > 0 && count >= targets().size();
        QString detail;
        if (isOnAll)
            detail = targets().size() == 1 ? tr("has it already") : tr("all have it already");
        else if (count > 0)
            detail = presenceText(count, shared.contacts, shared.withUnknownTags > 0);
        items.append({tag.id.text(), tag.name, detail, isOnAll});
    }
    picker().setItems(items);
}

void AddTagSheet::proceed()
{
    if (picker().isNewPicked())
        createTag(picker().pickedName());
    else
        addTag(TagId(picker().pickedId()));
}

void AddTagSheet::addTag(const TagId &tag)
{
    BulkAction action;
    action.kind = BulkAction::Kind::AddTag;
    action.tag = tag;
    go(action, tr("Adding the tag"));
}

void AddTagSheet::createTag(const QString &name)
{
    OperationOf<Tag> *creating = session().contacts().createTag(name);
    // Held first, so that the run is held after this one was let go.
    hold(creating, tr("Creating the tag"));
    creating->onFinished(this, [this](const Result<Tag> &tag) {
        if (tag)
            addTag(tag->id);
        else
            showError(tag.error(), Doing::CreatingTag);
    });
}

} // namespace roster
