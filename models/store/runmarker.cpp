// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runmarker.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

//! The markers in \a directory, by whether their process lives.
QStringList markers(const QString &directory, bool living)
{
    QStringList files;
    const QDir dir(directory);
    for (const auto &name : dir.entryList({u"running.*"_s}, QDir::Files)) {
        FileLock lock(dir.filePath(name));
        if (lock.take() != living)
            files.append(dir.filePath(name));
    }
    return files;
}

} // namespace

// Without the file an unclean exit goes unnoticed, which costs a check and no data.
RunMarker::RunMarker(const QString &directory)
    : m_file(QDir(directory).filePath(u"running."_s
                                      + QUuid::createUuid().toString(QUuid::Id128).left(12)))
    , m_lock(m_file)
{
    m_lock.take();
}

RunMarker::~RunMarker()
{
    QFile::remove(m_file);
}

QStringList RunMarker::left(const QString &directory)
{
    return markers(directory, false);
}

bool RunMarker::othersRun(const QString &directory)
{
    return !markers(directory, true).isEmpty();
}

} // namespace portolan::store
