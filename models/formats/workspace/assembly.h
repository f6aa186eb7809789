// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/domain/record.h"
#include "models/formats/workspace/assetnames.h"
#include "models/formats/workspace/dbtset.h"
#include "models/formats/workspace/editions.h"
#include "models/formats/workspace/knownfile.h"
#include "models/formats/workspace/promises.h"

#include <QHash>
#include <QList>
#include <QMultiHash>
#include <QSet>
#include <QString>

namespace portolan::formats::workspace {

//! Puts what the contract and product files of a folder say together: one record for each thing,
//! with the arrows that only show when all files are seen.
class Assembly
{
public:
    explicit Assembly(const QList<const KnownFile *> &files);

    const QList<domain::Record> &records() const { return m_records; }

    //! Former states of contracts and products by their id, the oldest first.
    const QHash<QString, QList<QList<domain::Record>>> &history() const { return m_history; }

    const QList<domain::Finding> &findings() const { return m_findings; }

    //! What the current state of each contract promises, and what OpenSLO documents do.
    const Promises &promises() const { return m_promises; }

    //! The tables behind the output ports that product files declare.
    DeclaredPorts declaredPorts() const;
    //! Adds assets that stand behind ports: port, asset.
    void expose(const QList<std::pair<QString, QString>> &behindPorts);
    //! The names of its tables, as far as they are among \a wanted.
    AssetNames names(const QSet<QString> &wanted) const;
    //! Adds what ports and columns are made from. \a others are the things of other files, the
    //! first that knows a name counts; to be called last.
    void addLineage(const QList<AssetNames> &others);
    //! Adds people whom other files name.
    void addPeople(const QList<domain::Record> &people);

private:
    void addContracts(const QList<Editions> &contracts);
    QString prefixFor(const QString &productId) const;
    void addProducts(const QList<Editions> &products);
    qsizetype add(domain::Record record);
    domain::Record *find(const QString &nativeId);
    QStringList assetsOf(const QString &contractId) const;

    void linkPort(const QString &productId, const QString &portId);
    void completePort(domain::Record &port, const QString &contractId);
    void addImplicitProducts();
    void addImplicitPort(domain::Record &product, const QString &contractId);
    QString namedProduct(const QString &word) const;
    QList<std::pair<QString, QString>> offersTo(const QString &inputId, const QString &contractId);
    void takeType(domain::Record &input, const domain::Record &output);
    void linkConsumers();
    QSet<QString> wantedNames() const;
    void addEdge(domain::Record &target, domain::LineageEdge edge);
    void addEdge(domain::Record &target, const QString &source, const QString &evidence);
    void addDerivations(domain::Record &asset, const QList<AssetNames> &names);
    void addPortLineage();
    void addOfferedInputs();
    void linkInside(const QString &productId);
    void serveFromAssets(const QString &portId);
    void reportUnknownContracts(const QList<Editions> &products);

    QList<domain::Record> m_records;
    QHash<QString, qsizetype> m_at;
    QHash<QString, QList<QList<domain::Record>>> m_history; //!< former states with their assets
    QList<domain::Finding> m_findings;
    Promises m_promises;
    QStringList m_contracts; //!< ids, in order
    QHash<QString, QStringList> m_assets; //!< by contract
    QHash<QString, QString> m_dataProduct; //!< by contract, the word it uses
    QStringList m_products; //!< ids, in order
    QSet<QString> m_typed; //!< input ports that name their type
    QSet<QString> m_named; //!< contracts that a product names
    QMultiHash<QString, std::pair<QString, QString>> m_offers; //!< contract → product, port
    QList<std::pair<QString, std::pair<QString, QString>>> m_reads; //!< contract → product, port
    QHash<QString, QSet<QString>> m_arrows; //!< of the lineage, by target
};

} // namespace portolan::formats::workspace
