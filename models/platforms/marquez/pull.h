// SPDX-License-Identifier: GPL-3.0-or-later
// How an account of Marquez is read.
//
// What there is comes from the lists, what it is made from comes from the events. The lists of
// Marquez tell lineage of its own making: a failed run makes edges, a job that starts loses them
// until it ends, columns only ever gain edges (platforms/marquez-openlineage.md, 5.1.1). The events
// are folded by the same code as those of files, so that the same mesh looks the same, whichever
// way it is read. Only of jobs of which no event tells, since events went or were none of a run,
// the server's own word counts.
//
// A sweep reads all events, then all jobs, then all datasets, each of the latter with its edges: a
// page is complete in itself, and a sweep that is stopped goes on at the page it was at, after it
// has read events and jobs again. Datasets come in pages of ten, since a page has the facets of ten
// and no more.
//
// Behind a sweep the feed of events is followed. A stretch of an hour before its position is read
// again each time, since producers choose the times of events. What is new touches datasets and
// jobs, which are asked for one by one, and is added to the fold of all events, which a session
// keeps in memory; a new session reads all events again, but only once there is news. What the
// feed cannot tell shows in its counts: a late event, an event without a run. Then and after some
// hours a sweep follows; tags, descriptions and deletions come with that.
#pragma once

#include "models/base/clock.h"
#include "models/formats/openlineage/fold.h"
#include "models/platforms/marquez/cursor.h"
#include "models/platforms/marquez/eventfeed.h"
#include "models/platforms/marquez/jobs.h"
#include "models/platforms/marquez/listwalk.h"
#include "models/platforms/platform.h"

#include <memory>

namespace portolan::platforms::marquez {

//! What a session knows of the events, from one pull to the next.
struct Memory
{
    std::unique_ptr<formats::openlineage::Fold> fold; //!< of all events; null: not read yet
};

//! One pull of one account.
class Pull
{
public:
    Pull(const Site &site, const Subscription &subscription, const Clock &clock,
         std::shared_ptr<net::HttpClient> http, Memory &memory, PageSink &sink);

    [[nodiscard]] Result<PullResult> run(const QByteArray &cursor, bool full);

private:
    using Edges = QHash<QString, QList<domain::LineageEdge>>; //!< by what they end in

    //! What events mean, ready to be handed over.
    struct Meaning
    {
        Edges edges;
        QHash<QString, QString> sameAs; //!< names of a thing that are not its first
        QSet<QString> apart; //!< datasets whose key would join them with one that differs in case
        QHash<QString, int> readers; //!< how many datasets are made from one
    };

    //! Events of a stretch, and what of them is new.
    struct Stretch
    {
        std::vector<std::pair<Moment, quint64>> digests;
        QSet<Name> datasets; //!< that new events name
        QSet<Name> jobs;
        QHash<Name, QString> parents; //!< of these jobs, by name
    };

    bool isSweepDue() const;
    qint64 sinceSweepMs() const;
    Meaning meaning();
    [[nodiscard]] Result<void> handOver(Page page);
    [[nodiscard]] Result<void> handOverEvidence(domain::Evidence evidence, qint64 sweep);
    [[nodiscard]] Result<void> handOverChecks(QList<domain::Record> checks, qint64 sweep);
    void addFindings(const QList<domain::Finding> &findings);
    void addJob(Page &page, const JobFacts &job);
    void complete(domain::Record &record, const Meaning &meaning) const;

    // A sweep (sweep.cpp).
    [[nodiscard]] Result<void> sweep(PullResult &result);
    void beginSweep();
    [[nodiscard]] Result<void> readEvents();
    [[nodiscard]] Result<void> sweepNamespaces();
    [[nodiscard]] Result<void> sweepTags();
    [[nodiscard]] Result<void> sweepJobs();
    [[nodiscard]] Result<void> sweepUnlistedJobs();
    [[nodiscard]] Result<void> learnUntold(const QList<JobFacts> &jobs);
    void nameAsTold(JobFacts &job) const;
    static bool learnFrom(const JobFacts &job, formats::openlineage::Fold &fold,
                          const QSet<size_t> &toldRuns);
    [[nodiscard]] Result<void> handOverJobEdges();
    [[nodiscard]] Result<void> sweepDatasets();
    [[nodiscard]] Result<void> sweepDatasetsOf(const QString &space);

    // Following the feed (delta.cpp), and what it touched (touched.cpp).
    class Touched;
    [[nodiscard]] Result<bool> follow(qint64 sweep);
    [[nodiscard]] Result<FeedRead> readStretch(Stretch &stretch);
    void take(Stretch &stretch, const Event &event) const;
    [[nodiscard]] Result<void> remember();
    [[nodiscard]] Result<void> fetchTouched(const Stretch &stretch, const Meaning &meaning,
                                            qint64 sweep);
    [[nodiscard]] Result<void> handOverTouched(const Stretch &stretch, Meaning meaning,
                                               qint64 sweep);
    [[nodiscard]] Result<void> moveOn(const FeedRead &read, const Stretch &stretch);

    const Site &m_site;
    const Subscription &m_subscription;
    const Clock &m_clock;
    Memory &m_memory;
    PageSink &m_sink;
    ApiCalls m_calls;
    Server m_server;
    EventFeed m_feed;
    Cursor m_cursor;
    domain::NamePairs m_apart; //!< what a person keeps apart
    QList<domain::Finding> m_findings;

    // Of a sweep.
    QHash<Name, bool> m_told; //!< jobs of events, and whether one of their runs ended
    QSet<size_t> m_toldRuns; //!< of events, by the hash of their ids
    Meaning m_meaning;
    QStringList m_spaces; //!< in order
    QStringList m_jobs; //!< native ids of those that the server has
    QSet<Name> m_listed; //!< jobs of events that the server lists
    qint64 m_things = 0;
};

} // namespace portolan::platforms::marquez
