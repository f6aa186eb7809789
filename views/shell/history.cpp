// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/history.h"

namespace portolan::views::shell {
namespace {

constexpr size_t mostPlaces = 200;

} // namespace

void History::visit(const Place &place)
{
    if (!m_places.empty() && m_places.at(m_at) == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back(place);
    if (m_places.size() > mostPlaces)
        m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
}

std::optional<Place> History::back()
{
    if (!canGoBack())
        return {};
    return m_places.at(--m_at);
}

std::optional<Place> History::forward()
{
    if (!canGoForward())
        return {};
    return m_places.at(++m_at);
}

} // namespace portolan::views::shell
