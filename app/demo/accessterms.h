// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/access.h"

#include <QList>
#include <QString>

namespace portolan::demo {

//! The terms of the contract of \a product, for those products of the demo that people ask for.
QList<domain::AcceptedTerms> termsOf(const QString &product);

} // namespace portolan::demo
