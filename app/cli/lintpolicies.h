// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::cli {

//! A file or folder as it was named, and the files that it stands for.
struct NamedFiles
{
    QString word;
    QStringList files;
};

//! Judges the products in all files by the policies of the workspace that they lie in: those in the
//! folder `policies` of the named folder, or of the nearest one above, up to the top of a git
//! checkout; where there are none, by those that ship. What lies in one workspace is judged
//! together. A contract that no product names is judged as the product that it makes. Findings are
//! called "policy/<id of the rule>", those about the policies' own files are among them; what could
//! not be judged is an info.
QList<domain::Finding> policyFindings(const QList<NamedFiles> &named);

} // namespace portolan::cli
