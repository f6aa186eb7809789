// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! What the boxes of a picture are kept together by.
enum class LineageGrouping { None, Domain, DomainAndProduct, Product, Schema };

//! Which part of a lineage is drawn, and how much of it.
struct LineageChoice
{
    QUuid root; //!< a node, or a product with all that belongs to it; null: everything
    std::optional<quint32> upstream; //!< so many edges from the root; empty: all there are
    std::optional<quint32> downstream;
    LineageGrouping grouping = LineageGrouping::Domain;
    QSet<QString> folded; //!< keys of groups that are drawn as one box
    QSet<QUuid> open; //!< nodes that show their columns

    bool operator==(const LineageChoice &) const = default;
};

} // namespace portolan::items
