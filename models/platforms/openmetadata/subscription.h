// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace portolan::platforms::openmetadata {

//! Which domains an account is about: all of them, unless some are named.
class Subscription
{
public:
    //! \a domains by name, by fully qualified name, or by path with slashes; in any case.
    explicit Subscription(const QStringList &domains);

    //! Whether \a record is read: what is no asset, product or port always is.
    bool holds(const domain::Record &record) const;

private:
    QSet<QString> m_domains; //!< in lower case
};

} // namespace portolan::platforms::openmetadata
