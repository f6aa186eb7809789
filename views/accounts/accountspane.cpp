// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/accountspane.h"

#include "views/accounts/accountdelegate.h"
#include "views/accounts/accountdetail.h"
#include "views/accounts/addfolder.h"
#include "views/accounts/addserver.h"
#include "views/accounts/leftsecrets.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"

#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::accounts {
namespace {

constexpr int listWidth = 368;

} // namespace

AccountsPane::AccountsPane(items::AccountSource &source, QWidget *parent)
    : Pane(parent)
    , m_source(source)
    , m_model(source)
    , m_stack(new QStackedLayout)
    , m_split(new QSplitter(this))
    , m_count(new SafeLabel)
    , m_list(new QListView)
    , m_detail(new AccountDetail)
    , m_empty(new EmptyState(this))
{
    buildActions();
    build();
    connect(&m_model, &items::AccountModel::refreshed, this, &AccountsPane::showAccounts);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &AccountsPane::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showCurrent();
        Q_EMIT breadcrumbChanged();
    });
    connect(&source, &items::AccountSource::syncFailed, m_detail, &AccountDetail::showSyncError);
    connect(m_detail, &AccountDetail::syncRequested, m_sync, &QAction::trigger);
    connect(m_detail, &AccountDetail::cancelRequested, this, [this] { m_source.cancelSync(); });
    connect(m_detail, &AccountDetail::signInRequested, m_signIn, &QAction::trigger);
    connect(m_detail, &AccountDetail::signOutRequested, m_signOut, &QAction::trigger);
    connect(m_detail, &AccountDetail::editRequested, m_edit, &QAction::trigger);
    connect(m_detail, &AccountDetail::removeRequested, this, &AccountsPane::askRemove);
    connect(m_detail, &AccountDetail::openFolderRequested, this, [this] {
        const auto *account = current();
        if (account && account->isFolder)
            openFolder(account->place);
        else if (account)
            openPage(account->place);
    });
    connect(m_detail, &AccountDetail::problemsRequested, this, [this] {
        if (const auto *account = current())
            Q_EMIT paneRequested(u"problems"_s, account->name);
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_model.error() == Error())
            chooseWhatToAdd();
        else
            m_model.refresh();
    });
    m_model.refresh();
}

void AccountsPane::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(m_stack, 1);
    all->addWidget(new LeftSecrets(m_source, this)); // also where no account is left
    auto *left = new QWidget;
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(size::page, size::gap, size::buttonPadding, size::gap);
    bar->setSpacing(size::gap);
    auto *title = new SafeLabel(tr("Accounts"));
    title->setTextFont(Text::Body, true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *add = new QPushButton(m_add->icon(), tr("Add…"));
    m_choices = new QMenu(this);
    m_choices->addAction(m_add);
    m_choices->addAction(m_addServer);
    add->setMenu(m_choices);
    bar->addWidget(title);
    bar->addWidget(m_count);
    bar->addStretch(1);
    bar->addWidget(add);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new AccountDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Accounts"));
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_list, 1);
    addOrder(column);
    m_split->addWidget(left);
    m_split->addWidget(m_detail);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({listWidth, 1000});
    m_split->setVisible(false);
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_split);
}

const items::AccountFacts *AccountsPane::current() const
{
    return m_model.accountAt(m_list->currentIndex().row());
}

void AccountsPane::showAccounts()
{
    if (m_model.error() != Error()) {
        m_empty->explain(u"status-breach"_s, tr("The accounts could not be read"),
                         m_model.error().detail, tr("Try again"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    if (m_model.rowCount() == 0) {
        m_empty->explain(u"folder"_s, tr("No account yet"),
                         tr("An account is where the mesh comes from: a folder with contracts, "
                            "products and dbt artifacts, or the server of a platform."),
                         tr("Add…"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_split->setVisible(true);
    m_stack->setCurrentWidget(m_split);
    m_count->setText(QLocale().toString(m_model.rowCount()));
    int row = m_model.rowOf(m_wanted);
    for (int i = 0; !m_wantedName.isEmpty() && i < m_model.rowCount(); ++i) {
        if (m_model.accountAt(i)->name == m_wantedName)
            row = i;
    }
    if (row >= 0) {
        m_wanted = {};
        m_wantedName.clear();
        m_list->setCurrentIndex(m_model.index(row));
    } else if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model.index(0));
    }
    showCurrent();
}

//! The menu of the button Add…, under the one button that is there while nothing is.
void AccountsPane::chooseWhatToAdd()
{
    const auto *button = m_empty->findChild<QPushButton *>();
    m_choices->popup(button->mapToGlobal(button->rect().bottomLeft()));
}

//! Where the person goes on: at the account, in the list.
void AccountsPane::showAdded(const QString &name)
{
    m_wantedName = name;
    m_list->setFocus();
    m_model.refresh();
}

void AccountsPane::showCurrent()
{
    const auto *account = current();
    m_sync->setEnabled(account && !m_model.progressOf(account->name)
                       && m_source.syncObstacle().isEmpty());
    m_edit->setEnabled(account != nullptr);
    m_signIn->setEnabled(account && account->by != items::SignInBy::Nobody);
    m_signOut->setEnabled(account && account->signIn == items::SignInState::SignedIn);
    if (account)
        m_detail->showAccount(m_model, *account, m_source.syncObstacle());
}

} // namespace portolan::views::accounts
