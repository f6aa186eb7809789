// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/datahub/unlisted.h"

#include "models/platforms/sortedlist.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {

void Unlisted::noteThere(const QString &urn)
{
    m_there.insert(shortHash(urn));
}

Result<QStringList> Unlisted::writtenOn(const EntityPage &page)
{
    QSet<QString> written;
    for (const auto &entity : page.entities) {
        const auto outputs =
            entity.isRemoved() ? QStringList() : outputsOf(entity.aspect("dataJobInputOutput"));
        for (const auto &urn : outputs) {
            if (typeOf(urn) == u"dataset" && urnOf(urn) && !m_there.contains(shortHash(urn)))
                written.insert(urn);
        }
    }
    for (const auto &entity : page.entities)
        written.remove(entity.urn);
    QStringList ask;
    for (const auto &urn : std::as_const(written)) {
        if (!m_absent.contains(shortHash(urn)))
            ask.append(urn);
    }
    ask.sort();
    const auto answer = m_api.entities(ask, {{u"dataset"_s, {u"datasetKey"_s, u"status"_s}}});
    if (!answer)
        return tl::unexpected(answer.error());
    for (const auto &entity : answer->entities) {
        noteThere(entity.urn);
        written.remove(entity.urn);
    }
    // Of what it refuses, or sends unreadably, nobody knows whether it is there.
    for (const auto &urn : std::as_const(ask)) {
        if (answer->unreadable > 0 || answer->refused.contains(urn))
            written.remove(urn);
        else if (written.contains(urn))
            m_absent.insert(shortHash(urn));
    }
    return sorted(written);
}

domain::Record unlistedOf(const QString &urn, const Context &context)
{
    Entity entity{.urn = urn, .name = {}, .json = json::nullJson(), .raw = {}};
    if (const auto name = urnOf(urn))
        entity.name = *name;
    auto record = assetOf(entity, context);
    record.native.clear(); // DataHub has neither a document nor a page of it
    addFact(record, u"known from"_s, u"the jobs that write it"_s);
    return record;
}

} // namespace portolan::platforms::datahub
