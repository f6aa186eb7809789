// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls from the stand-in for Marquez: sweeps, stopped ones, changes, removals, and what goes wrong
// on the way.
#include "models/platforms/marquez/cursor.h"
#include "models/platforms/marquez/marquezplatform.h"
#include "tests/platforms/marquez/marquezbench.h"
#include "tests/support/shared.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
using domain::EntityKind;
using net::HttpMethod;

namespace {

const QString dataset = u"dataset:food_delivery:public."_s;
constexpr qint64 hourMs = qint64(60) * 60 * 1000;

QString foodDelivery()
{
    return sharedDir() + u"/samples/derived/marquez-food_delivery.ndjson"_s;
}

QByteArray completed(const QString &time, const QString &run, const QString &job,
                     const QStringList &inputs, const QStringList &outputs,
                     const QByteArray &facets = "{}")
{
    return runEvent(time, u"COMPLETE"_s, run, job, inputs, outputs, facets);
}

QString uuid(int number)
{
    return u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0'));
}

int edgesOfLevel(const Catalogue &catalogue, domain::LineageLevel level)
{
    int count = 0;
    for (const auto &list : catalogue.lineage) {
        for (const auto &edge : list)
            count += edge.level == level && !edge.validTo.isValid() ? 1 : 0;
    }
    return count;
}

//! Passes on what a function does not answer by itself.
class BentClient final : public net::HttpClient
{
public:
    using Answer = std::function<std::optional<net::HttpResponse>(const QUrl &url)>;

    BentClient(std::shared_ptr<net::HttpClient> client, Answer answer)
        : m_client(std::move(client))
        , m_answer(std::move(answer))
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request, net::BodySink sink) override
    {
        auto answer = m_answer(QUrl(QString::fromUtf8(request.url.text())));
        if (!answer)
            return m_client->stream(std::move(request), std::move(sink));
        return QtFuture::makeReadyFuture(Result<net::HttpResponse>(std::move(*answer)));
    }

private:
    std::shared_ptr<net::HttpClient> m_client;
    Answer m_answer;
};

} // namespace

class TestMarquezPull : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (const auto why = LiveServer::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(u"0 of 19 cases: "_s + why));
    }

    void init()
    {
        m_server = std::make_unique<LiveServer>(QStringList{u"--events"_s, foodDelivery()});
        m_session = m_server->session(m_clock);
    }

    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    void everythingThereIsComes()
    {
        Catalogue catalogue;
        const auto pulled = catalogue.pull(*m_session);
        QVERIFY2(pulled.has_value(), pulled ? "" : qPrintable(pulled.error().detail));
        QVERIFY(pulled->swept > 0);
        QVERIFY(pulled->findings.isEmpty());
        QCOMPARE(catalogue.ids(EntityKind::Domain),
                 (QStringList{u"namespace:default"_s, u"namespace:food_delivery"_s}));
        QCOMPARE(catalogue.ids(EntityKind::Asset).size(), 26); // 13 datasets, 13 jobs
        QCOMPARE(catalogue.ids(EntityKind::Tag), (QStringList{u"tag:PII"_s, u"tag:SENSITIVE"_s}));
        QCOMPARE(edgesOfLevel(catalogue, domain::LineageLevel::Dataset), 13);
        QCOMPARE(edgesOfLevel(catalogue, domain::LineageLevel::Job), 27);
        QCOMPARE(edgesOfLevel(catalogue, domain::LineageLevel::Field), 39);
        QCOMPARE(catalogue.ids(EntityKind::Check).size(), 2);
        QCOMPARE(catalogue.evidence.runs.size(), 2);
        QCOMPARE(
            std::count_if(catalogue.evidence.runs.begin(), catalogue.evidence.runs.end(),
                          [](const auto &run) { return run.status == domain::RunStatus::Fail; }),
            1);
        QSet<QString> fresh;
        for (const auto &update : std::as_const(catalogue.evidence.updates))
            fresh.insert(update.asset);
        QCOMPARE(fresh.size(), 13);
        // The eleventh of the list has its facets as well.
        const auto restaurants = catalogue.record(dataset + u"restaurants"_s);
        QVERIFY(!restaurants.description.isEmpty());
        QCOMPARE(restaurants.fields.size(), 10);
        QCOMPARE(catalogue.record(dataset + u"customers"_s).popularity, 2);
    }

    void nothingNewCostsTwoQuestions()
    {
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        m_server->counters();
        const auto again = catalogue.pull(*m_session);
        QVERIFY(again.has_value());
        QVERIFY(again->unchanged);
        QCOMPARE(catalogue.pages, 0);
        QCOMPARE(m_server->counters(), (QMap<QString, int>{{u"GET /api/v1/events/lineage"_s, 2}}));
    }

    void equalAnswersGiveEqualRecords()
    {
        Catalogue first;
        Catalogue second;
        QVERIFY(first.pull(*m_session).has_value());
        auto other = m_server->session(m_clock);
        QVERIFY(second.pull(*other).has_value());
        QVERIFY(first.records == second.records);
        QCOMPARE(first.edges(), second.edges());
    }

    void aStoppedSweepGoesOn()
    {
        Catalogue whole;
        QVERIFY(whole.pull(*m_session).has_value());
        const int pages = whole.pages;
        QVERIFY(pages > 4);
        for (int stop = 0; stop < pages; ++stop) {
            Catalogue catalogue;
            catalogue.stopAfter = stop;
            auto first = m_server->session(m_clock);
            const auto broken = catalogue.pull(*first);
            QCOMPARE(broken.error().kind, Error::Kind::Store);
            catalogue.stopAfter = -1;
            auto second = m_server->session(m_clock); // another process
            const auto pulled = catalogue.pull(*second);
            QVERIFY2(pulled.has_value(), pulled ? "" : qPrintable(pulled.error().detail));
            QVERIFY(pulled->swept > 0);
            QVERIFY(catalogue.removed.isEmpty());
            QVERIFY(catalogue.records == whole.records);
            QCOMPARE(catalogue.edges(), whole.edges());
        }
    }

    //! What the server's own search finds has the name by which a pull knows it.
    void aHitIsCalledAsThePullCallsIt()
    {
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        const auto search = platforms::marquez::create()->openSearch(
            m_server->settings(), platforms::Services(m_clock, m_server->client()), {});
        QVERIFY(search.has_value());
        const auto hits = (*search)->search(u"order"_s, 50);
        QVERIFY2(hits.has_value(), hits ? "" : qPrintable(hits.error().detail));
        QVERIFY(hits->size() > 2);
        for (const auto &hit : *hits) {
            QVERIFY2(catalogue.records.contains(hit.nativeId), qPrintable(hit.nativeId));
            QCOMPARE(hit.name, catalogue.record(hit.nativeId).name);
            QCOMPARE(hit.place, u"food_delivery"_s);
            QVERIFY(!hit.page.isEmpty());
        }
        // The server's wildcards mean themselves.
        QVERIFY((*search)->search(u"ord_r"_s, 50)->isEmpty());
        QVERIFY((*search)->search(u"ord%s"_s, 50)->isEmpty());
    }

    //! What was read before a sweep was stopped is not asked for again.
    void aStoppedSweepDoesNotBeginAnew()
    {
        LiveServer server({u"--synthetic"_s, u"2000"_s, u"--seed"_s, u"3"_s});
        auto first = server.session(m_clock);
        Catalogue catalogue;
        Catalogue whole;
        QVERIFY(whole.pull(*server.session(m_clock)).has_value());
        server.counters();
        catalogue.stopAfter = whole.pages - 5;
        QVERIFY(!catalogue.pull(*first).has_value());
        const auto before = server.counters();
        catalogue.stopAfter = -1;
        QVERIFY(catalogue.pull(*server.session(m_clock)).has_value());
        const auto list = u"GET /api/v1/namespaces/{namespace}/datasets"_s;
        const auto after = server.counters();
        QVERIFY2(after.value(list) < before.value(list) / 2,
                 qPrintable(u"%1 of %2"_s.arg(after.value(list)).arg(before.value(list))));
        QVERIFY(catalogue.records == whole.records);
        QCOMPARE(catalogue.edges(), whole.edges());
    }

    void newRunsComeWithTheFeed_data()
    {
        QTest::addColumn<bool>("another");
        QTest::newRow("in the same session") << false;
        QTest::newRow("in another process") << true;
    }

    void newRunsComeWithTheFeed()
    {
        QFETCH(bool, another);
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        post(runEvent(u"2026-11-27T10:00:00Z"_s, u"START"_s, uuid(1), u"ml|train"_s,
                      {u"food_delivery|public.orders"_s}, {}));
        post(completed(u"2026-11-27T11:00:00Z"_s, uuid(1), u"ml|train"_s, {}, {u"ml|model"_s},
                       R"({"schema":{"fields":[{"name":"score","type":"DOUBLE"}]},
"columnLineage":{"fields":{"score":{"inputFields":[{"namespace":"food_delivery","name":"public.orders","field":"id"}]}}}})"));
        m_server->counters();
        if (another)
            m_session = m_server->session(m_clock);
        const auto pulled = catalogue.pull(*m_session);
        QVERIFY2(pulled.has_value(), pulled ? "" : qPrintable(pulled.error().detail));
        QVERIFY(!pulled->unchanged);
        QCOMPARE(pulled->swept, 0);
        QVERIFY(!m_server->counters().contains(u"GET /api/v1/namespaces/{namespace}/datasets"_s));
        QVERIFY(catalogue.records.contains(u"dataset:ml:model"_s));
        QVERIFY(catalogue.records.contains(u"job:ml:train"_s));
        QVERIFY(catalogue.records.contains(u"namespace:ml"_s));
        QCOMPARE(catalogue.record(u"dataset:ml:model"_s).fields.size(), 1);
        // As a sweep would have it.
        Catalogue swept;
        QVERIFY(swept.pull(*m_server->session(m_clock)).has_value());
        QCOMPARE(catalogue.edges(), swept.edges());
        QVERIFY(catalogue.records == swept.records);
        QVERIFY(catalogue.edges().join(u'\n').contains(u"dataset:ml:model.score"_s));
        QVERIFY(catalogue.pull(*m_session)->unchanged);
    }

    void aRunThatLastsLongIsWhole()
    {
        post(runEvent(u"2026-11-01T10:00:00Z"_s, u"START"_s, uuid(1), u"ml|slow"_s,
                      {u"food_delivery|public.orders"_s}, {}));
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        post(completed(u"2026-11-27T10:00:00Z"_s, uuid(1), u"ml|slow"_s, {}, {u"ml|slow"_s}));
        m_session = m_server->session(m_clock);
        QVERIFY(catalogue.pull(*m_session).has_value());
        QVERIFY(catalogue.edges().join(u'\n').contains(
            u"1 dataset:food_delivery:public.orders -> dataset:ml:slow job:ml:slow"_s));
    }

    void aDropEndsWhatWasThere()
    {
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        const auto before = edgesOfLevel(catalogue, domain::LineageLevel::Dataset);
        post(completed(u"2026-11-27T10:00:00Z"_s, uuid(1), u"ops|drop"_s, {},
                       {u"food_delivery|public.orders_7_days"_s},
                       R"({"lifecycleStateChange":{"lifecycleStateChange":"DROP"}})"));
        QVERIFY(catalogue.pull(*m_session).has_value());
        // Four lead to it, and one from it.
        QCOMPARE(edgesOfLevel(catalogue, domain::LineageLevel::Dataset), before - 5);
        QCOMPARE(catalogue.record(dataset + u"orders_7_days"_s).status, u"dropped"_s);
    }

    void whatIsDeletedIsGoneWithTheNextSweep()
    {
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        QCOMPARE(m_server->ask(HttpMethod::Delete,
                               u"/api/v1/namespaces/food_delivery/datasets/public.menus"_s),
                 200);
        QVERIFY(catalogue.pull(*m_session)->unchanged); // no feed tells it
        m_clock.pass(hourMs);
        const auto swept = catalogue.pull(*m_session);
        QVERIFY(swept->swept > 0);
        QCOMPARE(catalogue.removed, QStringList{dataset + u"menus"_s});
        QCOMPARE(catalogue.ids(EntityKind::Asset).size(), 25);
    }

    void aServerThatIsEmptiedTakesNothingAway()
    {
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        const auto things = catalogue.records.size();
        m_server->ask(HttpMethod::Post, u"/_test/reset"_s);
        const auto pulled = catalogue.pull(*m_session, true);
        QVERIFY2(pulled.has_value(), pulled ? "" : qPrintable(pulled.error().detail));
        QCOMPARE(pulled->swept, 0);
        QCOMPARE(pulled->findings.size(), 1);
        QCOMPARE(catalogue.records.size(), things);
    }

    //! An event that comes late, or has no run, is in no stretch that is read.
    void whatTheFeedPassesOverMakesASweep_data()
    {
        QTest::addColumn<QByteArray>("event");
        const auto late = [](const QString &time) {
            return completed(time, uuid(1), u"ml|late"_s, {u"food_delivery|public.orders"_s},
                             {u"ml|late"_s});
        };
        QTest::newRow("late") << late(u"2023-06-01T00:00:00Z"_s);
        auto design = late(u"2024-01-01T00:00:00Z"_s);
        const QByteArray run = "\"run\":{\"runId\":\"" + uuid(1).toUtf8() + "\"},";
        design.replace(run, QByteArray());
        design.replace(QByteArray("\"eventType\":\"COMPLETE\","), QByteArray());
        design.replace("RunEvent", "JobEvent");
        QTest::newRow("design") << design;
    }

    void whatTheFeedPassesOverMakesASweep()
    {
        QFETCH(QByteArray, event);
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        post(event);
        QCOMPARE(catalogue.pull(*m_session)->swept, 0); // a sweep ended just now
        m_clock.pass(hourMs / 3);
        const auto swept = catalogue.pull(*m_session);
        QVERIFY(swept->swept > 0);
        QVERIFY(catalogue.edges().join(u'\n').contains(
            u"1 dataset:food_delivery:public.orders -> dataset:ml:late job:ml:late"_s));
        m_clock.pass(hourMs / 3);
        QVERIFY(catalogue.pull(*m_session)->unchanged);
        // Another process knows of the job that no event of the feed tells.
        post(completed(u"2026-11-27T11:30:00Z"_s, uuid(2), u"ml|other"_s, {}, {u"ml|late"_s}));
        m_session = m_server->session(m_clock);
        QVERIFY(!catalogue.pull(*m_session)->unchanged);
        QVERIFY(catalogue.edges().join(u'\n').contains(
            u"1 dataset:food_delivery:public.orders -> dataset:ml:late job:ml:late"_s));
    }

    void aRunThatFailedIsAFailedCheck()
    {
        post(runEvent(u"2026-11-27T10:00:00Z"_s, u"FAIL"_s, uuid(1), u"ml|train"_s,
                      {u"food_delivery|public.orders"_s}, {u"ml|model"_s}));
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        const auto check = catalogue.record(u"job:ml:train/run"_s);
        QCOMPARE(check.kind, EntityKind::Check);
        QVERIFY(check.relations.contains({domain::Relation::Checks, u"dataset:ml:model"_s}));
        QVERIFY(!catalogue.edges().join(u'\n').contains(u"dataset:ml:model"_s)); // no edges
        QVERIFY(std::any_of(
            catalogue.evidence.runs.begin(), catalogue.evidence.runs.end(), [](const auto &run) {
                return run.check == u"job:ml:train/run" && run.status == domain::RunStatus::Fail;
            }));
    }

    void aJobHasTheNameThatEventsGiveIt_data()
    {
        QTest::addColumn<bool>("swept");
        QTest::newRow("in a sweep") << true;
        QTest::newRow("by the feed") << false;
    }

    //! Marquez puts the name of the parent before that of the job; events do not.
    void aJobHasTheNameThatEventsGiveIt()
    {
        QFETCH(bool, swept);
        Catalogue catalogue;
        if (!swept)
            QVERIFY(catalogue.pull(*m_session).has_value());
        auto event = completed(u"2026-11-27T10:00:00Z"_s, uuid(1), u"ml|train"_s,
                               {u"food_delivery|public.orders"_s}, {u"ml|model"_s});
        const QByteArray run = uuid(1).toUtf8() + '"';
        const QByteArray parent = ",\"facets\":{\"parent\":{\"_producer\":\"https://e.org\","
                                  "\"_schemaURL\":\"https://e.org/f.json\",\"run\":{\"runId\":\""
            + uuid(2).toUtf8() + "\"},\"job\":{\"namespace\":\"ml\",\"name\":\"dag\"}}}";
        const QByteArray both = run + parent;
        event.replace(run, both);
        post(event);
        QVERIFY(catalogue.pull(*m_session).has_value());
        QVERIFY(catalogue.records.contains(u"job:ml:train"_s));
        QVERIFY(!catalogue.records.contains(u"job:ml:dag.train"_s));
        QVERIFY(catalogue.record(u"job:ml:train"_s)
                    .native.first()
                    .file.endsWith(u"/lineage/job/ml/dag.train"_s));
        const auto edges = catalogue.edges().join(u'\n');
        QVERIFY(edges.contains(u"3 job:ml:train -> dataset:ml:model"_s));
        QVERIFY(edges.contains(u"3 dataset:food_delivery:public.orders -> job:ml:train"_s));
    }

    void onlySubscribedNamespacesCome()
    {
        post(completed(u"2026-11-27T10:00:00Z"_s, uuid(1), u"ml|train"_s,
                       {u"food_delivery|public.orders"_s}, {u"ml|model"_s}));
        m_session = m_server->session(m_clock, QJsonObject{{u"domains"_s, QJsonArray{u"ml"_s}}});
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        QCOMPARE(catalogue.ids(EntityKind::Asset),
                 (QStringList{u"dataset:ml:model"_s, u"job:ml:train"_s}));
        QVERIFY(catalogue.ids(EntityKind::Check).isEmpty());
        QVERIFY(catalogue.evidence.runs.isEmpty());
        post(completed(u"2026-11-27T11:00:00Z"_s, uuid(2), u"food_delivery|new"_s, {},
                       {u"food_delivery|public.new"_s}));
        QVERIFY(catalogue.pull(*m_session).has_value());
        QCOMPARE(catalogue.ids(EntityKind::Asset).size(), 2);
        // Others are kept from the next pull on, also where a sweep was under way.
        m_session =
            m_server->session(m_clock, QJsonObject{{u"domains"_s, QJsonArray{u"Food_Delivery"_s}}});
        QVERIFY(catalogue.pull(*m_session).has_value());
        QVERIFY(catalogue.ids(EntityKind::Asset).contains(u"dataset:food_delivery:public.new"_s));
        QVERIFY(!catalogue.ids(EntityKind::Asset).contains(u"dataset:ml:model"_s));
        // Also where the ones that are kept now have nothing.
        m_session =
            m_server->session(m_clock, QJsonObject{{u"domains"_s, QJsonArray{u"default"_s}}});
        QVERIFY(catalogue.pull(*m_session).has_value());
        QVERIFY(catalogue.ids(EntityKind::Asset).isEmpty());
    }

    //! A dataset in a namespace with a forbidden sign breaks lists for good.
    void aServerThatIsHalfBrokenIsReadAsFarAsItGoes()
    {
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        m_server->ask(
            HttpMethod::Post, u"/api/v1/lineage"_s,
            completed(u"2026-11-27T10:00:00Z"_s, uuid(1), u"ml|bad"_s, {}, {u"a bad!|table"_s}));
        QByteArray body;
        QCOMPARE(m_server->ask(HttpMethod::Get, u"/api/v1/namespaces"_s, {}, &body), 500);
        const auto pulled = catalogue.pull(*m_session, true);
        QVERIFY2(pulled.has_value(), pulled ? "" : qPrintable(pulled.error().detail));
        QCOMPARE(pulled->swept, 0);
        QVERIFY(!pulled->findings.isEmpty());
        QCOMPARE(edgesOfLevel(catalogue, domain::LineageLevel::Dataset), 13);
        const auto checked = platforms::marquez::create()->check(m_server->settings(),
                                                                 {m_clock, m_server->client()});
        QVERIFY(checked.has_value());
    }

    //! A job whose run has no state yet is in no list; that it cannot be read says nothing of it.
    void aJobThatCannotBeReadIsNotTakenForGone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isGone");
        QTest::newRow("busy") << 503 << QByteArray("{}") << false;
        QTest::newRow("garbage") << 200 << QByteArray("<html>") << false;
        QTest::newRow("no job") << 200 << QByteArray("{}") << false;
        QTest::newRow("gone") << 404 << QByteArray("{}") << true;
    }

    void aJobThatCannotBeReadIsNotTakenForGone()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, isGone);
        post(runEvent(u"2026-11-27T10:00:00Z"_s, u"START"_s, uuid(1), u"ml|train"_s,
                      {u"food_delivery|public.orders"_s}, {}));
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        QVERIFY(catalogue.records.contains(u"job:ml:train"_s));
        m_session = bent([&](const QUrl &url) -> std::optional<net::HttpResponse> {
            if (url.path().endsWith(u"/namespaces/ml/jobs"_s))
                return jsonAnswer("{\"jobs\":[],\"totalCount\":0}");
            if (url.path().endsWith(u"/namespaces/ml/jobs/train"_s))
                return jsonAnswer(body, status);
            return {};
        });
        m_clock.pass(60'000);
        const auto pulled = catalogue.pull(*m_session, true);
        QVERIFY2(pulled.has_value(), pulled ? "" : qPrintable(pulled.error().detail));
        QCOMPARE(pulled->swept != 0, isGone);
        QCOMPARE(catalogue.records.contains(u"job:ml:train"_s), !isGone);
        QCOMPARE(
            std::any_of(pulled->findings.begin(), pulled->findings.end(),
                        [](const auto &finding) { return finding.rule == u"marquez.unreadable"; }),
            !isGone);
    }

    void jobsThatMoveWhileTheyAreReadRemoveNothing()
    {
        post(completed(u"2026-11-27T10:00:00Z"_s, uuid(1), u"ml|train"_s, {}, {u"ml|model"_s}));
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        QVERIFY(catalogue.records.contains(u"job:ml:train"_s));
        // One was deleted behind the first page, so that another moved up to where nobody looks.
        m_session = bent([](const QUrl &url) -> std::optional<net::HttpResponse> {
            if (!url.path().endsWith(u"/namespaces/ml/jobs"_s))
                return {};
            if (QUrlQuery(url).queryItemValue(u"offset"_s) != u"0")
                return jsonAnswer("{\"jobs\":[],\"totalCount\":100}");
            QByteArrayList jobs;
            for (int i = 0; i < 100; ++i)
                jobs.append("{\"id\":{\"namespace\":\"ml\",\"name\":\"j" + QByteArray::number(i)
                            + "\"},\"type\":\"BATCH\",\"name\":\"j" + QByteArray::number(i)
                            + "\",\"namespace\":\"ml\"}");
            return jsonAnswer("{\"totalCount\":101,\"jobs\":[" + jobs.join(',') + "]}");
        });
        m_clock.pass(60'000);
        const auto pulled = catalogue.pull(*m_session, true);
        QVERIFY2(pulled.has_value(), pulled ? "" : qPrintable(pulled.error().detail));
        QCOMPARE(pulled->swept, 0);
        QVERIFY(catalogue.records.contains(u"job:ml:train"_s));
    }

    void whatTheServerAnswersIsSaid()
    {
        Catalogue catalogue;
        answerNext(401, 1);
        QCOMPARE(catalogue.pull(*m_session).error().kind, Error::Kind::Unauthorised);
        answerNext(429, 1, R"({"retry-after":"0"})");
        QVERIFY(catalogue.pull(*m_session).has_value()); // after it waited
        answerNext(503, 2);
        QVERIFY(catalogue.pull(*m_session, true).has_value());
        catalogue.isStopped = true;
        QCOMPARE(catalogue.pull(*m_session, true).error().kind, Error::Kind::Cancelled);
    }

    void aCursorThatNobodyKnowsMakesASweep()
    {
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        const auto things = catalogue.records.size();
        const auto sweep = catalogue.marks.value(u"namespace:food_delivery"_s);
        catalogue.cursor = "{\"v\":99}";
        m_clock.pass(60'000);
        const auto pulled = catalogue.pull(*m_session);
        QVERIFY(pulled->swept > sweep); // else what is gone would seem to be there
        QCOMPARE(catalogue.records.size(), things);
    }

    void checkSaysWhatIsThere()
    {
        const auto platform = platforms::marquez::create();
        const auto found = platform->check(m_server->settings(), {m_clock, m_server->client()});
        QVERIFY(found.has_value());
        QVERIFY(found->contains(u'2'));
        answerNext(200, 1, "{}", "\"hello\"");
        const auto other = platform->check(m_server->settings(), {m_clock, m_server->client()});
        QCOMPARE(other.error().kind, Error::Kind::Protocol);
        QVERIFY(!platform->abilities().isEmpty());
    }

    //! Every request is one that the vendor's own description, or our notes of a running server,
    //! knows.
    void requestsAreWithinTheInterface()
    {
        const QString file = sharedDir() + u"/specs/marquez/openapi.json"_s;
        if (!QFile::exists(file))
            QSKIP("0 requests: the description of Marquez is not beside the project");
        const auto paths =
            QJsonDocument::fromJson(bytesOf(file)).object().value(u"paths"_s).toObject();
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        post(completed(u"2026-11-27T10:00:00Z"_s, uuid(1), u"ml|train"_s, {}, {u"ml|model"_s}));
        QVERIFY(catalogue.pull(*m_session).has_value());
        int known = 0;
        const auto asked = m_server->asked();
        for (const auto &request : asked) {
            const QUrl url(request.section(u' ', 1));
            const auto path = url.path(QUrl::FullyEncoded).mid(QStringLiteral("/api/v1").size());
            bool isKnown = false;
            for (auto it = paths.begin(); it != paths.end() && !isKnown; ++it) {
                auto pattern = QRegularExpression::escape(it.key());
                pattern.replace(QRegularExpression(u"\\\\\\{[^}]*\\}"_s), u"[^/]+"_s);
                isKnown = QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                              .match(path)
                              .hasMatch()
                    && it->toObject().contains(request.section(u' ', 0, 0).toLower());
            }
            QVERIFY2(isKnown, qPrintable(request));
            ++known;
        }
        qInfo("%d requests", known);
        QVERIFY(known > 10);
    }

private:
    std::unique_ptr<platforms::Session> bent(BentClient::Answer answer)
    {
        auto opened = platforms::marquez::create()->open(
            m_server->settings(),
            {m_clock, std::make_shared<BentClient>(m_server->client(), std::move(answer))});
        return opened ? std::move(*opened) : nullptr;
    }

    void post(const QByteArray &event)
    {
        QCOMPARE(m_server->ask(HttpMethod::Post, u"/api/v1/lineage"_s, event), 201);
    }

    void answerNext(int status, int count, const QByteArray &headers = "{}",
                    const QByteArray &body = "null")
    {
        m_server->ask(HttpMethod::Post, u"/_test/answer"_s,
                      "{\"status\":" + QByteArray::number(status)
                          + ",\"count\":" + QByteArray::number(count) + ",\"headers\":" + headers
                          + (body == "null" ? QByteArray() : ",\"body\":" + body) + '}');
    }

    WallClock m_clock;
    std::unique_ptr<LiveServer> m_server;
    std::unique_ptr<platforms::Session> m_session;
};

QTEST_GUILESS_MAIN(TestMarquezPull)
#include "tst_marquezpull.moc"
