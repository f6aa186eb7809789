// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/impactview.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/items/lineageexport.h"
#include "views/lineage/rowlook.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/longwork.h"
#include "views/shared/messages.h"
#include "views/shared/rowdelegate.h"
#include "views/shared/tabs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using items::LineageImpactModel;
using ::portolan::lineage::Direction;

ImpactView::ImpactView(QWidget *parent)
    : QWidget(parent)
    , m_direction(new Segments)
    , m_filter(new QLineEdit)
    , m_count(new SafeLabel)
    , m_table(new QTableView)
    , m_empty(new EmptyState)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    m_table->setModel(new RowLook(m_model, LineageImpactModel::IconRole, -1, m_table));
    dress(m_table);
    m_table->setAccessibleName(tr("Impact"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(LineageImpactModel::Distance, Qt::AscendingOrder);
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(LineageImpactModel::Path, QHeaderView::Stretch);
    header->resizeSection(LineageImpactModel::Name, 260);
    header->resizeSection(LineageImpactModel::Kind, 120);
    header->resizeSection(LineageImpactModel::Domain, 160);
    header->resizeSection(LineageImpactModel::Owner, 160);
    header->resizeSection(LineageImpactModel::Distance, 72);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(index.data(LineageImpactModel::IdRole).toUuid(), OpenMode::Tab);
    });
    showCount();
}

QWidget *ImpactView::buildBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(size::page, size::gap, size::page, size::gap);
    row->setSpacing(size::gap);
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->add(tr("Downstream"));
    m_direction->add(tr("Upstream"));
    m_filter->setPlaceholderText(tr("Filter the table"));
    m_filter->setAccessibleName(tr("Filter the table"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(280);
    m_filter->addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *save = new QPushButton(tr("Save as CSV"));
    save->setIcon(icon(u"export"_s));
    row->addWidget(m_direction);
    row->addWidget(m_filter, 1);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(save);
    connect(m_direction, &Segments::currentChanged, this, &ImpactView::ask);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setFilter(text);
        showCount();
    });
    connect(save, &QPushButton::clicked, this, &ImpactView::exportCsv);
    return bar;
}

void ImpactView::show(items::LineageMeshPtr mesh,
                      std::vector<::portolan::lineage::NodeIndex> starts, const QString &name)
{
    m_mesh = std::move(mesh);
    m_starts = std::move(starts);
    m_name = name;
    ask();
}

// In the pool: where 50,000 things hang together it would be felt. Until then the table stands as
// it is, which is for some milliseconds.
void ImpactView::ask()
{
    const auto question = ++m_question;
    const auto direction =
        m_direction->current() == 0 ? Direction::Downstream : Direction::Upstream;
    m_isAsking = true;
    onFinished(QtConcurrent::run([mesh = m_mesh, starts = m_starts, direction] {
                   return items::lineageImpact(mesh, starts, direction);
               }),
               this, [this, question](const items::LineageImpactPtr &impact) {
                   if (question != m_question)
                       return;
                   m_isAsking = false;
                   m_model.show(impact);
                   showCount();
               });
}

void ImpactView::showCount()
{
    const auto counts = m_model.counts();
    const auto shown = m_model.rowCount();
    m_count->setText(
        shown == counts.things
            ? tr("%Ln thing(s)", nullptr, int(counts.things))
            : tr("%1 of %Ln thing(s)", nullptr, int(counts.things)).arg(QLocale().toString(shown)));
    m_table->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    if (shown > 0)
        return;
    if (m_starts.empty())
        m_empty->explain(u"downstream"_s, tr("Nothing is selected"),
                         tr("Select a box in the graph or the list: this table then shows all "
                            "that a change of it reaches, and whom to ask."));
    else if (counts.things > 0)
        m_empty->explain(u"filter"_s, tr("Nothing matches this filter"), {});
    else if (m_direction->current() == 0)
        m_empty->explain(u"downstream"_s, tr("Nobody reads %1").arg(m_name),
                         tr("As far as your accounts know, a change of it reaches nothing."));
    else
        m_empty->explain(u"upstream"_s, tr("Nothing is known above %1").arg(m_name),
                         tr("Your accounts do not say what it is made from."));
}

void ImpactView::exportCsv()
{
    auto *dialog = new QFileDialog(this, tr("Save the table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"impact.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ImpactView::exportTo);
    dialog->open();
}

void ImpactView::exportTo(const QString &file)
{
    // Elsewhere the name says what is written: a table called .png would be no picture.
    const QFileInfo wanted(file);
    if (wanted.suffix().compare(u"csv"_s, Qt::CaseInsensitive) != 0) {
        ui::tell(this,
                 tr("The impact table is written as CSV. Give the file a name that ends in "
                    "“.csv”."),
                 wanted.fileName());
        return;
    }
    auto *work = LongWork::begin(
        tr("Writing %1").arg(items::oneLine(wanted.fileName())),
        [file, csv = m_model.csvWriter()](LongJob &job) {
            return items::writeWhole(file, &job, [&](QIODevice &device) -> Result<void> {
                if (!csv(device, &job))
                    return failure(Error::Kind::DiskFull, device.errorString());
                return {};
            });
        });
    connect(work, &LongWork::finished, this, [this, file](const WorkEnd &end) {
        if (!end.done && end.done.error().kind != Error::Kind::Cancelled)
            ui::writeError(this, tr("Saving the table"), file, end.done.error());
    });
    Q_EMIT workBegun(work);
}

QVariantMap ImpactView::saveState() const
{
    return {{u"filter"_s, m_filter->text()},
            {u"direction"_s, m_direction->current()},
            {u"columns"_s, m_table->horizontalHeader()->saveState()}};
}

void ImpactView::restoreState(const QVariantMap &state)
{
    m_table->horizontalHeader()->restoreState(state.value(u"columns"_s).toByteArray());
    m_direction->setCurrent(state.value(u"direction"_s).toInt());
    m_filter->setText(state.value(u"filter"_s).toString());
}

} // namespace portolan::views::lineage
