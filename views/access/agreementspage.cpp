// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/agreementspage.h"

#include "models/base/async.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/policy/judge.h"
#include "views/access/accessactions.h"
#include "views/access/expiryradar.h"
#include "views/shared/blocks.h"
#include "views/shared/fittedtable.h"
#include "views/shared/keybutton.h"
#include "views/shared/tabs.h"

#include <QApplication>
#include <QDateEdit>
#include <QIdentityProxyModel>
#include <QLineEdit>
#include <QStackedLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

using domain::AgreementState;
using items::AgreementModel;
using items::AgreementRow;

AgreementsPage::~AgreementsPage() = default;

void AgreementsPage::setBoard(const items::AccessBoardPtr &board)
{
    m_board = board;
    m_model.show(board);
    if (m_until->date() <= board->today)
        m_until->setDate(board->today.addYears(1).addDays(-1));
    m_until->setMinimumDate(board->today);
    showRadar();
    showState();
    showBar();
    Q_EMIT countChanged();
}

void AgreementsPage::setFilter(const QString &filter)
{
    m_model.setFilter(filter);
    showState();
    showBar();
}

void AgreementsPage::showAgreement(const QUuid &agreement)
{
    m_scope->setCurrent(0);
    m_radar->clearRange();
    m_first = {};
    m_last = {};
    m_model.setEnds({}, {});
    showState();
    m_table->choose(agreement);
    m_table->setFocus(Qt::OtherFocusReason);
}

void AgreementsPage::showRadar()
{
    m_radar->show(m_model.all(), m_board->today);
    m_twin->setText(m_radar->asText());
    const auto soon =
        int(std::count_if(m_model.all().begin(), m_model.all().end(), [](const AgreementRow &row) {
            return row.holder.state == AgreementState::Expiring;
        }));
    m_soon->setStatus(soon > 0 ? Status::Warn : Status::Ok,
                      soon > 0 ? tr("%n end(s) soon", nullptr, soon) : tr("None ends soon"));
}

void AgreementsPage::showState()
{
    if (!m_board || m_model.rowCount() > 0 || m_first.isValid()) {
        m_stack->setCurrentWidget(m_content);
        return;
    }
    if (m_model.count() == 0)
        m_empty->explain(u"kind-agreement"_s, tr("There are no agreements yet"),
                         tr("An agreement begins when a request is approved. It stands here until "
                            "long after its end, with everybody who uses the data."));
    else
        m_empty->explain(u"filter"_s, tr("No agreement matches"),
                         tr("%n agreement(s) are known, none of them has these words and is one "
                            "of yours.",
                            nullptr, m_model.count()),
                         tr("Show all"));
    m_stack->setCurrentWidget(m_empty);
}

QList<AgreementRow> AgreementsPage::targets() const
{
    QList<AgreementRow> rows;
    for (const auto &id : m_model.ticked()) {
        if (const auto *row = m_model.row(id))
            rows.append(*row);
    }
    if (!rows.isEmpty())
        return rows;
    const auto *current = m_model.row(m_table->currentId());
    return current != nullptr ? QList<AgreementRow>{*current} : rows;
}

//! The same again: from the day after its end, or from today where that is over.
domain::AccessRequest AgreementsPage::renewalOf(const AgreementRow &row) const
{
    const auto &agreement = row.holder.agreement;
    domain::AccessRequest request{.consumer = agreement.consumer,
                                  .purpose = agreement.purpose,
                                  .to = m_until->date(),
                                  .terms = agreement.terms,
                                  .renews = agreement.id};
    request.from =
        agreement.to.isValid() ? std::max(agreement.to.addDays(1), m_board->today) : m_board->today;
    request.items = {{.port = agreement.port,
                      .product = agreement.product,
                      .account = agreement.account,
                      .role = agreement.role,
                      .fields = agreement.fields}};
    for (const auto &one : m_board->cases) {
        if (one.request.id == agreement.request)
            request.justification = one.request.justification;
    }
    return request;
}

void AgreementsPage::renew()
{
    auto rows = targets();
    rows.removeIf([](const AgreementRow &row) { return !row.renewal.isNull(); });
    if (rows.isEmpty() || m_acts.isBusy())
        return;
    QList<QUuid> ports;
    for (const auto &row : std::as_const(rows)) {
        const auto id = m_board->names.value(row.holder.agreement.port).id;
        if (!id.isNull())
            ports.append(id);
    }
    const auto question = ++m_question;
    onFinished(m_source.offers(ports), this,
               [this, question, rows](const Result<QList<items::AccessOffer>> &answer) {
                   if (question != m_question)
                       return;
                   if (answer)
                       takeOffers(rows, *answer);
                   else
                       m_acts.say(u"status-breach"_s,
                                  tr("Not renewed: what is offered could not be read"));
               });
}

void AgreementsPage::takeOffers(const QList<AgreementRow> &rows,
                                const QList<items::AccessOffer> &offers)
{
    QList<domain::AccessRequest> good;
    QList<domain::AccessRequest> bad;
    for (const auto &row : rows) {
        auto request = renewalOf(row);
        request.verdicts = items::judgedBy(*m_board, request, offers);
        const bool isOffered = std::any_of(offers.begin(), offers.end(), [&](const auto &offer) {
            return offer.port == row.holder.agreement.port && !offer.account.isNull();
        });
        const bool holds = isOffered && request.to >= request.from
            && policy::worstOf(request.verdicts) != domain::PolicyResult::Fail;
        (holds ? good : bad).append(request);
    }
    if (good.isEmpty()) {
        if (bad.size() == 1)
            Q_EMIT formWanted(bad.first());
        else
            m_acts.say(u"status-warn"_s,
                       tr("Not renewed: the rules do not hold any more. Renew them one by one."));
        return;
    }
    auto done = tr("Asked to renew %n agreement(s)", nullptr, int(good.size()));
    if (!bad.isEmpty())
        done += u". "_s
            + tr("%n more need(s) the form: rules do not hold any more", nullptr, int(bad.size()));
    m_acts.ask(good, false, done, [this](const QUuid &) {
        m_model.clearTicks();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void AgreementsPage::terminate()
{
    auto rows = targets();
    rows.removeIf([](const AgreementRow &row) {
        return !(row.isUsed || row.isDecided) || row.holder.state == AgreementState::Terminated
            || row.holder.state == AgreementState::Expired;
    });
    if (rows.isEmpty() || m_acts.isBusy())
        return;
    if (!hasReason(domain::DecisionKind::Terminate, tr("Why it is terminated; Enter does it")))
        return;
    decide(rows, domain::DecisionKind::Terminate,
           tr("Terminated %n agreement(s)", nullptr, int(rows.size())));
}

QList<AgreementRow> AgreementsPage::pausable() const
{
    auto rows = targets();
    rows.removeIf([](const AgreementRow &row) {
        return !row.isDecided || row.holder.state == AgreementState::Terminated
            || row.holder.state == AgreementState::Expired
            || row.holder.state == AgreementState::Renewed;
    });
    const auto isSuspended = [](const AgreementRow &row) {
        return row.holder.state == AgreementState::Suspended;
    };
    // Of several some may be suspended already: the others follow.
    if (!std::all_of(rows.begin(), rows.end(), isSuspended))
        rows.removeIf(isSuspended);
    return rows;
}

void AgreementsPage::pause()
{
    const auto rows = pausable();
    if (rows.isEmpty())
        return;
    const auto count = int(rows.size());
    if (rows.first().holder.state == AgreementState::Suspended) {
        decide(rows, domain::DecisionKind::Resume, tr("Resumed %n agreement(s)", nullptr, count));
        return;
    }
    if (hasReason(domain::DecisionKind::Suspend, tr("Why it is suspended; Enter does it")))
        decide(rows, domain::DecisionKind::Suspend,
               tr("Suspended %n agreement(s)", nullptr, count));
}

bool AgreementsPage::hasReason(domain::DecisionKind kind, const QString &wanted)
{
    if (!m_reason->text().trimmed().isEmpty())
        return true;
    m_meant = kind;
    m_reason->setPlaceholderText(wanted);
    m_reason->setFocus(Qt::OtherFocusReason);
    return false;
}

//! Where nobody said what the reason is for and both could be, a button has to.
void AgreementsPage::doWhatWasMeant()
{
    if (m_meant == domain::DecisionKind::Suspend)
        pause();
    else if (m_meant || pausable().isEmpty())
        terminate();
    else
        m_pauses->setFocus(Qt::TabFocusReason);
}

void AgreementsPage::decide(const QList<AgreementRow> &rows, domain::DecisionKind kind,
                            const QString &done)
{
    if (rows.isEmpty() || m_acts.isBusy())
        return;
    QList<domain::AccessDecision> decisions;
    for (const auto &row : rows)
        decisions.append({.id = QUuid::createUuid(),
                          .item = row.holder.agreement.item,
                          .kind = kind,
                          .reason = m_reason->text().trimmed()});
    m_acts.decide(decisions, done, [this] {
        m_meant.reset();
        m_reason->setPlaceholderText(tr("Why it is terminated or suspended"));
        m_reason->clear();
        m_model.clearTicks();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void AgreementsPage::showBar()
{
    const auto rows = targets();
    QStringList names;
    QList<QUuid> ids;
    for (const auto &row : rows) {
        names.append(items::oneLine(row.holder.agreement.consumer.name, 60));
        ids.append(row.id());
    }
    m_radar->setChosen(ids);
    const auto ticked = int(m_model.ticked().size());
    // Of one it is also said whether the access was given.
    if (rows.size() == 1 && ticked == 0 && rows.first().grant)
        names.first() = tr("%1: %2").arg(names.first(), items::grantText(*rows.first().grant));
    m_chosen->setText(rows.isEmpty() ? tr("Nothing is chosen")
                          : ticked > 0
                          ? tr("%n chosen: %1", nullptr, ticked).arg(names.join(u", "_s))
                          : names.first());
    const bool canRenew = std::any_of(rows.begin(), rows.end(), [](const AgreementRow &row) {
        return row.renewal.isNull() && row.holder.state != AgreementState::Terminated;
    });
    const bool canEnd = std::any_of(rows.begin(), rows.end(), [](const AgreementRow &row) {
        return (row.isUsed || row.isDecided) && row.holder.state != AgreementState::Terminated
            && row.holder.state != AgreementState::Expired;
    });
    m_renew->setEnabled(canRenew);
    m_until->setEnabled(canRenew);
    const auto paused = pausable();
    const bool isSuspended =
        !paused.isEmpty() && paused.first().holder.state == AgreementState::Suspended;
    m_pauses->setVisible(!paused.isEmpty());
    m_pauses->setWords(isSuspended ? tr("Resume") : tr("Suspend"));
    m_end->setEnabled(canEnd);
    m_reason->setEnabled(canEnd || !paused.isEmpty());
    m_renew->setWords(ticked > 1 ? tr("Renew %n agreement(s)", nullptr, ticked) : tr("Renew"));
}

QVariantMap AgreementsPage::saveState() const
{
    return {{u"version"_s, 1},
            {u"scope"_s, m_scope->current()},
            {u"span"_s, m_span->current()},
            {u"table"_s, m_table->saveState()}};
}

void AgreementsPage::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_scope->setCurrent(std::clamp(state.value(u"scope"_s).toInt(), 0, 2));
    m_span->setCurrent(std::clamp(state.value(u"span"_s).toInt(), 0, 1));
    m_table->restoreState(state.value(u"table"_s).toMap());
}

QList<QWidget *> AgreementsPage::parts() const
{
    return {m_table, m_radar, m_until};
}

} // namespace portolan::views::access
