// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/store/connection.h"
#include "models/store/qualityvalues.h"

#include <QList>

#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace portolan::store {

//! Times without a bound, in UTC milliseconds; there is room to reckon with them.
inline constexpr qint64 sinceEver = std::numeric_limits<qint64>::min() / 4;
inline constexpr qint64 forEver = std::numeric_limits<qint64>::max() / 4;

//! A run without its texts, and its value.
struct RunFigures
{
    qint64 at = 0;
    domain::RunStatus status = domain::RunStatus::Unknown;
    std::optional<double> value;
};

//! The check_run table of history.db: every run of every check, by its number. Throws.
class RunTable
{
public:
    explicit RunTable(Connection &connection)
        : m_connection(connection)
    {
    }

    enum class Put {
        Same, //!< it was there, equal
        Added,
        Changed //!< it was there, with another content: what is told later is kept
    };

    Put put(qint64 check, const domain::CheckRun &run);
    //! Removes those of checks that there are not: whose they were nobody can tell.
    void removeLost();

    //! Runs in [from, to), the newest first, at most \a limit; without CheckRun::check.
    QList<domain::CheckRun> newest(qint64 check, qint64 from, qint64 to, qint64 limit) const;
    qint64 countFrom(qint64 check, qint64 from) const;
    //! Goes over the runs in [from, to), oldest first.
    void forEach(qint64 check, qint64 from, qint64 to,
                 const std::function<void(const RunFigures &)> &take) const;
    //! The runs in [from, to), and the last \a before in front of them, oldest first.
    QList<RunPoint> points(qint64 check, qint64 from, qint64 to, qint64 before) const;

private:
    Connection &m_connection;
};

//! The check_flip table of history.db: where the verdicts of checks turned. Throws.
class FlipTable
{
public:
    explicit FlipTable(Connection &connection)
        : m_connection(connection)
    {
    }

    struct Row
    {
        qint64 check = 0;
        qint64 at = 0;
        domain::RunStatus status = domain::RunStatus::Unknown;
        qint64 seen = 0; //!< when it came to us; 0: not known
    };

    //! What came to us of a check.
    struct News
    {
        qint64 from = 0; //!< the earliest run of it
        qint64 seen = 0; //!< when it came
        std::set<std::pair<qint64, QString>> runs; //!< time and name of those of which that tells
    };

    //! Finds the flips of \a check from \a news on anew. What was known about when a verdict came
    //! stays known, also where an earlier run is found to have turned it.
    void renew(qint64 check, const News &news);
    QList<Row> of(qint64 check) const;
    //! When the verdict that \a check has at \a at came; empty when it has none.
    std::optional<qint64> newest(qint64 check, qint64 at) const;
    //! Goes over the flips of all checks, each check's oldest first.
    void forEach(const std::function<void(const Row &)> &take) const;
    //! Those of checks that there are not.
    void removeLost();

private:
    struct Turn
    {
        qint64 at = 0;
        QString run;
        domain::RunStatus status = domain::RunStatus::Unknown;
        qint64 seen = 0;
    };

    std::vector<Turn> turnsFrom(qint64 check, qint64 from) const;
    std::vector<Turn> turnsIn(qint64 check, qint64 from) const;

    Connection &m_connection;
};

//! Whether a run that ended with \a status speaks for (true) or against the data; empty when it
//! does not tell.
std::optional<bool> verdictOf(domain::RunStatus status);

} // namespace portolan::store
