// SPDX-License-Identifier: MIT
#pragma once

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace roster {

class Theme;

//! One part of the panel: a caption, perhaps a link beside it, and what belongs to it. A folding
//! one has its caption as a button that shows and hides the rest.
class PanelSection : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Fixed, Folding };

    PanelSection(const Theme &theme, const QString &objectName, Kind kind,
                 QWidget *parent = nullptr);

    void setTitle(const QString &title);
    //! A link beside the caption; its clicked() is the owner's to connect.
    QPushButton *addLink(const QString &objectName, const QString &text,
                         const QString &accessibleName);
    //! Where the section's own widgets go.
    QVBoxLayout *body() const { return m_body; }

    bool isUnfolded() const;
    void setUnfolded(bool isUnfolded);

Q_SIGNALS:
    void foldingChanged(bool isUnfolded);

private:
    const Theme &m_theme;
    QToolButton *m_fold = nullptr;
    QLabel *m_caption = nullptr;
    QWidget *m_content;
    QVBoxLayout *m_body;
    QHBoxLayout *m_head;
};

} // namespace roster
