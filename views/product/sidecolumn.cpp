// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/sidecolumn.h"

#include "models/domain/query.h"
#include "models/items/displaytext.h"
#include "models/items/jointext.h"
#include "models/items/labels.h"
#include "models/items/sla.h"
#include "views/product/porttable.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"

#include <QGuiApplication>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

constexpr int fewConsumers = 8;
// A column is no place for hundreds of lines: the document has them all.
constexpr qsizetype mostEntries = 40;
constexpr int blockTop = 12;
constexpr qsizetype longestText = 1200;

//! What a column shows of a text; the whole stands in the document.
QString bounded(const QString &text)
{
    return text.size() > longestText ? text.left(longestText) + u'…' : text;
}

} // namespace

SideColumn::SideColumn(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Facts"));
}

void SideColumn::setNames(ThingPart *names)
{
    m_names = names;
    names->setParent(this);
    names->hide();
    connect(names, &ThingPart::openRequested, this, &SideColumn::openRequested);
    connect(names, &ThingPart::filledChanged, this, [this] {
        if (m_namesFrame != nullptr)
            m_namesFrame->setVisible(m_names->isFilled());
    });
}

void SideColumn::setDossier(const items::Dossier &dossier)
{
    // It outlives what it stood in, with the focus that it has.
    const QPointer<QWidget> focus =
        m_names != nullptr && m_names->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    if (m_names != nullptr)
        m_names->setParent(this);
    m_content = new QWidget;
    m_content->setBackgroundRole(QPalette::Base);
    m_content->setAutoFillBackground(true);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    addOwnership(dossier.page);
    addTerms(dossier.page.merged);
    addConsumers(dossier.consumers());
    addQuestions(dossier.page.merged);
    addTags(dossier.page.entity);
    addReferences(dossier.page.merged);
    if (m_names != nullptr)
        addNames(dossier.page);
    else
        addOthers(dossier.page);
    addFacts(dossier.page);
    m_column->addStretch(1);
    setWidget(m_content);
    if (focus)
        focus->setFocus(Qt::OtherFocusReason);
}

void SideColumn::addNames(const domain::Page &page)
{
    m_namesFrame = new QWidget;
    auto *frame = new QVBoxLayout(m_namesFrame);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->setSpacing(0);
    frame->addWidget(new Line(Qt::Horizontal));
    auto *block = new QVBoxLayout;
    block->setContentsMargins(size::page, blockTop, size::page, blockTop);
    block->setSpacing(size::smallGap);
    block->addWidget(new SectionHead(tr("Known as")));
    block->addWidget(m_names);
    frame->addLayout(block);
    m_column->addWidget(m_namesFrame);
    m_names->show();
    m_names->showThing(page.entity.id);
    m_namesFrame->setVisible(m_names->isFilled());
}

QVBoxLayout *SideColumn::addBlock(const QString &title, const QString &note)
{
    if (m_column->count() > 0)
        m_column->addWidget(new Line(Qt::Horizontal, m_content));
    auto *block = new QVBoxLayout;
    block->setContentsMargins(size::page, blockTop, size::page, blockTop);
    block->setSpacing(size::smallGap);
    auto *head = new SectionHead(title, m_content);
    if (!note.isEmpty())
        head->setNote(note);
    block->addWidget(head);
    m_column->addLayout(block);
    return block;
}

void SideColumn::addOwnership(const domain::Page &page)
{
    auto *grid = new KeyValueGrid;
    const auto &entity = page.entity;
    if (!entity.ownerName.isEmpty() && !entity.ownerId.isNull()) {
        auto *owner = new LinkButton(visibleText(items::oneLine(entity.ownerName, 200)));
        connect(owner, &QAbstractButton::clicked, this, [this, id = entity.ownerId] {
            Q_EMIT openRequested(id, openModeOf(QGuiApplication::keyboardModifiers()));
        });
        grid->addWidget(tr("Owner"), owner);
    } else {
        grid->add(tr("Owner"), bounded(entity.ownerName));
    }
    qsizetype shown = 0;
    for (const auto &member : page.merged.team) {
        const bool isOwner = member.name == entity.ownerName // who stands above already
            && member.role.compare(u"owner"_s, Qt::CaseInsensitive) == 0;
        if (!member.dateOut.isEmpty() || isOwner || ++shown > mostEntries)
            continue;
        const auto role = items::capitalised(items::oneLine(member.role, 60));
        grid->add(role.isEmpty() ? tr("Member") : role,
                  bounded(member.name.isEmpty() ? member.username : member.name));
    }
    for (const auto &channel :
         page.merged.support.first(std::min(page.merged.support.size(), mostEntries))) {
        grid->addLink(tr("Support"), channel.channel.isEmpty() ? channel.url : channel.channel,
                      channel.url);
        grid->add({}, bounded(channel.description));
    }
    if (grid->isEmpty())
        delete grid;
    else
        addBlock(tr("Ownership and support"))->addWidget(grid);
}

void SideColumn::addTerms(const domain::Record &record)
{
    auto *grid = new KeyValueGrid;
    for (const auto &price : record.prices.first(std::min(record.prices.size(), mostEntries)))
        grid->add(tr("Price"), bounded(items::priceText(price)));
    grid->add(tr("Purpose"), bounded(record.terms.purpose));
    grid->add(tr("Limitations"), bounded(record.terms.limitations));
    grid->add(tr("Usage"), bounded(record.terms.usage));
    if (grid->isEmpty())
        delete grid;
    else
        addBlock(record.prices.isEmpty() ? tr("Terms") : tr("Price and terms"))->addWidget(grid);
}

void SideColumn::addConsumers(const QList<domain::Entity> &consumers)
{
    if (consumers.isEmpty())
        return;
    auto *block = addBlock(tr("Consumers"), QLocale().toString(static_cast<int>(consumers.size())));
    const auto few = std::min<qsizetype>(consumers.size(), mostEntries);
    QList<QWidget *> more;
    for (qsizetype i = 0; i < few; ++i) {
        const auto &entity = consumers.at(i);
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(size::gap);
        line->addWidget(new IconLabel(iconNameOf(entity.kind, entity.type), size::inlineIcon));
        auto *link = new LinkButton(visibleText(items::oneLine(entity.label(), 200)));
        connect(link, &QAbstractButton::clicked, this, [this, id = entity.id] {
            Q_EMIT openRequested(id, openModeOf(QGuiApplication::keyboardModifiers()));
        });
        line->addWidget(link, 0);
        line->addStretch(1);
        if (!entity.domain.isEmpty()) {
            auto *place = new ElidedLabel(Elide::Name);
            place->setText(entity.domain.first());
            place->setColour(Colour::TextSecondary);
            place->setTextFont(Text::Small);
            line->addWidget(place);
        }
        block->addWidget(row);
        if (i >= fewConsumers) {
            row->setVisible(m_allConsumers);
            more.append(row);
        }
    }
    if (more.isEmpty() || m_allConsumers)
        return;
    auto *all = new LinkButton(tr("%n more", nullptr, static_cast<int>(more.size())));
    connect(all, &QAbstractButton::clicked, this, [this, all, more] {
        m_allConsumers = true;
        for (auto *row : more)
            row->setVisible(true);
        all->setVisible(false);
    });
    block->addWidget(all, 0, Qt::AlignLeading);
}

void SideColumn::addTags(const domain::Entity &entity)
{
    if (entity.tags.isEmpty())
        return;
    auto *flow = new FlowRow;
    for (const auto &tag : entity.tags.first(std::min(entity.tags.size(), mostEntries))) {
        auto *link = new LinkButton(u'#' + visibleText(items::oneLine(tag, 60)));
        setSafeToolTip(link, tr("Show everything with this tag"));
        connect(link, &QAbstractButton::clicked, this,
                [this, tag] { Q_EMIT queryRequested(u"tag:"_s + domain::quotedValue(tag)); });
        flow->add(link);
    }
    addBlock(tr("Tags"))->addWidget(flow);
}

void SideColumn::addQuestions(const domain::Record &record)
{
    if (record.questions.isEmpty())
        return;
    auto *block = addBlock(tr("Questions this answers"));
    for (const auto &one : record.questions.first(std::min(record.questions.size(), mostEntries))) {
        auto *question = new SafeLabel(visibleText(one.question.left(1000)));
        question->setWordWrap(true);
        question->setSelectable(true);
        question->setAccessibleName(tr("Question: %1").arg(question->text()));
        block->addWidget(question);
        if (one.answer.isEmpty())
            continue;
        auto *answer = new SafeLabel(visibleText(one.answer.left(1000)));
        answer->setWordWrap(true);
        answer->setForegroundRole(QPalette::PlaceholderText);
        block->addWidget(answer);
    }
}

void SideColumn::addReferences(const domain::Record &record)
{
    if (record.references.isEmpty())
        return;
    auto *grid = new KeyValueGrid;
    for (const auto &reference :
         record.references.first(std::min(record.references.size(), mostEntries))) {
        const auto type = items::oneLine(reference.type, 40);
        grid->addLink(
            type.isEmpty() ? tr("Link") : type,
            items::oneLine(reference.description.isEmpty() ? reference.url : reference.description,
                           120),
            reference.url);
    }
    addBlock(tr("References"))->addWidget(grid);
}

void SideColumn::addOthers(const domain::Page &page)
{
    if (!page.others.isEmpty()) {
        auto *grid = new KeyValueGrid;
        for (const auto &other : page.others.first(std::min(page.others.size(), mostEntries)))
            grid->add(items::memberTitle(other.what),
                      tr("%1 (%2)").arg(other.value.left(1000), items::oneLine(other.account, 80)));
        addBlock(tr("Also said elsewhere"))->addWidget(grid);
    }
    if (page.entity.aliases.size() > 1) {
        auto *grid = new KeyValueGrid;
        for (const auto &alias : page.entity.aliases) {
            grid->add(items::oneLine(alias.accountName, 40),
                      alias.joinedBy.isEmpty()
                          ? alias.nativeId
                          : QString(alias.nativeId + u"\n"_s + alias.joinedBy));
        }
        addBlock(tr("Known as"))->addWidget(grid);
    }
}

void SideColumn::addFacts(const domain::Page &page)
{
    auto *grid = new KeyValueGrid;
    grid->add(tr("Kind"), items::kindText(page.entity.kind, page.entity.type));
    if (page.entity.aliases.size() < 2)
        grid->add(tr("Name there"), bounded(page.entity.nativeId));
    if (page.entity.name != page.entity.label())
        grid->add(tr("Technical name"), bounded(page.entity.name));
    // Of products and teams the key only says which one they are.
    if (page.entity.kind == domain::EntityKind::Asset
        || page.entity.kind == domain::EntityKind::Port)
        grid->add(tr("Dataset"), bounded(page.merged.datasetKey));
    grid->add(tr("Also called"), bounded(page.merged.synonyms.join(u", "_s)));
    const auto &properties = page.merged.properties;
    for (const auto &[name, value] : properties.first(std::min(properties.size(), mostEntries)))
        grid->add(items::oneLine(name, 40), bounded(value));
    addBlock(tr("Facts"))->addWidget(grid);
}

} // namespace portolan::views::product
