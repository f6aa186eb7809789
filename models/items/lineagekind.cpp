// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineagekind.h"

#include "models/items/displaytext.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

struct Look
{
    LineageKind kind;
    QString icon;
};

//! Assets by their type; a type that nobody mapped is drawn as a table.
Look lookOf(const QString &type)
{
    static const QHash<QString, Look> known{
        {u"view"_s, {LineageKind::Table, u"kind-view"_s}},
        {u"file"_s, {LineageKind::Table, u"kind-file"_s}},
        {u"bucket"_s, {LineageKind::Table, u"kind-file"_s}},
        {u"model"_s, {LineageKind::Model, u"kind-model"_s}},
        {u"seed"_s, {LineageKind::Model, u"kind-model"_s}},
        {u"snapshot"_s, {LineageKind::Model, u"kind-model"_s}},
        {u"source"_s, {LineageKind::Source, u"kind-source"_s}},
        {u"topic"_s, {LineageKind::Source, u"kind-topic"_s}},
        {u"stream"_s, {LineageKind::Source, u"kind-topic"_s}},
        {u"api"_s, {LineageKind::Source, u"kind-api"_s}},
        {u"rest"_s, {LineageKind::Source, u"kind-api"_s}},
        {u"dashboard"_s, {LineageKind::Use, u"kind-dashboard"_s}},
        {u"exposure"_s, {LineageKind::Use, u"kind-dashboard"_s}},
        {u"job"_s, {LineageKind::Job, u"kind-job"_s}}};
    return known.value(type.toLower(), {LineageKind::Table, u"kind-table"_s});
}

QString portIcon(const QString &type)
{
    static const QHash<QString, QString> known{{u"rest"_s, u"port-rest"_s},
                                               {u"sql"_s, u"port-sql"_s},
                                               {u"stream"_s, u"port-stream"_s},
                                               {u"file"_s, u"port-file"_s}};
    return known.value(type.toLower(), u"kind-port"_s);
}

} // namespace

LineageKind lineageKindOf(const domain::LineageNode &node)
{
    using domain::EntityKind;
    if (node.kind == EntityKind::Product || node.kind == EntityKind::Port)
        return LineageKind::Port;
    return node.kind == EntityKind::Asset ? lookOf(node.type).kind : LineageKind::Table;
}

QString lineageIconOf(const domain::LineageNode &node)
{
    using domain::EntityKind;
    if (node.kind == EntityKind::Port)
        return portIcon(node.type);
    if (node.kind == EntityKind::Asset)
        return lookOf(node.type).icon;
    return u"kind-"_s + domain::kindWord(node.kind);
}

QString lineageLabelOf(const domain::LineageGraph &graph, const domain::LineageNode &node)
{
    auto label = node.label();
    if (node.kind == domain::EntityKind::Port) {
        const auto product = graph.products.value(node.product);
        if (!product.isEmpty() && product != label)
            label = product + u" · "_s + label;
    }
    return oneLine(label);
}

} // namespace portolan::items
