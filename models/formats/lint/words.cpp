// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/lint/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::lint {
namespace {

using document::Node;

constexpr qsizetype longestQuote = 60;

//! How many letters have to change to make \a right of \a left.
int distance(const QString &left, const QString &right)
{
    std::vector<int> row(static_cast<std::size_t>(right.size()) + 1);
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i] = static_cast<int>(i);
    for (qsizetype i = 0; i < left.size(); ++i) {
        auto diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const auto same = left.at(i) == right.at(static_cast<qsizetype>(j) - 1);
            const auto changed = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

bool isWhole(const Node &number)
{
    auto ok = false;
    const auto value = number.text().toDouble(&ok);
    return ok && std::floor(value) == value;
}

} // namespace

Types typesOf(const Node &value)
{
    if (value.isMapping())
        return Map;
    if (value.isSequence())
        return List;
    if (value.isNull())
        return Null;
    if (value.isBool())
        return Bool;
    if (value.isInteger())
        return Integer | Number;
    if (value.isNumber())
        return isWhole(value) ? Integer | Number : Number;
    return Text;
}

QString typeWords(Types types)
{
    static const std::array<std::pair<Types, QString>, 7> words{{{Text, u"text"_s},
                                                                 {Number, u"a number"_s},
                                                                 {Integer, u"a whole number"_s},
                                                                 {Bool, u"true or false"_s},
                                                                 {List, u"a list"_s},
                                                                 {Map, u"a mapping"_s},
                                                                 {Null, u"null"_s}}};
    QStringList names;
    for (const auto &[type, word] : words) {
        if ((types & type) != 0)
            names.append(word);
    }
    return names.join(u" or "_s);
}

QString valueWords(const Node &value)
{
    if (value.isMapping())
        return u"a mapping"_s;
    if (value.isSequence())
        return u"a list"_s;
    if (value.isNull())
        return u"empty"_s;
    auto text = value.text().simplified();
    if (text.size() > longestQuote)
        text = text.left(longestQuote) + u'\u2026';
    if (value.isNumber())
        return u"the number "_s + text;
    return value.isBool() ? text : QString(u'"' % text % u'"');
}

QStringList wordsIn(std::span<const Word> words, Versions version)
{
    QStringList known;
    for (const auto &word : words) {
        if ((word.in & version) != 0)
            known.append(
                QString::fromLatin1(word.text.data(), static_cast<qsizetype>(word.text.size())));
    }
    return known;
}

QString closest(const QString &word, const QStringList &known)
{
    constexpr auto longest = 40;
    QString best;
    auto least = word.size() < 5 ? 2 : 3; // fewer letters, fewer slips
    if (word.size() > longest)
        return best;
    for (const auto &candidate : known) {
        const auto slips = distance(word.toLower(), candidate.toLower());
        if (slips < least) {
            least = slips;
            best = candidate;
        }
    }
    return best;
}

QString under(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : QString(path % u'.' % name);
}

} // namespace portolan::formats::lint
