// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QtGlobal>

namespace portolan::sync {

inline constexpr qint64 backOffBaseMs = 1000;
inline constexpr qint64 backOffCapMs = 60 * 60 * 1000;
inline constexpr qint64 retryAfterCapMs = 60 * 60 * 1000;

//! How long to wait after \a attempts attempts: anything up to a bound that doubles each time.
//! \a random is from 0 to below 1; it keeps clients that failed together from coming back together.
qint64 backOffMs(int attempts, double random);

//! Whether \a deadline has passed at \a now. Deadlines are stored as wall time (ruling 27): one
//! further ahead than any that is ever set was stored under another clock, and has passed.
bool hasPassed(const QDateTime &deadline, const QDateTime &now);

} // namespace portolan::sync
