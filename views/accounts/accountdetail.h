// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountmodel.h"
#include "views/shared/painters.h"

#include <QBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace portolan::views {
class ElidedLabel;
class ErrorNote;
class KeyValueGrid;
class Line;
class SafeLabel;
class SectionHead;
class StatusLabel;
class TagLabel;
} // namespace portolan::views

namespace portolan::views::accounts {

class CapabilityTable;

//! The shape of an account's state.
Status statusOf(items::AccountModel::State state);

//! One account: what it is, how its sync goes or went, what came of it, what it can do.
class AccountDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit AccountDetail(QWidget *parent = nullptr);

    //! \a obstacle is why a sync cannot be started, or empty.
    void showAccount(const items::AccountModel &model, const items::AccountFacts &account,
                     const QString &obstacle);
    //! Shows that starting a sync failed.
    void showSyncError(const Error &error);

Q_SIGNALS:
    void syncRequested();
    void cancelRequested();
    void editRequested();
    void removeRequested();
    void openFolderRequested();
    void problemsRequested();
    void signInRequested();
    void signOutRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildProgress();
    QWidget *buildFigures();
    void fold();
    void showSignIn(const items::AccountFacts &account);
    void showFailure(const items::AccountFacts &account, bool syncing, const QString &obstacle);
    void showHeader(const items::AccountFacts &account, bool syncing, const QString &obstacle);
    void showProgress(const items::SyncProgress *progress);
    void showFigures(const items::AccountModel &model, const items::AccountFacts &account);

    ElidedLabel *m_name;
    TagLabel *m_platform;
    ElidedLabel *m_place;
    QPushButton *m_sync;
    QPushButton *m_open;
    QPushButton *m_signIn;
    QToolButton *m_more;
    QAction *m_signOut = nullptr;
    bool m_isSignInNeeded = false;
    bool m_isForSignIn = false; //!< what the note's button leads to; else a sync
    ErrorNote *m_error;
    QWidget *m_progress;
    SafeLabel *m_progressText;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    CapabilityTable *m_capabilities;
    SectionHead *m_lastSync;
    StatusLabel *m_state;
    KeyValueGrid *m_who;
    KeyValueGrid *m_figures;
    KeyValueGrid *m_counts;
    QAbstractButton *m_problems;
    // Beside each other where there is room, else the figures in a row above what it can do.
    QBoxLayout *m_lower;
    Line *m_divider;
    QWidget *m_figuresPanel = nullptr;
    QBoxLayout *m_figuresColumn;
    Line *m_figuresDivider;
};

} // namespace portolan::views::accounts
