// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QDateTime>
#include <QString>

namespace portolan::demo {

//! What the tools of the demo mesh have found: files as dbt, Great Expectations, Soda,
//! datacontract-cli and OpenLineage write them, of the 120 days before the first start and of the
//! ordinary days after it. The same first start gives the same bytes.
class DemoResults
{
public:
    explicit DemoResults(const QDateTime &firstStart);

    //! Writes all that there was until \a until into the folder "quality" of \a mesh.
    [[nodiscard]] Result<void> write(const QString &mesh, const QDateTime &until) const;
    //! Adds to \a mesh what came between \a since, until when it is written, and \a until.
    [[nodiscard]] Result<void> add(const QString &mesh, const QDateTime &since,
                                   const QDateTime &until) const;
    //! By how many days the dates of the demo as it ships have to be moved.
    int shift() const;

private:
    QDateTime m_firstStart;
};

} // namespace portolan::demo
