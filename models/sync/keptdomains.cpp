// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/keptdomains.h"

#include "models/platforms/absentdomains.h"

#include <QJsonArray>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {
namespace {

constexpr int pageSize = 1000;

//! What the platforms call their domains.
struct Known
{
    QSet<QString> words; //!< all that a domain may be called, in lower case
    QStringList names;

    void add(const domain::Entity &domain, const QUuid &account);
};

void Known::add(const domain::Entity &domain, const QUuid &account)
{
    const auto alias = std::find_if(domain.aliases.begin(), domain.aliases.end(),
                                    [&](const auto &one) { return one.account == account; });
    if (alias == domain.aliases.end())
        return;
    names.append(domain.name);
    const auto &id = alias->nativeId;
    QStringList all{domain.name, domain.title, id, id.mid(id.indexOf(u':') + 1)};
    for (const auto &path : {domain.domain, domain.domain + QStringList{domain.name}}) {
        all += path; // what lies above is there as well
        all += {path.join(u'/'), path.join(u'.')};
    }
    for (const auto &word : std::as_const(all))
        words.insert(word.toLower());
}

QStringList wantedBy(const platforms::AccountSettings &account)
{
    QStringList wanted;
    const auto list = account.options.value(u"domains"_s).toArray();
    for (const auto &domain : list) {
        if (const auto name = domain.toString().trimmed(); !name.isEmpty())
            wanted.append(name);
    }
    return wanted;
}

} // namespace

Result<QList<domain::Finding>> missingDomains(store::Store &store,
                                              const platforms::AccountSettings &account)
{
    const auto wanted = wantedBy(account);
    if (wanted.isEmpty())
        return {};
    Known known;
    for (QString after;;) {
        const auto page = store.list(domain::EntityKind::Domain, after, pageSize).takeResult();
        if (!page)
            return tl::unexpected(page.error());
        for (const auto &domain : *page)
            known.add(domain, account.id);
        if (page->size() < pageSize)
            break;
        after = page->last().nativeId;
    }
    QStringList missing;
    std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(missing),
                 [&](const QString &name) { return !known.words.contains(name.toLower()); });
    if (missing.size() == wanted.size())
        return tl::unexpected(platforms::noDomainOf(wanted, known.names));
    QList<domain::Finding> findings;
    for (const auto &name : std::as_const(missing))
        findings.append(
            {.file = account.name,
             .severity = domain::Finding::Severity::Warning,
             .rule = u"sync.domain"_s,
             .message = u"The platform has no domain %1, which the account is to keep"_s.arg(
                 platforms::quotedNames({name})),
             .remedy = u"Correct the domains of the account"_s});
    return findings;
}

} // namespace portolan::sync
