// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/runmarker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

const QString &prefix()
{
    static const auto text = u"running."_s;
    return text;
}

bool isAlive(qint64 pid)
{
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

} // namespace

RunMarker::RunMarker(const QString &directory)
    : m_file(
        QDir(directory).filePath(prefix() + QString::number(QCoreApplication::applicationPid())))
{
    QFile file(m_file);
    // Without it an unclean exit goes unnoticed, which costs a check and no data.
    if (file.open(QIODevice::WriteOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

RunMarker::~RunMarker()
{
    QFile::remove(m_file);
}

QStringList RunMarker::left(const QString &directory)
{
    QStringList files;
    const QDir dir(directory);
    for (const auto &name : dir.entryList({prefix() + u'*'}, QDir::Files)) {
        if (!isAlive(name.mid(prefix().size()).toLongLong()))
            files.append(dir.filePath(name));
    }
    return files;
}

bool RunMarker::othersRun(const QString &directory)
{
    for (const auto &name : QDir(directory).entryList({prefix() + u'*'}, QDir::Files)) {
        const auto pid = name.mid(prefix().size()).toLongLong();
        if (pid != QCoreApplication::applicationPid() && isAlive(pid))
            return true;
    }
    return false;
}

} // namespace portolan::store
