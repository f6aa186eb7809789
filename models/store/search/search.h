// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QList>
#include <QString>

#include <utility>

namespace portolan::store {

//! The order of results.
enum class Sort { Best, Name, Popularity, Updated };

//! A question to the index.
struct SearchRequest
{
    QString query; //!< in the filter language (domain/query.h)
    qint64 offset = 0;
    int limit = 50;
    Sort sort = Sort::Best;
};

//! Where and how a hit matches.
struct Match
{
    //! "name", "title", "synonym", "description", "field", "tag", "owner", "domain", "id",
    //! "classification", "type"; empty when there were only filters.
    QString in;
    QString text; //!< the text that matched, at most some 200 characters of it
    QList<std::pair<int, int>> ranges; //!< in \a text, [from, to), UTF-16 units
    QList<std::pair<int, int>> nameRanges; //!< in the entity's label(), for marking

    bool operator==(const Match &) const = default;
};

//! One result.
struct Hit
{
    domain::Entity entity;
    Match match;
    int tier = 0; //!< 1 exact name, 2 name prefix, 3 words of the name, 4 elsewhere, 5 corrected
    QString fieldPath; //!< with kind:field: the field; the entity is its asset

    bool operator==(const Hit &) const = default;
};

//! The window of results that was asked for.
struct SearchAnswer
{
    QString query;
    QList<Hit> hits;
    qint64 total = 0;
    bool exact = true; //!< whether total was counted to the end
    QString corrected; //!< the words that were searched instead, when one mistake was mended
    double elapsedMs = 0;
};

//! A filter's values under the current query, with counts.
struct FacetValue
{
    QString value; //!< as to be written behind the key; a domain is "Orders/Fulfilment"
    qint64 count = 0;

    bool operator==(const FacetValue &) const = default;
};

//! One group of the filter column. A facet's own filter does not narrow its own counts.
struct Facet
{
    QString name; //!< key of the filter language
    QList<FacetValue> values; //!< by falling count, then name

    bool operator==(const Facet &) const = default;
};

} // namespace portolan::store
