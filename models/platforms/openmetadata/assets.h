// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/reading.h"

#include <QString>

namespace portolan::platforms::openmetadata {

//! Reads a table, topic, container, dashboard, data model, pipeline, machine learning model, search
//! index, stored procedure, end point of an API, chart or metric. Lineage is told apart.
Thing assetOf(Reading &reading);

//! The kind of port through which a thing of \a type is offered: SQL, stream, REST, file, else the
//! platform's own word.
QString portTypeOf(const QString &type);

} // namespace portolan::platforms::openmetadata
