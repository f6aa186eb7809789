// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane offers to the window: actions, state, and where its focus goes.
#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "views/accounts/accountdetail.h"
#include "views/accounts/accountspane.h"
#include "views/accounts/addfolder.h"
#include "views/accounts/addserver.h"
#include "views/accounts/editserver.h"
#include "views/accounts/orderbar.h"
#include "views/accounts/signinagain.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/messages.h"
#include "views/shared/safetext.h"

#include <QLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {

void AccountsPane::buildActions()
{
    openFolder = [](const QString &folder) { views::openFolder(folder); };
    openPage = [this](const QString &address) { openExternal(this, address); };
    m_add = new QAction(icon(u"add"_s), tr("Add folder…"), this);
    connect(m_add, &QAction::triggered, this, [this] { addFolder(); });
    m_addServer = new QAction(icon(u"link"_s), tr("Add server…"), this);
    m_addServer->setEnabled(!m_source.platforms().isEmpty());
    connect(m_addServer, &QAction::triggered, this, [this] { addServer(); });
    m_edit = new QAction(icon(u"edit"_s), tr("Edit account…"), this);
    connect(m_edit, &QAction::triggered, this, &AccountsPane::editAccount);
    m_signIn = new QAction(icon(u"unlock"_s), tr("Sign in again…"), this);
    connect(m_signIn, &QAction::triggered, this, &AccountsPane::signInAgain);
    m_signOut = new QAction(icon(u"sign-out"_s), tr("Sign out…"), this);
    connect(m_signOut, &QAction::triggered, this, &AccountsPane::askSignOut);
    m_sync = new QAction(icon(u"sync-now"_s), tr("Sync this account"), this);
    connect(m_sync, &QAction::triggered, this, [this] {
        if (const auto *account = current())
            m_source.sync(account->name);
    });
    auto *remove = new QAction(icon(u"delete"_s), tr("Remove account…"), this);
    connect(remove, &QAction::triggered, this, &AccountsPane::askRemove);
    // Adding a server is offered by the window, whichever pane is open.
    m_actions = {m_add, m_sync, m_signIn, m_signOut, m_edit, remove};
    for (auto *action : std::as_const(m_actions)) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
}

void AccountsPane::addOrder(QLayout *column)
{
    auto *order = new OrderBar(m_source, m_model, m_list);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(order);
    connect(order, &OrderBar::joinedRequested, this,
            [this] { Q_EMIT paneRequested(u"joins"_s, {}); });
    for (auto *action : order->orderActions()) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        m_actions.insert(m_actions.size() - 1, action); // removing stays the last
    }
}

AddFolder *AccountsPane::addFolder(const QString &folder)
{
    if (!m_adding) {
        m_adding = new AddFolder(m_source, folder, this);
        connect(m_adding, &AddFolder::added, this, &AccountsPane::showAdded);
        m_adding->open();
    }
    return m_adding;
}

AddServer *AccountsPane::addServer()
{
    if (!m_addingServer || m_addingServer->isHidden()) { // else it is about another one
        m_addingServer = new AddServer(m_source, this);
        connect(m_addingServer, &AddServer::added, this,
                [this, dialog = m_addingServer](const QString &name, items::SecretPlace place) {
                    if (dialog->isVisible()) // else the person is somewhere else by now
                        showAdded(name);
                    tellPlace(place);
                });
        m_addingServer->open();
    }
    return m_addingServer;
}

items::PlatformChoice AccountsPane::choiceFor(const items::ServerAccount &account) const
{
    for (const auto &platform : m_source.platforms()) {
        if (platform.name == account.platform)
            return platform;
    }
    return {.name = account.platform, .ways = {}, .tokenPage = {}, .own = {}};
}

void AccountsPane::editAccount()
{
    const auto *account = current();
    if (!account || (m_editing && m_editing->isVisible()))
        return;
    onFinished(m_source.server(account->id), this,
               [this](const Result<items::ServerAccount> &answer) {
                   if (!answer)
                       return ui::error(this, tr("Editing the account"), answer.error());
                   if (m_editing && m_editing->isVisible()) // asked for twice
                       return;
                   m_editing = new EditServer(m_source, *answer, choiceFor(*answer), this);
                   connect(m_editing, &EditServer::changed, this,
                           [this](const QString &, items::SecretPlace place, bool isSecretNew) {
                               m_model.refresh();
                               if (isSecretNew)
                                   tellPlace(place);
                           });
                   m_editing->open();
               });
}

void AccountsPane::signInAgain()
{
    const auto *account = current();
    if (!account || account->by == items::SignInBy::Nobody || m_signingIn)
        return;
    onFinished(m_source.server(account->id), this,
               [this](const Result<items::ServerAccount> &found) {
                   if (!found)
                       return ui::error(this, tr("Signing in"), found.error());
                   if (m_signingIn) // asked for twice
                       return;
                   m_signingIn = new SignInAgain(m_source, *found, choiceFor(*found), this);
                   connect(m_signingIn, &SignInAgain::signedIn, this, &AccountsPane::tellPlace);
                   m_signingIn->open();
               });
}

//! A secret that is gone after a restart is said when it is entered, not when it is missed.
void AccountsPane::tellPlace(items::SecretPlace place)
{
    if (place == items::SecretPlace::Keyring)
        return;
    ui::tell(this, tr("The secret is not kept"),
             tr("The keyring of this desktop is locked, or there is none. What you entered is used "
                "until Portolan ends, and asked for again after the next start."));
}

void AccountsPane::askSignOut()
{
    const auto *account = current();
    if (!account || account->signIn != items::SignInState::SignedIn)
        return;
    ui::Question question;
    question.title = tr("Sign out");
    question.text = tr("Sign out of %1?").arg(items::oneLine(account->name, 80));
    question.details = tr("Its secret is removed from this machine. What is known of it stays, and "
                          "what waits to be sent waits until you sign in again.");
    question.accept = tr("Sign out");
    ui::confirm(this, question, [this, id = account->id] {
        onFinished(m_source.signOut(id), this, [this](const Result<void> &answer) {
            if (!answer)
                ui::error(this, tr("Signing out"), answer.error());
            m_model.refresh();
        });
    });
}

//! What is lost with it is said before.
void AccountsPane::askRemove()
{
    const auto *account = current();
    if (!account)
        return;
    onFinished(m_source.undone(account->id), this,
               [this, account = *account](const Result<int> &undone) {
                   if (undone)
                       askRemoveWith(account, *undone);
                   else
                       ui::error(this, tr("Removing the account"), undone.error());
               });
}

void AccountsPane::askRemoveWith(const items::AccountFacts &account, int undone)
{
    ui::Question question;
    question.title = tr("Remove account");
    question.text = tr("Remove %1 from Portolan?").arg(items::oneLine(account.name, 80));
    question.details = account.isFolder
        ? tr("What only this account knows disappears from the catalogue, and its history with it. "
             "The folder %1 and its files stay as they are.")
              .arg(items::placeText(account))
        : tr("What only this account knows disappears from the catalogue, and with it its history: "
             "check runs, earlier versions and lineage, which no synchronisation brings back.");
    if (undone > 0)
        question.details += u"\n\n"_s
            + tr("%n thing(s) in the outbox are not done yet. They are given up with the account, "
                 "and never sent.",
                 nullptr, undone);
    question.accept = tr("Remove");
    question.destructive = true;
    ui::confirm(this, question, [this, id = account.id] {
        onFinished(m_source.remove(id), this, [this](const Result<void> &answer) {
            if (!answer)
                ui::error(this, tr("Removing the account"), answer.error());
            m_model.refresh();
        });
    });
}

QString AccountsPane::title() const
{
    return tr("Accounts");
}

QString AccountsPane::iconName() const
{
    return u"pane-accounts"_s;
}

QList<Crumb> AccountsPane::breadcrumb() const
{
    return {};
}

QVariantMap AccountsPane::saveState() const
{
    const auto *account = current();
    return {{u"version"_s, 1},
            {u"split"_s, m_split->saveState()},
            {u"account"_s, (account ? account->id : m_wanted).toString(QUuid::WithoutBraces)}};
}

void AccountsPane::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_split->restoreState(state.value(u"split"_s).toByteArray());
    m_wanted = QUuid(state.value(u"account"_s).toString());
    if (m_model.isLoaded())
        showAccounts();
}

QList<QWidget *> AccountsPane::parts() const
{
    return {m_list, m_detail};
}

void AccountsPane::showQuery(const QString &query)
{
    m_wantedName = query;
    if (m_model.isLoaded())
        showAccounts();
}

} // namespace portolan::views::accounts
