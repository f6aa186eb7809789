// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/editplaces.h"

#include "models/sync/engine.h"

#include <utility>

namespace portolan::items {

QList<EditPlace> editPlaces(const QList<store::Account> &accounts, const sync::Engine &engine)
{
    using platforms::Capability;
    QList<EditPlace> places;
    for (const auto &account : accounts) {
        const auto *platform = engine.platform(account.platform);
        const auto can = platform == nullptr ? platforms::Capabilities() : platform->capabilities();
        EditPlace place{.account = account.id,
                        .canWrite = can.testFlag(Capability::Write),
                        .folder = can.testFlag(Capability::Files) ? account.folder : QString(),
                        .takesOwners = can.testFlag(Capability::WriteOwners),
                        .takesFields = can.testFlag(Capability::WriteFields)};
        if (platform != nullptr) {
            place.keepsOneOwner = platform->keepsOneOwner();
            place.revisionOf = [platform](const auto &document, const auto &nativeId) {
                return platform->revisionOf(document, nativeId);
            };
            place.whyUndescribed = [platform](const auto &nativeId) {
                return platform->whyUndescribed(nativeId);
            };
        }
        places.append(std::move(place));
    }
    return places;
}

} // namespace portolan::items
