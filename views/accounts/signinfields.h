// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include <functional>

class QGridLayout;

namespace portolan::views {
class LinkButton;
class SafeLabel;
class StatusLabel;
} // namespace portolan::views

namespace portolan::views::accounts {

//! How a person signs in to a platform: the ways it has, and what each of them needs. What is typed
//! as a secret is shown nowhere and leaves the field when the dialog goes.
class SignInFields final : public QWidget
{
    Q_OBJECT

public:
    //! \a source outlives this object. \a entered gives what the rest of the dialog holds, so that
    //! a sign-in knows whom it is for.
    SignInFields(items::AccountSource &source, std::function<items::ServerAccount()> entered,
                 QWidget *parent = nullptr);
    //! Gives up a sign-in that runs.
    ~SignInFields() override;

    //! Offers the ways of \a platform. The address is where the page for tokens lies below.
    void setPlatform(const items::PlatformChoice &platform);
    void setAddress(const QString &address);
    //! Shows how \a account signs in, to do it again.
    void setAccount(const items::ServerAccount &account);
    //! Writes what was entered into \a account.
    void apply(items::ServerAccount &account) const;

    //! What was entered was not taken: leads to where another secret is typed over it.
    void enterAgain();

    items::SignInBy way() const;

    //! Whether somebody signed in at a provider here, whatever was entered since.
    bool hasSignedIn() const { return m_hasSignedIn; }

    //! Whether nothing is missing.
    bool isComplete() const;

    QComboBox *ways() const { return m_ways; }

    QLineEdit *secretField() const { return m_secret; }

    QPushButton *signInButton() const { return m_signIn; }

    //! Opens an address in the browser; replaced in tests.
    std::function<void(const QString &address)> openPage;

Q_SIGNALS:
    void changed();

private:
    void build();
    void showWay();
    void signIn();
    void forgetSignIn();
    void showCode(const QString &code, const QUrl &page);
    void showEnd(const Result<QString> &who);
    void say(const QString &text);

    items::AccountSource &m_source;
    std::function<items::ServerAccount()> m_entered;
    items::PlatformChoice m_platform;
    QString m_address;
    QGridLayout *m_grid;
    QComboBox *m_ways;
    QLineEdit *m_user;
    QLineEdit *m_secret;
    LinkButton *m_tokenPage;
    QLineEdit *m_issuer;
    QLineEdit *m_client;
    QPushButton *m_signIn;
    SafeLabel *m_code;
    StatusLabel *m_state;
    SafeLabel *m_note;
    QUrl m_page;
    bool m_runs = false;
    bool m_isSignedIn = false;
    bool m_hasSignedIn = false;
};

} // namespace portolan::views::accounts
