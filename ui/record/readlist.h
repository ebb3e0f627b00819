// SPDX-License-Identifier: MIT
#pragma once

#include "core/async/operationof.h"
#include "core/domain/id.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace roster {

//! A list in the panel that is read when somebody has looked at its contact for a moment, and not
//! while it is folded away. Says while it reads, and offers to try again when that failed; another
//! contact cancels what is under way.
class ReadList : public QWidget
{
    Q_OBJECT

public:
    //! Shows `id`; what is known of another contact goes. `total` as the contact's record tells it:
    //! with 0 nothing is read, with another number than before it is read again.
    void setContact(const ContactId &id, std::optional<int> total = {});
    const ContactId &contactId() const { return m_contact; }
    //! It is in sight; false at first.
    void setWanted(bool isWanted);
    //! Reads anew what is shown.
    void readAgain();

Q_SIGNALS:
    //! How many there are, as far as it is known; -1 when it is not.
    void counted(int total);

protected:
    ReadList(const QString &objectName, QWidget *parent);

    //! Asks for the list of contactId() and calls follow().
    virtual void read() = 0;
    //! What is said while it is read: "Reading notes…".
    virtual QString readingText() const = 0;
    //! What is said when there are none: "No notes".
    virtual QString nothingText() const = 0;

    //! Waits for the answer, which `show` gets unless another contact came meanwhile.
    template <class T, class Show>
    void follow(OperationOf<T> *operation, Show show)
    {
        m_operation = operation;
        operation->onFinished(this, [this, operation, show](const Result<T> &result) {
            if (m_operation != operation)
                return;
            m_operation = nullptr;
            result ? show(*result) : fail(result.error());
        });
    }
    //! Puts `content`, which it owns from now on, in the place of what was shown.
    void showContent(QWidget *content, int total);
    //! Says what went wrong under what is shown.
    void showProblem(const QString &text);
    void clearProblem();

private:
    //! What is under way is out of date.
    void stop();
    void drop();
    void beginSoon();
    void begin();
    void fail(const ApiError &error);
    void say(const QString &text, bool canRetry);

    ContactId m_contact;
    std::optional<int> m_total;
    bool m_isWanted = false;
    bool m_isRead = false;
    QTimer m_rest;
    QPointer<Operation> m_operation;
    QVBoxLayout *m_column;
    QPointer<QWidget> m_content;
    QLabel *m_status;
    QPushButton *m_retry;
};

} // namespace roster
