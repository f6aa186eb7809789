// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps the form from being sent, whom it goes to, and sending it.
#include "models/items/accessacts.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "views/access/accessactions.h"
#include "views/access/requestform.h"
#include "views/shared/keybutton.h"
#include "views/shared/labels.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

using domain::PolicyResult;

QStringList RequestForm::approvers() const
{
    QStringList found;
    const auto facts = items::factsOf(request(), m_offers, m_board->today);
    for (const auto &item : facts.items) {
        for (const auto &step : item.steps.value_or(QList<domain::ApprovalStep>())) {
            for (const auto &address : step.approvers) {
                if (!found.contains(address))
                    found.append(address);
            }
        }
    }
    return found;
}

QString RequestForm::obstacle() const
{
    const auto asked = request();
    if (asked.items.isEmpty())
        return tr("No port is chosen that can be asked for here");
    for (const auto &offer : m_offers) {
        if (!offer.isKnown)
            return tr("%1 is no longer known: leave it out, or see whether a sync brings it back")
                .arg(items::oneLine(offer.port, 200));
    }
    if (asked.consumer.name.isEmpty())
        return tr("Say which team or product will use the data");
    for (const auto &item : asked.items) {
        if (m_fields.isNothing(item.port))
            return tr("No field of %1 is ticked").arg(items::accessNameOf(*m_board, item.port));
    }
    if (!asked.to.isNull() && asked.to < asked.from)
        return tr("The period ends before it begins");
    if (m_verdicts.countOf(PolicyResult::Fail) > 0 && asked.exception.isEmpty())
        return tr("A rule fails: mend it, or say why it is asked all the same");
    return {};
}

void RequestForm::showFoot()
{
    const auto why = obstacle();
    m_send->setEnabled(why.isEmpty());
    setSafeToolTip(m_send, why.isEmpty() ? tr("Send (Ctrl+Enter)") : why);
    // A draft with something that nobody knows stays as it was stored.
    const bool isWhole = std::all_of(m_offers.begin(), m_offers.end(),
                                     [](const auto &offer) { return offer.isKnown; });
    m_save->setEnabled(!request().items.isEmpty() && isWhole);
    const auto people = approvers();
    const auto count = int(requests().size());
    m_goesTo->setIconName(why.isEmpty() ? u"kind-person"_s : u"status-info"_s);
    m_goesTo->setText(!why.isEmpty()         ? why
                          : people.isEmpty() ? tr("Nobody is named who decides")
                          : count > 1 ? tr("Goes out as %n request(s), one for each account, to %1",
                                           nullptr, count)
                                            .arg(people.join(u", "_s))
                                      : tr("Goes to %1").arg(people.join(u", "_s)));
}

QList<domain::AccessRequest> RequestForm::requests() const
{
    return items::byAccount(request(), m_offers);
}

void RequestForm::ask(bool isDraft)
{
    judge();
    if (m_acts.isBusy() || (isDraft ? !m_save->isEnabled() : !obstacle().isEmpty())
        || request().items.isEmpty())
        return;
    const auto replaced = m_replaced;
    const auto count = int(request().items.size());
    m_acts.ask(
        requests(), isDraft,
        isDraft ? tr("Saved as a draft")
                : tr("Asked for %n port(s)", nullptr, count), // its row says how far it is
        [this](const QUuid &id) {
            clear();
            Q_EMIT sent(id);
        },
        replaced);
}

void RequestForm::send()
{
    ask(false);
}

void RequestForm::saveDraft()
{
    ask(true);
}

} // namespace portolan::views::access
