// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/fieldsource.h"

#include <QByteArray>

#include <functional>

namespace portolan::store {

//! Stored fields (encodeFields()) that are looked through as they are: what may hold a text is
//! found in their bytes, and only what is wanted is taken apart. Throws as decodeFields() does.
class PackedFields final : public FieldSource
{
public:
    //! \a read is called once, when they are wanted. It gives \a size fields.
    PackedFields(std::function<QByteArray()> read, qsizetype size)
        : m_read(std::move(read))
        , m_size(size)
    {
    }

    StartBits scan(const QByteArrayList &starts, qsizetype most, const Wants &wants,
                   const Take &take) override;

    qsizetype size() const override { return m_size; }

private:
    class Cursor;

    void readBeginning();
    void readAll();

    std::function<QByteArray()> m_read;
    qsizetype m_size = 0;
    QByteArray m_packed; //!< what m_bytes may be a part of
    QByteArray m_bytes; //!< unpacked: all, or the beginning
    bool m_isWhole = false;
    int m_form = 0;
};

} // namespace portolan::store
