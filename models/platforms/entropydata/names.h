// SPDX-License-Identifier: GPL-3.0-or-later
// What the things of Entropy Data are called here: "<type>:<id>" (cli.md, Ids).
#pragma once

#include "models/domain/finding.h"
#include "models/domain/quality.h"
#include "models/domain/record.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace portolan::platforms::entropydata {

//! The types of native ids; also the words of the interface, where it has the thing.
inline constexpr QStringView productType = u"dataproduct";
inline constexpr QStringView contractType = u"datacontract";
inline constexpr QStringView outputType = u"outputport";
inline constexpr QStringView inputType = u"inputport";
inline constexpr QStringView managementType = u"managementport";
inline constexpr QStringView teamType = u"team";
inline constexpr QStringView personType = u"person";
inline constexpr QStringView systemType = u"sourcesystem";
inline constexpr QStringView definitionType = u"definition";
inline constexpr QStringView tagType = u"tag";
inline constexpr QStringView assetType = u"asset";
inline constexpr QStringView accessType = u"access";

//! "<type>:<id>"; empty where there is no \a id.
QString nativeId(QStringView type, const QString &id);
//! The id behind "<type>:", or \a nativeId itself where it begins otherwise.
QString bareId(QStringView type, const QString &nativeId);

//! "<type>:<product>#<port>".
QString portId(QStringView type, const QString &product, const QString &port);

//! The pages of the platform's own portal.
class Portal
{
public:
    Portal() = default;
    //! \a web is the address in front of "/dataproducts/…", without a slash at its end.
    explicit Portal(QString web);

    //! The page that lists what stands under \a path.
    QString list(QStringView path) const;
    //! The page of the thing \a id that stands under \a path: "dataproducts", "access", …
    QString page(QStringView path, const QString &id) const;

private:
    QString m_web;
};

//! What one document of the platform says.
struct Reading
{
    QList<domain::Record> records; //!< the thing itself first
    QList<domain::Finding> findings;
    QList<domain::Slo> slos;
};

//! Adds \a relation unless it names nothing or is there.
void relate(domain::Record &record, domain::Relation relation, const QString &nativeId);

} // namespace portolan::platforms::entropydata
