// SPDX-License-Identifier: GPL-3.0-or-later
// Between what a person enters about an account with an address and what is stored of it.
#pragma once

#include "models/platforms/platform.h"
#include "models/signin/signedclient.h"
#include "models/store/accountstore.h"
#include "models/sync/serveraccount.h"

#include <QStringList>

namespace portolan::sync {

//! What is stored of \a account; its secret is not. What nobody enters there stays as in \a known.
store::Account recordOf(const ServerAccount &account, store::Account known = {});
//! What is entered of \a account to sign in again, to a platform with \a ways.
ServerAccount serverOf(const store::Account &account, const platforms::SignInWays &ways);
//! The domains that \a account is restricted to.
QStringList domainsOf(const store::Account &account);

//! How one signs in to \a platform; without a way where it reads folders.
PlatformChoice choiceOf(const platforms::Platform &platform);
//! How \a account signs in to \a platform.
SignInBy signInOf(const store::Account &account, const platforms::Platform &platform);
//! The table of what \a platform can and cannot do.
QList<AbilityFacts> abilitiesOf(const platforms::Platform &platform);
SignInState signInState(signin::SignInState state);

} // namespace portolan::sync
