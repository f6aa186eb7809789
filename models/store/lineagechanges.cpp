// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lineagechanges.h"

#include "models/store/counterparts.h"

#include <algorithm>
#include <tuple>

namespace portolan::store {

using domain::LineageChange;
using domain::LineageLink;

namespace {

auto endsOf(const LineageLink &link)
{
    return std::tie(link.source, link.target, link.sourceField, link.targetField, link.level);
}

//! How the one end comes from the other.
auto wayOf(const LineageLink &link)
{
    return std::tie(link.job, link.transformation);
}

bool comesBefore(const LineageLink &left, const LineageLink &right)
{
    return std::tuple_cat(endsOf(left), wayOf(left)) < std::tuple_cat(endsOf(right), wayOf(right));
}

using Iterator = std::vector<LineageLink>::iterator;

//! Where the links end that have the ends of the one at \a from.
Iterator endOfGroup(Iterator from, Iterator end)
{
    return std::find_if(from, end,
                        [&](const LineageLink &link) { return endsOf(link) != endsOf(*from); });
}

//! Two groups of links with the same ends. These held on both days, so whatever comes or goes
//! between them changes how the one end is made of the other, and adds or removes no edge (ruling
//! 16); the picture, which has one line for them, says the same. A way that went where another came
//! was changed into it, and is told once.
void compareWays(Iterator old, Iterator oldEnd, Iterator next, Iterator nextEnd,
                 std::vector<LineageLink> &marked)
{
    std::vector<LineageLink> gone;
    tellCounterparts(old, oldEnd, next, nextEnd, wayOf, [&](const LineageLink &link, bool stays) {
        if (!stays)
            gone.push_back(link);
    });
    std::size_t replaced = 0;
    tellCounterparts(next, nextEnd, old, oldEnd, wayOf, [&](const LineageLink &link, bool was) {
        marked.push_back(link);
        if (was)
            return;
        marked.back().change = LineageChange::Changed;
        ++replaced;
    });
    for (auto i = replaced; i < gone.size(); ++i) {
        marked.push_back(gone[i]);
        marked.back().change = LineageChange::Changed;
    }
}

} // namespace

void markChanges(std::vector<LineageLink> &links, std::size_t before)
{
    const auto middle = links.begin() + std::ptrdiff_t(before);
    std::sort(links.begin(), middle, comesBefore);
    std::sort(middle, links.end(), comesBefore);
    std::vector<LineageLink> marked;
    marked.reserve(links.size());
    const auto take = [&marked](Iterator from, Iterator end, LineageChange change) {
        for (; from != end; ++from) {
            marked.push_back(*from);
            marked.back().change = change;
        }
    };
    auto old = links.begin();
    auto next = middle;
    while (old != middle || next != links.end()) {
        const auto oldEnd = old == middle ? middle : endOfGroup(old, middle);
        const auto nextEnd = next == links.end() ? next : endOfGroup(next, links.end());
        if (next == links.end() || (old != middle && endsOf(*old) < endsOf(*next))) {
            take(old, oldEnd, LineageChange::Removed);
            old = oldEnd;
        } else if (old == middle || endsOf(*next) < endsOf(*old)) {
            take(next, nextEnd, LineageChange::Added);
            next = nextEnd;
        } else {
            compareWays(old, oldEnd, next, nextEnd, marked);
            old = oldEnd;
            next = nextEnd;
        }
    }
    links = std::move(marked);
}

} // namespace portolan::store
