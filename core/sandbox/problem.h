// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace roster::sandbox {

//! Why a call is refused: what becomes the entry of an error envelope.
struct Problem
{
    int status = 400;
    QString code;
    QString message;
    QString field;            //!< empty: the entry names no field
    bool namesRequest = true; //!< false: the body's request_id is null, as search answers it
    QString canonical = {};   //!< the path of what took its place; empty: nothing did
};

//! A value, or the Problem that stands in its way.
template <typename T>
class [[nodiscard]] Checked
{
public:
    Checked(T value)
        : m_value(std::move(value))
    {
    }
    Checked(Problem problem)
        : m_problem(std::move(problem))
    {
    }

    //! True when there is a value.
    explicit operator bool() const { return m_value.has_value(); }

    T &operator*() { return m_value.value(); }
    const T &operator*() const { return m_value.value(); }
    T *operator->() { return &m_value.value(); }
    const T *operator->() const { return &m_value.value(); }

    //! Only when there is no value.
    [[nodiscard]] const Problem &problem() const { return m_problem.value(); }

private:
    // One of them is set; cheaper to compile than a std::variant.
    std::optional<T> m_value;
    std::optional<Problem> m_problem;
};

} // namespace roster::sandbox
