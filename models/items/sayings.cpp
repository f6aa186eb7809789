// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sayings.h"

#include "models/items/fieldpaths.h"

#include <algorithm>
#include <utility>

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

domain::Page onlyOf(domain::Page page, const QString &nativeId)
{
    if (nativeId.isEmpty())
        return page;
    page.said.removeIf([&nativeId](const Saying &one) { return one.nativeId != nativeId; });
    const auto *described = describing(page.said);
    page.entity.description = described == nullptr ? QString() : described->description;
    page.entity.tags.clear();
    for (const auto &one : std::as_const(page.said))
        page.entity.tags += one.tags;
    return page;
}

const domain::FieldSaying *fieldIn(const Saying &one, const QString &path)
{
    const auto found = fieldCalled(one.fields, path);
    return found == one.fields.end() ? nullptr : &*found;
}

} // namespace portolan::items
