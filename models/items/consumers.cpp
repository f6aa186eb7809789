// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/consumers.h"

#include "models/domain/approval.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using domain::AgreementState;
using domain::ItemState;

struct ConsumerWords
{
    Q_DECLARE_TR_FUNCTIONS(Consumers)
};

constexpr qsizetype nameMost = 200;

bool isOver(AgreementState state)
{
    return state == AgreementState::Expired || state == AgreementState::Terminated;
}

QString nameOf(const domain::Consumer &consumer)
{
    return oneLine(consumer.name.isEmpty() ? consumer.id : consumer.name, nameMost);
}

//! Collects the rows of one thing.
class Rows
{
public:
    Rows(const AccessBoard &board, const ConsumedThing &thing)
        : m_board(board)
        , m_thing(thing)
    {
    }

    void addAgreements()
    {
        QHash<QUuid, const AccessCase *> cases;
        for (const auto &one : m_board.cases)
            cases.insert(one.request.id, &one);
        const auto renewals = openRenewalsOf(m_board);
        for (const auto &holder : holdersOf(m_board)) {
            const auto &agreement = holder.agreement;
            if (!isOf(agreement.port, agreement.product))
                continue;
            // What was renewed ends all the same: then the one after it is what counts.
            const bool hasEnded = agreement.to.isValid() && agreement.to < m_board.today;
            ConsumerRow row{.kind = hasEnded || isOver(holder.state) ? Dependence::Had
                                                                     : Dependence::Has,
                            .id = agreement.id,
                            .request = holder.request,
                            .consumer = nameOf(agreement.consumer),
                            .port = accessNameOf(m_board, agreement.port),
                            .purpose = purposeText(m_board.policies, agreement.purpose),
                            .role = oneLine(agreement.role, nameMost),
                            .agreement = holder.state,
                            .from = agreement.from,
                            .to = agreement.to,
                            .renewal = renewals.value(agreement.id)};
            if (agreement.to.isValid())
                row.daysLeft = m_board.today.daysTo(agreement.to);
            if (const auto *one = cases.value(holder.request))
                addContact(row, one->request.asker);
            if (const auto grant = m_board.grants.constFind(agreement.id);
                grant != m_board.grants.cend()) {
                row.grant = domain::outcomeOf(*grant).now.state;
                row.grantNote = grantText(*grant);
            }
            rows.append(row);
        }
    }

    void addRequests()
    {
        for (const auto &one : m_board.cases) {
            const auto mine = itemsToDecide(one, m_board);
            for (qsizetype i = 0; i < one.outcome.items.size() && i < one.request.items.size();
                 ++i) {
                const auto &item = one.request.items.at(i);
                const auto &outcome = one.outcome.items.at(i);
                if (!isWaiting(outcome.state) || !isOf(item.port, item.product))
                    continue;
                ConsumerRow row{.kind = Dependence::Waits,
                                .id = item.id,
                                .request = one.request.id,
                                .consumer = nameOf(one.request.consumer),
                                .port = accessNameOf(m_board, item.port),
                                .purpose = purposeText(m_board.policies, one.request.purpose),
                                .role = oneLine(item.role, nameMost),
                                .item = outcome.state,
                                .from = one.request.from,
                                .to = one.request.to,
                                .isForMe = mine.contains(item.id)
                                    && outcome.state != ItemState::NeedsInfo};
                addContact(row, one.request.asker);
                if (const auto step = openStepOf(outcome); step >= 0)
                    row.waitsFor =
                        oneLine(outcome.steps.at(step).step.approvers.join(u", "_s), nameMost);
                rows.append(row);
            }
        }
    }

    void addReaders(const QList<Dependant> &dependants)
    {
        for (const auto &one : dependants)
            rows.append({.kind = Dependence::Reads,
                         .id = one.id,
                         .consumer = oneLine(one.label, nameMost),
                         .contact = oneLine(one.owner, nameMost),
                         .steps = one.steps,
                         .reader = one.kind,
                         .readerType = one.type});
    }

    QList<ConsumerRow> rows;

private:
    static bool isWaiting(ItemState state)
    {
        return items::isOpen(state) || state == ItemState::Queued;
    }

    static void addContact(ConsumerRow &row, const domain::Actor &who)
    {
        row.contact = personText(who);
        row.email = oneLine(who.email, nameMost);
    }

    bool isOf(const QString &port, const QString &product) const
    {
        const auto portId = m_board.names.value(port).id;
        const auto productId = m_board.names.value(product).id;
        return (!portId.isNull() && (portId == m_thing.id || m_thing.ports.contains(portId)))
            || (!productId.isNull() && productId == m_thing.id);
    }

    const AccessBoard &m_board;
    const ConsumedThing &m_thing;
};

} // namespace

QList<ConsumerRow> consumersOf(const AccessBoard &board, const ConsumedThing &thing,
                               const QList<Dependant> &dependants)
{
    Rows made(board, thing);
    made.addAgreements();
    made.addRequests();
    made.addReaders(dependants);
    auto &rows = made.rows;
    std::stable_sort(rows.begin(), rows.end(), [](const auto &left, const auto &right) {
        return urgencyOf(left) < urgencyOf(right);
    });
    return rows;
}

AskerRecord recordOf(const AccessBoard &board, const domain::Actor &who, const QUuid &except)
{
    AskerRecord record;
    QSet<QUuid> own;
    for (const auto &one : board.cases) {
        if (one.request.id == except || !domain::isSamePerson(one.request.asker, who))
            continue;
        own.insert(one.request.id);
        for (const auto &item : one.outcome.items)
            record.rejected += item.state == ItemState::Rejected ? 1 : 0;
    }
    for (const auto &holder : holdersOf(board)) {
        if (!own.contains(holder.request))
            continue;
        if (holder.state == AgreementState::Terminated)
            ++record.terminated;
        else if (domain::isInForce(holder.agreement, board.today))
            ++record.inForce;
        else if (holder.state == AgreementState::Expired || holder.state == AgreementState::Renewed)
            ++record.over;
    }
    return record;
}

QString recordText(const AskerRecord &record)
{
    QStringList parts;
    if (record.inForce > 0)
        parts.append(ConsumerWords::tr("%n agreement(s) in force", nullptr, record.inForce));
    if (record.over > 0)
        parts.append(ConsumerWords::tr("%n over", nullptr, record.over));
    if (record.terminated > 0)
        parts.append(ConsumerWords::tr("%n terminated", nullptr, record.terminated));
    if (record.rejected > 0)
        parts.append(ConsumerWords::tr("%n rejected", nullptr, record.rejected));
    return parts.isEmpty() ? ConsumerWords::tr("no agreement before") : parts.join(u", "_s);
}

int consumerCount(const QList<ConsumerRow> &rows)
{
    QSet<QString> names;
    for (const auto &row : rows) {
        if (row.kind == Dependence::Has && row.agreement != AgreementState::Suspended)
            names.insert(row.consumer);
    }
    return int(names.size());
}

QString dependenceText(const ConsumerRow &row)
{
    switch (row.kind) {
    case Dependence::Has:
    case Dependence::Had:
        return agreementStateText(row.agreement);
    case Dependence::Waits:
        return itemStateText(row.item);
    case Dependence::Reads:
        break;
    }
    return ConsumerWords::tr("Reads it");
}

int urgencyOf(const ConsumerRow &row)
{
    switch (row.kind) {
    case Dependence::Waits:
        return row.isForMe ? 0 : 2;
    case Dependence::Has:
        return row.agreement == AgreementState::Expiring && row.renewal.isNull() ? 1 : 3;
    case Dependence::Reads:
        return 3 + std::min(row.steps, 100);
    case Dependence::Had:
        break;
    }
    return 200;
}

} // namespace portolan::items
