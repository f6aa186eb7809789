// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and products judged by a platform besides the rules of the workspace: the store, the
// engine, the real adapters, and a server that says what a test wants.
#include "models/domain/accessjson.h"
#include "models/items/accessfacts.h"
#include "models/items/accessreading.h"
#include "models/items/storeaccesssource.h"
#include "models/items/storegovernancesource.h"
#include "models/platforms/builtinplatforms.h"
#include "models/policy/judge.h"

#include <QDir>
#include <QFile>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::OperationState;
using domain::PolicyResult;
using domain::PolicyVerdict;

namespace {

const QByteArray allowed = R"({"result":{"allow":true}})";
const QByteArray denied =
    R"({"decision_id":"d-1","result":{"allow":false,"decision":"deny","reasons":[{"code":"night",)"
    R"("severity":"deny","message":"Not at night","path":"/request/end"}]}})";

template <typename T>
T resultOf(QFuture<T> future)
{
    QFutureWatcher<T> watcher;
    QSignalSpy done(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!future.isFinished() && !done.wait(60'000))
        qFatal("a future did not finish");
    return future.takeResult();
}

//! Answers every question alike, and counts them.
class ScriptedClient final : public net::HttpClient
{
public:
    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request, net::BodySink) override
    {
        const std::lock_guard lock(mutex);
        if (request.method == net::HttpMethod::Post)
            bodies.append(QJsonDocument::fromJson(request.body).object());
        QPromise<Result<net::HttpResponse>> promise;
        promise.start();
        if (isSilent) {
            open.push_back(std::move(promise));
            return open.back().future();
        }
        if (isDown)
            promise.addResult(failure(Error::Kind::Offline, u"nobody is there"_s));
        else
            promise.addResult(net::HttpResponse{
                .status = 200,
                .body = request.method == net::HttpMethod::Post ? answer : policies,
                .asked = u"POST opa"_s});
        promise.finish();
        return promise.future();
    }

    std::mutex mutex;
    QByteArray answer = allowed;
    QByteArray policies = R"({"result":[{"id":"a.rego","raw":"package a"}]})";
    bool isDown = false;
    bool isSilent = false;
    std::vector<QPromise<Result<net::HttpResponse>>> open;
    QList<QJsonObject> bodies;
};

//! A workspace with a product of one port, an account for it, and one for the policies.
struct Mesh
{
    QTemporaryDir dir;
    SystemClock clock;
    std::shared_ptr<ScriptedClient> client = std::make_shared<ScriptedClient>();
    std::unique_ptr<store::Store> store;
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<items::StoreAccessSource> access;

    explicit Mesh(const QStringList &judges = {u"corp"_s})
    {
        write(u"shop.odps.yaml"_s,
              "apiVersion: v1.0.0\nkind: DataProduct\nid: shop\nname: Shop\nversion: 1.0.0\n"
              "status: active\ndescription:\n  purpose: Everything that the shop sells.\nteam:\n"
              "  members:\n  - username: bo@example.com\n    name: Bo\n    role: owner\n"
              "outputPorts:\n- name: orders\n  version: '1'\n  type: sql\n  contractId: orders\n");
        write(u"orders.odcs.yaml"_s,
              "apiVersion: v3.1.0\nkind: DataContract\nid: orders\nname: orders\nversion: 1.0.0\n"
              "status: active\nroles:\n- role: reader\n  access: read\n"
              "  firstLevelApprovers: bo@example.com\nschema:\n- name: orders\n  properties:\n"
              "  - name: id\n    logicalType: string\n    description: Its id.\n");
        store = std::move(
            *store::Store::open(*store::Profile::open(dir.filePath(u"profile"_s)), clock));
        put({.id = QUuid::createUuid(),
             .name = u"mesh"_s,
             .platform = u"files"_s,
             .folder = dir.filePath(u"mesh"_s),
             .options = {{u"as"_s, u"Ada <ada@example.com>"_s}}});
        for (const auto &name : judges)
            put({.id = QUuid::createUuid(),
                 .name = name,
                 .platform = u"opa"_s,
                 .url = u"http://127.0.0.1:1"_s});
        engine = std::make_unique<sync::Engine>(*store, clock, platforms::builtinPlatforms());
        engine->setClients([client = client](const platforms::AccountSettings &) {
            return Result<std::shared_ptr<net::HttpClient>>(client);
        });
        engine->setSendCheck(items::sendCheck(*store, *engine, clock));
        access = std::make_unique<items::StoreAccessSource>(*store, *engine, clock);
        sync();
    }

    void write(const QString &name, const QByteArray &bytes)
    {
        QDir(dir.path()).mkpath(u"mesh"_s);
        QFile file(dir.filePath(u"mesh/"_s + name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("a file was not written");
    }

    void put(const store::Account &account)
    {
        if (!resultOf(store->accounts().put(account)))
            qFatal("an account was not stored");
    }

    sync::AccountReport sync()
    {
        const auto report = resultOf(engine->sync());
        if (!report)
            qFatal("%s", qPrintable(report.error().detail));
        for (const auto &one : report->accounts) {
            if (one.account == u"mesh")
                return one;
        }
        return {};
    }

    static domain::AccessRequest request()
    {
        domain::AccessRequest one{.consumer = {domain::EntityKind::Team, u"a"_s, u"Team A"_s},
                                  .purpose = u"analytics"_s,
                                  .justification = u"To plan the shifts of the next quarter."_s,
                                  .from = QDateTime::currentDateTimeUtc().date(),
                                  .to = QDateTime::currentDateTimeUtc().date().addDays(60)};
        one.items = {{.port = u"shop#orders"_s, .role = u"reader"_s}};
        return one;
    }

    QList<PolicyVerdict> judged()
    {
        return resultOf(access->judge(request())).value_or(QList<PolicyVerdict>());
    }

    QList<domain::Operation> operations()
    {
        return resultOf(store->operations().operations()).value_or(QList<domain::Operation>());
    }

    domain::Operation operation() { return operations().value(0); }

    domain::AccessRequest waiting() { return *domain::requestFromJson(operation().payload); }
};

const PolicyVerdict *remoteIn(const QList<PolicyVerdict> &verdicts)
{
    for (const auto &one : verdicts) {
        if (one.source == u"opa")
            return &one;
    }
    return nullptr;
}

} // namespace

class TestRequestPolicies : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theBoardNamesWhoIsAsked()
    {
        Mesh mesh;
        const auto board = resultOf(mesh.access->board());
        QVERIFY(board);
        QCOMPARE(board->judges, QStringList{u"corp"_s});
        Mesh alone{QStringList()};
        QCOMPARE(resultOf(alone.access->board())->judges, QStringList());
        QCOMPARE(alone.judged(), QList<PolicyVerdict>());
    }

    //! Platforms that ask for an id alone tell no name; what nobody knows is called as it was told.
    void whoIsToldByTheirIdIsCalledByTheirName()
    {
        Mesh mesh;
        auto request = Mesh::request();
        const QList<std::pair<domain::Consumer, QString>> told{
            {{domain::EntityKind::Product, u"shop"_s, u"shop"_s}, u"Shop"_s},
            {{domain::EntityKind::Product, u"shop"_s, {}}, u"Shop"_s},
            {{domain::EntityKind::Product, u"shop"_s, u"Our shop"_s}, u"Our shop"_s},
            {{domain::EntityKind::Team, u"team:crew"_s, u"crew"_s}, u"crew"_s},
            {{domain::EntityKind::Team, {}, u"Crew"_s}, u"Crew"_s}};
        for (const auto &[consumer, name] : told) {
            request.id = QUuid::createUuid();
            request.consumer = consumer;
            QVERIFY(resultOf(mesh.access->ask(request, true)));
        }
        const auto board = resultOf(mesh.access->board());
        QVERIFY(board);
        QStringList shown;
        for (const auto &one : board->cases)
            shown.append(one.request.consumer.name);
        QStringList wanted;
        for (const auto &[consumer, name] : told)
            wanted.append(name);
        shown.sort();
        wanted.sort();
        QCOMPARE(shown, wanted);
    }

    void aRequestIsAskedAboutWithItsFacts()
    {
        Mesh mesh;
        const auto verdicts = mesh.judged();
        QCOMPARE(verdicts.size(), 1);
        QCOMPARE(verdicts.first().result, PolicyResult::Pass);
        QCOMPARE(verdicts.first().port, u"shop#orders"_s);
        QCOMPARE(mesh.client->bodies.size(), 1);
        const auto input = mesh.client->bodies.first().value(u"input"_s).toObject();
        QCOMPARE(input[u"subject"_s][u"id"_s], u"ada@example.com"_s);
        QCOMPARE(input[u"resource"_s][u"product"_s][u"status"_s], u"active"_s);
        QCOMPARE(input[u"resource"_s][u"contract"_s][u"id"_s], u"orders"_s);
        QCOMPARE(input[u"request"_s][u"roles"_s][0], u"reader"_s);
    }

    void whatFailsStandsAtItsFieldWithItsDecision()
    {
        Mesh mesh;
        mesh.client->answer = denied;
        const auto verdicts = mesh.judged();
        QCOMPARE(verdicts.size(), 1);
        QCOMPARE(verdicts.first().result, PolicyResult::Fail);
        QCOMPARE(verdicts.first().field, u"to"_s);
        QCOMPARE(verdicts.first().decisionId, u"d-1"_s);
        // Both kinds of rules are in what would be sent.
        const auto checked = resultOf(mesh.access->check(Mesh::request()));
        QVERIFY(checked);
        QVERIFY(remoteIn(checked->verdicts) != nullptr);
        QVERIFY(checked->verdicts.size() > 1);
        QCOMPARE(policy::worstOf(checked->verdicts), PolicyResult::Fail);
    }

    void whoIsDownIsUnknownAndNeverAllowed()
    {
        Mesh mesh({u"corp"_s, u"legal"_s});
        mesh.client->isDown = true;
        const auto verdicts = mesh.judged();
        QCOMPARE(verdicts.size(), 2);
        for (const auto &one : verdicts) {
            QCOMPARE(one.result, PolicyResult::Unknown);
            QVERIFY(one.message.contains(u"could not be checked"_s));
            QVERIFY(one.message.contains(u"nobody is there"_s));
        }
        mesh.client->isDown = false;
        mesh.client->answer = denied;
        QCOMPARE(mesh.judged().first().policy, u"corp/night"_s); // two accounts may have one rule
        mesh.client->answer = "{}";
        QCOMPARE(policy::worstOf(mesh.judged()), PolicyResult::Unknown);
    }

    //! Its answer never comes: without an end of the waiting this test would not end either.
    void closingDoesNotWaitForWhoDoesNotAnswer()
    {
        Mesh mesh;
        {
            const std::lock_guard lock(mesh.client->mutex);
            mesh.client->isSilent = true;
        }
        const auto answer = mesh.access->judge(Mesh::request());
        QTRY_VERIFY(([&mesh] {
            const std::lock_guard lock(mesh.client->mutex);
            return !mesh.client->open.empty();
        }()));
        mesh.access.reset();
        QVERIFY(answer.isFinished());
    }

    void aKnownFailureNeedsAReason()
    {
        Mesh mesh;
        auto request = Mesh::request();
        mesh.client->answer = denied;
        request.verdicts = mesh.judged();
        QVERIFY(!resultOf(mesh.access->ask(request, false)));
        request.exception = u"The night shift needs it"_s;
        QVERIFY(resultOf(mesh.access->ask(request, false)));
        QCOMPARE(remoteIn(mesh.waiting().verdicts)->decisionId, u"d-1"_s);
        QCOMPARE(mesh.sync().sent, 1); // what was known, and excused, is not asked again
    }

    void severalAreAskedForOrNone()
    {
        Mesh mesh;
        auto other = Mesh::request();
        other.items.first().port = u"shop#nothing"_s;
        QVERIFY(!resultOf(mesh.access->askAll({Mesh::request(), other}, false, {})));
        QCOMPARE(mesh.operations().size(), 0); // nothing that a sync could take away meanwhile
        const auto asked =
            resultOf(mesh.access->askAll({Mesh::request(), Mesh::request()}, false, {}));
        QVERIFY(asked);
        QCOMPARE(asked->size(), 2);
        QCOMPARE(mesh.operations().size(), 2);
        QCOMPARE(QUuid(mesh.operations().last().objectId), asked->last().id);
    }

    void aDraftThatWasLetGoMeanwhileIsNotAskedForTwice()
    {
        Mesh mesh;
        QVERIFY(resultOf(mesh.access->ask(Mesh::request(), true)));
        const auto draft = mesh.operation();
        QCOMPARE(draft.state, OperationState::Staged);
        // Gone on with, it is another request in its place.
        QVERIFY(resultOf(mesh.access->askAll({Mesh::request()}, true, {draft.id})));
        QCOMPARE(mesh.operations().size(), 1);
        const auto next = mesh.operation();
        QVERIFY(next.id != draft.id && next.state == OperationState::Staged);
        QVERIFY(
            resultOf(mesh.store->operations().advance(next.id, domain::OperationEvent::Release)));
        QCOMPARE(mesh.sync().sent, 1);
        const auto late = resultOf(mesh.access->askAll({Mesh::request()}, false, {next.id}));
        QVERIFY(!late);
        QVERIFY2(late.error().detail.contains(u"meanwhile"_s), qPrintable(late.error().detail));
        QCOMPARE(mesh.operations().size(), 1);
        QVERIFY(!resultOf(mesh.access->askAll({Mesh::request()}, false, {draft.id}))); // long gone
        QCOMPARE(mesh.operations().size(), 1);
    }

    //! Ruling 25: asked again when sending; a new failure is a draft with the reason.
    void whatFailsWhenItIsSentIsADraftAgain()
    {
        Mesh mesh;
        mesh.client->isDown = true;
        auto request = Mesh::request();
        QVERIFY(resultOf(mesh.access->ask(request, false))); // nobody has asked: so it is unknown
        QCOMPARE(remoteIn(mesh.waiting().verdicts)->result, PolicyResult::Unknown);
        mesh.client->isDown = false;
        mesh.client->answer = denied;
        const auto report = mesh.sync();
        QCOMPARE(report.sent, 0);
        QCOMPARE(report.held, 1);
        QVERIFY2(report.why.contains(u"night: Not at night"_s), qPrintable(report.why));
        QVERIFY(QDir(mesh.dir.filePath(u"mesh/access"_s)).isEmpty());
        QCOMPARE(mesh.operation().state, OperationState::Staged);
        const auto board = resultOf(mesh.access->board());
        QCOMPARE(board->cases.size(), 1);
        QCOMPARE(board->cases.first().outcome.state, domain::RequestState::Draft);
        QVERIFY(items::deliveryText(board->cases.first()).contains(u"Not at night"_s));
        QCOMPARE(remoteIn(board->cases.first().request.verdicts)->result, PolicyResult::Fail);
        // Let go as it is, it comes back: a known failure goes with a reason only.
        QVERIFY(resultOf(mesh.store->operations().advance(mesh.operation().id,
                                                          domain::OperationEvent::Release)));
        QCOMPARE(mesh.sync().held, 1);
        // Mended at the server, the draft is sent anew by the person, and goes.
        mesh.client->answer = allowed;
        auto mended = mesh.waiting();
        mended.verdicts = mesh.judged();
        QVERIFY(resultOf(mesh.access->ask(mended, false)));
        QCOMPARE(mesh.sync().sent, 1);
    }

    void whatIsStillUnknownIsSentFlagged()
    {
        Mesh mesh;
        mesh.client->isDown = true;
        QVERIFY(resultOf(mesh.access->ask(Mesh::request(), false)));
        const auto asked = mesh.client->bodies.size();
        QCOMPARE(mesh.sync().sent, 1);
        QCOMPARE(mesh.client->bodies.size(), asked + 1);
        const auto board = resultOf(mesh.access->board());
        const auto *remote = remoteIn(board->cases.first().request.verdicts);
        QVERIFY(remote != nullptr);
        QCOMPARE(remote->result, PolicyResult::Unknown);
        QVERIFY(remote->message.contains(u"nobody is there"_s));
    }

    void whatIsKnownByThenIsSentWithItsVerdict()
    {
        Mesh mesh;
        mesh.client->isDown = true;
        QVERIFY(resultOf(mesh.access->ask(Mesh::request(), false)));
        mesh.client->isDown = false;
        QCOMPARE(mesh.sync().sent, 1);
        const auto board = resultOf(mesh.access->board());
        QCOMPARE(remoteIn(board->cases.first().request.verdicts)->result, PolicyResult::Pass);
    }

    void productsAreJudgedOnceForTheSamePolicies()
    {
        Mesh mesh;
        items::StoreGovernanceSource source(*mesh.store, *mesh.engine, mesh.clock);
        const auto found = resultOf(mesh.store->resolve(u"shop"_s));
        QVERIFY(found && !found->isEmpty());
        const auto shop = found->first().entity.id;
        const auto local = resultOf(source.local(shop));
        QVERIFY(local);
        QCOMPARE(local->judges, QStringList{u"corp"_s});
        QVERIFY(local->verdicts.size() > 3); // those that ship
        for (const auto &one : local->verdicts)
            QCOMPARE(one.source, u"local"_s);
        mesh.client->answer = R"({"result":{"violations":[{"policy":"sla","message":"No SLA"}]}})";
        const auto first = resultOf(source.remote(shop));
        QVERIFY(first);
        QCOMPARE(first->first().result, PolicyResult::Fail);
        const auto input = mesh.client->bodies.last().value(u"input"_s).toObject();
        QCOMPARE(input[u"product"_s][u"ports"_s][0][u"contract"_s][u"id"_s], u"orders"_s);
        QCOMPARE(input[u"descriptor"_s][u"kind"_s], u"DataProduct"_s);
        const auto asked = mesh.client->bodies.size();
        QCOMPARE(resultOf(source.remote(shop)), first);
        QCOMPARE(mesh.client->bodies.size(), asked); // kept
        // Other policies: another answer.
        mesh.client->policies = R"({"result":[{"id":"a.rego","raw":"package a # new"}]})";
        mesh.client->answer = R"({"result":{"violations":[]}})";
        mesh.sync();
        QCOMPARE(resultOf(source.remote(shop))->first().result, PolicyResult::Pass);
        QCOMPARE(mesh.client->bodies.size(), asked + 1);
        // Another product: too. And what was no answer is never kept.
        mesh.write(u"orders.odcs.yaml"_s,
                   "apiVersion: v3.1.0\nkind: DataContract\nid: orders\nname: orders\nversion: "
                   "2.0.0\nstatus: active\n");
        mesh.client->isDown = true;
        mesh.sync();
        QCOMPARE(resultOf(source.remote(shop))->first().result, PolicyResult::Unknown);
        mesh.client->isDown = false;
        QCOMPARE(resultOf(source.remote(shop))->first().result, PolicyResult::Pass);
    }
};

QTEST_GUILESS_MAIN(TestRequestPolicies)
#include "tst_requestpolicies.moc"
