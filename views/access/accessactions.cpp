// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/accessactions.h"

#include "models/base/async.h"
#include "views/shared/messages.h"
#include "views/shared/safetext.h"

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
    const auto words = ui::errorText(error.kind);
    // Of what was asked, its reason says more than its kind.
    const QList saysMore{Error::Kind::Forbidden, Error::Kind::BadInput, Error::Kind::Usage,
                         Error::Kind::NotFound};
    const auto why = error.detail.trimmed().isEmpty() || !saysMore.contains(error.kind)
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

void AccessActions::discard(const QList<qint64> &operations, const QString &done)
{
    if (m_isBusy || operations.isEmpty())
        return;
    m_isBusy = true;
    onFinished(m_source.undo(operations), this,
               [this, done, count = int(operations.size())](const Result<int> &answer) {
                   if (!answer)
                       return fail(answer.error());
                   m_isBusy = false;
                   m_touched.clear();
                   if (*answer == 0)
                       say(u"undo"_s, done);
                   else if (*answer < count)
                       say(u"status-warn"_s,
                           tr("%n taken back; the others are on their way already, and stay",
                              nullptr, count - *answer));
                   else
                       say(u"status-warn"_s, tr("Too late to undo: it is on its way already"));
                   Q_EMIT acted();
               });
}

void AccessActions::tryAgain(const QList<domain::Operation> &operations, const QString &done)
{
    if (m_isBusy || operations.isEmpty())
        return;
    m_isBusy = true;
    onFinished(m_source.tryAgain(operations), this, [this, done](const Result<void> &answer) {
        if (!answer)
            return fail(answer.error());
        m_isBusy = false;
        m_touched.clear();
        say(u"send"_s, done);
        Q_EMIT acted();
    });
}

void AccessActions::undo()
{
    const auto operations = undoable();
    if (!operations.isEmpty())
        return discard(operations, tr("Undone: %1").arg(m_text));
    if (m_isBusy || m_touched.isEmpty())
        return;
    m_touched.clear();
    say(u"status-warn"_s, tr("Too late to undo: it is sent"));
}

} // namespace portolan::views::access
