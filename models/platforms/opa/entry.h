// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that answers have in common: texts, lists, and entries that say
// what one rule found.
#pragma once

#include "models/base/result.h"
#include "models/domain/policy.h"
#include "models/formats/json/value.h"

#include <QString>

#include <string_view>
#include <vector>

namespace portolan::platforms::opa {

//! \a text without blanks around it, cut where it is longer than a person
//! reads.
QString cut(QString text, qsizetype most = 2000);
//! The error of an answer that is not what was agreed, because of \a what.
tl::unexpected<Error> malformed(const QString &what);
bool isText(const formats::json::Json &value);
bool isList(const formats::json::Json &value);
//! A member that is a text, or absent; anything else is an error.
[[nodiscard]] Result<QString> textIn(const formats::json::Json &object, std::string_view key);
//! A member that is a list of no more than mostEntries, or absent; anything
//! else is an error.
[[nodiscard]] Result<std::vector<formats::json::Json>> listIn(const formats::json::Json &object,
                                                              std::string_view key);

//! One entry of a list of reasons, violations or checks.
class Entry
{
public:
    //! \a policy is what it is called where it says no code of its own.
    Entry(const formats::json::Json &value, const QString &policy);

    //! What it says as a rule that does not hold; without a severity of its own
    //! it has \a unsaid.
    [[nodiscard]] Result<domain::PolicyVerdict> broken(domain::PolicyResult unsaid);
    //! What it says as a rule that holds, unless it says something else itself.
    [[nodiscard]] Result<domain::PolicyVerdict> held();

private:
    Result<void> readMembers();
    void judge(const QString &severity, domain::PolicyResult unsaid);

    formats::json::Json m_value;
    domain::PolicyVerdict m_verdict;
};

} // namespace portolan::platforms::opa
