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

QSet<Name> Identity::names() const
{
    auto names = m_used;
    for (auto it = m_parent.begin(); it != m_parent.end(); ++it)
        names.insert(it.key());
    return names;
}

void Identity::settle()
{
    m_canonical.clear();
    QHash<Name, QList<Name>> sets;
    const auto names = m_parent.keys();
    for (const auto &name : names)
        sets[rootOf(name)].append(name);
    // The lesser comes first: in use and kept, then in use, then by name.
    const auto rank = [this](const Name &name) {
        return std::tuple(!m_used.contains(name) || m_former.contains(name), !m_used.contains(name),
                          name);
    };
    for (const auto &set : std::as_const(sets)) {
        const auto best =
            *std::min_element(set.begin(), set.end(), [&](const Name &left, const Name &right) {
                return rank(left) < rank(right);
            });
        for (const auto &name : set) {
            if (!(name == best))
                m_canonical.insert(name, best);
        }
    }
}

} // namespace portolan::formats::openlineage
