// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/clausejudge.h"

#include "models/base/identity.h"
#include "models/domain/duration.h"
#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "models/items/qualitytext.h"
#include "models/items/rulechecks.h"
#include "models/items/slotext.h"
#include "models/quality/terms.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::RunStatus;

QString percent(double share)
{
    return percentText(share, 2);
}

std::optional<quality::Moment> momentOf(const std::optional<QDateTime> &time)
{
    return time ? std::optional<quality::Moment>(time->toMSecsSinceEpoch()) : std::nullopt;
}

//! The rows that \a run found bad among those it looked at; empty where it does not tell both.
std::optional<double> badShareOf(const domain::CheckRun &run)
{
    if (!run.failedRows || run.totalRows.value_or(0) <= 0)
        return {};
    return double(*run.failedRows) / double(*run.totalRows);
}

bool isVerdict(RunStatus status)
{
    return status == RunStatus::Pass || status == RunStatus::Warn || status == RunStatus::Fail;
}

//! Judges the clauses of one contract. Lives while verdictsOf() runs.
class Judge
{
    Q_DECLARE_TR_FUNCTIONS(Clauses)

public:
    Judge(const domain::Page &contract, const QualityBoard &board, const QList<Incident> &incidents)
        : m_board(board)
        , m_rules(contract, board.checks)
    {
        for (const auto &level : board.levels) {
            if (isContract(contract, level.row.account, level.row.slo.contract))
                m_levels.append(&level);
        }
        QSet<QUuid> assets;
        for (const auto &related : contract.related) {
            if (related.relation == domain::Relation::Describes && !related.incoming)
                assets.insert(related.entity.id);
        }
        for (const auto &check : board.checks) {
            if (assets.contains(check.asset))
                m_checks.append(&check);
        }
        for (const auto &incident : incidents) {
            if (assets.contains(incident.asset))
                m_incidents.append(&incident);
        }
    }

    ClauseVerdict ofTerm(const domain::SlaTerm &term) const
    {
        const auto word = term.property.trimmed().toLower();
        if (const auto *level = worstLevelOf(term, word))
            return ofLevel(*level);
        if (word == u"errorrate")
            return ofErrorRate(term);
        if (word == u"timetodetect" || word == u"timetorepair")
            return ofTimes(term, word);
        return {.text = tr("Unknown"), .measured = noEvidence(word)};
    }

    //! Rules are asked for in document order.
    ClauseVerdict ofRule(const domain::QualityRule &rule)
    {
        const auto *check = m_rules.take(rule);
        if (!check) {
            return {.text = tr("Unknown"),
                    .measured = rule.type.compare(u"text", Qt::CaseInsensitive) == 0
                        ? tr("in words, for people to judge")
                        : tr("no result")};
        }
        ClauseVerdict verdict{.text = tr("Unknown"),
                              .measured = tr("never run"),
                              .subject = u"check:"_s + idText(check->id)};
        if (!check->last)
            return verdict;
        const auto &run = *check->last;
        if (isOld(run)) {
            verdict.measured = tr("not run since %1").arg(timeText(run.at.toMSecsSinceEpoch()));
            return verdict;
        }
        verdict.measured = observedOf(run);
        verdict.facts.append({tr("Last run"), timeText(run.at.toMSecsSinceEpoch())});
        if (!run.message.isEmpty())
            verdict.facts.append({tr("It says"), oneLine(run.message)});
        decide(verdict, *check);
        return verdict;
    }

private:
    //! The table of a level "…#sla/<property>[/<table>]" of the property \a word; empty for all
    //! tables, null for another property.
    static QString tableOf(const ServiceLevel &level, const QString &word)
    {
        const auto end = level.row.slo.nativeId.section(u"#sla/"_s, -1);
        if (end.section(u'/', 0, 0).toLower() != word)
            return {};
        const auto table = end.section(u'/', 1);
        return table.isEmpty() ? u""_s : table;
    }

    //! Whether \a level asks what \a term promises.
    static bool isSame(const ServiceLevel &level, const domain::SlaTerm &term, const QString &word)
    {
        constexpr double least = 1e-9;
        const auto &slo = level.row.slo;
        if (slo.thresholdSeconds) {
            const auto seconds = domain::secondsOfTerm(term.value, term.unit);
            return seconds && std::abs(*seconds - *slo.thresholdSeconds) < least;
        }
        if (word != u"availability")
            return true;
        bool isNumber = false;
        const auto number = QString(term.value).remove(u'%').trimmed().toDouble(&isNumber);
        const bool isPercent = number > 1 || term.value.contains(u'%') || !term.unit.isEmpty();
        return isNumber && std::abs((isPercent ? number / 100 : number) - slo.target) < least;
    }

    //! The worst of the levels that \a term declares: of the tables that its element names; of all
    //! where it names none, and of the only one where it names a column.
    const ServiceLevel *worstLevelOf(const domain::SlaTerm &term, const QString &word) const
    {
        QList<const ServiceLevel *> named;
        QList<const ServiceLevel *> all;
        const auto elements = term.element.split(u',', Qt::SkipEmptyParts);
        for (const auto *level : m_levels) {
            const auto table = tableOf(*level, word);
            if (table.isNull() || !isSame(*level, term, word))
                continue;
            all.append(level);
            if (std::any_of(elements.begin(), elements.end(), [&table](const QString &element) {
                    const auto name = element.trimmed();
                    return name == table || name.startsWith(table + u'.');
                }))
                named.append(level);
        }
        if (named.isEmpty() && (elements.isEmpty() || all.size() == 1))
            named = all;
        const auto worst =
            std::min_element(named.begin(), named.end(), [](const auto *left, const auto *right) {
                return int(left->state()) < int(right->state());
            });
        return worst == named.end() ? nullptr : *worst;
    }

    //! A verdict holds for two days at most (slo.md, section 1).
    bool isOld(const domain::CheckRun &run) const
    {
        constexpr int longest = 48;
        return run.at < m_board.period.to.addSecs(-3600LL * longest);
    }

    static ClauseVerdict ofLevel(const ServiceLevel &level)
    {
        ClauseVerdict verdict{.subject = u"slo:"_s + idText(level.row.id)};
        const auto &figures = level.figures;
        if (figures.sli && level.problem.isEmpty())
            verdict.measured = tr("%1 of the time", "a service level").arg(percent(*figures.sli));
        switch (level.state()) {
        case domain::SloState::Missed:
            verdict.keeping = Keeping::Broken;
            verdict.text = tr("Broken");
            break;
        case domain::SloState::Burning:
            verdict.keeping = Keeping::AtRisk;
            verdict.text =
                tr("Kept, %1 of the budget left").arg(percentText(figures.budget.remaining, 0));
            break;
        case domain::SloState::Met:
            verdict.keeping = Keeping::Kept;
            verdict.text = tr("Kept");
            break;
        case domain::SloState::Unknown:
            verdict.text = tr("Unknown");
            break;
        }
        verdict.facts.append({tr("Target"), targetText(level.row.slo.target)});
        const auto reason = standingText(level);
        if (!reason.isEmpty())
            verdict.facts.append({tr("Why"), capitalised(reason)});
        return verdict;
    }

    ClauseVerdict ofErrorRate(const domain::SlaTerm &term) const
    {
        const store::CheckRow *worst = nullptr;
        for (const auto *check : m_checks) {
            if (!check->last || !isVerdict(check->last->status) || isOld(*check->last))
                continue;
            const auto share = badShareOf(*check->last);
            if (share && (!worst || *share > *badShareOf(*worst->last)))
                worst = check;
        }
        if (!worst)
            return {.text = tr("Unknown"), .measured = tr("no check counts rows")};
        const auto judgement =
            quality::judge({term.property, term.value, term.unit},
                           {.badRows = worst->last->failedRows, .allRows = worst->last->totalRows},
                           m_board.period.to.toMSecsSinceEpoch());
        auto verdict = ofJudgement(judgement, u"check:"_s + idText(worst->id));
        verdict.measured = tr("%1 of rows", "a share").arg(percent(*badShareOf(*worst->last)));
        verdict.facts.append({tr("Found by"), oneLine(worst->name)});
        return verdict;
    }

    ClauseVerdict ofTimes(const domain::SlaTerm &term, const QString &word) const
    {
        const Incident *longest = nullptr;
        quality::TermJudgement worst;
        int broken = 0;
        for (const auto *incident : m_incidents) {
            // When history was detected nobody knows: it was read later.
            if (word == u"timetodetect" && !incident->seen)
                continue;
            const quality::IncidentTimes times{incident->opened.toMSecsSinceEpoch(),
                                               momentOf(incident->seen), std::nullopt,
                                               momentOf(incident->resolved)};
            const auto judgement =
                quality::judge({term.property, term.value, term.unit}, {.incidents = {times}},
                               m_board.period.to.toMSecsSinceEpoch());
            if (judgement.verdict == quality::TermVerdict::Broken)
                ++broken;
            if (judgement.verdict == quality::TermVerdict::NoEvidence)
                continue;
            if (!longest || judgement.observed.value_or(0) > worst.observed.value_or(0)) {
                longest = incident;
                worst = judgement;
            }
        }
        if (!longest)
            return {.text = tr("Unknown"),
                    .measured = tr("no incident that tells, in %1 days").arg(verdictDays)};
        auto verdict = ofJudgement(worst, u"incident:"_s + idText(longest->id));
        if (broken > 0)
            verdict.text = tr("Broken %n time(s) in %1 days", nullptr, broken).arg(verdictDays);
        if (worst.observed)
            verdict.measured =
                tr("%1, %2", "a time and the incident")
                    .arg(durationText(qint64(*worst.observed * 1000)), longest->label);
        verdict.facts.append({tr("At worst"), oneLine(longest->title)});
        return verdict;
    }

    static ClauseVerdict ofJudgement(const quality::TermJudgement &judgement,
                                     const QString &subject)
    {
        switch (judgement.verdict) {
        case quality::TermVerdict::Kept:
            return {.keeping = Keeping::Kept, .text = tr("Kept"), .subject = subject};
        case quality::TermVerdict::Broken:
            return {.keeping = Keeping::Broken, .text = tr("Broken"), .subject = subject};
        case quality::TermVerdict::NotUnderstood:
            return {.text = tr("Unknown"),
                    .subject = subject,
                    .facts = {{tr("Why"), tr("Value and unit of this term are not understood.")}}};
        case quality::TermVerdict::NoEvidence:
            break;
        }
        return {.text = tr("Unknown"), .subject = subject};
    }

    QString noEvidence(const QString &word) const
    {
        if (word == u"retention")
            return tr("nothing tells the oldest row");
        if (word == u"timetonotify")
            return tr("nothing tells when consumers knew");
        const auto isOf = [](const QString &property) {
            return [property](const ServiceLevel *level) {
                return !tableOf(*level, property).isNull();
            };
        };
        if (word == u"frequency"
            && std::any_of(m_levels.begin(), m_levels.end(), isOf(u"latency"_s)))
            return tr("the latency is measured instead");
        if (std::any_of(m_levels.begin(), m_levels.end(), isOf(word)))
            return tr("a stricter term is measured");
        return tr("nothing measures it");
    }

    static QString observedOf(const domain::CheckRun &run)
    {
        if (run.failedRows.value_or(0) > 0 && badShareOf(run)) {
            return tr("%1 of %2 rows, %3", "bad ones of all")
                .arg(QLocale().toString(*run.failedRows), QLocale().toString(*run.totalRows),
                     percent(*badShareOf(run)));
        }
        return run.observed.isEmpty() ? runText(run.status) : oneLine(observedText(run.observed));
    }

    static void decide(ClauseVerdict &verdict, const store::CheckRow &check)
    {
        switch (check.last->status) {
        case RunStatus::Pass:
            verdict.keeping = Keeping::Kept;
            verdict.text = tr("Kept");
            break;
        case RunStatus::Warn:
            verdict.keeping = Keeping::AtRisk;
            verdict.text = tr("Kept, within tolerance");
            break;
        case RunStatus::Fail:
            verdict.keeping = Keeping::Broken;
            verdict.text = check.since.isValid()
                ? tr("Broken since %1").arg(timeText(check.since.toMSecsSinceEpoch()))
                : tr("Broken");
            break;
        case RunStatus::Error:
        case RunStatus::Skipped:
        case RunStatus::Unknown:
            verdict.text = tr("Unknown");
            break;
        }
    }

    const QualityBoard &m_board;
    QList<const ServiceLevel *> m_levels; //!< that the contract declares
    QList<const store::CheckRow *> m_checks; //!< of its assets, of any tool
    RuleChecks m_rules;
    QList<const Incident *> m_incidents; //!< of its assets
};

} // namespace

bool isContract(const domain::Page &page, const QUuid &account, const QString &nativeId)
{
    const auto &aliases = page.entity.aliases;
    return !nativeId.isEmpty()
        && std::any_of(aliases.begin(), aliases.end(), [&](const domain::Alias &alias) {
               return alias.account == account && alias.nativeId == nativeId;
           });
}

ClauseVerdicts verdictsOf(const domain::Page &contract, const QualityBoard &board,
                          const QList<Incident> &incidents)
{
    Judge judge(contract, board, incidents);
    ClauseVerdicts verdicts;
    for (const auto &term : contract.merged.sla)
        verdicts.terms.append(judge.ofTerm(term));
    for (const auto &rule : contract.merged.quality)
        verdicts.rules.append(
            judge.ofRule(rule)); // in document order: equal names are taken in turn
    return verdicts;
}

} // namespace portolan::items
