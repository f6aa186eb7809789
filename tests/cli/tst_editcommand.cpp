// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/edit.h"
#include "models/store/store.h"
#include "models/sync/portalcommands.h"
#include "tests/cli/clonedmesh.h"

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Outcome;

class TestEditCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        tests::writeFile(mesh(u"shop.odps.yaml"_s), tests::askedProduct({"orders"}));
        tests::writeFile(mesh(u"sub/orders.odcs.yaml"_s), tests::askedContract("orders"));
        const auto added = run({u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"mesh"_s,
                                u"--folder"_s, m_dir.filePath(u"mesh"_s)});
        QVERIFY2(added.status == 0, added.err.constData());
        QCOMPARE(run({u"sync"_s}).status, 0);
    }

    //! A folder takes no edits: the line names the file to open, and nothing is kept.
    void filesAreEditedInAnEditor()
    {
        const auto refused =
            run({u"edit"_s, u"orders"_s, u"--description"_s, u"Mine."_s, u"--json"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.err.count('\n'), 1);
        for (const auto &words :
             {QByteArray("editor"), QByteArray("mesh"), mesh(u"sub/orders.odcs.yaml"_s).toUtf8()})
            QVERIFY2(refused.err.contains(words), refused.err.constData());
        QCOMPARE(run({u"edit"_s, u"shop"_s, u"--tag"_s, u"gold"_s}).status, 1);
        QVERIFY(operations().isEmpty());
    }

    void whatIsNoEditIsUsage_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QStringList{u"edit"_s} << 2;
        QTest::newRow("no change") << QStringList{u"edit"_s, u"orders"_s} << 2;
        QTest::newRow("both ways")
            << QStringList{u"edit"_s, u"orders"_s, u"--tag"_s, u"a"_s, u"--untag"_s, u"a"_s} << 2;
        QTest::newRow("an empty tag")
            << QStringList{u"edit"_s, u"orders"_s, u"--tag"_s, QString()} << 2;
        QTest::newRow("an empty owner")
            << QStringList{u"edit"_s, u"orders"_s, u"--owner"_s, QString()} << 2;
        QTest::newRow("an owner that is none")
            << QStringList{u"edit"_s, u"orders"_s, u"--owner"_s, u"shop"_s} << 2;
        QTest::newRow("owned by nobody")
            << QStringList{u"edit"_s, u"orders"_s, u"--owner"_s, u"planet"_s} << 1;
        QTest::newRow("no such owner")
            << QStringList{u"edit"_s, u"orders"_s, u"--disown"_s, u"planet"_s} << 1;
        QTest::newRow("of nothing") << QStringList{u"edit"_s, u"planet"_s, u"--tag"_s, u"a"_s} << 1;
        QTest::newRow("no such tag")
            << QStringList{u"edit"_s, u"orders"_s, u"--untag"_s, u"a"_s} << 1;
        QTest::newRow("nothing to undo") << QStringList{u"edit"_s, u"orders"_s, u"--undo"_s} << 1;
    }

    void whatIsNoEditIsUsage()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        const auto refused = run(words);
        QVERIFY2(refused.status == status, refused.err.constData());
        QVERIFY(refused.out.isEmpty());
        QVERIFY(!refused.err.isEmpty());
    }

    void whatWaitsIsShownAndTakenBack()
    {
        edit(u"orders"_s);
        auto shown = run({u"show"_s, u"orders"_s, u"--json"_s}).json();
        QCOMPARE(shown.value(u"entity"_s)[u"description"_s].toString(), u"Mine."_s);
        QCOMPARE(shown.value(u"entity"_s)[u"tags"_s].toArray(), QJsonArray{u"gold"_s});
        QCOMPARE(shown.value(u"waiting"_s).toArray(), QJsonArray({u"description"_s, u"tags"_s}));
        QVERIFY(run({u"show"_s, u"orders"_s}).out.contains("Mine.  (edited, not sent yet)"));

        const auto undone = run({u"edit"_s, u"orders"_s, u"--undo"_s, u"--json"_s});
        QVERIFY2(undone.status == 0, undone.err.constData());
        QCOMPARE(undone.json().value(u"format"_s).toString(), u"portolan.edit/1"_s);
        const auto list = undone.json().value(u"operations"_s).toArray();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.first()[u"kind"_s].toString(), u"describe"_s);
        QCOMPARE(list.last()[u"kind"_s].toString(), u"tag"_s);
        QCOMPARE(list.first()[u"object"_s].toString(), u"orders"_s);
        QVERIFY(operations().isEmpty());
        shown = run({u"show"_s, u"orders"_s, u"--json"_s}).json();
        QVERIFY(!shown.contains(u"waiting"_s));
        QVERIFY(shown.value(u"entity"_s)[u"description"_s].toString() != u"Mine."_s);
    }

    //! A field of a folder is edited in an editor as well; of it nothing but the description is.
    void fieldsAreEditedWhereTheirDescriptionIs()
    {
        const auto refused = run({u"edit"_s, field, u"--description"_s, u"Mine."_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("editor"), refused.err.constData());
        QCOMPARE(run({u"edit"_s, field, u"--tag"_s, u"gold"_s}).status, 2);
        QCOMPARE(run({u"edit"_s, field, u"--undo"_s}).status, 1); // nothing was edited
        edit(u"orders#orders_table"_s, u"id"_s);
        auto shown = run({u"show"_s, field, u"--json"_s}).json();
        QCOMPARE(shown.value(u"fields"_s)[0][u"description"_s].toString(), u"Mine."_s);
        shown = run({u"show"_s, u"orders#orders_table"_s, u"--json"_s}).json();
        QVERIFY(shown.value(u"waiting"_s).toArray().contains(u"field:id"_s));
        // As behind our own ids, so behind those of platforms.
        const auto same = run({u"show"_s, u"orders#orders_table#id"_s, u"--json"_s}).json();
        QCOMPARE(same.value(u"fields"_s)[0][u"description"_s].toString(), u"Mine."_s);
        QVERIFY(shown.value(u"entity"_s)[u"description"_s].toString() != u"Mine."_s);
        const auto undone = run({u"edit"_s, field, u"--undo"_s, u"--json"_s});
        QVERIFY2(undone.status == 0, undone.err.constData());
        QCOMPARE(undone.json().value(u"operations"_s).toArray().size(), 1);
        QVERIFY(operations().isEmpty());
    }

private:
    const QString field = u"orders#orders_table.id"_s;

    QString mesh(const QString &file) const { return m_dir.filePath(u"mesh/"_s + file); }

    Outcome run(const QStringList &words) const
    {
        return tests::run(QStringList{u"--profile"_s, m_dir.filePath(u"profile"_s)} + words);
    }

    std::unique_ptr<store::Store> opened()
    {
        const auto profile = store::Profile::open(m_dir.filePath(u"profile"_s));
        auto store = profile ? store::Store::open(*profile, m_clock)
                             : tl::unexpected<Error>(profile.error());
        return store ? std::move(*store) : nullptr;
    }

    QList<domain::Operation> operations()
    {
        const auto store = opened();
        return store->operations().operations().takeResult().value_or(QList<domain::Operation>());
    }

    //! As if the folder took edits: no adapter that does needs no server.
    void edit(const QString &nativeId, const QString &ofField = {})
    {
        const auto store = opened();
        QVERIFY(store);
        const auto accounts = store->accounts().accounts().takeResult();
        sync::PortalCommands commands(store->operations(), m_clock);
        sync::Edit one;
        one.account = accounts->first().id;
        one.nativeId = nativeId;
        one.kind = domain::EntityKind::Contract;
        one.description = u"Mine."_s;
        one.field = ofField;
        if (ofField.isEmpty())
            one.addedTags = {u"gold"_s};
        QVERIFY(commands.edit({one}).takeResult());
    }

    QTemporaryDir m_dir;
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestEditCommand)
#include "tst_editcommand.moc"
