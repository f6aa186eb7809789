// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace portolan::domain {

//! What an edge leads from and to. The numbers are stored: never renumber.
enum class LineageLevel {
    Dataset = 1, //!< from one dataset, port or dashboard to another
    Field = 2, //!< from a column to a column
    Job = 3 //!< from a dataset to the job that reads it, or from a job to what it writes
};

//! How a column comes from another (OpenLineage, ColumnLineageDatasetFacet 1-2-0); empty members
//! are not known.
struct Transformation
{
    QString type; //!< "DIRECT" or "INDIRECT", or the source's own word
    QString subtype; //!< "IDENTITY", "AGGREGATION", "FILTER", …
    QString description; //!< in words or as code, as written
    std::optional<bool> masking; //!< whether it hides the value

    bool isEmpty() const { return *this == Transformation(); }

    bool operator==(const Transformation &) const = default;
};

//! What one account says about what something is made from. Names are native ids of that account,
//! which need not be known otherwise. Times are UTC.
struct LineageEdge
{
    LineageLevel level = LineageLevel::Dataset;
    QString source;
    QString target;
    QString sourceField; //!< path of a field; empty at the other levels
    QString targetField; //!< empty as well when the source shapes every row of the target
    QString job; //!< what makes the target from the source; empty when nobody says
    Transformation transformation;
    QDateTime validFrom; //!< since when, as far as the source tells; null when it does not
    QDateTime validTo; //!< until when; null while it holds
    QDateTime lastSeen; //!< when the source last saw it happen; null for what is only declared
    QString evidence; //!< how it is known: "run", "design", "dbt", "contract", "port" or "product"
    QString place; //!< file:line of the source

    //! Whether both are the same arrow; what the source says about its times does not count.
    bool isSameArrow(const LineageEdge &other) const;

    bool operator==(const LineageEdge &) const = default;
};

//! All that one account says about what one thing is made from, told apart from its record.
struct LineageOf
{
    QString nativeId;
    QList<LineageEdge> lineage; //!< each ends in it

    bool operator==(const LineageOf &) const = default;
};

} // namespace portolan::domain
