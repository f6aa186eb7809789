// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/packing.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <algorithm>
#include <cstring>
#include <optional>
#include <type_traits>
#include <utility>

namespace portolan::store {

//! Takes them out again; throws when the bytes are not what ArchiveWriter wrote. One that does not
//! keep only goes past them, many times faster.
template <bool keeps>
class BasicArchiveReader
{
public:
    //! \a form as formOf() gives it.
    explicit BasicArchiveReader(QByteArrayView source, int form = currentForm)
        : m_at(source.data())
        , m_end(m_at + source.size())
        , m_form(form)
    {
    }

    bool atEnd() const { return m_at == m_end; }

    const char *position() const { return m_at; }

    //! The number of items of the list that follows; every item takes at least a byte.
    qsizetype listSize() { return length(); }

    quint64 number()
    {
        quint64 result = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto part = byte();
            result |= quint64(part & 0x7f) << shift;
            if ((part & 0x80) == 0)
                return result;
        }
        damaged();
    }

    void value(QByteArray &data)
    {
        const auto size = length();
        if constexpr (keeps)
            data = QByteArray(m_at, size);
        m_at += size;
    }

    void value(QString &text)
    {
        const auto size = length();
        if constexpr (keeps)
            text = size == 0 ? QString() : QString::fromUtf8(m_at, size);
        m_at += size;
    }

    void value(bool &flag) { flag = byte() != 0; }

    void value(qint64 &signedNumber)
    {
        const auto raw = number();
        signedNumber = qint64(raw >> 1) ^ -qint64(raw & 1);
    }

    void value(int &signedNumber)
    {
        qint64 wide = 0;
        value(wide);
        signedNumber = int(wide);
    }

    void value(QDateTime &time)
    {
        qint64 wide = 0;
        value(wide);
        time = wide == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch((wide - 1) / 2, Qt::UTC);
    }

    void value(QDate &day)
    {
        qint64 number = 0;
        value(number);
        day = number == 0 ? QDate() : QDate::fromJulianDay(number);
    }

    void value(QUuid &id)
    {
        QByteArray raw;
        value(raw);
        id = QUuid::fromRfc4122(raw);
    }

    void value(double &real)
    {
        if (m_end - m_at < std::ptrdiff_t(sizeof real))
            damaged();
        std::memcpy(&real, m_at, sizeof real);
        m_at += sizeof real;
    }

    void value(std::optional<double> &real)
    {
        real.reset();
        if (byte() != 0)
            value(real.emplace());
    }

    void value(std::optional<bool> &flag)
    {
        const auto raw = byte();
        flag = raw == 0 ? std::optional<bool>() : std::optional<bool>(raw == 2);
    }

    template <typename T>
    requires std::is_enum_v<T>

    void value(T &word) { word = static_cast<T>(number()); }

    template <typename A, typename B>
    void value(std::pair<A, B> &pair)
    {
        value(pair.first);
        value(pair.second);
    }

    template <typename T>
    void value(QList<T> &list)
    {
        const auto size = listSize();
        if constexpr (keeps) {
            list.clear();
            list.reserve(std::min<qsizetype>(size, 4096));
            for (qsizetype i = 0; i < size; ++i)
                value(list.emplaceBack());
        } else {
            T passed;
            for (qsizetype i = 0; i < size; ++i)
                value(passed);
        }
    }

    template <typename T>
    requires std::is_aggregate_v<T>

    void value(T &object) { visit(*this, object); }

    template <typename... T>
    void operator()(T &...members)
    {
        (value(members), ...);
    }

    //! Members that documents of a form before \a form lack: left as they are.
    template <typename... T>
    void since(int form, T &...members)
    {
        if (m_form >= form)
            (value(members), ...);
    }

private:
    quint8 byte()
    {
        if (m_at == m_end)
            damaged();
        return quint8(*m_at++);
    }

    qsizetype length()
    {
        const auto size = number();
        if (size > quint64(m_end - m_at))
            damaged();
        return qsizetype(size);
    }

    const char *m_at;
    const char *m_end;
    int m_form;
};

using ArchiveReader = BasicArchiveReader<true>;
using ArchiveSkipper = BasicArchiveReader<false>;

} // namespace portolan::store
