// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/pullcontext.h"

#include "models/platforms/openmetadata/contracts.h"
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/servicelevels.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

constexpr int portPage = 100;
constexpr int plainPage = 500;

//! What the key of a note about service levels begins with; one about ports has the product alone.
QString levelKey()
{
    return u"levels "_s;
}

//! Whether the thing with this native id may have service levels.
bool mayPromise(const QString &nativeId)
{
    const auto named = thingOf(nativeId);
    return named && (named->type == u"dataContract" || named->type == u"dataProduct");
}

//! Whether \a page tells of the thing: what is gone goes first, and may come anew.
bool isOn(const Page &page, const QString &nativeId)
{
    return std::any_of(page.records.begin(), page.records.end(),
                       [&](const auto &record) { return record.nativeId == nativeId; });
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

//! Whether an error of this kind is the same for whatever else is asked.
bool endsPull(Error::Kind kind)
{
    return kind == Error::Kind::Cancelled || kind == Error::Kind::Unauthorised
        || kind == Error::Kind::Offline;
}

//! Goes through a whole list without further fields. \a take gets each item.
Result<void> eachOf(PullContext &context, const QStringList &path,
                    const std::function<void(const Json &)> &take)
{
    QString after;
    formats::json::JsonParser parser;
    do {
        ApiCalls::Query query{{u"limit"_s, QString::number(plainPage)}};
        if (!after.isEmpty())
            query.append({u"after"_s, after});
        auto answer = context.server.get(path, query);
        if (!answer)
            return tl::unexpected(answer.error());
        const auto list = listAnswerOf(std::move(answer->body), answer->asked);
        if (!list)
            return tl::unexpected(list.error());
        for (const auto item : list->items) {
            Json json;
            if (parser.parse(viewOf(list->body), item).get(json) == simdjson::SUCCESS)
                take(json);
        }
        if (!list->after.isEmpty() && list->after == after)
            return failure(Error::Kind::Protocol, answer->asked % u": the list does not go on"_s);
        after = list->after;
    } while (!after.isEmpty());
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
    if (thing.record.nativeId.isEmpty() || !isWanted(thing.record))
        return;
    if (thing.record.kind == domain::EntityKind::Product)
        page.lineage.append({.nativeId = thing.record.nativeId, .lineage = thing.lineage});
    if (mayPromise(thing.record.nativeId))
        m_notes.values.insert(levelKey() % thing.record.nativeId, toNote(thing.slos));
    slos.append(thing.slos);
    page.evidence.runs.append(thing.evidence.runs);
    page.evidence.updates.append(thing.evidence.updates);
    page.records.append(std::move(thing.record));
}

Result<void> PullContext::hand(Page page)
{
    if (sink.isCancelled())
        return failure(Error::Kind::Cancelled, u"stopped by the user"_s);
    for (const auto &gone : std::as_const(page.removed)) {
        if (mayPromise(gone) && !isOn(page, gone))
            m_notes.values.insert(levelKey() % gone, {});
    }
    page.isLineageApart = true;
    page.sweep = cursor.sweep;
    page.cursor = cursor.toBytes();
    page.notes = std::exchange(m_notes, {});
    hasSentPage = true;
    return sink.page(std::move(page));
}

Result<void> PullContext::knowPorts()
{
    if (memory.hasPorts)
        return {};
    const auto notes = sink.notes();
    if (!notes)
        return tl::unexpected(notes.error());
    for (auto it = notes->cbegin(); it != notes->cend(); ++it) {
        if (!it.key().startsWith(levelKey()) && !memory.ports.contains(it.key()))
            keepPorts(it.key(), QString::fromUtf8(*it).split(u'\n', Qt::SkipEmptyParts));
    }
    memory.hasPorts = true;
    return {};
}

Result<void> PullContext::gatherSlos()
{
    const auto notes = sink.notes();
    if (!notes)
        return tl::unexpected(notes.error());
    QSet<QString> known;
    for (const auto &slo : std::as_const(slos))
        known.insert(slo.nativeId);
    for (auto it = notes->cbegin(); it != notes->cend(); ++it) {
        if (!it.key().startsWith(levelKey()))
            continue;
        for (auto &slo : levelsOf(*it)) {
            if (!known.contains(slo.nativeId))
                slos.append(std::move(slo));
        }
    }
    std::sort(slos.begin(), slos.end(), [](const domain::Slo &left, const domain::Slo &right) {
        return left.nativeId < right.nativeId;
    });
    return {};
}

void PullContext::keepPorts(const QString &product, const QStringList &ports)
{
    const auto assetOf = [&product](const QString &port) { return port.mid(product.size() + 1); };
    const auto before = memory.ports.take(product);
    for (const auto &port : before)
        memory.holders[assetOf(port)].remove(product);
    for (const auto &port : ports)
        memory.holders[assetOf(port)].insert(product);
    if (!ports.isEmpty())
        memory.ports.insert(product, ports);
}

void PullContext::setPorts(const QString &product, const QStringList &ports)
{
    if (memory.ports.value(product) == ports)
        return;
    keepPorts(product, ports);
    m_notes.values.insert(product, ports.join(u'\n').toUtf8());
}

void PullContext::forgetPorts()
{
    memory.ports.clear();
    memory.holders.clear();
    memory.hasPorts = true;
    m_notes = {.isFresh = true, .values = {}};
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

Result<bool> addPorts(PullContext &context, Thing &product, Page &page)
{
    const auto release = context.server.release();
    if (!release)
        return tl::unexpected(release.error());
    if (!release->hasPorts() || product.uuid.isEmpty() || !context.isWanted(product.record))
        return true;
    PortReader ports(product, context.reader.contracts, context.reader.installation());
    for (const auto &[word, direction] :
         {std::pair{u"inputPorts"_s, u"input"_s}, std::pair{u"outputPorts"_s, u"output"_s}}) {
        qint64 offset = 0;
        for (;;) {
            auto answer = context.server.get(
                {u"dataProducts"_s, product.uuid, word},
                {{u"limit"_s, QString::number(portPage)}, {u"offset"_s, QString::number(offset)}});
            // What passes by itself is no reason to show a product without its ports.
            if (!answer && (answer.error().isRetryable() || endsPull(answer.error().kind)))
                return tl::unexpected(answer.error());
            const auto list = answer ? listAnswerOf(std::move(answer->body), answer->asked)
                                     : Result<ListAnswer>(tl::unexpected(answer.error()));
            if (!list) {
                context.report(u"openmetadata.ports"_s, list.error().detail);
                context.cursor.isSweepDue = true;
                return false;
            }
            ports.add(*list, direction);
            offset += qint64(list->items.size());
            if (list->items.empty() || offset >= list->total)
                break;
        }
    }
    ports.addServiceLevels();
    for (auto &finding : ports.takeFindings())
        context.reader.report(std::move(finding));
    QStringList ids;
    for (auto &port : ports.takePorts()) {
        ids.append(port.nativeId);
        page.records.append(std::move(port));
    }
    context.setPorts(product.record.nativeId, ids);
    return true;
}

Result<void> knowContracts(PullContext &context)
{
    if (context.memory.hasContracts)
        return {};
    const auto *collection = collectionOf(u"dataContract"_s);
    const auto isThere = context.server.settle(*collection);
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (*isThere) {
        const auto done = eachOf(context, collection->path, [&context](const Json &contract) {
            const auto fqn = formats::json::text(contract, "fullyQualifiedName");
            const auto subject = subjectOf(contract).id;
            if (!fqn.isEmpty() && !subject.isEmpty())
                context.reader.contracts.insert(subject, nativeIdOf(u"dataContract"_s, fqn));
        });
        if (!done)
            return done;
    }
    context.memory.hasContracts = true;
    return {};
}

Result<void> knowDimensions(PullContext &context)
{
    if (context.memory.hasDimensions)
        return {};
    const auto done = eachOf(
        context, {u"dataQuality"_s, u"testDefinitions"_s}, [&context](const Json &definition) {
            const auto word = formats::json::text(definition, "dataQualityDimension");
            if (!word.isEmpty() && word != u"NoDimension" && word != u"SQL")
                context.reader.dimensions.insert(formats::json::text(definition, "name"),
                                                 domain::canonicalDimension(word));
        });
    // Without them the dimensions are those of tests that everybody knows.
    if (!done && done.error().kind == Error::Kind::Cancelled)
        return done;
    context.memory.hasDimensions = done.has_value();
    return {};
}

} // namespace portolan::platforms::openmetadata
