// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/results/words.h"

#include "models/formats/openlineage/eventtime.h"

#include <QCryptographicHash>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::results {
namespace {

constexpr qsizetype maxMessage = 300;
constexpr double maxWhole = 1e15; // beyond it a double is no whole number any more

bool isWhole(double number)
{
    return std::isfinite(number) && std::fabs(number) < maxWhole && std::floor(number) == number;
}

} // namespace

QString figure(double number)
{
    if (isWhole(number))
        return QString::number(static_cast<qint64>(number));
    return QString::number(number, 'g', 6);
}

std::optional<double> numberOf(const json::Json &value)
{
    double number = 0;
    if (!value.is_number() || value.get(number) != simdjson::SUCCESS)
        return std::nullopt;
    return number;
}

std::optional<qint64> countOf(const json::Json &value)
{
    const auto number = numberOf(value);
    if (!number || !isWhole(*number) || *number < 0)
        return std::nullopt;
    return static_cast<qint64>(*number);
}

QString boundOf(const json::Json &value)
{
    if (const auto number = numberOf(value))
        return figure(*number);
    return json::text(value);
}

QString lengthText(double seconds)
{
    if (!std::isfinite(seconds) || std::fabs(seconds) > maxWhole)
        return {};
    const auto whole = static_cast<qint64>(std::llround(std::fabs(seconds)));
    const QString sign = seconds <= -0.5 ? u"-"_s : QString();

    const struct
    {
        qint64 size;
        QStringView unit;
    } units[]{{86'400, u" d"}, {3600, u" h"}, {60, u" min"}, {1, u" s"}};

    for (int i = 0; i < 3; ++i) {
        const auto count = whole / units[i].size;
        if (count == 0)
            continue;
        const auto next = whole % units[i].size / units[i + 1].size;
        const QString first = sign % QString::number(count) % units[i].unit;
        return next == 0 ? first
                         : QString(first % u' ' % QString::number(next) % units[i + 1].unit);
    }
    return sign % QString::number(whole) % u" s"_s;
}

QDateTime timeOf(const QString &text)
{
    const auto bytes = text.trimmed().toUtf8();
    const auto moment = openlineage::momentOf({bytes.constData(), std::size_t(bytes.size())});
    return moment ? openlineage::dateTimeOf(*moment) : QDateTime();
}

QString oneLine(const QString &text)
{
    auto line = text;
    for (const auto &mark : {u"Traceback (most recent"_s, u"[SQL:"_s, u"[parameters:"_s}) {
        if (const auto at = line.indexOf(mark); at >= 0)
            line.truncate(at);
    }
    for (auto &c : line) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    line = line.simplified();
    if (line.size() > maxMessage) {
        line.truncate(maxMessage - 1);
        line += u'…';
    }
    return line;
}

QString shortHash(const QByteArray &text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(8));
}

} // namespace portolan::formats::results
