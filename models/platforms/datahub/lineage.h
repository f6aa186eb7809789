// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/platforms/datahub/api.h"

#include <QHash>
#include <QStringList>

namespace portolan::platforms::datahub {

//! Columns that one is made from, as fineGrainedLineages names them.
struct FieldLink
{
    FieldRef source;
    FieldRef target;
    domain::Transformation how;
};

//! What a job reads and writes.
struct JobLineage
{
    QString urn;
    QStringList inputs;
    QStringList outputs;
    QStringList jobs; //!< that it comes behind
    QList<FieldLink> fields;
};

JobLineage jobLineageOf(const QString &urn, const Json &dataJobInputOutput);

//! Whether the input ports of a product follow from what an asset of \a type is made from.
bool makesInputs(const QString &type);
//! The aspects that say so, by the types that makesInputs().
Api::Aspects madeFromAspects();
//! Adds what \a entity is made from, by its own aspects, to \a record.
void addLineage(domain::Record &record, const Entity &entity);
//! Adds what is made of the dataset \a record by \a job.
void addLineageOfJob(domain::Record &record, const JobLineage &job);

} // namespace portolan::platforms::datahub
