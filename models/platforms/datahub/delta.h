// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/platforms/datahub/cursor.h"
#include "models/platforms/datahub/portnotes.h"
#include "models/platforms/datahub/reader.h"

#include <QSet>

namespace portolan::platforms::datahub {

class Touched;

QString changesTopic();
QString seriesTopic();

//! Where \a topic ends now; no offset where there is no such feed, or we may not read it.
[[nodiscard]] Result<FeedPlace> endOf(const Api &api, const QString &topic, const Clock &clock);

//! Follows the change log: asks anew for what it names, and takes results of assertions out of it.
//! Costs what changed.
class Delta
{
public:
    //! All of them outlive this. \a cursor is kept current.
    Delta(const Api &api, Names &names, Cursor &cursor, PageSink &sink, const Clock &clock);

    //! Reads to the end of both topics. What a delta cannot follow makes a sweep due.
    [[nodiscard]] Result<void> run(const ReaderSettings &settings);
    //! Reads to the end of the changes as a part of sweep \a number: what it brings was seen by it.
    [[nodiscard]] Result<void> runBehind(qint64 number, const ReaderSettings &settings);

    qint64 events() const { return m_events; }

    const QList<domain::Finding> &findings() const { return m_findings; }

private:
    [[nodiscard]] Result<std::optional<EventPage>> poll(const QString &topic, FeedPlace &place);
    [[nodiscard]] Result<void> readAllChanges(const ReaderSettings &settings);
    [[nodiscard]] Result<bool> readChanges(PageReader &reader, AskedAround &around);
    [[nodiscard]] Result<bool> readSeries();
    [[nodiscard]] Result<void> handOverTouched(const Touched &touched, PageReader &reader);
    void makeDue(const QString &why);
    void noteRefused(const QStringList &urns, bool isAll);

    const Api &m_api;
    Cursor &m_cursor;
    PageSink &m_sink;
    const Clock &m_clock;
    Names &m_names;
    PortNotes m_ports;
    QList<domain::Finding> m_findings;
    qint64 m_events = 0;
    qint64 m_number = 0; //!< of the sweep that this is a part of; 0: of none
    QSet<QString> m_told; //!< urns that were handed over as a part of none
};

} // namespace portolan::platforms::datahub
