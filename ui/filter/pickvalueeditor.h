// SPDX-License-Identifier: MIT
#pragma once

#include "ui/filter/valueeditor.h"
#include "ui/tags/pickmodel.h"

class QListView;

namespace roster {

class CheckModel;
class TextField;
class Theme;

//! Values that are chosen from a list, narrowed down while typing. Of one value a click or Enter is
//! the answer; of several they choose and unchoose, and Enter on the empty field confirms.
class PickValueEditor : public ValueEditor
{
    Q_OBJECT

public:
    enum class Takes { One, Several };

    //! `name` says what can be picked: "Search tags".
    PickValueEditor(const Theme &theme, Takes takes, const QString &name,
                    const QList<PickItem> &items, QWidget *parent);

    QStringList values() const override;
    void setValues(const QStringList &values) override;
    void setInvalid(bool isInvalid) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const Theme &theme, const QString &name, qsizetype count);
    void pick(const QModelIndex &index);
    void moveBy(int step);
    void enter();

    Takes m_takes;
    CheckModel *m_model;
    TextField *m_field;
    QListView *m_list;
};

} // namespace roster
