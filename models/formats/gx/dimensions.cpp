// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/gx/dimensions.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::gx {

const QHash<QString, QString> &dimensionTable()
{
    // Which columns there are, and of which type, is validity: the table is as it was agreed.
    // Means, sums and shapes of a distribution say whether the figures are right: accuracy.
    static const QHash<QString, QString> table{
        {u"expect_column_values_to_not_be_null"_s, u"completeness"_s},
        {u"expect_column_values_to_be_null"_s, u"completeness"_s},
        {u"expect_column_proportion_of_non_null_values_to_be_between"_s, u"completeness"_s},
        {u"expect_column_values_to_be_unique"_s, u"uniqueness"_s},
        {u"expect_compound_columns_to_be_unique"_s, u"uniqueness"_s},
        {u"expect_select_column_values_to_be_unique_within_record"_s, u"uniqueness"_s},
        {u"expect_multicolumn_values_to_be_unique"_s, u"uniqueness"_s},
        {u"expect_column_unique_value_count_to_be_between"_s, u"uniqueness"_s},
        {u"expect_column_proportion_of_unique_values_to_be_between"_s, u"uniqueness"_s},
        {u"expect_table_row_count_to_be_between"_s, u"volume"_s},
        {u"expect_table_row_count_to_equal"_s, u"volume"_s},
        {u"expect_table_row_count_to_equal_other_table"_s, u"volume"_s},
        {u"expect_column_values_to_be_between"_s, u"validity"_s},
        {u"expect_column_values_to_be_in_set"_s, u"validity"_s},
        {u"expect_column_values_to_not_be_in_set"_s, u"validity"_s},
        {u"expect_column_values_to_match_regex"_s, u"validity"_s},
        {u"expect_column_values_to_not_match_regex"_s, u"validity"_s},
        {u"expect_column_values_to_match_regex_list"_s, u"validity"_s},
        {u"expect_column_values_to_not_match_regex_list"_s, u"validity"_s},
        {u"expect_column_values_to_match_like_pattern"_s, u"validity"_s},
        {u"expect_column_values_to_not_match_like_pattern"_s, u"validity"_s},
        {u"expect_column_values_to_match_like_pattern_list"_s, u"validity"_s},
        {u"expect_column_values_to_not_match_like_pattern_list"_s, u"validity"_s},
        {u"expect_column_values_to_match_strftime_format"_s, u"validity"_s},
        {u"expect_column_values_to_be_dateutil_parseable"_s, u"validity"_s},
        {u"expect_column_values_to_be_json_parseable"_s, u"validity"_s},
        {u"expect_column_values_to_match_json_schema"_s, u"validity"_s},
        {u"expect_column_values_to_be_of_type"_s, u"validity"_s},
        {u"expect_column_values_to_be_in_type_list"_s, u"validity"_s},
        {u"expect_column_value_lengths_to_be_between"_s, u"validity"_s},
        {u"expect_column_value_lengths_to_equal"_s, u"validity"_s},
        {u"expect_column_value_z_scores_to_be_less_than"_s, u"validity"_s},
        {u"expect_column_distinct_values_to_be_in_set"_s, u"validity"_s},
        {u"expect_column_distinct_values_to_contain_set"_s, u"validity"_s},
        {u"expect_column_distinct_values_to_equal_set"_s, u"validity"_s},
        {u"expect_column_most_common_value_to_be_in_set"_s, u"validity"_s},
        {u"expect_column_values_to_be_increasing"_s, u"validity"_s},
        {u"expect_column_values_to_be_decreasing"_s, u"validity"_s},
        {u"expect_column_min_to_be_between"_s, u"validity"_s},
        {u"expect_column_max_to_be_between"_s, u"validity"_s},
        {u"expect_column_to_exist"_s, u"validity"_s},
        {u"expect_table_columns_to_match_set"_s, u"validity"_s},
        {u"expect_table_columns_to_match_ordered_list"_s, u"validity"_s},
        {u"expect_table_column_count_to_equal"_s, u"validity"_s},
        {u"expect_table_column_count_to_be_between"_s, u"validity"_s},
        {u"expect_column_pair_values_to_be_equal"_s, u"consistency"_s},
        {u"expect_column_pair_values_a_to_be_greater_than_b"_s, u"consistency"_s},
        {u"expect_column_pair_values_to_be_in_set"_s, u"consistency"_s},
        {u"expect_multicolumn_sum_to_equal"_s, u"consistency"_s},
        {u"expect_query_results_to_match_comparison"_s, u"consistency"_s},
        {u"expect_column_mean_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_median_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_sum_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_stdev_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_quantile_values_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_kl_divergence_to_be_less_than"_s, u"accuracy"_s},
        {u"unexpected_rows_expectation"_s, u"validity"_s},
    };
    return table;
}

QString dimensionOf(const QString &expectation, bool ofTime)
{
    // The newest instant in a column says how old the data are.
    if (ofTime && expectation == u"expect_column_max_to_be_between")
        return u"freshness"_s;
    return dimensionTable().value(expectation);
}

} // namespace portolan::formats::gx
