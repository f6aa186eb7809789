// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packing.h"

#include "models/base/result.h"

#include <zlib.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {
namespace {

// Below this, compressing costs more than it saves.
constexpr qsizetype compressFrom = 1024;

// The first byte: the lowest bit, and above it the form less one.
constexpr char compressed = 1;
constexpr char formBits = (currentForm - 1) << 1;

} // namespace

void damaged()
{
    throw Error{Error::Kind::Store, u"sqlite 11: a stored document is damaged"_s};
}

QByteArray packed(const QByteArray &bytes)
{
    if (bytes.size() < compressFrom)
        return formBits + bytes;
    return char(formBits | compressed) + qCompress(bytes, 1);
}

int formOf(const QByteArray &bytes)
{
    const auto form = bytes.isEmpty() ? 0 : (quint8(bytes.front()) >> 1) + 1;
    if (form < 1 || form > currentForm)
        damaged();
    return form;
}

QByteArray unpacked(const QByteArray &bytes)
{
    static_cast<void>(formOf(bytes)); // throws
    const auto rest = QByteArray::fromRawData(bytes.constData() + 1, bytes.size() - 1);
    if ((bytes.front() & compressed) == 0)
        return rest;
    auto plain = qUncompress(rest);
    if (plain.isEmpty())
        damaged();
    return plain;
}

QByteArray unpackedBeginning(const QByteArray &bytes, qsizetype most)
{
    static_cast<void>(formOf(bytes)); // throws
    if ((bytes.front() & compressed) == 0)
        return bytes.mid(1, most);
    constexpr qsizetype head = 1 + 4; // qCompress() puts the length before zlib's stream
    if (bytes.size() < head)
        damaged();
    QByteArray plain(most, Qt::Uninitialized);
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData() + head));
    stream.avail_in = uInt(bytes.size() - head);
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = uInt(most);
    auto state = inflateInit(&stream);
    if (state == Z_OK)
        state = inflate(&stream, Z_SYNC_FLUSH);
    plain.truncate(most - qsizetype(stream.avail_out));
    inflateEnd(&stream);
    if (state != Z_STREAM_END && (state != Z_OK || plain.size() < most))
        damaged();
    return plain;
}

} // namespace portolan::store
