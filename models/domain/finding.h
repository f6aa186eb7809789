// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::domain {

//! Something wrong with a file or a record: where it stands, what it is and what to do about it.
struct Finding
{
    enum class Severity { Error, Warning, Info };

    QString file; //!< path as the person gave it, or relative to the workspace
    int line = 0; //!< from 1; 0 when the whole file is meant
    int column = 0; //!< from 1; 0 when unknown
    Severity severity = Severity::Error;
    QString rule; //!< stable identifier of the rule, e.g. "odcs.required"
    QString field; //!< path inside the document, e.g. "schema[0].properties[2].name"
    QString message; //!< one sentence, untranslated: it goes into logs and CI as well
    QString remedy; //!< what to do, one sentence; may be empty

    bool operator==(const Finding &) const = default;
};

//! "error", "warning" or "info".
QString severityWord(Finding::Severity severity);

//! By file, line, column: the order every list of findings has.
bool comesBefore(const Finding &left, const Finding &right);

//! "file:line:column: severity: message", as compilers write it and editors jump to it.
QString lineOf(const Finding &finding);

} // namespace portolan::domain
