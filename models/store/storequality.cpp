// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/qualityreader.h"
#include "models/store/slotable.h"
#include "models/store/storeprivate.h"

namespace portolan::store {

QFuture<Result<void>> Store::replaceSlos(const QUuid &account, QList<domain::Slo> slos)
{
    return d->write<void>(
        [account, slos = std::move(slos)](CacheWriter &writer, std::monostate &) {
            writer.replaceSlos(account, slos);
            return false;
        },
        [this](std::function<void()> answer) {
            d->notifier.mark(ChangeNotifier::Quality);
            answer();
        },
        {account});
}

QFuture<Result<void>> Store::putStandings(QList<SloStanding> standings)
{
    return d->write<void>(
        [standings = std::move(standings)](CacheWriter &writer, std::monostate &) {
            writer.putStandings(standings);
            return false;
        });
}

QFuture<Result<QList<CheckRow>>> Store::checks(const CheckRequest &request)
{
    return d->read<QList<CheckRow>>([request](EntityReader &reader, ReadFiles &files) {
        return QualityReader(reader, *files.history, files.checks).checks(request);
    });
}

QFuture<Result<QList<domain::CheckRun>>> Store::checkRuns(const QUuid &check, const QDateTime &from,
                                                          const QDateTime &to, int limit)
{
    return d->read<QList<domain::CheckRun>>(
        [check, from, to, limit](EntityReader &reader, ReadFiles &files) {
            return QualityReader(reader, *files.history, files.checks).runs(check, from, to, limit);
        });
}

QFuture<Result<QList<RunBucket>>> Store::checkBuckets(const QUuid &check, const QDateTime &from,
                                                      const QDateTime &to, int most)
{
    return d->read<QList<RunBucket>>([check, from, to, most](EntityReader &reader,
                                                             ReadFiles &files) {
        return QualityReader(reader, *files.history, files.checks).buckets(check, from, to, most);
    });
}

QFuture<Result<QList<ValuePoint>>> Store::checkPoints(const QUuid &check, const QDateTime &from,
                                                      const QDateTime &to)
{
    return d->read<QList<ValuePoint>>([check, from, to](EntityReader &reader, ReadFiles &files) {
        return QualityReader(reader, *files.history, files.checks).points(check, from, to);
    });
}

QFuture<Result<QList<DayTotals>>> Store::qualityDays(const QDateTime &from, const QDateTime &to)
{
    return d->read<QList<DayTotals>>([from, to](EntityReader &reader, ReadFiles &files) {
        return QualityReader(reader, *files.history, files.checks).days(from, to);
    });
}

QFuture<Result<QList<Flip>>> Store::flips(const QList<QUuid> &assets)
{
    return d->read<QList<Flip>>([assets](EntityReader &reader, ReadFiles &files) {
        return QualityReader(reader, *files.history, files.checks).flips(assets);
    });
}

QFuture<Result<QList<SloRow>>> Store::slos()
{
    return d->read<QList<SloRow>>([](EntityReader &reader, ReadFiles &files) {
        return QualityReader(reader, *files.history, files.checks).slos();
    });
}

QFuture<Result<QList<SloEvidence>>> Store::sloEvidence(const QList<QUuid> &slos,
                                                       const QDateTime &from, const QDateTime &to)
{
    return d->read<QList<SloEvidence>>([slos, from, to](EntityReader &reader, ReadFiles &files) {
        return QualityReader(reader, *files.history, files.checks).evidence(slos, from, to);
    });
}

QFuture<Result<QList<SloStanding>>> Store::standings()
{
    return d->read<QList<SloStanding>>([](EntityReader &reader, ReadFiles &) {
        return SloTable(reader.connection()).standings();
    });
}

TriageStore &Store::triage()
{
    return *d->outbox;
}

} // namespace portolan::store
