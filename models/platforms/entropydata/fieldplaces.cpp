// SPDX-License-Identifier: GPL-3.0-or-later
// The paths of fields are made as the readers of these documents make them: "a.b" in an object,
// "a[].b" in the items of a list.
#include "models/platforms/entropydata/fieldplaces.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

constexpr int deepest = 64;

//! The first of \a names that \a object has as a member; the first of all where it has none.
QString memberIn(const QJsonObject &object, const QStringList &names)
{
    for (const auto &name : names) {
        if (object.contains(name))
            return name;
    }
    return names.first();
}

//! Looks for one field, and counts how often it is there.
class Search
{
public:
    explicit Search(QString field)
        : m_field(std::move(field))
    {
    }

    //! Fields as a list of objects with names.
    void list(const QJsonValue &fields, const QStringList &place, const QString &prefix, int depth)
    {
        const auto array = fields.toArray();
        for (qsizetype i = 0; i < array.size() && depth <= deepest; ++i) {
            const auto field = array.at(i).toObject();
            auto name =
                field.value(memberIn(field, {u"name"_s, u"column"_s, u"table"_s})).toString();
            if (name.isEmpty())
                name = field.value(memberIn(field, {u"physicalName"_s, u"id"_s})).toString();
            if (name.isEmpty())
                continue;
            const auto path = prefix + name;
            const auto here = place + QStringList{QString::number(i)};
            note(path, here);
            inside(field, here, path, depth);
        }
    }

    //! Fields as an object whose members are called as they are.
    void members(const QJsonValue &fields, const QStringList &place, const QString &prefix,
                 int depth)
    {
        const auto object = fields.toObject();
        for (auto it = object.begin(); it != object.end() && depth <= deepest; ++it) {
            const auto path = prefix + it.key();
            const auto here = place + QStringList{it.key()};
            note(path, here);
            const auto field = it.value();
            members(field[u"fields"_s], here + QStringList{u"fields"_s}, path + u'.', depth + 1);
            members(field[u"items"_s][u"fields"_s], here + QStringList{u"items"_s, u"fields"_s},
                    path + u"[]."_s, depth + 1);
        }
    }

    QStringList found() const { return m_count == 1 ? m_found : QStringList(); }

private:
    void inside(const QJsonObject &field, const QStringList &place, const QString &path, int depth)
    {
        if (depth > deepest)
            return;
        list(field.value(u"properties"_s), place + QStringList{u"properties"_s}, path + u'.',
             depth + 1);
        if (const auto items = field.value(u"items"_s); items.isObject())
            inside(items.toObject(), place + QStringList{u"items"_s}, path + u"[]"_s, depth + 1);
        else if (const auto value = field.value(u"map"_s)[u"value"_s]; value.isObject())
            inside(value.toObject(), place + QStringList{u"map"_s, u"value"_s}, path + u"[]"_s,
                   depth + 1);
    }

    void note(const QString &path, const QStringList &place)
    {
        if (path != m_field)
            return;
        ++m_count;
        m_found = place;
    }

    QString m_field;
    QStringList m_found;
    int m_count = 0;
};

//! The object called \a name of the contract \a document; empty where none or several are.
QStringList objectAt(const QJsonObject &document, const QString &name)
{
    const auto member = memberIn(document, {u"schema"_s, u"dataset"_s});
    const auto schema = document.value(member).toArray();
    QStringList found;
    int count = 0;
    for (qsizetype i = 0; i < schema.size(); ++i) {
        const auto object = schema.at(i).toObject();
        const auto called = memberIn(object, {u"name"_s, u"table"_s, u"physicalName"_s, u"id"_s});
        if (object.value(called).toString() != name)
            continue;
        ++count;
        found = {member, QString::number(i)};
    }
    return count == 1 ? found : QStringList();
}

QStringList fieldAt(const QJsonObject &document, const QString &object, const QString &field)
{
    Search search(field);
    if (object.isEmpty()) {
        search.list(document.value(u"columns"_s), {u"columns"_s}, {}, 0);
    } else if (document.value(u"models"_s).isObject()) {
        search.members(document.value(u"models"_s)[object][u"fields"_s],
                       {u"models"_s, object, u"fields"_s}, {}, 0);
    } else {
        const auto place = objectAt(document, object);
        if (place.isEmpty())
            return {};
        const auto one =
            document.value(place.first()).toArray().at(place.last().toInt()).toObject();
        const auto member = memberIn(one, {u"properties"_s, u"columns"_s});
        search.list(one.value(member), place + QStringList{member}, {}, 0);
    }
    return search.found();
}

} // namespace

QStringList describedAt(const QJsonObject &document, const QString &object, const QString &field)
{
    QStringList place;
    if (!field.isEmpty())
        place = fieldAt(document, object, field);
    else if (document.value(u"models"_s)[object].isObject())
        place = {u"models"_s, object};
    else
        place = objectAt(document, object);
    return place.isEmpty() ? place : place + QStringList{u"description"_s};
}

} // namespace portolan::platforms::entropydata
