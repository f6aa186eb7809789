// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/datacontract/dimensions.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::datacontract {

const QHash<QString, QString> &dimensionTable()
{
    // Which fields there are, and of which type, is validity: the table is as it was agreed.
    static const QHash<QString, QString> table{
        // metrics of ODCS
        {u"rowCount"_s, u"volume"_s},
        {u"nullValues"_s, u"completeness"_s},
        {u"missingValues"_s, u"completeness"_s},
        {u"duplicateValues"_s, u"uniqueness"_s},
        {u"invalidValues"_s, u"validity"_s},
        // types of checks
        {u"row_count"_s, u"volume"_s},
        {u"field_null_values"_s, u"completeness"_s},
        {u"field_missing_values"_s, u"completeness"_s},
        {u"field_duplicate_values"_s, u"uniqueness"_s},
        {u"model_duplicate_values"_s, u"uniqueness"_s},
        {u"field_invalid_values"_s, u"validity"_s},
        {u"field_required"_s, u"completeness"_s},
        {u"field_unique"_s, u"uniqueness"_s},
        {u"field_primary_key"_s, u"uniqueness"_s},
        {u"field_relationships"_s, u"consistency"_s},
        {u"field_is_present"_s, u"validity"_s},
        {u"field_type"_s, u"validity"_s},
        {u"field_minimum"_s, u"validity"_s},
        {u"field_maximum"_s, u"validity"_s},
        {u"field_min_length"_s, u"validity"_s},
        {u"field_max_length"_s, u"validity"_s},
        {u"field_regex"_s, u"validity"_s},
        {u"field_enum"_s, u"validity"_s},
        {u"servicelevel_freshness"_s, u"freshness"_s},
        {u"servicelevel_retention"_s, u"validity"_s},
    };
    return table;
}

QString dimensionOf(const QString &typeOrMetric)
{
    return dimensionTable().value(typeOrMetric);
}

} // namespace portolan::formats::datacontract
