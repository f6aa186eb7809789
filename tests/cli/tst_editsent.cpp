// SPDX-License-Identifier: GPL-3.0-or-later
// Edits from the command line to a server and back: what it gets, what is shown until it has it,
// and what a person sees where somebody else was quicker. The server is the smallest one that
// speaks as OpenMetadata does: it has one table, with revisions.
#include "tests/net/loopback.h"

#include <QDateTime>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::Loopback;
using portolan::tests::Seen;

namespace {

const QString fqn = u"lake.shop.public.orders"_s;
const QString tableId = u"8f2f1a4e-0000-4000-8000-000000000001"_s;
const QString thing = u"table:"_s + fqn; // its native id
const QString copyFqn = u"lake.shop.public.orders_copy"_s;
const QString copyId = u"8f2f1a4e-0000-4000-8000-000000000002"_s;
const QString copy = u"table:"_s + copyFqn;

//! What a run left behind.
struct Ran
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject operation() const
    {
        return QJsonDocument::fromJson(out)
            .object()
            .value(u"operations"_s)
            .toArray()
            .first()
            .toObject();
    }
};

//! A server with one table, or two.
class Server
{
public:
    Server()
        : m_loopback([this](QTcpSocket *socket, const Seen &seen) { answer(socket, seen); })
    {
    }

    QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_loopback.port()); }

    //! Somebody else writes.
    void describe(const QString &text)
    {
        description = text;
        changed();
    }

    //! The table is another now, and the feed says so.
    void changed()
    {
        ++tenths;
        m_events.append(QJsonObject{{u"id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                                    {u"eventType"_s, u"entityUpdated"_s},
                                    {u"entityType"_s, u"table"_s},
                                    {u"entityId"_s, tableId},
                                    {u"entityFullyQualifiedName"_s, fqn},
                                    {u"timestamp"_s, QDateTime::currentMSecsSinceEpoch()}});
    }

    QString description = u"Orders as they are placed."_s;
    QStringList tags{u"Tier.Tier1"_s};
    int tenths = 3; //!< of the version: 0.3
    QList<QByteArray> patchedAgainst; //!< what If-Match said
    int refusal = 0; //!< the status that writes are answered with, and nothing is done
    std::optional<QString> copyDescription; //!< of the second table, where there is one

private:
    QJsonObject table() const
    {
        QJsonArray labels;
        for (const auto &tag : tags)
            labels.append(QJsonObject{{u"tagFQN"_s, tag}, {u"source"_s, u"Classification"_s}});
        return {{u"id"_s, tableId},
                {u"name"_s, u"orders"_s},
                {u"fullyQualifiedName"_s, fqn},
                {u"description"_s, description},
                {u"version"_s, tenths / 10.0},
                {u"updatedAt"_s, 1'790'000'000'000LL + tenths},
                {u"tags"_s, labels},
                {u"columns"_s, QJsonArray()}};
    }

    QJsonObject copyTable() const
    {
        return {{u"id"_s, copyId},
                {u"name"_s, u"orders_copy"_s},
                {u"fullyQualifiedName"_s, copyFqn},
                {u"description"_s, copyDescription.value_or(QString())},
                {u"version"_s, 0.1},
                {u"updatedAt"_s, 1'790'000'000'000LL},
                {u"columns"_s, QJsonArray()}};
    }

    void answer(QTcpSocket *socket, const Seen &seen)
    {
        const auto path = seen.target.split('?').first();
        const auto say = [socket](int status, const QJsonObject &body) {
            socket->write(Loopback::whole(status, QJsonDocument(body).toJson()));
        };
        if (seen.headers.value("authorization") != "Bearer sesame")
            return say(401, {{u"message"_s, u"Expired token!"_s}});
        if (path.endsWith("/system/version"))
            return say(200, {{u"version"_s, u"1.13.0"_s}});
        if (path.endsWith("/users/loggedInUser"))
            return say(
                200, {{u"id"_s, u"8f2f1a4e-0000-4000-8000-00000000ada0"_s}, {u"name"_s, u"ada"_s}});
        const bool isOfCopy = path.endsWith(copyId.toLatin1()) || path.endsWith(copyFqn.toLatin1());
        if (isOfCopy && seen.method == "PATCH") {
            for (const auto one : QJsonDocument::fromJson(seen.body).array())
                copyDescription = one[u"value"_s].toString();
        }
        if (isOfCopy)
            return say(200, copyTable());
        if (seen.method == "PATCH")
            return patch(seen, say);
        if (path.contains("/tables/name/") || path.endsWith(tableId.toLatin1()))
            return say(200, table());
        if (path.endsWith("/events"))
            return say(
                200,
                {{u"data"_s, m_events}, {u"paging"_s, QJsonObject{{u"total"_s, m_events.size()}}}});
        QJsonArray all;
        if (path.endsWith("/tables"))
            all.append(table());
        if (!all.isEmpty() && copyDescription)
            all.append(copyTable());
        say(200, {{u"data"_s, all}, {u"paging"_s, QJsonObject{{u"total"_s, all.size()}}}});
    }

    template <typename Say>
    void patch(const Seen &seen, const Say &say)
    {
        if (refusal != 0)
            return say(refusal, {{u"message"_s, u"not now"_s}});
        patchedAgainst.append(seen.headers.value("if-match"));
        if (patchedAgainst.last() != "W/\"" + QByteArray::number(tenths / 10.0, 'f', 1) + '"')
            return say(412, {});
        for (const auto one : QJsonDocument::fromJson(seen.body).array()) {
            if (one[u"path"_s] == u"/description"_s)
                description = one[u"value"_s].toString();
            if (one[u"path"_s] != u"/tags"_s)
                continue;
            tags.clear();
            for (const auto tag : one[u"value"_s].toArray())
                tags.append(tag[u"tagFQN"_s].toString());
        }
        changed();
        say(200, table());
    }

    QJsonArray m_events;
    Loopback m_loopback;
};

} // namespace

class TestEditSent : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<Server>();
        // Without a keyring the account is kept, and its secret supplied each time.
        const auto added = run({u"accounts"_s, u"add"_s, u"openmetadata"_s, u"--name"_s, u"corp"_s,
                                u"--url"_s, m_server->url(), u"--token-stdin"_s});
        QVERIFY2(added.status == 0 || added.status == 5, added.err.constData());
        const auto synced = sync();
        QVERIFY2(synced.status == 0, synced.err.constData());
    }

    void anEditReachesThePlatform()
    {
        const auto edited = run({u"edit"_s, thing, u"--description"_s, u"Mine."_s, u"--tag"_s,
                                 u"PII.None"_s, u"--json"_s});
        QVERIFY2(edited.status == 0, edited.err.constData());
        const auto operation = edited.operation();
        QCOMPARE(operation.value(u"kind"_s).toString(), u"describe"_s);
        QCOMPARE(operation.value(u"state"_s).toString(), u"ready"_s);
        QCOMPARE(operation.value(u"account"_s).toString(), u"corp"_s);
        QCOMPARE(operation.value(u"baseRevision"_s).toString(), u"0.3"_s);
        QVERIFY(m_server->patchedAgainst.isEmpty()); // it waits for a sync
        QVERIFY(run({u"show"_s, thing}).out.contains("Mine.  (edited, not sent yet)"));

        const auto synced = sync();
        QVERIFY2(synced.status == 0, synced.err.constData());
        QCOMPARE(m_server->description, u"Mine."_s);
        QCOMPARE(m_server->tags, (QStringList{u"Tier.Tier1"_s, u"PII.None"_s}));
        QCOMPARE(m_server->patchedAgainst, (QList<QByteArray>{"W/\"0.3\"", "W/\"0.4\""}));
        const auto shown = run({u"show"_s, thing, u"--json"_s});
        const auto page = QJsonDocument::fromJson(shown.out).object();
        QCOMPARE(page.value(u"entity"_s)[u"description"_s].toString(), u"Mine."_s);
        QVERIFY(!page.contains(u"waiting"_s));
        QCOMPARE(sync().status, 0);
        QCOMPARE(m_server->patchedAgainst.size(), 2); // once
    }

    void ofTwoNamesOfAnAccountTheOneThatIsNamedIsWritten_data()
    {
        QTest::addColumn<bool>("isCopyNamed");
        QTest::newRow("the second") << true;
        QTest::newRow("the first") << false;
    }

    //! Two tables that a person made one thing: the description of one is cleared, which waits,
    //! and then the other one, which has none, is named.
    void ofTwoNamesOfAnAccountTheOneThatIsNamedIsWritten()
    {
        QFETCH(bool, isCopyNamed);
        auto &own = m_server->description;
        m_server->copyDescription = isCopyNamed ? QString() : u"As it is copied."_s;
        if (!isCopyNamed)
            m_server->describe({});
        const auto &named = isCopyNamed ? copy : thing;
        const auto &cleared = isCopyNamed ? thing : copy;
        const auto pulled = run({u"sync"_s, u"--token-stdin"_s, u"--full"_s});
        QVERIFY2(pulled.status == 0, pulled.err.constData());
        const auto joined = run({u"joins"_s, u"join"_s, thing, copy});
        QVERIFY2(joined.status == 0, joined.err.constData());
        const auto edit = [this](const QString &name, const QString &text) {
            const auto done = run({u"edit"_s, name, u"--description"_s, text, u"--json"_s});
            return done.status == 0 ? done.operation().value(u"object"_s).toString()
                                    : QString::fromUtf8(done.err);
        };
        QCOMPARE(edit(cleared, {}), cleared);
        QCOMPARE(edit(named, u"Mine."_s), named);
        // Taking back is of the one that is named as well.
        const auto undone = run({u"edit"_s, named, u"--undo"_s, u"--json"_s});
        QCOMPARE(undone.operation().value(u"object"_s).toString(), named);
        QCOMPARE(edit(named, u"Mine."_s), named);
        const auto synced = sync();
        QVERIFY2(synced.status == 0, synced.err.constData());
        QCOMPARE(isCopyNamed ? *m_server->copyDescription : own, u"Mine."_s);
        QCOMPARE(isCopyNamed ? own : *m_server->copyDescription, QString());
    }

    void whoWasQuickerIsShownAndNotWrittenOver()
    {
        QCOMPARE(run({u"edit"_s, thing, u"--description"_s, u"Mine."_s}).status, 0);
        m_server->describe(u"Theirs."_s);
        sync();
        QCOMPARE(m_server->description, u"Theirs."_s);
        const auto listed = run({u"outbox"_s, u"list"_s, u"--json"_s});
        const auto conflict = listed.operation();
        QCOMPARE(conflict.value(u"state"_s).toString(), u"conflict"_s);
        QCOMPARE(conflict.value(u"base"_s)[u"description"_s].toString(),
                 u"Orders as they are placed."_s);
        QCOMPARE(conflict.value(u"mine"_s)[u"description"_s].toString(), u"Mine."_s);
        QCOMPARE(conflict.value(u"theirs"_s)[u"description"_s].toString(), u"Theirs."_s);
        QCOMPARE(conflict.value(u"baseRevision"_s).toString(), u"0.3"_s);
        QCOMPARE(conflict.value(u"theirRevision"_s).toString(), u"0.4"_s);
        const auto text = run({u"outbox"_s}).out;
        for (const auto &side : {"base", "mine", "theirs"})
            QVERIFY2(text.contains(side), text.constData());

        // A person has seen theirs, and says: mine.
        QCOMPARE(run({u"outbox"_s, u"retry"_s, conflict.value(u"id"_s).toString()}).status, 0);
        const auto synced = sync();
        QVERIFY2(synced.status == 0, synced.err.constData());
        QCOMPARE(m_server->description, u"Mine."_s);
    }

    //! Whoever sees theirs and keeps them has nothing waiting, and shows theirs.
    void whatIsGivenUpIsTheirs()
    {
        QCOMPARE(run({u"edit"_s, thing, u"--description"_s, u"Mine."_s}).status, 0);
        m_server->describe(u"Theirs."_s);
        sync();
        const auto conflict = run({u"outbox"_s, u"list"_s, u"--json"_s}).operation();
        QCOMPARE(run({u"outbox"_s, u"discard"_s, conflict.value(u"id"_s).toString()}).status, 0);
        sync();
        QCOMPARE(m_server->description, u"Theirs."_s);
        QVERIFY(m_server->patchedAgainst.isEmpty());
        QVERIFY(run({u"show"_s, thing}).out.contains("Theirs."));
    }

    //! An edit behind one that somebody has to decide about is not sent, and no sync hides it.
    void aSyncSaysWhatWaitsForADecision()
    {
        const auto said = [this] { return run({u"sync"_s, u"--token-stdin"_s}).out; };
        // A script reads the same, and no success is lost for it: nothing failed.
        const auto told = [this] {
            const auto synced = sync();
            auto account = QJsonDocument::fromJson(synced.out).object().value(u"accounts"_s)[0];
            return QJsonObject{{u"status"_s, synced.status},
                               {u"conflicts"_s, account[u"conflicts"_s]},
                               {u"waiting"_s, account[u"waiting"_s]},
                               {u"waitsFor"_s, account[u"waitsFor"_s]}};
        };
        const auto expected = [](int conflicts, int waiting, const QJsonValue &waitsFor) {
            return QJsonObject{{u"status"_s, 0},
                               {u"conflicts"_s, conflicts},
                               {u"waiting"_s, waiting},
                               {u"waitsFor"_s, waitsFor}};
        };
        QCOMPARE(run({u"edit"_s, thing, u"--description"_s, u"Mine."_s}).status, 0);
        m_server->describe(u"Theirs."_s);
        QCOMPARE(told(), expected(1, 0, QJsonValue::Undefined)); // the conflict itself is one
        QVERIFY(!said().contains("not sent: behind"));
        QCOMPARE(run({u"edit"_s, thing, u"--tag"_s, u"PII.None"_s}).status, 0);
        const auto conflict = run({u"outbox"_s, u"list"_s, u"--json"_s}).operation();
        const auto id = conflict.value(u"id"_s).toString();
        for (int time = 0; time < 2; ++time) {
            const auto text = said();
            QVERIFY2(text.contains("1 not sent: behind"), text.constData());
            QCOMPARE(told(), expected(0, 1, QJsonArray{id}));
        }
        QCOMPARE(m_server->tags, QStringList{u"Tier.Tier1"_s});
        QCOMPARE(run({u"outbox"_s, u"discard"_s, id}).status, 0);
        QVERIFY(!said().contains("not sent: behind"));
        QCOMPARE(told(), expected(0, 0, QJsonValue::Undefined));
        QCOMPARE(m_server->tags, (QStringList{u"Tier.Tier1"_s, u"PII.None"_s}));
    }

    //! A platform that stumbled may have done it: no sync says that all is well.
    void aSyncSaysWhatIsInDoubtAndWhatIsNotSent_data()
    {
        QTest::addColumn<int>("refusal");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("doubtful");
        QTest::addColumn<int>("unsent");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("in doubt") << 500 << 4 << 1 << 0 << QByteArray("1 in doubt: sent");
        QTest::newRow("signed out") << 401 << 5 << 0 << 1 << QByteArray("1 not sent; the next");
        QTest::newRow("done") << 0 << 0 << 0 << 0 << QByteArray("1 sent");
    }

    void aSyncSaysWhatIsInDoubtAndWhatIsNotSent()
    {
        QFETCH(int, refusal);
        QCOMPARE(run({u"edit"_s, thing, u"--description"_s, u"Mine."_s}).status, 0);
        m_server->refusal = refusal;
        const auto said = run({u"sync"_s, u"--token-stdin"_s});
        QTEST(said.status, "status");
        QFETCH(QByteArray, text);
        QVERIFY2(said.out.contains(text), said.out.constData());
        if (refusal == 0)
            return; // it is done
        const auto synced = sync();
        QTEST(synced.status, "status");
        const auto account = QJsonDocument::fromJson(synced.out).object().value(u"accounts"_s)[0];
        QTEST(account[u"doubtful"_s].toInt(-1), "doubtful");
        QTEST(account[u"unsent"_s].toInt(-1), "unsent");
    }

    void whatWaitsForAnAccountIsNamedBeforeItGoes()
    {
        QCOMPARE(run({u"edit"_s, thing, u"--description"_s, u"Mine."_s}).status, 0);
        const auto refused = run({u"accounts"_s, u"remove"_s, u"corp"_s});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("“corp” has 1 in the outbox that would never be done")
                     && refused.err.contains("`accounts remove \"corp\" --discard`"),
                 refused.err.constData());
        QVERIFY(!run({u"outbox"_s, u"list"_s, u"--json"_s}).operation().isEmpty());
        QCOMPARE(run({u"accounts"_s, u"remove"_s, u"corp"_s, u"--discard"_s}).status, 0);
        QVERIFY(run({u"outbox"_s, u"list"_s}).out.contains("nothing in the outbox"));
        QVERIFY(m_server->patchedAgainst.isEmpty());
    }

    //! Something else of the thing changed: nobody has to decide anything.
    void anotherMemberThatChangedIsNoConflict()
    {
        QCOMPARE(run({u"edit"_s, thing, u"--description"_s, u"Mine."_s}).status, 0);
        m_server->tags.append(u"PII.Sensitive"_s);
        m_server->changed();
        const auto synced = sync();
        QVERIFY2(synced.status == 0, synced.err.constData());
        QCOMPARE(m_server->description, u"Mine."_s);
        QCOMPARE(m_server->tags, (QStringList{u"Tier.Tier1"_s, u"PII.Sensitive"_s}));
    }

private:
    Ran sync() { return run({u"sync"_s, u"--token-stdin"_s, u"--json"_s}); }

    //! The real program; this thread serves meanwhile.
    Ran run(const QStringList &words)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        process.setProcessEnvironment(environment);
        QEventLoop loop;
        connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        process.start(QStringLiteral(PORTOLAN_CLI),
                      QStringList{u"--profile"_s, m_profile->path()} + words);
        if (words.contains(u"--token-stdin"_s))
            process.write("sesame\n");
        process.closeWriteChannel();
        loop.exec();
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(TestEditSent)
#include "tst_editsent.moc"
