// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "models/items/accessfacts.h"
#include "models/platforms/builtinplatforms.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {

Context::Context(QString profileDirectory, MakePlatforms makePlatforms, const QString &command)
    : m_directory(std::move(profileDirectory))
    , m_name(u"portolan-cli "_s + QStringLiteral(PORTOLAN_VERSION) + u", "_s + command)
    , m_makePlatforms(makePlatforms ? std::move(makePlatforms) : platforms::builtinPlatforms)
{
}

Context::~Context() = default;

Result<store::Profile> Context::profile()
{
    auto opened = store::Profile::open(m_directory);
    if (opened && !m_log)
        m_log = std::make_unique<MessageLog>(opened->logFile(), m_name);
    return opened;
}

Result<store::Store *> Context::store()
{
    if (!m_store) {
        const auto opened = profile();
        if (!opened)
            return tl::unexpected(opened.error());
        auto created = store::Store::open(*opened, m_clock);
        if (!created)
            return tl::unexpected(created.error());
        m_store = std::move(*created);
    }
    return m_store.get();
}

Result<sync::Engine *> Context::engine()
{
    if (!m_engine) {
        const auto opened = store();
        if (!opened)
            return tl::unexpected(opened.error());
        m_engine = std::make_unique<sync::Engine>(**opened, m_clock, m_makePlatforms());
        m_engine->setClients(connections().clients().source());
        m_engine->setSendCheck(items::sendCheck(**opened, *m_engine, m_clock));
    }
    return m_engine.get();
}

sync::AccountEntry &Context::entry(sync::Engine &engine)
{
    if (!m_entry)
        m_entry = std::make_unique<sync::AccountEntry>(*m_store, engine, connections().clients());
    return *m_entry;
}

app::Connections &Context::connections()
{
    if (!m_connections)
        m_connections = std::make_unique<app::Connections>(m_clock, m_makePlatforms());
    return *m_connections;
}

} // namespace portolan::cli
