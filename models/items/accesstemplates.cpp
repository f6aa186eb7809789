// SPDX-License-Identifier: GPL-3.0-or-later
// The English of what is found in files of access and of policies, for translators. A test sees to
// it that what broken ones are told is here.
#include "models/items/findingtext.h"

#include <QtGlobal>

#include <array>

namespace portolan::items {

namespace {

constexpr std::array sentences{
    QT_TRANSLATE_NOOP("Finding", "This file does not say that it is %1"),
    QT_TRANSLATE_NOOP(
        "Finding",
        "Update Portolan if the file is of a newer version, or move it to where it belongs"),
    QT_TRANSLATE_NOOP("Finding",
                      "Bring the file back from the repository; a request or decision is made "
                      "anew, never copied"),
    QT_TRANSLATE_NOOP("Finding", "There is no kind \"%1\""),
    QT_TRANSLATE_NOOP("Finding", "Write team or product"),
    QT_TRANSLATE_NOOP("Finding", "The port \"%1\" is asked for twice"),
    QT_TRANSLATE_NOOP("Finding", "The id of this item is not that of its request and port"),
    QT_TRANSLATE_NOOP("Finding", "Make the request anew"),
    QT_TRANSLATE_NOOP("Finding", "The id of the request is not the name of its file"),
    QT_TRANSLATE_NOOP("Finding", "There is no decision \"%1\""),
    QT_TRANSLATE_NOOP("Finding", "Update Portolan if a newer version wrote it"),
    QT_TRANSLATE_NOOP("Finding", "\"%1\" is no UUID"),
    QT_TRANSLATE_NOOP("Finding", "Write the ids of decisions"),
    QT_TRANSLATE_NOOP("Finding",
                      "The decision is not about the item whose folder it stands in, or its id is "
                      "not the name of its file"),
    QT_TRANSLATE_NOOP("Finding", "There is no state \"%1\" of agreements"),
    QT_TRANSLATE_NOOP("Finding", "Write active, suspended or terminated"),
    QT_TRANSLATE_NOOP("Finding", "The id of the agreement is not that of its item, or of its file"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a text and is %2"),
    QT_TRANSLATE_NOOP("Finding", "Write one text"),
    QT_TRANSLATE_NOOP("Finding", "`%1` is missing"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a list of texts and is a mapping"),
    QT_TRANSLATE_NOOP("Finding", "Write each behind a dash"),
    QT_TRANSLATE_NOOP("Finding", "This must be a text and is %1"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a whole number from %2 on and is %3"),
    QT_TRANSLATE_NOOP("Finding", "Write such a number"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a number from 0 to 1 and is %2"),
    QT_TRANSLATE_NOOP("Finding", "Write such a number, 0.8 for four of five"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be true or false and is %2"),
    QT_TRANSLATE_NOOP("Finding", "Write true or false"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a UUID and is %2"),
    QT_TRANSLATE_NOOP("Finding", "Write a UUID of 36 characters"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a day and is %2"),
    QT_TRANSLATE_NOOP("Finding", "Write it as 2026-01-31"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a time with its zone and is %2"),
    QT_TRANSLATE_NOOP("Finding", "Write it as 2026-01-31T09:30:00.000Z"),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a list and is %2"),
    QT_TRANSLATE_NOOP("Finding", "This must be a mapping and is %1"),
    QT_TRANSLATE_NOOP("Finding", "Write members as \"key: value\""),
    QT_TRANSLATE_NOOP("Finding", "`%1` must be a mapping and is %2"),
    QT_TRANSLATE_NOOP("Finding", "Write its members as \"key: value\""),
    QT_TRANSLATE_NOOP("Finding", "`%1` means nothing here"),
    QT_TRANSLATE_NOOP("Finding", "Remove it, or correct how it is written"),
    QT_TRANSLATE_NOOP("Finding",
                      "The file holds both sides of a merge that was not resolved; it is not read, "
                      "and not written over"),
    QT_TRANSLATE_NOOP("Finding", "Keep one side, remove the marks, and commit the file"),
    QT_TRANSLATE_NOOP("Finding", "There is no severity \"%1\""),
    QT_TRANSLATE_NOOP("Finding", "Write error, warning or info"),
    QT_TRANSLATE_NOOP("Finding", "There is no kind of rule \"%1\""),
    QT_TRANSLATE_NOOP("Finding", "Write one of %1, or a pattern instead"),
    QT_TRANSLATE_NOOP("Finding", "Write one of %1"),
    QT_TRANSLATE_NOOP("Finding", "A rule of kind %1 cannot have the scope \"%2\""),
    QT_TRANSLATE_NOOP("Finding", "A rule with this scope cannot be about \"%1\""),
    QT_TRANSLATE_NOOP("Finding", "There is no format \"%1\""),
    QT_TRANSLATE_NOOP("Finding", "The pattern is no regular expression: %1"),
    QT_TRANSLATE_NOOP("Finding", "The rule has both a standard and a pattern"),
    QT_TRANSLATE_NOOP("Finding", "Remove one of them"),
    QT_TRANSLATE_NOOP("Finding", "A rule of kind %1 needs the parameter `%2`"),
    QT_TRANSLATE_NOOP("Finding", "Write it; the parameters are %1"),
    QT_TRANSLATE_NOOP("Finding", "\"%1\" stands here a second time; only the first counts"),
    QT_TRANSLATE_NOOP("Finding", "Give it an id of its own, or remove it"),
    QT_TRANSLATE_NOOP("Finding", "\"%1\" is not a form of policies that this version reads"),
    QT_TRANSLATE_NOOP("Finding", "Write portolan.policies/1"),
    QT_TRANSLATE_NOOP("Finding", "A file of policies is a mapping"),
    QT_TRANSLATE_NOOP("Finding", "Write `rules:` and `purposes:`"),
    QT_TRANSLATE_NOOP("Finding",
                      "This is a file of access, and it counts for nothing where it stands"),
    QT_TRANSLATE_NOOP("Finding",
                      "Move it to access/requests, access/decisions/<item>, access/agreements or "
                      "access/grants, under the name of its id"),
    QT_TRANSLATE_NOOP("Finding",
                      "Decisions about this request exclude each other: nothing is granted"),
    QT_TRANSLATE_NOOP("Finding",
                      "One of those who decided takes their decision back by another one"),
    QT_TRANSLATE_NOOP("Finding", "%1 decided about their own request: it has no effect"),
    QT_TRANSLATE_NOOP(
        "Finding", "A decision about this request cannot be read: nothing is granted until it can"),
    QT_TRANSLATE_NOOP("Finding", "Mend its file, or bring it back from the repository"),
    QT_TRANSLATE_NOOP("Finding", "Somebody else decides"),
    QT_TRANSLATE_NOOP("Finding", "%1 is not among those who decide here: it has no effect"),
    QT_TRANSLATE_NOOP("Finding", "Those whom the request names decide"),
    QT_TRANSLATE_NOOP("Finding",
                      "The request %1 was changed after this decision: it has no effect"),
    QT_TRANSLATE_NOOP("Finding", "See what has changed, and decide again"),
    QT_TRANSLATE_NOOP("Finding",
                      "Remove the file, or bring it back from the repository; what is granted "
                      "follows from the decisions alone"),
    QT_TRANSLATE_NOOP("Finding",
                      "The decisions about request %1 grant nothing that this agreement says"),
    QT_TRANSLATE_NOOP(
        "Finding",
        "This agreement is not the one that follows from the decisions about request %1"),
    QT_TRANSLATE_NOOP(
        "Finding",
        "The agreement that follows from the decisions about request %1 is not written yet"),
    QT_TRANSLATE_NOOP("Finding", "The next decision about the request writes it"),
    QT_TRANSLATE_NOOP(
        "Finding",
        "This is about a request that is not here, or that cannot be read: it has no effect"),
    QT_TRANSLATE_NOOP("Finding", "Bring the request back from the repository, or remove this file"),
    QT_TRANSLATE_NOOP("Finding", "There is no state \"%1\" of grants"),
    QT_TRANSLATE_NOOP("Finding",
                      "Write provisioning, provisioned, deprovisioning, deprovisioned or failed"),
    QT_TRANSLATE_NOOP("Finding", "The agreement is not the one that the file is named after"),
    QT_TRANSLATE_NOOP("Finding", "More than %1 states are told"),
    QT_TRANSLATE_NOOP("Finding", "Leave out what is old"),
    QT_TRANSLATE_NOOP("Finding",
                      "\"%1\" cannot follow what this grant told before: it is left out"),
    QT_TRANSLATE_NOOP("Finding", "Add the states in between, or correct the file"),
    QT_TRANSLATE_NOOP("Finding",
                      "The agreement about \"%1\" is %2, and the access may still be there"),
    QT_TRANSLATE_NOOP("Finding", "Ask whoever gives the access to take it away"),
    QT_TRANSLATE_NOOP("Finding", "The access to \"%1\" could not be given"),
    QT_TRANSLATE_NOOP("Finding", "Ask whoever gives the access; they wrote down why"),
};

} // namespace

std::span<const char *const> accessTemplates()
{
    return sentences;
}

} // namespace portolan::items
