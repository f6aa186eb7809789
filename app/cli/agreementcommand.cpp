// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accessdesk.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "models/base/identity.h"
#include "models/items/accessreading.h"
#include "models/policy/judge.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::Agreement;
using domain::AgreementState;

int print(const QList<Agreement> &agreements, const items::AccessBoard &board,
          const Arguments &arguments)
{
    if (arguments.json) {
        QJsonArray list;
        for (const auto &one : agreements)
            list.append(agreementJson(one, board));
        printDocument({{u"format"_s, u"portolan.agreement/1"_s}, {u"agreements"_s, list}});
        return 0;
    }
    QList<QStringList> rows;
    for (const auto &one : agreements)
        rows.append({idText(one.id), domain::stateWord(stateOf(one, board)), one.port,
                     one.consumer.name.isEmpty() ? one.consumer.id : one.consumer.name,
                     one.to.isValid() ? one.to.toString(Qt::ISODate) : u"no end"_s});
    printTable({u"ID"_s, u"STATE"_s, u"PORT"_s, u"FOR"_s, u"UNTIL"_s}, rows);
    return 0;
}

int list(const items::AccessBoard &board, const Arguments &arguments)
{
    const auto days = arguments.number(u"expiring"_s, -1);
    if (!days)
        return fail(days.error());
    auto agreements = items::agreementsOf(board);
    if (*days >= 0) {
        agreements.removeIf([&](const Agreement &one) {
            const auto state = stateOf(one, board);
            const bool isInUse =
                state == AgreementState::Active || state == AgreementState::Expiring;
            return !isInUse || !one.to.isValid() || one.to > board.today.addDays(*days);
        });
    }
    std::stable_sort(agreements.begin(), agreements.end(), [](const auto &left, const auto &right) {
        return std::tuple(left.to.isValid() ? left.to : QDate(9999, 12, 31), left.id)
            < std::tuple(right.to.isValid() ? right.to : QDate(9999, 12, 31), right.id);
    });
    return print(agreements, board, arguments);
}

Result<Agreement> agreementNamed(const items::AccessBoard &board, const QString &reference)
{
    constexpr qsizetype shortest = 4;
    QList<Agreement> found;
    for (const auto &one : items::agreementsOf(board)) {
        if (reference.size() >= shortest && idText(one.id).startsWith(reference))
            found.append(one);
    }
    if (found.size() == 1)
        return found.first();
    return failure(
        Error::Kind::NotFound,
        u"there is no one agreement \"%1\"; `agreement list` names them"_s.arg(reference));
}

//! The request that goes on with \a agreement.
Result<domain::AccessRequest> renewalOf(AccessDesk &desk, const Agreement &agreement,
                                        const items::AccessBoard &board, const Arguments &arguments)
{
    const auto to = dayOf(arguments, u"to"_s);
    if (!to)
        return tl::unexpected(to.error());
    if (!to->isValid())
        return failure(Error::Kind::Usage, u"agreement renew needs --to DATE"_s);
    Arguments asked = arguments;
    asked.positional = {u"create"_s};
    asked.options.insert(u"port"_s, {agreement.port});
    const auto wanted = requestsFrom(desk, asked);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (wanted->requests.isEmpty())
        return failure(Error::Kind::Forbidden,
                       u"\"%1\" is asked for on its platform's own page %2"_s
                           .arg(agreement.port, wanted->pages.value(agreement.port))
                           .trimmed());
    auto request = Result<domain::AccessRequest>(wanted->requests.first());
    const auto *before = items::caseOf(board, agreement.request);
    request->consumer = agreement.consumer;
    request->purpose = agreement.purpose;
    if (request->justification.isEmpty() && before != nullptr)
        request->justification = before->request.justification;
    request->renews = agreement.id;
    if (request->terms.isEmpty())
        request->terms = agreement.terms;
    const auto next = agreement.to.isValid() ? agreement.to.addDays(1) : board.today;
    request->from = std::max(next, board.today);
    if (request->from > *to)
        return failure(Error::Kind::Usage,
                       u"it runs until %1 as it is"_s.arg(agreement.to.toString(Qt::ISODate)));
    for (auto &item : request->items) {
        item.role = agreement.role;
        item.fields = agreement.fields;
    }
    return request;
}

//! One agreement with all that is known of it.
int show(const Agreement &agreement, const items::AccessBoard &board, const Arguments &arguments)
{
    if (arguments.json)
        return print({agreement}, board, arguments);
    const auto line = [](const QString &name, const QString &value) {
        if (!value.isEmpty())
            printLine(u"  %1 %2"_s.arg(name.leftJustified(10), value));
    };
    const auto dayText = [](QDate day, const QString &otherwise) {
        return day.isValid() ? day.toString(Qt::ISODate) : otherwise;
    };
    printLine(u"%1  %2"_s.arg(idText(agreement.id), domain::stateWord(stateOf(agreement, board))));
    line(u"port"_s, agreement.port);
    line(u"product"_s, agreement.product);
    line(u"for"_s,
         agreement.consumer.name.isEmpty() ? agreement.consumer.id : agreement.consumer.name);
    line(u"purpose"_s, agreement.purpose);
    line(u"role"_s, agreement.role);
    line(u"fields"_s, agreement.fields.join(u", "_s));
    line(u"period"_s,
         u"%1 to %2"_s.arg(dayText(items::beganOn(agreement, board), u"approval"_s),
                           dayText(agreement.to, u"no end"_s)));
    line(u"request"_s, domain::labelOf(agreement.request));
    line(u"account"_s, agreement.account);
    const auto grant = board.grants.constFind(agreement.id);
    if (grant == board.grants.cend()) {
        line(u"grant"_s, u"nothing was told of its provisioning"_s);
        return 0;
    }
    const auto outcome = domain::outcomeOf(*grant);
    line(u"grant"_s, domain::stateWord(outcome.now.state));
    line(u"  in"_s, grant->platform);
    line(u"  as"_s, grant->reference);
    for (const auto &change : grant->changes)
        line(u"  "_s + dayText(change.at.toUTC().date(), u"-"_s),
             domain::stateWord(change.state)
                 + (outcome.ignored.contains(change) ? u" (cannot follow)"_s : QString())
                 + (change.diagnostics.isEmpty() ? QString() : u": "_s + change.diagnostics));
    return 0;
}

int renew(AccessDesk &desk, const Agreement &agreement, const items::AccessBoard &board,
          const Arguments &arguments)
{
    const auto request = renewalOf(desk, agreement, board, arguments);
    if (!request)
        return fail(request.error());
    const auto asked = await(desk.source().ask(*request, false));
    if (!asked)
        return refuse(asked.error());
    const auto after = desk.board();
    if (!after)
        return fail(after.error());
    const auto *one = items::caseOf(*after, asked->id);
    return printCases(one == nullptr ? QList<items::AccessCase>() : QList{*one}, *after, arguments);
}

//! Ends, suspends or resumes: who does the first two says why.
int decide(AccessDesk &desk, const Agreement &agreement, domain::DecisionKind kind,
           const Arguments &arguments)
{
    const auto reason = arguments.value(u"reason"_s);
    if (kind != domain::DecisionKind::Resume && reason.trimmed().isEmpty())
        return fail({Error::Kind::Usage,
                     u"agreement %1 needs a --reason"_s.arg(arguments.positional.first())});
    const auto done =
        await(desk.source().decide({{.item = agreement.item, .kind = kind, .reason = reason}}));
    if (!done)
        return refuse(done.error());
    const auto after = desk.board();
    if (!after)
        return fail(after.error());
    auto agreements = items::agreementsOf(*after);
    agreements.removeIf([&agreement](const Agreement &one) { return one.id != agreement.id; });
    return print(agreements, *after, arguments);
}

int run(Context &context, const Arguments &arguments)
{
    const auto word = arguments.positional.value(0, u"list"_s);
    const bool isList = word == u"list"_s;
    const auto decision = domain::decisionFromWord(word);
    const bool isDecision = decision == domain::DecisionKind::Terminate
        || decision == domain::DecisionKind::Suspend || decision == domain::DecisionKind::Resume;
    if (!isList && !isDecision && word != u"renew"_s && word != u"show"_s)
        return fail(
            {Error::Kind::Usage,
             u"agreement knows list, show, renew, suspend, resume and terminate, not \"%1\""_s.arg(
                 word)});
    if (arguments.positional.size() > (isList ? 1 : 2))
        return fail({Error::Kind::Usage, u"agreement %1 takes fewer words"_s.arg(word)});
    if (!isList && arguments.positional.size() != 2)
        return fail({Error::Kind::Usage, u"agreement %1 needs the id of one"_s.arg(word)});
    const auto desk = AccessDesk::open(context);
    if (!desk)
        return fail(desk.error());
    const auto board = (*desk)->board();
    if (!board)
        return fail(board.error());
    if (isList)
        return list(*board, arguments);
    const auto agreement = agreementNamed(*board, arguments.positional.value(1));
    if (!agreement)
        return fail(agreement.error());
    if (word == u"show"_s)
        return show(*agreement, *board, arguments);
    return isDecision ? decide(**desk, *agreement, *decision, arguments)
                      : renew(**desk, *agreement, *board, arguments);
}

} // namespace

Command agreementCommand()
{
    return {.name = u"agreement"_s,
            .usage = u"[list|show ID|renew ID|suspend ID|resume ID|terminate ID]"_s,
            .summary = u"what was granted, until when, and its end"_s,
            .options = {{u"expiring"_s, u"DAYS"_s, u"only what ends within so many days"_s},
                        {u"to"_s, u"DATE"_s, u"renew: the new last day"_s},
                        {u"justification"_s, u"TEXT"_s, u"renew: why; as before when left out"_s},
                        {u"exception"_s, u"TEXT"_s, u"renew: why although a policy fails"_s},
                        {u"accept-terms"_s, {}, u"renew: agree to the terms as they are now"_s},
                        {u"reason"_s, u"TEXT"_s,
                         u"suspend, terminate: why; resume: may be left out"_s}},
            .run = run};
}

} // namespace portolan::cli
