// SPDX-License-Identifier: GPL-3.0-or-later
// Records with lineage, and the lineage of a store as text: one line for each edge.
#pragma once

#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

namespace portolan::tests {

inline const QUuid files(QStringLiteral("11111111-0000-4000-8000-000000000001"));
inline const QUuid hub(QStringLiteral("22222222-0000-4000-8000-000000000002"));

inline QDateTime day(int number)
{
    return QDateTime(QDate(2026, 1, number), QTime(0, 0), Qt::UTC);
}

inline domain::LineageEdge edgeFrom(const QString &source, const QString &job = {}, int since = 1)
{
    domain::LineageEdge edge;
    edge.source = source;
    edge.job = job;
    edge.validFrom = day(since);
    edge.evidence = QStringLiteral("run");
    return edge;
}

inline domain::LineageEdge column(const QString &source, const QString &from, const QString &to)
{
    auto edge = edgeFrom(source);
    edge.level = domain::LineageLevel::Field;
    edge.sourceField = from;
    edge.targetField = to;
    edge.transformation = {QStringLiteral("DIRECT"), QStringLiteral("IDENTITY"),
                           QStringLiteral("copied"), true};
    return edge;
}

inline domain::LineageEdge ofJob(const QString &source, const QString &job)
{
    auto edge = edgeFrom(source, job);
    edge.level = domain::LineageLevel::Job;
    return edge;
}

inline domain::Record table(const QString &nativeId, QList<domain::LineageEdge> edges = {},
                            const QString &key = {})
{
    auto record = simple(domain::EntityKind::Asset, nativeId);
    record.datasetKey = key;
    for (auto &edge : edges)
        edge.target = nativeId;
    record.lineage = std::move(edges);
    return record;
}

//! "source[.field] -> target[.field] [job] [change]", in the order of the graph.
inline QStringList linesOf(const domain::LineageGraph &graph)
{
    QStringList lines;
    for (const auto &link : graph.links) {
        const auto end = [&](int node, int field) {
            const auto &name = graph.nodes.at(std::size_t(node)).nativeId;
            return field < 0 ? name : QString(name + u'.' + graph.textAt(field));
        };
        QString line = end(link.source, link.sourceField) + QStringLiteral(" -> ")
            + end(link.target, link.targetField);
        if (link.job >= 0)
            line += QStringLiteral(" by ") + graph.jobs.at(link.job).nativeId;
        static const QStringList changes{
            {}, QStringLiteral(" added"), QStringLiteral(" removed"), QStringLiteral(" changed")};
        lines.append(line + changes.at(int(link.change)));
    }
    return lines;
}

inline QStringList now(StoreFixture &store, const store::LineageRequest &request = {})
{
    return linesOf(StoreFixture::value(store->lineage(request)));
}

inline QStringList at(StoreFixture &store, const QDateTime &when)
{
    store::LineageRequest request;
    request.at = when;
    request.fields = true;
    return now(store, request);
}

inline const store::LineageRequest withFields{.fields = true};
inline const store::LineageRequest withJobs{.jobs = true};

} // namespace portolan::tests
