// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentfilter.h"

#include "models/domain/query.h"
#include "models/items/incidenttext.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

bool holds(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool stateMatches(const Incident &incident, const QString &word, const QDateTime &now)
{
    if (word == u"open")
        return incident.isOpen();
    if (word == u"snoozed")
        return isSnoozed(incident, now);
    const auto plain = incidentStateWord(incident.state);
    return plain == word || QString(plain).remove(u' ') == word;
}

bool filterMatches(const Incident &incident, const domain::QueryToken &token, const QDateTime &now)
{
    const auto value = token.value.toLower();
    if (token.key == u"state")
        return stateMatches(incident, value, now);
    if (token.key == u"severity")
        return incident.severity == value;
    if (token.key == u"domain") {
        const QString path = u'/' + incident.domain.join(u'/').toLower() + u'/';
        return path.contains(u'/' + value + u'/') || path.startsWith(u'/' + value);
    }
    if (token.key == u"owner")
        return holds(incident.ownerName, value);
    if (token.key == u"assignee")
        return value == u"none" ? incident.assignee.isEmpty() : holds(incident.assignee, value);
    if (token.key == u"asset")
        return holds(incident.assetName, value);
    return holds(incident.checkNames.join(u'\n'), value);
}

bool wordMatches(const Incident &incident, const QString &word)
{
    for (const auto &text : {incident.title, incident.label, incident.assetName, incident.ownerName,
                             incident.assignee, incident.rootName}) {
        if (holds(text, word))
            return true;
    }
    return holds(incident.checkNames.join(u'\n'), word) || holds(incident.domain.join(u'\n'), word);
}

} // namespace

bool isSnoozed(const Incident &incident, const QDateTime &now)
{
    return incident.isOpen() && incident.snoozedUntil && *incident.snoozedUntil > now;
}

QStringList incidentFilterKeys()
{
    return {u"state"_s,    u"severity"_s, u"domain"_s, u"owner"_s,
            u"assignee"_s, u"asset"_s,    u"check"_s};
}

bool incidentMatches(const Incident &incident, const QString &filter, const QDateTime &now)
{
    QHash<QString, bool> byKey; // whether one of the values of a key holds
    for (const auto &token : domain::parseQuery(filter).tokens) {
        if (!incidentFilterKeys().contains(token.key)) {
            const auto word =
                token.key.isEmpty() ? token.value : filter.mid(token.from, token.to - token.from);
            if (wordMatches(incident, word) == token.negated)
                return false;
            continue;
        }
        const bool matches = filterMatches(incident, token, now);
        if (token.negated && matches)
            return false;
        if (!token.negated)
            byKey[token.key] = byKey.value(token.key) || matches;
    }
    return std::all_of(byKey.begin(), byKey.end(), [](bool holds) { return holds; });
}

} // namespace portolan::items
