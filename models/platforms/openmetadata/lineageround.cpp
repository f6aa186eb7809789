// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/lineageround.h"

#include "models/platforms/openmetadata/lineageanswer.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Finding;

namespace portolan::platforms::openmetadata {
namespace {

constexpr qint64 roundEveryMs = 24LL * 3'600'000;
// What was missed is read in another round soon; one, since some assets fail for good.
constexpr qint64 missedAgainMs = 15LL * 60'000;
constexpr qsizetype batch = 200;
// In one pull: so that changes of the catalogue, which come first in the next one, wait a minute
// and not an hour.
constexpr qsizetype mostInOnePull = 2'000;
constexpr int listPage = 1'000;
// As far up as the server looks in one answer. What lies in between needs no request of its own.
constexpr int roundDepth = 3;
// A server that fails for so many in a row has other troubles than one asset.
constexpr int mostFailures = 10;

//! Lists what a round goes through, where the sweep that saw it was another session's.
Result<void> listErrands(PullContext &context)
{
    auto &errands = context.memory.errands;
    errands.clear();
    ThingReader reader(context.reader.installation()); // what a list tells is not all of a thing
    for (int i = 0; i < collections().size(); ++i) {
        const auto &collection = collections().at(i);
        if (!collection.hasLineage)
            continue;
        const auto isThere = context.server.settle(collection);
        if (!isThere && isThere.error().kind != Error::Kind::Forbidden)
            return tl::unexpected(isThere.error());
        QString after;
        for (bool goesOn = isThere && *isThere; goesOn;) {
            auto answer = context.server.take(context.server.askPage(
                collection, after, listPage,
                context.subscription().isOpen() ? Server::Width::Bare : Server::Width::Domains));
            if (!answer)
                return tl::unexpected(answer.error());
            const auto list = listAnswerOf(std::move(answer->body), answer->asked);
            if (!list)
                return tl::unexpected(list.error());
            const std::string_view whole(list->body.constData(), std::size_t(list->body.size()));
            for (const auto item : list->items) {
                auto thing = reader.read(collection.type, whole, item);
                const QUuid id(thing.uuid);
                if (!id.isNull() && context.subscription().holds(thing.record))
                    errands.push_back({.id = id,
                                       .updatedAt = thing.updatedAt,
                                       .collection = i,
                                       .isView = thing.record.type == u"view"});
            }
            goesOn = !list->after.isEmpty() && list->after != after;
            after = list->after;
        }
    }
    context.memory.hasErrands = true;
    return {};
}

//! A round between two sweeps passes over what nothing led to when it was last asked about, and
//! that has not changed since.
void passOverUnlinked(PullContext &context)
{
    const auto &unlinked = context.memory.unlinked;
    const auto since = context.cursor.lineageAt;
    std::erase_if(context.memory.errands, [&](const LineageErrand &errand) {
        return errand.updatedAt <= since && unlinked.contains(errand.id);
    });
}

//! Whether there is a round to go on with or to begin.
bool isDue(const PullContext &context)
{
    const auto &cursor = context.cursor;
    const auto since = context.server.now() - cursor.lineageAt;
    return !cursor.lineageAfter.isEmpty() || cursor.lineageAt == 0 || since >= roundEveryMs
        || (cursor.hasMissedLineage && cursor.lineageMissed != cursor.lineageGivenUp
            && since >= missedAgainMs);
}

//! Adds what is told of one thing, if it is one that the round goes through.
void takeTold(PullContext &context, ToldLineage told, Page &page)
{
    auto &memory = context.memory;
    memory.told.insert(told.uuid);
    if (told.lineage.lineage.isEmpty())
        memory.unlinked.insert(told.uuid);
    else
        memory.unlinked.remove(told.uuid);
    page.lineage.append(std::move(told.lineage));
}

void tellCoverage(PullContext &context)
{
    const auto &cursor = context.cursor;
    if (cursor.lineageAfter.isEmpty() || cursor.lineageDone >= cursor.lineageTotal)
        return;
    context.report(
        u"openmetadata.lineage"_s,
        u"The lineage of %1 of %2 assets has been read; the rest follows"_s.arg(cursor.lineageDone)
            .arg(cursor.lineageTotal),
        {}, Finding::Severity::Info);
}

} // namespace

Result<void> readLineage(PullContext &context, const QList<LineageErrand> &errands, Page &page,
                         int depth)
{
    QList<net::HttpUrl> urls;
    for (const auto &errand : errands) {
        const auto url = context.server.address(
            {u"lineage"_s, collections().at(errand.collection).type,
             errand.id.toString(QUuid::WithoutBraces)},
            {{u"upstreamDepth"_s, QString::number(depth)}, {u"downstreamDepth"_s, u"0"_s}});
        if (!url)
            return tl::unexpected(url.error());
        urls.append(*url);
    }
    QList<LineageErrand> tooLarge;
    int failures = 0;
    const auto take = [&](qsizetype at, Answer answer) -> Result<void> {
        auto told = answer ? lineagesOf(answer->body, answer->asked, context.reader.lists, depth)
                           : Result<QList<ToldLineage>>(tl::unexpected(answer.error()));
        if (told) {
            failures = 0;
            for (auto &one : *told)
                takeTold(context, std::move(one), page);
            return {};
        }
        const auto kind = told.error().kind;
        if (kind == Error::Kind::NotFound)
            return {}; // it went in between
        if (kind == Error::Kind::TooLarge && depth > 1) {
            tooLarge.append(errands.at(at));
            return {};
        }
        if (kind == Error::Kind::Unauthorised || kind == Error::Kind::Offline
            || ++failures >= mostFailures)
            return tl::unexpected(told.error());
        context.report(u"openmetadata.lineage"_s, told.error().detail);
        context.cursor.noteMissedLineage(errands.at(at).id.toString());
        return {};
    };
    const auto read = context.server.each(urls, take, [&](qsizetype at) {
        return depth == 1 || !context.memory.told.contains(errands.at(at).id);
    });
    return read && !tooLarge.isEmpty() ? readLineage(context, tooLarge, page, 1) : read;
}

Result<void> goOnWithLineage(PullContext &context)
{
    auto &cursor = context.cursor;
    if (!isDue(context))
        return {};
    auto &errands = context.memory.errands;
    if (cursor.lineageAfter.isEmpty()) {
        cursor.isLineageAgain = std::exchange(cursor.hasMissedLineage, false);
        cursor.lineageMissed.clear();
        context.memory.told.clear();
    }
    // Columns are called as their assets call them.
    if (const auto known = context.knowNotes(); !known)
        return known;
    if (!context.memory.hasErrands) {
        if (const auto listed = listErrands(context); !listed)
            return listed;
        passOverUnlinked(context);
    }
    std::vector<std::pair<QString, LineageErrand>> ordered;
    ordered.reserve(errands.size());
    for (const auto &errand : errands) {
        if (auto place = errand.place(); place > cursor.lineageAfter)
            ordered.push_back({std::move(place), errand});
    }
    std::sort(ordered.begin(), ordered.end(),
              [](const auto &left, const auto &right) { return left.first < right.first; });
    cursor.lineageTotal = qint64(errands.size());
    cursor.lineageDone = qint64(errands.size()) - qint64(ordered.size());
    const auto end = std::min<std::size_t>(ordered.size(), mostInOnePull);
    for (std::size_t from = 0; from < end; from += batch) {
        QList<LineageErrand> part;
        for (std::size_t i = from; i < std::min<std::size_t>(from + batch, end); ++i)
            part.append(ordered[i].second);
        Page page;
        if (const auto read = readLineage(context, part, page, roundDepth); !read)
            return read;
        cursor.lineageDone += part.size();
        cursor.lineageAfter = ordered[from + std::size_t(part.size()) - 1].first;
        if (!page.lineage.isEmpty()) {
            if (const auto handed = context.hand(std::move(page)); !handed)
                return handed;
        }
        context.sink.progress(
            cursor.lineageDone, cursor.lineageTotal,
            QCoreApplication::translate("portolan::platforms::openmetadata", "lineage"));
    }
    tellCoverage(context);
    if (end == ordered.size()) {
        cursor.lineageAt = context.server.now();
        cursor.lineageAfter.clear();
        cursor.lineageGivenUp = cursor.isLineageAgain ? cursor.lineageMissed : QString();
        errands.clear();
        errands.shrink_to_fit();
        context.memory.told.clear();
        context.memory.hasErrands = false;
        context.noteUnlinked();
        return context.hand({});
    }
    return {};
}

} // namespace portolan::platforms::openmetadata
