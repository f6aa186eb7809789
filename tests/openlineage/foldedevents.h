// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/openlineage/fold.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::tests {

//! What lines of events mean, and what was wrong with them.
struct FoldedLines
{
    formats::openlineage::Folded folded;
    QList<domain::Finding> findings;
};

//! Folds \a lines as the file "events.ndjson".
FoldedLines foldLines(const QByteArrayList &lines);

//! A run event: \a inputs and \a outputs are names in the namespace "db"; an output may be a whole
//! JSON object instead.
QByteArray runEvent(const QString &time, const QString &type, const QString &run,
                    const QString &job, const QStringList &inputs, const QStringList &outputs);

//! The edges that hold, one line each: "level source[.field] -> target[.field] job", sorted; names
//! without namespace.
QStringList edgesThatHold(const formats::openlineage::Folded &folded);
//! The same with the times from and to of each, also of those that no longer hold.
QStringList spansOf(const formats::openlineage::Folded &folded);

//! How many edges there are once names that mean one thing are one: between datasets, between
//! datasets and jobs, between columns; and how many datasets.
struct FoldCounts
{
    int edges = 0;
    int jobEdges = 0;
    int columns = 0;
    int datasets = 0;

    bool operator==(const FoldCounts &) const = default;
};

//! Canonical texts as the second reading prints them.
struct CanonicalLists
{
    QStringList datasets;
    QStringList jobEdges;
    QStringList edges;
    QStringList columns;
};

CanonicalLists canonicalLists(const formats::openlineage::Folded &folded);
FoldCounts countsOf(const formats::openlineage::Folded &folded);

} // namespace portolan::tests
