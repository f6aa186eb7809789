// SPDX-License-Identifier: GPL-3.0-or-later
// What deserves a check: keys, critical data elements and classified fields of the tables that
// contracts promise. Tables that nobody promises are their owner's business.
#include "models/domain/field.h"
#include "models/items/qualityreading.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr int pageSize = 500;

//! Text of this file for people.
class CoverageText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::items::CoverageRow)

public:
    //! Why \a field deserves a check; empty when nothing says so.
    static QString why(const domain::Field &field)
    {
        QStringList reasons;
        if (field.primaryKey)
            reasons.append(tr("primary key"));
        if (field.critical)
            reasons.append(tr("critical data element"));
        if (isClassified(field.classification))
            reasons.append(field.classification);
        return reasons.join(u", "_s);
    }

private:
    static bool isClassified(const QString &classification)
    {
        static const QSet<QString> open{u"public"_s, u"internal"_s, u"open"_s, u"none"_s, {}};
        return !open.contains(classification.trimmed().toLower());
    }
};

//! How many checks there are, and how many of them ran.
struct Seen
{
    int checks = 0;
    int ran = 0;
};

using SeenByField = QHash<std::pair<QUuid, QString>, Seen>;

Result<SeenByField> checksByField(store::Store &store)
{
    const auto checks = store.checks({}).takeResult();
    if (!checks)
        return tl::unexpected(checks.error());
    SeenByField seen;
    for (const auto &check : *checks) {
        auto &one = seen[{check.asset, check.field.toLower()}];
        ++one.checks;
        one.ran += check.runs > 0 ? 1 : 0;
    }
    return seen;
}

Result<QList<domain::Entity>> contractsOf(store::Store &store)
{
    QList<domain::Entity> all;
    QString after;
    while (true) {
        const auto page = store.list(domain::EntityKind::Contract, after, pageSize).takeResult();
        if (!page)
            return tl::unexpected(page.error());
        if (page->isEmpty())
            return all;
        after = page->last().nativeId;
        all.append(*page);
    }
}

//! The tables that \a contract promises.
Result<QList<domain::Entity>> tablesOf(store::Store &store, const domain::Entity &contract)
{
    const auto page = store.page(contract.id).takeResult();
    if (!page)
        return tl::unexpected(page.error());
    QList<domain::Entity> tables;
    for (const auto &related : page->related) {
        if (related.relation == domain::Relation::Describes && !related.incoming)
            tables.append(related.entity);
    }
    return tables;
}

Result<void> addRows(store::Store &store, const domain::Entity &table, const SeenByField &seen,
                     QList<CoverageRow> &rows)
{
    const auto fields = store.fields(table.id).takeResult();
    if (!fields)
        return tl::unexpected(fields.error());
    CoverageRow row{.asset = table.id,
                    .assetName = table.label(),
                    .field = {},
                    .why = {},
                    .domain = table.domain,
                    .ownerName = table.ownerName};
    for (const auto &field : *fields) {
        row.why = CoverageText::why(field);
        if (row.why.isEmpty())
            continue;
        row.field = field.path;
        const auto found = seen.value({table.id, field.path.toLower()});
        row.checks = found.checks;
        row.checksThatRan = found.ran;
        rows.append(row);
    }
    return {};
}

} // namespace

Result<QList<CoverageRow>> readCoverage(store::Store &store)
{
    const auto seen = checksByField(store);
    if (!seen)
        return tl::unexpected(seen.error());
    const auto contracts = contractsOf(store);
    if (!contracts)
        return tl::unexpected(contracts.error());
    QList<CoverageRow> rows;
    QSet<QUuid> done;
    for (const auto &contract : *contracts) {
        const auto tables = tablesOf(store, contract);
        if (!tables)
            return tl::unexpected(tables.error());
        for (const auto &table : *tables) {
            if (done.contains(table.id))
                continue;
            done.insert(table.id);
            if (auto added = addRows(store, table, *seen, rows); !added)
                return tl::unexpected(added.error());
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto &left, const auto &right) {
        return std::tie(left.domain, left.assetName) < std::tie(right.domain, right.assetName);
    });
    return rows;
}

} // namespace portolan::items
