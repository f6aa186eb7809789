// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resolving.h"

#include "app/cli/context.h"
#include "models/base/identity.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

constexpr int candidatesNamed = 10;

} // namespace

Result<store::Resolved> resolveOne(store::Store &store, const QString &reference)
{
    const auto found = await(store.resolve(reference, candidatesNamed + 1));
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty()) {
        return failure(
            Error::Kind::NotFound,
            u"nothing is called \"%1\"; `search` finds things by their words"_s.arg(reference));
    }
    const auto isExact = [&](const store::Resolved &candidate) {
        const auto &aliases = candidate.entity.aliases;
        return idText(candidate.entity.id) == reference || !candidate.fieldPath.isEmpty()
            || std::any_of(aliases.begin(), aliases.end(),
                           [&](const auto &alias) { return alias.nativeId == reference; });
    };
    if (found->size() == 1 || isExact(found->first()))
        return found->first();
    QStringList names;
    for (const auto &candidate : found->first(std::min<qsizetype>(found->size(), candidatesNamed)))
        names.append(candidate.entity.nativeId);
    return failure(
        Error::Kind::NotFound,
        u"%1 things are called \"%2\"; name one of: %3"_s
            .arg(found->size() > candidatesNamed ? u"many"_s : QString::number(found->size()))
            .arg(reference, names.join(u", "_s)));
}

} // namespace portolan::cli
