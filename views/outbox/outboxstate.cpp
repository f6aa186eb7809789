// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pane is, what of it survives a restart, and what it is to the window.
#include "views/outbox/outboxdetail.h"
#include "views/outbox/outboxlist.h"
#include "views/outbox/outboxpane.h"
#include "views/shared/filterfield.h"
#include "views/shared/keybutton.h"
#include "views/shared/tokens.h"

#include <QEvent>
#include <QSplitter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::outbox {
namespace {

constexpr int stateVersion = 1;
constexpr int listUsual = 440;
constexpr int listLeast = 280;

} // namespace

QString OutboxPane::iconName() const
{
    return u"pane-outbox"_s;
}

void OutboxPane::setFilter(const QString &filter)
{
    if (m_field->text() != filter)
        m_field->setText(filter);
    const auto operation = m_list->currentOperation();
    const int row = m_list->currentIndex().row();
    m_model.setFilter(filter);
    keepPlace(operation, row);
    showState();
    showCurrent();
    showBar();
}

QVariantMap OutboxPane::saveState() const
{
    return {{u"version"_s, stateVersion},
            {u"split"_s, m_divided ? m_split->saveState() : QByteArray()},
            {u"operation"_s, m_list->currentOperation()},
            {u"filter"_s, m_field->text()},
            {u"sent"_s, m_model.isSentShown()}};
}

void OutboxPane::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != stateVersion)
        return;
    m_divided = m_split->restoreState(state.value(u"split"_s).toByteArray());
    m_model.setSentShown(state.value(u"sent"_s).toBool());
    setFilter(state.value(u"filter"_s).toString());
    restoreHistory(state);
}

QVariantMap OutboxPane::historyState() const
{
    return {{u"operation"_s, m_list->currentOperation()}};
}

void OutboxPane::restoreHistory(const QVariantMap &state)
{
    const auto operation = state.value(u"operation"_s).toLongLong();
    if (operation == 0 || m_list->choose(operation) || m_model.board())
        return;
    m_wanted = [operation](const items::OutboxEntry &entry) {
        return entry.operation.id == operation;
    };
}

bool OutboxPane::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    return true;
}

QList<QWidget *> OutboxPane::parts() const
{
    QList<QWidget *> all{m_list, m_detail};
    const auto first = std::find_if(m_order.begin(), m_order.end(),
                                    [](const auto *button) { return button->isVisible(); });
    if (first != m_order.end())
        all.append(*first);
    all.append(m_field);
    return all;
}

void OutboxPane::showQuery(const QString &query)
{
    const auto kind = query.section(u':', 0, 0);
    const auto rest = query.section(u':', 1);
    if (kind == u"request"_s && !QUuid(rest).isNull())
        m_wanted = [id = QUuid(rest)](const auto &entry) { return entry.request == id; };
    else if (kind == u"operation"_s)
        m_wanted = [id = rest.toLongLong()](const auto &entry) { return entry.operation.id == id; };
    else if (kind == u"thing"_s)
        m_wanted = [rest](const auto &entry) { return entry.operation.objectId == rest; };
    else
        return setFilter(query);
    setFilter({});
    if (m_model.board() && !m_isStale && !m_isAsking)
        showWanted();
}

void OutboxPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_isStale && !m_isAsking)
        ask();
}

void OutboxPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    if (m_divided)
        return;
    const int list = std::clamp(width() * 2 / 5, listLeast, int(listUsual));
    m_split->setSizes({list, width() - list});
}

bool OutboxPane::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    if (watched == m_bar
        && (type == QEvent::Resize || type == QEvent::FontChange || type == QEvent::LayoutRequest))
        fitWords(m_order, m_bar->width() - 2 * size::page);
    return Pane::eventFilter(watched, event);
}

} // namespace portolan::views::outbox
