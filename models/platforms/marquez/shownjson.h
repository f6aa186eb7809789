// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace portolan::platforms::marquez {

//! The document \a value as it may be kept and shown: whole, but without user names and passwords
//! in addresses, and without its member \a without. Lists that the server gives in another order
//! each time it is asked are put in order, so that an unchanged document stays the same.
QByteArray shownJson(const formats::json::Json &value, std::string_view without = {});

//! \a text without user names and passwords in addresses.
QByteArray masked(const QByteArray &text);

} // namespace portolan::platforms::marquez
