// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accountregistry.h"

#include "models/base/identity.h"

#include <algorithm>

namespace portolan::store {

namespace {

QList<Account>::const_iterator find(const QList<Account> &accounts, const QUuid &id)
{
    return std::find_if(accounts.cbegin(), accounts.cend(),
                        [&](const Account &account) { return account.id == id; });
}

} // namespace

int AccountsNow::positionOf(const QUuid &account) const
{
    return int(find(accounts, account) - accounts.cbegin());
}

QString AccountsNow::nameOf(const QUuid &account) const
{
    const auto found = find(accounts, account);
    return found == accounts.cend() ? idText(account) : found->name;
}

QString AccountsNow::platformOf(const QUuid &account) const
{
    const auto found = find(accounts, account);
    return found == accounts.cend() ? QString() : found->platform;
}

} // namespace portolan::store
