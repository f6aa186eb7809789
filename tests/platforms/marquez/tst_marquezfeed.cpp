// SPDX-License-Identifier: GPL-3.0-or-later
// Reading lists and the feed of events page by page, with the ways in which pages go wrong.
#include "models/platforms/marquez/eventfeed.h"
#include "models/platforms/marquez/listwalk.h"
#include "models/platforms/marquez/marquezsearch.h"
#include "tests/platforms/marquez/marquezbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::platforms::marquez;
using portolan::tests::jsonAnswer;
using portolan::tests::PlayedServer;
using portolan::tests::runEvent;

namespace {

struct Told
{
    QString time;
    QByteArray json;
};

QUrlQuery queryOf(const net::HttpRequest &request)
{
    return QUrlQuery(QUrl(QString::fromUtf8(request.url.text())).query(QUrl::FullyDecoded));
}

//! A list of events that answers as Marquez does: by time, and those of one time in another order
//! each time.
class Feed
{
public:
    explicit Feed(QList<Told> events)
        : m_events(std::move(events))
    {
    }

    net::HttpResponse answer(const net::HttpRequest &request)
    {
        const auto query = queryOf(request);
        const auto after = openlineageTime(query.queryItemValue(u"after"_s));
        QList<Told> inside;
        for (const auto &event : std::as_const(m_events)) {
            if (openlineageTime(event.time) >= after)
                inside.append(event);
        }
        ++m_round;
        std::stable_sort(inside.begin(), inside.end(), [this](const Told &left, const Told &right) {
            if (left.time != right.time)
                return left.time < right.time;
            return m_round % 2 == 0 ? left.json < right.json : right.json < left.json;
        });
        QByteArrayList page;
        for (const auto &event : inside.mid(query.queryItemValue(u"offset"_s).toInt(),
                                            query.queryItemValue(u"limit"_s).toInt()))
            page.append(event.json);
        return jsonAnswer("{\"totalCount\":" + QByteArray::number(inside.size()) + ",\"events\":["
                          + page.join(',') + "]}");
    }

private:
    static Moment openlineageTime(const QString &text)
    {
        return formats::openlineage::momentOf(text.toStdString()).value_or(0);
    }

    QList<Told> m_events;
    int m_round = 0;
};

Told eventAt(const QString &time, int number)
{
    return {time, runEvent(time, u"COMPLETE"_s, u"run %1"_s.arg(number), u"etl|job"_s, {}, {})};
}

QByteArray namespacesBody(int from, int limit, int all)
{
    QByteArrayList names;
    for (int i = from; i < std::min(from + limit, all); ++i)
        names.append("{\"name\":\"n" + QByteArray::number(i) + "\"}");
    return "{\"namespaces\":[" + names.join(',') + "]}";
}

} // namespace

class TestMarquezFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyEventIsTakenOnce_data()
    {
        QTest::addColumn<int>("pageSize");
        for (const int size : {1, 2, 3, 5, 1000})
            QTest::addRow("%d", size) << size;
    }

    //! Also where many have one time, at the edge of a page and beyond.
    void everyEventIsTakenOnce()
    {
        QFETCH(int, pageSize);
        QList<Told> events;
        for (int i = 0; i < 30; ++i)
            events.append(
                eventAt(u"2026-01-01T00:00:%1.000001Z"_s.arg(i / 7, 2, 10, QChar(u'0')), i));
        events.append(events.first()); // somebody sent it twice
        Feed feed(events);
        const auto server = std::make_shared<PlayedServer>(
            [&](const auto &request) { return feed.answer(request); });
        const platforms::ApiCalls calls(server, m_base);
        QStringList runs;
        const auto read = EventFeed(calls, pageSize).read(0, [&](const Event &event, quint64) {
            runs.append(event.runId);
        });
        QVERIFY(read.has_value());
        QCOMPARE(runs.size(), 31);
        QCOMPARE(read->rows, 31);
        QCOMPARE(read->counted, 31);
        QCOMPARE(QSet<QString>(runs.begin(), runs.end()).size(), 30);
        QCOMPARE(read->newest, *formats::openlineage::momentOf("2026-01-01T00:00:04.000001Z"));
    }

    void aFeedThatStandsStillIsAnError()
    {
        const auto same = eventAt(u"2026-01-01T00:00:00Z"_s, 1).json;
        const auto server = std::make_shared<PlayedServer>([&](const auto &request) {
            const QByteArrayList page(queryOf(request).queryItemValue(u"limit"_s).toInt(), same);
            return jsonAnswer("{\"totalCount\":1,\"events\":[" + page.join(',') + "]}");
        });
        const platforms::ApiCalls calls(server, m_base);
        const auto read = EventFeed(calls, 4).read(0, [](const Event &, quint64) {});
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
    }

    void anEventThatCannotBeReadIsLeftOut()
    {
        Feed feed({eventAt(u"2026-01-01T00:00:00Z"_s, 1),
                   {u"2026-01-01T00:00:01Z"_s, "{\"eventTime\":\"2026-01-01T00:00:01Z\"}"},
                   eventAt(u"2026-01-01T00:00:02Z"_s, 2)});
        const auto server = std::make_shared<PlayedServer>(
            [&](const auto &request) { return feed.answer(request); });
        const platforms::ApiCalls calls(server, m_base);
        int taken = 0;
        const auto read = EventFeed(calls).read(0, [&](const Event &, quint64) { ++taken; });
        QVERIFY(read.has_value());
        QCOMPARE(taken, 2);
        QCOMPARE(read->findings.size(), 1);
    }

    //! Letters that are none make a whole page unreadable: it is asked for in parts, and one is
    //! lost. Half a character does not.
    void anEventOfBrokenLettersLosesItselfAlone()
    {
        auto broken = eventAt(u"2026-01-01T00:00:01Z"_s, 7);
        broken.json.replace("etl", "\\q");
        auto halved = eventAt(u"2026-01-01T00:00:03Z"_s, 3);
        halved.json.replace("etl", "\\ud800");
        Feed feed({eventAt(u"2026-01-01T00:00:00Z"_s, 1), broken,
                   eventAt(u"2026-01-01T00:00:02Z"_s, 2), halved});
        const auto server = std::make_shared<PlayedServer>(
            [&](const auto &request) { return feed.answer(request); });
        const platforms::ApiCalls calls(server, m_base);
        QSet<QString> runs;
        const auto read = EventFeed(calls, 8).read(
            0, [&](const Event &event, quint64) { runs.insert(event.runId); });
        QVERIFY(read.has_value());
        QCOMPARE(runs, (QSet<QString>{u"run 1"_s, u"run 2"_s, u"run 3"_s}));
        QCOMPARE(read->findings.size(), 1);
    }

    void aListIsReadToItsEnd()
    {
        const auto server = std::make_shared<PlayedServer>([](const auto &request) {
            const auto query = queryOf(request);
            return jsonAnswer(namespacesBody(query.queryItemValue(u"offset"_s).toInt(),
                                             query.queryItemValue(u"limit"_s).toInt(), 20));
        });
        QCOMPARE(namesFrom(server).names.size(), 20);
    }

    //! As Marquez does where one namespace has a sign that it does not take.
    void whatTheServerStumblesOverIsLeftOut()
    {
        const auto server = std::make_shared<PlayedServer>([](const auto &request) {
            const auto query = queryOf(request);
            const int from = query.queryItemValue(u"offset"_s).toInt();
            const int limit = query.queryItemValue(u"limit"_s).toInt();
            if (from <= 13 && 13 < from + limit)
                return jsonAnswer("{\"code\":500}", 500);
            return jsonAnswer(namespacesBody(from, limit, 20));
        });
        const auto read = namesFrom(server);
        QCOMPARE(read.names.size(), 19);
        QVERIFY(!read.names.contains(u"n13"_s));
        QCOMPARE(read.lost, 1);
        QCOMPARE(read.findings, 1);
    }

    void aServerThatGivesNothingButErrorsIsLeftAlone()
    {
        const auto server =
            std::make_shared<PlayedServer>([](const auto &) { return jsonAnswer("<html>", 200); });
        const auto read = namesFrom(server);
        QCOMPARE(read.error, Error::Kind::Protocol);
        QVERIFY(server->asked.size() < 12);
    }

    void aRefusalEndsTheList()
    {
        const auto server =
            std::make_shared<PlayedServer>([](const auto &) { return jsonAnswer("{}", 401); });
        QCOMPARE(namesFrom(server).error, Error::Kind::Unauthorised);
        QCOMPARE(server->asked.size(), 1);
    }

    //! The server's list ends where it was asked to end, and none of it has both words: that there
    //! is nothing more nobody knows.
    void aListThatTheServerCutIsNotAll()
    {
        int told = 10;
        const auto server = std::make_shared<PlayedServer>([&told](const auto &) {
            QJsonArray results;
            for (int i = 0; i < told; ++i)
                results.append(QJsonObject{{u"type"_s, u"DATASET"_s},
                                           {u"name"_s, QString(u"orders"_s + QString::number(i))},
                                           {u"namespace"_s, u"shop"_s}});
            return jsonAnswer(QJsonDocument(QJsonObject{{u"results"_s, results}}).toJson());
        });
        MarquezSearch search(server, Site{.api = m_base, .web = {}}, Subscription(), {});
        QVERIFY(search.search(u"orders late"_s, 1)->isEmpty());
        QVERIFY(search.wasCut());
        told = 9;
        QVERIFY(search.search(u"orders late"_s, 1)->isEmpty());
        QVERIFY(!search.wasCut());
    }

    //! Signs of the user are no wildcards, and all words count.
    void searchFindsWhatHasAllWords()
    {
        const auto server = std::make_shared<PlayedServer>([](const auto &) {
            return jsonAnswer(R"({"results":[
{"type":"DATASET","name":"late_orders","namespace":"shop","nodeId":"dataset:shop:late_orders"},
{"type":"DATASET","name":"lateXorders","namespace":"shop"},
{"type":"DATASET","name":"orders","namespace":"shop"},
{"type":"JOB","name":"load late_orders","namespace":"etl"},
{"type":"JOB","name":"late_orders","namespace":"elsewhere"},7]})");
        });
        platforms::AccountSettings settings;
        settings.options = QJsonObject{{u"domains"_s, QJsonArray{u"shop"_s, u"etl"_s}}};
        const Site site{.api = m_base, .web = u"http://runs.example"_s};
        MarquezSearch search(server, site, Subscription(settings), {});
        const auto hits = search.search(u" LATE_  orders "_s, 10);
        QVERIFY(hits.has_value());
        QCOMPARE(hits->size(), 3);
        QCOMPARE(
            hits->at(0),
            (platforms::RemoteHit{.nativeId = u"dataset:shop:late_orders"_s,
                                  .kind = domain::EntityKind::Asset,
                                  .type = QString(),
                                  .name = u"late_orders"_s,
                                  .snippet = {},
                                  .place = u"shop"_s,
                                  .page = u"http://runs.example/lineage/dataset/shop/late_orders"_s,
                                  .isKept = true}));
        QCOMPARE(hits->at(1).nativeId, u"job:etl:load late_orders"_s);
        QCOMPARE(hits->at(1).type, u"job"_s);
        // Found all the same, and said to be outside of what is kept.
        QCOMPARE(hits->at(2).nativeId, u"job:elsewhere:late_orders"_s);
        QVERIFY(!hits->at(2).isKept);
        QVERIFY(server->asked.first().contains(u"q=orders"_s)); // the word that says most
        QVERIFY(!search.wasCut());
        QCOMPARE(search.search(u"late"_s, 1)->size(), 1);
        QVERIFY(search.search(u"  "_s, 10)->isEmpty());
        QCOMPARE(server->asked.size(), 2);
    }

private:
    struct Names
    {
        QStringList names;
        int lost = 0;
        int findings = 0;
        std::optional<Error::Kind> error;
    };

    Names namesFrom(const std::shared_ptr<PlayedServer> &http) const
    {
        const platforms::ApiCalls calls(http, m_base);
        const Server server{calls, http};
        platforms::AccountSettings settings;
        settings.url = QUrl(u"http://marquez.example"_s);
        const auto site = *siteOf(settings);
        ListWalk<NamedThing> walk(
            server, {.path = {u"namespaces"_s}, .limit = 8},
            [&](const auto &response) { return namespacesIn(response, site); });
        Names read;
        const auto done = walk.walk(0, [&](Listed<NamedThing> page, qint64) -> Result<void> {
            for (const auto &item : page.items)
                read.names.append(item.name);
            read.findings += int(page.findings.size());
            return {};
        });
        read.lost = walk.lost;
        if (!done)
            read.error = done.error().kind;
        return read;
    }

    net::HttpUrl m_base = *net::HttpUrl::parse(u"http://marquez.example"_s);
};

QTEST_GUILESS_MAIN(TestMarquezFeed)
#include "tst_marquezfeed.moc"
