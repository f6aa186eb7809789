// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace portolan::signin {

//! 256 bits that nobody can guess, as 43 letters, digits, "-" and "_": a state, a nonce, a
//! verifier.
QByteArray unguessable();

//! What is sent ahead of \a verifier, so that only who has it can redeem the code (RFC 7636, S256).
QByteArray challengeOf(const QByteArray &verifier);

} // namespace portolan::signin
