// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/qualityvalues.h"

namespace portolan::items {

QString ServiceLevel::title() const
{
    if (!row.productName.isEmpty())
        return row.productName;
    return row.assetName.isEmpty() ? row.slo.name : row.assetName;
}

domain::SloState ServiceLevel::state() const
{
    return problem.isEmpty() ? figures.state : domain::SloState::Unknown;
}

std::optional<double> HeatCell::share() const
{
    if (counts.known() == 0)
        return {};
    return double(counts.good()) / double(counts.known());
}

} // namespace portolan::items
