// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entity.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {

QString relationWord(Relation relation)
{
    switch (relation) {
    case Relation::Parent:
        return u"parent"_s;
    case Relation::InDomain:
        return u"in-domain"_s;
    case Relation::OutputPort:
        return u"output-port"_s;
    case Relation::InputPort:
        return u"input-port"_s;
    case Relation::ManagementPort:
        return u"management-port"_s;
    case Relation::GovernedBy:
        return u"governed-by"_s;
    case Relation::Exposes:
        return u"exposes"_s;
    case Relation::OwnedBy:
        return u"owned-by"_s;
    case Relation::MemberOf:
        return u"member-of"_s;
    case Relation::PartOf:
        return u"part-of"_s;
    case Relation::Describes:
        return u"describes"_s;
    case Relation::Consumes:
        return u"consumes"_s;
    case Relation::Checks:
        return u"checks"_s;
    case Relation::Means:
        return u"means"_s;
    }
    return {};
}

QString domainText(const QStringList &domain)
{
    return domain.join(u" › "_s);
}

} // namespace portolan::domain
