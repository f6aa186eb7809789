// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lineage/layout/leafpage.h"

#include "models/lineage/layout/remembering.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace portolan::lineage {
namespace {

constexpr double aspect = 1.4;
constexpr double trunk = 6; // from the page's edge to where its lines climb
constexpr double gap = 32; // left and right of a leaf; its line turns there
constexpr double turn = 26; // from a leaf to where its line leaves the row's
constexpr double level = 8; // before a leaf the line is level, so that its head points right

} // namespace

LeafPage::LeafPage(const LayoutInput &input, std::vector<NodeIndex> leaves, bool isDownstream)
    : m_input(input)
    , m_leaves(std::move(leaves))
    , m_isDownstream(isDownstream)
{
    for (const auto leaf : m_leaves) {
        m_width = std::max(m_width, m_input.nodes[leaf].width);
        m_meanHeight += m_input.nodes[leaf].height + m_input.spacing.node;
    }
    m_meanHeight /= static_cast<double>(std::max<std::size_t>(1, m_leaves.size()));
}

double LeafPage::pitch() const
{
    return m_width + gap;
}

double LeafPage::left() const
{
    return m_isDownstream ? gap + trunk : 0;
}

double LeafPage::heightWith(std::size_t columns) const
{
    return m_meanHeight * std::ceil(static_cast<double>(m_leaves.size()) / double(columns));
}

std::size_t LeafPage::usualColumns() const
{
    const auto wanted =
        std::sqrt(static_cast<double>(m_leaves.size()) * m_meanHeight * aspect / pitch());
    return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(wanted)));
}

//! The leaves that stood somewhere, if they are at least half of all.
std::vector<std::uint32_t> LeafPage::known() const
{
    std::vector<std::uint32_t> members;
    if (!isRemembered(m_input))
        return members;
    for (std::uint32_t i = 0; i < m_leaves.size(); ++i) {
        if (m_input.previous[m_leaves[i]])
            members.push_back(i);
    }
    if (2 * members.size() < m_leaves.size())
        members.clear();
    return members;
}

std::optional<Point> LeafPage::cornerBefore() const
{
    std::optional<Point> least;
    for (const auto member : known()) {
        const auto &place = *m_input.previous[m_leaves[member]];
        least = least ? Point{std::min(least->x, place.x), std::min(least->y, place.y)} : place;
    }
    if (least)
        *least = {least->x - left(), least->y - m_input.spacing.node};
    return least;
}

LeafForm LeafPage::formBefore() const
{
    const auto members = known();
    if (members.size() < 2)
        return {};
    const auto first = cornerBefore()->x + left();
    LeafForm form{LeafForm::Kind::Page, 1};
    for (const auto member : members) {
        const auto at = (m_input.previous[m_leaves[member]]->x - first) / pitch();
        const auto column = std::round(at);
        if (std::abs(at - column) * pitch() > samePlace)
            return {};
        form.columns = std::max(form.columns, static_cast<std::size_t>(column) + 1);
    }
    if (form.columns == 1)
        form.kind = LeafForm::Kind::Column;
    return form;
}

void LeafPage::arrange(std::size_t columns)
{
    m_isKept = false;
    std::vector<std::uint32_t> cells(m_leaves.size());
    for (std::uint32_t i = 0; i < cells.size(); ++i)
        cells[i] = i;
    place(cells, columns);
}

void LeafPage::keep(const LeafForm &form)
{
    m_isKept = true;
    auto members = known();
    const auto before = [this](std::uint32_t member) -> const Point & {
        return *m_input.previous[m_leaves[member]];
    };
    std::stable_sort(members.begin(), members.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return before(a).y < before(b).y; });
    const auto first = cornerBefore()->x + left();
    std::vector<std::uint32_t> cells;
    std::vector<bool> isPlaced(m_leaves.size(), false);
    auto top = -std::numeric_limits<double>::infinity();
    for (const auto member : members) {
        if (before(member).y - top > samePlace) {
            top = before(member).y;
            cells.resize(cells.size() + form.columns, none);
        }
        const auto column =
            static_cast<std::size_t>(std::round((before(member).x - first) / pitch()));
        auto &cell = cells[cells.size() - form.columns + column];
        if (cell != none)
            continue;
        cell = member;
        isPlaced[member] = true;
    }
    std::size_t free = 0;
    for (std::uint32_t member = 0; member < m_leaves.size(); ++member) {
        if (isPlaced[member])
            continue;
        while (free < cells.size() && cells[free] != none)
            ++free;
        if (free == cells.size())
            cells.resize(cells.size() + form.columns, none);
        cells[free] = member;
    }
    place(cells, form.columns);
}

//! Gives each leaf its place: \a cells hold them row by row.
void LeafPage::place(const std::vector<std::uint32_t> &cells, std::size_t columns)
{
    m_places.assign(m_leaves.size(), {});
    m_rails.assign(m_leaves.size(), 0);
    double top = m_input.spacing.node;
    for (std::size_t row = 0; row < cells.size(); row += columns) {
        double highest = 0;
        for (auto cell = row; cell < std::min(row + columns, cells.size()); ++cell) {
            const auto member = cells[cell];
            if (member == none)
                continue;
            m_places[member] = {left() + static_cast<double>(cell - row) * pitch(), top};
            m_rails[member] = top - m_input.spacing.node / 2;
            highest = std::max(highest, m_input.nodes[m_leaves[member]].height);
        }
        top += highest + m_input.spacing.node;
    }
    const auto inRow = static_cast<double>(std::min(columns, cells.size()));
    m_size = {inRow * pitch() + trunk, top - m_input.spacing.node};
}

void LeafPage::addEnd(std::size_t member, const LayoutEdge &edge, Point corner,
                      std::vector<Point> &points) const
{
    const auto &size = m_input.nodes[m_leaves[member]];
    const auto port = m_isDownstream ? edge.targetPort : edge.sourcePort;
    const auto &place = m_places[member];
    const auto middle =
        corner.y + place.y + (port >= 0 ? std::min(port, size.height) : size.height / 2);
    const auto rail = corner.y + m_rails[member];
    const auto side = m_isDownstream ? -1.0 : 1.0; // on which of its sides the line is
    const auto edgeX = corner.x + (m_isDownstream ? 0 : m_size.width);
    const auto end = corner.x + place.x + (m_isDownstream ? 0 : size.width);
    const auto across = corner.y + m_size.height / 2;
    points.push_back({edgeX - side * trunk, across});
    points.push_back({edgeX - side * trunk, rail});
    points.push_back({end + side * turn, rail});
    points.push_back({end + side * level, middle});
    points.push_back({end, middle});
}

} // namespace portolan::lineage
