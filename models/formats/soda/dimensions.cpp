// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/soda/dimensions.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::soda {

const QHash<QString, QString> &dimensionTable()
{
    // Which columns there are is validity: the table is as it was agreed. Sums and averages say
    // whether the figures are right: accuracy.
    static const QHash<QString, QString> table{
        {u"row_count"_s, u"volume"_s},
        {u"row_count_diff"_s, u"consistency"_s},
        {u"reference"_s, u"consistency"_s},
        {u"cross"_s, u"consistency"_s},
        {u"reconciliation"_s, u"consistency"_s},
        {u"missing_count"_s, u"completeness"_s},
        {u"missing_percent"_s, u"completeness"_s},
        {u"missing"_s, u"completeness"_s},
        {u"duplicate_count"_s, u"uniqueness"_s},
        {u"duplicate_percent"_s, u"uniqueness"_s},
        {u"duplicate"_s, u"uniqueness"_s},
        {u"invalid_count"_s, u"validity"_s},
        {u"invalid_percent"_s, u"validity"_s},
        {u"invalid"_s, u"validity"_s},
        {u"failed rows"_s, u"validity"_s},
        {u"failed_rows"_s, u"validity"_s},
        {u"schema"_s, u"validity"_s},
        {u"min"_s, u"validity"_s},
        {u"max"_s, u"validity"_s},
        {u"min_length"_s, u"validity"_s},
        {u"max_length"_s, u"validity"_s},
        {u"avg_length"_s, u"validity"_s},
        {u"avg"_s, u"accuracy"_s},
        {u"sum"_s, u"accuracy"_s},
        {u"stddev"_s, u"accuracy"_s},
        {u"stddev_pop"_s, u"accuracy"_s},
        {u"stddev_samp"_s, u"accuracy"_s},
        {u"variance"_s, u"accuracy"_s},
        {u"var_pop"_s, u"accuracy"_s},
        {u"var_samp"_s, u"accuracy"_s},
        {u"percentile"_s, u"accuracy"_s},
        {u"distribution"_s, u"accuracy"_s},
        {u"distribution_difference"_s, u"accuracy"_s},
        {u"freshness"_s, u"freshness"_s},
    };
    return table;
}

QString dimensionOf(const QString &metric)
{
    return dimensionTable().value(metric);
}

} // namespace portolan::formats::soda
