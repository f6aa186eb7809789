// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/remotesearch.h"

#include <algorithm>

namespace portolan::platforms {
namespace {

constexpr qsizetype mostWords = 20;
constexpr qsizetype longestWord = 100;
constexpr qsizetype longestSnippet = 240;
// More of a description is not looked at: servers send novels.
constexpr qsizetype mostRead = 4000;

} // namespace

RemoteSearch::~RemoteSearch() = default;

QStringList searchWords(const QString &query)
{
    QStringList words;
    const auto parts = query.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const auto &part : parts) {
        const bool isWord = std::any_of(part.begin(), part.end(),
                                        [](QChar sign) { return sign.isLetterOrNumber(); });
        if (isWord && words.size() < mostWords)
            words.append(part.left(longestWord));
    }
    return words;
}

QString snippetOf(const QString &text)
{
    const auto line = text.left(mostRead).simplified();
    return line.size() <= longestSnippet ? line : line.left(longestSnippet - 1).trimmed() + u'…';
}

} // namespace portolan::platforms
