// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace portolan::store {

//! The accounts of which \a history keeps something and the outbox.db at \a outbox knows nothing,
//! not even that they went: versions that did not note it removed them. None where that file may
//! have lost them: it was damaged once, or is new beside an old history; an older one has copies in
//! the folder \a backups. Throws.
QList<QUuid> forgottenAccounts(Connection &history, OpenOptions outbox, const QString &backups);

//! Removes what history.db keeps of one account, a part in each transaction. Begun anew, after a
//! kill, it finds what is left. What other accounts tell is not touched. Throws.
class HistoryRemoval
{
public:
    explicit HistoryRemoval(const QUuid &account)
        : m_account(account)
    {
    }

    //! Removes about \a rows rows; true while there may be more.
    bool removePart(Connection &connection, qint64 rows);

private:
    bool removeSome(Connection &connection, const char *sql);
    bool removeArrows(Connection &connection);
    bool removeChecks(Connection &connection);
    bool removeRuns(Connection &connection, qint64 check);
    bool removeAssets(Connection &connection);

    QUuid m_account;
    qint64 m_left = 0; //!< rows of this part
    std::optional<QString> m_arrowsTo = QString(); //!< name; empty once all arrows are gone
};

} // namespace portolan::store
