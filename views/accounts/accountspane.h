// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountmodel.h"
#include "views/shared/pane.h"

#include <QAction>
#include <QListView>
#include <QPointer>
#include <QSplitter>

#include <functional>

class QMenu;
class QStackedLayout;

namespace portolan::views {
class EmptyState;
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::accounts {

class AccountDetail;
class AddFolder;
class AddServer;
class EditServer;
class SignInAgain;

//! The accounts of the profile, and one of them in full.
class AccountsPane final : public Pane
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    explicit AccountsPane(items::AccountSource &source, QWidget *parent = nullptr);

    QListView *list() const { return m_list; }

    //! Opens \a folder in the desktop's file manager; replaced in tests.
    std::function<void(const QString &folder)> openFolder;
    //! Opens \a address in the browser; replaced in tests.
    std::function<void(const QString &address)> openPage;
    //! Asks for a folder and adds it; a given \a folder is proposed.
    AddFolder *addFolder(const QString &folder = {});

    //! Asks for a server and adds it.
    AddServer *addServer();
    //! Asks for what is to be changed about the selected account, once its settings were read.
    void editAccount();
    //! Asks for what signs the selected account in again, once its settings were read.
    void signInAgain();

    QString title() const override;
    QString iconName() const override;
    QList<Crumb> breadcrumb() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    QList<QWidget *> parts() const override;

    QList<QAction *> paneActions() const override { return m_actions; }

    //! Selects the account called \a query.
    void showQuery(const QString &query) override;

private:
    void build();
    void buildActions();
    void addOrder(QLayout *column);
    void showCurrent();
    void chooseWhatToAdd();
    void showAdded(const QString &name);
    void showAccounts();
    void askRemove();
    void askRemoveWith(const items::AccountFacts &account, int undone);
    void askSignOut();
    void tellPlace(items::SecretPlace place);
    items::PlatformChoice choiceFor(const items::ServerAccount &account) const;
    const items::AccountFacts *current() const;

    items::AccountSource &m_source;
    items::AccountModel m_model;
    QStackedLayout *m_stack;
    QSplitter *m_split;
    SafeLabel *m_count;
    QListView *m_list;
    AccountDetail *m_detail;
    EmptyState *m_empty;
    QList<QAction *> m_actions;
    QMenu *m_choices; //!< what can be added
    QAction *m_add;
    QAction *m_sync;
    QAction *m_addServer;
    QAction *m_signIn;
    QAction *m_signOut;
    QAction *m_edit;
    QPointer<AddFolder> m_adding;
    QPointer<AddServer> m_addingServer;
    QPointer<EditServer> m_editing;
    QPointer<SignInAgain> m_signingIn;
    QUuid m_wanted; //!< the account to select once it is there
    QString m_wantedName;
};

} // namespace portolan::views::accounts
