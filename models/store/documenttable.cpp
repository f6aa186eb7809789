// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/codec.h"
#include "models/store/recordtable.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

void DocumentTable::put(qint64 record, const QByteArray &payload, const QByteArray &fields,
                        const QByteArray &native)
{
    static constexpr auto sql =
        "INSERT INTO document (record, payload, fields, native) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (record) DO UPDATE SET payload = excluded.payload,"
        " fields = excluded.fields, native = excluded.native";
    Query query(m_connection, sql);
    query.bind(record).bind(payload).bind(fields).bind(native);
    query.execute();
}

void DocumentTable::remove(qint64 record)
{
    static constexpr auto sql = "DELETE FROM document WHERE record = ?1";
    Query query(m_connection, sql);
    query.bind(record);
    query.execute();
}

domain::Record DocumentTable::payload(qint64 record) const
{
    static constexpr auto sql = "SELECT payload FROM document WHERE record = ?1";
    Query query(m_connection, sql);
    query.bind(record);
    if (!query.step())
        throw Error{Error::Kind::Store, u"a record has no document"_s};
    domain::Record result;
    decodePayload(query.blob(0), result);
    return result;
}

QByteArray DocumentTable::packedFields(qint64 record) const
{
    static constexpr auto sql = "SELECT fields FROM document WHERE record = ?1";
    Query query(m_connection, sql);
    query.bind(record);
    if (!query.step())
        throw Error{Error::Kind::Store, u"a record has no document"_s};
    return query.blob(0);
}

QList<domain::Field> DocumentTable::fields(qint64 record) const
{
    return decodeFields(packedFields(record));
}

QList<domain::NativeDocument> DocumentTable::native(qint64 record) const
{
    static constexpr auto sql = "SELECT native FROM document WHERE record = ?1";
    Query query(m_connection, sql);
    query.bind(record);
    if (!query.step())
        throw Error{Error::Kind::Store, u"a record has no document"_s};
    return decodeNative(query.blob(0));
}

} // namespace portolan::store
