// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/memorysource.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
using store::SearchIndex;

class TestRanking : public QObject
{
    Q_OBJECT

    SearchIndex m_index;
    MemorySource m_source;

    void fill(const QList<store::IndexDocument> &documents)
    {
        for (const auto &made : documents)
            m_source.put(made);
        QVERIFY(m_index.rebuild(m_source));
    }

    static store::IndexDocument described(qint64 rowid, const QString &name, int popularity,
                                          const QString &description)
    {
        auto made = document(rowid, name, popularity);
        made.description = description;
        return made;
    }

private Q_SLOTS:

    void init()
    {
        m_source = MemorySource();
        QVERIFY(m_index.rebuild(m_source));
    }

    void exactComesBeforePrefixBeforeWordsBeforeTheRest()
    {
        fill({described(1, u"unrelated"_s, 900, u"about orders"_s),
              document(2, u"daily_orders"_s, 500), document(3, u"orders_raw"_s, 100),
              document(4, u"orders"_s, 0), document(5, u"payments"_s, 999)});
        QCOMPARE(rowsOf(m_index, u"orders"_s), (QList<qint64>{4, 3, 2, 1}));
        const auto answer = m_index.snapshot()->search({.query = u"orders"_s});
        QCOMPARE(answer.total, 4);
        for (std::size_t i = 0; i < answer.rows.size(); ++i)
            QCOMPARE(answer.rows.at(i).tier, int(i) + 1);
    }

    void withinATierThePopularComesFirstThenTheName()
    {
        fill({document(1, u"orders b"_s, 5), document(2, u"orders a"_s, 5),
              document(3, u"orders z"_s, 6)});
        QCOMPARE(rowsOf(m_index, u"orders"_s), (QList<qint64>{3, 2, 1}));
    }

    void ofTheSameNameTheProductComesFirst()
    {
        // Whatever their ids are: those are made when an account is added, anew on each machine.
        for (int turn = 0; turn < 16; ++turn) {
            init();
            QList<store::IndexDocument> documents{document(1, u"order_events"_s),
                                                  document(2, u"Order Events"_s),
                                                  document(3, u"order-events"_s)};
            documents[0].kind = domain::EntityKind::Asset;
            documents[1].kind = domain::EntityKind::Contract;
            documents[2].kind = domain::EntityKind::Product;
            for (auto &made : documents)
                made.id = entityId(demoAccountId(), u"%1 %2"_s.arg(turn).arg(made.name));
            fill(documents);
            QCOMPARE(rowsOf(m_index, u"orderevents"_s), (QList<qint64>{3, 1, 2}));
        }
    }

    void whoLooksAroundSeesProductsBeforeTags()
    {
        auto tag = document(1, u"personal"_s, 900);
        tag.kind = domain::EntityKind::Tag;
        auto person = document(2, u"maya"_s, 40);
        person.kind = domain::EntityKind::Person;
        auto product = document(3, u"orders"_s, 5);
        product.kind = domain::EntityKind::Product;
        auto asset = document(4, u"orders_raw"_s, 7);
        fill({tag, person, product, asset});
        QCOMPARE(rowsOf(m_index, {}), (QList<qint64>{4, 3, 1, 2}));
        QCOMPARE(m_index.snapshot()->search({}).total, 4);
        QCOMPARE(rowsOf(m_index, u"kind:tag"_s), QList<qint64>{1});
        QCOMPARE(rowsOf(m_index, {}, store::Sort::Popularity), (QList<qint64>{1, 2, 4, 3}));
    }

    void exactIsFirstHoweverItIsWritten_data()
    {
        QTest::addColumn<QString>("query");
        for (const auto &query : {u"order_events"_s, u"Order Events"_s, u"orderEvents"_s,
                                  u"ORDER-EVENTS"_s, u"orderevents"_s, u"order events"_s})
            QTest::newRow(qPrintable(query)) << query;
    }

    void exactIsFirstHoweverItIsWritten()
    {
        QFETCH(QString, query);
        fill({document(1, u"order_events_daily"_s, 900), document(2, u"orderEvents"_s, 1),
              document(3, u"events of an order"_s, 800),
              document(4, u"Order events archive"_s, 70)});
        const auto answer = m_index.snapshot()->search({.query = query});
        QVERIFY(!answer.rows.empty());
        QCOMPARE(answer.rows.front(), (store::RankedRow{2, 1}));
        QVERIFY(rowsOf(m_index, query).contains(1));
        QVERIFY(rowsOf(m_index, query).contains(4));
    }

    void whatIsCalledSoComesBeforeWhatIsAlsoCalledSo()
    {
        auto synonym = document(1, u"core__encounter"_s, 900);
        synonym.synonyms = {u"encounter"_s};
        auto titled = document(4, u"enc"_s, 3);
        titled.title = u"Encounter"_s;
        fill({synonym, document(2, u"encounter"_s, 1), document(3, u"en_counter"_s, 500), titled});
        QCOMPARE(rowsOf(m_index, u"encounter"_s), (QList<qint64>{4, 2, 3, 1}));
        for (const auto &row : m_index.snapshot()->search({.query = u"encounter"_s}).rows)
            QCOMPARE(row.tier, 1);
    }

    void titlesAndSynonymsAreNamesToo()
    {
        auto titled = document(1, u"ord_evt"_s);
        titled.title = u"Order events"_s;
        titled.synonyms = {u"Bestellereignisse"_s};
        fill({titled, document(2, u"other"_s, 50)});
        for (const auto &query : {u"ord evt"_s, u"order events"_s, u"bestellereignisse"_s}) {
            const auto rows = m_index.snapshot()->search({.query = query}).rows;
            QCOMPARE(rows.size(), std::size_t(1));
            QCOMPARE(rows.front(), (store::RankedRow{1, 1}));
        }
    }

    void accentsDoNotMatter()
    {
        fill({document(1, u"Übersicht Kundenaufträge"_s), document(2, u"Kundenauftraege"_s)});
        QCOMPARE(rowsOf(m_index, u"kundenauftrage"_s), QList<qint64>{1});
        QCOMPARE(rowsOf(m_index, u"ÜBERSICHT"_s), QList<qint64>{1});
        QCOMPARE(rowsOf(m_index, u"kundenaufträge"_s), QList<qint64>{1});
    }

    void everyWordIsAPrefix()
    {
        fill({document(1, u"order_events_daily"_s), document(2, u"order_totals_daily"_s)});
        QCOMPARE(rowsOf(m_index, u"o"_s).size(), 2);
        QCOMPARE(rowsOf(m_index, u"da ord"_s).size(), 2);
        QCOMPARE(rowsOf(m_index, u"dai eve"_s), QList<qint64>{1});
        QVERIFY(rowsOf(m_index, u"vents daily"_s).isEmpty() // no infix, and mended it is "events"
                || m_index.snapshot()->search({.query = u"vents daily"_s}).rows.front().tier == 5);
    }

    void compoundsInsideATextAreFoundJoined()
    {
        fill({document(1, u"The order_events table"_s),
              described(2, u"x"_s, 0, u"built from customerAddress"_s)});
        QCOMPARE(rowsOf(m_index, u"orderevents"_s), QList<qint64>{1});
        QCOMPARE(rowsOf(m_index, u"customeraddr"_s), QList<qint64>{2});
        QCOMPARE(rowsOf(m_index, u"customer_address"_s), QList<qint64>{2});
    }

    void idsAreFoundWhole()
    {
        auto asset = document(1, u"orders"_s);
        asset.nativeId = u"model.shop.orders"_s;
        asset.aliases = {u"urn:li:dataset:(urn:li:dataPlatform:hive,shop.orders,PROD)"_s};
        fill({asset, document(2, u"other model shop orders"_s, 9)});
        for (const auto &id :
             {asset.nativeId, asset.aliases.first(), idText(asset.id), asset.nativeId.toUpper()}) {
            const auto rows = m_index.snapshot()->search({.query = id}).rows;
            QVERIFY(!rows.empty());
            QCOMPARE(rows.front(), (store::RankedRow{1, 1}));
        }
    }

    void oneMistakeIsMendedWhenNothingElseMatches_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("left out") << u"custmer orders"_s;
        QTest::newRow("doubled") << u"custoomer orders"_s;
        QTest::newRow("wrong") << u"custamer orders"_s;
        QTest::newRow("swapped") << u"cusotmer orders"_s;
        QTest::newRow("first letter") << u"dustomer orders"_s;
        QTest::newRow("in the second word") << u"customer ordres"_s;
        QTest::newRow("in a compound") << u"customer_ordres"_s;
        QTest::newRow("joined") << u"customerordres"_s;
        QTest::newRow("too long") << u"customer orderss"_s;
        QTest::newRow("while typing") << u"custoer"_s;
    }

    void oneMistakeIsMendedWhenNothingElseMatches()
    {
        QFETCH(QString, query);
        fill({document(1, u"customer_orders"_s, 3), document(2, u"customers"_s, 1),
              document(3, u"supplier_invoices"_s, 90)});
        const auto answer = m_index.snapshot()->search({.query = query});
        QVERIFY(!answer.rows.empty());
        QCOMPARE(answer.rows.front(), (store::RankedRow{1, 5}));
        QVERIFY(!answer.corrected.isEmpty());
        QCOMPARE(answer.corrected, answer.words);
        QVERIFY(!rowsOf(m_index, query).contains(3));
    }

    void twoMistakesAreNotMended()
    {
        fill({document(1, u"customer_orders"_s)});
        QVERIFY(rowsOf(m_index, u"cstmer orders"_s).isEmpty());
        QVERIFY(rowsOf(m_index, u"custmer ordrs"_s).isEmpty());
    }

    void whatMatchesIsNeverMended()
    {
        fill({document(1, u"order"_s), document(2, u"border"_s), document(3, u"older"_s)});
        const auto answer = m_index.snapshot()->search({.query = u"order"_s});
        QCOMPARE(answer.total, 1);
        QVERIFY(answer.corrected.isEmpty());
    }

    void mistakesInOtherScriptsAreMendedToo()
    {
        fill({document(1, u"заказы клиентов"_s)});
        QCOMPARE(rowsOf(m_index, u"закызы"_s), QList<qint64>{1});
    }

    void anEntityIsOneHitHoweverManyPartsMatch()
    {
        auto made = document(1, u"orders"_s);
        made.title = u"Orders"_s;
        made.description = u"orders orders ORDERS"_s;
        made.tags = {u"orders"_s};
        made.fields = {{.path = u"orders"_s, .name = u"orders"_s}};
        fill({made});
        QCOMPARE(rowsOf(m_index, u"orders"_s), QList<qint64>{1});
        QCOMPARE(m_index.snapshot()->search({.query = u"orders"_s}).total, 1);
    }

    void everyTextIsSearched()
    {
        auto made = document(1, u"x"_s);
        made.description = u"aaa1"_s;
        made.tags = {u"bbb"_s};
        made.terms = {u"ccc"_s};
        made.ownerName = u"Dana Ddd"_s;
        made.domain = {u"Eee"_s, u"Fff"_s};
        made.classification = u"ggg"_s;
        made.type = u"hhh"_s;
        made.fields = {{.path = u"a.iii"_s,
                        .name = u"iii"_s,
                        .title = u"jjj"_s,
                        .description = u"kkk"_s,
                        .synonyms = {u"lll"_s}}};
        fill({made});
        for (const auto &word : {u"aaa1"_s, u"bbb"_s, u"ccc"_s, u"dana"_s, u"eee"_s, u"fff"_s,
                                 u"ggg"_s, u"hhh"_s, u"iii"_s, u"jjj"_s, u"kkk"_s, u"lll"_s})
            QCOMPARE(rowsOf(m_index, word), QList<qint64>{1});
    }

    void sortingByNamePopularityAndTimeHoldsAcrossTiers()
    {
        auto a = document(1, u"orders"_s, 1);
        auto b = document(2, u"all orders"_s, 9);
        auto c = document(3, u"more orders"_s, 5);
        a.changedAt = 100;
        b.changedAt = 300;
        c.changedAt = 200;
        fill({a, b, c});
        QCOMPARE(rowsOf(m_index, u"orders"_s), (QList<qint64>{1, 2, 3}));
        QCOMPARE(rowsOf(m_index, u"orders"_s, store::Sort::Name), (QList<qint64>{2, 3, 1}));
        QCOMPARE(rowsOf(m_index, u"orders"_s, store::Sort::Popularity), (QList<qint64>{2, 3, 1}));
        QCOMPARE(rowsOf(m_index, u"orders"_s, store::Sort::Updated), (QList<qint64>{2, 3, 1}));
    }

    void windowsAddUpToTheWhole()
    {
        QList<store::IndexDocument> many;
        for (int i = 0; i < 500; ++i)
            many.append(document(i + 1, u"orders %1"_s.arg(i % 7 ? i : 0), (i * 37) % 11));
        fill(many);
        for (const auto sort : {store::Sort::Best, store::Sort::Name, store::Sort::Updated}) {
            const auto whole = rowsOf(m_index, u"orders"_s, sort, 1000);
            QCOMPARE(whole.size(), 500);
            QList<qint64> pieces;
            for (int at = 0; at < 500; at += 37)
                pieces += rowsOf(m_index, u"orders"_s, sort, 37, at);
            QCOMPARE(pieces, whole);
        }
        QVERIFY(rowsOf(m_index, u"orders"_s, store::Sort::Best, 50, 500).isEmpty());
    }

    void hostileQueriesAreAnswered()
    {
        fill({document(1, u"orders"_s), document(2, u"→"_s), document(3, u""_s)});
        QCOMPARE(rowsOf(m_index, u"→"_s), QList<qint64>{2});
        const QStringList queries{u"\""_s,
                                  u"* OR NEAR(a b)"_s,
                                  u"'; DROP TABLE entity; --"_s,
                                  QString(QChar(0)),
                                  u"a"_s + QChar(0) + u"b"_s,
                                  QString(QChar(0xD800)),
                                  u"-:"_s,
                                  u":"_s,
                                  u"kind:"_s,
                                  u"kind:\"\""_s,
                                  QString(100000, u'a'),
                                  u"ab "_s.repeated(40000),
                                  u"\u202Eorders"_s,
                                  u"%s%n_\\"_s};
        for (const auto &query : queries) {
            const auto answer = m_index.snapshot()->search({.query = query});
            QVERIFY(answer.total >= 0);
            (void)m_index.snapshot()->facets(query);
        }
        QCOMPARE(rowsOf(m_index, u"\u202Eorders"_s), QList<qint64>{1});
        QRandomGenerator random(11);
        for (int round = 0; round < 500; ++round) {
            QString query;
            for (quint32 i = 0, length = random.bounded(30U); i < length; ++i)
                query += random.bounded(3) ? QChar(u"orders :-\"\\"[random.bounded(11)])
                                           : QChar(static_cast<char16_t>(random.bounded(65536U)));
            QVERIFY(m_index.snapshot()->search({.query = query}).total >= 0);
        }
    }
};

QTEST_APPLESS_MAIN(TestRanking)
#include "tst_ranking.moc"
