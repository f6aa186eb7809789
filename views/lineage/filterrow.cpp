// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/filterrow.h"

#include "models/items/displaytext.h"
#include "models/items/lineagefilter.h"
#include "views/shared/filterfield.h"
#include "views/shared/labels.h"
#include "views/shared/safetext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr int pauseMs = 200;
constexpr int fieldLeast = 160;
constexpr int fieldMost = 480;

} // namespace

FilterRow::FilterRow(QWidget *parent)
    : QWidget(parent)
    , m_field(new FilterField(this))
    , m_count(new SafeLabel(this))
    , m_mistake(new ElidedLabel(Elide::Prose, this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::page, size::gap, size::page, size::gap + 1);
    row->setSpacing(size::gap);
    m_field->setPlaceholderText(tr("Filter by words or by key:value"));
    m_field->setAccessibleName(tr("Filter the lineage"));
    m_field->setKeys(items::lineageFilterKeys());
    m_field->setStrangeRefused(true);
    m_field->setMinimumWidth(fieldLeast);
    m_field->setMaximumWidth(fieldMost);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setTextFont(Text::Small);
    m_mistake->setIconName(u"status-breach"_s);
    m_mistake->setColour(Colour::StatusBreach);
    m_mistake->setTextFont(Text::Small);
    m_mistake->hide();
    row->addWidget(m_field, 3);
    row->addWidget(m_count);
    row->addWidget(m_mistake, 2);
    row->addStretch(1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FilterRow::take);
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_field, &QLineEdit::returnPressed, this, &FilterRow::take);
    connect(m_field, &QLineEdit::returnPressed, this, &FilterRow::left);
    connect(m_field, &FilterField::resultsWanted, this, &FilterRow::left);
    connect(m_field, &FilterField::left, this, &FilterRow::left);
}

QString FilterRow::text() const
{
    return m_field->text();
}

void FilterRow::setText(const QString &text)
{
    m_field->setText(text);
    take();
}

void FilterRow::take()
{
    m_pause.stop();
    auto query = domain::parseQuery(m_field->text().trimmed());
    const auto strange = items::strangeFilter(query);
    const auto words = strange.isEmpty()
        ? QString()
        : tr("A lineage cannot be filtered by “%1”. Filters are: %2.")
              .arg(items::oneLine(strange, 40), items::lineageFilterKeys().join(u", "_s));
    m_mistake->setText(words);
    m_mistake->setVisible(!words.isEmpty());
    m_field->setAccessibleDescription(words);
    // What cannot be understood leaves the picture as it is.
    if (!strange.isEmpty() || query == m_query)
        return;
    m_query = std::move(query);
    Q_EMIT filterChanged();
}

void FilterRow::showCount(qsizetype shown, qsizetype total)
{
    m_count->setText(
        m_query.isEmpty()
            ? QString()
            : tr("%1 of %Ln thing(s)", nullptr, int(total)).arg(QLocale().toString(shown)));
}

QString FilterRow::mistake() const
{
    return m_mistake->text();
}

void FilterRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(this)(Colour::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokensOf(this)(Colour::Border));
}

} // namespace portolan::views::lineage
