// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/access.h"
#include "models/domain/accessfold.h"
#include "models/domain/contract.h"
#include "models/domain/grant.h"
#include "models/domain/operation.h"
#include "models/domain/policy.h"
#include "models/items/dependants.h"
#include "models/items/fieldflows.h"
#include "models/policy/facts.h"

#include <QDate>
#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::items {

//! What something that is named by its native id is called, and where its page is.
struct AccessName
{
    QString label;
    QUuid id; //!< null: nothing of that name is known here

    bool operator==(const AccessName &) const = default;
};

//! One request with everything that became of it.
struct AccessCase
{
    domain::AccessRequest request;
    domain::RequestOutcome outcome; //!< with what waits in the outbox laid over it
    QUuid account;
    QString accountName;
    QString place; //!< file, relative to the workspace; empty while it is in the outbox only
    QString asked; //!< hash of the request as it is here: a decision says which state it is about
    bool isShared = false; //!< others can see it: git's HEAD holds it, or the platform does
    QList<domain::Operation> waiting; //!< about this request, not applied yet, in their order
    QList<domain::Finding> findings; //!< what is wrong with its files, or with who decides

    bool operator==(const AccessCase &) const = default;
};

//! When an account that says something about access was read last.
struct AccountReading
{
    QUuid account;
    QString name;
    QDateTime at; //!< UTC, when it was read last; null: it never was
    bool isRead = true; //!< else it failed, and what is shown is older
    QString error; //!< in the account's words, of one that failed

    bool operator==(const AccountReading &) const = default;
};

//! Everything about access that is known at one moment.
struct AccessBoard
{
    QDate today; //!< UTC
    QList<domain::Actor> me; //!< one for each account that knows who acts; may be empty
    QList<AccessCase> cases; //!< newest first
    QHash<QUuid, domain::Grant> grants; //!< by agreement, of those of which something was told
    //! Of ports and products of the cases, and of the products that they are for, by native id.
    QHash<QString, AccessName> names;
    domain::PolicySet policies; //!< of all accounts: for the choice of purposes, and for titles
    QHash<QUuid, domain::PolicySet> policiesOf; //!< by account, which is judged by its own
    QStringList judges; //!< accounts whose policies are asked besides; AccessSource::judge()
    QList<AccountReading> readings; //!< of the accounts that it comes from, in their order

    bool operator==(const AccessBoard &) const = default;
};

//! One port that can be asked for, with what the form and its reviewer need to know.
struct AccessOffer
{
    QString port; //!< native id
    QUuid portId;
    QString label;
    QString type; //!< REST, SQL, stream, file or the native word
    QString product; //!< native id
    QUuid productId;
    QString productLabel;
    QUuid account; //!< that the request would go to; null: the platform's own page is opened
    QString accountName;
    QString page; //!< address where it is asked for; only where there is no account, may be empty
    QList<domain::Role> roles; //!< of its contract
    domain::Terms terms;
    QString contract; //!< native id; empty: it has none
    QString contractVersion;
    QString termsSha256; //!< domain::sha256Of() the terms; empty: there are none
    std::optional<policy::ProductFacts> productFacts;
    std::optional<policy::PortFacts> facts; //!< with fields and their classification
    QStringList owners; //!< e-mail addresses of those who answer for the product
    bool isKnown = true; //!< false: a draft asks for it, and no account has it any more

    bool operator==(const AccessOffer &) const = default;
};

//! Where the access pane gets its facts from, and the door for what is done there. Lives in the GUI
//! thread; every function returns at once.
class AccessSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<AccessBoard>> board() = 0;
    //! What is offered behind the things with our ids \a ids: ports are themselves, products all
    //! their output ports, assets the ports that expose them. Each port once, in that order.
    virtual QFuture<Result<QList<AccessOffer>>> offers(const QList<QUuid> &ids) = 0;
    //! The teams and products that may be asked for, by name; many more than a person reads.
    virtual QFuture<Result<QList<domain::Consumer>>> knownConsumers();
    //! What the policies of platforms say about \a request; of each of the board's judges one
    //! verdict at least, unknown where it told nothing. Takes a moment, some seconds at most.
    virtual QFuture<Result<QList<domain::PolicyVerdict>>>
    judge(const domain::AccessRequest &request);
    //! What depends on each of the things with our ids \a things, as far as the lineage knows.
    virtual QFuture<Result<Dependants>> dependants(const QList<QUuid> &things);
    //! Where \a fields, which are paths by our id of their port, go already.
    virtual QFuture<Result<FieldFlows>> flows(const QHash<QUuid, QStringList> &fields);
    //! Puts \a request into the outbox, to be sent, or held back when \a isDraft; steps, item ids,
    //! asker and creation are filled in here, and what the workspace's policies say. Verdicts of
    //! platforms are those that \a request has; where it has none, they are asked when it is sent.
    //! It is on disk when the answer is there.
    virtual QFuture<Result<domain::AccessRequest>> ask(const domain::AccessRequest &request,
                                                       bool isDraft) = 0;
    //! The same for several requests, all or none: after an error none of them is ever sent.
    //! \a replaced are operations whose place they take, drafts that were gone on with: they go in
    //! the same step, and where one of them was let go meanwhile, nothing is done and that is said.
    virtual QFuture<Result<QList<domain::AccessRequest>>>
    askAll(const QList<domain::AccessRequest> &requests, bool isDraft,
           const QList<qint64> &replaced) = 0;
    //! The same for decisions, all or none; author and time are filled in here. A decision that
    //! may not be made (one's own request, no approver) is Forbidden, with its reason.
    virtual QFuture<Result<void>> decide(const QList<domain::AccessDecision> &decisions) = 0;
    //! Takes back what was not sent yet, the newest first, and gives up what was refused or is in
    //! conflict. Answers how many of them are on their way or done, and stay; an error when nothing
    //! could be taken back for another reason.
    virtual QFuture<Result<int>> undo(const QList<qint64> &operations) = 0;
    //! Tries again what was refused or contradicted, as the person saw it.
    virtual QFuture<Result<void>> tryAgain(const QList<domain::Operation> &operations) = 0;

Q_SIGNALS:
    //! board() may be another now.
    void changed();
};

} // namespace portolan::items
