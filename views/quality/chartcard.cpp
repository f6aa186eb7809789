// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/chartcard.h"

#include "views/shared/iconbutton.h"
#include "views/shared/labels.h"
#include "views/shared/rowdelegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int headHeight = 36;
constexpr int figureRow = 24;

} // namespace

ChartCard::ChartCard(const QString &title, QWidget *chart, QWidget *parent)
    : QWidget(parent)
    , m_title(new SafeLabel(title))
    , m_note(new ElidedLabel(Elide::Prose))
    , m_toggle(iconButton(u"view-table"_s, tr("Show as table")))
    , m_more(iconButton(u"more"_s, tr("More for this chart")))
    , m_stack(new QStackedWidget)
    , m_chart(chart)
    , m_table(new QTableView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(title);
    column->addWidget(m_stack, 1);
    m_table->setModel(&m_figures);
    dress(m_table, figureRow);
    auto *copy = new QAction(tr("Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, &ChartCard::copyTable);
    m_table->addAction(copy);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(&m_figures, &QAbstractItemModel::modelReset, this, [this] {
        // Of long tables the first rows tell how wide the columns have to be.
        if (isTable())
            m_table->resizeColumnsToContents();
    });
}

void ChartCard::buildHead(const QString &title)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(size::page, 0, size::gap, 0);
    row->setSpacing(size::gap);
    m_title->setTextFont(Text::Body, true);
    m_title->setMinimumHeight(size::row(headHeight, QFontMetrics(fontOf(Text::Body))));
    m_note->setColour(Colour::TextSecondary);
    m_note->setTextFont(Text::Small);
    m_toggle->setCheckable(true);
    setTitle(title);
    connect(m_toggle, &QToolButton::toggled, this, &ChartCard::showTable);
    connect(m_more, &QToolButton::clicked, this, &ChartCard::openMenu);
    row->addWidget(m_title);
    row->addWidget(m_note, 1);
    row->addWidget(m_toggle);
    row->addWidget(m_more);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void ChartCard::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    m_toggle->setAccessibleName(tr("%1: show as table").arg(title));
    m_more->setAccessibleName(tr("%1: more").arg(title));
    m_table->setAccessibleName(tr("%1 as a table").arg(title));
}

void ChartCard::setNote(const QString &note)
{
    m_note->setText(note);
}

bool ChartCard::isTable() const
{
    return m_stack->currentWidget() == m_table;
}

void ChartCard::showTable(bool on)
{
    m_toggle->setChecked(on);
    m_stack->setCurrentWidget(on ? static_cast<QWidget *>(m_table) : m_chart);
    if (on)
        m_table->resizeColumnsToContents();
}

void ChartCard::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy numbers"), this, [this] {
        QApplication::clipboard()->setText(m_figures.text(0, m_figures.rowCount() - 1));
    });
    menu->addAction(tr("Copy picture"), this,
                    [this] { QApplication::clipboard()->setPixmap(m_stack->grab()); });
    menu->addSeparator();
    menu->addAction(tr("Save as table (CSV)"), this, [this] { save(SavedAs::Csv); });
    menu->addAction(tr("Save as picture (PNG)"), this, [this] { save(SavedAs::Png); });
    menu->addAction(tr("Save as page (PDF)"), this, [this] { save(SavedAs::Pdf); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void ChartCard::copyTable() const
{
    const auto rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    int first = m_figures.rowCount();
    int last = 0;
    for (const auto &index : rows) {
        first = std::min(first, index.row());
        last = std::max(last, index.row());
    }
    QApplication::clipboard()->setText(m_figures.text(first, last));
}

void ChartCard::save(SavedAs kind)
{
    saveAs(this, kind, this, m_title->text(), m_subject, [this] { return csv(); });
}

} // namespace portolan::views::quality
