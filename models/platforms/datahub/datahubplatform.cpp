// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/datahubplatform.h"

#include "models/platforms/datahub/actions.h"
#include "models/platforms/datahub/datahubsearch.h"
#include "models/platforms/datahub/queries.h"
#include "models/platforms/datahub/session.h"
#include "models/platforms/datahub/urn.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr qint64 pullMs = 60'000;

Result<net::HttpUrl> baseOf(const AccountSettings &settings)
{
    if (settings.url.isEmpty())
        return failure(Error::Kind::Usage, u"A DataHub account needs an address."_s);
    return net::HttpUrl::parse(settings.url.toString(QUrl::FullyEncoded));
}

class DataHubPlatform final : public Platform
{
    Q_DECLARE_TR_FUNCTIONS(portolan::platforms::DataHub)

public:
    QString name() const override { return u"datahub"_s; }

    Capabilities capabilities() const override
    {
        return Capability::Catalogue | Capability::Lineage | Capability::Quality
            | Capability::Incidents | Capability::RemoteSearch | Capability::Write
            | Capability::WriteOwners | Capability::WriteFields | Capability::ChangeFeed;
    }

    QString whyUndescribed(const QString &nativeId) const override
    {
        const auto type = typeOf(nativeId);
        if (takesDescription(type))
            return {};
        return tr("DataHub keeps no description of a “%1” that people edit: change it where "
                  "DataHub has it from.")
            .arg(type.left(60));
    }

    QList<Ability> abilities() const override
    {
        using Extent = Ability::Extent;
        return {
            {tr("Catalogue"), Extent::Full, {}},
            {tr("Products and ports"), Extent::Partial,
             tr("DataHub knows output ports; input ports are derived from lineage.")},
            {tr("Fields"), Extent::Full, {}},
            {tr("Contracts"), Extent::Partial,
             tr("A contract of DataHub is a set of assertions, without terms or prices.")},
            {tr("Lineage"), Extent::Full, {}},
            {tr("Lineage between columns"), Extent::Full, {}},
            {tr("Checks and results"), Extent::Full, {}},
            {tr("Incidents"), Extent::Partial, tr("They are read; they are worked on in DataHub.")},
            {tr("Access requests"), Extent::Partial,
             tr("Roles are shown with the page where they are asked for.")},
            {tr("Write-back"), Extent::Partial,
             tr("Descriptions of things and of columns of datasets, tags that DataHub has, and "
                "owners that it knows.")},
            {tr("Change feed"), Extent::Partial,
             tr("Where the server has its change log (1.1 and later) and the account may read it; "
                "else everything is read anew from time to time.")},
            {tr("Remote search"), Extent::Partial,
             tr("Products, assets, terms and domains, in all domains; people and tags are here "
                "anyway.")},
        };
    }

    SignInWays signInWays() const override
    {
        return {.ways = {SignInWay::Token, SignInWay::OpenId, SignInWay::None},
                .tokenScheme = net::Credential::Scheme::Bearer,
                .keyHeader = {},
                .tokenPage = u"settings/tokens"_s,
                .isIdTokenBearer = false};
    }

    qint64 pullEveryMs() const override { return pullMs; }

    Result<QString> check(const AccountSettings &settings, const Services &services) const override
    {
        const auto base = baseOf(settings);
        if (!base)
            return tl::unexpected(base.error());
        const Api api(services.http, *base);
        const auto facts = api.facts();
        if (!facts)
            return tl::unexpected(facts.error());
        if (const auto usable = supported(*facts); !usable)
            return tl::unexpected(usable.error());
        const auto me = api.query(QString::fromLatin1(whoAmI), {});
        if (!me)
            return tl::unexpected(me.error());
        const auto datasets = api.count(u"dataset"_s);
        if (!datasets)
            return tl::unexpected(datasets.error());
        const auto user =
            json::text(json::member(me->root(), {"data", "me", "corpUser", "username"}));
        return tr("DataHub %1, %2 datasets, signed in as %3.")
            .arg(facts->version, QLocale().toString(*datasets), user);
    }

    QString recognised(const AccountSettings &settings, const Services &services) const override
    {
        const auto base = baseOf(settings);
        if (!base)
            return {};
        Api api(services.http, *base);
        api.hurry(1);
        const auto facts = api.facts();
        return facts ? QString(u"DataHub "_s % facts->version.left(40)) : QString();
    }

    Result<std::unique_ptr<Session>> open(const AccountSettings &settings,
                                          const Services &services) const override
    {
        auto base = baseOf(settings);
        if (!base)
            return tl::unexpected(base.error());
        return std::make_unique<DataHubSession>(settings, std::move(*base), services);
    }

    Result<std::unique_ptr<RemoteSearch>>
    openSearch(const AccountSettings &settings, const Services &services,
               const std::function<bool()> &isOver) const override
    {
        auto base = baseOf(settings);
        if (!base)
            return tl::unexpected(base.error());
        return std::make_unique<DataHubSearch>(services.http, std::move(*base),
                                               subscribedDomains(settings), isOver);
    }
};

} // namespace

std::unique_ptr<Platform> create()
{
    return std::make_unique<DataHubPlatform>();
}

} // namespace portolan::platforms::datahub
