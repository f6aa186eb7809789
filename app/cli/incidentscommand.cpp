// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/dates.h"
#include "app/cli/entityjson.h"
#include "app/cli/nativenames.h"
#include "app/cli/output.h"
#include "app/cli/resolving.h"
#include "models/base/identity.h"
#include "models/items/incidenttext.h"
#include "models/items/qualityreading.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

Result<void> narrow(store::Store &store, QList<items::Incident> &incidents,
                    const QString &reference)
{
    const auto isNamed = [&reference](const items::Incident &incident) {
        return incident.label == reference || idText(incident.id) == reference;
    };
    if (std::any_of(incidents.begin(), incidents.end(), isNamed)) {
        incidents.removeIf([&](const auto &incident) { return !isNamed(incident); });
        return {};
    }
    const auto resolved = resolveOne(store, reference);
    if (!resolved)
        return tl::unexpected(resolved.error());
    // A product's incidents are those of the tables it offers.
    const auto checks = await(store.checks({.of = resolved->entity.id, .at = {}}));
    if (!checks)
        return tl::unexpected(checks.error());
    QSet<QUuid> assets{resolved->entity.id};
    QSet<QUuid> named;
    for (const auto &check : *checks) {
        named.insert(check.id);
        if (!check.asset.isNull())
            assets.insert(check.asset);
    }
    incidents.removeIf([&](const items::Incident &incident) {
        const auto &failing = incident.checks;
        return !assets.contains(incident.asset)
            && std::none_of(failing.begin(), failing.end(),
                            [&named](const QUuid &check) { return named.contains(check); });
    });
    return {};
}

QJsonObject incidentJson(const items::Incident &incident, const NativeNames &names)
{
    QJsonArray checks;
    for (const auto &check : incident.checks)
        checks.append(names.of(check));
    QJsonObject object{{u"id"_s, idText(incident.id)},
                       {u"label"_s, incident.label},
                       {u"title"_s, incident.title},
                       {u"state"_s, items::incidentStateWord(incident.state)},
                       {u"severity"_s, incident.severity},
                       {u"asset"_s, names.of(incident.asset)},
                       {u"assetId"_s, idText(incident.asset)},
                       {u"checks"_s, checks},
                       {u"opened"_s, timeText(incident.opened)}};
    const auto insertTime = [&object](const QString &name, const std::optional<QDateTime> &time) {
        if (time)
            object.insert(name, timeText(*time));
    };
    insertTime(u"detected"_s, incident.seen);
    insertTime(u"acknowledged"_s, incident.acknowledged);
    insertTime(u"resolved"_s, incident.resolved);
    insertTime(u"reopened"_s, incident.reopened);
    insertTime(u"snoozedUntil"_s, incident.snoozedUntil);
    insertText(object, u"assignee"_s, incident.assignee);
    if (!incident.root.isNull() && incident.root != incident.id)
        object.insert(u"root"_s, idText(incident.root));
    return object;
}

void printText(const QList<items::Incident> &incidents)
{
    QList<QStringList> rows;
    for (const auto &incident : incidents)
        rows.append({incident.label, items::incidentStateWord(incident.state), incident.severity,
                     timeText(incident.opened), incident.assetName, incident.title});
    printTable({u"incident"_s, u"state"_s, u"severity"_s, u"opened"_s, u"asset"_s, u"what"_s},
               rows);
}

Result<NativeNames> namesOf(store::Store &store, const QList<items::Incident> &incidents)
{
    QList<QUuid> ids;
    for (const auto &incident : incidents)
        ids += QList<QUuid>{incident.asset} + incident.checks;
    NativeNames names;
    if (const auto read = names.read(store, ids); !read)
        return tl::unexpected(read.error());
    return names;
}

int run(Context &context, const Arguments &arguments)
{
    if (arguments.positional.size() > 1)
        return fail({Error::Kind::Usage, u"incidents takes one id or name, or none"_s});
    const auto given = instantOf(arguments);
    if (!given)
        return fail(given.error());
    const auto at = given->isValid() ? *given : context.clock().now();
    const auto opened = context.store();
    if (!opened)
        return fail(opened.error());
    auto &store = **opened;
    const auto beginning = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    auto incidents = items::readIncidents(store, {.from = beginning, .to = at}, *given);
    if (!incidents)
        return fail(incidents.error());
    if (!arguments.positional.isEmpty()) {
        if (const auto done = narrow(store, *incidents, arguments.positional.first()); !done)
            return fail(done.error());
    }
    std::sort(incidents->begin(), incidents->end(), [](const auto &left, const auto &right) {
        return std::tie(left.opened, left.id) < std::tie(right.opened, right.id);
    });
    if (!arguments.json) {
        printText(*incidents);
        return 0;
    }
    const auto names = namesOf(store, *incidents);
    if (!names)
        return fail(names.error());
    QJsonArray list;
    for (const auto &incident : std::as_const(*incidents))
        list.append(incidentJson(incident, *names));
    printDocument({{u"format"_s, u"portolan.incidents/1"_s},
                   {u"at"_s, timeText(at)},
                   {u"incidents"_s, list}});
    return 0;
}

} // namespace

Command incidentsCommand()
{
    return {.name = u"incidents"_s,
            .usage = u"[ID] [--at DATE]"_s,
            .summary = u"what broke, since when, and how far it is"_s,
            .options = {{u"at"_s, u"DATE"_s, u"as it was at the end of that day, or at a time"_s}},
            .run = run};
}

} // namespace portolan::cli
