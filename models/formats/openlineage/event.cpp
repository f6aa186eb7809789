// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/event.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;
using portolan::formats::json::Json;

namespace portolan::formats::openlineage {
namespace {

EventType typeOf(const QString &word)
{
    static const QHash<QString, EventType> words{
        {u"START"_s, EventType::Start},       {u"RUNNING"_s, EventType::Running},
        {u"COMPLETE"_s, EventType::Complete}, {u"FAIL"_s, EventType::Fail},
        {u"ABORT"_s, EventType::Abort},
    };
    return words.value(word.toUpper(), EventType::Other);
}

void addFacets(QList<std::pair<QByteArray, Json>> &facets, const Json &object)
{
    simdjson::dom::object members;
    if (object.get(members) != simdjson::SUCCESS)
        return;
    for (const auto member : members) {
        if (json::isObject(member.value))
            facets.append(
                {QByteArray(member.key.data(), qsizetype(member.key.size())), member.value});
    }
}

std::optional<EventDataset> datasetIn(const Json &object)
{
    EventDataset dataset{.name = nameIn(object), .facets = {}};
    if (dataset.name.isEmpty())
        return std::nullopt;
    for (const std::string_view key : {"facets", "inputFacets", "outputFacets"})
        addFacets(dataset.facets, json::member(object, key));
    return dataset;
}

QList<EventDataset> datasetsIn(const Json &list, int &nameless)
{
    QList<EventDataset> datasets;
    for (const auto &item : json::items(list)) {
        if (auto dataset = datasetIn(item))
            datasets.append(std::move(*dataset));
        else
            ++nameless;
    }
    return datasets;
}

//! A text member; nothing else counts as one.
QString textIn(const Json &object, std::string_view key)
{
    std::string_view text;
    if (json::member(object, key).get(text) != simdjson::SUCCESS)
        return {};
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

ReadEvent no(const QString &problem)
{
    return {.event = {}, .problem = problem};
}

} // namespace

std::strong_ordering Name::operator<=>(const Name &other) const
{
    const int spaces = space.compare(other.space);
    const int order = spaces != 0 ? spaces : name.compare(other.name);
    return order <=> 0;
}

size_t qHash(const Name &name, size_t seed)
{
    return qHashMulti(seed, name.space, name.name);
}

QString datasetId(const Name &name)
{
    return u"dataset:"_s % name.space % u':' % name.name;
}

QString jobId(const Name &name)
{
    return u"job:"_s % name.space % u':' % name.name;
}

Name nameIn(const Json &object)
{
    std::string_view space;
    if (json::member(object, "namespace").get(space) != simdjson::SUCCESS)
        return {};
    return {textIn(object, "namespace"), textIn(object, "name")};
}

bool looksLikeEvent(const Json &object)
{
    if (textIn(object, "eventTime").isEmpty())
        return false;
    const bool named = json::isObject(json::member(object, "job"))
        || json::isObject(json::member(object, "dataset"));
    return named
        && (!json::isNull(json::member(object, "producer"))
            || !json::isNull(json::member(object, "schemaURL"))
            || json::isObject(json::member(object, "run")));
}

ReadEvent readEvent(const Json &object)
{
    Event event;
    const auto time = momentOf(textIn(object, "eventTime").toStdString());
    if (!time)
        return no(u"it has no eventTime that can be read"_s);
    event.time = *time;
    const auto run = json::member(object, "run");
    const auto job = json::member(object, "job");
    event.job = nameIn(job);
    event.runId = textIn(run, "runId");
    if (event.job.isEmpty()) {
        auto dataset = datasetIn(json::member(object, "dataset"));
        if (!dataset)
            return no(u"it names neither a job nor a dataset"_s);
        event.kind = Event::Kind::Dataset;
        event.dataset = std::move(dataset);
        return {.event = std::move(event), .problem = {}};
    }
    if (!json::isNull(run) && event.runId.isEmpty())
        return no(u"its run has no runId"_s);
    event.kind = event.runId.isEmpty() ? Event::Kind::Job : Event::Kind::Run;
    if (event.kind == Event::Kind::Run)
        event.type = typeOf(textIn(object, "eventType"));
    addFacets(event.runFacets, json::member(run, "facets"));
    addFacets(event.jobFacets, json::member(job, "facets"));
    event.inputs = datasetsIn(json::member(object, "inputs"), event.nameless);
    event.outputs = datasetsIn(json::member(object, "outputs"), event.nameless);
    return {.event = std::move(event), .problem = {}};
}

} // namespace portolan::formats::openlineage
