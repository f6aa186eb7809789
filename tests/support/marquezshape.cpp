// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/marquezshape.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

constexpr int facetsInList = 10; // of one page; a longer one leaves out the rest

using Name = MarquezShape::Name;

QDateTime timeOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

ApiAnswer refused(int status, const QString &why)
{
    return jsonOf({{u"code"_s, status}, {u"message"_s, why}}, status);
}

Name nameIn(const QJsonObject &object)
{
    return {object.value(u"namespace"_s).toString(), object.value(u"name"_s).toString()};
}

//! Where a page of a list begins, and how long it is.
std::pair<qsizetype, qsizetype> pageIn(const ApiRequest &request)
{
    const auto limit = request.parameter(u"limit"_s);
    return {request.parameter(u"offset"_s).toInt(), limit.isEmpty() ? 100 : limit.toInt()};
}

void addNew(QStringList &list, const QString &text)
{
    if (!list.contains(text))
        list.append(text);
}

} // namespace

MarquezShape::MarquezShape(const ShapeSettings &settings)
{
    m_spaces.insert(u"default"_s, now.addDays(-30));
    m_tags = {{u"PII"_s, u"Personal"_s}, {u"SENSITIVE"_s, u"With care"_s}};
    makeMesh(*this, settings.size, settings.seed);
}

ApiAnswer MarquezShape::answer(const ApiRequest &request)
{
    const auto parts = request.segments();
    if (parts.mid(0, 2) != QStringList{u"api"_s, u"v1"_s})
        return refused(404, u"HTTP 404 Not Found"_s);
    const auto door = parts.value(2);
    const auto [from, count] = pageIn(request);
    if (door == u"events" && parts.value(3) == u"lineage")
        return events(request);
    if (door == u"tags") {
        QJsonArray list;
        const auto names = m_tags.keys().mid(from, count);
        for (const auto &name : names)
            list.append(QJsonObject{{u"name"_s, name}, {u"description"_s, m_tags.value(name)}});
        return listOf(u"tags"_s, list);
    }
    if (door != u"namespaces")
        return refused(404, u"HTTP 404 Not Found"_s);
    if (parts.size() == 3) {
        QJsonArray list;
        const auto names = m_spaces.keys().mid(from, count);
        for (const auto &name : names)
            list.append(spaceView(name));
        return listOf(u"namespaces"_s, list);
    }
    return ofSpace(parts.mid(3), request);
}

ApiRequest MarquezShape::pageBefore(const ApiRequest &request) const
{
    auto before = request;
    const auto [from, count] = pageIn(request);
    before.query.removeAllQueryItems(u"offset"_s);
    before.query.addQueryItem(u"offset"_s, QString::number(std::max<qsizetype>(0, from - count)));
    return before;
}

QList<Name> MarquezShape::inSpace(const QString &space, bool areJobs) const
{
    QList<Name> names;
    if (!areJobs) {
        for (auto it = m_datasets.cbegin(); it != m_datasets.cend(); ++it) {
            if (it.key().first == space && !it->isHidden)
                names.append(it.key());
        }
        return names;
    }
    for (auto it = m_jobs.cbegin(); it != m_jobs.cend(); ++it) {
        if (it.key().first == space && !it->isHidden)
            names.append(it.key());
    }
    std::stable_sort(names.begin(), names.end(), [this](const Name &left, const Name &right) {
        return m_jobs[left].updated > m_jobs[right].updated;
    });
    return names;
}

ApiAnswer MarquezShape::ofSpace(const QStringList &parts, const ApiRequest &request)
{
    const auto &space = parts.first();
    const auto kind = parts.value(1);
    if (parts.size() == 1)
        return m_spaces.contains(space) ? jsonOf(spaceView(space))
                                        : refused(404, u"Namespace '%1' not found."_s.arg(space));
    if (parts.size() > 2 && kind == u"datasets")
        return ofDataset({space, parts.at(2)}, parts.mid(3), request);
    if (parts.size() > 2 && kind == u"jobs")
        return ofJob({space, parts.at(2)}, parts.mid(3), request);
    const auto names = inSpace(space, kind == u"jobs");
    const auto [from, count] = pageIn(request);
    QJsonArray list;
    for (const auto &name : names.mid(from, count))
        list.append(kind == u"jobs"
                        ? view(name, m_jobs.value(name))
                        : view(name, m_datasets.value(name), list.size() < facetsInList));
    return listOf(kind, list, {{u"totalCount"_s, qint64(names.size())}});
}

ApiAnswer MarquezShape::setTag(QStringList &tags, const QString &tag, const ApiRequest &request,
                               const ApiAnswer &done)
{
    if (request.method == "DELETE")
        tags.removeAll(tag);
    else if (request.method == "POST")
        addNew(tags, tag);
    else
        return refused(405, u"HTTP 405 Method Not Allowed"_s);
    if (request.method == "POST" && !m_tags.contains(tag))
        m_tags.insert(tag, {});
    return done;
}

ApiAnswer MarquezShape::ofDataset(const Name &name, const QStringList &rest,
                                  const ApiRequest &request)
{
    const auto found = m_datasets.find(name);
    if (found == m_datasets.end() || found->isHidden)
        return refused(404, u"Dataset '%1' not found."_s.arg(name.second));
    if (rest.isEmpty() && request.method == "DELETE")
        found->isHidden = true;
    if (rest.isEmpty())
        return jsonOf(view(name, *found));
    const auto done = jsonOf(view(name, *found, false));
    if (rest.size() == 2 && rest.first() == u"tags")
        return setTag(found->tags, rest.last(), request, done);
    // Of fields it keeps tags in capital letters.
    if (rest.size() == 4 && rest.first() == u"fields" && rest.at(2) == u"tags")
        return setTag(found->fieldTags[rest.at(1)], rest.last().toUpper(), request, done);
    return refused(404, u"HTTP 404 Not Found"_s);
}

ApiAnswer MarquezShape::ofJob(const Name &name, const QStringList &rest, const ApiRequest &request)
{
    const auto found = m_jobs.find(name);
    if (found == m_jobs.end() || found->isHidden)
        return refused(404, u"Job '%1' not found."_s.arg(name.second));
    if (rest.isEmpty() && request.method == "DELETE")
        found->isHidden = true;
    if (rest.isEmpty())
        return jsonOf(view(name, *found));
    if (rest.size() == 2 && rest.first() == u"tags")
        return setTag(found->tags, rest.last(), request, jsonOf(view(name, *found)));
    return refused(404, u"HTTP 404 Not Found"_s);
}

//! Run events alone are listed; all are counted.
ApiAnswer MarquezShape::events(const ApiRequest &request) const
{
    const auto after = timeOf(request.parameter(u"after"_s));
    const auto before = timeOf(request.parameter(u"before"_s));
    qint64 counted = 0;
    QList<Told> told;
    for (const auto &one : m_events) {
        if ((after.isValid() && one.at < after) || (before.isValid() && one.at >= before))
            continue;
        ++counted;
        if (!one.event.isEmpty())
            told.append(one);
    }
    const bool isUp = request.parameter(u"sortDirection"_s) == u"asc";
    std::stable_sort(told.begin(), told.end(), [isUp](const Told &left, const Told &right) {
        return isUp ? left.at < right.at : left.at > right.at;
    });
    const auto [from, count] = pageIn(request);
    QJsonArray list;
    for (const auto &one : told.mid(from, count))
        list.append(one.event);
    return listOf(u"events"_s, list, {{u"totalCount"_s, counted}});
}

void MarquezShape::know(const QString &space, const QDateTime &at)
{
    if (!m_spaces.contains(space))
        m_spaces.insert(space, at);
}

void MarquezShape::takeDatasets(const QJsonArray &list, const QDateTime &at, QList<Name> &names)
{
    for (const auto &value : list) {
        const auto object = value.toObject();
        const auto name = nameIn(object);
        names.append(name);
        know(name.first, at);
        auto &dataset = m_datasets[name];
        if (!dataset.created.isValid())
            dataset.created = at;
        dataset.updated = std::max(dataset.updated, at);
        dataset.isHidden = false;
        const auto facets = object.value(u"facets"_s).toObject();
        for (auto it = facets.begin(); it != facets.end(); ++it)
            dataset.facets.insert(it.key(), it.value());
    }
}

void MarquezShape::post(const QJsonObject &event)
{
    const auto at = timeOf(event.value(u"eventTime"_s).toString());
    m_events.append({at, event});
    const auto name = nameIn(event.value(u"job"_s).toObject());
    know(name.first, at);
    auto &job = m_jobs[name];
    if (!job.created.isValid())
        job.created = at;
    job.updated = at;
    job.isHidden = false;
    const auto id = event.value(u"run"_s).toObject().value(u"runId"_s).toString();
    auto run = std::find_if(job.runs.begin(), job.runs.end(),
                            [&id](const Run &one) { return one.id == id; });
    if (run == job.runs.end()) {
        run = job.runs.insert(job.runs.begin(), Run());
        run->id = id;
        run->started = at;
    }
    static const QHash<QString, QString> ends{{u"COMPLETE"_s, u"COMPLETED"_s},
                                              {u"FAIL"_s, u"FAILED"_s}};
    run->state = ends.value(event.value(u"eventType"_s).toString(), u"RUNNING"_s);
    if (run->state != u"RUNNING")
        run->ended = at;
    run->inputs.clear();
    run->outputs.clear();
    takeDatasets(event.value(u"inputs"_s).toArray(), at, run->inputs);
    takeDatasets(event.value(u"outputs"_s).toArray(), at, run->outputs);
}

void MarquezShape::declare(const Name &name, const QList<Name> &inputs, const QList<Name> &outputs)
{
    const auto at = now.addDays(-20);
    know(name.first, at);
    auto &job = m_jobs[name];
    job.inputs = inputs;
    job.outputs = outputs;
    job.created = job.updated = at;
    for (const auto &dataset : inputs + outputs) {
        know(dataset.first, at);
        auto &made = m_datasets[dataset];
        if (!made.created.isValid())
            made.created = made.updated = at;
    }
    m_events.append({at, {}});
}

void MarquezShape::describe(const Name &dataset, const QString &text)
{
    m_datasets[dataset].description = text;
}

void MarquezShape::tag(const Name &dataset, const QString &tag, bool isOn)
{
    auto &tags = m_datasets[dataset].tags;
    tags.removeAll(tag);
    if (!isOn)
        return;
    tags.append(tag);
    if (!m_tags.contains(tag))
        m_tags.insert(tag, {});
}

void MarquezShape::removeDataset(const Name &dataset)
{
    if (m_datasets.contains(dataset))
        m_datasets[dataset].isHidden = true;
}

void MarquezShape::removeJob(const Name &job)
{
    if (m_jobs.contains(job))
        m_jobs[job].isHidden = true;
}

void MarquezShape::forgetEvents(const QDateTime &moment)
{
    m_events.removeIf([&moment](const Told &one) { return one.at < moment; });
}

} // namespace portolan::tests
