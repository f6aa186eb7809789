// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/openlineage/event.h"
#include "models/platforms/apicalls.h"

#include <QList>

#include <functional>
#include <unordered_map>

namespace portolan::platforms::marquez {

using formats::openlineage::Event;
using formats::openlineage::Moment;

//! What a reading of the feed came to.
struct FeedRead
{
    Moment newest = 0; //!< time of the newest event; that of the question where there was none
    qint64 rows = 0; //!< events that were listed
    qint64 counted = -1; //!< events of all kinds that it counts; -1 where it does not say
    QList<domain::Finding> findings;
};

//! The list of run events of a server (/events/lineage), in the order of their times. It is read
//! by time and not by offset: events of one time come in another order each time they are asked
//! for, so what has the time of the edge of a page is read with both pages, and taken once. Job and
//! dataset events are counted there and not listed.
class EventFeed
{
public:
    //! Takes an event, valid for the length of the call, and a digest of its bytes.
    using Take = std::function<void(const Event &event, quint64 digest)>;
    //! Told after each page how many events were read, and how many there may be.
    using Progress = std::function<void(qint64 done, qint64 total)>;

    //! \a pageSize is what is asked for at once.
    explicit EventFeed(const ApiCalls &calls, int pageSize = 1000);

    //! Reads all that is not older than \a from.
    [[nodiscard]] Result<FeedRead> read(Moment from, const Take &take,
                                        const Progress &progress = {}) const;
    //! How many events of all kinds are older than \a until.
    [[nodiscard]] Result<qint64> countBefore(Moment until) const;

private:
    using Edge = std::unordered_map<quint64, int>; //!< how often an event was taken, by its digest

    struct Page
    {
        qint64 rows = 0;
        qint64 total = -1;
        Moment last = 0;
    };

    [[nodiscard]] Result<net::HttpResponse> ask(Moment from, qint64 limit, qint64 offset) const;
    [[nodiscard]] Result<Page> readPage(const net::HttpResponse &response, Moment from, Edge &edge,
                                        const Take &take, FeedRead &read) const;

    const ApiCalls &m_calls;
    int m_pageSize;
};

} // namespace portolan::platforms::marquez
