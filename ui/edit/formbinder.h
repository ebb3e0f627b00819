// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"
#include "core/domain/fieldconflict.h"
#include "core/domain/validation.h"
#include "ui/edit/fieldeditor.h"

#include <functional>
#include <optional>
#include <vector>

namespace roster {

//! The one table of a form: which editor holds which field of a contact. Dirty, valid, the draft,
//! where a problem is shown and where a server's error belongs all follow from it. A problem that
//! the person may still be about to solve by typing on is shown when the keyboard leaves the field;
//! every other one at once.
class FormBinder : public QObject
{
    Q_OBJECT

public:
    //! Shows a problem under the field, or none for an empty text.
    using ShowProblem = std::function<void(const QString &problem)>;

    explicit FormBinder(QObject *parent);

    void bind(ContactField field, FieldEditor &editor, ShowProblem show);
    void bindAttribute(const QString &name, FieldEditor &editor, ShowProblem show);

    //! Fills the editors for a new contact that starts as `draft`.
    void loadNew(const ContactDraft &draft);
    //! Fills the editors with `contact`, which is being edited.
    void loadExisting(const Contact &contact);
    //! Takes another version of the contact as the base and keeps what was typed, but for what
    //! stands in the places of `dropped`.
    void rebase(const Contact &contact, const QList<PatchPlace> &dropped = {});
    //! Puts what was typed elsewhere over what is shown, as if it had been typed here; what was
    //! left empty there stays.
    void fillIn(const ContactDraft &typed);

    //! What the form holds now: the base with every edited field over it.
    ContactDraft draft() const;
    //! What an update has to send.
    ContactPatch patch() const;
    bool isDirty() const;
    //! Nothing is wrong, neither here nor as the server said of what is typed.
    bool isValid() const;

    //! Puts `text` under the field that `error` names until that field is edited. False when the
    //! form has no such field.
    bool showServerError(const ApiError &error, const QString &text);
    //! Puts `text` under `field`, likewise.
    bool showServerProblem(ContactField field, const QString &text);
    void clearServerProblems();
    //! Shows every problem, also those that wait for the keyboard to leave.
    void revealAll();
    //! The first editor with a problem; nullptr when there is none.
    FieldEditor *firstWithProblem() const;
    //! nullptr when the form has none for it.
    FieldEditor *editorOf(const PatchPlace &place) const;

Q_SIGNALS:
    //! Draft, dirty or valid may be others now.
    void changed();

private:
    struct Line
    {
        ContactField field;
        QString attribute;
        FieldEditor *editor;
        ShowProblem show;
        //! As it was filled in.
        QJsonValue base = QJsonValue::Null;
        bool isRevealed = false;
        QString serverProblem = {};
        QString shownProblem = {};
    };
    //! What is wrong with one line.
    struct Finding
    {
        QString text;
        bool canWait = false;
    };

    static PatchPlace placeOf(const Line &line);
    static QJsonValue valueIn(const ContactDraft &draft, const Line &line);
    void add(Line line);
    void fill(const ContactDraft &draft);
    void lineEdited(size_t at);
    void lineLeft(size_t at);
    void update();
    Finding findingOf(const Line &line, const QList<FieldProblem> &problems) const;
    QList<FieldProblem> problems() const;
    Line *lineOf(const ApiError &error);

    std::vector<Line> m_lines;
    std::optional<Contact> m_contact;
    ContactDraft m_start;
    bool m_isValid = true;
};

} // namespace roster
