// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/items/contractclauses.h"

#include <QJsonArray>
#include <QList>

namespace portolan::cli {

//! Prints the document of `show` (cli.md).
void printPageJson(const domain::Page &page, const QList<domain::Entity> &contracts,
                   const QJsonArray &fields, const items::ClauseVerdicts &verdicts);

//! Prints the same for a person.
void printPageText(const domain::Page &page, const QJsonArray &fields,
                   const items::ClauseVerdicts &verdicts);

} // namespace portolan::cli
