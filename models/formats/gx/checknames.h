// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace portolan::formats::gx {

//! What one entry of a validation result asks for.
struct Expectation
{
    QString type;
    QString column; //!< or columns, with commas; empty for all of the asset
    json::Json config;
    json::Json kwargs;
};

//! The expectation of \a result, an entry of "results".
Expectation expectationOf(const json::Json &result);

//! The ids of the checks of one validation result, in file order:
//! "<suite>/<asset>/<type>[/<column>]". Where several have that name, a hash of their arguments
//! tells them apart; bounds are not part of it, since they move from run to run while the check
//! stays the same. Those that are still equal are counted: "#2", "#3", …
QStringList checkIdsOf(const QString &suite, const QString &asset,
                       const std::vector<Expectation> &expectations);

} // namespace portolan::formats::gx
