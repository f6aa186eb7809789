// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/consumerlook.h"

#include "models/items/consumermodel.h"
#include "views/shared/painters.h"
#include "views/shared/rowdelegate.h"

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

using domain::AgreementState;
using items::ConsumerModel;
using items::Dependence;

//! Shape and colour of what runs or ran; what is neither good nor bad news has none.
std::optional<Status> statusOf(AgreementState state)
{
    switch (state) {
    case AgreementState::Active:
    case AgreementState::Renewed:
        return Status::Ok;
    case AgreementState::Expiring:
        return Status::Warn;
    case AgreementState::Expired:
        return Status::Breach;
    case AgreementState::Pending:
    case AgreementState::Suspended:
    case AgreementState::Terminated:
        break;
    }
    return {};
}

QString iconOf(Dependence kind, AgreementState state)
{
    if (kind == Dependence::Waits)
        return u"status-clock"_s;
    if (kind == Dependence::Reads)
        return u"downstream"_s;
    if (state == AgreementState::Pending)
        return u"status-clock"_s;
    return state == AgreementState::Suspended ? u"status-paused"_s : u"withdraw"_s;
}

} // namespace

QVariant consumerLook(const QModelIndex &source, int role)
{
    const auto kind = Dependence(source.data(ConsumerModel::KindRole).toInt());
    const auto state = AgreementState(source.data(ConsumerModel::AgreementRole).toInt());
    const bool isAgreement = kind == Dependence::Has || kind == Dependence::Had;
    const auto status = isAgreement ? statusOf(state) : std::optional<Status>();
    const int column = source.column();
    switch (role) {
    case RowDelegate::StatusRole:
        return column == ConsumerModel::State && status ? QVariant(int(*status)) : QVariant();
    case RowDelegate::IconNameRole:
        return column == ConsumerModel::State && !status ? iconOf(kind, state) : QString();
    case Qt::ToolTipRole: {
        const auto note = source.data(ConsumerModel::NoteRole).toString();
        return column == ConsumerModel::State && !note.isEmpty() ? QVariant(note) : QVariant();
    }
    case RowDelegate::EmphasisRole:
        return column == ConsumerModel::Consumer;
    case RowDelegate::MonoRole:
        return column == ConsumerModel::RoleName;
    case RowDelegate::SecondaryRole:
        return column == ConsumerModel::Distance || column == ConsumerModel::Contact;
    default:
        return {};
    }
}

//! The ports by which others use the thing of \a page.
items::ConsumedThing thingOf(const domain::Page &page)
{
    items::ConsumedThing thing{.id = page.entity.id, .ports = {}};
    for (const auto &related : page.related) {
        const bool isOffered =
            !related.incoming && related.relation == domain::Relation::OutputPort;
        const bool shows = related.incoming && related.relation == domain::Relation::Exposes;
        if (isOffered || shows)
            thing.ports.insert(related.entity.id);
    }
    return thing;
}

QList<items::Dependant> declaredBy(const items::Dossier &dossier)
{
    QList<items::Dependant> list;
    for (const auto &entity : dossier.consumers())
        list.append({.id = entity.id,
                     .kind = entity.kind,
                     .type = entity.type,
                     .label = entity.label(),
                     .owner = entity.ownerName,
                     .domain = entity.domain,
                     .steps = 1});
    return list;
}

} // namespace portolan::views::product
