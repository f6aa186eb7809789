// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/samplequality.h"

#include "models/base/identity.h"
#include "models/items/sloevidence.h"
#include "models/quality/history.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr int historyDays = 120;
constexpr int mostPoints = 1200;
constexpr int runsPerDay = 240;

QUuid idOf(const QString &name)
{
    return entityId(demoAccountId(), name);
}

template <typename T>
QFuture<Result<T>> answer(Result<T> value)
{
    QFutureInterface<Result<T>> promise;
    promise.reportStarted();
    promise.reportResult(std::move(value));
    promise.reportFinished();
    return promise.future();
}

//! A number that belongs to \a text on every machine and in every run.
quint32 numberOf(const QString &text)
{
    quint32 number = 17;
    for (const auto &sign : text)
        number = number * 31 + sign.unicode();
    return number;
}

//! Something that was bad: how long before now it began, and how long it lasted.
struct Spell
{
    double daysAgo;
    double hours;
};

//! Updates every five minutes but in \a spells.
store::UpdatePoints updatesOf(qint64 now, const QList<Spell> &spells)
{
    store::UpdatePoints points{u"openlineage"_s, false, now, {}};
    QRandomGenerator random(7);
    for (auto at = now - historyDays * day; at <= now; at += 5 * minute) {
        const bool isBad = std::any_of(spells.begin(), spells.end(), [&](const Spell &spell) {
            const auto from = now - qint64(spell.daysAgo * double(day));
            return at >= from && at < from + qint64(spell.hours * double(hour));
        });
        const auto late = qint64(random.bounded(60)) * 1000;
        if (!isBad)
            points.looks.append({at - late, at - late});
    }
    return points;
}

//! Hourly runs that fail in \a bad and do not tell in \a unknown.
store::CheckPoints runsOf(const QString &check, qint64 now, const QList<Spell> &bad,
                          const QList<Spell> &unknown)
{
    store::CheckPoints points{check, {}};
    const auto isIn = [now](const QList<Spell> &spells, qint64 at) {
        return std::any_of(spells.begin(), spells.end(), [&](const Spell &spell) {
            const auto from = now - qint64(spell.daysAgo * double(day));
            return at >= from && at < from + qint64(spell.hours * double(hour));
        });
    };
    const auto last = now / hour * hour;
    for (auto at = last - historyDays * day; at <= last; at += hour) {
        const auto status = isIn(unknown, at) ? domain::RunStatus::Error
            : isIn(bad, at)                   ? domain::RunStatus::Fail
                                              : domain::RunStatus::Pass;
        points.runs.append({at, status, isIn(bad, at) ? 120 : 0, 10'000});
    }
    return points;
}

//! The share of good runs of a dimension in a domain on a day, \a daysAgo before now.
std::optional<double> shareOf(const QString &domain, const QString &dimension, double daysAgo)
{
    static const QHash<QString, std::pair<double, double>> declines{
        {u"Returns/completeness"_s, {0.875, 14}}, {u"Marketing/freshness"_s, {0.93, 4}},
        {u"Fulfilment/freshness"_s, {0.981, 6}},  {u"Customer/validity"_s, {0.958, 24}},
        {u"Inventory/accuracy"_s, {0.972, 20}},   {u"Returns/consistency"_s, {0.972, 28}}};
    static const QStringList unknown{u"Inventory/volume"_s, u"Checkout/consistency"_s,
                                     u"Checkout/volume"_s, u"Marketing/accuracy"_s,
                                     u"Marketing/consistency"_s};
    const QString key = domain + u'/' + dimension;
    if (unknown.contains(key))
        return {};
    const auto base = 0.992 + double(numberOf(key) % 8) / 1000;
    const auto decline = declines.value(key, {base, 0});
    if (decline.second <= 0 || daysAgo >= decline.second)
        return base;
    return base + (decline.first - base) * (1 - daysAgo / decline.second);
}

const QList<QStringList> &domains()
{
    static const QList<QStringList> all{{u"Customer"_s},
                                        {u"Finance"_s},
                                        {u"Inventory"_s},
                                        {u"Marketing"_s},
                                        {u"Orders"_s, u"Checkout"_s},
                                        {u"Orders"_s, u"Fulfilment"_s},
                                        {u"Orders"_s, u"Returns"_s}};
    return all;
}

QList<store::DayTotals> daysOf(const items::Period &period, const QDateTime &now)
{
    QList<store::DayTotals> days;
    for (const auto &domain : domains()) {
        for (const auto &dimension : domain::dimensions()) {
            QRandomGenerator random(numberOf(domain.last() + dimension));
            for (auto date = period.from.date(); date <= period.to.date(); date = date.addDays(1)) {
                const auto ago = double(date.daysTo(now.date()));
                const auto share = shareOf(domain.last(), dimension, ago);
                store::DayTotals total{date, domain, dimension, {}};
                const auto noise = (random.bounded(7) - 3) / 1000.0;
                if (share) {
                    total.counts.pass = std::llround(std::min(1.0, *share + noise) * runsPerDay);
                    total.counts.fail = runsPerDay - total.counts.pass;
                } else {
                    total.counts.error = runsPerDay;
                }
                days.append(total);
            }
        }
    }
    return days;
}

QList<items::HeatCell> heatOf(const QList<store::DayTotals> &days)
{
    std::map<std::pair<QStringList, QString>, store::RunCounts> sums;
    for (const auto &total : days) {
        auto &sum = sums[{total.domain, total.dimension}];
        sum.pass += total.counts.pass;
        sum.fail += total.counts.fail;
        sum.error += total.counts.error;
    }
    QList<items::HeatCell> heat;
    for (const auto &[key, counts] : sums)
        heat.append({key.first, key.second, counts});
    return heat;
}

QList<items::FailureRoot> rootsOf(const QDateTime &now)
{
    const auto root = [](const QString &name, const QString &dimension, const QDateTime &since,
                         bool isUnknown, const QStringList &levels, const QStringList &others,
                         int affected) {
        items::FailureRoot one{idOf(name), name, dimension, since, isUnknown, {}, {}, affected};
        for (const auto &level : levels) {
            one.hit.append(idOf(u"slo:"_s + level));
            one.hitNames.append(level);
        }
        for (const auto &other : others) {
            one.hit.append(idOf(other));
            one.hitNames.append(other);
        }
        return one;
    };
    return {root(u"/parcels/{id}/events"_s, u"freshness"_s, now.addSecs(-262 * 60), false,
                 {u"Order events"_s, u"Delivery promise"_s},
                 {u"order_desk_today"_s, u"parcel_positions"_s, u"carrier_delays"_s,
                  u"delivery_dashboard"_s},
                 22),
            root(u"crm.accounts"_s, u"validity"_s, now.addDays(-21), false, {u"Customer 360"_s},
                 {u"customer_segments"_s, u"churn_features"_s, u"crm_contacts"_s,
                  u"marketing_audience"_s},
                 6),
            root(u"returns_portal.items"_s, u"completeness"_s, now.addDays(-4), false,
                 {u"Returns and refunds"_s}, {u"refunds_daily"_s, u"returns_board"_s}, 4),
            root(u"ads.spend_daily"_s, u"freshness"_s, now.addDays(-4).addSecs(-3600), true,
                 {u"Campaign board"_s}, {u"campaign_roi"_s, u"media_plan"_s}, 3)};
}

} // namespace

SampleQuality::SampleQuality(QObject *parent)
    : QualitySource(parent)
    , at(QDate(2026, 11, 23), QTime(14, 2), Qt::UTC)
{
    addLevels();
    addChecks();
}

void SampleQuality::addLevels()
{
    const auto ms = at.toMSecsSinceEpoch();
    const auto add = [&](const QString &name, const QString &dimension, const QStringList &domain,
                         const QString &owner, double target, int dependents) -> Level & {
        Level level;
        level.row.id = idOf(u"slo:"_s + name);
        level.row.account = demoAccountId();
        level.row.asset = idOf(name + u" asset"_s);
        level.row.assetName = name.toLower().replace(u' ', u'_');
        level.row.product = idOf(name);
        level.row.productName = name;
        level.row.domain = domain;
        level.row.owner = owner.isEmpty() ? QUuid() : idOf(owner);
        level.row.ownerName = owner;
        level.dependents = dependents;
        auto &slo = level.row.slo;
        slo.nativeId = u"slo:"_s + name;
        slo.name = level.row.assetName + u'-' + dimension;
        slo.asset = level.row.assetName;
        slo.target = target;
        slo.dimension = dimension;
        slo.source = u"odcs"_s;
        slo.file = level.row.assetName.left(40).replace(u'_', u'-') + u".odcs.yaml"_s;
        slo.line = 41;
        level.evidence.slo = level.row.id;
        m_levels.append(level);
        return m_levels.last();
    };
    const auto fresh = [&](Level &level, const QList<Spell> &spells) {
        level.row.slo.measure = domain::SloMeasure::Freshness;
        level.row.slo.slice = u"5m"_s;
        level.row.slo.thresholdSeconds = 900;
        level.evidence.updates = {updatesOf(ms, spells)};
    };
    const auto checked = [&](Level &level, const QList<Spell> &bad,
                             const QList<Spell> &unknown = {}) {
        const QString check = level.row.assetName + u"."_s + level.row.slo.dimension;
        level.row.slo.checks = {check};
        level.evidence.checks = {runsOf(check, ms, bad, unknown)};
    };
    checked(add(u"Returns and refunds"_s, u"completeness"_s, {u"Orders"_s, u"Returns"_s},
                u"Ines Moreau"_s, 0.95, 4),
            {{4.1, 40}});
    fresh(add(u"Order events"_s, u"freshness"_s, {u"Orders"_s, u"Checkout"_s}, u"Maya Lindqvist"_s,
              0.99, 14),
          {{86, 0.5},   {77, 0.6},   {69, 0.4},  {54, 1.2},  {49, 3.3},   {47.5, 2.4},
           {35, 0.4},   {24, 0.5},   {19, 0.4},  {15, 0.45}, {12.2, 0.5}, {9.6, 0.45},
           {7.2, 0.4},  {5.6, 0.45}, {4.1, 0.4}, {2.6, 0.5}, {1.9, 0.45}, {1.2, 0.5},
           {0.7, 0.45}, {0.3, 0.5},  {0.02, 0.4}});
    fresh(add(u"Delivery promise"_s, u"freshness"_s, {u"Orders"_s, u"Fulfilment"_s},
              u"Maya Lindqvist"_s, 0.99, 9),
          {{12, 0.5}, {2.4, 0.6}, {1.7, 0.5}, {0.6, 0.5}, {0.19, 0.6}});
    checked(add(u"Customer 360"_s, u"validity"_s, {u"Customer"_s}, u"Jonas Baptiste"_s, 0.95, 31),
            {{26, 6}, {18, 4}, {9, 4}, {2.8, 9}, {0.16, 3}}, {{16, 5}});
    checked(add(u"Stock forecast"_s, u"accuracy"_s, {u"Inventory"_s}, u"Amara Osei"_s, 0.95, 7),
            {{20, 3}, {2.6, 9}, {0.2, 3}});
    checked(add(u"Campaign board"_s, u"freshness"_s, {u"Marketing"_s}, u"Lea Novak"_s, 0.97, 2), {},
            {{40, 24 * 40.5}});
    auto &raw = add(u"orders_raw"_s, u"volume"_s, {u"Orders"_s, u"Checkout"_s}, {}, 0.99, 3);
    raw.problem = u"no check measures it"_s;
    const QStringList names{
        u"Orders daily"_s,    u"Invoices"_s,          u"General ledger"_s, u"Payments"_s,
        u"Stock levels"_s,    u"Product catalogue"_s, u"Price list"_s,     u"Web sessions"_s,
        u"Loyalty"_s,         u"Consent register"_s,  u"Shipping costs"_s, u"Warehouse moves"_s,
        u"Supplier scores"_s, u"Tax report"_s,        u"Baskets"_s,        u"Refund reasons"_s,
        u"Search terms"_s,    u"Store visits"_s,      u"Budget plan"_s,    u"Carrier invoices"_s};
    const QStringList owners{u"Maya Lindqvist"_s, u"Tomás Ferreira"_s, u"Amara Osei"_s,
                             u"Jonas Baptiste"_s};
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto &level = add(names.at(i), domain::dimensions().at(i % 7), domains().at(i % 7),
                          owners.at(i % 4), i % 3 == 0 ? 0.99 : 0.95, int(i % 5));
        if (i % 4 == 0)
            fresh(level, {{20.0 - double(i) / 2, 0.5}});
        else
            checked(level, {{24.0 - double(i), 1.0 + double(i % 3)}});
    }
}

void SampleQuality::addChecks()
{
    using domain::RunStatus;
    const QStringList sources{u"dbt"_s, u"great-expectations"_s, u"soda"_s, u"openlineage"_s};
    const QStringList kinds{u"not null"_s, u"in range"_s, u"fresh"_s,    u"accepted values"_s,
                            u"unique"_s,   u"matches"_s,  u"row count"_s};
    int number = 0;
    for (const auto &level : std::as_const(m_levels)) {
        for (int i = 0; i < 3; ++i, ++number) {
            store::CheckRow check;
            const auto kind = (number + i) % 7;
            check.dimension = domain::dimensions().at(kind);
            check.name = level.row.assetName + u": "_s + kinds.at(kind);
            check.nativeId = u"check:"_s + QString::number(number);
            check.id = idOf(check.nativeId);
            check.account = demoAccountId();
            check.severity = i == 0 ? u"error"_s : u"warn"_s;
            check.asset = level.row.asset;
            check.assetName = level.row.assetName;
            check.field = i == 1 ? u"order_id"_s : QString();
            check.source = sources.at(number % 4);
            check.expected = i == 1 ? u"at most 0 rows"_s : u"at least 99 %"_s;
            check.domain = level.row.domain;
            check.owner = level.row.owner;
            check.ownerName = level.row.ownerName;
            check.runs = 2880 - number;
            if (level.problem.isEmpty()) {
                const auto status = number == 0 || number == 3 ? RunStatus::Fail
                    : number == 7                              ? RunStatus::Error
                    : number % 11 == 5                         ? RunStatus::Warn
                                                               : RunStatus::Pass;
                check.last = domain::CheckRun{check.nativeId,
                                              at.addSecs(-60 * (7 + number * 9)),
                                              {},
                                              status,
                                              status == RunStatus::Fail ? u"88.4 %"_s : u"99.7 %"_s,
                                              check.expected,
                                              {},
                                              {},
                                              {},
                                              {}};
            }
            m_checks.append(check);
        }
    }
}

QUuid SampleQuality::levelCalled(const QString &name) const
{
    return idOf(u"slo:"_s + name);
}

QUuid SampleQuality::checkCalled(const QString &name) const
{
    const auto check = std::find_if(m_checks.begin(), m_checks.end(),
                                    [&](const auto &one) { return one.name == name; });
    return check == m_checks.end() ? QUuid() : check->id;
}

items::ServiceLevel SampleQuality::levelAt(const Level &level, const QDateTime &when) const
{
    items::ServiceLevel shown{level.row, {}, level.problem, level.dependents};
    const auto figures = quality::figuresOf(level.row.slo, items::evidenceOf(level.evidence),
                                            when.toMSecsSinceEpoch());
    if (figures)
        shown.figures = *figures;
    else
        shown.problem = figures.error().detail;
    return shown;
}

QFuture<Result<items::QualityBoard>> SampleQuality::board(const items::Period &period)
{
    ++boards;
    if (problem)
        return answer<items::QualityBoard>(tl::unexpected(*problem));
    items::QualityBoard board;
    board.period = period;
    if (isEmpty)
        return answer<items::QualityBoard>(board);
    for (const auto &level : std::as_const(m_levels))
        board.levels.append(levelAt(level, period.to));
    std::stable_sort(board.levels.begin(), board.levels.end(), [](const auto &a, const auto &b) {
        return a.state() != b.state() ? int(a.state()) < int(b.state())
                                      : a.figures.budget.remaining < b.figures.budget.remaining;
    });
    board.checks = m_checks;
    board.days = daysOf(period, at);
    board.heat = heatOf(board.days);
    board.roots = rootsOf(at);
    return answer<items::QualityBoard>(board);
}

QFuture<Result<items::SloStory>> SampleQuality::slo(const QUuid &id, const items::Period &period)
{
    ++stories;
    if (problem)
        return answer<items::SloStory>(tl::unexpected(*problem));
    const auto level = std::find_if(m_levels.begin(), m_levels.end(),
                                    [&](const Level &one) { return one.row.id == id; });
    if (level == m_levels.end())
        return answer<items::SloStory>(failure(Error::Kind::NotFound, u"no such SLO"_s));
    items::SloStory story{period, levelAt(*level, period.to), {}, {}, {}, level->evidence};
    const auto evidence = items::evidenceOf(level->evidence);
    const auto from = period.from.toMSecsSinceEpoch();
    const auto to = period.to.toMSecsSinceEpoch();
    const auto history = quality::historyOf(level->row.slo, evidence, from, to, mostPoints);
    for (const auto &point : history ? history->points : QList<quality::HistoryPoint>())
        story.points.append({point.at,
                             point.sli,
                             point.remaining,
                             {point.burnRates[0], point.burnRates[1], point.burnRates[2]}});
    const auto spans = quality::spansOf(level->row.slo, evidence, from, to);
    for (const auto &span : spans ? *spans : QList<quality::Span>())
        story.spans.append({span.from, span.to,
                            span.state == quality::State::Good ? items::SliceSpan::State::Good
                                : span.state == quality::State::Bad
                                ? items::SliceSpan::State::Bad
                                : items::SliceSpan::State::Unknown});
    const auto samples = quality::samplesOf(level->row.slo, evidence, to - 3 * day, to, 2000);
    for (const auto &sample : samples ? *samples : QList<quality::Sample>())
        story.samples.append({sample.at, sample.value, sample.isGood});
    return answer<items::SloStory>(story);
}

QFuture<Result<items::CheckStory>> SampleQuality::check(const QUuid &id,
                                                        const items::Period &period)
{
    const auto check = std::find_if(m_checks.begin(), m_checks.end(),
                                    [&](const auto &one) { return one.id == id; });
    if (check == m_checks.end())
        return answer<items::CheckStory>(failure(Error::Kind::NotFound, u"no such check"_s));
    return answer<items::CheckStory>(items::CheckStory{period, *check, {}, {}});
}

QFuture<Result<QList<items::Incident>>> SampleQuality::incidents(const items::Period &)
{
    return answer<QList<items::Incident>>(QList<items::Incident>());
}

QFuture<Result<QList<items::CoverageRow>>> SampleQuality::coverage()
{
    return answer<QList<items::CoverageRow>>(QList<items::CoverageRow>());
}

QFuture<Result<void>> SampleQuality::triage(const QList<store::TriageAction> &)
{
    return answer<void>(Result<void>());
}

QFuture<Result<void>> SampleQuality::undoTriage()
{
    return answer<void>(failure(Error::Kind::NotFound, u"nothing was done"_s));
}

} // namespace portolan::tests
