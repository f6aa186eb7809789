// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/json/value.h"
#include "models/formats/openlineage/eventtime.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QList>
#include <QString>

#include <compare>
#include <optional>
#include <utility>

namespace portolan::formats::openlineage {

//! The name of a dataset or job: its namespace and its name in it, both as written.
struct Name
{
    QString space;
    QString name;

    bool isEmpty() const { return name.isEmpty(); }

    std::strong_ordering operator<=>(const Name &other) const;
    bool operator==(const Name &) const = default;
};

size_t qHash(const Name &name, size_t seed = 0);

//! "dataset:<namespace>:<name>"
QString datasetId(const Name &name);
//! "job:<namespace>:<name>"
QString jobId(const Name &name);
//! The name in an object with the members namespace and name; an empty one when it has none.
Name nameIn(const json::Json &object);

//! What an event says happened (RunEvent.eventType); a job or dataset event has Other.
enum class EventType { Start, Running, Complete, Fail, Abort, Other };

//! A dataset in an event. Facets are views into the event and live as long as its parser keeps it.
struct EventDataset
{
    Name name;
    QList<std::pair<QByteArray, json::Json>> facets; //!< of the dataset and of its place in the run
};

//! One event (OpenLineage 2-0-2) of any of the three kinds.
struct Event
{
    enum class Kind { Run, Job, Dataset };

    Kind kind = Kind::Run;
    EventType type = EventType::Other;
    Moment time = 0;
    QString runId;
    Name job;
    QList<std::pair<QByteArray, json::Json>> runFacets;
    QList<std::pair<QByteArray, json::Json>> jobFacets;
    QList<EventDataset> inputs;
    QList<EventDataset> outputs;
    std::optional<EventDataset> dataset; //!< of a dataset event
    int nameless = 0; //!< datasets without a name, which are left out
};

//! Why an object is no event, in words, or the event.
struct ReadEvent
{
    std::optional<Event> event;
    QString problem;
};

//! Reads \a object. Unknown members and facets are kept or passed over, never refused.
ReadEvent readEvent(const json::Json &object);

//! Whether \a object was meant to be an event, by its members.
bool looksLikeEvent(const json::Json &object);

} // namespace portolan::formats::openlineage
