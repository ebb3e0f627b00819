// SPDX-License-Identifier: MIT
#include "tests/store/storefixture.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

namespace roster {

namespace {

QVariant variantOf(const FieldValue &value)
{
    if (const bool *flag = std::get_if<bool>(&value))
        return *flag;
    if (const qint64 *number = std::get_if<qint64>(&value))
        return *number;
    return isNull(value) ? QVariant() : QVariant(textOf(value));
}

FieldValue valueOf(const QVariant &variant)
{
    switch (variant.typeId()) {
    case QMetaType::Bool:
        return variant.toBool();
    case QMetaType::LongLong:
        return variant.toLongLong();
    case QMetaType::QString:
        return variant.toString();
    default:
        return {};
    }
}

template <class T>
void write(QDataStream &out, const PartialList<T> &list)
{
    out << list.total << qint32(list.items.size());
    for (const T &id : list.items)
        out << id.text();
}

template <class T>
void read(QDataStream &in, PartialList<T> &list)
{
    qint32 count = 0;
    in >> list.total >> count;
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QString text;
        in >> text;
        list.items.append(T(text));
    }
}

} // namespace

QByteArray recordOf(const Contact &contact)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << contact.id.text() << qint32(contact.fields.size());
    for (const auto &[field, value] : contact.fields)
        out << qint32(field) << variantOf(value);
    write(out, contact.tags);
    write(out, contact.companies);
    out << qint32(contact.customAttributes.size());
    for (auto it = contact.customAttributes.begin(); it != contact.customAttributes.end(); ++it)
        out << it.key() << it.value().toVariant();
    return bytes;
}

Result<Contact> contactOfRecord(const QByteArray &record)
{
    QDataStream in(record);
    Contact contact;
    QString id;
    qint32 count = 0;
    in >> id >> count;
    contact.id = ContactId(id);
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        qint32 field = 0;
        QVariant value;
        in >> field >> value;
        contact.fields[static_cast<ContactField>(field)] = valueOf(value);
    }
    read(in, contact.tags);
    read(in, contact.companies);
    in >> count;
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QString name;
        QVariant value;
        in >> name >> value;
        contact.customAttributes.insert(name, QJsonValue::fromVariant(value));
    }
    if (in.status() != QDataStream::Ok)
        return ApiError::protocol(QStringLiteral("record"));
    return contact;
}

Contact contactWith(const QString &id, qint64 updatedAt, std::map<ContactField, FieldValue> fields)
{
    Contact contact;
    contact.id = ContactId(id);
    contact.fields = std::move(fields);
    contact.fields.try_emplace(ContactField::Role, QStringLiteral("user"));
    contact.fields[ContactField::UpdatedAt] = updatedAt;
    return contact;
}

StoredContact listed(const Contact &contact)
{
    return {rowOf(contact), recordOf(contact), RecordSource::Listing};
}

StoredContact answered(const Contact &contact)
{
    return {rowOf(contact), recordOf(contact), RecordSource::Answer};
}

StoreFixture::StoreFixture()
{
    const Result<Done> isOpen = open();
    if (!isOpen)
        qFatal("no store: %s", qPrintable(isOpen.error().detail));
}

Result<Done> StoreFixture::open(StatementHook *hook, bool isIndexed)
{
    m_store.reset();
    StoreOptions options{contactsFile(), journalFile(), contactOfRecord, m_clock, hook};
    options.isIndexed = isIndexed;
    Result<std::unique_ptr<Store>> store = Store::open(options);
    if (!store)
        return store.error();
    m_store = std::move(store).value();
    if (!hook && isIndexed && !waitForIndex())
        return ApiError::storage(QStringLiteral("no index"));
    return Done{};
}

bool StoreFixture::waitForIndex()
{
    return QTest::qWaitFor([this] { return m_store->isIndexReady(); }, 60000);
}

QStringList StoreFixture::names(const ContactQuery &query)
{
    const Result<std::vector<RowKey>> keys = resultOf(m_store->reader().orderedKeys(query));
    QStringList labels;
    if (!keys)
        return {keys.error().detail};
    for (const ContactRow &row : m_store->reader().rows(*keys))
        labels.append(row.label());
    return labels;
}

} // namespace roster
