// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/textpool.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portolan::store {

class SectionWriter;

//! The values of one key while a segment is made, and the sets of them that documents have.
class ColumnValues
{
public:
    //! The number of the value with \a key, which reads \a text.
    std::uint32_t valueOf(const std::string &key, std::string_view text);
    //! The number of a set of such numbers.
    std::uint32_t numberOfSet(std::vector<std::uint32_t> values);

    //! The five sections from \a first on. \a setOf tells the set of each document, in the
    //! segment's order. What is written does not depend on what came first.
    void write(SectionWriter &writer, std::size_t first,
               const std::vector<std::uint32_t> &setOf) const;

private:
    TextPool m_keys; // folded
    std::vector<std::string> m_texts; // the spelling to show
    TextPool m_sets; // value numbers, sorted, 4 bytes each
};

} // namespace portolan::store
