// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QDialog>
#include <QPushButton>

namespace portolan::views {
class SafeLabel;
} // namespace portolan::views

namespace portolan::views::accounts {

class SignInFields;

//! Signs an account in that is there: its token ran out, was refused, or was never kept. What it
//! has brought so far stays. Given up while the server is asked, the secret of before is used on.
class SignInAgain final : public QDialog
{
    Q_OBJECT

public:
    //! \a source outlives this object; \a platform is the account's.
    SignInAgain(items::AccountSource &source, items::ServerAccount account,
                const items::PlatformChoice &platform, QWidget *parent);

    SignInFields *signInFields() const { return m_signIn; }

    QPushButton *acceptButton() const { return m_accept; }

    //! What is said about what was entered; empty where nothing is.
    QString explanation() const;

    void reject() override;

Q_SIGNALS:
    void signedIn(portolan::sync::SecretPlace place);

private:
    void enable();
    void renew();
    void say(const QString &text);

    items::AccountSource &m_source;
    items::ServerAccount m_account;
    SignInFields *m_signIn;
    SafeLabel *m_why;
    QPushButton *m_accept;
    bool m_isAsking = false;
};

} // namespace portolan::views::accounts
