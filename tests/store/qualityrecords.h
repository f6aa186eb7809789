// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "tests/store/samplerecords.h"

namespace portolan::tests {

using namespace Qt::Literals::StringLiterals;

inline domain::Record asset(const QString &id, const QStringList &path)
{
    auto record = simple(domain::EntityKind::Asset, id);
    record.domain = path;
    record.ownerName = u"Order team"_s;
    return record;
}

inline domain::Record check(const QString &id, const QString &of, const QString &dimension)
{
    auto record = simple(domain::EntityKind::Check, id);
    record.relations = {{domain::Relation::Checks, of}};
    domain::QualityRule rule;
    rule.dimension = dimension;
    rule.severity = u"ERROR"_s;
    rule.element = u"amount"_s;
    rule.expression = u"at most 5 %"_s;
    record.quality = {rule};
    record.properties = {{u"source"_s, u"soda"_s}};
    return record;
}

inline domain::CheckRun run(const QString &of, const QDateTime &at, domain::RunStatus status,
                            const QString &id = {})
{
    return {.check = of, .at = at, .runId = id, .status = status};
}

} // namespace portolan::tests
