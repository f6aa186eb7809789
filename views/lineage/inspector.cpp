// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/inspector.h"

#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/lineageaccess.h"
#include "models/items/lineagemarks.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/timetext.h"

#include <QFocusEvent>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using ::portolan::lineage::NodeIndex;

Inspector::Inspector(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(size::inspectorLeast);
    setAccessibleName(tr("Inspector"));
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_layout = new QVBoxLayout(page);
    m_layout->setContentsMargins(0, 0, 0, size::gap);
    m_layout->setSpacing(0);
    m_layout->addWidget(buildHead());
    m_whyBlock = addBlock(tr("Why"));
    m_why = new SafeLabel;
    m_why->setWordWrap(true);
    m_whyBlock.body->addWidget(m_why);
    m_accessBlock = addBlock(tr("Access"));
    m_access = new SafeLabel;
    m_access->setWordWrap(true);
    m_accessBlock.body->addWidget(m_access);
    auto *agreements = new LinkButton(tr("Agreements"));
    connect(agreements, &LinkButton::clicked, this, &Inspector::agreementsRequested);
    m_accessBlock.head->addAction(agreements);
    m_reachBlock = addBlock(tr("Reach"));
    m_reach = new KeyValueGrid;
    m_reachBlock.body->addWidget(m_reach);
    m_hitsBlock = addBlock(tr("Who is hit"));
    auto *table = new LinkButton(tr("Impact table"));
    connect(table, &LinkButton::clicked, this, &Inspector::impactRequested);
    m_hitsBlock.head->addAction(table);
    m_namesBlock = addBlock(tr("Known as"));
    m_columnBlock = addBlock({});
    m_columnText = new SafeLabel;
    m_columnText->setWordWrap(true);
    m_columnBlock.body->addWidget(m_columnText);
    m_factsBlock = addBlock(tr("How it is known"));
    m_facts = new KeyValueGrid;
    m_factsBlock.body->addWidget(m_facts);
    m_codeBlock = addBlock(tr("Statement"));
    m_code = new SafeLabel;
    m_code->setTextFont(Text::Mono);
    m_code->setSelectable(true);
    m_code->setWordWrap(true);
    m_codeBlock.body->addWidget(m_code);
    m_layout->addStretch(1);
    setWidget(page);
    viewport()->setBackgroundRole(QPalette::Base);
    clear();
}

QWidget *Inspector::buildHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(size::page, size::page, size::page, size::buttonPadding);
    column->setSpacing(size::unit);
    auto *first = new QHBoxLayout;
    first->setSpacing(size::gap);
    m_icon = new IconLabel(u"pane-lineage"_s, size::icon);
    m_title = new ElidedLabel(Elide::Name);
    m_title->setTextFont(Text::Title);
    first->addWidget(m_icon);
    first->addWidget(m_title, 1);
    column->addLayout(first);
    m_line = new SafeLabel;
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_line->setWordWrap(true);
    column->addWidget(m_line);
    m_actions = new QWidget;
    auto *row = new QHBoxLayout(m_actions);
    row->setContentsMargins(0, size::unit, 0, 0);
    row->setSpacing(size::gap);
    m_open = new QPushButton(tr("Open"));
    m_path = new QPushButton(tr("Path to…"));
    m_path->setIcon(icon(u"path"_s));
    m_columns = iconButton(u"columns"_s, tr("Columns (Space)"));
    m_focus = iconButton(u"target"_s, tr("Only what hangs on this"));
    row->addWidget(m_open);
    row->addWidget(m_path);
    row->addStretch(1);
    row->addWidget(m_columns);
    row->addWidget(m_focus);
    column->addWidget(m_actions);
    connect(m_open, &QPushButton::clicked, this, &Inspector::openRequested);
    connect(m_path, &QPushButton::clicked, this, &Inspector::pathRequested);
    connect(m_columns, &QToolButton::clicked, this, &Inspector::columnsRequested);
    connect(m_focus, &QToolButton::clicked, this, &Inspector::rootRequested);
    return head;
}

Inspector::Block Inspector::addBlock(const QString &title)
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
    block.head = new SectionHead(title);
    block.body->addWidget(block.head);
    outer->addLayout(block.body);
    m_layout->addWidget(block.frame);
    return block;
}

void Inspector::clear()
{
    ++m_question;
    m_reach->clear();
    m_facts->clear();
    delete std::exchange(m_hitRows, nullptr);
    delete std::exchange(m_originRows, nullptr);
    for (const auto &block : {m_whyBlock, m_accessBlock, m_namesBlock, m_reachBlock, m_hitsBlock,
                              m_columnBlock, m_factsBlock, m_codeBlock})
        block.frame->hide();
}

void Inspector::setHead(const QString &iconName, const QString &title, const QString &line)
{
    m_icon->setIconName(iconName);
    m_title->setText(title);
    setLine(line);
}

void Inspector::setLine(const QString &line)
{
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void Inspector::showNothing()
{
    clear();
    setHead(u"pane-lineage"_s, tr("Lineage"), {});
    m_actions->hide();
}

void Inspector::showPicture(const items::LineageScene &scene)
{
    clear();
    setHead(u"pane-lineage"_s, tr("Lineage"), tr("Select a box or a line to see it here"));
    m_actions->hide();
    const QLocale locale;
    m_reach->addLine(tr("Things"), locale.toString(qulonglong(scene.boxes.size())));
    m_reach->addLine(tr("Lines"), locale.toString(qulonglong(scene.lines.size())));
    m_reach->addLine(tr("Crossings"), locale.toString(qulonglong(scene.layout.figures.crossings)));
    if (const auto back = scene.layout.figures.reversed; back > 0)
        m_reach->addLine(tr("Close a cycle"), tr("%n line(s), dash-dotted", nullptr, int(back)));
    const auto bridges = std::count_if(scene.lines.begin(), scene.lines.end(),
                                       [](const auto &line) { return line.isBridge; });
    if (bridges > 0)
        m_reach->addLine(tr("Through what is left out"),
                         tr("%n line(s), dotted", nullptr, int(bridges)));
    m_reachBlock.head->setTitle(tr("Picture"));
    m_reachBlock.frame->show();
}

void Inspector::showBox(const items::LineageMeshPtr &mesh, const items::LineageScene &scene,
                        int box, int column, std::vector<NodeIndex> starts)
{
    clear();
    const auto &about = scene.boxes[std::size_t(box)];
    const auto &node = scene.nodeOf(about);
    QStringList parts;
    if (about.isFolded()) {
        parts.append(tr("%Ln thing(s), folded", nullptr, about.members));
    } else {
        if (node.isKnown)
            parts.append(items::kindText(node.kind, node.type));
        const auto &path = mesh->graph->domains.at(node.domain);
        if (!path.isEmpty())
            parts.append(path.join(u" › "_s));
        if (!node.owner.isEmpty())
            parts.append(items::oneLine(node.owner));
        if (!node.isKnown)
            parts.append(tr("known by its name only"));
    }
    setHead(about.icon, about.label, parts.join(u" · "_s));
    m_actions->show();
    m_open->setVisible(!about.isFolded() && node.isKnown);
    m_columns->setVisible(!about.isFolded());
    m_focus->setVisible(!about.isFolded());
    showAccess(scene, box);
    if (m_names != nullptr) {
        m_names->showThing(!about.isFolded() && node.isKnown ? node.id : QUuid());
        m_namesBlock.frame->setVisible(m_names->isFilled());
    }
    askReach(mesh, std::move(starts));
    if (column >= 0)
        fillColumn(scene, box, column);
}

void Inspector::setNames(ThingPart *names)
{
    m_names = names;
    m_namesBlock.body->addWidget(names);
    connect(names, &ThingPart::openRequested, this, &Inspector::pageRequested);
    connect(names, &ThingPart::filledChanged, this,
            [this] { m_namesBlock.frame->setVisible(m_names->isFilled()); });
}

void Inspector::showAccess(const items::LineageScene &scene, int box)
{
    const auto words = items::accessWords(items::accessOf(scene)[std::size_t(box)]);
    m_access->setText(words);
    m_accessBlock.frame->setVisible(!words.isEmpty());
}

void Inspector::addNote(const QString &note)
{
    const auto before = m_line->text();
    setLine(before.isEmpty() ? note : before + u" · "_s + note);
}

void Inspector::showLine(const items::LineageScene &scene, int line)
{
    clear();
    const auto &about = scene.lines[std::size_t(line)];
    setHead(u"pane-lineage"_s,
            tr("%1 → %2").arg(scene.boxes[about.from].label, scene.boxes[about.to].label),
            about.isBridge ? tr("through what the filter leaves out, which is not one statement")
                           : tr("%n statement(s) say so", nullptr, int(about.linkCount)));
    m_actions->hide();
}

void Inspector::focusInEvent(QFocusEvent *event)
{
    QScrollArea::focusInEvent(event);
    for (auto *next = nextInFocusChain(); next != this && isAncestorOf(next);
         next = next->nextInFocusChain()) {
        if (next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus) != 0)
            return next->setFocus(event->reason());
    }
}

QSize Inspector::sizeHint() const
{
    return {size::inspectorLeast, QScrollArea::sizeHint().height()};
}

} // namespace portolan::views::lineage
