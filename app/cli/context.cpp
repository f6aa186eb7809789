// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "models/items/accessfacts.h"
#include "models/platforms/builtinplatforms.h"

#include <utility>

namespace portolan::cli {

Context::Context(QString profileDirectory)
    : m_directory(std::move(profileDirectory))
{
}

Context::~Context() = default;

Result<store::Profile> Context::profile()
{
    return store::Profile::open(m_directory);
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
        m_engine = std::make_unique<sync::Engine>(**opened, m_clock, platforms::builtinPlatforms());
        m_engine->setSendCheck(items::sendCheck(**opened, *m_engine, m_clock));
    }
    return m_engine.get();
}

} // namespace portolan::cli
