// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts, simulated at every few accesses to outbox.db while a person acts and a sender sends:
// afterwards the file is sound, every confirmed action is in it, and none that was begun is still
// said to be unsent. Each thing that a person can do is there whole or not at all, and there once
// it is confirmed. The negative control, without syncs, finds damage. PORTOLAN_CUTS sets how many
// (2,000 where it is not set), PORTOLAN_SEED what the disk got to.
#include "models/store/recovery.h"
#include "tests/reliability/outboxacts.h"
#include "tests/reliability/powercutvfs.h"
#include "tests/sync/outboxbench.h"

#include <sqlite3.h>

#include <QDir>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using domain::OperationState;
using tests::LossyPort;
using tests::OutboxBench;
using tests::PlatformState;
using tests::PowerCutVfs;
using Fate = tests::LossyPort::Fate;

namespace {

constexpr int actionCount = 60;

int fromEnvironment(const char *name, int otherwise)
{
    const auto given = qEnvironmentVariableIntValue(name);
    return given > 0 ? given : otherwise;
}

//! What was so from a moment on.
struct Fact
{
    enum class Kind { Confirmed, TakenBack, Begun };

    qsizetype since = 0;
    Kind kind = Kind::Confirmed;
    qint64 number = 0;
};

//! What one image says, read with nothing of ours.
struct Image
{
    bool isSound = false;
    QHash<qint64, QString> states; //!< by number
};

Image read(const QString &file)
{
    Image image;
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, "PRAGMA integrity_check", -1, &statement, nullptr);
    image.isSound = sqlite3_step(statement) == SQLITE_ROW
        && std::strcmp(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)), "ok")
            == 0;
    sqlite3_finalize(statement);
    statement = nullptr;
    sqlite3_prepare_v2(database, "SELECT payload, state FROM operation", -1, &statement, nullptr);
    int code = SQLITE_MISUSE;
    while (statement != nullptr && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        const QByteArray payload(static_cast<const char *>(sqlite3_column_blob(statement, 0)),
                                 sqlite3_column_bytes(statement, 0));
        image.states.insert(
            tests::numberOf(payload),
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 1))));
    }
    image.isSound = image.isSound && code == SQLITE_DONE;
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return image;
}

void copyOutbox(const QString &from, const QString &to)
{
    const QDir folder(from);
    for (const auto &name : folder.entryList({u"outbox.db*"_s}, QDir::Files))
        QFile::copy(folder.filePath(name), QDir(to).filePath(name));
}

//! A day with an outbox whose files are recorded.
class Day
{
public:
    //! \a full as the outbox has it; \a syncs false is the control.
    Day(bool full, bool syncs)
        : m_bench(PowerCutVfs::name(), full)
    {
        m_bench.store.reset(); // with it closed, what the disk has is plain
        copyOutbox(QFileInfo(m_bench.file()).path(), m_before.path());
        m_bench.reopen();
        PowerCutVfs::record(syncs);
        live();
        PowerCutVfs::stop();
    }

    struct Outcome
    {
        int images = 0;
        int corrupt = 0;
        int lost = 0; //!< images that lack something confirmed
        int unsent = 0; //!< images that say of something sent that it was not
    };

    Outcome cut(int images, quint32 seed)
    {
        Outcome outcome;
        const QTemporaryDir dir;
        const auto all = PowerCutVfs::now();
        for (; outcome.images < images; ++outcome.images) {
            const auto moment = 1 + qsizetype(outcome.images) * all / images;
            PowerCutVfs::restore(m_before.path(), dir.path(), moment,
                                 seed + quint32(outcome.images));
            judge(read(dir.filePath(u"outbox.db"_s)), moment, outcome);
        }
        return outcome;
    }

    qsizetype accesses() const { return PowerCutVfs::now(); }

private:
    void live()
    {
        PlatformState state(true);
        LossyPort port(state);
        port.beforeSend = [this](const Operation &operation) {
            note(Fact::Kind::Begun, tests::numberOf(operation.payload));
        };
        port.fate = [&port](const Operation &) {
            return port.sent.size() % 3 == 0 ? Fate::AnswerLost : Fate::Answered;
        };
        for (int number = 1; number <= actionCount; ++number) {
            const auto operation = m_bench.act(u"o%1"_s.arg(number % 5), number);
            QVERIFY(operation);
            note(Fact::Kind::Confirmed, number);
            if (number % 7 == 0) {
                QVERIFY(m_bench.commands->undo(operation->id).takeResult());
                note(Fact::Kind::TakenBack, number);
            }
            if (number % 4 == 0)
                m_bench.send(port, true);
        }
    }

    void note(Fact::Kind kind, qint64 number)
    {
        m_facts.append({PowerCutVfs::now(), kind, number});
    }

    void judge(const Image &image, qsizetype moment, Outcome &outcome) const
    {
        if (!image.isSound) {
            ++outcome.corrupt;
            return;
        }
        bool isLost = false;
        bool isUnsent = false;
        for (const auto &fact : m_facts) {
            if (fact.since > moment)
                break;
            const auto state = image.states.value(fact.number);
            // What is being taken back at this very moment may be gone already.
            const bool mayBeGone = fact.number % 7 == 0;
            isLost = isLost || (fact.kind == Fact::Kind::Confirmed && state.isEmpty() && !mayBeGone)
                || (fact.kind == Fact::Kind::TakenBack && !state.isEmpty());
            isUnsent = isUnsent || (fact.kind == Fact::Kind::Begun && state == u"ready"_s);
        }
        outcome.lost += isLost ? 1 : 0;
        outcome.unsent += isUnsent ? 1 : 0;
    }

    OutboxBench m_bench;
    QTemporaryDir m_before;
    QList<Fact> m_facts;
};

} // namespace

class TestOutboxPowerCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void nothingConfirmedIsLost()
    {
        const int cuts = fromEnvironment("PORTOLAN_CUTS", 2000);
        // As a profile opens it, not as this test would have it.
        const QTemporaryDir dir;
        const auto profile = store::Profile::open(dir.filePath(u"p"_s));
        QVERIFY(profile);
        Day day(store::fileOptions(*profile, {}).outbox.full, true);
        const auto outcome = day.cut(cuts, m_seed);
        qInfo("%d power cuts in %lld accesses, seed %u: %d corrupt, %d lost something confirmed, "
              "%d forgot that something was sent",
              outcome.images, qint64(day.accesses()), m_seed, outcome.corrupt, outcome.lost,
              outcome.unsent);
        QCOMPARE(outcome.corrupt, 0);
        QCOMPARE(outcome.lost, 0);
        QCOMPARE(outcome.unsent, 0);
    }

    void withNormalSyncsConfirmedActionsAreLost()
    {
        Day day(false, true);
        const auto outcome = day.cut(fromEnvironment("PORTOLAN_CUTS", 2000) / 4, m_seed);
        qInfo("control, synchronous=NORMAL: %d power cuts: %d corrupt, %d lost something confirmed",
              outcome.images, outcome.corrupt, outcome.lost);
        QCOMPARE(outcome.corrupt, 0);
        QVERIFY(outcome.lost > 0);
    }

    void withoutSyncsTheFileIsDamaged()
    {
        Day day(true, false);
        const auto outcome = day.cut(fromEnvironment("PORTOLAN_CUTS", 2000) / 4, m_seed);
        qInfo("control, synchronous=OFF: %d power cuts: %d corrupt, %d lost something confirmed",
              outcome.images, outcome.corrupt, outcome.lost);
        QVERIFY(outcome.corrupt > 0);
        QVERIFY(outcome.lost > 0);
    }

    void everyActIsThereWholeOrNotAtAll_data()
    {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const auto &act : tests::allOutboxActs())
            QTest::newRow(act.name.constData()) << number++;
    }

    void everyActIsThereWholeOrNotAtAll()
    {
        QFETCH(int, number);
        const auto act = tests::allOutboxActs().at(number);
        const QTemporaryDir before;
        OutboxBench bench(PowerCutVfs::name());
        act.prepare(bench);
        const auto linesBefore = tests::outboxLines(bench);
        bench.store.reset(); // with it closed, what the disk has is plain
        copyOutbox(QFileInfo(bench.file()).path(), before.path());
        bench.reopen();
        PowerCutVfs::record(true);
        QVERIFY(act.act(bench));
        const auto confirmed = PowerCutVfs::now();
        PowerCutVfs::stop();
        QVERIFY2(confirmed >= 2, "it is written and synced");
        const auto linesAfter = tests::outboxLines(bench);
        const int seeds = fromEnvironment("PORTOLAN_CUTS", 2000) / 500;
        for (qsizetype moment = 1; moment <= confirmed; ++moment) {
            for (int seed = 0; seed < seeds; ++seed) {
                OutboxBench image(PowerCutVfs::name());
                image.store.reset();
                PowerCutVfs::restore(before.path(), QFileInfo(image.file()).path(), moment,
                                     m_seed + quint32(seed));
                QVERIFY(read(image.file()).isSound);
                image.reopen();
                const auto lines = tests::outboxLines(image);
                const auto where = u"cut at %1 of %2: "_s.arg(moment).arg(confirmed);
                QVERIFY2(lines == linesAfter || (lines == linesBefore && moment < confirmed)
                             || (act.mayBeDone && moment < confirmed),
                         qPrintable(where + lines.join(u"; "_s)));
            }
        }
    }

private:
    const quint32 m_seed = quint32(fromEnvironment("PORTOLAN_SEED", 20261127));
};

QTEST_GUILESS_MAIN(TestOutboxPowerCuts)
#include "tst_outboxpowercuts.moc"
