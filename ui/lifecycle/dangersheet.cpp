// SPDX-License-Identifier: MIT
#include "ui/lifecycle/dangersheet.h"

#include "ui/lifecycle/lifecycleport.h"
#include "ui/lifecycle/lifecyclerules.h"
#include "ui/lifecycle/receipttext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/plainwords.h"
#include "ui/widgets/sheetbuttons.h"
#include "ui/widgets/textfield.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 560;
constexpr int LongestTyped = 200;

QString sheetName(DangerSheet::Act act)
{
    return act == DangerSheet::Act::Delete ? u"deleteSheet"_s : u"blockSheet"_s;
}

QStringList factsOf(DangerSheet::Act act)
{
    if (act == DangerSheet::Act::Block) {
        return {
            DangerSheet::tr("Intercom blocks the contact and archives its conversations."),
            DangerSheet::tr("Roster lists it no longer."),
            DangerSheet::tr("Intercom’s API has no way back: neither Roster nor another program "
                            "can unblock it, restore it or create it anew.")};
    }
    return {
        DangerSheet::tr("The contact is gone at once: no list and no search finds it, here or "
                        "elsewhere, and Roster cannot restore it."),
        DangerSheet::tr("For seven days Intercom keeps it marked for deletion. During that time "
                        "its email and external id stay taken: a user with them cannot be "
                        "created."),
        DangerSheet::tr("After the seven days it is erased for good.")};
}

QString titleOf(DangerSheet::Act act, const BulkTarget &contact)
{
    return (act == DangerSheet::Act::Delete ? DangerSheet::tr("Delete %1 for good?")
                                            : DangerSheet::tr("Block %1 for good?"))
        .arg(personText(contact));
}

} // namespace

DangerSheet::DangerSheet(const Theme &theme, LifecyclePort &port, Act act,
                         const BulkTarget &contact, QWidget *host)
    : TaskSheet(theme, sheetName(act), host, nullptr)
    , m_theme(theme)
    , m_port(port)
    , m_act(act)
    , m_contact(contact)
    , m_proof(typedProof(contact.id, contact.email, contact.label))
{
    setCardWidth(CardWidth);
    setTitle(titleOf(act, contact));
    setSubtitle(tr("This cannot be taken back. To only take the contact out of the lists, archive "
                   "it: that can be undone at any time."));
    addFacts(factsOf(act));
    addProof();
    QPushButton *archive = makeQuietButton(u"archiveInsteadButton"_s, tr("&Archive instead"), this);
    buttons().addLeading(archive);
    connect(archive, &QPushButton::clicked, this, [this] {
        if (isBusy())
            return;
        Q_EMIT archiveRequested(m_contact);
        dismiss();
    });
    const bool isDelete = act == Act::Delete;
    addFooter(isDelete ? u"deleteForGoodButton"_s : u"blockForGoodButton"_s,
              isDelete ? tr("&Delete for good") : tr("&Block for good"), Main::Danger);
}

void DangerSheet::addFacts(const QStringList &facts)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    for (const QString &fact : facts) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *dot = new QLabel(u"•"_s, this);
        dot->setAccessibleName(u" "_s);
        row->addWidget(dot, 0, Qt::AlignTop);
        auto *words = new QLabel(fact, this);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        row->addWidget(words, 1);
        column->addLayout(row);
    }
    body()->addLayout(column);
}

void DangerSheet::addProof()
{
    const QString label = tr("&Type %1 to go on");
    const QString shown = inSentence(m_proof);
    m_typed = new TextField(m_theme, u"proofEdit"_s, QString(label).remove(u'&').arg(shown), this);
    m_typed->setMaxLength(LongestTyped);
    m_field = new FormField(m_theme, u"proofField"_s,
                            label.arg(QString(shown).replace(u'&', "&&"_L1)), m_typed, this);
    body()->addWidget(m_field);
    setFirstFocus(m_typed);
    connect(m_typed, &QLineEdit::textChanged, this, [this] {
        m_field->clearProblem();
        updateButtons();
    });
}

bool DangerSheet::canProceed() const
{
    return m_typed->text().trimmed() == m_proof;
}

void DangerSheet::explain()
{
    m_field->setProblem(tr("Type it exactly as it stands above."));
    m_typed->setFocus(Qt::OtherFocusReason);
}

void DangerSheet::proceed()
{
    const bool isDelete = m_act == Act::Delete;
    OperationOf<Receipt> *operation = isDelete ? m_port.remove(m_contact) : m_port.block(m_contact);
    operation->onFinished(this, [this, isDelete](const Result<Receipt> &receipt) {
        if (!receipt) {
            showError(receipt.error(), isDelete ? Doing::DeletingContact : Doing::BlockingContact);
            return;
        }
        Q_EMIT done(*receipt);
        dismiss();
    });
    hold(operation, isDelete ? tr("Deleting the contact") : tr("Blocking the contact"));
}

} // namespace roster
