// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/casehistory.h"

#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "views/shared/labels.h"
#include "views/shared/timetext.h"

#include <QGridLayout>
#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr qsizetype mostShown = 200;
constexpr qsizetype reasonMost = 2000;
constexpr int rowHeight = 28;

QString iconOf(domain::DecisionKind kind)
{
    using domain::DecisionKind;
    switch (kind) {
    case DecisionKind::Approve:
        return u"approve"_s;
    case DecisionKind::Reject:
        return u"reject"_s;
    case DecisionKind::Ask:
        return u"ask-info"_s;
    case DecisionKind::Answer:
        return u"note"_s;
    case DecisionKind::Suspend:
        return u"status-paused"_s;
    case DecisionKind::Resume:
        return u"status-progress"_s;
    case DecisionKind::Withdraw:
    case DecisionKind::Terminate:
        break;
    }
    return u"withdraw"_s;
}

} // namespace

CaseHistory::CaseHistory(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(size::page, 0, size::page, size::gap);
    m_grid->setHorizontalSpacing(size::buttonPadding);
    m_grid->setVerticalSpacing(size::unit);
    m_grid->setColumnStretch(2, 1);
}

void CaseHistory::show(const items::AccessCase &one, const items::AccessBoard &board,
                       const QDateTime &now)
{
    while (auto *item = m_grid->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    QHash<QUuid, QString> ports;
    for (const auto &item : one.request.items)
        ports.insert(item.id, items::accessNameOf(board, item.port));
    const auto &all = one.outcome.decisions;
    for (qsizetype i = all.size() - 1; i >= std::max<qsizetype>(0, all.size() - mostShown); --i) {
        const auto &decision = all.at(i).decision;
        const auto port = ports.value(decision.item, tr("a port that is not asked for"));
        add(decision.at, iconOf(decision.kind), items::decisionText(decision, port),
            decision.reason, items::effectText(all.at(i).effect), now);
    }
    const bool isDraft = one.outcome.state == domain::RequestState::Draft;
    const auto who = items::personText(one.request.asker);
    add(one.request.created, isDraft ? u"edit"_s : u"send"_s,
        isDraft ? tr("%1 wrote the draft").arg(who) : tr("%1 sent the request").arg(who), {}, {},
        now);
}

void CaseHistory::add(const QDateTime &at, const QString &icon, const QString &what,
                      const QString &reason, const QString &effect, const QDateTime &now)
{
    const int row = m_grid->rowCount();
    auto *time = new SafeLabel(at.isValid() ? asOfText(at, now) : QString());
    time->setForegroundRole(QPalette::PlaceholderText);
    if (at.isValid())
        setSafeToolTip(time, momentText(at));
    auto *words = new SafeLabel;
    words->setWordWrap(true);
    auto text = what;
    const auto said = items::oneLine(reason.simplified(), reasonMost);
    if (!said.isEmpty())
        text = tr("%1: “%2”").arg(what, said);
    words->setBreakableText(text);
    words->setSelectable(true);
    words->setFocusPolicy(Qt::ClickFocus);
    const int high = size::row(rowHeight, QFontMetrics(fontOf(Text::Body)));
    for (auto *label : {time, words})
        label->setMinimumHeight(high - size::unit);
    m_grid->addWidget(time, row, 0, Qt::AlignTop);
    m_grid->addWidget(new IconLabel(icon, size::inlineIcon), row, 1, Qt::AlignTop);
    m_grid->addWidget(words, row, 2);
    time->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    if (effect.isEmpty())
        return;
    words->setForegroundRole(QPalette::PlaceholderText);
    auto *note = new ElidedLabel(Elide::Prose);
    note->setText(effect);
    note->setIconName(u"status-info"_s);
    note->setTextFont(Text::Small);
    m_grid->addWidget(note, row + 1, 2);
}

} // namespace portolan::views::access
