// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/contract.h"
#include "models/domain/entity.h"
#include "models/items/qualityvalues.h"

#include <QList>

namespace portolan::items {

//! Finds the checks of the rules of one contract. Any thread.
class RuleChecks
{
public:
    //! Those of \a checks that \a contract declares; \a checks outlive this object.
    RuleChecks(const domain::Page &contract, const QList<store::CheckRow> &checks);

    //! The check of \a rule, or null. Rules are asked for in document order: of several that are
    //! called the same, each takes one check.
    const store::CheckRow *take(const domain::QualityRule &rule);

private:
    QList<const store::CheckRow *> m_checks; //!< that no rule has yet, by native id
};

} // namespace portolan::items
