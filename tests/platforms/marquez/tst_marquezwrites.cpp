// SPDX-License-Identifier: GPL-3.0-or-later
// What is written to Marquez, against the stand-in: also where answers are lost.
#include "models/platforms/actionport.h"
#include "tests/platforms/marquez/marquezbench.h"
#include "tests/support/shared.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
using net::HttpMethod;
using Done = platforms::ActionOutcome::Kind;
using Found = platforms::LookUpOutcome::Kind;

namespace {

const QString menus = u"food_delivery:public.menus"_s;

domain::Operation operation(const QString &kind, const QJsonObject &payload)
{
    domain::Operation made;
    made.kind = kind;
    made.key = QUuid::createUuid();
    made.payload = QJsonDocument(payload).toJson();
    return made;
}

domain::Operation tagging(const QString &id, const QJsonArray &add, const QJsonArray &remove = {})
{
    return operation(u"tag"_s, {{u"nativeId"_s, id}, {u"add"_s, add}, {u"remove"_s, remove}});
}

} // namespace

class TestMarquezWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        if (const auto why = LiveServer::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(u"0 of 5 cases: "_s + why));
    }

    void init()
    {
        m_server = std::make_unique<LiveServer>(QStringList{
            u"--events"_s, sharedDir() + u"/samples/derived/marquez-food_delivery.ndjson"_s});
        m_session = m_server->session(m_clock);
    }

    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    void tagsArePutAndTaken()
    {
        auto &port = *m_session->actions();
        const QString id = u"dataset:"_s + menus;
        auto outcome = port.send(tagging(id, {u"gold"_s, u"PII"_s}));
        QVERIFY2(outcome.kind == Done::Applied, qPrintable(outcome.reason));
        QCOMPARE(outcome.nativeId, id);
        QCOMPARE(tagsOf(u"datasets/public.menus"_s), (QStringList{u"PII"_s, u"gold"_s}));
        outcome = port.send(tagging(id, {u"PII"_s}, {u"gold"_s, u"never"_s}));
        QVERIFY(outcome.kind == Done::Applied);
        QCOMPARE(tagsOf(u"datasets/public.menus"_s), QStringList{u"PII"_s});
        Catalogue catalogue;
        QVERIFY(catalogue.pull(*m_session).has_value());
        QCOMPARE(catalogue.record(id).tags, QStringList{u"PII"_s});
    }

    void jobsAndFieldsHaveTagsToo()
    {
        auto &port = *m_session->actions();
        QVERIFY(port.send(tagging(u"job:food_delivery:etl_menus"_s, {u"nightly"_s})).kind
                == Done::Applied);
        QCOMPARE(tagsOf(u"jobs/etl_menus"_s), QStringList{u"nightly"_s});
        // Marquez makes them upper case; asked again it is not in doubt that they are there.
        const auto field = tagging(u"datasetField:"_s + menus + u":name"_s, {u"pii"_s});
        QVERIFY(port.send(field).kind == Done::Applied);
        QVERIFY(port.lookUp(field).kind == Found::Applied);
        QVERIFY(port.lookUp(tagging(u"datasetField:"_s + menus + u":name"_s, {u"other"_s})).kind
                == Found::Absent);
    }

    void aLostAnswerIsLookedUp()
    {
        auto &port = *m_session->actions();
        const auto made = tagging(u"dataset:"_s + menus, {u"gold"_s});
        QVERIFY(port.lookUp(made).kind == Found::Absent);
        m_server->ask(HttpMethod::Post, u"/_test/lose"_s, R"({"count":1})");
        QVERIFY(port.send(made).kind == Done::Ambiguous);
        QVERIFY(port.lookUp(made).kind == Found::Applied);
        QVERIFY(port.send(made).kind == Done::Applied);
        QByteArray body;
        m_server->ask(HttpMethod::Get, u"/_test/writes"_s, {}, &body);
        int posts = 0;
        const auto writes = QJsonDocument::fromJson(body)[u"writes"_s].toArray();
        for (const auto &write : writes)
            posts += write[u"path"_s].toString().contains(u"/tags/gold"_s) ? 1 : 0;
        QCOMPARE(posts, 1);
    }

    void whatMarquezDoesNotTakeIsRejected()
    {
        auto &port = *m_session->actions();
        QVERIFY(port.send(operation(u"describe"_s,
                                    {{u"nativeId"_s, QString(u"dataset:"_s + menus)},
                                     {u"description"_s, u"x"_s}}))
                    .kind
                == Done::Rejected);
        QVERIFY(port.send(operation(u"describe"_s,
                                    {{u"nativeId"_s, u"namespace:food_delivery"_s},
                                     {u"description"_s, u"x"_s}}))
                    .kind
                == Done::Rejected);
        QVERIFY(port.send(operation(u"request.create"_s, {})).kind == Done::Rejected);
        QVERIFY(port.send(tagging(u"dataset:food_delivery:nothing"_s, {u"x"_s})).kind
                == Done::Rejected);
        QVERIFY(port.send(tagging(u"namespace:food_delivery"_s, {u"x"_s})).kind == Done::Rejected);
        QVERIFY(port.send(operation(u"tag"_s, {})).kind == Done::Rejected);
    }

    void whatIsRefusedForNowIsLater()
    {
        auto &port = *m_session->actions();
        m_server->ask(HttpMethod::Post, u"/_test/answer"_s, R"({"status":401,"count":1})");
        QVERIFY(port.send(tagging(u"dataset:"_s + menus, {u"x"_s})).kind == Done::SignedOut);
        // A gateway that refuses is not asked for ever.
        m_server->ask(HttpMethod::Post, u"/_test/answer"_s, R"({"status":403,"count":2})");
        QVERIFY(port.lookUp(tagging(u"dataset:"_s + menus, {u"x"_s})).kind == Found::Absent);
        QVERIFY(port.send(tagging(u"dataset:"_s + menus, {u"x"_s})).kind == Done::Rejected);
        m_server->ask(HttpMethod::Post, u"/_test/answer"_s, R"({"status":503,"count":50})");
        QVERIFY(port.send(tagging(u"dataset:"_s + menus, {u"x"_s})).kind == Done::Later);
    }

private:
    QStringList tagsOf(const QString &path)
    {
        QByteArray body;
        m_server->ask(HttpMethod::Get, u"/api/v1/namespaces/food_delivery/"_s + path, {}, &body);
        QStringList tags;
        const auto list = QJsonDocument::fromJson(body)[u"tags"_s].toArray();
        for (const auto &tag : list)
            tags.append(tag.toString());
        tags.sort();
        return tags;
    }

    WallClock m_clock;
    std::unique_ptr<LiveServer> m_server;
    std::unique_ptr<platforms::Session> m_session;
};

QTEST_GUILESS_MAIN(TestMarquezWrites)
#include "tst_marquezwrites.moc"
