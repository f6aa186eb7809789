// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/jobs.h"

#include "models/formats/openlineage/facets.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Record;

namespace portolan::formats::openlineage {
namespace {

QString stateWord(EventType type)
{
    switch (type) {
    case EventType::Complete:
        return u"complete"_s;
    case EventType::Fail:
        return u"failed"_s;
    case EventType::Abort:
        return u"aborted"_s;
    case EventType::Start:
    case EventType::Running:
    case EventType::Other:
        break;
    }
    return {};
}

} // namespace

bool isWorthShowing(const FoldedJob &job)
{
    return job.hasData || job.facets.contains("documentation") || job.facets.contains("ownership");
}

Record assetOf(const FoldedJob &job, const QString &file)
{
    FacetReader facets(job.facets);
    Record record;
    record.kind = domain::EntityKind::Asset;
    record.nativeId = jobId(job.name);
    record.type = u"job"_s;
    record.name = job.name.name;
    record.tags = tagsOf(facets);
    record.code = facets.text("sql", "query");
    addPeopleAndWords(record, facets);
    addFact(record, u"namespace"_s, job.name.space);
    addFact(record, u"integration"_s, facets.text("jobType", "integration"));
    addFact(record, u"job type"_s, facets.text("jobType", "jobType"));
    addFact(record, u"processing"_s, facets.text("jobType", "processingType").toLower());
    addFact(record, u"SQL dialect"_s, facets.text("sql", "dialect"));
    addFact(record, u"last run"_s, stateWord(job.state));
    if (job.ended)
        addFact(record, u"last run ended"_s, dateTimeOf(*job.ended).toString(Qt::ISODateWithMs));
    const auto url = facets.text("sourceCodeLocation", "url");
    if (!url.isEmpty())
        record.references.append({.type = u"source code"_s, .url = url, .description = {}});
    record.native.append(
        {.file = file, .line = job.place.line, .json = nativeJson(job.name, job.facets)});
    return record;
}

} // namespace portolan::formats::openlineage
