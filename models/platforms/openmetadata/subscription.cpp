// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/subscription.h"

#include "models/platforms/openmetadata/names.h"

namespace portolan::platforms::openmetadata {

Subscription::Subscription(const QStringList &domains)
{
    for (const auto &domain : domains)
        m_domains.insert(domain.trimmed().toLower());
    m_domains.remove(QString());
}

bool Subscription::holds(const domain::Record &record) const
{
    using domain::EntityKind;
    if (m_domains.isEmpty())
        return true;
    const auto isOfDomain = record.kind == EntityKind::Asset || record.kind == EntityKind::Product
        || record.kind == EntityKind::Port;
    if (!isOfDomain)
        return true;
    for (qsizetype depth = 1; depth <= record.domain.size(); ++depth) {
        const auto path = record.domain.first(depth);
        if (m_domains.contains(path.last().toLower()) || m_domains.contains(joined(path).toLower())
            || m_domains.contains(path.join(u'/').toLower()))
            return true;
    }
    return false;
}

} // namespace portolan::platforms::openmetadata
