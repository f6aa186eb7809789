// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/packing.h"

#include "models/base/result.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {
namespace {

// Below this, compressing costs more than it saves.
constexpr qsizetype compressFrom = 1024;

} // namespace

void damaged()
{
    throw Error{Error::Kind::Store, u"sqlite 11: a stored document is damaged"_s};
}

QByteArray packed(const QByteArray &bytes)
{
    if (bytes.size() < compressFrom)
        return '\0' + bytes;
    return '\1' + qCompress(bytes, 1);
}

QByteArray unpacked(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        damaged();
    const auto rest = QByteArray::fromRawData(bytes.constData() + 1, bytes.size() - 1);
    if (bytes.front() == '\0')
        return rest;
    auto plain = qUncompress(rest);
    if (plain.isEmpty())
        damaged();
    return plain;
}

} // namespace portolan::store
