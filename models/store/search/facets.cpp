// SPDX-License-Identifier: GPL-3.0-or-later
// Facet counts. A document's values of one key are stored as the number of a set of values (its
// domains: the path and all above it), and there are few sets. So the documents found are counted
// per set, one look into a small array each, and only then the sets are taken apart into values.
#include "models/domain/query.h"
#include "models/store/search/evaluation.h"
#include "models/store/search/filters.h"
#include "models/store/search/snapshot.h"

#include <algorithm>
#include <unordered_map>

namespace portolan::store {
namespace {

struct Counted
{
    QString text;
    qint64 count = 0;
};

using Counts = std::unordered_map<std::string, Counted>; // by the key values compare by

template <typename Number>
void countSets(const Column &column, const Bitset &documents, std::vector<std::uint32_t> &counts)
{
    const auto *sets = reinterpret_cast<const Number *>(column.sets.data());
    const auto size = column.sets.size() / sizeof(Number);
    documents.forEach([&](std::size_t document) {
        if (document < size && sets[document] < counts.size())
            ++counts[sets[document]];
    });
}

void countValues(ColumnKey key, const Column &column, const Bitset &documents, Counts &counts)
{
    std::vector<std::uint32_t> perSet(column.setCount());
    if (column.width == 1)
        countSets<std::uint8_t>(column, documents, perSet);
    else if (column.width == 2)
        countSets<std::uint16_t>(column, documents, perSet);
    else
        countSets<std::uint32_t>(column, documents, perSet);

    std::vector<qint64> perValue(column.values.size());
    for (std::size_t set = 0; set < perSet.size(); ++set) {
        if (perSet[set] == 0)
            continue;
        const auto [begin, end] = column.valuesOf(set);
        for (auto at = begin; at < end; ++at) {
            if (const auto value = column.setValues[at]; value < perValue.size())
                perValue[value] += perSet[set];
        }
    }
    for (std::size_t value = 0; value < perValue.size(); ++value) {
        if (perValue[value] == 0)
            continue;
        const auto bytes = column.values[value];
        const auto text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        auto &counted = counts[columnValueKey(key, text)];
        if (counted.count == 0 || text < counted.text)
            counted.text = text;
        counted.count += perValue[value];
    }
}

QList<FacetValue> sorted(const Counts &counts)
{
    QList<FacetValue> values;
    values.reserve(static_cast<qsizetype>(counts.size()));
    for (const auto &[key, counted] : counts)
        values.append({counted.text, counted.count});
    std::sort(values.begin(), values.end(), [](const FacetValue &left, const FacetValue &right) {
        if (left.count != right.count)
            return left.count > right.count;
        const auto order = left.value.compare(right.value, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : left.value < right.value;
    });
    return values;
}

//! Each part's documents that the words find, all tiers together.
PartSets found(const Parts &parts, const Filters &filters, const QString &words)
{
    const auto evaluation =
        filters.wantsFields() ? evaluateFields(parts, words) : evaluate(parts, words);
    PartSets sets;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        Bitset set(parts[i].segment->size());
        for (const auto &tier : evaluation.tiers)
            set |= tier.sets[i];
        sets.push_back(std::move(set));
    }
    return sets;
}

} // namespace

QList<Facet> Snapshot::facets(const QString &query) const
{
    const auto parsed = domain::parseQuery(query);
    const Filters filters(parsed);
    const auto byWords = found(m_parts, filters, parsed.words());
    std::vector<Bitset> byAll;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        byAll.push_back(filters.allowed(m_parts[i]) &= byWords[i]);

    QList<Facet> facets;
    const auto keys = domain::queryKeys();
    for (qsizetype number = 0; number < keys.size(); ++number) {
        const auto key =
            static_cast<ColumnKey>(number); // the columns stand in the order of the keys
        Counts counts;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const auto &column = m_parts[i].segment->column(key);
            if (filters.hasKey(keys.at(number)))
                countValues(key, column, filters.allowed(m_parts[i], keys.at(number)) &= byWords[i],
                            counts);
            else
                countValues(key, column, byAll[i], counts);
        }
        if (!counts.empty())
            facets.append({keys.at(number), sorted(counts)});
    }
    return facets;
}

} // namespace portolan::store
