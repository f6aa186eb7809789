// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/statusline.h"

#include "views/shared/safetext.h"
#include "views/shared/timetext.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int progressWidth = 96;
constexpr int most = 100;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_account(new ElidedLabel(Elide::Name, this))
    , m_connection(new ElidedLabel(Elide::Prose, this))
    , m_failed(new LinkButton({}, this))
    , m_outboxIcon(new IconLabel(u"status-queued"_s, size::inlineIcon, Colour::Text, this))
    , m_outbox(new LinkButton({}, this))
    , m_job(new ElidedLabel(Elide::Prose, this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new LinkButton(tr("Cancel"), this))
{
    setAccessibleName(tr("Status"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(size::row(size::statusBar, QFontMetrics(fontOf(Text::Small))));
    for (auto *label : {m_account, m_connection, m_job}) {
        label->setTextFont(Text::Small);
        label->setColour(Colour::TextSecondary);
    }
    for (auto *button : {m_failed, m_outbox, m_cancel})
        button->setFont(fontOf(Text::Small));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressWidth);
    m_progress->setMaximumHeight(size::chevron);
    m_progress->setAccessibleName(tr("Progress"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::buttonPadding, 1, size::page, 0);
    row->setSpacing(size::gap);
    row->addWidget(m_account);
    row->addSpacing(size::gap);
    row->addWidget(m_connection);
    row->addSpacing(size::gap);
    row->addWidget(m_failed);
    row->addSpacing(size::gap);
    row->addWidget(m_outboxIcon);
    row->addWidget(m_outbox);
    row->addStretch(1);
    row->addWidget(m_job);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    connect(m_cancel, &QAbstractButton::clicked, this, &StatusLine::cancelRequested);
    connect(m_failed, &QAbstractButton::clicked, this, &StatusLine::failedClicked);
    connect(m_outbox, &QAbstractButton::clicked, this, &StatusLine::outboxClicked);
    setState({}, {});
}

void StatusLine::setState(const MeshState &state, const QDateTime &now)
{
    auto account = state.accounts;
    if (account.isEmpty())
        account = tr("No account yet");
    else if (state.asOf.isValid())
        account += u" · "_s + tr("as of %1").arg(asOfText(state.asOf, now));
    else
        account += u" · "_s + tr("not synced yet");
    m_account->setText(account);
    if (state.asOf.isValid())
        setSafeToolTip(m_account, momentText(state.asOf));
    m_connection->setVisible(!state.connection.isEmpty());
    m_connection->setIconName(state.connected ? u"status-online"_s : u"status-offline"_s);
    m_connection->setColour(state.connected ? Colour::TextSecondary : Colour::Text);
    m_connection->setText(state.connection);
    setSafeToolTip(m_connection, state.connectionHint);
    m_failed->setVisible(state.failed > 0);
    m_failed->setText(tr("%n sync(s) failed", nullptr, state.failed));
    m_failed->setAccessibleName(m_failed->text());
    m_outboxIcon->setVisible(!state.outbox.isEmpty());
    m_outboxIcon->setIconName(state.needsPerson ? u"status-warn"_s : u"status-queued"_s);
    m_outboxIcon->setColour(state.needsPerson ? Colour::StatusWarn : Colour::TextSecondary);
    m_outbox->setVisible(!state.outbox.isEmpty());
    m_outbox->setText(state.outbox);
    m_outbox->setAccessibleName(tr("Outbox: %1").arg(state.outbox));
    setSafeToolTip(m_outbox, tr("Opens the outbox"));
    m_job->setVisible(state.running);
    m_job->setIconName(u"status-progress"_s);
    m_job->setText(state.percent < 0
                       ? state.job
                       : QString(state.job + u' ' + locale().toString(state.percent) + u" %"_s));
    m_progress->setVisible(state.running);
    m_progress->setRange(0, state.percent < 0 ? 0 : most);
    m_progress->setValue(std::max(0, state.percent));
    m_cancel->setVisible(state.running);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    painter.fillRect(rect(), tokens(Colour::Window));
    painter.fillRect(QRect(0, 0, width(), 1), tokens(Colour::Border));
}

} // namespace portolan::views::shell
