// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outboxtables.h"

#include <QDateTime>

namespace portolan::store {

QList<TriageAction> TriageTable::all() const
{
    static constexpr auto sql =
        "SELECT incident, kind, at, who, text, until, asset, opened"
        " FROM triage_action WHERE step NOT IN (SELECT step FROM triage_undone) ORDER BY id";
    const auto time = [](qint64 ms) {
        return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    };
    Query query(m_connection, sql);
    QList<TriageAction> actions;
    while (query.step()) {
        actions.append({query.uuid(0), TriageKind(query.integer(1)), time(query.integer(2)),
                        query.text(3), query.text(4), time(query.integer(5)), query.uuid(6),
                        time(query.integer(7))});
    }
    return actions;
}

qint64 TriageTable::append(const QList<TriageAction> &actions)
{
    static constexpr auto stepSql = "SELECT coalesce(max(step), 0) + 1 FROM triage_action";
    static constexpr auto sql =
        "INSERT INTO triage_action (step, incident, kind, at, who, text, until, asset, opened)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    const auto time = [](const QDateTime &at) {
        return at.isValid() ? at.toMSecsSinceEpoch() : qint64(0);
    };
    qint64 step = 0;
    {
        Query next(m_connection, stepSql);
        next.step();
        step = next.integer(0);
    }
    for (const auto &action : actions) {
        Query query(m_connection, sql);
        query.bind(step).bind(action.incident).bind(qint64(action.kind)).bind(time(action.at));
        query.bind(action.who).bind(action.text).bind(time(action.until));
        query.bind(action.asset).bind(time(action.opened));
        query.execute();
    }
    return step;
}

void TriageTable::undo(qint64 step)
{
    static constexpr auto sql = "INSERT OR IGNORE INTO triage_undone (step) VALUES (?1)";
    Query query(m_connection, sql);
    query.bind(step);
    query.execute();
}

} // namespace portolan::store
