// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/names.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

//! \a name with what the server writes for "::" and "->" in names undone.
QString unescaped(QString name)
{
    return name.replace(u"__reserved__colon__"_s, u"::"_s)
        .replace(u"__reserved__arrow__"_s, u"->"_s)
        .replace(u"__reserved__quote__"_s, u"\""_s);
}

} // namespace

QStringList partsOf(QStringView fqn)
{
    QStringList parts;
    QString part;
    bool isQuoted = false;
    for (const auto character : fqn) {
        if (character == u'"') {
            isQuoted = !isQuoted;
        } else if (character == u'.' && !isQuoted) {
            parts.append(part);
            part.clear();
        } else {
            part.append(character);
        }
    }
    parts.append(part);
    return parts;
}

QString quoted(const QString &part)
{
    return part.contains(u'.') ? QString(u'"' % part % u'"') : part;
}

QString joined(const QStringList &parts)
{
    QStringList written;
    for (const auto &part : parts)
        written.append(quoted(part));
    return written.join(u'.');
}

QString parentOf(const QString &fqn)
{
    auto parts = partsOf(fqn);
    parts.removeLast();
    return joined(parts);
}

QString nativeIdOf(const QString &type, const QString &fqn)
{
    return type % u':' % fqn;
}

std::optional<NamedThing> thingOf(const QString &nativeId)
{
    const auto colon = nativeId.indexOf(u':');
    if (colon <= 0 || colon + 1 >= nativeId.size())
        return {};
    return NamedThing{.type = nativeId.left(colon), .fqn = nativeId.mid(colon + 1)};
}

std::optional<EntityLink> entityLinkOf(const QString &text)
{
    if (!text.startsWith(u"<#E::"_s) || !text.endsWith(u'>'))
        return {};
    const auto words = text.mid(5, text.size() - 6).split(u"::"_s);
    if (words.size() < 2 || words.at(0).isEmpty() || words.at(1).isEmpty())
        return {};
    EntityLink link{.type = words.at(0), .fqn = words.at(1), .column = {}};
    if (words.size() >= 4 && words.at(2) == u"columns")
        link.column = unescaped(partsOf(words.at(3)).join(u'.'));
    return link;
}

QString entityLinkTo(const NamedThing &thing)
{
    return u"<#E::"_s % thing.type % u"::"_s % thing.fqn % u'>';
}

QString fieldPathOf(const QString &fieldFqn, const QString &thing)
{
    if (thing.isEmpty() || !fieldFqn.startsWith(thing) || fieldFqn.size() <= thing.size() + 1
        || fieldFqn.at(thing.size()) != u'.')
        return {};
    return unescaped(partsOf(QStringView(fieldFqn).mid(thing.size() + 1)).join(u'.'));
}

QStringList listsAmong(const QStringList &paths)
{
    static const QString brackets = u"[]."_s;
    QStringList lists;
    for (const auto &path : paths) {
        for (auto at = path.indexOf(brackets); at > 0; at = path.indexOf(brackets, at + 1)) {
            if (const auto list = withoutBrackets(path.left(at)); !lists.contains(list))
                lists.append(list);
        }
    }
    return lists;
}

QString withBrackets(const QString &path, const QStringList &lists)
{
    if (lists.isEmpty())
        return path;
    QString written;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path.at(i) == u'.' && lists.contains(path.left(i)))
            written += u"[]"_s;
        written += path.at(i);
    }
    return written;
}

QString withoutBrackets(QString path)
{
    return path.remove(u"[]"_s);
}

} // namespace portolan::platforms::openmetadata
