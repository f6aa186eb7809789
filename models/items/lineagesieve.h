// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/query.h"
#include "models/items/lineagechoice.h"
#include "models/items/lineagereach.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <functional>
#include <optional>

namespace portolan::items {

//! What a filter leaves of a lineage, and how much there was of it.
struct SievedLineage
{
    LineageMeshPtr mesh;
    qsizetype shown = 0; //!< things of the choice
    qsizetype total = 0; //!< things of the choice as it is without the filter
};

//! What \a query leaves of \a whole, and the root of \a choice whatever it is. Any thread.
SievedLineage sievedLineage(const std::shared_ptr<const domain::LineageGraph> &whole,
                            const domain::Query &query, const LineageChoice &choice);

//! Holds the lineage that was read last, and filters it in the pool. Lives in the GUI thread.
class LineageSieve : public QObject
{
    Q_OBJECT

public:
    //! Called in the GUI thread with what was asked for last.
    using Take = std::function<void(const SievedLineage &sieved)>;

    using QObject::QObject;

    void setLineage(domain::LineageGraph graph);

    //! Everything that was read; null before.
    const std::shared_ptr<const domain::LineageGraph> &whole() const { return m_whole; }

    //! Filters what was read for \a take; what was asked for before and is not there yet is
    //! dropped.
    void sift(const domain::Query &query, const LineageChoice &choice, Take take);

    //! Drops what was asked for and is not there yet.
    void giveUp();

    bool isSifting() const { return m_isSifting; }

    //! What may stand behind \a key in a filter of what was read, each as it has to be written.
    //! Nothing until that is gathered, which is begun here: then valuesGathered() says so.
    QStringList valuesOf(const QString &key);

Q_SIGNALS:
    void valuesGathered();

private:
    std::shared_ptr<const domain::LineageGraph> m_whole;
    quint64 m_question = 0;
    bool m_isSifting = false;
    QHash<QString, std::optional<QStringList>> m_values; //!< by key; none: being gathered
    quint64 m_edition = 0; //!< of what was read: values of an earlier one are dropped
};

} // namespace portolan::items
