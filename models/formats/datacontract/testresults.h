// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/datacontract/rules.h"
#include "models/formats/results/resultfile.h"

#include <QString>

#include <functional>
#include <string_view>

namespace portolan::formats::datacontract {

//! The rules of the contract of an id, in document order; none where it is not known.
using RulesOf = std::function<QList<ContractRule>(const QString &contract)>;

//! Whether \a text is the result JSON of "datacontract test" or "datacontract lint", recognised by
//! what is in it. Also what was meant to be one and is no JSON.
bool looksLike(std::string_view text);

//! Reads the result of a test (--output-format json). The checks of rules that \a rulesOf knows get
//! runs and no records; those of other rules get the id "<contract>#quality/<element>/<word>" that
//! the contract would give them, and those that the tool makes itself
//! "<contract>#test/<type>/<model>[/<field>]"; "#2", "#3", … in file order where one repeats. The
//! result of a lint is no evidence. Never throws; any thread.
results::ToolResults read(const results::ResultFile &file, const RulesOf &rulesOf = {});

} // namespace portolan::formats::datacontract
