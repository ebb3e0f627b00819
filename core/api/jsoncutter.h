// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>

namespace roster::api {

//! Walks over the members of one JSON object, or the entries of one array, and cuts their values
//! out as they stand, without reading what is in them. For JSON of which nothing else is wanted, or
//! that was read already; of JSON that is not sound it finds a part. The bytes outlive it.
class JsonCutter
{
public:
    explicit JsonCutter(QByteArrayView json);

    //! The next member of an object; false at the end, or when the JSON is not sound. `name` is in
    //! quotes.
    bool nextMember(QByteArrayView &name, QByteArrayView &value);
    //! The next entry of an array; false likewise.
    bool nextEntry(QByteArrayView &value);

private:
    void skipSpace();
    bool take(char c);
    void skipText();
    QByteArrayView cutValue();

    const char *m_at;
    const char *const m_end;
    char m_close = 0;
    bool m_isSound = true;
};

} // namespace roster::api
