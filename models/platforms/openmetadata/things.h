// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/platforms/openmetadata/checks.h"
#include "models/platforms/openmetadata/products.h"
#include "models/platforms/openmetadata/reading.h"

#include <QList>
#include <QString>

#include <string_view>

namespace portolan::platforms::openmetadata {

//! What things of one type become; without I/O.
class ThingReader
{
public:
    //! \a installation is where the pages of things lie.
    explicit ThingReader(QString installation);

    //! Reads \a item, one thing of \a type, which lies in \a whole. What cannot be read at all is a
    //! finding, and has no native id.
    Thing read(const QString &type, std::string_view whole, std::string_view item);

    const QString &installation() const { return m_installation; }

    QList<domain::Finding> takeFindings() { return std::move(m_findings); }

    void report(domain::Finding finding);

    Dimensions dimensions; //!< of test definitions
    Incidents incidents; //!< by test case
    ContractsByEntity contracts; //!< as far as contracts have been read
    ListColumns lists; //!< of assets, as far as those have been read

private:
    Thing readEntity(Reading &reading);
    void noteLists(const domain::Record &record);

    QString m_installation;
    formats::json::JsonParser m_parser;
    QList<domain::Finding> m_findings;
};

} // namespace portolan::platforms::openmetadata
