// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/entropydata/accessdoc.h"
#include "models/platforms/entropydata/ledger.h"

#include <QMap>

namespace portolan::platforms::entropydata {

//! All requests for access of an installation, as they were last read.
class Accesses
{
public:
    void clear() { m_docs.clear(); }

    void put(AccessDoc doc);

    void remove(const QString &id) { m_docs.remove(id); }

    qsizetype size() const { return m_docs.size(); }

    std::optional<AccessDoc> find(const QString &id) const;
    //! The document about \a item, whatever it is called.
    std::optional<AccessDoc> ofItem(const QUuid &item) const;

    //! The documents of the request \a id, in the order of their ids.
    QList<AccessDoc> ofRequest(const QUuid &id) const;

    //! What \a product was granted, in the order of ids.
    QList<ProductAccess> grantedTo(const QString &product) const;

    //! The products that were granted something, by the id of the access.
    QHash<QString, QString> readers() const;

    //! All of them as requests with their items, and the decisions that their states show. The
    //! platform names nobody who decided: decisions are the platform's own.
    domain::AccessBook book(const Teams &teams, const Portal &portal, const Ledger &ledger,
                            QDate today) const;

private:
    QMap<QString, AccessDoc> m_docs;
};

//! Who is said to have decided, where the platform only says that it was done.
domain::Actor platformActor();

} // namespace portolan::platforms::entropydata
