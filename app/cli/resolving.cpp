// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resolving.h"

#include "app/cli/context.h"
#include "models/base/identity.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

constexpr int candidatesNamed = 10;

//! Whether \a reference is \a nativeId, with the field \a path behind it where there is one.
bool isOf(const QString &reference, const QString &nativeId, const QString &path)
{
    if (path.isEmpty())
        return reference == nativeId;
    const auto isBehind = [&](const QString &id) {
        return reference.size() == id.size() + 1 + path.size() && reference.startsWith(id)
            && reference.endsWith(path, Qt::CaseInsensitive);
    };
    // OpenLineage calls fields otherwise than their datasets.
    const auto dataset = u"dataset:"_s;
    return isBehind(nativeId)
        || (nativeId.startsWith(dataset)
            && isBehind(u"datasetField:"_s + nativeId.mid(dataset.size())));
}

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

QString nativeIdIn(const QString &reference, const store::Resolved &found)
{
    const auto &entity = found.entity;
    QString longest;
    for (const auto &alias : entity.aliases) {
        const auto &id = alias.nativeId;
        const bool isItsName = id.compare(entity.name, Qt::CaseInsensitive) == 0
            || id.compare(entity.title, Qt::CaseInsensitive) == 0;
        if (!isItsName && id.size() > longest.size() && isOf(reference, id, found.fieldPath))
            longest = id;
    }
    return longest;
}

} // namespace portolan::cli
