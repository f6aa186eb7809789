// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/codec.h"

#include "models/store/archive.h"
#include "models/store/codecmembers.h"

namespace portolan::store {

QByteArray encodePayload(const Record &record)
{
    return encoded(record);
}

void decodePayload(const QByteArray &bytes, Record &record)
{
    decode(bytes, record);
}

QByteArray encodeFields(const QList<Field> &fields)
{
    return encoded(fields);
}

QList<Field> decodeFields(const QByteArray &bytes)
{
    QList<Field> fields;
    decode(bytes, fields);
    return fields;
}

QByteArray encodeNative(const QList<NativeDocument> &native)
{
    return encoded(native);
}

QList<NativeDocument> decodeNative(const QByteArray &bytes)
{
    QList<NativeDocument> native;
    decode(bytes, native);
    return native;
}

QByteArray encodeLists(const EntityLists &lists)
{
    return encoded(lists);
}

EntityLists decodeLists(const QByteArray &bytes)
{
    EntityLists lists;
    decode(bytes, lists);
    return lists;
}

QByteArray encodeVersion(const VersionDocument &document)
{
    return encoded(document);
}

VersionDocument decodeVersion(const QByteArray &bytes)
{
    VersionDocument document;
    decode(bytes, document);
    return document;
}

QByteArray encodeSlo(const Slo &slo)
{
    return encoded(slo);
}

Slo decodeSlo(const QByteArray &bytes)
{
    Slo slo;
    decode(bytes, slo);
    return slo;
}

} // namespace portolan::store
