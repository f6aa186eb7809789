// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::items {

//! What \a detail says to a person: without the request that it is about, and without its number,
//! which are for the log. What does not begin with a request stays as it is.
QString plainReason(const QString &detail);

//! The same as a sentence of its own.
QString plainSentence(const QString &detail);

} // namespace portolan::items
