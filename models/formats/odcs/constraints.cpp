// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/constraints.h"

#include "models/formats/bitol/parts.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

using bitol::textOf;
using document::Node;

//! "maxLength" as people say it: "max length".
QString wordsOf(const QString &camelCase)
{
    QString words;
    for (const auto letter : camelCase) {
        if (letter.isUpper())
            words += u' ';
        words += letter.toLower();
    }
    return words;
}

QString optionsOf(const Node &options)
{
    QStringList words;
    for (const auto value : options) {
        const auto name = wordsOf(textOf(value.key()));
        if (bitol::isYes(value))
            words.append(name);
        else if (!bitol::isNo(value))
            words.append(name % u' ' % bitol::textsOf(value).join(u", "_s));
    }
    return words.join(u", "_s);
}

//! The closed list of version 3.2: {value, label}, or plain values.
QString choicesOf(const Node &choices)
{
    if (!choices.isSequence())
        return {};
    QStringList words;
    for (const auto item : choices) {
        const auto value = item.isMapping() ? textOf(item, "value") : textOf(item);
        const auto label = textOf(item, "label");
        words.append(label.isEmpty() ? value : QString(value % u" ("_s % label % u')'));
    }
    return words.isEmpty() ? QString() : QString(u"one of "_s % words.join(u", "_s));
}

QString typeOf(const Node &inner)
{
    const auto logical = textOf(inner, "logicalType");
    return logical.isEmpty() ? textOf(inner, "physicalType") : logical;
}

QString contentOf(const Node &property)
{
    if (const auto items = property["items"]; items.isMapping() && !typeOf(items).isEmpty())
        return u"items "_s + typeOf(items);
    const auto map = property["map"];
    if (!map.isMapping())
        return {};
    return u"map of "_s % typeOf(map["key"]) % u" to "_s % typeOf(map["value"]);
}

} // namespace

QString constraintsOf(const Node &property)
{
    const auto options = property["logicalTypeOptions"];
    QStringList parts{contentOf(property), options.isMapping() ? optionsOf(options) : QString(),
                      choicesOf(property["enum"])};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace portolan::formats::odcs
