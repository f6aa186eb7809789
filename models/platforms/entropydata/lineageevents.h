// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenLineage events that pipelines sent to the platform, which keeps them for 90 days, and
// what they mean: datasets and jobs with their lineage, between columns as well, folded by the same
// code as those of files. Two facets of the vendor link them to what it has: "entropy_data" of a
// run names the product that it works for, "entropy_data" of a dataset the asset that it is.
#pragma once

#include "models/domain/finding.h"
#include "models/domain/namepairs.h"
#include "models/domain/record.h"
#include "models/formats/openlineage/fold.h"
#include "models/net/httpresponse.h"
#include "models/platforms/entropydata/names.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace portolan::platforms::entropydata {

//! Gathers events, page after page, and says what they mean together. Which page they stand on and
//! in which order does not count, nor that one is told twice.
class LineageEvents
{
public:
    //! Datasets and assets whose ids are in \a apart are two, whatever events say.
    LineageEvents(const Portal &portal, const domain::NamePairs &apart);

    //! Takes the events of an answer, and says how many were not told before; an error where it is
    //! no list.
    [[nodiscard]] Result<qint64> take(const net::HttpResponse &response);

    qint64 count() const { return qint64(m_seen.size()); }

    //! Events that were left out, and why.
    const QList<domain::Finding> &findings() const { return m_findings; }

    //! The datasets and jobs, without jobs that work for products of which none is one that \a
    //! isKept names by its id, and without datasets that such jobs alone use.
    QList<domain::Record> records(const std::function<bool(const QString &product)> &isKept) const;

private:
    using Name = formats::openlineage::Name;

    //! What is known of a job beside what the fold knows.
    struct Job
    {
        QSet<QString> products; //!< that it works for, by their ids
        QSet<Name> used; //!< datasets
        QSet<Name> made;
    };

    void note(const formats::openlineage::Event &event);
    int placeOf(const formats::openlineage::Event &event);
    void link(domain::Record &record, const formats::openlineage::FoldedDataset &dataset) const;
    QSet<Name> left(const QSet<Name> &jobs) const;

    Portal m_portal;
    domain::NamePairs m_apart;
    formats::openlineage::Fold m_fold;
    QStringList m_files; //!< pages, as the fold counts them
    QHash<QString, int> m_places; //!< their numbers, by product
    QHash<Name, Job> m_jobs;
    QSet<quint64> m_seen; //!< digests of events
    QList<domain::Finding> m_findings;
};

//! Tells what \a record says from anything else that it might say.
QString digestOf(const domain::Record &record);

} // namespace portolan::platforms::entropydata
