// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "models/sync/portalcommands.h"
#include "tests/cli/commandline.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using domain::OperationEvent;
using portolan::tests::Outcome;

class TestOutboxCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QVERIFY(QDir().mkpath(m_dir.filePath(u"mesh"_s)));
        const auto added = onProfile({u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"mesh"_s,
                                      u"--folder"_s, m_dir.filePath(u"mesh"_s)});
        QVERIFY2(added.status == 0, added.err.constData());
    }

    //! Each test begins with an operation that is ready, one in conflict and one held back.
    void init()
    {
        const auto store = opened();
        QVERIFY(store);
        const auto accounts = store->accounts().accounts().takeResult();
        QVERIFY(accounts);
        sync::PortalCommands commands(store->operations(), m_clock);
        const auto old = commands.operations().takeResult();
        for (const auto &operation : *old)
            QVERIFY(commands.discard(operation.id).takeResult());
        const auto account = accounts->first().id;
        const auto stored = commands
                                .perform({{.account = account,
                                           .objectId = u"orders"_s,
                                           .kind = u"tag"_s,
                                           .payload = R"({"add":["pii"]})"},
                                          {.account = account,
                                           .objectId = u"returns"_s,
                                           .kind = u"describe"_s,
                                           .payload = R"({"description":"mine"})",
                                           .baseRevision = u"r1"_s,
                                           .base = R"({"description":"base"})"},
                                          {.account = account,
                                           .objectId = u"stock"_s,
                                           .kind = u"request.create"_s,
                                           .payload = "{}",
                                           .held = true}})
                                .takeResult();
        QVERIFY(stored);
        m_stored = *stored;
        auto &operations = store->operations();
        QVERIFY(operations.advance(m_stored.at(1).id, OperationEvent::Begin, {}).takeResult());
        QVERIFY(operations
                    .advance(m_stored.at(1).id, OperationEvent::Oppose,
                             [](Operation &one) {
                                 one.theirs = R"({"description":"theirs"})";
                                 one.theirRevision = u"r2"_s;
                                 one.errorText = u"it was changed meanwhile"_s;
                             })
                    .takeResult());
    }

    void listIsTheDocumentThatScriptsArePromised()
    {
        const auto listed = onProfile({u"outbox"_s, u"list"_s, u"--json"_s});
        QCOMPARE(listed.status, 0);
        QCOMPARE(listed.json().value(u"format"_s).toString(), u"portolan.outbox/1"_s);
        const auto operations = listed.json().value(u"operations"_s).toArray();
        QCOMPARE(operations.size(), 3);
        const auto first = operations.first().toObject();
        QCOMPARE(first.value(u"id"_s).toString(), QString::number(m_stored.first().id));
        QCOMPARE(first.value(u"key"_s).toString(),
                 m_stored.first().key.toString(QUuid::WithoutBraces));
        QCOMPARE(first.value(u"kind"_s).toString(), u"tag"_s);
        QCOMPARE(first.value(u"object"_s).toString(), u"orders"_s);
        QCOMPARE(first.value(u"account"_s).toString(), u"mesh"_s);
        QCOMPARE(first.value(u"state"_s).toString(), u"ready"_s);
        QCOMPARE(first.value(u"attempts"_s).toInt(), 0);
        QVERIFY(first.value(u"created"_s).toString().endsWith(u'Z'));
        QVERIFY(!first.contains(u"lastError"_s));
        const auto conflict = operations.at(1).toObject();
        QCOMPARE(conflict.value(u"state"_s).toString(), u"conflict"_s);
        QCOMPARE(conflict.value(u"lastError"_s).toString(), u"it was changed meanwhile"_s);
        for (const auto &side : {u"base"_s, u"mine"_s, u"theirs"_s})
            QCOMPARE(conflict.value(side).toObject().value(u"description"_s).toString(), side);
        QCOMPARE(operations.last().toObject().value(u"state"_s).toString(), u"staged"_s);
    }

    void aPersonSeesAllThreeSides()
    {
        const auto listed = onProfile({u"outbox"_s});
        QCOMPARE(listed.status, 0);
        for (const auto &side : {"base", "mine", "theirs", "tag", "outbox retry"})
            QVERIFY2(listed.out.contains(side), listed.out.constData());
    }

    void whatWaitsForAnotherOneSaysForWhich()
    {
        const auto store = opened();
        QVERIFY(store);
        sync::PortalCommands commands(store->operations(), m_clock);
        for (const auto &object : {u"returns"_s, u"stock"_s, u"orders"_s, u"other"_s}) {
            const auto stored = commands
                                    .perform({{.account = m_stored.first().account,
                                               .objectId = object,
                                               .kind = u"tag"_s,
                                               .payload = R"({"add":["late"]})"}})
                                    .takeResult();
            QVERIFY(stored);
        }
        const auto listed = onProfile({u"outbox"_s}).out;
        for (const auto &[place, why] : {std::pair(0, u"waits for %1 about the same"_s),
                                         std::pair(1, u"until %1, a conflict about the same"_s),
                                         std::pair(2, u"until %1 about the same, which is held"_s)})
            QVERIFY2(listed.contains(why.arg(m_stored.at(place).id).toUtf8()), listed.constData());
        QStringList waitsFor;
        const auto operations =
            onProfile({u"outbox"_s, u"--json"_s}).json().value(u"operations"_s).toArray();
        for (const auto &operation : operations)
            waitsFor.append(operation.toObject().value(u"waitsFor"_s).toString(u"-"_s));
        QCOMPARE(waitsFor, (QStringList{u"-"_s, u"-"_s, u"-"_s, id(1), id(2), id(0), u"-"_s}));
    }

    void statusCountsWhatWaits()
    {
        // Held back and ready; what is in conflict waits for a person.
        QCOMPARE(onProfile({u"status"_s, u"--json"_s}).json().value(u"outbox"_s).toInt(), 2);
        QVERIFY(onProfile({u"status"_s}).out.contains("2 waiting in the outbox"));
    }

    void retryWithoutAnIdLeavesAloneWhatAPersonHasToDecide()
    {
        const auto retried = onProfile({u"outbox"_s, u"retry"_s, u"--json"_s});
        QCOMPARE(retried.status, 0);
        QCOMPARE(retried.json().value(u"operations"_s).toArray().size(), 1);
        QCOMPARE(states(), (QStringList{u"ready"_s, u"conflict"_s, u"staged"_s}));
    }

    void retryOfNothingIsNotAnEmptyOutbox()
    {
        QCOMPARE(onProfile({u"outbox"_s, u"discard"_s, id(0)}).status, 0);
        const auto retried = onProfile({u"outbox"_s, u"retry"_s});
        QCOMPARE(retried.status, 0);
        QVERIFY2(retried.out.contains("without being named"), retried.out.constData());
        QVERIFY(!retried.out.contains("nothing in the outbox"));
    }

    void retryOfAConflictSendsMineOverTheirs()
    {
        const auto retried = onProfile({u"outbox"_s, u"retry"_s, id(1), u"--json"_s});
        QCOMPARE(retried.status, 0);
        QCOMPARE(states(), (QStringList{u"ready"_s, u"ready"_s, u"staged"_s}));
        const auto store = opened();
        QCOMPARE(store->operations().operations().takeResult()->at(1).baseRevision, u"r2"_s);
    }

    void retryLetsADraftGo()
    {
        const auto key = m_stored.last().key.toString(QUuid::WithoutBraces);
        QCOMPARE(onProfile({u"outbox"_s, u"retry"_s, key}).status, 0); // the key serves as well
        QCOMPARE(states(), (QStringList{u"ready"_s, u"conflict"_s, u"ready"_s}));
    }

    void discardGivesOneUp()
    {
        const auto discarded = onProfile({u"outbox"_s, u"discard"_s, id(1), u"--json"_s});
        QCOMPARE(discarded.status, 0);
        QCOMPARE(discarded.json().value(u"operations"_s).toArray().size(), 1);
        QCOMPARE(states(), (QStringList{u"ready"_s, u"staged"_s}));
    }

    //! Whoever gives up what is in doubt is not told that it never happens.
    void whatMayHaveArrivedIsNotCalledNeverSent()
    {
        QVERIFY(onProfile({u"outbox"_s, u"discard"_s, id(1)}).out.contains("never sent"));
        {
            const auto store = opened();
            auto &operations = store->operations();
            for (const auto event : {OperationEvent::Begin, OperationEvent::Lose})
                QVERIFY(operations.advance(m_stored.first().id, event, {}).takeResult());
        }
        const auto discarded = onProfile({u"outbox"_s, u"discard"_s, id(0)});
        QCOMPARE(discarded.status, 0);
        QVERIFY2(discarded.out.contains("may have it") && !discarded.out.contains("never sent"),
                 discarded.out.constData());
    }

    void whatIsNotThereOrNotKnownIsSaidInOneLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown id") << QStringList{u"retry"_s, u"99999"_s} << 1;
        QTest::newRow("unknown id to discard") << QStringList{u"discard"_s, u"99999"_s} << 1;
        QTest::newRow("no id to discard") << QStringList{u"discard"_s} << 2;
        QTest::newRow("unknown word") << QStringList{u"send"_s} << 2;
        QTest::newRow("too many words") << QStringList{u"list"_s, u"1"_s} << 2;
    }

    void whatIsNotThereOrNotKnownIsSaidInOneLine()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        const auto refused = onProfile(QStringList{u"outbox"_s, u"--json"_s} + words);
        QCOMPARE(refused.status, status);
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.err.count('\n'), 1);
    }

    void whatAFolderCannotDoIsRejectedByTheSyncAndSaid()
    {
        const auto synced = onProfile({u"sync"_s, u"--json"_s});
        QCOMPARE(synced.status, 0);
        const auto account = synced.json().value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(account.value(u"rejected"_s).toInt(), 1);
        QCOMPARE(states(), (QStringList{u"rejected"_s, u"conflict"_s, u"staged"_s}));
        QVERIFY(onProfile({u"outbox"_s}).out.contains("mesh"));
    }

    //! Somebody else filled it, and the reserve is gone: what is there is read all the same.
    void aDiskThatIsFullToTheLastByteIsRead()
    {
        const QTemporaryDir small;
        if (!mounted({u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=4m"_s, u"tmpfs"_s, small.path()}))
            QSKIP("no right to mount a small disk: 1 test of a full one left out");
        const auto unmounts = qScopeGuard([&small] {
            QProcess::execute(u"umount"_s, {u"--lazy"_s, small.path()});
        });
        const auto profile = small.filePath(u"p"_s);
        copyProfile(profile);
        const QList<QStringList> reading{
            {u"status"_s},  {u"accounts"_s, u"list"_s}, {u"search"_s, u"kind:product"_s},
            {u"facets"_s},  {u"request"_s, u"list"_s},  {u"agreement"_s, u"list"_s},
            {u"quality"_s}, {u"outbox"_s, u"list"_s}};
        QList<QByteArray> before;
        for (const auto &words : reading)
            before.append(on(profile, words).out);
        QVERIFY(before.last().contains("ready"));
        QFile::remove(store::Profile::open(profile)->outboxFile() + u".reserve"_s);
        fill(small.filePath(u"filler"_s));
        for (int time = 0; time < 2; ++time) {
            for (qsizetype i = 0; i < reading.size(); ++i) {
                const auto read = on(profile, reading.at(i));
                QVERIFY2(read.err.isEmpty(), read.err.constData());
                if (reading.at(i).first() != u"search"_s) // says how long it took
                    QCOMPARE(read.out, before.at(i));
            }
            const auto refused = on(profile, {u"outbox"_s, u"discard"_s, id(0)});
            QCOMPARE(refused.status, 3);
            QCOMPARE(refused.err.count('\n'), 1);
            QVERIFY2(refused.err.contains("no room is left"), refused.err.constData());
            QVERIFY(refused.out.isEmpty());
            const auto synced = on(profile, {u"sync"_s});
            QCOMPARE(synced.status, 3);
            QCOMPARE(synced.err.count('\n'), 1);
            QVERIFY2(synced.err.contains("a sync needs 250 MB"), synced.err.constData());
            fill(small.filePath(u"filler"_s)); // whatever that gave back
        }
        const auto anew = on(small.filePath(u"new"_s), {u"status"_s});
        QCOMPARE(anew.status, 3);
        QCOMPARE(anew.err.count('\n'), 1);
        QVERIFY2(anew.err.contains("make room") || anew.err.contains("make some there"),
                 anew.err.constData());
        QVERIFY2(anew.err.contains(QFile::encodeName(small.filePath(u"new"_s))),
                 anew.err.constData());
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir small;
        if (!mounted({u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=4m"_s, u"tmpfs"_s, small.path()}))
            QSKIP("no right to mount a small disk: 1 test of a read-only one left out");
        const auto unmounts = qScopeGuard([&small] {
            QProcess::execute(u"umount"_s, {u"--lazy"_s, small.path()});
        });
        const auto profile = small.filePath(u"p"_s);
        copyProfile(profile);
        QVERIFY(mounted({u"-o"_s, u"remount,ro"_s, small.path()}));
        for (const auto &folder : {profile, small.filePath(u"new"_s)}) {
            for (const auto &words :
                 QList<QStringList>{{u"outbox"_s, u"list"_s}, {u"status"_s}, {u"sync"_s}}) {
                const auto refused = on(folder, words);
                QCOMPARE(refused.status, 3);
                QCOMPARE(refused.err.count('\n'), 1);
                QVERIFY2(refused.err.contains(QByteArray("the folder " + QFile::encodeName(folder)))
                             && refused.err.contains("writable, or choose another one"),
                         refused.err.constData());
            }
        }
    }

private:
    static Outcome on(const QString &profile, const QStringList &words)
    {
        return portolan::tests::run(QStringList{u"--profile"_s, profile} + words);
    }

    Outcome onProfile(const QStringList &words) const { return on(m_dir.filePath(u"p"_s), words); }

    static bool mounted(const QStringList &arguments)
    {
        QProcess mount;
        mount.start(u"mount"_s, arguments);
        return mount.waitForFinished() && mount.exitCode() == 0;
    }

    //! As it is between two commands, without what is kept for a full disk.
    void copyProfile(const QString &target) const
    {
        QVERIFY(QDir().mkpath(target + u"/backup"_s));
        constexpr auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        QVERIFY(QFile::setPermissions(target, own));
        QVERIFY(QFile::setPermissions(target + u"/backup"_s, own));
        const QDir source(m_dir.filePath(u"p"_s));
        for (const auto &name : source.entryList(QDir::Files | QDir::Hidden)) {
            if (!name.endsWith(u".reserve"_s))
                QVERIFY(QFile::copy(source.filePath(name), target + u'/' + name));
        }
    }

    static void fill(const QString &path)
    {
        QFile filler(path);
        QVERIFY(filler.open(QIODevice::Append | QIODevice::Unbuffered));
        while (filler.write(QByteArray(4096, 'x')) > 0) { }
    }

    std::unique_ptr<store::Store> opened() const
    {
        const auto profile = store::Profile::open(m_dir.filePath(u"p"_s));
        auto store = profile ? store::Store::open(*profile, m_clock)
                             : tl::unexpected<Error>(profile.error());
        return store ? std::move(*store) : nullptr;
    }

    QString id(qsizetype place) const { return QString::number(m_stored.at(place).id); }

    QStringList states() const
    {
        QStringList words;
        const auto listed = onProfile({u"outbox"_s, u"--json"_s}).json();
        for (const auto &operation : listed.value(u"operations"_s).toArray())
            words.append(operation.toObject().value(u"state"_s).toString());
        return words;
    }

    QTemporaryDir m_dir;
    SystemClock m_clock;
    QList<Operation> m_stored;
};

QTEST_GUILESS_MAIN(TestOutboxCommand)
#include "tst_outboxcommand.moc"
