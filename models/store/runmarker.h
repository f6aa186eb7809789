// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace portolan::store {

//! A file that is there while a process has the profile open, so that the next one sees when it
//! went without closing it. Several processes have one each.
class RunMarker
{
public:
    explicit RunMarker(const QString &directory);
    //! Takes the marker away: a clean exit.
    ~RunMarker();
    RunMarker(const RunMarker &) = delete;
    RunMarker &operator=(const RunMarker &) = delete;

    //! Markers of processes that are gone.
    static QStringList left(const QString &directory);

    //! Whether another living process has the profile open.
    static bool othersRun(const QString &directory);

private:
    QString m_file;
};

} // namespace portolan::store
