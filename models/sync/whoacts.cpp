// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/whoacts.h"

#include "models/sync/engine.h"

namespace portolan::sync {

QString whoActs(const QList<store::Account> &accounts, const Engine &engine)
{
    for (const auto &account : accounts) {
        const auto actor = engine.accessHost(account).actor;
        if (!actor.name.trimmed().isEmpty())
            return actor.name;
    }
    return qEnvironmentVariable("LOGNAME", qEnvironmentVariable("USER"));
}

} // namespace portolan::sync
