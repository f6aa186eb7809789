// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

namespace portolan::views {
class SafeLabel;
class StatusLabel;
enum class Status;
} // namespace portolan::views

namespace portolan::views::accounts {

class ConnectionFields;

//! Changes an account that is there: its name and, where it has an address, how that is reached and
//! what is read of it. What platform and which address it is stays: another server is another
//! account. The platform is asked before anything is stored; what it refuses can be kept all the
//! same, when that is said in as many words. A mere name asks nobody.
class EditServer final : public QDialog
{
    Q_OBJECT

public:
    //! \a source outlives this object; \a platform is the account's.
    EditServer(items::AccountSource &source, items::ServerAccount account,
               const items::PlatformChoice &platform, QWidget *parent);

    QLineEdit *nameField() const { return m_name; }

    //! Null for an account of a folder.
    ConnectionFields *fields() const { return m_fields; }

    QPushButton *saveButton() const { return m_save; }

    //! What is said about what was entered; empty where nothing is.
    QString explanation() const;

    //! Leaves the account as it was. While it is being stored, that goes on without the dialog,
    //! which comes back where it could not be stored.
    void reject() override;

Q_SIGNALS:
    //! \a isSecretNew says whether \a place is about something that was entered just now.
    void changed(const QString &name, portolan::sync::SecretPlace place, bool isSecretNew);

private:
    void build(const items::PlatformChoice &platform);
    items::ServerAccount entered() const;
    bool isOnlyRenamed(const items::ServerAccount &entered) const;
    void update();
    void save();
    void store();
    void say(Status status, const QString &word, const QString &why);

    items::AccountSource &m_source;
    items::ServerAccount m_account;
    items::ServerAccount m_shown; //!< as the fields say it before anybody changes them
    QLineEdit *m_name;
    ConnectionFields *m_fields = nullptr;
    StatusLabel *m_verdict;
    SafeLabel *m_why;
    QPushButton *m_save;
    QPushButton *m_close;
    bool m_isRefused = false; //!< as it is entered now, it was tried and did not work
    bool m_isStoring = false; //!< then it is not given up any more
    bool m_isStored = false;
    quint64 m_question = 0;
};

} // namespace portolan::views::accounts
