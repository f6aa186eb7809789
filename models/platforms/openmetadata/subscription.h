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

    //! Whether it is about all domains.
    bool isOpen() const { return m_domains.isEmpty(); }

    //! The domains as a text; the same for the same ones.
    QString text() const;

    //! Whether \a record is read, as far as it says itself where it belongs. People, teams and tags
    //! are of all domains, a term is where it names none; checks and contracts belong to what they
    //! are about, which they do not say.
    bool holds(const domain::Record &record) const;
    //! Whether something in this domain is read.
    bool holdsPath(const QStringList &path) const;

private:
    bool leadsTo(const QStringList &path) const;

    QSet<QString> m_domains; //!< in lower case
};

} // namespace portolan::platforms::openmetadata
