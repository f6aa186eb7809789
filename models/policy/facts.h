// SPDX-License-Identifier: GPL-3.0-or-later
// What policies are judged by. An absent optional means "not known", an empty value means "known to
// be none": the first is never held against anybody, and never for them.
#pragma once

#include "models/domain/access.h"
#include "models/domain/contract.h"
#include "models/domain/quality.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace portolan::policy {

//! A field behind a port.
struct FieldFacts
{
    QString object; //!< table or topic of the contract
    QString path; //!< in the object
    QString classification; //!< as written; empty: none
    bool isDescribed = false;

    bool operator==(const FieldFacts &) const = default;
};

//! The contract of a port.
struct ContractFacts
{
    QString id;
    std::optional<QString> version;
    std::optional<QString> status;
    std::optional<QList<FieldFacts>> fields;
    std::optional<QStringList> promises; //!< properties of its SLA
    std::optional<QString> termsSha256; //!< domain::sha256Of() its terms; empty: it has none
    std::optional<QList<domain::Role>> roles;
    std::optional<int> retentionDays; //!< that its SLA promises, rounded up

    bool operator==(const ContractFacts &) const = default;
};

//! An output port.
struct PortFacts
{
    QString id; //!< native id
    QString name;
    std::optional<QString> version;
    std::optional<QString> description;
    std::optional<QString> status; //!< of its own; most have none
    std::optional<QString> contractId; //!< empty: it names none
    std::optional<ContractFacts> contract; //!< absent also where it is named and not at hand
    std::optional<QString> type; //!< REST, SQL, stream, file or the native word
    std::optional<QString> environment; //!< of its server

    bool operator==(const PortFacts &) const = default;
};

//! How a product does at the moment.
struct HealthFacts
{
    std::optional<int> checks; //!< that watch it
    std::optional<int> openFailures; //!< of those: their newest run failed, or could not be done
    std::optional<domain::SloState> slo; //!< the worst of its service levels

    bool operator==(const HealthFacts &) const = default;
};

//! A data product.
struct ProductFacts
{
    QString id; //!< native id
    std::optional<QString> name;
    std::optional<QString> version;
    std::optional<QString> status;
    std::optional<QString> description;
    std::optional<QString> owner;
    std::optional<QList<PortFacts>> ports; //!< that it offers
    std::optional<QStringList> domain; //!< from the top
    std::optional<QStringList> tags;
    std::optional<QString> ownerTeam; //!< name of the team that answers for it
    HealthFacts health;

    bool operator==(const ProductFacts &) const = default;
};

//! One port that a request asks for.
struct ItemFacts
{
    QString port; //!< native id
    std::optional<ProductFacts> product; //!< its ports do not matter
    std::optional<PortFacts> facts; //!< of the port
    QStringList fields; //!< paths that are asked for, "object.path" or "path"; empty: all
    std::optional<QList<domain::ApprovalStep>> steps;

    bool operator==(const ItemFacts &) const = default;
};

//! Who asks, as far as the catalogue knows that person.
struct AskerFacts
{
    std::optional<QStringList> teams; //!< names; never empty, as nobody says "in no team"
    std::optional<QStringList> teamIds; //!< native ids of the same, in that order
    std::optional<QStringList> domain; //!< of the person, else the one of all teams; from the top
    std::optional<QStringList> roles; //!< on the platform
    std::optional<QStringList> trainings; //!< that are passed

    bool operator==(const AskerFacts &) const = default;
};

//! A request, sent or not.
struct RequestFacts
{
    QDate today; //!< in UTC; invalid: not known
    QString purpose;
    QString justification;
    QDate from; //!< first day; invalid: as soon as it is approved
    QDate to; //!< last day, included; invalid: without an end
    QList<domain::AcceptedTerms> terms;
    QList<ItemFacts> items;
    AskerFacts asker;

    bool operator==(const RequestFacts &) const = default;
};

} // namespace portolan::policy
