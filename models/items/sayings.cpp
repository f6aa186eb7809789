// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sayings.h"

#include "models/items/fieldpaths.h"

#include <algorithm>

namespace portolan::items {

using domain::Operation;
using domain::Saying;

const Saying *sayingOf(const QList<Saying> &said, const Operation &operation)
{
    const auto found = std::find_if(said.begin(), said.end(), [&operation](const Saying &one) {
        return one.account == operation.account && one.nativeId == operation.objectId;
    });
    return found == said.end() ? nullptr : &*found;
}

const Saying *describing(const QList<Saying> &said)
{
    const auto found = std::find_if(said.begin(), said.end(),
                                    [](const Saying &one) { return !one.description.isEmpty(); });
    return found == said.end() ? nullptr : &*found;
}

const Saying *owned(const QList<Saying> &said)
{
    const auto found = std::find_if(said.begin(), said.end(),
                                    [](const Saying &one) { return !one.owners.isEmpty(); });
    return found == said.end() ? nullptr : &*found;
}

const domain::FieldSaying *fieldIn(const Saying &one, const QString &path)
{
    const auto found = fieldCalled(one.fields, path);
    return found == one.fields.end() ? nullptr : &*found;
}

} // namespace portolan::items
