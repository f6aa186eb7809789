// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments of creating, deciding, taking back and syncing, against a platform that
// loses 30 % of its answers. Afterwards every confirmed action has taken effect exactly once, those
// of one object in their order, nothing twice, nothing lost. PORTOLAN_KILLS sets how often (100
// where it is not set), PORTOLAN_SEED the moments and the platform's moods.
#include "models/store/store.h"
#include "tests/reliability/outboxclient.h"
#include "tests/support/lossyserver.h"

#include <sqlite3.h>

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::ClientTask;
using tests::Effect;

namespace {

constexpr int longestWorkMs = 180; // of a client, behind opening the profile
constexpr qint64 numbersEach = 100'000;

int fromEnvironment(const char *name, int otherwise)
{
    const auto given = qEnvironmentVariableIntValue(name);
    return given > 0 ? given : otherwise;
}

//! What the log says was confirmed.
struct Confirmed
{
    QHash<qint64, QUuid> keys; //!< by number
    QSet<qint64> maybeUndone;
    QSet<qint64> undone;
};

Confirmed readLog(const QString &file)
{
    Confirmed confirmed;
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly))
        return confirmed;
    for (const auto &line : QString::fromUtf8(log.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const auto words = line.split(u' ');
        const auto number = words.value(1).toLongLong();
        if (words.first() == u"C"_s)
            confirmed.keys.insert(number, QUuid(words.value(2)));
        else if (words.first() == u"u"_s)
            confirmed.maybeUndone.insert(number);
        else
            confirmed.undone.insert(number);
    }
    return confirmed;
}

struct Inside
{
    QString integrity;
    QSet<QUuid> keys;
    int sending = 0;
};

//! What is in outbox.db, read with nothing of ours.
Inside inside(const QString &file)
{
    Inside found;
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    sqlite3_busy_timeout(database, 5000);
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, "PRAGMA integrity_check", -1, &statement, nullptr);
    if (sqlite3_step(statement) == SQLITE_ROW)
        found.integrity =
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    sqlite3_prepare_v2(database, "SELECT idempotency_key, state = 'sending' FROM operation", -1,
                       &statement, nullptr);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        found.keys.insert(QUuid::fromRfc4122(
            QByteArray(static_cast<const char *>(sqlite3_column_blob(statement, 0)),
                       sqlite3_column_bytes(statement, 0))));
        found.sending += sqlite3_column_int(statement, 1);
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return found;
}

} // namespace

class TestKilledOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyConfirmedActionTakesEffectOnce_data()
    {
        QTest::addColumn<bool>("honoursKeys");
        QTest::newRow("a platform that honours keys") << true;
        QTest::newRow("a platform that can only be looked up") << false;
    }

    void everyConfirmedActionTakesEffectOnce()
    {
        QFETCH(bool, honoursKeys);
        const int kills = fromEnvironment("PORTOLAN_KILLS", 100) / 2;
        const auto seed = quint32(fromEnvironment("PORTOLAN_SEED", 20261127));
        const auto where = u"seed %1"_s.arg(seed);
        const QTemporaryDir dir;
        const auto profile = dir.filePath(u"profile"_s);
        const auto log = dir.filePath(u"log"_s);
        const auto socketFile = QFile::encodeName(dir.filePath(u"s"_s));
        QProcess server;
        server.setProcessChannelMode(QProcess::ForwardedChannels);
        server.start(QCoreApplication::applicationFilePath(),
                     {u"--server"_s, QFile::decodeName(socketFile), QString::number(seed),
                      QString::number(int(honoursKeys))});
        QVERIFY(server.waitForStarted());
        QTRY_VERIFY(!tests::ask(socketFile, {{u"do"_s, u"objects"_s}}, 1000).isEmpty());
        addAccount(profile, QFile::decodeName(socketFile));

        // How long a client takes to open the profile and to find that nothing is to be done: on a
        // slow machine it must live longer to be hit at work.
        QElapsedTimer timer;
        timer.start();
        QVERIFY(drained({.profile = profile, .log = log, .honoursKeys = honoursKeys}));
        const int longestLifeMs = longestWorkMs + int(timer.elapsed());
        QRandomGenerator random(seed);
        int alive = 0;
        int halfSent = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const ClientTask task{.profile = profile,
                                  .log = log,
                                  .seed = random.generate(),
                                  .first = (kill + 1) * numbersEach,
                                  .honoursKeys = honoursKeys};
            alive += killed(task, int(random.bounded(10, longestLifeMs))) ? 1 : 0;
            if (QTest::currentTestFailed())
                break;
            const auto now = inside(profile + u"/outbox.db"_s);
            QVERIFY2(now.integrity == u"ok"_s, qPrintable(where + now.integrity));
            halfSent += now.sending;
            const auto complaint = complaintOfMissing(now, log, socketFile);
            QVERIFY2(
                complaint.isEmpty(),
                qPrintable(where + u", kill "_s + QString::number(kill) + u": "_s + complaint));
        }
        QVERIFY(!tests::ask(socketFile, {{u"do"_s, u"calm"_s}}, 10'000).isEmpty());
        QVERIFY2(drained({.profile = profile, .log = log, .honoursKeys = honoursKeys}),
                 qPrintable(where));
        const auto counted = verifyAll(log, effectsAt(socketFile), where);
        qInfo("%d kills, %d while it ran, %d hit an operation on its way, %lld actions confirmed, "
              "seed %u: 0 lost, 0 twice, 0 out of order",
              kills, alive, halfSent, counted, seed);
        tests::ask(socketFile, {{u"do"_s, u"quit"_s}}, 1000);
        server.waitForFinished();
        QVERIFY(alive > kills * 2 / 3);
        QVERIFY(kills < 20 || halfSent > 0);
        QVERIFY(counted > 0);
    }

private:
    static void addAccount(const QString &profile, const QString &socketFile)
    {
        const SystemClock clock;
        const auto opened = store::Profile::open(profile);
        QVERIFY(opened);
        const auto store = store::Store::open(*opened, clock);
        QVERIFY(store);
        QVERIFY((*store)
                    ->accounts()
                    .put({.id = tests::clientAccount(),
                          .name = u"remote"_s,
                          .platform = u"remote"_s,
                          .folder = socketFile})
                    .takeResult());
    }

    //! Lets a client send and settle all that waits, undisturbed.
    static bool drained(ClientTask task)
    {
        task.drain = true;
        QProcess client;
        client.setProcessChannelMode(QProcess::ForwardedChannels);
        client.start(QCoreApplication::applicationFilePath(), task.arguments());
        return client.waitForFinished(240'000) && client.exitStatus() == QProcess::NormalExit
            && client.exitCode() == 0;
    }

    //! True when it was still running when it was killed, as it has to be.
    static bool killed(const ClientTask &task, int afterMs)
    {
        QProcess client;
        client.setProcessChannelMode(QProcess::ForwardedChannels);
        client.start(QCoreApplication::applicationFilePath(), task.arguments());
        if (client.waitForFinished(afterMs)) {
            QTest::qFail("a client ended by itself", __FILE__, __LINE__);
            return false;
        }
        ::kill(pid_t(client.processId()), SIGKILL);
        client.waitForFinished();
        return client.exitStatus() == QProcess::CrashExit;
    }

    static QList<Effect> effectsAt(const QByteArray &socketFile)
    {
        QList<Effect> effects;
        const auto reply = tests::ask(socketFile, {{u"do"_s, u"effects"_s}}, 30'000);
        for (const auto &value : reply.value(u"effects"_s).toArray()) {
            const auto effect = value.toObject();
            effects.append({QUuid(effect.value(u"key"_s).toString()),
                            effect.value(u"object"_s).toString(),
                            effect.value(u"n"_s).toInteger()});
        }
        return effects;
    }

    //! Every confirmed action is in the outbox, or has taken effect; empty when so.
    static QString complaintOfMissing(const Inside &now, const QString &log,
                                      const QByteArray &socketFile)
    {
        const auto confirmed = readLog(log);
        QSet<QUuid> effective;
        for (const auto &effect : effectsAt(socketFile))
            effective.insert(effect.key);
        for (auto it = confirmed.keys.cbegin(); it != confirmed.keys.cend(); ++it) {
            const bool isThere = now.keys.contains(*it) || effective.contains(*it)
                || confirmed.maybeUndone.contains(it.key());
            if (!isThere)
                return u"number %1 was confirmed and is nowhere"_s.arg(it.key());
        }
        return {};
    }

    //! Checks the end of the story; answers how many confirmed actions took effect.
    static qint64 verifyAll(const QString &log, const QList<Effect> &effects, const QString &where)
    {
        const auto complaint = tests::complaintOf(effects);
        if (!complaint.isEmpty())
            QTest::qFail(qPrintable(where + u": "_s + complaint), __FILE__, __LINE__);
        QSet<qint64> done;
        for (const auto &effect : effects)
            done.insert(effect.number);
        const auto confirmed = readLog(log);
        qint64 counted = 0;
        for (auto it = confirmed.keys.cbegin(); it != confirmed.keys.cend(); ++it) {
            const auto number = it.key();
            if (confirmed.undone.contains(number)) {
                if (done.contains(number))
                    QTest::qFail(qPrintable(u"%1 was taken back and done"_s.arg(number)), __FILE__,
                                 __LINE__);
                continue;
            }
            if (!done.contains(number) && !confirmed.maybeUndone.contains(number))
                QTest::qFail(qPrintable(u"%1 was confirmed and lost"_s.arg(number)), __FILE__,
                             __LINE__);
            ++counted;
        }
        return counted;
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--client"_s)
        return tests::runClient(ClientTask::of(arguments));
    if (arguments.value(1) == u"--server"_s) {
        return tests::LossyServer(QFile::encodeName(arguments.value(2)),
                                  arguments.value(3).toUInt(), arguments.value(4) == u"1"_s)
            .run();
    }
    TestKilledOutbox test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedoutbox.moc"
