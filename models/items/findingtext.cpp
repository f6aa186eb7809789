// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/findingtext.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {

namespace {

//! A sentence as it is looked for.
struct Sentence
{
    const char *text;
    QString piece; //!< its longest part that does not differ: what is asked for first
    QRegularExpression pattern;
};

Sentence sentenceOf(const char *text)
{
    static const QRegularExpression places(u"%[1-4]"_s);
    const auto pieces = QString::fromUtf8(text).split(places);
    Sentence sentence{text, {}, {}};
    QString pattern = u"\\A"_s;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (pieces.at(i).size() > sentence.piece.size())
            sentence.piece = pieces.at(i);
        pattern += (i > 0 ? u"(.+?)"_s : QString()) + QRegularExpression::escape(pieces.at(i));
    }
    sentence.pattern.setPattern(pattern + u"\\z"_s);
    sentence.pattern.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
    return sentence;
}

const std::vector<Sentence> &sentences()
{
    static const auto made = [] {
        std::vector<Sentence> list;
        for (const auto *text : findingTemplates())
            list.push_back(sentenceOf(text));
        for (const auto *text : policyTemplates())
            list.push_back(sentenceOf(text));
        for (const auto *text : accessTemplates())
            list.push_back(sentenceOf(text));
        return list;
    }();
    return made;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Finding", text);
}

std::optional<QString> knownWord(const QString &word)
{
    static const auto words = [] {
        QHash<QString, const char *> known;
        for (const auto *text : findingWords())
            known.insert(QString::fromUtf8(text), text);
        return known;
    }();
    const auto *text = words.value(word);
    return text == nullptr ? std::nullopt : std::optional(translated(text));
}

//! What stands in the place of a %n: words that are known, joined by "or"; a reason, which is a
//! sentence of its own; or a name or value, which stays as it is.
QString filling(const QString &text)
{
    if (const auto word = knownWord(text))
        return *word;
    static const QString joint = u" or "_s;
    QStringList words;
    for (const auto &part : text.split(joint)) {
        const auto word = knownWord(part);
        if (!word)
            return text.size() < 200 ? knownFindingText(text).value_or(text) : text;
        words.append(*word);
    }
    return words.join(QCoreApplication::translate("Finding", " or ", "between two words"));
}

} // namespace

std::optional<QString> knownFindingText(const QString &english)
{
    for (const auto &sentence : sentences()) {
        if (!english.contains(sentence.piece))
            continue;
        const auto match = sentence.pattern.match(english);
        if (!match.hasMatch())
            continue;
        QStringList fillings = match.capturedTexts().mid(1);
        for (auto &text : fillings)
            text = filling(text);
        // All at once: a value may hold a "%1" of its own.
        const auto text = translated(sentence.text);
        switch (fillings.size()) {
        case 0:
            return text;
        case 1:
            return text.arg(fillings.at(0));
        case 2:
            return text.arg(fillings.at(0), fillings.at(1));
        case 3:
            return text.arg(fillings.at(0), fillings.at(1), fillings.at(2));
        default:
            return text.arg(fillings.at(0), fillings.at(1), fillings.at(2), fillings.at(3));
        }
    }
    return {};
}

QString findingText(const QString &english)
{
    return knownFindingText(english).value_or(english);
}

} // namespace portolan::items
