// SPDX-License-Identifier: MIT
#include "ui/window/remotefinder.h"

#include "ui/contacts/contacttablemodel.h"
#include "ui/contacts/foundbook.h"
#include "ui/text/errortext.h"
#include "ui/text/filtertext.h"
#include "ui/widgets/banner.h"

#include <QtCore/QLocale>

#include <utility>

namespace roster {

RemoteFinder::RemoteFinder(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_parts.banner.hide();
    connect(&m_parts.banner, &Banner::actionTriggered, this, &RemoteFinder::leave);
}

bool RemoteFinder::isShowing() const
{
    return m_parts.book.found().has_value();
}

QString RemoteFinder::unaskedText() const
{
    QStringList texts;
    for (const UnaskedPart &part : m_unasked)
        texts.append(part.isText ? tr("the words in the search field")
                                 : filterConditionText(part.condition, m_parts.book));
    return texts.isEmpty() ? QString()
                           : tr(" · not asked, Intercom cannot search for it: %1")
                                 .arg(texts.join(tr("; ", "between conditions")));
}

void RemoteFinder::search(const ContactQuery &query)
{
    if (!canSearch())
        return;
    leave();
    m_unasked = m_parts.search->unaskedParts(query);
    m_asked = m_parts.search->search(query);
    m_parts.banner.setMessage(Tone::Info, tr("Searching on Intercom…") + unaskedText());
    m_parts.banner.setAction(tr("Stop"));
    m_parts.banner.show();
    m_asked->onFinished(this, [this, asked = m_asked](const Result<RemoteFindings> &result) {
        if (asked != m_asked)
            return;
        m_asked = nullptr;
        if (result)
            found(*result);
        else
            failed(result.error());
    });
}

void RemoteFinder::found(const RemoteFindings &findings)
{
    const auto count = static_cast<int>(findings.ids.size());
    QString text =
        count == 1 ? tr("1 found on Intercom") : tr("%Ln found on Intercom", nullptr, count);
    if (findings.isCut)
        text = tr("%1, and there are more").arg(text);
    m_parts.banner.setMessage(m_unasked.isEmpty() ? Tone::Info : Tone::Warning,
                              text + unaskedText());
    m_parts.banner.setAction(tr("Back to the local list"));
    m_parts.book.setFound(findings.ids);
    m_parts.model.refresh();
}

void RemoteFinder::failed(const ApiError &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return m_parts.banner.hide();
    const QString why = error.kind == ErrorKind::Invalid && !m_unasked.isEmpty()
                            ? unaskedText()
                            : QStringLiteral(" · ") + errorLine(error, Doing::Loading);
    m_parts.banner.setMessage(Tone::Warning, tr("Nothing was found on Intercom") + why);
    m_parts.banner.setAction(tr("Back to the local list"));
}

void RemoteFinder::leave()
{
    if (const auto asked = std::exchange(m_asked, nullptr))
        asked->cancel();
    m_parts.banner.hide();
    if (!isShowing())
        return;
    m_parts.book.setFound(std::nullopt);
    m_parts.model.refresh();
}

} // namespace roster
