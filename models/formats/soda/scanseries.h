// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quality.h"
#include "models/formats/soda/scan.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::formats::soda {

//! Goes over scans in the order of their time and tells which checks a scan says nothing about: a
//! check that could not be computed is missing from its file, and its last state must not stand for
//! it.
class ScanSeries
{
public:
    //! \a known are the native ids of checks that are known from before, by Scan::series().
    explicit ScanSeries(const QHash<QString, QStringList> &known = {});

    //! Takes the next scan. Returns runs of status Unknown, at its time, for the checks of its
    //! series that it does not name. A scan without a time tells nothing.
    QList<domain::CheckRun> add(const Scan &scan);

    //! All checks met so far, by Scan::series(), in the order in which they were met.
    const QHash<QString, QStringList> &known() const { return m_known; }

private:
    QHash<QString, QStringList> m_known;
};

} // namespace portolan::formats::soda
