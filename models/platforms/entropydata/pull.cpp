// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/entropydata/pull.h"

#include "models/formats/bitol/parts.h"
#include "models/formats/datacontract/testresults.h"
#include "models/platforms/entropydata/contracts.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::entropydata {
namespace {

using formats::document::Node;

// A feed may forget what is old; and nothing but a sweep finds what it never told.
constexpr qint64 hourMs = 3600 * 1000;
constexpr qint64 sweepAgainAfterMs = 7 * 24 * hourMs;
// A feed that was empty gives no place to stand at: if it is empty still, all may be forgotten.
constexpr qint64 inDoubtMs = hourMs;

// What is noted of a check is a result and, behind a line end, its time.
constexpr QChar noteEnd = u'\n';

QString noteOf(const QString &result, qint64 at)
{
    return result % noteEnd % QString::number(at);
}

QString resultIn(const QString &note)
{
    return note.section(noteEnd, 0, 0);
}

//! In milliseconds since 1970; 0 where nobody knows.
qint64 timeIn(const QString &note)
{
    return note.section(noteEnd, 1).toLongLong();
}

qint64 newestIn(const QList<domain::CheckRun> &runs)
{
    qint64 newest = 0;
    for (const auto &run : runs) {
        if (run.at.isValid())
            newest = std::max(newest, run.at.toMSecsSinceEpoch());
    }
    return newest;
}

//! Documents stand in pages, and where in them says nothing about the thing.
void dropLines(Reading &reading)
{
    for (auto &record : reading.records) {
        for (auto &native : record.native)
            native.line = 1;
    }
}

} // namespace

Result<PullResult> Pull::run(bool full)
{
    auto result = bring(full);
    // What no page took along.
    if (result && ledger().hasChanges()) {
        if (const auto sent = send({}); !sent)
            return tl::unexpected(sent.error());
    }
    return result;
}

Result<PullResult> Pull::bring(bool full)
{
    const bool isOther = m_cursor.domains != subscription();
    const bool isUnderWay = m_cursor.part.has_value() && !isOther;
    const auto age =
        m_cursor.swept.isValid() ? m_cursor.swept.msecsTo(m_setup.clock.now()) : sweepAgainAfterMs;
    if (isUnderWay && !full)
        return sweep(false);
    if (full || isOther || !m_cursor.hasFeed
        || age >= (m_cursor.feed.isEmpty() || m_cursor.isUnproven ? inDoubtMs : sweepAgainAfterMs))
        return sweep(true);
    auto followed = follow();
    // What was deleted is told by the feed; a sweep skips what it tells, so it comes behind.
    return followed && m_cursor.isToRepeat ? sweep(true) : std::move(followed);
}

Result<void> Pull::knowLedger()
{
    auto &memory = m_setup.memory;
    if (memory.hasLedger)
        return {};
    const auto notes = m_setup.sink.notes();
    if (!notes)
        return tl::unexpected(notes.error());
    memory.ledger = Ledger::of(*notes);
    memory.hasLedger = true;
    return {};
}

//! Hands \a page over with the cursor as it is now, and with what changed in the ledger.
Result<void> Pull::send(Page page)
{
    page.cursor = m_cursor.toJson();
    page.notes = ledger().takeChanges();
    return m_setup.sink.page(std::move(page));
}

Result<void> Pull::knowTeams(bool again)
{
    auto &memory = m_setup.memory;
    if (memory.hasTeams && !again)
        return {};
    Teams teams;
    ListEnd end(u"teams"_s);
    for (int number = 0;; ++number) {
        const auto page = m_setup.api.list(u"teams"_s, number);
        if (!page)
            return tl::unexpected(page.error());
        if (auto noted = end.note(*page); !noted)
            return noted;
        for (const auto &item : page->items)
            teams.add(item);
        if (!page->hasNext)
            break;
    }
    memory.teams = std::move(teams);
    memory.hasTeams = true;
    return {};
}

Result<void> Pull::knowAccesses(bool again)
{
    auto &memory = m_setup.memory;
    if (memory.hasAccesses && !again)
        return {};
    Accesses accesses;
    ListEnd end(u"access"_s);
    for (int number = 0;; ++number) {
        const auto page = m_setup.api.list(u"access"_s, number);
        if (!page)
            return tl::unexpected(page.error());
        if (auto noted = end.note(*page); !noted)
            return noted;
        for (const auto &item : page->items) {
            if (auto doc = readAccess(item, m_setup.origin))
                accesses.put(std::move(*doc));
        }
        if (!page->hasNext)
            break;
    }
    memory.accesses = std::move(accesses);
    memory.hasAccesses = true;
    m_isAccessTouched = true;
    return {};
}

ProductContext Pull::context()
{
    return {
        .teams = m_setup.memory.teams,
        .portal = m_setup.portal,
        .objectsOf = [this](const QString &id) { return ledger().objectsOf(id); },
        .accessesOf = [this](const QString &id) { return m_setup.memory.accesses.grantedTo(id); }};
}

//! Whether the account wants it: it is in one of its domains, or in none at all.
bool Pull::isSubscribed(const Reading &reading) const
{
    if (m_setup.domains.isEmpty() || reading.records.isEmpty())
        return true;
    const auto &path = reading.records.first().domain;
    return path.isEmpty() || isAnyKept(path);
}

bool Pull::isAnyKept(const QStringList &domains) const
{
    return m_setup.domains.isEmpty()
        || std::any_of(domains.begin(), domains.end(), [this](const QString &name) {
               return m_setup.domains.contains(name.toLower());
           });
}

//! Reads one document of the list \a kind into \a page; \a findings are those of its text.
void Pull::take(const QString &kind, const Node &node, const QList<domain::Finding> &findings,
                Page &page)
{
    const auto &teams = m_setup.memory.teams;
    const auto &portal = m_setup.portal;
    Reading reading;
    if (kind == u"teams")
        reading = readTeam(node, teams, portal);
    else if (kind == u"sourcesystems")
        reading = readSystem(node, teams, portal);
    else if (kind == u"definitions")
        reading = readDefinition(node, teams, portal);
    else if (kind == u"tags")
        reading = readTag(node, teams, portal);
    else if (kind == u"assets")
        reading = readAsset(node, teams, portal);
    else if (kind == u"datacontracts")
        reading = readContract(node, teams, portal);
    else if (kind == u"dataproducts")
        reading = readProduct(node, context());
    for (auto finding : findings) {
        // Documents stand in pages, and where in them says nothing about the thing.
        finding.file = portal.page(kind, formats::bitol::textOf(node, "id"));
        finding.line = 0;
        finding.column = 0;
        reading.findings.append(finding);
    }
    const bool isKept = isSubscribed(reading);
    // Lineage is of products that are kept, and the feed tells nothing of it.
    if (kind == u"dataproducts" && !reading.records.isEmpty()
        && isKept != ledger().contains(reading.records.first().nativeId))
        m_cursor.lineageRead = {};
    if (isKept)
        keep(std::move(reading), kind, page);
    else if (ledger().contains(reading.records.first().nativeId))
        remove(kind, formats::bitol::textOf(node, "id"), page); // it moved to another domain
}

//! Puts what was read on \a page, and into the ledger; what the document had before and has no more
//! is gone.
void Pull::keep(Reading reading, const QString &kind, Page &page)
{
    dropLines(reading);
    if (reading.records.isEmpty()) {
        m_notes += reading.findings;
        return;
    }
    const auto id = reading.records.first().nativeId;
    m_setup.memory.findings.insert(id, reading.findings);
    if (kind == u"datacontracts" || kind == u"dataproducts") {
        Ledger::Entry entry;
        for (const auto &record : reading.records.mid(1)) {
            if (record.kind != domain::EntityKind::Person)
                entry.children.append(record.nativeId);
            if (record.kind == domain::EntityKind::Check)
                m_checks.insert(record.nativeId);
            if (kind == u"datacontracts" && record.kind == domain::EntityKind::Asset)
                entry.uses.append(record.nativeId);
        }
        if (kind == u"dataproducts") {
            entry.uses = contractsIn(reading.records);
            entry.owner = reading.records.first().ownerId;
        }
        for (const auto &child : ledger().entry(id).children) {
            if (!entry.children.contains(child))
                page.removed.append(child);
        }
        ledger().put(id, entry);
    }
    page.records += reading.records;
    m_slos += reading.slos;
}

//! Notes that \a result, which is of the time \a at, tells of \a check; false where a newer one
//! does, in this pull or, as far as none of a sweep, in one before. Pages are in no order that can
//! be relied on, and the feed tells also of what somebody corrects later.
bool Pull::noteTold(const QString &check, const QString &result, qint64 at)
{
    const auto before = ledger().told().value(check);
    const bool isOlder = m_told.contains(check)
        ? at <= m_told.value(check)
        : !m_cursor.part && at < timeIn(before) && resultIn(before) != result;
    if (isOlder)
        return false;
    ledger().noteTold(check, noteOf(result, at));
    m_told.insert(check, at);
    return true;
}

//! Reads again what told of checks that no contract declares and no newer result names: they are
//! not gone, nobody has looked for long. Those go that a result no longer tells of, or whose
//! contract is gone.
Result<void> Pull::addOldResults(Page &page)
{
    const auto told = ledger().told();
    QSet<QString> unread;
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        if (!m_told.contains(it.key()))
            unread.insert(resultIn(*it));
    }
    QStringList results(unread.cbegin(), unread.cend());
    results.sort();
    if (const auto added = addResults(results, page, true); !added)
        return added;
    for (auto it = told.cbegin(); it != told.cend(); ++it) {
        if (!m_told.contains(it.key()))
            ledger().noteTold(it.key(), {});
    }
    return {};
}

//! Puts what the test results \a ids tell on \a page, with \a isOfKnown, or where only some domains
//! are kept, alone that of contracts which were read. Their checks are those of the contracts where
//! these declare them.
Result<void> Pull::addResults(const QStringList &ids, Page &page, bool isOfKnown)
{
    const auto documents = m_setup.api.documents(u"test-results"_s, ids);
    if (!documents)
        return tl::unexpected(documents.error());
    for (const auto &document : *documents) {
        if (!document)
            continue;
        // In the words of the tool whose results these are.
        auto results = QJsonDocument::fromJson(document->root().toJson()).object();
        const auto contract = results.value(u"dataContractId"_s).toString();
        results.insert(u"runId"_s, results.value(u"id"_s));
        results.insert(u"dataContractId"_s, nativeId(contractType, contract));
        if ((isOfKnown || !m_setup.domains.isEmpty())
            && !ledger().contains(nativeId(contractType, contract)))
            continue;
        const auto known = ledger().entry(nativeId(contractType, contract));
        const auto id = results.value(u"id"_s).toString();
        auto read = formats::datacontract::read(
            {.file = m_setup.portal.page(u"test-results", results.value(u"id"_s).toString()),
             .bytes = QJsonDocument(results).toJson(QJsonDocument::Compact)});
        const auto at = newestIn(read.evidence.runs);
        for (auto &record : read.records) {
            const bool isDeclared =
                known.children.contains(record.nativeId) || m_checks.contains(record.nativeId);
            const bool isCheck = record.kind == domain::EntityKind::Check;
            if (isCheck && isDeclared)
                ledger().noteTold(record.nativeId, {});
            if (!isCheck || isDeclared)
                continue;
            if (noteTold(record.nativeId, id, at))
                page.records.append(std::move(record));
        }
        page.evidence.runs += read.evidence.runs;
        page.evidence.updates += read.evidence.updates;
        page.evidence.observations += read.evidence.observations;
        m_notes += read.findings;
    }
    return {};
}

void Pull::learn(const Happened &happened)
{
    for (auto it = happened.asked.cbegin(); it != happened.asked.cend(); ++it)
        ledger().noteAsked(it.key(), it.value());
    for (auto it = happened.decided.cbegin(); it != happened.decided.cend(); ++it)
        ledger().noteDecided(it.key(), it.value());
    if (!happened.last.isEmpty())
        m_cursor.feed = happened.last;
    m_cursor.hasFeed = true;
}

void Pull::finish(PullResult &result)
{
    result.cursor = m_cursor.toJson();
    result.slos = m_slos;
    result.findings = m_notes;
    const auto &known = m_setup.memory.findings;
    auto ids = known.keys();
    std::sort(ids.begin(), ids.end());
    for (const auto &id : std::as_const(ids))
        result.findings += known.value(id);
    if (m_isAccessTouched)
        result.access = m_setup.memory.accesses.book(m_setup.memory.teams, m_setup.portal, ledger(),
                                                     m_setup.clock.now().toUTC().date());
}

} // namespace portolan::platforms::entropydata
