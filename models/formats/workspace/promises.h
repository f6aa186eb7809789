// SPDX-License-Identifier: GPL-3.0-or-later
// What a contract promises that can be judged: its rules as checks, its terms as service levels.
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"
#include "models/formats/datacontract/rules.h"
#include "models/formats/odcs/contract.h"
#include "models/formats/workspace/knownfile.h"

#include <QHash>
#include <QList>
#include <QString>

namespace portolan::formats::workspace {

//! The promises of the contracts of a folder.
class Promises
{
public:
    //! Adds those of \a contract, whose file is \a file.
    void add(const odcs::Contract &contract);
    //! Adds the service levels of all OpenSLO documents in \a files.
    void addObjectives(const QList<const KnownFile *> &files);

    const QList<domain::Record> &checks() const { return m_checks; }

    const QList<domain::Slo> &slos() const { return m_slos; }

    const QList<domain::Finding> &findings() const { return m_findings; }

    //! The rules of the contract \a id, in document order.
    QList<datacontract::ContractRule> rulesOf(const QString &id) const { return m_rules.value(id); }

private:
    QList<domain::Record> m_checks;
    QList<domain::Slo> m_slos;
    QList<domain::Finding> m_findings;
    QHash<QString, QList<datacontract::ContractRule>> m_rules;
};

} // namespace portolan::formats::workspace
