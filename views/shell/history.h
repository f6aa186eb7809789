// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>
#include <QVariantMap>

#include <optional>
#include <vector>

namespace portolan::views::shell {

//! A place a person was at: a pane, or a document, and what it showed.
struct Place
{
    QString pane;
    QUuid document;
    QVariantMap state;

    bool operator==(const Place &) const = default;
};

//! Back and Forward, as browsers do it: going somewhere new drops what lay ahead.
class History
{
public:
    //! Says that the person is at \a place now. The same place again changes nothing.
    void visit(const Place &place);

    bool canGoBack() const { return m_at > 0; }

    bool canGoForward() const { return m_at + 1 < m_places.size(); }

    //! Moves and answers where to; nothing when there is no such place.
    std::optional<Place> back();
    std::optional<Place> forward();

private:
    std::vector<Place> m_places;
    size_t m_at = 0;
};

} // namespace portolan::views::shell
