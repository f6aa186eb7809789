// SPDX-License-Identifier: GPL-3.0-or-later
// What is joined, and what a person decides about it, from a script: two folders that know one
// product, and events whose symlink is wrong.
#include "tests/cli/clonedmesh.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Outcome;

namespace {

const QString lake = u"dataset:s3://lake:orders"_s;
const QString orders = u"dataset:postgres://db:5432:shop.public.orders"_s;

QByteArray runLine(const QByteArray &job, const QByteArray &input, const QByteArray &output)
{
    const QByteArray run = "0190c5c8-0000-7000-8000-00000000000" + QByteArray::number(job.size());
    return "{\"eventType\":\"COMPLETE\",\"eventTime\":\"2026-11-20T10:00:00Z\",\"producer\":"
           "\"https://example.com\",\"schemaURL\":\"https://openlineage.io/spec/2-0-2/"
           "OpenLineage.json#/$defs/RunEvent\",\"run\":{\"runId\":\""
        + run + "\"},\"job\":{\"namespace\":\"jobs\",\"name\":\"" + job + "\"},\"inputs\":[" + input
        + "],\"outputs\":[" + output + "]}\n";
}

QByteArray table(const QByteArray &name)
{
    return "{\"namespace\":\"postgres://db:5432\",\"name\":\"shop.public." + name + "\"}";
}

//! A file of the lake that says it were the table "orders".
QByteArray wrongLink()
{
    return "{\"namespace\":\"s3://lake\",\"name\":\"orders\",\"facets\":{\"symlinks\":{"
           "\"_producer\":\"https://example.com\",\"_schemaURL\":\"https://openlineage.io/spec/"
           "facets/1-0-1/SymlinksDatasetFacet.json\",\"identifiers\":[{\"namespace\":"
           "\"postgres://db:5432\",\"name\":\"shop.public.orders\",\"type\":\"TABLE\"}]}}}";
}

} // namespace

class TestJoinsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        tests::writeFile(path(u"mesh/shop.odps.yaml"_s), tests::askedProduct({"orders"}));
        tests::writeFile(path(u"mesh/orders.odcs.yaml"_s), tests::askedContract("orders"));
        tests::writeFile(path(u"mesh/events.ndjson"_s),
                         runLine("fill", table("raw"), wrongLink())
                             + runLine("copying", table("source"), table("orders"))
                             + runLine("report", wrongLink(), table("report")));
        tests::writeFile(path(u"corp/shop.odps.yaml"_s), tests::askedProduct({}));
        add(u"mesh"_s);
        add(u"corp"_s);
        QCOMPARE(run({u"sync"_s}).status, 0);
    }

    void aProductOfTwoAccountsIsSplitAndJoinedAgain()
    {
        const auto shown = json({u"joins"_s, u"list"_s, u"shop"_s});
        QCOMPARE(shown.value(u"format"_s).toString(), u"portolan.joins/1"_s);
        auto joined = shown.value(u"joined"_s).toArray();
        QCOMPARE(joined.size(), 1);
        const auto names = joined.first()[u"names"_s].toArray();
        QCOMPARE(names.size(), 2);
        QCOMPARE(names.at(0)[u"account"_s].toString(), u"mesh"_s);
        QCOMPARE(names.at(1)[u"account"_s].toString(), u"corp"_s);
        QVERIFY(names.at(1)[u"joinedBy"_s].toString().contains(u"shop"_s));
        const auto corps = names.at(1)[u"id"_s].toString();
        QCOMPARE(products(), 1);

        // Two accounts have the name: a script has to say which.
        const auto refused = run({u"joins"_s, u"split"_s, u"shop"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.out.isEmpty());
        QVERIFY2(refused.err.contains(corps.toUtf8()), refused.err.constData());

        const auto split = json({u"joins"_s, u"split"_s, corps});
        QCOMPARE(split.value(u"joined"_s)[0][u"names"_s].toArray().size(), 1);
        const auto decisions = split.value(u"decisions"_s).toArray();
        QCOMPARE(decisions.size(), 1);
        QCOMPARE(decisions.first()[u"joined"_s].toBool(true), false);
        QCOMPARE(decisions.first()[u"by"_s].toString(), u"Ada Ask"_s);
        QVERIFY(decisions.first()[u"at"_s].toString().endsWith(u'Z'));
        QCOMPARE(products(), 2);
        QCOMPARE(run({u"joins"_s, u"split"_s, corps}).status, 0); // it is so already

        // A sync brings nothing back.
        QCOMPARE(run({u"sync"_s, u"--full"_s}).status, 0);
        QCOMPARE(products(), 2);

        QCOMPARE(run({u"joins"_s, u"forget"_s, corps}).status, 0);
        QCOMPARE(products(), 1);
        QCOMPARE(run({u"joins"_s, u"forget"_s, corps}).status, 1);
        QVERIFY(json({u"joins"_s}).value(u"decisions"_s).toArray().isEmpty());
    }

    //! One word for things of two accounts: what was decided about the other one stays.
    void aNameOfTwoAccountsIsNotForgottenUnasked()
    {
        for (const QByteArray id : {"store", "depot"}) {
            auto product = tests::askedProduct({});
            tests::writeFile(path(u"mesh/"_s + QString::fromLatin1(id) + u".odps.yaml"_s),
                             product.replace("id: shop", QByteArray("id: " + id)));
        }
        QCOMPARE(run({u"sync"_s}).status, 0);
        const auto names =
            json({u"joins"_s, u"list"_s, u"shop"_s}).value(u"joined"_s)[0][u"names"_s].toArray();
        const auto own = names.at(0)[u"id"_s].toString();
        const auto other = names.at(1)[u"id"_s].toString();
        QCOMPARE(run({u"joins"_s, u"join"_s, own, u"store"_s}).status, 0);
        QCOMPARE(run({u"joins"_s, u"join"_s, other, u"depot"_s}).status, 0);
        const auto refused = run({u"joins"_s, u"forget"_s, u"shop"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(own.toUtf8()) && refused.err.contains(other.toUtf8()),
                 refused.err.constData());
        QCOMPARE(json({u"joins"_s}).value(u"decisions"_s).toArray().size(), 2);
        QCOMPARE(run({u"joins"_s, u"forget"_s, u"shop"_s, u"depot"_s}).status, 0);
        QCOMPARE(run({u"joins"_s, u"forget"_s, u"shop"_s}).status, 0);
        QVERIFY(json({u"joins"_s}).value(u"decisions"_s).toArray().isEmpty());
    }

    void whatIsDecidedOutlivesTheCatalogue()
    {
        const auto names =
            json({u"joins"_s, u"list"_s, u"shop"_s}).value(u"joined"_s)[0][u"names"_s].toArray();
        const auto corps = names.at(1)[u"id"_s].toString();
        QCOMPARE(run({u"joins"_s, u"split"_s, corps}).status, 0);
        for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path(u"profile/cache.db"_s) + end);
        QCOMPARE(run({u"sync"_s}).status, 0);
        QCOMPARE(products(), 2);
        // By hand, although nothing else says so any more.
        QCOMPARE(run({u"joins"_s, u"join"_s, names.at(0)[u"id"_s].toString(), corps}).status, 0);
        QCOMPARE(products(), 1);
    }

    void twoTablesThatASymlinkJoinedGetTheirOwnEdgesBack()
    {
        const auto report = u"dataset:postgres://db:5432:shop.public.report"_s;
        const auto raw = u"dataset:postgres://db:5432:shop.public.raw"_s;
        const auto source = u"dataset:postgres://db:5432:shop.public.source"_s;
        const QString one = edges().contains(raw + u" -> "_s + orders) ? orders : lake;
        QCOMPARE(
            edges(),
            sorted({raw + u" -> "_s + one, source + u" -> "_s + one, one + u" -> "_s + report}));
        QVERIFY(run({u"joins"_s, u"list"_s, lake}).out.contains("another name"));
        QCOMPARE(run({u"joins"_s, u"split"_s, one == lake ? orders : lake}).status, 0);
        QCOMPARE(edges(),
                 sorted({raw + u" -> "_s + lake, source + u" -> "_s + orders,
                         lake + u" -> "_s + report}));
        QCOMPARE(run({u"joins"_s, u"join"_s, lake, orders}).status, 0);
        QCOMPARE(
            edges(),
            sorted({raw + u" -> "_s + one, source + u" -> "_s + one, one + u" -> "_s + report}));
    }

    void whatIsSplitIsWeighedApartFromTheNextSyncOn()
    {
        // A thing is not made from itself; one of two is made from the other.
        tests::writeFile(path(u"mesh/unload.ndjson"_s),
                         runLine("unloading", table("orders"),
                                 "{\"namespace\":\"s3://lake\",\"name\":\"orders\"}"));
        QCOMPARE(run({u"sync"_s}).status, 0);
        const QString own = orders + u" -> "_s + lake;
        QVERIFY(!edges().contains(own));
        QCOMPARE(run({u"joins"_s, u"split"_s, lake}).status, 0);
        QCOMPARE(run({u"sync"_s}).status, 0);
        QVERIFY2(edges().contains(own), qPrintable(edges().join(u'\n')));
        QCOMPARE(run({u"joins"_s, u"forget"_s, lake}).status, 0);
        QVERIFY(run({u"joins"_s, u"list"_s, lake}).out.contains("another name"));
        QCOMPARE(run({u"sync"_s}).status, 0);
        const auto again = edges();
        QVERIFY(std::none_of(again.begin(), again.end(), [](const QString &edge) {
            const auto ends = edge.split(u" -> "_s);
            return ends.first() == ends.last();
        }));
    }

    void whatIsNoActIsUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::newRow("no name") << QStringList{u"split"_s} << 2;
        QTest::newRow("one name") << QStringList{u"join"_s, u"shop"_s} << 2;
        QTest::newRow("another word") << QStringList{u"merge"_s} << 2;
        QTest::newRow("two things") << QStringList{u"list"_s, u"a"_s, u"b"_s} << 2;
        QTest::newRow("nothing of that name") << QStringList{u"split"_s, u"planet"_s} << 1;
        QTest::newRow("two kinds") << QStringList{u"join"_s, lake, u"orders"_s} << 2;
    }

    void whatIsNoActIsUsage()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        const auto refused = run(QStringList{u"joins"_s} + words + QStringList{u"--json"_s});
        QVERIFY2(refused.status == status, refused.err.constData());
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.err.count('\n'), 1);
    }

private:
    static QStringList sorted(QStringList list)
    {
        list.sort();
        return list;
    }

    QString path(const QString &name) const { return m_dir->filePath(name); }

    void add(const QString &name)
    {
        const auto added =
            run({u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, name, u"--folder"_s, path(name),
                 u"--as"_s, u"Ada Ask <ada@example.com>"_s});
        QVERIFY2(added.status == 0, added.err.constData());
    }

    Outcome run(const QStringList &words) const
    {
        return tests::run(QStringList{u"--profile"_s, path(u"profile"_s)} + words);
    }

    QJsonObject json(const QStringList &words) const
    {
        const auto outcome = run(words + QStringList{u"--json"_s});
        if (outcome.status != 0)
            QTest::qFail(outcome.err.constData(), __FILE__, __LINE__);
        return outcome.json();
    }

    qint64 products() const
    {
        return json({u"search"_s, u"kind:product"_s}).value(u"total"_s)[u"value"_s].toInteger();
    }

    //! "from -> to" of each edge between datasets, by native id.
    QStringList edges() const
    {
        const auto document = json({u"lineage"_s, u"--all"_s, u"--format"_s, u"json"_s});
        QHash<QString, QString> names;
        for (const auto &node : document.value(u"nodes"_s).toArray())
            names.insert(node[u"id"_s].toString(), node[u"nativeId"_s].toString());
        QStringList list;
        for (const auto &edge : document.value(u"edges"_s).toArray()) {
            const auto from = names.value(edge[u"from"_s].toString());
            if (edge[u"level"_s].toString() == u"dataset"_s && from.startsWith(u"dataset:"_s))
                list.append(from + u" -> "_s + names.value(edge[u"to"_s].toString()));
        }
        return sorted(list);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestJoinsCommand)
#include "tst_joinscommand.moc"
