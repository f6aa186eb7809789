// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::formats::gx {

//! The canonical dimension of an expectation; \a ofTime when it is about an instant. Empty for
//! expectations that nobody mapped.
QString dimensionOf(const QString &expectation, bool ofTime);

} // namespace portolan::formats::gx
