// SPDX-License-Identifier: GPL-3.0-or-later
// The demo mesh of a profile that is older than its results.
#include "models/base/clock.h"
#include "models/base/identity.h"
#include "models/store/store.h"
#include "tests/cli/commandline.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using portolan::tests::Outcome;
using portolan::tests::run;

class TestDemoAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        const auto profile = store::Profile::open(m_dir->path());
        QVERIFY(profile);
        SystemClock clock;
        auto opened = store::Store::open(*profile, clock);
        QVERIFY(opened);
        // As the first version stored it: it read what ships.
        const store::Account account{
            .id = demoAccountId(), .name = u"demo"_s, .platform = u"demo"_s, .folder = shipped()};
        auto stored = (*opened)->accounts().put(account);
        stored.waitForFinished();
        QVERIFY(stored.result());
    }

    void aSyncBringsTheCopyToAnAccountThatReadWhatShips()
    {
        QCOMPARE(place(), shipped());
        const auto synced = onProfile({u"sync"_s});
        QVERIFY2(synced.status == 0, synced.err.constData());
        QCOMPARE(place(), QString(m_dir->path() % u"/demo"_s));
        const auto levels = onProfile({u"slo"_s, u"--json"_s}).json().value(u"slos"_s).toArray();
        QMap<QString, int> count;
        for (const auto &level : levels)
            ++count[level[u"state"_s].toString()];
        qInfo() << count;
        // What the README of the demo says about its service levels, whenever it starts first.
        QCOMPARE(levels.size(), 206);
        QVERIFY(count.value(u"missed"_s) >= 1 && count.value(u"missed"_s) <= 3);
        QVERIFY(count.value(u"burning"_s) >= 4 && count.value(u"burning"_s) <= 10);
        QVERIFY(count.value(u"unknown"_s) <= 12);
        const auto again = onProfile({u"sync"_s, u"--json"_s}).json();
        const auto account = again.value(u"accounts"_s).toArray().first();
        QCOMPARE(account[u"added"_s].toInt() + account[u"changed"_s].toInt(), 0);
    }

    void theLineageOfTheDemoSpansAllDomainsWithFieldsAndHistory()
    {
        QCOMPARE(onProfile({u"sync"_s}).status, 0);
        const auto lineage = [this](const QStringList &more) {
            return onProfile(QStringList{u"lineage"_s, u"--all"_s, u"--format"_s, u"json"_s} + more)
                .json();
        };
        const auto whole = lineage({u"--fields"_s});
        const auto nodes = whole.value(u"nodes"_s).toArray();
        QMap<QString, int> inDomain;
        int fromDbt = 0;
        int fromEvents = 0;
        for (const auto &node : nodes) {
            ++inDomain[node[u"domain"_s][0].toString()];
            for (const auto &alias : node[u"aliases"_s].toArray()) {
                const auto name = alias[u"nativeId"_s].toString();
                fromDbt += name.startsWith(u"model."_s) || name.startsWith(u"source."_s) ? 1 : 0;
                fromEvents += name.startsWith(u"dataset:"_s) ? 1 : 0;
            }
        }
        QMap<QString, int> levels;
        for (const auto &edge : whole.value(u"edges"_s).toArray())
            ++levels[edge[u"level"_s].toString()];
        const auto now = SystemClock().now();
        const auto day = [&now](int ago) { return now.addDays(-ago).toString(u"yyyy-MM-dd"_s); };
        QMap<QString, int> changes;
        for (const auto &edge :
             lineage({u"--diff"_s, day(120), day(0)}).value(u"edges"_s).toArray())
            ++changes[edge[u"change"_s].toString()];
        qInfo() << nodes.size() << inDomain << fromDbt << fromEvents << levels << changes;
        // Some 400 tables, topics, files and dashboards, and 140 ports of products.
        QVERIFY(nodes.size() >= 550 && nodes.size() <= 620);
        for (const auto &domain :
             {u"Customer"_s, u"Finance"_s, u"Inventory"_s, u"Marketing"_s, u"Orders"_s})
            QVERIFY2(inDomain.value(domain) >= 70, qPrintable(domain));
        QVERIFY(fromDbt >= 40);
        QVERIFY(fromEvents >= 320);
        QVERIFY(levels.value(u"dataset"_s) >= 800);
        QVERIFY(levels.value(u"field"_s) >= 2400);
        QVERIFY(changes.value(u"added"_s) > 0);
        QVERIFY(changes.value(u"removed"_s) > 0);
    }

    void requestsOfTheDemoAreInEveryStateAndTenWaitForItsPerson()
    {
        QCOMPARE(onProfile({u"sync"_s}).status, 0);
        const auto requests = [this](const QStringList &more) {
            return onProfile(QStringList{u"request"_s, u"list"_s, u"--json"_s} + more)
                .json()
                .value(u"requests"_s)
                .toArray();
        };
        QStringList states;
        for (const auto &one : requests({}))
            states.append(one[u"state"_s].toString());
        QCOMPARE(states.size(), 23);
        states.removeDuplicates();
        states.sort();
        QCOMPARE(
            states,
            (QStringList{u"approved"_s, u"conflict"_s, u"in review"_s, u"needs info"_s,
                         u"partly approved"_s, u"rejected"_s, u"submitted"_s, u"withdrawn"_s}));
        QCOMPARE(requests({u"--to-review"_s, u"--state"_s, u"submitted"_s}).size()
                     + requests({u"--to-review"_s, u"--state"_s, u"in review"_s}).size(),
                 10);
        QCOMPARE(requests({u"--mine"_s}).size(), 3);
        states.clear();
        const auto agreements = onProfile({u"agreement"_s, u"list"_s, u"--json"_s}).json();
        for (const auto &one : agreements.value(u"agreements"_s).toArray())
            states.append(one[u"state"_s].toString());
        states.removeDuplicates();
        states.sort();
        QCOMPARE(states,
                 (QStringList{u"active"_s, u"expired"_s, u"expiring"_s, u"pending"_s, u"renewed"_s,
                              u"suspended"_s, u"terminated"_s}));
        QCOMPARE(onProfile({u"lint"_s, m_dir->path() % u"/demo/access"_s}).out, QByteArray());
        // Its person can decide, and nobody has to say who that is.
        const auto waiting = requests({u"--to-review"_s, u"--state"_s, u"submitted"_s});
        const auto decided =
            onProfile({u"request"_s, u"decide"_s, waiting.first()[u"id"_s].toString(),
                       u"--approve"_s, u"--reason"_s, u"Fits the purpose."_s});
        QVERIFY2(decided.status == 0, decided.err.constData());
        QCOMPARE(onProfile({u"sync"_s}).status, 0);
        QCOMPARE(onProfile({u"agreement"_s, u"list"_s, u"--json"_s})
                     .json()
                     .value(u"agreements"_s)
                     .toArray()
                     .size(),
                 agreements.value(u"agreements"_s).toArray().size() + 1);
    }

    //! Access that is on its way, there, taken away, and that could not be given or was left.
    void grantsOfTheDemoAreInEveryStateAndNoneIsOfNothing()
    {
        QCOMPARE(onProfile({u"sync"_s}).status, 0);
        const auto agreements = onProfile({u"agreement"_s, u"list"_s, u"--json"_s})
                                    .json()
                                    .value(u"agreements"_s)
                                    .toArray();
        QMap<QString, QString> stood; // agreement of a state of its grant
        for (const auto &one : agreements) {
            if (one.toObject().contains(u"grant"_s))
                stood.insert(one[u"grant"_s][u"state"_s].toString(), one[u"id"_s].toString());
        }
        QCOMPARE(stood.keys(),
                 (QStringList{u"deprovisioned"_s, u"deprovisioning"_s, u"failed"_s,
                              u"provisioned"_s, u"provisioning"_s}));
        const auto grants =
            QDir(m_dir->path() % u"/demo/access/grants"_s).entryList({u"*.yaml"_s}, QDir::Files);
        qsizetype told = 0;
        for (const auto &one : agreements)
            told += one.toObject().contains(u"grant"_s) ? 1 : 0;
        QCOMPARE(grants.size(), told); // each is of an agreement that there is
        for (const auto &name : grants) {
            QFile file(m_dir->path() % u"/demo/access/grants/"_s % name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto bytes = file.readAll();
            QVERIFY2(bytes.contains("state: provision") && !bytes.contains("state: none"),
                     bytes.constData());
        }
        const auto failed = onProfile({u"agreement"_s, u"show"_s, stood.value(u"failed"_s)}).out;
        QVERIFY2(failed.contains("failed: The password"), failed.constData());
        const auto requests = onProfile({u"request"_s, u"list"_s}).out;
        QVERIFY2(requests.contains("could not be given"), requests.constData());
        QVERIFY2(requests.contains("may still be"), requests.constData());
    }

    //! Their hashes are written down in the program: the files must still say what they are of.
    void everybodyInTheDemoHasAcceptedTheTermsAsTheyAre()
    {
        QCOMPARE(onProfile({u"sync"_s}).status, 0);
        const auto all =
            onProfile({u"request"_s, u"list"_s, u"--json"_s}).json().value(u"requests"_s).toArray();
        QVERIFY(all.size() > 10);
        QMap<QString, QJsonArray> current; // by port
        for (const auto &request : all) {
            QVERIFY(!request[u"terms"_s].toArray().isEmpty());
            QJsonArray wanted; // of all its ports, each contract once
            for (const auto &item : request[u"items"_s].toArray()) {
                const auto port = item[u"port"_s].toString();
                if (!current.contains(port))
                    current.insert(port,
                                   onProfile({u"request"_s, u"check"_s, u"--port"_s, port,
                                              u"--accept-terms"_s, u"--json"_s})
                                       .json()
                                       .value(u"requests"_s)[0][u"terms"_s]
                                       .toArray());
                const auto terms = current.value(port);
                for (const auto &term : terms) {
                    if (!wanted.contains(term))
                        wanted.append(term);
                }
            }
            QCOMPARE(request[u"terms"_s].toArray(), wanted);
        }
    }

    void aRemovedDemoIsNotBroughtBack()
    {
        QCOMPARE(onProfile({u"accounts"_s, u"remove"_s, u"demo"_s}).status, 0);
        QCOMPARE(onProfile({u"sync"_s}).status, 0);
        QVERIFY(!QDir(m_dir->path() % u"/demo"_s).exists());
        const auto added = onProfile({u"accounts"_s, u"add"_s, u"demo"_s});
        QVERIFY2(added.status == 0, added.err.constData());
        QCOMPARE(place(), QString(m_dir->path() % u"/demo"_s));
    }

private:
    static QString shipped() { return QStringLiteral(PORTOLAN_SOURCE_DIR "/resources/demo"); }

    Outcome onProfile(const QStringList &arguments) const
    {
        return run(QStringList{u"--profile"_s, m_dir->path()} + arguments);
    }

    QString place() const
    {
        const auto list = onProfile({u"accounts"_s, u"list"_s, u"--json"_s});
        const auto accounts = list.json().value(u"accounts"_s).toArray();
        return accounts.first()[u"folder"_s].toString();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestDemoAccount)
#include "tst_demoaccount.moc"
