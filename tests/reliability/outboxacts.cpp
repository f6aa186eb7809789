// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reliability/outboxacts.h"

#include "models/base/identity.h"
#include "models/domain/accessjson.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using domain::DecisionKind;
using domain::Operation;
using domain::OperationEvent;

const QUuid other(u"11111111-0000-4000-8000-000000000002"_s);

//! The commands on all of \a bench, also for what concerns no platform.
sync::PortalCommands doorOf(OutboxBench &bench)
{
    return sync::PortalCommands(*bench.store, *bench.store, bench.clock);
}

template <typename T>
Result<void> done(QFuture<Result<T>> future)
{
    const auto result = future.takeResult();
    return result ? Result<void>() : tl::unexpected(result.error());
}

template <typename T>
void surely(QFuture<Result<T>> future)
{
    if (const auto result = done(std::move(future)); !result)
        QTest::qFail(qPrintable(result.error().detail), __FILE__, __LINE__);
}

//! A request for two ports with their terms accepted, counted as \a n; a renewal where it \a
//! renews.
domain::AccessRequest requestOf(int n, const QUuid &renews = {})
{
    domain::AccessRequest request{.id = entityId({}, u"request %1"_s.arg(n)),
                                  .consumer = {domain::EntityKind::Team, {}, u"Team A"_s},
                                  .purpose = u"analytics"_s,
                                  .justification = u"To plan."_s,
                                  .from = QDate(2026, 12, 1),
                                  .to = QDate(2027, 11, 30),
                                  .terms = {{u"orders"_s, u"1.0.0"_s, u"ab12"_s}},
                                  .asker = {u"Ada"_s, u"ada@example.com"_s},
                                  .created = QDateTime(QDate(2026, 11, 27), QTime(9, 0), Qt::UTC),
                                  .renews = renews};
    for (const auto &port : {u"shop#orders"_s, u"shop#stock"_s})
        request.items.append({.id = domain::itemIdOf(request.id, port), .port = port});
    return request;
}

sync::Action asking(int n, bool isDraft = false, const QUuid &renews = {})
{
    const auto request = requestOf(n, renews);
    return {.account = OutboxBench::mesh(),
            .objectId = idText(request.id),
            .kind = domain::createRequestKind(),
            .payload = domain::toJson(request),
            .held = isDraft};
}

sync::Action saying(DecisionKind kind, int n)
{
    const auto request = requestOf(n);
    return {.account = OutboxBench::mesh(),
            .objectId = idText(request.id),
            .kind = domain::decideRequestKind(),
            .payload = domain::toJson(
                domain::AccessDecision{.id = entityId({}, u"decision %1"_s.arg(n)),
                                       .item = request.items.first().id,
                                       .kind = kind,
                                       .by = {u"Bo"_s, u"bo@example.com"_s},
                                       .at = QDateTime(QDate(2026, 11, 27), QTime(10, 0), Qt::UTC),
                                       .reason = u"So."_s})};
}

//! The operations about the request counted as \a n.
QList<Operation> about(OutboxBench &bench, int n)
{
    auto operations = bench.operations();
    operations.removeIf(
        [id = idText(requestOf(n).id)](const auto &one) { return one.objectId != id; });
    return operations;
}

//! One that waits, one that is held back, and one that the platform opposed.
void fill(OutboxBench &bench)
{
    surely(bench.commands->perform({asking(1), asking(2, true), saying(DecisionKind::Approve, 3)}));
    const auto id = about(bench, 3).first().id;
    surely(bench.store->advance(id, OperationEvent::Begin, {}));
    surely(bench.store->advance(id, OperationEvent::Oppose, [](Operation &one) {
        one.theirs = R"({"state":"rejected"})";
        one.theirRevision = u"r2"_s;
    }));
}

//! Does \a act with the first operation about a request; that it is not there is what it was for.
Result<void> withFirst(OutboxBench &bench, int n,
                       const std::function<Result<void>(const Operation &)> &act)
{
    const auto operations = about(bench, n);
    return operations.isEmpty() ? failure(Error::Kind::NotFound, u"it is gone"_s)
                                : act(operations.first());
}

QList<OutboxAct> actsOnRequests()
{
    return {
        {.name = "a request is made",
         .act = [](auto &bench) { return done(bench.commands->perform({asking(4)})); }},
        {.name = "a renewal takes the place of a draft",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 return withFirst(bench, 2, [&bench](const Operation &draft) {
                     return done(bench.commands->perform(
                         {asking(5, false, entityId({}, u"agreement"_s))}, {draft.id}));
                 });
             }},
        {.name = "several are decided at once",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 return done(bench.commands->perform(
                     {saying(DecisionKind::Approve, 11), saying(DecisionKind::Reject, 12),
                      saying(DecisionKind::Ask, 13), saying(DecisionKind::Answer, 14)}));
             }},
        {.name = "a request is withdrawn and an agreement ended",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 return done(bench.commands->perform({saying(DecisionKind::Withdraw, 1),
                                                      saying(DecisionKind::Terminate, 15),
                                                      saying(DecisionKind::Suspend, 16)}));
             }},
        {.name = "description and tags are edited",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 return done(bench.commands->edit({{.account = OutboxBench::mesh(),
                                                    .nativeId = u"table"_s,
                                                    .description = u"New"_s,
                                                    .descriptionBefore = u"Old"_s,
                                                    .addedTags = {u"Gold"_s},
                                                    .removedTags = {u"PII"_s}}}));
             }},
    };
}

QList<OutboxAct> actsOnWhatWaits()
{
    return {
        {.name = "a draft is let go",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 return withFirst(bench, 2, [&bench](const Operation &one) {
                     return done(bench.commands->release(one.id));
                 });
             }},
        {.name = "what waits is taken back",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 return withFirst(bench, 1, [&bench](const Operation &one) {
                     return done(bench.commands->undo(one.id));
                 });
             }},
        {.name = "what was opposed is wanted all the same",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 return withFirst(bench, 3, [&bench](const Operation &one) {
                     return done(bench.commands->retry(one));
                 });
             }},
        {.name = "what was opposed is given up",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 return withFirst(bench, 3, [&bench](const Operation &one) {
                     return done(bench.commands->discard(one.id));
                 });
             }},
        {.name = "what was given up is put back",
         .prepare = fill,
         .act =
             [](auto &bench) {
                 Operation gone;
                 gone.id = 90;
                 gone.key = entityId({}, u"key"_s);
                 gone.account = OutboxBench::mesh();
                 gone.kind = u"test"_s;
                 gone.payload = numbered(1);
                 gone.created = bench.clock.now();
                 return done(bench.commands->putBack({gone}));
             }},
    };
}

QList<OutboxAct> actsOnOwnThings()
{
    const domain::JoinDecision joined{OutboxBench::mesh(), u"a"_s, other, u"b"_s};
    const auto addAccounts = [](OutboxBench &bench) {
        for (const auto &id : {OutboxBench::mesh(), other})
            surely(bench.store->put({.id = id, .name = idText(id), .platform = u"files"_s}));
    };
    return {
        {.name = "two names are one thing",
         .prepare = addAccounts,
         .act =
             [joined](auto &bench) {
                 return done(doorOf(bench).decide({{joined}, {}}, {}));
             },
         .mayBeDone = true},
        {.name = "that is taken back",
         .prepare =
             [addAccounts, joined](auto &bench) {
                 addAccounts(bench);
                 surely(doorOf(bench).decide({{joined}, {}}, {}));
             },
         .act =
             [](auto &bench) {
                 const auto decided = bench.store->joinDecisions().takeResult();
                 return decided ? done(doorOf(bench).restore({{}, *decided}))
                                : tl::unexpected(decided.error());
             },
         .mayBeDone = true},
        {.name = "accounts are arranged",
         .prepare = addAccounts,
         .act =
             [](auto &bench) {
                 return done(doorOf(bench).arrange({other, OutboxBench::mesh()}));
             },
         .mayBeDone = true},
        {.name = "an account is added",
         .act =
             [](auto &bench) {
                 return done(
                     bench.store->put({.id = other, .name = u"other"_s, .platform = u"files"_s}));
             },
         .mayBeDone = true},
        {.name = "something is collected",
         .act =
             [](auto &bench) {
                 return done(bench.store->collect({other, {u"id"_s}}));
             },
         .mayBeDone = true},
        {.name = "something is followed",
         .act = [](auto &bench) { return done(bench.store->follow(other, true)); },
         .mayBeDone = true},
        {.name = "a view is saved",
         .act =
             [](auto &bench) {
                 return done(bench.store->saveView({u"mine"_s, u"shop"_s, {}}));
             },
         .mayBeDone = true},
    };
}

} // namespace

QList<OutboxAct> allOutboxActs()
{
    return actsOnRequests() + actsOnWhatWaits() + actsOnOwnThings();
}

QStringList outboxLines(OutboxBench &bench)
{
    QStringList lines;
    for (const auto &one : bench.operations())
        lines.append(QStringList{u"operation"_s, domain::operationStateWord(one.state), one.kind,
                                 one.objectId, QString::fromUtf8(one.payload), one.baseRevision,
                                 QString::fromUtf8(one.base)}
                         .join(u' '));
    const auto accounts = bench.store->accounts().takeResult().value_or(QList<store::Account>());
    for (const auto &account : accounts)
        lines.append(u"account "_s + account.name);
    const auto joins =
        bench.store->joinDecisions().takeResult().value_or(QList<domain::JoinDecision>());
    for (const auto &join : joins)
        lines.append(u"join "_s + join.nativeA + u' ' + join.nativeB);
    const auto basket = bench.store->basket().takeResult().value_or(QList<store::BasketEntry>());
    for (const auto &entry : basket)
        lines.append(u"basket "_s + idText(entry.thing) + entry.fields.join(u' '));
    const auto followed = bench.store->followed().takeResult().value_or(QList<QUuid>());
    for (const auto &thing : followed)
        lines.append(u"follows "_s + idText(thing));
    const auto views = bench.store->savedViews().takeResult().value_or(QList<store::SavedView>());
    for (const auto &view : views)
        lines.append(u"view "_s + view.name + u' ' + view.query);
    return lines;
}

} // namespace portolan::tests
