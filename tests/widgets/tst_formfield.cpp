// SPDX-License-Identifier: MIT
// A labelled field: label, hint, problem and what can be done about it.
#include "tests/widgets/stage.h"
#include "ui/widgets/combofield.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textfield.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QWheelEvent>

#include <memory>

using namespace Qt::StringLiterals;
using namespace roster;
using namespace roster::test;

class TestFormField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void theLabelNamesItsEditor();
    void aProblemReplacesTheHint();
    void theEditorIsMarked();
    void aProblemIsTold();
    void remediesAreChosenByMouse();
    void remediesAreChosenByKeyboard();
    void aServersWordsAreNoMarkup_data();
    void aServersWordsAreNoMarkup();
    void longProblemsWrap();
    void placeholdersAreReadable();
    void combosAreMarkedToo();
    void theWheelChangesNothing();

private:
    QLabel *line() { return m_field->findChild<QLabel *>(u"emailFieldProblem"_s); }

    std::unique_ptr<WidgetStage> m_stage;
    TextField *m_editor = nullptr;
    FormField *m_field = nullptr;
};

void TestFormField::init()
{
    m_stage = std::make_unique<WidgetStage>();
    m_editor = new TextField(m_stage->theme(), u"emailEdit"_s, {});
    m_field =
        new FormField(m_stage->theme(), u"emailField"_s, u"&Email"_s, m_editor, &m_stage->window());
    WidgetStage::placed(m_field)->resize(400, 140);
}

void TestFormField::theLabelNamesItsEditor()
{
    QCOMPARE(m_editor->accessibleName(), u"Email"_s);
    QCOMPARE(m_field->editor(), m_editor);
    QPushButton elsewhere(&m_stage->window());
    WidgetStage::placed(&elsewhere, {20, 200})->setFocus();
    QTest::keyClick(&elsewhere, Qt::Key_E, Qt::AltModifier);
    QVERIFY(m_editor->hasFocus());
    auto *named = new TextField(m_stage->theme(), u"other"_s, u"Work phone"_s);
    const FormField field(m_stage->theme(), u"otherField"_s, u"Phone"_s, named);
    QCOMPARE(named->accessibleName(), u"Work phone"_s);
}

void TestFormField::aProblemReplacesTheHint()
{
    QVERIFY(line()->isHidden());
    m_field->setHint(u"With the country's code"_s);
    QVERIFY(line()->isVisible());
    QCOMPARE(line()->text(), u"With the country's code"_s);
    QVERIFY(!m_field->hasProblem());
    m_field->setProblem(u"This is no email address."_s);
    QVERIFY(m_field->hasProblem());
    QCOMPARE(m_field->problem(), u"This is no email address."_s);
    QCOMPARE(line()->text(), u"This is no email address."_s);
    m_field->clearProblem();
    QVERIFY(!m_field->hasProblem());
    QCOMPARE(line()->text(), u"With the country's code"_s);
    m_field->setHint({});
    QVERIFY(line()->isHidden());
}

void TestFormField::theEditorIsMarked()
{
    const QColor danger = m_stage->theme().color(ColorRole::Danger);
    QCOMPARE(pixelsOf(m_editor->grab().toImage(), danger), 0);
    m_field->setProblem(u"No."_s);
    QVERIFY(m_editor->isInvalid());
    QVERIFY(pixelsOf(m_editor->grab().toImage(), danger) > 300);
    QVERIFY(pixelsOf(line()->grab().toImage(), danger) > 0);
    m_stage->theme().setMode(Theme::Mode::Dark);
    QVERIFY(pixelsOf(m_editor->grab().toImage(), m_stage->theme().color(ColorRole::Danger)) > 300);
    m_field->clearProblem();
    QCOMPARE(pixelsOf(m_editor->grab().toImage(), m_stage->theme().color(ColorRole::Danger)), 0);
}

void TestFormField::aProblemIsTold()
{
    m_field->setHint(u"As it is written in letters"_s);
    QCOMPARE(m_editor->accessibleDescription(), u"As it is written in letters"_s);
    m_field->setProblem(u"This is no email address."_s);
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(m_editor);
    QCOMPARE(told->text(QAccessible::Description), u"This is no email address."_s);
    QCOMPARE(line()->accessibleName(), u"This is no email address."_s);
    m_field->clearProblem();
    QCOMPARE(m_editor->accessibleDescription(), u"As it is written in letters"_s);
}

void TestFormField::remediesAreChosenByMouse()
{
    m_field->setProblem(u"An archived contact has this email."_s,
                        {{u"restore"_s, u"Restore"_s}, {u"look"_s, u"Look first"_s}});
    QSignalSpy chosen(m_field, &FormField::remedyChosen);
    QTRY_VERIFY(line()->width() > 300);
    // Find the links by where the pointer becomes a hand.
    QStringList found;
    for (int y = 4; y < line()->height(); y += 6) {
        for (int x = 2; x < line()->width(); x += 6) {
            QTest::mouseClick(line(), Qt::LeftButton, {}, {x, y});
            if (!chosen.isEmpty() && !found.contains(chosen.last().at(0).toString()))
                found << chosen.last().at(0).toString();
        }
    }
    QCOMPARE(found, QStringList({u"restore"_s, u"look"_s}));
}

void TestFormField::remediesAreChosenByKeyboard()
{
    m_field->setProblem(u"Taken."_s, {{u"restore"_s, u"Restore"_s}, {u"look"_s, u"Look first"_s}});
    QSignalSpy chosen(m_field, &FormField::remedyChosen);
    m_editor->setFocus();
    QTest::keyClick(m_editor, Qt::Key_Tab);
    QVERIFY(line()->hasFocus());
    QTest::keyClick(line(), Qt::Key_Tab);
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"restore"_s);
    QTest::keyClick(line(), Qt::Key_Tab);
    QTest::keyClick(line(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.at(1).at(0).toString(), u"look"_s);
    // Without remedies the line is no stop.
    m_field->setProblem(u"Taken."_s);
    QCOMPARE(line()->focusPolicy(), Qt::NoFocus);
}

void TestFormField::aServersWordsAreNoMarkup_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("bold") << u"<b>Email</b> is taken"_s;
    QTest::newRow("link") << u"<a href=\"steal\">Click</a>"_s;
    QTest::newRow("picture") << u"<img src=\"file:///etc/hostname\">"_s;
    QTest::newRow("entity") << u"a &lt; b & c"_s;
}

void TestFormField::aServersWordsAreNoMarkup()
{
    QFETCH(QString, words);
    m_field->setProblem(words);
    QCOMPARE(line()->textFormat(), Qt::PlainText);
    QCOMPARE(line()->text(), words);
    m_field->setProblem(words, {{u"restore\"><b>"_s, u"<i>Restore</i>"_s}});
    QCOMPARE(line()->textFormat(), Qt::RichText);
    QVERIFY(line()->text().startsWith(words.toHtmlEscaped()));
    QVERIFY(line()->text().contains(u"&lt;i&gt;Restore&lt;/i&gt;"_s));
    QCOMPARE(line()->text().count(u"<a "_s), 1);
    QVERIFY(!line()->text().contains(u"<b>"_s));
    QCOMPARE(m_editor->accessibleDescription(), words);
}

void TestFormField::longProblemsWrap()
{
    m_field->setProblem(u"No."_s);
    const int before = m_field->sizeHint().height();
    m_field->setProblem(u"An archived contact has this email: Evelyn Boyd. "_s.repeated(4));
    QVERIFY(m_field->heightForWidth(300) > before + 20);
    QVERIFY(m_field->minimumSizeHint().width() <= 300);
}

void TestFormField::placeholdersAreReadable()
{
    // A block, so that there are pixels of the words' very colour.
    m_editor->setPlaceholderText(u"████"_s);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::Light}) {
        m_stage->theme().setMode(mode);
        const QColor muted = m_stage->theme().color(ColorRole::Muted);
        QVERIFY(pixelsOf(m_editor->grab().toImage(), muted) > 100);
        m_editor->setFocus();
        QVERIFY(pixelsOf(m_editor->grab().toImage(), muted) > 100);
        m_editor->clearFocus();
    }
}

void TestFormField::combosAreMarkedToo()
{
    auto *combo = new ComboField(m_stage->theme(), u"ownerCombo"_s, {});
    combo->addItems({u"No owner"_s, u"Priya Nair"_s});
    auto *field =
        new FormField(m_stage->theme(), u"ownerField"_s, u"Owner"_s, combo, &m_stage->window());
    WidgetStage::placed(field, {20, 200})->resize(400, 80);
    QCOMPARE(combo->accessibleName(), u"Owner"_s);
    field->setProblem(u"This teammate has left."_s);
    const QColor danger = m_stage->theme().color(ColorRole::Danger);
    QVERIFY(pixelsOf(combo->grab().toImage(), danger) > 300);
    field->clearProblem();
    QCOMPARE(pixelsOf(combo->grab().toImage(), danger), 0);
}

void TestFormField::theWheelChangesNothing()
{
    auto *combo = new ComboField(m_stage->theme(), u"ownerCombo"_s, u"Owner"_s, &m_stage->window());
    combo->addItems({u"No owner"_s, u"Priya Nair"_s});
    WidgetStage::placed(combo, {20, 200});
    m_editor->setFocus();
    const auto turn = [combo] {
        QWheelEvent event(combo->rect().center(), combo->mapToGlobal(combo->rect().center()), {},
                          QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(combo, &event);
        return event.isAccepted();
    };
    QVERIFY(!turn());
    QCOMPARE(combo->currentIndex(), 0);
    combo->setFocus();
    QVERIFY(turn());
    QCOMPARE(combo->currentIndex(), 1);
}

QTEST_MAIN(TestFormField)
#include "tst_formfield.moc"
