// SPDX-License-Identifier: GPL-3.0-or-later
// The English of what policies and who decides about a request have to say, for translators. A test
// sees to it that the sentence of each kind of rule is here.
#include "models/items/findingtext.h"

#include <QtGlobal>

#include <array>

namespace portolan::items {

namespace {

constexpr std::array sentences{
    QT_TRANSLATE_NOOP("Finding", "Somebody answers for the product"),
    QT_TRANSLATE_NOOP("Finding", "Nobody answers for the product"),
    QT_TRANSLATE_NOOP("Finding", "Name an owner in its team"),
    QT_TRANSLATE_NOOP("Finding", "It has no description that says enough"),
    QT_TRANSLATE_NOOP("Finding", "Write what it holds and what it is for"),
    QT_TRANSLATE_NOOP("Finding", "Its status is one of those that are allowed"),
    QT_TRANSLATE_NOOP("Finding", "Its status is none of those that are allowed"),
    QT_TRANSLATE_NOOP("Finding", "Use one that is in force, or change the status"),
    QT_TRANSLATE_NOOP("Finding", "A contract governs the port"),
    QT_TRANSLATE_NOOP("Finding", "No contract governs the port"),
    QT_TRANSLATE_NOOP("Finding", "Write a contract, and name it in the port's contractId"),
    QT_TRANSLATE_NOOP("Finding", "The contract promises a service level"),
    QT_TRANSLATE_NOOP("Finding", "The contract promises no service level that is asked for"),
    QT_TRANSLATE_NOOP("Finding", "Add it to the contract's slaProperties"),
    QT_TRANSLATE_NOOP("Finding", "Enough of the fields are described"),
    QT_TRANSLATE_NOOP("Finding", "Too few of the fields are described"),
    QT_TRANSLATE_NOOP("Finding", "Describe the fields in the contract"),
    QT_TRANSLATE_NOOP("Finding", "It is written as agreed"),
    QT_TRANSLATE_NOOP("Finding", "It is not written as agreed"),
    QT_TRANSLATE_NOOP("Finding", "Write it as the policy has it"),
    QT_TRANSLATE_NOOP("Finding", "The purpose is one of the list"),
    QT_TRANSLATE_NOOP("Finding", "The purpose is none of the list"),
    QT_TRANSLATE_NOOP("Finding", "Choose a purpose of the list"),
    QT_TRANSLATE_NOOP("Finding", "The request is justified"),
    QT_TRANSLATE_NOOP("Finding", "The justification is too short"),
    QT_TRANSLATE_NOOP("Finding", "Say what the data is needed for"),
    QT_TRANSLATE_NOOP("Finding", "The period is within the limits"),
    QT_TRANSLATE_NOOP("Finding", "The period is not within the limits"),
    QT_TRANSLATE_NOOP("Finding", "Change the first or the last day"),
    QT_TRANSLATE_NOOP("Finding", "The purpose allows the classified fields"),
    QT_TRANSLATE_NOOP("Finding", "The purpose does not allow the classified fields"),
    QT_TRANSLATE_NOOP("Finding", "Leave them out, or choose a purpose that allows them"),
    QT_TRANSLATE_NOOP("Finding", "A second person decides about such data"),
    QT_TRANSLATE_NOOP("Finding", "Such data needs a second person who decides"),
    QT_TRANSLATE_NOOP("Finding", "Ask for a role with a second level approver"),
    QT_TRANSLATE_NOOP("Finding", "The terms of the contract are accepted as they are now"),
    QT_TRANSLATE_NOOP("Finding", "The terms of the contract are not accepted as they are now"),
    QT_TRANSLATE_NOOP("Finding", "Read and accept the terms"),
    QT_TRANSLATE_NOOP("Finding", "This could not be judged"),
    QT_TRANSLATE_NOOP("Finding", "Only the request says so; it was not judged here"),
    QT_TRANSLATE_NOOP("Finding", "This could not be checked"),
    QT_TRANSLATE_NOOP("Finding", "it has not answered yet"),
    QT_TRANSLATE_NOOP("Finding", "It is allowed"),
    QT_TRANSLATE_NOOP("Finding", "It is denied"),
    QT_TRANSLATE_NOOP("Finding", "It needs an approval"),
    QT_TRANSLATE_NOOP("Finding", "It comes with an obligation"),
    QT_TRANSLATE_NOOP("Finding", "The rule holds"),
    QT_TRANSLATE_NOOP("Finding", "The rule does not hold"),
    QT_TRANSLATE_NOOP("Finding", "No rule is violated"),
    QT_TRANSLATE_NOOP("Finding", "The server remarks: %1"),
    QT_TRANSLATE_NOOP("Finding",
                      "a policy says no (%1): mend it, or give the reason for an exception"),
    QT_TRANSLATE_NOOP("Finding", "the fields of the port are not known"),
    QT_TRANSLATE_NOOP("Finding", "the contract has no field \"%1\""),
    QT_TRANSLATE_NOOP("Finding", "the policies list no purposes"),
    QT_TRANSLATE_NOOP("Finding", "%1 characters, %2 are asked for"),
    QT_TRANSLATE_NOOP("Finding", "%1 of %2 fields"),
    QT_TRANSLATE_NOOP("Finding", "none is given"),
    QT_TRANSLATE_NOOP("Finding", "today is not known"),
    QT_TRANSLATE_NOOP("Finding", "the first day is over"),
    QT_TRANSLATE_NOOP("Finding", "it has no last day"),
    QT_TRANSLATE_NOOP("Finding", "it ends before it begins"),
    QT_TRANSLATE_NOOP("Finding", "%1 days, %2 are allowed"),
    QT_TRANSLATE_NOOP("Finding", "no such field is asked for"),
    QT_TRANSLATE_NOOP("Finding", "who decides is not known"),
    QT_TRANSLATE_NOOP("Finding", "%1, and one step decides"),
    QT_TRANSLATE_NOOP("Finding", "nobody is known for one of the steps"),
    QT_TRANSLATE_NOOP("Finding", "one person stands in both steps"),
    QT_TRANSLATE_NOOP("Finding", "the terms of the contract are not known"),
    QT_TRANSLATE_NOOP("Finding", "the contract has none"),
    QT_TRANSLATE_NOOP("Finding", "they have changed since"),
    QT_TRANSLATE_NOOP("Finding", "its status is not known"),
    QT_TRANSLATE_NOOP("Finding", "no port is asked for"),
    QT_TRANSLATE_NOOP("Finding", "the rule cannot be read"),
    QT_TRANSLATE_NOOP("Finding", "it has none"),
    QT_TRANSLATE_NOOP("Finding", "\"%1\", not %2"),
    QT_TRANSLATE_NOOP("Finding", "The product is not in force"),
    QT_TRANSLATE_NOOP("Finding", "Ask for the product that takes its place"),
    QT_TRANSLATE_NOOP("Finding", "\"%1\" is no e-mail address, so nobody can decide here"),
    QT_TRANSLATE_NOOP("Finding", "\"%1\" is no e-mail address, so the product's owner decides"),
    QT_TRANSLATE_NOOP("Finding", "Write the e-mail addresses of those who decide"),
    QT_TRANSLATE_NOOP(
        "Finding",
        "Neither the contract nor the product names the e-mail address of somebody who decides"),
    QT_TRANSLATE_NOOP("Finding", "Name approvers in the contract's roles, or an owner in the team"),
    QT_TRANSLATE_NOOP("Finding",
                      "The request for \"%1\" names other approvers than its contract does"),
    QT_TRANSLATE_NOOP("Finding", "See whether the contract has changed since; if not, reject it"),
    QT_TRANSLATE_NOOP("Finding", "It is described"),
};

} // namespace

std::span<const char *const> policyTemplates()
{
    return sentences;
}

} // namespace portolan::items
