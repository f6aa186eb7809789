// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagefilter.h"
#include "models/items/lineagesieve.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::LineageChange;
using domain::LineageGraph;
using domain::LineageLevel;
using domain::LineageLink;

namespace {

LineageLink link(int source, int target)
{
    LineageLink made;
    made.source = source;
    made.target = target;
    return made;
}

//! raw -> staged -> orders -> board, staged -> board, raw -> board of columns only; far lies alone.
LineageGraph graph()
{
    LineageGraph made;
    made.domains = {{}, {u"Sales"_s}, {u"Sales"_s, u"Orders"_s}, {u"Finance"_s}};
    const auto add = [&made](const QString &name, const QString &type, int domain) {
        domain::LineageNode node;
        node.id = QUuid::createUuidV5(QUuid(), name);
        node.nativeId = u"dataset:db:"_s + name;
        node.name = name;
        node.type = type;
        node.domain = domain;
        made.nodes.push_back(node);
    };
    add(u"raw"_s, u"source"_s, 0);
    add(u"staged"_s, u"view"_s, 1);
    add(u"orders"_s, u"table"_s, 2);
    add(u"board"_s, u"dashboard"_s, 3);
    add(u"far"_s, u"table"_s, 3);
    made.nodes[2].owner = u"Maya Lindqvist"_s;
    made.nodes[2].slo = domain::SloState::Burning;
    made.links = {link(0, 1), link(0, 3), link(1, 2), link(1, 3), link(2, 3)};
    made.links[1].level = LineageLevel::Field;
    return made;
}

//! "a -> b", "a => b" of bridges, "a . b" of columns.
QStringList linesOf(const LineageGraph &graph)
{
    QStringList lines;
    for (const auto &one : graph.links) {
        const auto arrow = one.isBridge        ? u" => "_s
            : one.level == LineageLevel::Field ? u" . "_s
                                               : u" -> "_s;
        lines.append(graph.nodes.at(std::size_t(one.source)).name + arrow
                     + graph.nodes.at(std::size_t(one.target)).name);
    }
    return lines;
}

LineageGraph filtered(const LineageGraph &whole, const QString &query,
                      const QList<QUuid> &kept = {})
{
    return items::filteredLineage(whole, domain::parseQuery(query), kept);
}

} // namespace

class TestLineageFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsFound_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("nothing asked")
            << QString() << QStringList{u"raw"_s, u"staged"_s, u"orders"_s, u"board"_s, u"far"_s};
        QTest::newRow("a type") << u"type:TABLE"_s << QStringList{u"orders"_s, u"far"_s};
        QTest::newRow("one of two types")
            << u"type:table type:view"_s << QStringList{u"staged"_s, u"orders"_s, u"far"_s};
        QTest::newRow("not a type")
            << u"-type:table"_s << QStringList{u"raw"_s, u"staged"_s, u"board"_s};
        QTest::newRow("a domain and those in it")
            << u"domain:sales"_s << QStringList{u"staged"_s, u"orders"_s};
        QTest::newRow("a path of domains") << u"domain:Sales/Orders"_s << QStringList{u"orders"_s};
        QTest::newRow("no domain") << u"domain:none"_s << QStringList{u"raw"_s};
        QTest::newRow("two keys") << u"domain:finance type:table"_s << QStringList{u"far"_s};
        QTest::newRow("an owner") << u"owner:\"maya lindqvist\""_s << QStringList{u"orders"_s};
        QTest::newRow("a service level") << u"slo:burning"_s << QStringList{u"orders"_s};
        QTest::newRow("a word") << u"ORD"_s << QStringList{u"orders"_s};
        QTest::newRow("no such word") << u"type:table zebra"_s << QStringList{};
        QTest::newRow("still typed")
            << u"domain:"_s
            << QStringList{u"raw"_s, u"staged"_s, u"orders"_s, u"board"_s, u"far"_s};
    }

    void whatIsFound()
    {
        QFETCH(const QString, query);
        const auto part = filtered(graph(), query);
        QStringList names;
        for (const auto &node : part.nodes)
            names.append(node.name);
        QTEST(names, "names");
    }

    void aWayThroughWhatIsLeftOutIsABridge()
    {
        QCOMPARE(linesOf(filtered(graph(), u"type:source type:dashboard"_s)),
                 QStringList({u"raw . board"_s, u"raw => board"_s}));
        QCOMPARE(linesOf(filtered(graph(), u"-type:table"_s)),
                 QStringList({u"raw -> staged"_s, u"raw . board"_s, u"staged -> board"_s}));
        QCOMPARE(linesOf(filtered(graph(), u"type:table type:dashboard"_s)),
                 QStringList({u"orders -> board"_s}));
        // What stands for others is said by nobody.
        const auto part = filtered(graph(), u"type:source type:dashboard"_s);
        QCOMPARE(part.links.at(1).account, qint16(-1));
        QCOMPARE(part.links.at(1).job, -1);
    }

    void whatWasRemovedIsNoWay()
    {
        auto whole = graph();
        whole.links[0].change = LineageChange::Removed;
        QCOMPARE(linesOf(filtered(whole, u"type:source type:dashboard"_s)),
                 QStringList({u"raw . board"_s}));
    }

    void whatIsKeptStaysWhateverIsAskedFor()
    {
        const auto whole = graph();
        const auto part = filtered(whole, u"type:dashboard"_s, {whole.nodes[1].id});
        QCOMPARE(linesOf(part), QStringList({u"staged -> board"_s}));
        QCOMPARE(filtered(whole, u"type:dashboard"_s, {QUuid()}).nodes.size(), std::size_t(1));
        auto ofProduct = whole;
        ofProduct.nodes[2].product = QUuid::createUuidV5(QUuid(), u"product"_s);
        QCOMPARE(linesOf(filtered(ofProduct, u"type:dashboard"_s, {ofProduct.nodes[2].product})),
                 QStringList({u"orders -> board"_s}));
    }

    void whatALineageKnowsNothingOfIsNamed()
    {
        const auto strange = [](const QString &query) {
            return items::strangeFilter(domain::parseQuery(query));
        };
        QCOMPARE(strange(u"orders domain:sales -owner:none"_s), QString());
        QCOMPARE(strange(u"orders -tag:pii"_s), u"-tag:pii"_s);
        QCOMPARE(strange(u"colour:red"_s), u"colour:red"_s);
        const auto keys = items::lineageFilterKeys();
        for (const auto &key : keys)
            QVERIFY(domain::queryKeys().contains(key));
    }

    void valuesAreThoseOfTheLineage()
    {
        const auto whole = graph();
        QCOMPARE(items::lineageFilterValues(whole, u"type"_s),
                 QStringList({u"dashboard"_s, u"source"_s, u"table"_s, u"view"_s}));
        QCOMPARE(
            items::lineageFilterValues(whole, u"domain"_s),
            QStringList({u"Finance"_s, u"Orders"_s, u"Sales"_s, u"Sales/Orders"_s, u"none"_s}));
        QCOMPARE(items::lineageFilterValues(whole, u"owner"_s),
                 QStringList({u"\"Maya Lindqvist\""_s, u"none"_s}));
        QCOMPARE(items::lineageFilterValues(whole, u"tag"_s), QStringList());
        // Each of them is understood again.
        for (const auto &key : items::lineageFilterKeys()) {
            for (const auto &value : items::lineageFilterValues(whole, key))
                QVERIFY2(!filtered(whole, key + u':' + value).nodes.empty(), qPrintable(value));
        }
    }

    void aSieveCountsWhatIsChosenOfBoth()
    {
        const auto whole = std::make_shared<const LineageGraph>(graph());
        items::LineageChoice choice;
        choice.root = whole->nodes[1].id;
        choice.upstream = 0;
        const auto part =
            items::sievedLineage(whole, domain::parseQuery(u"type:dashboard"_s), choice);
        QCOMPARE(part.total, 3); // staged, orders, board
        QCOMPARE(part.shown, 2); // and staged, which is the root
        QCOMPARE(linesOf(*part.mesh->graph), QStringList(u"staged -> board"_s));
        const auto all = items::sievedLineage(whole, {}, choice);
        QCOMPARE(all.mesh->graph, whole);
        QCOMPARE(all.shown, all.total);
    }

    void ofTwoQuestionsTheLastIsAnswered()
    {
        items::LineageSieve sieve;
        sieve.setLineage(graph());
        QStringList answers;
        const auto ask = [&](const QString &query) {
            sieve.sift(domain::parseQuery(query), {},
                       [&answers, query](const auto &) { answers.append(query); });
        };
        ask(u"type:table"_s);
        ask(u"type:view"_s);
        QTRY_VERIFY(!sieve.isSifting());
        QCOMPARE(answers, QStringList(u"type:view"_s));
        ask(u"type:table"_s);
        sieve.giveUp();
        ask(u"far"_s);
        QTRY_VERIFY(!sieve.isSifting());
        QCOMPARE(answers, QStringList({u"type:view"_s, u"far"_s}));
    }

    //! Who types does not wait while the values of fifty thousand things are gathered.
    void valuesAreGatheredBeside()
    {
        items::LineageSieve sieve;
        QCOMPARE(sieve.valuesOf(u"type"_s), QStringList());
        sieve.setLineage(graph());
        QSignalSpy gathered(&sieve, &items::LineageSieve::valuesGathered);
        QCOMPARE(sieve.valuesOf(u"type"_s), QStringList());
        QCOMPARE(sieve.valuesOf(u"type"_s), QStringList()); // and is not begun again
        QTRY_COMPARE(gathered.size(), 1);
        QCOMPARE(sieve.valuesOf(u"type"_s), items::lineageFilterValues(graph(), u"type"_s));
        // Another lineage has others, and what is gathered of the one before is dropped.
        sieve.valuesOf(u"domain"_s);
        auto other = graph();
        for (auto &node : other.nodes)
            node.type = u"topic"_s;
        sieve.setLineage(other);
        QCOMPARE(sieve.valuesOf(u"type"_s), QStringList());
        QTRY_COMPARE(sieve.valuesOf(u"type"_s), QStringList(u"topic"_s));
        QCOMPARE(gathered.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestLineageFilter)
#include "tst_lineagefilter.moc"
