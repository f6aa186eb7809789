// SPDX-License-Identifier: GPL-3.0-or-later
// `slo` of cli.md: the figures of one service level as a document, and why they are so.
#pragma once

#include "app/cli/entityjson.h"
#include "app/cli/nativenames.h"
#include "models/items/qualityvalues.h"

#include <QJsonObject>
#include <QString>

namespace portolan::cli {

//! One element of `slos`.
QJsonObject sloJson(const items::ServiceLevel &level, const NativeNames &names);

//! One sentence that explains the state; never translated.
QString whyOf(const items::ServiceLevel &level);

} // namespace portolan::cli
