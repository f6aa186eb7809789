// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/performance/importreference.h"

#include "models/base/identity.h"
#include "tests/performance/plaintables.h"
#include "tests/performance/storedmesh.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace portolan::performance {
namespace {

constexpr int recordsPerTransaction = 5000;

QList<domain::Record> withNative(QList<domain::Record> records)
{
    for (auto &record : records)
        record = performance::withNative(std::move(record));
    return records;
}

} // namespace

ImportReference importPlainly(const Setting &setting)
{
    const QString folder = setting.folder % u"/plain"_s;
    QDir().mkpath(folder);
    ImportReference took;
    {
        PlainTables tables(folder, demoAccountId());
        took.rowsSeconds =
            millisecondsOf([&] {
                const auto &mesh = *setting.mesh;
                qint64 at = 0;
                for (auto page = mesh.page(at, recordsPerTransaction); !page.isEmpty();
                     page = mesh.page(at, recordsPerTransaction))
                    tables.insert(withNative(std::move(page)));
                for (const auto width : StoredMesh::widths)
                    tables.insert(withNative(QList<domain::Record>{mesh.wideAsset(width)}));
            })
            / 1000;
        took.indexSeconds = tables.buildIndex();
    }
    QDir(folder).removeRecursively();
    return took;
}

} // namespace portolan::performance
