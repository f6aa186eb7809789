// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagechoice.h"
#include "models/items/lineagescene.h"

#include <QHash>

namespace portolan::items {

//! Where boxes stood in the picture before, by LineageDraft::idOf().
using LineagePlaces = QHash<QUuid, QPointF>;
//! The columns of nodes that are open.
using LineageColumns = QHash<QUuid, std::vector<LineageColumn>>;

//! What a picture is made of.
struct LineageOrder
{
    std::shared_ptr<const domain::LineageGraph> graph;
    LineageChoice choice;
    LineageColumns columns;
    LineagePlaces places; //!< empty: a new picture
    QByteArray kept; //!< keepsakeOf() the picture of the visit before; it is taken where it fits
};

//! A picture whose boxes and lines have no places yet. Made on any thread.
class LineageDraft
{
public:
    explicit LineageDraft(const LineageOrder &order);

    //! What is to be laid out.
    const lineage::LayoutInput &input() const { return m_input; }

    //! The picture without places.
    const LineageScene &scene() const { return m_scene; }

    //! The picture with the places of \a layout, which was made of input().
    LineageScene placed(lineage::Layout layout) const;

    //! What a box is known by from one picture to the next.
    static QUuid idOf(const LineageScene &scene, const LineageBox &box);
    //! The same for the box that the group with the key \a key is folded to.
    static QUuid idOfGroup(const QString &key);
    static LineagePlaces placesOf(const LineageScene &scene);

private:
    //! A link by the ends of the line that shows it.
    struct DrawnLink
    {
        int from;
        int to;
        int fromColumn;
        int toColumn;
        int link;

        bool hasEndsOf(const DrawnLink &other) const
        {
            return from == other.from && to == other.to && fromColumn == other.fromColumn
                && toColumn == other.toColumn;
        }

        auto operator<=>(const DrawnLink &) const = default;
    };

    void addBoxes(const LineageOrder &order);
    void addBox(const LineageOrder &order, int node, int folded);
    void countGroups();
    std::vector<DrawnLink> drawnLinks() const;
    void addLines();
    void markBoxes();
    void addInput(const LineageOrder &order);
    std::optional<QPointF> placeBefore(int box, const LineagePlaces &places) const;
    void addBundles();
    int foldedGroupOf(int node, const LineageChoice &choice) const;
    int columnOf(int box, int text) const;
    void noteColumns();

    LineageScene m_scene;
    std::vector<quint8> m_kept; //!< per node of the graph
    std::vector<int> m_groupOf; //!< per node of the graph
    std::vector<int> m_boxOf; //!< per node of the graph
    QHash<std::pair<int, int>, int> m_columnOf; //!< of open boxes, by box and text
    lineage::LayoutInput m_input;
    bool m_isByProduct = false; //!< products are groups already
};

} // namespace portolan::items
