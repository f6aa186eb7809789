// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/context.h"
#include "models/platforms/platform.h"
#include "models/secrets/accountsecrets.h"
#include "models/store/accountstore.h"

#include <QList>

namespace portolan::cli {

//! The options of `accounts` about signing in.
QList<Option> signInOptions();
//! Those about the way to the platform, and about what is read of it.
QList<Option> connectionOptions();

//! Writes into \a account how it signs in and what its connection needs, as \a arguments say; what
//! they do not mention stays. A Usage error where they contradict each other, or the platform takes
//! something else.
[[nodiscard]] Result<void> describeSignIn(store::Account &account, const Arguments &arguments,
                                          const platforms::Platform &platform);

//! The same for what is not about who signs in: certificates, proxy, domains, and what only \a
//! platform can be told. An empty value takes away what was there.
[[nodiscard]] Result<void> describeConnection(store::Account &account, const Arguments &arguments,
                                              const platforms::Platform &platform);

//! The passwords of the client key and of the proxy, as far as \a arguments say that they come on
//! standard input.
[[nodiscard]] Result<secrets::AccountSecrets> typedPasswords(const Arguments &arguments);

//! Gets what the account shows (a line of standard input, or a sign-in in the browser or with a
//! code) and hands it to the account's client, which keeps it in memory. \a before holds passwords
//! that go on unless \a arguments bring others.
[[nodiscard]] Result<void> signIn(Context &context, const store::Account &account,
                                  const Arguments &arguments, secrets::AccountSecrets before);

//! Keeps in the keyring what signIn() got. An error says why it is not kept; the account then asks
//! for it each time (ruling 28).
[[nodiscard]] Result<void> keepSecrets(Context &context, const store::Account &account);

} // namespace portolan::cli
