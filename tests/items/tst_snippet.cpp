// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/snippet.h"
#include "tests/items/samplemesh.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::items;
using tests::sampleId;

class TestSnippet : public QObject
{
    Q_OBJECT

    static SnippetSubject subject(const QString &portType)
    {
        const tests::SamplePages pages;
        const auto contract = pages.pages.value(sampleId(u"contract.order-events"_s)).merged;
        return {pages.pages.value(sampleId(u"orders.events"_s)).entity, portType,
                serverFor(contract.servers, portType, {}), u"order_events"_s,
                tests::sampleFields()};
    }

    static QString textOf(const SnippetSubject &subject, SnippetKind kind)
    {
        for (const auto &snippet : snippetsFor(subject)) {
            if (snippet.kind == kind)
                return snippet.text;
        }
        return {};
    }

private Q_SLOTS:

    void sqlNamesColumnsAndPlace()
    {
        QCOMPARE(textOf(subject(u"SQL"_s), SnippetKind::Sql),
                 u"select order_id, event_type, event_time, customer_id, ship_to, lines, "
                 "amount_eur\nfrom orders.order_events\nlimit 100"_s);
    }

    void sqlCallsColumnsAsTheDatabaseDoes()
    {
        auto sql = subject(u"SQL"_s);
        sql.fields = sql.fields.mid(0, 2);
        sql.fields[0].physicalName = u"ORD-ID"_s;
        QCOMPARE(textOf(sql, SnippetKind::Sql),
                 u"select \"ORD-ID\", event_type\nfrom orders.order_events\nlimit 100"_s);
        sql.fields[1].physicalName = u"evt"_s;
        sql.fields[1].partitioned = true;
        QVERIFY(textOf(sql, SnippetKind::Sql).contains(u"where evt >= current_date"_s));
    }

    void partitionNarrowsTheQuery()
    {
        auto sql = subject(u"SQL"_s);
        sql.fields[2].partitioned = true;
        QVERIFY(textOf(sql, SnippetKind::Sql)
                    .contains(u"where event_time >= current_date - interval '1' day"_s));
    }

    void jdbcAddressComesFromTheServer()
    {
        QCOMPARE(textOf(subject(u"SQL"_s), SnippetKind::Jdbc),
                 u"jdbc:postgresql://db.example.com:5432/shop?currentSchema=orders"_s);
        auto unknown = subject(u"SQL"_s);
        unknown.server.type = u"duckdb"_s;
        QCOMPARE(textOf(unknown, SnippetKind::Jdbc), QString());
    }

    void onlyWhatMakesSenseForThePortIsOffered()
    {
        const auto stream = subject(u"stream"_s);
        QCOMPARE(stream.server.type, u"kafka"_s);
        QVERIFY(textOf(stream, SnippetKind::Stream).contains(u"\"kafka.eu.example.com:9093\""_s));
        QCOMPARE(textOf(stream, SnippetKind::Sql), QString());
        QCOMPARE(textOf(subject(u"SQL"_s), SnippetKind::Stream), QString());
    }

    void namesCannotLeaveTheirQuotes()
    {
        auto hostile = subject(u"SQL"_s);
        hostile.object = u"a\"; drop table x; --"_s;
        QVERIFY(textOf(hostile, SnippetKind::Sql).contains(u"\"a\"\"; drop table x; --\""_s));
        auto stream = subject(u"stream"_s);
        stream.object = u"a\"])\nimport os"_s;
        QVERIFY(textOf(stream, SnippetKind::Stream).contains(u"\"a\\\"])\\nimport os\""_s));
    }

    void markdownShowsNamesAsTheyAre()
    {
        auto hostile = subject(u"SQL"_s);
        hostile.thing.title = u"![x](file:///etc/hostname) <b>\nnext"_s;
        const auto text = textOf(hostile, SnippetKind::Markdown);
        QVERIFY2(text.startsWith(u"**\\!\\[x\\]\\(file:///etc/hostname\\) \\<b\\> next**"_s),
                 qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
