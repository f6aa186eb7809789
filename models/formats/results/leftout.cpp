// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/results/leftout.h"

#include "models/formats/document/read.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Finding;

namespace portolan::formats::results {

void LeftOut::add(qsizetype index, const QString &member)
{
    if (m_count++ > 0)
        return;
    m_first = index;
    m_member = member;
}

std::optional<Finding> LeftOut::finding(const ResultFile &file, const QString &rule,
                                        const QString &remedy) const
{
    if (m_count == 0)
        return {};
    auto finding = findingOf(file, Finding::Severity::Warning, rule, {}, remedy);
    place(file, finding);
    finding.message =
        u"%1 entries cannot be read and were left out; the first of them is %2."_s.arg(m_count).arg(
            finding.field);
    return finding;
}

void LeftOut::place(const ResultFile &file, Finding &finding) const
{
    if (m_count == 0)
        return;
    finding.field = m_list % u"[%1]"_s.arg(m_first);
    if (!m_member.isEmpty())
        finding.field += u'.' % m_member;
    // simdjson keeps no places. Reading once more is dear, and rare.
    const auto document = document::readJson(file.file, file.bytes);
    const auto entry = document.root()[m_list.toStdString()].item(int(m_first));
    const auto stated = entry[m_member.toStdString()];
    finding.line = std::max(1, stated.exists() ? stated.line() : entry.line());
}

} // namespace portolan::formats::results
