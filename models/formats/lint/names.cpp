// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/lint/names.h"

#include "models/formats/lint/words.h"

#include <QHash>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::lint {
namespace {

using document::Node;

Node nameOf(const Node &element)
{
    for (const auto key : {"name", "column", "table"}) {
        if (const auto name = element[key]; name.exists())
            return name;
    }
    return {};
}

void warn(Checker &checker, const Node &name, int firstLine, const QString &path,
          const QString &what)
{
    checker.add(name, domain::Finding::Severity::Warning, u"duplicate-name"_s, path,
                u"A second %1 is called \"%2\" here; the first one stands in line %3"_s
                    .arg(what, name.text().simplified().left(80))
                    .arg(firstLine),
                u"Give each a name of its own"_s);
}

void checkList(const Node &list, const QString &path, const QString &what, Checker &checker)
{
    if (!list.isSequence())
        return;
    QHash<QString, int> lines;
    auto index = -1;
    for (const auto element : list) {
        ++index;
        const auto elementPath = u"%1[%2]"_s.arg(path).arg(index);
        const auto name = nameOf(element);
        if (name.isScalar()) {
            const auto known = lines.constFind(name.text());
            if (known != lines.constEnd())
                warn(checker, name, *known, elementPath % u".name"_s, what);
            else
                lines.insert(name.text(), name.line());
        }
        for (const auto &key : {u"properties"_s, u"columns"_s})
            checkList(element[key.toStdString()], elementPath % u'.' % key, u"field"_s, checker);
        checkList(element["items"]["properties"], elementPath % u".items.properties"_s, u"field"_s,
                  checker);
    }
}

} // namespace

void checkNames(const Node &contract, Checker &checker)
{
    checkList(contract["schema"], u"schema"_s, u"object"_s, checker);
    checkList(contract["dataset"], u"dataset"_s, u"table"_s, checker);
}

void checkPortNames(const Node &product, Checker &checker)
{
    for (const auto &key : {u"outputPorts"_s, u"inputPorts"_s, u"managementPorts"_s}) {
        const auto list = product[key.toStdString()];
        if (!list.isSequence())
            continue;
        QHash<QString, int> lines;
        auto index = -1;
        for (const auto port : list) {
            ++index;
            const auto name = port["name"];
            if (!name.isScalar())
                continue;
            const auto id = QString(name.text() % u'@' % port["version"].text());
            if (const auto known = lines.constFind(id); known != lines.constEnd())
                warn(checker, name, *known, u"%1[%2].name"_s.arg(key).arg(index),
                     u"port of this version"_s);
            else
                lines.insert(id, name.line());
        }
    }
}

} // namespace portolan::formats::lint
