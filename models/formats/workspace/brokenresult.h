// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace portolan::formats::workspace {

//! Whether the file at \a path is called what dbt calls its results.
bool isNamedResult(const QString &path);

//! What is wrong with the file at \a path, of which no reader knows what it is: a tool wrote it, by
//! its name or by the words in \a bytes, and it cannot be read. Nothing for all other files. \a
//! bytes is all of a file that isNamedResult(), else its begin will do.
std::optional<domain::Finding> brokenResult(const QString &path, const QByteArray &bytes);

} // namespace portolan::formats::workspace
