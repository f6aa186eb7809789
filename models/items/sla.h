// SPDX-License-Identifier: GPL-3.0-or-later
// Service levels, prices and servers in words.
#pragma once

#include "models/domain/contract.h"

#include <QString>

namespace portolan::items {

//! "15 minutes", "99.5 %": a value with its unit in words, the digits as they were written.
QString measureText(const QString &value, const QString &unit);

//! "Time to repair" for "timeToRepair": the name of a service level property.
QString slaTitle(const QString &property);

//! What the term promises, for a table: "at most 15 minutes", "7 years".
QString slaPromise(const domain::SlaTerm &term);

//! What the term promises, as a sentence.
QString slaSentence(const domain::SlaTerm &term);

//! "0.12 EUR per million events".
QString priceText(const domain::Price &price);

//! Where a server stands, in one line: "kafka.eu.example:9093", "warehouse · orders".
QString serverText(const domain::Server &server);

} // namespace portolan::items
