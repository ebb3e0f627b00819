// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sandbox/workspace/dump.h"
#include "tests/sandbox/workspace/naivebook.h"

#include <random>

namespace roster::sandbox::test {

//! The workspace and the model side by side; step() says what was wrong, empty when nothing.
class Twins
{
public:
    using State = NaiveContact::State;

    explicit Twins(uint seed)
        : m_random(seed)
    {
        for (int i = 0; i < 4; ++i) {
            const QByteArray n = QByteArray::number(i);
            m_tags << made(u"/tags"_s, R"({"name":"tag )" + n + "\"}");
            m_companies << made(u"/companies"_s, R"({"company_id":"c)" + n + "\"}");
        }
    }

    QString step()
    {
        if (below(25) == 0)
            m_lab.pass(below(3) * 86400);
        m_lab.pass(1);
        m_book.pass(m_lab.now());
        switch (below(12)) {
        case 0:
        case 1:
            return create();
        case 2:
        case 3:
            return change();
        case 4:
            return lifeCycle("POST", u"/archive"_s);
        case 5:
            return lifeCycle("POST", u"/unarchive"_s);
        case 6:
            return below(3) == 0 ? lifeCycle("DELETE", {}) : QString();
        case 7:
            return hang(u"/tags"_s, m_tags, &NaiveContact::tags);
        case 8:
            return hang(u"/subscriptions"_s, m_choices, &NaiveContact::optedOut);
        case 9:
            return writeNote();
        default:
            return hang(u"/companies"_s, m_companies, &NaiveContact::companies);
        }
    }

    //! Compares everything that lists and search tell.
    QString compareAll()
    {
        const auto anybody = [](const NaiveContact &) { return true; };
        const Walk all = walk(m_lab, u"/contacts"_s, 1 + below(20));
        if (!all.problem.isEmpty())
            return all.problem;
        if (QString wrong = compare(all.ids, m_book.active(anybody), u"the list"_s);
            !wrong.isEmpty())
            return wrong;
        for (const QJsonObject &entry : all.entries) {
            if (QString wrong = compareOne(entry); !wrong.isEmpty())
                return wrong;
        }
        for (const QString &tag : m_tags) {
            const auto hasTag = [&](const NaiveContact &c) { return c.tags.contains(tag); };
            const Answer found = m_lab.search(R"({"field":"tag_id","operator":"=","value":")" +
                                              tag.toLatin1() + "\"}");
            if (QString wrong = compare(idsOf(found), m_book.active(hasTag), tag); !wrong.isEmpty())
                return wrong;
        }
        return compareCompanies();
    }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<uint>(limit)); }

    QString made(const QString &path, const QByteArray &body)
    {
        return m_lab.post(path, body).body[u"id"].toString();
    }

    //! An id of somebody there ever was, now and then of nobody.
    QString anyId()
    {
        return m_ids.isEmpty() || below(40) == 0 ? u"000000000000000000000000"_s
                                                 : m_ids.at(below(static_cast<int>(m_ids.size())));
    }

    QString anyEmail()
    {
        return (below(2) ? u"m%1@x.example"_s : u"M%1@X.example"_s).arg(below(9));
    }

    QString failed(const char *what, const Answer &answer) const
    {
        return QString::fromLatin1(what) + u": "_s + QString::fromUtf8(text(answer));
    }

    //! Whether a conflict is told where the model has one, and of one of its holders.
    QString checkConflict(const Answer &answer, const QList<NaiveContact> &holders) const
    {
        if (holders.isEmpty())
            return answer.status == 200 ? QString() : failed("should work", answer);
        if (answer.status != 409 || codeOf(answer) != u"conflict"_s)
            return failed("should conflict", answer);
        for (const NaiveContact &holder : holders) {
            const QString who = holder.state == State::Active ? u"A "_s : u"An archived "_s;
            if (messageOf(answer) ==
                who + u"contact matching those details already exists with id="_s + holder.id)
                return {};
        }
        return failed("names somebody else", answer);
    }

    QString create()
    {
        NaiveContact wanted;
        wanted.isLead = below(4) == 0;
        wanted.name = u"name %1"_s.arg(below(6));
        QJsonObject body{{u"role"_s, wanted.isLead ? u"lead"_s : u"user"_s},
                         {u"name"_s, wanted.name}};
        if (!wanted.isLead && below(2)) {
            wanted.externalId = u"x%1"_s.arg(below(15));
            body[u"external_id"_s] = *wanted.externalId;
        }
        if (!wanted.externalId || below(2)) {
            wanted.email = anyEmail();
            body[u"email"_s] = wanted.email;
        }
        const Answer answer = m_lab.post(u"/contacts"_s, QJsonDocument(body).toJson());
        const QList<NaiveContact> holders = m_book.holders(wanted);
        if (QString wrong = checkConflict(answer, holders); !wrong.isEmpty() || !holders.isEmpty())
            return wrong;
        wanted.id = answer.body[u"id"].toString();
        if (m_ids.contains(wanted.id))
            return failed("an id twice", answer);
        if (wanted.isLead)
            wanted.externalId = answer.body[u"external_id"].toString();
        m_ids.append(wanted.id);
        m_book.contacts.append(wanted);
        return compareOne(answer.body.toObject());
    }

    QString change()
    {
        const QString id = anyId();
        NaiveContact *contact = m_book.find(id);
        NaiveContact wanted = contact ? *contact : NaiveContact();
        QJsonObject body;
        if (below(2))
            body[u"name"_s] = wanted.name = u"name %1"_s.arg(below(6));
        if (below(2))
            body[u"email"_s] = wanted.email = anyEmail();
        if (below(8) == 0) {
            body[u"email"_s] = QJsonValue::Null;
            wanted.email.clear();
        }
        if (below(8) == 0) {
            body[u"role"_s] = u"user"_s;
            wanted.isLead = false;
        }
        if (below(4) == 0) {
            const QString own = u"x%1"_s.arg(below(15));
            body[u"external_id"_s] = own;
            if (!wanted.isLead)
                wanted.externalId = own;
        }
        const Answer answer = m_lab.put(u"/contacts/"_s + id, QJsonDocument(body).toJson());
        if (!contact || contact->state != State::Active)
            return answer.status == 404 ? QString() : failed("should be unknown", answer);
        // Whoever keeps an identity keeps it, even one that others have come to share.
        const bool isOther = contact->isLead != wanted.isLead ||
                             contact->externalId != wanted.externalId ||
                             contact->email.toLower() != wanted.email.toLower();
        const QList<NaiveContact> holders =
            isOther ? m_book.holders(wanted) : QList<NaiveContact>();
        if (QString wrong = checkConflict(answer, holders); !wrong.isEmpty() || !holders.isEmpty())
            return wrong;
        *contact = wanted;
        return compareOne(answer.body.toObject());
    }

    QString lifeCycle(const QByteArray &method, const QString &action)
    {
        const QString id = anyId();
        NaiveContact *contact = m_book.find(id);
        const Answer answer = m_lab.ask(method, u"/contacts/"_s + id + action);
        int expected = contact ? 200 : 404;
        if (contact && contact->state == State::Deleted)
            expected = action == u"/unarchive"_s ? 400 : 404;
        if (answer.status != expected)
            return failed("should be another status", answer);
        if (expected != 200)
            return {};
        if (action.isEmpty()) {
            contact->state = State::Deleted;
            contact->deletedAt = m_lab.now();
        } else {
            contact->state = action == u"/archive"_s ? State::Archived : State::Active;
        }
        return m_lab.get(u"/contacts/"_s + id).status ==
                       (contact->state == State::Active ? 200 : 404)
                   ? QString()
                   : failed("is not in its state", answer);
    }

    //! Puts one of things on a contact, or takes it off.
    QString hang(const QString &list, const QStringList &things,
                 QSet<QString> NaiveContact::*member)
    {
        const QString id = anyId();
        NaiveContact *contact = m_book.find(id);
        const QString thing = things.at(below(static_cast<int>(things.size())));
        const QString path = u"/contacts/"_s + id + list;
        const bool putsOn = below(3) > 0;
        // Only subscriptions look at the consent.
        const QByteArray body = R"({"id":")" + thing.toLatin1() + R"(","consent_type":"opt_out"})";
        const Answer answer = putsOn ? m_lab.post(path, body) : m_lab.del(path + u'/' + thing);
        const bool isActive = contact && contact->state == State::Active;
        const bool works = isActive && (putsOn || (contact->*member).contains(thing));
        if (answer.status != (works ? 200 : 404))
            return failed("should be another status", answer);
        if (!works)
            return {};
        if (putsOn)
            (contact->*member).insert(thing);
        else
            (contact->*member).remove(thing);
        return compare(idsOf(m_lab.get(path)), contact->*member, path);
    }

    QString writeNote()
    {
        const QString id = anyId();
        NaiveContact *contact = m_book.find(id);
        const bool isActive = contact && contact->state == State::Active;
        const QString path = u"/contacts/"_s + id + u"/notes"_s;
        const Answer answer = m_lab.post(path, R"({"body":"a"})");
        if (answer.status != (isActive ? 200 : 404))
            return failed("should be another status", answer);
        if (!isActive)
            return {};
        ++contact->notes;
        const Answer list = m_lab.get(path + u"?per_page=1"_s);
        return list.body[u"total_count"].toInt() == contact->notes &&
                       list.body[u"data"][0] == answer.body
                   ? QString()
                   : failed("is not the newest note", list);
    }

    static QString compare(const QStringList &ids, const QSet<QString> &expected,
                           const QString &what)
    {
        const QSet<QString> found(ids.begin(), ids.end());
        return found == expected && found.size() == ids.size()
                   ? QString()
                   : what + u" holds "_s + ids.join(u' ') + u", not "_s +
                         QStringList(expected.begin(), expected.end()).join(u' ');
    }

    QString compareOne(const QJsonObject &json)
    {
        const NaiveContact *contact = m_book.find(json[u"id"_s].toString());
        const bool same =
            contact && json[u"name"_s].toString() == contact->name &&
            json[u"email"_s].toString() == contact->email &&
            json[u"external_id"_s].isNull() == !contact->externalId &&
            json[u"external_id"_s].toString() == contact->externalId.value_or(u""_s) &&
            (json[u"role"_s].toString() == u"lead"_s) == contact->isLead &&
            json[u"tags"_s][u"total_count"].toInt() == contact->tags.size() &&
            json[u"companies"_s][u"total_count"].toInt() == contact->companies.size() &&
            json[u"notes"_s][u"total_count"].toInt() == contact->notes &&
            json[u"opted_out_subscription_types"_s][u"total_count"].toInt() ==
                contact->optedOut.size();
        return same ? QString()
                    : u"another contact: "_s + QString::fromUtf8(QJsonDocument(json).toJson());
    }

    QString compareCompanies()
    {
        for (const QString &company : m_companies) {
            const QString path = u"/companies/"_s + company;
            const QSet<QString> members =
                m_book.active([&](const NaiveContact &c) { return c.companies.contains(company); });
            if (m_lab.get(path).body[u"user_count"].toInt() != members.size())
                return u"another user_count"_s;
            const Walk found = walk(m_lab, path + u"/contacts"_s, 1 + below(5));
            if (QString wrong = compare(found.ids, members, path); !wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    std::mt19937 m_random;
    Lab m_lab;
    NaiveBook m_book;
    QStringList m_ids;
    QStringList m_tags;
    QStringList m_companies;
    const QStringList m_choices{u"37846"_s, u"37847"_s, u"37848"_s};
};

} // namespace roster::sandbox::test
