// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/migration.h"
#include "models/store/outboxstore.h"
#include "models/sync/portalcommands.h"
#include "models/sync/sender.h"
#include "tests/support/lossyport.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace portolan::tests {

//! An outbox.db with a sender and the commands on it, under a clock that a test moves.
class OutboxBench
{
public:
    explicit OutboxBench(const QByteArray &vfs = {}, bool full = true)
        : m_vfs(vfs)
        , m_full(full)
    {
        {
            store::Connection connection(options({}));
            store::migrate(connection, store::outboxSchema, {});
        }
        reopen();
    }

    //! As after a restart: what was being sent stays so in the file.
    void reopen()
    {
        sender.reset();
        commands.reset();
        store.reset();
        store = std::make_unique<store::OutboxStore>(store::OutboxStore::Setup{
            options(m_vfs), reserveFile(), &m_registry, [] {}, [] {}, [] {}});
        commands = std::make_unique<sync::PortalCommands>(*store, clock);
        sender = std::make_unique<sync::Sender>(sync::Sender::Setup{
            .operations = *store, .clock = clock, .random = [] { return 0.5; }});
    }

    QString file() const { return m_dir.filePath(QStringLiteral("outbox.db")); }

    QString reserveFile() const { return file() + QStringLiteral(".reserve"); }

    //! Puts one action in, counted as \a number, and answers it.
    Result<domain::Operation> act(const QString &object, qint64 number, const QString &base = {},
                                  const QUuid &of = mesh())
    {
        const auto stored = commands
                                ->perform({{.account = of,
                                            .objectId = object,
                                            .kind = QStringLiteral("test"),
                                            .payload = numbered(number),
                                            .baseRevision = base}})
                                .takeResult();
        return stored ? Result<domain::Operation>(stored->first()) : tl::unexpected(stored.error());
    }

    sync::SendReport send(LossyPort &port, bool asked = false, const QUuid &of = mesh())
    {
        return sender->send({.account = of, .port = port, .asked = asked, .cancelled = cancelled});
    }

    QList<domain::Operation> operations()
    {
        return store->operations().takeResult().value_or(QList<domain::Operation>());
    }

    //! The states of all, in order, as words.
    QStringList states()
    {
        QStringList words;
        for (const auto &operation : operations())
            words.append(domain::operationStateWord(operation.state));
        return words;
    }

    static QUuid mesh() { return QUuid(QStringLiteral("11111111-0000-4000-8000-000000000001")); }

    ManualClock clock;
    std::atomic<bool> cancelled = false;
    std::unique_ptr<store::OutboxStore> store;
    std::unique_ptr<sync::PortalCommands> commands;
    std::unique_ptr<sync::Sender> sender;

private:
    store::OpenOptions options(const QByteArray &vfs) const
    {
        return {.file = file(), .full = m_full, .checkpointPages = 16, .vfs = vfs};
    }

    QByteArray m_vfs;
    bool m_full;
    QTemporaryDir m_dir;
    store::AccountRegistry m_registry;
};

} // namespace portolan::tests
