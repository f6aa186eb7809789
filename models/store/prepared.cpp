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
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    for (const auto *part : {&prepared.payload, &prepared.fields, &prepared.native}) {
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
