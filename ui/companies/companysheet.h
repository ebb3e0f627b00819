// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/companyrecord.h"
#include "ui/panel/recordsections.h"
#include "ui/prompts/tasksheet.h"

class QLabel;
class QVBoxLayout;

namespace roster {

class CompanyPeople;
class FactRows;
class PanelSection;
class Session;

//! The page of one company: its record as Intercom tells it now, and its contacts, of which any can
//! be opened.
class CompanySheet : public TaskSheet
{
    Q_OBJECT

public:
    CompanySheet(const Theme &theme, Session &session, const CompanyId &company, QWidget *host);
    ~CompanySheet() override;

    CompanyPeople &people() { return *m_people; }

Q_SIGNALS:
    //! Show this contact; the sheet is closing.
    void openRequested(const roster::ContactId &id);

protected:
    bool canProceed() const override;
    void proceed() override;

private:
    QWidget *buildRecord(const Theme &theme);
    QWidget *buildSections(const Theme &theme, QWidget *parent);
    void load();
    void loadSegments();
    void showRecord(const CompanyRecord &company);
    void openContact(const ContactId &id);

    Session &m_session;
    const CompanyId m_id;
    CompanyRecord m_company;
    QList<QPointer<Operation>> m_reading;
    QLabel *m_state = nullptr;
    QWidget *m_record = nullptr;
    FactRows *m_facts = nullptr;
    PanelSection *m_attributes = nullptr;
    FactRows *m_attributeFacts = nullptr;
    PanelSection *m_rest = nullptr;
    FactRows *m_restFacts = nullptr;
    CompanyPeople *m_people;
};

} // namespace roster
