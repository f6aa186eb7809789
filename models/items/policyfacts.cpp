// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/policyfacts.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::EntityKind;
using domain::Page;
using domain::Relation;

constexpr int candidates = 20;

//! The values of the facts called \a name: as JSON lists, or separated by commas.
std::optional<QStringList> listedIn(const Page &page, QStringView name)
{
    QStringList values;
    for (const auto &[key, text] : page.merged.properties) {
        if (key.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        const auto list = QJsonDocument::fromJson(text.toUtf8()).array();
        for (const auto &one : list)
            values.append(one.toString());
        if (list.isEmpty())
            values += text.split(u',');
    }
    for (auto &value : values)
        value = value.trimmed();
    values.removeAll(QString());
    values.removeDuplicates();
    return values.isEmpty() ? std::nullopt : std::optional(values);
}

bool isCalled(const Page &page, const QString &address)
{
    const auto isIt = [&address](const QString &text) {
        return text.compare(address, Qt::CaseInsensitive) == 0;
    };
    const auto &facts = page.merged.properties;
    return isIt(page.entity.name)
        || std::any_of(page.entity.aliases.begin(), page.entity.aliases.end(),
                       [&](const auto &alias) { return isIt(alias.nativeId.section(u':', -1)); })
        || std::any_of(facts.begin(), facts.end(), [&](const auto &fact) {
               return fact.first == u"email" && isIt(fact.second);
           });
}

//! The pages of the people with \a address; a platform may know them by what stands before its @.
QList<Page> peopleWith(store::Store &store, const QString &address)
{
    QList<Page> people;
    QList<QUuid> seen;
    for (const auto &reference :
         {address, QString(u"person:"_s + address), address.section(u'@', 0, 0)}) {
        const auto found = store.resolve(reference, candidates).takeResult();
        if (!found)
            continue;
        for (const auto &one : *found) {
            if (one.entity.kind != EntityKind::Person || seen.contains(one.entity.id))
                continue;
            seen.append(one.entity.id);
            const auto page = store.page(one.entity.id).takeResult();
            if (page && isCalled(*page, address))
                people.append(*page);
        }
    }
    return people;
}

void unite(std::optional<QStringList> &all, const std::optional<QStringList> &more)
{
    if (!more)
        return;
    auto united = all.value_or(QStringList()) + *more;
    united.removeDuplicates();
    all = united;
}

} // namespace

policy::AskerFacts askerFactsOf(store::Store &store, const domain::Actor &actor)
{
    policy::AskerFacts facts;
    if (actor.email.isEmpty())
        return facts;
    QList<QStringList> domains;
    QList<QStringList> domainsOfTeams;
    QStringList teams;
    QStringList ids;
    for (const auto &page : peopleWith(store, actor.email)) {
        unite(facts.roles, listedIn(page, u"roles"));
        unite(facts.trainings, listedIn(page, u"trainings"));
        if (!page.entity.domain.isEmpty())
            domains.append(page.entity.domain);
        for (const auto &one : page.related) {
            if (one.relation != Relation::MemberOf || one.incoming
                || ids.contains(one.entity.nativeId))
                continue;
            ids.append(one.entity.nativeId);
            teams.append(one.entity.label());
            if (!one.entity.domain.isEmpty() && !domainsOfTeams.contains(one.entity.domain))
                domainsOfTeams.append(one.entity.domain);
        }
    }
    if (!teams.isEmpty()) {
        facts.teams = teams;
        facts.teamIds = ids;
    }
    if (!domains.isEmpty())
        facts.domain = domains.first();
    else if (domainsOfTeams.size() == 1) // of several, nobody says which one it is
        facts.domain = domainsOfTeams.first();
    return facts;
}

void addStanding(policy::ProductFacts &facts, store::Store &store, const Page &page)
{
    for (const auto &one : page.related) {
        if (one.relation == Relation::OwnedBy && !one.incoming
            && one.entity.kind == EntityKind::Team && !facts.ownerTeam)
            facts.ownerTeam = one.entity.label();
    }
    facts.health.slo = page.entity.sloState;
    const auto checks = store.checks({.of = page.entity.id}).takeResult();
    if (!checks || checks->isEmpty())
        return; // nobody watches it: that is not the same as "nothing is wrong"
    const auto isOpen = [](const store::CheckRow &row) {
        return row.last
            && (row.last->status == domain::RunStatus::Fail
                || row.last->status == domain::RunStatus::Error);
    };
    facts.health.checks = int(checks->size());
    const auto ran = [](const store::CheckRow &row) { return row.last.has_value(); };
    if (std::any_of(checks->begin(), checks->end(), ran))
        facts.health.openFailures = int(std::count_if(checks->begin(), checks->end(), isOpen));
}

} // namespace portolan::items
