// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/apierror.h"

#include <optional>
#include <type_traits>
#include <utility>

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
        : m_value(std::move(value))
    {
    }
    Result(ApiError error)
        : m_error(std::move(error))
    {
    }

    bool isOk() const { return m_value.has_value(); }
    explicit operator bool() const { return isOk(); }

    //! Only when isOk().
    const T &value() const & { return m_value.value(); }
    T &&value() && { return std::move(m_value).value(); }
    const T *operator->() const { return &m_value.value(); }
    const T &operator*() const { return m_value.value(); }

    //! Only when not isOk().
    const ApiError &error() const { return m_error.value(); }

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
    // One of them is set. A std::variant would say so, but is by far the dearest thing to compile.
    std::optional<T> m_value;
    std::optional<ApiError> m_error;
};

} // namespace roster
