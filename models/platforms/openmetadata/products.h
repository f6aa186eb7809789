// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/listanswer.h"
#include "models/platforms/openmetadata/reading.h"

#include <QHash>
#include <QList>
#include <QString>

namespace portolan::platforms::openmetadata {

//! By the uuid of what it is about: the native id of the contract.
using ContractsByEntity = QHash<QString, QString>;

//! Reads a data product; its ports come in answers of their own.
Thing productOf(Reading &reading);

//! Takes the ports of a product in: each becomes a record, and the product points at it.
class PortReader
{
public:
    //! \a product is completed by what is read.
    PortReader(Thing &product, const ContractsByEntity &contracts, QString installation);

    //! The native id of the port behind which \a asset stands.
    static QString idOf(const QString &product, const QString &asset);

    //! Adds the assets of \a answer as ports of \a direction, "input" or "output".
    void add(const ListAnswer &answer, const QString &direction);
    //! Completes the product: its ports in one order, whichever the server tells them in, and what
    //! its service levels say of those that it offers. Once, at the end.
    void finish();

    QList<domain::Record> takePorts() { return std::move(m_ports); }

    QList<domain::Finding> takeFindings() { return std::move(m_findings); }

private:
    void addOne(std::string_view whole, std::string_view item, const QString &direction);

    Thing &m_product;
    const ContractsByEntity &m_contracts;
    QString m_installation;
    formats::json::JsonParser m_parser;
    QList<domain::Record> m_ports;
    QList<domain::Finding> m_findings;
};

} // namespace portolan::platforms::openmetadata
