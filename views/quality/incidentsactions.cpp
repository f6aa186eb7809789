// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does about incidents. Each action is one step of undo, and is done once it is on
// the disk; the line at the foot of the list says what was done until the next one.
#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/items/incidenttext.h"
#include "views/quality/incidentdetail.h"
#include "views/quality/incidentlist.h"
#include "views/quality/incidentspage.h"
#include "views/quality/incidentstages.h"
#include "views/shared/icons.h"
#include "views/shared/keybutton.h"
#include "views/shared/labels.h"
#include "views/shared/messages.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int morning = 8; // o'clock
constexpr qint64 fourHours = qint64(4) * 60 * 60;

QString iconOf(store::TriageKind kind)
{
    switch (kind) {
    case store::TriageKind::Acknowledge:
        return u"acknowledge"_s;
    case store::TriageKind::Start:
        return u"status-progress"_s;
    case store::TriageKind::Resolve:
        return u"approve"_s;
    case store::TriageKind::Assign:
        return u"assign"_s;
    case store::TriageKind::Snooze:
        return u"snooze"_s;
    case store::TriageKind::Note:
        break;
    }
    return u"note"_s;
}

} // namespace

QAction *IncidentsPage::addAction(const QString &text, const QString &iconName,
                                  const QKeySequence &key, const std::function<void()> &run)
{
    auto *action = new QAction(text, this);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(key);
    // Single letters hold only while the list has the focus: the action belongs to it.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    m_list->addAction(action);
    m_actions.append(action);
    return action;
}

void IncidentsPage::buildActions()
{
    using store::TriageKind;
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_changing.append(addAction(tr("Acknowledge"), u"acknowledge"_s, Qt::Key_A,
                                [this] { act(TriageKind::Acknowledge, tr("acknowledged")); }));
    m_changing.append(addAction(tr("Start work"), u"status-progress"_s, {},
                                [this] { act(TriageKind::Start, tr("in progress")); }));
    m_changing.append(addAction(tr("Assign…"), u"assign"_s, {}, [this] { assign(); }));
    m_changing.append(addAction(tr("Snooze until tomorrow"), u"snooze"_s, Qt::Key_S,
                                [this] { snooze(tomorrow()); }));
    m_changing.append(addAction(tr("Snooze for 4 hours"), {}, {},
                                [this] { snooze(m_source.now().addSecs(fourHours)); }));
    m_changing.append(
        addAction(tr("Snooze until Monday"), {}, {}, [this] { snooze(nextMonday()); }));
    m_changing.append(addAction(tr("Resolve until it fails again"), u"approve"_s, {}, [this] {
        act(TriageKind::Resolve, tr("resolved until it fails again"));
    }));
    m_note = addAction(tr("Add a note…"), u"note"_s, {}, [this] { note(); });
    m_changing.append(m_note);
    const auto forBoth = m_changing;
    m_undo = addAction(tr("Undo"), u"undo"_s, QKeySequence::Undo, [this] { undo(); });
    m_redo = addAction(tr("Redo"), u"redo"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { redo(); });
    for (auto *action : {m_undo, m_redo}) {
        action->setEnabled(false);
        QWidget::addAction(action); // wherever on the page the focus is
    }
    addAction(tr("Next incident"), {}, Qt::Key_J, [this] { m_list->step(1); });
    addAction(tr("Previous incident"), {}, Qt::Key_K, [this] { m_list->step(-1); });
    addAction(tr("Tick"), {}, Qt::Key_X, [this] { m_list->toggle(); });
    auto *lineage = addAction(tr("Open in lineage"), u"pane-lineage"_s, Qt::Key_L, [this] {
        if (const auto *incident = m_model.incident(m_list->currentIncident()))
            Q_EMIT openInLineage(incident->asset);
    });
    auto *asset = addAction(tr("Open the asset"), u"open-external"_s, Qt::Key_O, [this] {
        if (const auto *incident = m_model.incident(m_list->currentIncident()))
            Q_EMIT openEntity(incident->asset);
    });
    addAction(tr("Copy"), u"copy"_s, QKeySequence::Copy, [this] {
        QStringList texts;
        for (const auto &id : targets()) {
            if (const auto *incident = m_model.incident(id))
                texts.append(items::incidentText(*incident));
        }
        QGuiApplication::clipboard()->setText(texts.join(u'\n'));
    });
    m_detail->setMenu(forBoth + QList<QAction *>{lineage, asset});
}

QList<QUuid> IncidentsPage::targets() const
{
    const auto ticked = m_model.ticked();
    if (!ticked.isEmpty())
        return ticked;
    const auto current = m_list->currentIncident();
    return current.isNull() ? QList<QUuid>() : QList<QUuid>{current};
}

void IncidentsPage::act(store::TriageKind kind, const QString &done)
{
    actOn(targets(), {.kind = kind, .at = m_source.now()}, done);
}

void IncidentsPage::actOn(const QList<QUuid> &ids, store::TriageAction action, const QString &done)
{
    QList<store::TriageAction> actions;
    for (const auto &id : ids) {
        const auto *incident = m_model.incident(id);
        // What is over is over until it fails again; a note may be added at any time.
        if (action.kind != store::TriageKind::Note && incident && !incident->isOpen())
            continue;
        action.incident = id;
        action.asset = incident ? incident->asset : QUuid();
        action.opened = incident ? incident->opened : QDateTime();
        actions.append(action);
    }
    if (actions.isEmpty())
        return;
    const auto *first = m_model.incident(actions.first().incident);
    const auto what = actions.size() == 1 && first
        ? tr("%1 %2").arg(first->label, done)
        : tr("%n incident(s) %1", nullptr, static_cast<int>(actions.size())).arg(done);
    m_model.clearTicks();
    // Another incident is current soon: a second press of the button would be about that one.
    if (m_bar->isAncestorOf(QApplication::focusWidget()))
        m_list->setFocus();
    onFinished(m_source.triage(actions), this,
               [this, kind = action.kind, actions, what](const Result<void> &answer) {
                   if (!answer) {
                       const auto words = ui::errorText(answer.error().kind);
                       say(u"status-breach"_s, tr("Not done: %1").arg(words.what), false);
                       setSafeToolTip(m_line, answer.error().detail);
                       return;
                   }
                   m_done.append(actions);
                   m_undone.clear();
                   say(iconOf(kind), what, true);
                   refresh();
               });
}

QDateTime IncidentsPage::tomorrow() const
{
    return QDateTime(m_source.now().toLocalTime().date().addDays(1), QTime(morning, 0)).toUTC();
}

QDateTime IncidentsPage::nextMonday() const
{
    const auto today = m_source.now().toLocalTime().date();
    return QDateTime(today.addDays(8 - today.dayOfWeek()), QTime(morning, 0)).toUTC();
}

void IncidentsPage::snooze(const QDateTime &until)
{
    actOn(targets(), {{}, store::TriageKind::Snooze, m_source.now(), {}, {}, until},
          tr("snoozed until %1").arg(items::untilText(until, m_source.now())));
}

QStringList IncidentsPage::knownNames() const
{
    QSet<QString> names;
    for (const auto &incident : m_model.incidents())
        names << incident.assignee << incident.ownerName;
    names.remove(QString());
    auto sorted = names.values();
    std::sort(sorted.begin(), sorted.end(), [](const QString &a, const QString &b) {
        return QString::localeAwareCompare(a, b) < 0;
    });
    return sorted;
}

void IncidentsPage::assign()
{
    const auto ids = targets();
    if (ids.isEmpty())
        return;
    askName(knownNames(), [this, ids](const QString &name) {
        actOn(ids, {{}, store::TriageKind::Assign, m_source.now(), {}, name, {}},
              name.isEmpty() ? tr("assigned to nobody")
                             : tr("assigned to %1").arg(items::oneLine(name, 80)));
    });
}

void IncidentsPage::note()
{
    const auto ids = targets();
    if (ids.isEmpty())
        return;
    askNote([this, ids](const QString &text) {
        actOn(ids, {{}, store::TriageKind::Note, m_source.now(), {}, text, {}},
              tr("has a new note"));
    });
}

void IncidentsPage::undo()
{
    onFinished(m_source.undoTriage(), this, [this](const Result<void> &answer) {
        if (!answer) {
            const auto words = ui::errorText(answer.error().kind);
            say(u"status-breach"_s, tr("Nothing was taken back: %1").arg(words.what), false);
            return;
        }
        if (!m_done.isEmpty())
            m_undone.append(m_done.takeLast());
        say(u"undo"_s, tr("Taken back"), false);
        m_undo->setEnabled(true); // the step before it
        refresh();
    });
}

void IncidentsPage::redo()
{
    if (m_undone.isEmpty())
        return;
    const auto actions = m_undone.takeLast();
    onFinished(m_source.triage(actions), this, [this, actions](const Result<void> &answer) {
        if (!answer) {
            m_undone.append(actions);
            const auto words = ui::errorText(answer.error().kind);
            say(u"status-breach"_s, tr("Not done: %1").arg(words.what), false);
            return;
        }
        m_done.append(actions);
        say(u"redo"_s, tr("Done again"), true);
        refresh();
    });
}

void IncidentsPage::say(const QString &iconName, const QString &text, bool canUndo)
{
    const bool hadFocus = m_undoLink->hasFocus();
    m_lineIcon->setIconName(iconName);
    m_line->setColour(Colour::Text);
    m_line->setText(text);
    setSafeToolTip(m_line, {});
    m_line->setAccessibleName(text);
    m_undoLink->setVisible(canUndo);
    m_undo->setEnabled(canUndo);
    m_redo->setEnabled(!m_undone.isEmpty());
    if (hadFocus && !canUndo)
        m_list->setFocus(Qt::OtherFocusReason);
}

void IncidentsPage::showBar()
{
    const auto ticked = m_model.ticked();
    const auto ids = targets();
    const auto *first = ids.isEmpty() ? nullptr : m_model.incident(ids.first());
    if (!ticked.isEmpty())
        m_chosen->setText(tr("%n selected", nullptr, static_cast<int>(ticked.size())));
    else
        m_chosen->setText(first ? first->label : QString());
    const bool isOpen = std::any_of(ids.begin(), ids.end(), [this](const QUuid &id) {
        const auto *incident = m_model.incident(id);
        return incident && incident->isOpen();
    });
    for (auto *action : std::as_const(m_changing))
        action->setEnabled(isOpen || (action == m_note && !ids.isEmpty()));
    for (auto *button : std::as_const(m_buttons))
        button->setEnabled(isOpen);
}

} // namespace portolan::views::quality
