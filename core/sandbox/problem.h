// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <utility>
#include <variant>

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
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Checked(Problem problem)
        : m_state(std::in_place_index<1>, std::move(problem))
    {
    }

    //! True when there is a value.
    explicit operator bool() const { return m_state.index() == 0; }

    T &operator*() { return std::get<0>(m_state); }
    const T &operator*() const { return std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }

    //! Only when there is no value.
    [[nodiscard]] const Problem &problem() const { return std::get<1>(m_state); }

private:
    std::variant<T, Problem> m_state;
};

} // namespace roster::sandbox
