// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/treebuilder.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::document {
namespace {

// Findings of one kind that a file may give before the rest would only repeat them.
constexpr qsizetype mostFindings = 200;

Place placeOf(const Tree::Item &item)
{
    return {.line = static_cast<int>(item.line), .column = static_cast<int>(item.column)};
}

} // namespace

TreeBuilder::TreeBuilder(QString file, const Limits &limits)
    : m_file(std::move(file))
    , m_limits(limits)
    , m_tree(std::make_shared<Tree>())
{
}

bool TreeBuilder::addScalar(Place place, std::string_view text, bool quoted)
{
    if (!hasRoomFor(1, static_cast<qsizetype>(text.size()), place))
        return false;
    const auto at = static_cast<Index>(m_tree->m_items.size());
    m_tree->m_items.push_back({.textFrom = static_cast<Index>(m_tree->m_text.size()),
                               .textSize = static_cast<Index>(text.size()),
                               .line = static_cast<Index>(place.line),
                               .column = static_cast<Index>(place.column),
                               .quoted = quoted});
    m_tree->m_text += text;
    m_hasMergeKey = m_hasMergeKey || (!quoted && text == "<<");
    if (m_nextAnchor != 0)
        m_anchors[m_nextAnchor] = at;
    m_nextAnchor = 0;
    return true;
}

bool TreeBuilder::begin(Node::Kind kind, Place place)
{
    if (!hasRoomFor(1, 0, place))
        return false;
    if (isAtDepth()) {
        fail(place, u"document.depth"_s,
             u"Something is nested deeper than %1 levels here"_s.arg(m_limits.depth),
             u"Flatten the file, or take the generated part out of it"_s);
        return false;
    }
    const auto at = static_cast<Index>(m_tree->m_items.size());
    m_tree->m_items.push_back({.line = static_cast<Index>(place.line),
                               .column = static_cast<Index>(place.column),
                               .size = 0, // until it is closed
                               .kind = kind});
    if (m_nextAnchor != 0)
        m_anchors[m_nextAnchor] = at;
    m_nextAnchor = 0;
    m_open.push_back(at);
    return true;
}

bool TreeBuilder::leaveOut(Place place)
{
    addFinding(place, domain::Finding::Severity::Warning, u"document.depth"_s,
               u"What is nested deeper than %1 levels is left out"_s.arg(m_limits.depth),
               u"Flatten the file, or take the generated part out of it"_s);
    return addScalar(place, "null", false);
}

bool TreeBuilder::end()
{
    const auto at = m_open.back();
    m_open.pop_back();
    auto &items = m_tree->m_items;
    items[at].size = static_cast<Index>(items.size()) - at;
    if (items[at].kind != Node::Kind::Mapping)
        return true;
    hideRepeatedKeys(at);
    if (m_hasMergeKey && !merge(at))
        return false;
    items[at].size = static_cast<Index>(items.size()) - at;
    return true;
}

bool TreeBuilder::addAlias(Place place, std::size_t anchor)
{
    const auto found = m_anchors.find(anchor);
    if (found != m_anchors.end() && m_tree->m_items[found->second].size > 0)
        return copy(found->second, place);
    addFinding(place, domain::Finding::Severity::Error, u"document.alias"_s,
               u"An alias here stands inside the very thing that it repeats"_s,
               u"Write the value out instead of the alias"_s);
    return addScalar(place, {}, false);
}

//! Repeats the items of the node at \a from; they share their text.
bool TreeBuilder::copy(Index from, Place place)
{
    auto &items = m_tree->m_items;
    const auto size = items[from].size;
    qsizetype text = 0;
    for (auto at = from; at < from + size; ++at)
        text += items[at].textSize;
    if (!hasRoomFor(size, text, place))
        return false;
    for (auto at = from; at < from + size; ++at)
        items.push_back(items[at]);
    return true;
}

bool TreeBuilder::hasRoomFor(qsizetype nodes, qsizetype text, Place place)
{
    m_expandedText += text;
    const auto count = static_cast<qsizetype>(m_tree->m_items.size()) + nodes;
    if (count <= m_limits.nodes && m_expandedText <= m_limits.text)
        return true;
    fail(place, u"document.size"_s,
         count > m_limits.nodes
             ? u"The file has more than %1 values up to here, aliases counted each time"_s.arg(
                 m_limits.nodes)
             : u"The file has more than %1 bytes of text up to here, aliases counted each time"_s
                   .arg(m_limits.text),
         u"Split the file, or write fewer aliases"_s);
    return false;
}

std::vector<TreeBuilder::Key> TreeBuilder::keysOf(Index mapping, Index end) const
{
    const auto &items = m_tree->m_items;
    std::vector<Key> keys;
    for (auto at = mapping + 1; at < end;) {
        if (items[at].kind == Node::Kind::Scalar && !items[at].hidden)
            keys.push_back({.text = m_tree->textAt(at), .at = at});
        at += items[at].size;
        at += items[at].size;
    }
    return keys;
}

void TreeBuilder::hideRepeatedKeys(Index mapping)
{
    auto keys = keysOf(mapping, mapping + m_tree->m_items[mapping].size);
    std::stable_sort(keys.begin(), keys.end(),
                     [](const Key &left, const Key &right) { return left.text < right.text; });
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (keys[i].text != keys[i - 1].text || keys[i].text == "<<")
            continue;
        auto &former = m_tree->m_items[keys[i - 1].at];
        former.hidden = true;
        const auto name =
            QString::fromUtf8(keys[i].text.data(), static_cast<qsizetype>(keys[i].text.size()));
        addFinding(
            placeOf(m_tree->m_items[keys[i].at]), domain::Finding::Severity::Error,
            u"document.duplicate-key"_s,
            u"The key \"%1\" stands twice in this mapping, first in line %2; the last one counts"_s
                .arg(name)
                .arg(former.line),
            u"Remove one of the two"_s);
    }
}

//! Carries out the merge keys ("<<") of YAML 1.1: what they name is added behind the mapping's own
//! keys, which win.
bool TreeBuilder::merge(Index mapping)
{
    auto &items = m_tree->m_items;
    const auto keys = keysOf(mapping, mapping + items[mapping].size);
    std::unordered_set<std::string_view> known;
    for (const auto &key : keys)
        known.insert(key.text);
    for (const auto &key : keys) {
        if (key.text != "<<" || items[key.at].quoted)
            continue;
        const auto value = key.at + items[key.at].size;
        std::vector<Index> sources;
        if (items[value].kind == Node::Kind::Mapping)
            sources.push_back(value);
        for (auto at = value + 1;
             items[value].kind == Node::Kind::Sequence && at < value + items[value].size;
             at += items[at].size)
            sources.push_back(at);
        if (std::any_of(sources.begin(), sources.end(),
                        [&](Index at) { return items[at].kind != Node::Kind::Mapping; })
            || sources.empty())
            continue;
        items[key.at].hidden = true;
        for (const auto source : sources) {
            if (!mergeFrom(source, known))
                return false;
        }
    }
    return true;
}

bool TreeBuilder::mergeFrom(Index source, std::unordered_set<std::string_view> &known)
{
    const auto &items = m_tree->m_items;
    for (const auto &key : keysOf(source, source + items[source].size)) {
        if (!known.insert(key.text).second)
            continue;
        const auto place = placeOf(items[key.at]);
        if (!copy(key.at, place) || !copy(key.at + items[key.at].size, place))
            return false;
    }
    return true;
}

void TreeBuilder::addFinding(Place place, domain::Finding::Severity severity, const QString &rule,
                             const QString &message, const QString &remedy)
{
    if (m_findings.size() >= mostFindings)
        return;
    m_findings.append({.file = m_file,
                       .line = place.line,
                       .column = place.column,
                       .severity = severity,
                       .rule = rule,
                       .message = message,
                       .remedy = remedy});
}

void TreeBuilder::fail(Place place, const QString &rule, const QString &message,
                       const QString &remedy)
{
    if (m_failed)
        return;
    m_failed = true;
    m_findings.append({.file = m_file,
                       .line = place.line,
                       .column = place.column,
                       .rule = rule,
                       .message = message,
                       .remedy = remedy});
}

Document TreeBuilder::take()
{
    std::stable_sort(m_findings.begin(), m_findings.end(), domain::comesBefore);
    Document document{.tree = nullptr, .findings = m_findings};
    if (!m_failed && !isEmpty())
        document.tree = m_tree;
    return document;
}

} // namespace portolan::formats::document
