// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/platforms/datahub/answer.h"

#include <QDateTime>

#include <optional>

namespace portolan::platforms::datahub {

//! When an aspect was written; null where that is not known.
struct Stamps
{
    QDateTime created;
    QDateTime modified;
};

//! A time in milliseconds since 1970; null for 0, which stands for none.
QDateTime timeOf(const QString &milliseconds);
//! The source of our freshness updates.
QString freshnessSource();

//! A result of the assertion \a urn, as GraphQL or the change log tells it; empty where it is not
//! complete. Values of the data themselves are never taken over.
std::optional<domain::CheckRun> runOf(const QString &urn, const Json &event);
//! That data of \a dataset changed, as an event of the aspect "operation" says; empty where it
//! names no time.
std::optional<domain::FreshnessUpdate> updateOf(const QString &dataset, const Json &operation);
//! Whether \a entity is an incident that does not say when it began or, being over, ended.
bool lacksTimes(const Entity &entity);
//! When \a aspect was written, as it stands in an answer with system metadata.
Stamps stampsOf(const Json &aspect);
//! What an assertion is about; empty where it does not say.
QString subjectOf(const Json &assertionInfo);

} // namespace portolan::platforms::datahub
