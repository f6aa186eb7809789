// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts that commands are about.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/context.h"
#include "models/store/accountstore.h"

#include <QList>
#include <QStringList>

namespace portolan::cli {

//! All accounts of the profile, in their order.
[[nodiscard]] Result<QList<store::Account>> accountsOf(Context &context);
//! The account that the second word of \a arguments names, or whose id it is. A Usage error without
//! such a word, NotFound without such an account.
[[nodiscard]] Result<store::Account> accountNamed(Context &context, const Arguments &arguments);
//! What the adapter of \a account can, in words; nothing where this program has none.
QStringList capabilitiesOf(const sync::Engine &engine, const store::Account &account);
//! The account as documents have it, in \a state, which is empty before the first sync.
QJsonObject accountJson(const store::Account &account, const QString &state,
                        const QStringList &capabilities);
//! Writes into \a account what \a arguments say about requests for access: who acts (--as), and
//! whether it takes those that no platform takes (--other-requests).
[[nodiscard]] Result<void> describeAccess(store::Account &account, const Arguments &arguments);
//! `accounts edit`: changes an account that is there. Answers the exit status.
int editAccount(Context &context, const Arguments &arguments);

} // namespace portolan::cli
