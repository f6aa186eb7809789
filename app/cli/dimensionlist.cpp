// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/dimensionlist.h"

#include "app/cli/output.h"
#include "models/formats/datacontract/dimensions.h"
#include "models/formats/dbt/testdimensions.h"
#include "models/formats/gx/dimensions.h"
#include "models/formats/openlineage/evidence.h"
#include "models/formats/soda/dimensions.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! Tool, its word, dimension; by tool and word.
QList<QStringList> dimensionRows()
{
    const std::pair<QString, const QHash<QString, QString> &> tools[] = {
        {u"datacontract-cli"_s, formats::datacontract::dimensionTable()},
        {u"dbt"_s, formats::dbt::dimensionTable()},
        {u"great-expectations"_s, formats::gx::dimensionTable()},
        {u"openlineage"_s, formats::openlineage::dimensionTable()},
        {u"soda"_s, formats::soda::dimensionTable()}};
    QList<QStringList> rows;
    for (const auto &[tool, table] : tools) {
        for (auto it = table.cbegin(); it != table.cend(); ++it)
            rows.append({tool, it.key(), it.value()});
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

} // namespace

void printDimensions(bool json)
{
    const auto rows = dimensionRows();
    if (!json) {
        printTable({u"tool"_s, u"test"_s, u"dimension"_s}, rows);
        return;
    }
    QJsonArray list;
    for (const auto &row : rows)
        list.append(QJsonObject{
            {u"source"_s, row.at(0)}, {u"test"_s, row.at(1)}, {u"dimension"_s, row.at(2)}});
    printDocument({{u"format"_s, u"portolan.dimensions/1"_s}, {u"dimensions"_s, list}});
}

} // namespace portolan::cli
