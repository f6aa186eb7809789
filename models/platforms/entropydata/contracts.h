// SPDX-License-Identifier: GPL-3.0-or-later
// Data contracts of Entropy Data in their two dialects: the Open Data Contract Standard, and the
// older Data Contract Specification that ends with 2026.
#pragma once

#include "models/formats/document/node.h"
#include "models/formats/odcs/contract.h"
#include "models/platforms/entropydata/things.h"

namespace portolan::platforms::entropydata {

//! Whether \a root is a contract of the Data Contract Specification, by its own words.
bool isDataContractSpecification(const formats::document::Node &root);

//! The contract, its models as assets and their fields, in the words of the standard; ids as the
//! document has them. \a file is its place.
formats::odcs::Contract readSpecification(const QString &file, const formats::document::Node &root);

//! Everything the contract at \a node says, whatever its dialect: the contract, then its objects,
//! its checks, its people. Ids are ours: "datacontract:<id>", "datacontract:<id>#<object>", ….
Reading readContract(const formats::document::Node &node, const Teams &teams, const Portal &portal);

} // namespace portolan::platforms::entropydata
