// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/outboxmodel.h"
#include "views/shared/pane.h"

#include <QHash>
#include <QTimer>

#include <functional>

class QSplitter;
class QStackedLayout;
class QVBoxLayout;

namespace portolan::views {
class EmptyState;
class ErrorNote;
class FilterField;
class KeyButton;
class SafeLabel;
class UndoLine;
} // namespace portolan::views

namespace portolan::views::outbox {

class OutboxActions;
class OutboxDetail;
class OutboxList;

//! What a person did and no platform has yet, or will not have: all of it, why, and what can be
//! done about it. Shows only what is on this machine, so it is whole without a network.
class OutboxPane final : public Pane
{
    Q_OBJECT

public:
    //! \a source and \a clock outlive this object.
    OutboxPane(items::OutboxSource &source, const Clock &clock, QWidget *parent = nullptr);
    ~OutboxPane() override;

    const items::OutboxModel &model() const { return m_model; }

    OutboxList *list() const { return m_list; }

    OutboxDetail *detail() const { return m_detail; }

    UndoLine *line() const { return m_line; }

    //! Whether everything asked for is shown.
    bool isSettled() const { return !m_isAsking && !m_isStale && !m_pause.isActive(); }

    //! What an act does about the ticked operations, else about the current one.
    void act(items::OutboxAct act);

    //! The action of an act.
    QAction *actionOf(items::OutboxAct act) const { return m_acting.value(int(act)); }

    void setFilter(const QString &filter);

    QString title() const override { return tr("Outbox"); }

    QString iconName() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool focusFilter() override;
    QList<QWidget *> parts() const override;

    QList<QAction *> paneActions() const override { return m_actions; }

    //! "request:<uuid>" shows what waits about a request, "operation:<id>" one operation,
    //! "thing:<native id>" what waits about a thing; anything else is a filter.
    void showQuery(const QString &query) override;
    QVariantMap historyState() const override;
    void restoreHistory(const QVariantMap &state) override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildBar();
    QWidget *buildRight();
    void connectParts();
    void buildActions();
    QAction *addAction(const QString &text, const QString &iconName, const QKeySequence &key,
                       bool isOfList, const std::function<void()> &run);
    void ask();
    void take(Result<items::OutboxBoard> board);
    void keepPlace(qint64 operation, int row);
    void showWanted();
    void showState();
    void showCurrent();
    void showObstacles();
    void showBar();
    void openSubject();
    void openForm(const items::OutboxEntry &entry);
    QList<const items::OutboxEntry *> targets() const;
    QList<const items::OutboxEntry *> targetsOf(items::OutboxAct act) const;
    QString wordOf(items::OutboxAct act, int count) const;
    QString doneText(items::OutboxAct act, const items::OutboxEntry &first, int count) const;

    items::OutboxSource &m_source;
    const Clock &m_clock;
    items::OutboxModel m_model;
    OutboxActions *m_acts;
    std::function<bool(const items::OutboxEntry &)> m_wanted; //!< to be shown once it is there
    bool m_isAsking = false;
    bool m_isStale = true; //!< to be asked for when it is looked at
    bool m_hasFailed = false;
    bool m_divided = false; //!< by the person
    bool m_hasNothing = false; //!< but heads: what comes is current
    quint64 m_question = 0;
    QTimer m_pause; //!< collects changes into one question

    SafeLabel *m_counts;
    FilterField *m_field;
    KeyButton *m_send;
    ErrorNote *m_error;
    QVBoxLayout *m_notes;
    QWidget *m_body;
    QStackedLayout *m_stack;
    QSplitter *m_split;
    QStackedLayout *m_pages; //!< of the detail
    OutboxList *m_list;
    OutboxDetail *m_detail;
    EmptyState *m_nothing;
    EmptyState *m_empty;
    QWidget *m_bar;
    UndoLine *m_line;
    QHash<int, KeyButton *> m_buttons; //!< by act
    QHash<int, QAction *> m_acting; //!< by act
    QList<KeyButton *> m_order;
    QAction *m_sendNow = nullptr;
    QList<QAction *> m_actions;
};

} // namespace portolan::views::outbox
