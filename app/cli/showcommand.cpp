// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "app/cli/pagejson.h"
#include "app/cli/resolving.h"
#include "models/items/clausejudge.h"
#include "models/items/edits.h"
#include "models/items/qualityreading.h"
#include "models/items/servicelevels.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

//! The contracts that govern \a page's ports, and those it hangs on itself.
Result<QList<domain::Entity>> contractsOf(store::Store &store, const domain::Page &page)
{
    QList<QUuid> ids;
    for (const auto &related : page.related) {
        const auto id = related.entity.kind == domain::EntityKind::Contract ? related.entity.id
                                                                            : related.contract;
        if (!id.isNull() && !ids.contains(id))
            ids.append(id);
    }
    if (ids.isEmpty())
        return QList<domain::Entity>();
    return await(store.entities(ids));
}

//! The fields of \a page in schema order: its own, or those of the assets a contract describes,
//! with the object's name in front.
Result<QJsonArray> fieldsOf(store::Store &store, const domain::Page &page,
                            const QList<domain::Entity> &contracts)
{
    QJsonArray list;
    if (page.entity.kind == domain::EntityKind::Asset) {
        const auto fields = await(store.fields(page.entity.id));
        if (!fields)
            return tl::unexpected(fields.error());
        for (const auto &field : *fields)
            list.append(fieldJson(field));
        return list;
    }
    QList<domain::Page> pages;
    if (page.entity.kind == domain::EntityKind::Contract)
        pages.append(page);
    for (const auto &contract : contracts) {
        const auto other = await(store.page(contract.id));
        if (!other)
            return tl::unexpected(other.error());
        pages.append(*other);
    }
    QList<QUuid> shown;
    for (const auto &contract : std::as_const(pages)) {
        for (const auto &related : contract.related) {
            if (related.relation != domain::Relation::Describes || related.incoming
                || shown.contains(related.entity.id))
                continue;
            shown.append(related.entity.id);
            const auto fields = await(store.fields(related.entity.id));
            if (!fields)
                return tl::unexpected(fields.error());
            for (const auto &field : *fields)
                list.append(fieldJson(field, related.entity.name + u'.'));
        }
    }
    return list;
}

bool isOfIncidents(const domain::SlaTerm &term)
{
    return term.property.trimmed().startsWith(u"timeTo"_s, Qt::CaseInsensitive);
}

//! How the promises of \a page stand now; empty when it is no contract.
Result<items::ClauseVerdicts> verdictsOf(store::Store &store, const domain::Page &page,
                                         const QDateTime &now)
{
    if (page.entity.kind != domain::EntityKind::Contract)
        return items::ClauseVerdicts();
    items::QualityBoard board;
    board.period = {now.addDays(-items::verdictDays), now};
    auto rows = await(store.slos());
    auto checks = await(store.checks({.of = page.entity.id, .at = now}));
    if (!rows || !checks)
        return tl::unexpected(rows ? checks.error() : rows.error());
    rows->removeIf([&page](const store::SloRow &row) {
        return !items::isContract(page, row.account, row.slo.contract);
    });
    auto levels = items::levelsOf(store, *rows, now);
    const auto &terms = page.merged.sla;
    const auto incidents = std::any_of(terms.begin(), terms.end(), isOfIncidents)
        ? items::readIncidents(store, board.period)
        : QList<items::Incident>();
    if (!levels || !incidents)
        return tl::unexpected(levels ? incidents.error() : levels.error());
    board.levels = *std::move(levels);
    board.checks = *std::move(checks);
    return items::verdictsOf(page, board, *incidents);
}

int showField(store::Store &store, const store::Resolved &resolved, bool json)
{
    const auto operations = await(store.operations().operations());
    const auto page = await(store.page(resolved.entity.id));
    if (!page)
        return fail(page.error());
    const auto shown =
        items::laidOver(*page, operations ? *operations : QList<domain::Operation>());
    const auto *fields = &shown.merged.fields;
    const auto field = std::find_if(fields->begin(), fields->end(), [&](const auto &candidate) {
        return candidate.path == resolved.fieldPath;
    });
    if (field == fields->end()) {
        return fail(
            {Error::Kind::NotFound,
             u"%1 has no field \"%2\""_s.arg(resolved.entity.nativeId, resolved.fieldPath)});
    }
    if (json) {
        printDocument({{u"format"_s, u"portolan.show/1"_s},
                       {u"entity"_s, fieldEntityJson(resolved.entity, *field)},
                       {u"asset"_s, entityJson(resolved.entity)},
                       {u"fields"_s, QJsonArray{fieldJson(*field)}}});
    } else {
        printTable({QString(), QString()},
                   {{u"field"_s, field->path},
                    {u"of"_s, resolved.entity.label()},
                    {u"type"_s, field->type},
                    {u"classification"_s, field->classification},
                    {u"description"_s, field->description}});
    }
    return 0;
}

int run(Context &context, const Arguments &arguments)
{
    if (arguments.positional.size() != 1)
        return fail({Error::Kind::Usage, u"show takes one id or name"_s});
    const auto opened = context.store();
    if (!opened)
        return fail(opened.error());
    auto &store = **opened;
    const auto resolved = resolveOne(store, arguments.positional.first());
    if (!resolved)
        return fail(resolved.error());
    if (!resolved->fieldPath.isEmpty())
        return showField(store, *resolved, arguments.json);
    const auto operations = await(store.operations().operations());
    auto page = await(store.page(resolved->entity.id));
    if (page && operations)
        page = items::laidOver(*std::move(page), *operations);
    const auto contracts = page ? contractsOf(store, *page) : tl::unexpected(page.error());
    const auto fields = contracts ? fieldsOf(store, *page, *contracts)
                                  : Result<QJsonArray>(tl::unexpected(contracts.error()));
    if (!fields)
        return fail(fields.error());
    auto verdicts = verdictsOf(store, *page, context.clock().now());
    if (!verdicts) {
        // What is promised can be read all the same.
        static_cast<void>(fail(verdicts.error()));
        verdicts = items::ClauseVerdicts();
    }
    if (arguments.json)
        printPageJson(*page, *contracts, *fields, *verdicts);
    else
        printPageText(*page, *fields, *verdicts);
    return 0;
}

} // namespace

Command showCommand()
{
    return {.name = u"show"_s,
            .usage = u"ID"_s,
            .summary =
                u"everything known about one thing: by id, native id or a name only it has"_s,
            .options = {},
            .run = run};
}

} // namespace portolan::cli
