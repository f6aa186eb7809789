// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/schemabar.h"

#include "models/items/displaytext.h"
#include "models/items/schemamodel.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/safetext.h"
#include "views/shared/tabs.h"

#include <QHBoxLayout>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

constexpr int typingPauseMs = 120;
constexpr int fieldWidth = 240;

QString partTitle(items::FieldSubset subset)
{
    switch (subset) {
    case items::FieldSubset::All:
        return SchemaBar::tr("All");
    case items::FieldSubset::Keys:
        return SchemaBar::tr("Keys");
    case items::FieldSubset::Required:
        return SchemaBar::tr("Required");
    case items::FieldSubset::Sensitive:
        return SchemaBar::tr("Sensitive");
    case items::FieldSubset::Critical:
        break;
    }
    return SchemaBar::tr("Critical");
}

} // namespace

SchemaBar::SchemaBar(QWidget *parent)
    : QWidget(parent)
    , m_object(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_ask(new LinkButton({}, this))
    , m_hits(new SafeLabel(this))
{
    m_object->setAccessibleName(tr("Object"));
    m_object->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_object->setMinimumContentsLength(16);
    m_text->setAccessibleName(tr("Filter fields"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(icon(u"filter"_s), QLineEdit::LeadingPosition);
    m_text->setMaximumWidth(fieldWidth);
    m_hits->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::page, size::gap, size::page, size::gap);
    row->setSpacing(size::gap);
    row->addWidget(m_object);
    row->addWidget(m_text, 1);
    row->addStretch(1);
    row->addWidget(m_ask);
    row->addWidget(m_hits);
    m_ask->hide();
    connect(m_ask, &QAbstractButton::clicked, this, &SchemaBar::accessWanted);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SchemaBar::filterChanged);
    connect(m_object, &QComboBox::activated, this, &SchemaBar::objectChosen);
    connect(m_text, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, &SchemaBar::announce);
}

void SchemaBar::offerFields(int count)
{
    m_ask->setText(tr("Request access to %n field(s)", nullptr, count));
    m_ask->setAccessibleName(m_ask->text());
    m_ask->setVisible(count > 0);
}

void SchemaBar::announce()
{
    m_pause.stop();
    Q_EMIT filterChanged();
}

void SchemaBar::setObjects(const QList<items::SchemaObject> &objects, int chosen)
{
    m_object->clear();
    for (const auto &object : objects)
        m_object->addItem(visibleText(items::oneLine(object.name, 80)));
    m_object->setCurrentIndex(chosen);
    m_object->setVisible(objects.size() > 1);
}

void SchemaBar::setCounts(const items::SchemaModel &model)
{
    using items::FieldSubset;
    const auto before = filter().subset;
    delete m_parts;
    m_parts = new Segments(this);
    m_parts->setAccessibleName(tr("Part of the schema"));
    m_subsets.clear();
    for (const auto subset : {FieldSubset::All, FieldSubset::Keys, FieldSubset::Required,
                              FieldSubset::Sensitive, FieldSubset::Critical}) {
        const int count = model.count(subset);
        if (subset != FieldSubset::All && count == 0 && subset != before)
            continue;
        m_subsets.append(subset);
        m_parts->add(subset == FieldSubset::All
                         ? partTitle(subset)
                         : QString(partTitle(subset) + u' ' + QLocale().toString(count)));
    }
    m_parts->setCurrent(static_cast<int>(std::max<qsizetype>(0, m_subsets.indexOf(before))));
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_text) + 1, m_parts);
    m_parts->setVisible(m_subsets.size() > 1);
    setTabOrder(m_text, m_parts);
    m_text->setPlaceholderText(
        tr("Filter %n field(s)", nullptr, static_cast<int>(model.fields().size())));
    connect(m_parts, &Segments::currentChanged, this, &SchemaBar::announce);
}

void SchemaBar::setHits(int hits, int total)
{
    m_hits->setText(hits == total
                        ? QString()
                        : tr("%1 of %n field(s)", nullptr, total).arg(QLocale().toString(hits)));
}

void SchemaBar::setFilter(const items::FieldFilter &filter)
{
    m_text->setText(filter.text);
    if (const auto at = m_subsets.indexOf(filter.subset); m_parts && at >= 0)
        m_parts->setCurrent(static_cast<int>(at));
    announce();
}

items::FieldFilter SchemaBar::filter() const
{
    const int part = m_parts ? m_parts->current() : 0;
    return {m_text->text(),
            part >= 0 && part < m_subsets.size() ? m_subsets.at(part) : items::FieldSubset::All};
}

} // namespace portolan::views::product
