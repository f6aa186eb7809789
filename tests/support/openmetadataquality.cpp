// SPDX-License-Identifier: GPL-3.0-or-later
// Test cases, what they found, and the incidents that came of it.
#include "tests/support/openmetadatashape.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

bool isWithin(const QJsonObject &item, const ApiRequest &request, const QString &from,
              const QString &to)
{
    const auto at = item.value(u"timestamp"_s).toInteger();
    const auto end = request.parameter(to);
    return at >= request.parameter(from).toLongLong() && (end.isEmpty() || at <= end.toLongLong());
}

} // namespace

ApiAnswer OpenMetadataShape::quality(const QStringList &rest, const ApiRequest &request) const
{
    if (rest == QStringList{u"testDefinitions"_s})
        return pageOf({{{u"id"_s, u"d"_s},
                        {u"name"_s, u"columnValuesToBeNotNull"_s},
                        {u"testPlatforms"_s, QJsonArray{u"OpenMetadata"_s}},
                        {u"dataQualityDimension"_s, u"Completeness"_s}}},
                      request);
    if (rest == QStringList{u"testCases"_s})
        return list(u"testCase"_s, request);
    if (rest.value(1) == u"testCaseIncidentStatus")
        return incidents(request);
    if (rest.value(1) != u"testCaseResults")
        return refusedByServer(404, u"HTTP 404 Not Found"_s);
    if (rest.value(2) != u"search") {
        QList<QJsonObject> found;
        for (const auto &result : m_results.value(rest.value(2))) {
            if (isWithin(result, request, u"startTs"_s, u"endTs"_s))
                found.prepend(result);
        }
        QJsonArray items;
        for (const auto &one : std::as_const(found))
            items.append(one);
        return listOf(u"data"_s, items, {{u"paging"_s, QJsonObject{{u"total"_s, items.size()}}}});
    }
    QList<QJsonObject> found;
    for (const auto &name : names(u"testCase"_s)) {
        for (const auto &result : m_results.value(name)) {
            if (isWithin(result, request, u"startTimestamp"_s, u"endTimestamp"_s))
                found.append(result);
        }
    }
    return pageOf(found, request);
}

ApiAnswer OpenMetadataShape::incidents(const ApiRequest &request) const
{
    QList<QJsonObject> found;
    for (const auto &name : names(u"testCase"_s)) {
        const auto status = m_incidents.value(name);
        if (!status.isEmpty() && isWithin(status, request, u"startTs"_s, u"endTs"_s))
            found.append(status);
    }
    return pageOf(found, request);
}

void OpenMetadataShape::addResult(const QString &testCase, bool hasPassed)
{
    const auto at = now.addMSecs(++m_count).toMSecsSinceEpoch();
    const QJsonObject result{{u"testCaseFQN"_s, testCase},
                             {u"timestamp"_s, at},
                             {u"testCaseStatus"_s, hasPassed ? u"Success"_s : u"Failed"_s},
                             {u"result"_s, u"looked at all rows"_s}};
    m_results[testCase].append(result);
    auto held = thing(u"testCase"_s, testCase);
    held.insert(u"testCaseResult"_s, result);
    put(u"testCase"_s, held);
    if (!hasPassed)
        m_incidents.insert(testCase,
                           {{u"id"_s, QString::number(m_count)},
                            {u"timestamp"_s, at},
                            {u"testCaseResolutionStatusType"_s, u"New"_s},
                            {u"severity"_s, u"Severity2"_s},
                            {u"testCaseReference"_s, reference(u"testCase"_s, testCase)}});
}

} // namespace portolan::tests
