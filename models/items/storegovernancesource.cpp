// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/storegovernancesource.h"

#include "models/items/accessfacts.h"
#include "models/items/accessoffers.h"
#include "models/items/policydesk.h"
#include "models/policy/judge.h"
#include "models/policy/question.h"
#include "models/policy/recordfacts.h"

#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

//! The policies of the first account of \a page that has some, else of any account.
domain::PolicySet policiesFor(const domain::Page &page, const QList<store::AccountAccess> &books)
{
    for (const auto &alias : page.entity.aliases) {
        const auto own = policiesOf(books, alias.account);
        if (!own.rules.isEmpty())
            return own;
    }
    for (const auto &book : books) {
        if (!book.book.policies.rules.isEmpty())
            return book.book.policies;
    }
    return {};
}

} // namespace

StoreGovernanceSource::StoreGovernanceSource(store::Store &source, const sync::Engine &engine,
                                             const Clock &clock, QObject *parent)
    : GovernanceSource(parent)
    , m_store(source)
    , m_engine(engine)
    , m_clock(clock)
{
    m_pool.setMaxThreadCount(1);
    m_asking.setMaxThreadCount(1);
    const auto &changes = source.changes();
    connect(&changes, &store::Changes::accessChanged, this, &GovernanceSource::changed);
    connect(&changes, &store::Changes::accountsChanged, this, &GovernanceSource::changed);
    connect(&changes, &store::Changes::entitiesChanged, this, &GovernanceSource::changed);
}

StoreGovernanceSource::~StoreGovernanceSource()
{
    m_isOver = true; // who does not answer is not waited for
    m_pool.clear();
    m_asking.clear();
}

Result<StoreGovernanceSource::Known> StoreGovernanceSource::read(const QUuid &product)
{
    const auto page = m_store.page(product).takeResult();
    if (!page)
        return tl::unexpected(page.error());
    const auto offers = readOffers(m_store, {product}, {});
    if (!offers)
        return tl::unexpected(offers.error());
    const auto &merged = page->merged;
    Known known{.page = *page,
                .facts = {.id = page->entity.nativeId,
                          .name = merged.name,
                          .version = merged.version,
                          .status = merged.status,
                          .description = merged.description,
                          .owner = merged.ownerName.isEmpty() ? merged.ownerId : merged.ownerName,
                          .ports = QList<policy::PortFacts>()}};
    policy::addDetails(known.facts, merged);
    for (const auto &offer : *offers) {
        known.facts.ports->append(offer.facts.value_or(policy::PortFacts{.id = offer.port}));
        known.ports.insert(offer.port, offer.label);
    }
    return known;
}

Result<Governance> StoreGovernanceSource::judged(const QUuid &product)
{
    const auto known = read(product);
    if (!known)
        return tl::unexpected(known.error());
    const auto books = m_store.access().takeResult();
    if (!books)
        return tl::unexpected(books.error());
    const auto accounts = PolicyDesk(m_store, m_engine).accounts();
    if (!accounts)
        return tl::unexpected(accounts.error());
    Governance governance{.policies = policiesFor(known->page, *books), .ports = known->ports};
    governance.verdicts = policy::judgeProduct(governance.policies, known->facts);
    for (const auto &account : *accounts)
        governance.judges.append(account.name);
    return governance;
}

Result<QList<domain::PolicyVerdict>> StoreGovernanceSource::asked(const QUuid &product)
{
    const auto known = read(product);
    if (!known)
        return tl::unexpected(known.error());
    const auto accounts = PolicyDesk(m_store, m_engine).accounts();
    if (!accounts)
        return tl::unexpected(accounts.error());
    const auto states = m_store.pullStates().takeResult();
    if (!states)
        return tl::unexpected(states.error());
    const auto &native = known->page.native;
    const auto question =
        policy::questionOf(known->facts, native.isEmpty() ? QByteArray() : native.first().json);
    QList<domain::PolicyVerdict> verdicts;
    for (const auto &account : *accounts) {
        // The cursor of a pull stands for the policies as they were read last.
        QByteArray revision;
        for (const auto &state : *states) {
            if (state.account == account.id)
                revision = state.cursor;
        }
        const auto key = AnswerCache::keyOf(account.id, question, revision);
        const auto now = m_clock.monotonicMs();
        Result<domain::PolicyAnswer> answer;
        if (auto kept = m_cache.find(key, now, revision.isEmpty() ? AnswerCache::unsureMs : 0)) {
            answer = std::move(*kept);
        } else {
            answer = m_engine
                         .judge(account, {question}, sync::Engine::judgingPatienceMs,
                                [this] { return m_isOver.load(); })
                         .first();
            if (answer)
                m_cache.keep(key, *answer, now);
        }
        const auto own = verdictsOf(account.name, question, answer);
        verdicts += accounts->size() > 1 ? namedAfter(account.name, own) : own;
    }
    return policy::saidOnce(verdicts);
}

QFuture<Result<Governance>> StoreGovernanceSource::local(const QUuid &product)
{
    return QtConcurrent::run(&m_pool, [this, product] { return judged(product); });
}

QFuture<Result<QList<domain::PolicyVerdict>>> StoreGovernanceSource::remote(const QUuid &product)
{
    return QtConcurrent::run(&m_asking, [this, product] { return asked(product); });
}

} // namespace portolan::items
