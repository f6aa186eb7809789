// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsource.h"

#include <QAbstractListModel>
#include <QHash>
#include <QList>

namespace portolan::items {

//! How far a pull is.
struct SyncProgress
{
    qint64 done = 0;
    qint64 total = 0; //!< 0 while unknown
    QString what;

    //! 0 to 100, or -1 while unknown.
    int percent() const;
    bool operator==(const SyncProgress &) const = default;
};

//! The accounts in their order, with what runs. Asks again when the source says that something
//! changed; rows that stay keep their selection.
class AccountModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        PlatformTextRole, //!< "Files · ~/mesh"
        StateRole, //!< int of State
        StateTextRole, //!< "Synced", "Sync failed", "Syncing 62 %"
        LastSyncRole, //!< QDateTime, UTC; null before the first
        IsFolderRole
    };
    Q_ENUM(Role)

    //! The words of an account (tokens.md, rules of colour, 3).
    enum class State {
        Waiting,
        Syncing,
        Synced,
        SyncedWithProblems,
        Partial,
        Failed,
        SignInNeeded //!< what was pulled stays; nothing new comes
    };
    Q_ENUM(State)

    //! \a source outlives this object.
    explicit AccountModel(AccountSource &source, QObject *parent = nullptr);

    void refresh();

    bool isLoaded() const { return m_loaded; }

    //! Why the accounts could not be read.
    const Error &error() const { return m_error; }

    const AccountFacts *accountAt(int row) const;
    int rowOf(const QUuid &id) const; //!< -1 when it is not there
    State stateOf(const AccountFacts &account) const;
    QString stateText(const AccountFacts &account) const;
    //! How far the pull of \a account is, or null while none runs.
    const SyncProgress *progressOf(const QString &account) const;
    //! What its last pull in this session did, or null.
    const PullFigures *figuresOf(const QString &account) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    //! The accounts were read, whether they differ or not.
    void refreshed();

private:
    void take(QList<AccountFacts> accounts);
    void changedRow(const QString &account);

    AccountSource &m_source;
    QList<AccountFacts> m_accounts;
    QHash<QString, SyncProgress> m_running;
    QHash<QString, PullFigures> m_figures;
    Error m_error;
    bool m_loaded = false;
    quint64 m_question = 0;
};

//! What a sync reads just now, in words: \a what is what its platform calls it, which is shown as
//! it is where nobody knows a word for it.
QString readingText(const QString &what);
//! How an account is signed in, in words; empty where nobody signs in.
QString signInText(SignInState state);
//! Whether a person has to do something before the account can be pulled.
bool isSignInNeeded(SignInState state);
//! "~/mesh" for a folder below the user's home.
QString placeText(const AccountFacts &account);
//! "Files", "Demo", …: the platform in words.
QString platformText(const QString &platform);

} // namespace portolan::items
