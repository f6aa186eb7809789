// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineagegraph.h"
#include "models/store/entityreader.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUuid>

#include <utility>
#include <vector>

namespace portolan::store {

//! A name at the end of an edge, and what is known by it.
struct LineageEnd
{
    QUuid account;
    QString nativeId;
    qint64 entity = 0; //!< 0 when nothing is known by that name
};

//! Puts a graph together from edges between names: things that are one become one node, equal links
//! of one account one link, and everything is put in its order. Throws.
class LineageBuilder
{
public:
    explicit LineageBuilder(EntityReader &reader);

    int node(const LineageEnd &end);
    int job(const LineageEnd &end);
    int text(const QString &text);
    int transformation(const QByteArray &detail);
    qint16 account(const QUuid &account);

    void add(const domain::LineageLink &link) { m_graph.links.push_back(link); }

    std::vector<domain::LineageLink> &links() { return m_graph.links; }

    //! Numbers jobs, transformations and accounts in the order of what they are, so that nothing
    //! depends on which came first. To be called when all links are there; take() does.
    void orderWays();

    //! The graph, with everything that is to be known about its nodes.
    domain::LineageGraph take();

private:
    using Key = std::pair<qint64, QString>; //!< the entity, or 0 and the name

    Key keyOf(const LineageEnd &end) const;
    void describe();
    void addProducts();
    void addProductOf(qint64 product, const QUuid &id);
    void addProductsOfPorts();
    void unite();
    void sort();

    EntityReader &m_reader;
    domain::LineageGraph m_graph;
    std::vector<qint64> m_entities; //!< of each node
    QHash<Key, int> m_nodes;
    QHash<Key, int> m_jobs;
    QHash<QString, int> m_texts;
    QHash<QByteArray, int> m_transformations;
    QHash<QUuid, qint16> m_accounts;
};

} // namespace portolan::store
