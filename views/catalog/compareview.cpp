// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/compareview.h"

#include "views/shared/rowdelegate.h"
#include "views/shared/tokens.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace portolan::views::catalog {
namespace {

//! Says in the roles of our row delegate which cells differ.
class EmphasiseDifferences : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role == RowDelegate::EmphasisRole)
            return QIdentityProxyModel::data(index, items::CompareModel::DiffersRole);
        if (role == RowDelegate::ProseRole)
            return true;
        return QIdentityProxyModel::data(index, role);
    }
};

} // namespace

CompareView::CompareView(items::PageSource &source, QWidget *parent)
    : QWidget(parent)
    , m_model(source)
    , m_title(new SafeLabel(this))
    , m_table(new QTableView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(size::page, size::gap, size::buttonPadding, size::gap);
    head->setSpacing(size::gap);
    m_title->setFont(fontOf(Text::Body, true));
    auto *back = new QPushButton(tr("Back to the list"), this);
    auto *clear = new QPushButton(tr("Clear choice"), this);
    connect(back, &QPushButton::clicked, this, [this] { Q_EMIT closeRequested(false); });
    connect(clear, &QPushButton::clicked, this, [this] { Q_EMIT closeRequested(true); });
    head->addWidget(m_title, 1);
    head->addWidget(clear);
    head->addWidget(back);
    layout->addLayout(head);

    auto *proxy = new EmphasiseDifferences(this);
    proxy->setSourceModel(&m_model);
    m_table->setModel(proxy);
    dress(m_table);
    m_table->setAccessibleName(tr("Comparison"));
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setVisible(true);
    m_table->verticalHeader()->setSectionsClickable(false);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(m_model.idAt(index.column()), OpenMode::Tab);
    });
    layout->addWidget(m_table, 1);
}

void CompareView::compare(const QList<domain::Entity> &entities)
{
    m_model.compare(entities);
    m_title->setText(tr("%1 side by side; what differs is in bold").arg(entities.size()));
    m_table->setFocus();
}

void CompareView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested(false);
    else
        QWidget::keyPressEvent(event);
}

} // namespace portolan::views::catalog
