// SPDX-License-Identifier: MIT
#include "ui/contacts/sidebarmodel.h"

#include "ui/widgets/plainwords.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace roster {

SidebarModel::SidebarModel(ContactBook &book, QObject *parent)
    : QAbstractListModel(parent)
    , m_book(book)
{
    m_lines = makeLines();
}

void SidebarModel::setCounts(const ContactCounts &counts)
{
    m_counts = counts;
    update();
}

void SidebarModel::setArchivedCount(int count)
{
    m_archived = count;
    update();
}

void SidebarModel::setSaved(const QList<SavedLine> &saved)
{
    m_saved = saved;
    update();
}

void SidebarModel::reload()
{
    update();
}

void SidebarModel::toggleList(int row)
{
    bool &isFolded =
        m_lines.at(row).id == QLatin1String("tags") ? m_areTagsFolded : m_areCompaniesFolded;
    isFolded = !isFolded;
    update();
}

QList<SidebarModel::Line> SidebarModel::viewLines() const
{
    const auto count = [this](int ContactCounts::*member) {
        return m_counts ? std::optional(*m_counts.*member) : std::nullopt;
    };
    return {{Kind::Heading, tr("Views"), {}, {}, {}},
            {Kind::View, tr("All contacts"), {}, {}, count(&ContactCounts::all)},
            {Kind::View, tr("Users"), {}, Role::User, count(&ContactCounts::users)},
            {Kind::View, tr("Leads"), {}, Role::Lead, count(&ContactCounts::leads)},
            {Kind::Archived, tr("Archived"), {}, {}, m_archived}};
}

void SidebarModel::addSaved(QList<Line> &lines) const
{
    if (m_saved.isEmpty())
        return;
    lines.append({Kind::Heading, tr("Saved views"), {}, {}, {}});
    for (const SavedLine &view : m_saved)
        lines.append({Kind::Saved,
                      view.name,
                      view.id.toString(QUuid::WithoutBraces),
                      {},
                      view.count,
                      view.isEdited});
}

// Most used first, so that what is folded away is what is least missed.
void SidebarModel::addList(QList<Line> &lines, const QString &heading, QList<Line> all,
                           bool isFolded) const
{
    if (all.isEmpty())
        return;
    std::stable_sort(all.begin(), all.end(), [](const Line &a, const Line &b) {
        return a.count.value_or(0) > b.count.value_or(0);
    });
    const auto total = static_cast<int>(all.size());
    const QString list =
        all.first().kind == Kind::Tag ? QStringLiteral("tags") : QStringLiteral("companies");
    lines.append({Kind::Heading, heading, {}, {}, {}});
    lines.append(isFolded ? all.first(std::min(total, shortList)) : all);
    if (total > shortList)
        lines.append({Kind::ShowAll,
                      isFolded ? tr("Show all %Ln", nullptr, total) : tr("Show fewer"),
                      list,
                      {},
                      {}});
}

QList<SidebarModel::Line> SidebarModel::makeLines() const
{
    QList<Line> lines = viewLines();
    addSaved(lines);
    QList<Line> tags;
    const QList<Tag> allTags = m_book.tags();
    for (const Tag &tag : allTags)
        tags.append({Kind::Tag,
                     tag.name,
                     tag.id.text(),
                     {},
                     m_counts ? std::optional(m_counts->byTag.value(tag.id)) : std::nullopt});
    addList(lines, tr("Tags"), tags, m_areTagsFolded);
    QList<Line> companies;
    const QList<Company> allCompanies = m_book.companies();
    for (const Company &company : allCompanies)
        companies.append(
            {Kind::Company,
             company.name.isEmpty() ? company.id.text() : company.name,
             company.id.text(),
             {},
             m_counts ? std::optional(m_counts->byCompany.value(company.id)) : std::nullopt});
    addList(lines, tr("Companies"), companies, m_areCompaniesFolded);
    return lines;
}

void SidebarModel::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    update();
}

void SidebarModel::update()
{
    if (m_isHeld)
        return;
    QList<Line> lines = makeLines();
    if (lines == m_lines)
        return;
    const auto isSameLine = [](const Line &a, const Line &b) {
        return a.kind == b.kind && a.text == b.text && a.id == b.id;
    };
    const bool onlyCounts =
        std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(), isSameLine);
    if (onlyCounts) {
        m_lines = std::move(lines);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

std::optional<ContactQuery> SidebarModel::filterOf(int row) const
{
    const Line &line = m_lines.at(row);
    ContactQuery filter;
    switch (line.kind) {
    case Kind::View:
        filter.setRole(line.role);
        return filter;
    case Kind::Tag:
        filter.setTag(TagId(line.id));
        return filter;
    case Kind::Company:
        filter.setCompany(CompanyId(line.id));
        return filter;
    case Kind::Heading:
    case Kind::Archived:
    case Kind::Saved:
    case Kind::ShowAll:
        break;
    }
    return std::nullopt;
}

int SidebarModel::rowOf(const ContactQuery &filter) const
{
    ContactQuery wanted;
    wanted.filter = filter.filter;
    for (int row = 0; row < rowCount(); ++row) {
        if (filterOf(row) == wanted)
            return row;
    }
    return -1;
}

int SidebarModel::archivedRow() const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [](const Line &line) { return line.kind == Kind::Archived; });
    return static_cast<int>(found - m_lines.begin());
}

QUuid SidebarModel::savedAt(int row) const
{
    const bool isSaved = row >= 0 && row < rowCount() && m_lines.at(row).kind == Kind::Saved;
    return isSaved ? QUuid::fromString(m_lines.at(row).id) : QUuid();
}

int SidebarModel::rowOfSaved(const QUuid &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!id.isNull() && savedAt(row) == id)
            return row;
    }
    return -1;
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return line.text;
    case Qt::ToolTipRole:
        return plainToolTip(line.text);
    case Qt::AccessibleTextRole: {
        const QString text = line.isEdited ? tr("%1, edited").arg(line.text) : line.text;
        if (!line.count)
            return text;
        return (*line.count == 1 ? tr("%1, 1 contact")
                                 : tr("%1, %Ln contacts", nullptr, *line.count))
            .arg(text);
    }
    case EditedRole:
        return line.isEdited;
    case KindRole:
        return static_cast<int>(line.kind);
    case CountRole:
        return line.count ? QVariant(*line.count) : QVariant();
    case IdRole:
        return line.id;
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || kindOf(index.row()) == Kind::Heading)
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return kindOf(index.row()) == Kind::Saved ? flags | Qt::ItemIsEditable : flags;
}

bool SidebarModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QUuid view = index.isValid() ? savedAt(index.row()) : QUuid();
    if (view.isNull() || role != Qt::EditRole)
        return false;
    Q_EMIT renameRequested(view, value.toString());
    return true;
}

} // namespace roster
