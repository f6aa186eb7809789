// SPDX-License-Identifier: GPL-3.0-or-later
// From afar names cannot be read, and from further still there are only domains. In between a
// person looks for products. The layout does not know them: it puts beside each other what flows
// into each other, which is mostly one product. So what stands together already is found, and no
// box is moved for it (ruling 17).
#include "models/items/lineageclusters.h"

#include "models/items/displaytext.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace portolan::items {
namespace {

constexpr double mostApart = 2.5 * scenesize::boxHeight; //!< above each other
constexpr double widestGap = 1.5 * scenesize::boxWidth; //!< between columns
constexpr std::size_t mostJoined = 48; //!< runs of one product that are compared with each other
constexpr double mostRoom = 5 * scenesize::boxWidth;
constexpr double margin = 5;

//! Boxes of one product and one group.
struct Kin
{
    QUuid product;
    int group = -1;
    std::vector<quint32> boxes;
};

class Finder
{
public:
    explicit Finder(const LineageScene &scene)
        : m_scene(scene)
    {
    }

    std::vector<LineageCluster> run()
    {
        std::vector<LineageCluster> found;
        for (auto &kin : kinOf()) {
            auto runs = runsOf(kin);
            join(runs, kin);
            for (auto &run : runs) {
                if (run.boxes.size() > 1)
                    found.push_back(std::move(run));
            }
        }
        for (auto &cluster : found)
            widen(cluster);
        return found;
    }

private:
    //! In the order of the first box of each.
    std::vector<Kin> kinOf() const
    {
        std::vector<Kin> all;
        QHash<std::pair<QUuid, int>, std::size_t> known;
        for (quint32 box = 0; box < m_scene.boxes.size(); ++box) {
            const auto &about = m_scene.boxes[box];
            const auto &product = m_scene.nodeOf(about).product;
            if (about.isFolded() || product.isNull())
                continue;
            const std::pair key(product, about.group);
            auto at = known.constFind(key);
            if (at == known.constEnd()) {
                at = known.insert(key, all.size());
                all.push_back({product, about.group, {}});
            }
            all[*at].boxes.push_back(box);
        }
        return all;
    }

    //! Whether \a rect holds boxes of \a kin alone.
    bool isOwn(const QRectF &rect, const Kin &kin) const
    {
        bool own = true;
        m_scene.forEachBox(rect, [&](quint32 box) {
            const auto &about = m_scene.boxes[box];
            own = own && !about.isFolded() && about.group == kin.group
                && m_scene.nodeOf(about).product == kin.product;
        });
        return own;
    }

    //! What stands above each other without anything else between.
    std::vector<LineageCluster> runsOf(Kin &kin) const
    {
        const auto rectOf = [this](quint32 box) -> const QRectF & {
            return m_scene.boxes[box].rect;
        };
        std::sort(kin.boxes.begin(), kin.boxes.end(), [&](quint32 left, quint32 right) {
            return std::tuple(rectOf(left).x(), rectOf(left).y(), left)
                < std::tuple(rectOf(right).x(), rectOf(right).y(), right);
        });
        std::vector<LineageCluster> runs;
        for (const auto box : kin.boxes) {
            const auto &rect = rectOf(box);
            const auto above = runs.empty() ? QRectF() : runs.back().rect;
            const QRectF between(rect.x(), above.bottom(), rect.width(),
                                 rect.top() - above.bottom());
            const bool goesOn = !runs.empty() && above.x() == rect.x()
                && between.height() <= mostApart && isOwn(between.adjusted(0, 0.5, 0, -0.5), kin);
            if (!goesOn) {
                runs.emplace_back();
                runs.back().label = oneLine(
                    m_scene.graph->products.value(kin.product, kin.product.toString()), 200);
                runs.back().group = kin.group;
                runs.back().rect = rect;
            }
            runs.back().rect |= rect;
            runs.back().boxes.push_back(box);
        }
        return runs;
    }

    //! Makes one of runs that stand beside each other, as long as there are some.
    void join(std::vector<LineageCluster> &runs, const Kin &kin) const
    {
        while (runs.size() <= mostJoined && joinTwo(runs, kin)) { }
    }

    bool joinTwo(std::vector<LineageCluster> &runs, const Kin &kin) const
    {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            for (auto j = i + 1; j < runs.size(); ++j) {
                const auto both = runs[i].rect | runs[j].rect;
                if (!areNear(runs[i].rect, runs[j].rect) || !isOwn(both, kin))
                    continue;
                runs[i].rect = both;
                runs[i].boxes.insert(runs[i].boxes.end(), runs[j].boxes.begin(),
                                     runs[j].boxes.end());
                runs.erase(runs.begin() + std::ptrdiff_t(j));
                return true;
            }
        }
        return false;
    }

    static bool areNear(const QRectF &one, const QRectF &other)
    {
        const auto gap = [](double from, double to, double otherFrom, double otherTo) {
            return std::max(otherFrom - to, from - otherTo);
        };
        return gap(one.left(), one.right(), other.left(), other.right()) <= widestGap
            && gap(one.top(), one.bottom(), other.top(), other.bottom()) <= mostApart;
    }

    //! How far its name may reach beyond its boxes: up to the next box, or the end of its group.
    void widen(LineageCluster &cluster) const
    {
        auto &rect = cluster.rect;
        double right = rect.x() + std::max(mostRoom, rect.width());
        if (cluster.group >= 0)
            right = std::min(right, m_scene.groups[std::size_t(cluster.group)].rect.right());
        const QRectF beside(rect.right() + 1, rect.top(), right - rect.right(), rect.height());
        if (beside.width() > 1)
            m_scene.forEachBox(beside, [&](quint32 box) {
                right = std::min(right, m_scene.boxes[box].rect.left() - 2 * margin);
            });
        rect.adjust(-margin, -margin, margin, margin);
        cluster.room = rect;
        cluster.room.setRight(std::max(rect.right(), right));
    }

    const LineageScene &m_scene;
};

} // namespace

std::vector<LineageCluster> clustersOf(const LineageScene &scene)
{
    return Finder(scene).run();
}

} // namespace portolan::items
