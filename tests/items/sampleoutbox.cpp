// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/sampleoutbox.h"

#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"

#include <QFutureInterface>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using domain::DecisionKind;
using domain::Operation;
using domain::OperationEvent;
using domain::OperationState;

const QUuid space(u"{0b1c7a52-6f0e-4b8f-9a53-4f2f6f1f0a02}"_s);

template <typename T>
QFuture<Result<T>> answer(Result<T> value)
{
    QFutureInterface<Result<T>> promise;
    promise.reportStarted();
    promise.reportResult(std::move(value));
    promise.reportFinished();
    return promise.future();
}

QFuture<Result<void>> done(Result<void> value = {})
{
    QFutureInterface<Result<void>> promise;
    promise.reportStarted();
    promise.reportResult(std::move(value));
    promise.reportFinished();
    return promise.future();
}

} // namespace

QUuid SampleOutbox::contracts()
{
    return QUuid::createUuidV5(space, u"contracts"_s);
}

QUuid SampleOutbox::catalogue()
{
    return QUuid::createUuidV5(space, u"catalogue"_s);
}

SampleOutbox::SampleOutbox(QObject *parent)
    : items::OutboxSource(parent)
{
    addAccess();
    addEdits();
    obstacles = {
        {catalogue(), u"sales catalogue"_s, false, u"connection refused"_s, at.addSecs(-22 * 60)}};
}

Operation &SampleOutbox::add(const QUuid &account, const QString &object, const QString &kind,
                             const QByteArray &payload, OperationState state, int minutes)
{
    Operation one;
    one.id = m_next++;
    one.key = QUuid::createUuidV5(space, u"key%1"_s.arg(one.id));
    one.account = account;
    one.objectId = object;
    one.kind = kind;
    one.payload = payload;
    one.created = at.addSecs(-60 * qint64(minutes));
    one.state = state;
    operations.append(one);
    return operations.last();
}

domain::AccessRequest SampleOutbox::request(const QString &name, const QStringList &ports)
{
    domain::AccessRequest request;
    request.id = QUuid::createUuidV5(space, name);
    request.consumer = {domain::EntityKind::Team, name.toLower().replace(u' ', u'-'), name};
    request.purpose = u"analytics"_s;
    request.justification = u"Find the customer groups with a return rate above 8 %."_s;
    request.from = at.date();
    request.to = at.date().addDays(180);
    request.asker = {u"Maya Lindqvist"_s, u"maya.lindqvist@example.com"_s};
    request.created = at.addSecs(-3600);
    for (const auto &port : ports) {
        domain::AccessItem item;
        item.id = domain::itemIdOf(request.id, port);
        item.port = port;
        item.product = u"product of "_s + port;
        item.role = u"reader"_s;
        request.items.append(item);
        m_access.names.insert(port, {port, QUuid::createUuidV5(space, port)});
    }
    m_access.cases.append({.request = request, .account = contracts()});
    return request;
}

void SampleOutbox::addAccess()
{
    const auto create = domain::createRequestKind();
    const auto decide = domain::decideRequestKind();
    const auto place = [](const domain::AccessRequest &one) { return idText(one.id); };
    const auto decision = [this](const domain::AccessRequest &one, int item, DecisionKind kind,
                                 const QString &reason) {
        domain::AccessDecision said;
        said.id = QUuid::createUuidV5(space, u"decision%1"_s.arg(m_next));
        said.item = one.items.at(item).id;
        said.kind = kind;
        said.by = {u"Maya Lindqvist"_s, u"maya.lindqvist@example.com"_s};
        said.at = at;
        said.reason = reason;
        return domain::toJson(said);
    };
    const auto refused = request(u"Assortment insight"_s, {u"order_events.v3"_s});
    auto &first = add(contracts(), place(refused), create, domain::toJson(refused),
                      OperationState::Rejected, 30);
    first.attempts = 1;
    first.sent = at.addSecs(-1700);
    first.errorCode = u"HTTP 422"_s;
    first.errorText = u"the port takes no requests before its contract is active"_s;
    first.requestId = u"req-8f21c0"_s;
    add(contracts(), place(refused), decide,
        decision(refused, 0, DecisionKind::Withdraw, u"Not needed"_s), OperationState::Ready, 25);

    const auto two = request(u"Store planning"_s, {u"returns_daily"_s, u"footfall"_s});
    auto &approval =
        add(contracts(), place(two), decide, decision(two, 0, DecisionKind::Approve, u"Fits"_s),
            OperationState::Rejected, 20);
    approval.attempts = 1;
    approval.errorCode = u"HTTP 403"_s;
    approval.errorText = u"you are no approver of this data product"_s;
    add(contracts(), place(two), decide, decision(two, 1, DecisionKind::Reject, u"Too long"_s),
        OperationState::Ready, 15);
}

void SampleOutbox::addEdits()
{
    using domain::EntityKind;
    const auto name = [this](const QString &nativeId, const QString &label) {
        m_names.insert(nativeId, {label, QUuid::createUuidV5(space, nativeId)});
        return nativeId;
    };
    const auto orders = name(u"urn:li:dataset:orders_daily"_s, u"orders_daily"_s);
    auto &torn =
        add(catalogue(), orders, domain::describeKind(),
            domain::toJson(domain::DescriptionEdit{
                orders, EntityKind::Asset, u"One row per order and day, net of returns."_s}),
            OperationState::Conflict, 60);
    torn.base = domain::descriptionSide(u"One row per order."_s);
    torn.theirs = domain::descriptionSide(u"Orders by day, without cancelled ones."_s);
    torn.theirRevision = u"7"_s;
    torn.errorText = u"it was changed on the server meanwhile"_s;

    const auto refunds = name(u"urn:li:dataset:refunds"_s, u"refunds"_s);
    add(catalogue(), refunds, domain::tagKind(),
        domain::toJson(domain::TagEdit{refunds, EntityKind::Asset, {u"gold"_s}, {u"draft"_s}}),
        OperationState::Staged, 300)
        .recovered = true;

    const auto drafted = request(u"Fraud desk"_s, {u"payment_events.v2"_s});
    add(contracts(), idText(drafted.id), domain::createRequestKind(), domain::toJson(drafted),
        OperationState::Staged, 40);
    const auto returned = request(u"Ad operations"_s, {u"customers"_s, u"segments"_s});
    add(contracts(), idText(returned.id), domain::createRequestKind(), domain::toJson(returned),
        OperationState::Staged, 41)
        .errorText = u"restricted fields need a second approver"_s;
    const auto waits =
        request(u"Return analysis"_s,
                {u"order_events.v3"_s, u"returns_daily"_s, u"customers"_s, u"footfall"_s});
    add(contracts(), idText(waits.id), domain::createRequestKind(), domain::toJson(waits),
        OperationState::Ready, 10);

    const auto stock = name(u"urn:li:dataset:stock"_s, u"stock_levels"_s);
    auto &tried = add(catalogue(), stock, domain::describeKind(),
                      domain::toJson(domain::DescriptionEdit{stock, EntityKind::Asset,
                                                             u"Units on hand, by store."_s}),
                      OperationState::Ready, 50);
    tried.base = domain::descriptionSide({});
    tried.attempts = 3;
    tried.sent = at.addSecs(-300);
    tried.nextAttempt = at.addSecs(15 * 60);
    tried.errorCode = u"HTTP 503"_s;
    tried.errorText = u"the server is busy"_s;

    const auto asked = request(u"Campaigns"_s, {u"clicks"_s});
    domain::AccessDecision approve;
    approve.id = QUuid::createUuidV5(space, u"uncertain"_s);
    approve.item = asked.items.first().id;
    approve.kind = DecisionKind::Approve;
    add(contracts(), idText(asked.id), domain::decideRequestKind(), domain::toJson(approve),
        OperationState::Ambiguous, 12)
        .attempts = 1;
    add(QUuid::createUuidV5(space, u"gone"_s), u"old.table"_s, domain::tagKind(),
        domain::toJson(domain::TagEdit{u"old.table"_s, EntityKind::Asset, {u"old"_s}, {}}),
        OperationState::Ready, 3000);
    auto &today =
        add(catalogue(), refunds, domain::tagKind(),
            domain::toJson(domain::TagEdit{refunds, EntityKind::Asset, {u"finance"_s}, {}}),
            OperationState::Applied, 90);
    today.sent = at.addSecs(-80 * 60);
    add(catalogue(), orders, domain::tagKind(),
        domain::toJson(domain::TagEdit{orders, EntityKind::Asset, {u"old"_s}, {}}),
        OperationState::Applied, 5000);
}

Operation &SampleOutbox::of(qint64 id)
{
    return *std::find_if(operations.begin(), operations.end(),
                         [id](const Operation &one) { return one.id == id; });
}

items::OutboxBoard SampleOutbox::now() const
{
    auto board = items::outboxOf(
        operations, {{contracts(), u"contracts"_s}, {catalogue(), u"sales catalogue"_s}}, m_access,
        m_names);
    board.obstacles = obstacles;
    return board;
}

void SampleOutbox::addHostile(const QString &text)
{
    auto &one = add(catalogue(), text, text, text.toUtf8(), OperationState::Conflict, 5);
    one.base = text.toUtf8();
    one.theirs =
        R"({"status": ")" + text.toUtf8().replace('\\', "\\\\").replace('"', "\\\"") + R"("})";
    one.errorText = text;
    one.errorCode = text;
    one.requestId = text;
    one.nativeId = text;
}

QFuture<Result<items::OutboxBoard>> SampleOutbox::board()
{
    ++boards;
    if (problem)
        return answer<items::OutboxBoard>(tl::unexpected(*problem));
    return answer<items::OutboxBoard>(now());
}

QFuture<Result<items::OutboxCounts>> SampleOutbox::counts()
{
    return answer<items::OutboxCounts>(items::countsOf(now()));
}

QFuture<Result<void>> SampleOutbox::retry(const QList<Operation> &chosen)
{
    if (problem)
        return done(tl::unexpected(*problem));
    retried.append(chosen);
    for (const auto &one : chosen) {
        auto &mine = of(one.id);
        const auto event =
            mine.state == OperationState::Staged ? OperationEvent::Release : OperationEvent::Retry;
        const auto next = domain::stateAfter(mine.state, event);
        if (!next)
            return done(failure(Error::Kind::Usage, u"that cannot be done to it now"_s));
        mine.state = *next;
        mine.nextAttempt = {};
    }
    Q_EMIT changed();
    return done();
}

QFuture<Result<QList<Operation>>> SampleOutbox::remove(const QList<Operation> &chosen)
{
    if (problem)
        return answer<QList<Operation>>(tl::unexpected(*problem));
    removed.append(chosen);
    QList<Operation> gone;
    for (const auto &one : chosen) {
        const auto before = operations.size();
        operations.removeIf([&one](const Operation &mine) {
            return mine.id == one.id && domain::isDiscardable(mine.state);
        });
        if (operations.size() < before)
            gone.append(one);
    }
    Q_EMIT changed();
    if (gone.isEmpty())
        return answer<QList<Operation>>(failure(Error::Kind::NotFound, u"it is gone"_s));
    return answer<QList<Operation>>(gone);
}

QFuture<Result<void>> SampleOutbox::putBack(const QList<Operation> &chosen)
{
    if (problem)
        return done(tl::unexpected(*problem));
    restored.append(chosen);
    operations += chosen;
    std::sort(operations.begin(), operations.end(),
              [](const Operation &left, const Operation &right) { return left.id < right.id; });
    Q_EMIT changed();
    return done();
}

} // namespace portolan::tests
