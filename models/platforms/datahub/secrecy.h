// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/names.h"

#include <QString>

namespace portolan::platforms::datahub {

//! Whether what is called \a name, a node of the glossary or a structured property, says how
//! confidential things are. DataHub has no aspect of its own for that.
bool isAboutSecrecy(const QString &name);

//! How confidential a thing is that has \a term: what the term is called, where a node above it is
//! about that; empty for all other terms.
QString secrecyOf(const QString &term, const Names &names);

} // namespace portolan::platforms::datahub
