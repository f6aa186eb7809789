// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <QDateTime>
#include <QString>

namespace portolan::demo {

//! The demo mesh of one profile: a copy of the files that ship, with results and dates that end
//! with the present.
class DemoMesh
{
public:
    //! The mesh that ships stands in \a shipped, the profile's own is \a folder, and the program
    //! has the version \a version.
    DemoMesh(QString shipped, QString folder, QString version);

    QString folder() const { return m_folder; }

    //! Makes the copy at first, and brings it up to date later: with the files of another version
    //! of the program, and with results up to \a now where the newest are older than a week. What
    //! is interrupted leaves the folder as it was. Any thread; takes a moment.
    [[nodiscard]] Result<void> bring(const QDateTime &now) const;
    //! The same where there is a copy already; nothing elsewhere.
    [[nodiscard]] Result<void> freshen(const QDateTime &now) const;

private:
    //! What the folder says about itself.
    struct Stamp
    {
        QString version;
        QDateTime firstStart;
        QDateTime until; //!< of its results
    };

    Result<Stamp> stamp() const;
    Result<void> writeStamp(const QString &folder, const Stamp &stamp) const;
    Result<void> bringAccess(const QString &folder, const Stamp &stamp) const;
    Result<void> copyShipped(const QString &folder, int shift) const;
    //! Puts a new copy in the place of the folder.
    Result<void> make(const Stamp &stamp) const;
    void recover() const;
    QString unfinished() const;
    QString former() const;

    QString m_shipped;
    QString m_folder;
    QString m_version;
};

} // namespace portolan::demo
