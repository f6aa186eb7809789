// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments of asking for access, deciding and syncing with Entropy Data, whose
// server loses 30 % of its answers behind what took effect, does some things late, and fails 30 %
// of what is only read. Afterwards every confirmed action has taken effect exactly once, those
// about one request in their order, nothing twice, nothing lost. PORTOLAN_KILLS sets how often (100
// where it is not set), PORTOLAN_SEED the moments and the faults.
#include "models/base/clock.h"
#include "models/store/store.h"
#include "tests/platforms/entropydata/accessclient.h"
#include "tests/support/entropyshape.h"
#include "tests/support/loopbackserver.h"

#include <sqlite3.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::AccessClientTask;

namespace {

constexpr int longestWorkMs = 220; // of a client, behind opening the profile

int fromEnvironment(const char *name, int otherwise)
{
    const auto given = qEnvironmentVariableIntValue(name);
    return given > 0 ? given : otherwise;
}

//! "access effect" of everything that was meant, and of what of it was confirmed.
struct Told
{
    QSet<QString> meant;
    QSet<QString> confirmed;
};

Told readLog(const QString &file)
{
    Told told;
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly))
        return told;
    for (const auto &line : QString::fromUtf8(log.readAll()).split(u'\n', Qt::SkipEmptyParts))
        (line.startsWith(u'C') ? told.confirmed : told.meant).insert(line.mid(2));
    return told;
}

struct Inside
{
    QString integrity;
    int sending = 0;
};

//! What is in outbox.db, read with nothing of ours.
Inside inside(const QString &file)
{
    Inside found;
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    sqlite3_busy_timeout(database, 5000);
    const auto ask = [database](const char *sql) {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
        QString text;
        if (sqlite3_step(statement) == SQLITE_ROW)
            text = QString::fromUtf8(
                reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return text;
    };
    found.integrity = ask("PRAGMA integrity_check");
    found.sending = ask("SELECT count(*) FROM operation WHERE state = 'sending'").toInt();
    sqlite3_close(database);
    return found;
}

} // namespace

class TestKilledAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyConfirmedActionTakesEffectOnce()
    {
        const int kills = fromEnvironment("PORTOLAN_KILLS", 100);
        const auto seed = quint32(fromEnvironment("PORTOLAN_SEED", 20261127));
        const auto where = u"seed %1"_s.arg(seed);
        const QTemporaryDir dir;
        const auto profile = dir.filePath(u"profile"_s);
        const auto log = dir.filePath(u"log"_s);
        auto owned =
            std::make_unique<tests::EntropyShape>(tests::ShapeSettings{.seed = seed, .size = 3});
        const auto *shape = owned.get();
        owned->today = QDateTime::currentDateTimeUtc().date(); // clients have the real time
        tests::LoopbackServer server(std::move(owned),
                                     {.key = "the-key", .seed = seed, .deafMs = 5});
        addAccount(profile, server.address());

        // How long a client takes to open the profile and to find that nothing is to be done: on a
        // slow machine it must live longer to be hit at work.
        QElapsedTimer timer;
        timer.start();
        QVERIFY(drained({.profile = profile, .log = log}));
        const int longestLifeMs = longestWorkMs + int(timer.elapsed());
        server.storm(30);
        QRandomGenerator random(seed);
        int alive = 0;
        int halfSent = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const AccessClientTask task{.profile = profile, .log = log, .seed = random.generate()};
            alive += killed(task, int(random.bounded(10, longestLifeMs))) ? 1 : 0;
            if (QTest::currentTestFailed())
                break;
            const auto now = inside(profile + u"/outbox.db"_s);
            QVERIFY2(now.integrity == u"ok"_s, qPrintable(where + now.integrity));
            halfSent += now.sending;
        }
        server.calm();
        QTRY_COMPARE(server.waiting(), 0);
        QVERIFY2(drained({.profile = profile, .log = log}), qPrintable(where));
        QList<tests::AccessEffect> effects;
        server.with([&](tests::Shape &) { effects = shape->effects(); });
        const auto told = readLog(log);
        const auto complaint = complaintOf(effects, told);
        QVERIFY2(complaint.isEmpty(), qPrintable(where + u": "_s + complaint));
        qsizetype lost = 0;
        for (const auto &one : server.seen())
            lost += one.fault.startsWith(u"applied"_s) ? 1 : 0;
        qInfo("%d kills, %d while it ran, %d hit an operation on its way, %lld answers lost, %lld "
              "actions confirmed, seed %u: 0 lost, 0 twice, 0 out of order",
              kills, alive, halfSent, static_cast<long long>(lost),
              static_cast<long long>(told.confirmed.size()), seed);
        QVERIFY(alive > kills * 2 / 3);
        QVERIFY(kills < 20 || halfSent > 0);
        QVERIFY(kills < 20 || lost > 0);
        QVERIFY(!told.confirmed.isEmpty());
    }

private:
    static void addAccount(const QString &profile, const QString &address)
    {
        const SystemClock clock;
        const auto opened = store::Profile::open(profile);
        QVERIFY(opened);
        const auto store = store::Store::open(*opened, clock);
        QVERIFY(store);
        QVERIFY((*store)
                    ->accounts()
                    .put({.id = tests::accessClientAccount(),
                          .name = u"entropy"_s,
                          .platform = u"entropy-data"_s,
                          .url = address})
                    .takeResult());
    }

    //! Lets a client send and settle all that waits, undisturbed.
    static bool drained(AccessClientTask task)
    {
        task.drain = true;
        QProcess client;
        client.setProcessChannelMode(QProcess::ForwardedChannels);
        client.start(QCoreApplication::applicationFilePath(), task.arguments());
        return client.waitForFinished(240'000) && client.exitStatus() == QProcess::NormalExit
            && client.exitCode() == 0;
    }

    //! True when it was still running when it was killed, as it has to be.
    static bool killed(const AccessClientTask &task, int afterMs)
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

    //! What is wrong with what the platform did, or empty.
    static QString complaintOf(const QList<tests::AccessEffect> &effects, const Told &told)
    {
        QSet<QString> done;
        QSet<QString> created;
        for (const auto &effect : effects) {
            const QString what = effect.access % u' ' % effect.what;
            if (effect.isAgain || done.contains(what))
                return what + u" was done twice"_s;
            if (!told.meant.contains(what))
                return what + u" was done, and nobody meant it"_s;
            if (effect.what != u"created" && !created.contains(effect.access))
                return what + u" came before it was asked for"_s;
            if (effect.what == u"created")
                created.insert(effect.access);
            done.insert(what);
        }
        for (const auto &what : told.confirmed) {
            if (!done.contains(what))
                return what + u" was confirmed and lost"_s;
        }
        return {};
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--client"_s)
        return tests::runAccessClient(AccessClientTask::of(arguments));
    TestKilledAccess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedaccess.moc"
