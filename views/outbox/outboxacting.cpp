// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do in the pane, by key, by button and from the palette.
#include "views/outbox/outboxactions.h"
#include "views/outbox/outboxdetail.h"
#include "views/outbox/outboxlist.h"
#include "views/outbox/outboxpane.h"
#include "views/shared/icons.h"
#include "views/shared/keybutton.h"
#include "views/shared/safetext.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::outbox {
namespace {

using items::OutboxAct;
using items::OutboxEntry;

//! The acts in the order of their buttons, the likeliest last, where the eye ends.
struct Look
{
    OutboxAct act;
    const char *icon;
    int key;
};

constexpr std::array looks{Look{OutboxAct::GiveUp, "delete", Qt::Key_Delete},
                           Look{OutboxAct::TakeBack, "undo", Qt::Key_U},
                           Look{OutboxAct::TakeTheirs, "import", Qt::Key_T},
                           Look{OutboxAct::KeepMine, "export", Qt::Key_M},
                           Look{OutboxAct::LookAgain, "refresh", Qt::Key_L},
                           Look{OutboxAct::TryAgain, "refresh", Qt::Key_R},
                           Look{OutboxAct::Edit, "edit", Qt::Key_E},
                           Look{OutboxAct::Send, "send", Qt::Key_S}};

QString keyText(int key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace

QAction *OutboxPane::addAction(const QString &text, const QString &iconName,
                               const QKeySequence &key, bool isOfList,
                               const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(key);
    // Single letters hold only while the list has the focus: the action belongs to it.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    if (isOfList)
        m_list->addAction(action);
    else
        QWidget::addAction(action);
    m_actions.append(action);
    return action;
}

void OutboxPane::buildActions()
{
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const auto &look : looks) {
        const auto icon = QString::fromLatin1(look.icon);
        const auto words = wordOf(look.act, 1);
        m_acting.insert(int(look.act),
                        addAction(words, icon, QKeySequence(look.key), true,
                                  [this, act = look.act] { this->act(act); }));
        auto *button = new KeyButton(icon, words, keyText(look.key));
        connect(button, &QAbstractButton::clicked, this,
                [this, act = look.act] { this->act(act); });
        m_buttons.insert(int(look.act), button);
        m_order.append(button);
        m_bar->layout()->addWidget(button);
    }
    addAction(tr("Copy the details"), u"copy"_s, QKeySequence(QKeySequence::Copy), true,
              [this] { m_detail->copy(); });
    addAction(tr("Next in the outbox"), {}, Qt::Key_J, true, [this] { m_list->step(1); });
    addAction(tr("Previous in the outbox"), {}, Qt::Key_K, true, [this] { m_list->step(-1); });
    addAction(tr("Tick"), {}, Qt::Key_X, true, [this] { m_list->toggle(); });
    addAction(tr("Tick all, or none"), {}, QKeySequence(QKeySequence::SelectAll), true,
              [this] { m_model.tickAll(m_model.ticked().isEmpty()); });
    m_sendNow = addAction(tr("Send now"), u"send"_s, Qt::CTRL | Qt::Key_Return, false,
                          [this] { m_acts->send(); });
    m_sendNow->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    connect(m_send, &QAbstractButton::clicked, m_sendNow, &QAction::trigger);
    addAction(tr("Undo"), u"undo"_s, QKeySequence(QKeySequence::Undo), false,
              [this] { m_acts->undo(); });
}

//! The ticked ones, else the current one.
QList<const OutboxEntry *> OutboxPane::targets() const
{
    auto found = m_model.ticked();
    const auto *current = m_model.entryAt(m_list->currentIndex());
    if (found.isEmpty() && current != nullptr)
        found.append(current);
    return found;
}

QList<const OutboxEntry *> OutboxPane::targetsOf(OutboxAct act) const
{
    auto found = targets();
    found.removeIf(
        [act](const OutboxEntry *entry) { return !items::actsOf(*entry).contains(act); });
    // One form can be open at a time.
    if (act == OutboxAct::Edit && found.size() > 1)
        found.clear();
    return found;
}

QString OutboxPane::wordOf(OutboxAct act, int count) const
{
    switch (act) {
    case OutboxAct::Send:
        return count > 1 ? tr("Send %n", nullptr, count) : tr("Send");
    case OutboxAct::TryAgain:
        return count > 1 ? tr("Try %n again", nullptr, count) : tr("Try again");
    case OutboxAct::LookAgain:
        return count > 1 ? tr("Look for %n again", nullptr, count) : tr("Look again");
    case OutboxAct::KeepMine:
        return count > 1 ? tr("Keep mine in %n", nullptr, count) : tr("Keep mine");
    case OutboxAct::TakeTheirs:
        return count > 1 ? tr("Take theirs in %n", nullptr, count) : tr("Take theirs");
    case OutboxAct::Edit:
        return tr("Edit and retry");
    case OutboxAct::TakeBack:
        return count > 1 ? tr("Take back %n", nullptr, count) : tr("Take back");
    case OutboxAct::GiveUp:
        break;
    }
    return count > 1 ? tr("Give up %n", nullptr, count) : tr("Give up");
}

QString OutboxPane::doneText(OutboxAct act, const OutboxEntry &first, int count) const
{
    const auto deed = items::deedText(first);
    const bool isOne = count == 1;
    switch (act) {
    case OutboxAct::TakeBack:
        return isOne ? tr("Taken back: %1").arg(deed) : tr("%n taken back", nullptr, count);
    case OutboxAct::GiveUp:
        return isOne ? tr("Given up: %1").arg(deed) : tr("%n given up", nullptr, count);
    case OutboxAct::TakeTheirs:
        return isOne ? tr("Theirs holds: %1").arg(deed) : tr("Theirs holds in %n", nullptr, count);
    case OutboxAct::KeepMine:
        return isOne ? tr("Mine is sent over theirs: %1").arg(deed)
                     : tr("Mine is sent over theirs in %n", nullptr, count);
    case OutboxAct::LookAgain:
        return isOne ? tr("Is looked for: %1").arg(deed) : tr("%n are looked for", nullptr, count);
    default:
        break;
    }
    return isOne ? tr("Waits to be sent: %1").arg(deed) : tr("%n wait to be sent", nullptr, count);
}

void OutboxPane::act(OutboxAct act)
{
    const auto chosen = targetsOf(act);
    if (chosen.isEmpty() || m_acts->isBusy())
        return;
    const auto &first = *chosen.first();
    if (act == OutboxAct::Edit)
        return openForm(first);
    // The bar is about another one soon.
    if (m_bar->isAncestorOf(QApplication::focusWidget()))
        m_list->setFocus(Qt::OtherFocusReason);
    const bool isRemoved =
        act == OutboxAct::TakeBack || act == OutboxAct::GiveUp || act == OutboxAct::TakeTheirs;
    QList<domain::Operation> operations;
    for (const auto *entry : chosen) {
        const auto with =
            isRemoved ? items::goesWith(*entry, *m_model.board()) : QList{entry->operation};
        for (const auto &operation : with) {
            if (!operations.contains(operation))
                operations.append(operation);
        }
    }
    auto done = doneText(act, first, int(chosen.size()));
    if (operations.size() > chosen.size())
        done = tr("%1, with what waited behind it").arg(done);
    m_model.tickAll(false);
    if (isRemoved)
        m_acts->remove(operations, done);
    else
        m_acts->retry(operations, done);
}

//! What can be done about the ticked operations, else about the current one.
void OutboxPane::showBar()
{
    const auto chosen = targets();
    const auto likeliest = chosen.isEmpty() ? QList<OutboxAct>() : items::actsOf(*chosen.first());
    bool isAny = false;
    for (const auto &look : looks) {
        const auto count = int(targetsOf(look.act).size());
        auto *button = m_buttons.value(int(look.act));
        button->setVisible(count > 0);
        button->setWords(wordOf(look.act, count));
        // Which side holds in a conflict is nothing to be proposed, nor is taking something away.
        const bool isProposed = look.act == OutboxAct::Edit || look.act == OutboxAct::Send
            || look.act == OutboxAct::TryAgain;
        button->setDefault(isProposed && likeliest.value(0) == look.act);
        m_acting.value(int(look.act))->setEnabled(count > 0);
        isAny = isAny || count > 0;
    }
    m_bar->setVisible(isAny);
    m_bar->layout()->invalidate();
    const auto obstacle = m_source.sendObstacle();
    const auto board = m_model.board();
    const bool isWaiting = board && items::countsOf(*board).waiting > 0;
    m_sendNow->setEnabled(isWaiting && obstacle.isEmpty());
    m_send->setEnabled(m_sendNow->isEnabled());
    setSafeToolTip(m_send,
                   !isWaiting               ? tr("Nothing waits to be sent")
                       : obstacle.isEmpty() ? tr("Sends what waits, without its pause")
                                            : obstacle);
}

} // namespace portolan::views::outbox
