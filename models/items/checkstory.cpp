// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/checkstory.h"

#include "models/items/catalogexport.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::RunStatus;

const QString number = uR"((-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?))"_s;

double valueOf(QString text)
{
    return text.remove(u',').toDouble();
}

std::optional<bool> isGood(RunStatus status)
{
    switch (status) {
    case RunStatus::Pass:
    case RunStatus::Warn:
        return true;
    case RunStatus::Fail:
    case RunStatus::Error:
        return false;
    case RunStatus::Skipped:
    case RunStatus::Unknown:
        break;
    }
    return {};
}

store::RunCounts countsOf(const CheckStory &story)
{
    store::RunCounts counts;
    for (const auto &bucket : story.buckets)
        counts += bucket.counts;
    if (counts.all() == 0) {
        for (const auto &run : story.runs)
            counts.add(run.status);
    }
    return counts;
}

void addFailure(CheckFigures &figures, const QDateTime &from, const QDateTime &to, bool goesOn)
{
    const auto lasted = from.msecsTo(to);
    if (figures.longestFailureMs && *figures.longestFailureMs >= lasted)
        return;
    figures.longestFailureMs = lasted;
    figures.longestGoesOn = goesOn;
}

std::optional<qint64> medianGap(const QList<domain::CheckRun> &newestFirst)
{
    QList<qint64> gaps;
    for (qsizetype i = 1; i < newestFirst.size(); ++i)
        gaps.append(newestFirst.at(i).at.msecsTo(newestFirst.at(i - 1).at));
    if (gaps.isEmpty())
        return {};
    const auto middle = gaps.begin() + gaps.size() / 2;
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
}

} // namespace

Expectation expectationOf(const QString &text)
{
    static const QRegularExpression negated(u"\\bnot\\b|!=|≠"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression range(number + u"\\s*%?\\s*(?:and|to|–|\\.\\.|-)\\s*"_s
                                              + number,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression most(
        u"(?:at most|less than|no more than|below|under|max(?:imum)?|<=|<|≤)[:= ]*"_s + number,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression least(
        u"(?:at least|greater than|more than|above|over|min(?:imum)?|>=|>|≥)[:= ]*"_s + number,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression equal(u"^(?:must be|equals?|exactly|==?)?\\s*"_s + number
                                              + u"\\s*(?:%|percent|rows?)?$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    Expectation expectation;
    if (text.size() > 400 || negated.match(text).hasMatch())
        return expectation;
    if (const auto match = range.match(text); match.hasMatch()) {
        expectation.least = valueOf(match.captured(1));
        expectation.most = valueOf(match.captured(2));
        return expectation;
    }
    // "no more than" holds "more than".
    const auto upper = most.match(text);
    if (upper.hasMatch())
        expectation.most = valueOf(upper.captured(1));
    const auto lower = least.match(text);
    if (lower.hasMatch() && (!upper.hasMatch() || lower.capturedStart(1) != upper.capturedStart(1)))
        expectation.least = valueOf(lower.captured(1));
    if (const auto match = equal.match(text.trimmed()); expectation.isEmpty() && match.hasMatch())
        expectation.least = expectation.most = valueOf(match.captured(1));
    return expectation;
}

bool hasAllRuns(const CheckStory &story)
{
    return countsOf(story).all() == story.runs.size();
}

CheckFigures figuresOf(const CheckStory &story)
{
    CheckFigures figures;
    const auto counts = countsOf(story);
    figures.runs = std::max<qint64>(counts.all(), story.runs.size());
    if (counts.good() + counts.fail + counts.error > 0)
        figures.goodShare =
            double(counts.good()) / double(counts.good() + counts.fail + counts.error);
    figures.partial = !hasAllRuns(story);
    std::optional<bool> before;
    QDateTime failsSince;
    for (auto run = story.runs.rbegin(); run != story.runs.rend(); ++run) {
        const auto good = isGood(run->status);
        if (!good)
            continue;
        if (before && *before != *good)
            ++figures.turns;
        if (*good && failsSince.isValid()) {
            addFailure(figures, failsSince, run->at, false);
            failsSince = {};
        } else if (!*good && !failsSince.isValid()) {
            failsSince = run->at;
        }
        before = good;
    }
    if (failsSince.isValid())
        addFailure(figures, failsSince, std::max(failsSince, story.period.to), true);
    figures.medianGapMs = medianGap(story.runs);
    return figures;
}

QString failedRowsText(const domain::CheckRun &run)
{
    const QLocale locale;
    if (!run.failedRows)
        return {};
    if (!run.totalRows)
        return locale.toString(*run.failedRows);
    return QCoreApplication::translate("Check", "%1 of %2")
        .arg(locale.toString(*run.failedRows), locale.toString(*run.totalRows));
}

QByteArray runsAsCsv(const QList<domain::CheckRun> &runs)
{
    QStringList lines{u"time,status,observed,expected,failed_rows,total_rows,message"_s};
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        const auto rows = [](const std::optional<qint64> &count) {
            return count ? QString::number(*count) : QString();
        };
        const QStringList cells{run->at.toUTC().toString(Qt::ISODateWithMs),
                                domain::statusWord(run->status),
                                csvCell(run->observed),
                                csvCell(run->expected),
                                rows(run->failedRows),
                                rows(run->totalRows),
                                csvCell(run->message)};
        lines.append(cells.join(u','));
    }
    return (lines.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

} // namespace portolan::items
