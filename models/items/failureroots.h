// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagereach.h"
#include "models/items/qualityvalues.h"
#include "models/lineage/failures.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QUuid>

#include <memory>
#include <vector>

namespace portolan::items {

//! Something that fails, or of which nothing is known any more.
struct Failing
{
    QUuid asset;
    QString name;
    QString dimension;
    QDateTime since; //!< UTC; null when not known
    bool isUnknown = false;

    bool operator==(const Failing &) const = default;
};

//! Groups what fails by where it begins (ruling 20): a root has nothing failing upstream of it that
//! can be its cause. What began to fail more than a day after something is no cause of it; within a
//! day it may be, since checks do not all run at the same time.
class FailureRoots
{
public:
    //! \a mesh may be null: then everything is its own root. Of an asset that fails twice the
    //! earlier counts.
    FailureRoots(LineageMeshPtr mesh, const QList<Failing> &failing);

    //! The roots, most affected first, of those the one that fails, then the earlier.
    QList<FailureRoot> roots() const;
    //! The nearest root of \a asset; the asset itself when nothing upstream fails.
    QUuid rootOf(const QUuid &asset) const;

private:
    FailureRoot rootAt(const Failing &failing) const;
    lineage::NodeIndex nearestCause(lineage::NodeIndex node, const QDateTime &since,
                                    const QSet<lineage::NodeIndex> &known) const;
    const Failing &failingAt(lineage::NodeIndex node) const;

    LineageMeshPtr m_mesh;
    QList<Failing> m_failing; //!< each asset once
    QHash<QUuid, qsizetype> m_at; //!< into m_failing
    QHash<QUuid, lineage::NodeIndex> m_nodes; //!< of what fails
    std::vector<std::uint8_t> m_marks;
    std::unique_ptr<lineage::FailureOrigins> m_origins;
};

//! What fails now: assets by the newest runs of their checks, and by service levels that are bad
//! at this moment; then what nothing is known about although something is promised.
QList<Failing> failingNow(const QList<store::CheckRow> &checks, const QList<ServiceLevel> &levels);

} // namespace portolan::items
