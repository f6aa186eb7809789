// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/accessactions.h"

#include "models/base/async.h"
#include "views/shared/messages.h"
#include "views/shared/safetext.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

AccessActions::AccessActions(items::AccessSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
}

void AccessActions::setBoard(const items::AccessBoardPtr &board)
{
    m_board = board;
    Q_EMIT said();
}

//! What the operations of before were is kept: those that come are the action's own.
void AccessActions::begin(const QSet<QUuid> &requests)
{
    m_isBusy = true;
    m_touched = requests;
    m_before.clear();
    if (!m_board)
        return;
    for (const auto &one : m_board->cases) {
        for (const auto &operation : one.waiting)
            m_before.insert(operation.id);
    }
}

QList<qint64> AccessActions::undoable() const
{
    QList<qint64> ids;
    if (!m_board || m_isBusy)
        return ids;
    for (const auto &one : m_board->cases) {
        if (!m_touched.contains(one.request.id))
            continue;
        for (const auto &operation : one.waiting) {
            if (!m_before.contains(operation.id) && domain::isUndoable(operation.state))
                ids.append(operation.id);
        }
    }
    return ids;
}

void AccessActions::say(const QString &iconName, const QString &text)
{
    m_icon = iconName;
    m_text = text;
    Q_EMIT said();
}

void AccessActions::fail(const Error &error)
{
    m_isBusy = false;
    m_touched.clear();
    const auto words = ui::errorText(error.kind);
    // The reason of a refusal says more than its kind.
    const auto why = error.detail.trimmed().isEmpty() || error.kind != Error::Kind::Forbidden
        ? words.what
        : visibleText(error.detail.left(400));
    say(u"status-breach"_s, tr("Not done: %1").arg(why));
}

void AccessActions::decide(const QList<domain::AccessDecision> &decisions, const QString &done,
                           const std::function<void()> &then)
{
    if (m_isBusy || decisions.isEmpty() || !m_board)
        return;
    QSet<QUuid> items;
    for (const auto &decision : decisions)
        items.insert(decision.item);
    QSet<QUuid> requests;
    for (const auto &one : m_board->cases) {
        for (const auto &item : one.request.items) {
            if (items.contains(item.id))
                requests.insert(one.request.id);
        }
    }
    begin(requests);
    const auto kind = decisions.first().kind;
    onFinished(m_source.decide(decisions), this,
               [this, done, then, kind](const Result<void> &answer) {
                   if (!answer)
                       return fail(answer.error());
                   m_isBusy = false;
                   using domain::DecisionKind;
                   say(kind == DecisionKind::Approve      ? u"approve"_s
                           : kind == DecisionKind::Reject ? u"reject"_s
                           : kind == DecisionKind::Ask    ? u"ask-info"_s
                                                          : u"note"_s,
                       done);
                   if (then)
                       then();
                   Q_EMIT acted();
               });
}

void AccessActions::ask(const QList<domain::AccessRequest> &requests, bool isDraft,
                        const QString &done, const std::function<void(const QUuid &)> &then,
                        const QList<qint64> &replaced)
{
    if (m_isBusy || requests.isEmpty())
        return;
    begin({});
    onFinished(m_source.askAll(requests, isDraft, replaced), this,
               [this, isDraft, done, then](const Result<QList<domain::AccessRequest>> &answer) {
                   if (!answer) {
                       fail(answer.error());
                       Q_EMIT acted();
                       return;
                   }
                   m_isBusy = false;
                   for (const auto &one : *answer)
                       m_touched.insert(one.id);
                   say(isDraft ? u"edit"_s : u"send"_s, done);
                   if (then)
                       then(answer->value(answer->size() - 1).id);
                   Q_EMIT acted();
               });
}

//! Waits for \a answer, and says \a done once it is there. It cannot be taken back.
void AccessActions::finish(QFuture<Result<void>> answer, const QString &iconName,
                           const QString &done)
{
    m_isBusy = true;
    onFinished(std::move(answer), this, [this, iconName, done](const Result<void> &result) {
        if (!result)
            return fail(result.error());
        m_isBusy = false;
        m_touched.clear();
        say(iconName, done);
        Q_EMIT acted();
    });
}

void AccessActions::discard(const QList<qint64> &operations, const QString &done)
{
    if (!m_isBusy && !operations.isEmpty())
        finish(m_source.undo(operations), u"undo"_s, done);
}

void AccessActions::giveUp(const QList<domain::Operation> &operations, const QString &done)
{
    QList<qint64> ids;
    for (const auto &operation : operations)
        ids.append(operation.id);
    if (!m_isBusy && !ids.isEmpty())
        finish(m_source.giveUp(ids), u"delete"_s, done);
}

void AccessActions::tryAgain(const QList<domain::Operation> &operations, const QString &done)
{
    if (!m_isBusy && !operations.isEmpty())
        finish(m_source.tryAgain(operations), u"send"_s, done);
}

void AccessActions::undo()
{
    discard(undoable(), tr("Taken back: %1").arg(m_text));
}

} // namespace portolan::views::access
