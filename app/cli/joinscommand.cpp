// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/entityjson.h"
#include "app/cli/output.h"
#include "app/cli/resolving.h"
#include "models/base/identity.h"
#include "models/sync/portalcommands.h"
#include "models/sync/whoacts.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::JoinDecision;
using domain::JoinName;
using domain::JoinStep;

QString idOf(const JoinName &name)
{
    return idText(entityId(name.account, name.nativeId));
}

QString words(const JoinName &name)
{
    return name.accountName + u": "_s + name.nativeId;
}

QJsonObject nameJson(const JoinName &name)
{
    QJsonObject object{
        {u"id"_s, idOf(name)}, {u"account"_s, name.accountName}, {u"nativeId"_s, name.nativeId}};
    if (!name.thing.isNull()) {
        object.insert(u"kind"_s, domain::kindWord(name.kind));
        object.insert(u"name"_s, name.label);
        object.insert(u"thing"_s, idText(name.thing));
    }
    return object;
}

void insertDecider(QJsonObject &object, const JoinDecision &decision)
{
    insertText(object, u"by"_s, decision.who);
    if (decision.at.isValid())
        object.insert(u"at"_s, timeText(decision.at));
}

QJsonObject joinedJson(const domain::ThingJoins &joins)
{
    QJsonArray names;
    for (const auto &joined : joins.names) {
        auto object = nameJson(joined.name);
        insertText(object, u"joinedBy"_s, joined.why);
        if (joined.decision)
            insertDecider(object, *joined.decision);
        names.append(object);
    }
    return {{u"thing"_s, idText(joins.thing)}, {u"names"_s, names}};
}

QJsonArray suggestionsJson(const QList<domain::JoinSuggestion> &suggestions)
{
    QJsonArray list;
    for (const auto &one : suggestions)
        list.append(QJsonObject{{u"names"_s, QJsonArray{nameJson(one.own), nameJson(one.other)}},
                                {u"why"_s, one.why}});
    return list;
}

QJsonArray decisionsJson(const QList<domain::DecidedPair> &pairs)
{
    QJsonArray list;
    for (const auto &pair : pairs) {
        QJsonObject object{{u"names"_s, QJsonArray{nameJson(pair.a), nameJson(pair.b)}},
                           {u"joined"_s, pair.decision.joined}};
        insertDecider(object, pair.decision);
        list.append(object);
    }
    return list;
}

QString deciderText(const JoinDecision &decision)
{
    const auto who = decision.who.isEmpty() ? u"a person"_s : decision.who;
    return decision.at.isValid() ? QString(who + u", "_s + timeText(decision.at)) : who;
}

void printText(const domain::JoinBook &book)
{
    QList<QStringList> rows;
    for (const auto &thing : book.joined) {
        const auto &first = thing.names.constFirst().name;
        for (const auto &joined : thing.names.sliced(1))
            rows.append({u"joined"_s, words(first), words(joined.name),
                         joined.decision ? deciderText(*joined.decision) : joined.why});
    }
    for (const auto &one : book.suggestions)
        rows.append({u"may be one"_s, words(one.own), words(one.other), one.why});
    for (const auto &pair : book.decisions)
        rows.append({pair.decision.joined ? u"decided: one"_s : u"decided: two"_s, words(pair.a),
                     words(pair.b), deciderText(pair.decision)});
    if (rows.isEmpty())
        printLine(u"nothing is joined, and nothing was decided"_s);
    else
        printTable({u"STATE"_s, u"NAME"_s, u"OTHER NAME"_s, u"WHY"_s}, rows);
}

int print(const domain::JoinBook &book, const Arguments &arguments)
{
    if (!arguments.json) {
        printText(book);
        return 0;
    }
    QJsonArray joined;
    for (const auto &thing : book.joined)
        joined.append(joinedJson(thing));
    printDocument(
        {{u"format"_s, u"portolan.joins/1"_s},
         {u"joined"_s, joined},
         {u"suggestions"_s, suggestionsJson(book.suggestions)},
         {u"decisions"_s, decisionsJson(book.decisions)},
         {u"truncated"_s, book.isSuggestingCut || book.joinedTotal > book.joined.size()}});
    return 0;
}

//! The one name that \a reference is: our id of it, or its native id where one account has it.
Result<JoinName> nameOf(store::Store &store, const QString &reference)
{
    const auto found = await(store.resolve(reference));
    if (!found)
        return tl::unexpected(found.error());
    QList<JoinName> names;
    QList<JoinName> others;
    for (const auto &candidate : *found) {
        const auto joins = await(store.joins(candidate.entity.id));
        if (!joins)
            return tl::unexpected(joins.error());
        for (const auto &joined : joins->names) {
            const bool isIt = joined.name.nativeId == reference || idOf(joined.name) == reference;
            auto &list = isIt ? names : others;
            if (!list.contains(joined.name))
                list.append(joined.name);
        }
    }
    if (names.size() == 1 || (names.isEmpty() && others.size() == 1))
        return names.isEmpty() ? others.constFirst() : names.constFirst();
    if (names.isEmpty() && others.isEmpty())
        return failure(
            Error::Kind::NotFound,
            u"nothing is called \"%1\"; `search` finds things by their words"_s.arg(reference));
    QStringList choices;
    for (const auto &name : names.isEmpty() ? others : names)
        choices.append(words(name) + u" = "_s + idOf(name));
    return failure(Error::Kind::NotFound,
                   u"\"%1\" is no single name; give one of these ids: %2"_s.arg(
                       reference, choices.mid(0, 10).join(u", "_s)));
}

//! All that is joined, or what is said about the thing that \a reference names.
Result<domain::JoinBook> bookOf(store::Store &store, const QString &reference)
{
    if (reference.isEmpty())
        return await(store.joinBook());
    const auto resolved = resolveOne(store, reference);
    if (!resolved)
        return tl::unexpected(resolved.error());
    const auto joins = await(store.joins(resolved->entity.id));
    if (!joins)
        return tl::unexpected(joins.error());
    domain::JoinBook book;
    book.joined = {*joins};
    book.joinedTotal = 1;
    book.suggestions = joins->suggestions;
    for (const auto &apart : joins->apart) {
        for (const auto &decision : apart.decisions)
            book.decisions.append({decision, apart.own, apart.other});
    }
    return book;
}

//! The ids of the names in \a decision that \a reference may mean.
QSet<QString> meantBy(const QString &reference, const JoinDecision &decision)
{
    QSet<QString> ids;
    for (const auto &[account, nativeId] : {std::pair(decision.accountA, decision.nativeA),
                                            std::pair(decision.accountB, decision.nativeB)}) {
        const auto id = idText(entityId(account, nativeId));
        if (reference == nativeId || reference == id)
            ids.insert(id);
    }
    return ids;
}

//! Forgets what was decided about all of \a references, which need not be there any more. What was
//! decided about another account's thing of that name is not forgotten with it.
Result<JoinStep> stepToForget(store::Store &store, const QStringList &references)
{
    const auto decisions = await(store.accounts().joinDecisions());
    if (!decisions)
        return tl::unexpected(decisions.error());
    JoinStep step;
    for (const auto &decision : *decisions) {
        if (std::all_of(references.cbegin(), references.cend(), [&](const QString &reference) {
                return !meantBy(reference, decision).isEmpty();
            }))
            step.forgotten.append(decision);
    }
    if (step.isEmpty())
        return failure(Error::Kind::NotFound,
                       u"nobody decided about \"%1\""_s.arg(references.join(u"\" and \""_s)));
    for (const auto &reference : references) {
        auto shared = meantBy(reference, step.forgotten.constFirst());
        QSet<QString> all;
        for (const auto &decision : std::as_const(step.forgotten)) {
            const auto meant = meantBy(reference, decision);
            shared &= meant;
            all |= meant;
        }
        if (!shared.isEmpty())
            continue;
        auto choices = all.values();
        choices.sort();
        return failure(Error::Kind::NotFound,
                       u"\"%1\" is no single name; give one of these ids: %2"_s.arg(
                           reference, choices.mid(0, 10).join(u", "_s)));
    }
    return step;
}

//! What "split" of one name, or "join" of two, has to decide.
Result<JoinStep> stepFor(store::Store &store, const QStringList &references)
{
    QList<JoinName> names;
    for (const auto &reference : references) {
        const auto name = nameOf(store, reference);
        if (!name)
            return tl::unexpected(name.error());
        names.append(*name);
    }
    const auto &first = names.constFirst();
    const auto &last = names.constLast();
    if (names.size() == 1)
        return await(store.stepApart(first.account, first.nativeId));
    return await(store.stepTogether({.accountA = first.account,
                                     .nativeA = first.nativeId,
                                     .accountB = last.account,
                                     .nativeB = last.nativeId}));
}

//! Decides \a step, and says how what it is about stands then.
int decide(Context &context, const sync::Engine &engine, const JoinStep &step,
           const Arguments &arguments)
{
    auto &store = **context.store();
    if (step.isEmpty() && !arguments.json) {
        printLine(u"it is so already"_s);
        return 0;
    }
    const auto accounts = await(store.accounts().accounts());
    sync::PortalCommands commands(store.operations(), store.accounts(), context.clock());
    const auto who = accounts ? sync::whoActs(*accounts, engine) : QString();
    if (const auto done = await(commands.decide(step, who)); !done)
        return fail(done.error());
    if (const auto settled = await(store.settled()); !settled)
        return fail(settled.error());
    domain::JoinBook book;
    if (const auto now = bookOf(store, arguments.positional.value(1)); now)
        book = *now; // else what was forgotten is there no more
    if (!arguments.json) {
        printLine(u"%1 decided, %2 forgotten"_s.arg(step.made.size()).arg(step.forgotten.size()));
        if (book.joined.isEmpty())
            return 0;
    }
    return print(book, arguments);
}

int act(Context &context, const QString &word, const QStringList &references,
        const Arguments &arguments)
{
    const auto engine = context.engine();
    if (!engine)
        return fail(engine.error());
    auto &store = **context.store();
    const auto step =
        word == u"forget"_s ? stepToForget(store, references) : stepFor(store, references);
    return step ? decide(context, **engine, *step, arguments) : fail(step.error());
}

int run(Context &context, const Arguments &arguments)
{
    const auto word = arguments.positional.value(0, u"list"_s);
    const auto references = arguments.positional.mid(1);
    const auto takes = [&](qsizetype least, qsizetype most) {
        return references.size() >= least && references.size() <= most;
    };
    if (word == u"list"_s && takes(0, 1)) {
        const auto store = context.store();
        const auto book =
            store ? bookOf(**store, references.value(0)) : tl::unexpected(store.error());
        return book ? print(*book, arguments) : fail(book.error());
    }
    if ((word == u"split"_s && takes(1, 1)) || (word == u"join"_s && takes(2, 2))
        || (word == u"forget"_s && takes(1, 2)))
        return act(context, word, references, arguments);
    return fail(
        {Error::Kind::Usage, u"joins takes list [ID], split ID, join ID ID, or forget ID [ID]"_s});
}

} // namespace

Command joinsCommand()
{
    return {.name = u"joins"_s,
            .usage = u"[list [ID]|split ID|join ID ID|forget ID [ID]]"_s,
            .summary = u"what is one thing and why, what may be, and what people decided"_s,
            .options = {},
            .run = run};
}

} // namespace portolan::cli
