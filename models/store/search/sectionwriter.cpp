// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/sectionwriter.h"

#include <array>
#include <limits>

namespace portolan::store {
namespace {

constexpr std::size_t mostPending = std::size_t{256} * 1024;

} // namespace

SectionWriter::SectionWriter(QIODevice &device)
    : m_device(device)
{
    write(&m_header, sizeof m_header); // its room; what is in it is known at the end
    m_end = sizeof m_header;
}

void SectionWriter::begin(std::size_t id)
{
    m_open = id;
    m_header.table.at(id) = {m_end, 0};
}

void SectionWriter::append(const void *data, std::size_t size)
{
    if (size == 0) // then there may be no address
        return;
    m_end += size;
    m_header.table.at(m_open).bytes += size;
    if (m_pending.size() + size > mostPending)
        flush();
    if (size > mostPending)
        write(data, size);
    else
        m_pending.append(static_cast<const char *>(data), size);
}

void SectionWriter::end()
{
    const auto rest = (8 - m_end % 8) % 8;
    m_pending.append(rest, '\0');
    m_end += rest;
}

void SectionWriter::reserve(std::size_t id, std::uint64_t size)
{
    static constexpr std::array<char, 4096> zeros{};
    begin(id);
    for (std::uint64_t done = 0; done < size; done += zeros.size())
        append(zeros.data(),
               static_cast<std::size_t>(std::min<std::uint64_t>(zeros.size(), size - done)));
    end();
}

void SectionWriter::put(std::size_t id, std::uint64_t at, const void *data, std::size_t size)
{
    flush();
    seek(m_header.table.at(id).offset + at);
    write(data, size);
    seek(m_end);
}

std::string SectionWriter::read(std::size_t id, std::uint64_t at, std::size_t size)
{
    flush();
    std::string bytes(size, '\0');
    seek(m_header.table.at(id).offset + at);
    const auto got = m_device.read(bytes.data(), static_cast<qint64>(size));
    m_ok = m_ok && got == static_cast<qint64>(size);
    bytes.resize(static_cast<std::size_t>(std::max<qint64>(got, 0)));
    seek(m_end);
    return bytes;
}

Result<void> SectionWriter::finish(const SegmentStamp &stamp, std::size_t documents)
{
    flush();
    m_header.documents = documents;
    m_header.generation = stamp.generation;
    m_header.id = stamp.id;
    m_header.base = stamp.base;
    m_header.fileSize = m_end;
    m_header.checksum = checksumOf(reinterpret_cast<const unsigned char *>(&m_header),
                                   offsetof(SegmentHeader, checksum));
    seek(0);
    write(&m_header, sizeof m_header);
    if (m_tooLarge)
        return failure(Error::Kind::Store, QStringLiteral("the index would exceed 4 GB a part"));
    if (!m_ok)
        return failure(Error::Kind::Store, m_device.errorString());
    return {};
}

void SectionWriter::flush()
{
    write(m_pending.data(), m_pending.size());
    m_pending.clear();
}

void SectionWriter::write(const void *data, std::size_t size)
{
    const auto wanted = static_cast<qint64>(size);
    m_ok = m_ok && m_device.write(static_cast<const char *>(data), wanted) == wanted;
}

void SectionWriter::seek(std::uint64_t to)
{
    m_ok = m_ok && m_device.seek(static_cast<qint64>(to));
}

std::vector<std::int64_t> newestFirst(std::vector<std::int64_t> times)
{
    for (auto &time : times)
        time = std::numeric_limits<std::int64_t>::max() - std::max<std::int64_t>(time, 0);
    return times;
}

void Vocabulary::add(std::string_view text)
{
    bytes += text;
    offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
}

void Vocabulary::write(SectionWriter &writer, std::size_t first) const
{
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
        writer.noteTooLarge();
    writer.begin(first + 1);
    writer.append(bytes.data(), bytes.size());
    writer.end();
    writer.section(first, offsets);
}

} // namespace portolan::store
