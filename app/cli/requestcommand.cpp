// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accessdesk.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "models/domain/approval.h"
#include "models/items/accessreading.h"
#include "models/policy/judge.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::DecisionKind;
using items::AccessCase;

//! Reads the board again and prints the requests with these ids, in their order, and what is
//! external of \a asked.
int printRequests(AccessDesk &desk, const QList<QUuid> &ids, const Arguments &arguments,
                  const AskedFor &asked = {})
{
    const auto board = desk.board();
    if (!board)
        return fail(board.error());
    QList<AccessCase> cases;
    for (const auto &id : ids) {
        if (const auto *one = items::caseOf(*board, id))
            cases.append(*one);
    }
    return printCases(cases, *board, arguments, asked);
}

//! \a requests as they would be sent, each with what all policies say.
Result<QList<domain::AccessRequest>> judged(AccessDesk &desk,
                                            const QList<domain::AccessRequest> &requests)
{
    QList<domain::AccessRequest> known;
    for (const auto &request : requests) {
        auto one = await(desk.source().check(request));
        if (!one)
            return tl::unexpected(one.error());
        known.append(std::move(*one));
    }
    return known;
}

QList<domain::PolicyVerdict> verdictsOf(const QList<domain::AccessRequest> &requests)
{
    QList<domain::PolicyVerdict> all;
    for (const auto &request : requests)
        all += request.verdicts;
    return all;
}

int check(AccessDesk &desk, const Arguments &arguments)
{
    auto asked = requestsFrom(desk, arguments);
    if (!asked)
        return fail(asked.error());
    const auto known = judged(desk, asked->requests);
    if (!known)
        return refuse(known.error());
    asked->requests = *known;
    printVerdicts(*asked, arguments);
    switch (policy::worstOf(verdictsOf(*known))) {
    case domain::PolicyResult::Fail:
        return static_cast<int>(Exit::NotFound);
    case domain::PolicyResult::Unknown:
        return static_cast<int>(Exit::Platform);
    case domain::PolicyResult::Warn:
    case domain::PolicyResult::Pass:
        break;
    }
    return 0;
}

//! The error of what policies refuse with \a verdicts, with what they say, in one line.
Error refusalOf(const QList<domain::PolicyVerdict> &verdicts)
{
    QStringList why;
    for (const auto &one : verdicts) {
        if (one.result == domain::PolicyResult::Fail)
            why.append(u"%1: %2"_s.arg(one.policy, one.message));
    }
    why.removeDuplicates();
    return {
        Error::Kind::BadInput,
        u"policies say no (%1); ask all the same with --exception REASON"_s.arg(why.join(u"; "_s))};
}

//! One operation for each account, all or none.
int create(AccessDesk &desk, const Arguments &arguments)
{
    const auto wanted = requestsFrom(desk, arguments);
    if (!wanted)
        return fail(wanted.error());
    if (wanted->requests.isEmpty())
        return printRequests(desk, {}, arguments, *wanted);
    const bool isDraft = arguments.has(u"draft"_s);
    auto known = Result<QList<domain::AccessRequest>>(wanted->requests);
    if (!isDraft) {
        known = judged(desk, wanted->requests);
        if (!known)
            return refuse(known.error());
        const auto verdicts = verdictsOf(*known);
        if (policy::worstOf(verdicts) == domain::PolicyResult::Fail
            && arguments.value(u"exception"_s).trimmed().isEmpty())
            return fail(refusalOf(verdicts));
    }
    const auto asked = await(desk.source().askAll(*known, isDraft, {}));
    if (!asked)
        return refuse(asked.error());
    QList<QUuid> ids;
    for (const auto &one : *asked)
        ids.append(one.id);
    return printRequests(desk, ids, arguments, *wanted);
}

//! Whether \a word is one that the state of a request is written with.
bool isStateWord(const QString &word)
{
    for (int state = 0; state <= int(domain::RequestState::Conflict); ++state) {
        if (domain::stateWord(domain::RequestState(state)) == word)
            return true;
    }
    return false;
}

int list(AccessDesk &desk, const Arguments &arguments)
{
    if (arguments.has(u"state"_s) && !isStateWord(arguments.value(u"state"_s)))
        return fail({Error::Kind::Usage,
                     u"no request is \"%1\"; the states are those that `request list` prints"_s.arg(
                         arguments.value(u"state"_s))});
    const auto board = desk.board();
    if (!board)
        return fail(board.error());
    const auto &me = board->me;
    const auto isWanted = [&](const AccessCase &one) {
        const auto isMine = std::any_of(me.begin(), me.end(), [&one](const auto &actor) {
            return domain::isSamePerson(actor, one.request.asker);
        });
        const bool waits = !items::itemsToDecide(one, *board).isEmpty();
        return (!arguments.has(u"mine"_s) || isMine) && (!arguments.has(u"to-review"_s) || waits)
            && (!arguments.has(u"state"_s)
                || domain::stateWord(one.outcome.state) == arguments.value(u"state"_s));
    };
    QList<AccessCase> cases;
    std::copy_if(board->cases.begin(), board->cases.end(), std::back_inserter(cases), isWanted);
    return printCases(cases, *board, arguments);
}

int show(AccessDesk &desk, const Arguments &arguments)
{
    const auto board = desk.board();
    if (!board)
        return fail(board.error());
    const auto one = caseNamed(*board, arguments.positional.value(1));
    return one ? printCases({*one}, *board, arguments) : fail(one.error());
}

Result<DecisionKind> kindIn(const Arguments &arguments)
{
    QList<DecisionKind> kinds;
    if (arguments.has(u"approve"_s))
        kinds.append(DecisionKind::Approve);
    if (arguments.has(u"reject"_s))
        kinds.append(DecisionKind::Reject);
    if (arguments.has(u"ask"_s))
        kinds.append(DecisionKind::Ask);
    if (kinds.size() != 1)
        return failure(Error::Kind::Usage,
                       u"request decide needs one of --approve, --reject and --ask"_s);
    if (kinds.first() != DecisionKind::Approve && arguments.value(u"reason"_s).trimmed().isEmpty())
        return failure(Error::Kind::Usage, u"whoever is refused or asked needs a --reason"_s);
    return kinds.first();
}

//! The ports that --port names, all of which \a one asks for.
Result<QStringList> portsOf(const AccessCase &one, const Arguments &arguments)
{
    const auto ports = arguments.options.value(u"port"_s);
    for (const auto &port : ports) {
        const auto &items = one.request.items;
        if (std::none_of(items.begin(), items.end(),
                         [&port](const auto &item) { return item.port == port; }))
            return failure(Error::Kind::NotFound,
                           u"the request does not ask for \"%1\""_s.arg(port));
    }
    return ports;
}

//! The items that \a arguments mean: those of --port, else those that wait for the board's people
//! as the window shows them, else all, so that the reason why nothing can be decided is said.
Result<QList<QUuid>> itemsMeant(const AccessCase &one, const items::AccessBoard &board,
                                const Arguments &arguments)
{
    const auto ports = portsOf(one, arguments);
    if (!ports)
        return tl::unexpected(ports.error());
    QList<QUuid> all;
    for (const auto &item : one.request.items) {
        if (ports->isEmpty() || ports->contains(item.port))
            all.append(item.id);
    }
    const auto mine = items::itemsToDecide(one, board);
    return mine.isEmpty() || !ports->isEmpty() ? all : mine;
}

//! All that are named are decided, or none is.
int decide(AccessDesk &desk, const Arguments &arguments)
{
    const auto kind = kindIn(arguments);
    const auto board = kind ? desk.board() : tl::unexpected(kind.error());
    if (!board)
        return fail(board.error());
    QList<QUuid> ids;
    QList<domain::AccessDecision> decisions;
    for (const auto &reference : arguments.positional.mid(1)) {
        const auto one = caseNamed(*board, reference);
        const auto chosen = one ? itemsMeant(*one, *board, arguments)
                                : Result<QList<QUuid>>(tl::unexpected(one.error()));
        if (!chosen)
            return fail(chosen.error());
        if (ids.contains(one->request.id))
            continue;
        ids.append(one->request.id);
        for (const auto &item : *chosen)
            decisions.append({.item = item, .kind = *kind, .reason = arguments.value(u"reason"_s)});
    }
    const auto done = await(desk.source().decide(decisions));
    return done ? printRequests(desk, ids, arguments) : refuse(done.error());
}

//! Who asked says more about the ports of which an approver wants to know it.
int answer(AccessDesk &desk, const Arguments &arguments)
{
    const auto text = arguments.value(u"text"_s);
    if (text.trimmed().isEmpty())
        return fail({Error::Kind::Usage, u"request answer needs a --text"_s});
    const auto board = desk.board();
    const auto one = board ? caseNamed(*board, arguments.positional.value(1))
                           : Result<AccessCase>(tl::unexpected(board.error()));
    if (!one)
        return fail(one.error());
    const auto ports = portsOf(*one, arguments);
    if (!ports)
        return fail(ports.error());
    QList<domain::AccessDecision> decisions;
    for (qsizetype i = 0; i < one->request.items.size(); ++i) {
        const auto &item = one->request.items.at(i);
        const bool isMeant = ports->isEmpty() || ports->contains(item.port);
        if (isMeant && one->outcome.items.at(i).state == domain::ItemState::NeedsInfo)
            decisions.append({.item = item.id, .kind = DecisionKind::Answer, .reason = text});
    }
    if (decisions.isEmpty())
        return fail(
            {Error::Kind::NotFound,
             u"nobody waits for an answer: it is %1"_s.arg(domain::stateWord(one->outcome.state))});
    const auto done = await(desk.source().decide(decisions));
    return done ? printRequests(desk, {one->request.id}, arguments) : refuse(done.error());
}

//! What was not sent yet is taken back as if it had never been.
int withdraw(AccessDesk &desk, const Arguments &arguments)
{
    const auto board = desk.board();
    if (!board)
        return fail(board.error());
    const auto one = caseNamed(*board, arguments.positional.value(1));
    if (!one)
        return fail(one.error());
    const auto state = one->outcome.state;
    if (state == domain::RequestState::Draft || state == domain::RequestState::Queued) {
        QList<qint64> operations;
        for (auto it = one->waiting.crbegin(); it != one->waiting.crend(); ++it)
            operations.append(it->id);
        const auto undone = await(desk.source().undo(operations));
        if (!undone)
            return fail(undone.error());
        if (*undone > 0)
            return refuse({Error::Kind::Conflict,
                           u"it is on its way to the platform; withdraw it once it is there"_s});
        return printCases({}, *board, arguments);
    }
    if (arguments.value(u"reason"_s).trimmed().isEmpty())
        return fail({Error::Kind::Usage, u"request withdraw needs a --reason"_s});
    QList<domain::AccessDecision> decisions;
    for (const auto &item : one->outcome.items) {
        if (!domain::isClosed(item.state) || one->outcome.items.size() == 1)
            decisions.append({.item = item.item,
                              .kind = DecisionKind::Withdraw,
                              .reason = arguments.value(u"reason"_s)});
    }
    if (decisions.isEmpty())
        return refuse({Error::Kind::Forbidden, u"everything in the request is decided already"_s});
    const auto done = await(desk.source().decide(decisions));
    return done ? printRequests(desk, {one->request.id}, arguments) : refuse(done.error());
}

int run(Context &context, const Arguments &arguments)
{
    const auto word = arguments.positional.value(0, u"list"_s);
    const auto needsId = word == u"show"_s || word == u"answer"_s || word == u"withdraw"_s;
    if (needsId && arguments.positional.size() != 2)
        return fail({Error::Kind::Usage, u"request %1 needs the id of one request"_s.arg(word)});
    if (word == u"decide"_s && arguments.positional.size() < 2)
        return fail({Error::Kind::Usage, u"request decide needs the ids of requests"_s});
    const auto desk = AccessDesk::open(context);
    if (!desk)
        return fail(desk.error());
    if (word == u"check"_s)
        return check(**desk, arguments);
    if (word == u"create"_s)
        return create(**desk, arguments);
    if (word == u"list"_s)
        return list(**desk, arguments);
    if (word == u"show"_s)
        return show(**desk, arguments);
    if (word == u"decide"_s)
        return decide(**desk, arguments);
    if (word == u"answer"_s)
        return answer(**desk, arguments);
    if (word == u"withdraw"_s)
        return withdraw(**desk, arguments);
    return fail({Error::Kind::Usage,
                 u"request knows check, create, list, show, decide, answer and withdraw, not "
                 "\"%1\""_s.arg(word)});
}

} // namespace

Command requestCommand()
{
    return {
        .name = u"request"_s,
        .usage = u"[check|create|list|show ID|decide ID…|answer ID|withdraw ID]"_s,
        .summary = u"ask for access to ports, and decide about it"_s,
        .options = {{u"port"_s, u"ID"_s, u"a port that is asked for or decided; may be repeated"_s},
                    {u"purpose"_s, u"CODE"_s, u"what for, a purpose of the policies"_s},
                    {u"for"_s, u"CONSUMER"_s, u"the team or product that will use it"_s},
                    {u"role"_s, u"NAME"_s, u"a role of the contract"_s},
                    {u"field"_s, u"PATH"_s, u"only this field; may be repeated"_s},
                    {u"from"_s, u"DATE"_s, u"first day; from approval when left out"_s},
                    {u"to"_s, u"DATE"_s, u"last day, included; no end when left out"_s},
                    {u"justification"_s, u"TEXT"_s, u"why it is needed"_s},
                    {u"exception"_s, u"TEXT"_s, u"why it is asked although a policy fails"_s},
                    {u"accept-terms"_s, {}, u"agree to the terms of the contracts"_s},
                    {u"draft"_s, {}, u"keep it back; `outbox retry` lets it go"_s},
                    {u"mine"_s, {}, u"list what I asked for"_s},
                    {u"to-review"_s, {}, u"list what waits for my decision"_s},
                    {u"state"_s, u"STATE"_s, u"list what is in this state"_s},
                    {u"approve"_s, {}, u"decide: yes"_s},
                    {u"reject"_s, {}, u"decide: no"_s},
                    {u"ask"_s, {}, u"decide: the asker is to say more"_s},
                    {u"reason"_s, u"TEXT"_s, u"why it is decided or withdrawn"_s},
                    {u"text"_s, u"TEXT"_s, u"the answer to who asks back"_s}},
        .run = run};
}

} // namespace portolan::cli
