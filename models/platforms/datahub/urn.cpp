// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/urn.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

//! "a,(b,c),d" at the commas that are not inside brackets.
QStringList tupleParts(const QString &text)
{
    QStringList parts;
    int depth = 0;
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto c = text.at(at);
        if (c == u'(')
            ++depth;
        else if (c == u')')
            --depth;
        else if (c == u',' && depth == 0) {
            parts.append(text.mid(from, at - from));
            from = at + 1;
        }
    }
    parts.append(text.mid(from));
    return parts;
}

QString unescaped(QString path)
{
    path.replace(u"%2C"_s, u","_s, Qt::CaseInsensitive);
    path.replace(u"%28"_s, u"("_s);
    return path.replace(u"%29"_s, u")"_s);
}

//! The tokens of a version 2 path: "[type=struct]", "name", … Dots inside brackets do not part.
QStringList tokensOf(const QString &path)
{
    QStringList tokens;
    int depth = 0;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= path.size(); ++at) {
        const bool ends = at == path.size();
        if (!ends && path.at(at) == u'[')
            ++depth;
        else if (!ends && path.at(at) == u']')
            --depth;
        else if (ends || (path.at(at) == u'.' && depth <= 0)) {
            tokens.append(path.mid(from, at - from));
            from = at + 1;
        }
    }
    return tokens;
}

} // namespace

std::optional<Urn> urnOf(const QString &text)
{
    if (!text.startsWith(u"urn:li:"_s))
        return std::nullopt;
    const auto colon = text.indexOf(u':', 7);
    if (colon <= 7 || colon + 1 >= text.size())
        return std::nullopt;
    Urn urn{.type = text.mid(7, colon - 7), .id = text.mid(colon + 1), .parts = {}};
    if (urn.id.startsWith(u'(') && urn.id.endsWith(u')'))
        urn.parts = tupleParts(urn.id.mid(1, urn.id.size() - 2));
    else
        urn.parts = {urn.id};
    return urn;
}

QString typeOf(const QString &text)
{
    const auto urn = urnOf(text);
    return urn ? urn->type : QString();
}

QString platformOf(const Urn &urn)
{
    static constexpr QStringView prefix = u"urn:li:dataPlatform:";
    const auto &first = urn.parts.first();
    if (first.startsWith(prefix))
        return first.mid(prefix.size());
    if (urn.type == u"chart" || urn.type == u"dashboard" || urn.type == u"dataFlow"
        || urn.type == u"notebook")
        return urn.parts.size() > 1 ? first : QString();
    if (urn.type == u"dataJob") {
        const auto flow = urnOf(first);
        return flow ? platformOf(*flow) : QString();
    }
    return {};
}

QString shortNameOf(const QString &text)
{
    const auto urn = urnOf(text);
    if (!urn)
        return text;
    if (urn->parts.size() < 2)
        return urn->id;
    const auto name = urn->parts.at(1);
    if (urn->type != u"dataset")
        return name;
    const auto platform = platformOf(*urn);
    if (platform == u"kafka" || platform == u"pulsar")
        return name;
    auto trimmed = name;
    while (trimmed.size() > 1 && trimmed.endsWith(u'/'))
        trimmed.chop(1);
    const auto last = trimmed.mid(trimmed.lastIndexOf(trimmed.contains(u'/') ? u'/' : u'.') + 1);
    return last.isEmpty() ? name : last;
}

FieldRef fieldRefOf(const QString &text)
{
    const auto urn = urnOf(text);
    if (!urn || urn->type != u"schemaField" || urn->parts.size() < 2)
        return {.asset = text, .path = {}};
    const auto path = QStringList(urn->parts.mid(1)).join(u',');
    return {.asset = urn->parts.first(), .path = pathOf(unescaped(path))};
}

QString pathOf(const QString &fieldPath)
{
    if (!fieldPath.startsWith(u'['))
        return fieldPath;
    QString path;
    bool isKey = false;
    bool isArray = false; // what the brackets before the next name say
    bool wasArray = false; // the same of the name before
    const auto tokens = tokensOf(fieldPath);
    for (const auto &token : tokens) {
        if (token.startsWith(u'[') && token.endsWith(u']')) {
            isKey = isKey || token == u"[key=True]";
            isArray = isArray || token == u"[type=array]";
            continue;
        }
        if (!path.isEmpty())
            path += wasArray ? u"[]."_s : u"."_s;
        path += token;
        wasArray = isArray;
        isArray = false;
    }
    if (isKey)
        return path.isEmpty() ? u"key"_s : QString(u"key:"_s % path);
    return path.isEmpty() ? u"value"_s : path;
}

} // namespace portolan::platforms::datahub
