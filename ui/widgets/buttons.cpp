// SPDX-License-Identifier: MIT
#include "ui/widgets/buttons.h"

#include "ui/theme/kind.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plainwords.h"

using namespace Qt::StringLiterals;

namespace roster {

namespace {

QString withoutMnemonic(QString text)
{
    const QString kept = u"\uE000"_s;
    return text.replace(u"&&"_s, kept).remove(u'&').replace(kept, u"&"_s);
}

QPushButton *make(const QString &kind, const QString &objectName, const QString &text,
                  QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(withoutMnemonic(text));
    button->setAutoDefault(false);
    if (!kind.isEmpty())
        setKind(*button, kind);
    return button;
}

} // namespace

QPushButton *makePrimaryButton(const QString &objectName, const QString &text, QWidget *parent)
{
    return make(u"primary"_s, objectName, text, parent);
}

QPushButton *makeButton(const QString &objectName, const QString &text, QWidget *parent)
{
    return make({}, objectName, text, parent);
}

QPushButton *makeQuietButton(const QString &objectName, const QString &text, QWidget *parent)
{
    return make(u"quiet"_s, objectName, text, parent);
}

QPushButton *makeDangerButton(const QString &objectName, const QString &text, QWidget *parent)
{
    return make(u"danger"_s, objectName, text, parent);
}

QPushButton *makeLinkButton(const QString &objectName, const QString &text, QWidget *parent)
{
    QPushButton *button = make(u"link"_s, objectName, text, parent);
    button->setProperty("focusRadius", 4);
    button->setCursor(Qt::PointingHandCursor);
    return button;
}

QToolButton *makeIconButton(const Theme &theme, const QString &objectName, Icons::Name icon,
                            const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(theme.icon(icon));
    button->setIconSize(QSize(metrics::icon, metrics::icon));
    button->setToolTip(plainToolTip(name));
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace roster
