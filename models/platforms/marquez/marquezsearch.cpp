// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/marquez/marquezsearch.h"

#include "models/formats/openlineage/datasets.h"
#include "models/platforms/marquez/catalogue.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
namespace json = portolan::formats::json;
namespace openlineage = portolan::formats::openlineage;

namespace portolan::platforms::marquez {
namespace {

constexpr int mostAsked = 1000;
// Some are left out behind the answer, where there is more to look at than the server does.
constexpr int askedForEach = 10;

} // namespace

MarquezSearch::MarquezSearch(std::shared_ptr<net::HttpClient> http, Site site,
                             Subscription subscription, std::function<bool()> isOver)
    : m_site(std::move(site))
    , m_calls(std::move(http), m_site.api, {std::move(isOver), {}})
    , m_subscription(std::move(subscription))
{
}

Result<QList<RemoteHit>> MarquezSearch::search(const QString &query, int limit)
{
    m_wasCut = false;
    const auto words = searchWords(query);
    if (words.isEmpty() || limit <= 0)
        return QList<RemoteHit>();
    const auto longest = *std::max_element(
        words.begin(), words.end(),
        [](const QString &left, const QString &right) { return left.size() < right.size(); });
    const int asked = std::min(mostAsked, limit * askedForEach);
    const auto response =
        m_calls.get({u"api"_s, u"v1"_s, u"search"_s},
                    {{u"q"_s, longest}, {u"limit"_s, QString::number(asked)}}, searchAttempts);
    if (!response)
        return tl::unexpected(response.error());
    const auto opened = Opened::open(*response);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto results = opened->list("results");
    if (!results)
        return tl::unexpected(results.error());
    m_wasCut = qsizetype(results->size()) >= asked;
    QList<RemoteHit> hits;
    for (const auto &result : *results) {
        const auto name = openlineage::nameIn(result);
        const bool isFound = std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return name.name.contains(word, Qt::CaseInsensitive);
        });
        if (name.isEmpty() || !isFound)
            continue;
        const bool isJob = json::text(result, "type") == u"JOB";
        const auto shown = isJob ? name.name : openlineage::shortName(name);
        hits.append({.nativeId = isJob ? openlineage::jobId(name) : openlineage::datasetId(name),
                     .kind = domain::EntityKind::Asset,
                     .type = isJob ? u"job"_s : QString(),
                     .name = shown,
                     // It tells nothing but the name, which may be cut where the words were found.
                     .snippet = shown == name.name ? QString() : name.name,
                     .place = name.space,
                     .page = isJob ? m_site.jobPage(name) : m_site.datasetPage(name),
                     .isKept = m_subscription.has(name.space)});
        if (hits.size() == limit)
            break;
    }
    return hits;
}

} // namespace portolan::platforms::marquez
