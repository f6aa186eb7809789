// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/formats/json/value.h"

namespace portolan::formats::dbt {

using namespace json;

//! The columns of \a node, completed from its entry in the catalog, which may be null. In the
//! catalog's order where it knows them, then those only the manifest has. Names match in any case;
//! types are the warehouse's own where the catalog has them.
QList<domain::Field> columnsOf(const Json &node, const Json &catalogEntry);

//! The entities, dimensions and measures of a semantic model.
QList<domain::Field> semanticFieldsOf(const Json &node);

//! The most confidential word of \a fields, or empty. Unknown words rank lowest.
QString highestClassification(const QList<domain::Field> &fields);

} // namespace portolan::formats::dbt
