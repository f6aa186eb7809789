// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "models/base/result.h"
#include "models/store/store.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

namespace portolan::cli {

//! The native ids of things that a document names by them.
class NativeNames
{
public:
    //! Reads those that \a member gives of each of \a rows.
    template <typename Row>
    [[nodiscard]] Result<void> read(store::Store &store, const QList<Row> &rows, QUuid Row::*member)
    {
        QList<QUuid> ids;
        for (const auto &row : rows)
            ids.append(row.*member);
        return read(store, ids);
    }

    [[nodiscard]] Result<void> read(store::Store &store, const QList<QUuid> &ids)
    {
        QList<QUuid> wanted;
        for (const auto &id : ids) {
            if (!id.isNull() && !m_names.contains(id)) {
                m_names.insert(id, {});
                wanted.append(id);
            }
        }
        const auto entities = await(store.entities(wanted));
        if (!entities)
            return tl::unexpected(entities.error());
        for (const auto &entity : *entities)
            m_names.insert(entity.id, entity.nativeId);
        return {};
    }

    //! Empty for what was not found.
    QString of(const QUuid &id) const { return m_names.value(id); }

private:
    QHash<QUuid, QString> m_names;
};

} // namespace portolan::cli
