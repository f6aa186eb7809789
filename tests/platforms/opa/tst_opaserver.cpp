// SPDX-License-Identifier: GPL-3.0-or-later
// The adapter against a real Open Policy Agent, with policies of our own.
#include "models/net/curlclient.h"
#include "models/net/patientclient.h"
#include "models/platforms/opa/opaplatform.h"
#include "models/platforms/policyport.h"
#include "models/policy/question.h"
#include "tests/platforms/opa/opaserver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::PolicyQuestion;
using domain::PolicyResult;
using platforms::AccountSettings;
using tests::OpaServer;

namespace {

constexpr int casesHere = 10; // that a machine without the program leaves out

// Only people of example.com with a purpose may ask; classified fields need an approval.
const QByteArray requestPolicy = R"(# METADATA
# title: Requests for access
# description: Who may ask for what
package mesh.access.request

import rego.v1

default allow := false

allow if {
	count(reasons) == 0
	not classified
}

classified if "restricted" in input.request.classifications

decision := "deny" if {
	count(reasons) > 0
} else := "needs_approval" if {
	classified
} else := "allow"

reasons contains {
	"code": "pii.purpose_required",
	"severity": "deny",
	"message": "Personal data needs a purpose code",
	"path": "/request/purpose_code",
} if input.request.purpose_code == ""

reasons contains {
	"code": "subject.stranger",
	"severity": "deny",
	"message": sprintf("%s is nobody of ours", [input.subject.id]),
	"path": "/subject/id",
} if not endswith(input.subject.id, "@example.com")

checks contains {"code": "schema.known", "message": "The document is understood"} if {
	input.schema_version == 1
}

required_approvals := [{"kind": "role", "value": "data-owner"}] if classified

policy_revision := "2026-11-27"
)";

const QByteArray productPolicy = R"(package mesh.governance.product

import rego.v1

violations contains {
	"policy": "owner.missing",
	"severity": "deny",
	"message": "Nobody answers for it",
	"path": "/product/owner",
} if input.product.owner == ""

violations contains {
	"policy": "contract.missing",
	"severity": "warning",
	"message": sprintf("port %s has no contract", [port.name]),
	"path": sprintf("/product/ports/%d", [i]),
} if {
	some i, port in input.product.ports
	not port.contract
}
)";

const QByteArray conflictPolicy = R"(package mesh.conflict

import rego.v1

decision := "allow" if input.schema_version == 1

decision := "deny" if input.schema_version > 0
)";

// Whoever belongs to the domain, is trained, and does not ask for what is in trouble may ask.
const QByteArray standingPolicy = R"(package mesh.standing

import rego.v1

decision := "deny" if {
	count(reasons) > 0
} else := "allow"

reasons contains {
	"code": "training.missing",
	"severity": "deny",
	"message": sprintf("trained in %v only", [input.subject.trainings]),
} if not "privacy-2026" in input.subject.trainings

reasons contains {
	"code": "product.burns",
	"severity": "deny",
	"message": sprintf("%s, %d of %d checks fail", [slo.state, quality.open_failures, quality.checks]),
	"path": "/context/slo",
} if slo.burning

reasons contains {
	"code": "domain.other",
	"severity": "deny",
	"message": "This stays in the house",
	"path": "/subject/domain",
} if {
	input.resource.product.domain != input.subject.domain
	not input.request.consumer.id in input.subject.team_ids
}

slo := input.context.slo

quality := input.context.quality
)";

// Whoever brings the token may ask; nobody may see the policies.
const QByteArray authzPolicy = R"(package system.authz

import rego.v1

default allow := false

allow if {
	input.identity == "sesame"
	input.path[1] == "data"
}

allow if {
	input.identity == "sesame"
	input.path[0] == "health"
}
)";

//! Signs what it sends.
class Signing final : public net::HttpClient
{
public:
    Signing(net::HttpClient &client, const QByteArray &token)
        : m_client(client)
        , m_token(token)
    {
    }

    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request, net::BodySink sink) override
    {
        if (!m_token.isEmpty())
            request.credential = {.scheme = net::Credential::Scheme::Bearer,
                                  .name = {},
                                  .secret = Secret(QByteArray(m_token))};
        return m_client.stream(std::move(request), std::move(sink));
    }

private:
    net::HttpClient &m_client;
    QByteArray m_token;
};

//! Passes everything on to a server, and lets the answers wait.
class SlowProxy
{
public:
    SlowProxy(quint16 to, int delayMs)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, to, delayMs] {
            auto *client = m_server.nextPendingConnection();
            auto *server = new QTcpSocket(client);
            server->connectToHost(u"127.0.0.1"_s, to);
            QObject::connect(client, &QTcpSocket::readyRead, server,
                             [client, server] { server->write(client->readAll()); });
            QObject::connect(server, &QTcpSocket::readyRead, client, [client, server, delayMs] {
                QTimer::singleShot(delayMs, client,
                                   [client, bytes = server->readAll()] { client->write(bytes); });
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }

private:
    QTcpServer m_server;
};

class Sink final : public platforms::PageSink
{
public:
    Result<void> page(platforms::Page page) override
    {
        records += page.records;
        return {};
    }

    void progress(qint64, qint64, const QString &) override { }

    bool isCancelled() const override { return false; }

    QList<domain::Record> records;
};

//! Everything between a test and a server.
struct Bench
{
    SystemClock clock;
    net::CurlClient curl{clock};
    net::PatientClient patient{curl, clock};
    std::unique_ptr<platforms::Platform> platform = platforms::opa::create();
    QByteArray token;
    QJsonObject options;

    platforms::Services services() { return {clock, std::make_shared<Signing>(patient, token)}; }

    std::unique_ptr<platforms::Session> session(const QUrl &url)
    {
        auto session = platform->open({.url = url, .options = options}, services());
        return session ? std::move(*session) : nullptr;
    }

    //! Asks in the pool, while this thread serves whatever a test has put in between.
    Result<domain::PolicyAnswer> decide(const QUrl &url, const QJsonObject &request,
                                        const QString &subject = u"ada@example.com"_s)
    {
        return decide(url,
                      PolicyQuestion{.about = PolicyQuestion::About::Request,
                                     .thing = u"shop#orders"_s,
                                     .input = {{u"schema_version"_s, 1},
                                               {u"subject"_s, QJsonObject{{u"id"_s, subject}}},
                                               {u"request"_s, request}}});
    }

    Result<domain::PolicyAnswer> decide(const QUrl &url, const PolicyQuestion &question)
    {
        const auto open = session(url);
        auto answer =
            QtConcurrent::run([&open, &question] { return open->policies()->decide(question); });
        while (!answer.isFinished())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents,
                                            20);
        return answer.takeResult();
    }
};

QStringList wordsOf(const Result<domain::PolicyAnswer> &answer)
{
    QStringList words;
    if (!answer)
        return {answer.error().detail};
    for (const auto &one : answer->verdicts)
        words.append(one.policy + u' ' + domain::resultWord(one.result));
    return words;
}

const QJsonObject good{{u"purpose_code"_s, u"analytics"_s}, {u"classifications"_s, QJsonArray()}};

} // namespace

class TestOpaServer : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpaServer> m_server;

private Q_SLOTS:

    void initTestCase()
    {
        if (tests::opaProgram().isEmpty())
            QSKIP(qPrintable(u"SKIP: %1 cases need the program opa: go install "
                             "github.com/open-policy-agent/opa@v1.22.2"_s.arg(casesHere)));
        m_server = std::make_unique<OpaServer>(
            QHash<QString, QByteArray>{{u"request.rego"_s, requestPolicy},
                                       {u"product.rego"_s, productPolicy},
                                       {u"conflict.rego"_s, conflictPolicy},
                                       {u"standing.rego"_s, standingPolicy}});
        QVERIFY(m_server->isRunning());
    }

    void cleanupTestCase() { m_server.reset(); }

    void whatIsAllowedSaysWhatHolds()
    {
        Bench bench;
        const auto answer = bench.decide(m_server->url(), good);
        QCOMPARE(wordsOf(answer),
                 (QStringList{u"schema.known pass"_s, u"mesh/access/request pass"_s}));
        QCOMPARE(answer->revision, u"2026-11-27"_s);
        QVERIFY(answer->verdicts.first().decisionId.isEmpty()); // nothing is logged there
    }

    void whatIsDeniedSaysWhyAndWhere()
    {
        Bench bench;
        const auto answer = bench.decide(
            m_server->url(), {{u"purpose_code"_s, QString()}, {u"classifications"_s, QJsonArray()}},
            u"eve@elsewhere.org"_s);
        QCOMPARE(wordsOf(answer),
                 (QStringList{u"pii.purpose_required fail"_s, u"subject.stranger fail"_s,
                              u"schema.known pass"_s}));
        QCOMPARE(answer->verdicts.at(0).field, u"/request/purpose_code"_s);
        QCOMPARE(answer->verdicts.at(1).message, u"eve@elsewhere.org is nobody of ours"_s);
    }

    void anApprovalIsNoDenial()
    {
        Bench bench;
        auto asked = good;
        asked.insert(u"classifications"_s, QJsonArray{u"restricted"_s});
        const auto answer = bench.decide(m_server->url(), asked);
        QCOMPARE(wordsOf(answer),
                 (QStringList{u"schema.known pass"_s, u"mesh/access/request warn"_s}));
        QVERIFY(answer->verdicts.last().message.contains(u"role data-owner"_s));
    }

    void productsAreJudged()
    {
        Bench bench;
        const QJsonArray ports{QJsonObject{{u"name"_s, u"orders"_s}}};
        const auto answer = bench.decide(
            m_server->url(),
            PolicyQuestion{.about = PolicyQuestion::About::Product,
                           .thing = u"shop"_s,
                           .input = {{u"product"_s,
                                      QJsonObject{{u"owner"_s, QString()}, {u"ports"_s, ports}}}}});
        QCOMPARE(wordsOf(answer),
                 (QStringList{u"owner.missing fail"_s, u"contract.missing warn"_s}));
        QCOMPARE(answer->verdicts.last().field, u"/product/ports/0"_s);
    }

    //! The document as it is made of facts, read by rules about teams, trainings and standing.
    void whoAsksAndHowTheProductDoesIsJudged()
    {
        domain::AccessRequest request{
            .consumer = {domain::EntityKind::Team, u"team:ops"_s, u"Operations"_s},
            .asker = {u"Ada"_s, u"ada@example.com"_s}};
        request.items = {{.port = u"shop#orders"_s}};
        policy::ProductFacts product{.id = u"shop"_s};
        product.domain = QStringList{u"sales"_s, u"orders"_s};
        product.health = {.checks = 4, .openFailures = 2, .slo = domain::SloState::Missed};
        policy::RequestFacts facts;
        facts.items = {{.port = u"shop#orders"_s, .product = product}};
        facts.asker.teams = QStringList{u"Sales"_s};
        facts.asker.teamIds = QStringList{u"team:sales"_s};
        facts.asker.domain = QStringList{u"sales"_s};
        facts.asker.trainings = QStringList{u"safety"_s};
        Bench bench;
        bench.options = {{u"requestPath"_s, u"mesh/standing"_s}};
        const auto judged = [&] {
            return bench.decide(m_server->url(),
                                policy::questionsOf(request, facts, {}, bench.clock.now()).first());
        };
        auto answer = judged();
        QCOMPARE(wordsOf(answer),
                 (QStringList{u"domain.other fail"_s, u"product.burns fail"_s,
                              u"training.missing fail"_s}));
        QCOMPARE(answer->verdicts.at(1).message, u"missed, 2 of 4 checks fail"_s);

        facts.asker.trainings->append(u"privacy-2026"_s);
        facts.asker.teamIds->append(u"team:ops"_s);
        facts.items.first().product->health.slo = domain::SloState::Unknown;
        QCOMPARE(wordsOf(judged()), QStringList{u"mesh/standing pass"_s});
    }

    void whatNobodyAnswersAndWhatContradictsItselfIsNoVerdict()
    {
        Bench bench;
        bench.options = {{u"requestPath"_s, u"mesh.nowhere"_s}};
        auto answer = bench.decide(m_server->url(), good);
        QVERIFY(!answer);
        QVERIFY2(answer.error().detail.contains(u"data.mesh.nowhere (undefined)"_s),
                 qPrintable(answer.error().detail));
        bench.options = {{u"requestPath"_s, u"mesh.conflict"_s}};
        answer = bench.decide(m_server->url(), good);
        QVERIFY(!answer);
        QVERIFY2(answer.error().detail.contains(u"eval_conflict_error"_s),
                 qPrintable(answer.error().detail));
        QCOMPARE(answer.error().kind, Error::Kind::Unavailable);
    }

    void theNumberOfADecisionIsKeptWhereThereIsOne()
    {
        OpaServer logging({{u"request.rego"_s, requestPolicy}},
                          {u"--set"_s, u"decision_logs.console=true"_s});
        QVERIFY(logging.isRunning());
        Bench bench;
        const auto answer = bench.decide(logging.url(), good);
        QVERIFY(answer);
        for (const auto &one : answer->verdicts)
            QCOMPARE(one.decisionId.size(), 36);
    }

    void whoMayNotAskIsToldThat()
    {
        OpaServer closed({{u"request.rego"_s, requestPolicy}, {u"authz.rego"_s, authzPolicy}},
                         {u"--authentication=token"_s, u"--authorization=basic"_s});
        QVERIFY(closed.isRunning());
        Bench bench;
        const auto refused = bench.decide(closed.url(), good);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorised);
        QVERIFY(refused.error().detail.contains(u"rejected by administrative policy"_s));
        const auto unchecked = bench.platform->check({.url = closed.url()}, bench.services());
        QVERIFY(!unchecked);
        QCOMPARE(unchecked.error().kind, Error::Kind::Unauthorised);
        bench.token = "sesame";
        QCOMPARE(wordsOf(bench.decide(closed.url(), good)).last(), u"mesh/access/request pass"_s);
        // It judges, and its policies are not for this account to read: that is said, and no error.
        Sink sink;
        const auto pulled = bench.session(closed.url())->pull({}, false, sink);
        QVERIFY2(pulled, pulled ? "" : qPrintable(pulled.error().detail));
        QVERIFY(!pulled->complete);
        QCOMPARE(pulled->findings.size(), 1);
        QCOMPARE(pulled->findings.first().rule, u"opa.policies-hidden"_s);
    }

    void aServerIsNotWaitedForLong()
    {
        SlowProxy proxy(m_server->port(), 60'000);
        Bench bench;
        const auto answer = bench.decide(proxy.url(), good);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Offline);
        QVERIFY2(answer.error().detail.contains(u"no answer within 2 seconds"_s),
                 qPrintable(answer.error().detail));
        SlowProxy quicker(m_server->port(), 100);
        QVERIFY(bench.decide(quicker.url(), good));
    }

    void policiesArePulledOnce()
    {
        Bench bench;
        const auto checked = bench.platform->check({.url = m_server->url()}, bench.services());
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
        QVERIFY2(checked->startsWith(u"Open Policy Agent 1."_s), qPrintable(*checked));
        const auto session = bench.session(m_server->url());
        Sink sink;
        const auto pulled = session->pull({}, false, sink);
        QVERIFY(pulled);
        QVERIFY(pulled->complete);
        QCOMPARE(sink.records.size(), 4);
        QCOMPARE(pulled->seen.size(), 4);
        const auto again = session->pull(pulled->cursor, false, sink);
        QVERIFY(again);
        QVERIFY(again->unchanged);
        QCOMPARE(sink.records.size(), 4);
        QVERIFY(session->pull(pulled->cursor, true, sink));
        QCOMPARE(sink.records.size(), 8);
    }
};

QTEST_GUILESS_MAIN(TestOpaServer)
#include "tst_opaserver.moc"
