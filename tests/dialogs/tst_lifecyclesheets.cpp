// SPDX-License-Identifier: MIT
#include "tests/dialogs/fakelifecycle.h"
#include "tests/dialogs/rig.h"
#include "tests/support/memorybook.h"
#include "ui/lifecycle/convertsheet.h"
#include "ui/lifecycle/dangersheet.h"
#include "ui/lifecycle/lifecyclerules.h"
#include "ui/lifecycle/mergesheet.h"
#include "ui/lifecycle/pickusersheet.h"
#include "ui/lifecycle/receiptsheet.h"
#include "ui/lifecycle/receiptssheet.h"
#include "ui/lifecycle/receipttext.h"
#include "ui/tags/picker.h"
#include "ui/widgets/comparegrid.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textfield.h"

#include <QtCore/QJsonArray>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>

using namespace Qt::StringLiterals;

namespace roster {

using namespace roster::test;

namespace {

const QString Turned = u"\u202Egnp.exe\u202C"_s;
const QString Huge(100'000, u'W');

Contact contactOf(const QString &id, Role role, const QString &name, const QString &email)
{
    Contact contact;
    contact.id = ContactId(id);
    contact.fields = {{ContactField::Role, roleName(role)},
                      {ContactField::Name, name},
                      {ContactField::Email, email}};
    return contact;
}

BulkTarget ada()
{
    return {ContactId(u"c1"_s), u"Ada Lovelace"_s, u"ada@analytical.example"_s, Role::Lead};
}

ApiError failure(ErrorKind kind, Effect effect = Effect::NotApplied)
{
    ApiError error;
    error.kind = kind;
    error.effect = effect;
    error.requestId = u"req-1"_s;
    return error;
}

template <class Id>
PartialList<Id> listOf(const QStringList &ids)
{
    PartialList<Id> list;
    for (const QString &id : ids)
        list.items.append(Id(id));
    list.total = static_cast<int>(ids.size());
    return list;
}

} // namespace

//! Delete, block, convert and merge before they are done, and the receipts that stay: by real keys
//! and clicks, the service answering as each test says.
class LifecycleSheetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void rules_data();
    void rules();
    void proofs_data();
    void proofs();

    void hasItTypedBeforeItIsDone_data();
    void hasItTypedBeforeItIsDone();
    void noKeyPressesTheDangerButtonButItsOwn();
    void offersToArchiveInstead();
    void tellsInTheSheetWhatWentWrong();
    void saysWhenNobodyCanBeSure();
    void stopsAtEscape();
    void showsHostileNamesAsTheyAre();

    void showsAReceiptAndCopiesIt();
    void listsReceipts();

    void convertsALeadWithAnEmail();
    void asksForWhatAUserNeeds();
    void keepsToServerErrorsAtTheirField();
    void offersToMergeWhenTheEmailIsTaken();

    void suggestsWhoIsAlike();
    void findsUsersWhileTyping();
    void picksByKeyboardAlone();
    void aLateAnswerCountsNoMore();

    void previewsWhatSurvives();
    void previewsLists();
    void mergesAfterAClick();
    void tellsWhenTheyShareNothing();
    void keepsTheMergeSheetOnTrouble();
    void comparesHostileTexts();

private:
    DangerSheet *openDanger(DangerSheet::Act act, const BulkTarget &contact);
    ConvertSheet *openConvert(const Contact &lead);
    PickUserSheet *openPick(const Contact &lead);
    MergeSheet *openMerge(const Contact &lead, const Contact &user);
    static QStringList shownUsers(const PickUserSheet &sheet);
    static QPushButton *button(QWidget &sheet, const QString &name)
    {
        return Stage::find<QPushButton>(sheet, name);
    }
    QString focus() const { return m_stage->window().focusWidget()->objectName(); }
    ValueWords words() { return {m_book, QTimeZone::utc(), QLocale::c()}; }

    MemoryBook m_book;
    std::unique_ptr<FakeLifecycle> m_life;
    std::unique_ptr<Stage> m_stage;
};

void LifecycleSheetsTest::init()
{
    m_stage.reset();
    m_stage = std::make_unique<Stage>();
    m_life = std::make_unique<FakeLifecycle>();
    for (const ContactId &id : m_book.ids())
        m_book.remove(id);
}

DangerSheet *LifecycleSheetsTest::openDanger(DangerSheet::Act act, const BulkTarget &contact)
{
    auto *sheet = new DangerSheet(m_stage->theme(), *m_life, act, contact, &m_stage->window());
    sheet->open();
    return sheet;
}

ConvertSheet *LifecycleSheetsTest::openConvert(const Contact &lead)
{
    auto *sheet = new ConvertSheet(m_stage->theme(), *m_life, lead, &m_stage->window());
    sheet->open();
    return sheet;
}

PickUserSheet *LifecycleSheetsTest::openPick(const Contact &lead)
{
    auto *sheet = new PickUserSheet(m_stage->theme(), m_book, lead, &m_stage->window());
    sheet->open();
    return sheet;
}

MergeSheet *LifecycleSheetsTest::openMerge(const Contact &lead, const Contact &user)
{
    auto *sheet = new MergeSheet(m_stage->theme(), *m_life, m_book, words(), &m_stage->window());
    sheet->setContacts(lead, user);
    sheet->open();
    return sheet;
}

QStringList LifecycleSheetsTest::shownUsers(const PickUserSheet &sheet)
{
    QStringList names;
    const QAbstractItemModel *model = sheet.list()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names.append(model->index(row, 0).data().toString());
    return names;
}

void LifecycleSheetsTest::rules_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("canConvert");
    QTest::addColumn<bool>("canBlock");
    QTest::newRow("lead") << Role::Lead << u"2.13"_s << true << true;
    QTest::newRow("user") << Role::User << u"2.16"_s << false << true;
    QTest::newRow("other") << Role::Other << u"2.14"_s << false << true;
    // 2.9 is before 2.13, though not by its letters.
    QTest::newRow("2.9") << Role::Lead << u"2.9"_s << true << false;
    QTest::newRow("2.12") << Role::User << u"2.12"_s << false << false;
}

void LifecycleSheetsTest::rules()
{
    QFETCH(Role, role);
    QFETCH(QString, version);
    QFETCH(bool, canConvert);
    QFETCH(bool, canBlock);
    const LifecycleRules rules = lifecycleRules(role, version);
    QCOMPARE(rules.convert.isEmpty(), canConvert);
    QCOMPARE(rules.merge.isEmpty(), canConvert);
    QCOMPARE(rules.block.isEmpty(), canBlock);
    QVERIFY(rules.remove.isEmpty());
    if (role == Role::User)
        QVERIFY(rules.merge.contains(u"cannot merge two users"_s));
    if (!canBlock)
        QVERIFY(rules.block.contains(version) && rules.block.contains(u"2.13"_s));
    const LifecycleRules none = lifecycleRulesOfMany();
    for (const QString &reason : {none.convert, none.merge, none.block, none.remove})
        QVERIFY(!reason.isEmpty());
}

void LifecycleSheetsTest::proofs_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("proof");
    const QString id = u"c1"_s;
    QTest::newRow("email") << u"a@b.example"_s << u"Ada"_s << u"a@b.example"_s;
    QTest::newRow("name") << QString() << u"Ada L & Co"_s << u"Ada L & Co"_s;
    QTest::newRow("right to left") << QString() << u"محمد"_s << u"محمد"_s;
    QTest::newRow("id") << QString() << QString() << id;
    QTest::newRow("turned") << Turned << u"Ada"_s << u"Ada"_s;
    QTest::newRow("huge") << QString() << Huge << id;
    QTest::newRow("two lines") << QString() << u"Ada\nLovelace"_s << id;
    QTest::newRow("two spaces") << QString() << u"Ada  L"_s << id;
    QTest::newRow("no-break space") << QString() << u"Ada\u00A0L"_s << id;
    QTest::newRow("invisible") << u"a\u200Bb@c.example"_s << u"\u2060"_s << id;
}

void LifecycleSheetsTest::proofs()
{
    QFETCH(QString, email);
    QFETCH(QString, name);
    QFETCH(QString, proof);
    QCOMPARE(typedProof(ContactId(u"c1"_s), email, name), proof);
}

void LifecycleSheetsTest::hasItTypedBeforeItIsDone_data()
{
    QTest::addColumn<bool>("isDelete");
    QTest::newRow("delete") << true;
    QTest::newRow("block") << false;
}

void LifecycleSheetsTest::hasItTypedBeforeItIsDone()
{
    QFETCH(bool, isDelete);
    QPointer<DangerSheet> sheet =
        openDanger(isDelete ? DangerSheet::Act::Delete : DangerSheet::Act::Block, ada());
    QSignalSpy done(sheet, &DangerSheet::done);
    const QString name = isDelete ? u"deleteForGoodButton"_s : u"blockForGoodButton"_s;
    QVERIFY(sheet->title().contains(u"Ada Lovelace"_s));
    QString all;
    for (const QLabel *label : sheet->findChildren<QLabel *>())
        all += label->text() + u'\n';
    QVERIFY(all.contains(isDelete ? u"seven days"_s : u"unblock"_s));
    QVERIFY(all.contains(u"archive it"_s));
    QVERIFY(!button(*sheet, name)->isEnabled());
    Stage::type(*sheet, u"proofEdit"_s, u"Ada@analytical.example"_s);
    QVERIFY(!button(*sheet, name)->isEnabled());
    Stage::type(*sheet, u"proofEdit"_s, u"ada@analytical.example"_s);
    QVERIFY(button(*sheet, name)->isEnabled());
    QVERIFY(m_life->asked.isEmpty());
    Stage::click(*sheet, name);
    QVERIFY(sheet->isBusy());
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(m_life->asked.size(), 1);
    QCOMPARE(m_life->asked.constFirst().what, isDelete ? u"remove"_s : u"block"_s);
    QCOMPARE(m_life->asked.constFirst().contact, ada());
    QCOMPARE(done.constFirst().constFirst().value<Receipt>().contact, ada());
    QTRY_VERIFY(sheet.isNull());
}

void LifecycleSheetsTest::noKeyPressesTheDangerButtonButItsOwn()
{
    DangerSheet *sheet = openDanger(DangerSheet::Act::Delete, ada());
    QSignalSpy done(sheet, &DangerSheet::done);
    QCOMPARE(focus(), u"proofEdit"_s);
    m_stage->key(Qt::Key_Return);
    QVERIFY(Stage::find<FormField>(*sheet, u"proofField"_s)->hasProblem());
    QTest::keyClicks(m_stage->window().focusWidget(), ada().email);
    QVERIFY(!Stage::find<FormField>(*sheet, u"proofField"_s)->hasProblem());
    m_stage->key(Qt::Key_Return);
    m_stage->key(Qt::Key_Return, Qt::ControlModifier);
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QCoreApplication::sendPostedEvents();
    QVERIFY(m_life->asked.isEmpty());
    // By keyboard alone: Tab to the button, and press it.
    for (int i = 0; i < 5 && focus() != "deleteForGoodButton"_L1; ++i)
        m_stage->key(Qt::Key_Tab);
    QCOMPARE(focus(), u"deleteForGoodButton"_s);
    m_stage->key(Qt::Key_Space);
    QTRY_COMPARE(done.size(), 1);
}

void LifecycleSheetsTest::offersToArchiveInstead()
{
    QPointer<DangerSheet> sheet = openDanger(DangerSheet::Act::Block, ada());
    QSignalSpy archive(sheet, &DangerSheet::archiveRequested);
    Stage::click(*sheet, u"archiveInsteadButton"_s);
    QCOMPARE(archive.size(), 1);
    QCOMPARE(archive.constFirst().constFirst().value<BulkTarget>(), ada());
    QVERIFY(m_life->asked.isEmpty());
    QTRY_VERIFY(sheet.isNull());
}

void LifecycleSheetsTest::tellsInTheSheetWhatWentWrong()
{
    m_life->error = failure(ErrorKind::Forbidden);
    DangerSheet *sheet = openDanger(DangerSheet::Act::Delete, ada());
    QSignalSpy done(sheet, &DangerSheet::done);
    Stage::type(*sheet, u"proofEdit"_s, ada().email);
    Stage::click(*sheet, u"deleteForGoodButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QVERIFY(sheet->message().text().startsWith(u"The contact was not deleted."_s));
    QVERIFY(sheet->isVisible());
    QCOMPARE(Stage::find<QLineEdit>(*sheet, u"proofEdit"_s)->text(), ada().email);
    m_life->error.reset();
    Stage::click(*sheet, u"deleteForGoodButton"_s);
    QTRY_COMPARE(done.size(), 1);
}

void LifecycleSheetsTest::saysWhenNobodyCanBeSure()
{
    m_life->error = failure(ErrorKind::Timeout, Effect::Unknown);
    DangerSheet *sheet = openDanger(DangerSheet::Act::Block, ada());
    Stage::type(*sheet, u"proofEdit"_s, ada().email);
    Stage::click(*sheet, u"blockForGoodButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QVERIFY(sheet->message().text().contains(u"not certain whether the contact was blocked"_s));
    QVERIFY(sheet->message().text().contains(u"receipt"_s));
}

void LifecycleSheetsTest::stopsAtEscape()
{
    m_life->isHolding = true;
    QPointer<DangerSheet> sheet = openDanger(DangerSheet::Act::Delete, ada());
    Stage::type(*sheet, u"proofEdit"_s, ada().email);
    Stage::click(*sheet, u"deleteForGoodButton"_s);
    QVERIFY(sheet->isBusy());
    QVERIFY(!button(*sheet, u"deleteForGoodButton"_s)->isEnabled());
    m_stage->key(Qt::Key_Escape);
    QTRY_VERIFY(!sheet->isBusy());
    QVERIFY(sheet->isVisible());
    m_stage->key(Qt::Key_Escape);
    QTRY_VERIFY(sheet.isNull());
}

void LifecycleSheetsTest::showsHostileNamesAsTheyAre()
{
    const BulkTarget hostile{ContactId(u"c9"_s), u"<b>"_s + Turned + Huge,
                             u"<i>a&b</i>@x.example"_s, Role::User};
    DangerSheet *sheet = openDanger(DangerSheet::Act::Delete, hostile);
    QVERIFY(sheet->title().contains(u"<b>"_s));
    QVERIFY(!sheet->title().contains(QChar(0x202E)));
    QVERIFY(sheet->title().size() < 200);
    for (const QLabel *label : sheet->findChildren<QLabel *>()) {
        const bool isPlain =
            label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text());
        QVERIFY2(isPlain, qPrintable(label->text().left(100)));
    }
    QCOMPARE(sheet->proof(), hostile.email);
    Stage::type(*sheet, u"proofEdit"_s, hostile.email);
    QVERIFY(button(*sheet, u"deleteForGoodButton"_s)->isEnabled());
    QVERIFY(sheet->cardGeometry().height() < m_stage->window().height());
}

void LifecycleSheetsTest::showsAReceiptAndCopiesIt()
{
    Receipt receipt = FakeLifecycle::receiptOf(Receipt::Kind::Merged, ada());
    receipt.into = {ContactId(u"u7"_s), u"Two\nlines"_s, u"u7@x.example"_s, Role::User};
    auto *sheet = new ReceiptSheet(m_stage->theme(), receipt, QTimeZone::utc(), &m_stage->window());
    sheet->open();
    QCOMPARE(sheet->title(), u"Merged Ada Lovelace into Two lines"_s);
    Stage::click(*sheet, u"copyReceiptButton"_s);
    const QString text = QGuiApplication::clipboard()->text();
    for (const QString &part : {u"c1"_s, u"u7"_s, u"ada@analytical.example"_s, u"Priya Nair"_s,
                                u"005jsrmatie9k4jdebg0"_s, u"2023"_s, u"Two lines"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\n"_s + text));
    QPointer<ReceiptSheet> gone = sheet;
    m_stage->key(Qt::Key_Escape);
    QTRY_VERIFY(gone.isNull());
    receipt.kind = Receipt::Kind::Deleted;
    receipt.isCertain = false;
    QCOMPARE(receiptTitle(receipt), u"Perhaps deleted Ada Lovelace"_s);
    QVERIFY(receiptAsText(receipt, QTimeZone::utc()).contains(u"Not certain"_s));
}

void LifecycleSheetsTest::listsReceipts()
{
    Receipt first = FakeLifecycle::receiptOf(Receipt::Kind::Deleted, ada());
    Receipt second = FakeLifecycle::receiptOf(Receipt::Kind::Blocked,
                                              {ContactId(u"c2"_s), u"Bob"_s, {}, Role::User});
    second.number = 8;
    m_life->kept = {second, first};
    QPointer<ReceiptsSheet> sheet = new ReceiptsSheet(
        m_stage->theme(), *m_life, [](qint64 at) { return QString::number(at); },
        &m_stage->window());
    sheet->open();
    QSignalSpy chosen(sheet, &ReceiptsSheet::receiptChosen);
    const QAbstractItemModel *model = sheet->picker().list()->model();
    QTRY_COMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, 0).data().toString(), u"Blocked Bob"_s);
    QVERIFY(!button(*sheet, u"showReceiptButton"_s)->isEnabled());
    QTest::keyClicks(m_stage->window().focusWidget(), u"ada"_s);
    m_stage->key(Qt::Key_Return);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<Receipt>(), first);
    QTRY_VERIFY(sheet.isNull());
}

void LifecycleSheetsTest::convertsALeadWithAnEmail()
{
    const Contact lead = contactOf(u"l1"_s, Role::Lead, u"Ada"_s, u"ada@x.example"_s);
    m_life->answer = contactOf(u"l1"_s, Role::User, u"Ada"_s, u"ada@x.example"_s);
    QPointer<ConvertSheet> sheet = openConvert(lead);
    QSignalSpy converted(sheet, &ConvertSheet::converted);
    QVERIFY(!sheet->findChild<QLineEdit *>());
    m_stage->key(Qt::Key_Return);
    QTRY_COMPARE(converted.size(), 1);
    ContactPatch patch;
    patch.fields.emplace(ContactField::Role, u"user"_s);
    QCOMPARE(m_life->asked.constFirst().patch, patch);
    QTRY_VERIFY(sheet.isNull());
}

void LifecycleSheetsTest::asksForWhatAUserNeeds()
{
    const Contact lead = contactOf(u"l1"_s, Role::Lead, u"Visitor"_s, {});
    m_life->answer = lead;
    ConvertSheet *sheet = openConvert(lead);
    QSignalSpy converted(sheet, &ConvertSheet::converted);
    QCOMPARE(focus(), u"emailEdit"_s);
    QVERIFY(!button(*sheet, u"convertButton"_s)->isEnabled());
    m_stage->key(Qt::Key_Return);
    const auto problem = [sheet](const QString &field) {
        return Stage::find<FormField>(*sheet, field)->problem();
    };
    QVERIFY(problem(u"emailField"_s).contains(u"email or an external id"_s));
    QTest::keyClicks(m_stage->window().focusWidget(), u"visitor@"_s);
    QVERIFY(!button(*sheet, u"convertButton"_s)->isEnabled());
    m_stage->key(Qt::Key_Return);
    QVERIFY(problem(u"emailField"_s).contains(u"no email address"_s));
    // The external id alone is enough.
    Stage::type(*sheet, u"emailEdit"_s, {});
    Stage::type(*sheet, u"externalIdEdit"_s, u"  V-70 "_s);
    QVERIFY(button(*sheet, u"convertButton"_s)->isEnabled());
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(converted.size(), 1);
    ContactPatch patch;
    patch.fields = {{ContactField::Role, u"user"_s}, {ContactField::ExternalId, u"V-70"_s}};
    QCOMPARE(m_life->asked.constFirst().patch, patch);
}

void LifecycleSheetsTest::keepsToServerErrorsAtTheirField()
{
    m_life->error = failure(ErrorKind::Invalid);
    m_life->error->field = ContactField::Email;
    m_life->error->message = u"is <b>odd</b>"_s;
    ConvertSheet *sheet = openConvert(contactOf(u"l1"_s, Role::Lead, u"Visitor"_s, {}));
    Stage::type(*sheet, u"emailEdit"_s, u"v@x.example"_s);
    Stage::click(*sheet, u"convertButton"_s);
    auto *field = Stage::find<FormField>(*sheet, u"emailField"_s);
    QTRY_VERIFY(field->problem().contains(u"is <b>odd</b>"_s));
    QVERIFY(sheet->isVisible());
    m_life->error = failure(ErrorKind::Server);
    Stage::type(*sheet, u"emailEdit"_s, u"w@x.example"_s);
    QVERIFY(!field->hasProblem());
    Stage::click(*sheet, u"convertButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QVERIFY(sheet->message().text().startsWith(u"The lead did not become a user."_s));
}

void LifecycleSheetsTest::offersToMergeWhenTheEmailIsTaken()
{
    m_life->error = failure(ErrorKind::Conflict);
    m_life->error->conflictingContact = ContactId(u"u5"_s);
    QPointer<ConvertSheet> sheet =
        openConvert(contactOf(u"l1"_s, Role::Lead, u"Ada"_s, u"ada@x.example"_s));
    QSignalSpy merge(sheet, &ConvertSheet::mergeRequested);
    Stage::click(*sheet, u"convertButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    Stage::click(*sheet, u"messageStripActionButton"_s);
    QCOMPARE(merge.size(), 1);
    QCOMPARE(merge.constFirst().constFirst().value<ContactId>(), ContactId(u"u5"_s));
    QTRY_VERIFY(sheet.isNull());
}

namespace {

ContactRow rowOf(const QString &id, Role role, const QString &name, const QString &email,
                 const QString &phone = {})
{
    ContactRow row;
    row.id = ContactId(id);
    row.role = role;
    row.name = name;
    row.email = email;
    row.phone = phone;
    return row;
}

} // namespace

void LifecycleSheetsTest::suggestsWhoIsAlike()
{
    m_book.put(rowOf(u"u1"_s, Role::User, u"Grace"_s, u"grace@x.example"_s));
    m_book.put(rowOf(u"u2"_s, Role::User, u"Ada L."_s, u"ADA@x.example"_s));
    m_book.put(rowOf(u"l1"_s, Role::Lead, u"Ada"_s, u"ada@x.example"_s));
    PickUserSheet *sheet = openPick(contactOf(u"l1"_s, Role::Lead, u"Ada"_s, u"ada@x.example"_s));
    QTRY_COMPARE(shownUsers(*sheet), QStringList{u"Ada L."_s});
    QVERIFY(button(*sheet, u"compareButton"_s)->isEnabled());
    QSignalSpy picked(sheet, &PickUserSheet::userPicked);
    m_stage->key(Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.constFirst().constFirst().value<ContactId>(), ContactId(u"u2"_s));
    // Nobody is alike: everybody is shown, nobody picked.
    PickUserSheet *other = openPick(contactOf(u"l2"_s, Role::Lead, u"Bo"_s, u"bo@x.example"_s));
    QTRY_COMPARE(shownUsers(*other).size(), 2);
    QVERIFY(other->field()->text().isEmpty());
    QVERIFY(!button(*other, u"compareButton"_s)->isEnabled());
}

void LifecycleSheetsTest::findsUsersWhileTyping()
{
    for (int i = 0; i < 250; ++i)
        m_book.put(rowOf(u"u%1"_s.arg(i), Role::User, u"Person %1"_s.arg(i, 3, 10, QChar(u'0')),
                         u"p%1@x.example"_s.arg(i)));
    m_book.put(rowOf(u"l1"_s, Role::Lead, u"Person 999"_s, {}));
    PickUserSheet *sheet = openPick(contactOf(u"l1"_s, Role::Lead, u"Visitor"_s, {}));
    QTRY_COMPARE(shownUsers(*sheet).size(), 200);
    auto *count = Stage::find<QLabel>(*sheet, u"userCountLabel"_s);
    QVERIFY(count->text().contains(u"200"_s) && count->text().contains(u"250"_s));
    Stage::type(*sheet, u"userEdit"_s, u"p17@x"_s);
    QTRY_COMPARE(shownUsers(*sheet), QStringList{u"Person 017"_s});
    QVERIFY(button(*sheet, u"compareButton"_s)->isEnabled());
    Stage::type(*sheet, u"userEdit"_s, u"person 999"_s);
    QTRY_COMPARE(shownUsers(*sheet), QStringList());
    QVERIFY(!button(*sheet, u"compareButton"_s)->isEnabled());
}

void LifecycleSheetsTest::picksByKeyboardAlone()
{
    for (const QString &name : {u"Ann"_s, u"Anna"_s, u"Annabel"_s})
        m_book.put(rowOf(name, Role::User, name, {}));
    PickUserSheet *sheet = openPick(contactOf(u"l1"_s, Role::Lead, u"Visitor"_s, {}));
    QSignalSpy picked(sheet, &PickUserSheet::userPicked);
    QCOMPARE(focus(), u"userEdit"_s);
    QTest::keyClicks(m_stage->window().focusWidget(), u"ann"_s);
    QTRY_COMPARE(shownUsers(*sheet).size(), 3);
    m_stage->key(Qt::Key_Return);
    QCOMPARE(picked.size(), 0);
    m_stage->key(Qt::Key_Down);
    m_stage->key(Qt::Key_Down);
    const QString second = shownUsers(*sheet).at(1);
    m_stage->key(Qt::Key_Return);
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.constFirst().constFirst().value<ContactId>(), ContactId(second));
}

void LifecycleSheetsTest::aLateAnswerCountsNoMore()
{
    MemoryBook book;
    book.put(rowOf(u"u1"_s, Role::User, u"Ann"_s, {}));
    book.put(rowOf(u"u2"_s, Role::User, u"Bob"_s, {}));
    book.holdAnswers();
    PickUserSheet sheet(m_stage->theme(), book, contactOf(u"l1"_s, Role::Lead, u"Visitor"_s, {}),
                        &m_stage->window());
    sheet.open();
    Stage::type(sheet, u"userEdit"_s, u"b"_s);
    QTRY_COMPARE(book.asked(), 2);
    while (book.waiting() > 0)
        book.answer(book.waiting() - 1);
    QTRY_COMPARE(shownUsers(sheet), QStringList{u"Bob"_s});
}

void LifecycleSheetsTest::previewsWhatSurvives()
{
    m_book.addAdmin(u"7"_s, u"Priya Nair"_s);
    Contact lead = contactOf(u"l1"_s, Role::Lead, u"Ada"_s, u"ada@x.example"_s);
    lead.fields[ContactField::Phone] = u"+1 555"_s;
    lead.fields[ContactField::Owner] = u"7"_s;
    lead.fields[ContactField::ExternalId] = u"made-by-intercom"_s;
    lead.customAttributes = {{u"plan"_s, u"free"_s}, {u"seats"_s, 3}, {u"vip"_s, true}};
    Contact user = contactOf(u"u1"_s, Role::User, u"Ada Lovelace"_s, u"ada@x.example"_s);
    user.fields[ContactField::Phone] = u""_s;
    user.fields[ContactField::ExternalId] = u"70"_s;
    user.customAttributes = {{u"plan"_s, u"pro"_s}, {u"seats"_s, QJsonValue::Null}};
    QHash<QString, MergeLine> byTitle;
    const QList<MergeLine> lines = mergePreview(lead, user, m_book, words());
    for (const MergeLine &line : lines)
        byTitle.insert(line.title, line);
    using Fate = MergeLine::Fate;
    const auto check = [&byTitle](const QString &title, Fate fate, const QString &after) {
        QVERIFY2(byTitle.contains(title), qPrintable(title));
        QVERIFY2(byTitle[title].fate == fate, qPrintable(title));
        QCOMPARE(byTitle[title].after, after);
    };
    check(u"Name"_s, Fate::Kept, u"Ada Lovelace"_s);
    check(u"Email"_s, Fate::Same, u"ada@x.example"_s);
    check(u"Phone"_s, Fate::TakenOver, u"+1 555"_s);
    check(u"Owner"_s, Fate::TakenOver, u"Priya Nair"_s);
    check(u"External id"_s, Fate::Kept, u"70"_s);
    check(u"Plan"_s, Fate::Kept, u"pro"_s);
    check(u"Seats"_s, Fate::TakenOver, u"3"_s);
    check(u"Vip"_s, Fate::TakenOver, u"Yes"_s);
    QVERIFY(byTitle[u"Name"_s].isLost());
    QVERIFY(!byTitle[u"Phone"_s].isLost());
    // Nothing to tell: no line. What is the same comes after what differs.
    QVERIFY(!byTitle.contains(u"Tags"_s));
    QVERIFY(!byTitle.contains(u"Signed up"_s));
    const auto at = [&lines](const QString &title) {
        return std::find_if(lines.begin(), lines.end(),
                            [&](const MergeLine &line) { return line.title == title; });
    };
    QVERIFY(at(u"Phone"_s) < at(u"Email"_s));
}

void LifecycleSheetsTest::previewsLists()
{
    m_book.addTag(u"1"_s, u"VIP"_s);
    m_book.addTag(u"2"_s, u"Beta"_s);
    m_book.addCompany(u"9"_s, u"NASA"_s);
    Contact lead = contactOf(u"l1"_s, Role::Lead, u"Ada"_s, {});
    Contact user = contactOf(u"u1"_s, Role::User, u"Ada"_s, {});
    lead.tags = listOf<TagId>({u"1"_s, u"2"_s});
    user.tags = listOf<TagId>({u"2"_s});
    lead.companies = listOf<CompanyId>({u"9"_s});
    lead.notes = listOf<QString>({u"n1"_s, u"n2"_s});
    user.notes = listOf<QString>({u"n3"_s});
    const auto lineOf = [&](const QString &title) {
        for (const MergeLine &line : mergePreview(lead, user, m_book, words())) {
            if (line.title == title)
                return line;
        }
        return MergeLine();
    };
    QCOMPARE(lineOf(u"Tags"_s).after, u"Beta, VIP"_s);
    QCOMPARE(lineOf(u"Companies"_s).after, u"NASA"_s);
    QCOMPARE(lineOf(u"Notes"_s).after, u"3 in all"_s);
    // Where not all are known nobody counts more exactly than is known.
    user.tags.total = 30;
    QCOMPARE(lineOf(u"Tags"_s).after, u"32 at most"_s);
    QCOMPARE(lineOf(u"Tags"_s).user, u"30 in all"_s);
}

void LifecycleSheetsTest::mergesAfterAClick()
{
    const Contact lead = contactOf(u"l1"_s, Role::Lead, u"Ada"_s, u"ada@x.example"_s);
    const Contact user = contactOf(u"u1"_s, Role::User, u"Ada L."_s, u"Ada@x.example"_s);
    m_life->answer = user;
    QPointer<MergeSheet> sheet = openMerge(lead, user);
    QSignalSpy merged(sheet, &MergeSheet::merged);
    QCOMPARE(sheet->title(), u"Merge Ada into Ada L.?"_s);
    QVERIFY(sheet->accessibleDescription().contains(u"cannot be undone"_s));
    QVERIFY(!Stage::find<QLabel>(*sheet, u"mergeWarningLabel"_s)->isVisible());
    m_stage->key(Qt::Key_S, Qt::ControlModifier);
    m_stage->key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_life->asked.isEmpty());
    Stage::click(*sheet, u"mergeForGoodButton"_s);
    QTRY_COMPARE(merged.size(), 1);
    QCOMPARE(m_life->asked.constFirst().what, u"merge"_s);
    QCOMPARE(m_life->asked.constFirst().contact.id, lead.id);
    QCOMPARE(m_life->asked.constFirst().into.id, user.id);
    QCOMPARE(merged.constFirst().constFirst().value<ContactId>(), lead.id);
    QTRY_VERIFY(sheet.isNull());
}

void LifecycleSheetsTest::tellsWhenTheyShareNothing()
{
    Contact lead = contactOf(u"l1"_s, Role::Lead, u"Ada"_s, u"ada@x.example"_s);
    const Contact user = contactOf(u"u1"_s, Role::User, u"Grace"_s, u"grace@x.example"_s);
    QPointer<MergeSheet> sheet = openMerge(lead, user);
    QVERIFY(Stage::find<QLabel>(*sheet, u"mergeWarningLabel"_s)->isVisible());
    QVERIFY(Stage::find<QLabel>(*sheet, u"mergeSummaryLabel"_s)->text().contains(u"dropped"_s));
    // Read anew meanwhile.
    lead.fields[ContactField::Email] = u"grace@x.example"_s;
    lead.fields[ContactField::Phone] = u"+1 555"_s;
    const int rows = sheet->findChild<CompareGrid *>()->rowCount();
    sheet->setContacts(lead, user);
    QVERIFY(!Stage::find<QLabel>(*sheet, u"mergeWarningLabel"_s)->isVisible());
    QCOMPARE(sheet->findChild<CompareGrid *>()->rowCount(), rows + 1);
    QSignalSpy back(sheet, &MergeSheet::backRequested);
    Stage::click(*sheet, u"anotherUserButton"_s);
    QCOMPARE(back.size(), 1);
    QTRY_VERIFY(sheet.isNull());
}

void LifecycleSheetsTest::keepsTheMergeSheetOnTrouble()
{
    m_life->error = failure(ErrorKind::Conflict);
    MergeSheet *sheet = openMerge(contactOf(u"l1"_s, Role::Lead, u"Ada"_s, {}),
                                  contactOf(u"u1"_s, Role::User, u"Ada"_s, {}));
    Stage::click(*sheet, u"mergeForGoodButton"_s);
    QTRY_VERIFY(sheet->message().isVisible());
    QVERIFY(sheet->message().text().startsWith(u"The contacts were not merged."_s));
    QVERIFY(sheet->message().text().contains(u"no lead any more"_s));
    m_life->error = failure(ErrorKind::Invalid);
    m_life->error->code = u"invalid_merge"_s;
    Stage::click(*sheet, u"mergeForGoodButton"_s);
    QTRY_VERIFY(sheet->message().text().contains(u"only duplicates"_s));
    QVERIFY(sheet->isVisible());
}

void LifecycleSheetsTest::comparesHostileTexts()
{
    Contact lead = contactOf(u"l1"_s, Role::Lead, u"<b>x</b>"_s + Turned, u"l@x.example"_s);
    Contact user = contactOf(u"u1"_s, Role::User, Huge, u"u@x.example"_s);
    lead.customAttributes.insert(u"<i>&a</i>"_s, Huge);
    user.customAttributes.insert(u"list"_s, QJsonArray{1, u"<b>"_s});
    MergeSheet *sheet = openMerge(lead, user);
    QVERIFY(!sheet->title().contains(QChar(0x202E)));
    QVERIFY(sheet->title().size() < 300);
    for (const QLabel *label : sheet->findChildren<QLabel *>()) {
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
        QVERIFY(label->accessibleName().size() < 1000);
        QVERIFY(label->toolTip().size() < 1100);
    }
    QVERIFY(sheet->cardGeometry().width() <= 740);
    QVERIFY(sheet->cardGeometry().height() <= m_stage->window().height());
}

} // namespace roster

QTEST_MAIN(roster::LifecycleSheetsTest)
#include "tst_lifecyclesheets.moc"
