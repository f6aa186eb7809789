// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace portolan::store {

//! Tells \a take of each item from \a from to \a end, and whether one of those from \a other to
//! \a otherEnd has its key. Both ranges are in the order of their keys; each is walked once.
template <typename Iterator, typename KeyOf, typename Take>
void tellCounterparts(Iterator from, Iterator end, Iterator other, Iterator otherEnd, KeyOf keyOf,
                      Take take)
{
    for (; from != end; ++from) {
        while (other != otherEnd && keyOf(*other) < keyOf(*from))
            ++other;
        take(*from, other != otherEnd && !(keyOf(*from) < keyOf(*other)));
    }
}

} // namespace portolan::store
