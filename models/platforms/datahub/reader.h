// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/datahub/madefrom.h"
#include "models/platforms/datahub/unlisted.h"
#include "models/platforms/platform.h"

#include <QDateTime>
#include <QSet>

namespace portolan::platforms::datahub {

//! A page of things in our words, with what had to be asked for to say it.
struct Turned
{
    QList<domain::Record> records;
    QStringList removed; //!< native ids of what was deleted softly, or is not subscribed to
    domain::Evidence evidence;
    QList<domain::Finding> findings;
};

//! What a reader is told once.
struct ReaderSettings
{
    QString ui; //!< address of the web pages
    QStringList domains; //!< names or urns of the domains that are subscribed to; empty: all
    bool asksForRuns = true; //!< results of assertions are asked for, since no change log has them
    QDateTime runsSince; //!< from when; null: from the beginning
};

//! Turns pages of DataHub into records: collects what they refer to, asks for it in batches, and
//! translates. Remembers over its pages what assets are made from, so it is for pages of one time.
class PageReader
{
public:
    //! All of them outlive this.
    PageReader(const Api &api, Names &names, Around &around, ReaderSettings settings);

    //! The records of \a page. Those of \a missing that jobs write are told as well: they were
    //! asked for, and DataHub does not have them.
    [[nodiscard]] Result<Turned> read(const EntityPage &page, const QStringList &missing = {});

private:
    [[nodiscard]] Result<void> gather(const EntityPage &page, const QStringList &missing);
    [[nodiscard]] Result<void> gatherUnlisted(const EntityPage &page, const QStringList &missing);
    [[nodiscard]] Result<void> gatherJobs(const QStringList &assets);
    [[nodiscard]] Result<void> gatherInputs(const EntityPage &page);
    [[nodiscard]] Result<void> gatherDomains(const EntityPage &page);
    //! Of those that are among \a told.
    [[nodiscard]] Result<void> askForRuns(const EntityPage &page, const QSet<QString> &told,
                                          domain::Evidence &evidence);
    [[nodiscard]] Result<void> askForStamps(const EntityPage &page);
    bool isIn(const QStringList &path, const QStringList &urns) const;
    bool isSubscribed(const domain::Record &record) const;
    bool isWritten(const QString &urn) const;

    const Api &m_api;
    Names &m_names;
    Around &m_around;
    ReaderSettings m_settings;
    Links m_links; //!< of the page that is read
    MadeFrom m_madeFrom; //!< of all pages
    Unlisted m_unlisted; //!< of all pages
    QStringList m_absent; //!< datasets that DataHub does not have, and may be written by jobs
    QSet<QString> m_gone; //!< what products still name and was deleted softly; of all pages
    QHash<QString, JobLineage> m_jobs;
    QHash<QString, Stamps> m_stamps; //!< of incidents that tell no time themselves
    QHash<QString, QStringList> m_inputs;
    QHash<QString, QStringList> m_domains; //!< of what checks and contracts are about, and of jobs
};

//! Hands \a page over, its evidence in parts that the store takes in one step.
[[nodiscard]] Result<void> handOver(PageSink &sink, Page page);

} // namespace portolan::platforms::datahub
