// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/schematree.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

bool holdsWord(const domain::Field &field, const QString &word)
{
    const auto in = [&word](const QString &text) {
        return text.contains(word, Qt::CaseInsensitive);
    };
    const auto inAny = [&in](const QStringList &texts) {
        return std::any_of(texts.begin(), texts.end(), in);
    };
    return in(field.path) || in(field.physicalName) || in(field.title) || in(field.type)
        || in(field.logicalType) || in(field.description) || in(field.classification)
        || inAny(field.tags) || inAny(field.terms) || inAny(field.synonyms);
}

bool matches(const domain::Field &field, const QStringList &words, FieldSubset subset)
{
    return isIn(field, subset) && std::all_of(words.begin(), words.end(), [&](const auto &word) {
               return holdsWord(field, word);
           });
}

} // namespace

bool isSensitive(const QString &classification)
{
    static const QStringList words{u"confidential"_s, u"restricted"_s, u"secret"_s,
                                   u"sensitive"_s,    u"personal"_s,   u"pii"_s};
    // A class is a word or two; what is longer is none, and is asked for each row that is painted.
    const auto text = QStringView(classification).left(100);
    return std::any_of(words.begin(), words.end(),
                       [&](const auto &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool isIn(const domain::Field &field, FieldSubset subset)
{
    switch (subset) {
    case FieldSubset::All:
        return true;
    case FieldSubset::Keys:
        return field.primaryKey || field.unique || !field.references.isEmpty();
    case FieldSubset::Required:
        return field.nullable == false;
    case FieldSubset::Sensitive:
        return isSensitive(field.classification);
    case FieldSubset::Critical:
        return field.critical;
    }
    return false;
}

SchemaTree schemaTree(const QList<domain::Field> &fields, const FieldFilter &filter)
{
    const auto count = static_cast<size_t>(fields.size());
    const int root = static_cast<int>(count);
    const auto words = filter.text.split(u' ', Qt::SkipEmptyParts);
    SchemaTree tree;
    tree.parent.assign(count, root);
    tree.row.assign(count, 0);
    tree.children.resize(count + 1);
    tree.hit.assign(count, false);

    QHash<QStringView, int> byPath;
    byPath.reserve(fields.size());
    std::vector<bool> shown(count, false);
    for (int at = 0; at < root; ++at) {
        const auto &field = fields.at(at);
        byPath.insert(field.path, at);
        const auto above = domain::parentPath(field.path);
        if (const auto found = byPath.constFind(above); !above.isEmpty() && found != byPath.cend())
            tree.parent[static_cast<size_t>(at)] = *found;
        if (!matches(field, words, filter.subset))
            continue;
        tree.hit[static_cast<size_t>(at)] = true;
        ++tree.hits;
        for (int up = at; up != root && !shown[static_cast<size_t>(up)];
             up = tree.parent[static_cast<size_t>(up)])
            shown[static_cast<size_t>(up)] = true;
    }
    for (size_t at = 0; at < count; ++at) {
        if (!shown[at])
            continue;
        auto &siblings = tree.children[static_cast<size_t>(tree.parent[at])];
        tree.row[at] = static_cast<int>(siblings.size());
        siblings.push_back(static_cast<int>(at));
    }
    return tree;
}

} // namespace portolan::items
