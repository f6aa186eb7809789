// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/store/checkdays.h"
#include "models/store/connection.h"
#include "models/store/runtable.h"
#include "models/store/updatetable.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace portolan::store {

//! A check that ran, as history.db has it.
struct CheckState
{
    qint64 id = 0; //!< of its runs; 0: it never ran
    qint64 runs = 0;
    std::optional<domain::CheckRun> last; //!< without CheckRun::check
};

//! The evidence in history.db. Roll-ups, flips and the newest run of each check follow its runs, in
//! whatever order these come: what is written twice changes nothing, what comes late is worked in.
//! Throws.
class QualityHistory
{
public:
    explicit QualityHistory(Connection &connection)
        : m_connection(connection)
        , m_runs(connection)
        , m_days(connection)
        , m_flips(connection)
        , m_updates(connection)
    {
    }

    //! \a now is when it came to us.
    void write(const QUuid &account, const domain::Evidence &evidence, const QDateTime &now);
    //! Makes everything that follows from the runs anew.
    void rebuild();

    //! How often \a nativeId of \a account ran, and its newest run.
    CheckState state(const QUuid &account, const QString &nativeId) const;
    //! Goes over all checks that ever ran.
    void forEach(const std::function<void(const CheckState &state)> &take) const;
    //! Goes over the names of the checks whose numbers are \a first or more, by number.
    void forEachName(qint64 first,
                     const std::function<void(qint64 number, const std::pair<QUuid, QString> &name)>
                         &take) const;

    //! How often each check of \a account, or of all, ran.
    void forEachCount(const QUuid &account,
                      const std::function<void(qint64 number, qint64 runs)> &take) const;

    const RunTable &runs() const { return m_runs; }

    const CheckDayTable &days() const { return m_days; }

    const FlipTable &flips() const { return m_flips; }

    const UpdateTable &updates() const { return m_updates; }

    //! The numbers of names may have been rolled back.
    void forget();

private:
    //! What of one check was written.
    struct Touched
    {
        qint64 added = 0;
        std::set<qint64> days;
        qint64 first = forEver;
        qint64 last = sinceEver;
        qint64 met = forEver; //!< when we met the check: what it found before is no news
        qint64 seen = 0; //!< when what was written came
        std::set<std::pair<qint64, QString>> arrived; //!< time and name of the news

        bool any() const { return !days.empty(); }
    };

    qint64 checkOf(const QUuid &account, const QString &nativeId, qint64 now);
    void note(Touched &touched, qint64 check, const domain::CheckRun &run);
    qint64 metOf(qint64 check) const;
    void settle(qint64 check, const Touched &touched);
    void settleDays(qint64 check, const std::set<qint64> &days);
    void settleNewest(qint64 check, const Touched &touched);

    Connection &m_connection;
    RunTable m_runs;
    CheckDayTable m_days;
    FlipTable m_flips;
    UpdateTable m_updates;
    QHash<std::pair<QUuid, QString>, qint64> m_checks; //!< numbers that were looked up lately
};

} // namespace portolan::store
