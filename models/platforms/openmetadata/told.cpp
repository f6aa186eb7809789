// SPDX-License-Identifier: GPL-3.0-or-later
// What is read beside the things themselves, because they are told with it.
#include "models/platforms/openmetadata/contracts.h"
#include "models/platforms/openmetadata/names.h"
#include "models/platforms/openmetadata/pullcontext.h"

#include <functional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

constexpr int portPage = 100;
constexpr int plainPage = 500;

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

Result<bool> addPorts(PullContext &context, Thing &product, Page &page)
{
    const auto release = context.server.release();
    if (!release)
        return tl::unexpected(release.error());
    if (!release->hasPorts() || product.uuid.isEmpty()
        || !context.subscription().holds(product.record))
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
                ports.finish(); // with those that could be read
                return false;
            }
            ports.add(*list, direction);
            offset += qint64(list->items.size());
            if (list->items.empty() || offset >= list->total)
                break;
        }
    }
    ports.finish();
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
