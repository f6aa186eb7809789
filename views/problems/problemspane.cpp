// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/problems/problemspane.h"

#include "models/base/async.h"
#include "models/items/accountsource.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/rowdelegate.h"

#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::problems {

using domain::Finding;
using items::FindingModel;

namespace {

constexpr int typingPauseMs = 120;
// A short list is shown open; of a long one the files first.
constexpr int mostOpened = 500;

Status statusOf(int severity)
{
    switch (Finding::Severity(severity)) {
    case Finding::Severity::Error:
        return Status::Breach;
    case Finding::Severity::Warning:
        return Status::Warn;
    case Finding::Severity::Info:
        break;
    }
    return Status::Info;
}

QString severityIcon(int severity)
{
    return statusIcon(statusOf(severity));
}

} // namespace

//! Adds what rows are painted with: severities as shape and word, files as groups with a count.
class ProblemsPane::Look : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto source = mapToSource(index);
        const int column = index.column();
        const bool file = source.data(FindingModel::IsFileRole).toBool();
        if (file && role == Qt::DisplayRole && column == 0)
            return tr("%1   %2").arg(
                source.data().toString(),
                QLocale().toString(source.data(FindingModel::CountRole).toInt()));
        if (file && role == RowDelegate::GroupRole)
            return true;
        if (file && role == Qt::ToolTipRole)
            return source.data(FindingModel::FileRole);
        if (file)
            return QIdentityProxyModel::data(index, role);
        if (role == RowDelegate::StatusRole && column == FindingModel::SeverityColumn)
            return int(statusOf(source.data(FindingModel::SeverityRole).toInt()));
        if (role == RowDelegate::ProseRole)
            return column == FindingModel::MessageColumn || column == FindingModel::RemedyColumn;
        if (role == RowDelegate::SecondaryRole)
            return column == FindingModel::PlaceColumn || column == FindingModel::RemedyColumn;
        if (role == RowDelegate::MonoRole)
            return column == FindingModel::FieldColumn;
        if (role == Qt::TextAlignmentRole && column == FindingModel::PlaceColumn)
            return int(Qt::AlignTrailing);
        return QIdentityProxyModel::data(index, role);
    }
};

ProblemsPane::ProblemsPane(items::AccountSource &source, QWidget *parent)
    : Pane(parent)
    , m_source(source)
    , m_stack(new QStackedLayout(this))
    , m_content(new QWidget(this))
    , m_empty(new EmptyState(this))
    , m_filter(new QLineEdit)
    , m_count(new SafeLabel)
    , m_tree(new QTreeView)
    , m_noHit(new EmptyState)
{
    build();
    buildActions();
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ProblemsPane::filter);
    connect(m_filter, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &ProblemsPane::filter);
    connect(m_noHit, &EmptyState::actionTriggered, this, [this] { showQuery({}); });
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { Q_EMIT paneRequested(u"accounts"_s, {}); });
    connect(&source, &items::AccountSource::changed, this, &ProblemsPane::refresh);
    refresh();
}

void ProblemsPane::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *bar = new QWidget(m_content);
    buildBar(bar);
    auto *look = new Look(m_tree);
    look->setSourceModel(&m_model);
    m_tree->setModel(look);
    dress(m_tree, size::tableRow);
    m_tree->setAccessibleName(tr("Problems"));
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(FindingModel::MessageColumn, QHeaderView::Stretch);
    header->resizeSection(FindingModel::SeverityColumn, 150);
    header->resizeSection(FindingModel::PlaceColumn, 72);
    header->resizeSection(FindingModel::RemedyColumn, 320);
    header->resizeSection(FindingModel::FieldColumn, 220);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_tree, 1);
    column->addWidget(m_noHit, 1);
    m_noHit->setVisible(false);
    m_content->setVisible(false);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_content);
}

void ProblemsPane::buildBar(QWidget *bar)
{
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(size::page, size::gap, size::page, size::gap);
    row->setSpacing(size::gap);
    auto *title = new SafeLabel(tr("Problems"));
    title->setTextFont(Text::Body, true);
    m_filter->setPlaceholderText(tr("Filter problems"));
    m_filter->setAccessibleName(tr("Filter problems"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(280);
    m_filter->addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    row->addWidget(title);
    row->addWidget(m_filter, 1);
    for (int severity = 0; severity < 3; ++severity) {
        auto *button = new QToolButton;
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(icon(severityIcon(severity)));
        button->setAccessibleName(
            tr("Show: %1").arg(items::severityText(Finding::Severity(severity))));
        connect(button, &QToolButton::toggled, this, &ProblemsPane::filter);
        m_severities[severity] = button;
        row->addWidget(button);
    }
    row->addStretch(1);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_count);
}

void ProblemsPane::refresh()
{
    const auto question = ++m_question;
    onFinished(m_source.findings(), this,
               [this, question](Result<QList<items::AccountFinding>> answer) {
                   if (question != m_question)
                       return;
                   if (answer) {
                       take(*std::move(answer));
                       return;
                   }
                   m_empty->explain(u"status-breach"_s, tr("The problems could not be read"),
                                    answer.error().detail, tr("Open accounts"));
                   m_stack->setCurrentWidget(m_empty);
               });
}

void ProblemsPane::take(QList<items::AccountFinding> findings)
{
    const auto file = currentFile();
    m_loaded = true;
    m_model.setFindings(std::move(findings));
    for (int severity = 0; severity < 3; ++severity) {
        const auto word = Finding::Severity(severity);
        m_severities[severity]->setText(
            u"%1 %2"_s.arg(items::severityText(word), QLocale().toString(m_model.count(word))));
        m_severities[severity]->setVisible(m_model.count(word) > 0);
    }
    if (m_model.totalCount() == 0) {
        m_empty->explain(u"status-ok"_s, tr("No problems found"),
                         tr("Every file and record of your accounts was read without a finding."),
                         tr("Open accounts"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_content->setVisible(true);
    m_stack->setCurrentWidget(m_content);
    showRows();
    for (int row = 0; row < m_tree->model()->rowCount(); ++row) {
        const auto index = m_tree->model()->index(row, 0);
        if (!file.isEmpty() && index.data(FindingModel::FileRole).toString() == file)
            m_tree->setCurrentIndex(index);
    }
}

void ProblemsPane::filter()
{
    m_pause.stop();
    m_model.setFilter({m_filter->text(), m_severities[0]->isChecked(), m_severities[1]->isChecked(),
                       m_severities[2]->isChecked()});
    showRows();
}

void ProblemsPane::showRows()
{
    const int total = m_model.totalCount();
    const int shown = m_model.shownCount();
    m_count->setText(
        shown == total ? tr("%n problem(s)", nullptr, total)
                       : tr("%1 of %n problem(s)", nullptr, total).arg(QLocale().toString(shown)));
    for (int row = 0; row < m_tree->model()->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
    if (shown <= mostOpened)
        m_tree->expandAll();
    if (shown == 0 && total > 0)
        m_noHit->explain(
            u"filter"_s, tr("No problem matches"),
            tr("%n problem(s) are known, none of them is of this kind.", nullptr, total),
            tr("Show all"));
    m_noHit->setVisible(shown == 0 && total > 0);
    m_tree->setVisible(shown > 0);
}

} // namespace portolan::views::problems
