// SPDX-License-Identifier: MIT
#pragma once

#include "ui/prompts/tasksheet.h"

class QPlainTextEdit;

namespace roster {

//! A record as Intercom sent it, indented, to read and copy.
class JsonSheet : public TaskSheet
{
    Q_OBJECT

public:
    //! `who` names whose it is; `record` is JSON.
    JsonSheet(const Theme &theme, const QString &who, const QByteArray &record, QWidget *host);

    //! The whole of it, long values too.
    QString text() const { return m_whole; }

protected:
    //! Copies all of it.
    void proceed() override;

private:
    QString m_whole;
    QPlainTextEdit *m_text;
};

} // namespace roster
