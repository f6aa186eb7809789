// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/opa/opaplatform.h"

#include "models/formats/json/value.h"
#include "models/platforms/opa/answer.h"
#include "models/platforms/opa/session.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::opa {
namespace {

constexpr qint64 pullMs = 15 * 60 * 1000;

Result<net::HttpResponse> asked(const ApiCalls &calls, const QStringList &segments)
{
    const auto address = calls.address(segments);
    if (!address)
        return tl::unexpected(address.error());
    net::HttpRequest request;
    request.url = *address;
    request.mostBytes = mostAnswerBytes;
    auto answer = calls.send(std::move(request));
    return answer ? acceptedByOpa(std::move(*answer)) : answer;
}

//! The version that \a answer tells; empty where it tells none.
QString versionIn(const QByteArray &answer)
{
    formats::json::JsonParser parser;
    formats::json::Json root;
    const std::string_view view(answer.constData(), static_cast<size_t>(answer.size()));
    if (parser.parse(view, view).get(root) != simdjson::SUCCESS)
        return {};
    return formats::json::text(formats::json::member(root, {"result", "version"})).left(40);
}

QStringList versionSegments()
{
    return {u"v1"_s, u"data"_s, u"system"_s, u"version"_s};
}

//! What Open Policy Agent says about its health when it is well.
bool isEmptyObject(const QByteArray &answer)
{
    return answer.simplified().replace(" ", "") == "{}";
}

class OpaPlatform final : public Platform
{
    Q_DECLARE_TR_FUNCTIONS(portolan::platforms::OpaPlatform)

public:
    QString name() const override { return u"opa"_s; }

    Capabilities capabilities() const override { return Capability::Policies; }

    QList<Ability> abilities() const override
    {
        using Extent = Ability::Extent;
        return {{tr("Policies about requests"), Extent::Full,
                 tr("data.mesh.access.request, or what the option requestPath names.")},
                {tr("Policies about products"), Extent::Full,
                 tr("data.mesh.governance.product, or what the option productPath names.")},
                {tr("Text of the policies"), Extent::Partial,
                 tr("As far as the account may read /v1/policies.")},
                {tr("Catalogue"), Extent::None, tr("It knows rules, and no data.")},
                {tr("Access requests"), Extent::None,
                 tr("It judges them; another platform takes and grants them.")},
                {tr("Change feed"), Extent::None, tr("It is asked every 15 minutes.")}};
    }

    SignInWays signInWays() const override
    {
        return {.ways = {SignInWay::None, SignInWay::Token}, .keyHeader = {}, .tokenPage = {}};
    }

    QList<OwnSetting> ownSettings() const override { return documentSettings(); }

    Result<QString> check(const AccountSettings &settings, const Services &services) const override
    {
        const auto place = placeOf(settings);
        if (!place)
            return tl::unexpected(place.error());
        const ApiCalls calls(services.http, place->base);
        const auto healthy = asked(calls, {u"health"_s});
        if (!healthy)
            return tl::unexpected(healthy.error());
        // A server may keep its version to itself, and judge all the same.
        const auto told = asked(calls, versionSegments());
        const auto version = told ? versionIn(told->body) : QString();
        // Else anything that runs would do: many a server says that it is well at this address.
        if (version.isEmpty() && !isEmptyObject(healthy->body))
            return failure(
                Error::Kind::Protocol,
                tr("%1: this is no Open Policy Agent: it says more about its health, and "
                   "tells no version")
                    .arg(healthy->asked));
        return version.isEmpty()
            ? tr("Open Policy Agent is healthy; requests are judged by data.%1").arg(dotted(*place))
            : tr("Open Policy Agent %1 is healthy; requests are judged by data.%2")
                  .arg(version, dotted(*place));
    }

    QString recognised(const AccountSettings &settings, const Services &services) const override
    {
        const auto place = placeOf(settings);
        if (!place)
            return {};
        const auto told = asked(ApiCalls(services.http, place->base), versionSegments());
        const auto version = told ? versionIn(told->body) : QString();
        return version.isEmpty() ? QString() : QString(u"Open Policy Agent "_s % version);
    }

    Result<std::unique_ptr<Session>> open(const AccountSettings &settings,
                                          const Services &services) const override
    {
        auto place = placeOf(settings);
        if (!place)
            return tl::unexpected(place.error());
        return std::make_unique<OpaSession>(std::move(*place), services.http);
    }

    qint64 pullEveryMs() const override { return pullMs; }

private:
    static QString dotted(const Place &place)
    {
        return QString(place.requestPath).replace(u'/', u'.');
    }
};

} // namespace

std::unique_ptr<Platform> create()
{
    return std::make_unique<OpaPlatform>();
}

} // namespace portolan::platforms::opa
