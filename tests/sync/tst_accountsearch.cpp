// SPDX-License-Identifier: GPL-3.0-or-later
// Searching the platforms of all accounts at once: answers in any order, questions that are over,
// accounts that fail, are slow or cannot be searched, and what the cache knows already.
#include "models/net/curlclient.h"
#include "models/platforms/cutsearch.h"
#include "models/sync/accountsearch.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <map>
#include <memory>
#include <mutex>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using platforms::RemoteHit;
using sync::Absence;
using sync::PlatformAnswer;

namespace {

//! What the platform answers, by the name of the account; changed by the test meanwhile.
struct Script
{
    std::mutex mutex;
    QHash<QString, Result<QList<RemoteHit>>> answers;
    QStringList cut; //!< accounts whose server ended its list
    QStringList held; //!< accounts that answer only once nobody wants it any more
    QStringList asked; //!< "account: query, limit"
    QSet<QString> urls; //!< that a client was there for
    std::atomic<int> ended = 0;
    std::atomic<int> underWay = 0;
    std::atomic<int> mostUnderWay = 0;
};

class ScriptedSearch final : public platforms::RemoteSearch, public platforms::CutSearch
{
public:
    ScriptedSearch(std::shared_ptr<Script> script, QString account, std::function<bool()> isOver)
        : m_script(std::move(script))
        , m_account(std::move(account))
        , m_isOver(std::move(isOver))
    {
    }

    Result<QList<RemoteHit>> search(const QString &query, int limit) override
    {
        const int now = ++m_script->underWay;
        m_script->mostUnderWay = std::max(m_script->mostUnderWay.load(), now);
        bool isHeld = false;
        const auto answer = [&] {
            const std::lock_guard lock(m_script->mutex);
            m_script->asked.append(u"%1: %2, %3"_s.arg(m_account, query).arg(limit));
            isHeld = m_script->held.contains(m_account);
            return m_script->answers.value(m_account, QList<RemoteHit>());
        }();
        while (isHeld && !m_isOver())
            QThread::msleep(1);
        --m_script->underWay;
        ++m_script->ended;
        if (isHeld)
            return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
        return answer;
    }

    bool wasCut() const override
    {
        const std::lock_guard lock(m_script->mutex);
        return m_script->cut.contains(m_account);
    }

private:
    std::shared_ptr<Script> m_script;
    QString m_account;
    std::function<bool()> m_isOver;
};

class SearchPlatform final : public platforms::Platform
{
public:
    SearchPlatform(std::shared_ptr<Script> script, bool canSearch)
        : m_script(std::move(script))
        , m_canSearch(canSearch)
    {
    }

    QString name() const override { return m_canSearch ? u"searchable"_s : u"silent"_s; }

    platforms::Capabilities capabilities() const override
    {
        return m_canSearch ? platforms::Capability::RemoteSearch : platforms::Capability::Catalogue;
    }

    Result<QString> check(const platforms::AccountSettings &,
                          const platforms::Services &) const override
    {
        return QString();
    }

    Result<std::unique_ptr<platforms::Session>> open(const platforms::AccountSettings &,
                                                     const platforms::Services &) const override
    {
        return failure(Error::Kind::Usage, u"nobody pulls here"_s);
    }

    Result<std::unique_ptr<platforms::RemoteSearch>>
    openSearch(const platforms::AccountSettings &settings, const platforms::Services &services,
               const std::function<bool()> &isOver) const override
    {
        const std::lock_guard lock(m_script->mutex);
        if (services.http)
            m_script->urls.insert(settings.url.toString());
        return std::make_unique<ScriptedSearch>(m_script, settings.name, isOver);
    }

private:
    std::shared_ptr<Script> m_script;
    bool m_canSearch;
};

RemoteHit hit(const QString &nativeId, bool isKept = true)
{
    return {.nativeId = nativeId,
            .kind = domain::EntityKind::Asset,
            .type = u"table"_s,
            .name = nativeId.toUpper(),
            .snippet = u"about "_s + nativeId,
            .place = u"sales"_s,
            .page = u"https://corp.example/"_s + nativeId,
            .isKept = isKept};
}

domain::Record asset(const QString &nativeId)
{
    domain::Record record;
    record.kind = domain::EntityKind::Asset;
    record.nativeId = nativeId;
    record.name = nativeId;
    return record;
}

//! A profile with three accounts, one of which cannot be searched.
struct Mesh
{
    QTemporaryDir dir;
    SystemClock clock;
    std::unique_ptr<store::Store> store;
    std::shared_ptr<Script> script = std::make_shared<Script>();
    std::unique_ptr<net::CurlClient> http = std::make_unique<net::CurlClient>(clock);
    std::unique_ptr<sync::Engine> engine;
    QHash<QString, QUuid> ids;

    Mesh()
    {
        store = std::move(*store::Store::open(*store::Profile::open(dir.path()), clock));
        add(u"first"_s, u"searchable"_s);
        add(u"files"_s, u"silent"_s);
        add(u"second"_s, u"searchable"_s);
        sync::Engine::Platforms platforms;
        platforms.push_back(std::make_unique<SearchPlatform>(script, true));
        platforms.push_back(std::make_unique<SearchPlatform>(script, false));
        engine = std::make_unique<sync::Engine>(*store, clock, std::move(platforms));
        engine->setClients([this](const platforms::AccountSettings &settings)
                               -> Result<std::shared_ptr<net::HttpClient>> {
            if (settings.name == signedOut)
                return failure(Error::Kind::Unauthorised, u"nobody is signed in"_s);
            return std::shared_ptr<net::HttpClient>(http.get(), [](net::HttpClient *) {});
        });
    }

    void add(const QString &name, const QString &platform)
    {
        const auto id = QUuid::createUuid();
        ids.insert(name, id);
        store->accounts()
            .put({.id = id,
                  .name = name,
                  .platform = platform,
                  .url = u"https://"_s + name + u".example"_s})
            .waitForFinished();
    }

    void cache(const QString &account, const QString &nativeId)
    {
        const auto id = ids.value(account);
        auto applied = store->apply({.account = id, .records = {asset(nativeId)}, .removed = {}});
        if (!applied.takeResult())
            qFatal("nothing was stored");
        store::PullState state{.account = id, .cursor = "here", .lastSync = clock.now()};
        state.state = u"complete"_s;
        if (!store->finishPull(state, {}).takeResult())
            qFatal("no pull was ended");
    }

    QString signedOut;
};

//! All that a search says.
struct Heard
{
    explicit Heard(sync::PlatformSearch &search)
        : asked(&search, &sync::PlatformSearch::asked)
        , finished(&search, &sync::PlatformSearch::finished)
        , failed(&search, &sync::PlatformSearch::failed)
    {
        QObject::connect(&search, &sync::PlatformSearch::answered, &search,
                         [this](const PlatformAnswer &answer) {
                             order.append(answer.account.name);
                             answers.insert({answer.question, answer.account.name}, answer);
                         });
    }

    PlatformAnswer of(quint64 question, const QString &account) const
    {
        return answers.value({question, account});
    }

    QMap<std::pair<quint64, QString>, PlatformAnswer> answers;
    QStringList order;
    QSignalSpy asked;
    QSignalSpy finished;
    QSignalSpy failed;
};

} // namespace

class TestAccountSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whoCanBeAskedIsKnown()
    {
        Mesh mesh;
        sync::AccountSearch search(*mesh.store, *mesh.engine);
        QTRY_COMPARE(search.accounts().size(), 2);
        QCOMPARE(search.accounts().first().name, u"first"_s);
        mesh.add(u"third"_s, u"searchable"_s);
        QTRY_COMPARE(search.accounts().size(), 3);
        const std::lock_guard lock(mesh.script->mutex);
        QVERIFY(mesh.script->asked.isEmpty()); // and nobody was
    }

    void allAreAskedAndHitsToldApart()
    {
        Mesh mesh;
        mesh.cache(u"first"_s, u"a"_s);
        mesh.script->answers = {{u"first"_s, QList{hit(u"a"_s), hit(u"b"_s), hit(u"c"_s, false)}},
                                {u"second"_s, QList{hit(u"a"_s)}}};
        sync::AccountSearch search(*mesh.store, *mesh.engine, {.hits = 3});
        Heard heard(search);
        const auto question = search.ask(u"  late kind:product orders "_s);
        QTRY_COMPARE(heard.finished.count(), 1);
        QCOMPARE(heard.finished.first().first().toULongLong(), question);
        QCOMPARE(heard.answers.size(), 2);
        const auto first = heard.of(question, u"first"_s);
        QVERIFY(first.things.has_value());
        QCOMPARE(first.things->size(), 3);
        QVERIFY(first.isFull);
        // What the cache has opens as what it has.
        const auto &known = first.things->at(0);
        const auto pages = mesh.store->resolve(u"a"_s).takeResult();
        QCOMPARE(pages->size(), 1);
        QCOMPARE(known.cached, pages->first().entity.id);
        QVERIFY(known.absence == Absence::None);
        QCOMPARE(known.page, u"https://corp.example/a"_s);
        QVERIFY(first.things->at(1).cached.isNull());
        QVERIFY(first.things->at(1).absence == Absence::NotSynced);
        QVERIFY(first.things->at(2).absence == Absence::NotKept);
        // The same name on another account is another thing.
        const auto second = heard.of(question, u"second"_s);
        QVERIFY(second.things->first().cached.isNull());
        QVERIFY(second.things->first().absence == Absence::NeverSynced);
        QVERIFY(!second.isFull);
        mesh.script->cut = {u"second"_s}; // by its server, before the adapter looked
        const auto again = search.ask(u"late"_s);
        QTRY_COMPARE(heard.finished.count(), 2);
        QVERIFY(heard.of(again, u"second"_s).isFull);
        const std::lock_guard lock(mesh.script->mutex);
        QVERIFY(mesh.script->asked.contains(u"first: late orders, 3"_s));
        QVERIFY(mesh.script->urls.contains(u"https://first.example"_s));
        QCOMPARE(mesh.store->counts().takeResult()->perKind.size(), 1); // nothing was stored
    }

    void oneFailsTheOthersAnswer()
    {
        Mesh mesh;
        mesh.signedOut = u"first"_s;
        mesh.script->answers = {{u"second"_s, QList{hit(u"x"_s)}}};
        sync::AccountSearch search(*mesh.store, *mesh.engine);
        Heard heard(search);
        const auto question = search.ask(u"x"_s);
        QTRY_COMPARE(heard.finished.count(), 1);
        const auto first = heard.of(question, u"first"_s);
        QVERIFY(!first.things.has_value());
        QVERIFY(first.things.error().kind == Error::Kind::Unauthorised);
        QCOMPARE(heard.of(question, u"second"_s).things->size(), 1);
    }

    void aSlowOneHoldsUpNobody()
    {
        Mesh mesh;
        mesh.script->held = {u"first"_s};
        mesh.script->answers = {{u"second"_s, QList{hit(u"x"_s)}}};
        sync::AccountSearch search(*mesh.store, *mesh.engine, {.patienceMs = 300});
        Heard heard(search);
        const auto question = search.ask(u"x"_s);
        QTRY_COMPARE(heard.order.size(), 1);
        QCOMPARE(heard.order.first(), u"second"_s);
        QCOMPARE(heard.finished.count(), 0);
        // It is given up when its time is over, and that is said.
        QTRY_COMPARE(heard.finished.count(), 1);
        const auto first = heard.of(question, u"first"_s);
        QVERIFY(!first.things.has_value());
        QVERIFY(first.things.error().kind == Error::Kind::Unavailable);
    }

    void anOlderQuestionIsNotAnswered()
    {
        Mesh mesh;
        mesh.script->held = {u"first"_s, u"second"_s};
        sync::AccountSearch search(*mesh.store, *mesh.engine);
        Heard heard(search);
        const auto older = search.ask(u"old"_s);
        QTRY_COMPARE(mesh.script->underWay.load(), 2);
        {
            const std::lock_guard lock(mesh.script->mutex);
            mesh.script->held.clear();
            mesh.script->answers = {{u"first"_s, QList{hit(u"new"_s)}}};
        }
        const auto newer = search.ask(u"new"_s);
        QVERIFY(newer != older);
        QTRY_COMPARE(heard.finished.count(), 1);
        QTRY_COMPARE(mesh.script->ended.load(), 4);
        QTest::qWait(20); // what is left of the older one would come now
        QCOMPARE(heard.finished.count(), 1);
        QCOMPARE(heard.finished.first().first().toULongLong(), newer);
        for (auto it = heard.answers.keyBegin(); it != heard.answers.keyEnd(); ++it)
            QCOMPARE(it->first, newer);
        QCOMPARE(heard.of(newer, u"first"_s).things->first().nativeId, u"new"_s);
    }

    void whatIsStoppedIsNotAnswered()
    {
        Mesh mesh;
        mesh.script->held = {u"first"_s, u"second"_s};
        sync::AccountSearch search(*mesh.store, *mesh.engine);
        Heard heard(search);
        search.ask(u"x"_s);
        QTRY_COMPARE(mesh.script->underWay.load(), 2);
        QCOMPARE(mesh.script->mostUnderWay.load(), 2); // at once
        search.cancel();
        QTRY_COMPARE(mesh.script->ended.load(), 2);
        QTest::qWait(20);
        QVERIFY(heard.answers.isEmpty());
        QCOMPARE(heard.finished.count(), 0);
    }

    void whoAsksMayGoAway()
    {
        Mesh mesh;
        mesh.script->held = {u"first"_s, u"second"_s};
        {
            sync::AccountSearch search(*mesh.store, *mesh.engine);
            search.ask(u"x"_s);
            QTRY_COMPARE(mesh.script->underWay.load(), 2);
        }
        QCOMPARE(mesh.script->underWay.load(), 0);
    }

    //! Two processes that renew one sign-in end it.
    void aSignInThatAnotherProcessRenewsIsNotUsed()
    {
        Mesh mesh;
        sync::Engine other(*mesh.store, mesh.clock, {});
        QVERIFY(other.takeLock());
        store::Account account{.id = mesh.ids.value(u"first"_s), .name = u"first"_s};
        account.platform = u"searchable"_s;
        account.url = u"https://first.example"_s;
        account.options = {{u"signIn"_s, u"openid"_s}, {u"issuer"_s, u"https://id.example"_s}};
        QVERIFY(mesh.store->accounts().put(account).takeResult());
        mesh.script->answers = {{u"first"_s, QList{hit(u"x"_s)}},
                                {u"second"_s, QList{hit(u"x"_s)}}};
        sync::AccountSearch search(*mesh.store, *mesh.engine);
        Heard heard(search);
        const auto question = search.ask(u"x"_s);
        QTRY_COMPARE(heard.finished.count(), 1);
        const auto first = heard.of(question, u"first"_s);
        QVERIFY(!first.things.has_value());
        QVERIFY(first.things.error().kind == Error::Kind::Busy);
        QCOMPARE(heard.of(question, u"second"_s).things->size(), 1);
        const std::lock_guard lock(mesh.script->mutex);
        QCOMPARE(mesh.script->asked.size(), 1);
    }

    void namedAccountsAlone()
    {
        Mesh mesh;
        sync::AccountSearch search(*mesh.store, *mesh.engine);
        Heard heard(search);
        search.ask(u"x"_s, {u"second"_s});
        QTRY_COMPARE(heard.finished.count(), 1);
        QCOMPARE(heard.order, QStringList{u"second"_s});
        search.ask(u"x"_s, {u"nobody"_s});
        QTRY_COMPARE(heard.failed.count(), 1);
        QVERIFY(heard.failed.at(0).at(1).value<Error>().kind == Error::Kind::NotFound);
        search.ask(u"x"_s, {u"files"_s});
        QTRY_COMPARE(heard.failed.count(), 2);
        QVERIFY(heard.failed.at(1).at(1).value<Error>().kind == Error::Kind::Usage);
        QCOMPARE(heard.finished.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestAccountSearch)
#include "tst_accountsearch.moc"
