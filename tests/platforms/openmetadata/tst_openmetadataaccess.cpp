// SPDX-License-Identifier: GPL-3.0-or-later
// Access to what OpenMetadata offers, from the form of the window or the command line to the server
// and back, and what it costs to stay in step with its list of requests.
#include "models/items/storeaccesssource.h"
#include "models/platforms/openmetadata/openmetadataplatform.h"
#include "tests/platforms/faults/faulttrial.h"
#include "tests/platforms/faults/storedesk.h"
#include "tests/platforms/openmetadata/standin.h"
#include "tests/support/openmetadatashape.h"

#include <QDate>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::DecisionKind;
using domain::ItemState;
using tests::OpenMetadataShape;
using tests::Shape;
using tests::StandIn;
using tests::StoreDesk;

namespace {

const auto port = u"dataProduct:product1#table:acme.mesh.public.table_1"_s;

OpenMetadataShape &openMetadata(Shape &shape)
{
    return static_cast<OpenMetadataShape &>(shape);
}

QList<QJsonObject> tasksOf(tests::LoopbackServer &server)
{
    QList<QJsonObject> tasks;
    server.with([&tasks](Shape &shape) { tasks = openMetadata(shape).tasks(); });
    return tasks;
}

template <typename T>
T await(QFuture<T> future)
{
    while (!future.isFinished())
        QTest::qWait(1);
    return future.takeResult();
}

//! A person with a profile of their own, and what the window knows of it.
class Person
{
public:
    Person(const QString &address, const Clock &clock)
        : desk(address, platforms::openmetadata::create(), clock)
        , m_source(desk.store(), desk.engine(), clock)
    {
    }

    items::AccessBoard board() { return *await(m_source.board()); }

    //! What can be asked for behind the thing with this native id.
    QList<items::AccessOffer> offers(const QString &nativeId)
    {
        const auto found = *await(desk.store().resolve(nativeId, 1));
        return found.isEmpty() ? QList<items::AccessOffer>()
                               : *await(m_source.offers({found.first().entity.id}));
    }

    Result<domain::AccessRequest> ask(const QString &nativeId)
    {
        domain::AccessRequest request;
        request.purpose = u"analytics"_s;
        request.justification = u"To plan the shifts of the next quarter."_s;
        request.to = QDate(2027, 3, 31);
        request.exception = u"The board agreed."_s;
        domain::AccessItem item;
        item.port = nativeId;
        request.items.append(item);
        return await(m_source.ask(request, false));
    }

    Result<void> decide(DecisionKind kind)
    {
        domain::AccessDecision decision;
        decision.item = board().cases.first().request.items.first().id;
        decision.kind = kind;
        decision.reason = u"Fits the purpose"_s;
        return await(m_source.decide({decision}));
    }

    ItemState state()
    {
        const auto cases = board().cases;
        return cases.isEmpty() ? ItemState::Draft : cases.first().request.items.first().state;
    }

    StoreDesk desk;

private:
    items::StoreAccessSource m_source;
};

} // namespace

class TestOpenMetadataAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    //! Two people, each with a window: one asks, the other decides, and both see what came of it.
    void whatTheFormAsksForIsDecidedByTheOwner()
    {
        tests::LoopbackServer server(tests::makeShape(u"openmetadata"_s, {}),
                                     {.key = tests::PullBench::token()});
        tests::ManualClock clock;
        const auto as = [&server](const QString &user) {
            server.with([&user](Shape &shape) { openMetadata(shape).signIn(user); });
        };
        Person asker(server.address(), clock);
        QVERIFY(asker.desk.isReady());
        QVERIFY2(!asker.desk.takesRequests(), "nobody knows yet what the server can do");
        QCOMPARE(asker.desk.sync(), u"complete"_s);
        QVERIFY(asker.desk.takesRequests());
        const auto offers = asker.offers(port);
        QCOMPARE(offers.size(), 1);
        QVERIFY2(!offers.first().account.isNull(), "else the page of the platform is opened");
        QVERIFY(!asker.board().policies.purposes.isEmpty());

        const auto asked = asker.ask(port);
        QVERIFY2(asked, asked ? "" : qPrintable(asked.error().detail));
        QCOMPARE(asked->asker.email, u"user0@acme.example"_s);
        QCOMPARE(asker.desk.sync(), u"complete"_s);
        QCOMPARE(tasksOf(server).size(), 1);
        QCOMPARE(tasksOf(server).first()[u"about"_s][u"fullyQualifiedName"_s].toString(),
                 u"acme.mesh.public.table_1"_s);
        QCOMPARE(asker.state(), ItemState::Submitted);
        QVERIFY2(!asker.decide(DecisionKind::Approve), "nobody grants themselves");

        as(u"user1"_s);
        Person owner(server.address(), clock);
        QCOMPARE(owner.desk.sync(), u"complete"_s);
        QCOMPARE(owner.board().cases.size(), 1);
        const auto decided = owner.decide(DecisionKind::Approve);
        QVERIFY2(decided, decided ? "" : qPrintable(decided.error().detail));
        QCOMPARE(owner.desk.sync(), u"complete"_s);
        QCOMPARE(owner.state(), ItemState::Approved);
        QCOMPARE(tasksOf(server).first()[u"status"_s].toString(), u"Approved"_s);
        as(u"user0"_s);
        QCOMPARE(asker.desk.sync(), u"complete"_s);
        QCOMPARE(asker.state(), ItemState::Approved);
    }

    void theCommandLineAsksAndTheServerHasIt_data()
    {
        QTest::addColumn<bool>("isStandIn");
        QTest::newRow("loopback") << false;
        QTest::newRow("stand-in") << true;
    }

    void theCommandLineAsksAndTheServerHasIt()
    {
        QFETCH(bool, isStandIn);
        std::unique_ptr<StandIn> standIn;
        std::unique_ptr<tests::LoopbackServer> loopback;
        QString url;
        QString wanted = port;
        QByteArray token = tests::PullBench::token();
        if (isStandIn) {
            if (const auto missing = StandIn::missing(); !missing.isEmpty())
                QSKIP(qPrintable(missing + u": 1 case is left out"_s));
            standIn = std::make_unique<StandIn>(u"2.0"_s);
            url = standIn->url().toString();
            wanted = u"dataProduct:JaffleOrders#table:postgres_sample.jaffle_shop.public.orders"_s;
            token = "R";
        } else {
            loopback = std::make_unique<tests::LoopbackServer>(
                tests::makeShape(u"openmetadata"_s, {}),
                tests::LoopbackServer::Options{.key = token});
            url = loopback->address();
        }
        m_token = token + '\n';
        m_profile = std::make_unique<QTemporaryDir>();
        // Without a keyring the account is kept, and its secret supplied each time.
        auto ran = run({u"accounts"_s, u"add"_s, u"openmetadata"_s, u"--name"_s, u"corp"_s,
                        u"--url"_s, url, u"--token-stdin"_s});
        QVERIFY2(ran.status == 0 || ran.status == 5, ran.err.constData());
        ran = run({u"sync"_s, u"--token-stdin"_s, u"--json"_s});
        QVERIFY2(ran.status == 0, ran.err.constData());
        ran = run({u"request"_s, u"create"_s, u"--port"_s, wanted, u"--purpose"_s, u"analytics"_s,
                   u"--for"_s, u"Sales"_s, u"--to"_s,
                   QDate::currentDate().addDays(90).toString(Qt::ISODate), u"--justification"_s,
                   u"To plan the shifts of the next quarter."_s, u"--accept-terms"_s,
                   u"--exception"_s, u"The board agreed."_s, u"--json"_s});
        QVERIFY2(ran.status == 0, ran.err.constData());
        ran = run({u"sync"_s, u"--token-stdin"_s, u"--json"_s});
        QVERIFY2(ran.status == 0, QByteArray(ran.err + ran.out).constData());
        if (isStandIn) {
            QCOMPARE(standIn->door("GET", u"dump?types=tasks"_s)[u"tasks"_s].toArray().size(), 1);
        } else {
            QCOMPARE(tasksOf(*loopback).size(), 1);
        }
        ran = run({u"request"_s, u"list"_s, u"--json"_s});
        QVERIFY2(ran.out.contains("submitted"), ran.out.constData());
    }

    //! The list grows for years; what is asked each minute does not.
    void staysInStepWithoutReadingAllRequests()
    {
        constexpr int many = 350; // three pages and a half
        tests::PullBench bench(tests::makeShape(u"openmetadata"_s, {}),
                               platforms::openmetadata::create());
        for (int n = 0; n < many; ++n) {
            const auto request = tests::accessTo(
                u"dataProduct:product1"_s, u"table:acme.mesh.public.table_%1"_s.arg(n % 20), n);
            QCOMPARE(bench.port().send(tests::operationOf(request)).kind,
                     platforms::ActionOutcome::Kind::Applied);
        }
        auto pulled = bench.pull();
        QVERIFY(pulled && pulled->access && pulled->isAccessWhole);
        QCOMPARE(pulled->access->requests.size(), many);
        const auto asked = [&bench] {
            int count = 0;
            const auto seen = bench.server.seen();
            for (const auto &one : seen)
                count += one.target.contains("dataAccessRequests") ? 1 : 0;
            bench.server.forgetSeen();
            return count;
        };
        QVERIFY(asked() > 3);
        // Nothing happened: one look, and two numbers.
        pulled = bench.pull();
        QVERIFY(pulled && !pulled->access);
        QCOMPARE(asked(), 3);
        // A new session has nothing in memory, and need not read more either.
        bench.restart();
        pulled = bench.pull();
        QVERIFY(pulled && !pulled->access);
        QCOMPARE(asked(), 3);
        // A new one, and one that was decided, are among the newest.
        QVERIFY(bench.pull(true));
        asked();
        const auto further =
            tests::accessTo(u"dataProduct:product1"_s, u"table:acme.mesh.public.table_2"_s, many);
        QCOMPARE(bench.port().send(tests::operationOf(further)).kind,
                 platforms::ActionOutcome::Kind::Applied);
        asked();
        pulled = bench.pull();
        QVERIFY(pulled && pulled->access);
        QCOMPARE(pulled->access->requests.size(), many + 1);
        QCOMPARE(asked(), 3);
        // An old one is decided: the numbers tell that there is something to look for.
        bench.change([](Shape &shape) {
            openMetadata(shape).signIn(u"user1"_s);
            openMetadata(shape).decideTask(0, u"approve"_s);
        });
        pulled = bench.pull();
        QVERIFY(pulled && pulled->access);
        QCOMPARE(pulled->access->decisions.size(), 1);
        QVERIFY(asked() > 3);
        QVERIFY(!bench.pull()->access);
        QCOMPARE(asked(), 3);
        // What changes without another state is found within the hour.
        bench.pass(61LL * 60'000);
        QVERIFY(bench.pull()->access);
    }

    //! Who comes into a team that decides changes no request.
    void whoIsInATeamIsLookedAtEachHour()
    {
        tests::PullBench bench(tests::makeShape(u"openmetadata"_s, {}),
                               platforms::openmetadata::create());
        const auto request =
            tests::accessTo(u"dataProduct:product1"_s, u"table:acme.mesh.public.table_1"_s, 1);
        QCOMPARE(bench.port().send(tests::operationOf(request)).kind,
                 platforms::ActionOutcome::Kind::Applied);
        const auto approvers = [&bench] {
            const auto pulled = bench.pull();
            return pulled && pulled->access
                ? pulled->access->requests.first().request.items.first().steps.first().approvers
                : QStringList();
        };
        const auto before = approvers();
        QVERIFY(!before.isEmpty());
        bench.change([](Shape &shape) {
            auto &server = openMetadata(shape);
            auto team = server.thing(u"team"_s, u"stewards"_s);
            team.insert(u"users"_s, QJsonArray{server.reference(u"user"_s, u"user2"_s)});
            server.put(u"team"_s, team);
        });
        bench.pass(61LL * 60'000);
        const auto now = approvers();
        QCOMPARE(now.size(), before.size() + 1);
        QVERIFY(now.last().startsWith(u"user2@"_s));
    }

    //! Requests about things of other domains are not kept either.
    void requestsOfOtherDomainsStayOut()
    {
        tests::PullBench bench(tests::makeShape(u"openmetadata"_s, {}),
                               platforms::openmetadata::create(), 1,
                               {{u"domains"_s, QJsonArray{u"part1"_s}}});
        for (int n = 0; n < 4; ++n) {
            const auto request = tests::accessTo(u"dataProduct:product1"_s,
                                                 u"table:acme.mesh.public.table_%1"_s.arg(n), n);
            QCOMPARE(bench.port().send(tests::operationOf(request)).kind,
                     platforms::ActionOutcome::Kind::Applied);
        }
        const auto pulled = bench.pull();
        QVERIFY(pulled && pulled->access);
        QStringList ports;
        for (const auto &held : std::as_const(pulled->access->requests))
            ports.append(held.request.items.first().port);
        ports.sort();
        QCOMPARE(ports,
                 (QStringList{u"table:acme.mesh.public.table_1"_s,
                              u"table:acme.mesh.public.table_3"_s}));
    }

private:
    struct Ran
    {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };

    //! The real program.
    Ran run(const QStringList &words)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        process.setProcessEnvironment(environment);
        QEventLoop loop;
        connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        process.start(QStringLiteral(PORTOLAN_CLI),
                      QStringList{u"--profile"_s, m_profile->path()} + words);
        if (words.contains(u"--token-stdin"_s))
            process.write(m_token);
        process.closeWriteChannel();
        loop.exec();
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    QByteArray m_token;
};

QTEST_GUILESS_MAIN(TestOpenMetadataAccess)
#include "tst_openmetadataaccess.moc"
