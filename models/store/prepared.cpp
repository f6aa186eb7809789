// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/prepared.h"

#include "models/base/identity.h"
#include "models/store/codec.h"
#include "models/store/joining.h"

#include <QCryptographicHash>

namespace portolan::store {

PreparedRecord prepare(const QUuid &account, domain::Record record)
{
    PreparedRecord prepared;
    prepared.ownId = entityId(account, record.nativeId);
    prepared.joinKey = joinKeyOf(record);
    prepared.payload = encodePayload(record);
    prepared.fields = encodeFields(record.fields);
    prepared.native = encodeNative(record.native);
    prepared.lineage = takeLineage(record);
    prepared.lineageBytes = encodeLineage(prepared.lineage);
    QList<const QByteArray *> parts{&prepared.payload, &prepared.fields, &prepared.native};
    // What states nothing keeps the hash that it had before there was lineage.
    if (!prepared.lineageBytes.isEmpty())
        parts.append(&prepared.lineageBytes);
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    for (const auto *part : std::as_const(parts)) {
        // The length keeps apart what merely reads the same when put in a row.
        const auto size = qint64(part->size());
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(&size), sizeof size));
        hash.addData(*part);
    }
    prepared.hash = hash.result();
    prepared.fieldCount = int(record.fields.size());
    record.fields.clear();
    record.native.clear();
    prepared.record = std::move(record);
    return prepared;
}

} // namespace portolan::store
