// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storeaccesssource.h"

#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/items/accessacts.h"
#include "models/items/accessoffers.h"
#include "models/policy/judge.h"
#include "models/policy/question.h"

#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::Operation;
using domain::OperationState;

// A board, and a form that is filled in meanwhile.
constexpr int answersAtOnce = 2;
// Consumers that a form offers, of each kind, and how many are read in one step.
constexpr qsizetype consumersMost = 10'000;
constexpr int consumersAtOnce = 1000;

//! The operation that holds the draft of \a request back.
const Operation *draftOf(const QList<Operation> &operations, const QUuid &request)
{
    for (const auto &one : operations) {
        if (one.kind == domain::createRequestKind() && one.state == OperationState::Staged
            && QUuid(one.objectId) == request)
            return &one;
    }
    return nullptr;
}

bool isToldByItsId(const domain::Consumer &consumer)
{
    const auto &[kind, id, name] = consumer;
    return !id.isEmpty() && (name.isEmpty() || name == id || id.endsWith(QString(u':' + name)));
}

} // namespace

StoreAccessSource::StoreAccessSource(store::Store &source, const sync::Engine &engine,
                                     const Clock &clock, QObject *parent)
    : AccessSource(parent)
    , m_store(source)
    , m_facts(source, engine, clock)
    , m_clock(clock)
    , m_commands(source.operations(), clock)
{
    m_pool.setMaxThreadCount(answersAtOnce);
    m_judging.setMaxThreadCount(1);
    m_following.setMaxThreadCount(1);
    const auto &changes = source.changes();
    connect(&changes, &store::Changes::accessChanged, this, &AccessSource::changed);
    connect(&changes, &store::Changes::ownWorkChanged, this, &AccessSource::changed);
    connect(&changes, &store::Changes::accountsChanged, this, &AccessSource::changed);
    connect(&changes, &store::Changes::entitiesChanged, this, [this] {
        ++m_catalogue;
        Q_EMIT changed();
    });
}

StoreAccessSource::~StoreAccessSource()
{
    // What was not begun is asked for by nobody any more, and who does not answer is not waited
    // for.
    m_isOver = true;
    m_pool.clear();
    m_judging.clear();
    m_following.clear();
}

Result<void> StoreAccessSource::addNames(AccessBoard &board)
{
    QSet<QString> wanted;
    QSet<QUuid> ids;
    for (const auto &one : board.cases) {
        QStringList named;
        for (const auto &item : one.request.items)
            named += {item.port, item.product};
        // Whether it reads a port already is asked of the lineage.
        if (const auto &consumer = one.request.consumer;
            consumer.kind == domain::EntityKind::Product && !consumer.id.isEmpty())
            named += consumer.id;
        for (const auto &nativeId : std::as_const(named)) {
            wanted.insert(nativeId);
            ids.insert(entityId(one.account, nativeId));
        }
    }
    const auto entities = m_store.entities(ids.values()).takeResult();
    if (!entities)
        return tl::unexpected(entities.error());
    for (const auto &entity : *entities) {
        for (const auto &alias : entity.aliases) {
            if (wanted.remove(alias.nativeId))
                board.names.insert(alias.nativeId, {.label = entity.label(), .id = entity.id});
        }
    }
    if (const auto named = nameConsumers(board); !named)
        return named;
    return addNamesElsewhere(board, wanted.values());
}

//! Platforms that ask for an id alone tell no name of who will use it: the catalogue has it.
Result<void> StoreAccessSource::nameConsumers(AccessBoard &board)
{
    QSet<QUuid> ids;
    const auto each = [&board](const auto &run) {
        for (auto &one : board.cases) {
            run(one.account, one.request.consumer);
            for (auto &item : one.outcome.items) {
                if (item.agreement)
                    run(one.account, item.agreement->consumer);
            }
        }
    };
    each([&ids](const QUuid &account, const domain::Consumer &consumer) {
        if (isToldByItsId(consumer))
            ids.insert(entityId(account, consumer.id));
    });
    const auto entities = m_store.entities(ids.values()).takeResult();
    if (!entities)
        return tl::unexpected(entities.error());
    QHash<QUuid, QString> labels;
    for (const auto &entity : *entities) {
        for (const auto &alias : entity.aliases)
            labels.insert(entityId(alias.account, alias.nativeId), entity.label());
    }
    each([&labels](const QUuid &account, domain::Consumer &consumer) {
        if (isToldByItsId(consumer))
            consumer.name = labels.value(entityId(account, consumer.id), consumer.name);
    });
    return {};
}

//! What was asked for where another account knows it (ruling 23) is called what it is there, by the
//! first account that has the name.
Result<void> StoreAccessSource::addNamesElsewhere(AccessBoard &board, const QStringList &nativeIds)
{
    for (const auto &nativeId : nativeIds)
        board.names.insert(nativeId, {.label = nativeId});
    if (nativeIds.isEmpty())
        return {};
    const auto accounts = m_store.accounts().accounts().takeResult();
    if (!accounts)
        return tl::unexpected(accounts.error());
    QHash<QString, QUuid> found;
    for (auto it = accounts->crbegin(); it != accounts->crend(); ++it) {
        const auto known = m_store.known(it->id, nativeIds).takeResult();
        if (!known)
            return tl::unexpected(known.error());
        found.insert(*known); // over those of accounts behind it
    }
    const auto entities = m_store.entities(found.values()).takeResult();
    if (!entities)
        return tl::unexpected(entities.error());
    for (const auto &entity : *entities) {
        for (const auto &alias : entity.aliases) {
            if (found.value(alias.nativeId) == entity.id)
                board.names.insert(alias.nativeId, {.label = entity.label(), .id = entity.id});
        }
    }
    return {};
}

QFuture<Result<AccessBoard>> StoreAccessSource::board()
{
    return QtConcurrent::run(&m_pool, [this]() -> Result<AccessBoard> {
        auto known = m_facts.read();
        if (!known)
            return tl::unexpected(known.error());
        if (const auto named = addNames(known->board); !named)
            return tl::unexpected(named.error());
        return std::move(known->board);
    });
}

QFuture<Result<QList<AccessOffer>>> StoreAccessSource::offers(const QList<QUuid> &ids)
{
    return QtConcurrent::run(&m_pool, [this, ids]() -> Result<QList<AccessOffer>> {
        const auto places = m_facts.places();
        return places ? readOffers(m_store, ids, *places) : tl::unexpected(places.error());
    });
}

//! In pages, so that a large catalogue does not keep the store from others.
QFuture<Result<QList<domain::Consumer>>> StoreAccessSource::knownConsumers()
{
    return QtConcurrent::run(&m_pool, [this]() -> Result<QList<domain::Consumer>> {
        QList<domain::Consumer> known;
        for (const auto kind : {domain::EntityKind::Team, domain::EntityKind::Product}) {
            QString after;
            for (qsizetype left = consumersMost; left > 0 && !m_isOver;) {
                const auto page = m_store.list(kind, after, consumersAtOnce).takeResult();
                if (!page)
                    return tl::unexpected(page.error());
                for (const auto &one : *page)
                    known.append({kind, one.nativeId, one.label()});
                if (page->size() < consumersAtOnce)
                    break;
                left -= page->size();
                after = page->last().nativeId;
            }
        }
        return known;
    });
}

Result<StoreAccessSource::Prepared>
StoreAccessSource::prepare(const domain::AccessRequest &request,
                           const AccessFacts::Known &known) const
{
    auto offers = m_facts.offersFor(request, known.input.places);
    if (!offers)
        return tl::unexpected(offers.error());
    const auto *first = offerFor(*offers, request.items.value(0).port);
    const auto policies =
        first == nullptr ? domain::PolicySet() : policiesOf(known.input.books, first->account);
    auto ready = readyRequest(request, *offers, known.input.places, policies, m_clock.now());
    if (!ready)
        return tl::unexpected(ready.error());
    return Prepared{.ready = std::move(*ready), .offers = std::move(*offers)};
}

Result<ReadyRequest> StoreAccessSource::prepareToStore(domain::AccessRequest request, bool isDraft,
                                                       const AccessFacts::Known &known,
                                                       const QList<qint64> &replaced) const
{
    const auto id = renewalId(known.board, request, replaced);
    if (!id)
        return tl::unexpected(id.error());
    request.id = *id;
    auto prepared = prepare(request, known);
    if (!prepared)
        return tl::unexpected(prepared.error());
    auto &ready = prepared->ready;
    auto remote = request.verdicts;
    remote.removeIf([](const auto &one) { return !policy::isRemote(one); });
    ready.request.verdicts += remote.isEmpty() ? policy::notAskedYet(known.board.judges) : remote;
    const auto worst = policy::worstOf(ready.request.verdicts);
    if (!isDraft && worst == domain::PolicyResult::Fail
        && ready.request.exception.trimmed().isEmpty())
        return failure(
            Error::Kind::BadInput,
            u"a policy says no: give the reason for an exception, or keep it as a draft"_s);
    if (caseOf(known.board, ready.request.id) != nullptr
        && draftOf(known.input.operations, ready.request.id) == nullptr)
        return failure(Error::Kind::Usage, u"the request was sent already"_s);
    return std::move(ready);
}

//! A draft goes in the step in which what became of it is stored: it is never lost, and where it
//! was let go meanwhile it is not asked for twice.
Result<QList<domain::AccessRequest>>
StoreAccessSource::put(const QList<domain::AccessRequest> &requests, bool isDraft,
                       QList<qint64> replaced)
{
    const auto known = m_facts.read();
    if (!known)
        return tl::unexpected(known.error());
    QList<domain::AccessRequest> asked;
    QList<sync::Action> actions;
    for (const auto &request : requests) {
        auto ready = prepareToStore(request, isDraft, *known, replaced);
        if (!ready)
            return tl::unexpected(ready.error());
        const auto *draft = draftOf(known->input.operations, ready->request.id);
        if (draft != nullptr && !replaced.contains(draft->id))
            replaced.append(draft->id);
        actions.append({.account = ready->account,
                        .objectId = idText(ready->request.id),
                        .kind = domain::createRequestKind(),
                        .payload = domain::toJson(ready->request),
                        .held = isDraft});
        for (auto &item : ready->request.items)
            item.state = isDraft ? domain::ItemState::Draft : domain::ItemState::Queued;
        asked.append(std::move(ready->request));
    }
    const auto stored = m_commands.perform(actions, replaced).takeResult();
    if (stored)
        return asked;
    const auto kind = stored.error().kind;
    if (!replaced.isEmpty() && (kind == Error::Kind::NotFound || kind == Error::Kind::Usage))
        return failure(Error::Kind::Forbidden,
                       u"the draft was sent or taken back meanwhile: look at your requests"_s);
    return tl::unexpected(stored.error());
}

QFuture<Result<domain::AccessRequest>> StoreAccessSource::ask(const domain::AccessRequest &request,
                                                              bool isDraft)
{
    return QtConcurrent::run(&m_pool, [this, request, isDraft]() -> Result<domain::AccessRequest> {
        const auto asked = put({request}, isDraft, {});
        return asked ? Result<domain::AccessRequest>(asked->first())
                     : tl::unexpected(asked.error());
    });
}

QFuture<Result<QList<domain::AccessRequest>>>
StoreAccessSource::askAll(const QList<domain::AccessRequest> &requests, bool isDraft,
                          const QList<qint64> &replaced)
{
    return QtConcurrent::run(
        &m_pool, [this, requests, isDraft, replaced] { return put(requests, isDraft, replaced); });
}

QFuture<Result<domain::AccessRequest>>
StoreAccessSource::check(const domain::AccessRequest &request)
{
    return QtConcurrent::run(&m_pool, [this, request]() -> Result<domain::AccessRequest> {
        const auto known = m_facts.read();
        if (!known)
            return tl::unexpected(known.error());
        auto prepared = prepare(request, *known);
        if (!prepared)
            return tl::unexpected(prepared.error());
        auto &whole = prepared->ready.request;
        whole.verdicts += m_facts.judgedElsewhere(whole, prepared->offers, *known,
                                                  [this] { return m_isOver.load(); });
        return std::move(whole);
    });
}

QFuture<Result<QList<domain::PolicyVerdict>>>
StoreAccessSource::judge(const domain::AccessRequest &request)
{
    return QtConcurrent::run(&m_judging, [this, request]() -> Result<QList<domain::PolicyVerdict>> {
        const auto known = m_facts.read();
        if (!known)
            return tl::unexpected(known.error());
        const auto offers = m_facts.offersFor(request, known->input.places);
        if (!offers)
            return tl::unexpected(offers.error());
        return m_facts.judgedElsewhere(request, *offers, *known,
                                       [this] { return m_isOver.load(); });
    });
}

Result<int> StoreAccessSource::takeBack(const QList<qint64> &operations)
{
    const auto all = m_commands.operations().takeResult();
    if (!all)
        return tl::unexpected(all.error());
    QSet<qint64> refused;
    for (const auto &one : *all) {
        if (one.state == OperationState::Rejected || one.state == OperationState::Conflict)
            refused.insert(one.id);
    }
    auto ids = operations;
    std::sort(ids.begin(), ids.end(), std::greater());
    int stay = 0;
    for (const auto id : std::as_const(ids)) {
        const auto gone =
            (refused.contains(id) ? m_commands.discard(id) : m_commands.undo(id)).takeResult();
        if (!gone && gone.error().kind != Error::Kind::Usage)
            return tl::unexpected(gone.error());
        stay += gone ? 0 : 1;
    }
    return stay;
}

QFuture<Result<int>> StoreAccessSource::undo(const QList<qint64> &operations)
{
    return QtConcurrent::run(&m_pool, [this, operations] { return takeBack(operations); });
}

QFuture<Result<void>> StoreAccessSource::tryAgain(const QList<Operation> &operations)
{
    return QtConcurrent::run(&m_pool, [this, operations]() -> Result<void> {
        for (const auto &operation : operations) {
            if (const auto done = m_commands.retry(operation).takeResult(); !done)
                return tl::unexpected(done.error());
        }
        return {};
    });
}

} // namespace portolan::items
