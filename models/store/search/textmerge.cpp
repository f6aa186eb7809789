// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/textmerge.h"

namespace portolan::store {

TextMerge::TextMerge(std::vector<TextTable> tables)
{
    for (const auto &table : tables)
        m_heads.push_back({table, 0, table.size() > 0 ? table[0] : std::string_view()});
}

bool TextMerge::next()
{
    // There are a dozen tables at most: to look at each head costs less than to keep them in order.
    const Head *first = nullptr;
    for (const auto &head : m_heads) {
        if (head.at < head.table.size() && (first == nullptr || head.text < first->text))
            first = &head;
    }
    m_entries.clear();
    if (first == nullptr)
        return false;
    m_text = first->text;
    for (std::size_t number = 0; number < m_heads.size(); ++number) {
        auto &head = m_heads[number];
        const auto begin = head.at;
        while (head.at < head.table.size() && head.text == m_text)
            head.text = ++head.at < head.table.size() ? head.table[head.at] : std::string_view();
        if (head.at > begin)
            m_entries.emplace_back(number, Range{begin, head.at});
    }
    return true;
}

} // namespace portolan::store
