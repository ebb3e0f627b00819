// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonValue>
#include <QtCore/QObject>

class QWidget;

namespace roster {

//! What a person types or chooses one value with: the form sees JSON values, whatever the widget.
//! A value that was set and not touched comes back exactly as it was, however it is shown.
class FieldEditor : public QObject
{
    Q_OBJECT

public:
    //! Lives as long as its widget, which it does not own.
    explicit FieldEditor(QWidget &widget);

    QWidget &widget() const { return m_widget; }
    //! Null: nothing is typed or chosen.
    virtual QJsonValue value() const = 0;
    //! Shows `value`; does not emit edited().
    virtual void setValue(const QJsonValue &value) = 0;
    //! Why what is typed has no value, in one sentence; empty when it has one.
    virtual QString problem() const { return {}; }

Q_SIGNALS:
    //! The person changed it.
    void edited();
    //! The keyboard has left it.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_widget;
};

} // namespace roster
