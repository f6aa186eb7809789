// SPDX-License-Identifier: GPL-3.0-or-later
// The lineage of a mesh in dense lists: what the store reads in one go, and what graphs are built
// from. A million edges are some 60 MB.
#pragma once

#include "models/domain/entitykind.h"
#include "models/domain/lineage.h"
#include "models/domain/quality.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

namespace portolan::domain {

//! How many may use a thing now, and how many wait for it: what is agreed about a port, about all
//! ports of a product, or about those that show an asset.
struct LineageAccess
{
    int active = 0; //!< agreements in force
    int expiring = 0; //!< those of them that end soon and are not renewed
    int pending = 0; //!< ports that are asked for, and not decided about

    bool isEmpty() const { return active == 0 && pending == 0; }

    LineageAccess &operator+=(const LineageAccess &other)
    {
        active += other.active;
        expiring += other.expiring;
        pending += other.pending;
        return *this;
    }

    bool operator==(const LineageAccess &) const = default;
};

//! One thing in the graph. What is only named by an edge, and described by nobody, is not known: it
//! has a name and nothing else.
struct LineageNode
{
    QUuid id;
    QString nativeId;
    EntityKind kind = EntityKind::Asset;
    QString type;
    QString name;
    QString title;
    QString status;
    QString classification;
    QString owner; //!< name of who answers for it; empty when nobody does
    QUuid product; //!< that it belongs to; null when there is none
    int domain = 0; //!< index into LineageGraph::domains
    bool isKnown = true;
    std::optional<SloState> slo; //!< worst of its service levels; empty when it has none known
    qint64 updated =
        0; //!< UTC milliseconds, when its data were last seen to be new; 0: nobody told
    LineageAccess access; //!< as known now

    //! What a person reads as its name.
    const QString &label() const { return title.isEmpty() ? name : title; }

    bool operator==(const LineageNode &) const = default;
};

//! What makes one thing from another.
struct LineageJob
{
    QUuid id;
    QString nativeId;
    QString name;

    bool operator==(const LineageJob &) const = default;
};

//! How an edge differs between two dates.
enum class LineageChange : quint8 {
    None,
    Added,
    Removed,
    Changed //!< the same two ends, but another job or transformation
};

//! An edge of the graph, all members indexes into its lists; -1 is none.
struct LineageLink
{
    int source = 0; //!< node
    int target = 0; //!< node
    int sourceField = -1; //!< text
    int targetField = -1; //!< text
    int job = -1; //!< job
    int transformation = -1;
    qint16 account = 0; //!< account; -1 for a bridge
    bool isBridge = false; //!< nobody states it: it stands for ways through what a filter left out
    LineageLevel level = LineageLevel::Dataset;
    LineageChange change = LineageChange::None;
    qint64 validFrom = 0; //!< UTC milliseconds; 0 when not known
    qint64 validTo = 0; //!< 0 while it holds
    qint64 lastSeen = 0; //!< 0 for what is only declared

    bool operator==(const LineageLink &) const = default;
};

//! The lineage of a mesh at one time, or the difference between two. Things that are one (ruling 7)
//! are one node, and an edge that all their accounts state stands in it once for each account.
//! Nodes are in nativeId order; links by source, target and fields.
struct LineageGraph
{
    std::vector<LineageNode> nodes;
    std::vector<LineageLink> links;
    QList<LineageJob> jobs;
    QList<QStringList> domains{QStringList()}; //!< the first is "no domain"
    QList<Transformation> transformations;
    QStringList texts; //!< paths of fields
    QList<QUuid> accounts;
    QHash<QUuid, QString> products; //!< what a person reads as the name of each
    QHash<QUuid, QString> productStatuses; //!< of those that have one, as the source has it
    QDateTime at; //!< UTC

    //! The node with our id \a id, or -1; looks at each.
    int indexOf(const QUuid &id) const;

    //! The path at \a text, or empty for -1.
    QString textAt(int text) const { return text < 0 ? QString() : texts.at(text); }

    bool operator==(const LineageGraph &) const = default;
};

} // namespace portolan::domain
