// SPDX-License-Identifier: GPL-3.0-or-later
// A watch tells that something happened, not whether a pull would find anything: a swap file of an
// editor is no change, and one save makes several events. So after each burst of events the folder
// is listed (names and times only, in the pool), and "changed" is called when its fingerprint is
// another one. The same listing says what to watch from then on, which is how new folders are
// picked up, and what is listed every two seconds where the system gives no more watches.
#include "models/platforms/folderwatch.h"

#include "models/formats/workspace/cursor.h"
#include "models/formats/workspace/listing.h"

#include <QFileInfo>
#include <QSet>
#include <QtConcurrentRun>

#include <chrono>
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
    m_watcher.addPath(m_folder);
    relist();
}

FolderWatch::~FolderWatch()
{
    m_listing.waitForFinished();
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
    m_listing.setFuture(QtConcurrent::run(&FolderWatch::listFolder, m_folder));
}

FolderWatch::Seen FolderWatch::listFolder(const QString &folder)
{
    Seen seen;
    const auto listing = formats::workspace::listFolder(folder, [] { return false; });
    if (!listing) {
        seen.fingerprint = "unreadable";
        return seen;
    }
    seen.fingerprint = formats::workspace::fingerprintOf(*listing);
    for (const auto &directory : listing->directories)
        seen.directories.append(directory.isEmpty() ? folder : QString(folder % u'/' % directory));
    for (const auto &file : listing->files)
        seen.files.append(folder % u'/' % file.path);
    return seen;
}

void FolderWatch::listed()
{
    const auto seen = m_listing.result();
    const bool watched = follow(seen);
    if (watched && !seen.directories.isEmpty())
        m_poll.stop();
    else if (!m_poll.isActive())
        m_poll.start();
    const auto before = std::exchange(m_fingerprint, seen.fingerprint);
    if (!before.isEmpty() && before != seen.fingerprint)
        m_changed();
    if (std::exchange(m_again, false))
        noteChange();
}

bool FolderWatch::follow(const Seen &seen)
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
    QStringList missing;
    for (const auto &path : wanted) {
        if (!have.contains(path))
            missing.append(path);
    }
    const bool tooMany = wanted.size() > mostWatches;
    if (tooMany)
        missing = missing.first(
            std::min(missing.size(), std::max<qsizetype>(0, mostWatches - watched.size())));
    if (missing.isEmpty())
        return !tooMany;
    const auto failed = m_watcher.addPaths(missing);
    // A file that went away since the listing is no sign of a limit.
    for (const auto &path : failed) {
        if (QFileInfo::exists(path))
            return false;
    }
    return !tooMany;
}

} // namespace portolan::platforms
