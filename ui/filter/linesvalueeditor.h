// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/valueeditor.h"

class QPlainTextEdit;

namespace roster {

//! Several values that are typed or pasted, one a line. Ctrl+Enter confirms.
class LinesValueEditor : public ValueEditor
{
    Q_OBJECT

public:
    LinesValueEditor(bool areNumbers, const QString &name, QWidget *parent);

    QStringList values() const override;
    void setValues(const QStringList &values) override;
    void setInvalid(bool isInvalid) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_areNumbers;
    QPlainTextEdit *m_lines;
};

} // namespace roster
