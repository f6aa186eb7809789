// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/pngwriter.h"

#include <zlib.h>

#include <QtEndian>

namespace portolan::items {
namespace {

constexpr int chunkSize = 1 << 16;
constexpr char colourType = 2; // red, green, blue
constexpr char upFilter = 2; // each byte less the one above: pictures of boxes repeat their rows

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

} // namespace

struct PngWriter::Stream
{
    z_stream zip{};
};

PngWriter::PngWriter(QIODevice &device, quint32 width, quint32 height)
    : m_device(device)
    , m_width(width)
    , m_stream(std::make_unique<Stream>())
    , m_row(qsizetype(width) * 3, '\0')
    , m_before(qsizetype(width) * 3, '\0')
{
    m_failed = deflateInit(&m_stream->zip, Z_BEST_SPEED + 2) != Z_OK;
    m_device.write("\x89PNG\r\n\x1a\n", 8);
    const char format[] = {8, colourType, 0, 0, 0};
    writeChunk("IHDR", bigEndian(width) + bigEndian(height) + QByteArray(format, sizeof format));
}

PngWriter::~PngWriter()
{
    deflateEnd(&m_stream->zip);
}

void PngWriter::writeChunk(const char *type, const QByteArray &data)
{
    const QByteArray body = QByteArray(type, 4) + data;
    const auto sum = crc32(0, reinterpret_cast<const Bytef *>(body.constData()), uInt(body.size()));
    const QByteArray chunk = bigEndian(quint32(data.size())) + body + bigEndian(quint32(sum));
    if (m_device.write(chunk) != chunk.size())
        m_failed = true;
}

void PngWriter::addRow(const quint32 *pixels)
{
    auto *out = m_row.data();
    for (quint32 i = 0; i < m_width; ++i) {
        *out++ = char(pixels[i] >> 16);
        *out++ = char(pixels[i] >> 8);
        *out++ = char(pixels[i]);
    }
    m_filtered.resize(m_row.size() + 1);
    m_filtered[0] = upFilter;
    for (qsizetype i = 0; i < m_row.size(); ++i)
        m_filtered[i + 1] = char(m_row.at(i) - m_before.at(i));
    m_before.swap(m_row);
    compress(false);
}

void PngWriter::compress(bool last)
{
    auto &zip = m_stream->zip;
    zip.next_in = reinterpret_cast<Bytef *>(m_filtered.data());
    zip.avail_in = uInt(m_filtered.size());
    QByteArray packed(chunkSize, Qt::Uninitialized);
    int state = Z_OK;
    do {
        zip.next_out = reinterpret_cast<Bytef *>(packed.data());
        zip.avail_out = uInt(packed.size());
        state = deflate(&zip, last ? Z_FINISH : Z_NO_FLUSH);
        const auto made = packed.size() - qsizetype(zip.avail_out);
        if (made > 0)
            writeChunk("IDAT", packed.left(made));
    } while (zip.avail_out == 0 || (last && state == Z_OK));
}

bool PngWriter::finish()
{
    m_filtered.clear();
    compress(true);
    writeChunk("IEND", {});
    return !m_failed;
}

} // namespace portolan::items
