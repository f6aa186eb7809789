// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls from a server that the test plays itself: what no well-behaved one does.
#include "models/platforms/openmetadata/cursor.h"
#include "models/platforms/openmetadata/openmetadataplatform.h"
#include "tests/platforms/openmetadata/foldedsink.h"
#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using platforms::openmetadata::Cursor;
using tests::FoldedSink;

namespace {

//! Answers lists out of memory, page by page; what a path does else is told by the test.
class PlayedServer final : public net::HttpClient
{
public:
    QFuture<Result<net::HttpResponse>> stream(net::HttpRequest request, net::BodySink) override
    {
        const QUrl url(QString::fromLatin1(request.url.text()), QUrl::StrictMode);
        const auto path = url.path().mid(QStringLiteral("/api/v1/").size());
        asked.append(path);
        return QtFuture::makeReadyFuture(answer(path, QUrlQuery(url)));
    }

    QHash<QString, QList<QByteArray>> lists; //!< by path
    QHash<QString, int> statuses; //!< of paths that fail
    QHash<QString, int> mostItems; //!< of a page of this path; more is too large
    QHash<QString, int> cutAfter; //!< the list of this path ends there, whatever its total
    QHash<QString, QString> refusedFields; //!< by path
    QHash<QString, QByteArray> bodies; //!< by path: what is no list
    QString eventsBody = u"{\"data\":[],\"paging\":{\"total\":0}}"_s;
    qint64 incidentAt = 0; //!< time of the incidents in \a lists
    QStringList asked;

private:
    Result<net::HttpResponse> answer(const QString &path, const QUrlQuery &query)
    {
        if (statuses.contains(path))
            return said(statuses.value(path), "{\"code\":0,\"message\":\"as the test wants\"}");
        if (bodies.contains(path))
            return said(200, bodies.value(path));
        // Incidents are asked for by time.
        if (path.endsWith(u"/testCaseIncidentStatus"_s)
            && query.queryItemValue(u"startTs"_s).toLongLong() > incidentAt)
            return said(200, "{\"data\":[],\"paging\":{\"total\":0}}");
        if (path == u"system/version")
            return said(200, "{\"version\":\"1.13.6\"}");
        if (path == u"events")
            return said(200, eventsBody.toUtf8());
        if (path.startsWith(u"lineage/"_s))
            return said(
                200,
                u"{\"entity\":{\"id\":\"%1\",\"type\":\"table\",\"name\":\"x\"},\"nodes\":[]}"_s
                    .arg(path.section(u'/', -1))
                    .toUtf8());
        const auto fields = query.queryItemValue(u"fields"_s).split(u',');
        if (refusedFields.contains(path) && fields.contains(refusedFields.value(path)))
            return said(400,
                        u"{\"code\":400,\"message\":\"Invalid field name %1\"}"_s
                            .arg(refusedFields.value(path))
                            .toUtf8());
        return page(path, query);
    }

    Result<net::HttpResponse> page(const QString &path, const QUrlQuery &query)
    {
        const auto all = lists.value(path);
        const auto limit = query.queryItemValue(u"limit"_s).toInt();
        const auto from = query.queryItemValue(u"after"_s).toInt();
        if (mostItems.contains(path) && limit > mostItems.value(path)
            && query.hasQueryItem(u"fields"_s))
            return failure(Error::Kind::TooLarge, u"more than 64 MiB"_s);
        const auto end = std::min<qsizetype>(from + limit, cutAfter.value(path, int(all.size())));
        QByteArray body("{\"data\":[");
        body.append(all.mid(from, std::max<qsizetype>(0, end - from)).join(QByteArray(",")));
        body.append("],\"paging\":{\"total\":").append(QByteArray::number(all.size()));
        if (limit > 0 && end < cutAfter.value(path, int(all.size())))
            body.append(",\"after\":\"").append(QByteArray::number(end)).append('"');
        return said(200, body.append("}}"));
    }

    static net::HttpResponse said(int status, const QByteArray &body)
    {
        return {.status = status, .body = body, .asked = u"GET played"_s};
    }
};

QByteArray thing(const QString &fqn)
{
    return u"{\"id\":\"%1\",\"name\":\"%2\",\"fullyQualifiedName\":\"%2\"}"_s
        .arg(QUuid::createUuidV5(QUuid(), fqn).toString(QUuid::WithoutBraces), fqn)
        .toUtf8();
}

QString idOf(const QString &fqn)
{
    return QUuid::createUuidV5(QUuid(), fqn).toString(QUuid::WithoutBraces);
}

//! An event of the feed: \a fqn was updated at \a at.
QString updated(const QString &type, const QString &fqn, qint64 at)
{
    return u"{\"id\":\"%1\",\"eventType\":\"entityUpdated\",\"entityType\":\"%2\","
           "\"entityId\":\"%3\",\"entityFullyQualifiedName\":\"%4\",\"timestamp\":%5}"_s.arg(
               idOf(fqn + QString::number(at)), type, idOf(fqn), fqn, QString::number(at));
}

QString feedOf(const QStringList &events)
{
    return u"{\"data\":[%1],\"paging\":{\"total\":%2}}"_s.arg(events.join(u',')).arg(events.size());
}

//! A schema went, and all that was in it.
QString schemaGone()
{
    return u"{\"id\":\"gone\",\"eventType\":\"entityDeleted\",\"entityType\":\"databaseSchema\","
           "\"entityId\":\"%1\",\"entityFullyQualifiedName\":\"s.d.p\",\"recursive\":true,"
           "\"timestamp\":%2}"_s.arg(idOf(u"s.d.p"_s))
               .arg(4'102'444'800'000);
}

const QString incidentList = u"dataQuality/testCases/testCaseIncidentStatus"_s;

QByteArray incident(const QString &check, qint64 at)
{
    return u"{\"timestamp\":%1,\"testCaseResolutionStatusType\":\"New\","
           "\"testCaseReference\":{\"fullyQualifiedName\":\"%2\"}}"_s.arg(at)
               .arg(check)
               .toUtf8();
}

} // namespace

class TestOpenMetadataPull : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_server = std::make_shared<PlayedServer>();
        m_domains.clear();
        for (int i = 0; i < 450; ++i)
            m_server->lists[u"tables"_s].append(
                thing(u"s.d.p.t%1"_s.arg(i, 3, 10, QLatin1Char('0'))));
        m_server->lists[u"domains"_s].append(thing(u"Retail"_s));
        m_sink = FoldedSinkPointer::create();
        m_session = open();
    }

    void aPageThatIsTooLargeIsAskedForInParts()
    {
        m_server->mostItems[u"tables"_s] = 30;
        QVERIFY(pull());
        QCOMPARE(m_sink->count(u"table"_s), 450);
        // Not even one goes with all its fields.
        m_server->mostItems[u"tables"_s] = 0;
        m_server->lists[u"tables"_s].resize(2);
        QVERIFY(pull(true));
        QCOMPARE(m_sink->count(u"table"_s), 2);
        QVERIFY(finding(u"openmetadata.large"_s));
    }

    void aListThatEndsTooEarlyRemovesNothing()
    {
        QVERIFY(pull());
        m_server->cutAfter[u"tables"_s] = 10;
        const auto partial = pull(true);
        QVERIFY(!partial);
        QCOMPARE(partial.error().kind, Error::Kind::Protocol);
        QCOMPARE(m_sink->count(u"table"_s), 450);
    }

    void aServerThatListsNothingRemovesNothing()
    {
        QVERIFY(pull());
        m_server->lists.clear();
        const auto empty = pull(true);
        QVERIFY(empty);
        QCOMPARE(empty->swept, 0);
        QCOMPARE(m_sink->count(u"table"_s), 450);
        QVERIFY(finding(u"openmetadata.empty"_s));
    }

    void whatMayNotBeSeenRemovesNothing()
    {
        QVERIFY(pull());
        m_session = open();
        m_server->statuses[u"topics"_s] = 403;
        m_server->lists[u"tables"_s].resize(5);
        const auto partial = pull(true);
        QVERIFY(partial);
        QCOMPARE(partial->swept, 0);
        QCOMPARE(m_sink->count(u"table"_s), 450);
        QVERIFY(finding(u"openmetadata.forbidden"_s));
    }

    void aFieldThatAReleaseDoesNotKnowIsLeftOut()
    {
        m_server->refusedFields[u"tables"_s] = u"certification"_s;
        QVERIFY(pull());
        QCOMPARE(m_sink->count(u"table"_s), 450);
    }

    void listsOfLaterReleasesMayBeMissing()
    {
        m_server->statuses[u"dataContracts"_s] = 404;
        m_server->statuses[u"metrics"_s] = 404;
        const auto done = pull();
        QVERIFY(done);
        QVERIFY(done->swept != 0);
        m_session = open();
        m_server->statuses[u"tables"_s] = 404;
        QVERIFY2(!pull(true), "every release has tables");
        QCOMPARE(m_sink->count(u"table"_s), 450);
    }

    void withoutAFeedAllIsReadEveryHour()
    {
        QVERIFY(pull());
        m_server->statuses[u"events"_s] = 403;
        auto idle = pull();
        QVERIFY(idle);
        QVERIFY(finding(u"openmetadata.feed"_s));
        QCOMPARE(idle->swept, 0);
        m_clock.pass(61 * 60'000);
        QVERIFY(pull()->swept != 0);
    }

    void theOldestEventsAreNoEndlessTask()
    {
        QVERIFY(pull());
        const auto before = Cursor::fromBytes(m_sink->cursor)->feedAt;
        m_clock.pass(10 * 60'000);
        QVERIFY(pull());
        QVERIFY2(Cursor::fromBytes(m_sink->cursor)->feedAt > before,
                 "a quiet week must not look like a cursor that is too old");
        m_clock.pass(8LL * 24 * 3'600'000);
        QVERIFY(pull()->swept != 0);
    }

    void lineageComesInStepsAndSaysHowFarItIs()
    {
        auto &tables = m_server->lists[u"tables"_s];
        while (tables.size() < 2'500)
            tables.append(thing(u"s.d.p.u%1"_s.arg(tables.size())));
        const auto lineageCalls = [this] {
            return std::count_if(m_server->asked.begin(), m_server->asked.end(),
                                 [](const auto &path) { return path.startsWith(u"lineage/"_s); });
        };
        auto first = pull();
        QVERIFY(first);
        QCOMPARE(lineageCalls(), 2'000);
        QVERIFY(first->swept != 0);
        QVERIFY(finding(u"openmetadata.lineage"_s));
        QVERIFY(m_findings.last().message.contains(u"2000 of 2500"_s));
        // In a session that knows nothing of the first one.
        m_session = open();
        QVERIFY(pull());
        QCOMPARE(lineageCalls(), 2'500);
        QVERIFY(!finding(u"openmetadata.lineage"_s));
        QVERIFY(pull());
        QCOMPARE(lineageCalls(), 2'500);
        // A day later this session knows that nothing leads to the last 500; of the others it has
        // not heard. The day after, it knows of all.
        m_clock.pass(25LL * 3'600'000);
        QVERIFY(pull());
        QCOMPARE(lineageCalls(), 4'500);
        m_clock.pass(25LL * 3'600'000);
        QVERIFY(pull());
        QCOMPARE(lineageCalls(), 4'500);
        // And so does another session, of what a round that has ended found.
        m_session = open();
        m_clock.pass(25LL * 3'600'000);
        QVERIFY(pull());
        QCOMPARE(lineageCalls(), 4'500);
        // Now and then all are asked about, behind a sweep.
        QVERIFY(pull(true));
        QVERIFY(pull());
        QCOMPARE(lineageCalls(), 7'000);
    }

    //! Ten chains of four: what lies in between is told with the end of its chain.
    void whatAnAnswerTellsIsNotAskedFor()
    {
        auto &tables = m_server->lists[u"tables"_s];
        tables.clear();
        const auto name = [](int chain, int step) {
            return u"s.d.p.c%1_%2"_s.arg(chain).arg(step);
        };
        for (int chain = 0; chain < 10; ++chain) {
            QStringList nodes;
            QStringList edges;
            for (int step = 0; step < 4; ++step) {
                const auto fqn = name(chain, step);
                tables.append(u"{\"id\":\"%1\",\"name\":\"%2\",\"fullyQualifiedName\":\"%2\","
                              "\"updatedAt\":%3}"_s.arg(idOf(fqn), fqn)
                                  .arg(step == 0 ? 2'000 : 1'000)
                                  .toUtf8());
                nodes.append(u"{\"id\":\"%1\",\"type\":\"table\",\"name\":\"%2\","
                             "\"fullyQualifiedName\":\"%2\"}"_s.arg(idOf(fqn), fqn));
                if (step > 0)
                    edges.append(u"{\"fromEntity\":\"%1\",\"toEntity\":\"%2\"}"_s.arg(
                        idOf(fqn), idOf(name(chain, step - 1))));
            }
            for (int step = 0; step < 4; ++step)
                m_server->bodies[u"lineage/table/"_s + idOf(name(chain, step))] =
                    u"{\"entity\":%1,\"nodes\":[%2],\"upstreamEdges\":[%3]}"_s
                        .arg(nodes.at(step), nodes.join(u','), edges.mid(step).join(u','))
                        .toUtf8();
        }
        QVERIFY(pull());
        const auto calls = [this] {
            return std::count_if(m_server->asked.begin(), m_server->asked.end(),
                                 [](const auto &path) { return path.startsWith(u"lineage/"_s); });
        };
        // Ends and sources, and what was on the way when the answer came.
        QVERIFY2(calls() <= 28, qPrintable(QString::number(calls())));
        for (int chain = 0; chain < 10; ++chain) {
            for (int step = 0; step < 3; ++step) {
                const auto lineage = m_sink->lineage.value(u"table:"_s + name(chain, step));
                QCOMPARE(lineage.size(), 1);
                QCOMPARE(lineage.first().source, u"table:"_s + name(chain, step + 1));
            }
        }
        // The sources are not asked about the day after.
        const auto before = calls();
        m_clock.pass(25LL * 3'600'000);
        QVERIFY(pull());
        QVERIFY(calls() - before <= 18);
    }

    //! What one session found to be linked, the next ones do not take for unlinked for what was
    //! noted before.
    void whatIsLinkedByNowIsAskedAboutByAnotherSession()
    {
        m_server->lists[u"tables"_s] = {thing(u"s.d.p.a"_s), thing(u"s.d.p.b"_s)};
        const auto id = idOf(u"s.d.p.a"_s);
        const auto nextDay = [this] {
            m_session = open();
            m_clock.pass(25LL * 3'600'000);
            m_server->asked.clear();
            return pull().has_value();
        };
        const auto isAsked = [&] { return m_server->asked.contains(u"lineage/table/"_s + id); };
        QVERIFY(pull());
        QVERIFY(isAsked());
        QVERIFY(nextDay());
        QVERIFY(!isAsked());
        m_server->bodies[u"tables/"_s + id] = thing(u"s.d.p.a"_s);
        m_server->bodies[u"lineage/table/"_s + id] =
            u"{\"entity\":{\"id\":\"%1\",\"type\":\"table\",\"name\":\"a\","
            "\"fullyQualifiedName\":\"s.d.p.a\"},\"nodes\":[{\"id\":\"%2\",\"type\":\"table\","
            "\"name\":\"b\",\"fullyQualifiedName\":\"s.d.p.b\"}],\"upstreamEdges\":["
            "{\"fromEntity\":\"%2\",\"toEntity\":\"%1\"}]}"_s.arg(id, idOf(u"s.d.p.b"_s))
                .toUtf8();
        m_server->eventsBody =
            feedOf({updated(u"table"_s, u"s.d.p.a"_s, m_clock.now().toMSecsSinceEpoch() + 1000)});
        QVERIFY(nextDay());
        QVERIFY(isAsked());
        QCOMPARE(m_sink->lineage.value(u"table:s.d.p.a"_s).size(), 1);
        m_server->eventsBody = feedOf({});
        QVERIFY(nextDay());
        QVERIFY(isAsked());
    }

    //! Nothing of other domains, nor what is about it, comes in or costs a request.
    void whatLiesElsewhereStaysOut()
    {
        const auto in = [](const QString &fqn, const QString &domain, const QString &more = {}) {
            const auto domains = domain.isEmpty()
                ? QString()
                : u",\"domains\":[{\"type\":\"domain\",\"name\":\"%1\",\"fullyQualifiedName\":"
                  "\"%1\"}]"_s.arg(domain);
            return u"{\"id\":\"%1\",\"name\":\"%2\",\"fullyQualifiedName\":\"%2\"%3%4}"_s
                .arg(idOf(fqn), fqn, domains, more)
                .toUtf8();
        };
        const auto about = [&in](const QString &table) {
            return in(table + u".contract"_s, {},
                      u",\"entity\":{\"id\":\"%1\",\"type\":\"table\",\"fullyQualifiedName\":"
                      "\"%2\"},\"sla\":{\"maxLatency\":{\"value\":4,\"unit\":\"hour\"}}"_s.arg(
                          idOf(table), table));
        };
        const auto test = [&in](const QString &table) {
            return in(table + u".check"_s, {}, u",\"entityLink\":\"<#E::table::%1>\""_s.arg(table));
        };
        const auto result = [](const QString &table) {
            return u"{\"testCaseFQN\":\"%1.check\",\"timestamp\":1790000000000,"
                   "\"testCaseStatus\":\"Failed\"}"_s.arg(table)
                       .toUtf8();
        };
        const auto kept = u"s.d.p.kept"_s;
        const auto other = u"s.d.p.other"_s;
        auto &lists = m_server->lists;
        lists[u"tables"_s] = {in(kept, u"Retail"_s), in(other, u"Finance"_s)};
        lists[u"domains"_s] = {in(u"Retail"_s, {}), in(u"Finance"_s, {})};
        lists[u"dataContracts"_s] = {about(kept), about(other)};
        lists[u"dataQuality/testCases"_s] = {test(kept), test(other)};
        lists[u"glossaryTerms"_s] = {in(u"g.here"_s, u"Retail"_s), in(u"g.there"_s, u"Finance"_s),
                                     in(u"g.all"_s, {})};
        for (const auto &table : lists[u"tables"_s]) {
            const auto fqn = QJsonDocument::fromJson(table)[u"name"_s].toString();
            m_server->bodies[u"tables/name/"_s + fqn] = table;
            m_server->bodies[u"tables/"_s + idOf(fqn)] = table;
        }
        m_domains = QStringList{u"retail"_s};
        m_session = open();
        QVERIFY(pull());
        const QStringList wanted{u"dataContract:s.d.p.kept.contract"_s,
                                 u"domain:Retail"_s,
                                 u"glossaryTerm:g.all"_s,
                                 u"glossaryTerm:g.here"_s,
                                 u"table:s.d.p.kept"_s,
                                 u"testCase:s.d.p.kept.check"_s};
        QCOMPARE(m_sink->records.keys(), wanted);
        QCOMPARE(m_sink->slos.size(), 1);
        const auto askedAbout = [this](const QString &fqn) {
            return m_server->asked.contains(u"lineage/table/"_s + idOf(fqn));
        };
        QVERIFY(askedAbout(kept));
        QVERIFY2(!askedAbout(other), "its lineage has no place here");

        // In a session that has nothing in memory: events of both, results of both, a new round.
        m_session = open();
        m_clock.pass(25LL * 3'600'000);
        const auto now = m_clock.now().toMSecsSinceEpoch();
        for (const auto &table : {kept, other}) {
            m_server->bodies[u"dataQuality/testCases/"_s + idOf(table + u".check"_s)] = test(table);
            m_server->bodies[u"dataContracts/"_s + idOf(table + u".contract"_s)] = about(table);
        }
        m_server->eventsBody = feedOf({updated(u"testCase"_s, kept + u".check"_s, now),
                                       updated(u"testCase"_s, other + u".check"_s, now),
                                       updated(u"dataContract"_s, other + u".contract"_s, now),
                                       updated(u"table"_s, other, now)});
        lists[u"dataQuality/testCases/testCaseResults/search/list"_s] = {result(kept),
                                                                         result(other)};
        m_server->asked.clear();
        QVERIFY(pull());
        QCOMPARE(m_sink->records.keys(), wanted);
        QCOMPARE(m_sink->runs.size(), 1);
        QCOMPARE(m_sink->runs.first().check, u"testCase:s.d.p.kept.check"_s);
        QVERIFY2(!askedAbout(kept), "nothing led to it the day before");
        QVERIFY(!askedAbout(other));

        // Other domains are wanted from now on: what lies there comes at once.
        m_domains = QStringList{u"finance"_s};
        m_session = open();
        m_server->eventsBody = feedOf({});
        const auto changed = pull();
        QVERIFY(changed);
        QVERIFY(changed->swept != 0);
        QVERIFY(m_sink->records.contains(u"table:s.d.p.other"_s));
        QVERIFY(!m_sink->records.contains(u"table:s.d.p.kept"_s));
    }

    //! Each pull of a sweep that is stopped again and again reads other contracts.
    void aStoppedSweepHasTheServiceLevelsOfAllContracts()
    {
        const QString table = u"s.d.p.t001"_s;
        for (int i = 0; i < 450; ++i)
            m_server->lists[u"dataContracts"_s].append(
                u"{\"id\":\"%1\",\"name\":\"c%2\",\"fullyQualifiedName\":\"c%2\","
                "\"entity\":{\"id\":\"%3\",\"type\":\"table\",\"fullyQualifiedName\":\"%4\"},"
                "\"sla\":{\"maxLatency\":{\"value\":4,\"unit\":\"hour\"}}}"_s
                    .arg(idOf(u"c%1"_s.arg(i)), QString::number(i), idOf(table), table)
                    .toUtf8());
        FoldedSink whole;
        const auto calm = open()->pull({}, false, whole);
        QVERIFY(calm);
        whole.end(*calm);
        QCOMPARE(whole.slos.size(), 450);
        for (int kill = 1; kill < whole.pages; ++kill) {
            m_sink = FoldedSinkPointer::create();
            m_session = open();
            m_sink->mostPages = kill;
            QVERIFY(!pull());
            m_sink->mostPages = -1;
            m_session = open();
            const auto pulled = pull();
            QVERIFY(pulled);
            QVERIFY(pulled->complete);
            QVERIFY2(m_sink->slos == whole.slos, qPrintable(u"behind page %1"_s.arg(kill)));
        }
    }

    //! What the sweep passed over is what is wanted now.
    void otherDomainsBeginAStoppedSweepAnew()
    {
        auto &lists = m_server->lists;
        for (int i = 0; i < 450; ++i) {
            const auto fqn = u"s.d.p.t%1"_s.arg(i, 3, 10, QChar(u'0'));
            lists[u"tables"_s].append(
                u"{\"id\":\"%1\",\"name\":\"%2\",\"fullyQualifiedName\":\"%2\",\"domains\":[{"
                "\"type\":\"domain\",\"name\":\"%3\",\"fullyQualifiedName\":\"%3\"}]}"_s
                    .arg(idOf(fqn), fqn, i % 2 == 0 ? u"Retail"_s : u"Finance"_s)
                    .toUtf8());
        }
        m_domains = QStringList{u"finance"_s};
        FoldedSink whole;
        const auto calm = open()->pull({}, false, whole);
        QVERIFY(calm);
        whole.end(*calm);
        QVERIFY(whole.records.size() >= 225 && whole.records.size() < 300);
        for (int kill = 1; kill < whole.pages; ++kill) {
            m_sink = FoldedSinkPointer::create();
            m_domains = QStringList{u"retail"_s};
            m_session = open();
            m_sink->mostPages = kill;
            QVERIFY(!pull());
            m_sink->mostPages = -1;
            m_domains = QStringList{u"finance"_s};
            m_session = open();
            QVERIFY(pull());
            QVERIFY2(m_sink->records.keys() == whole.records.keys(),
                     qPrintable(u"behind page %1"_s.arg(kill)));
        }
    }

    void aFeedThatIsNoneEndsThePull()
    {
        QVERIFY(pull());
        const auto before = m_sink->cursor;
        m_server->eventsBody = u"<html>sign in</html>"_s;
        const auto broken = pull();
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, Error::Kind::Protocol);
        QCOMPARE(m_sink->cursor, before);
    }

    //! Of a recursive delete, the feed of 2.0 tells the root alone.
    void whatGoesWithAnotherThingGoesInTheSamePull()
    {
        QVERIFY(pull());
        m_clock.pass(61'000);
        auto &tables = m_server->lists[u"tables"_s];
        const auto before = tables.size();
        tables.resize(100);
        m_server->eventsBody = feedOf({schemaGone()});
        const auto pulled = pull();
        QVERIFY(pulled);
        QVERIFY(pulled->swept != 0);
        QVERIFY(m_sink->count(u"table"_s) < before);
        QCOMPARE(m_sink->count(u"table"_s), 100);
        QVERIFY(!finding(u"openmetadata.due"_s));
    }

    //! A sweep that takes long is not begun at each such event.
    void aSweepThatIsDueWaitsAsLongAsTheLastOneWasLong_data()
    {
        QTest::addColumn<qint64>("tookMs");
        QTest::addColumn<qint64>("waitsMs");
        QTest::addRow("a second") << 1'000LL << 60'000LL;
        QTest::addRow("12 seconds") << 12'000LL << 120'000LL;
        QTest::addRow("an hour") << 3'600'000LL << 15 * 60'000LL;
    }

    void aSweepThatIsDueWaitsAsLongAsTheLastOneWasLong()
    {
        QFETCH(qint64, tookMs);
        QFETCH(qint64, waitsMs);
        QVERIFY(pull());
        auto cursor = *Cursor::fromBytes(m_sink->cursor);
        cursor.sweepFeedAt = cursor.sweptAt - tookMs;
        m_sink->cursor = cursor.toBytes();
        m_server->eventsBody = feedOf({schemaGone()});
        m_clock.pass(waitsMs - 2'000);
        QCOMPARE(pull()->swept, 0);
        QVERIFY2(finding(u"openmetadata.due"_s), "what is still to come is said");
        // Pulls that bring nothing new forget nothing.
        m_clock.pass(1'000);
        QCOMPARE(pull()->swept, 0);
        QVERIFY2(finding(u"openmetadata.due"_s), "also by the next one");
        m_clock.pass(2'000);
        QVERIFY(pull()->swept != 0);
    }

    void aProductKeepsItsPortsWhenTheServerStumbles_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {401, 429, 503})
            QTest::addRow("%d", status) << status;
    }

    void aProductKeepsItsPortsWhenTheServerStumbles()
    {
        QFETCH(int, status);
        m_server->lists[u"dataProducts"_s].append(thing(u"Sales"_s));
        const QString at = u"dataProducts/"_s + idOf(u"Sales"_s);
        m_server->bodies[at] = thing(u"Sales"_s);
        QVERIFY(pull());
        const auto before = m_sink->cursor;
        m_clock.pass(60'000);
        m_server->eventsBody =
            feedOf({updated(u"dataProduct"_s, u"Sales"_s, m_clock.now().toMSecsSinceEpoch())});
        m_server->statuses[at + u"/inputPorts"_s] = status;
        QVERIFY(!pull());
        QCOMPARE(m_sink->cursor, before);
        // What will not pass is said, and everything is read anew before long.
        m_server->statuses[at + u"/inputPorts"_s] = 403;
        QVERIFY(pull());
        QVERIFY(finding(u"openmetadata.ports"_s));
        QVERIFY(Cursor::fromBytes(m_sink->cursor)->isSweepDue);
    }

    //! A sweep may miss something, and the next one something else: that is read before long, and
    //! what is never to be had is asked for no oftener.
    void whatASweepMissesIsReadAgainUnlessItWasMissedBefore()
    {
        for (const auto &name : {u"Sales"_s, u"Stock"_s})
            m_server->lists[u"dataProducts"_s].append(thing(name));
        const auto isDueWithout = [this](const QString &name) {
            m_server->statuses.clear();
            if (!name.isEmpty())
                m_server->statuses[u"dataProducts/"_s + idOf(name) + u"/inputPorts"_s] = 403;
            return pull(true) && Cursor::fromBytes(m_sink->cursor)->isSweepDue;
        };
        QVERIFY(isDueWithout(u"Sales"_s));
        QVERIFY(isDueWithout(u"Stock"_s));
        QVERIFY(!isDueWithout(u"Stock"_s));
        QVERIFY(!isDueWithout({}));
        QVERIFY(isDueWithout(u"Stock"_s));
    }

    //! Of lineage as well: also where a round for such a miss has ended a moment ago.
    void lineageThatAChangeMissesIsReadBeforeLong()
    {
        QVERIFY(pull());
        const auto isMissed = [this] {
            return Cursor::fromBytes(m_sink->cursor)->hasMissedLineage;
        };
        for (const auto &fqn : {u"s.d.p.t001"_s, u"s.d.p.t002"_s, u"s.d.p.t001"_s}) {
            m_clock.pass(60'000);
            m_server->bodies[u"tables/"_s + idOf(fqn)] = thing(fqn);
            m_server->eventsBody =
                feedOf({updated(u"table"_s, fqn, m_clock.now().toMSecsSinceEpoch())});
            m_server->statuses[u"lineage/table/"_s + idOf(fqn)] = 407;
            QVERIFY(pull());
            QVERIFY2(isMissed(), qPrintable(fqn));
            m_server->statuses.clear();
            m_server->eventsBody = feedOf({});
            m_clock.pass(20 * 60'000);
            QVERIFY(pull());
            QVERIFY2(!isMissed(), qPrintable(fqn));
        }
    }

    //! Pages on the way must not say that incidents are known whose test cases are still to come.
    void incidentsAreKnownWhenTheirTestCasesAre()
    {
        QVERIFY(pull());
        const auto before = Cursor::fromBytes(m_sink->cursor)->incidentsAt;
        m_clock.pass(10 * 60'000);
        const auto now = m_clock.now().toMSecsSinceEpoch();
        QStringList events;
        for (const auto &table : std::as_const(m_server->lists[u"tables"_s])) {
            const auto fqn = QJsonDocument::fromJson(table).object().value(u"name"_s).toString();
            m_server->bodies[u"tables/"_s + idOf(fqn)] = table;
            events.append(updated(u"table"_s, fqn, now));
        }
        m_server->eventsBody = feedOf(events);
        m_server->incidentAt = now;
        m_server->lists[incidentList] = {incident(u"s.d.p.t001.check"_s, now)};
        m_server->statuses[u"dataQuality/testCases/name/s.d.p.t001.check"_s] = 503;
        const auto pages = m_sink->pages;
        QVERIFY(!pull());
        QVERIFY(m_sink->pages > pages);
        QCOMPARE(Cursor::fromBytes(m_sink->cursor)->incidentsAt, before);
        m_server->statuses.clear();
        m_server->bodies[u"dataQuality/testCases/name/s.d.p.t001.check"_s] =
            thing(u"s.d.p.t001.check"_s);
        QVERIFY(pull());
        QVERIFY(m_sink->records.contains(u"testCase:s.d.p.t001.check"_s));
        QVERIFY(Cursor::fromBytes(m_sink->cursor)->incidentsAt > before);
    }

    void anOpenIncidentOutlivesTheSession()
    {
        const QString check = u"s.d.p.t001.check"_s;
        const auto hasIncident = [this, &check] {
            const auto properties = m_sink->records.value(u"testCase:"_s + check).properties;
            return std::any_of(properties.begin(), properties.end(),
                               [](const auto &one) { return one.first == u"incident"; });
        };
        m_server->incidentAt = m_clock.now().toMSecsSinceEpoch();
        m_server->lists[incidentList] = {incident(check, m_server->incidentAt)};
        m_server->lists[u"dataQuality/testCases"_s] = {thing(check)};
        m_server->bodies[u"dataQuality/testCases/"_s + idOf(check)] = thing(check);
        m_clock.pass(60'000);
        QVERIFY(pull());
        QVERIFY(hasIncident());
        m_session = open();
        m_clock.pass(60'000);
        m_server->eventsBody =
            feedOf({updated(u"testCase"_s, check, m_clock.now().toMSecsSinceEpoch())});
        const auto written = m_sink->written.size();
        QVERIFY(pull());
        QVERIFY(m_sink->written.size() > written);
        QVERIFY(hasIncident());
    }

    void anEventThatComesLateIsTakenIn()
    {
        QVERIFY(pull());
        m_clock.pass(10 * 60'000);
        const auto now = m_clock.now().toMSecsSinceEpoch();
        const auto path = [](const QString &fqn) { return QString(u"tables/"_s + idOf(fqn)); };
        for (const auto &fqn : {u"s.d.p.t001"_s, u"s.d.p.t002"_s})
            m_server->bodies[path(fqn)] = thing(fqn);
        const auto first = updated(u"table"_s, u"s.d.p.t001"_s, now - 1'000);
        m_server->eventsBody = feedOf({first});
        QVERIFY(pull());
        QCOMPARE(m_server->asked.count(path(u"s.d.p.t001"_s)), 1);
        // It was stored when the newer one was there already.
        m_clock.pass(30'000);
        m_server->eventsBody = feedOf({updated(u"table"_s, u"s.d.p.t002"_s, now - 60'000), first});
        QVERIFY(pull());
        QCOMPARE(m_server->asked.count(path(u"s.d.p.t002"_s)), 1);
        m_clock.pass(30'000);
        QVERIFY(pull()->unchanged);
        QCOMPARE(m_server->asked.count(path(u"s.d.p.t001"_s)), 1);
        QCOMPARE(m_server->asked.count(path(u"s.d.p.t002"_s)), 1);
    }

private:
    using FoldedSinkPointer = QSharedPointer<FoldedSink>;

    std::unique_ptr<platforms::Session> open()
    {
        platforms::AccountSettings settings;
        settings.name = u"corp"_s;
        settings.url = QUrl(u"https://om.example/"_s);
        if (!m_domains.isEmpty())
            settings.options.insert(u"domains"_s, QJsonArray::fromStringList(m_domains));
        auto session = platforms::openmetadata::create()->open(
            settings, platforms::Services(m_clock, m_server));
        return session ? std::move(*session) : nullptr;
    }

    Result<platforms::PullResult> pull(bool full = false)
    {
        auto result = m_session->pull(m_sink->cursor, full, *m_sink);
        if (result) {
            m_sink->end(*result);
            m_findings = result->findings;
        }
        return result;
    }

    bool finding(const QString &rule) const
    {
        return std::any_of(m_findings.begin(), m_findings.end(),
                           [&](const auto &one) { return one.rule == rule; });
    }

    tests::ManualClock m_clock;
    QStringList m_domains; //!< that the account keeps; all where there are none
    std::shared_ptr<PlayedServer> m_server;
    FoldedSinkPointer m_sink;
    std::unique_ptr<platforms::Session> m_session;
    QList<domain::Finding> m_findings;
};

QTEST_GUILESS_MAIN(TestOpenMetadataPull)
#include "tst_openmetadatapull.moc"
