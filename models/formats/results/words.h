// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace portolan::formats::results {

//! A number as a person reads it: "12", "0.25", six significant digits where it is no whole number.
QString figure(double number);
//! A JSON number; empty for anything else.
std::optional<double> numberOf(const json::Json &value);
//! A JSON number that can be a count of rows: whole and not negative. Empty for anything else.
std::optional<qint64> countOf(const json::Json &value);
//! A scalar as a bound is written: numbers by figure(), text as it is, all else empty.
QString boundOf(const json::Json &value);
//! A length of time in its two largest units: "9 d 11 h", "50 min", "12 s".
QString lengthText(double seconds);
//! A time as tools write it, ISO 8601 with or without separators; without a zone it is UTC. Null
//! for what is no time.
QDateTime timeOf(const QString &text);
//! \a text on one line of at most 300 characters, without tracebacks, statements and what was
//! bound to them: those may hold values of the data.
QString oneLine(const QString &text);
//! Eight hex digits that stand for \a text.
QString shortHash(const QByteArray &text);

} // namespace portolan::formats::results
