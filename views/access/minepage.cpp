// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/minepage.h"

#include "models/items/accessreading.h"
#include "views/access/accessactions.h"
#include "views/access/caselist.h"
#include "views/shared/blocks.h"
#include "views/shared/keybutton.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

using domain::DecisionKind;
using domain::RequestState;

MinePage::MinePage(items::AccessSource &source, AccessActions &actions, QWidget *parent)
    : CasesPage(items::AccessCaseModel::Scope::Mine, source, actions, parent)
{
    static_cast<QHBoxLayout *>(m_bar->layout())->addStretch(0);
    m_takeBack = addButton(u"undo"_s, tr("Undo"), u"U"_s, [this] { takeBack(); });
    setSafeToolTip(m_takeBack, tr("Deletes from the outbox what was not sent yet"));
    addStuckButtons();
    m_withdraw = addButton(u"withdraw"_s, tr("Withdraw"), u"W"_s, [this] { withdraw(); });
    m_again = addButton(u"edit"_s, tr("Go on with the draft"), u"E"_s,
                        [this] { Q_EMIT formWanted(current()); });
    m_answer = addButton(u"send"_s, tr("Answer"), u"Ctrl+↵"_s, [this] { answer(); });
    m_keys = {addAction(tr("Undo what was not sent"), u"undo"_s, Qt::Key_U, [this] { takeBack(); }),
              addAction(tr("Withdraw"), u"withdraw"_s, Qt::Key_W, [this] { withdraw(); }),
              addAction(tr("Go on with the draft, or ask again"), u"edit"_s, Qt::Key_E,
                        [this] { Q_EMIT formWanted(current()); })};
    auto *done = addAction(tr("Answer"), u"send"_s, Qt::CTRL | Qt::Key_Return,
                           [this] { m_isWithdrawing ? withdraw() : answer(); });
    done->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_list->removeAction(done);
    QWidget::addAction(done); // wherever on the page the focus is
    connect(m_list, &CaseList::currentChangedTo, this, [this] {
        m_isWithdrawing = false;
        showBar();
    });
    finishBuild();
}

void MinePage::explainNothing(EmptyState &empty) const
{
    empty.explain(u"pane-access"_s, tr("You have not asked for anything yet"),
                  tr("Choose “Request access” on the page of a product, or of several ports in the "
                     "catalogue. What you asked for stands here, with everybody it waits for."),
                  tr("Open the catalogue"));
}

QList<domain::AccessItem> MinePage::openItems(bool isAsked) const
{
    QList<domain::AccessItem> open;
    const auto *one = currentCase();
    for (qsizetype i = 0; one != nullptr && i < one->outcome.items.size(); ++i) {
        const auto state = one->outcome.items.at(i).state;
        if (isAsked ? state == domain::ItemState::NeedsInfo : items::isOpen(state))
            open.append(one->request.items.at(i));
    }
    return open;
}

void MinePage::say(DecisionKind kind, const QString &done)
{
    if (m_acts.isBusy())
        return;
    m_isWithdrawing = kind == DecisionKind::Withdraw;
    if (m_reason->text().trimmed().isEmpty()) {
        showBar();
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    QList<domain::AccessDecision> decisions;
    for (const auto &item : openItems(kind == DecisionKind::Answer))
        decisions.append({.id = QUuid::createUuid(),
                          .item = item.id,
                          .kind = kind,
                          .reason = m_reason->text().trimmed()});
    m_acts.decide(decisions, done, [this] {
        m_isWithdrawing = false;
        m_reason->clear();
        leaveBar();
    });
}

void MinePage::answer()
{
    if (!openItems(true).isEmpty())
        say(DecisionKind::Answer, tr("Answered"));
}

void MinePage::withdraw()
{
    say(DecisionKind::Withdraw, tr("Withdrawn"));
}

void MinePage::takeBack()
{
    if (const auto *one = currentCase()) {
        leaveBar();
        m_acts.discard(items::undoableOf(*one), tr("Undone: deleted from the outbox"));
    }
}

void MinePage::showBar()
{
    const auto *one = currentCase();
    const auto state = one != nullptr ? one->outcome.state : RequestState::External;
    const bool isDraft = state == RequestState::Draft;
    const bool isOver = state == RequestState::Rejected || state == RequestState::Withdrawn
        || state == RequestState::PartlyApproved;
    const bool isNeverSent = one != nullptr && items::isNeverSent(*one);
    const bool isAsked = !openItems(true).isEmpty();
    const bool canWithdraw = !openItems(false).isEmpty();
    m_answer->setVisible(isAsked);
    m_answer->setDefault(isAsked && !m_isWithdrawing);
    m_withdraw->setVisible(canWithdraw);
    m_withdraw->setDefault(m_isWithdrawing);
    showStuck();
    m_takeBack->setVisible(one != nullptr && !isNeverSent && !items::undoableOf(*one).isEmpty());
    m_takeBack->setWords(isDraft ? tr("Discard the draft") : tr("Undo"));
    m_again->setVisible(isDraft || isOver || isNeverSent);
    m_again->setWords(isDraft ? tr("Go on with the draft") : tr("Ask again"));
    m_again->setDefault(isDraft || isNeverSent);
    m_reason->setVisible(isAsked || canWithdraw);
    m_reason->setPlaceholderText(m_isWithdrawing ? tr("Why you withdraw it; Ctrl+Enter does it")
                                     : isAsked   ? tr("Your answer, or why you withdraw it")
                                                 : tr("Why you withdraw it"));
    const std::array<const QWidget *, 3> buttons{m_takeBack, m_withdraw, m_again};
    for (std::size_t i = 0; i < buttons.size(); ++i)
        m_keys[i]->setEnabled(!buttons[i]->isHidden());
    m_bar->setVisible(m_answer->isVisibleTo(m_bar) || m_withdraw->isVisibleTo(m_bar)
                      || m_takeBack->isVisibleTo(m_bar) || m_again->isVisibleTo(m_bar)
                      || m_giveUp->isVisibleTo(m_bar));
}

} // namespace portolan::views::access
