// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/joinacts.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/items/jointext.h"

#include <utility>

namespace portolan::items {

using domain::JoinName;
using domain::JoinStep;

JoinActs::JoinActs(JoinSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
}

bool JoinActs::keepApart(const JoinName &name, const QString &thing)
{
    return !m_busy
        && run(m_source.keepApart(name),
               tr("%1 is kept apart from %2").arg(nameText(name), oneLine(thing, 80)));
}

bool JoinActs::join(const JoinName &a, const JoinName &b)
{
    return !m_busy
        && run(m_source.join(a, b), tr("%1 and %2 are one").arg(nameText(a), nameText(b)));
}

bool JoinActs::dismiss(const domain::JoinSuggestion &suggestion)
{
    return !m_busy
        && run(m_source.dismiss(suggestion.own, suggestion.other),
               tr("%1 and %2 are two").arg(nameText(suggestion.own), nameText(suggestion.other)));
}

bool JoinActs::forget(const QList<domain::JoinDecision> &decisions, const QString &label)
{
    return !m_busy
        && run(m_source.forget(decisions),
               tr("The decision about %1 is forgotten").arg(oneLine(label, 80)));
}

bool JoinActs::run(QFuture<Result<JoinStep>> future, const QString &text)
{
    m_busy = true;
    onFinished(std::move(future), this, [this, text](const Result<JoinStep> &back) {
        m_busy = false;
        if (!back)
            return say(tr("Not done: %1").arg(back.error().detail), Saying::Failure);
        if (back->isEmpty())
            return say(text, Saying::Nothing);
        m_done.append({text, *back});
        m_undone.clear();
        say(text, Saying::Act);
    });
    return true;
}

void JoinActs::turn(QList<Act> &from, QList<Act> &to, Saying saying, const QString &words)
{
    m_busy = true;
    onFinished(m_source.restore(from.constLast().back), this,
               [this, &from, &to, saying, words](const Result<JoinStep> &back) {
                   m_busy = false;
                   // What somebody else decided meanwhile will not come back; what was done before
                   // it still can.
                   if (!back && back.error().kind == Error::Kind::Usage)
                       from.removeLast();
                   if (!back)
                       return say(tr("Not done: %1").arg(back.error().detail), Saying::Failure);
                   auto act = from.takeLast();
                   act.back = *back;
                   const auto text = words.arg(act.text);
                   to.append(std::move(act));
                   say(text, saying);
               });
}

bool JoinActs::undo()
{
    if (!canUndo())
        return false;
    turn(m_done, m_undone, Saying::Nothing, tr("Taken back: %1"));
    return true;
}

bool JoinActs::redo()
{
    if (!canRedo())
        return false;
    turn(m_undone, m_done, Saying::Act, tr("Done again: %1"));
    return true;
}

void JoinActs::say(const QString &text, Saying saying)
{
    m_text = text;
    m_saying = saying;
    Q_EMIT said();
}

} // namespace portolan::items
