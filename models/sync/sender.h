// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"
#include "models/domain/operation.h"
#include "models/platforms/actionport.h"
#include "models/store/operationstore.h"

#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

#include <atomic>
#include <functional>
#include <optional>

namespace portolan::sync {

//! What came of looking once more at an operation before it is handed over.
struct Checked
{
    QByteArray payload; //!< as it is to be sent; empty: as it is
    QString refusal; //!< why it goes back to the person who made it; empty: it is sent
};

//! Looks at an operation that no platform has; nothing where there is nothing to look at. May block
//! for seconds; called in the thread that sends.
using SendCheck = std::function<std::optional<Checked>(const domain::Operation &)>;

//! How sending the operations of one account went.
struct SendReport
{
    int applied = 0;
    int conflicts = 0;
    int rejected = 0;
    int postponed = 0; //!< for certain not done, and tried again later
    int unknown = 0; //!< looked up, and nobody could tell yet what became of it
    int held = 0; //!< not sent: what was asked before said no, and they are drafts again
    QString why; //!< of the last one of these two
    std::optional<Error> error; //!< why it ended before everything was tried

    //! Whether something came of it, or there was nothing to do: else the account is left alone for
    //! longer each time.
    bool wentWell() const
    {
        return !error && (unknown == 0 || applied + conflicts + rejected + postponed + held > 0);
    }

    bool operator==(const SendReport &) const = default;
};

//! Hands operations to platforms, each until it is certain what became of it. Operations on one
//! object go in the order in which they were made, and one that is not applied holds back those
//! behind it; objects do not wait for each other, nor accounts. What was handed over and not
//! answered is looked up before it is handed over again. Nothing is ever dropped. Only for who
//! holds sync.lock; used by one thread at a time.
class Sender
{
public:
    struct Setup
    {
        store::OperationStore &operations;
        const Clock &clock;
        std::function<double()> random; //!< from 0 to below 1
    };

    //! One go at one account.
    struct Pass
    {
        QUuid account;
        platforms::ActionPort &port;
        bool asked = false; //!< a person asks: our own patience is over, the platform's is not
        const std::atomic<bool> &cancelled;
    };

    explicit Sender(Setup setup)
        : m_setup(std::move(setup))
    {
    }

    //! Asked before an operation is handed over of which no attempt is in doubt.
    void setCheck(SendCheck check) { m_check = std::move(check); }

    //! All operations, after what was being sent when a process died was marked as ambiguous.
    [[nodiscard]] Result<QList<domain::Operation>> takeOver();

    //! Sends what can be sent, and looks up what is ambiguous. Blocks.
    SendReport send(const Pass &pass);

    //! Rejects what waits for an account that carries out nothing.
    SendReport refuse(const QUuid &account, const QString &reason);

private:
    //! What comes after one step of one object.
    enum class Next {
        Operation, //!< this one is done: the one behind it
        Object, //!< this object has to wait
        Stop //!< the whole account has to wait; the report says why
    };

    struct Progress;

    Next step(Progress &progress, domain::Operation &operation);
    Next deliver(Progress &progress, domain::Operation &operation);
    Next held(Progress &progress, domain::Operation &operation, const Checked &checked);
    Next note(Progress &progress, domain::Operation &operation,
              const platforms::ActionOutcome &outcome);
    Next applied(Progress &progress, domain::Operation &operation, const QString &nativeId,
                 const QString &revision);
    Next signedOut(Progress &progress, const QString &reason);
    Next lookUp(Progress &progress, domain::Operation &operation);
    Next missed(Progress &progress, domain::Operation &operation);
    Next postponed(Progress &progress, domain::Operation &operation, domain::OperationEvent event,
                   qint64 afterMs, const store::OperationStore::Learn &learn);
    Next advance(Progress &progress, domain::Operation &operation, domain::OperationEvent event,
                 const store::OperationStore::Learn &learn, Next next);
    bool isDue(const Progress &progress, const domain::Operation &operation) const;

    Setup m_setup;
    SendCheck m_check;
    QSet<QUuid> m_troubled; //!< accounts that failed often in a row: one probe, then they wait
};

} // namespace portolan::sync
