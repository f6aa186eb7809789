// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/record.h"

#include <QList>

#include <functional>

namespace portolan::formats::dbt {

class Catalog;
class Manifest;

//! Takes a page of records; false ends the translation.
using TakePage = std::function<bool(QList<domain::Record> page)>;

//! Hands the records of \a manifest, completed by \a catalog (or null), to \a take: at most
//! \a pageSize at once, in document order, each native id once. Teams, products and ports come
//! first. What only the catalog has becomes an asset as well. Returns what could not be read of the
//! two; same input, same pages. Any thread.
QList<domain::Finding> translate(const Manifest &manifest, const Catalog *catalog, int pageSize,
                                 const TakePage &take);

//! The assets of a catalog that no manifest goes with.
QList<domain::Finding> translateCatalog(const Catalog &catalog, int pageSize, const TakePage &take);

} // namespace portolan::formats::dbt
