// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/platform.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace portolan::tests {

//! Keeps what a pull handed over, as the store would.
class CollectingSink final : public platforms::PageSink
{
public:
    Result<void> page(platforms::Page page) override;

    void progress(qint64, qint64, const QString &) override { }

    bool isCancelled() const override { return cancelled; }

    Result<domain::NamePairs> namesApart() override { return apart; }

    Result<QHash<QString, QByteArray>> notes() override
    {
        ++notesRead;
        return noted;
    }

    QHash<QString, domain::Record> records; //!< by native id
    QList<domain::Record> inOrder; //!< as they came, former states too
    int largestPage = 0;
    QList<domain::Evidence> evidence; //!< page by page
    domain::NamePairs apart; //!< what a person keeps apart
    QHash<QString, QByteArray> noted; //!< by pages, as the store keeps it
    int notesWritten = 0; //!< single ones
    int notesRead = 0; //!< all of them, so often
    bool cancelled = false;
    bool failing = false; //!< every page is refused, as by a full disk
};

//! A temporary folder with an account and a session over it.
class FolderFixture
{
public:
    FolderFixture();

    QString path(const QString &name = {}) const;
    void write(const QString &name, const QByteArray &bytes);
    //! Writes beside the file and renames over it, as editors save.
    void save(const QString &name, const QByteArray &bytes);
    void remove(const QString &name);

    platforms::AccountSettings settings() const;

    Result<QString> check() const { return platform->check(settings(), m_clock); }

    //! Pulls and remembers the cursor and what was handed over.
    Result<platforms::PullResult> pull(bool full = false);
    //! Forgets what the session knows, as a new start of the program does.
    void restart();

    QTemporaryDir directory;
    std::unique_ptr<platforms::Platform> platform;
    CollectingSink sink;
    QByteArray cursor;

private:
    SystemClock m_clock;
    std::unique_ptr<platforms::Session> m_session;
};

//! A small contract, and a small product with one port.
QByteArray contractText(const QString &id, const QString &version, const QString &extra = {});
QByteArray productText(const QString &id, const QString &output, const QString &input = {});

//! A manifest of the project "shop" with one public model in a group; \a column names its column.
QByteArray manifestText(const QByteArray &column);

//! The smallest manifest: one seed.
QByteArray seedManifestText();

//! The finding of \a rule for \a file, or one with an empty rule.
domain::Finding findingOf(const QList<domain::Finding> &findings, const QString &rule,
                          const QString &file = {});

} // namespace portolan::tests
