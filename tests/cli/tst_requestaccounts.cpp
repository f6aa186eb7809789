// SPDX-License-Identifier: GPL-3.0-or-later
// A request over the ports of several accounts: one for each of them, all or none, one document.
#include "models/store/store.h"
#include "tests/cli/clonedmesh.h"

#include <QDate>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::ClonedMesh;
using tests::Outcome;

namespace {

const QString ada = u"ada"_s;
const QString market = u"market"_s;

QStringList asking(const QString &word, const QStringList &ports, const QStringList &more = {})
{
    QStringList words{u"request"_s,
                      word,
                      u"--purpose"_s,
                      u"analytics"_s,
                      u"--for"_s,
                      u"Team A"_s,
                      u"--role"_s,
                      u"reader"_s,
                      u"--to"_s,
                      QDate::currentDate().addDays(90).toString(Qt::ISODate),
                      u"--justification"_s,
                      u"To plan the shifts of the next quarter."_s,
                      u"--accept-terms"_s,
                      u"--json"_s};
    for (const auto &port : ports)
        words += {u"--port"_s, port};
    return words + more;
}

QJsonArray requestsIn(const Outcome &outcome)
{
    return outcome.json().value(u"requests"_s).toArray();
}

QStringList portsOf(const QJsonValue &request)
{
    QStringList ports;
    for (const auto item : request[u"items"_s].toArray())
        ports.append(item[u"account"_s].toString() + u' ' + item[u"port"_s].toString());
    return ports;
}

} // namespace

class TestRequestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    //! Ada's profile has a second folder, in which she is known by another address.
    void init()
    {
        m_mesh = std::make_unique<ClonedMesh>();
        const auto folder = m_mesh->path(market);
        tests::writeFile(folder + u"/market.odps.yaml"_s,
                         tests::askedProduct({"prices", "rates"})
                             .replace("id: shop", "id: market")
                             .replace("name: Shop", "name: Market"));
        for (const QByteArray id : {"prices", "rates"})
            tests::writeFile(folder + u'/' + QString::fromLatin1(id) + u".odcs.yaml"_s,
                             tests::askedContract(id));
        const auto added =
            m_mesh->as(ada,
                       {u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, market, u"--folder"_s,
                        folder, u"--as"_s, u"Ada <ask@example.org>"_s});
        QVERIFY2(added.status == 0, added.err.constData());
        QCOMPARE(m_mesh->sync(ada).status, 0);
    }

    void eachAccountGetsARequestOfItsOwn()
    {
        const auto asked = m_mesh->as(ada, asking(u"create"_s, all));
        QVERIFY2(asked.status == 0, asked.err.constData());
        const auto requests = requestsIn(asked);
        QCOMPARE(requests.size(), 2);
        QCOMPARE(portsOf(requests.at(0)),
                 (QStringList{u"mesh shop#orders"_s, u"mesh shop#stock"_s}));
        QCOMPARE(portsOf(requests.at(1)), QStringList{u"market market#prices"_s});
        QCOMPARE(requests.at(0)[u"asker"_s].toString(), u"Ada Ask <ada@example.com>"_s);
        QCOMPARE(requests.at(1)[u"asker"_s].toString(), u"Ada <ask@example.org>"_s);
        QVERIFY(requests.at(0)[u"id"_s] != requests.at(1)[u"id"_s]);
        for (const auto request : requests) {
            QCOMPARE(request[u"state"_s].toString(), u"queued"_s);
            QStringList contracts;
            for (const auto port : request[u"items"_s].toArray())
                contracts.append(port[u"port"_s].toString().section(u'#', 1));
            QStringList accepted;
            for (const auto terms : request[u"terms"_s].toArray())
                accepted.append(terms[u"id"_s].toString());
            QCOMPARE(accepted, contracts); // nobody is told of others' terms
            for (const auto verdict : request[u"verdicts"_s].toArray()) {
                const auto port = verdict[u"port"_s].toString();
                QVERIFY2(port.isEmpty() || contracts.contains(port.section(u'#', 1)),
                         qPrintable(port));
            }
        }
        QCOMPARE(operations(), 2);
        QCOMPARE(m_mesh->sync(ada).status, 0);
        QCOMPARE(m_mesh->files(ada, u"access/requests"_s).size(), 1);
        QCOMPARE(m_mesh->files(market, u"access/requests"_s).size(), 1);
    }

    void draftsAreKeptForEachAccount()
    {
        const auto asked = m_mesh->as(ada, asking(u"create"_s, all, {u"--draft"_s}));
        QVERIFY2(asked.status == 0, asked.err.constData());
        QCOMPARE(requestsIn(asked).size(), 2);
        QCOMPARE(requestsIn(asked).at(1)[u"state"_s].toString(), u"draft"_s);
        QCOMPARE(operations(), 2);
    }

    void theWorstVerdictOfAllDecides_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<int>("status");
        QTest::newRow("pass") << QByteArray() << 0;
        QTest::newRow("unknown") << QByteArray(
            "rules:\n- id: odd\n  kind: nobody-knows\n  scope: request\n")
                                 << 4;
        QTest::newRow("fail") << QByteArray(
            "rules:\n- id: short\n  kind: period-limit\n  scope: request\n"
            "  parameters:\n    maxDays: 3\n- id: odd\n  kind: nobody-knows\n  scope: request\n")
                              << 1;
    }

    //! The rules are those of the second account alone.
    void theWorstVerdictOfAllDecides()
    {
        QFETCH(QByteArray, rules);
        QFETCH(int, status);
        if (!rules.isEmpty()) {
            tests::writeFile(m_mesh->path(market) + u"/policies/own.yaml"_s, rules);
            QCOMPARE(m_mesh->sync(ada).status, 0);
        }
        const auto checked = m_mesh->as(ada, asking(u"check"_s, all));
        QVERIFY2(checked.status == status, QByteArray(checked.err + checked.out).constData());
        QCOMPARE(requestsIn(checked).size(), 2);
        for (const auto request : requestsIn(checked)) { // nothing of it was sent
            QCOMPARE(request[u"state"_s].toString(), u"draft"_s);
            QCOMPARE(request[u"items"_s][0][u"state"_s].toString(), u"draft"_s);
        }
        QCOMPARE(operations(), 0);
        const auto created = m_mesh->as(ada, asking(u"create"_s, all));
        QCOMPARE(created.status, status == 1 ? 1 : 0);
        QCOMPARE(operations(), status == 1 ? 0 : 2); // all or none
        if (status != 1)
            return;
        QVERIFY2(created.err.contains("short"), created.err.constData());
        QVERIFY(created.out.isEmpty());
        const auto excused =
            m_mesh->as(ada, asking(u"create"_s, all, {u"--exception"_s, u"The board agreed."_s}));
        QVERIFY2(excused.status == 0, excused.err.constData());
        QCOMPARE(operations(), 2);
    }

    void thePersonReadsWhichAccountSaysWhat()
    {
        auto words = asking(u"check"_s, all);
        words.removeAll(u"--json"_s);
        const auto checked = m_mesh->as(ada, words);
        QCOMPARE(checked.status, 0);
        QVERIFY2(checked.out.contains("ACCOUNT") && checked.out.contains("market"),
                 checked.out.constData());
    }

    void whereOnePortCannotBeAskedForNoneIs()
    {
        const auto refused = m_mesh->as(ada, asking(u"create"_s, all + QStringList{u"nowhere"_s}));
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.err.count('\n'), 1);
        QCOMPARE(operations(), 0);
    }

    void whatNoAccountTakesIsAskedForOnItsOwnPage()
    {
        addServer();
        const QStringList ports{u"shop#orders"_s, u"urn:rates"_s};
        const auto checked = m_mesh->as(ada, asking(u"check"_s, {u"urn:rates"_s}));
        QCOMPARE(requestsIn(checked).first()[u"state"_s].toString(), u"external"_s);
        const auto asked = m_mesh->as(ada, asking(u"create"_s, ports));
        QCOMPARE(asked.status, 1); // not all of it was asked
        const auto requests = requestsIn(asked);
        QCOMPARE(requests.size(), 2);
        QCOMPARE(requests.at(0)[u"state"_s].toString(), u"queued"_s);
        QCOMPARE(requests.at(1)[u"state"_s].toString(), u"external"_s);
        const auto item = requests.at(1)[u"items"_s][0];
        QCOMPARE(item[u"port"_s].toString(), u"urn:rates"_s);
        QCOMPARE(item[u"state"_s].toString(), u"external"_s);
        QCOMPARE(item[u"page"_s].toString(), u"https://hub.example.com/rates"_s);
        QCOMPARE(operations(), 1); // and nothing is shown as sent
        auto words = asking(u"create"_s, {u"urn:rates"_s});
        words.removeAll(u"--json"_s);
        const auto text = m_mesh->as(ada, words);
        QCOMPARE(text.status, 1);
        QVERIFY2(text.out.contains("own page: https://hub.example.com/rates; nothing was sent"),
                 text.out.constData());
        QCOMPARE(operations(), 1);
    }

    void theWorkspaceThatIsNamedTakesWhatNobodyTakes()
    {
        addServer();
        const auto option = u"--other-requests"_s;
        QCOMPARE(m_mesh->as(ada, {u"accounts"_s, u"edit"_s, u"hub"_s, option, u"yes"_s}).status, 2);
        QCOMPARE(m_mesh->as(ada, {u"accounts"_s, u"edit"_s, market, option, u"maybe"_s}).status, 2);
        const auto named =
            m_mesh->as(ada, {u"accounts"_s, u"edit"_s, market, option, u"yes"_s, u"--json"_s});
        QVERIFY2(named.status == 0, named.err.constData());
        QVERIFY(named.json().value(u"accounts"_s)[0][u"otherRequests"_s].toBool());
        const auto asked = m_mesh->as(ada,
                                      asking(u"create"_s, {u"urn:rates"_s, u"shop#orders"_s},
                                             {u"--exception"_s, u"The board agreed."_s}));
        QVERIFY2(asked.status == 0, QByteArray(asked.err + asked.out).constData());
        QCOMPARE(portsOf(requestsIn(asked).at(0)), QStringList{u"market urn:rates"_s});
        QCOMPARE(m_mesh->as(ada, {u"sync"_s, u"--account"_s, market}).status, 0);
        QCOMPARE(m_mesh->files(market, u"access/requests"_s).size(), 1);
        const auto id = requestsIn(asked).at(0)[u"id"_s].toString();
        const auto shown = m_mesh->as(ada, {u"request"_s, u"show"_s, id, u"--json"_s});
        QCOMPARE(requestsIn(shown).first()[u"state"_s].toString(), u"submitted"_s);
        QCOMPARE(m_mesh->as(ada, {u"accounts"_s, u"edit"_s, market, option, u"no"_s}).status, 0);
        QCOMPARE(m_mesh->as(ada, asking(u"create"_s, {u"urn:rates"_s})).status, 1);
    }

private:
    //! An account whose platform is only read, with a port and where it is shown there.
    void addServer() const
    {
        SystemClock clock;
        const auto store =
            store::Store::open(*store::Profile::open(m_mesh->path(ada + u".profile"_s)), clock);
        QVERIFY(store);
        const auto hub = QUuid::createUuid();
        QVERIFY((*store)
                    ->accounts()
                    .put({.id = hub,
                          .name = u"hub"_s,
                          .platform = u"marquez"_s,
                          .url = u"http://127.0.0.1:1"_s,
                          .position = 9})
                    .takeResult());
        domain::Record port{
            .kind = domain::EntityKind::Port, .nativeId = u"urn:rates"_s, .name = u"rates"_s};
        port.native.append({.file = u"https://hub.example.com/rates"_s, .line = 0, .json = {}});
        port.relations = {{domain::Relation::GovernedBy, u"urn:terms"_s}};
        domain::Record contract{
            .kind = domain::EntityKind::Contract, .nativeId = u"urn:terms"_s, .name = u"terms"_s};
        contract.roles = {{.role = u"reader"_s,
                           .description = {},
                           .access = {},
                           .firstLevelApprovers = u"bo@example.com"_s,
                           .secondLevelApprovers = {}}};
        QVERIFY((*store)->apply({hub, {port, contract}, {}}).takeResult());
        QVERIFY((*store)->finishPull({.account = hub, .state = u"complete"_s}, {}).takeResult());
    }

    qsizetype operations() const
    {
        return m_mesh->as(ada, {u"outbox"_s, u"list"_s, u"--json"_s})
            .json()
            .value(u"operations"_s)
            .toArray()
            .size();
    }

    const QStringList all{u"shop#orders"_s, u"market#prices"_s, u"shop#stock"_s};
    std::unique_ptr<ClonedMesh> m_mesh;
};

QTEST_GUILESS_MAIN(TestRequestAccounts)
#include "tst_requestaccounts.moc"
