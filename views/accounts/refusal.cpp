// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/refusal.h"

#include "models/items/plainreason.h"
#include "views/shared/messages.h"

#include <QCoreApplication>

namespace portolan::views::accounts {
namespace {

struct Refusal
{
    Q_DECLARE_TR_FUNCTIONS(Refusal)
};

} // namespace

QString refusalText(const Error &error, items::SignInBy by)
{
    // Who signs in for the first time was not signed out: it is what they typed.
    if (error.kind == Error::Kind::Unauthorised && by == items::SignInBy::Token)
        return Refusal::tr("The server does not take this token. Look whether it was copied whole, "
                           "and whether it is still valid there.");
    if (error.kind == Error::Kind::Unauthorised && by == items::SignInBy::Password)
        return Refusal::tr("The server does not take this user with this password.");
    if (error.kind == Error::Kind::Unauthorised && by == items::SignInBy::Nobody)
        return Refusal::tr("The server wants to know who asks. Choose how to sign in.");
    return ui::errorText(error.kind).what + QChar(u' ') + items::plainSentence(error.detail);
}

} // namespace portolan::views::accounts
