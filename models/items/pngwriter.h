// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <memory>

namespace portolan::items {

//! Writes a PNG (RFC 2083) row by row, so that a picture larger than memory can be written.
class PngWriter
{
public:
    //! A picture of \a width × \a height pixels, 8 bits each of red, green and blue; \a device
    //! outlives the writer.
    PngWriter(QIODevice &device, quint32 width, quint32 height);
    ~PngWriter();

    //! Adds the next row: \a pixels as 0xffRRGGBB, as many as the picture is wide.
    void addRow(const quint32 *pixels);

    //! Whether something could not be written: what follows is work for nothing.
    bool hasFailed() const { return m_failed; }

    //! Ends the file, after the last row. False when anything could not be written.
    [[nodiscard]] bool finish();

private:
    struct Stream;

    void writeChunk(const char *type, const QByteArray &data);
    void compress(bool last);

    QIODevice &m_device;
    quint32 m_width;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_row;
    QByteArray m_before; //!< the row above
    QByteArray m_filtered;
    bool m_failed = false;
};

} // namespace portolan::items
