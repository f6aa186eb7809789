// SPDX-License-Identifier: GPL-3.0-or-later
// From afar a lane may be a few pixels high, and there may be hundreds of them. Names of places on
// a map are a known problem of this kind: not all fit, none may hide another, and each has to be
// seen to belong to its place. Here all stand in one column, so that order and distance are all
// there is to choose.
//
// Wishes are taken by weight, those first that fit into their own lanes. One more is taken where
// the column still has room for it, and nothing that stands there would be moved further than it
// may be. Where they stand is the nearest to what they wish that keeps them apart: with the heights
// of those above subtracted, places have to rise, and the closest rising sequence is that of pooled
// neighbours (Ayer and others, 1955), each pool at the mean of its wishes. It is cut at the ends of
// the column, which is the best for a column that ends as well.
#include "models/items/lineagetitles.h"

#include "models/items/displaytext.h"
#include "models/items/lineagepainter.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace portolan::items {
namespace {

constexpr double inset = 8;
constexpr double leader = 24; // pixels from a title beside its lane to that lane
constexpr double furthest = 2.5; // heights of a title that it may be moved
constexpr double leastBeside = 140; // pixels in which names of one beginning are told apart
constexpr double widest = 300; // pixels
constexpr double titleHeight = 22; // pixels of height from which on a lane of few has a large title
constexpr std::size_t fewLanes = 12;
constexpr double boldLines =
    3; // heights of small titles from which on a lane of many has a bold one
constexpr double countGap = 10;
constexpr double signSize = 10;
constexpr double signGap = 4; // to its number

//! Titles that have a place, from top to bottom.
class Column
{
public:
    Column(std::span<const TitleWish> wishes, double top, double bottom)
        : m_wishes(wishes)
        , m_top(top)
        , m_bottom(bottom)
    {
    }

    void take(std::size_t wish)
    {
        m_taken.insert(std::lower_bound(m_taken.begin(), m_taken.end(), wish), wish);
        m_height += m_wishes[wish].height;
    }

    void takeIfItFits(std::size_t wish)
    {
        if (m_height + m_wishes[wish].height > m_bottom - m_top)
            return;
        take(wish);
        const auto middles = settled();
        const bool fits = std::equal(m_taken.begin(), m_taken.end(), middles.begin(),
                                     [this](std::size_t taken, double middle) {
                                         const auto &own = m_wishes[taken];
                                         return std::abs(middle - own.middle) <= own.slack + 0.01;
                                     });
        if (fits)
            return;
        m_taken.erase(std::lower_bound(m_taken.begin(), m_taken.end(), wish));
        m_height -= m_wishes[wish].height;
    }

    //! The middles of all that are taken.
    std::vector<double> settled() const
    {
        struct Pool
        {
            double sum;
            std::size_t size;

            double mean() const { return sum / double(size); }
        };

        std::vector<Pool> pools;
        double above = 0;
        for (const auto taken : m_taken) {
            const auto &own = m_wishes[taken];
            pools.push_back({own.middle - above - own.height / 2, 1});
            above += own.height;
            while (pools.size() > 1 && pools.back().mean() < pools[pools.size() - 2].mean()) {
                const auto last = pools.back();
                pools.pop_back();
                pools.back().sum += last.sum;
                pools.back().size += last.size;
            }
        }
        std::vector<double> middles;
        const double last = std::max(m_top, m_bottom - above);
        double before = 0;
        for (const auto &pool : pools) {
            const double free = std::clamp(pool.mean(), m_top, last);
            for (std::size_t i = 0; i < pool.size; ++i) {
                const double height = m_wishes[m_taken[middles.size()]].height;
                middles.push_back(free + before + height / 2);
                before += height;
            }
        }
        return middles;
    }

    const std::vector<std::size_t> &taken() const { return m_taken; }

private:
    std::span<const TitleWish> m_wishes;
    double m_top;
    double m_bottom;
    double m_height = 0;
    std::vector<std::size_t> m_taken; // in the order of the wishes
};

//! What titles of one picture have in common.
class Titles
{
public:
    Titles(const LineageScene &scene, const LineageLook &look, const LineageView &view,
           LineageOverlay overlay, const std::vector<RankCounts> &ranks, QPaintDevice *device)
        : m_scene(scene)
        , m_look(look)
        , m_view(view)
        , m_ranks(ranks)
        , m_least(leastCounted(overlay))
        , m_textScale(lineageTextScale(look.small))
        , m_device(device)
        , m_small(look.small, device)
    {
        m_bold = look.small;
        m_bold.setWeight(QFont::DemiBold);
        m_isFar = lineageDetail(view.scale / m_textScale) == LineageDetail::Groups;
        m_large = m_isFar ? look.title : look.body;
        m_large.setWeight(QFont::DemiBold);
    }

    std::vector<LaneTitle> run()
    {
        findLanes();
        std::vector<TitleWish> wishes;
        for (auto &title : m_titles)
            wishes.push_back(wishOf(title));
        const auto middles = placedTitles(wishes, 0, m_view.size.height());
        std::vector<LaneTitle> placed;
        double wide = 0;
        for (std::size_t i = 0; i < m_titles.size(); ++i) {
            if (!middles[i])
                continue;
            auto &title = placed.emplace_back(std::move(m_titles[i]));
            write(title);
            title.place.setHeight(wishes[i].height);
            title.place.moveTop(*middles[i] - wishes[i].height / 2);
            title.isMoved = title.place.top() < title.lane.top() - 1
                || title.place.bottom() > title.lane.bottom() + 1;
            wide = std::max(wide, title.place.width());
        }
        const double left =
            m_isBeside ? std::max(inset, m_left - leader - wide) : std::max(m_left, 0.0) + inset;
        for (auto &title : placed) {
            title.place.moveLeft(left);
            title.columnEnd = m_isBeside ? title.lane.left() : left + wide + leader;
        }
        return placed;
    }

private:
    void findLanes()
    {
        const QRectF window(QPointF(), m_view.size);
        m_left = m_view.size.width();
        for (std::size_t group = 0; group < m_scene.groups.size(); ++group) {
            const auto &about = m_scene.groups[group];
            if (about.parent >= 0)
                continue;
            about.forEachRect([&](const QRectF &rect) {
                const auto lane = m_view.toPixel(rect);
                if (!lane.intersects(window))
                    return;
                m_left = std::min(m_left, lane.left());
                LaneTitle title;
                title.group = int(group);
                title.lane = lane.intersected(window);
                m_titles.push_back(std::move(title));
            });
        }
        m_isBeside = m_left >= leastBeside * m_textScale + leader + inset;
        m_room = std::min(m_isBeside ? m_left - leader - inset
                                     : m_view.size.width() - std::max(m_left, 0.0) - 2 * inset,
                          widest * m_textScale);
        std::stable_sort(m_titles.begin(), m_titles.end(), [](const auto &one, const auto &other) {
            return one.lane.center().y() < other.lane.center().y();
        });
    }

    TitleWish wishOf(LaneTitle &title) const
    {
        title.isOver = !m_isBeside;
        const double high = title.lane.height();
        const QFontMetricsF large(m_large, m_device);
        // Of many lanes none shouts: large names stand where all may have one.
        const bool isFew = m_titles.size() <= fewLanes;
        title.hasTwoLines =
            m_isFar && isFew && m_isBeside && high >= large.height() + m_small.height();
        const bool isLarge = title.hasTwoLines
            || (m_isFar ? isFew && high >= titleHeight * m_textScale
                        : high >= large.height() + inset / 2);
        const bool isBold = !m_isFar || high >= boldLines * m_small.height();
        title.font = isLarge ? m_large : isBold ? m_bold : m_look.small;
        TitleWish wish;
        wish.height = isLarge ? large.height() : m_small.height();
        if (title.hasTwoLines)
            wish.height += m_small.height();
        wish.isOwed = high >= wish.height;
        // In a lane with room a title stands at its top, where what it holds begins.
        const bool isAtTop = title.hasTwoLines || high > 2 * wish.height;
        wish.middle = isAtTop
            ? title.lane.top() + std::min(inset / 2, high - wish.height) + wish.height / 2
            : title.lane.center().y();
        wish.slack = isLarge ? std::max(0.0, high - wish.height) : furthest * m_small.height();
        wish.weight = weightOf(title.group);
        return wish;
    }

    double weightOf(int group) const
    {
        double weight = m_scene.groups[std::size_t(group)].shown;
        if (!m_ranks.empty()) {
            const auto &ranks = m_ranks[std::size_t(group)];
            for (int rank = m_least; rank < 4; ++rank)
                weight += double(rank * rank) * ranks[std::size_t(rank)];
        }
        return weight;
    }

    //! What is written, and how wide it is.
    void write(LaneTitle &title) const
    {
        const auto &group = m_scene.groups[std::size_t(title.group)];
        const QFontMetricsF metrics(title.font, m_device);
        title.count = groupCount(group);
        const double count = m_small.horizontalAdvance(title.count) + 1;
        double signs = 0;
        if (!m_ranks.empty()) {
            // The worst is told whatever the name leaves of the room; others where it leaves some.
            const auto &ranks = m_ranks[std::size_t(title.group)];
            const double used = title.hasTwoLines
                ? count
                : count + countGap + metrics.horizontalAdvance(group.label);
            const double worst = rankWidth(ranks, m_least, m_small, 0);
            signs = std::max(worst, rankWidth(ranks, m_least, m_small, m_room - used - 2 * inset));
        }
        const double below = count + (signs > 0 ? 2 * inset + signs : 0);
        const double room = title.hasTwoLines ? m_room : m_room - below - countGap;
        title.name = metrics.elidedText(group.label, elisionOf(group.label), room);
        const double name = metrics.horizontalAdvance(title.name);
        title.place.setWidth(title.hasTwoLines ? std::max(name, below) : name + countGap + below);
    }

    const LineageScene &m_scene;
    const LineageLook &m_look;
    const LineageView &m_view;
    const std::vector<RankCounts> &m_ranks;
    int m_least;
    double m_textScale;
    QPaintDevice *m_device;
    QFontMetricsF m_small;
    QFont m_bold;
    QFont m_large;
    bool m_isFar = true;
    bool m_isBeside = false;
    double m_left = 0; // of the lane that begins first
    double m_room = 0; // for what is written
    std::vector<LaneTitle> m_titles;
};

} // namespace

QString groupCount(const LineageGroup &group)
{
    const QLocale locale;
    if (group.shown == group.total)
        return locale.toString(group.total);
    return QCoreApplication::translate("LineagePicture", "%1 of %2", "nodes of a group")
        .arg(locale.toString(group.shown), locale.toString(group.total));
}

int leastCounted(LineageOverlay overlay)
{
    return overlay == LineageOverlay::Agreements ? 0 : 1;
}

double rankWidth(const RankCounts &counts, int least, const QFontMetricsF &metrics, double room)
{
    double width = 0;
    for (int rank = 3; rank >= least; --rank) {
        const int count = counts[std::size_t(rank)];
        if (count == 0)
            continue;
        const double own = signSize + signGap + metrics.horizontalAdvance(QLocale().toString(count))
            + (width > 0 ? inset : 0);
        if (width > 0 && width + own > room)
            break;
        width += own;
    }
    return width;
}

std::vector<std::optional<double>> placedTitles(std::span<const TitleWish> wishes, double top,
                                                double bottom)
{
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return std::pair(wishes[one].isOwed, wishes[one].weight)
            > std::pair(wishes[other].isOwed, wishes[other].weight);
    });
    Column column(wishes, top, bottom);
    for (const auto wish : order) {
        if (wishes[wish].isOwed)
            column.take(wish);
        else
            column.takeIfItFits(wish);
    }
    std::vector<std::optional<double>> places(wishes.size());
    const auto middles = column.settled();
    for (std::size_t i = 0; i < middles.size(); ++i)
        places[column.taken()[i]] = middles[i];
    return places;
}

std::vector<LaneTitle> laneTitles(const LineageScene &scene, const LineageLook &look,
                                  const LineageView &view, LineageOverlay overlay,
                                  const std::vector<RankCounts> &ranks, QPaintDevice *device)
{
    return Titles(scene, look, view, overlay, ranks, device).run();
}

} // namespace portolan::items
