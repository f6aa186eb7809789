// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/soda/metrics.h"

#include "models/formats/results/words.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::soda {
namespace {

using namespace json;

QString firstIdentity(const Json &check)
{
    return texts(member(check, "metrics")).value(0);
}

} // namespace

Metrics::Metrics(const Json &scan)
    : m_prefix(u"metric-"_s + text(scan, "definitionName") + u'-')
{
    for (const auto &metric : items(member(scan, "metrics"))) {
        const auto identity = text(metric, "identity");
        if (!identity.isEmpty())
            m_byIdentity.insert(identity,
                                {.name = text(metric, "metricName"),
                                 .count = results::countOf(member(metric, "value"))});
    }
}

QString Metrics::nameOf(const Json &check) const
{
    // The metric behind a check of freshness is the newest value of its column.
    const auto diagnostics = member(check, "diagnostics");
    if (!isNull(member(diagnostics, "maxColumnTimestamp"))
        || !isNull(member(diagnostics, "freshness")))
        return u"freshness"_s;
    if (const auto name = m_byIdentity.value(firstIdentity(check)).name; !name.isEmpty())
        return name;
    return text(check, "type");
}

std::optional<qint64> Metrics::rowsOf(const Json &check) const
{
    const QString table = m_prefix % text(check, "dataSource") % u'-' % text(check, "table") % u'-';
    const auto identity = firstIdentity(check);
    const auto name = m_byIdentity.value(identity).name;
    const auto column = text(check, "column");
    // A filter would stand between the table and the column.
    const QString whole =
        column.isEmpty() ? QString(table % name) : QString(table % column % u'-' % name);
    if (name.isEmpty() || !identity.startsWith(whole))
        return std::nullopt;
    return m_byIdentity.value(table + u"row_count"_s).count;
}

std::optional<qint64> Metrics::countBeside(const Json &check) const
{
    auto identity = firstIdentity(check);
    return m_byIdentity.value(identity.replace(u"_percent"_s, u"_count"_s)).count;
}

} // namespace portolan::formats::soda
