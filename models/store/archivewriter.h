// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <array>
#include <cstring>
#include <optional>
#include <type_traits>
#include <utility>

namespace portolan::store {

//! Puts values in a row of bytes (codec.h says how).
class ArchiveWriter
{
public:
    QByteArray bytes;

    void number(quint64 value)
    {
        while (value >= 0x80) {
            bytes.append(char(value | 0x80));
            value >>= 7;
        }
        bytes.append(char(value));
    }

    void value(const QByteArray &data)
    {
        number(quint64(data.size()));
        bytes.append(data);
    }

    void value(const QString &text)
    {
        if (text.isEmpty())
            bytes.append('\0');
        else
            value(text.toUtf8());
    }

    void value(bool flag) { bytes.append(char(flag)); }

    void value(qint64 signedNumber)
    {
        // zigzag: small negative numbers stay short
        number((quint64(signedNumber) << 1) ^ quint64(signedNumber >> 63));
    }

    void value(int signedNumber) { value(qint64(signedNumber)); }

    void value(const QDateTime &time)
    {
        // Milliseconds since the epoch, odd so that 0 says "null".
        value(time.isValid() ? time.toMSecsSinceEpoch() * 2 + 1 : qint64(0));
    }

    void value(QDate day)
    {
        // Day 0 was in the year 4714 before our time: it says "null".
        value(day.isValid() ? day.toJulianDay() : qint64(0));
    }

    void value(const QUuid &id)
    {
        if (id.isNull())
            bytes.append('\0');
        else
            value(id.toRfc4122());
    }

    void value(double real)
    {
        std::array<char, sizeof real> raw{};
        std::memcpy(raw.data(), &real, sizeof real);
        bytes.append(raw.data(), qsizetype(raw.size()));
    }

    void value(const std::optional<double> &real)
    {
        value(real.has_value());
        if (real)
            value(*real);
    }

    void value(const std::optional<bool> &flag) { bytes.append(char(!flag ? 0 : *flag ? 2 : 1)); }

    template <typename T>
    requires std::is_enum_v<T>

    void value(T word) { number(quint64(word)); }

    template <typename A, typename B>
    void value(const std::pair<A, B> &pair)
    {
        value(pair.first);
        value(pair.second);
    }

    template <typename T>
    void value(const QList<T> &list)
    {
        number(quint64(list.size()));
        for (const auto &item : list)
            value(item);
    }

    template <typename T>
    requires std::is_aggregate_v<T>

    void value(const T &object) { visit(*this, object); }

    template <typename... T>
    void operator()(const T &...members)
    {
        (value(members), ...);
    }

    template <typename... T>
    void since(int, const T &...members)
    {
        (value(members), ...);
    }
};

} // namespace portolan::store
