// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the search of an account, beside whatever is synced.
#include "models/sync/engine.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::sync {

bool Engine::searches(const store::Account &account) const
{
    const auto *adapter = platform(account.platform);
    return adapter != nullptr
        && adapter->capabilities().testFlag(platforms::Capability::RemoteSearch);
}

Result<std::unique_ptr<platforms::RemoteSearch>>
Engine::openSearch(const store::Account &account, const std::function<bool()> &isOver) const
{
    const auto *adapter = platform(account.platform);
    if (adapter == nullptr) {
        return failure(Error::Kind::Usage,
                       u"this build has no platform \"%1\""_s.arg(account.platform));
    }
    const auto settings = settingsOf(account);
    const auto services = servicesFor(settings, m_clock, m_clients);
    if (!services)
        return tl::unexpected(services.error());
    auto opened = adapter->openSearch(settings, *services, isOver);
    if (opened && !*opened) {
        return failure(Error::Kind::Usage,
                       u"“%1” cannot be searched on its platform"_s.arg(account.name));
    }
    return opened;
}

} // namespace portolan::sync
