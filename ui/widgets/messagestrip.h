// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/banner.h"

#include <QLabel>

namespace roster {

//! A message inside a sheet or panel, for what belongs to no single field: wrapped plain text, at
//! most one action, and behind "Details" what support needs (code, request id), to select or copy.
//! Hidden while it has no message.
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    MessageStrip(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    //! Shows \a text, says it to screen readers, and drops action and details of the one before.
    void setMessage(Tone tone, const QString &text);
    void setAction(const QString &text);
    //! Plain text behind "Details"; empty takes the button away.
    void setDetails(const QString &details);
    void clear();
    QString text() const { return m_text->text(); }
    bool detailsAreShown() const;

Q_SIGNALS:
    void actionTriggered();

private:
    void toggleDetails(bool shown);

    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_detailsButton;
    QWidget *m_detailsRow;
    QLabel *m_details;
};

} // namespace roster
