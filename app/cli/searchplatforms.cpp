// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/searchplatforms.h"

#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "models/base/identity.h"
#include "models/sync/accountsearch.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

// What every platform is asked for at once. Of a limit that is beyond what one gives, its answer
// would look like all there is.
constexpr int mostOfOne = 50;

QString absenceWord(sync::Absence absence)
{
    switch (absence) {
    case sync::Absence::None:
        return {};
    case sync::Absence::NotKept:
        return u"other-domain"_s;
    case sync::Absence::NeverSynced:
        return u"never-synced"_s;
    case sync::Absence::NotSynced:
        return u"not-synced"_s;
    }
    return {};
}

QJsonObject hitJson(const sync::FoundThing &thing)
{
    QJsonObject object{
        {u"nativeId"_s, thing.nativeId},
        {u"kind"_s, domain::kindWord(thing.kind)},
        {u"name"_s, thing.name},
        {u"id"_s, thing.cached.isNull() ? QJsonValue() : QJsonValue(idText(thing.cached))}};
    insertText(object, u"type"_s, thing.type);
    insertText(object, u"snippet"_s, thing.snippet);
    insertText(object, u"place"_s, thing.place);
    insertText(object, u"page"_s, thing.page);
    insertText(object, u"absence"_s, absenceWord(thing.absence));
    return object;
}

//! Puts \a answers into the order in which the accounts were named.
QList<sync::PlatformAnswer> sorted(QList<sync::PlatformAnswer> answers,
                                   const QList<sync::SearchedAccount> &accounts)
{
    std::sort(answers.begin(), answers.end(), [&](const auto &left, const auto &right) {
        return accounts.indexOf(left.account) < accounts.indexOf(right.account);
    });
    return answers;
}

} // namespace

QJsonArray PlatformReport::json() const
{
    QJsonArray list;
    for (const auto &answer : m_answers) {
        QJsonArray hits;
        if (answer.things) {
            for (const auto &thing : *answer.things)
                hits.append(hitJson(thing));
        }
        QJsonObject object{{u"account"_s, answer.account.name},
                           {u"platform"_s, answer.account.platform},
                           {u"state"_s, answer.things ? u"complete"_s : u"failed"_s},
                           {u"hits"_s, hits},
                           {u"more"_s, answer.isFull},
                           {u"elapsedMs"_s, answer.elapsedMs}};
        if (!answer.things)
            object.insert(u"error"_s, answer.things.error().detail);
        list.append(object);
    }
    return list;
}

void PlatformReport::print() const
{
    for (const auto &answer : m_answers) {
        printLine({});
        if (!answer.things) {
            printLine(u"%1 (%2): no answer: %3"_s.arg(answer.account.name, answer.account.platform,
                                                      answer.things.error().detail));
            continue;
        }
        printLine(u"%1 (%2): %3%4 found in %5 ms"_s
                      .arg(answer.account.name, answer.account.platform,
                           answer.isFull ? u"at least "_s : QString())
                      .arg(answer.things->size())
                      .arg(answer.elapsedMs));
        QList<QStringList> rows;
        for (const auto &thing : *answer.things)
            rows.append({domain::kindWord(thing.kind), thing.name, thing.place, thing.nativeId,
                         thing.cached.isNull() ? absenceWord(thing.absence) : u"yes"_s});
        if (!rows.isEmpty())
            printTable({u"KIND"_s, u"NAME"_s, u"PLACE"_s, u"NATIVE ID"_s, u"HERE"_s}, rows);
    }
    if (m_answers.isEmpty())
        printLine(u"No account can be searched on its platform."_s);
}

qsizetype PlatformReport::found() const
{
    qsizetype count = 0;
    for (const auto &answer : m_answers)
        count += answer.things ? answer.things->size() : 0;
    return count;
}

std::optional<Error> PlatformReport::error() const
{
    std::optional<Error> worst;
    for (const auto &answer : m_answers) {
        if (answer.things)
            continue;
        const auto &error = answer.things.error();
        const auto exit = exitFor(error.kind);
        // "Not found" is the platform's search here, and not what was searched for.
        const bool isItsOwn = exit == Exit::SignedOut || exit == Exit::Store;
        const auto kind = isItsOwn ? error.kind : Error::Kind::Unavailable;
        if (!worst || (exit == Exit::SignedOut && exitFor(worst->kind) != Exit::SignedOut))
            worst = Error{kind, u"%1: %2"_s.arg(answer.account.name, error.detail)};
    }
    return worst;
}

Result<PlatformReport> askPlatforms(Context &context, const QString &query,
                                    const QStringList &names, int limit)
{
    if (sync::askedWords(query).isEmpty())
        return failure(Error::Kind::Usage,
                       u"platforms are asked for words, not for filters; there are none"_s);
    const auto engine = context.engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto store = context.store();
    if (!store)
        return tl::unexpected(store.error());
    sync::AccountSearch search(**store, **engine, {.hits = std::min(limit, mostOfOne)});
    QList<sync::SearchedAccount> accounts;
    QList<sync::PlatformAnswer> answers;
    std::optional<Error> failed;
    QEventLoop loop;
    QObject::connect(&search, &sync::PlatformSearch::asked, &loop,
                     [&](quint64, const QList<sync::SearchedAccount> &asked) { accounts = asked; });
    QObject::connect(&search, &sync::PlatformSearch::answered, &loop,
                     [&](const sync::PlatformAnswer &answer) { answers.append(answer); });
    QObject::connect(&search, &sync::PlatformSearch::finished, &loop, &QEventLoop::quit);
    QObject::connect(&search, &sync::PlatformSearch::failed, &loop,
                     [&](quint64, const Error &error) {
                         failed = error;
                         loop.quit();
                     });
    search.ask(query, names);
    loop.exec();
    if (failed)
        return tl::unexpected(*failed);
    return PlatformReport(sorted(std::move(answers), accounts));
}

} // namespace portolan::cli
