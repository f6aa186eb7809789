// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/incidents.h"

#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::quality {
namespace {

//! The verdicts of one instant, by check: bad where any of them is.
struct Instant
{
    QMap<QUuid, bool> bad; //!< ordered, so that the answer does not hang on a hash's seed
    Moment seen = never;
};

QUuid subjectOf(const Turn &turn)
{
    return turn.asset.isNull() ? turn.check : turn.asset;
}

//! Walks through the verdicts of one asset.
class Walk
{
public:
    explicit Walk(const QUuid &asset)
        : m_asset(asset)
    {
    }

    void take(Moment at, const Instant &instant)
    {
        for (const auto &[check, bad] : instant.bad.asKeyValueRange()) {
            if (bad)
                m_bad.insert(check);
            else
                m_bad.remove(check);
        }
        const bool fails =
            std::any_of(instant.bad.begin(), instant.bad.end(), [](bool bad) { return bad; });
        if (fails)
            fail(at, instant);
        else if (m_bad.isEmpty() && !m_outages.isEmpty() && m_outages.last().fails())
            m_outages.last().episodes.last().to = at;
    }

    QList<Outage> outages() const { return m_outages; }

private:
    void fail(Moment at, const Instant &instant)
    {
        if (m_outages.isEmpty() || isOver(at))
            open(at, instant.seen);
        else if (!m_outages.last().fails())
            m_outages.last().episodes.append({at, never});
        auto &outage = m_outages.last();
        outage.failures.append(at);
        for (const auto &[check, bad] : instant.bad.asKeyValueRange()) {
            if (bad && !outage.checks.contains(check))
                outage.checks.append(check);
        }
    }

    bool isOver(Moment at) const
    {
        const auto &last = m_outages.last();
        return !last.fails() && at - last.episodes.last().to > reopensWithinMs;
    }

    void open(Moment at, Moment seen)
    {
        Outage outage;
        outage.id = outageId(m_asset, at);
        outage.asset = m_asset;
        outage.episodes = {{at, never}};
        outage.seen = seen;
        m_outages.append(outage);
    }

    QUuid m_asset;
    QSet<QUuid> m_bad;
    QList<Outage> m_outages;
};

//! Evidence and deeds of one incident on one line of time.
struct Happening
{
    Moment at = never;
    std::optional<Step> step; //!< of evidence
    const Deed *deed = nullptr;
};

std::optional<Step> stepOf(Deed::Kind kind)
{
    switch (kind) {
    case Deed::Kind::Acknowledge:
        return Step::Acknowledge;
    case Deed::Kind::Start:
        return Step::Start;
    case Deed::Kind::Resolve:
        return Step::Resolve;
    case Deed::Kind::Assign:
    case Deed::Kind::Snooze:
    case Deed::Kind::Note:
        break;
    }
    return {};
}

void move(Standing &standing, Step step, Moment at)
{
    const auto before = standing.stage;
    standing.stage = nextStage(before, step);
    const bool byPerson = step != Step::Fail && step != Step::Recover;
    if (byPerson && before != Stage::Resolved && !standing.acknowledged)
        standing.acknowledged = at;
    if (standing.stage == before)
        return;
    if (standing.stage == Stage::Resolved) {
        standing.resolved = at;
    } else if (standing.stage == Stage::Reopened) {
        standing.resolved.reset();
        standing.reopened = at;
        standing.snoozedUntil.reset();
    }
}

void apply(Standing &standing, const Deed &deed, Moment at)
{
    if (const auto step = stepOf(deed.kind))
        move(standing, *step, at);
    else if (deed.kind == Deed::Kind::Assign)
        standing.assignee = deed.text;
    else if (deed.kind == Deed::Kind::Snooze)
        standing.snoozedUntil =
            deed.until == never ? std::optional<Moment>() : std::optional(deed.until);
}

int levelOf(const QString &word)
{
    static const QSet<QString> severe{u"critical"_s, u"blocker"_s, u"fatal"_s, u"severe"_s,
                                      u"highest"_s,  u"sev1"_s,    u"p1"_s};
    static const QSet<QString> minor{u"warn"_s, u"warning"_s, u"low"_s,    u"lowest"_s,
                                     u"info"_s, u"minor"_s,   u"trivial"_s};
    const auto plain = word.trimmed().toLower();
    return severe.contains(plain) ? 2 : minor.contains(plain) ? 0 : 1;
}

void mean(std::optional<qint64> &of, const QList<ResponseTimes> &times,
          std::optional<qint64> ResponseTimes::*member)
{
    double sum = 0;
    qsizetype count = 0;
    for (const auto &one : times) {
        if (one.*member) {
            sum += double(*(one.*member));
            ++count;
        }
    }
    if (count > 0)
        of = qint64(sum / double(count));
}

} // namespace

QUuid outageId(const QUuid &asset, Moment firstBad)
{
    return QUuid::createUuidV5(asset, QString::number(firstBad));
}

QList<Outage> outagesOf(QList<Turn> turns)
{
    QMap<QUuid, QMap<Moment, Instant>> assets;
    for (const auto &turn : std::as_const(turns)) {
        auto &instant = assets[subjectOf(turn)][turn.at];
        auto &bad = instant.bad[turn.check];
        bad = bad || turn.bad;
        if (turn.bad && turn.seen != never)
            instant.seen = instant.seen == never ? turn.seen : std::min(instant.seen, turn.seen);
    }
    QList<Outage> outages;
    for (const auto &[asset, instants] : assets.asKeyValueRange()) {
        Walk walk(asset);
        for (const auto &[at, instant] : instants.asKeyValueRange())
            walk.take(at, instant);
        outages.append(walk.outages());
    }
    return outages;
}

Stage nextStage(Stage stage, Step step)
{
    switch (step) {
    case Step::Acknowledge:
        return stage == Stage::New || stage == Stage::Reopened ? Stage::Acknowledged : stage;
    case Step::Start:
        return stage == Stage::Resolved ? stage : Stage::InProgress;
    case Step::Resolve:
    case Step::Recover:
        return Stage::Resolved;
    case Step::Fail:
        break;
    }
    return stage == Stage::Resolved ? Stage::Reopened : stage;
}

Standing standingOf(const Outage &outage, QList<Deed> deeds)
{
    QList<Happening> line;
    for (const auto at : outage.failures) {
        if (at != outage.opened())
            line.append({at, Step::Fail, nullptr});
    }
    for (const auto &episode : outage.episodes) {
        if (episode.to != never)
            line.append({episode.to, Step::Recover, nullptr});
    }
    // Deeds of one instant stand in the order of their kinds, whatever order they came in.
    std::sort(deeds.begin(), deeds.end(), [](const Deed &a, const Deed &b) {
        return std::tie(a.at, a.kind, a.text, a.until) < std::tie(b.at, b.kind, b.text, b.until);
    });
    for (const auto &deed : std::as_const(deeds))
        line.append({std::max(deed.at, outage.opened()), std::nullopt, &deed});
    std::stable_sort(line.begin(), line.end(),
                     [](const Happening &a, const Happening &b) { return a.at < b.at; });
    Standing standing;
    for (const auto &happening : std::as_const(line)) {
        if (happening.deed)
            apply(standing, *happening.deed, happening.at);
        else
            move(standing, *happening.step, happening.at);
    }
    return standing;
}

ResponseTimes timesOf(const Outage &outage, const Standing &standing)
{
    ResponseTimes times;
    if (outage.seen != never)
        times.toDetect = std::max<qint64>(0, outage.seen - outage.opened());
    if (standing.acknowledged)
        times.toRespond = *standing.acknowledged - outage.opened();
    if (standing.resolved)
        times.toResolve = *standing.resolved - outage.opened();
    return times;
}

ResponseTimes meanTimes(const QList<ResponseTimes> &times)
{
    ResponseTimes means;
    mean(means.toDetect, times, &ResponseTimes::toDetect);
    mean(means.toRespond, times, &ResponseTimes::toRespond);
    mean(means.toResolve, times, &ResponseTimes::toResolve);
    return means;
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Severe:
        return u"severe"_s;
    case Severity::Major:
        return u"major"_s;
    case Severity::Minor:
        break;
    }
    return u"minor"_s;
}

Severity severityOf(const QStringList &words, int dependents)
{
    int level = words.isEmpty() ? 1 : 0;
    for (const auto &word : words)
        level = std::max(level, levelOf(word));
    if (dependents >= manyDependents)
        ++level;
    return level >= 2 ? Severity::Severe : level == 1 ? Severity::Major : Severity::Minor;
}

QHash<QUuid, QUuid> rootsOf(const QList<Failing> &failing,
                            const std::function<QUuid(const QUuid &asset)> &rootOf)
{
    QHash<QUuid, QUuid> incidentOf;
    for (const auto &one : failing)
        incidentOf.insert(one.asset, one.incident);
    QHash<QUuid, QUuid> roots;
    for (const auto &one : failing) {
        const auto asset = rootOf ? rootOf(one.asset) : QUuid();
        roots.insert(one.incident, incidentOf.value(asset, one.incident));
    }
    return roots;
}

} // namespace portolan::quality
