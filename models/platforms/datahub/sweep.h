// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/datahub/cursor.h"
#include "models/platforms/datahub/reader.h"

namespace portolan::platforms::datahub {

//! Walks over everything there is, one type of entity after the other. A walk through one type (a
//! scroll) lives for five minutes on the server, so a sweep that was stopped goes on in its scroll
//! where that still lives, and else at the beginning of its type.
class Sweep
{
public:
    //! All of them outlive this. \a cursor holds the sweep to go on with, and is kept current.
    Sweep(const Api &api, Names &names, Cursor &cursor, PageSink &sink, const Clock &clock);

    //! Walks to the end. Whether what was not seen is gone, is for the caller to say by verdict().
    [[nodiscard]] Result<void> run(const ReaderSettings &settings, const QStringList &subscribed);
    //! Ends the sweep: true when all that there is was listed, so that what was not seen is gone.
    //! A type of which suddenly less than half is left counts as not listed, once.
    bool verdict();

    const QList<domain::Finding> &findings() const { return m_findings; }

    qint64 received() const { return m_done; }

private:
    [[nodiscard]] Result<void> walk(const QString &type, PageReader &reader,
                                    const QStringList &subscribed);
    [[nodiscard]] Result<Api::Pending> beginAnew(ScrollRequest &request);
    [[nodiscard]] Result<EntityPage> take(ScrollRequest &request, Api::Pending pending);
    void note(const EntityPage &page, const QString &type);
    void say(const QString &rule, const QString &message, const QString &remedy = {});

    const Api &m_api;
    Names &m_names;
    Cursor &m_cursor;
    PageSink &m_sink;
    const Clock &m_clock;
    QList<domain::Finding> m_findings;
    qint64 m_done = 0;
};

//! The types in the order in which a sweep lists them.
const QStringList &partitions();

} // namespace portolan::platforms::datahub
