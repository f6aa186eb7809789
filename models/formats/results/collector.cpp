// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/results/collector.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::EntityKind;
using portolan::domain::QualityRule;
using portolan::domain::Record;
using portolan::domain::Relation;

namespace portolan::formats::results {

void Collector::addAsset(const QString &nativeId, const QString &name,
                         const QList<std::pair<QString, QString>> &facts)
{
    if (m_ids.contains(nativeId))
        return;
    m_ids.insert(nativeId);
    Record record;
    record.kind = EntityKind::Asset;
    record.nativeId = nativeId;
    record.name = name;
    record.type = u"table"_s;
    record.properties = facts;
    record.properties.prepend({u"source"_s, m_source});
    m_results.records.append(record);
}

void Collector::addCheck(const CheckDescription &check)
{
    if (m_ids.contains(check.id))
        return;
    m_ids.insert(check.id);
    Record record;
    record.kind = EntityKind::Check;
    record.nativeId = check.id;
    record.name = check.name;
    record.type = check.type;
    record.description = check.description;
    QualityRule rule;
    rule.name = check.name;
    rule.type = u"library"_s;
    rule.metric = check.type;
    rule.dimension = check.dimension;
    rule.severity = check.severity;
    rule.element = check.element;
    rule.expression = check.expression;
    rule.description = check.description;
    record.quality.append(rule);
    if (!check.asset.isEmpty())
        record.relations.append({Relation::Checks, check.asset});
    record.properties.append({u"source"_s, m_source});
    m_results.records.append(record);
}

void Collector::addRun(const domain::CheckRun &run)
{
    const QString key =
        run.check % u'\n' % QString::number(run.at.toMSecsSinceEpoch()) % u'\n' % run.runId;
    if (m_runs.contains(key))
        return;
    m_runs.insert(key);
    m_results.evidence.runs.append(run);
}

void Collector::addUpdate(const domain::FreshnessUpdate &update)
{
    m_results.evidence.updates.append(update);
    m_results.evidence.observations.append(
        {.source = update.source, .asset = update.asset, .until = update.seen});
}

void Collector::addFinding(const domain::Finding &finding)
{
    m_results.findings.append(finding);
}

} // namespace portolan::formats::results
