// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/operation.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {

namespace {

using State = OperationState;
using Event = OperationEvent;

struct Transition
{
    State from;
    Event event;
    State to;
};

constexpr std::array transitions{
    Transition{State::Staged, Event::Release, State::Ready},
    Transition{State::Staged, Event::Doubt, State::Ambiguous},
    Transition{State::Ready, Event::Begin, State::Sending},
    Transition{State::Ready, Event::Retry, State::Ready},
    Transition{State::Ready, Event::Hold, State::Staged},
    Transition{State::Sending, Event::Apply, State::Applied},
    Transition{State::Sending, Event::Oppose, State::Conflict},
    Transition{State::Sending, Event::Refuse, State::Rejected},
    Transition{State::Sending, Event::Postpone, State::Ready},
    Transition{State::Sending, Event::Lose, State::Ambiguous},
    Transition{State::Ambiguous, Event::Begin, State::Sending},
    Transition{State::Ambiguous, Event::Apply, State::Applied},
    Transition{State::Ambiguous, Event::Lose, State::Ambiguous},
    Transition{State::Ambiguous, Event::Miss, State::Ready},
    Transition{State::Ambiguous, Event::Retry, State::Ambiguous},
    Transition{State::Conflict, Event::Retry, State::Ready},
    Transition{State::Conflict, Event::Doubt, State::Ambiguous},
    Transition{State::Rejected, Event::Retry, State::Ready},
    Transition{State::Rejected, Event::Doubt, State::Ambiguous},
};

const std::array<std::pair<State, QString>, 7> &words()
{
    static const std::array<std::pair<State, QString>, 7> list{{
        {State::Staged, u"staged"_s},
        {State::Ready, u"ready"_s},
        {State::Sending, u"sending"_s},
        {State::Ambiguous, u"ambiguous"_s},
        {State::Applied, u"applied"_s},
        {State::Conflict, u"conflict"_s},
        {State::Rejected, u"rejected"_s},
    }};
    return list;
}

} // namespace

std::optional<OperationState> stateAfter(OperationState state, OperationEvent event)
{
    for (const auto &transition : transitions) {
        if (transition.from == state && transition.event == event)
            return transition.to;
    }
    return std::nullopt;
}

bool isUndoable(OperationState state)
{
    return state == State::Staged || state == State::Ready;
}

bool isDiscardable(OperationState state)
{
    return state != State::Sending && state != State::Applied;
}

QString operationStateWord(OperationState state)
{
    for (const auto &[known, word] : words()) {
        if (known == state)
            return word;
    }
    return {};
}

std::optional<OperationState> operationStateOf(QStringView word)
{
    for (const auto &[known, name] : words()) {
        if (name == word)
            return known;
    }
    return std::nullopt;
}

bool isLaidOver(const Operation &operation)
{
    switch (operation.state) {
    case OperationState::Ready:
    case OperationState::Sending:
    case OperationState::Ambiguous:
        return true;
    case OperationState::Applied:
        return !operation.settled;
    case OperationState::Staged:
    case OperationState::Conflict:
    case OperationState::Rejected:
        break;
    }
    return false;
}

} // namespace portolan::domain
