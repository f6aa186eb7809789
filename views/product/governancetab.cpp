// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/governancetab.h"

#include "models/base/async.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/policy/judge.h"
#include "models/policy/question.h"
#include "views/product/aspects.h"
#include "views/shared/blocks.h"
#include "views/shared/labels.h"
#include "views/shared/rowdelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QSet>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::views::product {
namespace {

using domain::PolicyResult;
using items::GovernanceModel;

Status statusOf(PolicyResult result)
{
    switch (result) {
    case PolicyResult::Pass:
        return Status::Ok;
    case PolicyResult::Warn:
        return Status::Warn;
    case PolicyResult::Fail:
        return Status::Breach;
    case PolicyResult::Unknown:
        break;
    }
    return Status::Unknown;
}

QVariant look(const QModelIndex &source, int role)
{
    if (role == RowDelegate::StatusRole && source.column() == GovernanceModel::ResultColumn)
        return int(statusOf(PolicyResult(source.data(GovernanceModel::ResultRole).toInt())));
    if (role == RowDelegate::EmphasisRole)
        return source.column() == GovernanceModel::RuleColumn;
    if (role == RowDelegate::SecondaryRole)
        return source.column() == GovernanceModel::SourceColumn;
    if (role == RowDelegate::ProseRole)
        return source.column() == GovernanceModel::MessageColumn
            || source.column() == GovernanceModel::RemedyColumn;
    return {};
}

} // namespace

GovernanceTab::GovernanceTab(const QUuid &product, QWidget *parent)
    : QWidget(parent)
    , m_product(product)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500ms);
    connect(&m_pause, &QTimer::timeout, this, &GovernanceTab::ask);
    build();
}

void GovernanceTab::setSource(items::GovernanceSource &source)
{
    m_source = &source;
    connect(&source, &items::GovernanceSource::changed, this, [this] {
        m_isStale = true;
        const bool isNoteSeen = m_isLocalThere && parentWidget() && parentWidget()->isVisible();
        if ((isVisible() || isNoteSeen) && !m_pause.isActive())
            m_pause.start();
    });
    if (isVisible())
        ask();
}

void GovernanceTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
}

void GovernanceTab::pageShown()
{
    if (m_isStale && m_isLocalThere)
        ask();
}

void GovernanceTab::ask()
{
    if (m_source == nullptr)
        return;
    m_isStale = false;
    const auto question = ++m_question;
    onFinished(m_source->local(m_product), this,
               [this, question](const Result<items::Governance> &answer) {
                   if (question != m_question)
                       return;
                   m_error->setVisible(!answer.has_value());
                   if (!answer) {
                       m_stack->setCurrentIndex(0);
                       return m_error->report(tr("The rules could not be judged"), answer.error(),
                                              tr("Try again"));
                   }
                   m_isLocalThere = true;
                   m_local = *answer;
                   m_isAsking = !m_local.judges.isEmpty();
                   if (m_local.judges.isEmpty())
                       m_remote.clear();
                   showAll();
                   if (m_isAsking)
                       askJudges();
               });
}

void GovernanceTab::askJudges()
{
    const auto question = m_question;
    onFinished(m_source->remote(m_product), this,
               [this, question](const Result<QList<domain::PolicyVerdict>> &answer) {
                   if (question != m_question)
                       return;
                   m_isAsking = false;
                   m_remote.clear();
                   if (answer)
                       m_remote = *answer;
                   else
                       for (const auto &account : std::as_const(m_local.judges))
                           m_remote.append(policy::notChecked(account, answer.error().detail));
                   showAll();
               });
}

void GovernanceTab::showAll()
{
    // What was said about an earlier state is not said about this one; that it is asked, is.
    const auto remote = m_isAsking ? policy::notAskedYet(m_local.judges) : m_remote;
    m_model.show(m_local, remote);
    const auto &all = m_model.verdicts();
    m_state->setVisible(!all.isEmpty());
    m_state->setStatus(statusOf(policy::worstOf(all)), items::verdictsText(all));
    const auto judges = items::oneLine(m_local.judges.join(u", "_s), 100);
    m_summary->setText(judges.isEmpty() ? tr("Judged by the rules of the workspace.")
                           : m_isAsking
                           ? tr("Judged by the rules of the workspace; %1 is being "
                                "asked.")
                                 .arg(judges)
                           : tr("Judged by the rules of the workspace, and by %1.").arg(judges));
    m_stack->setCurrentIndex(all.isEmpty() ? 1 : 0);
    Q_EMIT noteChanged();
}

QString GovernanceTab::note() const
{
    QSet<QString> rules;
    for (const auto &one : m_model.verdicts()) {
        if (one.result == PolicyResult::Fail)
            rules.insert(one.policy);
    }
    return rules.isEmpty() ? QString() : QLocale().toString(int(rules.size()));
}

void GovernanceTab::build()
{
    auto *content = new QWidget;
    m_error = new ErrorNote;
    m_error->hide();
    connect(m_error, &ErrorNote::actionTriggered, this, &GovernanceTab::ask);
    m_state = new StatusLabel(Status::Unknown, {});
    m_state->hide();
    m_summary = new SafeLabel;
    m_summary->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::page, size::page, size::page, size::gap);
    head->setSpacing(size::groupGap);
    head->addWidget(m_state);
    head->addWidget(m_summary, 1);
    m_table = new QTableView;
    m_table->setModel(new Aspects(m_model, look, this));
    dress(m_table);
    m_table->setAccessibleName(tr("What the policies say"));
    auto *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(60);
    for (int column = 0; column < GovernanceModel::ColumnCount; ++column)
        header->setSectionResizeMode(column, QHeaderView::Interactive);
    header->setSectionResizeMode(GovernanceModel::MessageColumn, QHeaderView::Stretch);
    header->resizeSection(GovernanceModel::ResultColumn, 100);
    header->resizeSection(GovernanceModel::RuleColumn, 200);
    header->resizeSection(GovernanceModel::AboutColumn, 140);
    header->resizeSection(GovernanceModel::RemedyColumn, 240);
    header->resizeSection(GovernanceModel::SourceColumn, 160);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addLayout(head);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_table, 1);
    m_empty = new EmptyState;
    m_empty->explain(u"pane-access"_s, tr("No rule is about products"),
                     tr("Write rules into the workspace's policies folder, or add an account of a "
                        "policy platform: what they say appears here."),
                     {});
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
}

} // namespace portolan::views::product
