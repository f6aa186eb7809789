// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lineage/layout.h"

#include <vector>

namespace portolan::lineage {

//! How leaves of one node stood in the drawing before.
struct LeafForm
{
    enum class Kind {
        None, //!< most are new, or they stood here and there
        Column, //!< above each other, like any other nodes
        Page
    };

    Kind kind = Kind::None;
    std::size_t columns = 0; //!< of a page
};

//! Many leaves of one node as a page: rows of boxes, above each row the line that leads to its
//! boxes.
class LeafPage
{
public:
    //! \a leaves are nodes of \a input, which outlives the page. Where \a isDownstream, the line
    //! comes from the left, else it goes to the right.
    LeafPage(const LayoutInput &input, std::vector<NodeIndex> leaves, bool isDownstream);

    //! How they stood. Only what at least half of the leaves stood in is a form to keep.
    LeafForm formBefore() const;

    //! Where the page's corner was, by the uppermost and the leftmost of the leaves that stood
    //! somewhere; nothing where most are new.
    std::optional<Point> cornerBefore() const;

    //! Rows of \a columns boxes, at least one, in the order given.
    void arrange(std::size_t columns);
    //! The same in the \a form before: each leaf in the cell that it had; new ones take the cells
    //! that are free, and go on below.
    void keep(const LeafForm &form);

    const std::vector<NodeIndex> &leaves() const { return m_leaves; }

    bool isDownstream() const { return m_isDownstream; }

    //! Whether keep() was called last.
    bool isKept() const { return m_isKept; }

    //! From one column of the page to the next.
    double pitch() const;
    //! About how high it is with \a columns columns.
    double heightWith(std::size_t columns) const;
    //! How many columns make it look like a sheet of paper.
    std::size_t usualColumns() const;

    const Size &size() const { return m_size; }

    //! Of the leaf with the number \a member, from the page's top left.
    const Point &place(std::size_t member) const { return m_places[member]; }

    //! Appends the piece of the line \a edge between the page's edge and the leaf \a member, where
    //! the page's top left is at \a corner.
    void addEnd(std::size_t member, const LayoutEdge &edge, Point corner,
                std::vector<Point> &points) const;

private:
    static constexpr std::uint32_t none = ~0U;

    double left() const;
    std::vector<std::uint32_t> known() const;
    void place(const std::vector<std::uint32_t> &cells, std::size_t columns);

    const LayoutInput &m_input;
    std::vector<NodeIndex> m_leaves;
    bool m_isDownstream;
    bool m_isKept = false;
    double m_width = 0; //!< of the widest leaf
    double m_meanHeight = 0; //!< with the distance to the next
    Size m_size;
    std::vector<Point> m_places;
    std::vector<double> m_rails; //!< per leaf where its line runs, from the page's top
};

} // namespace portolan::lineage
