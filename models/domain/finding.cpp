// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/finding.h"

#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {

QString severityWord(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return u"error"_s;
    case Finding::Severity::Warning:
        return u"warning"_s;
    case Finding::Severity::Info:
        return u"info"_s;
    }
    return {};
}

bool comesBefore(const Finding &left, const Finding &right)
{
    return std::tie(left.file, left.line, left.column, left.field, left.message)
        < std::tie(right.file, right.line, right.column, right.field, right.message);
}

QString lineOf(const Finding &finding)
{
    QString place = finding.file;
    if (finding.line > 0)
        place += u':' % QString::number(finding.line) % u':' % QString::number(finding.column);
    return place % u": "_s % severityWord(finding.severity) % u": "_s % finding.message;
}

} // namespace portolan::domain
