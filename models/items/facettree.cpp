// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facettree.h"

#include "models/domain/entitykind.h"
#include "models/items/slotext.h"

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

const QStringList groupOrder{u"domain"_s, u"kind"_s,     u"type"_s,           u"slo"_s,
                             u"port"_s,   u"status"_s,   u"classification"_s, u"owner"_s,
                             u"tag"_s,    u"platform"_s, u"account"_s};

bool sameWord(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

Qt::CheckState stateOf(const domain::Query &query, const QString &key, const QString &value)
{
    auto state = Qt::Unchecked;
    for (const auto &filter : query.filters()) {
        if (filter.key != key || !sameWord(filter.value, value))
            continue;
        state = filter.negated ? Qt::PartiallyChecked : Qt::Checked;
    }
    return state;
}

FacetNode *addChild(FacetNode &parent, FacetNode::Kind kind)
{
    auto node = std::make_unique<FacetNode>();
    node->kind = kind;
    node->key = parent.key;
    node->parent = &parent;
    node->row = static_cast<int>(parent.children.size());
    parent.children.push_back(std::move(node));
    return parent.children.back().get();
}

//! Values that the query filters by and the answer does not list: they must be seen to be undone.
QList<store::FacetValue> withFilteredValues(QList<store::FacetValue> values, const QString &key,
                                            const domain::Query &query)
{
    for (const auto &filter : query.filters()) {
        const bool known =
            std::any_of(values.begin(), values.end(), [&](const store::FacetValue &value) {
                return sameWord(value.value, filter.value);
            });
        if (filter.key == key && !known)
            values.append({filter.value, 0});
    }
    return values;
}

//! Kinds and states have an order of their own; all else comes by falling count as it was answered.
void orderValues(QList<store::FacetValue> &values, const QString &key)
{
    if (key == u"slo"_s) {
        std::stable_sort(values.begin(), values.end(), [](const auto &a, const auto &b) {
            const auto rank = [](const store::FacetValue &value) {
                const auto state = stateFromWord(value.value);
                return state ? int(*state) : int(domain::SloState::Met) + 1;
            };
            return rank(a) < rank(b);
        });
    }
    if (key != u"kind"_s)
        return;
    const auto rank = [](const store::FacetValue &value) {
        const auto kind = domain::kindFromWord(value.value);
        const auto &all = domain::allEntityKinds;
        return kind ? std::find(all.begin(), all.end(), *kind) - all.begin()
                    : static_cast<std::ptrdiff_t>(all.size());
    };
    std::stable_sort(values.begin(), values.end(),
                     [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
}

void fillGroup(FacetNode &group, const QList<store::FacetValue> &values, const domain::Query &query,
               int atMost)
{
    qint64 hidden = 0;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto state = stateOf(query, group.key, values.at(i).value);
        // What is filtered by is always in sight, or it could not be undone here.
        if (atMost >= 0 && i >= atMost && state == Qt::Unchecked) {
            ++hidden;
            continue;
        }
        auto *node = addChild(group, FacetNode::Kind::Value);
        node->value = values.at(i).value;
        node->count = values.at(i).count;
        node->state = state;
    }
    if (hidden > 0)
        addChild(group, FacetNode::Kind::More)->count = hidden;
}

FacetNode *domainNode(FacetNode &group, const QString &value)
{
    FacetNode *at = &group;
    const auto parts = value.split(u'/', Qt::SkipEmptyParts);
    for (qsizetype depth = 0; depth < parts.size(); ++depth) {
        const auto path = parts.mid(0, depth + 1).join(u'/');
        const auto found =
            std::find_if(at->children.begin(), at->children.end(),
                         [&](const auto &child) { return sameWord(child->value, path); });
        if (found != at->children.end()) {
            at = found->get();
            continue;
        }
        at = addChild(*at, FacetNode::Kind::Value);
        at->value = path;
    }
    return at;
}

//! Domains in alphabetical order: a tree whose branches change places cannot be learned. A domain
//! that the answer counts only through its parts gets their sum.
void fillDomains(FacetNode &group, const QList<store::FacetValue> &values,
                 const domain::Query &query)
{
    for (const auto &value : values) {
        if (auto *node = domainNode(group, value.value); node != &group)
            node->count = value.count;
    }
    const std::function<void(FacetNode &)> finish = [&](FacetNode &node) {
        qint64 sum = 0;
        for (auto &child : node.children) {
            finish(*child);
            sum += child->count;
        }
        std::sort(node.children.begin(), node.children.end(), [](const auto &a, const auto &b) {
            return a->value.compare(b->value, Qt::CaseInsensitive) < 0;
        });
        for (size_t i = 0; i < node.children.size(); ++i)
            node.children[i]->row = static_cast<int>(i);
        if (node.kind != FacetNode::Kind::Value)
            return;
        node.state = stateOf(query, node.key, node.value);
        if (node.count == 0)
            node.count = sum;
    };
    finish(group);
}

QString piecesWhere(const QString &text,
                    const std::function<bool(const domain::QueryToken &)> &keep)
{
    QStringList pieces;
    for (const auto &token : domain::parseQuery(text).tokens) {
        if (keep(token))
            pieces.append(text.mid(token.from, token.to - token.from));
    }
    return pieces.join(u' ');
}

} // namespace

QString FacetNode::path() const
{
    switch (kind) {
    case Kind::Root:
        return {};
    case Kind::Group:
        return key;
    case Kind::More:
        return key + u":"_s;
    case Kind::Value:
        break;
    }
    return key + u':' + value.toLower();
}

std::unique_ptr<FacetNode> facetTree(const QList<store::Facet> &facets, const domain::Query &query,
                                     const QSet<QString> &longGroups, int shortList)
{
    auto root = std::make_unique<FacetNode>();
    for (const auto &key : groupOrder) {
        const auto facet = std::find_if(facets.begin(), facets.end(),
                                        [&](const store::Facet &f) { return f.name == key; });
        auto values = withFilteredValues(
            facet == facets.end() ? QList<store::FacetValue>() : facet->values, key, query);
        if (values.isEmpty())
            continue;
        orderValues(values, key);
        root->key = key;
        auto *group = addChild(*root, FacetNode::Kind::Group);
        if (key == u"domain"_s)
            fillDomains(*group, values, query);
        else
            fillGroup(*group, values, query, longGroups.contains(key) ? -1 : shortList);
    }
    return root;
}

QString withExclusion(const QString &text, const QString &key, const QString &value, bool on)
{
    auto rest = piecesWhere(text, [&](const domain::QueryToken &token) {
        return token.kind != domain::QueryToken::Kind::Filter || token.key != key
            || !sameWord(token.value, value);
    });
    if (!on)
        return rest;
    const QString filter = u'-' + key + u':' + domain::quotedValue(value);
    return rest.isEmpty() ? filter : rest + u' ' + filter;
}

QString withoutKey(const QString &text, const QString &key)
{
    return piecesWhere(text, [&](const domain::QueryToken &token) {
        return token.kind != domain::QueryToken::Kind::Filter || token.key != key;
    });
}

QString withoutFilters(const QString &text)
{
    return piecesWhere(text, [](const domain::QueryToken &token) {
        return token.kind != domain::QueryToken::Kind::Filter;
    });
}

} // namespace portolan::items
