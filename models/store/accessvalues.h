// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/accessbook.h"

#include <QString>
#include <QUuid>

namespace portolan::store {

//! What one account says about access.
struct AccountAccess
{
    QUuid account;
    QString accountName;
    domain::AccessBook book;

    bool operator==(const AccountAccess &) const = default;
};

} // namespace portolan::store
