// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/querybar.h"

#include "views/catalog/filterpopup.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/tokens.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

using items::CatalogModel;

constexpr int answerRow = 32;

QString countText(const CatalogModel &model)
{
    const auto total = model.total();
    if (total == 0)
        return QueryBar::tr("No results");
    if (total == 1)
        return QueryBar::tr("1 result");
    const auto number = QLocale().toString(total);
    return model.totalIsExact() ? QueryBar::tr("%1 results").arg(number)
                                : QueryBar::tr("over %1 results").arg(number);
}

} // namespace

QueryBar::QueryBar(items::FilterCompletion &completion, QWidget *parent)
    : QWidget(parent)
    , m_field(new FilterField(this))
    , m_save(new QPushButton(tr("Save view"), this))
    , m_more(iconButton(u"more"_s, tr("More for this list"), this))
    , m_menu(new QMenu(this))
    , m_count(new SafeLabel(this))
    , m_time(new SafeLabel(this))
    , m_sort(new BarButton(this))
    , m_compare(new BarButton(this))
    , m_inspector(iconButton(u"inspector"_s, tr("Inspector (F4)"), this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    buildFilterRow();
    buildAnswerRow();

    // Values come with counts from the model, so the field's own completion is not wanted.
    disconnect(m_field, &QLineEdit::textEdited, m_field, nullptr);
    auto *popup = new FilterPopup(*m_field, completion);
    connect(popup, &FilterPopup::completed, this, &QueryBar::queryTyped);
    connect(m_field, &QLineEdit::textEdited, this, &QueryBar::queryTyped);
    connect(m_field, &FilterField::resultsWanted, this, &QueryBar::listWanted);
    connect(m_field, &QLineEdit::returnPressed, this, &QueryBar::listWanted);
    connect(m_field, &FilterField::left, this, &QueryBar::listWanted);
    connect(m_save, &QPushButton::clicked, this, &QueryBar::saveRequested);
    connect(m_compare, &BarButton::clicked, this, &QueryBar::compareRequested);
}

void QueryBar::buildFilterRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(size::page, size::gap, size::buttonPadding, size::gap);
    row->setSpacing(size::gap);
    m_field->setAccessibleName(tr("Filter"));
    m_field->setPlaceholderText(tr("Filter by words or by key:value"));
    m_save->setIcon(icon(u"save-view"_s));
    m_save->setIconSize({size::icon, size::icon});
    // Without setMenu(): the dots say already that there is one, and need no arrow below them.
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    row->addWidget(m_field, 1);
    row->addWidget(m_save);
    row->addWidget(m_more);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void QueryBar::buildAnswerRow()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(size::page, 0, size::buttonPadding, 0);
    row->setSpacing(size::gap);
    m_count->setFont(fontOf(Text::Body, true));
    m_count->setMinimumHeight(size::row(answerRow, QFontMetrics(fontOf(Text::Body))));
    m_time->setForegroundRole(QPalette::PlaceholderText);
    m_sort->setChevron(true);
    setOrder(CatalogModel::Order::Best);
    m_compare->setIconName(u"compare"_s);
    showMarks(0);
    m_inspector->setCheckable(true);
    connect(m_sort, &BarButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const auto order : {CatalogModel::Order::Best, CatalogModel::Order::Name,
                                 CatalogModel::Order::Popularity, CatalogModel::Order::Updated})
            menu->addAction(orderText(order), this, [this, order] { Q_EMIT orderChosen(order); });
        menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height())));
    });
    row->addWidget(m_count);
    row->addWidget(m_time);
    row->addStretch(1);
    row->addWidget(m_sort);
    row->addWidget(m_compare);
    row->addWidget(m_inspector);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

QString QueryBar::orderText(CatalogModel::Order order)
{
    switch (order) {
    case CatalogModel::Order::Best:
        return tr("Best match");
    case CatalogModel::Order::Name:
        return tr("Name");
    case CatalogModel::Order::Popularity:
        return tr("Most used");
    case CatalogModel::Order::Updated:
        return tr("Last changed");
    }
    return {};
}

void QueryBar::setQuery(const QString &query)
{
    if (m_field->text() == query)
        return;
    m_field->setText(query);
}

void QueryBar::setOrder(CatalogModel::Order order)
{
    m_sort->setTexts(tr("Sort:"), orderText(order));
}

void QueryBar::showAnswer(const CatalogModel &model)
{
    if (model.state() == CatalogModel::State::Reading && model.total() == 0) {
        m_count->setText({});
        m_time->setText({});
        return;
    }
    m_count->setText(countText(model));
    const auto ms = QLocale().toString(model.elapsedMs(), 'f', model.elapsedMs() < 10 ? 1 : 0);
    m_time->setText(m_narrow ? QString() : tr("in %1 ms").arg(ms));
}

void QueryBar::showMarks(qsizetype count)
{
    m_compare->setTexts(tr("Compare"), count > 0 ? QLocale().toString(count) : QString());
    m_compare->setKeyHint(count > 0 ? QString() : tr("Space"));
    m_compare->setEnabled(count > 1);
    const auto text = count > 1 ? tr("Shows the %1 chosen results side by side").arg(count)
                                : tr("Choose two to four results with Space to compare them");
    setSafeToolTip(m_compare, text);
}

void QueryBar::setNarrow(bool narrow)
{
    m_narrow = narrow;
    m_time->setVisible(!narrow);
}

void QueryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(this)(Colour::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokensOf(this)(Colour::Border));
}

} // namespace portolan::views::catalog
