// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagesource.h"

#include <memory>

namespace portolan::tests {

using LineageGraphPtr = std::shared_ptr<const domain::LineageGraph>;

//! Some forty things of five domains around order_events, with columns between a few of them, a job
//! and a masked column.
domain::LineageGraph orderLineage();

//! \a nodes things in ten domains and products of five, each made of one to three others, mostly of
//! their own domain. The same on every machine.
domain::LineageGraph meshLineage(int nodes, quint32 seed = 1);

//! The node called \a name, or -1.
int nodeNamed(const domain::LineageGraph &graph, const QString &name);

//! Answers from one graph, at once.
class SampleLineage : public items::LineageSource
{
    Q_OBJECT

public:
    explicit SampleLineage(domain::LineageGraph graph);

    domain::LineageGraph graph;
    QHash<QUuid, QList<domain::Field>> schemas; //!< of others the fields are those of their links
    bool cannotReadFields = false;
    bool knowsNoFacts = false;
    int questions = 0;

    QFuture<Result<domain::LineageGraph>> lineage(const store::LineageRequest &request) override;
    //! The graph with a link added, one removed and one changed.
    QFuture<Result<domain::LineageGraph>> changes(const QDateTime &from, const QDateTime &to,
                                                  const store::LineageRequest &request) override;
    QFuture<Result<QList<store::LineageFact>>> facts(const QUuid &source,
                                                     const QUuid &target) override;
    //! Entities as far as the graph knows them.
    QFuture<Result<items::LineageNames>> names(const QList<QUuid> &ids) override;
    QFuture<Result<QList<domain::Field>>> fields(const QUuid &asset) override;
};

} // namespace portolan::tests
