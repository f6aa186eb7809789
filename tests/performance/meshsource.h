// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/indexdocument.h"
#include "tests/performance/synthmesh.h"

namespace portolan::performance {

//! A synthetic mesh as the search index wants to read it: row n is record n - 1.
class MeshSource final : public store::IndexSource
{
public:
    explicit MeshSource(const SynthMesh &mesh)
        : m_mesh(mesh)
    {
    }

    Result<qint64> generation() override { return 1; }

    Result<qint64> entityCount() override { return m_mesh.recordCount(); }

    Result<void> all(const std::function<bool(store::IndexDocument &&)> &take) override;
    Result<void> documents(const QList<qint64> &rowids,
                           const std::function<bool(store::IndexDocument &&)> &take) override;

    Result<std::optional<QList<qint64>>> changedSince(qint64) override
    {
        return std::optional<QList<qint64>>();
    }

    Result<QList<domain::Entity>> entities(const QList<qint64> &) override
    {
        return QList<domain::Entity>();
    }

private:
    store::IndexDocument documentOf(qint64 rowid) const;

    const SynthMesh &m_mesh;
};

} // namespace portolan::performance
