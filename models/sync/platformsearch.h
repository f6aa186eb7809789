// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/entitykind.h"

#include <QList>
#include <QMetaType>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace portolan::sync {

//! An account whose platform can be searched.
struct SearchedAccount
{
    QUuid id;
    QString name;
    QString platform; //!< name of the adapter

    bool operator==(const SearchedAccount &) const = default;
};

//! Why something that a platform has is not in the cache.
enum class Absence {
    None, //!< it is there
    NotKept, //!< the account keeps other domains
    NeverSynced, //!< nothing of the account is there yet
    NotSynced //!< newer than the last sync, or of a sort that is not kept
};

//! What the search of a platform found. Text is plain, and untrusted.
struct FoundThing
{
    QString nativeId;
    domain::EntityKind kind = domain::EntityKind::Asset;
    QString type; //!< of an asset or port, where it is told
    QString name;
    QString snippet; //!< one line
    QString place; //!< what it belongs to there; may be empty
    QString page; //!< address of its page on the platform; may be empty
    QUuid cached; //!< our id of the same thing; null where it is not in the cache
    Absence absence = Absence::None; //!< why it is not

    bool operator==(const FoundThing &) const = default;
};

//! The answer of one account.
struct PlatformAnswer
{
    quint64 question = 0;
    SearchedAccount account;
    Result<QList<FoundThing>> things = QList<FoundThing>(); //!< best first
    bool isFull = false; //!< there may be more than these
    qint64 elapsedMs = 0;
};

//! Searches the platforms of all accounts that can be searched, on demand: nothing is asked that
//! nobody asked for, nothing that is found is stored. Lives in one thread; every function returns
//! at once.
class PlatformSearch : public QObject
{
    Q_OBJECT

public:
    explicit PlatformSearch(QObject *parent = nullptr);

    //! Who would be asked, in the order of accounts, as far as it is known.
    virtual QList<SearchedAccount> accounts() const = 0;
    //! Asks for the words of \a query, all accounts at once, or those called \a names. The question
    //! before ends, and is not answered any more. The number of the question: asked() comes for it
    //! or failed(), an answer for each account that was named there, and finished().
    virtual quint64 ask(const QString &query, const QStringList &names = {}) = 0;
    //! Ends the question under way; nothing of it is told any more.
    virtual void cancel() = 0;

Q_SIGNALS:
    void accountsChanged();
    void asked(quint64 question, const QList<portolan::sync::SearchedAccount> &accounts);
    void answered(const portolan::sync::PlatformAnswer &answer);
    //! Nobody could be asked; a NotFound error names an account that is not there.
    void failed(quint64 question, const portolan::Error &error);
    void finished(quint64 question);
};

//! The words of \a query in the filter language that platforms are asked for; filters are ours.
QString askedWords(const QString &query);

} // namespace portolan::sync

Q_DECLARE_METATYPE(portolan::sync::PlatformAnswer)
