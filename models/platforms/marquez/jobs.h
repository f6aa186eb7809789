// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/platforms/marquez/catalogue.h"

#include <optional>

namespace portolan::platforms::marquez {

//! A run of a job, as the server tells it.
struct RunFacts
{
    QString id;
    QString state; //!< NEW, RUNNING, COMPLETED, FAILED or ABORTED
    std::optional<formats::openlineage::Moment> ended;
    QList<Name> inputs;
    QList<Name> outputs;
    QString problem; //!< one line of the facet errorMessage

    bool isOver() const { return ended && (hasFailed() || state == u"COMPLETED"); }

    bool hasFailed() const { return state == u"FAILED" || state == u"ABORTED"; }
};

//! A job. Its record says nothing about lineage.
struct JobFacts
{
    Name name;
    domain::Record record;
    QList<Name> inputs;
    QList<Name> outputs;
    std::optional<formats::openlineage::Moment> created;
    QList<RunFacts> runs; //!< up to ten, the newest first
    //! What its producer may have called it: Marquez puts the name of a parent before it.
    QString simpleName;
    bool hasParent = false;

    //! Makes it the job that events call \a eventName: the id of its record is that name.
    void callAs(const Name &eventName);
};

//! The name of the job that the run of \a event is a part of, or empty.
QString parentOf(const formats::openlineage::Event &event);

[[nodiscard]] Result<Listed<JobFacts>> jobsIn(const net::HttpResponse &response, const Site &site);
//! Of a single job.
[[nodiscard]] Result<Listed<JobFacts>> jobIn(const net::HttpResponse &response, const Site &site);
//! Of a single run, or a Protocol error.
[[nodiscard]] Result<RunFacts> runIn(const net::HttpResponse &response);

//! Whether runs of a job end well, as a check of what it writes: an incident is derived from it.
struct RunCheck
{
    domain::Record check;
    QList<domain::CheckRun> runs;
};

//! The check of \a job, where one of the runs that the server shows has failed; else nothing. A job
//! that runs well needs no check beside its others.
std::optional<RunCheck> runCheckOf(const JobFacts &job);

//! What \a job read and wrote, as events: for a job of which no event tells. Its runs that
//! completed; without any run what it is declared to do.
QList<formats::openlineage::Event> eventsOf(const JobFacts &job);

} // namespace portolan::platforms::marquez
