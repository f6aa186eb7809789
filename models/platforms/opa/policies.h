// SPDX-License-Identifier: GPL-3.0-or-later
// The policies that a server holds, as things of the catalogue. Without any
// I/O.
#pragma once

#include "models/base/result.h"
#include "models/domain/finding.h"
#include "models/domain/record.h"

#include <QByteArray>
#include <QList>

namespace portolan::platforms::opa {

//! What a listing of policies says.
struct PolicyListing
{
    QList<domain::Record> records;
    QList<domain::Finding> findings; //!< about what could not be read
};

//! Reads \a body, the answer of /v1/policies, of which \a address is the
//! address. One policy that makes no sense costs itself alone. An error where
//! nothing of it can be read.
[[nodiscard]] Result<PolicyListing> policiesIn(const QByteArray &body, const QString &address);

} // namespace portolan::platforms::opa
