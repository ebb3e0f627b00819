// SPDX-License-Identifier: MIT
#include "ui/record/noteslist.h"

#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/record/notetext.h"
#include "ui/theme/kind.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/plainwords.h"

#include <QtCore/QLocale>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

//! A thousand notes are a thousand widgets; who needs older ones says so.
constexpr qsizetype MostShown = 200;

} // namespace

NotesList::NotesList(const RecordListParts &parts, QWidget *parent)
    : ReadList(u"notesList"_s, parent)
    , m_parts(parts)
{
    if (RecordService *service = parts.session.records()) {
        connect(service, &RecordService::notesChanged, this, [this](const ContactId &id) {
            if (id == contactId())
                readAgain();
        });
    }
}

void NotesList::read()
{
    if (RecordService *service = m_parts.session.records())
        follow(service->notes(contactId()), [this](const QList<Note> &notes) { show(notes); });
}

void NotesList::show(const QList<Note> &notes)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    const qsizetype shown = std::min(notes.size(), MostShown);
    for (qsizetype i = 0; i < shown; ++i)
        column->addWidget(rowOf(notes.at(i), static_cast<int>(i), content));
    if (shown < notes.size()) {
        auto *rest = new QLabel(
            tr("and %Ln older notes", nullptr, static_cast<int>(notes.size() - shown)), content);
        setKind(*rest, u"muted"_s);
        column->addWidget(rest);
    }
    showContent(content, static_cast<int>(notes.size()));
}

QWidget *NotesList::rowOf(const Note &note, int number, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    const ToldMoment at = toldMoment(note.createdAt, m_parts.session);
    QString author = note.author.name.simplified();
    if (author.isEmpty())
        author = m_parts.session.book().adminName(note.author.id);
    if (author.isEmpty())
        author = tr("Unknown author");
    auto *head = new ElidedLabel(u"noteHead%1"_s.arg(number), row);
    head->setFullText(at.shortly.isEmpty() ? author
                                           : tr("%1 · %2", "author, time").arg(author, at.shortly));
    row->setToolTip(plainToolTip(at.exactly));
    setKind(*head, u"muted"_s);
    column->addWidget(head);

    auto *body = new QLabel(row);
    body->setObjectName(u"noteBody%1"_s.arg(number));
    body->setTextFormat(Qt::RichText);
    body->setText(shownHtml(note.body));
    body->setAccessibleName(tr("Note by %1: %2").arg(author, firstWords(wordsOfHtml(note.body))));
    body->setWordWrap(true);
    body->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    body->setTextInteractionFlags(Qt::TextBrowserInteraction);
    body->setOpenExternalLinks(false);
    connect(body, &QLabel::linkActivated, this, &NotesList::linkActivated);
    column->addWidget(body);
    return row;
}

} // namespace roster
