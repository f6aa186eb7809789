// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineage.h"
#include "models/formats/openlineage/columns.h"
#include "models/formats/openlineage/eventlines.h"
#include "models/formats/openlineage/identity.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace portolan::formats::openlineage {

//! When datasets were dropped: what leads to or from them ends there (rule 8).
class Drops
{
public:
    static constexpr Moment never = std::numeric_limits<Moment>::max();

    explicit Drops(const Identity &identity)
        : m_identity(identity)
    {
    }

    void add(const Name &dataset, Moment at);
    //! Puts the times in order; to be called before the questions below.
    void settle();

    bool isEmpty() const { return m_times.isEmpty(); }

    //! The first drop of \a dataset at or after \a at, or never.
    Moment next(const Name &dataset, Moment at) const;

private:
    const Identity &m_identity;
    QHash<Name, std::vector<Moment>> m_times;
};

//! One end of an edge.
struct End
{
    Name name;
    bool isJob = false;

    auto operator<=>(const End &) const = default;
};

//! The texts that edges hold; equal ones share their letters, since edges are many.
class EdgeTexts
{
public:
    //! \a files are the names by which places number them.
    explicit EdgeTexts(const QStringList &files)
        : m_files(files)
    {
    }

    //! The native id of \a end; empty for one without a name.
    QString id(const End &end);
    //! "file:line"
    QString place(const Place &place) const;

private:
    const QStringList &m_files;
    std::map<End, QString> m_ids;
};

//! Where and when something was seen to hold.
struct Sighting
{
    Moment at = 0;
    Place place;
    bool isDesign = false; //!< it is only said to be so, no run did it
};

//! Collects when each edge between whole things was seen, in any order, and tells when it held.
class EdgeTimes
{
public:
    explicit EdgeTimes(const Drops &drops)
        : m_drops(drops)
    {
    }

    //! It is known to end at \a until, if not before.
    void see(const End &source, const End &target, const Name &job, const Sighting &sighting,
             Moment until = Drops::never);
    //! By source, target and job.
    QList<domain::LineageEdge> edges(EdgeTexts &texts) const;

private:
    struct Key
    {
        End source;
        End target;
        Name job;
        Moment until = Drops::never; //!< what ends it: a drop, or the design that lacks it

        auto operator<=>(const Key &) const = default;
    };

    struct Span
    {
        Sighting first;
        Sighting last;
    };

    const Drops &m_drops;
    std::map<Key, Span> m_spans;
};

//! What one job said about the columns of one dataset, at one time.
struct ColumnFacet
{
    Sighting sighting;
    qint64 arrival = 0;
    Name output; //!< as the event calls it
    const StatedLineage *stated = nullptr; //!< equal facets share one
    Moment until = Drops::never; //!< when the job no longer writes the output
    QHash<Name, Moment> sourceUntil; //!< the same of what it reads; others have no end
};

//! The edges between columns of one dataset by one job (rule 5): each facet replaces the one
//! before.
QList<domain::LineageEdge> columnEdges(const Name &job, std::vector<ColumnFacet> facets,
                                       const Drops &drops, EdgeTexts &texts);

} // namespace portolan::formats::openlineage
