// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan::items {

//! What a quality rule demands, in the language of the person: the comparisons that the reading of
//! a contract put into plain words ("must be less than 5 percent", domain::QualityRule::expression)
//! are translated, with their unit; whatever else stands there, a query above all, is left as it
//! is.
QString demandText(const QString &expression);
//! The same for a row of a table: a dot tells the comparisons from what they look at, and their
//! large numbers are grouped.
QString demandLine(const QString &expression);
//! What a tool observed, for a person: a number alone is grouped as the person is used to
//! ("27,832"), anything else stays as it is.
QString observedText(const QString &observed);

} // namespace portolan::items
