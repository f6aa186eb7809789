// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/indexdocument.h"
#include "models/store/search/evaluation.h"
#include "models/store/search/fieldsource.h"
#include "models/store/search/fold.h"

#include <QByteArrayList>
#include <QString>

#include <cstdint>
#include <vector>

namespace portolan::store {

//! What a text that holds one of some words has somewhere: the first letters of the word, or those
//! of each of its parts. Only a word that runs over a joint, as "myord" in "my_orders", has not.
class WordStarts
{
public:
    using Words = std::uint32_t; //!< a bit for each word; wordsOf() gives no more than 32

    explicit WordStarts(const SearchWords &words);

    const QByteArrayList &texts() const { return m_texts; }

    //! The words that a text with these bits may hold.
    Words wordsFor(StartBits bits) const;

private:
    struct Word
    {
        StartBits joined = 0;
        StartBits parts = 0;
        bool isAnywhere = false; //!< there was no bit left for it
    };

    bool add(StartBits &bits, const std::string &text);

    QByteArrayList m_texts;
    std::vector<Word> m_words;
};

//! Looks for the text of a thing that holds most of the words; of equals, the one it saw first.
//! Marks are made for that one alone, by whoever asked: a thing may have thousands of texts.
class BestText
{
public:
    //! \a wanted outlives this, and has no more than 32 words, as wordsOf() gives them.
    explicit BestText(const SearchWords &wanted)
        : m_wanted(wanted)
    {
    }

    void lookIntoNames(const IndexDocument &thing);
    //! Tags, owner, description and the like.
    void lookIntoTexts(const IndexDocument &thing);
    //! Only those that can be better than what was found before; of equals a name before a
    //! description. Of the first \a most alone. False when there are words that none of the fields
    //! or other texts begins with.
    bool lookIntoFields(FieldSource &fields, const WordStarts &starts, qsizetype most);
    //! Every one, for words that run over a joint.
    void lookIntoAllFields(FieldSource &fields);

    //! Every word stands in one of the texts, if not in the same one. Says nothing of fields that
    //! were passed by.
    bool hasAll() const { return m_found == all(); }

    //! One text holds them all: no later one can be better.
    bool isComplete() const
    {
        return m_words >= static_cast<int>(m_wanted.words.size()) && m_words > 0;
    }

    const QString &in() const { return m_in; } //!< what the text is, a word of Match::in

    const QString &text() const { return m_text; }

private:
    using Words = WordStarts::Words;

    void look(QStringView in, const QString &text);
    void look(QStringView in, const QStringList &texts);
    void lookIntoFieldNames(const domain::Field &field);
    void lookIntoFieldTexts(const domain::Field &field);
    Words all() const;
    //! Which of the words the text that was folded last holds.
    Words wordsIn(const QString &text) const;

    const SearchWords &m_wanted;
    FoldedText m_folded;
    QString m_in;
    QString m_text;
    int m_words = 0;
    Words m_found = 0;
};

} // namespace portolan::store
