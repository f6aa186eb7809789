// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/quality.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {

QString statusWord(RunStatus status)
{
    switch (status) {
    case RunStatus::Pass:
        return u"pass"_s;
    case RunStatus::Warn:
        return u"warn"_s;
    case RunStatus::Fail:
        return u"fail"_s;
    case RunStatus::Error:
        return u"error"_s;
    case RunStatus::Skipped:
        return u"skipped"_s;
    case RunStatus::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString measureWord(SloMeasure measure)
{
    switch (measure) {
    case SloMeasure::Freshness:
        return u"freshness"_s;
    case SloMeasure::Count:
        return u"count"_s;
    case SloMeasure::Check:
        break;
    }
    return u"check"_s;
}

QString methodWord(SloMethod method)
{
    return method == SloMethod::Occurrences ? u"Occurrences"_s : u"Timeslices"_s;
}

QString sloStateWord(SloState state)
{
    switch (state) {
    case SloState::Missed:
        return u"missed"_s;
    case SloState::Burning:
        return u"burning"_s;
    case SloState::Met:
        return u"met"_s;
    case SloState::Unknown:
        break;
    }
    return u"unknown"_s;
}

const QStringList &dimensions()
{
    static const QStringList all{u"completeness"_s, u"accuracy"_s,    u"freshness"_s, u"validity"_s,
                                 u"uniqueness"_s,   u"consistency"_s, u"volume"_s};
    return all;
}

QString canonicalDimension(const QString &word)
{
    // ODCS 3.1 (Data Quality, dimension) and the words of the tools for the same seven.
    static const QHash<QString, QString> canonical{
        {u"conformity"_s, u"validity"_s},   {u"timeliness"_s, u"freshness"_s},
        {u"coverage"_s, u"completeness"_s}, {u"currency"_s, u"freshness"_s},
        {u"integrity"_s, u"consistency"_s}, {u"unicity"_s, u"uniqueness"_s},
        {u"conformance"_s, u"validity"_s},
    };
    const auto lower = word.trimmed().toLower();
    if (lower.isEmpty())
        return u"other"_s;
    if (dimensions().contains(lower))
        return lower;
    return canonical.value(lower, word.trimmed());
}

} // namespace portolan::domain
