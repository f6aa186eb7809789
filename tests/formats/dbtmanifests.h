// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace portolan::tests {

//! A manifest of an invented shop with one of everything that is mapped by a rule.
QByteArray shopManifest();
//! Its catalog, from a warehouse that writes names in capitals.
QByteArray shopCatalog();
//! What dbt 2.0 writes: another number, and nothing that is null.
QByteArray sparseManifest();

} // namespace portolan::tests
