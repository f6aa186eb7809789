// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accesscasemodel.h"

#include <QAction>
#include <QSet>
#include <QTimer>
#include <QVariantMap>
#include <QWidget>

#include <functional>

class QLineEdit;
class QSplitter;
class QStackedLayout;
class QVBoxLayout;

namespace portolan::views {
class EmptyState;
class KeyButton;
} // namespace portolan::views

namespace portolan::views::access {

class AccessActions;
class CaseDetail;
class CaseList;

//! A list of requests, one of them in full, and a bar at the foot with what can be done about it.
class CasesPage : public QWidget
{
    Q_OBJECT

public:
    //! \a source and \a actions outlive this object.
    CasesPage(items::AccessCaseModel::Scope scope, items::AccessSource &source,
              AccessActions &actions, QWidget *parent = nullptr);

    virtual void setBoard(const items::AccessBoardPtr &board, const QDateTime &now);
    void setFilter(const QString &filter);
    //! Shows \a request, at once or when the board has it.
    void showCase(const QUuid &request);
    //! Whether the list has \a request.
    bool hasCase(const QUuid &request) const;

    QUuid current() const;

    const items::AccessCaseModel &model() const { return m_model; }

    CaseList *list() const { return m_list; }

    CaseDetail *detail() const { return m_detail; }

    QLineEdit *reason() const { return m_reason; }

    QVariantMap saveState() const;
    void restoreState(const QVariantMap &state);
    QList<QWidget *> parts() const;

    QList<QAction *> pageActions() const { return m_actions; }

Q_SIGNALS:
    void openEntity(const QUuid &id);
    void openInLineage(const QUuid &id);
    //! What waits about \a request is to be shown.
    void outboxWanted(const QUuid &request);
    //! The number of requests, or the current one, is another now.
    void countChanged();
    //! The person wants to see everything again.
    void filterDropped();
    void newWanted();

protected:
    //! Says what can be done about the current request.
    virtual void showBar() = 0;

    //! The person went back to the list.
    virtual void escaped() { }

    //! What this page is, and why it may be empty.
    virtual void explainNothing(EmptyState &empty) const = 0;
    void finishBuild();
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    QAction *addAction(const QString &text, const QString &iconName, const QKeySequence &key,
                       const std::function<void()> &run);
    KeyButton *addButton(const QString &iconName, const QString &text, const QString &key,
                         const std::function<void()> &run);
    const items::AccessCase *currentCase() const;
    //! Puts the buttons of giveUp() and tryAgain() behind those that are there.
    void addStuckButtons();
    //! Gives up what was refused of the current request, with all that makes no sense without it.
    void giveUp();
    //! Tries again what was refused of it.
    void tryAgain();
    //! Shows the buttons for these two where there is something refused.
    void showStuck();
    //! Back to the list: another request is current soon, and the bar would be about that one.
    void leaveBar();
    //! The next request is current once the board is there, even if the current one stays.
    void goOn();

    items::AccessSource &m_source;
    AccessActions &m_acts;
    items::AccessCaseModel m_model;
    const bool m_isReview;
    CaseList *m_list;
    CaseDetail *m_detail;
    QLineEdit *m_reason;
    QWidget *m_bar;
    KeyButton *m_giveUp = nullptr;
    KeyButton *m_tryAgain = nullptr;
    QList<KeyButton *> m_buttons;
    QList<QAction *> m_actions;

private:
    void build();
    void showCurrent();
    void showState();
    void keepPlace(const QUuid &request, int row);
    void askOffers();
    void askAll();
    void judgeAll(const QSet<QUuid> &requests, const QList<items::AccessOffer> &offers);
    void askJudges();
    void askDependants();
    void askFlows();
    void arrangeBar();
    void forgetAnswers();

    QDateTime m_now;
    quint64 m_question = 0;
    bool m_divided = false; //!< by the person
    QUuid m_wanted; //!< to be shown once it is there
    QUuid m_left; //!< that the person is done with
    QUuid m_asked; //!< whose offers were asked for
    QTimer m_judgePause; //!< while somebody walks through the list
    items::AccessBoardPtr m_allOf; //!< whose requests are judged all together
    QSet<QUuid> m_allAsked; //!< those of them that were asked about
    quint64 m_judging = 0; //!< number of the question to the judges
    QUuid m_judged; //!< the request that it was about
    quint64 m_following = 0; //!< number of the question about what depends on the ports
    QUuid m_followed; //!< the request that it was about
    quint64 m_flowing = 0; //!< number of the question about where its fields go
    QUuid m_flowed; //!< the request that it was about

    QStackedLayout *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    QSplitter *m_split;
    QStackedLayout *m_right;
    EmptyState *m_nothing;
};

} // namespace portolan::views::access
