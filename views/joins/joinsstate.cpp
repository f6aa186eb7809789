// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done to the rows, by keyboard as well, and what the pane offers to the window.
#include "views/joins/joinspane.h"
#include "views/joins/undoline.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"

#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::joins {

using items::JoinModel;

QAction *JoinsPane::addAction(const QString &iconName, const QString &text, const QKeySequence &key,
                              const std::function<void()> &run)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    m_actions.append(action);
    return action;
}

void JoinsPane::buildActions()
{
    // Letters while the list has the focus, as in the list of incidents.
    m_accept = addAction(u"link"_s, tr("Join"), Qt::Key_A, [this] { accept(); });
    m_dismiss = addAction(u"reject"_s, tr("Dismiss"), Qt::Key_D, [this] { dismiss(); });
    m_separate = addAction(u"unlink"_s, tr("Keep apart"), Qt::Key_K, [this] { separate(); });
    m_forget = addAction(u"delete"_s, tr("Forget the decision"), QKeySequence::Delete,
                         [this] { forget(); });
    m_open = addAction(u"open-external"_s, tr("Open"), Qt::Key_Return, [this] { open(false); });
    m_openOther =
        addAction({}, tr("Open the other one"), Qt::SHIFT | Qt::Key_Return, [this] { open(true); });
    for (auto *action : {m_accept, m_dismiss, m_separate, m_forget, m_open, m_openOther})
        m_tree->addAction(action);
    m_undo = addAction(u"undo"_s, tr("Undo"), QKeySequence::Undo, [this] { m_acts.undo(); });
    m_redo = addAction(u"redo"_s, tr("Redo"), QKeySequence::Redo, [this] { m_acts.redo(); });
    // All keys of the desktop: where Ctrl+Y comes first, Ctrl+Shift+Z means the same.
    m_undo->setShortcuts(QKeySequence::Undo);
    m_redo->setShortcuts(QKeySequence::Redo);
    for (auto *action : {m_undo, m_redo})
        QWidget::addAction(action);
}

const JoinModel::Row *JoinsPane::current() const
{
    const auto *look = static_cast<const QIdentityProxyModel *>(m_tree->model());
    return look == nullptr ? nullptr : m_model.rowAt(look->mapToSource(m_tree->currentIndex()));
}

int JoinsPane::currentGroup() const
{
    return current() == nullptr ? -1 : m_tree->currentIndex().data(JoinModel::GroupRole).toInt();
}

void JoinsPane::showCurrent()
{
    const auto *row = current();
    const int group = currentGroup();
    m_accept->setEnabled(group == JoinModel::Suggestions);
    m_dismiss->setEnabled(group == JoinModel::Suggestions);
    m_separate->setEnabled(group == JoinModel::Joined);
    m_forget->setEnabled(group == JoinModel::Decisions);
    m_open->setEnabled(row != nullptr && !row->name.thing.isNull());
    m_openOther->setEnabled(row != nullptr && !row->other.thing.isNull()
                            && row->other.thing != row->name.thing);
    m_undo->setEnabled(m_acts.canUndo());
    m_redo->setEnabled(m_acts.canRedo());
}

void JoinsPane::showMenu(const QPoint &at)
{
    if (current() == nullptr)
        return;
    QMenu menu(this);
    for (auto *action : {m_accept, m_dismiss, m_separate, m_forget, m_open, m_openOther}) {
        if (action->isEnabled())
            menu.addAction(action);
    }
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

JoinsPane::Standing JoinsPane::standing() const
{
    const auto index = m_tree->currentIndex();
    if (!index.isValid())
        return {};
    const auto *row = current();
    // A row in a folded group would unfold it.
    const bool isShown = row != nullptr && m_tree->isExpanded(index.parent());
    return {.key = isShown ? row->key : QString(),
            .group = index.data(JoinModel::GroupRole).toInt(),
            .row = index.row()};
}

QSet<int> JoinsPane::foldedGroups() const
{
    QSet<int> folded;
    for (int row = 0; row < m_tree->model()->rowCount(); ++row) {
        const auto head = m_tree->model()->index(row, 0);
        if (!m_tree->isExpanded(head))
            folded.insert(head.data(JoinModel::GroupRole).toInt());
    }
    return folded;
}

//! Selects the row where the person stood, else the one that stands there now in its group: what is
//! decided goes, and the next one waits.
void JoinsPane::select(const Standing &standing)
{
    const auto *look = static_cast<const QIdentityProxyModel *>(m_tree->model());
    auto index =
        standing.key.isEmpty() ? QModelIndex() : look->mapFromSource(m_model.indexOf(standing.key));
    if (!index.isValid() && look->rowCount() > 0) {
        auto head = look->index(0, 0);
        bool isGroup = false;
        for (int row = 0; row < look->rowCount() && !isGroup; ++row) {
            isGroup = look->index(row, 0).data(JoinModel::GroupRole).toInt() == standing.group;
            head = isGroup ? look->index(row, 0) : head;
        }
        const bool wasHead = isGroup && standing.key.isEmpty();
        index = wasHead
            ? head
            : look->index(std::clamp(standing.row, 0, look->rowCount(head) - 1), 0, head);
    }
    m_tree->setCurrentIndex(index);
    showCurrent();
}

void JoinsPane::accept()
{
    if (const auto *row = current())
        m_acts.join(row->name, row->other);
}

void JoinsPane::dismiss()
{
    if (const auto *row = current())
        m_acts.dismiss({row->name, row->other, row->why});
}

void JoinsPane::separate()
{
    if (const auto *row = current())
        m_acts.keepApart(row->name, row->thing);
}

void JoinsPane::forget()
{
    if (const auto *row = current())
        m_acts.forget({row->decision}, row->thing);
}

void JoinsPane::open(bool other)
{
    const auto *row = current();
    if (row == nullptr)
        return;
    const auto &id = other ? row->other.thing : row->name.thing;
    if (!id.isNull())
        Q_EMIT openRequested(id, OpenMode::Tab);
}

QString JoinsPane::title() const
{
    return tr("Joined things");
}

QString JoinsPane::iconName() const
{
    return u"link"_s;
}

QVariantMap JoinsPane::saveState() const
{
    return {{u"version"_s, 1},
            {u"filter"_s, m_filter->text()},
            {u"columns"_s, m_tree->header()->saveState()}};
}

void JoinsPane::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_tree->header()->restoreState(state.value(u"columns"_s).toByteArray());
    m_filter->setText(state.value(u"filter"_s).toString());
    filter();
}

bool JoinsPane::focusFilter()
{
    if (!m_filter->isVisible())
        return false;
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
    return true;
}

QList<QWidget *> JoinsPane::parts() const
{
    return {m_tree, m_filter};
}

void JoinsPane::showQuery(const QString &query)
{
    m_filter->setText(query);
    filter();
}

} // namespace portolan::views::joins
