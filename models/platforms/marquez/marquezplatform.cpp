// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/marquezplatform.h"

#include "models/platforms/marquez/catalogue.h"
#include "models/platforms/marquez/listwalk.h"
#include "models/platforms/marquez/marquezactions.h"
#include "models/platforms/marquez/marquezsearch.h"
#include "models/platforms/marquez/marquezsession.h"
#include "models/platforms/marquez/site.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::marquez {
namespace {

constexpr qint64 minuteMs = 60'000;

class MarquezPlatform final : public Platform
{
    Q_DECLARE_TR_FUNCTIONS(portolan::platforms::MarquezPlatform)

public:
    QString name() const override { return u"marquez"_s; }

    Capabilities capabilities() const override
    {
        return Capability::Catalogue | Capability::Lineage | Capability::Quality
            | Capability::Incidents | Capability::RemoteSearch | Capability::Write
            | Capability::ChangeFeed;
    }

    QString whyUndescribed(const QString &) const override { return tr(descriptionsElsewhere); }

    QList<Ability> abilities() const override
    {
        using Extent = Ability::Extent;
        return {
            {tr("Catalogue"), Extent::Full,
             tr("Datasets, jobs, tags. A namespace stands for a domain, since Marquez has none.")},
            {tr("Products and ports"), Extent::None, tr("Marquez has none.")},
            {tr("Fields"), Extent::Full, {}},
            {tr("Contracts"), Extent::None, tr("Marquez has none.")},
            {tr("Lineage"), Extent::Full,
             tr("From the events that Marquez collected, folded as those of files are.")},
            {tr("Lineage between columns"), Extent::Full, tr("From the same events.")},
            {tr("Checks and results"), Extent::Full,
             tr("Assertions and tests of events; runs of a job that failed.")},
            {tr("Incidents"), Extent::Partial,
             tr("Derived from assertions and runs that fail; Marquez keeps none itself.")},
            {tr("Access requests"), Extent::None, tr("Marquez has none.")},
            {tr("Write-back"), Extent::Partial,
             tr("Tags of datasets, their fields and jobs. Descriptions come from producers.")},
            {tr("Change feed"), Extent::Partial,
             tr("Events of runs, each minute. Tags, descriptions and deletions come with the "
                "next sweep, after an hour to a day.")},
            {tr("Remote search"), Extent::Partial, tr("Names of datasets and jobs.")},
        };
    }

    SignInWays signInWays() const override
    {
        // Marquez itself asks for nothing; what stands in front of it may.
        return {.ways = {SignInWay::None, SignInWay::Token, SignInWay::Password, SignInWay::OpenId},
                .tokenPage = {}};
    }

    qint64 pullEveryMs() const override { return minuteMs; }

    Result<QString> check(const AccountSettings &settings, const Services &services) const override
    {
        const auto site = siteOf(settings);
        if (!site)
            return tl::unexpected(site.error());
        const ApiCalls calls(services.http, site->api);
        const auto ask = [&calls](const QString &list) {
            return calls.get({u"api"_s, u"v1"_s, list}, {{u"limit"_s, u"1000"_s}});
        };
        const auto response = ask(u"namespaces"_s);
        if (response) {
            const auto listed = namespacesIn(*response, *site);
            if (!listed)
                return tl::unexpected(listed.error());
            return tr("Marquez with %n namespace(s)", nullptr, int(listed->rows));
        }
        // That list fails for good when a single namespace has a sign that Marquez does not take.
        const auto tags =
            response.error().kind == Error::Kind::Unavailable ? ask(u"tags"_s) : response;
        if (!tags || !tagsIn(*tags, *site))
            return tl::unexpected(response.error());
        return tr("Marquez, with a namespace that it cannot list");
    }

    QString recognised(const AccountSettings &settings, const Services &services) const override
    {
        const auto site = siteOf(settings);
        if (!site)
            return {};
        const auto response =
            ApiCalls(services.http, site->api)
                .get({u"api"_s, u"v1"_s, u"namespaces"_s}, {{u"limit"_s, u"1"_s}}, 1);
        return response && namespacesIn(*response, *site) ? u"Marquez"_s : QString();
    }

    Result<std::unique_ptr<Session>> open(const AccountSettings &settings,
                                          const Services &services) const override
    {
        const auto site = siteOf(settings);
        if (!site)
            return tl::unexpected(site.error());
        if (!services.http)
            return failure(Error::Kind::Usage,
                           u"this account has nothing to send requests through"_s);
        return std::make_unique<MarquezSession>(*site, Subscription(settings), services);
    }

    Result<std::unique_ptr<RemoteSearch>>
    openSearch(const AccountSettings &settings, const Services &services,
               const std::function<bool()> &isOver) const override
    {
        const auto site = siteOf(settings);
        if (!site)
            return tl::unexpected(site.error());
        return std::make_unique<MarquezSearch>(services.http, *site, Subscription(settings),
                                               isOver);
    }
};

} // namespace

std::unique_ptr<Platform> create()
{
    return std::make_unique<MarquezPlatform>();
}

} // namespace portolan::platforms::marquez
