// SPDX-License-Identifier: GPL-3.0-or-later
// The store under fire: every access to a file fails once, and with all that follow, in an import
// with work of the user's beside it; then processes die in the middle of one. Afterwards all files
// must be whole, what was confirmed must be there, and the same import must end as if nothing had
// been.
#include "models/base/identity.h"
#include "models/store/doctor.h"
#include "models/store/store.h"
#include "tests/reliability/faultvfs.h"
#include "tests/store/samplerecords.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <numeric>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using domain::Relation;
using tests::FaultVfs;

namespace {

const QUuid account(u"11111111-0000-4000-8000-000000000001"_s);
const SystemClock systemClock;

QList<domain::Record> pageOf(int number, int size)
{
    QList<domain::Record> records;
    for (int i = 0; i < size; ++i) {
        auto record = tests::fullRecord();
        record.kind = i % 5 == 0 ? EntityKind::Contract
            : i % 5 == 1         ? EntityKind::Check
                                 : EntityKind::Asset;
        record.nativeId = u"r%1-%2"_s.arg(number).arg(i);
        record.datasetKey = i % 5 > 1 && i % 2 ? u"pg:h:db.s.t%1"_s.arg(i) : QString();
        record.relations = {{Relation::Describes, u"r%1-%2"_s.arg(number).arg(i + 1)}};
        domain::LineageEdge edge;
        edge.source = u"r%1-%2"_s.arg(number).arg(i + 1);
        edge.target = record.nativeId;
        edge.validFrom = QDateTime::fromSecsSinceEpoch(1000, Qt::UTC);
        record.lineage.append(edge);
        edge.level = domain::LineageLevel::Field;
        edge.sourceField = u"path"_s;
        edge.targetField = u"path"_s;
        record.lineage.append(edge);
        record.code = u"select %1"_s.arg(i);
        records.append(record);
    }
    return records;
}

//! Each check of the page passed on one day and failed on the next but forty.
domain::Evidence evidenceOf(int number, int size)
{
    domain::Evidence evidence;
    const auto begin = QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC);
    for (int i = 1; i < size; i += 5) {
        const auto check = u"r%1-%2"_s.arg(number).arg(i);
        evidence.runs.append(
            {.check = check, .at = begin, .runId = u"a"_s, .status = domain::RunStatus::Pass});
        evidence.runs.append({.check = check,
                              .at = begin.addDays(40),
                              .runId = u"b"_s,
                              .status = domain::RunStatus::Fail});
    }
    return evidence;
}

//! Whether what follows from the runs that are kept says what they do; empty when it does.
QString complaintOfRuns(store::Store &store, const QList<int> &pages)
{
    const auto rows = store.checks().takeResult();
    const auto days = store.qualityDays({}, {}).takeResult();
    const auto flips = store.flips().takeResult();
    if (!rows || !days || !flips)
        return u"the runs cannot be read"_s;
    qint64 runs = 0;
    for (const auto &row : *rows) {
        const auto points = store.checkPoints(row.id, {}, {}).takeResult();
        if (!points || points->size() != row.runs)
            return u"%1 does not have the runs that are counted"_s.arg(row.nativeId);
        const auto page = row.nativeId.mid(1, row.nativeId.indexOf(u'-') - 1).toInt();
        if (pages.contains(page) && (row.runs != 2 || !row.since.isValid()))
            return u"runs of %1 were confirmed and are not there"_s.arg(row.nativeId);
        runs += row.runs;
    }
    qint64 counted = 0;
    for (const auto &day : *days)
        counted += day.counts.all();
    if (counted != runs || flips->size() != runs)
        return u"%1 runs, %2 in days, %3 turns"_s.arg(runs).arg(counted).arg(flips->size());
    return {};
}

std::unique_ptr<store::Store> opened(const QString &directory, const QByteArray &vfs = {})
{
    const auto profile = store::Profile::open(directory);
    auto result = profile ? store::Store::open(*profile, systemClock, vfs)
                          : tl::unexpected<Error>(profile.error());
    return result ? std::move(*result) : nullptr;
}

//! What an import was told had been stored.
struct Confirmed
{
    QList<int> pages;
    QStringList views;
    bool finished = false;
};

Confirmed import(store::Store &store, int pages, int size)
{
    Confirmed confirmed;
    for (int page = 0; page < pages; ++page) {
        auto view = store.accounts().saveView({u"view %1"_s.arg(page), {}, {}});
        auto applied = store.apply({.account = account,
                                    .records = pageOf(page, size),
                                    .evidence = evidenceOf(page, size)});
        if (applied.takeResult())
            confirmed.pages.append(page);
        if (view.takeResult())
            confirmed.views.append(u"view %1"_s.arg(page));
    }
    store::PullState state;
    state.account = account;
    state.state = u"complete"_s;
    state.lastSync = systemClock.now();
    confirmed.finished = store.finishPull(state, {}).takeResult().has_value();
    return confirmed;
}

//! What is wrong with the profile, or empty.
QString complaint(const QString &directory, const Confirmed &confirmed)
{
    const auto profile = store::Profile::open(directory);
    for (const auto &one : store::examine(*profile)) {
        if (!one.ok)
            return one.name + u": "_s + one.detail;
    }
    const auto store = opened(directory);
    if (!store)
        return u"it does not open again"_s;
    for (const auto page : confirmed.pages) {
        if (!store->page(entityId(account, u"r%1-0"_s.arg(page))).takeResult())
            return u"page %1 was confirmed and is not there"_s.arg(page);
    }
    if (const auto wrong = complaintOfRuns(*store, confirmed.pages); !wrong.isEmpty())
        return wrong;
    QStringList views;
    const auto stored = store->accounts().savedViews().takeResult();
    for (const auto &view : stored ? *stored : QList<store::SavedView>())
        views.append(view.name);
    for (const auto &view : confirmed.views) {
        if (!views.contains(view))
            return view + u" was confirmed and is not there"_s;
    }
    return {};
}

//! The same import again, whole; what is wrong with its outcome, or empty.
QString complaintAfterAnother(const QString &directory, int pages, int size)
{
    const auto store = opened(directory);
    if (!store || !import(*store, pages, size).finished)
        return u"the next import does not end"_s;
    const auto counts = store->counts(account).takeResult();
    qint64 records = 0;
    for (const auto &[kind, count] : counts ? counts->perKind : store::Counts().perKind)
        records += count;
    if (records != pages * size)
        return u"%1 records instead of %2"_s.arg(records).arg(pages * size);
    const auto lineage = store->lineage({.fields = true}).takeResult();
    if (!lineage || counts->datasetEdges != pages * size || counts->fieldEdges != pages * size)
        return u"edges are lost, or too many"_s;
    QList<int> all(pages);
    std::iota(all.begin(), all.end(), 0);
    if (const auto wrong = complaintOfRuns(*store, all); !wrong.isEmpty())
        return wrong;
    store::LineageRequest past;
    past.at = QDateTime::fromSecsSinceEpoch(2000, Qt::UTC);
    past.fields = true;
    const auto then = store->lineage(past).takeResult();
    if (!then || then->links.size() != lineage->links.size())
        return u"history does not hold what the catalogue does"_s;
    const auto found = store->search({u"kind:contract"_s, 0, 1, {}}).takeResult();
    const auto total = store->counts().takeResult();
    qint64 contracts = 0;
    for (const auto &[kind, count] : total ? total->perKind : store::Counts().perKind)
        contracts += kind == EntityKind::Contract ? count : 0;
    if (!found || found->total != contracts)
        return u"the index does not know all contracts"_s;
    return {};
}

} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aFullDiskCanBeReadAndTakesTheUsersWork()
    {
        const QTemporaryDir dir;
        const auto profile = dir.filePath(u"p"_s);
        {
            auto store = opened(profile);
            QVERIFY(store);
            QVERIFY(import(*store, 1, 8).finished);
        }
        const QString reserve = profile + u"/outbox.db.reserve"_s;
        QVERIFY(QFile::exists(reserve));
        FaultVfs::fillUntilGone(QFile::encodeName(reserve));
        {
            auto store = opened(profile, FaultVfs::name());
            QVERIFY(store);
            QVERIFY(!QFile::exists(reserve));
            const auto counts = store->counts({}).takeResult();
            QVERIFY(counts && !counts->perKind.isEmpty());
            QVERIFY(store->accounts()
                        .put({.id = account, .name = u"mesh"_s, .platform = u"files"_s})
                        .takeResult());
        }
        FaultVfs::disarm();
        auto store = opened(profile);
        QVERIFY(store);
        QVERIFY(QFile::exists(reserve)); // there is room again
        const auto accounts = store->accounts().accounts().takeResult();
        QVERIFY(accounts);
        QCOMPARE(accounts->size(), 1);
    }

    void aFullDiskWithoutAReserveIsSaidPlainly()
    {
        const QTemporaryDir dir;
        const auto profile = store::Profile::open(dir.filePath(u"p"_s));
        QVERIFY(profile);
        QVERIFY(opened(profile->directory()));
        QVERIFY(QFile::remove(profile->outboxFile() + u".reserve"_s));
        FaultVfs::fillUntilGone(QFile::encodeName(profile->cacheFile()));
        const auto store = store::Store::open(*profile, systemClock, FaultVfs::name());
        FaultVfs::disarm();
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Error::Kind::DiskFull);
    }

    void everyFailedAccessIsSurvived_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("sticky");
        QTest::newRow("I/O error, once") << int(FaultVfs::Kind::IoError) << false;
        QTest::newRow("I/O error, from then on") << int(FaultVfs::Kind::IoError) << true;
        QTest::newRow("disk full, once") << int(FaultVfs::Kind::Full) << false;
        QTest::newRow("disk full, from then on") << int(FaultVfs::Kind::Full) << true;
    }

    void everyFailedAccessIsSurvived()
    {
        QFETCH(int, kind);
        QFETCH(bool, sticky);
        const auto given = qEnvironmentVariableIntValue("PORTOLAN_FAULT_STEP");
        const int step = given > 0 ? given : 7;
        int points = 0;
        int struck = 0;
        int errors = 0;
        for (int at = 1;; at += step) {
            const QTemporaryDir dir;
            const auto profile = dir.filePath(u"p"_s);
            QVERIFY(opened(profile));
            FaultVfs::arm(at, FaultVfs::Kind(kind), sticky);
            Confirmed confirmed;
            if (auto store = opened(profile, FaultVfs::name()))
                confirmed = import(*store, 3, 8);
            const bool hit = FaultVfs::struck();
            FaultVfs::disarm();
            if (!hit)
                break; // the import has fewer accesses than that
            ++points;
            struck += hit ? 1 : 0;
            errors += confirmed.finished && confirmed.views.size() == 3 ? 0 : 1;
            auto wrong = complaint(profile, confirmed);
            if (wrong.isEmpty())
                wrong = complaintAfterAnother(profile, 3, 8);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"fault at access %1: %2"_s.arg(at).arg(wrong)));
        }
        qInfo("%d points, every %d. access, %d runs saw an error: 0 violations", points, step,
              errors);
        QVERIFY(points * step > 50);
        QVERIFY(errors > 0);
    }

    void aKilledImportLeavesWholeFiles()
    {
        const auto given = qEnvironmentVariableIntValue("PORTOLAN_KILLS");
        const int kills = given > 0 ? given : 50;
        const auto seed = 20261125u;
        QRandomGenerator random(seed);
        QTemporaryDir dir;
        int running = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const auto profile = dir.filePath(u"p%1"_s.arg(kill / 5));
            const auto child = ::fork();
            if (child == 0) {
                if (auto store = opened(profile))
                    import(*store, 40, 50);
                ::_exit(0);
            }
            QVERIFY(child > 0);
            QThread::msleep(random.bounded(5, 400));
            running += ::waitpid(child, nullptr, WNOHANG) == 0 ? 1 : 0;
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            auto wrong = complaint(profile, {});
            if (wrong.isEmpty() && kill % 5 == 4)
                wrong = complaintAfterAnother(profile, 40, 50);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(u"kill %1, seed %2: %3"_s.arg(kill).arg(seed).arg(wrong)));
        }
        qInfo("%d kills, %d while the import ran, seed %u: 0 violations", kills, running, seed);
        QVERIFY(running > kills / 2);
    }
};

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
