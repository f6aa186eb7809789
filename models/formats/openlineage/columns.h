// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lineage.h"
#include "models/formats/json/value.h"
#include "models/formats/openlineage/event.h"

#include <QList>
#include <QString>

namespace portolan::formats::openlineage {

//! A column of a dataset that goes into a column, or into every row, of another one.
struct ColumnSource
{
    Name source;
    QString sourceField;
    QString column; //!< of the target; empty when it shapes every row
    domain::Transformation transformation; //!< of several, all in one

    bool operator==(const ColumnSource &) const = default;
};

//! What goes into one dataset or job, as far as a facet spells it out.
struct StatedLineage
{
    QList<ColumnSource> columns;
    QList<Name> datasets; //!< as a whole
    QList<Name> jobs; //!< that make it
};

//! The facet columnLineage (1-2-0, and the older form with one transformation for each column).
StatedLineage columnLineageIn(const json::Json &facet);
//! The facet lineage (1-0-0) of a dataset; \a job is what an input without a name means.
StatedLineage datasetLineageIn(const json::Json &facet, const Name &job);

//! An entry of the facet lineage of a job.
struct LineageEntry
{
    Name target;
    bool isJob = false;
    StatedLineage stated;
};

QList<LineageEntry> jobLineageIn(const json::Json &facet, const Name &job);

} // namespace portolan::formats::openlineage
