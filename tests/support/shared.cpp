// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace portolan::tests {

QString sharedDir()
{
    const QDir dir(QStringLiteral(PORTOLAN_SHARED_DIR));
    return dir.exists(QStringLiteral("samples")) ? dir.absolutePath() : QString();
}

QStringList sharedFiles(const QString &folder, const QStringList &patterns)
{
    QStringList found;
    if (sharedDir().isEmpty())
        return found;
    QDirIterator files(QDir(sharedDir()).filePath(folder), patterns, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        found.append(files.next());
    found.sort();
    return found;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(path + QStringLiteral(" cannot be read")), __FILE__, __LINE__);
    return file.readAll();
}

} // namespace portolan::tests
