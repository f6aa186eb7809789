// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/search/texttable.h"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace portolan::store {

//! Walks through several sorted tables of texts at once: each text once, with where it stands.
class TextMerge
{
public:
    explicit TextMerge(std::vector<TextTable> tables);

    //! Goes on to the next text; false behind the last.
    bool next();

    //! Refers to one of the tables.
    std::string_view text() const { return m_text; }

    //! The tables that have it, by number, each with its entries.
    const std::vector<std::pair<std::size_t, Range>> &entries() const { return m_entries; }

private:
    struct Head
    {
        TextTable table;
        std::size_t at = 0;
        std::string_view text; // of at
    };

    std::vector<Head> m_heads;
    std::string_view m_text;
    std::vector<std::pair<std::size_t, Range>> m_entries;
};

} // namespace portolan::store
