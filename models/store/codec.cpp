// SPDX-License-Identifier: GPL-3.0-or-later
// Each type is taken apart by a structured binding that names all its members. A member that is
// added to a domain type therefore does not compile here until it is stored as well.
#include "models/store/codec.h"

#include "models/base/result.h"
#include "models/store/packing.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

using namespace domain;

class Writer
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

//! Reads what Writer wrote. One that does not keep only goes past it, many times faster.
template <bool keeps>
class BasicReader
{
public:
    explicit BasicReader(QByteArrayView source)
        : m_at(source.data())
        , m_end(m_at + source.size())
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

    void value(int &signedNumber)
    {
        const auto raw = number();
        signedNumber = int(qint64(raw >> 1) ^ -qint64(raw & 1));
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

using Reader = BasicReader<true>;
using Skipper = BasicReader<false>;

template <typename T, typename Plain>
concept Is = std::is_same_v<std::remove_const_t<T>, Plain>;

void visit(auto &archive, Is<RelationTo> auto &object)
{
    auto &[relation, nativeId] = object;
    archive(relation, nativeId);
}

void visit(auto &archive, Is<NativeDocument> auto &object)
{
    auto &[file, line, json] = object;
    archive(file, line, json);
}

void visit(auto &archive, Is<SlaTerm> auto &object)
{
    auto &[property, value, valueExt, unit, element, driver, description, schedule, scheduler] =
        object;
    archive(property, value, valueExt, unit, element, driver, description, schedule, scheduler);
}

void visit(auto &archive, Is<Role> auto &object)
{
    auto &[role, description, access, firstLevelApprovers, secondLevelApprovers] = object;
    archive(role, description, access, firstLevelApprovers, secondLevelApprovers);
}

void visit(auto &archive, Is<TeamMember> auto &object)
{
    auto &[username, name, role, description, dateIn, dateOut, replacedByUsername] = object;
    archive(username, name, role, description, dateIn, dateOut, replacedByUsername);
}

void visit(auto &archive, Is<SupportChannel> auto &object)
{
    auto &[channel, url, description, tool, scope, invitationUrl] = object;
    archive(channel, url, description, tool, scope, invitationUrl);
}

void visit(auto &archive, Is<Price> auto &object)
{
    auto &[amount, currency, unit] = object;
    archive(amount, currency, unit);
}

void visit(auto &archive, Is<Terms> auto &object)
{
    auto &[purpose, limitations, usage] = object;
    archive(purpose, limitations, usage);
}

void visit(auto &archive, Is<Server> auto &object)
{
    auto &[name, type, environment, description, settings] = object;
    archive(name, type, environment, description, settings);
}

void visit(auto &archive, Is<QualityRule> auto &object)
{
    auto &[name, type, metric, dimension, severity, element, expression, description,
           businessImpact, schedule] = object;
    archive(name, type, metric, dimension, severity, element, expression, description,
            businessImpact, schedule);
}

void visit(auto &archive, Is<Reference> auto &object)
{
    auto &[type, url, description] = object;
    archive(type, url, description);
}

void visit(auto &archive, Is<Question> auto &object)
{
    auto &[question, answer] = object;
    archive(question, answer);
}

void visit(auto &archive, Is<EntityLists> auto &object)
{
    auto &[domain, tags, synonyms, portTypes] = object;
    archive(domain, tags, synonyms, portTypes);
}

void visit(auto &archive, Is<Field> auto &object)
{
    auto &[path, name, title, type, logicalType, description, classification, tags, terms, synonyms,
           examples, sources, transformation, encryptedName, constraints, references, nullable,
           primaryKey, primaryKeyPosition, unique, partitioned, critical, deprecated] = object;
    archive(path, name, title, type, logicalType, description, classification, tags, terms,
            synonyms, examples, sources, transformation, encryptedName, constraints, references,
            nullable, primaryKey, primaryKeyPosition, unique, partitioned, critical, deprecated);
}

// fields and native are named here and stored beside the payload.
void visit(auto &archive, Is<Record> auto &object)
{
    auto &[kind, nativeId, type, direction, name, title, description, domain, ownerId, ownerName,
           status, version, classification, tags, synonyms, datasetKey, popularity, relations,
           fields, terms, sla, roles, team, support, prices, servers, quality, references,
           questions, properties, native] = object;
    static_cast<void>(fields);
    static_cast<void>(native);
    archive(kind, nativeId, type, direction, name, title, description, domain, ownerId, ownerName,
            status, version, classification, tags, synonyms, datasetKey, popularity, relations,
            terms, sla, roles, team, support, prices, servers, quality, references, questions,
            properties);
}

void visit(auto &archive, Is<SchemaObject> auto &object)
{
    auto &[nativeId, name, fields] = object;
    archive(nativeId, name, fields);
}

void visit(auto &archive, Is<VersionDocument> auto &object)
{
    auto &[record, schema] = object;
    archive(record, schema);
}

template <typename T>
QByteArray encoded(const T &object)
{
    Writer writer;
    writer.value(object);
    return packed(writer.bytes);
}

template <typename T>
void decode(const QByteArray &bytes, T &object)
{
    const auto plain = unpacked(bytes);
    Reader reader(plain);
    reader.value(object);
    if (!reader.atEnd())
        damaged();
}

//! The beginnings of words, looked for in bytes without taking them apart.
class WordStarts
{
public:
    //! \a starts are small plain letters, none of them empty.
    explicit WordStarts(const QByteArrayList &starts)
        : m_starts(starts)
    {
        for (int c = 0x80; c < 0x100; ++c)
            m_isFirst[std::size_t(c)] = true; // no plain letter: what it folds to is not known here
        for (const auto &start : starts) {
            m_isFirst[quint8(start.front())] = true;
            m_isFirst[quint8(start.front() & ~0x20)] = true;
        }
    }

    //! Whether a text in \a encoded may hold a word that begins with one of them.
    bool mayBeIn(QByteArrayView encoded) const
    {
        for (const auto *at = encoded.begin(); at != encoded.end(); ++at) {
            if (m_isFirst[quint8(*at)] && (quint8(*at) >= 0x80 || startsAt(at, encoded.end())))
                return true;
        }
        return false;
    }

private:
    bool startsAt(const char *at, const char *end) const
    {
        const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; };
        return std::any_of(m_starts.begin(), m_starts.end(), [&](const QByteArray &start) {
            return start.size() <= end - at
                && std::equal(start.begin(), start.end(), at,
                              [small](char wanted, char c) { return wanted == small(c); });
        });
    }

    const QByteArrayList &m_starts;
    std::array<bool, 256> m_isFirst{};
};

} // namespace

QByteArray encodePayload(const Record &record)
{
    return encoded(record);
}

void decodePayload(const QByteArray &bytes, Record &record)
{
    decode(bytes, record);
}

QByteArray encodeFields(const QList<Field> &fields)
{
    return encoded(fields);
}

QList<Field> decodeFields(const QByteArray &bytes)
{
    QList<Field> fields;
    decode(bytes, fields);
    return fields;
}

QList<Field> decodeFieldsHolding(const QByteArray &packedFields, const QByteArrayList &starts)
{
    const auto bytes = unpacked(packedFields);
    const char *const end = bytes.constData() + bytes.size();
    const WordStarts words(starts);
    QList<Field> fields;
    Skipper skipper(bytes);
    Field passed;
    for (auto left = skipper.listSize(); left > 0; --left) {
        const auto *begin = skipper.position();
        skipper.value(passed);
        if (words.mayBeIn({begin, skipper.position() - begin}))
            Reader({begin, end - begin}).value(fields.emplaceBack());
    }
    return fields;
}

QByteArray encodeNative(const QList<NativeDocument> &native)
{
    return encoded(native);
}

QList<NativeDocument> decodeNative(const QByteArray &bytes)
{
    QList<NativeDocument> native;
    decode(bytes, native);
    return native;
}

QByteArray encodeLists(const EntityLists &lists)
{
    return encoded(lists);
}

EntityLists decodeLists(const QByteArray &bytes)
{
    EntityLists lists;
    decode(bytes, lists);
    return lists;
}

QByteArray encodeVersion(const VersionDocument &document)
{
    return encoded(document);
}

VersionDocument decodeVersion(const QByteArray &bytes)
{
    VersionDocument document;
    decode(bytes, document);
    return document;
}

} // namespace portolan::store
