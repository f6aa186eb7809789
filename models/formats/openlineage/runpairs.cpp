// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/runpairs.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::openlineage {

bool RunPairs::take(const Name &job, qsizetype inputs, qsizetype outputs, const Sighting &sighting)
{
    if (outputs == 0 || inputs <= most / outputs)
        return true;
    // Runs come in no order, so the newest is looked for, and of those of one time the last line.
    const auto order = [](const Sighting &one) {
        return std::tuple(one.at, one.place.file, one.place.line);
    };
    const Refused refused{.sighting = sighting, .inputs = inputs, .outputs = outputs};
    const auto [known, isNew] = m_refused.try_emplace(job, refused);
    if (!isNew && order(known->second.sighting) < order(sighting))
        known->second = refused;
    return false;
}

QList<domain::Finding> RunPairs::findings(const QStringList &files) const
{
    QList<domain::Finding> findings;
    for (const auto &[job, refused] : m_refused) {
        domain::Finding finding;
        finding.file = files.value(refused.sighting.place.file);
        finding.line = refused.sighting.place.line;
        finding.severity = domain::Finding::Severity::Warning;
        finding.rule = u"openlineage.pairs"_s;
        finding.message =
            u"This run has %1 inputs and %2 outputs: its %3 edges from each to each "
            "were left out, those from and to its job were kept."_s.arg(refused.inputs)
                .arg(refused.outputs)
                .arg(refused.inputs * refused.outputs);
        finding.remedy = u"Look at the lineage with jobs, or let each output be written by a run "
                         "with its own inputs."_s;
        findings.append(finding);
    }
    std::sort(findings.begin(), findings.end(), domain::comesBefore);
    return findings;
}

} // namespace portolan::formats::openlineage
