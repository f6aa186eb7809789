// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entitykind.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {

QString kindWord(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Domain:
        return u"domain"_s;
    case EntityKind::Team:
        return u"team"_s;
    case EntityKind::Person:
        return u"person"_s;
    case EntityKind::Product:
        return u"product"_s;
    case EntityKind::Port:
        return u"port"_s;
    case EntityKind::Contract:
        return u"contract"_s;
    case EntityKind::Asset:
        return u"asset"_s;
    case EntityKind::Field:
        return u"field"_s;
    case EntityKind::Term:
        return u"term"_s;
    case EntityKind::Tag:
        return u"tag"_s;
    case EntityKind::Check:
        return u"check"_s;
    case EntityKind::Policy:
        return u"policy"_s;
    }
    return {};
}

std::optional<EntityKind> kindFromWord(QStringView word)
{
    for (const auto kind : allEntityKinds) {
        if (word.compare(kindWord(kind), Qt::CaseInsensitive) == 0)
            return kind;
    }
    return std::nullopt;
}

} // namespace portolan::domain
