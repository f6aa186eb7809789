// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/lineage.h"
#include "models/domain/namepairs.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/formats/openlineage/assertions.h"
#include "models/formats/openlineage/columns.h"
#include "models/formats/openlineage/event.h"
#include "models/formats/openlineage/eventlines.h"
#include "models/formats/openlineage/identity.h"
#include "models/formats/openlineage/toldtests.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <compare>
#include <limits>
#include <map>
#include <memory>
#include <optional>

namespace portolan::formats::openlineage {

//! When a fact was stated: of two, the later counts, and of two at one time the one that came last.
struct Stamp
{
    Moment time = 0;
    qint64 arrival = -1; //!< -1: never

    auto operator<=>(const Stamp &) const = default;
};

//! What the newest event that has a facet says in it.
struct KeptFacet
{
    Stamp stamp;
    QByteArray json; //!< UTF-8, without user names and passwords in addresses
};

using KeptFacets = std::map<QByteArray, KeptFacet>;

//! What the events say about one dataset, under one of its names.
struct FoldedDataset
{
    Name name;
    Name canonical; //!< that events mean by it, also where a person keeps them apart
    KeptFacets facets; //!< that hold now, by their name
    Place place; //!< of the newest event that names it
    std::optional<Moment> written; //!< when it was last written
    std::optional<Moment> dataUntil; //!< up to when the data of that run reach (nominalTime)
    bool dropped = false; //!< it is gone, and was not written since
};

//! What the events say about one job.
struct FoldedJob
{
    Name name;
    KeptFacets facets;
    Place place;
    EventType state = EventType::Other; //!< of the run whose end is the latest
    std::optional<Moment> ended;
    bool hasData = false; //!< some event of it names a dataset
};

//! What all events together mean.
struct Folded
{
    QList<FoldedDataset> datasets; //!< by name
    QList<FoldedJob> jobs; //!< by name
    QList<domain::LineageEdge> edges; //!< also those that no longer hold; between names as written
    QList<domain::Finding> findings; //!< what was left out, and where
    int runs = 0;
};

//! Makes lineage of events. The outcome does not depend on the order in which they come, but for
//! events of the same time; an event that comes twice changes nothing. One thread at a time.
class Fold
{
public:
    //! Numbers \a file, for the places of what follows.
    int addFile(const QString &file);
    void add(const Event &event, const Place &place);

    //! Datasets whose ids are in \a pairs are two, whatever symlinks and renames say: rules are
    //! applied to each of them alone. What the events say of their names stays as it is.
    void setApart(const domain::NamePairs &pairs) { m_apart = pairs; }

    Folded result() const;

    //! What the events are evidence of: results of assertions and tests, updates of datasets, and
    //! until when they were observed. Only runs of which something was added since the last call,
    //! and those whole; all of it the first time.
    domain::Evidence takeEvidence();
    //! The checks that assertions and tests are, by native id. What they are about need not be
    //! among the datasets of result(), when only tests name it.
    QList<domain::Record> checks() const;

private:
    friend class FoldArchive;

    struct Use //!< of a dataset by a run
    {
        Stamp columnsAt;
        QByteArray columns; //!< the facet columnLineage
        Stamp statedAt;
        QByteArray stated; //!< the facet lineage
        Stamp changedAt;
        Moment firstAt = std::numeric_limits<Moment>::max(); //!< the first event that names it
        bool dropped = false;
        std::map<Stamp, QByteArray> columnsWhileRunning; //!< the facet columnLineage of such events
    };

    // Runs are many and have few datasets each: a QHash would take some kilobytes for the first.
    using Uses = std::map<Name, Use>;

    struct Run
    {
        Name job;
        QString parent; //!< runId of the run that it is a part of
        bool isDesign = false; //!< of a job or dataset event
        bool isNews = false; //!< it was added to since the last hand-over of evidence
        Stamp endedAt;
        EventType end = EventType::Other;
        Place endPlace;
        Moment firstRunning = std::numeric_limits<Moment>::max();
        Stamp runningAt;
        Place runningPlace;
        Stamp statedAt;
        QByteArray stated; //!< the facet lineage of the job
        Stamp nominalAt;
        std::optional<Moment> nominalEnd;
        Uses inputs;
        Uses outputs;
    };

    struct Thing //!< a dataset or job
    {
        KeptFacets facets;
        Stamp seenAt;
        Place place;
    };

    // What a job or dataset event states is whole, and is kept as a run of its own, by its time:
    // which of it held when shows only beside the others.
    using Designs = std::map<Moment, Run>;

    class Settling;
    class Gathering;

    void addRun(Run &run, const Event &event, const Stamp &stamp, const Place &place);
    QByteArray columnFacet(const json::Json &facet);
    void addUse(Uses &uses, const EventDataset &dataset, const Stamp &stamp, EventType type);
    static Run withFormerFacets(const Run &design, Run &former);
    void addThing(Thing &thing, const QList<std::pair<QByteArray, json::Json>> &facets,
                  const Stamp &stamp, const Place &place);
    static Name testedBy(const Run &run);
    static ToldTests::Uses usesOf(const Run &run);
    static QString familyOf(const QString &id, const Run &run);
    ToldTests tests(bool onlyOfNews) const;
    bool isTest(const Name &job) const;
    QSet<Name> onlyOf(const QSet<Name> &tests) const;
    static KeptFacets shown(const KeptFacets &facets);
    void addIdentity(const EventDataset &dataset);
    Identity identity(const domain::NamePairs &apart) const;
    QByteArray shared(const json::Json &facet);

    //! Equal names share their letters.
    Name shared(const Name &name) { return *m_names.insert(name); }

    QStringList m_files;
    qint64 m_arrivals = 0;
    Moment m_newest = std::numeric_limits<Moment>::min(); //!< of all events
    Assertions m_assertions;
    QHash<QString, Run> m_runs; //!< by runId
    QHash<Name, Designs> m_designs; //!< by job
    QHash<Name, Designs> m_statements; //!< of dataset events, by dataset
    QHash<Name, Thing> m_datasets;
    QHash<Name, Thing> m_jobs;
    Identity m_identity;
    domain::NamePairs m_apart;
    QSet<Name> m_names;
    QSet<QString> m_parents; //!< runIds that many runs name, each once
    QSet<QByteArray> m_texts; //!< facets that many runs repeat, each once
};

} // namespace portolan::formats::openlineage
