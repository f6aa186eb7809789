// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/search/part.h"
#include "models/store/search/segmentbuilder.h"

#include <QString>

#include <algorithm>
#include <optional>

namespace portolan::store {

//! The most memory that documents take on their way into the index, about, in bytes.
inline constexpr std::size_t mostHeld = std::size_t{12} * 1024 * 1024;

//! Takes in any number of documents in bounded memory: whenever they have filled it they become a
//! segment on the disk, to be merged with the others.
class SegmentRuns
{
public:
    //! \a file tells the folder; without one, all stays in memory.
    explicit SegmentRuns(QString file, std::size_t most = mostHeld);

    //! No two documents may have one rowid. False once one could not be taken in.
    bool add(const IndexDocument &document);
    //! The segments, in the order in which they came. To be called once.
    [[nodiscard]] Result<Parts> finish();

    //! The most bytes that documents ever took in memory at once.
    std::size_t largestHeld() const { return m_largestHeld; }

private:
    void close();

    QString m_file;
    std::size_t m_most;
    std::size_t m_largestHeld = 0;
    SegmentBuilder m_builder;
    Parts m_parts;
    std::optional<Error> m_error;
};

//! What \a write writes, on the disk beside \a file where it is large, else in memory. \a bytes
//! is about what it takes.
[[nodiscard]] Result<std::shared_ptr<const Segment>>
keptSegment(const QString &file, std::size_t bytes,
            const std::function<Result<void>(QIODevice &)> &write);

} // namespace portolan::store
