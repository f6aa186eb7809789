// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/catalogrow.h"

#include "models/base/identity.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr qsizetype nameLimit = 300;
constexpr qsizetype lineLimit = 400;

Ranges shifted(const Ranges &ranges, qsizetype by, qsizetype length)
{
    Ranges list;
    for (const auto &[from, to] : ranges) {
        const auto begin = std::max<qsizetype>(0, from) + by;
        const auto end = std::min<qsizetype>(to + by, length);
        if (begin < end)
            list.append({static_cast<int>(begin), static_cast<int>(end)});
    }
    return list;
}

//! What a match elsewhere is called in front of its text: "Field order_id"; empty for places that
//! the row shows anyway.
QString placeOfMatch(const QString &in)
{
    if (in == u"field"_s)
        return QCoreApplication::translate("CatalogRow", "Field");
    if (in == u"synonym"_s)
        return QCoreApplication::translate("CatalogRow", "Also called");
    if (in == u"tag"_s)
        return QCoreApplication::translate("CatalogRow", "Tag");
    if (in == u"owner"_s)
        return QCoreApplication::translate("CatalogRow", "Owner");
    if (in == u"domain"_s)
        return QCoreApplication::translate("CatalogRow", "Domain");
    if (in == u"id"_s)
        return QCoreApplication::translate("CatalogRow", "Id");
    if (in == u"classification"_s)
        return QCoreApplication::translate("CatalogRow", "Classification");
    if (in == u"type"_s)
        return QCoreApplication::translate("CatalogRow", "Type");
    return {};
}

//! The technical name where a title is shown and the match is in the name.
bool matchedHiddenName(const domain::Entity &entity, const store::Match &match)
{
    return match.in == u"name"_s && match.nameRanges.isEmpty() && !entity.title.isEmpty()
        && entity.title != entity.name && match.text == entity.name;
}

void describeMatch(CatalogRow &row, const store::Match &match)
{
    const auto text = oneLine(match.text, 160);
    const auto place = matchedHiddenName(row.entity, match)
        ? QCoreApplication::translate("CatalogRow", "Name")
        : placeOfMatch(match.in);
    if (place.isEmpty() || text.isEmpty()) {
        row.second = row.entity.description;
        return;
    }
    row.second = place + u' ' + text;
    row.secondMarks = shifted(match.ranges, place.size() + 1, row.second.size());
    if (!row.entity.description.isEmpty())
        row.second += u" · "_s + row.entity.description;
}

void describeDescription(CatalogRow &row, const store::Match &match)
{
    // An excerpt from further inside says so; marks are relative to what matched.
    const auto text = oneLine(match.text, lineLimit);
    const bool begins = row.entity.description.startsWith(text.left(40));
    const auto lead = begins ? QString() : u"… "_s;
    row.second = begins ? row.entity.description : lead + text;
    row.secondMarks = shifted(match.ranges, lead.size(), row.second.size());
}

void describeField(CatalogRow &row, const store::Match &match)
{
    row.name = oneLine(row.fieldPath, nameLimit);
    row.nameMarks =
        match.text == row.fieldPath ? shifted(match.ranges, 0, row.name.size()) : Ranges();
    row.second = QCoreApplication::translate("CatalogRow", "Field of %1")
                     .arg(oneLine(row.entity.label(), nameLimit));
}

} // namespace

QString CatalogRow::key() const
{
    return idText(entity.id) + u'#' + fieldPath;
}

CatalogRow catalogRow(store::Hit hit)
{
    CatalogRow row{.entity = std::move(hit.entity),
                   .fieldPath = std::move(hit.fieldPath),
                   .matchIn = hit.match.in};
    row.entity.description = oneLine(row.entity.description, lineLimit);
    row.name = oneLine(row.entity.label(), nameLimit);
    row.nameMarks = shifted(hit.match.nameRanges, 0, row.name.size());
    if (!row.fieldPath.isEmpty())
        describeField(row, hit.match);
    else if (hit.match.in == u"description"_s)
        describeDescription(row, hit.match);
    else
        describeMatch(row, hit.match);
    return row;
}

} // namespace portolan::items
