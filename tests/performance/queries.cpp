// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/bench.h"
#include "tests/performance/synthwords.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr std::uint64_t seed = 20260101;

qint64 anyAsset(const SynthMesh &mesh, Dice &dice)
{
    return static_cast<qint64>(dice.below(static_cast<std::uint64_t>(mesh.assetCount())));
}

QStringList wordsOfName(const QString &name)
{
    static const QRegularExpression border(u"[_\\-. ]+|(?<=[a-z])(?=[A-Z])"_s);
    return name.split(border, Qt::SkipEmptyParts);
}

//! \a word with one slip of the fingers.
QString misspelt(QString word, Dice &dice)
{
    const auto at = static_cast<qsizetype>(dice.below(static_cast<std::uint64_t>(word.size() - 1)));
    switch (dice.below(4)) {
    case 0:
        return word.remove(at, 1);
    case 1:
        return word.insert(at, u'q');
    case 2:
        word[at] = u'x';
        return word;
    default:
        std::swap(word[at], word[at + 1]);
        return word;
    }
}

} // namespace

QList<QueryClass> queryClasses(const SynthMesh &mesh, int count)
{
    QList<QueryClass> classes{
        {u"1 letter"_s, {}}, {u"2 letters"_s, {}}, {u"common word"_s, {}},   {u"whole name"_s, {}},
        {u"misspelt"_s, {}}, {u"3 words"_s, {}},   {u"3 letters each"_s, {}}};
    Dice dice(seed, 1, 1);
    for (int i = 0; i < count; ++i) {
        classes[0].queries.append(QString(QChar(u'a' + i % 26)));
        classes[1].queries.append(businessWord(dice).left(2));
        classes[2].queries.append(i % 3 ? businessWord(dice) : qualifier(dice));
        const auto name = mesh.asset(anyAsset(mesh, dice)).name;
        classes[3].queries.append(name);
        auto words = wordsOfName(mesh.asset(anyAsset(mesh, dice)).name);
        for (auto &word : words) {
            if (word.size() > 4) {
                word = misspelt(word, dice);
                break;
            }
        }
        classes[4].queries.append(words.join(u' '));
        const QStringList three{businessWord(dice), businessWord(dice), qualifier(dice)};
        classes[5].queries.append(three.join(u' '));
        classes[6].queries.append(
            QStringList{three[0].left(3), three[1].left(3), three[2].left(3)}.join(u' '));
    }
    return classes;
}

} // namespace portolan::performance
