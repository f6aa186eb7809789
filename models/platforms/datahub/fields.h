// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/field.h"
#include "models/platforms/datahub/answer.h"
#include "models/platforms/datahub/names.h"

#include <QList>

namespace portolan::platforms::datahub {

//! The columns of \a dataset as schemaMetadata has them, with what people wrote over it
//! (editableSchemaMetadata): their descriptions win, tags and terms unite.
QList<domain::Field> fieldsOf(const Entity &dataset, const Names &names);

} // namespace portolan::platforms::datahub
