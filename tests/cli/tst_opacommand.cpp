// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says and how it exits where a platform judges besides the workspace.
#include "models/store/store.h"
#include "tests/cli/clonedmesh.h"
#include "tests/platforms/opa/opaserver.h"

#include <QDate>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::ClonedMesh;
using tests::Outcome;

namespace {

const QString ada = u"ada"_s;
constexpr int liveCases = 5;

const QByteArray policy = R"(package mesh.access.request

import rego.v1

default allow := false

allow if count(reasons) == 0

reasons contains {
	"code": "team.unknown",
	"severity": "deny",
	"message": "Nobody knows this team",
	"path": "/request/consumer",
} if input.request.consumer.name == "Strangers"
)";

const QByteArray productPolicy = R"(package mesh.governance.product

import rego.v1

violations contains {"policy": "named", "severity": "deny", "message": "Nothing is called so"} if {
	input.product.name == "Shop"
}
)";

// Only who is trained asks; a product with open failures is worth a word.
const QByteArray standingPolicy = R"(package mesh.access.request

import rego.v1

default allow := false

allow if count(denials) == 0

denials contains one if {
	some one in reasons
	one.severity == "deny"
}

reasons contains {
	"code": "training.missing",
	"severity": "deny",
	"message": "The privacy training is missing",
	"path": "/subject/trainings",
} if not trained

trained if "privacy-2026" in input.subject.trainings

reasons contains {
	"code": "quality.open",
	"severity": "warning",
	"message": sprintf("%d of %d checks fail", [quality.open_failures, quality.checks]),
	"path": "/context/quality/open_failures",
} if quality.open_failures > 0

quality := input.context.quality

checks contains {
	"code": "team.own",
	"message": sprintf("%s may ask for %s", [input.subject.name, input.request.consumer.name]),
} if input.request.consumer.name in input.subject.teams

checks contains {
	"code": "owner.other",
	"message": "Another team answers for it",
} if not own

# Of its own: "not" before what is undefined, as a product without a team, would be undefined itself.
own if input.resource.product.owner_team in input.subject.teams
)";

//! A member list as a product has it, in which \a ada is a person with \a facts.
QByteArray teamOf(const QByteArray &name, const QByteArray &facts)
{
    return "apiVersion: v1.0.0\nkind: DataProduct\nid: desk\nname: Desk\nversion: 1.0.0\n"
           "status: active\nteam:\n  name: "
        + name
        + "\n  members:\n  - username: ada@example.com\n    name: Ada Ask\n    role: analyst\n"
        + facts;
}

constexpr auto openCheck = R"({"definitionName": "nightly", "defaultDataSource": "lake",
"scanStartTimestamp": "2026-10-05T06:40:01+00:00", "hasErrors": false, "metrics": [], "checks": [
{"identity": "ids", "name": "ids are there", "type": "generic", "dataSource": "lake",
 "table": "orders_table", "outcome": "fail", "metrics": []},
{"identity": "rows", "name": "rows are there", "type": "generic", "dataSource": "lake",
 "table": "orders_table", "outcome": "pass", "metrics": []}]})";

QStringList remotesIn(const Outcome &outcome)
{
    QStringList words;
    for (const auto one : ClonedMesh::request(outcome).value(u"verdicts"_s).toArray()) {
        if (one[u"source"_s] == u"opa"_s)
            words.append(one[u"policy"_s].toString() + u' ' + one[u"result"_s].toString() + u": "
                         + one[u"message"_s].toString());
    }
    words.sort();
    return words;
}

//! Adds an account with policies at \a url to ada's profile, as the store keeps it.
void addJudge(const ClonedMesh &mesh, const QString &url)
{
    const SystemClock clock;
    const auto profile = store::Profile::open(mesh.path(ada + u".profile"));
    QVERIFY(profile);
    const auto store = store::Store::open(*profile, clock);
    QVERIFY(store);
    QVERIFY(
        (*store)
            ->accounts()
            .put({.id = QUuid::createUuid(), .name = u"corp"_s, .platform = u"opa"_s, .url = url})
            .takeResult());
}

QStringList asking(const QString &word, const QString &team, const QStringList &more = {})
{
    QStringList words{u"request"_s,
                      word,
                      u"--port"_s,
                      u"shop#orders"_s,
                      u"--purpose"_s,
                      u"analytics"_s,
                      u"--for"_s,
                      team,
                      u"--role"_s,
                      u"reader"_s,
                      u"--to"_s,
                      QDate::currentDate().addDays(90).toString(Qt::ISODate),
                      u"--justification"_s,
                      u"To plan the shifts of the next quarter."_s,
                      u"--accept-terms"_s,
                      u"--json"_s};
    return words + more;
}

QJsonObject remoteIn(const Outcome &outcome)
{
    for (const auto one : ClonedMesh::request(outcome).value(u"verdicts"_s).toArray()) {
        if (one[u"source"_s] == u"opa"_s)
            return one.toObject();
    }
    return {};
}

} // namespace

class TestOpaCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatCouldNotBeCheckedIsSaidAndExitsWithFour()
    {
        ClonedMesh mesh;
        QCOMPARE(mesh.as(ada, asking(u"check"_s, u"Team A"_s)).status, 0);
        addJudge(mesh, u"http://127.0.0.1:1"_s);
        const auto checked = mesh.as(ada, asking(u"check"_s, u"Team A"_s));
        QCOMPARE(checked.status, 4);
        const auto verdict = remoteIn(checked);
        QCOMPARE(verdict.value(u"result"_s), u"unknown"_s);
        QVERIFY(
            verdict.value(u"message"_s).toString().startsWith(u"This could not be checked ("_s));
        // A rule that fails here decides, whoever else could not be asked.
        auto wrong = asking(u"check"_s, u"Team A"_s);
        wrong.replace(wrong.indexOf(u"analytics"_s), u"whatever"_s);
        QCOMPARE(mesh.as(ada, wrong).status, 1);

        // It stops nobody: the request goes, and whoever reviews it sees that it was not checked.
        const auto created = mesh.as(ada, asking(u"create"_s, u"Team A"_s));
        QVERIFY2(created.status == 0, created.err.constData());
        QCOMPARE(remoteIn(created).value(u"result"_s), u"unknown"_s);
        const auto synced = mesh.sync(ada);
        QJsonObject report;
        for (const auto one : synced.json().value(u"accounts"_s).toArray()) {
            if (one[u"account"_s] == u"mesh"_s)
                report = one.toObject();
        }
        QCOMPARE(report[u"sent"_s].toInt(), 1);
        QCOMPARE(report[u"held"_s].toInt(), 0);
        const auto listed = mesh.as(ada, {u"request"_s, u"list"_s, u"--json"_s});
        QCOMPARE(remoteIn(listed).value(u"result"_s), u"unknown"_s);
    }

    void lintAsksAnAccountThatIsNamed()
    {
        ClonedMesh mesh;
        addJudge(mesh, u"http://127.0.0.1:1"_s);
        const auto lint = [&mesh](const QStringList &more) {
            return mesh.as(ada, QStringList{u"lint"_s, mesh.path(ada), u"--json"_s} + more);
        };
        const auto alone = lint({u"--policies"_s});
        const auto asked = lint({u"--policies"_s, u"--account"_s, u"corp"_s});
        QCOMPARE(asked.status, alone.status == 0 ? 4 : 1);
        QVERIFY(asked.out.contains("This could not be checked"));
        QCOMPARE(lint({u"--policies"_s, u"--account"_s, u"nobody"_s}).status, 1);
        QCOMPARE(lint({u"--policies"_s, u"--account"_s, u"mesh"_s}).status, 2);
        QCOMPARE(lint({u"--account"_s, u"corp"_s}).status, 2);
    }

    void aLiveServerKnowsWhoAsksAndHowTheProductDoes()
    {
        if (tests::opaProgram().isEmpty())
            QSKIP(qPrintable(u"SKIP: %1 cases need the program opa"_s.arg(liveCases)));
        tests::OpaServer server({{u"a.rego"_s, standingPolicy}});
        QVERIFY(server.isRunning());
        ClonedMesh mesh;
        addJudge(mesh, server.url().toString());
        auto checked = mesh.as(ada, asking(u"check"_s, u"Team A"_s));
        QCOMPARE(remotesIn(checked),
                 (QStringList{u"owner.other pass: Another team answers for it"_s,
                              u"training.missing fail: The privacy training is missing"_s}));
        QCOMPARE(checked.status, 1);
        tests::writeFile(mesh.path(ada) + u"/desk.odps.yaml"_s,
                         teamOf("Team A",
                                "    customProperties:\n    - property: trainings\n"
                                "      value: safety, privacy-2026\n"));
        tests::writeFile(mesh.path(ada) + u"/scan.json"_s, openCheck);
        QCOMPARE(mesh.sync(ada).status, 0);
        checked = mesh.as(ada, asking(u"check"_s, u"Team A"_s));
        QCOMPARE(remotesIn(checked),
                 (QStringList{u"mesh/access/request pass: It is allowed"_s,
                              u"owner.other pass: Another team answers for it"_s,
                              u"quality.open warn: 1 of 2 checks fail"_s,
                              u"team.own pass: Ada Ask may ask for Team A"_s}));
        QCOMPARE(checked.status, 0);
    }

    void aLiveServerDecides()
    {
        if (tests::opaProgram().isEmpty())
            QSKIP(qPrintable(u"SKIP: %1 cases need the program opa"_s.arg(liveCases)));
        tests::OpaServer server({{u"a.rego"_s, policy}, {u"b.rego"_s, productPolicy}});
        QVERIFY(server.isRunning());
        ClonedMesh mesh;
        addJudge(mesh, server.url().toString());
        const auto good = mesh.as(ada, asking(u"check"_s, u"Team A"_s));
        if (good.out.contains("no address to send requests to"))
            QSKIP(
                qPrintable(u"SKIP: %1 cases need a command line that reaches accounts by URL"_s.arg(
                    liveCases)));
        QCOMPARE(good.status, 0);
        QCOMPARE(remoteIn(good).value(u"result"_s), u"pass"_s);
        const auto bad = mesh.as(ada, asking(u"check"_s, u"Strangers"_s));
        QCOMPARE(bad.status, 1);
        QCOMPARE(remoteIn(bad).value(u"field"_s), u"consumer"_s);
        const auto refused = mesh.as(ada, asking(u"create"_s, u"Strangers"_s));
        QVERIFY(refused.status != 0);
        QVERIFY(refused.err.contains("team.unknown: Nobody knows this team"));
        const auto excused = mesh.as(
            ada, asking(u"create"_s, u"Strangers"_s, {u"--exception"_s, u"They are new"_s}));
        QVERIFY2(excused.status == 0, excused.err.constData());
        QCOMPARE(remoteIn(excused).value(u"result"_s), u"fail"_s);
        const auto linted = mesh.as(
            ada,
            {u"lint"_s, mesh.path(ada), u"--json"_s, u"--policies"_s, u"--account"_s, u"corp"_s});
        QCOMPARE(linted.status, 1);
        QVERIFY(linted.out.contains("policy/named"));
    }
};

QTEST_GUILESS_MAIN(TestOpaCommand)
#include "tst_opacommand.moc"
