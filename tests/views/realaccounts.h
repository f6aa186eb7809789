// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/connections.h"
#include "models/items/storeaccountsource.h"
#include "models/sync/accountentry.h"
#include "tests/cli/apiplatform.h"
#include "views/accounts/accountspane.h"

#include <QLabel>
#include <QTemporaryDir>

namespace portolan::tests {

//! The test's platform, to which nobody has to sign in.
class OpenPlatform final : public platforms::Platform
{
public:
    QString name() const override { return m_inner.name(); }

    platforms::Capabilities capabilities() const override { return m_inner.capabilities(); }

    platforms::SignInWays signInWays() const override
    {
        return {.ways = {platforms::SignInWay::None, platforms::SignInWay::Token},
                .keyHeader = {},
                .tokenPage = {}};
    }

    Result<QString> check(const platforms::AccountSettings &settings,
                          const platforms::Services &services) const override
    {
        return m_inner.check(settings, services);
    }

    Result<std::unique_ptr<platforms::Session>>
    open(const platforms::AccountSettings &settings,
         const platforms::Services &services) const override
    {
        return m_inner.open(settings, services);
    }

private:
    ApiPlatform m_inner;
};

inline sync::Engine::Platforms platformsOfTest()
{
    sync::Engine::Platforms list;
    list.push_back(std::make_unique<OpenPlatform>());
    return list;
}

//! The pane over a real store, engine and network, in a profile of its own.
struct RealAccounts
{
    RealAccounts()
        : connections(clock, platformsOfTest())
        , store(std::move(*store::Store::open(*store::Profile::open(dir.path()), clock)))
        , engine(*store, clock, platformsOfTest())
        , entry(*store, engine, connections.clients())
        , source(*store, engine, nullptr, &entry)
        , pane(source)
    {
        engine.setClients(connections.clients().source());
        pane.resize(1392, 828);
        pane.show();
    }

    //! All words that are on the pane now.
    QString words() const
    {
        QString text;
        for (const auto *label : pane.findChildren<QLabel *>()) {
            if (label->isVisible())
                text += label->text() + QChar(u'\n');
        }
        // Long words are broken where they may be.
        return text.remove(QChar(0x200B));
    }

    QTemporaryDir dir;
    SystemClock clock;
    app::Connections connections;
    std::unique_ptr<store::Store> store;
    sync::Engine engine;
    sync::AccountEntry entry;
    items::StoreAccountSource source;
    views::accounts::AccountsPane pane;
};

} // namespace portolan::tests
