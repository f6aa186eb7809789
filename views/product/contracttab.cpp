// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/contracttab.h"

#include "models/base/async.h"
#include "models/items/clausejudge.h"
#include "models/items/displaytext.h"
#include "models/items/pagesource.h"
#include "views/product/aspects.h"
#include "views/product/clausedetail.h"
#include "views/product/porttable.h"
#include "views/product/subjects.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/rowdelegate.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

using items::ContractModel;

Status statusOf(items::Keeping keeping)
{
    switch (keeping) {
    case items::Keeping::Broken:
        return Status::Breach;
    case items::Keeping::AtRisk:
        return Status::Warn;
    case items::Keeping::Kept:
        return Status::Ok;
    case items::Keeping::Unknown:
        break;
    }
    return Status::Unknown;
}

QVariant look(const QModelIndex &source, int role)
{
    const bool section = source.data(ContractModel::IsSectionRole).toBool();
    switch (role) {
    case RowDelegate::GroupRole:
        return section;
    case RowDelegate::StatusRole: {
        const auto keeping = source.data(ContractModel::KeepingRole);
        return keeping.isValid() && source.column() == ContractModel::VerdictColumn
            ? QVariant(int(statusOf(items::Keeping(keeping.toInt()))))
            : QVariant();
    }
    case RowDelegate::ProseRole:
        return source.column() != ContractModel::ClauseColumn;
    case RowDelegate::SecondaryRole:
        return source.column() == ContractModel::PromisedColumn;
    default:
        return {};
    }
}

} // namespace

ContractTab::ContractTab(items::PageSource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_stack(new QStackedLayout(this))
    , m_chooser(new QComboBox)
    , m_filter(new QLineEdit)
    , m_count(new SafeLabel)
    , m_open(new LinkButton(tr("Open contract")))
    , m_tree(new QTreeView)
    , m_error(new ErrorNote)
    , m_detail(new ClauseDetail)
    , m_empty(new EmptyState)
{
    m_split = new SideSplit(buildMain(), m_detail, this);
    m_stack->addWidget(m_split);
    m_stack->addWidget(m_empty);
    connect(m_chooser, &QComboBox::activated, this, &ContractTab::chooseContract);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setFilter(text);
        expandSections();
        showClauses();
    });
    connect(m_open, &QAbstractButton::clicked, this, [this] {
        if (m_current < m_contracts.size())
            Q_EMIT openRequested(m_contracts.at(m_current).entity.id,
                                 openModeOf(QGuiApplication::keyboardModifiers()));
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ContractTab::showCurrent);
    connect(m_detail, &ClauseDetail::qualityRequested, this, &ContractTab::qualityRequested);
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const auto *clause =
            m_model.clauseAt(static_cast<Aspects *>(m_tree->model())->mapToSource(index));
        if (clause && clause->verdict && !clause->verdict->subject.isEmpty())
            Q_EMIT qualityRequested(clause->verdict->subject);
    });
    connect(&m_measures, &items::MeasureLoader::loaded, this, &ContractTab::takeMeasured);
    connect(&m_measures, &items::MeasureLoader::failed, this, [this](const Error &error) {
        m_error->report(tr("What is measured could not be read."), error, tr("Try again"));
    });
    connect(m_error, &ErrorNote::actionTriggered, &m_measures, &items::MeasureLoader::refresh);
    connect(m_detail, &ClauseDetail::documentRequested, this, [this] {
        const auto needle = m_tree->currentIndex().data(ContractModel::NeedleRole).toString();
        if (m_current < m_contracts.size())
            Q_EMIT documentRequested(m_contracts.at(m_current), needle);
    });
}

QWidget *ContractTab::buildMain()
{
    auto *main = new QWidget;
    m_filter->setPlaceholderText(tr("Filter clauses"));
    m_filter->setAccessibleName(tr("Filter clauses"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(240);
    m_chooser->setAccessibleName(tr("Contract"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(18);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(size::page, size::gap, size::page, size::gap);
    bar->setSpacing(size::gap);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_chooser);
    bar->addWidget(m_open);
    bar->addStretch(1);
    bar->addWidget(m_count);
    bar->addWidget(buildTally());

    m_tree->setModel(new Aspects(m_model, look, m_tree));
    dress(m_tree, size::tableRow);
    m_tree->setAccessibleName(tr("Clauses"));
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(0);
    m_tree->header()->setStretchLastSection(true);
    const int widths[] = {210, 200, 240};
    for (int column = 0; column < 3; ++column)
        m_tree->header()->resizeSection(column, widths[column]);
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_error->hide();
    column->addLayout(bar);
    column->addWidget(m_error);
    column->addWidget(m_tree, 1);
    return main;
}

QWidget *ContractTab::buildTally()
{
    auto *tally = new QWidget;
    auto *row = new QHBoxLayout(tally);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::groupGap);
    for (int i = 0; i < 4; ++i) {
        m_tally[i] = new StatusLabel(statusOf(items::Keeping(i)), {});
        m_tally[i]->hide();
        row->addWidget(m_tally[i]);
    }
    return tally;
}

void ContractTab::setQuality(items::QualitySource *source)
{
    m_measures.setSource(source);
}

void ContractTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_measures.setLookedAt(true);
}

void ContractTab::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_measures.setLookedAt(false);
}

void ContractTab::takeMeasured(const items::QualityBoard &board,
                               const QList<items::Incident> &incidents)
{
    m_error->hide();
    QHash<QUuid, items::ClauseVerdicts> verdicts;
    for (const auto &contract : std::as_const(m_contracts))
        verdicts.insert(contract.entity.id, items::verdictsOf(contract, board, incidents));
    if (verdicts == m_verdicts)
        return;
    m_verdicts = verdicts;
    showVerdicts();
}

//! Where only verdicts differ the rows stay, with their selection and what somebody reads.
void ContractTab::showVerdicts()
{
    if (m_current >= m_contracts.size())
        return;
    const auto &contract = m_contracts.at(m_current);
    if (!m_model.update(
            items::clausesOf(contract.merged, m_objects, m_verdicts.value(contract.entity.id))))
        return showClauses();
    showTally();
    showCurrent();
}

void ContractTab::setDossier(const items::Dossier &dossier)
{
    const auto before = m_current < m_contracts.size()
        ? m_contracts.at(m_current).entity.id
        : QUuid(m_wanted.value(u"contract"_s).toString());
    QList<domain::Page> contracts;
    for (const auto *contract : dossier.contracts())
        contracts.append(*contract);
    if (contracts.isEmpty()) {
        m_contracts.clear();
        m_empty->explain(u"kind-contract"_s, tr("No contract governs this"),
                         tr("No file or account names a contract for it, so nothing is promised. "
                            "A contract that lists its id would show here."));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_split);
    if (contracts == m_contracts)
        return;
    m_contracts = contracts;
    m_measures.refresh();
    m_chooser->clear();
    int chosen = 0;
    for (int i = 0; i < m_contracts.size(); ++i) {
        const auto &entity = m_contracts.at(i).entity;
        m_chooser->addItem(visibleText(items::oneLine(entity.label() + u' ' + entity.version, 80)));
        if (entity.id == before)
            chosen = i;
    }
    m_chooser->setCurrentIndex(chosen);
    m_chooser->setVisible(m_contracts.size() > 1);
    const bool own =
        m_contracts.size() == 1 && m_contracts.first().entity.id == dossier.page.entity.id;
    m_open->setVisible(!own);
    chooseContract(chosen);
}

void ContractTab::chooseContract(int index)
{
    m_current = index;
    const auto question = ++m_question;
    m_objects.clear();
    QList<QUuid> assets;
    for (const auto &related : m_contracts.at(index).related) {
        if (related.relation != domain::Relation::Describes || related.incoming)
            continue;
        assets.append(related.entity.id);
        m_objects.append({related.entity.name, {}});
    }
    showClauses();
    for (qsizetype i = 0; i < assets.size(); ++i) {
        onFinished(m_source.fields(assets.at(i)), this,
                   [this, question, i](Result<QList<domain::Field>> answer) {
                       if (answer)
                           takeFields(question, i, *std::move(answer));
                   });
    }
}

void ContractTab::takeFields(quint64 question, qsizetype at, QList<domain::Field> fields)
{
    if (question != m_question)
        return;
    m_objects[at].second = std::move(fields);
    showClauses();
}

void ContractTab::showClauses()
{
    if (m_current >= m_contracts.size())
        return;
    const auto *before = m_model.clauseAt(
        static_cast<Aspects *>(m_tree->model())->mapToSource(m_tree->currentIndex()));
    auto section =
        before ? before->section : items::ClauseSection(m_wanted.value(u"section"_s, -1).toInt());
    auto name = before ? before->name : m_wanted.value(u"clause"_s).toString();
    const auto &contract = m_contracts.at(m_current);
    m_model.setClauses(
        items::clausesOf(contract.merged, m_objects, m_verdicts.value(contract.entity.id)));
    expandSections();
    const auto index = m_model.find(section, name);
    if (index.isValid())
        m_tree->setCurrentIndex(static_cast<Aspects *>(m_tree->model())->mapFromSource(index));
    else if (name.isEmpty()) // the column beside it is better filled than asking for a choice
        m_tree->setCurrentIndex(m_tree->model()->index(0, 0, m_tree->model()->index(0, 0)));
    m_count->setText(
        m_model.shownCount() == m_model.clauseCount()
            ? tr("%n clause(s)", nullptr, m_model.clauseCount())
            : tr("%1 of %n clause(s)", nullptr, m_model.clauseCount()).arg(m_model.shownCount()));
    showTally();
    showCurrent();
}

void ContractTab::showTally()
{
    for (int i = 0; i < 4; ++i) {
        const auto keeping = items::Keeping(i);
        const int count = m_model.countOf(keeping);
        m_tally[i]->setVisible(count > 0);
        m_tally[i]->setStatus(
            statusOf(keeping),
            tr("%1 %2", "how many clauses, and how they stand")
                .arg(QLocale().toString(count), QLocale().toLower(items::keepingText(keeping))));
    }
}

void ContractTab::expandSections()
{
    m_tree->expandAll();
    for (int row = 0; row < m_tree->model()->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
}

void ContractTab::showCurrent()
{
    if (m_current >= m_contracts.size())
        return;
    const auto index = static_cast<Aspects *>(m_tree->model())->mapToSource(m_tree->currentIndex());
    const auto *clause = m_model.clauseAt(index);
    const auto before = std::exchange(m_shown, clause ? std::optional(*clause) : std::nullopt);
    if (before && before == m_shown)
        return; // what somebody reads, or has selected in it, stays
    const auto &native = m_contracts.at(m_current).native;
    m_detail->showClause(clause, native.isEmpty() ? QString() : native.first().file);
}

QVariantMap ContractTab::saveState() const
{
    QVariantMap state{{u"split"_s, m_split->saveState()},
                      {u"filter"_s, m_filter->text()},
                      {u"widths"_s, m_tree->header()->saveState()}};
    const auto index = static_cast<Aspects *>(m_tree->model())->mapToSource(m_tree->currentIndex());
    if (const auto *clause = m_model.clauseAt(index)) {
        state.insert(u"section"_s, int(clause->section));
        state.insert(u"clause"_s, clause->name.left(200));
    }
    if (m_current < m_contracts.size())
        state.insert(u"contract"_s,
                     m_contracts.at(m_current).entity.id.toString(QUuid::WithoutBraces));
    return state;
}

void ContractTab::restoreState(const QVariantMap &state)
{
    m_wanted = state;
    m_split->restoreState(state.value(u"split"_s).toMap());
    m_tree->header()->restoreState(state.value(u"widths"_s).toByteArray());
    m_filter->setText(state.value(u"filter"_s).toString());
    const auto wanted = QUuid(state.value(u"contract"_s).toString());
    for (int i = 0; i < m_contracts.size(); ++i) {
        if (m_contracts.at(i).entity.id == wanted && i != m_current) {
            m_chooser->setCurrentIndex(i);
            chooseContract(i);
            return;
        }
    }
    showClauses();
}

} // namespace portolan::views::product
