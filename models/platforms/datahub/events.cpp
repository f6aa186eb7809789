// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/events.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

//! What an optional member holds: the value itself, or the only member of the object round it.
Json unwrapped(const Json &value)
{
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS || object.size() != 1)
        return value;
    for (const auto entry : object)
        return entry.value;
    return value;
}

QByteArray aspectIn(const Json &wrapped)
{
    auto aspect = wrapped;
    if (json::isNull(json::member(aspect, "value")))
        aspect = unwrapped(aspect);
    return json::text(unwrapped(json::member(aspect, "value"))).toLatin1();
}

std::optional<std::pair<QString, qint64>> placeIn(const QString &offset)
{
    const auto object = QJsonDocument::fromJson(QByteArray::fromBase64(offset.toLatin1())).object();
    if (object.size() != 1 || !object.begin()->isDouble())
        return std::nullopt;
    return std::pair(object.begin().key(), object.begin()->toInteger());
}

} // namespace

std::optional<Change> changeOf(const QString &message)
{
    const auto answer = Answer::read(message.toUtf8(), {});
    if (!answer)
        return std::nullopt;
    const auto &root = answer->root();
    Change change;
    change.urn = json::text(unwrapped(json::member(root, "entityUrn")));
    change.aspect = json::text(unwrapped(json::member(root, "aspectName")));
    change.isDelete = json::text(unwrapped(json::member(root, "changeType"))) == u"DELETE";
    if (!urnOf(change.urn) || change.aspect.isEmpty())
        return std::nullopt;
    change.value = aspectIn(json::member(root, "aspect"));
    change.previous = aspectIn(json::member(root, "previousAspectValue"));
    return change;
}

std::optional<qint64> distance(const QString &from, const QString &to)
{
    const auto begin = placeIn(from);
    const auto end = placeIn(to);
    if (!begin || !end || begin->first != end->first)
        return std::nullopt;
    return end->second - begin->second;
}

} // namespace portolan::platforms::datahub
