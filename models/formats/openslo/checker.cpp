// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openslo/checker.h"

#include "models/domain/duration.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openslo {
namespace {

//! What stands at \a node, short enough for a sentence.
QString shown(const Node &node)
{
    constexpr qsizetype most = 40;
    if (node.isMapping())
        return u"a mapping"_s;
    if (node.isSequence())
        return u"a list"_s;
    const auto text = node.text();
    return u'"' % (text.size() > most ? QString(text.left(most) % u'…') : text) % u'"';
}

} // namespace

QString fieldPath(const QString &path, const QString &key)
{
    return path.isEmpty() ? key : QString(path % u'.' % key);
}

Spot Checker::spotOf(const Node &node, const QString &field) const
{
    return {.file = m_file, .line = node.line(), .column = node.column(), .field = field};
}

void Checker::report(const Spot &spot, Severity severity, const QString &rule,
                     const QString &message, const QString &remedy)
{
    constexpr qsizetype most = 200;
    if (findings.size() >= most)
        return;
    findings.append({.file = spot.file,
                     .line = spot.line,
                     .column = spot.column,
                     .severity = severity,
                     .rule = rule,
                     .field = spot.field,
                     .message = message,
                     .remedy = remedy});
}

void Checker::refuse(const Spot &spot, const QString &rule, const QString &message,
                     const QString &remedy, QString &mistake)
{
    report(spot, Severity::Error, rule, message, remedy);
    if (mistake.isEmpty())
        mistake = message;
}

QString Checker::required(const Node &parent, std::string_view key, const QString &path,
                          const QString &what, QString &mistake)
{
    const auto value = parent[key];
    const auto field =
        fieldPath(path, QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())));
    if (value.isScalar() && !value.isNull() && !value.text().isEmpty())
        return value.text();
    refuse(spotOf(value.exists() ? value : parent, field), u"openslo.required"_s,
           value.exists() ? QString(what % u" must be a text"_s) : QString(what % u" is missing"_s),
           u"Write \"%1\" as OpenSLO v1 has it"_s.arg(field), mistake);
    return {};
}

std::optional<double> Checker::number(const Node &value, const QString &field, QString &mistake)
{
    if (!value.exists())
        return {};
    auto ok = false;
    const auto number = value.isScalar() ? value.text().toDouble(&ok) : 0;
    if (!ok || !std::isfinite(number)) {
        refuse(spotOf(value, field), u"openslo.number"_s,
               u"This must be a number and is %1"_s.arg(shown(value)), u"Write a number"_s,
               mistake);
        return {};
    }
    if (value.isQuoted())
        report(spotOf(value, field), Severity::Warning, u"openslo.number"_s,
               u"This number is written as a text"_s, u"Remove the quotes"_s);
    return number;
}

QString Checker::duration(const Node &value, const QString &field, QString &mistake)
{
    if (!value.exists())
        return {};
    if (value.isScalar() && domain::parseShorthand(value.text()))
        return value.text();
    refuse(spotOf(value, field), u"openslo.duration"_s, u"%1 is no duration"_s.arg(shown(value)),
           u"Write a whole number and one of m, h, d, w, M, Q, Y, for example 28d"_s, mistake);
    return {};
}

QString Checker::word(const Node &value, const QString &field, std::initializer_list<QString> words,
                      QString &mistake)
{
    if (!value.exists())
        return {};
    for (const auto &word : words) {
        if (value.isScalar() && value.text() == word)
            return word;
    }
    refuse(spotOf(value, field), u"openslo.word"_s,
           u"%1 is not one of the words that OpenSLO v1 has here"_s.arg(shown(value)),
           u"Write one of "_s % QStringList(words).join(u", "_s), mistake);
    return {};
}

} // namespace portolan::formats::openslo
