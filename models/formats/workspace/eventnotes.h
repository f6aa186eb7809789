// SPDX-License-Identifier: GPL-3.0-or-later
// What the events of a folder mean, as notes that the store keeps from pull to pull (ruling 11): a
// new start of the program reads on where the last one ended, instead of reading all events again.
#pragma once

#include "models/domain/finding.h"
#include "models/domain/pullnotes.h"
#include "models/formats/openlineage/fold.h"
#include "models/formats/workspace/listing.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace portolan::formats::workspace {

//! How far a file of events was read.
struct EventProgress
{
    FileState state;
    int number = 0; //!< of the file in the fold
    QByteArray start; //!< digest of its first bytes, which tells it from another file
    qint64 offset = 0; //!< behind the last line that was taken
    int line = 0; //!< number of that line
    bool isOpenEnded = false; //!< plain lines, which may grow
    QList<domain::Finding> findings;
};

//! How far each file was read, and what all of it means.
struct EventMemory
{
    std::unique_ptr<openlineage::Fold> fold;
    QHash<QString, EventProgress> progress; //!< by path
};

//! Keeps an EventMemory as notes.
class EventNotes
{
public:
    //! Asked for what was noted in pulls before.
    using Recall = std::function<Result<QHash<QString, QByteArray>>()>;

    //! What \a recall has; empty where that is nothing, damaged, or of another version.
    std::optional<EventMemory> recalled(const Recall &recall);

    //! What is to be noted of \a memory beside what was noted or recalled before. More than can be
    //! recalled in a moment is not kept, and read again instead.
    domain::PullNotes noted(const EventMemory &memory);

private:
    QHash<QString, QByteArray> m_known; //!< digests of what is noted, by key
};

} // namespace portolan::formats::workspace
