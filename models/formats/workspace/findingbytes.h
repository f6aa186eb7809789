// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QDataStream>

namespace portolan::formats::workspace {

//! Writes all of \a finding.
inline QDataStream &operator<<(QDataStream &out, const domain::Finding &finding)
{
    return out << finding.file << finding.line << finding.column << int(finding.severity)
               << finding.rule << finding.field << finding.message << finding.remedy;
}

//! Reads the same.
inline QDataStream &operator>>(QDataStream &in, domain::Finding &finding)
{
    int severity = 0;
    in >> finding.file >> finding.line >> finding.column >> severity >> finding.rule
        >> finding.field >> finding.message >> finding.remedy;
    finding.severity = domain::Finding::Severity(qBound(0, severity, 2));
    return in;
}

} // namespace portolan::formats::workspace
