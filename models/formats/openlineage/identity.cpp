// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/openlineage/identity.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace portolan::formats::openlineage {

Name Identity::rootOf(const Name &name)
{
    const auto parentOf = [this](const Name &child) {
        ++m_steps;
        return m_parent.value(child, child);
    };
    auto root = name;
    for (auto next = parentOf(root); !(next == root); next = parentOf(root))
        root = next;
    for (auto at = name; !(at == root);)
        at = std::exchange(m_parent[at], root);
    return root;
}

void Identity::unite(const Name &name, const Name &other)
{
    if (name.isEmpty() || other.isEmpty())
        return;
    const auto left = rootOf(name);
    const auto right = rootOf(other);
    m_parent.insert(std::max(left, right), std::min(left, right));
    for (const auto &end : {name, other}) {
        if (!m_parent.contains(end))
            m_parent.insert(end, end);
    }
}

QList<std::pair<Name, Name>> Identity::links()
{
    QList<std::pair<Name, Name>> links;
    const auto names = m_parent.keys();
    for (const auto &name : names)
        links.append({name, rootOf(name)});
    std::sort(links.begin(), links.end());
    return links;
}

QSet<Name> Identity::names() const
{
    auto names = m_used;
    for (auto it = m_parent.begin(); it != m_parent.end(); ++it)
        names.insert(it.key());
    return names;
}

void Identity::separate(const Name &name, const Name &other)
{
    if (name == other)
        return;
    m_apart[name].insert(other);
    m_apart[other].insert(name);
}

//! The lesser comes first: in use and kept, then in use, then by name.
Name Identity::bestOf(const QList<Name> &set) const
{
    const auto rank = [this](const Name &name) {
        return std::tuple(!m_used.contains(name) || m_former.contains(name), !m_used.contains(name),
                          name);
    };
    return *std::min_element(set.begin(), set.end(), [&](const Name &left, const Name &right) {
        return rank(left) < rank(right);
    });
}

//! \a set as what is left of it where some of its names are kept apart. As whoever joins the
//! records sees it, each of the others is a name of the best: those that are kept apart from it, or
//! from one that stays with it, stand alone.
QList<QList<Name>> Identity::partsOf(const QList<Name> &set) const
{
    const auto isApart = [this](const Name &name) { return m_apart.contains(name); };
    if (m_apart.isEmpty() || std::none_of(set.begin(), set.end(), isApart))
        return {set};
    auto names = set;
    std::sort(names.begin(), names.end());
    const auto best = bestOf(set);
    QList<QList<Name>> parts{{best}};
    QSet<Name> together{best};
    for (const auto &name : std::as_const(names)) {
        if (name == best)
            continue;
        if (m_apart.value(name).intersects(together)) {
            parts.append({name});
            continue;
        }
        together.insert(name);
        parts.first().append(name);
    }
    return parts;
}

void Identity::settle()
{
    m_canonical.clear();
    QHash<Name, QList<Name>> sets;
    const auto names = m_parent.keys();
    for (const auto &name : names)
        sets[rootOf(name)].append(name);
    for (const auto &set : std::as_const(sets)) {
        const auto parts = partsOf(set);
        for (const auto &part : parts) {
            const auto best = bestOf(part);
            for (const auto &name : part) {
                if (!(name == best))
                    m_canonical.insert(name, best);
            }
        }
    }
}

} // namespace portolan::formats::openlineage
