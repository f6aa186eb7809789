// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/namesapart.h"

#include <algorithm>

namespace portolan::sync {

QHash<QUuid, domain::NamePairs> namesApart(const QList<domain::JoinDecision> &decisions)
{
    QHash<QUuid, domain::NamePairs> apart;
    for (const auto &decision : decisions) {
        if (!decision.joined && decision.accountA == decision.accountB)
            apart[decision.accountA].insert(
                std::pair<QString, QString>(std::minmax(decision.nativeA, decision.nativeB)));
    }
    return apart;
}

} // namespace portolan::sync
