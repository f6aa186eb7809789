// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/quality/rootstree.h"

#include "models/items/displaytext.h"
#include "models/items/slotext.h"
#include "views/quality/leveldelegate.h"
#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/rowdelegate.h"

#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

enum Role {
    IdRole = Qt::UserRole,
    KindRole, //!< int of Kind
    ShapeRole, //!< int of Status
    LineRole, //!< QString: the second line of a root
    CountRole, //!< QString at the end of a root
    DimensionRole //!< QString behind the name of what is hit
};

enum Kind { Root, Asset, Level, More };

constexpr int shownHits = 3;
constexpr int rootRow = 48;

//! Roots in two lines with how many they hit, and what they hit in one.
class RootDelegate final : public RowDelegate
{
public:
    explicit RootDelegate(QObject *parent)
        : RowDelegate(size::treeRow, parent)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(fontOf(Text::Body));
        return {0,
                index.data(KindRole).toInt() == Root ? size::row(rootRow, metrics, 2)
                                                     : size::row(size::treeRow, metrics)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto tokens = tokensOf(option.palette);
        paintRowGround(painter, option, false);
        auto place = option.rect.adjusted(size::smallGap, 0, -size::page, -1);
        if (option.direction == Qt::RightToLeft)
            place = option.rect.adjusted(size::page, 0, -size::smallGap, -1);
        const auto kind = index.data(KindRole).toInt();
        const auto secondary =
            option.state & QStyle::State_Selected ? rowText(option) : tokens(Colour::TextSecondary);
        if (kind == More) {
            paintText(painter, place, index.data().toString(),
                      {fontOf(Text::Body), tokens(Colour::Link), Elide::Prose});
            paintRowFocus(painter, option);
            return;
        }
        const auto status = Status(index.data(ShapeRole).toInt());
        const QRect spot(place.left(), place.top(), size::inlineIcon, place.height());
        paintIcon(painter, QStyle::visualRect(option.direction, place, spot), statusIcon(status),
                  size::inlineIcon, statusColour(tokens, status));
        place = QStyle::visualRect(option.direction, place,
                                   place.adjusted(size::inlineIcon + size::gap, 0, 0, 0));
        if (kind == Root)
            paintRoot(painter, option, index, place, secondary);
        else
            paintHit(painter, option, index, place, secondary);
        paintRowFocus(painter, option);
    }

private:
    static void paintRoot(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index, const QRect &place, const QColor &secondary)
    {
        const auto small = fontOf(Text::Small);
        const auto count = index.data(CountRole).toString();
        const int wide = QFontMetrics(small).horizontalAdvance(count) + size::gap;
        paintText(painter, place, count, {small, secondary, Elide::Prose}, Qt::AlignTrailing);
        const auto text =
            QStyle::visualRect(option.direction, place, place.adjusted(0, 0, -wide, 0));
        const int half = place.height() / 2;
        paintText(painter, QRect(text.left(), text.top() + 4, text.width(), half - 4),
                  index.data().toString(),
                  {fontOf(Text::Body, true), rowText(option), Elide::Name});
        paintText(painter, QRect(text.left(), text.top() + half, text.width(), half - 4),
                  index.data(LineRole).toString(), {small, secondary, Elide::Prose});
    }

    static void paintHit(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index, const QRect &place, const QColor &secondary)
    {
        const auto font = fontOf(Text::Body);
        const auto name = index.data().toString();
        const auto behind = index.data(DimensionRole).toString();
        const QFontMetrics small(fontOf(Text::Small));
        const int rest = behind.isEmpty() ? 0 : small.horizontalAdvance(behind) + size::gap;
        const int used = std::min(QFontMetrics(font).horizontalAdvance(name), place.width() - rest);
        const QRect spot(place.left(), place.top(), used, place.height());
        paintText(painter, QStyle::visualRect(option.direction, place, spot), name,
                  {font, rowText(option), Elide::Name});
        paintText(
            painter,
            QStyle::visualRect(option.direction, place, place.adjusted(used + size::gap, 0, 0, 0)),
            behind, {fontOf(Text::Small), secondary, Elide::Prose});
    }
};

const items::ServiceLevel *levelOf(const items::QualityBoard &board, const QUuid &id)
{
    for (const auto &level : board.levels) {
        if (level.row.id == id)
            return &level;
    }
    return nullptr;
}

} // namespace

RootsTree::RootsTree(QWidget *parent)
    : QWidget(parent)
    , m_head(new SectionHead(tr("Earliest failing ancestors")))
    , m_count(new SafeLabel)
    , m_tree(new QTreeWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, size::page);
    column->setSpacing(0);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(size::page, size::unit, size::page, size::unit);
    head->setSpacing(0);
    head->addWidget(m_head);
    m_count->setWordWrap(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setFont(fontOf(Text::Small));
    head->addWidget(m_count);
    column->addLayout(head);
    dress(m_tree);
    m_tree->setItemDelegate(new RootDelegate(m_tree));
    m_tree->setUniformRowHeights(false);
    m_tree->setHeaderHidden(true);
    m_tree->setAccessibleName(tr("Earliest failing ancestors"));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    column->addWidget(m_tree, 1);
    auto *all = new QPushButton(tr("Open in lineage"));
    all->setIcon(icon(u"pane-lineage"_s));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(size::page, size::gap, size::page, 0);
    foot->addWidget(all);
    foot->addStretch(1);
    column->addLayout(foot);
    connect(all, &QPushButton::clicked, this, [this] {
        const auto *item = m_tree->currentItem();
        if (item == nullptr)
            item = m_tree->topLevelItem(0);
        while (item != nullptr && item->parent() != nullptr)
            item = item->parent();
        if (item != nullptr)
            Q_EMIT openInLineage(item->data(0, IdRole).toUuid());
    });
    connect(m_tree, &QTreeWidget::itemActivated, this, &RootsTree::choose);
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, &RootsTree::openMenu);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        if (item->data(0, KindRole).toInt() == More)
            choose(item);
    });
}

void RootsTree::show(const BoardPtr &board, const items::QualityFilter &filter)
{
    m_board = board;
    m_tree->clear();
    int affected = 0;
    for (const auto &root : board->roots) {
        const items::QualitySubject subject{
            QStringList{root.name, root.hitNames.join(u'\n')}.join(u'\n'),
            {},
            {},
            {},
            root.dimension,
            {},
            {}};
        if (!filter.matchesWords(subject))
            continue;
        addRoot(root, *board);
        affected += root.affected;
    }
    m_count->setText(tr("%1 with %n thing(s) below", nullptr, affected)
                         .arg(QLocale().toString(m_tree->topLevelItemCount())));
}

void RootsTree::addRoot(const items::FailureRoot &root, const items::QualityBoard &board)
{
    auto *item = new QTreeWidgetItem(m_tree, {items::oneLine(root.name)});
    item->setData(0, IdRole, root.asset);
    item->setData(0, KindRole, int(Root));
    item->setData(0, ShapeRole, int(root.isUnknown ? Status::Unknown : Status::Breach));
    const auto since = items::timeText(root.since.toMSecsSinceEpoch());
    item->setData(0, LineRole,
                  root.isUnknown
                      ? tr("no run since %1").arg(since)
                      : tr("%1, since %2").arg(items::dimensionWord(root.dimension), since));
    item->setData(0, CountRole, tr("%n thing(s)", nullptr, root.affected));
    item->setData(0, Qt::ToolTipRole,
                  QString(items::oneLine(root.name) + u'\n'
                          + QLocale().toString(root.since.toLocalTime(), QLocale::LongFormat)));
    item->setData(0, Qt::AccessibleTextRole,
                  QString(items::oneLine(root.name) + u", "_s + item->data(0, LineRole).toString()
                          + u", "_s + item->data(0, CountRole).toString()));
    const auto count = std::min(root.hit.size(), root.hitNames.size());
    for (qsizetype i = 0; i < count; ++i) {
        auto *hit = new QTreeWidgetItem(item, {items::oneLine(root.hitNames.at(i))});
        const auto *level = levelOf(board, root.hit.at(i));
        hit->setData(0, IdRole, root.hit.at(i));
        hit->setData(0, KindRole, int(level != nullptr ? Level : Asset));
        hit->setData(0, ShapeRole,
                     int(level != nullptr     ? statusOf(level->state())
                             : root.isUnknown ? Status::Unknown
                                              : Status::Breach));
        if (level != nullptr)
            hit->setData(0, DimensionRole, items::measurePhrase(level->row.slo));
        hit->setHidden(i >= shownHits);
    }
    if (count > shownHits) {
        auto *more = new QTreeWidgetItem(item, {tr("%n more", nullptr, int(count - shownHits))});
        more->setData(0, KindRole, int(More));
    }
    item->setExpanded(true);
}

void RootsTree::choose(QTreeWidgetItem *item)
{
    const auto id = item->data(0, IdRole).toUuid();
    switch (Kind(item->data(0, KindRole).toInt())) {
    case Level:
        Q_EMIT openLevel(id);
        break;
    case Root:
    case Asset:
        Q_EMIT openEntity(id);
        break;
    case More:
        for (int i = 0; i < item->parent()->childCount(); ++i)
            item->parent()->child(i)->setHidden(false);
        item->setHidden(true);
        break;
    }
}

void RootsTree::openMenu(const QPoint &at)
{
    auto *item = m_tree->itemAt(at);
    if (item == nullptr || item->data(0, KindRole).toInt() == More)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto id = item->data(0, IdRole).toUuid();
    menu->addAction(tr("Open"), this, [this, item] { choose(item); });
    if (item->data(0, KindRole).toInt() != Level)
        menu->addAction(tr("Show in lineage"), this, [this, id] { Q_EMIT openInLineage(id); });
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

} // namespace portolan::views::quality
