// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/joinacts.h"
#include "models/items/joinmodel.h"
#include "views/shared/pane.h"

#include <QSet>
#include <QTimer>
#include <QTreeView>

#include <functional>

class QLineEdit;
class QStackedLayout;

namespace portolan::views {
class EmptyState;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::joins {

class UndoLine;

//! Everything that is joined in the mesh, what may be one and waits for a steward, and what people
//! decided; walked and decided by keyboard.
class JoinsPane final : public Pane
{
    Q_OBJECT

public:
    //! \a acts outlives this object.
    explicit JoinsPane(items::JoinActs &acts, QWidget *parent = nullptr);

    QTreeView *tree() const { return m_tree; }

    const items::JoinModel &model() const { return m_model; }

    UndoLine *undoLine() const { return m_undoLine; }

    QString title() const override;
    QString iconName() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool focusFilter() override;
    QList<QWidget *> parts() const override;

    QList<QAction *> paneActions() const override { return m_actions; }

    //! Shows the rows that hold \a query: an account's name or a thing's.
    void showQuery(const QString &query) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    class Look;

    //! Where the person is in the list.
    struct Standing
    {
        QString key; //!< of the row; empty on the head of a group
        int group = -1;
        int row = 0;
    };

    void build();
    void buildBar(QWidget *bar);
    void buildActions();
    QAction *addAction(const QString &icon, const QString &text, const QKeySequence &key,
                       const std::function<void()> &run);
    void addButton(QAction *action, const QString &meaning, QLayout *row);
    void refresh();
    void take(domain::JoinBook book);
    void filter();
    //! \a folded groups stay so.
    void showRows(const QSet<int> &folded);
    void showCurrent();
    void showMenu(const QPoint &at);
    Standing standing() const;
    void select(const Standing &standing);
    QSet<int> foldedGroups() const;
    const items::JoinModel::Row *current() const;
    int currentGroup() const;
    void accept();
    void dismiss();
    void separate();
    void forget();
    void open(bool other);

    items::JoinActs &m_acts;
    items::JoinModel m_model;
    quint64 m_question = 0;
    bool m_isStale = true; //!< something changed while it was not looked at
    QTimer m_pause; //!< collects changes into one question
    QTimer m_typing; //!< typing is answered once it pauses
    QStackedLayout *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    QLineEdit *m_filter;
    SafeLabel *m_count;
    SafeLabel *m_cut; //!< that a list is longer than what is shown
    QTreeView *m_tree;
    EmptyState *m_noHit;
    UndoLine *m_undoLine;
    QList<QAction *> m_actions;
    QAction *m_accept;
    QAction *m_dismiss;
    QAction *m_separate;
    QAction *m_forget;
    QAction *m_open;
    QAction *m_openOther;
    QAction *m_undo;
    QAction *m_redo;
};

} // namespace portolan::views::joins
