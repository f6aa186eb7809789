// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/formats/datacontract/testresults.h"
#include "models/formats/dbt/sourcefreshness.h"
#include "models/formats/soda/scan.h"
#include "models/formats/workspace/assetnames.h"
#include "models/formats/workspace/knownfile.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <vector>

namespace portolan::formats::workspace {

//! Takes what tools found out; an error ends the reading.
using TakeEvidence = std::function<Result<void>(domain::Evidence)>;

//! Whom the reading of results talks to.
struct ResultListener
{
    const TakeEvidence &take;
    const std::function<bool()> &isCancelled;
};

//! All files of a folder that quality tools wrote. Each is read once: what it says is evidence,
//! which is handed over and kept elsewhere; its checks are kept here as long as a file names them.
class ResultSet
{
public:
    //! What is known of a series of scans: a scan does not mention what it could not compute.
    struct Scanned
    {
        QStringList checks; //!< native ids
        QDateTime until; //!< time of the newest scan that was compared with those before it
    };

    using Series = QHash<QString, Scanned>;

    //! Reads those of \a files (results) below \a root that are new, all of them when \a again, and
    //! hands what they say to \a listener. \a known is what series() was when the program last
    //! looked; \a rulesOf gives the rules of a contract.
    [[nodiscard]] Result<void> read(const QString &root, const QList<const KnownFile *> &files,
                                    const Series &known, bool again,
                                    const datacontract::RulesOf &rulesOf,
                                    const ResultListener &listener);

    //! The names of the tables that the tools look at, as AssetNames has them.
    QSet<QString> assetNames() const;

    //! The checks and tables of all files. A table whose name only one asset of \a names has is
    //! another name of that (ruling 7). Checks of dbt are described by its manifest: where \a
    //! ofDbt, all its things, hold none of their package, they are checks of their own.
    QList<domain::Record> records(const QList<AssetNames> &names, const QSet<QString> &ofDbt) const;

    //! Freshness checks among \a ofDbt that the newest look of dbt left out: nothing is known of
    //! them since then.
    domain::Evidence leftOut(const QSet<QString> &ofDbt) const;

    const Series &series() const { return m_series; }

    //! Something could not be read that may be readable a moment later (isMomentary()).
    bool isToRepeat() const { return m_isToRepeat; }

    QList<domain::Finding> findings() const;

private:
    struct Said //!< by one file
    {
        FileState state;
        QStringList ids; //!< of its records
        QStringList tests; //!< of dbt
        QList<domain::Finding> findings;
    };

    class Reading;
    void forget(const QSet<QString> &paths);

    std::map<QString, Said> m_files; //!< by path
    std::map<QString, domain::Record> m_records; //!< by native id
    QHash<QString, dbt::SourceFreshness> m_looks; //!< the newest of each package of dbt
    Series m_series;
    bool m_isToRepeat = false;
};

} // namespace portolan::formats::workspace
