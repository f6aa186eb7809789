// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/sampleaccess.h"

#include "models/domain/accessjson.h"
#include "models/domain/approval.h"
#include "models/items/accessreading.h"
#include "models/policy/judge.h"

#include <QFutureInterface>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using domain::AccessDecision;
using domain::DecisionKind;
using domain::ItemState;
using domain::OperationState;
using domain::PolicyKind;
using domain::PolicyRule;
using domain::PolicyScope;
using items::AccessCase;

const QUuid space(u"{0b1c7a52-6f0e-4b8f-9a53-4f2f6f1f0a01}"_s);

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

PolicyRule rule(const QString &id, PolicyKind kind, domain::Finding::Severity severity)
{
    return {.id = id, .kind = kind, .scope = PolicyScope::Request, .severity = severity};
}

domain::PolicySet policies()
{
    using Severity = domain::Finding::Severity;
    domain::PolicySet set;
    set.rules = {
        rule(u"purpose"_s, PolicyKind::PurposeListed, Severity::Error),
        rule(u"justification"_s, PolicyKind::JustificationLength, Severity::Error),
        rule(u"period"_s, PolicyKind::PeriodLimit, Severity::Error),
        rule(u"product-in-force"_s, PolicyKind::StatusAllowed, Severity::Warning),
        rule(u"purpose-for-personal-data"_s, PolicyKind::PurposeForClassified, Severity::Error),
        rule(u"second-approver"_s, PolicyKind::SecondApprover, Severity::Warning),
        rule(u"terms"_s, PolicyKind::TermsAccepted, Severity::Error)};
    set.rules[1].parameters.minimum = 20;
    set.rules[2].parameters.maxDays = 366;
    set.rules[3].parameters.allowed = {u"active"_s};
    set.rules[4].parameters.classifications = {u"confidential"_s, u"restricted"_s};
    set.rules[5].parameters.classifications = {u"restricted"_s};
    set.purposes = {{u"operations"_s,
                     u"Running the business"_s,
                     u"Orders, deliveries, payments and service"_s,
                     {u"confidential"_s, u"restricted"_s},
                     366},
                    {u"analytics"_s,
                     u"Reports and analyses"_s,
                     u"Figures about many, never about one person"_s,
                     {u"confidential"_s},
                     366},
                    {u"trial"_s, u"Trying it out"_s, u"Whether the data serves"_s, {}, 30}};
    return set;
}

} // namespace

domain::Actor SampleAccess::maya()
{
    return {u"Maya Lindqvist"_s, u"maya.lindqvist@example.com"_s};
}

domain::Actor SampleAccess::elif ()
{
    return {u"Elif Demir"_s, u"elif.demir@example.com"_s};
}

domain::Actor SampleAccess::ines()
{
    return {u"Ines Moreau"_s, u"ines.moreau@example.com"_s};
}

SampleAccess::SampleAccess(QObject *parent)
    : items::AccessSource(parent)
    , m_policies(policies())
{
    addOffers();
    addReviews();
    addMine();
    addAgreements();
}

QUuid SampleAccess::portIdOf(const QString &port)
{
    return QUuid::createUuidV5(space, port);
}

void SampleAccess::addOffer(const QString &port, const QString &type, const QString &product,
                            const QList<domain::Role> &roles,
                            const QList<policy::FieldFacts> &fields, const domain::Terms &terms)
{
    const auto contract = u"contract-"_s + port;
    items::AccessOffer offer{.port = port,
                             .portId = portIdOf(port),
                             .label = port,
                             .type = type,
                             .product = product,
                             .productId = portIdOf(product),
                             .productLabel = product,
                             .account = space,
                             .accountName = u"files: mesh"_s,
                             .roles = roles,
                             .terms = terms,
                             .contract = contract,
                             .contractVersion = u"2.1.0"_s,
                             .termsSha256 = domain::sha256Of(terms),
                             .owners = {maya().email}};
    offer.productFacts =
        policy::ProductFacts{.id = product, .name = product, .status = u"active"_s};
    offer.facts = policy::PortFacts{.id = port, .name = port};
    offer.facts->contract =
        policy::ContractFacts{.id = contract, .fields = fields, .termsSha256 = offer.termsSha256};
    m_offers.append(offer);
}

void SampleAccess::addOffers()
{
    const auto me = maya().email;
    addOffer(u"order_events.v3"_s, u"stream"_s, u"Order events"_s,
             {{u"order_reader"_s, u"Reads orders without persons"_s, u"read"_s, me, {}},
              {u"order_pii_reader"_s, u"Reads everything"_s, u"read"_s, me,
               u"amara.osei@example.com"_s}},
             {{u"orders"_s, u"order_id"_s, {}, true},
              {u"orders"_s, u"customer_id"_s, u"confidential"_s, true},
              {u"orders"_s, u"ship_to.postal_code"_s, u"confidential"_s, true},
              {u"orders"_s, u"total"_s, u"internal"_s, true}},
             {.limitations = u"No decision about a single person may rest on these data."_s,
              .usage = u"Join with other data only through customer_id."_s});
    addOffer(u"returns.returns_daily"_s, u"sql"_s, u"Returns and refunds"_s,
             {{u"returns_reader"_s, {}, u"read"_s, ines().email, {}}},
             {{u"returns"_s, u"day"_s, {}, true}, {u"returns"_s, u"count"_s, u"internal"_s, true}},
             {});
    addOffer(u"customer.customers"_s, u"sql"_s, u"Customer 360"_s,
             {{u"customer_pii_reader"_s,
               {},
               u"read"_s,
               u"jonas.baptiste@example.com"_s,
               u"amara.osei@example.com"_s}},
             {{u"customers"_s, u"id"_s, u"confidential"_s, true},
              {u"customers"_s, u"segment"_s, u"internal"_s, true},
              {u"customers"_s, u"country"_s, u"internal"_s, true},
              {u"customers"_s, u"birth_date"_s, u"restricted"_s, true},
              {u"customers"_s, u"household_income"_s, u"restricted"_s, true}},
             {.usage = u"Results are shared as groups of 50 or more."_s});
    addOffer(u"payment_events.v2"_s, u"stream"_s, u"Payments"_s,
             {{u"payment_reader"_s, {}, u"read"_s, me, {}}}, {}, {});
    m_offers.last().facts->contract->fields.reset();
    addOffer(u"stock.levels"_s, u"rest"_s, u"Stock"_s, {}, {{{}, u"sku"_s, {}, true}}, {});
    m_offers.last().owners = {ines().email};
    addOffer(u"web.clicks"_s, u"file"_s, u"Web shop"_s, {}, {}, {});
    m_offers.last().account = {};
    m_offers.last().accountName.clear();
}

domain::Operation SampleAccess::operation(const QUuid &request, OperationState state)
{
    domain::Operation one{.id = m_nextOperation++,
                          .key = QUuid::createUuidV5(space, u"op%1"_s.arg(m_nextOperation)),
                          .account = space,
                          .objectId = request.toString(QUuid::WithoutBraces),
                          .kind = domain::createRequestKind(),
                          .created = at,
                          .state = state};
    m_operations.insert(one.id, {});
    return one;
}

AccessCase &SampleAccess::add(const QString &consumer, const domain::Actor &asker,
                              const QList<Port> &ports, const QString &purpose, const QString &why,
                              int hours, int days)
{
    AccessCase one{.account = space, .accountName = u"files: mesh"_s, .isShared = true};
    auto &request = one.request;
    request.id = QUuid::createUuidV5(space, u"request%1"_s.arg(++m_made));
    request.consumer = {domain::EntityKind::Team, consumer.toLower().replace(u' ', u'-'), consumer};
    request.purpose = purpose;
    request.justification = why;
    request.created = at.addSecs(-qint64(hours) * 3600);
    request.from = request.created.date();
    request.to = request.from.addDays(days - 1);
    request.asker = asker;
    one.place = u"access/requests/%1.yaml"_s.arg(request.id.toString(QUuid::WithoutBraces));
    for (const auto &port : ports) {
        domain::AccessItem item{.id = domain::itemIdOf(request.id, port.id),
                                .port = port.id,
                                .account = one.accountName,
                                .role = port.role,
                                .state = ItemState::Submitted};
        for (const auto &offer : std::as_const(m_offers)) {
            if (offer.port != port.id)
                continue;
            item.product = offer.product;
            const domain::Role *role = nullptr;
            for (const auto &each : offer.roles)
                role = each.role == port.role ? &each : role;
            item.steps = domain::approvalFor(role, offer.owners).steps;
            if (!offer.termsSha256.isEmpty())
                request.terms.append({offer.contract, offer.contractVersion, offer.termsSha256});
        }
        request.items.append(item);
    }
    m_cases.append(one);
    judgeCase(m_cases.last());
    fold(m_cases.last());
    return m_cases.last();
}

void SampleAccess::judgeCase(AccessCase &one)
{
    const auto facts = items::factsOf(one.request, m_offers, one.request.created.date());
    one.request.verdicts = policy::judgeRequest(m_policies, facts);
}

void SampleAccess::fold(AccessCase &one)
{
    one.outcome = domain::outcomeOf(one.request, m_decisions.value(one.request.id),
                                    {.ownRequests = m_policies.ownRequests});
}

void SampleAccess::say(AccessCase &one, DecisionKind kind, const domain::Actor &by,
                       const QString &reason, int minutes, int port)
{
    m_decisions[one.request.id].append(
        {.id = QUuid::createUuidV5(space, u"decision%1"_s.arg(++m_made)),
         .item = one.request.items.at(port).id,
         .kind = kind,
         .by = by,
         .at = one.request.created.addSecs(qint64(minutes) * 60),
         .reason = reason});
    fold(one);
}

void SampleAccess::send()
{
    for (auto &one : m_cases) {
        for (auto &item : one.request.items)
            item.state = item.state == ItemState::Queued ? ItemState::Submitted : item.state;
        one.waiting.removeIf([](const auto &each) { return each.state == OperationState::Ready; });
        one.isShared = one.waiting.isEmpty();
        fold(one);
    }
    Q_EMIT changed();
}

AccessCase *SampleAccess::caseOf(const QUuid &request)
{
    for (auto &one : m_cases) {
        if (one.request.id == request)
            return &one;
    }
    return nullptr;
}

AccessCase &SampleAccess::of(const QString &consumer)
{
    for (auto &one : m_cases) {
        if (one.request.consumer.name == consumer)
            return one;
    }
    qFatal("no such consumer");
}

QFuture<Result<items::AccessBoard>> SampleAccess::board()
{
    ++boards;
    if (problem)
        return answer<items::AccessBoard>(tl::unexpected(*problem));
    items::AccessBoard board{.today = at.date(), .me = {maya()}, .policies = m_policies};
    for (const auto &account : {space, QUuid::createUuidV5(space, u"hub"_s)})
        board.policiesOf.insert(account, m_policies);
    board.readings = readings;
    board.judges = judges;
    if (!isEmpty)
        board.cases = m_cases;
    std::stable_sort(board.cases.begin(), board.cases.end(),
                     [](const AccessCase &left, const AccessCase &right) {
                         return left.request.created > right.request.created;
                     });
    for (const auto &offer : std::as_const(m_offers)) {
        board.names.insert(offer.port, {offer.label, offer.portId});
        board.names.insert(offer.product, {offer.productLabel, offer.productId});
    }
    for (auto it = consumers.cbegin(); it != consumers.cend(); ++it)
        board.names.insert(it.key(), {it.key(), it.value()});
    return answer<items::AccessBoard>(board);
}

QFuture<Result<QList<domain::Consumer>>> SampleAccess::knownConsumers()
{
    return answer<QList<domain::Consumer>>(known);
}

QFuture<Result<items::Dependants>> SampleAccess::dependants(const QList<QUuid> &things)
{
    followed.append(things);
    if (problem)
        return answer<items::Dependants>(tl::unexpected(*problem));
    items::Dependants found;
    for (const auto &thing : things)
        found.insert(thing, depends.value(thing));
    return answer<items::Dependants>(found);
}

QFuture<Result<QList<domain::PolicyVerdict>>> SampleAccess::judge(const domain::AccessRequest &)
{
    return answer<QList<domain::PolicyVerdict>>(judged);
}

QFuture<Result<items::FieldFlows>> SampleAccess::flows(const QHash<QUuid, QStringList> &fields)
{
    flowed.append(fields);
    return problem ? answer<items::FieldFlows>(tl::unexpected(*problem))
                   : answer<items::FieldFlows>(flow);
}

QFuture<Result<QList<items::AccessOffer>>> SampleAccess::offers(const QList<QUuid> &ids)
{
    if (problem)
        return answer<QList<items::AccessOffer>>(tl::unexpected(*problem));
    QList<items::AccessOffer> found;
    for (const auto &id : ids) {
        for (const auto &offer : std::as_const(m_offers)) {
            if ((offer.portId == id || offer.productId == id) && !found.contains(offer))
                found.append(offer);
        }
    }
    for (auto &offer : found) {
        if (offer.account.isNull())
            offer.page = page;
        if (!elsewhere.contains(offer.port))
            continue;
        offer.account = QUuid::createUuidV5(space, u"hub"_s);
        offer.accountName = u"hub"_s;
    }
    return answer<QList<items::AccessOffer>>(found);
}

QFuture<Result<domain::AccessRequest>> SampleAccess::ask(const domain::AccessRequest &request,
                                                         bool isDraft)
{
    if (problem)
        return answer<domain::AccessRequest>(tl::unexpected(*problem));
    if (isHubClosed && request.items.first().account == u"hub"_s)
        return answer<domain::AccessRequest>(
            tl::unexpected(Error{Error::Kind::Forbidden, u"nobody knows who acts there"_s}));
    AccessCase one{.request = request, .account = space, .accountName = u"files: mesh"_s};
    one.request.id = QUuid::createUuidV5(space, u"request%1"_s.arg(++m_made));
    one.request.asker = maya();
    one.request.created = at;
    for (auto &item : one.request.items) {
        item.id = domain::itemIdOf(one.request.id, item.port);
        item.state = isDraft ? ItemState::Draft : ItemState::Queued;
        for (const auto &offer : std::as_const(m_offers)) {
            if (offer.port != item.port)
                continue;
            const domain::Role *role = nullptr;
            for (const auto &each : offer.roles)
                role = each.role == item.role ? &each : role;
            item.steps = domain::approvalFor(role, offer.owners).steps;
        }
    }
    one.waiting = {
        operation(one.request.id, isDraft ? OperationState::Staged : OperationState::Ready)};
    fold(one);
    m_cases.append(one);
    asked.append(one.request);
    Q_EMIT changed();
    return answer<domain::AccessRequest>(one.request);
}

QFuture<Result<QList<domain::AccessRequest>>>
SampleAccess::askAll(const QList<domain::AccessRequest> &requests, bool isDraft,
                     const QList<qint64> &replaced)
{
    using Requests = QList<domain::AccessRequest>;
    if (problem)
        return answer<Requests>(tl::unexpected(*problem));
    const bool isRefused = std::any_of(requests.begin(), requests.end(), [](const auto &one) {
        return one.items.first().account == u"hub"_s;
    });
    if (isHubClosed && isRefused)
        return answer<Requests>(
            tl::unexpected(Error{Error::Kind::Forbidden, u"nobody knows who acts there"_s}));
    Requests made;
    replacedBy.append(replaced);
    for (const auto &one : requests)
        made.append(*ask(one, isDraft).takeResult());
    if (!replaced.isEmpty())
        undo(replaced);
    return answer<Requests>(made);
}

QFuture<Result<void>> SampleAccess::decide(const QList<AccessDecision> &decisions)
{
    if (problem)
        return done(tl::unexpected(*problem));
    decided.append(decisions);
    for (auto decision : decisions) {
        for (auto &one : m_cases) {
            if (std::none_of(one.request.items.begin(), one.request.items.end(),
                             [&](const auto &item) { return item.id == decision.item; }))
                continue;
            decision.by = maya();
            decision.at = at;
            auto made = operation(one.request.id, OperationState::Ready);
            made.kind = domain::decideRequestKind();
            m_operations.insert(made.id, decision.id);
            one.waiting.append(made);
            m_decisions[one.request.id].append(decision);
            fold(one);
        }
    }
    Q_EMIT changed();
    return done();
}

QFuture<Result<int>> SampleAccess::undo(const QList<qint64> &operations)
{
    if (problem)
        return QtFuture::makeReadyFuture(Result<int>(tl::unexpected(*problem)));
    undone.append(operations);
    int stay = 0;
    for (const auto id : operations) {
        if (onTheirWay.contains(id)) {
            ++stay;
            continue;
        }
        const auto decision = m_operations.value(id);
        for (qsizetype i = m_cases.size() - 1; i >= 0; --i) {
            auto &one = m_cases[i];
            if (one.waiting.removeIf([id](const auto &each) { return each.id == id; }) == 0)
                continue;
            if (decision.isNull()) {
                m_cases.removeAt(i);
                continue;
            }
            m_decisions[one.request.id].removeIf(
                [&](const auto &each) { return each.id == decision; });
            fold(one);
        }
    }
    Q_EMIT changed();
    return QtFuture::makeReadyFuture(Result<int>(stay));
}

QFuture<Result<void>> SampleAccess::tryAgain(const QList<domain::Operation> &operations)
{
    if (problem)
        return done(tl::unexpected(*problem));
    triedAgain.append(operations);
    for (auto &one : m_cases) {
        for (auto &waiting : one.waiting) {
            if (operations.contains(waiting))
                waiting.state = OperationState::Ready;
        }
    }
    Q_EMIT changed();
    return done();
}

void SampleAccess::refuse(AccessCase &one, const QString &reason)
{
    auto &operation = one.waiting.first();
    operation.state = OperationState::Rejected;
    operation.errorText = reason;
    // A decision that was refused counts for nothing.
    const auto decision = m_operations.value(operation.id);
    m_decisions[one.request.id].removeIf([&](const auto &each) { return each.id == decision; });
    fold(one);
    Q_EMIT changed();
}

} // namespace portolan::tests
