// SPDX-License-Identifier: GPL-3.0-or-later
// The commit of HEAD is read from the files of the repository (gitrepository-layout(5)), since it
// is asked for at every change of the folder; what that commit holds is asked of git itself, which
// knows packs. Only commands that look at no hook, pager, filter or index are used: the settings of
// a folder that somebody sent could start programs otherwise.
#include "models/platforms/gitfolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms {
namespace {

constexpr int patienceMs = 5'000;
constexpr qint64 largestFile = qint64(64) * 1024 * 1024;

QByteArray textOf(const QString &path)
{
    // Opening a pipe waits for somebody who writes into it.
    if (!QFileInfo(path).isFile())
        return {};
    QFile file(path);
    if (file.size() > largestFile || !file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll();
}

//! The directory that \a entry, ".git" of a folder, is or names.
QString directoryOf(const QString &entry)
{
    const QFileInfo info(entry);
    if (info.isDir())
        return info.canonicalFilePath();
    const auto text = textOf(entry).trimmed();
    if (!text.startsWith("gitdir:"))
        return {};
    const auto path = QFile::decodeName(text.mid(7).trimmed());
    return QFileInfo(QDir(info.path()), path).canonicalFilePath();
}

//! Where the branches are, which a worktree shares with the others.
QString sharedDirectory(const QString &directory)
{
    const auto text = textOf(directory + u"/commondir"_s).trimmed();
    if (text.isEmpty())
        return directory;
    return QFileInfo(QDir(directory), QFile::decodeName(text)).canonicalFilePath();
}

QByteArray packedCommit(const QByteArray &packed, const QByteArray &name)
{
    for (const auto &line : packed.split('\n')) {
        const auto space = line.indexOf(' ');
        if (space > 0 && line.mid(space + 1).trimmed() == name)
            return line.left(space);
    }
    return {};
}

} // namespace

GitFolder::GitFolder(const QString &folder)
    : m_folder(folder)
{
    QDir at(QFileInfo(folder).canonicalFilePath());
    if (at.path().isEmpty() || !at.exists())
        return;
    do {
        const auto entry = at.filePath(u".git"_s);
        if (QFileInfo::exists(entry)) {
            m_directory = directoryOf(entry);
            return;
        }
    } while (at.cdUp());
}

QByteArray GitFolder::head() const
{
    if (m_directory.isEmpty())
        return {};
    const auto head = textOf(m_directory + u"/HEAD"_s).trimmed();
    if (!head.startsWith("ref:"))
        return head;
    const auto name = head.mid(4).trimmed();
    const auto shared = sharedDirectory(m_directory);
    const auto loose = textOf(shared + u'/' + QFile::decodeName(name)).trimmed();
    return loose.isEmpty() ? packedCommit(textOf(shared + u"/packed-refs"_s), name) : loose;
}

QHash<QString, QByteArray> GitFolder::heldBelow(const QString &path) const
{
    QHash<QString, QByteArray> held;
    if (m_directory.isEmpty())
        return held;
    const auto entries = answerOf({u"ls-tree"_s, u"-r"_s, u"-z"_s, u"HEAD"_s, u"--"_s, path});
    // "<mode> blob <name>\t<path>"
    for (const auto &entry : entries.split('\0')) {
        const auto tab = entry.indexOf('\t');
        const auto words = entry.left(std::max<qsizetype>(tab, 0)).split(' ');
        if (words.size() == 3 && words.at(1) == "blob")
            held.insert(QString::fromUtf8(entry.mid(tab + 1)), words.at(2));
    }
    return held;
}

QByteArray GitFolder::nameOf(const QByteArray &bytes, const QByteArray &like)
{
    constexpr qsizetype sha256Digits = 64;
    QCryptographicHash hash(like.size() == sha256Digits ? QCryptographicHash::Sha256
                                                        : QCryptographicHash::Sha1);
    hash.addData(QByteArray("blob " + QByteArray::number(bytes.size())));
    hash.addData(QByteArrayView("", 1)); // the zero byte behind the head
    hash.addData(bytes);
    return hash.result().toHex();
}

domain::Actor GitFolder::user() const
{
    const auto setting = [this](const QString &name) {
        return QString::fromUtf8(answerOf({u"config"_s, u"--get"_s, name})).trimmed();
    };
    const auto email = setting(u"user.email"_s);
    return {.name = setting(u"user.name"_s), .email = email};
}

QByteArray GitFolder::answerOf(const QStringList &arguments) const
{
    QProcess git;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GIT_OPTIONAL_LOCKS"_s, u"0"_s);
    environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
    environment.insert(u"GIT_NO_LAZY_FETCH"_s, u"1"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    git.setProcessEnvironment(environment);
    git.setWorkingDirectory(m_folder);
    git.setStandardErrorFile(QProcess::nullDevice());
    git.setStandardInputFile(QProcess::nullDevice());
    git.start(u"git"_s, arguments, QIODevice::ReadOnly);
    if (!git.waitForFinished(patienceMs)) {
        git.kill();
        git.waitForFinished(patienceMs);
        return {};
    }
    const bool isDone = git.exitStatus() == QProcess::NormalExit && git.exitCode() == 0;
    return isDone ? git.readAllStandardOutput() : QByteArray();
}

} // namespace portolan::platforms
