// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/document/node.h"
#include "models/formats/lint/checker.h"

namespace portolan::formats::lint {

//! Warns of objects, and of fields of one object, that share a name: whoever reads the contract
//! knows only one of them.
void checkNames(const document::Node &contract, Checker &checker);

//! Warns of ports of a product that share name and version.
void checkPortNames(const document::Node &product, Checker &checker);

} // namespace portolan::formats::lint
