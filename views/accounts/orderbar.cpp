// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/orderbar.h"

#include "models/base/async.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {

OrderBar::OrderBar(items::AccountSource &source, items::AccountModel &model, QListView *list,
                   QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_model(model)
    , m_list(list)
    , m_text(new SafeLabel)
{
    m_up = addMove(u"chevron-up"_s, tr("Move up"), Qt::Key_Up, -1);
    m_down = addMove(u"chevron-down"_s, tr("Move down"), Qt::Key_Down, 1);
    auto *joined = new QAction(icon(u"link"_s), tr("Joined things"), this);
    connect(joined, &QAction::triggered, this, &OrderBar::joinedRequested);
    m_actions.append(joined);
    m_text->setTextFont(Text::Small);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setWordWrap(true);
    auto *link = new LinkButton(tr("Joined things"));
    setSafeToolTip(link, tr("What several accounts know, and what may be one"));
    connect(link, &QAbstractButton::clicked, joined, &QAction::trigger);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::page, size::gap, size::buttonPadding, size::gap);
    row->setSpacing(size::gap);
    row->addWidget(m_text, 1);
    row->addWidget(link);
    for (auto *action : {m_up, m_down}) {
        auto *button =
            iconButton(action == m_up ? u"chevron-up"_s : u"chevron-down"_s,
                       tr("%1 (%2)").arg(action->text(),
                                         action->shortcut().toString(QKeySequence::NativeText)));
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button,
                [button, action] { button->setEnabled(action->isEnabled()); });
        row->addWidget(button);
    }
    connect(&model, &items::AccountModel::refreshed, this, &OrderBar::showPlace);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OrderBar::showPlace);
    showPlace();
}

QAction *OrderBar::addMove(const QString &iconName, const QString &text, Qt::Key key, int by)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(QKeySequence(Qt::ALT | key));
    connect(action, &QAction::triggered, this, [this, by] { move(by); });
    m_actions.append(action);
    return action;
}

void OrderBar::move(int by)
{
    const int row = m_list->currentIndex().row();
    QList<QUuid> order;
    for (int i = 0; i < m_model.rowCount(); ++i)
        order.append(m_model.accountAt(i)->id);
    if (row < 0 || row + by < 0 || row + by >= order.size())
        return;
    m_moved = order.at(row);
    order.swapItemsAt(row, row + by);
    onFinished(m_source.arrange(order), this, [this](const Result<void> &done) {
        if (done)
            m_model.refresh();
        else
            showFailure(done.error().detail);
    });
}

void OrderBar::showPlace()
{
    if (const int row = m_model.rowOf(m_moved); row >= 0) {
        m_moved = {};
        m_list->setCurrentIndex(m_model.index(row));
    }
    const int row = m_list->currentIndex().row();
    const int last = m_model.rowCount() - 1;
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < last);
    m_text->setText(last > 0 ? tr("Where several have a value, the upper account's is shown.")
                             : QString());
}

void OrderBar::showFailure(const QString &why)
{
    m_moved = {};
    m_text->setText(visibleText(tr("The order could not be kept: %1").arg(why)));
}

} // namespace portolan::views::accounts
