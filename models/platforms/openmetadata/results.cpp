// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/results.h"

#include "models/platforms/openmetadata/checks.h"
#include "models/platforms/openmetadata/names.h"

using namespace Qt::Literals::StringLiterals;
using portolan::domain::CheckRun;
using portolan::domain::Finding;

namespace portolan::platforms::openmetadata {
namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
// As far back as a first sweep looks.
constexpr qint64 historyMs = 365 * dayMs;
// Results are pushed after they were found: those of the last hour are asked for again, which
// changes nothing where they are known.
constexpr qint64 overlapMs = hourMs;
constexpr int pageSize = 500;
// Facts that one page carries: as much as the writer of the store does in one step.
constexpr qsizetype mostFacts = 5'000;
// Behind that many hits a search index answers no more.
constexpr int mostHits = 10'000;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

template <typename Take>
void eachItem(const ListAnswer &list, Take take)
{
    formats::json::JsonParser parser;
    for (const auto item : list.items) {
        Json json;
        if (parser.parse(viewOf(list.body), item).get(json) == simdjson::SUCCESS)
            take(json);
    }
}

} // namespace

Result<QList<CheckRun>> readHistory(PullContext &context, const QHash<QString, qint64> &checks)
{
    const auto now = context.server.now();
    const bool isKnown = context.cursor.resultsAt > 0 && !context.cursor.isAgain;
    const auto since = isKnown ? context.cursor.resultsAt - dayMs : now - historyMs;
    QStringList names;
    QList<net::HttpUrl> urls;
    for (auto check = checks.begin(); check != checks.end(); ++check) {
        if (check.value() < since)
            continue;
        const auto fqn = thingOf(check.key()).value_or(NamedThing()).fqn;
        const auto url = context.server.address(
            {u"dataQuality"_s, u"testCases"_s, u"testCaseResults"_s, fqn},
            {{u"startTs"_s, QString::number(since)},
             {u"endTs"_s, QString::number(std::max(now, check.value()) + hourMs)}});
        if (!url)
            continue;
        names.append(check.key());
        urls.append(*url);
    }
    QList<CheckRun> runs;
    const auto done = context.server.each(urls, [&](qsizetype at, Answer answer) -> Result<void> {
        const auto list = answer ? listAnswerOf(std::move(answer->body), answer->asked)
                                 : Result<ListAnswer>(tl::unexpected(answer.error()));
        if (!list) {
            const auto kind = list.error().kind;
            if (kind == Error::Kind::Unauthorised || kind == Error::Kind::Offline)
                return tl::unexpected(list.error());
            context.report(u"openmetadata.results"_s, list.error().detail);
            // The next sweep looks as far back as the first.
            context.cursor.noteMissed(names.at(at));
            return {};
        }
        eachItem(*list, [&](const Json &result) {
            if (const auto run = runOf(result, names.at(at)))
                runs.append(*run);
        });
        if (runs.size() < mostFacts)
            return {};
        Page page;
        page.evidence.runs = std::exchange(runs, {});
        return context.hand(std::move(page));
    });
    if (!done)
        return tl::unexpected(done.error());
    return runs;
}

Result<QList<CheckRun>> readNewResults(PullContext &context)
{
    QList<CheckRun> runs;
    if (context.memory.isResultSearchRefused)
        return runs;
    const auto now = context.server.now();
    qint64 offset = 0;
    for (;;) {
        auto answer = context.server.get(
            {u"dataQuality"_s, u"testCases"_s, u"testCaseResults"_s, u"search"_s, u"list"_s},
            {{u"startTimestamp"_s, QString::number(context.cursor.resultsAt - overlapMs)},
             {u"endTimestamp"_s, QString::number(now + hourMs)},
             {u"limit"_s, QString::number(pageSize)},
             {u"offset"_s, QString::number(offset)}});
        if (!answer) {
            const auto kind = answer.error().kind;
            if (kind == Error::Kind::Cancelled || kind == Error::Kind::Unauthorised
                || kind == Error::Kind::Offline)
                return tl::unexpected(answer.error());
            context.memory.isResultSearchRefused =
                kind == Error::Kind::NotFound || kind == Error::Kind::Forbidden;
            context.report(u"openmetadata.results"_s, answer.error().detail,
                           u"New results come with the next full sync"_s, Finding::Severity::Info);
            return runs;
        }
        const auto list = listAnswerOf(std::move(answer->body), answer->asked);
        if (!list)
            return tl::unexpected(list.error());
        eachItem(*list, [&](const Json &result) {
            const auto fqn = formats::json::text(result, "testCaseFQN");
            if (fqn.isEmpty() || !context.keepsCheck(fqn))
                return;
            if (const auto run = runOf(result, nativeIdOf(u"testCase"_s, fqn)))
                runs.append(*run);
        });
        offset += qint64(list->items.size());
        if (list->items.empty() || offset >= list->total)
            break;
        if (offset + pageSize > mostHits) {
            // So many at once come with the history of each test case.
            context.cursor.isSweepDue = true;
            break;
        }
    }
    context.cursor.resultsAt = now;
    return runs;
}

Result<IncidentNews> readIncidents(PullContext &context, qint64 since)
{
    IncidentNews news;
    QSet<QString> known;
    QString offset;
    const auto now = context.server.now();
    for (;;) {
        ApiCalls::Query query{{u"startTs"_s, QString::number(since)},
                              {u"endTs"_s, QString::number(now + hourMs)},
                              {u"latest"_s, u"true"_s},
                              {u"limit"_s, QString::number(pageSize)}};
        if (!offset.isEmpty())
            query.append({u"offset"_s, offset});
        auto answer = context.server.get(
            {u"dataQuality"_s, u"testCases"_s, u"testCaseIncidentStatus"_s}, query);
        if (!answer && answer.error().kind == Error::Kind::Cancelled)
            return tl::unexpected(answer.error());
        const auto list = answer ? listAnswerOf(std::move(answer->body), answer->asked)
                                 : Result<ListAnswer>(tl::unexpected(answer.error()));
        if (!list) {
            context.report(u"openmetadata.incidents"_s, list.error().detail, {},
                           Finding::Severity::Info);
            news.mayPass = list.error().isRetryable();
            return news;
        }
        eachItem(*list, [&](const Json &status) {
            if (const auto check = takeIncident(status, context.reader.incidents);
                !check.isEmpty() && !known.contains(check)) {
                known.insert(check);
                news.checks.append(check);
            }
        });
        if (list->items.empty() || list->after.isEmpty() || list->after == offset)
            break;
        offset = list->after;
    }
    news.until = now;
    if (since <= 0)
        context.memory.hasIncidents = true;
    return news;
}

} // namespace portolan::platforms::openmetadata
