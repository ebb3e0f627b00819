// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace roster {

//! The value of an operation that answers nothing but "done".
struct Done
{
    friend bool operator==(const Done &, const Done &) = default;
};

//! A value or an ApiError.
template <class T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(ApiError error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }

    //! Only when isOk().
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    const T &operator*() const { return std::get<0>(m_state); }

    //! Only when not isOk().
    const ApiError &error() const { return std::get<1>(m_state); }

    //! Applies `f` to the value; an error passes through.
    template <class F>
    auto map(F &&f) const -> Result<std::invoke_result_t<F, const T &>>
    {
        if (isOk())
            return std::forward<F>(f)(value());
        return error();
    }

    //! Like map() for an `f` that returns a Result itself.
    template <class F>
    auto andThen(F &&f) const -> std::invoke_result_t<F, const T &>
    {
        if (isOk())
            return std::forward<F>(f)(value());
        return error();
    }

    friend bool operator==(const Result &, const Result &) = default;

private:
    std::variant<T, ApiError> m_state;
};

} // namespace roster
