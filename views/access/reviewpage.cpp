// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/reviewpage.h"

#include "models/domain/approval.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "views/access/accessactions.h"
#include "views/access/casedetail.h"
#include "views/access/caselist.h"
#include "views/shared/blocks.h"
#include "views/shared/iconbutton.h"
#include "views/shared/keybutton.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

using domain::DecisionKind;

constexpr qsizetype templatesMost = 20;
constexpr qsizetype menuMost = 60;

//! A menu takes '&' for the letter that chooses.
QString menuText(const QString &text)
{
    return items::oneLine(text, menuMost).replace(u'&', u"&&"_s);
}

} // namespace

ReviewPage::ReviewPage(items::AccessSource &source, AccessActions &actions, QWidget *parent)
    : CasesPage(items::AccessCaseModel::Scope::ToReview, source, actions, parent)
    , m_pick(iconButton(u"saved-view"_s, tr("Reasons that are kept")))
{
    m_bar->layout()->addWidget(m_pick);
    connect(m_pick, &QAbstractButton::clicked, this, &ReviewPage::openTemplates);
    addStuckButtons();
    m_ask = addButton(u"ask-info"_s, tr("Ask"), u"I"_s, [this] { decide(DecisionKind::Ask); });
    m_reject =
        addButton(u"reject"_s, tr("Reject"), u"R"_s, [this] { decide(DecisionKind::Reject); });
    m_approve =
        addButton(u"approve"_s, tr("Approve"), u"A"_s, [this] { decide(DecisionKind::Approve); });
    m_deciding = {
        addAction(tr("Approve"), u"approve"_s, Qt::Key_A,
                  [this] { decide(DecisionKind::Approve); }),
        addAction(tr("Approve with a reason"), u"approve"_s, Qt::SHIFT | Qt::Key_A,
                  [this] {
                      setPending(DecisionKind::Approve);
                      m_reason->setFocus(Qt::OtherFocusReason);
                  }),
        addAction(tr("Reject"), u"reject"_s, Qt::Key_R, [this] { decide(DecisionKind::Reject); }),
        addAction(tr("Ask for information"), u"ask-info"_s, Qt::Key_I,
                  [this] { decide(DecisionKind::Ask); })};
    addAction(tr("Tick"), {}, Qt::Key_X, [this] { m_list->toggle(); });
    auto *done =
        addAction(tr("Decide"), {}, Qt::CTRL | Qt::Key_Return, [this] { decide(m_pending); });
    done->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_list->removeAction(done);
    QWidget::addAction(done); // wherever on the page the focus is
    connect(m_list, &CaseList::currentChangedTo, this, &ReviewPage::changeReason);
    finishBuild();
}

void ReviewPage::explainNothing(EmptyState &empty) const
{
    empty.explain(u"approve"_s, tr("Nothing waits for you"),
                  m_model.board()->me.isEmpty()
                      ? tr("None of your accounts knows who you are. Requests that name you as an "
                           "approver stand here once one does.")
                      : tr("Requests stand here in which you are the one who decides next."));
}

QList<ReviewPage::Target> ReviewPage::targets() const
{
    QList<Target> found;
    const auto ticked = m_model.ticked();
    for (const auto &id : ticked) {
        if (const auto *one = m_model.caseOf(id)) {
            for (const auto &item : items::itemsToDecide(*one, *m_model.board()))
                found.append({one, item});
        }
    }
    const auto *one = currentCase();
    if (!ticked.isEmpty() || one == nullptr || m_detail->shown().request.id != one->request.id)
        return found;
    for (const auto &item : m_detail->tickedItems())
        found.append({one, item});
    return found;
}

QList<domain::AccessDecision> ReviewPage::decisionsOf(DecisionKind kind,
                                                      const QList<Target> &targets) const
{
    QList<domain::AccessDecision> decisions;
    const auto &me = m_model.board()->me;
    const auto isMe = [&me](const domain::Actor &actor) {
        return std::any_of(me.begin(), me.end(), [&actor](const domain::Actor &one) {
            return domain::isSamePerson(one, actor);
        });
    };
    for (const auto &[one, item] : targets) {
        domain::AccessDecision decision{.id = QUuid::createUuid(),
                                        .item = item,
                                        .kind = kind,
                                        .reason = m_reason->text().trimmed(),
                                        .asked = one->asked};
        for (const auto &outcome : one->outcome.items) {
            const auto step = outcome.item == item ? items::openStepOf(outcome) : -1;
            if (step >= 0)
                decision.step = outcome.steps.at(step).step.role;
        }
        // A second word of the same person takes the place of the first: else both exclude each
        // other, and nothing is granted.
        const bool isVote = kind == DecisionKind::Approve || kind == DecisionKind::Reject;
        for (const auto &each : one->outcome.decisions) {
            const auto &old = each.decision;
            if (isVote && old.item == item && isMe(old.by)
                && each.effect == domain::DecisionEffect::Counts
                && (old.kind == DecisionKind::Approve || old.kind == DecisionKind::Reject)
                && (old.step.isEmpty() || decision.step.isEmpty() || old.step == decision.step))
                decision.replaces.append(old.id);
        }
        decisions.append(decision);
    }
    return decisions;
}

QString ReviewPage::doneText(DecisionKind kind, const QList<Target> &targets) const
{
    QSet<QUuid> requests;
    for (const auto &target : targets)
        requests.insert(target.one->request.id);
    const auto count = int(requests.size());
    const auto &request = targets.first().one->request;
    const auto who = items::oneLine(request.consumer.name, 60);
    switch (kind) {
    case DecisionKind::Approve:
        return count == 1 ? tr("Approved %n port(s) for %1", nullptr, int(targets.size())).arg(who)
                          : tr("Approved %n request(s)", nullptr, count);
    case DecisionKind::Reject:
        return count == 1 ? tr("Rejected %n port(s) for %1", nullptr, int(targets.size())).arg(who)
                          : tr("Rejected %n request(s)", nullptr, count);
    default:
        return count == 1 ? tr("Asked %1 for information").arg(items::personText(request.asker))
                          : tr("Asked about %n request(s)", nullptr, count);
    }
}

//! Whether a policy says no to one of \a targets, as far as that is known.
bool ReviewPage::isAgainstPolicy(const QList<Target> &targets) const
{
    return std::any_of(targets.begin(), targets.end(), [this](const Target &target) {
        const auto &id = target.one->request.id;
        return m_model.fails(id)
            || (m_detail->shown().request.id == id
                && m_detail->verdicts().countOf(domain::PolicyResult::Fail) > 0);
    });
}

//! Who goes back without a word has begun nothing: Ctrl+Enter is for the approval again.
void ReviewPage::escaped()
{
    if (m_reason->text().trimmed().isEmpty())
        setPending(DecisionKind::Approve);
}

void ReviewPage::setPending(DecisionKind kind)
{
    m_pending = kind;
    showBar();
}

//! What is begun about one request is never said about another: others may decide it meanwhile, and
//! the next one is under the keys. Words about several that are ticked are about all of them.
void ReviewPage::changeReason(const QUuid &request)
{
    const auto before = std::exchange(m_reasonOf, request);
    if (before == request || !m_model.ticked().isEmpty())
        return showBar();
    const Begun left{m_pending, m_reason->text()};
    if (before.isNull() || (left.kind == DecisionKind::Approve && left.reason.trimmed().isEmpty()))
        m_begun.remove(before);
    else
        m_begun.insert(before, left);
    const auto begun = m_begun.take(request);
    m_reason->setText(begun.reason);
    setPending(begun.kind);
}

void ReviewPage::decide(DecisionKind kind)
{
    const auto wanted = targets();
    if (wanted.isEmpty() || m_acts.isBusy())
        return;
    // One key is enough to let in whom no policy keeps out, and a few words where one does.
    if ((kind != DecisionKind::Approve || isAgainstPolicy(wanted))
        && m_reason->text().trimmed().isEmpty()) {
        setPending(kind);
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto decisions = decisionsOf(kind, wanted);
    m_acts.decide(decisions, doneText(kind, wanted), [this] {
        m_reason->clear();
        m_model.clearTicks();
        goOn();
        leaveBar();
        setPending(DecisionKind::Approve);
    });
}

void ReviewPage::showBar()
{
    const auto wanted = targets();
    const auto ticked = int(m_model.ticked().size());
    const auto count = int(wanted.size());
    m_approve->setWords(ticked > 0 ? tr("Approve %n request(s)", nullptr, ticked)
                                   : tr("Approve %n port(s)", nullptr, std::max(1, count)));
    m_approve->setDefault(m_pending == DecisionKind::Approve);
    m_reject->setDefault(m_pending == DecisionKind::Reject);
    m_ask->setDefault(m_pending == DecisionKind::Ask);
    for (auto *button : {m_ask, m_reject, m_approve})
        button->setEnabled(count > 0);
    for (auto *action : std::as_const(m_deciding))
        action->setEnabled(count > 0);
    showStuck();
    m_reason->setEnabled(count > 0);
    m_reason->setPlaceholderText(
        m_pending == DecisionKind::Reject    ? tr("Why not? Ctrl+Enter rejects")
            : m_pending == DecisionKind::Ask ? tr("What is to be known? Ctrl+Enter asks")
            : isAgainstPolicy(wanted) ? tr("A rule fails. Why all the same? Ctrl+Enter approves")
                                      : tr("Reason; Ctrl+Enter approves"));
    m_bar->layout()->invalidate();
}

void ReviewPage::openTemplates()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList ready{tr("Fits the purpose"), tr("Approved for this period only"),
                            tr("Which fields are needed, and for what?"),
                            tr("Is a shorter period enough?"),
                            tr("Another port serves this purpose with less personal data")};
    const auto offer = [this, menu](const QString &text) {
        menu->addAction(menuText(text), this, [this, text] {
            m_reason->setText(text);
            m_reason->setFocus(Qt::OtherFocusReason);
        });
    };
    std::for_each(m_templates.begin(), m_templates.end(), offer);
    if (!m_templates.isEmpty())
        menu->addSeparator();
    std::for_each(ready.begin(), ready.end(), offer);
    menu->addSeparator();
    const auto text = m_reason->text().trimmed();
    auto *keep = menu->addAction(tr("Keep this reason"), this, [this, text] {
        m_templates.removeAll(text);
        m_templates.prepend(text);
        m_templates = m_templates.mid(0, templatesMost);
    });
    keep->setEnabled(!text.isEmpty() && !m_templates.contains(text));
    auto *drop = menu->addAction(tr("Keep it no longer"), this,
                                 [this, text] { m_templates.removeAll(text); });
    drop->setEnabled(m_templates.contains(text));
    menu->popup(m_pick->mapToGlobal(QPoint(0, m_pick->height())));
}

} // namespace portolan::views::access
