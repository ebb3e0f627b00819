// SPDX-License-Identifier: MIT
#pragma once

#include <QtGui/QAccessible>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTextEdit>

#include <algorithm>

namespace roster::test {

//! Whether a person can do something with the widget itself, by mouse or keyboard.
inline bool isInteractive(const QWidget &widget)
{
    // Parts of Qt's own widgets: their owner is what people meet.
    const QString name = widget.objectName();
    if (name.startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar *>(&widget) ||
        qobject_cast<const QHeaderView *>(&widget) ||
        QLatin1String(widget.metaObject()->className()) == QLatin1String("QLineEditIconButton"))
        return false;
    if (qobject_cast<const QComboBox *>(widget.parentWidget()) ||
        qobject_cast<const QAbstractSpinBox *>(widget.parentWidget()))
        return false;
    const bool isKnown =
        qobject_cast<const QAbstractButton *>(&widget) ||
        qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget) ||
        qobject_cast<const QAbstractItemView *>(&widget) ||
        qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QTextEdit *>(&widget);
    return isKnown || widget.focusPolicy() != Qt::NoFocus;
}

//! The endings that the object name of such a widget may have; empty for any.
inline QStringList nameEndings(const QWidget &widget)
{
    if (qobject_cast<const QCheckBox *>(&widget))
        return {QStringLiteral("Check")};
    if (qobject_cast<const QAbstractButton *>(&widget))
        return {QStringLiteral("Button"), QStringLiteral("Chip")};
    if (qobject_cast<const QLineEdit *>(&widget))
        return {QStringLiteral("Edit"), QStringLiteral("Box")};
    if (qobject_cast<const QComboBox *>(&widget))
        return {QStringLiteral("Combo")};
    if (qobject_cast<const QAbstractItemView *>(&widget))
        return {QStringLiteral("List"), QStringLiteral("Table"), QStringLiteral("Tree")};
    return {};
}

//! The widgets that Tab reaches below `root`, in its order.
inline QList<QWidget *> tabStopsOf(QWidget &root)
{
    QList<QWidget *> stops;
    QWidget *at = root.nextInFocusChain();
    for (; at && at != &root; at = at->nextInFocusChain()) {
        if ((at->focusPolicy() & Qt::TabFocus) && at->isVisible() && at->isEnabled() &&
            root.isAncestorOf(at) && !at->focusProxy())
            stops.append(at);
    }
    return stops;
}

//! The scroll area that the widget moves in; null for none.
inline QWidget *scrollAreaOf(const QWidget &widget)
{
    QWidget *at = widget.parentWidget();
    while (at && !qobject_cast<QScrollArea *>(at))
        at = at->parentWidget();
    return at;
}

inline QString described(const QWidget &widget)
{
    return QStringLiteral("%1 \"%2\"")
        .arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
}

//! Names: every visible interactive widget has an object name that tells its kind and an
//! accessible name, and no object name is there twice.
inline QStringList namingProblems(QWidget &root)
{
    QStringList problems;
    QStringList seen;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !isInteractive(*widget))
            continue;
        const QString name = widget->objectName();
        const QStringList endings = nameEndings(*widget);
        const bool isKind = endings.isEmpty() || std::any_of(endings.begin(), endings.end(),
                                                             [&name](const QString &ending) {
                                                                 return name.endsWith(ending);
                                                             });
        if (name.isEmpty() || !isKind)
            problems.append(described(*widget) + QStringLiteral(": no name that tells its kind"));
        if (seen.contains(name))
            problems.append(described(*widget) + QStringLiteral(": its name is there twice"));
        seen.append(name);
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        if (!accessible || accessible->text(QAccessible::Name).isEmpty())
            problems.append(described(*widget) + QStringLiteral(": no accessible name"));
    }
    return problems;
}

//! Tab order: it reaches every interactive widget that takes the keyboard, and within a column
//! goes down, not up.
inline QStringList tabProblems(QWidget &root)
{
    QStringList problems;
    const QList<QWidget *> stops = tabStopsOf(root);
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        const bool isReachable = stops.contains(widget) || widget->focusProxy() ||
                                 !widget->isEnabled() || !(widget->focusPolicy() & Qt::TabFocus);
        if (widget->isVisible() && isInteractive(*widget) && !isReachable)
            problems.append(described(*widget) + QStringLiteral(": Tab does not reach it"));
    }
    for (qsizetype i = 1; i < stops.size(); ++i) {
        const QRect before(stops[i - 1]->mapTo(&root, QPoint()), stops[i - 1]->size());
        const QRect now(stops[i]->mapTo(&root, QPoint()), stops[i]->size());
        const bool shareColumn = before.left() <= now.right() && now.left() <= before.right();
        // What scrolls apart has no fixed place to compare.
        const bool moveTogether = scrollAreaOf(*stops[i]) == scrollAreaOf(*stops[i - 1]);
        if (moveTogether && shareColumn && now.bottom() < before.top()) {
            problems.append(described(*stops[i]) + QStringLiteral(": comes by Tab after ") +
                            described(*stops[i - 1]) + QStringLiteral(", which is below it"));
        }
    }
    return problems;
}

//! Mnemonics: no letter is there twice among what is visible.
inline QStringList mnemonicProblems(QWidget &root)
{
    QStringList problems;
    QHash<QKeySequence, QString> seen;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        QString text;
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            text = button->text();
        else if (const auto *label = qobject_cast<QLabel *>(widget); label && label->buddy())
            text = label->text();
        const QKeySequence mnemonic = QKeySequence::mnemonic(text);
        if (!widget->isVisible() || mnemonic.isEmpty())
            continue;
        if (seen.contains(mnemonic))
            problems.append(QStringLiteral("\"%1\" and \"%2\" have the same mnemonic")
                                .arg(seen.value(mnemonic), text));
        seen.insert(mnemonic, text);
    }
    return problems;
}

//! Everything that keeps a person from using what is visible below `root` by keyboard or by ear,
//! one problem a line; empty when all is well. `root` has to be shown.
inline QString accessibilityProblems(QWidget &root)
{
    return (namingProblems(root) + tabProblems(root) + mnemonicProblems(root))
        .join(QLatin1Char('\n'));
}

} // namespace roster::test
