// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sla.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

struct Property
{
    const char *word;
    const char *title;
    const char *promise; //!< %1 is the measure; null: the measure alone
    const char *sentence; //!< %1 is the measure
};

constexpr Property properties[] = {
    {"latency", QT_TRANSLATE_NOOP("Sla", "Latency"), QT_TRANSLATE_NOOP("Sla", "at most %1"),
     QT_TRANSLATE_NOOP("Sla", "The data arrives at most %1 late.")},
    {"freshness", QT_TRANSLATE_NOOP("Sla", "Freshness"), QT_TRANSLATE_NOOP("Sla", "at most %1"),
     QT_TRANSLATE_NOOP("Sla", "The newest data is at most %1 old.")},
    {"availability", QT_TRANSLATE_NOOP("Sla", "Availability"), nullptr,
     QT_TRANSLATE_NOOP("Sla", "The data can be read; promised: %1.")},
    {"throughput", QT_TRANSLATE_NOOP("Sla", "Throughput"), nullptr,
     QT_TRANSLATE_NOOP("Sla", "How much can be read in a time; promised: %1.")},
    {"errorrate", QT_TRANSLATE_NOOP("Sla", "Error rate"), QT_TRANSLATE_NOOP("Sla", "at most %1"),
     QT_TRANSLATE_NOOP("Sla", "At most %1 of the answers are errors.")},
    {"generalavailability", QT_TRANSLATE_NOOP("Sla", "In general use"),
     QT_TRANSLATE_NOOP("Sla", "since %1"), QT_TRANSLATE_NOOP("Sla", "In general use since %1.")},
    {"endofsupport", QT_TRANSLATE_NOOP("Sla", "End of support"), nullptr,
     QT_TRANSLATE_NOOP("Sla", "Supported until %1.")},
    {"endoflife", QT_TRANSLATE_NOOP("Sla", "End of life"), nullptr,
     QT_TRANSLATE_NOOP("Sla", "Can be used until %1.")},
    {"retention", QT_TRANSLATE_NOOP("Sla", "Retention"), nullptr,
     QT_TRANSLATE_NOOP("Sla", "The data is kept for %1.")},
    {"frequency", QT_TRANSLATE_NOOP("Sla", "Frequency"), QT_TRANSLATE_NOOP("Sla", "every %1"),
     QT_TRANSLATE_NOOP("Sla", "New data arrives every %1.")},
    {"timetodetect", QT_TRANSLATE_NOOP("Sla", "Time to detect"),
     QT_TRANSLATE_NOOP("Sla", "within %1"),
     QT_TRANSLATE_NOOP("Sla", "A problem is noticed within %1.")},
    {"timetonotify", QT_TRANSLATE_NOOP("Sla", "Time to notify"),
     QT_TRANSLATE_NOOP("Sla", "within %1"),
     QT_TRANSLATE_NOOP("Sla", "Consumers hear of a problem within %1.")},
    {"timetorepair", QT_TRANSLATE_NOOP("Sla", "Time to repair"),
     QT_TRANSLATE_NOOP("Sla", "within %1"),
     QT_TRANSLATE_NOOP("Sla", "A problem is repaired within %1.")},
};

struct Unit
{
    const char *words; //!< separated by blanks
    const char *one;
    const char *many;
};

constexpr Unit units[] = {
    {"s sec secs second seconds", QT_TRANSLATE_NOOP("Sla", "second"),
     QT_TRANSLATE_NOOP("Sla", "seconds")},
    {"m min mins minute minutes", QT_TRANSLATE_NOOP("Sla", "minute"),
     QT_TRANSLATE_NOOP("Sla", "minutes")},
    {"h hr hrs hour hours", QT_TRANSLATE_NOOP("Sla", "hour"), QT_TRANSLATE_NOOP("Sla", "hours")},
    {"d day days", QT_TRANSLATE_NOOP("Sla", "day"), QT_TRANSLATE_NOOP("Sla", "days")},
    {"w week weeks", QT_TRANSLATE_NOOP("Sla", "week"), QT_TRANSLATE_NOOP("Sla", "weeks")},
    {"mo month months", QT_TRANSLATE_NOOP("Sla", "month"), QT_TRANSLATE_NOOP("Sla", "months")},
    {"y yr yrs year years", QT_TRANSLATE_NOOP("Sla", "year"), QT_TRANSLATE_NOOP("Sla", "years")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Sla", text);
}

const Property *propertyOf(const QString &word)
{
    auto plain = word.toLower();
    plain.remove(u'_').remove(u'-').remove(u' ');
    for (const auto &property : properties) {
        if (plain == QLatin1String(property.word))
            return &property;
    }
    return nullptr;
}

//! "time to repair" of "timeToRepair", "time_to_repair": what a name says, as words.
QString asWords(const QString &name)
{
    QString words;
    for (const auto c : name) {
        if (c == u'_' || c == u'-') {
            words += u' ';
        } else if (c.isUpper() && !words.isEmpty() && words.back().isLower()) {
            words += u' ';
            words += c.toLower();
        } else {
            words += c;
        }
    }
    return words;
}

QString measureOf(const domain::SlaTerm &term)
{
    if (term.valueExt.isEmpty())
        return measureText(term.value, term.unit);
    return QCoreApplication::translate("Sla", "%1 to %2")
        .arg(term.value, measureText(term.valueExt, term.unit));
}

} // namespace

QString measureText(const QString &value, const QString &unit)
{
    if (unit.isEmpty() || value.isEmpty())
        return value;
    const auto word = unit.toLower();
    if (word == u"%"_s || word == u"percent"_s)
        return value + u" %"_s;
    for (const auto &known : units) {
        if (QString::fromLatin1(known.words).split(u' ').contains(word))
            return value + u' ' + translated(value == u"1"_s ? known.one : known.many);
    }
    return value + u' ' + unit;
}

QString slaTitle(const QString &property)
{
    if (const auto *known = propertyOf(property))
        return translated(known->title);
    auto words = asWords(property);
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString slaPromise(const domain::SlaTerm &term)
{
    const auto measure = measureOf(term);
    const auto *known = propertyOf(term.property);
    return known && known->promise ? translated(known->promise).arg(measure) : measure;
}

QString slaSentence(const domain::SlaTerm &term)
{
    const auto measure = measureOf(term);
    const auto *known = propertyOf(term.property);
    if (known)
        return translated(known->sentence).arg(measure);
    return QCoreApplication::translate("Sla", "Promised: %1.").arg(measure);
}

QString priceText(const domain::Price &price)
{
    auto text = price.amount;
    if (!price.currency.isEmpty())
        text += u' ' + price.currency;
    if (price.unit.isEmpty())
        return text;
    return QCoreApplication::translate("Sla", "%1 per %2").arg(text, price.unit);
}

QString serverText(const domain::Server &server)
{
    static const QString places[] = {u"location"_s, u"endpointUrl"_s, u"endpoint"_s,    u"host"_s,
                                     u"account"_s,  u"project"_s,     u"serviceName"_s, u"path"_s};
    static const QString insides[] = {u"catalog"_s, u"database"_s, u"dataset"_s, u"schema"_s};
    QStringList parts;
    for (const auto &key : places) {
        auto place = server.setting(key);
        if (place.isEmpty())
            continue;
        if (const auto port = server.setting(u"port"_s); key == u"host"_s && !port.isEmpty())
            place += u':' + port;
        parts.append(place);
        break;
    }
    for (const auto &key : insides) {
        if (const auto inside = server.setting(key); !inside.isEmpty() && !parts.contains(inside))
            parts.append(inside);
    }
    return parts.isEmpty() ? server.type : parts.join(u" · "_s);
}

} // namespace portolan::items
