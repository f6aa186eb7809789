// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace portolan::formats::document {

//! The finding that git left \a bytes with both sides of a merge in them, at the first of its
//! marks; empty where it did not. Such a file says two things: it is not read, and never written
//! over.
std::optional<domain::Finding> mergeConflictIn(const QString &file, const QByteArray &bytes);

} // namespace portolan::formats::document
