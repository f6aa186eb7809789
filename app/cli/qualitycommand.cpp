// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/dates.h"
#include "app/cli/dimensionlist.h"
#include "app/cli/entityjson.h"
#include "app/cli/nativenames.h"
#include "app/cli/output.h"
#include "app/cli/resolving.h"
#include "models/base/identity.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! What is asked for: all checks, or those of one thing.
Result<store::CheckRequest> requestOf(store::Store &store, const Arguments &arguments)
{
    store::CheckRequest request;
    if (arguments.positional.size() > 1)
        return failure(Error::Kind::Usage, u"quality takes one id or name, or none"_s);
    const auto at = instantOf(arguments);
    if (!at)
        return tl::unexpected(at.error());
    request.at = *at;
    if (!arguments.positional.isEmpty()) {
        const auto resolved = resolveOne(store, arguments.positional.first());
        if (!resolved)
            return tl::unexpected(resolved.error());
        request.of = resolved->entity.id;
    }
    return request;
}

QJsonObject runJson(const domain::CheckRun &run)
{
    QJsonObject object{{u"at"_s, timeText(run.at)}, {u"status"_s, statusWord(run.status)}};
    insertText(object, u"observed"_s, run.observed);
    insertText(object, u"expected"_s, run.expected);
    insertText(object, u"message"_s, run.message);
    if (run.failedRows)
        object.insert(u"failedRows"_s, *run.failedRows);
    if (run.totalRows)
        object.insert(u"totalRows"_s, *run.totalRows);
    return object;
}

QJsonObject checkJson(const store::CheckRow &check, const NativeNames &names)
{
    QJsonObject object{{u"id"_s, idText(check.id)},     {u"nativeId"_s, check.nativeId},
                       {u"name"_s, check.name},         {u"dimension"_s, check.dimension},
                       {u"severity"_s, check.severity}, {u"asset"_s, names.of(check.asset)},
                       {u"source"_s, check.source},     {u"runs"_s, check.runs}};
    if (!check.asset.isNull())
        object.insert(u"assetId"_s, idText(check.asset));
    insertText(object, u"field"_s, check.field);
    if (check.last)
        object.insert(u"last"_s, runJson(*check.last));
    return object;
}

QJsonObject totalsJson(const QList<store::CheckRow> &checks)
{
    store::RunCounts totals;
    for (const auto &check : checks)
        totals.add(check.last ? check.last->status : domain::RunStatus::Unknown);
    return {{u"pass"_s, totals.pass},       {u"warn"_s, totals.warn},
            {u"fail"_s, totals.fail},       {u"error"_s, totals.error},
            {u"skipped"_s, totals.skipped}, {u"unknown"_s, totals.unknown}};
}

//! The runs of \a check until \a at, oldest first.
Result<QJsonArray> historyOf(store::Store &store, const store::CheckRow &check, const QDateTime &at)
{
    const auto beginning = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    const auto runs = await(
        store.checkRuns(check.id, beginning, at.addMSecs(1), std::numeric_limits<int>::max()));
    if (!runs)
        return tl::unexpected(runs.error());
    QJsonArray history;
    for (auto run = runs->crbegin(); run != runs->crend(); ++run)
        history.append(runJson(*run));
    return history;
}

void printText(const QList<store::CheckRow> &checks)
{
    const auto totals = totalsJson(checks);
    QStringList words;
    for (const auto *status : {"fail", "error", "warn", "pass", "skipped", "unknown"}) {
        const auto word = QString::fromLatin1(status);
        words.append(QString::number(totals.value(word).toInteger()) + u' ' + word);
    }
    printLine(words.join(u", "_s));
    QList<QStringList> rows;
    for (const auto &check : checks) {
        rows.append({check.last ? statusWord(check.last->status) : u"unknown"_s,
                     check.last ? timeText(check.last->at) : u"never ran"_s, check.dimension,
                     check.assetName + (check.field.isEmpty() ? QString() : u'.' + check.field),
                     check.name, check.last ? check.last->observed : QString()});
    }
    printTable(
        {u"status"_s, u"newest run"_s, u"dimension"_s, u"about"_s, u"check"_s, u"observed"_s},
        rows);
}

int run(Context &context, const Arguments &arguments)
{
    if (arguments.has(u"dimensions"_s)) {
        printDimensions(arguments.json);
        return 0;
    }
    const auto opened = context.store();
    if (!opened)
        return fail(opened.error());
    auto &store = **opened;
    auto request = requestOf(store, arguments);
    if (!request)
        return fail(request.error());
    auto checks = await(store.checks(*request));
    if (!checks)
        return fail(checks.error());
    std::sort(checks->begin(), checks->end(),
              [](const auto &left, const auto &right) { return left.nativeId < right.nativeId; });
    if (!arguments.json && !arguments.has(u"runs"_s)) {
        printText(*checks);
        return 0;
    }
    const auto at = request->at.isValid() ? request->at : context.clock().now();
    NativeNames names;
    if (const auto read = names.read(store, *checks, &store::CheckRow::asset); !read)
        return fail(read.error());
    QJsonArray list;
    for (const auto &check : std::as_const(*checks)) {
        auto object = checkJson(check, names);
        if (arguments.has(u"runs"_s)) {
            const auto history = historyOf(store, check, at);
            if (!history)
                return fail(history.error());
            object.insert(u"history"_s, *history);
        }
        list.append(object);
    }
    printDocument({{u"format"_s, u"portolan.quality/1"_s},
                   {u"at"_s, timeText(at)},
                   {u"totals"_s, totalsJson(*checks)},
                   {u"checks"_s, list}});
    return 0;
}

} // namespace

Command qualityCommand()
{
    return {
        .name = u"quality"_s,
        .usage = u"[ID] [--at DATE] [--runs] | --dimensions"_s,
        .summary = u"the checks of the mesh or of one thing, and how their newest runs ended"_s,
        .options = {{u"at"_s, u"DATE"_s, u"as it was at the end of that day, or at a time"_s},
                    {u"runs"_s, {}, u"with every run, oldest first (prints JSON)"_s},
                    {u"dimensions"_s, {}, u"which test of which tool is about which dimension"_s}},
        .run = run};
}

} // namespace portolan::cli
