// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/dates.h"
#include "app/cli/nativenames.h"
#include "app/cli/output.h"
#include "app/cli/resolving.h"
#include "app/cli/slojson.h"
#include "models/base/identity.h"
#include "models/items/servicelevels.h"
#include "models/items/slotext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

bool isAbout(const store::SloRow &row, const domain::Entity &entity)
{
    const auto &aliases = entity.aliases;
    return row.asset == entity.id || row.product == entity.id
        || std::any_of(aliases.begin(), aliases.end(), [&row](const domain::Alias &alias) {
               const auto &slo = row.slo;
               return alias.account == row.account
                   && (alias.nativeId == slo.contract || alias.nativeId == slo.product
                       || alias.nativeId == slo.asset || slo.checks.contains(alias.nativeId));
           });
}

//! A date means its end: the slices that end with the day are complete then.
QDateTime endOfDay(const QDateTime &at)
{
    return at.time() == QTime(23, 59, 59, 999) ? at.addMSecs(1) : at;
}

//! Those that \a reference names: by their own id, or all of a thing.
Result<QList<store::SloRow>> chosen(store::Store &store, const QList<store::SloRow> &rows,
                                    const QString &reference)
{
    QList<store::SloRow> found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](const auto &row) {
        return row.slo.nativeId == reference || idText(row.id) == reference;
    });
    if (!found.isEmpty())
        return found;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found), [&](const auto &row) {
        return row.slo.name.compare(reference, Qt::CaseInsensitive) == 0;
    });
    if (found.size() == 1)
        return found;
    found.clear();
    const auto resolved = resolveOne(store, reference);
    if (!resolved)
        return tl::unexpected(resolved.error());
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(found),
                 [&](const auto &row) { return isAbout(row, resolved->entity); });
    return found;
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 2) + u" %"_s;
}

void printText(const QList<items::ServiceLevel> &levels)
{
    QList<QStringList> rows;
    for (const auto &level : levels) {
        const auto &figures = level.figures;
        QStringList rates;
        for (const auto &burn : figures.burnRates)
            rates.append(burn.rate ? QString::number(*burn.rate, 'f', 1) + u'x' : u"-"_s);
        rows.append({sloStateWord(level.state()), level.title(),
                     items::measurePhrase(level.row.slo),
                     figures.sli ? percent(*figures.sli) : u"-"_s, percent(level.row.slo.target),
                     figures.sli ? percent(figures.budget.remaining) : u"-"_s, rates.join(u' '),
                     whyOf(level), level.row.slo.nativeId});
    }
    printTable({u"state"_s, u"of"_s, u"measure"_s, u"SLI"_s, u"target"_s, u"budget left"_s,
                u"burn"_s, u"why"_s, u"id"_s},
               rows);
}

int run(Context &context, const Arguments &arguments)
{
    if (arguments.positional.size() > 1)
        return fail({Error::Kind::Usage, u"slo takes one id or name, or none"_s});
    const auto given = instantOf(arguments);
    if (!given)
        return fail(given.error());
    const auto at = given->isValid() ? endOfDay(*given) : context.clock().now();
    const auto opened = context.store();
    if (!opened)
        return fail(opened.error());
    auto &store = **opened;
    auto rows = await(store.slos());
    if (rows && !arguments.positional.isEmpty())
        rows = chosen(store, *rows, arguments.positional.first());
    if (!rows)
        return fail(rows.error());
    std::sort(rows->begin(), rows->end(), [](const auto &left, const auto &right) {
        return left.slo.nativeId < right.slo.nativeId;
    });
    auto levels = items::levelsOf(store, *rows, at);
    if (!levels)
        return fail(levels.error());
    if (!arguments.json) {
        std::sort(levels->begin(), levels->end(), items::isWorse);
        printText(*levels);
        return 0;
    }
    NativeNames names;
    for (const auto member : {&store::SloRow::asset, &store::SloRow::product}) {
        if (const auto read = names.read(store, *rows, member); !read)
            return fail(read.error());
    }
    QJsonArray list;
    for (const auto &level : std::as_const(*levels))
        list.append(sloJson(level, names));
    printDocument({{u"format"_s, u"portolan.slo/1"_s}, {u"at"_s, timeText(at)}, {u"slos"_s, list}});
    return 0;
}

} // namespace

Command sloCommand()
{
    return {.name = u"slo"_s,
            .usage = u"[ID] [--at DATE]"_s,
            .summary = u"service levels: what was promised, what was kept, and what is left"_s,
            .options = {{u"at"_s, u"DATE"_s, u"as it was at the end of that day, or at a time"_s}},
            .run = run};
}

} // namespace portolan::cli
