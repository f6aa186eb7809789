// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/accountsearch.h"

#include "models/base/async.h"
#include "models/platforms/cutsearch.h"

#include <QElapsedTimer>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

// They wait for the network most of the time: as many at once as anybody has accounts.
constexpr int mostAtOnce = 16;

SearchedAccount searchedOf(const store::Account &account)
{
    return {account.id, account.name, account.platform};
}

} // namespace

AccountSearch::AccountSearch(store::Store &store, Engine &engine, const Limits &limits,
                             QObject *parent)
    : PlatformSearch(parent)
    , m_store(store)
    , m_engine(engine)
    , m_limits(limits)
{
    m_pool.setMaxThreadCount(mostAtOnce);
    connect(&store.changes(), &store::Changes::accountsChanged, this, &AccountSearch::readAccounts);
    readAccounts();
}

AccountSearch::AccountSearch(store::Store &store, Engine &engine, QObject *parent)
    : AccountSearch(store, engine, Limits(), parent)
{
}

AccountSearch::~AccountSearch()
{
    cancel();
    m_pool.waitForDone();
}

void AccountSearch::readAccounts()
{
    onFinished(m_store.accounts().accounts(), this,
               [this, reading = ++m_reading](const Result<QList<store::Account>> &all) {
                   if (!all || reading != m_reading)
                       return;
                   QList<SearchedAccount> accounts;
                   for (const auto &account : *all) {
                       if (m_engine.searches(account))
                           accounts.append(searchedOf(account));
                   }
                   if (std::exchange(m_accounts, accounts) != accounts)
                       Q_EMIT accountsChanged();
               });
}

quint64 AccountSearch::ask(const QString &query, const QStringList &names)
{
    cancel();
    m_isOver = std::make_shared<std::atomic<bool>>(false);
    const auto question = m_question;
    const auto words = askedWords(query);
    onFinished(m_store.accounts().accounts(), this,
               [this, question, words, names](const Result<QList<store::Account>> &all) {
                   if (question != m_question)
                       return;
                   if (!all)
                       Q_EMIT failed(question, all.error());
                   else
                       begin(question, words, names, *all);
               });
    return question;
}

void AccountSearch::cancel()
{
    ++m_question;
    m_awaited = 0;
    if (m_isOver)
        *m_isOver = true;
}

void AccountSearch::begin(quint64 question, const QString &words, const QStringList &names,
                          const QList<store::Account> &all)
{
    for (const auto &name : names) {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const auto &account) { return account.name == name; });
        if (found == all.end()) {
            Q_EMIT failed(question,
                          {Error::Kind::NotFound,
                           u"no account is called \"%1\"; `accounts list` names them"_s.arg(name)});
            return;
        }
        if (!m_engine.searches(*found)) {
            Q_EMIT failed(question,
                          {Error::Kind::Usage,
                           u"account \"%1\" cannot be searched on its platform"_s.arg(name)});
            return;
        }
    }
    QList<store::Account> chosen;
    QList<SearchedAccount> told;
    for (const auto &account : all) {
        if (m_engine.searches(account) && (names.isEmpty() || names.contains(account.name))) {
            chosen.append(account);
            told.append(searchedOf(account));
        }
    }
    m_awaited = chosen.size();
    Q_EMIT asked(question, told);
    // Who hears of it may have asked something else.
    if (question != m_question)
        return;
    if (chosen.isEmpty())
        Q_EMIT finished(question);
    for (const auto &account : std::as_const(chosen)) {
        if (question == m_question)
            start(question, words, account);
    }
}

void AccountSearch::start(quint64 question, const QString &words, const store::Account &account)
{
    if (const auto alone = m_engine.takeRenewals(account); !alone) {
        PlatformAnswer answer{.question = question, .account = searchedOf(account)};
        answer.things = tl::unexpected(alone.error());
        return take(answer);
    }
    auto future = QtConcurrent::run(&m_pool, [this, account, words, isOver = m_isOver] {
        return search(account, words, isOver);
    });
    onFinished(std::move(future), this, [this, question](PlatformAnswer answer) {
        answer.question = question;
        take(answer);
    });
}

void AccountSearch::take(const PlatformAnswer &answer)
{
    if (answer.question != m_question)
        return;
    Q_EMIT answered(answer);
    if (answer.question == m_question && --m_awaited == 0)
        Q_EMIT finished(answer.question);
}

//! In the pool.
PlatformAnswer AccountSearch::search(const store::Account &account, const QString &words,
                                     const IsOver &isOver) const
{
    QElapsedTimer time;
    time.start();
    const auto patience = m_limits.patienceMs;
    const auto isEnough = [isOver, time, patience] { return *isOver || time.hasExpired(patience); };
    PlatformAnswer answer{.account = searchedOf(account)};
    const auto search = m_engine.openSearch(account, isEnough);
    auto hits = search ? (*search)->search(words, m_limits.hits)
                       : Result<QList<platforms::RemoteHit>>(tl::unexpected(search.error()));
    if (!hits && hits.error().kind == Error::Kind::Cancelled && !*isOver)
        hits = failure(
            Error::Kind::Unavailable,
            u"“%1” did not answer within %2 seconds"_s.arg(account.name).arg(patience / 1000));
    if (hits) {
        const auto *cut = dynamic_cast<const platforms::CutSearch *>(search->get());
        answer.isFull = hits->size() >= m_limits.hits || (cut != nullptr && cut->wasCut());
        answer.things = placed(account, *hits);
    } else {
        answer.things = tl::unexpected(hits.error());
    }
    answer.elapsedMs = time.elapsed();
    return answer;
}

//! \a hits with what is in the cache told apart. In the pool.
Result<QList<FoundThing>> AccountSearch::placed(const store::Account &account,
                                                const QList<platforms::RemoteHit> &hits) const
{
    QStringList names;
    for (const auto &hit : hits)
        names.append(hit.nativeId);
    const auto known = m_store.known(account.id, names).takeResult();
    const auto pulls = m_store.pullStates().takeResult();
    if (!known || !pulls)
        return tl::unexpected(known ? pulls.error() : known.error());
    const bool isSynced = std::any_of(pulls->begin(), pulls->end(), [&](const auto &pull) {
        return pull.account == account.id && pull.lastSync.isValid();
    });
    QList<FoundThing> things;
    for (const auto &hit : hits) {
        FoundThing thing{.nativeId = hit.nativeId,
                         .kind = hit.kind,
                         .type = hit.type,
                         .name = hit.name,
                         .snippet = hit.snippet,
                         .place = hit.place,
                         .page = hit.page,
                         .cached = known->value(hit.nativeId)};
        if (thing.cached.isNull())
            thing.absence = !hit.isKept ? Absence::NotKept
                : isSynced              ? Absence::NotSynced
                                        : Absence::NeverSynced;
        things.append(std::move(thing));
    }
    return things;
}

} // namespace portolan::sync
