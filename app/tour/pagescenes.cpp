// SPDX-License-Identifier: MIT
#include "app/tour/pagescenes.h"

#include "app/tour/toursteps.h"
#include "core/service/session.h"
#include "ui/window/contactcommands.h"
#include "ui/window/workspacepage.h"

#include <QtCore/QAbstractItemModel>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListView>

#include <algorithm>

namespace roster {

namespace {

//! The list of that name is seen and has lines.
std::function<bool()> lists(TourStage &stage, const char *name)
{
    return [&stage, name] {
        const auto *list = qobject_cast<QListView *>(stage.hand().find(QLatin1String(name)));
        return list && list->model()->rowCount() > 0;
    };
}

void appendDuplicates(TourStage &stage, std::deque<TourStep> &scenes)
{
    TourHand &hand = stage.hand();
    scenes.push_back({QStringLiteral("duplicates"),
                      QStringLiteral("Contacts that are perhaps one person"),
                      [&stage, &hand] {
                          stage.page().takeFocus();
                          hand.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
                      },
                      lists(stage, "duplicateGroupList")});
    scenes.push_back({QStringLiteral("duplicates-names"),
                      QStringLiteral("Contacts of the same name"),
                      [&hand] { hand.click(QStringLiteral("duplicateKindSegments_nameButton")); },
                      lists(stage, "duplicateGroupList")});
    scenes.push_back(closing(stage, "duplicatesSheet"));
}

//! The one that most contacts belong to.
CompanyId largest(const QList<Company> &companies)
{
    const auto found = std::max_element(
        companies.begin(), companies.end(),
        [](const Company &a, const Company &b) { return a.userCount < b.userCount; });
    return found == companies.end() ? CompanyId() : found->id;
}

} // namespace

std::deque<TourStep> pageScenes(TourStage &stage)
{
    TourHand &hand = stage.hand();
    std::deque<TourStep> scenes;
    appendDuplicates(stage, scenes);
    scenes.push_back({QStringLiteral("company"), QStringLiteral("The page of a company"),
                      [&stage] {
                          stage.page().commands().openCompany(
                              largest(stage.session().book().companies()));
                      },
                      [&stage] {
                          return lists(stage, "companyContactList")() &&
                                 stage.hand().sees(QStringLiteral("companyFacts"));
                      }});
    scenes.push_back(closing(stage, "companySheet"));
    scenes.push_back(
        {QStringLiteral("new-attribute"), QStringLiteral("A new custom attribute, not yet right"),
         [&stage, &hand] {
             stage.page().commands().createAttribute();
             hand.fill(QStringLiteral("attributeNameEdit"), QStringLiteral("Why? And how?"));
             hand.key(Qt::Key_Tab);
             hand.key(Qt::Key_End);
         },
         [&hand] { return hand.sees(QStringLiteral("attributeOptionsEdit")); }});
    scenes.push_back(silently(
        [&hand] {
            hand.fill(QStringLiteral("attributeNameEdit"), QString());
            hand.key(Qt::Key_Escape);
        },
        isGone(stage, "newAttributeSheet")));
    return scenes;
}

} // namespace roster
