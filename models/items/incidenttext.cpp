// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidenttext.h"

#include "models/items/displaytext.h"
#include "models/items/slotext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

class IncidentWords
{
    Q_DECLARE_TR_FUNCTIONS(Incident)
};

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 week = 7 * day;

QString two(const QString &large, qint64 small, const QString &unit)
{
    return small == 0 ? large : large + u' ' + unit.arg(small);
}

//! Some locales write seconds even in the short form; nobody needs them here.
QString clockText(const QDateTime &time)
{
    auto format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s).remove(u".ss"_s);
    return QLocale().toString(time.toLocalTime().time(), format);
}

} // namespace

QString incidentLabel(const QUuid &id)
{
    return u"INC-"_s + id.toString(QUuid::WithoutBraces).left(6);
}

QString incidentTitle(const QString &asset, const QStringList &checks,
                      const QStringList &dimensions)
{
    const QSet<QString> kinds(dimensions.begin(), dimensions.end());
    const int count = static_cast<int>(checks.size());
    QString what;
    if (count == 1)
        what = IncidentWords::tr("%1 fails").arg(oneLine(checks.first(), 120));
    else if (count > 1 && kinds.size() == 1 && !dimensions.first().isEmpty()
             && dimensions.first() != u"other")
        //: %1 is a dimension of quality: "3 freshness checks fail"
        what = IncidentWords::tr("%n %1 check(s) fail", nullptr, count)
                   .arg(dimensionWord(dimensions.first()));
    else
        what = IncidentWords::tr("%n check(s) fail", nullptr, count);
    return asset.isEmpty() ? capitalised(what)
                           : IncidentWords::tr("%1: %2").arg(oneLine(asset, 120), what);
}

QString incidentStateText(IncidentState state)
{
    switch (state) {
    case IncidentState::New:
        return IncidentWords::tr("New");
    case IncidentState::Acknowledged:
        return IncidentWords::tr("Acknowledged");
    case IncidentState::InProgress:
        return IncidentWords::tr("In progress");
    case IncidentState::Resolved:
        return IncidentWords::tr("Resolved");
    case IncidentState::Reopened:
        break;
    }
    return IncidentWords::tr("Reopened");
}

QString incidentStateWord(IncidentState state)
{
    static const QString words[] = {u"new"_s, u"acknowledged"_s, u"in progress"_s, u"resolved"_s,
                                    u"reopened"_s};
    return words[int(state)];
}

QString incidentSeverityText(const QString &severity)
{
    if (severity == u"severe")
        return IncidentWords::tr("Severe");
    if (severity == u"major")
        return IncidentWords::tr("Major");
    if (severity == u"minor")
        return IncidentWords::tr("Minor");
    return capitalised(oneLine(severity, 40));
}

QString durationText(qint64 ms)
{
    if (ms < minute)
        return IncidentWords::tr("under 1 min");
    if (ms < hour)
        return IncidentWords::tr("%1 min").arg(ms / minute);
    if (ms < day)
        return two(IncidentWords::tr("%1 h").arg(ms / hour), ms % hour / minute,
                   IncidentWords::tr("%1 min"));
    if (ms < 2 * day)
        return IncidentWords::tr("%1 h").arg(ms / hour);
    if (ms < 3 * week)
        return IncidentWords::tr("%n day(s)", nullptr, int(ms / day));
    return IncidentWords::tr("%n week(s)", nullptr, int(ms / week));
}

QString untilText(const QDateTime &until, const QDateTime &now)
{
    const auto local = until.toLocalTime();
    const auto days = now.toLocalTime().date().daysTo(local.date());
    const auto clock = clockText(until);
    if (days == 0)
        return clock;
    if (days == 1)
        return IncidentWords::tr("tomorrow, %1").arg(clock);
    const auto date = days > 1 && days < 7 ? QLocale().dayName(local.date().dayOfWeek())
                                           : QLocale().toString(local.date(), QLocale::ShortFormat);
    return IncidentWords::tr("%1, %2").arg(date, clock);
}

QString meanTimesText(const quality::ResponseTimes &times)
{
    QStringList parts;
    if (times.toDetect)
        parts.append(IncidentWords::tr("detected in %1").arg(durationText(*times.toDetect)));
    if (times.toRespond)
        parts.append(IncidentWords::tr("answered in %1").arg(durationText(*times.toRespond)));
    if (times.toResolve)
        parts.append(IncidentWords::tr("resolved in %1").arg(durationText(*times.toResolve)));
    return parts.isEmpty() ? QString()
                           : IncidentWords::tr("On average %1").arg(parts.join(u", "_s));
}

QString triageText(const store::TriageAction &action)
{
    switch (action.kind) {
    case store::TriageKind::Acknowledge:
        return IncidentWords::tr("Acknowledged");
    case store::TriageKind::Start:
        return IncidentWords::tr("Work started");
    case store::TriageKind::Resolve:
        return IncidentWords::tr("Resolved until it fails again");
    case store::TriageKind::Assign:
        return action.text.isEmpty()
            ? IncidentWords::tr("Assigned to nobody")
            : IncidentWords::tr("Assigned to %1").arg(oneLine(action.text, 80));
    case store::TriageKind::Snooze:
        return action.until.isValid()
            ? IncidentWords::tr("Snoozed until %1").arg(untilText(action.until, action.at))
            : IncidentWords::tr("Woken up");
    case store::TriageKind::Note:
        break;
    }
    return oneLine(action.text, 400);
}

QString incidentText(const Incident &incident)
{
    QStringList lines{u"%1  %2"_s.arg(incident.label, oneLine(incident.title))};
    const auto add = [&](const QString &key, const QString &value) {
        if (!value.isEmpty())
            lines.append(u"%1: %2"_s.arg(key, oneLine(value)));
    };
    add(IncidentWords::tr("State"), incidentStateText(incident.state));
    add(IncidentWords::tr("Severity"), incidentSeverityText(incident.severity));
    add(IncidentWords::tr("Asset"), incident.assetName);
    add(IncidentWords::tr("Checks"), incident.checkNames.join(u", "_s));
    add(IncidentWords::tr("Domain"), incident.domain.join(u" › "_s));
    add(IncidentWords::tr("Owner"), incident.ownerName);
    add(IncidentWords::tr("Assigned to"), incident.assignee);
    add(IncidentWords::tr("Opened"), incident.opened.toUTC().toString(Qt::ISODate));
    if (incident.resolved)
        add(IncidentWords::tr("Resolved"), incident.resolved->toUTC().toString(Qt::ISODate));
    if (incident.root != incident.id)
        add(IncidentWords::tr("Began at"), incident.rootName);
    return lines.join(u'\n') + u'\n';
}

} // namespace portolan::items
