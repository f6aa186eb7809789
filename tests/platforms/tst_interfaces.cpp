// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the adapters of OpenMetadata and Marquez send, and what our own stand-ins answer,
// is held against the vendors' interface files: paths, parameters, bodies and answers.
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/platforms/marquez/marquezplatform.h"
#include "models/platforms/openmetadata/openmetadataplatform.h"
#include "tests/platforms/faults/faulttrial.h"
#include "tests/support/marquezshape.h"
#include "tests/support/openmetadatashape.h"
#include "tests/support/shared.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QUrlQuery>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::ApiAnswer;
using tests::ApiRequest;
using tests::MarquezShape;
using tests::OpenMetadataShape;
using tests::PullBench;
using tests::Shape;
using Done = platforms::ActionOutcome::Kind;

namespace {

constexpr int noModule = 77;

//! Notes what another shape is asked, and what it answers.
class NotingShape final : public Shape
{
public:
    NotingShape(std::unique_ptr<Shape> shape, QByteArrayList &notes)
        : m_shape(std::move(shape))
        , m_notes(notes)
    {
        now = m_shape->now;
    }

    ApiAnswer answer(const ApiRequest &request) override
    {
        auto answer = inner().answer(request);
        QJsonArray query;
        const auto items = request.query.queryItems(QUrl::FullyDecoded);
        for (const auto &[name, value] : items)
            query.append(QJsonArray{name, value});
        auto path = request.rawPath;
        if (path.startsWith("/api/v1"))
            path.remove(0, 7);
        const QJsonObject note{
            {u"method"_s, QString::fromLatin1(request.method)},
            {u"path"_s, QString::fromLatin1(path)},
            {u"query"_s, query},
            {u"type"_s, QString::fromLatin1(request.headers.value("content-type"))},
            {u"body"_s, QString::fromUtf8(request.body)},
            {u"status"_s, answer.status},
            {u"answer"_s, QString::fromUtf8(answer.body)}};
        m_notes.append(QJsonDocument(note).toJson(QJsonDocument::Compact));
        return answer;
    }

    ApiRequest pageBefore(const ApiRequest &request) const override
    {
        return m_shape->pageBefore(request);
    }

    Shape &inner()
    {
        m_shape->now = now;
        return *m_shape;
    }

private:
    std::unique_ptr<Shape> m_shape;
    QByteArrayList &m_notes;
};

template <typename Kind>
Kind &innerOf(Shape &shape)
{
    return static_cast<Kind &>(static_cast<NotingShape &>(shape).inner());
}

domain::Operation decisionAbout(const domain::AccessRequest &request, domain::DecisionKind kind)
{
    domain::AccessDecision decision;
    decision.id = QUuid::createUuid();
    decision.item = request.items.first().id;
    decision.kind = kind;
    decision.reason = u"Fits the purpose"_s;
    domain::Operation operation;
    operation.key = QUuid::createUuid();
    operation.kind = domain::decideRequestKind();
    operation.objectId = request.id.toString(QUuid::WithoutBraces);
    operation.payload = domain::toJson(decision);
    return operation;
}

QJsonObject tagging(const QString &id, const QStringList &add, const QStringList &remove)
{
    return {{u"nativeId"_s, id},
            {u"kind"_s, u"asset"_s},
            {u"add"_s, QJsonArray::fromStringList(add)},
            {u"remove"_s, QJsonArray::fromStringList(remove)}};
}

} // namespace

class TestInterfaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_notes.clear(); }

    void openMetadataIsAskedAndAnswersByItsSchemas()
    {
        const auto platform = platforms::openmetadata::create();
        PullBench bench(noting(u"openmetadata"_s), platforms::openmetadata::create(), 1,
                        {{u"domains"_s, QJsonArray{u"sales"_s}}});
        QVERIFY(platform->check(bench.settings(), bench.services()));
        QVERIFY(bench.pull());
        const auto search =
            platform->openSearch(bench.settings(), bench.services(), [] { return false; });
        QVERIFY(search);
        static_cast<void>((*search)->search(u"order table_1"_s, 5)); // it has no such index
        bench.pass(60'000);
        bench.change([](Shape &shape) {
            auto &server = innerOf<OpenMetadataShape>(shape);
            server.put(u"table"_s, server.thing(u"table"_s, u"acme.mesh.public.table_1"_s));
            server.addResult(u"acme.mesh.public.table_0.check"_s, false);
            server.setPorts(u"product1"_s, {}, {u"acme.mesh.public.raw_1"_s});
            server.removeSoftly(u"table"_s, u"acme.mesh.public.raw_3"_s);
            server.remove(u"table"_s, u"acme.mesh.public.raw_5"_s);
        });
        bench.restart();
        QVERIFY(bench.pull());
        const auto id = u"table:acme.mesh.public.table_1"_s;
        auto &port = bench.port();
        QCOMPARE(port.send(tests::operationOf(domain::describeKind(),
                                              {{u"nativeId"_s, id}, {u"description"_s, u"Mine"_s}}))
                     .kind,
                 Done::Applied);
        QCOMPARE(
            port.send(tests::operationOf(domain::tagKind(), tagging(id, {u"PII.None"_s}, {}))).kind,
            Done::Applied);
        QCOMPARE(
            port.send(tests::operationOf(domain::ownKind(),
                                         {{u"nativeId"_s, id},
                                          {u"kind"_s, u"asset"_s},
                                          {u"owners"_s,
                                           QJsonArray{QJsonObject{{u"id"_s, u"user:user2"_s}},
                                                      QJsonObject{{u"id"_s, u"user:user0"_s}}}}}))
                .kind,
            Done::Applied);
        auto request = tests::accessTo(u"dataProduct:product1"_s, id, 1);
        request.items[0].fields = QStringList{u"id"_s};
        const auto other = tests::accessTo(u"dataProduct:product1"_s, id, 2);
        for (const auto &one : {request, other})
            QCOMPARE(port.send(tests::operationOf(one)).kind, Done::Applied);
        QCOMPARE(port.send(decisionAbout(other, domain::DecisionKind::Withdraw)).kind,
                 Done::Applied);
        bench.change([](Shape &shape) { innerOf<OpenMetadataShape>(shape).signIn(u"user1"_s); });
        QCOMPARE(port.send(decisionAbout(request, domain::DecisionKind::Approve)).kind,
                 Done::Applied);
        QVERIFY(bench.pull());
        QVERIFY(m_notes.size() > 100);
        const auto said = judged(u"openmetadata"_s);
        QVERIFY2(said.isEmpty(), qPrintable(said.join(u'\n')));
    }

    void marquezIsAskedAndAnswersByItsDescription()
    {
        const auto platform = platforms::marquez::create();
        PullBench bench(noting(u"marquez"_s), platforms::marquez::create());
        QVERIFY(platform->check(bench.settings(), bench.services()));
        QVERIFY(bench.pull());
        const auto search =
            platform->openSearch(bench.settings(), bench.services(), [] { return false; });
        QVERIFY(search);
        static_cast<void>((*search)->search(u"table"_s, 5));
        MarquezShape::Name dataset;
        bench.change([&dataset](Shape &shape) {
            auto &server = innerOf<MarquezShape>(shape);
            dataset = server.datasets().first();
            server.post(tests::runEvent(u"00000000-0000-4000-8000-00000000abcd"_s, u"COMPLETE"_s,
                                        shape.now, {dataset.first, u"further"_s}, {dataset},
                                        {{dataset.first, u"made"_s}}));
        });
        bench.pass(60'000);
        bench.restart();
        QVERIFY(bench.pull());
        const QString id = u"dataset:"_s + dataset.first + u':' + dataset.second;
        for (const auto &payload : {tagging(id, {u"gold"_s}, {}), tagging(id, {}, {u"gold"_s})})
            QCOMPARE(bench.port().send(tests::operationOf(domain::tagKind(), payload)).kind,
                     Done::Applied);
        QVERIFY(bench.pull());
        QVERIFY(m_notes.size() > 20);
        const auto said = judged(u"marquez"_s);
        QVERIFY2(said.isEmpty(), qPrintable(said.join(u'\n')));
    }

    //! Whoever finds nothing wrong looks at something.
    void theJudgesJudge_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("exchange");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const QString &platform, const QString &exchange,
                            const QString &word) {
            QTest::newRow(name) << platform << exchange << word;
        };
        row("door", u"openmetadata"_s, u"GET /nowhere"_s, u"door"_s);
        row("parameter", u"openmetadata"_s, u"GET /tables?limits=3"_s, u"limits"_s);
        row("field", u"openmetadata"_s, u"GET /tables?fields=owner"_s, u"owner"_s);
        row("patch", u"openmetadata"_s,
            u"PATCH /tables/x [{\"op\":\"add\",\"path\":\"/owners\",\"value\":[{\"id\":\"x\"}]}]"_s,
            u"'type' is a required"_s);
        row("payload", u"openmetadata"_s,
            u"POST /tasks "
            u"{\"name\":\"n\",\"category\":\"DataAccess\",\"type\":\"DataAccessRequest\","
            "\"about\":\"<#E::table::a>\",\"payload\":{\"accessType\":\"All\",\"reason\":\"r\"}}"_s,
            u"payload"_s);
        row("answer", u"openmetadata"_s, u"GET /users/loggedInUser"_s, u"'email' is a required"_s);
        row("marquez door", u"marquez"_s, u"PATCH /namespaces"_s, u"door"_s);
        row("marquez parameter", u"marquez"_s, u"GET /namespaces?after=3"_s, u"after"_s);
        row("marquez body", u"marquez"_s, u"PUT /namespaces/n {\"ownerName\":3}"_s, u"ownerName"_s);
    }

    void theJudgesJudge()
    {
        QFETCH(QString, platform);
        QFETCH(QString, exchange);
        QFETCH(QString, word);
        const auto target = exchange.section(u' ', 1, 1);
        QJsonArray query;
        const auto items = QUrlQuery(target.section(u'?', 1)).queryItems();
        for (const auto &[name, value] : items)
            query.append(QJsonArray{name, value});
        m_notes.append(QJsonDocument(QJsonObject{{u"method"_s, exchange.section(u' ', 0, 0)},
                                                 {u"path"_s, target.section(u'?', 0, 0)},
                                                 {u"query"_s, query},
                                                 {u"type"_s, u"application/json-patch+json"_s},
                                                 {u"body"_s, exchange.section(u' ', 2)},
                                                 {u"status"_s, 200},
                                                 {u"answer"_s, u"{\"id\":\"x\",\"name\":\"x\"}"_s}})
                           .toJson(QJsonDocument::Compact));
        const auto said = judged(platform);
        QVERIFY2(!said.filter(word).isEmpty(), qPrintable(said.join(u'\n')));
    }

private:
    std::unique_ptr<Shape> noting(const QString &name)
    {
        return std::make_unique<NotingShape>(tests::makeShape(name, {.size = 6}), m_notes);
    }

    //! What is wrong with all that was noted; skips where there is nobody to ask.
    QStringList judged(const QString &platform)
    {
        const QString specs = tests::sharedDir() + u"/specs/"_s + platform;
        const auto skipped = [this](const QString &why) {
            QTest::qSkip(
                qPrintable(u"%1: %2 exchanges are left out"_s.arg(why).arg(m_notes.size())),
                __FILE__, __LINE__);
            return QStringList();
        };
        if (tests::sharedDir().isEmpty() || !QFileInfo::exists(specs))
            return skipped(u"no interface files"_s);
        QProcess judge;
        judge.start(u"python3"_s,
                    {QStringLiteral(PORTOLAN_SOURCE_DIR "/tests/platforms/interfaces.py"), platform,
                     specs});
        if (!judge.waitForStarted())
            return skipped(u"no python3"_s);
        judge.write(m_notes.join('\n') + '\n');
        judge.closeWriteChannel();
        judge.waitForFinished(300'000);
        if (judge.exitCode() == noModule)
            return skipped(u"no python3-jsonschema"_s);
        auto said =
            QString::fromUtf8(judge.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        if (judge.exitCode() != 0)
            said.append(QString::fromUtf8(judge.readAllStandardError()));
        else
            qInfo("%s: %lld exchanges", qPrintable(platform), qlonglong(m_notes.size()));
        return said;
    }

    QByteArrayList m_notes;
};

QTEST_GUILESS_MAIN(TestInterfaces)
#include "tst_interfaces.moc"
