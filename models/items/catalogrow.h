// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/store/search/search.h"

#include <QList>
#include <QString>

#include <utility>

namespace portolan::items {

//! Stretches of a text, [from, to) in UTF-16 units.
using Ranges = QList<std::pair<int, int>>;

//! A search hit as a row shows it: bounded, on one line, with the marks where they belong.
struct CatalogRow
{
    domain::Entity entity; //!< its description is cut to what a row can show
    QString fieldPath; //!< of a hit on a field; else empty
    QString matchIn; //!< where it matched (store::Match::in)
    QString name;
    Ranges nameMarks;
    QString second; //!< what stands below the name
    Ranges secondMarks;

    //! Tells rows of one answer apart, and is the same in the next answer.
    QString key() const;
    bool operator==(const CatalogRow &) const = default;
};

//! Makes the row of \a hit.
CatalogRow catalogRow(store::Hit hit);

} // namespace portolan::items
