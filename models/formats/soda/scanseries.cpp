// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/soda/scanseries.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::soda {

ScanSeries::ScanSeries(const QHash<QString, QStringList> &known)
    : m_known(known)
{
}

QList<domain::CheckRun> ScanSeries::add(const Scan &scan)
{
    QList<domain::CheckRun> runs;
    if (!scan.at.isValid())
        return runs;
    auto &known = m_known[scan.series()];
    const QSet<QString> named(scan.checks.begin(), scan.checks.end());
    for (const auto &check : std::as_const(known)) {
        if (named.contains(check))
            continue;
        domain::CheckRun run;
        run.check = check;
        run.at = scan.at;
        run.runId = scan.runId;
        run.status = domain::RunStatus::Unknown;
        run.message = u"The scan did not evaluate this check."_s;
        runs.append(run);
    }
    const QSet<QString> before(known.begin(), known.end());
    for (const auto &check : scan.checks) {
        if (!before.contains(check))
            known.append(check);
    }
    return runs;
}

} // namespace portolan::formats::soda
