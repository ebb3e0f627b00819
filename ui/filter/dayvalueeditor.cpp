// SPDX-License-Identifier: MIT
#include "ui/filter/dayvalueeditor.h"

#include "core/domain/filtercondition.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtGui/QTextCharFormat>
#include <QtWidgets/QCalendarWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace roster {

QString dayValueOf(const QString &typed)
{
    const QString text = typed.trimmed();
    if (filterDay(text).isValid())
        return text;
    const QLocale locale;
    const QString four = locale.dateFormat(QLocale::ShortFormat)
                             .replace(QStringLiteral("yyyy"), QStringLiteral("yy"))
                             .replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
    for (const QString &format : {four, QStringLiteral("d MMM yyyy"), QStringLiteral("d MMMM yyyy"),
                                  locale.dateFormat(QLocale::LongFormat)}) {
        const QDate day = locale.toDate(text, format);
        // A year of two digits is read as one of the first century.
        constexpr int firstYear = 1900;
        if (day.isValid() && day.year() >= firstYear)
            return filterValue(day);
    }
    return text;
}

DayValueEditor::DayValueEditor(const Theme &theme, QDate today, const QString &name,
                               QWidget *parent)
    : ValueEditor(parent)
    , m_field(new TextField(theme, QStringLiteral("filterDayEdit"), name, this))
    , m_calendar(new QCalendarWidget(this))
{
    m_field->setPlaceholderText(filterValue(today));
    m_calendar->setObjectName(QStringLiteral("filterCalendar"));
    m_calendar->setAccessibleName(tr("Calendar"));
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setHorizontalHeaderFormat(QCalendarWidget::SingleLetterDayNames);
    m_calendar->setSelectedDate(today);
    m_calendar->setFixedHeight(216);
    if (auto *days = m_calendar->findChild<QTableView *>())
        days->setAccessibleName(tr("Days"));
    colour(theme);
    connect(&theme, &Theme::changed, this, [this, &theme] { colour(theme); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_field);
    column->addWidget(m_calendar);
    setFocusProxy(m_field);

    connect(m_field, &QLineEdit::textChanged, this, [this] {
        showTyped();
        Q_EMIT changed();
    });
    connect(m_field, &QLineEdit::returnPressed, this, &ValueEditor::confirmed);
    connect(m_calendar, &QCalendarWidget::clicked, this,
            [this](QDate day) { m_field->setText(filterValue(day)); });
    connect(m_calendar, &QCalendarWidget::activated, this, [this](QDate day) {
        m_field->setText(filterValue(day));
        Q_EMIT confirmed();
    });
}

// Weekends and weekdays alike: red means danger here.
void DayValueEditor::colour(const Theme &theme)
{
    QTextCharFormat plain;
    plain.setForeground(theme.color(ColorRole::Text));
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day)
        m_calendar->setWeekdayTextFormat(static_cast<Qt::DayOfWeek>(day), plain);
    QTextCharFormat head;
    head.setForeground(theme.color(ColorRole::Muted));
    head.setBackground(theme.color(ColorRole::Surface));
    m_calendar->setHeaderTextFormat(head);
    const auto arrow = [this, &theme](const char *name, Icons::Name icon) {
        if (auto *button = m_calendar->findChild<QToolButton *>(QLatin1String(name)))
            button->setIcon(theme.icon(icon, ColorRole::Muted));
    };
    arrow("qt_calendar_prevmonth", Icons::ChevronLeft);
    arrow("qt_calendar_nextmonth", Icons::ChevronRight);
}

void DayValueEditor::showTyped()
{
    const QDate day = filterDay(dayValueOf(m_field->text()));
    if (!day.isValid())
        return;
    const QSignalBlocker quiet(m_calendar);
    m_calendar->setSelectedDate(day);
}

QStringList DayValueEditor::values() const
{
    const QString text = dayValueOf(m_field->text());
    return text.isEmpty() ? QStringList() : QStringList(text);
}

void DayValueEditor::setValues(const QStringList &values)
{
    const QSignalBlocker quiet(m_field);
    m_field->setText(values.value(0));
    m_field->selectAll();
    showTyped();
}

void DayValueEditor::setInvalid(bool isInvalid)
{
    m_field->setInvalid(isInvalid);
}

} // namespace roster
