// SPDX-License-Identifier: GPL-3.0-or-later
// Values as bytes and back. A type of several members is taken apart by Fields::fields(), which
// both directions go through: what is written is what is read.
#pragma once

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>
#include <QString>
#include <QStringList>

#include <concepts>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>

namespace portolan::formats::openlineage {

//! \a T is \a Of, or a constant one.
template <typename T, typename Of>
concept Like = std::is_same_v<std::remove_const_t<T>, Of>;

//! What a QDataStream writes by itself.
template <typename T>
inline constexpr bool isStreamed =
    std::is_same_v<
        T,
        QString> || std::is_same_v<T, QByteArray> || std::is_same_v<T, QStringList> || std::is_same_v<T, bool>;

//! Writes what it is given.
template <typename Fields>
class ByteWriter
{
public:
    ByteWriter()
        : m_stream(&m_bytes, QIODevice::WriteOnly)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
    }

    template <typename T>
    ByteWriter &operator&(const T &value)
    {
        if constexpr (isStreamed<T>)
            m_stream << value;
        else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
            m_stream << qint64(value);
        else
            Fields::fields(*this, value);
        return *this;
    }

    template <typename T>
    ByteWriter &operator&(const std::optional<T> &value)
    {
        m_stream << value.has_value();
        if (value)
            *this &*value;
        return *this;
    }

    template <typename Key, typename T>
    ByteWriter &operator&(const std::map<Key, T> &map)
    {
        m_stream << qint64(map.size());
        for (const auto &entry : map)
            *this &entry.first &entry.second;
        return *this;
    }

    template <typename First, typename Second>
    ByteWriter &operator&(const std::pair<First, Second> &pair)
    {
        return *this & pair.first & pair.second;
    }

    QByteArray packed() const { return qCompress(m_bytes, 1); }

private:
    QByteArray m_bytes;
    QDataStream m_stream;
};

//! Reads the same for \a Owner, which Fields::share() may give the letters of a value to keep.
template <typename Fields, typename Owner>
class ByteReader
{
public:
    ByteReader(const QByteArray &packed, Owner &owner)
        : m_bytes(qUncompress(packed))
        , m_stream(m_bytes)
        , m_owner(owner)
    {
        m_stream.setVersion(QDataStream::Qt_6_4);
    }

    template <typename T>
    ByteReader &operator&(T &value)
    {
        if constexpr (isStreamed<T>)
            m_stream >> value;
        else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>)
            value = T(number());
        else
            Fields::fields(*this, value);
        Fields::share(m_owner, value);
        return *this;
    }

    template <typename T>
    ByteReader &operator&(std::optional<T> &value)
    {
        bool isThere = false;
        m_stream >> isThere;
        if (isThere)
            *this &value.emplace();
        return *this;
    }

    template <typename Key, typename T>
    ByteReader &operator&(std::map<Key, T> &map)
    {
        for (auto left = number(); left > 0 && isOk(); --left) {
            Key key{};
            *this &key;
            *this &map[key];
        }
        return *this;
    }

    template <typename First, typename Second>
    ByteReader &operator&(std::pair<First, Second> &pair)
    {
        return *this & pair.first & pair.second;
    }

    qint64 number()
    {
        qint64 value = 0;
        m_stream >> value;
        return value;
    }

    bool isOk() const { return m_stream.status() == QDataStream::Ok; }

    //! Whether everything was read, and nothing was missing.
    bool isAtEnd() const { return isOk() && m_stream.atEnd(); }

private:
    QByteArray m_bytes;
    QDataStream m_stream;
    Owner &m_owner;
};

} // namespace portolan::formats::openlineage
