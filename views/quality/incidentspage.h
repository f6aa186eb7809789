// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/incidentmodel.h"
#include "views/quality/qualitypage.h"

#include <QAction>
#include <QPointer>

class QSplitter;
class QStackedLayout;

namespace portolan::views {
class ElidedLabel;
class EmptyState;
class ErrorNote;
class IconLabel;
class KeyButton;
class LinkButton;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::quality {

class IncidentDetail;
class IncidentList;

//! Triage: incidents under their earliest failing ancestors, one of them in full, and what can be
//! done about those that are ticked, or about the current one.
class IncidentsPage final : public QualityPage
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit IncidentsPage(items::QualitySource &source, QWidget *parent = nullptr);

    QString title() const override;
    std::optional<qint64> count() const override;
    void setPeriod(const items::Period &period) override;
    void setFilter(const QString &filter) override;
    void setBoard(const BoardPtr &board) override;
    void showThing(const QUuid &id) override;
    QUuid thing() const override;
    void refresh() override;
    QByteArray csv() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    QList<QWidget *> parts() const override;

    QList<QAction *> pageActions() const override { return m_actions; }

    IncidentList *list() const { return m_list; }

    IncidentDetail *detail() const { return m_detail; }

    const items::IncidentModel &model() const { return m_model; }

    //! What the line at the foot of the list says.
    QString lineText() const;
    QWidget *undoLink() const;

    //! Asks for a name and calls back with it; replaced in tests.
    std::function<void(const QStringList &known, std::function<void(const QString &)>)> askName;
    //! The same for a note.
    std::function<void(std::function<void(const QString &)>)> askNote;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildLeft();
    QWidget *buildBar();
    QAction *addAction(const QString &text, const QString &icon, const QKeySequence &key,
                       const std::function<void()> &run);
    void buildActions();
    void buildQuestions();
    void take(Result<QList<items::Incident>> answer);
    void showState();
    void showCurrent();
    void keepPlace(const QUuid &incident, int row);
    void showBar();
    void arrangeBar();

    //! The ticked incidents, else the current one.
    QList<QUuid> targets() const;
    void act(store::TriageKind kind, const QString &done);
    void actOn(const QList<QUuid> &ids, store::TriageAction action, const QString &done);
    void snooze(const QDateTime &until);
    QDateTime tomorrow() const;
    QDateTime nextMonday() const;
    void assign();
    void note();
    void undo();
    void redo();
    void say(const QString &iconName, const QString &text, bool canUndo);
    QStringList knownNames() const;

    items::QualitySource &m_source;
    items::IncidentModel m_model;
    items::Period m_period;
    BoardPtr m_board;
    QString m_filter;
    quint64 m_question = 0;
    bool m_loaded = false;
    bool m_divided = false; //!< by the person
    QUuid m_wanted; //!< to be shown once it is there

    QStackedLayout *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    ErrorNote *m_error;
    QSplitter *m_split;
    IncidentList *m_list;
    QStackedLayout *m_right;
    IncidentDetail *m_detail;
    EmptyState *m_nothing;
    IconLabel *m_lineIcon;
    SafeLabel *m_means; //!< how long it took, of the period
    ElidedLabel *m_line;
    LinkButton *m_undoLink;
    ElidedLabel *m_chosen;
    KeyButton *m_acknowledge;
    QList<KeyButton *> m_buttons;
    QWidget *m_bar;

    QList<QAction *> m_actions;
    QList<QAction *> m_changing; //!< those that change an incident
    QAction *m_note;
    QAction *m_undo;
    QAction *m_redo;
    QList<QList<store::TriageAction>> m_done; //!< steps that stand, oldest first
    QList<QList<store::TriageAction>> m_undone; //!< steps that can be done again
};

} // namespace portolan::views::quality
