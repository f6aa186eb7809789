// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/pageheader.h"

#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/schematree.h"
#include "models/items/slotext.h"
#include "views/product/factsline.h"
#include "views/product/subjects.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QResizeEvent>
#include <QSet>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

constexpr int headerTop = 12;

bool isYes(const QString &value)
{
    return value.compare(u"true"_s, Qt::CaseInsensitive) == 0
        || value.compare(u"yes"_s, Qt::CaseInsensitive) == 0;
}

//! A fact of the line below the title: an icon and a text.
ElidedLabel *fact(const QString &iconName, const QString &text)
{
    auto *label = new ElidedLabel(Elide::Name);
    label->setText(text);
    label->setIconName(iconName);
    label->setColour(Colour::TextSecondary);
    return label;
}

//! How sensitive a thing is: as it says itself, else as the most sensitive of its ports.
QString sensitivityOf(const domain::Page &page)
{
    if (!page.entity.classification.isEmpty())
        return page.entity.classification;
    const QStringList rising{u"public"_s, u"internal"_s, u"confidential"_s, u"restricted"_s};
    QString most;
    for (const auto &related : page.related) {
        const auto &own = related.entity.classification;
        if (related.relation == domain::Relation::OutputPort && !related.incoming
            && rising.indexOf(own.toLower()) > rising.indexOf(most.toLower()))
            most = own;
    }
    return most;
}

} // namespace

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel({}, size::icon, Colour::Text, this))
    , m_title(new ElidedLabel(Elide::Name, this))
    , m_version(new ElidedLabel(Elide::Name, this))
    , m_tags(new QHBoxLayout)
    , m_facts(new FactsLine(this))
    , m_buttons(new QHBoxLayout)
    , m_copy(new QPushButton(this))
    , m_more(new QToolButton(this))
    , m_copyMenu(new QMenu(this))
    , m_moreMenu(new QMenu(this))
{
    m_title->setTextFont(Text::Title, true);
    m_version->setColour(Colour::TextSecondary);
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setMenu(m_copyMenu);
    m_more->setIcon(icon(u"more"_s));
    connect(m_more, &QToolButton::clicked, m_moreMenu,
            [this] { m_moreMenu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    m_moreMenu->setToolTipsVisible(true); // why something cannot be done
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setAccessibleName(tr("More actions"));
    setSafeToolTip(m_more, tr("More actions"));

    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(size::gap);
    m_tags->setSpacing(size::gap);
    m_buttons->setSpacing(size::gap);
    titleRow->addWidget(m_icon);
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_version);
    titleRow->addLayout(m_tags);
    titleRow->addStretch(1);
    titleRow->addLayout(m_buttons);
    m_buttons->addWidget(m_copy);
    m_buttons->addWidget(m_more);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::page, headerTop, size::page, 0);
    column->setSpacing(size::smallGap);
    column->addLayout(titleRow);
    column->addWidget(m_facts);
    fold(false);
}

void PageHeader::setPage(const domain::Page &page)
{
    const auto &entity = page.entity;
    m_icon->setIconName(iconNameOf(entity.kind, entity.type));
    m_title->setText(items::oneLine(entity.label()));
    m_version->setText(items::oneLine(entity.version, 40));
    m_version->setVisible(!entity.version.isEmpty());
    showTags(page);
    showFacts(page);
}

void PageHeader::showTags(const domain::Page &page)
{
    while (auto *item = m_tags->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto add = [this](const QString &text) {
        if (!text.isEmpty())
            m_tags->addWidget(new TagLabel(visibleText(items::oneLine(text, 30)), this));
    };
    add(items::facetValueText(u"status"_s, page.entity.status));
    if (const auto tier = propertyOf(page, u"tier"); !tier.isEmpty())
        add(tier.contains(u"tier"_s, Qt::CaseInsensitive) ? tier : tr("Tier %1").arg(tier));
    if (isYes(propertyOf(page, u"certified")))
        add(tr("✓ Certified"));
}

void PageHeader::showFacts(const domain::Page &page)
{
    const auto &entity = page.entity;
    m_facts->clear();
    if (entity.kind != domain::EntityKind::Product)
        m_facts->add(fact({}, items::kindText(entity.kind, entity.type)));
    if (!entity.ownerName.isEmpty()) {
        auto *owner = new QWidget;
        auto *row = new QHBoxLayout(owner);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(size::gap);
        row->addWidget(new Initials(entity.ownerName, owner));
        const auto name = visibleText(items::oneLine(entity.ownerName, 80));
        if (entity.ownerId.isNull()) {
            auto *label = new ElidedLabel(Elide::Name, owner);
            label->setText(name);
            row->addWidget(label);
        } else {
            auto *link = new LinkButton(name, owner);
            setSafeToolTip(link, tr("Owner"));
            connect(link, &QAbstractButton::clicked, this, &PageHeader::ownerClicked);
            row->addWidget(link);
        }
        m_facts->add(owner);
    }
    for (const auto &related : page.related) {
        // Who answers is a person; the team behind them is worth a word of its own.
        if (related.relation == domain::Relation::OwnedBy && !related.incoming
            && related.entity.kind == domain::EntityKind::Team
            && related.entity.label() != entity.ownerName)
            m_facts->add(fact(iconNameOf(domain::EntityKind::Team, {}),
                              items::oneLine(related.entity.label(), 80)));
    }
    if (!entity.domain.isEmpty()) {
        auto *place = new QWidget;
        auto *row = new QHBoxLayout(place);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(size::smallGap);
        row->addWidget(new IconLabel(u"kind-domain"_s, size::inlineIcon));
        auto *link =
            new LinkButton(visibleText(items::oneLine(domain::domainText(entity.domain), 120)));
        setSafeToolTip(link, tr("Show this domain in the catalogue"));
        connect(link, &QAbstractButton::clicked, this, &PageHeader::domainClicked);
        row->addWidget(link);
        m_facts->add(place);
    }
    if (const auto classification = sensitivityOf(page); !classification.isEmpty())
        m_facts->add(fact(items::isSensitive(classification) ? u"kind-classification"_s : QString(),
                          items::facetValueText(u"classification"_s, classification)));
    if (entity.sloState)
        m_facts->add(new StatusLabel(statusOf(*entity.sloState), items::standingLine(entity)));
    QSet<QUuid> accounts;
    for (const auto &alias : entity.aliases)
        accounts.insert(alias.account);
    if (accounts.size() > 1)
        m_facts->add(fact(
            u"link"_s, tr("known to %n account(s)", nullptr, static_cast<int>(accounts.size()))));
    m_facts->setVisible(!m_facts->isEmpty());
}

void PageHeader::setSnippets(const QList<items::Snippet> &snippets)
{
    m_copyMenu->clear();
    for (const auto &snippet : snippets) {
        m_copyMenu->addAction(items::snippetTitle(snippet.kind), this, [text = snippet.text] {
            QGuiApplication::clipboard()->setText(text);
        });
    }
    m_copy->setVisible(!snippets.isEmpty());
}

QPushButton *PageHeader::addButton(QAction *action)
{
    auto *button = new QPushButton(this);
    const auto sync = [this, button, action] {
        button->setIcon(action->icon());
        button->setText(m_narrow ? QString() : action->text());
        button->setAccessibleName(action->text());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        setSafeToolTip(button, action->text());
    };
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, sync);
    m_buttons->insertWidget(m_buttons->indexOf(m_copy), button);
    m_actionButtons.append({button, action});
    sync();
    return button;
}

void PageHeader::setActions(QAction *request, QAction *follow, QAction *openOutside,
                            const QList<QAction *> &menu)
{
    addButton(request)->setDefault(true); // what a consumer came for
    auto *second = addButton(follow);
    auto *outside = addButton(openOutside);
    m_buttons->removeWidget(outside);
    m_buttons->insertWidget(m_buttons->indexOf(m_more), outside);
    m_moreMenu->addActions(menu);
    setTabOrder(m_actionButtons.first().first, second);
    setTabOrder(second, m_copy);
    setTabOrder(m_copy, outside);
    setTabOrder(outside, m_more);
}

void PageHeader::fold(bool narrow)
{
    m_narrow = narrow;
    m_copy->setText(narrow ? QString() : tr("Copy as"));
    m_copy->setAccessibleName(tr("Copy as"));
    setSafeToolTip(m_copy, tr("Copy as SQL, Python, an address, …"));
    for (const auto &[button, action] : std::as_const(m_actionButtons))
        button->setText(narrow ? QString() : action->text());
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool narrow = width() < size::narrowWindow; narrow != m_narrow)
        fold(narrow);
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace portolan::views::product
