// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/inspector.h"

#include "models/items/displaytext.h"
#include "models/items/edits.h"
#include "models/items/links.h"
#include "models/items/pagesource.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/messages.h"

#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

constexpr int selectionDelay = 80; //!< ms

} // namespace

Inspector::Inspector(items::PageSource &source, QWidget *parent)
    : QScrollArea(parent)
    , m_loader(source)
    , m_follows(source)
    , m_stack(new QStackedWidget)
    , m_message(new SafeLabel)
    , m_page(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(size::inspectorLeast);
    setAccessibleName(tr("Inspector"));
    setFocusPolicy(Qt::NoFocus);

    m_message->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(size::page, 128, size::page, size::page);
    m_message->setForegroundRole(QPalette::PlaceholderText);

    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(0, 0, 0, size::page);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    buildBlocks(layout);
    layout->addStretch(1);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_page);
    m_stack->setBackgroundRole(QPalette::Base);
    m_stack->setAutoFillBackground(true);
    setWidget(m_stack);
    viewport()->setBackgroundRole(QPalette::Base);

    m_delay.setSingleShot(true);
    m_delay.setInterval(selectionDelay);
    connect(&m_delay, &QTimer::timeout, this, &Inspector::load);
    connect(&m_loader, &items::PageLoader::pageChanged, this, &Inspector::pageChanged);
    connect(&m_loader, &items::PageLoader::surroundingsChanged, this,
            &Inspector::surroundingsChanged);
    connect(&m_follows, &items::FollowList::changed, this, &Inspector::showFollowed);
    connect(&m_follows, &items::FollowList::failed, this, &Inspector::failed);
    showMessage(tr("Select a row to see it here"));
}

QWidget *Inspector::buildHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(size::page, size::page, size::buttonPadding, size::buttonPadding);
    layout->setSpacing(size::unit);

    auto *first = new QHBoxLayout;
    first->setSpacing(size::gap);
    m_icon = new IconLabel(u"kind-product"_s, size::icon);
    m_title = new ElidedLabel(Elide::Name);
    m_title->setTextFont(Text::Title);
    m_close = iconButton(u"close"_s, tr("Close the inspector"), head);
    connect(m_close, &QToolButton::clicked, this, &Inspector::closeRequested);
    first->addWidget(m_icon);
    first->addWidget(m_title, 1);
    first->addWidget(m_close);
    layout->addLayout(first);

    m_line = new FlowRow;
    layout->addWidget(m_line);
    layout->addSpacing(size::unit);

    auto *actions = new QHBoxLayout;
    actions->setSpacing(size::gap);
    m_open = new QPushButton(tr("Open"));
    m_open->setDefault(true);
    m_follow = new QPushButton;
    m_copy = iconButton(u"link"_s, tr("Copy link"), head);
    actions->addWidget(m_open);
    actions->addWidget(m_follow);
    actions->addStretch(1);
    actions->addWidget(m_copy);
    layout->addLayout(actions);
    connect(m_open, &QPushButton::clicked, this,
            [this] { Q_EMIT openRequested(m_loader.id(), OpenMode::Tab); });
    connect(m_follow, &QPushButton::clicked, this,
            [this] { m_follows.set(m_loader.id(), !m_follows.contains(m_loader.id())); });
    connect(m_copy, &QToolButton::clicked, this,
            [this] { Q_EMIT copyRequested(items::linkTo(m_loader.id())); });
    return head;
}

Inspector::Block Inspector::addBlock(QVBoxLayout *layout, const QString &title)
{
    Block block;
    block.frame = new QWidget;
    auto *outer = new QVBoxLayout(block.frame);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new Line(Qt::Horizontal));
    block.body = new QVBoxLayout;
    block.body->setContentsMargins(size::page, size::buttonPadding, size::page,
                                   size::buttonPadding);
    block.body->setSpacing(size::unit);
    if (!title.isEmpty()) {
        block.head = new SectionHead(title);
        block.body->addWidget(block.head);
    }
    outer->addLayout(block.body);
    layout->addWidget(block.frame);
    return block;
}

void Inspector::buildBlocks(QVBoxLayout *layout)
{
    m_factsBlock = addBlock(layout, {});
    m_facts = new KeyValueGrid;
    m_factsBlock.body->addWidget(m_facts);

    m_descriptionBlock = addBlock(layout, tr("Description"));
    m_description = new SafeMarkdownView;
    m_description->setAccessibleName(tr("Description"));
    m_descriptionBlock.body->addWidget(m_description);
    m_waiting = new SafeLabel;
    m_waiting->setTextFont(Text::Small);
    m_waiting->setForegroundRole(QPalette::PlaceholderText);
    m_waiting->setWordWrap(true);
    m_descriptionBlock.body->addWidget(m_waiting);

    m_portsBlock = addBlock(layout, tr("Output ports"));
    m_portsBlock.body->setSpacing(0);
    // Rows are hovered over their full width; their own padding replaces that of the block.
    m_portsBlock.body->setContentsMargins(0, size::buttonPadding, 0, size::gap);
    m_portsBlock.head->setContentsMargins(size::page, 0, size::page, 0);

    m_promisesBlock = addBlock(layout, tr("Service levels, as promised"));
    m_promises = new KeyValueGrid;
    m_promisesBlock.body->addWidget(m_promises);

    m_tagsBlock = addBlock(layout, {});
    m_tags = new FlowRow;
    m_tagsBlock.body->addWidget(m_tags);

    m_sourcesBlock = addBlock(layout, tr("Seen by"));
    m_sources = new KeyValueGrid;
    m_sourcesBlock.body->addWidget(m_sources);
}

void Inspector::setNames(ThingPart *names)
{
    m_names = names;
    m_sources->hide();
    m_sourcesBlock.body->addWidget(names);
    const auto showFilled = [this] { m_sourcesBlock.frame->setVisible(m_names->isFilled()); };
    connect(names, &ThingPart::filledChanged, this, showFilled);
    connect(names, &ThingPart::openRequested, this, &Inspector::openRequested);
    showFilled();
}

QSize Inspector::sizeHint() const
{
    return {size::inspector, QScrollArea::sizeHint().height()};
}

void Inspector::show(const QUuid &id)
{
    m_wanted = id;
    if (id.isNull())
        showMessage(tr("Select a row to see it here"));
    m_delay.start();
}

void Inspector::load()
{
    if (!m_wanted.isNull() && m_wanted != m_loader.id())
        m_loader.load(m_wanted);
    else if (m_loader.state() == items::PageLoader::State::Ready && !m_wanted.isNull())
        turnTo(m_page);
}

void Inspector::showMessage(const QString &text)
{
    m_message->setText(text);
    turnTo(m_message);
}

// The page that is not shown takes no room, or there would be a scroll bar beside an empty message.
void Inspector::turnTo(QWidget *page)
{
    for (auto *other : {static_cast<QWidget *>(m_message), m_page})
        other->setSizePolicy(QSizePolicy::Preferred,
                             other == page ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_stack->setCurrentWidget(page);
    m_stack->updateGeometry();
}

void Inspector::showFollowed()
{
    const bool followed = m_follows.contains(m_loader.id());
    m_follow->setText(followed ? tr("Following") : tr("Follow"));
    m_follow->setIcon(icon(followed ? u"followed"_s : u"follow"_s));
}

void Inspector::pageChanged()
{
    // While a page is read the one before stays: an inspector that empties itself at every step
    // through a list flickers.
    if (m_loader.state() == items::PageLoader::State::Loading || m_wanted.isNull())
        return;
    if (m_loader.state() == items::PageLoader::State::Failed) {
        const auto text = ui::errorText(m_loader.error().kind);
        showMessage(text.what + u' ' + text.remedy);
        return;
    }
    const auto &page = m_loader.dossier().page;
    fillHead(page.entity);
    fillFacts();
    m_description->setDescription(page.entity.description);
    m_waiting->setText(items::waitingText(page));
    m_waiting->setVisible(!page.waiting.isEmpty());
    m_descriptionBlock.frame->setVisible(!page.entity.description.isEmpty()
                                         || !page.waiting.isEmpty());
    fillPorts(page);
    fillPromises();
    QStringList tags;
    for (const auto &tag : page.entity.tags.mid(0, 40))
        tags.append(items::oneLine(tag, 60));
    m_tags->setTags(tags);
    m_tagsBlock.frame->setVisible(!page.entity.tags.isEmpty());
    fillSources(page);
    showFollowed();
    turnTo(m_page);
}

void Inspector::surroundingsChanged()
{
    if (m_loader.state() != items::PageLoader::State::Ready)
        return;
    fillFacts();
    fillPromises();
}

} // namespace portolan::views::catalog
