// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"

#include <QByteArrayList>
#include <QList>

#include <cstdint>
#include <functional>
#include <limits>

namespace portolan::store {

//! A bit for each text that was looked for, the lowest for the first.
using StartBits = std::uint64_t;
inline constexpr qsizetype mostStarts = 64;

//! The fields of a thing, thousands maybe, looked through without taking all of them apart.
class FieldSource
{
public:
    using Wants = std::function<bool(StartBits)>;
    using Take = std::function<void(domain::Field &&)>;

    FieldSource() = default;
    FieldSource(const FieldSource &) = delete;
    FieldSource &operator=(const FieldSource &) = delete;
    virtual ~FieldSource() = default;

    //! Asks \a wants about each of the first \a most fields, in schema order, with the bits of
    //! those of \a starts (small plain letters, mostStarts at most) that it may hold, never one too
    //! few; those wanted go to \a take. Gives the bits of all these fields together.
    virtual StartBits scan(const QByteArrayList &starts, qsizetype most, const Wants &wants,
                           const Take &take) = 0;

    virtual qsizetype size() const = 0;

    static constexpr qsizetype noLimit = std::numeric_limits<qsizetype>::max();
};

//! Fields that are there already.
class FieldList final : public FieldSource
{
public:
    explicit FieldList(const QList<domain::Field> &fields)
        : m_fields(fields)
    {
    }

    StartBits scan(const QByteArrayList &starts, qsizetype most, const Wants &wants,
                   const Take &take) override;

    qsizetype size() const override { return m_fields.size(); }

private:
    const QList<domain::Field> &m_fields;
};

} // namespace portolan::store
