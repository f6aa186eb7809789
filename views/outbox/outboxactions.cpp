// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/outbox/outboxactions.h"

#include "models/base/async.h"
#include "views/shared/messages.h"
#include "views/shared/safetext.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::outbox {

OutboxActions::OutboxActions(items::OutboxSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
}

bool OutboxActions::begin()
{
    return !std::exchange(m_isBusy, true);
}

void OutboxActions::end(const QString &iconName, const QString &text)
{
    m_isBusy = false;
    m_icon = iconName;
    m_text = text;
    Q_EMIT said();
    Q_EMIT acted();
}

void OutboxActions::fail(const Error &error)
{
    // It was sent or decided meanwhile: what is shown now says so.
    const bool isLate = error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Usage;
    const auto words = ui::errorText(error.kind);
    end(u"status-breach"_s,
        isLate ? tr("Not done: it went on meanwhile. Look at it again.")
               : tr("Not done: %1").arg(words.what + u' ' + words.remedy));
}

void OutboxActions::retry(const QList<domain::Operation> &operations, const QString &done)
{
    if (operations.isEmpty() || !begin())
        return;
    m_gone.clear();
    onFinished(m_source.retry(operations), this, [this, done](const Result<void> &answer) {
        if (!answer)
            return fail(answer.error());
        end(u"send"_s, done);
    });
}

void OutboxActions::remove(const QList<domain::Operation> &operations, const QString &done)
{
    if (operations.isEmpty() || !begin())
        return;
    m_gone.clear();
    const auto wanted = operations.size();
    onFinished(m_source.remove(operations), this,
               [this, done, wanted](const Result<QList<domain::Operation>> &answer) {
                   if (!answer)
                       return fail(answer.error());
                   m_gone = *answer;
                   const auto left = int(wanted - answer->size());
                   end(left == 0 ? u"delete"_s : u"status-breach"_s,
                       left == 0 ? done : tr("%n of them went on meanwhile", nullptr, left));
               });
}

void OutboxActions::undo()
{
    if (!canUndo() || !begin())
        return;
    onFinished(m_source.putBack(m_gone), this, [this](const Result<void> &answer) {
        if (!answer)
            return fail(answer.error());
        m_gone.clear();
        end(u"undo"_s, tr("Put back as it was"));
    });
}

void OutboxActions::send()
{
    m_source.send();
}

} // namespace portolan::views::outbox
