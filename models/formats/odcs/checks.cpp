// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/checks.h"

#include "models/domain/quality.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

using domain::QualityRule;
using domain::Record;

//! The canonical dimension of \a rule (slo.md, section 4): its own, else that of its metric.
QString dimensionOf(const QualityRule &rule)
{
    static const QHash<QString, QString> metrics{
        {u"rowcount"_s, u"volume"_s},
        {u"nullvalues"_s, u"completeness"_s},
        {u"missingvalues"_s, u"completeness"_s},
        {u"duplicatevalues"_s, u"uniqueness"_s},
        {u"invalidvalues"_s, u"validity"_s},
    };
    if (!rule.dimension.trimmed().isEmpty())
        return domain::canonicalDimension(rule.dimension);
    return metrics.value(rule.metric.toLower(), domain::canonicalDimension({}));
}

QString firstOf(std::initializer_list<QString> texts)
{
    for (const auto &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

//! \a id, or what makes it another one than those of \a known.
QString unusedId(const QString &id, QHash<QString, int> &counts, QSet<QString> &known)
{
    auto unused = id;
    auto &count = counts[id];
    do {
        ++count;
        if (count > 1)
            unused = id % u'#' % QString::number(count);
    } while (known.contains(unused));
    known.insert(unused);
    return unused;
}

} // namespace

QList<Record> checksOf(const Contract &contract)
{
    QList<Record> checks;
    if (!contract.contract)
        return checks;
    const auto &rules = contract.contract->quality;
    QHash<QString, int> counts;
    QSet<QString> known;
    for (qsizetype i = 0; i < std::min(rules.size(), contract.rules.size()); ++i) {
        auto rule = rules.at(i);
        const auto &place = contract.rules.at(i);
        if (rule.type.compare(u"text", Qt::CaseInsensitive) == 0)
            continue;
        const auto word = firstOf({place.id, rule.name, rule.metric, rule.type, u"rule"_s});
        const QString id =
            contract.contract->nativeId % u"#quality/"_s % rule.element % u'/' % word;
        rule.dimension = dimensionOf(rule);
        // The relation says which object it is about: here stands the field alone.
        const auto object = place.asset.mid(contract.contract->nativeId.size() + 1);
        rule.element = rule.element.startsWith(object % u'.') ? rule.element.mid(object.size() + 1)
                                                              : QString();
        Record check;
        check.kind = domain::EntityKind::Check;
        check.nativeId = unusedId(id, counts, known);
        check.type = firstOf({rule.metric, rule.type});
        check.name = firstOf({rule.name, place.id, rule.metric, rule.type});
        check.description = rule.description;
        check.domain = contract.contract->domain;
        check.relations.append({domain::Relation::Checks, place.asset});
        check.properties.append({u"source"_s, u"odcs"_s});
        check.native.append(place.native);
        check.quality.append(std::move(rule));
        checks.append(std::move(check));
    }
    return checks;
}

} // namespace portolan::formats::odcs
