// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "app/cli/searchplatforms.h"
#include "models/base/identity.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

constexpr int defaultLimit = 50;

QJsonArray rangesJson(const QList<std::pair<int, int>> &ranges)
{
    QJsonArray array;
    for (const auto &[from, to] : ranges)
        array.append(QJsonArray{from, to});
    return array;
}

QJsonObject hitJson(const store::Hit &hit)
{
    auto object = entityJson(hit.entity);
    if (!hit.fieldPath.isEmpty()) {
        domain::Field field{.path = hit.fieldPath};
        field.name = hit.fieldPath.section(u'.', -1);
        object = fieldEntityJson(hit.entity, field);
    }
    if (!hit.match.in.isEmpty()) {
        object.insert(u"match"_s,
                      QJsonObject{{u"in"_s, hit.match.in},
                                  {u"text"_s, hit.match.text},
                                  {u"ranges"_s, rangesJson(hit.match.ranges)}});
    }
    return object;
}

void printHits(const store::SearchAnswer &answer)
{
    QList<QStringList> rows;
    for (const auto &hit : answer.hits) {
        const auto &entity = hit.entity;
        const auto why = hit.match.in.isEmpty() || hit.match.in == u"name"_s
            ? QString()
            : hit.match.in + u": "_s + hit.match.text;
        const auto name =
            hit.fieldPath.isEmpty() ? entity.label() : entity.label() + u'.' + hit.fieldPath;
        rows.append({domain::kindWord(entity.kind), name, domain::domainText(entity.domain),
                     entity.nativeId, why});
    }
    printTable({u"KIND"_s, u"NAME"_s, u"DOMAIN"_s, u"NATIVE ID"_s, u"WHY"_s}, rows);
    if (!answer.corrected.isEmpty())
        printLine(u"Nothing matches as written; shown is \"%1\"."_s.arg(answer.corrected));
    printLine(u"%1 of %2 in %3 ms"_s.arg(answer.hits.size())
                  .arg(answer.total)
                  .arg(answer.elapsedMs, 0, 'f', 1));
}

int runSearch(Context &context, const Arguments &arguments)
{
    const auto limit = arguments.number(u"limit"_s, defaultLimit, 1);
    const auto offset = arguments.number(u"offset"_s, 0);
    if (!limit || !offset)
        return fail(limit ? offset.error() : limit.error());
    if (arguments.has(u"account"_s) && !arguments.has(u"platforms"_s))
        return fail({Error::Kind::Usage, u"--account is for --platforms; `account:` filters"_s});
    const auto store = context.store();
    if (!store)
        return fail(store.error());
    const auto answer = await((*store)->search(
        {.query = arguments.positional.join(u' '), .offset = *offset, .limit = *limit}));
    if (!answer)
        return fail(answer.error());
    std::optional<PlatformReport> platforms;
    if (arguments.has(u"platforms"_s)) {
        auto asked = askPlatforms(context, arguments.positional.join(u' '),
                                  arguments.options.value(u"account"_s), *limit);
        if (!asked)
            return fail(asked.error());
        platforms = std::move(*asked);
    }
    if (arguments.json) {
        QJsonArray hits;
        for (const auto &hit : answer->hits)
            hits.append(hitJson(hit));
        QJsonObject document{
            {u"format"_s, u"portolan.search/1"_s},
            {u"query"_s, answer->query},
            {u"total"_s, QJsonObject{{u"value"_s, answer->total}, {u"exact"_s, answer->exact}}},
            {u"hits"_s, hits},
            {u"elapsedMs"_s, answer->elapsedMs}};
        insertText(document, u"corrected"_s, answer->corrected);
        if (platforms)
            document.insert(u"platforms"_s, platforms->json());
        printDocument(document);
    } else {
        printHits(*answer);
        if (platforms)
            platforms->print();
    }
    if (platforms) {
        if (const auto error = platforms->error())
            return fail(*error);
    }
    const bool isFound = answer->total > 0 || (platforms && platforms->found() > 0);
    return static_cast<int>(isFound ? Exit::Done : Exit::NotFound);
}

int runFacets(Context &context, const Arguments &arguments)
{
    const auto store = context.store();
    if (!store)
        return fail(store.error());
    const auto query = arguments.positional.join(u' ');
    const auto facets = await((*store)->facets(query));
    if (!facets)
        return fail(facets.error());
    QJsonArray list;
    for (const auto &facet : *facets) {
        QJsonArray values;
        if (!arguments.json)
            printLine(facet.name);
        for (const auto &value : facet.values) {
            values.append(QJsonObject{{u"value"_s, value.value}, {u"count"_s, value.count}});
            if (!arguments.json)
                printLine(u"%1  %2"_s.arg(value.count, 9).arg(value.value));
        }
        list.append(QJsonObject{{u"name"_s, facet.name}, {u"values"_s, values}});
    }
    if (arguments.json) {
        printDocument(
            {{u"format"_s, u"portolan.facets/1"_s}, {u"query"_s, query}, {u"facets"_s, list}});
    }
    return 0;
}

} // namespace

Command searchCommand()
{
    return {.name = u"search"_s,
            .usage = u"QUERY"_s,
            .summary =
                u"find by words and filters: late orders domain:orders kind:product -tag:pii"_s,
            .options = {{u"limit"_s, u"N"_s, u"at most N hits (50)"_s},
                        {u"offset"_s, u"N"_s, u"leave out the first N"_s},
                        {u"platforms"_s, {}, u"ask the platforms themselves, too, for the words"_s},
                        {u"account"_s, u"A"_s, u"with --platforms: only that of account A"_s}},
            .run = runSearch};
}

Command facetsCommand()
{
    return {.name = u"facets"_s,
            .usage = u"[QUERY]"_s,
            .summary = u"the values of each filter under a query, with counts"_s,
            .options = {},
            .run = runFacets};
}

} // namespace portolan::cli
