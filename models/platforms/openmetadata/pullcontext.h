// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/cursor.h"
#include "models/platforms/openmetadata/server.h"
#include "models/platforms/openmetadata/subscription.h"
#include "models/platforms/openmetadata/things.h"
#include "models/platforms/platform.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <vector>

namespace portolan::platforms::openmetadata {

//! A thing whose lineage is asked for.
struct LineageErrand
{
    QUuid id;
    qint64 updatedAt = 0;
    int collection = 0; //!< index in collections()
    bool isView = false; //!< what is made by a statement always has lineage

    //! Views before all else, the newest first: the order of a round.
    QString place() const;
};

//! What a session keeps between pulls. All of it can be read again.
struct Memory
{
    std::vector<LineageErrand> errands; //!< of the round under way
    bool hasErrands = false; //!< all of them are known
    QHash<QString, QStringList> ports; //!< by native id of the product: those of its ports
    QHash<QString, QSet<QString>> holders; //!< by native id of an asset: products it is a port of
    bool hasNotes = false; //!< what pulls before this session noted is among all this
    bool hasDimensions = false;
    bool hasContracts = false;
    bool hasIncidents = false; //!< all of them are known, not those since some time alone
    bool isFeedRefused = false;
    bool isResultSearchRefused = false;
    QSet<QString> kept; //!< native ids of assets and products in the domains of the account
    QSet<QString> foreign; //!< and of those that were asked about and lie in others
    bool hasSubjects = false; //!< what is not in \a kept is not kept
    QSet<QUuid> told; //!< assets whose lineage the round under way has told
    QSet<QUuid> unlinked; //!< assets that nothing led to when they were asked about
    QSet<QString> noted; //!< keys of notes about columns, as they are kept
};

//! What the parts of one pull share.
class PullContext
{
public:
    PullContext(Server &useServer, ThingReader &useReader, Memory &useMemory, PageSink &useSink,
                const QStringList &domains);

    Server &server;
    ThingReader &reader;
    Memory &memory;
    PageSink &sink;
    Cursor cursor;
    QList<domain::Slo> slos;
    QList<domain::Finding> findings; //!< of this pull alone
    bool hasSentPage = false;

    //! Adds what \a thing is to \a page.
    void add(Page &page, Thing thing);

    //! The domains that the account keeps.
    const Subscription &subscription() const { return m_subscription; }

    //! Whether the account keeps \a record: it lies in its domains, or is about something that
    //! does, which is asked for where it is not known.
    [[nodiscard]] Result<bool> wants(const domain::Record &record);
    //! Whether the account keeps what the test case with this full name is about, as far as that is
    //! known without asking.
    bool keepsCheck(const QString &fqn) const;

    //! Hands \a page over with the cursor as it is now.
    [[nodiscard]] Result<void> hand(Page page);

    //! Adds to \a slos what pulls before this one noted: all levels are told where a sweep ends,
    //! and no contract is read twice for that.
    [[nodiscard]] Result<void> gatherSlos();

    //! The native ids of the ports of \a product from now on, for later sessions as well.
    void setPorts(const QString &product, const QStringList &ports);
    //! All that was noted by pulls before is forgotten: a sweep begins.
    void forgetNotes();
    //! Reads what was noted of ports, columns and what is tested, unless it is known.
    [[nodiscard]] Result<void> knowNotes();

    //! Which assets nothing leads to, when a round through their lineage has ended: in as many
    //! notes however many those are, since each round writes them anew.
    void noteUnlinked();

    void report(const QString &rule, const QString &message, const QString &remedy = {},
                domain::Finding::Severity severity = domain::Finding::Severity::Warning);

private:
    void keepPorts(const QString &product, const QStringList &ports);
    void note(const Thing &thing);
    void forgetNotesOf(const Page &page);
    void putNote(const QString &key, const QByteArray &note);
    void takeNote(const QString &key, const QByteArray &note);
    [[nodiscard]] Result<bool> keepsSubject(const QString &nativeId);

    Subscription m_subscription;
    domain::PullNotes m_notes; //!< for the next page
};

//! Reads the ports of \a product and adds them to \a page; false where the server would not say.
[[nodiscard]] Result<bool> addPorts(PullContext &context, Thing &product, Page &page);
//! Reads which things have contracts, unless it is known.
[[nodiscard]] Result<void> knowContracts(PullContext &context);
//! Reads what kinds of tests there are, unless it is known.
[[nodiscard]] Result<void> knowDimensions(PullContext &context);

} // namespace portolan::platforms::openmetadata
