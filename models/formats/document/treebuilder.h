// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/formats/document/read.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace portolan::formats::document {

//! A place in the file, both from 1.
struct Place
{
    int line = 0;
    int column = 0;
};

//! Makes a Tree of what a reader meets, counts what it costs and looks after what YAML and JSON
//! have in common: repeated keys, aliases, merge keys.
class TreeBuilder
{
public:
    TreeBuilder(QString file, const Limits &limits);

    // Each returns false once a limit is passed; the reader then stops, and the tree is void.
    [[nodiscard]] bool addScalar(Place place, std::string_view text, bool quoted);
    [[nodiscard]] bool begin(Node::Kind kind, Place place);
    [[nodiscard]] bool end();
    //! Repeats the node that was named \a anchor.
    [[nodiscard]] bool addAlias(Place place, std::size_t anchor);

    //! Names the node that is added next, so that aliases find it; 0 names nothing.
    void nameNext(std::size_t anchor) { m_nextAnchor = anchor; }

    void addFinding(Place place, domain::Finding::Severity severity, const QString &rule,
                    const QString &message, const QString &remedy = {});
    //! Gives the tree up because of \a message.
    void fail(Place place, const QString &rule, const QString &message, const QString &remedy = {});

    //! Whether what begins next is to be left out with leaveOut(), by the limits of depth.
    bool isTooDeep() const { return m_limits.deeper == Limits::Deeper::LeftOut && isAtDepth(); }

    //! Stands for a value that is not read: nothing, with a finding.
    [[nodiscard]] bool leaveOut(Place place);

    bool isEmpty() const { return m_tree->m_items.empty(); }

    //! Bytes of all scalars so far, aliases counted each time.
    qsizetype expandedText() const { return m_expandedText; }

    //! The tree so far, or none after a failure, and the findings.
    Document take();

private:
    using Item = Tree::Item;
    using Index = std::uint32_t;

    struct Key
    {
        std::string_view text;
        Index at = 0;
    };

    bool isAtDepth() const { return m_open.size() >= static_cast<std::size_t>(m_limits.depth); }

    bool hasRoomFor(qsizetype nodes, qsizetype text, Place place);
    std::vector<Key> keysOf(Index mapping, Index end) const;
    void hideRepeatedKeys(Index mapping);
    [[nodiscard]] bool merge(Index mapping);
    [[nodiscard]] bool mergeFrom(Index source, std::unordered_set<std::string_view> &known);
    [[nodiscard]] bool copy(Index from, Place place);

    QString m_file;
    Limits m_limits;
    std::shared_ptr<Tree> m_tree;
    QList<domain::Finding> m_findings;
    std::vector<Index> m_open;
    std::unordered_map<std::size_t, Index> m_anchors;
    std::size_t m_nextAnchor = 0;
    qsizetype m_expandedText = 0;
    bool m_failed = false;
    bool m_hasMergeKey = false;
};

} // namespace portolan::formats::document
