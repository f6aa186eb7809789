// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/segmentruns.h"

#include "models/store/search/indexfile.h"

#include <utility>

namespace portolan::store {
namespace {

//! What takes more goes to the disk.
constexpr std::size_t mostInMemory = std::size_t{4} * 1024 * 1024;

} // namespace

Result<std::shared_ptr<const Segment>>
keptSegment(const QString &file, std::size_t bytes,
            const std::function<Result<void>(QIODevice &)> &write)
{
    if (file.isEmpty() || bytes <= mostInMemory)
        return segmentInMemory(write);
    return segmentOnDisk(file, write);
}

SegmentRuns::SegmentRuns(QString file, std::size_t most)
    : m_file(std::move(file))
    , m_most(most)
{
}

bool SegmentRuns::add(const IndexDocument &document)
{
    m_builder.add(document);
    m_largestHeld = std::max(m_largestHeld, m_builder.bytes());
    if (m_builder.bytes() >= m_most)
        close();
    return !m_error;
}

Result<Parts> SegmentRuns::finish()
{
    if (m_builder.size() > 0 || m_parts.empty())
        close();
    if (m_error)
        return tl::unexpected(*m_error);
    return std::move(m_parts);
}

void SegmentRuns::close()
{
    auto builder = std::exchange(m_builder, SegmentBuilder());
    auto segment = keptSegment(m_file, builder.bytes(),
                               [&builder](QIODevice &device) { return builder.write(device, {}); });
    if (segment)
        m_parts.push_back({std::move(*segment), nullptr});
    else
        m_error = segment.error();
}

} // namespace portolan::store
