// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/dates.h"
#include "app/cli/entityjson.h"
#include "app/cli/lineagepicture.h"
#include "app/cli/lineageselection.h"
#include "app/cli/lineagewriters.h"
#include "app/cli/output.h"
#include "app/cli/outputfile.h"
#include "app/cli/resolving.h"
#include "models/base/identity.h"
#include "models/items/lineagefilter.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::LineageGraph;

//! What the command line asks for.
struct Wanted
{
    store::LineageRequest request;
    std::optional<std::pair<QDateTime, QDateTime>> dates; //!< to compare
    LineageReach reach;
    QString direction;
    QString format; //!< empty: rows for a person
    bool layout = false; //!< with the places of the picture
    domain::Query filter; //!< what is shown of it; empty: everything
};

//! How far to follow the edges, and which way.
Result<LineageReach> reachOf(const Arguments &arguments, QString &direction)
{
    const auto up = arguments.number(u"upstream"_s, 0);
    const auto down = arguments.number(u"downstream"_s, 0);
    if (!up || !down)
        return tl::unexpected(up ? down.error() : up.error());
    const bool upstream = arguments.has(u"upstream"_s);
    const bool downstream = arguments.has(u"downstream"_s);
    if ((upstream || downstream) && arguments.has(u"all"_s))
        return failure(Error::Kind::Usage,
                       u"--upstream and --downstream count from one thing: name it instead of "
                       "--all"_s);
    direction = upstream == downstream ? u"both"_s : upstream ? u"upstream"_s : u"downstream"_s;
    if (!upstream && !downstream)
        return LineageReach{};
    return LineageReach{.upstream = *up, .downstream = *down};
}

//! The dates to compare, if there are some.
Result<std::optional<std::pair<QDateTime, QDateTime>>> datesOf(const Arguments &arguments)
{
    const auto dates = arguments.options.value(u"diff"_s);
    if (dates.isEmpty())
        return std::nullopt;
    const auto from = timeOf(dates.at(dates.size() - 2));
    const auto to = timeOf(dates.last());
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    // Compared backwards, what was added would be called removed.
    if (*from > *to)
        return failure(Error::Kind::Usage,
                       u"--diff takes the earlier date first: write --diff %1 %2"_s.arg(
                           dates.last(), dates.at(dates.size() - 2)));
    return std::pair(*from, *to);
}

Result<Wanted> wantedBy(const Arguments &arguments)
{
    Wanted wanted;
    const bool all = arguments.has(u"all"_s);
    if (arguments.positional.size() != (all ? 0 : 1))
        return failure(Error::Kind::Usage, u"lineage takes one id or name, or --all"_s);
    const auto reach = reachOf(arguments, wanted.direction);
    if (!reach)
        return tl::unexpected(reach.error());
    wanted.reach = *reach;
    wanted.request.jobs = arguments.has(u"jobs"_s);
    wanted.request.fields = arguments.has(u"fields"_s);
    if (arguments.has(u"at"_s)) {
        const auto at = timeOf(arguments.value(u"at"_s));
        if (!at)
            return tl::unexpected(at.error());
        wanted.request.at = *at;
    }
    const auto dates = datesOf(arguments);
    if (!dates)
        return tl::unexpected(dates.error());
    wanted.dates = *dates;
    if (wanted.dates && wanted.request.at.isValid())
        return failure(Error::Kind::Usage, u"--at and --diff exclude each other"_s);
    const auto output = outputOf(arguments);
    if (!output)
        return tl::unexpected(output.error());
    const auto format = formatOf(
        arguments, arguments.json ? u"json"_s : output->section(u'.', 1).section(u'.', -1));
    if (!format)
        return tl::unexpected(format.error());
    wanted.format = format->toLower();
    const QStringList formats{QString(), u"json"_s, u"dot"_s, u"csv"_s,
                              u"svg"_s,  u"png"_s,  u"pdf"_s};
    if (!formats.contains(wanted.format))
        return failure(Error::Kind::Usage, u"--format knows json, dot, csv, svg, png and pdf"_s);
    wanted.layout = arguments.has(u"layout"_s);
    if (wanted.layout && wanted.format != u"json")
        return failure(Error::Kind::Usage, u"--layout belongs to --format json"_s);
    wanted.filter = domain::parseQuery(arguments.value(u"filter"_s));
    // In the window a value may still be on its way; here nothing comes behind it.
    for (const auto &token : wanted.filter.tokens) {
        if (token.kind == domain::QueryToken::Kind::Filter && token.value.isEmpty())
            return failure(Error::Kind::Usage,
                           u"--filter %1: needs a value; none means no value"_s.arg(token.key));
    }
    if (const auto strange = items::strangeFilter(wanted.filter); !strange.isEmpty())
        return failure(Error::Kind::Usage,
                       u"lineage cannot be filtered by %1; --filter knows %2"_s.arg(
                           strange, items::lineageFilterKeys().join(u", "_s)));
    if (wanted.format.isEmpty() && !output->isEmpty())
        return failure(Error::Kind::Usage, u"--output needs a --format"_s);
    return wanted;
}

bool isWithin(const QStringList &domain, const QStringList &above)
{
    return domain.size() >= above.size() && domain.first(above.size()) == above;
}

//! The nodes that \a entity stands for: itself, what belongs to a product or domain, or what a
//! contract describes and governs.
Result<std::vector<int>> startsOf(store::Store &store, const LineageGraph &graph,
                                  const domain::Entity &entity)
{
    QList<QUuid> ids{entity.id};
    if (entity.kind == domain::EntityKind::Contract) {
        const auto page = await(store.page(entity.id));
        if (!page)
            return tl::unexpected(page.error());
        for (const auto &related : page->related)
            ids.append(related.entity.id);
    }
    std::vector<int> starts;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const auto &node = graph.nodes[i];
        const bool isPart = entity.kind == domain::EntityKind::Product && node.product == entity.id;
        const bool isInside = entity.kind == domain::EntityKind::Domain
            && isWithin(graph.domains.at(node.domain), entity.domain);
        if (isPart || isInside || ids.contains(node.id))
            starts.push_back(int(i));
    }
    return starts;
}

//! Adds \a entity as a node of its own, so that what has no lineage is shown all the same.
int addLonely(LineageGraph &graph, const domain::Entity &entity)
{
    domain::LineageNode node;
    node.id = entity.id;
    node.nativeId = entity.nativeId;
    node.kind = entity.kind;
    node.type = entity.type;
    node.name = entity.name;
    node.title = entity.title;
    graph.nodes.push_back(std::move(node));
    return int(graph.nodes.size()) - 1;
}

Result<LineageGraph> read(store::Store &store, const Wanted &wanted)
{
    return await(wanted.dates ? store.lineageChanges(wanted.dates->first, wanted.dates->second,
                                                     wanted.request)
                              : store.lineage(wanted.request));
}

//! What \a node is called, for a thing of which nothing else is known.
store::Resolved resolvedAs(const domain::LineageNode &node, const QString &field)
{
    store::Resolved found;
    found.entity.id = node.id;
    found.entity.nativeId = node.nativeId;
    found.entity.kind = node.kind;
    found.entity.type = node.type;
    found.entity.name = node.name;
    found.fieldPath = field;
    return found;
}

//! The column of \a graph that \a reference means: the id of OpenLineage for one, or the native id
//! of its table, a dot and its path. Tables and paths hold such marks too, so edges decide.
std::optional<store::Resolved> columnOf(const LineageGraph &graph, const QString &reference)
{
    const auto prefix = u"datasetField:"_s;
    const bool isFieldId = reference.startsWith(prefix);
    const QString name = isFieldId ? u"dataset:"_s + reference.mid(prefix.size()) : reference;
    const auto means = [&](int node, int field) {
        const auto &table = graph.nodes[std::size_t(node)].nativeId;
        return field >= 0 && name.size() > table.size() && name.startsWith(table)
            && name.at(table.size()) == (isFieldId ? u':' : u'.')
            && QStringView(name).mid(table.size() + 1) == graph.texts.at(field);
    };
    for (const auto &link : graph.links) {
        if (means(link.source, link.sourceField))
            return resolvedAs(graph.nodes[std::size_t(link.source)],
                              graph.textAt(link.sourceField));
        if (means(link.target, link.targetField))
            return resolvedAs(graph.nodes[std::size_t(link.target)],
                              graph.textAt(link.targetField));
    }
    return std::nullopt;
}

//! What \a reference means: a thing that is known, else one that only edges name.
Result<store::Resolved> rootOf(store::Store &store, const QString &reference, const Wanted &wanted)
{
    auto resolved = resolveOne(store, reference);
    if (resolved || resolved.error().kind != Error::Kind::NotFound)
        return resolved;
    auto withFields = wanted;
    withFields.request.fields = true;
    const auto graph = read(store, withFields);
    if (!graph)
        return tl::unexpected(graph.error());
    const auto named = std::find_if(
        graph->nodes.begin(), graph->nodes.end(), [&](const domain::LineageNode &node) {
            return !node.isKnown && (node.nativeId == reference || idText(node.id) == reference);
        });
    if (named != graph->nodes.end())
        return resolvedAs(*named, {});
    const auto column = columnOf(*graph, reference);
    return column ? Result<store::Resolved>(*column) : resolved;
}

//! Leaves of \a graph what \a filter finds, and \a starts, which are numbered anew.
void keepOnly(LineageGraph &graph, const domain::Query &filter, std::vector<int> &starts)
{
    QList<QUuid> ids;
    for (const auto start : starts)
        ids.append(graph.nodes[std::size_t(start)].id);
    graph = items::filteredLineage(graph, filter, ids);
    for (std::size_t i = 0; i < starts.size(); ++i)
        starts[i] = graph.indexOf(ids.at(qsizetype(i)));
}

Result<LineageSelection> selectionOf(store::Store &store, LineageGraph &graph,
                                     const store::Resolved &root, const Wanted &wanted)
{
    auto starts = startsOf(store, graph, root.entity);
    if (!starts)
        return tl::unexpected(starts.error());
    if (starts->empty())
        starts->push_back(addLonely(graph, root.entity));
    if (!wanted.filter.isEmpty())
        keepOnly(graph, wanted.filter, *starts);
    return root.fieldPath.isEmpty()
        ? selectAround(graph, *starts, wanted.reach)
        : selectAroundField(graph, starts->front(), root.fieldPath, wanted.reach);
}

Result<void> nameParts(store::Store &store, LineageDocument &document)
{
    QList<QUuid> ids;
    for (const auto node : document.selection.nodes)
        ids.append(document.graph.nodes.at(std::size_t(node)).id);
    const auto entities = await(store.entities(ids));
    const auto accounts = await(store.accounts().accounts());
    if (!entities || !accounts)
        return tl::unexpected(entities ? accounts.error() : entities.error());
    for (const auto &entity : *entities)
        document.names.entities.insert(entity.id, entity);
    for (const auto &account : *accounts)
        document.names.accounts.insert(account.id, account.name);
    return {};
}

QJsonObject headOf(const Wanted &wanted, const std::optional<store::Resolved> &root)
{
    QJsonObject head{{u"format"_s, u"portolan.lineage/1"_s},
                     {u"direction"_s, wanted.direction},
                     {u"truncated"_s, false}};
    if (root)
        head.insert(u"root"_s, idText(root->entity.id));
    insertText(head, u"filter"_s, wanted.filter.text);
    if (root)
        insertText(head, u"rootField"_s, root->fieldPath);
    if (wanted.request.at.isValid())
        head.insert(u"at"_s, timeText(wanted.request.at));
    if (wanted.dates)
        head.insert(u"diff"_s,
                    QJsonArray{timeText(wanted.dates->first), timeText(wanted.dates->second)});
    return head;
}

Result<void> write(const LineageDocument &document, const Wanted &wanted, QIODevice &device)
{
    if (QStringList{u"svg"_s, u"png"_s, u"pdf"_s}.contains(wanted.format)) {
        const LineagePicture picture(document);
        if (const auto note = picture.note(wanted.format); !note.isEmpty())
            std::fprintf(stderr, "portolan-cli: %s\n", qPrintable(note));
        return picture.write(wanted.format, device);
    }
    if (wanted.format == u"csv") {
        items::writeLineageCsv(partOf(document), device);
    } else if (wanted.format == u"dot") {
        items::writeLineageDot(partOf(document), device);
    } else if (wanted.layout) {
        const LineagePicture picture(document);
        writeLineageJson(document, device, &picture);
    } else {
        writeLineageJson(document, device);
    }
    return {};
}

int run(Context &context, const Arguments &arguments)
{
    auto wanted = wantedBy(arguments);
    if (!wanted)
        return fail(wanted.error());
    const auto opened = context.store();
    if (!opened)
        return fail(opened.error());
    auto &store = **opened;
    std::optional<store::Resolved> root;
    if (!arguments.has(u"all"_s)) {
        const auto resolved = rootOf(store, arguments.positional.first(), *wanted);
        if (!resolved)
            return fail(resolved.error());
        root = *resolved;
        // The lineage of a column leads from column to column.
        wanted->request.fields = wanted->request.fields || !root->fieldPath.isEmpty();
    }
    auto graph = read(store, *wanted);
    if (!graph)
        return fail(graph.error());
    if (!root && !wanted->filter.isEmpty())
        graph = items::filteredLineage(*graph, wanted->filter);
    auto selection = root ? selectionOf(store, *graph, *root, *wanted) : selectAll(*graph);
    if (!selection)
        return fail(selection.error());
    LineageDocument document{.graph = *graph,
                             .selection = std::move(*selection),
                             .names = {},
                             .head = headOf(*wanted, root)};
    if (const auto named = nameParts(store, document); !named)
        return fail(named.error());
    if (wanted->format.isEmpty()) {
        printLineage(document);
        return 0;
    }
    const auto written = writeFile(arguments.value(u"output"_s), [&](QIODevice &device) {
        return write(document, *wanted, device);
    });
    return written ? 0 : fail(written.error());
}

} // namespace

Command lineageCommand()
{
    return {.name = u"lineage"_s,
            .usage = u"ID|--all"_s,
            .summary = u"what a thing is made from and flows into, or the whole graph"_s,
            .options = {{u"all"_s, {}, u"everything, instead of what is around one thing"_s},
                        {u"upstream"_s, u"N"_s, u"at most N steps back, and only back"_s},
                        {u"downstream"_s, u"N"_s, u"at most N steps onward, and only onward"_s},
                        {u"fields"_s, {}, u"with the edges between columns"_s},
                        {u"filter"_s, u"QUERY"_s,
                         u"only what a query finds, as in the window; ways through the rest are "
                         u"bridges"_s},
                        {u"jobs"_s, {}, u"jobs are things between what they read and write"_s},
                        {u"at"_s, u"DATE"_s, u"as it was at the end of that day, or at a time"_s},
                        {u"diff"_s, u"DATE DATE"_s, u"what changed between two dates"_s, 2},
                        {u"layout"_s, {}, u"with the places of nodes and edges in the picture"_s},
                        {u"format"_s, u"FORMAT"_s, u"json, dot, csv, svg, png or pdf"_s},
                        {u"output"_s, u"FILE"_s, u"write there instead of to stdout"_s}},
            .run = run};
}

} // namespace portolan::cli
