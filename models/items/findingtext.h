// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace portolan::items {

//! A message or remedy of a finding in the language of the person. Findings are made, stored and
//! printed in English (DECISIONS.md); what the tables below know is said in the person's words,
//! with the names and values that stand in it left as they are. Anything else stays English.
QString findingText(const QString &english);

//! The same; empty when no table knows it.
std::optional<QString> knownFindingText(const QString &english);

//! The sentences of findings, %1 to %4 for what differs; of two that fit, the first is meant.
std::span<const char *const> findingTemplates();
//! The same for what policies say, and for who decides about a request.
std::span<const char *const> policyTemplates();
//! The same for files of access and of policies.
std::span<const char *const> accessTemplates();
//! Words that stand in them: types, kinds of things, reasons.
std::span<const char *const> findingWords();

} // namespace portolan::items
