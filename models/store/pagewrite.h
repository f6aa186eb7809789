// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineage.h"
#include "models/domain/pullnotes.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <atomic>
#include <memory>
#include <optional>

namespace portolan::store {

//! A page to write: what one account says, in one transaction with the search index's entries.
struct PageWrite
{
    QUuid account;
    QList<domain::Record> records;
    QStringList removed; //!< native ids
    bool former = false; //!< earlier states, for the history; what is so now comes in a later page
    domain::Evidence evidence; //!< kept for good; what is told twice counts once
    bool isLineageApart = false; //!< the records say nothing about lineage: what is stored stays
    QList<domain::LineageOf> lineage; //!< of records that are stored; of others it is dropped
    qint64 sweep = 0; //!< that saw the records, from 1; 0 outside of one
    std::optional<QByteArray> cursor; //!< where a pull goes on that is stopped behind this page
    domain::PullNotes notes; //!< of the adapter, for its later pulls
    //! Shared by the pages of one pull: once one of them was not written, those behind it are
    //! refused, or their cursors would lead past what is missing. Null: the page is alone.
    std::shared_ptr<std::atomic<bool>> isBroken;
};

//! What a write changed. A record equal to the stored one is unchanged and not written.
struct WriteCounts
{
    int added = 0;
    int changed = 0;
    int removed = 0;
    int unchanged = 0;

    WriteCounts &operator+=(const WriteCounts &other);
    bool operator==(const WriteCounts &) const = default;
};

} // namespace portolan::store
