// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/apierror.h"
#include "ui/text/errortext.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/sheet.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace roster {

class BusyIndicator;
class Prompts;

//! A sheet that does one thing. It holds one Operation at a time, during which its main button
//! rests and Cancel stops the operation; it stays open when that fails, with what was typed and the
//! reason in its message strip. Escape and Cancel ask first when something would be lost. It
//! deletes itself once it was dismissed. Build the body, then call addFooter(); then open().
class TaskSheet : public Sheet
{
    Q_OBJECT

public:
    //! `prompts` may be nullptr for a sheet with nothing to lose; else it outlives the sheet.
    TaskSheet(const Theme &theme, const QString &objectName, QWidget *host, Prompts *prompts);

    bool isBusy() const { return m_operation != nullptr; }
    MessageStrip &message() { return *m_message; }

public Q_SLOTS:
    //! What Escape and Cancel do: stop what runs, else ask when isDirty(), else dismiss.
    void tryClose();

protected:
    //! What kind of button the sheet's main one is.
    enum class Main { Primary, Danger };

    //! Puts the message strip here in the body, rather than at its end.
    void placeMessage();
    //! Adds the message strip, Cancel and the main button, in this order of Tab.
    QPushButton *addFooter(const QString &objectName, const QString &text,
                           Main kind = Main::Primary);
    QPushButton *mainButton() const { return m_main; }
    QPushButton *cancelButton() const { return m_cancel; }

    //! From now on until it finishes `operation` is what the sheet does; `what` tells it in words
    //! once it takes long. Listen to the result yourself, before calling this.
    void hold(Operation *operation, const QString &what);
    //! Words `error` in the message strip, code and request id behind "Details".
    void showError(const ApiError &error, Doing doing);
    //! Asks for updateButtons() to be applied: the main button is on when canProceed() and idle.
    void updateButtons();

    //! What was entered is lost when the sheet closes.
    virtual bool isDirty() const { return false; }
    //! The main button may be pressed.
    virtual bool canProceed() const { return true; }
    //! The main button was pressed.
    virtual void proceed() = 0;
    //! The keys of the main button were pressed while it is off.
    virtual void explain() {}

    void keyPressEvent(QKeyEvent *event) override;

private:
    void release();
    void bringIntoView();

    const Theme &m_theme;
    Prompts *m_prompts;
    MessageStrip *m_message;
    bool m_isMessagePlaced = false;
    BusyIndicator *m_busy = nullptr;
    QPushButton *m_main = nullptr;
    QPushButton *m_cancel = nullptr;
    QPointer<Operation> m_operation;
    QPointer<OperationOf<bool>> m_question;
    QPointer<QWidget> m_focusBefore;
    QTimer m_patience;
    QString m_what;
};

} // namespace roster
