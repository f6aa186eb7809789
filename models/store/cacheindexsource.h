// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/entityreader.h"
#include "models/store/indexdocument.h"

#include <QElapsedTimer>

#include <memory>

namespace portolan::store {

class FieldSource;

//! The cache as the search index reads it, from one snapshot after another: each as new as the call
//! of generation() that came before, or newer.
class CacheIndexSource final : public IndexSource
{
public:
    //! Throws when the snapshot cannot be opened.
    //! \a isStopped, where given, ends all() and documents() with Cancelled.
    CacheIndexSource(Connection &cache, std::shared_ptr<const AccountsNow> accounts,
                     std::function<bool()> isStopped = {});

    Result<qint64> generation() override;
    Result<qint64> entityCount() override;
    Result<void> all(const std::function<bool(IndexDocument &&)> &take) override;
    Result<void> documents(const QList<qint64> &rowids,
                           const std::function<bool(IndexDocument &&)> &take) override;
    Result<std::optional<QList<qint64>>> changedSince(qint64 generation) override;
    Result<QList<domain::Entity>> entities(const QList<qint64> &rowids) override;

    //! All of \a row that is searched but its fields, which may be thousands.
    IndexDocument withoutFields(const EntityRow &row);
    //! The fields of \a row, merged, in schema order.
    QList<domain::Field> fields(const EntityRow &row);
    //! The same, to be looked through. Refers to both.
    std::unique_ptr<FieldSource> fieldSource(const EntityRow &row);

    //! Whether a stored document was damaged. It is left out, so that one does not stop all.
    bool sawDamage() const { return m_sawDamage; }

private:
    class RowFields;

    std::optional<IndexDocument> document(qint64 rowid);
    //! Hands \a rowids one after the other to \a take.
    void readEach(const QList<qint64> &rowids, const std::function<bool(IndexDocument &&)> &take);
    //! Goes on with a newer snapshot when this one is old enough to be in the writer's way.
    void renewInTime();
    //! Notes damage, which leaves out what it is in; throws when the disk fails.
    void noteDamage(const Result<void> &read);

    EntityReader m_reader;
    QElapsedTimer m_snapshot;
    qint64 m_readOfSnapshot = 0;
    ChangeTable m_changes;
    std::function<bool()> m_isStopped;
    bool m_sawDamage = false;
};

} // namespace portolan::store
