// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace portolan::store
