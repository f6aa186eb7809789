// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture of lineage has beside boxes, lines and groups.
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace portolan::items {

//! A column that an open box shows.
struct LineageColumn
{
    QString path;
    QString type;
    bool isKey = false;

    bool operator==(const LineageColumn &) const = default;
};

//! Boxes of one product that stand together in a picture that is not grouped by products.
struct LineageCluster
{
    QString label; //!< of the product
    QRectF rect; //!< round the boxes; no other box is in it
    QRectF room; //!< the same, with what is free on its right
    int group = -1; //!< that it stands in
    std::vector<quint32> boxes;
};

//! So many lines lead from one group to another.
struct LineageBundle
{
    int from = 0;
    int to = 0;
    int lines = 0;
};

} // namespace portolan::items
