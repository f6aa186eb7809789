// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"

#include <QHash>
#include <QString>

#include <optional>

namespace portolan::formats::soda {

//! The metrics of one scan, by their identity.
class Metrics
{
public:
    explicit Metrics(const json::Json &scan);

    //! What \a check measures: "row_count", "missing_percent", "freshness", "schema", …; the
    //! check's own type where nothing else says so.
    QString nameOf(const json::Json &check) const;
    //! The rows that \a check looked at: counted by the same scan for the same table, where the
    //! check looks at all of it.
    std::optional<qint64> rowsOf(const json::Json &check) const;
    //! The rows that the count beside a percentage of \a check says.
    std::optional<qint64> countBeside(const json::Json &check) const;

private:
    struct Metric
    {
        QString name;
        std::optional<qint64> count;
    };

    QString m_prefix; //!< "metric-<definition>-"
    QHash<QString, Metric> m_byIdentity;
};

} // namespace portolan::formats::soda
