// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/accessbook.h"
#include "models/domain/finding.h"
#include "models/domain/namepairs.h"
#include "models/domain/pullnotes.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/platforms/ability.h"
#include "models/platforms/accesshost.h"
#include "models/platforms/capability.h"
#include "models/platforms/ownsetting.h"
#include "models/platforms/remotesearch.h"
#include "models/platforms/services.h"
#include "models/platforms/signinways.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace portolan::platforms {

//! One connection to one platform instance, as the user set it up. Holds no secret.
struct AccountSettings
{
    QUuid id;
    QString name; //!< unique in a profile
    QString platform; //!< name of the adapter
    QString folder; //!< of a files account: absolute path
    QUrl url; //!< of a live account
    QString user;
    QJsonObject options;

    bool operator==(const AccountSettings &) const = default;
};

//! A part of a pull: whole records, written in one transaction.
struct Page
{
    QList<domain::Record> records;
    QStringList removed; //!< native ids that are gone for certain
    bool former = false; //!< earlier states: they go to the history, and what is so now follows
    domain::Evidence evidence; //!< kept for good; what is told twice counts once
    //! The records say nothing about lineage, and what is stored of theirs stays: this platform
    //! tells it apart, in \a lineage.
    bool isLineageApart = false;
    QList<domain::LineageOf> lineage; //!< replaces what was; of things that are stored, else lost
    //! Of the sweep that saw the records, from 1; 0 outside of one. They are marked with it, also
    //! where nothing else about them changed.
    qint64 sweep = 0;
    //! Where a pull goes on that is stopped behind this page; stored in one transaction with it.
    std::optional<QByteArray> cursor;
    domain::PullNotes notes; //!< stored with it as well: what a cursor would be too large for
};

//! How a pull ended.
struct PullResult
{
    bool unchanged = false; //!< nothing differs from the cursor: no page was sent
    bool complete = false; //!< everything there is was seen: what is not in \a seen is gone
    QSet<QString> seen; //!< native ids, when complete and without a sweep
    //! The sweep that has now gone through all there is, in this pull or begun in those before:
    //! what is not marked with it is gone. 0 when none ended, or \a seen tells.
    qint64 swept = 0;
    //! Whether all lineage there is was told, in this pull or those before. False while a platform
    //! that tells it apart is still on the way: nothing is then taken for having ended.
    bool isLineageWhole = true;
    QByteArray cursor; //!< opaque; handed to the next pull
    QList<domain::Finding> findings; //!< all current problems of the account
    QList<domain::Slo> slos; //!< all service levels that it declares, unless unchanged
    //! All that it says about access; empty where that is as before, or it says nothing.
    std::optional<domain::AccessBook> access;
    //! Nothing is missing in \a access, although the pull brought no more than what changed.
    bool isAccessWhole = false;
    //! By native id, of what was read: as receipts of actions name them. Empty where the platform
    //! has no revisions; a pull then has whatever was done before it began.
    QHash<QString, QString> revisions;
};

//! Takes the pages of a pull, in the thread of the pull.
class PageSink
{
public:
    virtual ~PageSink();

    //! Hands over a page; waits while the store is behind. An error ends the pull.
    [[nodiscard]] virtual Result<void> page(Page page) = 0;
    //! Says how far the pull is; \a total is 0 while unknown.
    virtual void progress(qint64 done, qint64 total, const QString &what) = 0;
    //! True once the user or a shutdown asked the pull to stop.
    virtual bool isCancelled() const = 0;
    //! What pages noted until now, of this pull and those before; by key. Nothing where the sink
    //! keeps none. Costs as much as there is.
    [[nodiscard]] virtual Result<QHash<QString, QByteArray>> notes();
    //! Native ids of the account that a person keeps apart, although they were taken for one thing.
    //! Who concludes from what is one thing asks for them, and tells anew what follows when they
    //! are others than before. None where the sink knows of no decisions.
    [[nodiscard]] virtual Result<domain::NamePairs> namesApart();
    //! Tells of cancelling at the moment when it happens, to who waits; one that cannot stop where
    //! there is no such signal, and isCancelled() has to be asked.
    virtual std::stop_token stopToken() const;
};

class ActionPort;
class PolicyPort;

//! One opened account. Used by one thread at a time; keeps what makes the next pull cheaper.
class Session
{
public:
    virtual ~Session();

    //! Brings everything that differs from \a cursor (everything, when \a full or empty) to \a
    //! sink.
    [[nodiscard]] virtual Result<PullResult> pull(const QByteArray &cursor, bool full,
                                                  PageSink &sink) = 0;
    //! What carries out operations, for as long as the session lives; null where nothing does.
    virtual ActionPort *actions();
    //! What judges by policies, for as long as the session lives; null where nothing does.
    virtual PolicyPort *policies();
};

//! What every platform adapter offers. Adapters translate; they neither store nor schedule.
class Platform
{
public:
    virtual ~Platform();

    virtual QString name() const = 0;
    virtual Capabilities capabilities() const = 0;
    //! The table of what it can and cannot do, for people; empty where nothing is to be said.
    virtual QList<Ability> abilities() const;
    //! How one signs in to it; without a way where it reads folders.
    virtual SignInWays signInWays() const;
    //! What its accounts can be told beside that, in the order to ask; often nothing.
    virtual QList<OwnSetting> ownSettings() const;
    //! Whether an account with \a settings could be used: a clear error when not, else a sentence
    //! that says what was found. May block; called in the pool.
    [[nodiscard]] virtual Result<QString> check(const AccountSettings &settings,
                                                const Services &services) const = 0;
    //! What answers at the address of \a settings, with its release ("DataHub 1.3"); empty where
    //! that is not certainly this platform. For who was told another one. May block, as check().
    virtual QString recognised(const AccountSettings &settings, const Services &services) const;
    //! Opens an account without asking the platform anything.
    [[nodiscard]] virtual Result<std::unique_ptr<Session>> open(const AccountSettings &settings,
                                                                const Services &services) const = 0;
    //! What searches an account with \a settings on its platform; null where none can. A search
    //! ends as Cancelled soon after \a isOver, which is asked in the thread of the search.
    [[nodiscard]] virtual Result<std::unique_ptr<RemoteSearch>>
    openSearch(const AccountSettings &settings, const Services &services,
               const std::function<bool()> &isOver) const;
    //! How long after a pull the next one is worth it, in milliseconds; 0 where watch() tells.
    virtual qint64 pullEveryMs() const;
    //! Calls \a changed in the caller's thread, at most a few times a second, when a pull would
    //! find something new; for as long as the returned object lives. Null where nothing can be
    //! watched.
    virtual std::unique_ptr<QObject> watch(const AccountSettings &settings,
                                           std::function<void()> changed) const;
    //! The revision that \a document, as a pull brought it, says of the thing \a nativeId; empty
    //! where it is not that thing's, or the platform tells none there.
    virtual QString revisionOf(const QByteArray &document, const QString &nativeId) const;
    //! Why no description of the thing \a nativeId is taken from here; empty where it is, as far as
    //! the platform can tell without asking anybody.
    virtual QString whyUndescribed(const QString &nativeId) const;
    //! Whether a thing has one owner there: a new one takes the place of the one before.
    virtual bool keepsOneOwner() const;
    //! Who acts on the account of \a settings, by its option "as" or by what the platform knows;
    //! without an e-mail address where nobody said it. May block; called in the pool.
    virtual domain::Actor actor(const AccountSettings &settings) const;
    //! What requests it takes, where it has the capability AccessRequests: those for ports.
    virtual RequestTaking requestTaking() const;
    //! What an account with \a settings is to requests for access, by what the pull that left \a
    //! cursor learned of its server as well. May block; called in the pool.
    virtual AccessHost accessHost(const AccountSettings &settings, const QByteArray &cursor) const;
};

} // namespace portolan::platforms
