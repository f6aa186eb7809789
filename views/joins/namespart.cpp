// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/joins/namespart.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "views/joins/undoline.h"
#include "views/shared/labels.h"

#include <QAction>
#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace portolan::views::joins {
namespace {

constexpr int pauseMs = 200;

} // namespace

NamesPart::NamesPart(items::JoinActs &acts, bool whenSeveral, QWidget *parent)
    : ThingPart(parent)
    , m_acts(acts)
    , m_whenSeveral(whenSeveral)
    , m_undo(new UndoLine(acts))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(size::gap);
    m_column->addWidget(m_undo);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &NamesPart::ask);
    connect(&acts.source(), &items::JoinSource::changed, this, [this] {
        if (isVisible())
            m_pause.start();
        else
            m_isStale = true;
    });
    connect(&acts, &items::JoinActs::said, this, &NamesPart::showSaid);
    connect(m_undo, &UndoLine::begun, this, [this] { act(true); });
    const auto addKey = [this](QKeySequence::StandardKey key, const QString &text,
                               bool (items::JoinActs::*run)()) {
        auto *action = new QAction(text, this);
        action->setShortcuts(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, [this, run] { act((m_acts.*run)()); });
        addAction(action);
    };
    addKey(QKeySequence::Undo, tr("Undo"), &items::JoinActs::undo);
    addKey(QKeySequence::Redo, tr("Redo"), &items::JoinActs::redo);
}

void NamesPart::showThing(const QUuid &id)
{
    if (id == m_thing) {
        if (!m_isStale)
            return;
    } else {
        // What was joined here may have another id now; whether it has is known with the answer.
        if (m_hasActed)
            m_former = m_thing;
        m_thing = id;
        m_joins = {};
        fill();
    }
    ask();
}

void NamesPart::showEvent(QShowEvent *event)
{
    ThingPart::showEvent(event);
    if (m_isStale)
        ask();
}

void NamesPart::ask()
{
    m_isStale = false;
    const auto question = ++m_question;
    if (m_thing.isNull())
        return;
    onFinished(m_acts.source().joins(m_thing), this,
               [this, question](Result<domain::ThingJoins> answer) {
                   // What is not there any more has no names.
                   if (question == m_question)
                       take(std::move(answer).value_or(domain::ThingJoins()));
               });
}

//! Of another thing than the one before, what was done there is not spoken of.
void NamesPart::forgetActsOfOther(const domain::ThingJoins &joins)
{
    const auto former = std::exchange(m_former, {});
    const bool isSame = std::any_of(
        joins.names.cbegin(), joins.names.cend(), [&former](const domain::JoinedName &joined) {
            return entityId(joined.name.account, joined.name.nativeId) == former;
        });
    if (former.isNull() || isSame)
        return;
    m_hasActed = false;
    m_awaitsSaid = false;
    m_undo->hide();
    showFilled();
}

void NamesPart::take(domain::ThingJoins joins)
{
    forgetActsOfOther(joins);
    if (joins == m_joins)
        return;
    m_joins = std::move(joins);
    fill();
}

void NamesPart::showFilled()
{
    const bool isMore = m_joins.names.size() > 1 || !m_joins.suggestions.isEmpty()
        || !m_joins.apart.isEmpty() || m_hasActed;
    const bool isFilled = isMore || (!m_whenSeveral && !m_joins.names.isEmpty());
    if (std::exchange(m_isFilled, isFilled) != isFilled)
        Q_EMIT filledChanged();
}

//! What is said next is about something that was done here, where it \a isBegun.
void NamesPart::act(bool isBegun)
{
    m_hasActed = m_hasActed || isBegun;
    m_awaitsSaid = m_awaitsSaid || isBegun;
}

void NamesPart::showSaid()
{
    if (!m_hasActed)
        return;
    if (!std::exchange(m_awaitsSaid, false)) {
        // Done elsewhere since, about another thing perhaps; that is where it is spoken of.
        m_hasActed = false;
        m_undo->hide();
        return showFilled();
    }
    // What was pressed goes with its row: the focus stays where the next thing to do is, unless its
    // owner went on meanwhile.
    const bool hadFocus =
        m_content != nullptr && m_content->isAncestorOf(QApplication::focusWidget());
    m_undo->showLast();
    if (hadFocus && m_undo->link()->isVisibleTo(this))
        m_undo->link()->setFocus(Qt::OtherFocusReason);
    showFilled();
}

} // namespace portolan::views::joins
