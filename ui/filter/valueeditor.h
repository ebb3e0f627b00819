// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

namespace roster {

//! A way to enter the values of one condition. Its focus proxy is where the keyboard begins.
class ValueEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    //! As a condition holds them; what cannot be read is given as it was typed.
    virtual QStringList values() const = 0;
    //! Shows `values`. Emits nothing.
    virtual void setValues(const QStringList &values) = 0;
    //! Marks the field in which something is wrong.
    virtual void setInvalid(bool isInvalid) = 0;

Q_SIGNALS:
    //! Somebody entered another value.
    void changed();
    //! Enter: that is what was meant.
    void confirmed();
};

} // namespace roster
