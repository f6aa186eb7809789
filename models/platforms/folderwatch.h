// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace portolan::platforms {

//! Watches a folder and everything below it that a reading would look at. Directories are watched
//! for what comes and goes (editors save by renaming), files for what is written in place. What is
//! there is listed in the pool, never in the thread this lives in.
class FolderWatch final : public QObject
{
    Q_OBJECT

public:
    FolderWatch(const QString &folder, std::function<void()> changed);
    ~FolderWatch() override;

    //! Whether the system's limit of watches was reached, so that the folder is listed every 2 s.
    bool isPolling() const { return m_poll.isActive(); }

private:
    struct Seen
    {
        QStringList directories;
        QStringList files;
        QByteArray fingerprint;
    };

    static Seen listFolder(const QString &folder, const std::atomic<bool> &stopped);
    void noteChange();
    void relist();
    void listed();
    //! Watches what \a seen has and drops the rest, a part of it in each turn of the event loop.
    void follow(const Seen &seen);
    void watchMore();
    //! Whether another folder, or none, has the name now: no event tells of that.
    void lookAtRoot();

    QString m_folder;
    std::function<void()> m_changed;
    QFileSystemWatcher m_watcher;
    QFutureWatcher<Seen> m_listing;
    QTimer m_settle;
    QTimer m_poll;
    QTimer m_rootTimer;
    QFutureWatcher<quint64> m_root; //!< inode of the folder, 0 while there is none
    std::optional<quint64> m_rootInode;
    QByteArray m_fingerprint;
    QStringList m_toWatch;
    std::shared_ptr<std::atomic<bool>> m_stopped = std::make_shared<std::atomic<bool>>(false);
    bool m_complete = false; //!< all that was seen is watched
    bool m_inTurns = false; //!< watching began before all is watched
    bool m_again = false;
};

} // namespace portolan::platforms
