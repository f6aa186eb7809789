// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/filters.h"

#include "models/domain/entitykind.h"
#include "models/store/search/fold.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {
namespace {

struct KeyColumns
{
    QString key;
    std::vector<ColumnKey> columns;
};

const std::vector<KeyColumns> &allKeyColumns()
{
    static const std::vector<KeyColumns> list{
        {u"kind"_s, {ColumnKey::Kind}},
        {u"type"_s, {ColumnKey::Type}},
        {u"domain"_s, {ColumnKey::Domain}},
        {u"port"_s, {ColumnKey::Port}},
        {u"status"_s, {ColumnKey::Status}},
        {u"owner"_s, {ColumnKey::Owner, ColumnKey::OwnerId}},
        {u"tag"_s, {ColumnKey::Tag}},
        {u"classification"_s, {ColumnKey::Classification}},
        {u"platform"_s, {ColumnKey::Platform}},
        {u"account"_s, {ColumnKey::Account}},
        {u"slo"_s, {ColumnKey::Slo}},
    };
    return list;
}

//! Which columns answer \a key:\a value. kind:stream is understood, though stream is a port type.
std::vector<ColumnKey> columnsFor(const QString &key, const QString &value)
{
    if (key == u"kind" && !domain::kindFromWord(value))
        return {ColumnKey::Type, ColumnKey::Port};
    for (const auto &entry : allKeyColumns()) {
        if (entry.key == key)
            return entry.columns;
    }
    return {};
}

//! Whether \a text, a value of \a key, is what \a wanted (its key) asks for. A domain is meant by
//! its last levels: "fulfilment" and "orders/fulfilment" both mean Orders/Fulfilment.
bool isMeant(ColumnKey key, std::string_view text, const std::string &wanted)
{
    const auto shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const auto value = columnValueKey(key, shown);
    if (value == wanted)
        return true;
    return key == ColumnKey::Domain && value.size() > wanted.size()
        && value.compare(value.size() - wanted.size(), wanted.size(), wanted) == 0
        && value[value.size() - wanted.size() - 1] == '/';
}

//! Adds the documents whose number is among \a hits. A million are looked at for each filter at
//! each key, so that nothing is asked inside the loop: \a hits has an entry for every number there
//! can be.
template <typename Number>
void scan(const Column &column, const std::vector<std::uint8_t> &hits, Bitset &set)
{
    const auto count = std::min(set.size(), column.sets.size() / sizeof(Number));
    const auto *numbers = reinterpret_cast<const Number *>(column.sets.data());
    const auto *table = hits.data();
    const auto wordOf = [&](std::size_t first, std::size_t end) {
        std::uint64_t word = 0;
        for (auto i = first; i < end; ++i)
            word |= std::uint64_t{table[numbers[i]]} << (i - first);
        return word;
    };
    std::size_t first = 0;
    for (; first + 64 <= count; first += 64)
        set.words()[first / 64] |= wordOf(first, first + 64);
    if (first < count)
        set.words()[first / 64] |= wordOf(first, count);
}

//! The same where not every number can have an entry.
void scanWide(const Column &column, const std::vector<std::uint8_t> &hits, Bitset &set)
{
    const auto count = std::min(set.size(), column.sets.size() / sizeof(std::uint32_t));
    const auto *numbers = reinterpret_cast<const std::uint32_t *>(column.sets.data());
    for (std::size_t i = 0; i < count; ++i) {
        if (numbers[i] < hits.size() && hits[numbers[i]] != 0)
            set.set(i);
    }
}

//! Adds the documents with one of \a values in \a key's column to \a set.
void addHaving(const Segment &segment, ColumnKey key, const std::vector<QString> &values,
               Bitset &set)
{
    const auto &column = segment.column(key);
    std::vector<char> meant(column.values.size());
    bool any = false;
    for (const auto &value : values) {
        const auto wanted = columnValueKey(key, value);
        for (std::size_t i = 0; i < meant.size(); ++i) {
            if (isMeant(key, column.values[i], wanted))
                meant[i] = 1;
            any = any || meant[i] != 0;
        }
    }
    if (!any)
        return;
    std::vector<std::uint8_t> hits(column.setCount());
    for (std::size_t number = 0; number < hits.size(); ++number) {
        const auto [begin, end] = column.valuesOf(number);
        for (auto at = begin; at < end; ++at) {
            const auto stored = column.setValues[at];
            if (stored < meant.size() && meant[stored] != 0)
                hits[number] = 1;
        }
    }
    if (column.width > 2)
        return scanWide(column, hits, set);
    hits.resize(std::size_t{1} << (8 * column.width)); // a damaged file may hold any number
    if (column.width == 1)
        scan<std::uint8_t>(column, hits, set);
    else
        scan<std::uint16_t>(column, hits, set);
}

} // namespace

Bitset browsedFirst(const Segment &segment)
{
    std::vector<QString> kinds;
    for (const auto kind : {domain::EntityKind::Product, domain::EntityKind::Asset,
                            domain::EntityKind::Port, domain::EntityKind::Contract})
        kinds.push_back(domain::kindWord(kind));
    Bitset set(segment.size());
    addHaving(segment, ColumnKey::Kind, kinds, set);
    return set;
}

Filters::Filters(const domain::Query &query)
{
    for (const auto &token : query.filters()) {
        const auto kind = token.key == u"kind" ? domain::kindFromWord(token.value) : std::nullopt;
        if (kind == domain::EntityKind::Check && !token.negated)
            m_wantsChecks = true;
        if (kind == domain::EntityKind::Field) {
            m_wantsFields = m_wantsFields || !token.negated;
            continue;
        }
        auto found = std::find_if(m_filters.begin(), m_filters.end(),
                                  [&token](const auto &filter) { return filter.key == token.key; });
        if (found == m_filters.end())
            found = m_filters.insert(m_filters.end(), {token.key, {}, {}});
        (token.negated ? found->unwanted : found->wanted).push_back(token.value);
    }
}

bool Filters::hasKey(const QString &key) const
{
    return std::any_of(m_filters.begin(), m_filters.end(),
                       [&key](const auto &filter) { return filter.key == key; });
}

Bitset Filters::passing(const Segment &segment, const KeyFilter &filter) const
{
    const auto having = [&segment, &filter](const std::vector<QString> &values) {
        Bitset set(segment.size());
        for (const auto &value : values) {
            for (const auto key : columnsFor(filter.key, value))
                addHaving(segment, key, {value}, set);
        }
        return set;
    };
    auto set = filter.wanted.empty() ? Bitset(segment.size(), true) : having(filter.wanted);
    if (!filter.unwanted.empty())
        set -= having(filter.unwanted);
    return set;
}

Bitset Filters::allowed(const Part &part, const QString &except) const
{
    const auto &segment = *part.segment;
    Bitset set(segment.size(), true);
    if (part.dead)
        set -= *part.dead;
    if (!m_wantsChecks) { // hits of their own only when asked for
        Bitset checks(segment.size());
        addHaving(segment, ColumnKey::Kind, {domain::kindWord(domain::EntityKind::Check)}, checks);
        set -= checks;
    }
    for (const auto &filter : m_filters) {
        if (filter.key != except)
            set &= passing(segment, filter);
    }
    return set;
}

} // namespace portolan::store
