// SPDX-License-Identifier: GPL-3.0-or-later
// Between what a person enters about an account with an address and what is stored of it.
#pragma once

#include "models/platforms/platform.h"
#include "models/secrets/accountsecrets.h"
#include "models/signin/signedclient.h"
#include "models/store/accountstore.h"
#include "models/sync/serveraccount.h"

#include <QStringList>

namespace portolan::sync {

//! What is stored of \a account; its secrets are not. What nobody enters there stays as in \a
//! known.
store::Account recordOf(const ServerAccount &account, store::Account known = {});
//! What was entered of \a account, on \a platform, which is null where this program has none.
ServerAccount serverOf(const store::Account &account, const platforms::Platform *platform);
//! What was typed of \a account that goes to the keyring and nowhere else.
secrets::AccountSecrets typedSecrets(const ServerAccount &account);
//! Whether \a account and another of \a all sign in at one provider as one client. Providers may
//! take what a person allows such a client there for one consent, and end all of it together.
bool sharesProvider(const store::Account &account, const QList<store::Account> &all);
//! Whether \a changed reads something else than \a before: then what is read has to be read anew.
bool readsElse(const store::Account &before, const store::Account &changed,
               const platforms::Platform *platform);
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
