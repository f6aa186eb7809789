// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/jointext.h"

#include "models/items/displaytext.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

//! Text for people that belongs to no class.
class Joins
{
    Q_DECLARE_TR_FUNCTIONS(portolan::items::Joins)
};

constexpr int longestName = 60;

} // namespace

QString accountText(const domain::JoinName &name, qsizetype longest)
{
    return name.platform.isEmpty() ? Joins::tr("Removed account")
                                   : oneLine(name.accountName, longest);
}

QString nameText(const domain::JoinName &name)
{
    return Joins::tr("%1: %2").arg(accountText(name), oneLine(name.nativeId, longestName));
}

QString deciderText(const domain::JoinDecision &decision)
{
    const auto who =
        decision.who.trimmed().isEmpty() ? Joins::tr("a person") : oneLine(decision.who, 60);
    if (!decision.at.isValid())
        return who;
    return Joins::tr("%1, %2").arg(
        who, QLocale().toString(decision.at.toLocalTime(), QLocale::ShortFormat));
}

QString joinedText(const domain::JoinedName &joined)
{
    if (joined.decision)
        return Joins::tr("Joined by %1.").arg(deciderText(*joined.decision));
    return oneLine(joined.why, 300);
}

QString apartText(const domain::ApartName &apart)
{
    const auto latest =
        std::max_element(apart.decisions.cbegin(), apart.decisions.cend(),
                         [](const auto &left, const auto &right) { return left.at < right.at; });
    return Joins::tr("Kept apart by %1.")
        .arg(latest == apart.decisions.cend() ? Joins::tr("a person") : deciderText(*latest));
}

QString memberTitle(const QString &member)
{
    static const QHash<QString, const char *> titles{
        {u"description"_s, QT_TRANSLATE_NOOP("SideColumn", "Description")},
        {u"ownerName"_s, QT_TRANSLATE_NOOP("SideColumn", "Owner")},
        {u"title"_s, QT_TRANSLATE_NOOP("SideColumn", "Title")},
        {u"name"_s, QT_TRANSLATE_NOOP("SideColumn", "Name")},
        {u"status"_s, QT_TRANSLATE_NOOP("SideColumn", "Status")},
        {u"version"_s, QT_TRANSLATE_NOOP("SideColumn", "Version")},
        {u"domain"_s, QT_TRANSLATE_NOOP("SideColumn", "Domain")},
        {u"type"_s, QT_TRANSLATE_NOOP("SideColumn", "Type")},
        {u"classification"_s, QT_TRANSLATE_NOOP("SideColumn", "Classification")},
        {u"purpose"_s, QT_TRANSLATE_NOOP("SideColumn", "Purpose")},
        {u"limitations"_s, QT_TRANSLATE_NOOP("SideColumn", "Limitations")},
        {u"usage"_s, QT_TRANSLATE_NOOP("SideColumn", "Usage")},
    };
    const auto found = titles.constFind(member);
    return found == titles.cend() ? oneLine(member, 40)
                                  : QCoreApplication::translate("SideColumn", *found);
}

} // namespace portolan::items
