// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/access/paths.h"

#include "models/base/identity.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::access {
namespace {

std::optional<QUuid> uuidIn(const QString &text)
{
    const QUuid id(text);
    return !id.isNull() && idText(id) == text ? std::optional(id) : std::nullopt;
}

} // namespace

QString requestPath(const QUuid &request)
{
    return u"access/requests/"_s % idText(request) % u".yaml"_s;
}

QString decisionPath(const QUuid &item, const QUuid &decision)
{
    return u"access/decisions/"_s % idText(item) % u'/' % idText(decision) % u".yaml"_s;
}

QString agreementPath(const QUuid &agreement)
{
    return u"access/agreements/"_s % idText(agreement) % u".yaml"_s;
}

QString grantPath(const QUuid &agreement)
{
    return u"access/grants/"_s % idText(agreement) % u".yaml"_s;
}

std::optional<AccessPath> accessPathOf(const QString &path)
{
    const auto end = u".yaml"_s;
    const auto parts = path.split(u'/');
    if (parts.size() < 3 || parts.size() > 4 || parts.first() != u"access" || !path.endsWith(end))
        return {};
    const auto id = uuidIn(parts.last().chopped(end.size()));
    if (!id)
        return {};
    if (parts.size() == 4) {
        const auto item = uuidIn(parts.at(2));
        if (parts.at(1) != u"decisions" || !item)
            return {};
        return AccessPath{.kind = AccessPath::Kind::Decision, .id = *id, .item = *item};
    }
    if (parts.at(1) == u"requests")
        return AccessPath{.kind = AccessPath::Kind::Request, .id = *id};
    if (parts.at(1) == u"agreements")
        return AccessPath{.kind = AccessPath::Kind::Agreement, .id = *id};
    if (parts.at(1) == u"grants")
        return AccessPath{.kind = AccessPath::Kind::Grant, .id = *id};
    return {};
}

} // namespace portolan::formats::access
