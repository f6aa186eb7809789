// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/teamdomains.h"

#include "models/formats/workspace/vocabulary.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::workspace {
namespace {

QStringList sharedLevels(const QStringList &left, const QStringList &right)
{
    const auto end = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first;
    return left.first(end - left.begin());
}

} // namespace

TeamDomains teamDomainsOf(const QList<Record> &products)
{
    static const auto prefix = u"team:"_s;
    TeamDomains domains;
    for (const auto &product : products) {
        for (const auto &to : product.relations) {
            if (to.relation != Relation::OwnedBy || !to.nativeId.startsWith(prefix))
                continue;
            const auto team = to.nativeId.mid(prefix.size());
            const auto known = domains.constFind(team);
            domains.insert(team,
                           known == domains.constEnd() ? product.domain
                                                       : sharedLevels(*known, product.domain));
        }
    }
    domains.removeIf([](TeamDomains::iterator entry) { return entry->isEmpty(); });
    return domains;
}

void placeByTeam(QList<Record> &page, const TeamDomains &domains)
{
    for (auto &record : page) {
        if (record.kind != EntityKind::Asset || !record.domain.isEmpty())
            continue;
        record.domain = domains.value(record.ownerName);
        if (!record.domain.isEmpty())
            addRelation(record, Relation::InDomain, u"domain:"_s + record.domain.join(u'/'));
    }
}

} // namespace portolan::formats::workspace
