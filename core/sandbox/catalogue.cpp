// SPDX-License-Identifier: MIT
#include "core/sandbox/catalogue.h"

#include "core/sandbox/contactrow.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace roster::sandbox::seed {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstTag = 7522810;
constexpr qint64 day = 24 * 3600;

QStringList tagNames()
{
    return {u"VIP"_s,
            u"Beta"_s,
            u"Enterprise"_s,
            u"Trial"_s,
            u"EU"_s,
            u"Partner"_s,
            u"Press"_s,
            u"Webinar"_s,
            u"Churn risk"_s,
            u"Newsletter"_s,
            u"Onboarding"_s,
            u"Invoice overdue"_s,
            u"Feature request"_s,
            u"Bug reporter"_s,
            u"Early adopter"_s,
            u"Référence client"_s,
            u"Renewal Q3"_s,
            u"Speaks Arabic"_s,
            u"重要客户"_s,
            u"Do not call"_s,
            u"Education"_s,
            u"Non-profit"_s,
            u"Conference 2024"_s,
            u"Needs follow-up"_s,
            u"API user"_s,
            u"⭐ Champion"_s,
            u"Migrated from the old helpdesk"_s};
}

struct Admin
{
    QString name;
    QString email;
    QString title;
};

void storeAdmins(Database &db)
{
    const Admin admins[] = {
        {u"Priya Nair"_s, u"priya.nair@sandbox.example"_s, u"Head of Support"_s},
        {u"Jürgen Großmann"_s, u"jurgen.grossmann@sandbox.example"_s, u"Support Engineer"_s},
        {u"Aoife O'Sullivan"_s, u"aoife.osullivan@sandbox.example"_s, u"Customer Success"_s},
        {u"Łukasz Żółkiewski"_s, u"lukasz.zolkiewski@sandbox.example"_s, {}},
        {u"山本 葵"_s, u"aoi.yamamoto@sandbox.example"_s, u"Account Manager"_s}};
    const QString sql = u"INSERT INTO admin(id, name, email, job_title, is_bot, is_away, has_seat)"
                        " VALUES(?,?,?,?,?,?,?)"_s;
    qint64 id = firstAdmin;
    for (const Admin &admin : admins) {
        const int isAway = id == firstAdmin + 3;
        db.run(sql, {id, admin.name, admin.email, admin.title, 0, isAway, 1});
        ++id;
    }
    db.run(sql, {firstAdmin - 1, u"Operator"_s, u"operator+rs7k2p9x@sandbox.example"_s, QString(),
                 1, 0, 0});
}

void storeTags(Database &db)
{
    const QString sql = u"INSERT INTO tag(id, name, name_key) VALUES(?,?,?)"_s;
    qint64 id = firstTag;
    for (const QString &name : tagNames()) {
        db.run(sql, {id, name, folded(name)});
        ++id;
    }
    db.run(sql, {manualTag, u"Manual tag"_s, folded(u"Manual tag"_s)});
}

struct Attribute
{
    QString model;
    QString name;
    QString dataType;
    QString description;
    QStringList options;
    bool archived = false;
    bool hasDependants = false; //!< something of the workspace's own is built on it
};

QList<Attribute> attributeList()
{
    const QString contact = u"contact"_s;
    const QString company = u"company"_s;
    return {{contact, u"job_title"_s, u"string"_s, u"What the person does at work"_s, {}},
            {contact,
             u"plan"_s,
             u"string"_s,
             u"The plan the person is on"_s,
             {u"Free"_s, u"Starter"_s, u"Pro"_s, u"Enterprise"_s},
             false,
             true},
            {contact, u"seats"_s, u"integer"_s, u"How many seats were bought"_s, {}},
            {contact, u"lifetime_value"_s, u"float"_s, u"What was paid so far, in euros"_s, {}},
            {contact, u"newsletter"_s, u"boolean"_s, u"Whether the newsletter is wanted"_s, {}},
            {contact, u"trial_ends_at"_s, u"date"_s, u"When the trial ends"_s, {}},
            {contact,
             u"heard_from"_s,
             u"string"_s,
             u"Where the person heard of us"_s,
             {u"Search"_s, u"A friend"_s, u"Event"_s, u"Advert"_s}},
            {contact, u"account_notes"_s, u"string"_s, u"Anything worth remembering"_s, {}},
            {contact, u"legacy_score"_s, u"integer"_s, u"No longer used"_s, {}, true},
            {company,
             u"tier"_s,
             u"string"_s,
             u"How closely the company is looked after"_s,
             {u"Gold"_s, u"Silver"_s, u"Bronze"_s}},
            {company, u"contract_value"_s, u"float"_s, u"The yearly value of the contract"_s, {}},
            {company, u"renewal_at"_s, u"date"_s, u"When the contract is renewed"_s, {}},
            {company, u"is_partner"_s, u"boolean"_s, u"Whether the company sells for us"_s, {}}};
}

void storeAttributes(Database &db, qint64 now)
{
    const QString sql =
        u"INSERT INTO data_attribute(id, model, name, description, data_type, options, archived,"
        " created_at, updated_at, admin) VALUES(?,?,?,?,?,?,?,?,?,?)"_s;
    qint64 id = 9410301;
    for (const Attribute &attribute : attributeList()) {
        const QJsonArray options = QJsonArray::fromStringList(attribute.options);
        const QByteArray json = QJsonDocument(options).toJson(QJsonDocument::Compact);
        const qint64 created = now - 5 * 365 * day + (id % 100) * day;
        db.run(sql,
               {id, attribute.model, attribute.name, attribute.description, attribute.dataType,
                options.isEmpty() ? QString() : QString::fromUtf8(json),
                static_cast<int>(attribute.archived), created, created + 30 * day, firstAdmin});
        if (attribute.hasDependants) {
            db.run(u"INSERT INTO data_attribute_detail(attribute, ui_writable, dependants)"
                   " VALUES(?,1,1)"_s,
                   {id});
        }
        ++id;
    }
}

} // namespace

const QList<qint64> &tagIds()
{
    static const QList<qint64> ids = [] {
        QList<qint64> all;
        for (qint64 i = 0; i < tagNames().size(); ++i)
            all.append(firstTag + i);
        return all;
    }();
    return ids;
}

void storeCatalogue(Database &db, const WorkspaceOptions &options)
{
    storeAdmins(db);
    storeTags(db);
    storeAttributes(db, options.now);
}

} // namespace roster::sandbox::seed
