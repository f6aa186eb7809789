// SPDX-License-Identifier: GPL-3.0-or-later
// How texts become words. Both sides of every comparison of the search go through here: case,
// accents, compatibility forms and separators vanish; "_", "-", ".", camelCase and the border of
// letters and digits part the words of a compound.
#pragma once

#include <QStringView>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portolan::store {

//! Longest word the index keeps, in bytes of UTF-8; longer ones are cut on both sides.
inline constexpr std::size_t longestWord = 64;
//! Longest name it keeps.
inline constexpr std::size_t longestName = 256;

//! A text taken apart. The folded words stand without gaps in \a bytes, so that the joined form of
//! a compound, and of the whole text, is a piece of it as well.
class FoldedText
{
public:
    //! A word: its bytes [begin, end), and whether it goes on the compound of the word before it.
    struct Word
    {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        bool continues = false;
    };

    //! Where a folded byte comes from: UTF-16 units [from, to) of the text.
    struct Origin
    {
        int from = 0;
        int to = 0;
    };

    //! Takes \a text apart, replacing what was here; keeps its memory. \a origins says whether the
    //! way back is wanted.
    void set(QStringView text, bool origins = false);

    const std::vector<Word> &words() const { return m_words; }

    std::string_view word(std::size_t index) const;
    //! All words of the compound that begins at word \a first, joined; \a next is the word after
    //! it.
    std::string_view compound(std::size_t first, std::size_t &next) const;

    std::string_view whole() const { return m_bytes; }

    const std::vector<Origin> &origins() const { return m_origins; }

private:
    void add(char32_t c, Origin origin);
    void boundary(int kind);
    void closeWord(std::size_t at);

    std::string m_bytes;
    std::vector<Word> m_words;
    std::vector<Origin> m_origins;
    bool m_wantsOrigins = false;
    bool m_continues = false; // the next word belongs to the compound
    std::size_t m_begin = 0; // of the open word
    std::size_t m_lastChar = 0; // where its last character begins
    int m_last = 0; // kind of its last character
    int m_beforeLast = 0;
};

//! At most \a longest bytes of \a text, never half a character.
std::string_view cut(std::string_view text, std::size_t longest);

//! The key under which a whole name or filter value is compared: all its words joined, or, of a
//! text without a single letter or digit, the text itself in lower case.
std::string foldedWhole(QStringView text);

} // namespace portolan::store
