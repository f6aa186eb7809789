// SPDX-License-Identifier: GPL-3.0-or-later
// The paths of columns are made as columnsOf() makes them.
#include "models/platforms/openmetadata/columnplaces.h"

#include <QJsonArray>
#include <QSet>
#include <QStringList>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

constexpr int deepest = 64;

class Search
{
public:
    explicit Search(QString path)
        : m_path(std::move(path))
    {
    }

    void list(const QJsonValue &columns, const QString &pointer, const QString &parent, int depth)
    {
        const auto array = columns.toArray();
        for (qsizetype i = 0; i < array.size() && depth <= deepest; ++i) {
            const auto column = array.at(i).toObject();
            const auto name = column.value(u"name"_s).toString();
            if (name.isEmpty())
                continue;
            auto path = parent.isEmpty() ? name : QString(parent % u'.' % name);
            if (m_paths.contains(path))
                path += u'#' % QString::number(m_paths.size());
            m_paths.insert(path);
            const QString here = pointer % u'/' % QString::number(i);
            if (path == m_path)
                found = {.pointer = here,
                         .name = name,
                         .description = column.value(u"description"_s).toString()};
            const bool isList =
                column.value(u"dataType"_s).toString().compare(u"ARRAY"_s, Qt::CaseInsensitive)
                == 0;
            list(column.value(u"children"_s), here + u"/children"_s,
                 isList ? QString(path % u"[]"_s) : path, depth + 1);
        }
    }

    std::optional<ColumnPlace> found;

private:
    QString m_path;
    QSet<QString> m_paths;
};

//! The lists of columns that documents have, by the names of members that lead to them.
const QList<QStringList> &lists()
{
    static const QList<QStringList> all{{u"columns"_s},
                                        {u"dataModel"_s, u"columns"_s},
                                        {u"messageSchema"_s, u"schemaFields"_s},
                                        {u"fields"_s}};
    return all;
}

} // namespace

std::optional<ColumnPlace> columnAt(const QJsonObject &asset, const QString &path)
{
    Search search(path);
    for (const auto &names : lists()) {
        QJsonValue columns = asset;
        for (const auto &name : names)
            columns = columns[name];
        search.list(columns, u'/' + names.join(u'/'), {}, 0);
    }
    return search.found;
}

bool hasColumns(const QString &type)
{
    static const QSet<QString> types{u"table"_s, u"dashboardDataModel"_s, u"container"_s,
                                     u"topic"_s, u"searchIndex"_s};
    return types.contains(type);
}

} // namespace portolan::platforms::openmetadata
