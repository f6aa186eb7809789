// SPDX-License-Identifier: GPL-3.0-or-later
// Which of thousands of fields may hold a word, without taking them apart.
#include "models/store/codecmembers.h"

#include <array>

namespace portolan::store {

namespace {

//! The beginnings of words, looked for in bytes without taking them apart.
class WordStarts
{
public:
    //! \a starts are small plain letters, none of them empty.
    explicit WordStarts(const QByteArrayList &starts)
        : m_starts(starts)
    {
        for (int c = 0x80; c < 0x100; ++c)
            m_isFirst[std::size_t(c)] = true; // no plain letter: what it folds to is not known here
        for (const auto &start : starts) {
            m_isFirst[quint8(start.front())] = true;
            m_isFirst[quint8(start.front() & ~0x20)] = true;
        }
    }

    //! Whether a text in \a encoded may hold a word that begins with one of them.
    bool mayBeIn(QByteArrayView encoded) const
    {
        for (const auto *at = encoded.begin(); at != encoded.end(); ++at) {
            if (m_isFirst[quint8(*at)] && (quint8(*at) >= 0x80 || startsAt(at, encoded.end())))
                return true;
        }
        return false;
    }

private:
    bool startsAt(const char *at, const char *end) const
    {
        const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; };
        return std::any_of(m_starts.begin(), m_starts.end(), [&](const QByteArray &start) {
            return start.size() <= end - at
                && std::equal(start.begin(), start.end(), at,
                              [small](char wanted, char c) { return wanted == small(c); });
        });
    }

    const QByteArrayList &m_starts;
    std::array<bool, 256> m_isFirst{};
};

} // namespace

QList<Field> decodeFieldsHolding(const QByteArray &packedFields, const QByteArrayList &starts)
{
    const auto bytes = unpacked(packedFields);
    const char *const end = bytes.constData() + bytes.size();
    const WordStarts words(starts);
    QList<Field> fields;
    ArchiveSkipper skipper(bytes);
    Field passed;
    for (auto left = skipper.listSize(); left > 0; --left) {
        const auto *begin = skipper.position();
        skipper.value(passed);
        if (words.mayBeIn({begin, skipper.position() - begin}))
            ArchiveReader({begin, end - begin}).value(fields.emplaceBack());
    }
    return fields;
}

} // namespace portolan::store
