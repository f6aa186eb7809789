// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/cachetables.h"

namespace portolan::store {

void FindingTable::replace(qint64 account, const QList<domain::Finding> &findings)
{
    static constexpr auto sql =
        "INSERT INTO finding (account, ordinal, file, line, position, severity, rule, field,"
        " message, remedy) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    removeAll(account);
    qint64 ordinal = 0;
    for (const auto &finding : findings) {
        Query query(m_connection, sql);
        query.bind(account).bind(ordinal++).bind(finding.file).bind(qint64(finding.line));
        query.bind(qint64(finding.column)).bind(qint64(finding.severity)).bind(finding.rule);
        query.bind(finding.field).bind(finding.message).bind(finding.remedy);
        query.execute();
    }
}

void FindingTable::removeAll(qint64 account)
{
    static constexpr auto sql = "DELETE FROM finding WHERE account = ?1";
    Query query(m_connection, sql);
    query.bind(account);
    query.execute();
}

QList<domain::Finding> FindingTable::of(qint64 account) const
{
    static constexpr auto sql =
        "SELECT file, line, position, severity, rule, field, message, remedy FROM finding"
        " WHERE account = ?1 ORDER BY ordinal";
    Query query(m_connection, sql);
    query.bind(account);
    QList<domain::Finding> findings;
    while (query.step()) {
        domain::Finding finding;
        finding.file = query.text(0);
        finding.line = int(query.integer(1));
        finding.column = int(query.integer(2));
        finding.severity = domain::Finding::Severity(query.integer(3));
        finding.rule = query.text(4);
        finding.field = query.text(5);
        finding.message = query.text(6);
        finding.remedy = query.text(7);
        findings.append(std::move(finding));
    }
    return findings;
}

} // namespace portolan::store
