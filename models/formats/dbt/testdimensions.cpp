// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/dbt/testdimensions.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::dbt {

const QHash<QString, QString> &dimensionTable()
{
    // Which columns there are, and of which type, is validity: the table is as it was agreed.
    // What holds between two tables is consistency; whether figures are right is accuracy.
    static const QHash<QString, QString> table{
        // dbt
        {u"not_null"_s, u"completeness"_s},
        {u"unique"_s, u"uniqueness"_s},
        {u"relationships"_s, u"consistency"_s},
        {u"accepted_values"_s, u"validity"_s},
        // dbt_utils
        {u"not_null_proportion"_s, u"completeness"_s},
        {u"not_empty_string"_s, u"completeness"_s},
        {u"at_least_one"_s, u"completeness"_s},
        {u"unique_combination_of_columns"_s, u"uniqueness"_s},
        {u"relationships_where"_s, u"consistency"_s},
        {u"equality"_s, u"consistency"_s},
        {u"cardinality_equality"_s, u"consistency"_s},
        {u"mutually_exclusive_ranges"_s, u"consistency"_s},
        {u"equal_rowcount"_s, u"volume"_s},
        {u"fewer_rows_than"_s, u"volume"_s},
        {u"accepted_range"_s, u"validity"_s},
        {u"not_accepted_values"_s, u"validity"_s},
        {u"not_constant"_s, u"validity"_s},
        {u"sequential_values"_s, u"validity"_s},
        {u"expression_is_true"_s, u"accuracy"_s},
        {u"recency"_s, u"freshness"_s},
        // dbt_expectations
        {u"expect_column_values_to_not_be_null"_s, u"completeness"_s},
        {u"expect_column_values_to_be_null"_s, u"completeness"_s},
        {u"expect_row_values_to_have_data_for_every_n_datepart"_s, u"completeness"_s},
        {u"expect_column_values_to_be_unique"_s, u"uniqueness"_s},
        {u"expect_compound_columns_to_be_unique"_s, u"uniqueness"_s},
        {u"expect_select_column_values_to_be_unique_within_record"_s, u"uniqueness"_s},
        {u"expect_column_unique_value_count_to_be_between"_s, u"uniqueness"_s},
        {u"expect_column_proportion_of_unique_values_to_be_between"_s, u"uniqueness"_s},
        {u"expect_row_values_to_have_recent_data"_s, u"freshness"_s},
        {u"expect_grouped_row_values_to_have_recent_data"_s, u"freshness"_s},
        {u"expect_table_row_count_to_be_between"_s, u"volume"_s},
        {u"expect_table_row_count_to_equal"_s, u"volume"_s},
        {u"expect_table_row_count_to_equal_other_table"_s, u"volume"_s},
        {u"expect_table_row_count_to_equal_other_table_times_factor"_s, u"volume"_s},
        {u"expect_column_to_exist"_s, u"validity"_s},
        {u"expect_table_column_count_to_be_between"_s, u"validity"_s},
        {u"expect_table_column_count_to_equal"_s, u"validity"_s},
        {u"expect_table_columns_to_contain_set"_s, u"validity"_s},
        {u"expect_table_columns_to_match_ordered_list"_s, u"validity"_s},
        {u"expect_table_columns_to_match_set"_s, u"validity"_s},
        {u"expect_column_values_to_be_of_type"_s, u"validity"_s},
        {u"expect_column_values_to_be_in_type_list"_s, u"validity"_s},
        {u"expect_column_values_to_have_consistent_casing"_s, u"validity"_s},
        {u"expect_column_values_to_be_in_set"_s, u"validity"_s},
        {u"expect_column_values_to_not_be_in_set"_s, u"validity"_s},
        {u"expect_column_values_to_be_between"_s, u"validity"_s},
        {u"expect_column_values_to_be_increasing"_s, u"validity"_s},
        {u"expect_column_values_to_be_decreasing"_s, u"validity"_s},
        {u"expect_column_value_lengths_to_be_between"_s, u"validity"_s},
        {u"expect_column_value_lengths_to_equal"_s, u"validity"_s},
        {u"expect_column_values_to_match_regex"_s, u"validity"_s},
        {u"expect_column_values_to_not_match_regex"_s, u"validity"_s},
        {u"expect_column_values_to_match_regex_list"_s, u"validity"_s},
        {u"expect_column_values_to_match_like_pattern"_s, u"validity"_s},
        {u"expect_column_distinct_values_to_be_in_set"_s, u"validity"_s},
        {u"expect_column_distinct_values_to_contain_set"_s, u"validity"_s},
        {u"expect_column_distinct_values_to_equal_set"_s, u"validity"_s},
        {u"expect_column_min_to_be_between"_s, u"validity"_s},
        {u"expect_column_max_to_be_between"_s, u"validity"_s},
        {u"expect_column_pair_values_a_to_be_greater_than_b"_s, u"consistency"_s},
        {u"expect_column_pair_values_to_be_equal"_s, u"consistency"_s},
        {u"expect_column_pair_values_to_be_in_set"_s, u"consistency"_s},
        {u"expect_multicolumn_sum_to_equal"_s, u"consistency"_s},
        {u"expect_column_mean_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_median_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_sum_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_stdev_to_be_between"_s, u"accuracy"_s},
        {u"expect_column_quantile_values_to_be_between"_s, u"accuracy"_s},
        // elementary
        {u"volume_anomalies"_s, u"volume"_s},
        {u"freshness_anomalies"_s, u"freshness"_s},
        {u"event_freshness_anomalies"_s, u"freshness"_s},
        {u"schema_changes"_s, u"validity"_s},
        {u"schema_changes_from_baseline"_s, u"validity"_s},
        {u"column_anomalies"_s, u"accuracy"_s},
        {u"all_columns_anomalies"_s, u"accuracy"_s},
        {u"dimension_anomalies"_s, u"accuracy"_s},
    };
    return table;
}

QString dimensionOf(const QString &test)
{
    return dimensionTable().value(test);
}

} // namespace portolan::formats::dbt
