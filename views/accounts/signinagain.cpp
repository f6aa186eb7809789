// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/accounts/signinagain.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "views/accounts/connectionfields.h"
#include "views/accounts/refusal.h"
#include "views/accounts/signinfields.h"
#include "views/shared/labels.h"
#include "views/shared/safetext.h"

#include <QDialogButtonBox>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace portolan::views::accounts {
namespace {

constexpr int dialogWidth = 560;

} // namespace

SignInAgain::SignInAgain(items::AccountSource &source, items::ServerAccount account,
                         const items::PlatformChoice &platform, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_account(std::move(account))
    , m_signIn(new SignInFields(source,
                                [this] {
                                    auto entered = m_account;
                                    m_signIn->apply(entered);
                                    return entered;
                                }))
    , m_why(new SafeLabel)
    , m_accept(new QPushButton(tr("Sign in and sync")))
{
    setWindowTitle(tr("Sign in to %1").arg(items::oneLine(m_account.name, 60)));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(dialogWidth);
    // Another way than its own is another account: what it may see there can differ.
    auto own = platform;
    own.ways = {m_account.by};
    const auto isOpenId = m_account.by == items::SignInBy::Browser;
    if (isOpenId)
        own.ways.append(items::SignInBy::Device);
    m_signIn->setPlatform(own);
    m_signIn->setAccount(m_account);
    auto *place = new SafeLabel(m_account.url);
    place->setWordWrap(true);
    m_why->setWordWrap(true);
    m_why->setVisible(false);
    m_accept->setDefault(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    buttons->addButton(m_accept, QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::page, size::page, size::page, size::page);
    column->setSpacing(size::groupGap);
    column->addWidget(place);
    column->addWidget(m_signIn);
    column->addWidget(m_why);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(m_signIn, &SignInFields::changed, this, &SignInAgain::enable);
    connect(buttons, &QDialogButtonBox::rejected, this, &SignInAgain::reject);
    connect(m_accept, &QPushButton::clicked, this, &SignInAgain::renew);
    enable();
    m_signIn->enterAgain(); // that is what it is opened for
}

void SignInAgain::enable()
{
    m_accept->setEnabled(!m_isAsking && m_signIn->isComplete());
    QTimer::singleShot(0, this, [this] { growToFit(this); });
}

void SignInAgain::say(const QString &text)
{
    m_why->setText(visibleText(text));
    m_why->setVisible(!text.isEmpty());
    enable();
}

QString SignInAgain::explanation() const
{
    return m_why->isHidden() ? QString() : m_why->text();
}

void SignInAgain::renew()
{
    m_isAsking = true;
    say(tr("Asking the server…"));
    auto account = m_account;
    m_signIn->apply(account);
    onFinished(m_source.renewServer(account), this,
               [this](const Result<items::SecretPlace> &answer) {
                   m_isAsking = false;
                   if (answer) {
                       Q_EMIT signedIn(*answer);
                       accept();
                       return;
                   }
                   say(refusalText(answer.error(), m_account.by));
                   m_signIn->enterAgain();
               });
}

void SignInAgain::reject()
{
    if (m_isAsking || m_signIn->hasSignedIn())
        m_source.leaveServer(m_account.id);
    QDialog::reject();
}

} // namespace portolan::views::accounts
