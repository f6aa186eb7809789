// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/policy/facts.h"

#include <QList>

namespace portolan::policy {

//! Adds to \a facts what the record of a contract, a port or a product says that only platforms
//! ask for.
void addDetails(ContractFacts &facts, const domain::Record &contract);
void addDetails(PortFacts &facts, const domain::Record &port);
void addDetails(ProductFacts &facts, const domain::Record &product);

//! The facts of every product among \a records, in their order. Records are whole: what they do not
//! say is known to be none; a contract or table that is not among them is not known. Any thread.
QList<ProductFacts> factsOf(const QList<domain::Record> &records);

} // namespace portolan::policy
