// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/coveragepage.h"

#include "models/base/async.h"
#include "views/quality/coveragebars.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/rowdelegate.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

using items::CoverageModel;

// A short list is shown open; of a long one the assets first.
constexpr int mostOpened = 500;

//! Adds shapes and groups.
class CoverageLook : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto source = mapToSource(index);
        const auto state = source.data(CoverageModel::StateRole);
        switch (role) {
        case RowDelegate::GroupRole:
            return source.data(CoverageModel::IsAssetRole).toBool();
        case RowDelegate::StatusRole:
            if (index.column() != CoverageModel::ChecksColumn || !state.isValid())
                return {};
            return int(CoverageModel::State(state.toInt()) == CoverageModel::State::Checked
                           ? Status::Ok
                           : CoverageModel::State(state.toInt()) == CoverageModel::State::Silent
                           ? Status::Unknown
                           : Status::Warn);
        case RowDelegate::MonoRole:
            return index.column() == CoverageModel::NameColumn && state.isValid()
                && !source.data(CoverageModel::FieldRole).toString().isEmpty();
        case RowDelegate::ProseRole:
            return index.column() == CoverageModel::WhyColumn;
        case RowDelegate::SecondaryRole:
            return index.column() == CoverageModel::WhyColumn;
        default:
            return QIdentityProxyModel::data(index, role);
        }
    }
};

} // namespace

CoveragePage::CoveragePage(items::QualitySource &source, QWidget *parent)
    : QualityPage(parent)
    , m_source(source)
{
    build();
    connect(m_onlyMissing, &QCheckBox::toggled, this, &CoveragePage::applyFilter);
    connect(m_bars, &CoverageBars::domainChosen, this, [this](const QStringList &domain) {
        m_model.setDomain(domain);
        showRows();
    });
    connect(m_error, &ErrorNote::actionTriggered, this, &CoveragePage::refresh);
    connect(m_noHit, &EmptyState::actionTriggered, this, [this] {
        m_bars->choose(-1);
        m_onlyMissing->setChecked(false);
        Q_EMIT filterRequested(PageKind::Coverage, {});
    });
    connect(m_tree, &QAbstractItemView::activated, this, &CoveragePage::open);
}

QString CoveragePage::title() const
{
    return tr("Coverage");
}

std::optional<qint64> CoveragePage::count() const
{
    return {};
}

// What deserves a check is a question about now.
void CoveragePage::setPeriod(const items::Period &)
{
    if (!m_asked)
        refresh();
}

void CoveragePage::setFilter(const QString &filter)
{
    m_filter = filter;
    applyFilter();
}

void CoveragePage::refresh()
{
    m_asked = true;
    const auto question = ++m_question;
    onFinished(m_source.coverage(), this,
               [this, question](Result<QList<items::CoverageRow>> answer) {
                   if (question == m_question)
                       take(std::move(answer));
               });
}

void CoveragePage::take(Result<QList<items::CoverageRow>> answer)
{
    if (!answer) {
        m_error->report(tr("The coverage could not be read."), answer.error(), tr("Try again"));
        m_split->setVisible(m_loaded);
        return;
    }
    m_error->hide();
    m_split->setVisible(true);
    m_loaded = true;
    m_model.setRows(*std::move(answer));
    m_bars->setCounts(items::coverageByDomain(m_model.rows()));
    m_model.setDomain(m_bars->chosenDomain());
    if (m_model.rows().isEmpty()) {
        m_empty->explain(u"kind-check"_s, tr("Nothing here deserves a check yet"),
                         tr("Fields count as critical when they are keys, confidential, or read "
                            "by several products. No contract or manifest names such a field."));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_content);
    applyFilter();
    fitColumns();
    showRows();
    Q_EMIT titleChanged();
}

//! Once, by what is in them; then they are the person's.
void CoveragePage::fitColumns()
{
    if (m_fitted || !m_loaded || !isVisible()) // the width is that of the window only then
        return;
    m_fitted = true;
    auto *header = m_tree->header();
    for (int column = CoverageModel::WhyColumn; column < CoverageModel::ColumnCount; ++column) {
        m_tree->resizeColumnToContents(column);
        header->resizeSection(column,
                              std::min(header->sectionSize(column), std::max(100, width() / 6)));
    }
}

void CoveragePage::showEvent(QShowEvent *event)
{
    QualityPage::showEvent(event);
    fitColumns();
}

void CoveragePage::applyFilter()
{
    m_model.setFilter(m_filter, m_onlyMissing->isChecked());
    showRows();
}

QString CoveragePage::summary() const
{
    return m_summary->text();
}

void CoveragePage::showRows()
{
    const QLocale locale;
    const auto count = items::coverageOf(m_model.rows());
    m_summary->setText(tr("%1 of %n critical field(s) are checked", nullptr, count.all)
                           .arg(locale.toString(count.checked)));
    QStringList second{tr("%n without a check", nullptr, count.missing())};
    if (count.silent > 0)
        second.append(tr("%n with checks that never ran", nullptr, count.silent));
    m_second->setText(second.join(u"  ·  "_s));
    const bool none = m_model.rowCount() == 0;
    if (none)
        m_noHit->explain(u"filter"_s, tr("Nothing matches"),
                         m_onlyMissing->isChecked()
                             ? tr("Every critical field that the filter lets through is checked.")
                             : tr("No critical field is what the filter asks for."),
                         tr("Show all"));
    m_noHit->setVisible(none && m_loaded);
    m_tree->setVisible(!none);
    if (m_model.shownRows().size() <= mostOpened)
        m_tree->expandAll();
}

void CoveragePage::open(const QModelIndex &index)
{
    const auto asset = index.data(CoverageModel::AssetRole).toUuid();
    if (!asset.isNull())
        Q_EMIT openEntity(asset);
}

void CoveragePage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack = new QStackedLayout(this);
    m_content = new QWidget(this);
    m_empty = new EmptyState(this);
    m_empty->hide();
    m_error = new ErrorNote;
    m_bars = new CoverageBars;
    auto *side = new QWidget;
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, size::unit, 0, 0);
    sideColumn->setSpacing(0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget;
    inner->setBackgroundRole(QPalette::Base);
    inner->setAutoFillBackground(true);
    auto *innerColumn = new QVBoxLayout(inner);
    innerColumn->setContentsMargins(0, 0, 0, 0);
    innerColumn->addWidget(m_bars);
    innerColumn->addStretch(1);
    scroll->setWidget(inner);
    auto *sideHead = new SectionHead(tr("By domain"));
    sideHead->setContentsMargins(size::page, 0, size::page, 0);
    sideColumn->addWidget(sideHead);
    sideColumn->addWidget(scroll, 1);
    side->setMinimumWidth(200);
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(side);
    m_split->addWidget(buildTree());
    m_split->setStretchFactor(1, 1);
    m_split->setSizes({300, 900});
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_error);
    column->addWidget(buildHead());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_split, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
}

QWidget *CoveragePage::buildHead()
{
    auto *head = new QWidget;
    m_summary = new SafeLabel;
    m_summary->setTextFont(Text::Title);
    m_summary->setWordWrap(true);
    m_second = new SafeLabel;
    m_second->setForegroundRole(QPalette::PlaceholderText);
    m_second->setWordWrap(true);
    m_onlyMissing = new QCheckBox(tr("Only what is not checked"));
    m_onlyMissing->setChecked(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(size::unit);
    words->addWidget(m_summary);
    words->addWidget(m_second);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::page, size::buttonPadding, size::page, size::buttonPadding);
    row->setSpacing(size::groupGap);
    row->addLayout(words, 1);
    row->addWidget(m_onlyMissing);
    return head;
}

QWidget *CoveragePage::buildTree()
{
    auto *block = new QWidget;
    m_tree = new QTreeView;
    auto *look = new CoverageLook(m_tree);
    look->setSourceModel(&m_model);
    m_tree->setModel(look);
    dress(m_tree, size::treeRow);
    m_tree->setAccessibleName(tr("Critical fields"));
    auto *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(60);
    header->setSectionResizeMode(CoverageModel::NameColumn, QHeaderView::Stretch);
    header->resizeSection(CoverageModel::WhyColumn, 200);
    header->resizeSection(CoverageModel::ChecksColumn, 120);
    header->resizeSection(CoverageModel::DomainColumn, 160);
    header->resizeSection(CoverageModel::OwnerColumn, 140);
    auto *copy = new QAction(icon(u"copy"_s), tr("Copy all shown as CSV"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_model.csv())); });
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_actions.append(copy);
    m_noHit = new EmptyState;
    m_noHit->hide();
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree, 1);
    column->addWidget(m_noHit, 1);
    return block;
}

QVariantMap CoveragePage::saveState() const
{
    return {{u"version"_s, 1},
            {u"split"_s, m_split->saveState()},
            {u"columns"_s, m_tree->header()->saveState()},
            {u"onlyMissing"_s, m_onlyMissing->isChecked()}};
}

void CoveragePage::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != 1)
        return;
    m_split->restoreState(state.value(u"split"_s).toByteArray());
    m_fitted = m_tree->header()->restoreState(state.value(u"columns"_s).toByteArray());
    m_onlyMissing->setChecked(state.value(u"onlyMissing"_s, true).toBool());
}

QList<QWidget *> CoveragePage::parts() const
{
    return {m_bars, m_tree};
}

} // namespace portolan::views::quality
