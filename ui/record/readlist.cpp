// SPDX-License-Identifier: MIT
#include "ui/record/readlist.h"

#include "ui/text/errortext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/buttons.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace roster {

namespace {

//! Whoever moves through the table with a key held down reads nothing.
constexpr int RestMs = 200;

} // namespace

ReadList::ReadList(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_status(new QLabel(this))
    , m_retry(makeLinkButton(objectName + QLatin1String("RetryButton"), tr("Try again"), this))
{
    setObjectName(objectName);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_status->setObjectName(objectName + QLatin1String("Status"));
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    setKind(*m_status, QStringLiteral("muted"));
    m_column->addWidget(m_status);
    m_column->addWidget(m_retry, 0, Qt::AlignLeft);
    m_status->hide();
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, &ReadList::readAgain);
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &ReadList::begin);
}

void ReadList::setContact(const ContactId &id, std::optional<int> total)
{
    const bool isOther = id != m_contact;
    if (!isOther && total == m_total)
        return;
    m_total = total;
    if (isOther) {
        drop();
        m_contact = id;
        Q_EMIT counted(total.value_or(-1));
    }
    stop();
    m_isRead = false;
    if (total == 0) {
        drop();
        m_isRead = true;
        say(nothingText(), false);
        Q_EMIT counted(0);
        return;
    }
    beginSoon();
}

void ReadList::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    if (isWanted)
        beginSoon();
}

void ReadList::readAgain()
{
    stop();
    m_isRead = false;
    clearProblem();
    begin();
}

void ReadList::beginSoon()
{
    if (m_isWanted && !m_isRead && !m_contact.isEmpty())
        m_rest.start();
}

void ReadList::begin()
{
    if (!m_isWanted || m_isRead || m_contact.isEmpty() || m_operation)
        return;
    if (!m_content)
        say(readingText(), false);
    read();
}

void ReadList::stop()
{
    m_rest.stop();
    if (Operation *running = m_operation) {
        m_operation = nullptr;
        running->cancel();
    }
}

void ReadList::drop()
{
    stop();
    delete m_content;
    m_isRead = false;
    clearProblem();
}

void ReadList::showContent(QWidget *content, int total)
{
    delete m_content;
    m_isRead = true;
    if (total == 0) {
        delete content;
        say(nothingText(), false);
    } else {
        m_content = content;
        m_column->insertWidget(0, content);
        content->show();
        clearProblem();
    }
    Q_EMIT counted(total);
}

void ReadList::fail(const ApiError &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    say(errorLine(error, Doing::ReadingRecord), true);
}

void ReadList::showProblem(const QString &text)
{
    say(text, false);
}

void ReadList::clearProblem()
{
    m_status->hide();
    m_retry->hide();
}

void ReadList::say(const QString &text, bool canRetry)
{
    m_status->setText(text);
    m_status->setAccessibleName(text);
    m_status->show();
    m_retry->setVisible(canRetry);
}

} // namespace roster
