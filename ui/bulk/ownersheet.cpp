// SPDX-License-Identifier: MIT
#include "ui/bulk/ownersheet.h"

#include "core/service/contactservice.h"
#include "core/service/session.h"
#include "ui/tags/picker.h"
#include "ui/tags/tagpresence.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

//! No admin has this id.
const QString Nobody = u"nobody"_s;
//! Of more than this it is not counted whose they are.
constexpr qsizetype MostCounted = 10'000;

} // namespace

OwnerSheet::OwnerSheet(const Theme &theme, Session &session, const QList<BulkTarget> &targets,
                       QWidget *host)
    : RunSheet(theme, u"ownerSheet"_s, session, targets, host)
{
    setTitle(tr("Set the owner"));
    setSubtitle(tr("of %1", "one contact's name, or how many contacts").arg(targetsText()));
    usePicker(new Picker(theme, u"owner"_s,
                         {tr("&Owner"), tr("Type a name"), {}, tr("No teammates are known.")},
                         this));
    addFooter(u"setOwnerButton"_s, tr("&Set owner"));
    fill();
    connect(&session.contacts(), &ContactService::directoryChanged, this, &OwnerSheet::fill);
}

void OwnerSheet::fill()
{
    ContactBook &book = session().book();
    const QList<ContactRow> rows = book.rows(book.keysOf(targetIds().mid(0, MostCounted)));
    QHash<AdminId, int> counts;
    for (const ContactRow &row : rows) {
        if (!row.id.isEmpty())
            ++counts[row.owner];
    }
    const auto all = static_cast<int>(targets().size());
    const auto itemFor = [&](const QString &id, const QString &name, int count,
                             const QString &detail) {
        const bool isOnAll = count >= all;
        QString words = detail;
        if (isOnAll)
            words = all == 1 ? tr("is so already") : tr("all of them already");
        else if (count > 0)
            words = presenceText(count, all, all > MostCounted);
        return PickItem{id, name, words, isOnAll};
    };
    QList<PickItem> items{itemFor(Nobody, tr("Nobody"), counts.value(AdminId()), {})};
    const QList<Admin> admins = book.admins();
    for (const Admin &admin : admins)
        items.append(itemFor(admin.id.text(), admin.name.isEmpty() ? admin.email : admin.name,
                             counts.value(admin.id), admin.email));
    picker().setItems(items);
}

void OwnerSheet::proceed()
{
    BulkAction action;
    action.kind = BulkAction::Kind::Update;
    const QString id = picker().pickedId();
    action.patch.fields.emplace(ContactField::Owner, id == Nobody ? FieldValue() : FieldValue(id));
    go(action, tr("Setting the owner"));
}

} // namespace roster
