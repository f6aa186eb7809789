// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentstory.h"

#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "models/items/slotext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

class StoryWords
{
    Q_DECLARE_TR_FUNCTIONS(IncidentStory)
};

void addPersons(QList<IncidentEvent> &events, const Incident &incident)
{
    for (const auto &action : incident.actions) {
        IncidentEvent event{action.at, IncidentEvent::Kind::Person, triageText(action), {}, {}};
        if (!action.who.isEmpty())
            event.note = StoryWords::tr("by %1").arg(oneLine(action.who, 80));
        events.append(event);
    }
}

void addJoined(QList<IncidentEvent> &events, const Incident &incident,
               const QList<Incident> &others)
{
    if (incident.root != incident.id)
        return;
    for (const auto &other : others) {
        if (other.root != incident.id || other.id == incident.id)
            continue;
        auto note = StoryWords::tr("%1 joined under this root").arg(other.label);
        if (other.state != IncidentState::New)
            note += u"; "_s + incidentStateText(other.state).toLower();
        if (!other.assignee.isEmpty())
            note += u", "_s + oneLine(other.assignee, 80);
        events.append(
            {other.opened, IncidentEvent::Kind::Joined, oneLine(other.title, 200), note, other.id});
    }
}

bool isBad(domain::RunStatus status)
{
    return status == domain::RunStatus::Fail || status == domain::RunStatus::Error;
}

HitRow rowOf(const ServiceLevel &level)
{
    HitRow row;
    row.id = level.row.product.isNull() ? level.row.asset : level.row.product;
    row.level = level.row.id;
    row.state = level.state();
    row.name = oneLine(level.title(), 200);
    row.ownerName = oneLine(level.row.ownerName, 80);
    const auto what = measureTitle(level.row.slo);
    const auto left = level.figures.budget.remaining;
    row.serviceLevel = !level.problem.isEmpty() ? oneLine(what, 80)
        : left <= 0 ? StoryWords::tr("%1, budget spent").arg(oneLine(what, 80))
                    : StoryWords::tr("%1, %2 left").arg(oneLine(what, 80), percentText(left, 0));
    return row;
}

const FailureRoot *rootOf(const QualityBoard &board, const QUuid &asset)
{
    for (const auto &root : board.roots) {
        if (root.asset == asset)
            return &root;
    }
    return nullptr;
}

//! Something below that fails without a service level of its own.
HitRow failingRow(const QUuid &id, const QString &name, const QList<Incident> &incidents)
{
    HitRow row;
    row.id = id;
    row.name = oneLine(name, 200);
    row.fails = true;
    row.serviceLevel = StoryWords::tr("none of its own");
    for (const auto &incident : incidents) {
        if (incident.asset == id && incident.isOpen())
            row.ownerName = oneLine(incident.ownerName, 80);
    }
    return row;
}

} // namespace

QList<IncidentEvent> timelineOf(const Incident &incident, const QList<Incident> &others,
                                const std::optional<domain::CheckRun> &newest)
{
    using Kind = IncidentEvent::Kind;
    QList<IncidentEvent> events;
    const auto check =
        incident.checkNames.isEmpty() ? incident.assetName : incident.checkNames.first();
    events.append(
        {incident.opened, Kind::Failed, StoryWords::tr("First bad run"), oneLine(check, 200), {}});
    const int count = static_cast<int>(incident.checks.size());
    events.append({incident.seen.value_or(incident.opened),
                   Kind::Opened,
                   StoryWords::tr("Opened"),
                   incident.root == incident.id
                       ? StoryWords::tr("from %n failing check(s), one root", nullptr, count)
                       : StoryWords::tr("from %n failing check(s), below %1", nullptr, count)
                             .arg(oneLine(incident.rootName, 120)),
                   {}});
    addJoined(events, incident, others);
    addPersons(events, incident);
    if (incident.reopened)
        events.append({*incident.reopened,
                       Kind::Reopened,
                       StoryWords::tr("Failed again"),
                       StoryWords::tr("within a day after it was resolved"),
                       {}});
    if (incident.resolved) {
        const bool byPerson =
            std::any_of(incident.actions.begin(), incident.actions.end(), [&](const auto &action) {
                return action.kind == store::TriageKind::Resolve && action.at == incident.resolved;
            });
        if (!byPerson)
            events.append({*incident.resolved,
                           Kind::Resolved,
                           StoryWords::tr("Resolved"),
                           StoryWords::tr("all its checks pass again"),
                           {}});
    } else if (newest && isBad(newest->status) && newest->at > incident.opened) {
        events.append({newest->at,
                       Kind::StillFailing,
                       StoryWords::tr("Still failing"),
                       oneLine(newest->message.isEmpty() ? newest->observed : newest->message, 200),
                       {}});
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const auto &a, const auto &b) { return a.at < b.at; });
    return events;
}

QList<HitRow> hitsOf(const Incident &incident, const QList<Incident> &incidents,
                     const QualityBoard &board, int &others)
{
    QList<HitRow> rows;
    QSet<QUuid> known;
    const auto add = [&](const HitRow &row) {
        const auto key = row.level.isNull() ? row.id : row.level;
        if (known.contains(key))
            return;
        known.insert(key);
        rows.append(row);
    };
    const auto *root = rootOf(board, incident.asset);
    QSet<QUuid> below{incident.asset};
    if (root)
        below.unite(QSet<QUuid>(root->hit.begin(), root->hit.end()));
    for (const auto &level : board.levels) {
        if (below.contains(level.row.id) || below.contains(level.row.asset)
            || (!level.row.product.isNull() && below.contains(level.row.product)))
            add(rowOf(level));
    }
    QSet<QUuid> withLevel = known;
    for (const auto &row : std::as_const(rows))
        withLevel.insert(row.id);
    for (const auto &level : board.levels) {
        if (known.contains(level.row.id))
            withLevel.insert(level.row.asset);
    }
    for (qsizetype i = 0; root && i < root->hit.size(); ++i) {
        if (!withLevel.contains(root->hit.at(i)))
            add(failingRow(root->hit.at(i), root->hitNames.value(i), incidents));
    }
    for (const auto &other : incidents) {
        if (other.root == incident.id && other.id != incident.id && other.isOpen()
            && !withLevel.contains(other.asset))
            add(failingRow(other.asset, other.assetName, incidents));
    }
    others = root ? std::max(0, root->affected - static_cast<int>(rows.size())) : 0;
    return rows;
}

QString incidentSentence(const Incident &incident, const QList<Incident> &incidents,
                         const QDateTime &now)
{
    const int count = incident.failing;
    const auto age =
        durationText(incident.isOpen() ? incident.failsSince.msecsTo(now)
                                       : incident.opened.msecsTo(incident.resolved.value_or(now)));
    QStringList parts;
    if (incident.isOpen() && count == 0)
        parts.append(StoryWords::tr("Its checks failed %1 ago, and do not tell since.").arg(age));
    else if (incident.isOpen())
        parts.append(count == 1 ? StoryWords::tr("One check has failed for %1.").arg(age)
                                : StoryWords::tr("%n check(s) have failed, the first one for %1.",
                                                 nullptr, count)
                                      .arg(age));
    else
        parts.append(StoryWords::tr("It lasted %1.").arg(age));
    if (incident.isOpen() && incident.failsSince > incident.opened)
        parts.append(StoryWords::tr("It failed before, first %1 ago.")
                         .arg(durationText(incident.opened.msecsTo(now))));
    if (incident.root != incident.id) {
        parts.append(StoryWords::tr("It began upstream, at %1: look there first.")
                         .arg(oneLine(incident.rootName, 120)));
    } else if (incident.isOpen()) {
        const auto below =
            std::count_if(incidents.begin(), incidents.end(), [&](const auto &other) {
                return other.root == incident.id && other.id != incident.id;
            });
        parts.append(below == 0 ? StoryWords::tr("Nothing upstream of it fails.")
                                : StoryWords::tr("Nothing upstream of it fails, so it is the root "
                                                 "of %n other incident(s).",
                                                 nullptr, static_cast<int>(below)));
    }
    return parts.join(u' ');
}

} // namespace portolan::items
