// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/indexfile.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryFile>

#include <cstdio>
#include <sys/mman.h>
#include <unistd.h>

namespace portolan::store {
namespace {

std::shared_ptr<const Segment> map(const std::shared_ptr<QFile> &file)
{
    const auto size = file->size();
    auto *data = size > 0 ? file->map(0, size) : nullptr;
    if (data == nullptr)
        return {};
    const auto bytes = static_cast<std::size_t>(size);
    // The pages stay in the system's cache for as long as there is room; they no longer count as
    // ours, and are mapped again where somebody looks.
    return Segment::open(file, data, bytes,
                         [data, bytes] { ::madvise(data, bytes, MADV_DONTNEED); });
}

//! A file beside \a file, of mode 0600. Where the system can, it has no name until somebody asks
//! for it: whatever ends the program, nothing stays behind.
std::shared_ptr<QTemporaryFile> fileBeside(const QString &file)
{
    auto made = std::make_shared<QTemporaryFile>(file + QStringLiteral(".XXXXXX"));
    return made->open() ? made : nullptr;
}

tl::unexpected<Error> failed(const QString &why)
{
    return failure(Error::Kind::Store, why);
}

} // namespace

std::shared_ptr<const Segment> mapSegment(const QString &file)
{
    auto opened = std::make_shared<QFile>(file);
    return opened->open(QIODevice::ReadOnly) ? map(opened) : nullptr;
}

Result<void> writeSegment(const QString &file, const WriteSegment &write)
{
    const auto beside = fileBeside(file);
    if (!beside)
        return failed(QStringLiteral("%1 cannot be written").arg(file));
    if (auto written = write(*beside); !written)
        return written;
    const auto to = QFile::encodeName(file);
    if (!beside->flush() || ::fsync(beside->handle()) != 0
        || std::rename(QFile::encodeName(beside->fileName()).constData(), to.constData()) != 0)
        return failed(qt_error_string());
    beside->setAutoRemove(false); // its name is no longer its own
    return {};
}

Result<std::shared_ptr<const Segment>> segmentInMemory(const WriteSegment &write)
{
    auto bytes = std::make_shared<QByteArray>();
    QBuffer buffer(bytes.get());
    buffer.open(QIODevice::ReadWrite);
    if (auto written = write(buffer); !written)
        return tl::make_unexpected(written.error());
    buffer.close();
    bytes->squeeze();
    const auto *data = reinterpret_cast<const unsigned char *>(bytes->constData());
    auto segment = Segment::open(bytes, data, static_cast<std::size_t>(bytes->size()));
    if (!segment)
        return failed(QStringLiteral("a part of the search index cannot be read"));
    return segment;
}

Result<std::shared_ptr<const Segment>> segmentOnDisk(const QString &file, const WriteSegment &write)
{
    const auto beside = fileBeside(file);
    if (!beside)
        return failed(QStringLiteral("nothing can be written beside %1").arg(file));
    if (auto written = write(*beside); !written)
        return tl::make_unexpected(written.error());
    if (!beside->flush())
        return failed(beside->errorString());
    auto segment = map(beside);
    if (!segment)
        return failed(QStringLiteral("a part of the search index cannot be read"));
    return segment;
}

} // namespace portolan::store
