// SPDX-License-Identifier: GPL-3.0-or-later
// Data products of Entropy Data in their two dialects: the Open Data Product Standard, and the
// vendor's Data Product Specification 0.0.1.
#pragma once

#include "models/formats/document/node.h"
#include "models/platforms/entropydata/things.h"

#include <QStringList>

#include <functional>

namespace portolan::platforms::entropydata {

//! An access that a product has to a port of another one: what its lineage follows from.
struct ProductAccess
{
    QString port; //!< native id of the port that is read
    QString contract; //!< native id of its contract; may be empty
};

//! What a product's records need to know beside its document.
struct ProductContext
{
    const Teams &teams;
    const Portal &portal;
    //! The native ids of the objects of a contract, which is named by its own native id.
    std::function<QStringList(const QString &contract)> objectsOf;
    //! What the product reads, by its native id.
    std::function<QList<ProductAccess>(const QString &product)> accessesOf;
};

//! Everything the product at \a node says, whatever its dialect: the product, then its ports.
Reading readProduct(const formats::document::Node &node, const ProductContext &context);

//! The native ids of the contracts that the ports among \a records name, each once.
QStringList contractsIn(const QList<domain::Record> &records);

//! Adds what ports and product are made from, and what stands behind output ports.
void addLineage(QList<domain::Record> &records, const ProductContext &context);

} // namespace portolan::platforms::entropydata
