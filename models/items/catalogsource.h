// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/search/search.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QString>

namespace portolan::items {

//! Where the catalogue's models get their answers from: the store, or a fake in tests. Lives in the
//! GUI thread; every function returns at once.
class CatalogSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QFuture<Result<store::SearchAnswer>> search(const store::SearchRequest &request) = 0;
    virtual QFuture<Result<QList<store::Facet>>> facets(const QString &query) = 0;

Q_SIGNALS:
    //! The same questions may have other answers now.
    void changed();
};

} // namespace portolan::items
