// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/qualitytext.h"

#include "models/items/sla.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

namespace {

struct Demand
{
    QStringView words; //!< as models/formats/odcs writes them
    const char *text;
    bool hasTwo = false; //!< bounds, "1 and 2"
};

// What begins like another stands before it.
constexpr Demand demands[] = {
    {u"must not be between", QT_TRANSLATE_NOOP("Quality", "must not be between %1 and %2"), true},
    {u"must be between", QT_TRANSLATE_NOOP("Quality", "must be between %1 and %2"), true},
    {u"must be greater than", QT_TRANSLATE_NOOP("Quality", "must be greater than %1")},
    {u"must be at least", QT_TRANSLATE_NOOP("Quality", "must be at least %1")},
    {u"must be less than", QT_TRANSLATE_NOOP("Quality", "must be less than %1")},
    {u"must be at most", QT_TRANSLATE_NOOP("Quality", "must be at most %1")},
    {u"must not be", QT_TRANSLATE_NOOP("Quality", "must not be %1")},
    {u"must be", QT_TRANSLATE_NOOP("Quality", "must be %1")},
};

//! \a value with the unit that stands behind it, if one does.
QString measured(const QString &value)
{
    const auto space = value.lastIndexOf(u' ');
    const auto unit = space < 0 ? QString() : value.mid(space + 1);
    if (unit == u"percent")
        return measureText(value.left(space), unit);
    if (unit == u"rows")
        return QCoreApplication::translate("Quality", "%1 rows").arg(value.left(space));
    return value;
}

QString translated(const QString &demand)
{
    for (const auto &known : demands) {
        if (!demand.startsWith(known.words) || demand.mid(known.words.size(), 1) != u" ")
            continue;
        const auto value = demand.mid(known.words.size() + 1);
        const auto text = QCoreApplication::translate("Quality", known.text);
        if (!known.hasTwo)
            return text.arg(measured(value));
        const auto bounds = value.split(u" and "_s);
        return bounds.size() == 2 ? text.arg(bounds.first(), measured(bounds.last())) : demand;
    }
    return demand;
}

bool hasComparison(const QString &expression)
{
    return expression.startsWith(u"must ");
}

//! Whether \a digits may be a day, 20261126, or a code with leading zeros.
bool isName(const QString &digits)
{
    return digits.startsWith(u'0') || QDate::fromString(digits, u"yyyyMMdd"_s).isValid();
}

//! \a text with its whole numbers of five digits and more grouped: shorter ones may be years.
QString grouped(const QString &text)
{
    static const QRegularExpression number(uR"((?<![\w.,:/-])-?\d{5,18}(?![\w:/-]|[.,]\d))"_s);
    QString result;
    qsizetype from = 0;
    auto matches = number.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += text.mid(from, match.capturedStart() - from);
        const auto digits = match.captured();
        result += isName(digits) ? digits : QLocale().toString(digits.toLongLong());
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

//! Whether \a text compares numbers, and is no query or list of values.
bool isComparison(const QString &text)
{
    static const QRegularExpression words(
        u"^(must|between|at (least|most)|(more|less|fewer) than|exactly|[<>=≤≥])"_s);
    static const QRegularExpression list(uR"(['"(\[]|\b(in|one of|match(es)?)\b)"_s);
    return words.match(text).hasMatch() && !list.match(text).hasMatch();
}

} // namespace

QString demandText(const QString &expression)
{
    if (!hasComparison(expression))
        return expression;
    // The comparisons are the first line; each begins with "must".
    static const QRegularExpression border(u", (?=must (not )?be )"_s);
    const auto end = expression.indexOf(u'\n');
    QStringList parts = expression.left(end).split(border);
    for (auto &part : parts)
        part = translated(part);
    return parts.join(u", "_s) + (end < 0 ? QString() : expression.mid(end));
}

QString demandLine(const QString &expression)
{
    const auto text = demandText(expression);
    const auto end = hasComparison(expression) ? text.indexOf(u'\n') : -1;
    const auto head = text.left(end);
    const auto rest = end < 0 ? QString() : QString(u" · "_s + text.mid(end + 1));
    return (isComparison(expression.left(expression.indexOf(u'\n'))) ? grouped(head) : head) + rest;
}

QString observedText(const QString &observed)
{
    static const QRegularExpression alone(u"^-?\\d+$"_s);
    return alone.match(observed).hasMatch() ? grouped(observed) : observed;
}

} // namespace portolan::items
