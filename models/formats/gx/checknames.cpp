// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/gx/checknames.h"

#include "models/formats/results/words.h"

#include <QHash>
#include <QMap>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::gx {
namespace {

using namespace json;

//! Arguments that do not tell two checks apart: where they look is in the name already, how the
//! result is written does not matter, and bounds move.
bool isTelling(std::string_view key)
{
    static constexpr std::string_view passedOver[]{
        "batch_id",      "column",    "column_A",       "column_B",         "column_list",
        "result_format", "meta",      "include_config", "catch_exceptions", "mostly",
        "min_value",     "max_value", "strict_min",     "strict_max",       "value",
        "sum_total",     "threshold", "double_sided",
    };
    return std::find(std::begin(passedOver), std::end(passedOver), key) == std::end(passedOver);
}

QString argumentHashOf(const Json &kwargs)
{
    simdjson::dom::object arguments;
    if (kwargs.get(arguments) != simdjson::SUCCESS)
        return {};
    QMap<QByteArray, QByteArray> byName; // writers order them as they like
    for (const auto entry : arguments) {
        if (isTelling(entry.key) && !isNull(entry.value))
            byName.insert({entry.key.data(), qsizetype(entry.key.size())},
                          QByteArray::fromStdString(simdjson::minify(entry.value)));
    }
    QByteArray all;
    for (auto it = byName.cbegin(); it != byName.cend(); ++it)
        all += it.key() + '=' + it.value() + '\n';
    return results::shortHash(all);
}

} // namespace

Expectation expectationOf(const Json &result)
{
    Expectation expectation;
    expectation.config = member(result, "expectation_config");
    expectation.kwargs = member(expectation.config, "kwargs");
    expectation.type = text(expectation.config, "type");
    if (expectation.type.isEmpty())
        expectation.type = text(expectation.config, "expectation_type");
    QStringList columns;
    for (const std::string_view key : {"column", "column_A", "column_B"}) {
        if (const auto column = text(expectation.kwargs, key); !column.isEmpty())
            columns.append(column);
    }
    if (columns.isEmpty())
        columns = texts(member(expectation.kwargs, "column_list"));
    // The columns that a table shall have are an argument, not where it is looked at.
    if (!expectation.type.startsWith(u"expect_table_"_s))
        expectation.column = columns.join(u',');
    return expectation;
}

QStringList checkIdsOf(const QString &suite, const QString &asset,
                       const std::vector<Expectation> &expectations)
{
    QStringList names;
    QHash<QString, QSet<QString>> hashes;
    QStringList hashOf;
    for (const auto &expectation : expectations) {
        QStringList parts{suite, asset, expectation.type};
        if (!expectation.column.isEmpty())
            parts.append(expectation.column);
        names.append(parts.join(u'/'));
        hashOf.append(argumentHashOf(expectation.kwargs));
        hashes[names.last()].insert(hashOf.last());
    }
    QHash<QString, int> seen;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (hashes.value(names.at(i)).size() > 1)
            names[i] += u'/' + hashOf.at(i);
        if (const int number = ++seen[names.at(i)]; number > 1)
            names[i] += u'#' + QString::number(number);
    }
    return names;
}

} // namespace portolan::formats::gx
