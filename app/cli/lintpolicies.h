// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/policyquestion.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace portolan::cli {

//! A file or folder as it was named, and the files that it stands for.
struct NamedFiles
{
    QString word;
    QStringList files;
};

//! What somebody else says to questions about products: for each its verdicts.
using Judge =
    std::function<QList<QList<domain::PolicyVerdict>>(const QList<domain::PolicyQuestion> &)>;

//! Judges the products in all files by the policies of the workspace that they lie in: those in the
//! folder `policies` of the named folder, or of the nearest one above, up to the top of a git
//! checkout; where there are none, by those that ship. What lies in one workspace is judged
//! together. A contract that no product names is judged as the product that it makes. Findings are
//! called "policy/<id of the rule>", also what \a judge adds, those about the policies' own files
//! are among them; what could not be judged is an info.
QList<domain::Finding> policyFindings(const QList<NamedFiles> &named, const Judge &judge = {});

} // namespace portolan::cli
