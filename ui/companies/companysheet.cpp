// SPDX-License-Identifier: MIT
#include "ui/companies/companysheet.h"

#include "core/service/recordservice.h"
#include "core/service/session.h"
#include "ui/companies/companypeople.h"
#include "ui/companies/companysections.h"
#include "ui/contacts/cellwords.h"
#include "ui/panel/factrows.h"
#include "ui/panel/panelsection.h"
#include "ui/theme/kind.h"
#include "ui/widgets/sheetbuttons.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace roster {

namespace {

constexpr int CardWidth = 740;
constexpr int RecordWidth = 320;
constexpr int Height = 420;

//! A section of the record with its facts.
PanelSection *section(const Theme &theme, const QString &name, PanelSection::Kind kind,
                      FactRows *facts, QWidget *parent)
{
    auto *made = new PanelSection(theme, name, kind, parent);
    made->body()->addWidget(facts);
    return made;
}

} // namespace

CompanySheet::CompanySheet(const Theme &theme, Session &session, const CompanyId &company,
                           QWidget *host)
    : TaskSheet(theme, u"companySheet"_s, host, nullptr)
    , m_session(session)
    , m_id(company)
    , m_people(new CompanyPeople(theme, session.contacts(), company, this))
{
    setCardWidth(CardWidth);
    const QString name = CellWords::line(session.book().companyName(company));
    setTitle(name.isEmpty() ? tr("Company") : name);
    placeMessage();
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buildRecord(theme));
    row->addWidget(m_people, 1);
    body()->addLayout(row);
    m_people->setFixedHeight(Height);
    addFooter(u"openCompanyContactButton"_s, tr("&Open contact"));
    cancelButton()->setText(tr("Close"));
    cancelButton()->setAccessibleName(tr("Close"));
    // There is nobody in the list yet.
    setFirstFocus(cancelButton());
    connect(m_people, &CompanyPeople::filled, this, [this] {
        if (window()->focusWidget() == cancelButton())
            m_people->list().setFocus(Qt::OtherFocusReason);
    });
    connect(m_people, &CompanyPeople::currentChanged, this, [this] { updateButtons(); });
    connect(m_people, &CompanyPeople::opened, this, &CompanySheet::openContact);
    connect(&message(), &MessageStrip::actionTriggered, this, &CompanySheet::load);
    load();
    m_people->load();
}

CompanySheet::~CompanySheet()
{
    for (const QPointer<Operation> &reading : std::as_const(m_reading)) {
        if (reading)
            reading->cancel();
    }
}

QWidget *CompanySheet::buildRecord(const Theme &theme)
{
    auto *frame = new QFrame(this);
    setKind(*frame, u"list"_s);
    frame->setFixedSize(RecordWidth, Height);
    auto *scroll = new QScrollArea(frame);
    scroll->setObjectName(u"companyRecordScroll"_s);
    scroll->setAccessibleName(tr("Record of the company"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QVBoxLayout(frame);
    inner->setContentsMargins(1, 1, 1, 1);
    inner->addWidget(scroll);
    m_state = new QLabel(tr("Reading the company…"), scroll);
    m_state->setObjectName(u"companyStateLabel"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setMargin(16);
    setKind(*m_state, u"muted"_s);
    auto *content = new QWidget(scroll);
    content->setObjectName(u"companyRecord"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_state);
    column->addWidget(buildSections(theme, content));
    column->addStretch(1);
    scroll->setWidget(content);
    // The card shows through.
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return frame;
}

QWidget *CompanySheet::buildSections(const Theme &theme, QWidget *parent)
{
    m_record = new QWidget(parent);
    m_facts = new FactRows(u"companyFacts"_s, m_record);
    m_attributeFacts = new FactRows(u"companyAttributeFacts"_s, m_record);
    m_restFacts = new FactRows(u"companyRestFacts"_s, m_record);
    using Kind = PanelSection::Kind;
    PanelSection *facts = section(theme, u"companyFactSection"_s, Kind::Fixed, m_facts, m_record);
    m_attributes =
        section(theme, u"companyAttributeSection"_s, Kind::Fixed, m_attributeFacts, m_record);
    m_rest = section(theme, u"companyRestSection"_s, Kind::Folding, m_restFacts, m_record);
    auto *column = new QVBoxLayout(m_record);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (PanelSection *each : {facts, m_attributes, m_rest})
        column->addWidget(each);
    m_record->hide();
    return m_record;
}

void CompanySheet::load()
{
    message().clear();
    RecordService *records = m_session.records();
    if (!records)
        return m_state->setText(tr("Nothing more is known of this company."));
    m_state->setText(tr("Reading the company…"));
    OperationOf<CompanyRecord> *reading = records->company(m_id);
    m_reading = {reading};
    reading->onFinished(this, [this](const Result<CompanyRecord> &company) {
        if (company) {
            showRecord(*company);
            return loadSegments();
        }
        const bool isGone = company.error().kind == ErrorKind::NotFound;
        m_state->setText(isGone ? tr("Intercom does not know this company any more.")
                                : tr("The company could not be read."));
        showError(company.error(), Doing::LoadingCompany);
        if (!isGone)
            message().setAction(tr("Try again"));
    });
}

//! Its record names few of them, and older versions none.
void CompanySheet::loadSegments()
{
    OperationOf<QList<Segment>> *reading = m_session.records()->companySegments(m_id);
    m_reading.append(reading);
    reading->onFinished(this, [this](const Result<QList<Segment>> &segments) {
        if (!segments)
            return;
        m_company.segments = *segments;
        showRecord(m_company);
    });
}

void CompanySheet::showRecord(const CompanyRecord &company)
{
    m_company = company;
    if (!company.name.isEmpty())
        setTitle(CellWords::line(company.name));
    RecordContext context;
    context.now = m_session.now();
    context.timeZone = m_session.identity().timeZone;
    m_facts->setLines(companyLines(company, context), false);
    const RecordSection attributes = companyAttributes(company, context);
    m_attributes->setTitle(attributes.title);
    m_attributes->setVisible(!attributes.isEmpty());
    m_attributeFacts->setLines(attributes.lines, false);
    const RecordSection rest = companyRest(company);
    m_rest->setTitle(rest.title);
    m_rest->setVisible(!rest.isEmpty());
    m_restFacts->setLines(rest.lines, false);
    m_state->hide();
    m_record->show();
}

bool CompanySheet::canProceed() const
{
    return m_people->current().has_value();
}

void CompanySheet::proceed()
{
    openContact(*m_people->current());
}

void CompanySheet::openContact(const ContactId &id)
{
    Q_EMIT openRequested(id);
    dismiss();
}

} // namespace roster
