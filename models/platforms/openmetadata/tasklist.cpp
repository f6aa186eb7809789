// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/tasklist.h"

#include "models/platforms/openmetadata/listanswer.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

//! A page of the list, and whether whoever takes it wants another one.
struct TaskPage
{
    qint64 total = 0;
    qint64 count = 0;
    bool isEnough = false;
};

Result<TaskPage> readPage(Server &server, const TaskPart &part, const TakeTask &take)
{
    ApiCalls::Query query{{u"limit"_s, QString::number(part.limit)},
                          {u"offset"_s, QString::number(part.offset)},
                          {u"fields"_s, part.fields}};
    query.append(part.filter);
    auto answer = server.get({u"tasks"_s, u"dataAccessRequests"_s}, query);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto list = listAnswerOf(std::move(answer->body), answer->asked);
    if (!list)
        return tl::unexpected(list.error());
    TaskPage page{.total = list->total, .count = qint64(list->items.size())};
    formats::json::JsonParser parser;
    const std::string_view whole(list->body.constData(), std::size_t(list->body.size()));
    for (const auto item : list->items) {
        Json task;
        if (parser.parse(whole, item).get(task) == simdjson::SUCCESS && !take(task)) {
            page.isEnough = true;
            break;
        }
    }
    return page;
}

} // namespace

Result<qint64> readTasks(Server &server, const TaskPart &part, const TakeTask &take)
{
    const auto page = readPage(server, part, take);
    if (!page)
        return tl::unexpected(page.error());
    return page->total;
}

Result<qint64> eachTask(Server &server, TaskPart part, const TakeTask &take)
{
    for (;;) {
        const auto page = readPage(server, part, take);
        if (!page)
            return tl::unexpected(page.error());
        part.offset += page->count;
        if (page->isEnough || page->count == 0 || part.offset >= page->total)
            return page->total;
    }
}

} // namespace portolan::platforms::openmetadata
