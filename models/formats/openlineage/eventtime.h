// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <cstdint>
#include <optional>
#include <string_view>

namespace portolan::formats::openlineage {

//! Microseconds since the epoch, UTC.
using Moment = std::int64_t;

//! Reads a time as events write it: ISO 8601 with 0 to 9 digits of a second's fraction, of which
//! six count. A time without a zone is UTC. Empty for what is no time.
std::optional<Moment> momentOf(std::string_view text);

//! The same time in milliseconds.
QDateTime dateTimeOf(Moment moment);

} // namespace portolan::formats::openlineage
