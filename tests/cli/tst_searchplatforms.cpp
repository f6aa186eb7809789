// SPDX-License-Identifier: GPL-3.0-or-later
// `search --platforms`: what the real program prints and how it exits where accounts answer, need a
// sign-in, or cannot be reached.
#include "models/store/store.h"
#include "tests/net/loopback.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Loopback;
using tests::Seen;

namespace {

const QByteArray found = R"({"totalCount":2,"results":[
{"type":"DATASET","name":"late_orders","namespace":"shop"},
{"type":"JOB","name":"load late_orders","namespace":"etl"}]})";

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }

    QJsonObject platform(int index) const
    {
        return json().value(u"platforms"_s).toArray().at(index).toObject();
    }
};

} // namespace

class TestSearchPlatforms : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_status = 200;
        m_server = std::make_unique<Loopback>([this](QTcpSocket *socket, const Seen &) {
            socket->write(Loopback::whole(m_status, m_status == 200 ? found : QByteArray("{}")));
        });
    }

    void whatPlatformsFindIsPrintedBesideWhatIsHere()
    {
        addAccounts({{u"runs"_s, m_server->port()}}, true);
        const auto plain = run({u"search"_s, u"late"_s, u"--json"_s});
        QCOMPARE(plain.status, 0);
        QVERIFY(!plain.json().contains(u"platforms"_s));
        QCOMPARE(m_server->seen().size(), 0); // nobody is asked unless told to

        const auto asked = run({u"search"_s, u"late"_s, u"kind:asset"_s, u"--platforms"_s,
                                u"--limit"_s, u"5"_s, u"--json"_s});
        QVERIFY2(asked.status == 0, asked.err.constData());
        QCOMPARE(asked.json().value(u"hits"_s).toArray().size(), 1);
        const auto runs = asked.platform(0);
        QCOMPARE(runs.value(u"account"_s), u"runs"_s);
        QCOMPARE(runs.value(u"platform"_s), u"marquez"_s);
        QCOMPARE(runs.value(u"state"_s), u"complete"_s);
        const auto hits = runs.value(u"hits"_s).toArray();
        QCOMPARE(hits.size(), 2);
        const auto local = asked.json().value(u"hits"_s).toArray().first().toObject();
        QCOMPARE(hits.at(0)[u"nativeId"_s], u"dataset:shop:late_orders"_s);
        QCOMPARE(hits.at(0)[u"id"_s], local.value(u"id"_s));
        QCOMPARE(hits.at(1)[u"nativeId"_s], u"job:etl:load late_orders"_s);
        QVERIFY(hits.at(1)[u"id"_s].isNull());
        QCOMPARE(hits.at(1)[u"absence"_s], u"not-synced"_s);
        QCOMPARE(hits.at(1)[u"type"_s], u"job"_s);

        const auto table = run({u"search"_s, u"late"_s, u"--platforms"_s});
        QVERIFY(table.out.contains("runs (marquez): 2 found"));
        QVERIFY(table.out.contains("job:etl:load late_orders"));
    }

    void hitsOfPlatformsCountAsFound()
    {
        addAccounts({{u"runs"_s, m_server->port()}}, false);
        QCOMPARE(run({u"search"_s, u"late"_s}).status, 1);
        const auto asked = run({u"search"_s, u"late"_s, u"--platforms"_s, u"--json"_s});
        QCOMPARE(asked.status, 0);
        QCOMPARE(asked.platform(0).value(u"hits"_s)[0][u"absence"_s], u"never-synced"_s);
        QCOMPARE(run({u"search"_s, u"elsewhere"_s, u"--platforms"_s}).status, 1);
    }

    void whoDoesNotAnswerIsSaid()
    {
        addAccounts({{u"runs"_s, m_server->port()}, {u"gone"_s, quint16(1)}}, false);
        const auto asked = run({u"search"_s, u"late"_s, u"--platforms"_s, u"--json"_s});
        QCOMPARE(asked.status, 4);
        QCOMPARE(asked.platform(0).value(u"hits"_s).toArray().size(), 2);
        QCOMPARE(asked.platform(1).value(u"state"_s), u"failed"_s);
        QVERIFY(!asked.platform(1).value(u"error"_s).toString().isEmpty());
        QVERIFY(asked.err.contains("gone: "));
        QCOMPARE(asked.err.count('\n'), 1);

        const auto table = run({u"search"_s, u"late"_s, u"--platforms"_s});
        QVERIFY2(table.out.contains("gone (marquez): no answer: "), table.out.constData());

        // Only the one that is named.
        const auto named =
            run({u"search"_s, u"late"_s, u"--platforms"_s, u"--account"_s, u"runs"_s, u"--json"_s});
        QCOMPARE(named.status, 0);
        QCOMPARE(named.json().value(u"platforms"_s).toArray().size(), 1);

        // A sign-in that is needed goes before a network that is down.
        m_status = 401;
        QCOMPARE(run({u"search"_s, u"late"_s, u"--platforms"_s}).status, 5);
    }

    void whatMakesNoSenseIsRefused()
    {
        addAccounts({{u"runs"_s, m_server->port()}}, false);
        QCOMPARE(run({u"search"_s, u"late"_s, u"--account"_s, u"runs"_s}).status, 2);
        QCOMPARE(run({u"search"_s, u"kind:asset"_s, u"--platforms"_s}).status, 2);
        const auto nobody =
            run({u"search"_s, u"late"_s, u"--platforms"_s, u"--account"_s, u"nobody"_s});
        QCOMPARE(nobody.status, 1);
        QVERIFY(nobody.err.contains("nobody"));
        QCOMPARE(m_server->seen().size(), 0);
    }

private:
    //! Stores accounts of Marquez at ports of this machine, as the program keeps them; with \a
    //! isSynced the first one has a dataset already.
    void addAccounts(const QList<std::pair<QString, quint16>> &accounts, bool isSynced)
    {
        const SystemClock clock;
        const auto profile = store::Profile::open(m_profile->path());
        QVERIFY(profile);
        const auto store = store::Store::open(*profile, clock);
        QVERIFY(store);
        QUuid first;
        int position = 0; // they are printed in the order of accounts
        for (const auto &[name, port] : accounts) {
            store::Account account{.id = QUuid::createUuid(), .name = name};
            account.platform = u"marquez"_s;
            account.url = u"http://127.0.0.1:%1"_s.arg(port);
            account.options = {{u"signIn"_s, u"none"_s}};
            account.position = position++;
            first = first.isNull() ? account.id : first;
            QVERIFY((*store)->accounts().put(account).takeResult());
        }
        if (!isSynced)
            return;
        domain::Record record;
        record.kind = domain::EntityKind::Asset;
        record.nativeId = u"dataset:shop:late_orders"_s;
        record.name = u"late_orders"_s;
        QVERIFY(
            (*store)->apply({.account = first, .records = {record}, .removed = {}}).takeResult());
        store::PullState state{.account = first, .cursor = "x", .lastSync = clock.now()};
        state.state = u"complete"_s;
        QVERIFY((*store)->finishPull(state, {}).takeResult());
    }

    //! Runs the program while the server of this test answers.
    Outcome run(const QStringList &words) const
    {
        QProcess process;
        process.start(QStringLiteral(PORTOLAN_CLI),
                      QStringList{u"--profile"_s, m_profile->path()} + words);
        const bool ended =
            QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000);
        if (!ended)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Loopback> m_server;
    int m_status = 200;
};

QTEST_GUILESS_MAIN(TestSearchPlatforms)
#include "tst_searchplatforms.moc"
