// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/openmetadataplatform.h"

#include "models/domain/approval.h"
#include "models/formats/json/value.h"
#include "models/platforms/openmetadata/cursor.h"
#include "models/platforms/openmetadata/edit.h"
#include "models/platforms/openmetadata/openmetadatasearch.h"
#include "models/platforms/openmetadata/session.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

//! Text of this file for people.
class PlatformText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::platforms::OpenMetadata)

public:
    static QString found(const QString &version, qint64 tables, const QString &user)
    {
        //: %1 is a version, %3 a user; as in "OpenMetadata 1.13.6, 1,200 tables, signed in as maya"
        return tr("OpenMetadata %1, %n table(s), signed in as %2", nullptr, int(tables))
            .arg(version, user);
    }

    static QList<Ability> abilities();
};

QList<Ability> PlatformText::abilities()
{
    using enum Ability::Extent;
    return {
        {tr("Catalogue"), Full,
         tr("Tables, topics, containers, dashboards, pipelines, models, indexes, procedures, "
            "APIs, metrics; people, teams, terms and tags")},
        {tr("Data products and ports"), Partial,
         tr("Ports from release 1.12 on; before that, products with their assets")},
        {tr("Fields"), Full, {}},
        {tr("Data contracts"), Full, tr("With security, terms of use and service levels")},
        {tr("Lineage"), Full,
         tr("In the background, behind the catalogue, some 2,000 assets in one sync")},
        {tr("Lineage between columns"), Full, {}},
        {tr("Checks and results"), Full, tr("Results of the last year at first")},
        {tr("Incidents"), Partial,
         tr("How an incident of a test case stands is shown with it, and changed on the "
            "platform's own page")},
        {tr("Access requests"), Partial,
         tr("From release 2.0 on: asked for, decided and withdrawn; before that the server knows "
            "none, and its own page is opened")},
        {tr("Write-back"), Partial,
         tr("Descriptions, tags and owners of things; descriptions of columns")},
        {tr("Change feed"), Partial,
         tr("Events of the last days; a renamed thing is a new one here; lineage is asked for "
            "once a day")},
        {tr("Remote search"), Partial,
         tr("Products, assets, terms and domains, in all domains; as new as the server's search "
            "index")},
    };
}

QString userOf(const QByteArray &body)
{
    formats::json::JsonParser parser;
    formats::json::Json json;
    const std::string_view whole(body.constData(), std::size_t(body.size()));
    if (parser.parse(whole, whole).get(json) != simdjson::SUCCESS)
        return {};
    const auto title = formats::json::text(json, "displayName");
    return title.isEmpty() ? formats::json::text(json, "name") : title;
}

class OpenMetadataPlatform final : public Platform
{
public:
    QString name() const override { return u"openmetadata"_s; }

    Capabilities capabilities() const override
    {
        return Capability::Catalogue | Capability::Lineage | Capability::Quality
            | Capability::AccessRequests | Capability::RemoteSearch | Capability::Write
            | Capability::WriteOwners | Capability::WriteFields | Capability::ChangeFeed;
    }

    QList<Ability> abilities() const override { return PlatformText::abilities(); }

    //! Tasks are about assets; servers before 2.0 know none, and their pulls tell of none.
    RequestTaking requestTaking() const override
    {
        return {.assets = true, .dependsOnServer = true, .onlyYesNoAndEnd = true};
    }

    SignInWays signInWays() const override
    {
        return {.ways = {SignInWay::Token, SignInWay::OpenId}, .isIdTokenBearer = true};
    }

    Result<QString> check(const AccountSettings &settings, const Services &services) const override
    {
        const auto installation = installationOf(settings.url);
        if (!installation)
            return tl::unexpected(installation.error());
        Server server(services, *installation, {});
        const auto release = server.release();
        if (!release)
            return tl::unexpected(release.error());
        const auto user = server.get({u"users"_s, u"loggedInUser"_s});
        if (!user)
            return tl::unexpected(user.error());
        const auto *tables = collectionOf(u"table"_s);
        if (const auto settled = server.settle(*tables); !settled)
            return tl::unexpected(settled.error());
        return PlatformText::found(release->text, server.totalOf(tables->type),
                                   openmetadata::userOf(user->body));
    }

    QString recognised(const AccountSettings &settings, const Services &services) const override
    {
        const auto installation = installationOf(settings.url);
        if (!installation)
            return {};
        const auto release = Server(services, *installation, {}).release();
        return release ? QString(u"OpenMetadata "_s % release->text.left(40)) : QString();
    }

    Result<std::unique_ptr<Session>> open(const AccountSettings &settings,
                                          const Services &services) const override
    {
        const auto installation = installationOf(settings.url);
        if (!installation)
            return tl::unexpected(installation.error());
        return std::make_unique<OpenMetadataSession>(settings, services, *installation);
    }

    Result<std::unique_ptr<RemoteSearch>>
    openSearch(const AccountSettings &settings, const Services &services,
               const std::function<bool()> &isOver) const override
    {
        const auto installation = installationOf(settings.url);
        if (!installation)
            return tl::unexpected(installation.error());
        return std::make_unique<OpenMetadataSearch>(services, *installation,
                                                    Subscription(domainsOf(settings)), isOver);
    }

    qint64 pullEveryMs() const override { return 60'000; }

    //! Requests came with release 2.0, and who is signed in is what they are made as.
    AccessHost accessHost(const AccountSettings &settings, const QByteArray &cursor) const override
    {
        const auto known = Cursor::fromBytes(cursor).value_or(Cursor());
        if (!Release{.number = int(known.release)}.hasTasks())
            return {};
        const auto signedIn = domain::actorFrom(known.me);
        return {.takesRequests = true,
                .taking = requestTaking(),
                .actor = signedIn.email.isEmpty() ? actor(settings) : signedIn};
    }

    QString revisionOf(const QByteArray &document, const QString &nativeId) const override
    {
        const auto entity = QJsonDocument::fromJson(document).object();
        const auto thing = thingOf(nativeId);
        const bool isIt = thing && entity.value(u"fullyQualifiedName"_s).toString() == thing->fqn;
        return isIt ? versionOf(entity) : QString();
    }
};

} // namespace

std::unique_ptr<Platform> create()
{
    return std::make_unique<OpenMetadataPlatform>();
}

} // namespace portolan::platforms::openmetadata
