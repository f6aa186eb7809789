// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/gx/runcontext.h"

#include "models/formats/results/words.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::gx {
namespace {

using namespace json;
using results::timeOf;

//! "ticketing/bookings" of "ValidationResultIdentifier::ticketing/bookings/<run>/<time>/<batch>".
QString suiteOfKey(const QString &key)
{
    const auto parts = key.mid(key.indexOf(u"::"_s) + 2).split(u'/');
    return key.contains(u"::"_s) && parts.size() > 3 ? parts.mid(0, parts.size() - 3).join(u'/')
                                                     : QString();
}

//! "Titanic" of "project/data/Titanic.csv".
QString stemOf(const QString &path)
{
    auto name = path.mid(path.lastIndexOf(u'/') + 1);
    name = name.mid(name.lastIndexOf(u'\\') + 1);
    const auto dot = name.indexOf(u'.', 1);
    return dot > 0 ? name.left(dot) : name;
}

QString firstText(std::initializer_list<Json> values)
{
    for (const auto &value : values) {
        if (const auto found = text(value); !found.isEmpty())
            return found;
    }
    return {};
}

void readAsset(const Json &meta, const Json &validation, RunContext &context)
{
    const auto active = member(meta, "active_batch_definition");
    const auto kwargs = member(meta, "batch_kwargs"); // before 0.13
    const auto spec = member(meta, "batch_spec");
    context.datasource = firstText({member(active, "datasource_name"), member(kwargs, "datasource"),
                                    member(meta, "datasource_name")});
    context.asset = firstText({member(active, "data_asset_name"), member(kwargs, "data_asset_name"),
                               member(meta, "data_asset_name"), member(validation, "asset_name"),
                               member(kwargs, "table"), member(spec, "table_name")});
    // Before 0.10 the name was datasource/generator/asset.
    if (const auto parts = context.asset.split(u'/');
        parts.size() == 3 && context.datasource.isEmpty()) {
        context.datasource = parts.first();
        context.asset = parts.last();
    }
    if (context.asset.isEmpty())
        context.asset = stemOf(firstText({member(kwargs, "path"), member(spec, "path")}));
    const auto table = firstText({member(spec, "table_name"), member(kwargs, "table")});
    const auto schema = firstText({member(spec, "schema_name"), member(kwargs, "schema")});
    context.relation = schema.isEmpty() ? table : QString(schema % u'.' % table);
    if (table.isEmpty())
        context.relation.clear();
}

//! Several batches of one asset are validated in one run: what tells them apart in their ids,
//! "<datasource>-<asset>-<batch>", or empty.
QString batchOf(const Json &meta, const Json &validation, const RunContext &context)
{
    auto id = text(member(meta, "batch_id"));
    for (const auto &result : items(member(validation, "results"))) {
        if (id.isEmpty())
            id = text(member(result, {"expectation_config", "kwargs", "batch_id"}));
        if (!id.isEmpty())
            break;
    }
    const QString whole = context.datasource % u'-' % context.asset;
    return id.startsWith(whole % u'-') ? id.mid(whole.size() + 1) : QString();
}

} // namespace

QString RunContext::assetId() const
{
    return asset.isEmpty() ? QString()
                           : QString(u"great-expectations:"_s % datasource % u'/' % asset);
}

RunContext contextOf(const Json &validation, const Json &checkpoint, const QString &key)
{
    RunContext context;
    const auto meta = member(validation, "meta");
    context.suite =
        firstText({member(meta, "expectation_suite_name"), member(validation, "suite_name")});
    if (context.suite.isEmpty())
        context.suite = suiteOfKey(key);
    if (context.suite.isEmpty())
        context.suite = u"unknown"_s;
    readAsset(meta, validation, context);

    const auto run = member(meta, "run_id");
    const auto ofCheckpoint = member(checkpoint, "run_id");
    for (const auto &time :
         {member(run, "run_time"), member(meta, "validation_time"),
          member(meta, {"batch_markers", "ge_load_time"}), run, member(ofCheckpoint, "run_time")}) {
        context.at = timeOf(text(time));
        if (context.at.isValid())
            break;
    }
    context.runId = firstText({member(run, "run_name"), run, member(ofCheckpoint, "run_name")});
    if (const auto batch = batchOf(meta, validation, context); !batch.isEmpty())
        context.runId += (context.runId.isEmpty() ? QString() : u"/"_s) + batch;
    return context;
}

} // namespace portolan::formats::gx
