// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packedfields.h"

#include "models/base/result.h"
#include "models/store/codecmembers.h"

#include <algorithm>
#include <array>
#include <bit>

namespace portolan::store {

namespace {

//! Which of some texts stand in bytes, whatever these are.
class StartFinder
{
public:
    explicit StartFinder(const QByteArrayList &starts)
        : m_starts(starts)
    {
        m_all = starts.isEmpty() ? 0 : ~StartBits{0} >> (mostStarts - starts.size());
        for (qsizetype i = 0; i < starts.size(); ++i) {
            const auto bit = StartBits{1} << i;
            m_byFirst[quint8(starts.at(i).front())] |= bit;
            m_byFirst[quint8(starts.at(i).front() & ~0x20)] |= bit;
        }
    }

    StartBits in(QByteArrayView encoded) const
    {
        StartBits found = 0;
        for (const auto *at = encoded.begin(); at != encoded.end() && found != m_all; ++at) {
            if (quint8(*at) >= 0x80)
                return m_all; // no plain letter: what it folds to is not known here
            for (auto left = m_byFirst[quint8(*at)] & ~found; left != 0; left &= left - 1) {
                const auto number = std::countr_zero(left);
                if (stands(m_starts.at(number), at, encoded.end()))
                    found |= StartBits{1} << number;
            }
        }
        return found;
    }

private:
    static bool stands(const QByteArray &start, const char *at, const char *end)
    {
        const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; };
        return start.size() <= end - at
            && std::equal(start.begin(), start.end(), at,
                          [small](char wanted, char c) { return wanted == small(c); });
    }

    const QByteArrayList &m_starts;
    StartBits m_all = 0;
    std::array<StartBits, 256> m_byFirst{};
};

} // namespace

//! Goes from field to field; unpacks the rest where the beginning ends.
class PackedFields::Cursor
{
    template <typename Read>
    auto orWithAll(Read read)
    {
        if (!m_fields.m_isWhole) {
            try {
                return read();
            } catch (const Error &) { // cut off
                m_fields.readAll();
            }
        }
        return read();
    }

public:
    explicit Cursor(PackedFields &fields)
        : m_fields(fields)
    {
        m_left = orWithAll([this] { return readCount(); });
    }

    qsizetype left() const { return m_left; }

    //! The bytes of the next field. Good until the next call.
    QByteArrayView next()
    {
        --m_left;
        return orWithAll([this] { return pass(); });
    }

private:
    qsizetype readCount()
    {
        ArchiveSkipper skipper(m_fields.m_bytes, m_fields.m_form);
        const auto count = skipper.listSize();
        m_at = skipper.position() - m_fields.m_bytes.constData();
        return count;
    }

    QByteArrayView pass()
    {
        const auto rest = QByteArrayView(m_fields.m_bytes).sliced(m_at);
        ArchiveSkipper skipper(rest, m_fields.m_form);
        skipper.value(m_passed);
        const auto size = skipper.position() - rest.data();
        m_at += size;
        return rest.first(size);
    }

    PackedFields &m_fields;
    Field m_passed;
    qsizetype m_left = 0;
    qsizetype m_at = 0;
};

void PackedFields::readBeginning()
{
    constexpr qsizetype beginning = 512 * 1024;
    if (!m_packed.isEmpty())
        return;
    m_packed = m_read();
    m_form = formOf(m_packed);
    m_bytes = unpackedBeginning(m_packed, beginning);
    m_isWhole = m_bytes.size() < beginning;
}

void PackedFields::readAll()
{
    m_bytes = unpacked(m_packed);
    m_isWhole = true;
}

StartBits PackedFields::scan(const QByteArrayList &starts, qsizetype most, const Wants &wants,
                             const Take &take)
{
    readBeginning();
    const StartFinder finder(starts);
    StartBits seen = 0;
    Cursor cursor(*this);
    for (auto left = std::min(cursor.left(), most); left > 0; --left) {
        const auto encoded = cursor.next();
        const auto bits = finder.in(encoded);
        seen |= bits;
        if (!wants(bits))
            continue;
        Field field;
        ArchiveReader(encoded, m_form).value(field);
        take(std::move(field));
    }
    return seen;
}

} // namespace portolan::store
