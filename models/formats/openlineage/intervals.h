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
#include <tuple>
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

    //! Whether \a dataset was ever dropped.
    bool concern(const Name &dataset) const
    {
        return !m_times.isEmpty() && m_times.contains(m_identity.canonical(dataset));
    }

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

inline size_t qHash(const End &end, size_t seed = 0)
{
    return qHash(end.name, seed + size_t(end.isJob));
}

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
    QString place(const Place &place);

private:
    const QStringList &m_files;
    Place m_lastPlace; //!< the edges of one run stand together, and at one place
    QString m_lastPlaceText;
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
    using EndNumber = quint32; //!< index into the ends

    // A run makes an edge of each pair of its ends, so an edge holds the numbers of names.
    struct Key
    {
        EndNumber source = 0;
        EndNumber target = 0;
        EndNumber job = 0;
        Moment until = Drops::never; //!< what ends it: a drop, or the design that lacks it

        auto operator<=>(const Key &) const = default;
    };

    struct Span
    {
        Sighting first;
        Sighting last;
    };

    EndNumber numberOf(const End &end);
    //! The edges in the order of the names of their ends and jobs.
    std::vector<const std::pair<const Key, Span> *> ordered() const;

    const Drops &m_drops;
    QHash<End, EndNumber> m_numbers;
    std::vector<End> m_ends; //!< by number
    std::map<Key, Span> m_spans;
};

//! What one job said about the columns of one dataset, at one time.
struct ColumnFacet
{
    Sighting sighting;
    //! Which of several in one run counts: what the facet lineage spells out before columnLineage,
    //! then the event of the latest time, then the one that came last. One dataset may be called
    //! several names there, so this is asked of all of them together.
    std::tuple<bool, Moment, qint64> weight;
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
