// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/pullcontext.h"

namespace portolan::platforms::openmetadata {

//! Goes through all that the server has, one collection after the other, and can be stopped behind
//! every page. What a sweep that ended has not seen is gone.
class Sweep
{
public:
    explicit Sweep(PullContext &context);

    //! Begins at the first collection, as a new sweep.
    void begin();
    //! Goes on from where the cursor stands, to the end.
    [[nodiscard]] Result<void> run();

private:
    //! How a page is asked for.
    struct PageWay
    {
        int limit = 1;
        bool isBare = false; //!< without further fields
    };

    [[nodiscard]] Result<void> prepare(const Collection &collection);
    [[nodiscard]] Result<void> beginPartition(const Collection &collection);
    bool mayAskOtherwise(const Collection &collection, const Error &error, PageWay &way);
    [[nodiscard]] Result<void> readPartition(int index);
    [[nodiscard]] Result<void> takePage(const Collection &collection, int index,
                                        const ListAnswer &list, bool isLast);
    [[nodiscard]] Result<void> addHistory(Page &page);
    void remember(const Thing &thing, int index);
    void moveOn(int index);
    void end();

    PullContext &m_context;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace portolan::platforms::openmetadata
