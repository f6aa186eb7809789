// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of OpenSLO documents, one reader for each.
#pragma once

#include "models/formats/openslo/checker.h"
#include "models/formats/openslo/object.h"

#include <QString>

namespace portolan::formats::openslo {

//! An SLI's spec, which stands under \a path.
Indicator indicatorOf(Checker &checker, const Node &spec, const QString &path);

//! The one window of a timeWindow list; empty where there is none.
std::optional<domain::SloWindow> windowOf(Checker &checker, const Node &list, QString &mistake);

//! The objectives of an SLO.
QList<Objective> objectivesOf(Checker &checker, const Node &list, QString &mistake);

void checkAlertPolicy(Checker &checker, const Node &spec, QString &mistake);
void checkAlertCondition(Checker &checker, const Node &spec, const QString &path, QString &mistake);

} // namespace portolan::formats::openslo
