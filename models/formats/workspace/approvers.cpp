// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/approvers.h"

#include "models/domain/approval.h"

#include <algorithm>

namespace portolan::formats::workspace {

using domain::Record;
using domain::Relation;

Approvers::Approvers(const QList<Record> &records)
{
    for (const auto &record : records)
        m_records.insert(record.nativeId, &record);
}

const Record *Approvers::target(const Record &record, Relation relation) const
{
    for (const auto &to : record.relations) {
        if (to.relation == relation)
            return m_records.value(to.nativeId);
    }
    return nullptr;
}

QList<domain::Finding> Approvers::findingsOf(const domain::HeldRequest &held) const
{
    QList<domain::Finding> findings;
    for (const auto &item : held.request.items) {
        const auto *port = m_records.value(item.port);
        const auto *product = m_records.value(item.product);
        // Of what other files describe nobody knows here who decides about it.
        if (port == nullptr || product == nullptr)
            continue;
        const auto *contract = target(*port, Relation::GovernedBy);
        const domain::Role *role = nullptr;
        if (contract != nullptr) {
            const auto found =
                std::find_if(contract->roles.begin(), contract->roles.end(),
                             [&item](const auto &one) { return one.role == item.role; });
            role = found == contract->roles.end() ? nullptr : &*found;
        }
        auto owners = domain::ownersIn(product->team);
        if (owners.isEmpty() && contract != nullptr)
            owners = domain::ownersIn(contract->team);
        const auto approval = domain::approvalFor(role, owners);
        if (auto other = domain::otherApprovers(item, approval.steps)) {
            other->file = held.place;
            findings.append(*other);
        }
    }
    return findings;
}

} // namespace portolan::formats::workspace
