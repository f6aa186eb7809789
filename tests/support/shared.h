// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace portolan::tests {

//! The folder with real payloads, or empty where there is none.
QString sharedDir();

//! All files below \a folder of the shared folder whose names match \a patterns, sorted; empty
//! where the folder is absent. A test that gets none says SKIP and how many cases it left out.
QStringList sharedFiles(const QString &folder, const QStringList &patterns);

//! The bytes of \a path; fails the running test when it cannot be read.
QByteArray bytesOf(const QString &path);

} // namespace portolan::tests
