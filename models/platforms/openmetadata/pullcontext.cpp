// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/pullcontext.h"

#include "models/platforms/openmetadata/names.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

//! What a check or contract is about; empty for anything else.
QString subjectIn(const domain::Record &record)
{
    using domain::Relation;
    const bool isAbout =
        record.kind == domain::EntityKind::Check || record.kind == domain::EntityKind::Contract;
    for (const auto &to : record.relations) {
        if (isAbout
            && (to.relation == Relation::Checks || to.relation == Relation::Describes
                || to.relation == Relation::PartOf))
            return to.nativeId;
    }
    return {};
}

} // namespace

QString LineageErrand::place() const
{
    // Newest first: what is counted down sorts like what is counted up.
    const auto age = std::numeric_limits<qint64>::max() - updatedAt;
    return (isView ? u"0:"_s : u"1:"_s) % QString::number(age).rightJustified(19, u'0') % u':'
        % id.toString(QUuid::WithoutBraces);
}

PullContext::PullContext(Server &useServer, ThingReader &useReader, Memory &useMemory,
                         PageSink &useSink, const QStringList &domains)
    : server(useServer)
    , reader(useReader)
    , memory(useMemory)
    , sink(useSink)
    , m_subscription(domains)
{
}

void PullContext::add(Page &page, Thing thing)
{
    if (thing.record.nativeId.isEmpty())
        return;
    note(thing);
    if (thing.record.kind == domain::EntityKind::Product)
        page.lineage.append({.nativeId = thing.record.nativeId, .lineage = thing.lineage});
    slos.append(thing.slos);
    page.evidence.runs.append(thing.evidence.runs);
    page.evidence.updates.append(thing.evidence.updates);
    page.records.append(std::move(thing.record));
}

Result<void> PullContext::hand(Page page)
{
    if (sink.isCancelled())
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    forgetNotesOf(page);
    page.isLineageApart = true;
    page.sweep = cursor.sweep;
    page.cursor = cursor.toBytes();
    page.notes = std::exchange(m_notes, {});
    hasSentPage = true;
    return sink.page(std::move(page));
}

Result<bool> PullContext::wants(const domain::Record &record)
{
    if (m_subscription.isOpen())
        return true;
    if (const auto subject = subjectIn(record); !subject.isEmpty())
        return keepsSubject(subject);
    const bool isHeld = m_subscription.holds(record);
    if (record.kind == domain::EntityKind::Asset || record.kind == domain::EntityKind::Product) {
        memory.foreign.remove(record.nativeId);
        if (isHeld)
            memory.kept.insert(record.nativeId);
        else
            memory.kept.remove(record.nativeId);
    }
    return isHeld;
}

bool PullContext::keepsCheck(const QString &fqn) const
{
    // A test is of a table: service, database, schema and name.
    constexpr qsizetype tableParts = 4;
    return m_subscription.isOpen()
        || memory.kept.contains(nativeIdOf(u"table"_s, joined(partsOf(fqn).mid(0, tableParts))));
}

//! Whether the thing with this native id lies in the domains of the account.
Result<bool> PullContext::keepsSubject(const QString &nativeId)
{
    if (memory.kept.contains(nativeId))
        return true;
    const auto named = thingOf(nativeId);
    const auto *collection = named ? collectionOf(named->type) : nullptr;
    if (memory.hasSubjects || collection == nullptr || memory.foreign.contains(nativeId))
        return false;
    const auto settled = server.settle(*collection);
    if (!settled && settled.error().kind != Error::Kind::Forbidden)
        return tl::unexpected(settled.error());
    if (!settled || !*settled)
        return false;
    const auto url = server.thing(*collection, named->fqn, true);
    if (!url)
        return tl::unexpected(url.error());
    const auto answer = server.get(*url);
    const auto kind = answer ? Error::Kind::Cancelled : answer.error().kind;
    if (!answer && kind != Error::Kind::NotFound && kind != Error::Kind::Forbidden)
        return tl::unexpected(answer.error());
    bool isKept = false;
    if (answer) {
        const std::string_view whole(answer->body.constData(), std::size_t(answer->body.size()));
        isKept = m_subscription.holds(
            ThingReader(reader.installation()).read(named->type, whole, whole).record);
    }
    (isKept ? memory.kept : memory.foreign).insert(nativeId);
    return isKept;
}

void PullContext::report(const QString &rule, const QString &message, const QString &remedy,
                         domain::Finding::Severity severity)
{
    findings.append({.file = server.installation(),
                     .severity = severity,
                     .rule = rule,
                     .message = message,
                     .remedy = remedy});
}

} // namespace portolan::platforms::openmetadata
