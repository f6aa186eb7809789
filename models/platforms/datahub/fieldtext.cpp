// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/fieldtext.h"

#include "models/platforms/datahub/urn.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

const QString infos = u"editableSchemaFieldInfo"_s;

//! Where in \a list the column stands that is shown as \a path: the last, as it is read; -1: none.
qsizetype placeOf(const QJsonArray &list, const QString &path)
{
    for (qsizetype i = list.size() - 1; i >= 0; --i) {
        if (pathOf(list.at(i)[u"fieldPath"_s].toString()) == path)
            return i;
    }
    return -1;
}

} // namespace

Result<ColumnText> columnTextOf(const QJsonObject &schema, const QJsonObject &edited,
                                const QString &path)
{
    ColumnText column;
    int count = 0;
    const auto fields = schema.value(u"fields"_s).toArray();
    for (const auto &field : fields) {
        const auto written = field[u"fieldPath"_s].toString();
        if (written.isEmpty() || pathOf(written) != path)
            continue;
        ++count;
        column = {.written = written, .text = field[u"description"_s].toString(), .isOwn = false};
    }
    // What is written of one branch of a union is shown with all of them.
    if (count != 1)
        return failure(Error::Kind::NotFound,
                       count == 0 ? u"the schema has no column \"%1\""_s.arg(path.left(200))
                                  : u"the schema has several columns \"%1\""_s.arg(path.left(200)));
    const auto list = edited.value(infos).toArray();
    if (const auto at = placeOf(list, path); at >= 0) {
        if (const auto text = list.at(at)[u"description"_s].toString(); !text.isEmpty()) {
            column.text = text;
            column.isOwn = true;
        }
    }
    return column;
}

QJsonObject withColumnText(QJsonObject edited, const ColumnText &column, const QString &text)
{
    auto list = edited.value(infos).toArray();
    const auto at = placeOf(list, pathOf(column.written));
    auto info = at >= 0 ? list.at(at).toObject() : QJsonObject{{u"fieldPath"_s, column.written}};
    info.insert(u"description"_s, text);
    if (at >= 0)
        list.replace(at, info);
    else
        list.append(info);
    edited.insert(infos, list);
    return edited;
}

} // namespace portolan::platforms::datahub
