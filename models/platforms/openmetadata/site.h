// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/net/httpurl.h"

#include <QString>
#include <QUrl>

namespace portolan::platforms::openmetadata {

//! The release of a server: 113 is 1.13.
struct Release
{
    int number = 0; //!< 100 × major + minor; 0 while unknown
    int patch = 0;
    QString text; //!< as the server says it

    //! From "1.13.6" and the like.
    static Release of(const QString &version);

    bool hasPorts() const { return number >= 112; }

    bool hasTasks() const { return number >= 200; }
};

//! The address of the installation that \a url names: with or without "/api" or "/api/v1".
[[nodiscard]] Result<net::HttpUrl> installationOf(const QUrl &url);

//! The page of a thing in the platform's own interface, below \a installation.
QString pageOf(const QString &installation, const QString &type, const QString &fqn);

} // namespace portolan::platforms::openmetadata
