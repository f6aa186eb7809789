// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/query.h"
#include "models/store/search/search.h"

#include <QList>
#include <QSet>
#include <QString>

#include <memory>
#include <vector>

namespace portolan::items {

//! A node of the filter column.
struct FacetNode
{
    enum class Kind { Root, Group, Value, More };

    Kind kind = Kind::Root;
    QString key;
    QString value; //!< of a value, as it stands behind the key
    qint64 count = 0; //!< of "more": how many values it stands for
    Qt::CheckState state = Qt::Unchecked; //!< partially checked: excluded
    FacetNode *parent = nullptr;
    int row = 0; //!< place below the parent
    std::vector<std::unique_ptr<FacetNode>> children;

    //! The same for this node whatever the counts are.
    QString path() const;
};

//! Builds the column from \a facets under \a query. Groups come in a fixed order; a value that is
//! filtered by but was not counted is there with 0. Groups named in \a longGroups show all values.
std::unique_ptr<FacetNode> facetTree(const QList<store::Facet> &facets, const domain::Query &query,
                                     const QSet<QString> &longGroups, int shortList);

//! \a text with the filter "not \a value" of \a key added or taken out; a positive filter for the
//! same value goes in either case.
QString withExclusion(const QString &text, const QString &key, const QString &value, bool on);

//! \a text without any filter by \a key.
QString withoutKey(const QString &text, const QString &key);

//! \a text without any filter; its words stay.
QString withoutFilters(const QString &text);

} // namespace portolan::items
