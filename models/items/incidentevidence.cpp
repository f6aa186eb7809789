// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentevidence.h"

#include "models/items/incidenttext.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using quality::Deed;
using quality::Moment;
using quality::Outage;
using quality::Turn;

QDateTime timeOf(Moment at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
}

std::optional<QDateTime> timeOf(const std::optional<Moment> &at)
{
    return at ? std::optional(timeOf(*at)) : std::nullopt;
}

Moment momentOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : quality::never;
}

bool isBad(domain::RunStatus status)
{
    return status == domain::RunStatus::Fail || status == domain::RunStatus::Error;
}

Deed::Kind kindOf(store::TriageKind kind)
{
    switch (kind) {
    case store::TriageKind::Acknowledge:
        return Deed::Kind::Acknowledge;
    case store::TriageKind::Start:
        return Deed::Kind::Start;
    case store::TriageKind::Resolve:
        return Deed::Kind::Resolve;
    case store::TriageKind::Assign:
        return Deed::Kind::Assign;
    case store::TriageKind::Snooze:
        return Deed::Kind::Snooze;
    case store::TriageKind::Note:
        break;
    }
    return Deed::Kind::Note;
}

IncidentState stateOf(quality::Stage stage)
{
    switch (stage) {
    case quality::Stage::New:
        return IncidentState::New;
    case quality::Stage::Acknowledged:
        return IncidentState::Acknowledged;
    case quality::Stage::InProgress:
        return IncidentState::InProgress;
    case quality::Stage::Resolved:
        return IncidentState::Resolved;
    case quality::Stage::Reopened:
        break;
    }
    return IncidentState::Reopened;
}

QList<Turn> turnsOf(const IncidentEvidence &evidence)
{
    QList<Turn> turns;
    turns.reserve(evidence.flips.size() + evidence.checks.size());
    for (const auto &flip : evidence.flips)
        turns.append({flip.check, flip.asset, flip.at, flip.bad,
                      flip.seen != 0 ? flip.seen : quality::never});
    // A check that goes on failing does not turn; after somebody said that it is over, that counts.
    for (const auto &check : evidence.checks) {
        if (check.last && isBad(check.last->status)) {
            const auto at = momentOf(check.last->at);
            turns.append({check.id, check.asset, at, true});
        }
    }
    return turns;
}

//! Finds what incident an action belongs to. Evidence that came later may have moved the beginning
//! of the incident, or joined it with another one: its id is a new one then, and what was done is
//! still about the failure of that asset at that time.
class Owners
{
public:
    explicit Owners(const QList<Outage> &outages)
    {
        for (const auto &outage : outages) {
            m_ids.insert(outage.id);
            m_byAsset[outage.asset].append(&outage);
        }
    }

    QUuid of(const store::TriageAction &action) const
    {
        if (m_ids.contains(action.incident) || action.asset.isNull())
            return action.incident;
        const auto opened = momentOf(action.opened);
        const auto at = momentOf(action.at);
        const Outage *found = nullptr;
        for (const auto *outage : m_byAsset.value(action.asset)) {
            const bool isOver = !outage->fails() && outage->episodes.last().to < opened;
            if (isOver || outage->opened() > at)
                continue;
            // That which was there already; else, with a beginning that moved, the next one.
            if (!found || outage->opened() <= opened)
                found = outage;
        }
        return found ? found->id : action.incident;
    }

private:
    QSet<QUuid> m_ids;
    QHash<QUuid, QList<const Outage *>> m_byAsset;
};

//! Makes incidents of outages, with what is known about their checks.
class Maker
{
public:
    Maker(const IncidentEvidence &evidence, const QList<Outage> &outages)
        : m_evidence(evidence)
    {
        for (const auto &check : evidence.checks)
            m_checks.insert(check.id, &check);
        const Owners owners(outages);
        for (const auto &action : evidence.actions)
            m_actions[owners.of(action)].append(action);
        for (auto &actions : m_actions)
            std::stable_sort(actions.begin(), actions.end(),
                             [](const auto &a, const auto &b) { return a.at < b.at; });
    }

    Incident incidentOf(const Outage &outage) const
    {
        Incident incident;
        incident.id = outage.id;
        incident.label = incidentLabel(outage.id);
        incident.asset = outage.asset;
        incident.checks = outage.checks;
        incident.opened = timeOf(outage.opened());
        incident.failsSince = timeOf(outage.episodes.last().from);
        if (outage.seen != quality::never)
            incident.seen = timeOf(outage.seen);
        describe(incident, outage.fails());
        stand(incident, outage);
        incident.root = incident.id;
        incident.rootAsset = incident.asset;
        incident.rootName = incident.assetName;
        return incident;
    }

private:
    void describe(Incident &incident, bool fails) const
    {
        QStringList words;
        QStringList names; // of what fails now, and their dimensions
        QStringList dimensions;
        for (const auto &id : std::as_const(incident.checks)) {
            const auto *check = m_checks.value(id);
            if (!check)
                continue;
            incident.checkNames.append(check->name);
            words.append(check->severity);
            if (!fails || (check->last && isBad(check->last->status))) {
                names.append(check->name);
                dimensions.append(check->dimension);
            }
            if (incident.assetName.isEmpty())
                incident.assetName = check->assetName;
            if (incident.domain.isEmpty())
                incident.domain = check->domain;
            if (incident.ownerName.isEmpty())
                incident.ownerName = check->ownerName;
            // Without an asset the check stood for it; there is no page of that.
            if (check->asset.isNull() && incident.asset == id)
                incident.asset = {};
        }
        incident.failing = static_cast<int>(names.size());
        if (names.isEmpty()) // the newest runs tell nothing: it is what failed last
            names = incident.checkNames;
        const int below = m_evidence.dependents.value(incident.asset);
        incident.severity = quality::severityWord(quality::severityOf(words, below));
        incident.title = incidentTitle(incident.assetName, names, dimensions);
    }

    void stand(Incident &incident, const Outage &outage) const
    {
        incident.actions = m_actions.value(outage.id);
        QList<Deed> deeds;
        for (const auto &action : std::as_const(incident.actions))
            deeds.append({kindOf(action.kind), momentOf(action.at), action.who, action.text,
                          momentOf(action.until)});
        const auto standing = quality::standingOf(outage, deeds);
        incident.state = stateOf(standing.stage);
        incident.assignee = standing.assignee;
        incident.acknowledged = timeOf(standing.acknowledged);
        incident.resolved = timeOf(standing.resolved);
        incident.reopened = timeOf(standing.reopened);
        incident.snoozedUntil = timeOf(standing.snoozedUntil);
    }

    const IncidentEvidence &m_evidence;
    QHash<QUuid, const store::CheckRow *> m_checks;
    QHash<QUuid, QList<store::TriageAction>> m_actions;
};

void group(QList<Incident> &incidents, const IncidentEvidence &evidence)
{
    QList<quality::Failing> failing;
    QHash<QUuid, const Incident *> byId;
    for (const auto &incident : std::as_const(incidents)) {
        if (incident.isOpen() && !incident.asset.isNull()) {
            failing.append({incident.id, incident.asset});
            byId.insert(incident.id, &incident);
        }
    }
    const auto roots = quality::rootsOf(failing, evidence.rootOf);
    for (auto &incident : incidents) {
        const auto *root = byId.value(roots.value(incident.id));
        if (!root || root->id == incident.id)
            continue;
        incident.root = root->id;
        incident.rootAsset = root->asset;
        incident.rootName = root->assetName;
    }
}

int rankOf(const QString &severity)
{
    return severity == u"severe" ? 0 : severity == u"major" ? 1 : 2;
}

std::optional<qint64> between(const QDateTime &from, const std::optional<QDateTime> &to)
{
    return to ? std::optional(std::max<qint64>(0, from.msecsTo(*to))) : std::nullopt;
}

} // namespace

QList<Incident> incidentsOf(const IncidentEvidence &evidence, const Period &period)
{
    const auto outages = quality::outagesOf(turnsOf(evidence));
    const Maker maker(evidence, outages);
    QList<Incident> incidents;
    for (const auto &outage : outages) {
        // Long over: nothing that a person does brings it back.
        if (!outage.fails() && outage.episodes.last().to < momentOf(period.from))
            continue;
        const auto incident = maker.incidentOf(outage);
        // What was resolved after the end was open in the period; somebody may have done so just
        // now.
        const bool inPeriod =
            incident.resolved && *incident.resolved >= period.from && incident.opened < period.to;
        if (incident.isOpen() || inPeriod)
            incidents.append(incident);
    }
    group(incidents, evidence);
    std::sort(incidents.begin(), incidents.end(), [](const Incident &a, const Incident &b) {
        return std::tuple(rankOf(a.severity), a.opened, a.id)
            < std::tuple(rankOf(b.severity), b.opened, b.id);
    });
    return incidents;
}

quality::ResponseTimes timesOf(const Incident &incident)
{
    return {between(incident.opened, incident.seen),
            between(incident.opened, incident.acknowledged),
            between(incident.opened, incident.resolved)};
}

quality::ResponseTimes meanTimesOf(const QList<Incident> &incidents, const Period &period)
{
    QList<quality::ResponseTimes> times;
    for (const auto &incident : incidents) {
        if (incident.opened >= period.from && incident.opened < period.to)
            times.append(timesOf(incident));
    }
    return quality::meanTimes(times);
}

} // namespace portolan::items
