// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/finding.h"
#include "models/formats/dbt/artifact.h"
#include "models/formats/odcs/contract.h"
#include "models/formats/odps/product.h"
#include "models/formats/openslo/object.h"
#include "models/formats/workspace/accessset.h"
#include "models/formats/workspace/listing.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan::formats::workspace {

//! The largest JSON artifact, decoded.
inline constexpr qint64 maxArtifactBytes = qint64(512) * 1024 * 1024;

//! A place in a product file that names a contract.
struct ContractUse
{
    QString contractId;
    QString field; //!< "outputPorts[1].contractId"
    int line = 0;
    int column = 0;
};

//! Which tool, but for dbt, wrote a file of results.
enum class ResultKind { None, GreatExpectations, Soda, DataContract };

//! One file and what it says by itself. Kept between reads, so that a saved change costs the
//! reading of one file.
struct KnownFile
{
    FileState state;
    QList<domain::Finding> findings;
    bool unreadable = false; //!< what it says is not known, which is no reason to forget it
    bool isToRepeat = false; //!< it may be readable a moment later, without being written anew
    std::optional<odcs::Contract> contract;
    std::optional<odps::Product> product;
    QList<ContractUse> uses; //!< of a product
    dbt::ArtifactHeader artifact; //!< kind None for all that dbt did not write
    bool hasEvents = false; //!< of OpenLineage
    ResultKind results = ResultKind::None;
    QList<openslo::Object> objectives; //!< OpenSLO documents
    std::optional<AccessFile> access; //!< a request, decision or agreement, or policies
};

//! Reads the file of \a state below \a root. It is recognised by what is in it, never by its name;
//! what is nothing of ours is silently left out. What claims to be ours and cannot be read is a
//! finding, and of that alone a name is enough: an empty run_results.json claims nothing. Artifacts
//! of dbt, events of OpenLineage and results of quality tools are recognised, not yet read.
KnownFile readKnownFile(const QString &root, const FileState &state);

} // namespace portolan::formats::workspace
