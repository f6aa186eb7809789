// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/reading.h"
#include "models/platforms/openmetadata/server.h"

#include <functional>

namespace portolan::platforms::openmetadata {

//! A part of the list of data access requests, which has the newest first.
struct TaskPart
{
    ApiCalls::Query filter = {};
    QString fields = QStringLiteral("assignees");
    qint64 offset = 0;
    int limit = 100;
};

//! Takes a task; false where no further one is wanted.
using TakeTask = std::function<bool(const Json &task)>;

//! Reads one page of the list, and says how many tasks all of it has.
[[nodiscard]] Result<qint64> readTasks(Server &server, const TaskPart &part, const TakeTask &take);
//! Goes on from \a part to the end of the list, page by page, and says how many tasks it has.
[[nodiscard]] Result<qint64> eachTask(Server &server, TaskPart part, const TakeTask &take);

} // namespace portolan::platforms::openmetadata
