// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/entropydata/accesses.h"
#include "models/platforms/entropydata/api.h"
#include "models/platforms/entropydata/cursor.h"
#include "models/platforms/entropydata/events.h"
#include "models/platforms/entropydata/ledger.h"
#include "models/platforms/entropydata/products.h"
#include "models/platforms/platform.h"

#include <QHash>
#include <QSet>

namespace portolan::platforms::entropydata {

class LineageEvents;

//! What a session keeps between pulls.
struct Memory
{
    Teams teams;
    bool hasTeams = false;
    Accesses accesses;
    bool hasAccesses = false;
    bool isAccessOwed = false; //!< something was done that the feed told nothing of
    QHash<QString, QList<domain::Finding>> findings; //!< by native id of what they are about
    Ledger ledger;
    bool hasLedger = false;
    QByteArray cursor; //!< that \a ledger goes with: another process may have pulled meanwhile
};

//! One pull of one account: a sweep through all lists, or what the feed of events names.
class Pull
{
public:
    struct Setup
    {
        const Api &api;
        const Portal &portal;
        const Clock &clock;
        QString origin;
        QStringList domains; //!< subscribed ones by name in lower case, in order; empty: all
        Memory &memory;
        PageSink &sink;
    };

    Pull(Setup setup, Cursor cursor)
        : m_setup(std::move(setup))
        , m_cursor(std::move(cursor))
    {
    }

    //! Goes on from the cursor: with a sweep when \a full, or none ended, or the last is too old.
    [[nodiscard]] Result<PullResult> run(bool full);

private:
    //! What happened while a sweep was under way.
    enum class SweepEvents {
        Harmless, //!< nothing that moved a page
        Deleted, //!< pages have moved up: something may never have been seen
        Gone //!< the feed does not go back to where the sweep began
    };

    // The sweep (sweep.cpp).
    [[nodiscard]] Result<PullResult> sweep(bool isNew);
    [[nodiscard]] Result<void> skipFeed();
    [[nodiscard]] Result<void> gatherAgain();
    [[nodiscard]] Result<void> sweepList(int part);
    [[nodiscard]] Result<Page> pageOf(const QString &kind, const ListPage &page);
    [[nodiscard]] Result<void> addProducts(const ListPage &page, Page &to);
    [[nodiscard]] Result<PullResult> sweepForLostFeed();
    [[nodiscard]] Result<SweepEvents> eventsOfSweep(bool isResumed);
    // The feed (delta.cpp).
    [[nodiscard]] Result<PullResult> follow();
    [[nodiscard]] Result<Page> pageOf(const Happened &happened);
    [[nodiscard]] Result<void> refetch(const QString &kind, const QStringList &ids, Page &page);
    [[nodiscard]] Result<void> refetchAccess(const QStringList &ids, QSet<QString> &products);
    void remove(const QString &kind, const QString &id, Page &page);
    // Lineage of pipelines (lineagepull.cpp).
    [[nodiscard]] Result<bool> isLineageDue() const;
    bool isLineageGone();
    [[nodiscard]] Result<bool> bringLineage(qint64 sweep);
    [[nodiscard]] Result<void> gatherEvents(LineageEvents &events, const ApiCalls::Query &filter);
    [[nodiscard]] Result<bool> readAllEvents(LineageEvents &events);
    [[nodiscard]] Result<bool> tellLineage(const LineageEvents &events, qint64 sweep, bool isWhole);
    // Both (pull.cpp).
    [[nodiscard]] Result<PullResult> bring(bool full);
    [[nodiscard]] Result<void> knowLedger();
    [[nodiscard]] Result<void> send(Page page);

    Ledger &ledger() { return m_setup.memory.ledger; }

    [[nodiscard]] Result<void> knowTeams(bool again);
    [[nodiscard]] Result<void> knowAccesses(bool again);
    [[nodiscard]] Result<void> addResults(const QStringList &ids, Page &page,
                                          bool isOfKnown = false);
    [[nodiscard]] Result<void> addOldResults(Page &page);
    [[nodiscard]] bool noteTold(const QString &check, const QString &result, qint64 at);
    void take(const QString &kind, const formats::document::Node &node,
              const QList<domain::Finding> &findings, Page &page);
    void keep(Reading reading, const QString &kind, Page &page);
    bool isSubscribed(const Reading &reading) const;
    bool isAnyKept(const QStringList &domains) const;

    QString subscription() const { return m_setup.domains.join(u'\n'); }

    ProductContext context();
    void learn(const Happened &happened);
    void finish(PullResult &result);

    Setup m_setup;
    Cursor m_cursor;
    QList<domain::Slo> m_slos;
    QList<domain::Finding> m_notes; //!< about the pull itself
    QSet<QString> m_checks; //!< ids of checks that contracts declare, of those read in this pull
    //! When the result was of that told of a check which no contract declares, in this pull.
    QHash<QString, qint64> m_told;
    bool m_isAccessTouched = false;
};

} // namespace portolan::platforms::entropydata
