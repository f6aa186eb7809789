// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/apicalls.h"
#include "models/platforms/platform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>
#include <utility>

namespace portolan::tests {

//! A platform with nothing but a sign-in: GET things below its address, and that is all there is.
class ApiPlatform final : public platforms::Platform
{
public:
    QString name() const override { return QStringLiteral("testapi"); }

    platforms::Capabilities capabilities() const override
    {
        return platforms::Capability::Catalogue;
    }

    platforms::SignInWays signInWays() const override
    {
        using platforms::SignInWay;
        return {.ways = {SignInWay::OpenId, SignInWay::Token, SignInWay::Password}};
    }

    Result<QString> check(const platforms::AccountSettings &settings,
                          const platforms::Services &services) const override
    {
        const auto body = things(settings, services);
        if (!body)
            return tl::unexpected(body.error());
        const auto count =
            QJsonDocument::fromJson(*body).object().value(QStringLiteral("things")).toArray();
        return QString::number(count.size()) + QStringLiteral(" things");
    }

    Result<std::unique_ptr<platforms::Session>>
    open(const platforms::AccountSettings &settings,
         const platforms::Services &services) const override
    {
        return std::make_unique<Opened>(settings, services);
    }

private:
    static Result<QByteArray> things(const platforms::AccountSettings &settings,
                                     const platforms::Services &services)
    {
        const auto base = net::HttpUrl::parse(settings.url.toString(QUrl::FullyEncoded));
        if (!base)
            return tl::unexpected(base.error());
        const auto response =
            platforms::ApiCalls(services.http, *base).get({QStringLiteral("things")});
        if (!response)
            return tl::unexpected(response.error());
        return response->body;
    }

    class Opened final : public platforms::Session
    {
    public:
        Opened(platforms::AccountSettings settings, const platforms::Services &services)
            : m_settings(std::move(settings))
            , m_services(services)
        {
        }

        Result<platforms::PullResult> pull(const QByteArray &, bool, platforms::PageSink &) override
        {
            const auto body = things(m_settings, m_services);
            if (!body)
                return tl::unexpected(body.error());
            platforms::PullResult result;
            result.complete = true;
            result.cursor = "seen";
            return result;
        }

    private:
        platforms::AccountSettings m_settings;
        platforms::Services m_services;
    };
};

} // namespace portolan::tests
