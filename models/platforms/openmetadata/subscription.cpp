// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/subscription.h"

#include "models/platforms/openmetadata/names.h"

#include <algorithm>

namespace portolan::platforms::openmetadata {
namespace {

//! Every domain that \a record lies in: the first of them is its own, and all are relations.
QList<QStringList> domainsOf(const domain::Record &record)
{
    QList<QStringList> paths;
    if (!record.domain.isEmpty())
        paths.append(record.domain);
    for (const auto &to : record.relations) {
        const auto domain = to.relation == domain::Relation::InDomain ? thingOf(to.nativeId)
                                                                      : std::optional<NamedThing>();
        if (domain)
            paths.append(partsOf(domain->fqn));
    }
    return paths;
}

} // namespace

Subscription::Subscription(const QStringList &domains)
{
    for (const auto &domain : domains)
        m_domains.insert(domain.trimmed().toLower());
    m_domains.remove(QString());
}

QString Subscription::text() const
{
    auto all = m_domains.values();
    all.sort();
    return all.join(u'\n');
}

bool Subscription::holds(const domain::Record &record) const
{
    using domain::EntityKind;
    if (m_domains.isEmpty())
        return true;
    switch (record.kind) {
    case EntityKind::Domain:
        return holdsPath(record.domain) || leadsTo(record.domain);
    case EntityKind::Asset:
    case EntityKind::Product:
    case EntityKind::Port:
    case EntityKind::Term: {
        const auto paths = domainsOf(record);
        return (record.kind == EntityKind::Term && paths.isEmpty())
            || std::any_of(paths.begin(), paths.end(),
                           [this](const auto &path) { return holdsPath(path); });
    }
    default:
        return true;
    }
}

bool Subscription::holdsPath(const QStringList &path) const
{
    if (m_domains.isEmpty())
        return true;
    for (qsizetype depth = 1; depth <= path.size(); ++depth) {
        const auto part = path.first(depth);
        if (m_domains.contains(part.last().toLower()) || m_domains.contains(joined(part).toLower())
            || m_domains.contains(part.join(u'/').toLower()))
            return true;
    }
    return false;
}

//! Whether a domain that is named lies below \a path: without it, that one hangs in the air.
bool Subscription::leadsTo(const QStringList &path) const
{
    const QString dotted = joined(path).toLower() + u'.';
    const QString slashed = path.join(u'/').toLower() + u'/';
    return std::any_of(m_domains.begin(), m_domains.end(), [&](const QString &domain) {
        return domain.startsWith(dotted) || domain.startsWith(slashed);
    });
}

} // namespace portolan::platforms::openmetadata
