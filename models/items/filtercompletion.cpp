// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/filtercompletion.h"

#include "models/base/async.h"
#include "models/items/labels.h"

#include <QMetaEnum>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr int mostValues = 10;
constexpr int mostGuesses = 3; //!< values per key while no key is typed
constexpr qsizetype guessFrom = 2; //!< letters before values are guessed without a key

domain::QueryToken tokenAt(const domain::Query &query, int cursor)
{
    for (const auto &token : query.tokens) {
        if (token.from < cursor && cursor <= token.to)
            return token;
    }
    domain::QueryToken none;
    none.from = cursor;
    none.to = cursor;
    return none;
}

//! 0 when \a value begins with \a prefix, 1 when a part of it does, 2 when it holds it, else -1.
int rankOf(const QString &value, const QString &prefix)
{
    if (value.startsWith(prefix, Qt::CaseInsensitive))
        return 0;
    const auto at = value.indexOf(prefix, 0, Qt::CaseInsensitive);
    if (at < 0)
        return -1;
    return value.at(at - 1).isLetterOrNumber() ? 2 : 1;
}

} // namespace

FilterCompletion::FilterCompletion(CatalogSource &source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
{
    connect(&m_source, &CatalogSource::changed, this, [this] { m_facetsOf.reset(); });
}

void FilterCompletion::complete(const QString &text, int cursor)
{
    m_text = text;
    m_cursor = cursor;
    m_token = tokenAt(domain::parseQuery(text), cursor);
    const QString around = text.left(m_token.from) + text.mid(m_token.to);
    const auto rest = around.simplified();
    if (m_facetsOf != rest)
        ask(rest);
    propose();
}

void FilterCompletion::clear()
{
    ++m_question;
    beginResetModel();
    m_proposals.clear();
    endResetModel();
    Q_EMIT proposalsChanged();
}

void FilterCompletion::ask(const QString &rest)
{
    ++m_question;
    onFinished(m_source.facets(rest), this,
               [this, rest, question = m_question](Result<QList<store::Facet>> answer) {
                   if (question != m_question || !answer)
                       return;
                   m_facets = std::move(*answer);
                   m_facetsOf = rest;
                   propose();
               });
}

void FilterCompletion::propose()
{
    beginResetModel();
    m_proposals.clear();
    m_specific = m_token.kind == domain::QueryToken::Kind::Filter;
    if (m_token.kind == domain::QueryToken::Kind::Filter) {
        proposeValues(m_token.key, m_token.value, true);
    } else if (m_token.kind == domain::QueryToken::Kind::Word && !m_token.quoted) {
        auto prefix = m_text.mid(m_token.from, m_cursor - m_token.from);
        if (prefix.startsWith(u'-'))
            prefix.remove(0, 1);
        proposeKeys(prefix);
        m_specific = prefix.size() >= guessFrom && !m_proposals.isEmpty();
        if (prefix.size() >= guessFrom) {
            for (const auto &key : domain::queryKeys())
                proposeValues(key, prefix, false);
        }
    }
    endResetModel();
    Q_EMIT proposalsChanged();
}

void FilterCompletion::proposeKeys(const QString &prefix)
{
    for (const auto &key : domain::queryKeys()) {
        if (key.startsWith(prefix, Qt::CaseInsensitive))
            m_proposals.append({key + u':', key + u':', facetTitle(key), {}});
    }
}

void FilterCompletion::proposeValues(const QString &key, const QString &prefix, bool withKey)
{
    const auto facet = std::find_if(m_facets.begin(), m_facets.end(),
                                    [&](const store::Facet &f) { return f.name == key; });
    if (facet == m_facets.end())
        return;
    QList<std::pair<int, Proposal>> found;
    for (const auto &value : facet->values) {
        const auto rank = prefix.isEmpty() ? 0 : rankOf(value.value, prefix);
        if (rank < 0 || (!withKey && rank > 1))
            continue;
        // What is typed to its end needs no proposal.
        if (withKey && value.value.compare(prefix, Qt::CaseInsensitive) == 0)
            continue;
        const QString insert = key + u':' + domain::quotedValue(value.value);
        const auto text = facetValueText(key, value.value);
        found.append({rank, {insert, withKey ? text : insert, facetTitle(key), value.count}});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[rank, proposal] : found.mid(0, withKey ? mostValues : mostGuesses))
        m_proposals.append(proposal);
}

FilterCompletion::Completed FilterCompletion::completed(int row) const
{
    if (row < 0 || row >= m_proposals.size())
        return {m_text, m_cursor};
    const bool minus = m_text.mid(m_token.from, m_token.to - m_token.from).startsWith(u'-');
    QString piece = (minus ? u"-"_s : QString()) + m_proposals.at(row).insert;
    auto rest = m_text.mid(m_token.to);
    if (!piece.endsWith(u':')) {
        piece += u' ';
        while (rest.startsWith(u' '))
            rest.remove(0, 1);
    }
    const auto cursor = static_cast<int>(m_token.from + piece.size());
    return {m_text.left(m_token.from) + piece + rest, cursor};
}

int FilterCompletion::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_proposals.size());
}

QVariant FilterCompletion::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &proposal = m_proposals.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return proposal.text;
    case Qt::AccessibleTextRole:
        return proposal.count ? tr("%1, %2").arg(proposal.text).arg(*proposal.count)
                              : proposal.text;
    case InsertRole:
        return proposal.insert;
    case CountRole:
        return proposal.count ? QVariant(*proposal.count) : QVariant();
    case HintRole:
        return proposal.hint;
    default:
        return {};
    }
}

QHash<int, QByteArray> FilterCompletion::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    const auto roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i)
        names.insert(roles.value(i), roles.key(i));
    return names;
}

} // namespace portolan::items
