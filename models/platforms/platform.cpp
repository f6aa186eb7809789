// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/platform.h"

#include "models/domain/approval.h"
#include "models/platforms/actionport.h"
#include "models/platforms/policyport.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {

PageSink::~PageSink() = default;

Result<domain::NamePairs> PageSink::namesApart()
{
    return domain::NamePairs();
}

Result<QHash<QString, QByteArray>> PageSink::notes()
{
    return QHash<QString, QByteArray>();
}

std::stop_token PageSink::stopToken() const
{
    return {};
}

Session::~Session() = default;
Platform::~Platform() = default;
ActionPort::~ActionPort() = default;
PolicyPort::~PolicyPort() = default;

ActionPort *Session::actions()
{
    return nullptr;
}

PolicyPort *Session::policies()
{
    return nullptr;
}

QList<Ability> Platform::abilities() const
{
    return {};
}

SignInWays Platform::signInWays() const
{
    return {};
}

QList<OwnSetting> Platform::ownSettings() const
{
    return {};
}

Result<std::unique_ptr<RemoteSearch>>
Platform::openSearch(const AccountSettings &, const Services &, const std::function<bool()> &) const
{
    return nullptr;
}

QString Platform::recognised(const AccountSettings &, const Services &) const
{
    return {};
}

qint64 Platform::pullEveryMs() const
{
    return 0;
}

QString signInWord(SignInWay way)
{
    switch (way) {
    case SignInWay::None:
        return u"none"_s;
    case SignInWay::Token:
        return u"token"_s;
    case SignInWay::Password:
        return u"password"_s;
    case SignInWay::OpenId:
        return u"openid"_s;
    }
    return {};
}

std::unique_ptr<QObject> Platform::watch(const AccountSettings &, std::function<void()>) const
{
    return nullptr;
}

QString Platform::revisionOf(const QByteArray &, const QString &) const
{
    return {};
}

QString Platform::whyUndescribed(const QString &) const
{
    return {};
}

bool Platform::keepsOneOwner() const
{
    return false;
}

RequestTaking Platform::requestTaking() const
{
    return {};
}

domain::Actor Platform::actor(const AccountSettings &settings) const
{
    return domain::actorFrom(settings.options.value(u"as"_s).toString());
}

AccessHost Platform::accessHost(const AccountSettings &settings, const QByteArray &) const
{
    if (!capabilities().testFlag(Capability::AccessRequests))
        return {};
    return {.takesRequests = true, .taking = requestTaking(), .actor = actor(settings)};
}

QStringList capabilityWords(Capabilities capabilities)
{
    static const std::pair<Capability, QString> words[] = {
        {Capability::Catalogue, u"catalogue"_s},
        {Capability::Lineage, u"lineage"_s},
        {Capability::Quality, u"quality"_s},
        {Capability::Incidents, u"incidents"_s},
        {Capability::AccessRequests, u"access-requests"_s},
        {Capability::Policies, u"policies"_s},
        {Capability::RemoteSearch, u"remote-search"_s},
        {Capability::Write, u"write"_s},
        {Capability::WriteOwners, u"write-owners"_s},
        {Capability::WriteFields, u"write-fields"_s},
        {Capability::ChangeFeed, u"change-feed"_s},
        {Capability::Files, u"files"_s},
    };
    QStringList list;
    for (const auto &[capability, word] : words) {
        if (capabilities.testFlag(capability))
            list.append(word);
    }
    return list;
}

} // namespace portolan::platforms
