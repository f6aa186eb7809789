// SPDX-License-Identifier: GPL-3.0-or-later
// Pulls from a server that the test plays itself: what no well-behaved one does.
#include "models/platforms/openmetadata/cursor.h"
#include "models/platforms/openmetadata/openmetadataplatform.h"
#include "tests/platforms/openmetadata/foldedsink.h"
#include "tests/support/manualclock.h"

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
    QString eventsBody = u"{\"data\":[],\"paging\":{\"total\":0}}"_s;
    QStringList asked;

private:
    Result<net::HttpResponse> answer(const QString &path, const QUrlQuery &query)
    {
        if (statuses.contains(path))
            return said(statuses.value(path), "{\"code\":0,\"message\":\"as the test wants\"}");
        if (path == u"system/version")
            return said(200, "{\"version\":\"1.13.6\"}");
        if (path == u"events")
            return said(200, eventsBody.toUtf8());
        if (path.startsWith(u"lineage/"_s))
            return said(
                200, "{\"entity\":{\"id\":\"x\",\"type\":\"table\",\"name\":\"x\"},\"nodes\":[]}");
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

} // namespace

class TestOpenMetadataPull : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_server = std::make_shared<PlayedServer>();
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
        m_clock.pass(25LL * 3'600'000);
        QVERIFY(pull());
        QCOMPARE(lineageCalls(), 4'500);
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

private:
    using FoldedSinkPointer = QSharedPointer<FoldedSink>;

    std::unique_ptr<platforms::Session> open()
    {
        platforms::AccountSettings settings;
        settings.name = u"corp"_s;
        settings.url = QUrl(u"https://om.example/"_s);
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
    std::shared_ptr<PlayedServer> m_server;
    FoldedSinkPointer m_sink;
    std::unique_ptr<platforms::Session> m_session;
    QList<domain::Finding> m_findings;
};

QTEST_GUILESS_MAIN(TestOpenMetadataPull)
#include "tst_openmetadatapull.moc"
