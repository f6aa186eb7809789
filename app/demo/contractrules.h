// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace portolan::demo {

//! How often a contract is tested.
enum class Rhythm {
    Nightly, //!< all the time; of the older results one a week is kept
    LatelyNightly, //!< nightly since a month, not at all before
    Weekdays, //!< by people who have the weekend off, since two months
    FourWeekly //!< by a team that looks at it when it needs it
};

//! A contract of the demo that has quality rules.
struct TestedContract
{
    const char *id;
    const char *version;
    const char *name; //!< of its result files
    Rhythm rhythm;
};

//! What the figure of a rule has to be, between or below its bounds.
enum class Condition { Between, Exactly, Less, LessPercent, AtLeastPercent };

//! A quality rule as its contract has it.
struct ContractRule
{
    int contract; //!< place in testedContracts()
    const char *model;
    const char *field; //!< empty for a rule of the whole table
    const char *name;
    const char *metric; //!< of the library, or "sql"
    Condition condition;
    double low;
    double high;
    const char *dimension; //!< as the contract writes it
    const char *severity;
};

//! The contracts whose rules are tested.
std::span<const TestedContract> testedContracts();
//! Their rules, in the order of the contracts.
std::span<const ContractRule> contractRules();

} // namespace portolan::demo
