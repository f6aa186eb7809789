// SPDX-License-Identifier: GPL-3.0-or-later
// A watch tells that something happened, not whether a pull would find anything: a swap file of an
// editor is no change, and one save makes several events. So after each burst of events the folder
// is listed (names and times only, in the pool), and "changed" is called when its fingerprint is
// another one. The same listing says what to watch from then on, which is how new folders are
// picked up, and what is listed every two seconds where the system gives no more watches.
#include "models/platforms/folderwatch.h"

#include "models/formats/workspace/cursor.h"
#include "models/formats/workspace/listing.h"
#include "models/platforms/gitfolder.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QtConcurrentRun>

#include <chrono>
#include <sys/stat.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::platforms {
namespace {

constexpr auto settleTime = 120ms;
constexpr auto pollTime = 2s;
// Files that are written in place are watched one by one, up to here; editors rename, which the
// watch on the directory sees, and the polling sees the rest.
constexpr qsizetype mostWatches = 20'000;
// Adding one watch takes some 10 µs; so many at once hold up no frame of the window.
constexpr qsizetype watchesInOneTurn = 200;

} // namespace

FolderWatch::FolderWatch(const QString &folder, std::function<void()> changed)
    : m_folder(QFileInfo(folder).canonicalFilePath())
    , m_changed(std::move(changed))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_poll.setInterval(pollTime);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FolderWatch::noteChange);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FolderWatch::noteChange);
    connect(&m_settle, &QTimer::timeout, this, &FolderWatch::relist);
    connect(&m_poll, &QTimer::timeout, this, &FolderWatch::relist);
    connect(&m_listing, &QFutureWatcherBase::finished, this, &FolderWatch::listed);
    if (m_folder.isEmpty())
        m_folder = folder;
    connect(&m_root, &QFutureWatcherBase::finished, this, [this] {
        const auto inode = m_root.result();
        if (std::exchange(m_rootInode, inode).value_or(inode) != inode)
            noteChange();
    });
    connect(&m_rootTimer, &QTimer::timeout, this, &FolderWatch::lookAtRoot);
    m_rootTimer.start(pollTime);
    lookAtRoot();
    m_watcher.addPath(m_folder);
    relist();
}

FolderWatch::~FolderWatch()
{
    *m_stopped = true; // and not waited for: the disk may not answer
}

void FolderWatch::lookAtRoot()
{
    if (m_root.isRunning())
        return;
    m_root.setFuture(QtConcurrent::run([folder = QFile::encodeName(m_folder)]() -> quint64 {
        struct stat status = {};
        return ::stat(folder.constData(), &status) == 0 ? status.st_ino : 0;
    }));
}

// Further events do not push the listing back: a file that is written without a pause is seen too.
void FolderWatch::noteChange()
{
    if (!m_settle.isActive())
        m_settle.start();
}

void FolderWatch::relist()
{
    if (m_listing.isRunning()) {
        m_again = true;
        return;
    }
    m_listing.setFuture(QtConcurrent::run(
        [stopped = m_stopped, folder = m_folder] { return listFolder(folder, *stopped); }));
}

FolderWatch::Seen FolderWatch::listFolder(const QString &folder, const std::atomic<bool> &stopped)
{
    Seen seen;
    const auto listing =
        formats::workspace::listFolder(folder, [&stopped] { return stopped.load(); });
    if (!listing) {
        seen.fingerprint = "unreadable";
        return seen;
    }
    // What others can see changes with a commit, which touches no file of the folder.
    const GitFolder git(folder);
    seen.fingerprint = formats::workspace::fingerprintOf(*listing, git.head());
    if (!git.directory().isEmpty())
        seen.directories.append(git.directory());
    for (const auto &directory : listing->directories)
        seen.directories.append(directory.isEmpty() ? folder : QString(folder % u'/' % directory));
    for (const auto &file : listing->files)
        seen.files.append(folder % u'/' % file.path);
    return seen;
}

void FolderWatch::listed()
{
    const auto seen = m_listing.result();
    follow(seen);
    const auto before = std::exchange(m_fingerprint, seen.fingerprint);
    if (!before.isEmpty() && before != seen.fingerprint)
        m_changed();
    if (std::exchange(m_again, false))
        noteChange();
}

void FolderWatch::follow(const Seen &seen)
{
    const QStringList wanted = seen.directories + seen.files;
    const QSet<QString> want(wanted.begin(), wanted.end());
    const QStringList watched = m_watcher.directories() + m_watcher.files();
    QStringList gone;
    for (const auto &path : watched) {
        if (!want.contains(path) && path != m_folder)
            gone.append(path);
    }
    if (!gone.isEmpty())
        m_watcher.removePaths(gone);
    const QSet<QString> have(watched.begin(), watched.end());
    m_toWatch.clear();
    for (const auto &path : wanted) {
        if (!have.contains(path))
            m_toWatch.append(path);
    }
    m_complete = wanted.size() <= mostWatches && !seen.directories.isEmpty();
    const auto room = std::max<qsizetype>(0, mostWatches - (watched.size() - gone.size()));
    m_toWatch = m_toWatch.first(std::min(m_toWatch.size(), room));
    m_inTurns = m_toWatch.size() > watchesInOneTurn;
    watchMore();
}

void FolderWatch::watchMore()
{
    const auto paths = m_toWatch.first(std::min(m_toWatch.size(), watchesInOneTurn));
    m_toWatch.remove(0, paths.size());
    const auto failed = paths.isEmpty() ? QStringList() : m_watcher.addPaths(paths);
    // A file that went away since the listing is no sign of a limit.
    for (const auto &path : failed)
        m_complete = m_complete && !QFileInfo::exists(path);
    if (!m_toWatch.isEmpty()) {
        QTimer::singleShot(0, this, &FolderWatch::watchMore);
        return;
    }
    if (m_complete)
        m_poll.stop();
    else if (!m_poll.isActive())
        m_poll.start();
    if (std::exchange(m_inTurns, false))
        noteChange(); // what changed before it was watched is seen now
}

} // namespace portolan::platforms
