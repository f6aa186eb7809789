// SPDX-License-Identifier: GPL-3.0-or-later
// How values become bytes. Types of several members are taken apart by a function visit() that
// names all of them, declared in this namespace where the type is stored; a member that is added to
// such a type therefore does not compile before it is stored as well.
#pragma once

#include "models/base/result.h"
#include "models/store/packing.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <algorithm>
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

    void value(int signedNumber)
    {
        // zigzag: small negative numbers stay short
        const auto wide = qint64(signedNumber);
        number((quint64(wide) << 1) ^ quint64(wide >> 63));
    }

    void value(const QDateTime &time)
    {
        // Milliseconds since the epoch, one more so that 0 says "null".
        const auto wide = time.isValid() ? time.toMSecsSinceEpoch() * 2 + 1 : qint64(0);
        number((quint64(wide) << 1) ^ quint64(wide >> 63));
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
};

//! Takes them out again; throws when the bytes are not what ArchiveWriter wrote.
class ArchiveReader
{
public:
    explicit ArchiveReader(const QByteArray &source)
        : m_at(source.constData())
        , m_end(m_at + source.size())
    {
    }

    bool atEnd() const { return m_at == m_end; }

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
        data = QByteArray(m_at, size);
        m_at += size;
    }

    void value(QString &text)
    {
        const auto size = length();
        text = size == 0 ? QString() : QString::fromUtf8(m_at, size);
        m_at += size;
    }

    void value(bool &flag) { flag = byte() != 0; }

    void value(int &signedNumber)
    {
        const auto raw = number();
        signedNumber = int(qint64(raw >> 1) ^ -qint64(raw & 1));
    }

    void value(QDateTime &time)
    {
        const auto raw = number();
        const auto wide = qint64(raw >> 1) ^ -qint64(raw & 1);
        time = wide == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch((wide - 1) / 2, Qt::UTC);
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
        const auto size = length(); // every item takes at least a byte
        list.clear();
        list.reserve(std::min<qsizetype>(size, 4096));
        for (qsizetype i = 0; i < size; ++i)
            value(list.emplaceBack());
    }

    template <typename T>
    requires std::is_aggregate_v<T>

    void value(T &object) { visit(*this, object); }

    template <typename... T>
    void operator()(T &...members)
    {
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
};

//! Whether T is Plain, const or not: what visit() takes for both directions.
template <typename T, typename Plain>
concept Is = std::is_same_v<std::remove_const_t<T>, Plain>;

//! The bytes of \a object, compressed where that pays.
template <typename T>
QByteArray encoded(const T &object)
{
    ArchiveWriter writer;
    writer.value(object);
    return packed(writer.bytes);
}

//! Reads \a object from what encoded() gave; throws when it is something else.
template <typename T>
void decode(const QByteArray &bytes, T &object)
{
    const auto plain = unpacked(bytes);
    ArchiveReader reader(plain);
    reader.value(object);
    if (!reader.atEnd())
        damaged();
}

} // namespace portolan::store
