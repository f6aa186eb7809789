// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace portolan::views {
class SafeLabel;
class StatusLabel;
enum class Status;
} // namespace portolan::views

namespace portolan::views::accounts {

class ConnectionFields;
class SignInFields;

//! Adds an account with an address: platform, address, how to sign in. The server is asked before
//! anything is stored; what it answers is said, and an account that cannot be reached now can be
//! kept all the same.
class AddServer final : public QDialog
{
    Q_OBJECT

public:
    //! \a source outlives this object.
    AddServer(items::AccountSource &source, QWidget *parent);

    QComboBox *platformField() const { return m_platform; }

    QLineEdit *addressField() const { return m_address; }

    QLineEdit *nameField() const { return m_name; }

    SignInFields *signInFields() const { return m_signIn; }

    //! Folded away at first.
    ConnectionFields *connectionFields() const { return m_connection; }

    QToolButton *moreButton() const { return m_more; }

    QPushButton *addButton() const { return m_add; }

    QPushButton *checkButton() const { return m_check; }

    //! What is said about what was entered; empty where nothing is.
    QString explanation() const;

    //! Forgets what was entered. While it is being added, that goes on without the dialog, which
    //! comes back where it could not be added.
    void reject() override;

Q_SIGNALS:
    //! \a place says whether a secret outlives this session.
    void added(const QString &name, portolan::sync::SecretPlace place);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildMore();
    void setPlatform(const items::PlatformChoice &platform);
    items::ServerAccount entered() const;
    void update();
    void proposeName();
    void check(bool addThen);
    void add();
    void say(Status status, const QString &word, const QString &why);

    items::AccountSource &m_source;
    QList<items::PlatformChoice> m_platforms;
    QUuid m_id;
    QComboBox *m_platform;
    QLineEdit *m_address;
    QLineEdit *m_name;
    SignInFields *m_signIn;
    ConnectionFields *m_connection;
    QToolButton *m_more;
    StatusLabel *m_verdict;
    SafeLabel *m_why;
    QPushButton *m_check;
    QPushButton *m_add;
    QPushButton *m_close;
    bool m_named = false; //!< the person gave it a name
    bool m_isUnreachable = false; //!< as it is entered now, it was tried and not reached
    bool m_isStoring = false;
    bool m_isAdded = false;
    bool m_isOpenedByItself = false; //!< what is folded away, for one platform
    quint64 m_question = 0;
};

} // namespace portolan::views::accounts
