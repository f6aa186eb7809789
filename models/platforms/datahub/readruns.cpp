// SPDX-License-Identifier: GPL-3.0-or-later
// What pages of DataHub say happened: results of assertions, times of incidents.
#include "models/platforms/datahub/quality.h"
#include "models/platforms/datahub/queries.h"
#include "models/platforms/datahub/reader.h"
#include "models/platforms/sortedlist.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::datahub {
namespace {

constexpr qsizetype mostEvidence = 5000; // of a page, as much as the store writes in one step
constexpr qsizetype assertionsAsked = 50; // of one query: each is a search on the server
constexpr int mostRuns = 500; // of one assertion: three weeks of hourly ones
constexpr int mostOperations = 20;

} // namespace

//! When DataHub wrote the incidents of the page that do not say when they began or ended.
Result<void> PageReader::askForStamps(const EntityPage &page)
{
    m_stamps.clear();
    QStringList urns;
    for (const auto &entity : page.entities) {
        if (lacksTimes(entity))
            urns.append(entity.urn);
    }
    const auto answer =
        m_api.entities(urns, {{u"incident"_s, {u"incidentInfo"_s}}}, Api::Detail::Stamps);
    if (!answer)
        return tl::unexpected(answer.error());
    for (const auto &entity : answer->entities)
        m_stamps.insert(entity.urn, stampsOf(json::member(entity.json, "incidentInfo")));
    return {};
}

//! Results of the assertions of the page, and when the data that they are about changed last.
Result<void> PageReader::askForRuns(const EntityPage &page, const QSet<QString> &told,
                                    domain::Evidence &evidence)
{
    QStringList assertions;
    QSet<QString> subjects;
    for (const auto &entity : page.entities) {
        if (entity.name.type != u"assertion" || !told.contains(entity.urn))
            continue;
        assertions.append(entity.urn);
        const auto subject = subjectOf(entity.aspect("assertionInfo"));
        if (typeOf(subject) == u"dataset")
            subjects.insert(subject);
    }
    const auto ask = [this](const QStringList &urns, const char *document, QJsonObject variables,
                            const auto &take) -> Result<void> {
        for (qsizetype from = 0; from < urns.size(); from += assertionsAsked) {
            variables.insert(u"urns"_s,
                             QJsonArray::fromStringList(urns.mid(from, assertionsAsked)));
            const auto answer = m_api.query(QString::fromLatin1(document), variables);
            if (!answer)
                return tl::unexpected(answer.error());
            for (const auto &entity :
                 json::items(json::member(answer->root(), {"data", "entities"})))
                take(json::text(entity, "urn"), entity);
        }
        return {};
    };
    QJsonObject since{{u"limit"_s, mostRuns}};
    if (m_settings.runsSince.isValid())
        since.insert(u"since"_s, m_settings.runsSince.toMSecsSinceEpoch());
    const auto runs =
        ask(assertions, assertionRuns, since, [&](const QString &urn, const Json &entity) {
            for (const auto &event :
                 json::items(json::member(entity, {"runEvents", "runEvents"}))) {
                if (const auto run = runOf(urn, event))
                    evidence.runs.append(*run);
            }
        });
    if (!runs)
        return runs;
    return ask(sorted(subjects), lastOperations, {{u"limit"_s, mostOperations}},
               [&](const QString &urn, const Json &entity) {
                   for (const auto &event : json::items(json::member(entity, "operations"))) {
                       if (const auto update = updateOf(urn, event))
                           evidence.updates.append(*update);
                   }
               });
}

Result<void> handOver(PageSink &sink, Page page)
{
    auto evidence = std::exchange(page.evidence, {});
    // Evidence first: where a pull ends in between, the cursor has not passed it.
    std::stable_sort(evidence.runs.begin(), evidence.runs.end(),
                     [](const auto &left, const auto &right) { return left.at < right.at; });
    while (evidence.runs.size() + evidence.updates.size() > mostEvidence) {
        domain::Evidence part;
        part.runs = evidence.runs.first(qMin(mostEvidence, evidence.runs.size()));
        part.updates =
            evidence.updates.first(qMin(mostEvidence - part.runs.size(), evidence.updates.size()));
        evidence.runs.remove(0, part.runs.size());
        evidence.updates.remove(0, part.updates.size());
        if (auto done = sink.page({.evidence = std::move(part)}); !done)
            return done;
    }
    page.evidence = std::move(evidence);
    return sink.page(std::move(page));
}

} // namespace portolan::platforms::datahub
