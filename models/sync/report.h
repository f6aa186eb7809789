// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/finding.h"
#include "models/store/store.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace portolan::sync {

//! How sending to and pulling from one account ended.
struct AccountReport
{
    QString account; //!< its name
    QString state; //!< "complete", "partial" (stopped half-way) or "failed"
    store::WriteCounts counts;
    int sent = 0; //!< operations of the outbox that were applied
    int conflicts = 0; //!< operations that now need a person
    int rejected = 0; //!< operations that the platform will not do
    int postponed = 0; //!< operations that were not done, and are tried again
    int held = 0; //!< operations that were not sent: policies say no, and they are drafts again
    QString why; //!< of the last one of these two
    qint64 durationMs = 0;
    QList<domain::Finding> problems;
    std::optional<Error> error; //!< why a part of it failed or stopped

    bool operator==(const AccountReport &) const = default;
};

//! How a sync ended: a report per account, in the order in which they were pulled.
struct SyncReport
{
    QList<AccountReport> accounts;

    //! 0, or 5 when an account is signed out or its keyring locked, else 3 when the store failed,
    //! else 4 when a pull failed or something was not sent (cli.md, `sync`; ruling 5).
    int exitStatus() const;
};

//! A finding as cli.md promises it: {"file","line","column","severity","rule","field"?,…}.
QJsonObject findingJson(const domain::Finding &finding);
QJsonArray findingsJson(const QList<domain::Finding> &findings);

//! The document of `sync` and back: it also travels from the window to `portolan-cli sync`.
QJsonObject reportJson(const SyncReport &report);
SyncReport reportFromJson(const QJsonObject &document);

} // namespace portolan::sync

Q_DECLARE_METATYPE(portolan::sync::AccountReport)
