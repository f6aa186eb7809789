// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/feedanswer.h"
#include "models/platforms/openmetadata/pullcontext.h"

namespace portolan::platforms::openmetadata {

//! Takes in what changed since the cursor: the change feed, new test results, incidents. It costs
//! what changed, not what there is.
class Changes
{
public:
    explicit Changes(PullContext &context);

    //! Goes on to now. Forbidden where the account may not read the feed; TooLarge where so much
    //! happened that a sweep is less.
    [[nodiscard]] Result<void> run();

private:
    [[nodiscard]] Result<FeedAnswer> readFeed();
    [[nodiscard]] Result<void> knowIncidents(const FeedAnswer &feed);
    void forget(const FeedAnswer &feed, Page &page);
    [[nodiscard]] Result<void> refetch(const QList<Hint> &hints, Page first);
    [[nodiscard]] Result<void> takeOne(const Hint &hint, Answer answer, Page &page);
    [[nodiscard]] Result<bool> takePorts(const Hint &hint, Thing &product, Page &page);
    [[nodiscard]] Result<void> takeAll(const QList<Hint> &hints, Page &page);
    void noteHolders(const QString &asset);
    [[nodiscard]] Result<void> takeHolders(Page &page);
    [[nodiscard]] Result<void> addLineage(Page &page);

    PullContext &m_context;
    QSet<QString> m_found; //!< native ids that were read in this pull
    QStringList m_missing; //!< native ids that are not there any more
    QStringList m_gone; //!< native ids that the feed says are gone
    QSet<QString> m_holders; //!< products that show something that changed as a port
    QList<std::pair<QString, QString>> m_changed; //!< type and uuid of assets that were read
};

} // namespace portolan::platforms::openmetadata
