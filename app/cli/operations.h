// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands about the outbox share.
#pragma once

#include "app/cli/arguments.h"
#include "models/domain/operation.h"
#include "models/store/store.h"
#include "models/sync/portalcommands.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace portolan::cli {

//! The outbox with the names of the accounts.
struct Outbox
{
    QList<domain::Operation> operations;
    QList<store::Account> accounts;

    //! The account's name; its id where it was removed since.
    QString accountName(const QUuid &id) const;
    //! The one that \a reference is the id or the key of.
    [[nodiscard]] Result<domain::Operation> find(const QString &reference) const;
};

[[nodiscard]] Result<Outbox> readOutbox(store::Store &store, sync::PortalCommands &commands);

//! What of an account is in the outbox, and not done.
struct Stuck
{
    int operations = 0; //!< that are ready, and wait for what a person has to decide first
    QStringList behind; //!< what that is: ids, in the order of sending
    int unsent = 0; //!< that are ready, and were not sent or not done
    int doubtful = 0; //!< that were sent, and no certain answer came
};

//! What of each account, by its name, waits for what a person has to decide first (a conflict or a
//! refusal about the same thing, or what is held back), or is in doubt.
QMap<QString, Stuck> stuckIn(const Outbox &outbox);

//! One element of `operations` of cli.md.
QJsonObject operationJson(const domain::Operation &operation, const Outbox &outbox);

//! Prints \a outbox as the document of \a command, or as text; the exit status.
int printOperations(const Outbox &outbox, const QString &command, const Arguments &arguments);

} // namespace portolan::cli
