// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>

#include <optional>
#include <type_traits>

namespace roster::api {

//! One place in a JSON document, with checked access. What is not as asked for is noted once in
//! the document's problem, with its path ("data[3].created_at: number expected"), and a harmless
//! value is returned, so that a reader is written without an `if` per member; parseJson() turns the
//! problem into the result. A node refers to its parent: keep parents alive while using children.
class JsonNode
{
public:
    //! The document's root; `problem` collects the first thing that is wrong.
    JsonNode(QJsonValue root, QString &problem)
        : m_value(std::move(root))
        , m_problem(&problem)
    {
    }

    const QJsonValue &value() const { return m_value; }
    bool isMissing() const { return m_value.isUndefined(); }
    bool isNull() const { return m_value.isNull(); }
    //! Neither missing nor null.
    bool isGiven() const { return !isMissing() && !isNull(); }

    //! The member called `name`; a missing one is a node that says so when it is read.
    JsonNode member(QLatin1String name) const;
    //! The first of the two that is there; the first when neither is.
    JsonNode member(QLatin1String name, QLatin1String otherName) const;
    //! Calls `f(node)` for each entry of this array.
    template <class F>
    void forEach(F &&f) const
    {
        const QJsonArray entries = array();
        for (qsizetype i = 0; i < entries.size(); ++i)
            f(entry(entries, i));
    }

    //! Required values of one type.
    QString text() const;
    qint64 integer() const;
    //! A whole number of things: 0 or more.
    int count() const;
    bool flag() const;
    QJsonObject object() const;
    QJsonArray array() const;
    //! An id: text that is not empty, or a whole number, which some versions write instead.
    QString id() const;

    //! Text, or empty when missing or null.
    QString optionalText() const { return isGiven() ? text() : QString(); }
    //! A whole number, or nothing when missing or null.
    std::optional<qint64> optionalInteger() const
    {
        return isGiven() ? std::optional(integer()) : std::nullopt;
    }
    //! Says so unless this is exactly `expected`.
    void expectText(QLatin1String expected) const;

    //! Notes that this place is not what it should be; only a document's first problem counts.
    void complain(const QString &expectation) const;
    //! "data[3].created_at"; empty for the root.
    QString path() const;

private:
    JsonNode(const JsonNode *parent, QLatin1String name, qsizetype index, QJsonValue value)
        : m_value(std::move(value))
        , m_problem(parent->m_problem)
        , m_parent(parent)
        , m_name(name)
        , m_index(index)
    {
    }
    JsonNode entry(const QJsonArray &entries, qsizetype index) const;

    QJsonValue m_value;
    QString *m_problem;
    const JsonNode *m_parent = nullptr;
    QLatin1String m_name;
    qsizetype m_index = -1;
};

//! The document as an object, or an error that says where it stops being JSON.
Result<QJsonObject> parseObject(const QByteArray &json);

//! Runs `read(const JsonNode &root)` over the document; any problem it met becomes the error
//! (ErrorKind::Protocol, the place in `detail`).
template <class F>
auto parseJson(const QByteArray &json, F &&read)
    -> Result<std::invoke_result_t<F, const JsonNode &>>
{
    const Result<QJsonObject> document = parseObject(json);
    if (!document)
        return document.error();
    QString problem;
    const JsonNode root(document.value(), problem);
    auto value = read(root);
    if (!problem.isEmpty())
        return ApiError::protocol(problem);
    return value;
}

} // namespace roster::api
