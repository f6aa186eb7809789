// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments of asking for access, deciding and syncing with Entropy Data, by the
// engine and by the real portolan-cli. The server loses 30 % of its answers behind what took
// effect, does some things late, and fails 30 % of what is only read. Afterwards every confirmed
// action has taken effect exactly once, those about one request in their order, nothing twice,
// nothing lost. Two programs with a flaw are killed as well, and what they do wrong is found.
// PORTOLAN_KILLS sets how often (100 where it is not set), PORTOLAN_SEED the moments and the
// faults.
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

#include <algorithm>
#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::AccessClientTask;
using Flaw = tests::AccessClientTask::Flaw;

namespace {

constexpr int longestWorkMs = 160; // of a client, behind opening the profile
constexpr int controlKills = 10;

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
        const auto story = tell(kills, Flaw::None);
        QVERIFY2(story.complaint.isEmpty(),
                 qPrintable(u"seed %1: %2"_s.arg(m_seed).arg(story.complaint)));
        qInfo("%d kills, %d while it ran, %d of them of portolan-cli, %d hit an operation on its "
              "way, %lld answers lost, %lld actions confirmed, seed %u: 0 lost, 0 twice, 0 out of "
              "order",
              kills, story.alive, story.byProgram, story.halfSent,
              static_cast<long long>(story.lost), static_cast<long long>(story.confirmed), m_seed);
        QVERIFY(story.alive > kills * 2 / 3);
        QVERIFY(kills < 20 || story.byProgram > 0);
        QVERIFY(kills < 20 || story.halfSent > 0);
        QVERIFY(kills < 20 || story.lost > 0);
        QVERIFY(story.confirmed > kills);
    }

    void whoDoesNotLookBeforeSendingAgainIsFound()
    {
        const auto story = toldOf(Flaw::Forgets, u"was done twice"_s);
        qInfo("control, in doubt it is sent again: %s", qPrintable(story.complaint));
        QVERIFY2(story.complaint.endsWith(u"was done twice"_s), qPrintable(story.complaint));
    }

    void whoConfirmsBeforeItIsStoredIsFound()
    {
        const auto story = toldOf(Flaw::SaysTooEarly, u"was confirmed and lost"_s);
        qInfo("control, confirmed before it is stored: %s", qPrintable(story.complaint));
        QVERIFY2(story.complaint.endsWith(u"was confirmed and lost"_s),
                 qPrintable(story.complaint));
    }

private:
    //! What came of it all.
    struct Story
    {
        QString complaint;
        int alive = 0;
        int byProgram = 0;
        int halfSent = 0;
        qsizetype lost = 0; //!< answers
        qsizetype confirmed = 0;
    };

    //! A control: what its kills hit is chance, the less so the more there are.
    Story toldOf(Flaw flaw, const QString &expected) const
    {
        Story story;
        for (int times = 1; times <= 9 && !story.complaint.endsWith(expected); times *= 3)
            story = tell(times * controlKills, flaw);
        return story;
    }

    Story tell(int kills, Flaw flaw) const
    {
        Story story;
        const QTemporaryDir dir;
        AccessClientTask task{
            .profile = dir.filePath(u"profile"_s), .log = dir.filePath(u"log"_s), .flaw = flaw};
        auto owned =
            std::make_unique<tests::EntropyShape>(tests::ShapeSettings{.seed = m_seed, .size = 3});
        const auto *shape = owned.get();
        owned->today = QDateTime::currentDateTimeUtc().date(); // clients have the real time
        tests::LoopbackServer server(std::move(owned),
                                     {.key = "the-key", .seed = m_seed, .deafMs = 5});
        addAccount(task.profile, server.address());

        // How long a client takes to open the profile and to find that nothing is to be done: on a
        // slow machine it must live longer to be hit at work.
        QElapsedTimer timer;
        timer.start();
        if (!drained(task))
            return {.complaint = u"it does not come to its end where nothing is to be done"_s};
        const int longestLifeMs = longestWorkMs + int(timer.elapsed());
        server.storm(30);
        QRandomGenerator random(m_seed);
        for (int kill = 0; kill < kills && story.complaint.isEmpty(); ++kill) {
            task.seed = random.generate();
            const auto life = int(random.bounded(10, longestLifeMs));
            if (flaw == Flaw::None && random.bounded(5) == 0) {
                const bool isHit = programKilled(task.profile, life);
                story.byProgram += isHit ? 1 : 0;
                story.alive += isHit ? 1 : 0;
            } else if (clientKilled(task, life)) {
                ++story.alive;
            } else {
                story.complaint = u"a client ended by itself"_s;
            }
            const auto now = inside(task.profile + u"/outbox.db"_s);
            story.halfSent += now.sending;
            if (now.integrity != u"ok"_s)
                story.complaint = u"kill %1: %2"_s.arg(kill).arg(now.integrity);
        }
        server.calm();
        if (!QTest::qWaitFor([&server] { return server.waiting() == 0; }, 10'000))
            return {.complaint = u"the server does not come to rest"_s};
        // Who has a flaw may never come to an end.
        if (story.complaint.isEmpty() && !drained(task) && flaw == Flaw::None)
            story.complaint = u"something waits for ever"_s;
        if (!story.complaint.isEmpty())
            return story;
        QList<tests::AccessEffect> effects;
        server.with([&](tests::Shape &) { effects = shape->effects(); });
        const auto told = readLog(task.log);
        story.complaint = complaintOf(effects, told);
        story.confirmed = told.confirmed.size();
        for (const auto &one : server.seen())
            story.lost += one.fault.startsWith(u"applied"_s) ? 1 : 0;
        return story;
    }

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

    //! True when it was still running when it was killed.
    static bool killed(QProcess &process, int afterMs)
    {
        if (process.waitForFinished(afterMs))
            return false;
        ::kill(pid_t(process.processId()), SIGKILL);
        process.waitForFinished();
        return process.exitStatus() == QProcess::CrashExit;
    }

    static bool clientKilled(const AccessClientTask &task, int afterMs)
    {
        QProcess client;
        client.setProcessChannelMode(QProcess::ForwardedChannels);
        client.start(QCoreApplication::applicationFilePath(), task.arguments());
        return killed(client, afterMs);
    }

    //! The same with what a script would start, which comes to an end by itself, and badly where
    //! the server does.
    static bool programKilled(const QString &profile, int afterMs)
    {
        QProcess program;
        program.setStandardOutputFile(QProcess::nullDevice());
        program.setStandardErrorFile(QProcess::nullDevice());
        program.start(QStringLiteral(PORTOLAN_CLI),
                      {u"--profile"_s, profile, u"sync"_s, u"--token-stdin"_s});
        program.write("the-key\n");
        program.closeWriteChannel();
        return killed(program, afterMs);
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

    const quint32 m_seed = quint32(fromEnvironment("PORTOLAN_SEED", 20261127));
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--client"_s)
        return tests::runAccessClient(AccessClientTask::of(arguments));
    // As long as it takes for so many, where nobody set it.
    const auto kills = std::max(100, fromEnvironment("PORTOLAN_KILLS", 100));
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(kills * 3000));
    TestKilledAccess test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedaccess.moc"
