// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace portolan::tests {

//! Calls \a use with \a bytes cut off, changed and with members of the wrong type, in about three
//! times \a places ways spread over all of it; the same ones each time. Returns how many.
int forEachMutation(const QByteArray &bytes, int places,
                    const std::function<void(const QByteArray &)> &use);

} // namespace portolan::tests
