// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/bitset.h"

namespace portolan::store {
namespace {

constexpr std::size_t fewestWords = 4096; // smaller ones the allocator keeps at hand itself
constexpr std::size_t mostSpare = 24;

struct Spare
{
    std::vector<std::vector<std::uint64_t>> list;

    Spare() { list.reserve(mostSpare); }

    ~Spare() { isGone = true; }

    static thread_local bool isGone; //!< a set may outlive it when the thread ends
};

thread_local bool Spare::isGone = false;

Spare &spare()
{
    static thread_local Spare mine;
    return mine;
}

} // namespace

std::vector<std::uint64_t> spareWords(std::size_t count)
{
    if (count < fewestWords || Spare::isGone || spare().list.empty())
        return {};
    auto words = std::move(spare().list.back());
    spare().list.pop_back();
    return words;
}

void keepWords(std::vector<std::uint64_t> &&words) noexcept
{
    if (words.capacity() < fewestWords || Spare::isGone || spare().list.size() >= mostSpare)
        return;
    spare().list.push_back(std::move(words)); // room was reserved: it cannot throw
}

} // namespace portolan::store
