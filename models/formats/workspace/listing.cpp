// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/listing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <memory>
#include <sys/stat.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {
namespace {

struct CloseDirectory
{
    void operator()(DIR *directory) const { closedir(directory); }
};

using Directory = std::unique_ptr<DIR, CloseDirectory>;

QString reasonOf(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

bool isSkippedDirectory(const QString &name, const QString &parent)
{
    static const QSet<QString> packages{
        u"node_modules"_s, u"venv"_s,        u"__pycache__"_s, u"site-packages"_s,
        u"dbt_packages"_s, u"dbt_modules"_s, u"__MACOSX"_s,
    };
    if (name.startsWith(u'.') || packages.contains(name))
        return true;
    const bool inTarget = parent == u"target" || parent.endsWith(u"/target"_s);
    return inTarget && (name == u"compiled" || name == u"run");
}

domain::Finding note(const QString &path, domain::Finding::Severity severity, const QString &rule,
                     const QString &message, const QString &remedy)
{
    domain::Finding finding;
    finding.file = path.isEmpty() ? u"."_s : path;
    finding.severity = severity;
    finding.rule = rule;
    finding.message = message;
    finding.remedy = remedy;
    return finding;
}

class Lister
{
public:
    Lister(const QString &root, const std::function<bool()> &isCancelled,
           const ListingLimits &limits)
        : m_root(root)
        , m_isCancelled(isCancelled)
        , m_limits(limits)
    {
    }

    Result<Listing> run()
    {
        // Links come last: what they lead to is then known under its own name, if it has one.
        m_directories.append({QString(), 0});
        while (!m_directories.isEmpty() || !m_links.isEmpty()) {
            if (m_isCancelled())
                return failure(Error::Kind::Cancelled, u"listing the folder was stopped"_s);
            if (m_full)
                break;
            if (m_directories.isEmpty()) {
                const auto [path, depth] = m_links.takeFirst();
                follow(path, depth);
                continue;
            }
            const auto [path, depth] = m_directories.takeLast();
            if (const int error = list(path, depth); error != 0) {
                if (path.isEmpty())
                    return failure(Error::Kind::NotFound,
                                   u"The folder "_s % absolute(path) % u" cannot be listed: "_s
                                       % reasonOf(error) % u'.');
                if (error != ENOENT)
                    reportUnreadable(path, error);
            }
        }
        std::sort(m_listing.files.begin(), m_listing.files.end(),
                  [](const auto &left, const auto &right) { return left.path < right.path; });
        m_listing.directories.sort();
        return std::move(m_listing);
    }

private:
    QString absolute(const QString &path) const
    {
        return path.isEmpty() ? m_root : QString(m_root % u'/' % path);
    }

    void reportUnreadable(const QString &path, int error)
    {
        m_listing.whole = false;
        m_listing.findings.append(note(path, domain::Finding::Severity::Error,
                                       u"files.unreadable"_s,
                                       u"This cannot be read: "_s % reasonOf(error) % u'.',
                                       u"Give yourself the right to read it, or move it away."_s));
    }

    void reportName(const QString &parent, const QString &name)
    {
        m_listing.findings.append(note(
            parent.isEmpty() ? name : QString(parent % u'/' % name),
            domain::Finding::Severity::Warning, u"files.name"_s,
            u"The name of this file is not UTF-8, so it cannot be opened."_s, u"Rename it."_s));
    }

    //! Lists one directory; the error number when it cannot be read.
    int list(const QString &path, int depth)
    {
        const Directory directory(opendir(QFile::encodeName(absolute(path)).constData()));
        if (!directory)
            return errno;
        m_listing.directories.append(path);
        QList<std::pair<QString, int>> below;
        for (;;) {
            errno = 0;
            const auto *entry = readdir(directory.get());
            if (!entry) {
                if (errno != 0)
                    return errno;
                break;
            }
            const auto name = QFile::decodeName(entry->d_name);
            if (name.startsWith(u'.'))
                continue;
            if (QFile::encodeName(name) != entry->d_name)
                reportName(path, name);
            else
                take(path, name, depth, below);
        }
        std::sort(below.begin(), below.end(), std::greater<>());
        m_directories.append(below);
        return 0;
    }

    void take(const QString &parent, const QString &name, int depth,
              QList<std::pair<QString, int>> &below)
    {
        const QString path = parent.isEmpty() ? name : QString(parent % u'/' % name);
        struct stat status = {};
        if (lstat(QFile::encodeName(absolute(path)).constData(), &status) != 0) {
            if (errno != ENOENT) // else it is gone since the directory was read
                reportUnreadable(path, errno);
            return;
        }
        if (S_ISLNK(status.st_mode)) {
            m_links.append({path, depth});
        } else if (S_ISDIR(status.st_mode)) {
            if (isSkippedDirectory(name, parent) || !m_seen.insert(status))
                return;
            if (depth + 1 > m_limits.depth)
                reportDepth(path);
            else
                below.append({path, depth + 1});
        } else if (S_ISREG(status.st_mode)) {
            addFile(path, status);
        } else if (name.endsWith(u".yaml"_s) || name.endsWith(u".yml"_s)
                   || name.endsWith(u".json"_s)) {
            m_listing.findings.append(note(path, domain::Finding::Severity::Warning,
                                           u"files.special"_s,
                                           u"This is a pipe, socket or device, and was not read."_s,
                                           u"Put a regular file in its place."_s));
        }
    }

    void addFile(const QString &path, const struct stat &status)
    {
        if (!m_seen.insert(status))
            return;
        if (m_listing.files.size() >= m_limits.files) {
            m_listing.whole = false;
            if (!std::exchange(m_full, true))
                m_listing.findings.append(
                    note({}, domain::Finding::Severity::Warning, u"files.too-many"_s,
                         u"The folder has more than %1 files; the others were not looked at."_s.arg(
                             m_limits.files),
                         u"Point the account at the part of the folder that describes data."_s));
            return;
        }
        m_listing.files.append(
            {.path = path,
             .size = status.st_size,
             .modifiedNs = qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
             .inode = status.st_ino,
             .device = status.st_dev});
    }

    void reportDepth(const QString &path)
    {
        if (!std::exchange(m_tooDeep, true))
            m_listing.findings.append(note(
                path, domain::Finding::Severity::Warning, u"files.too-deep"_s,
                u"Directories more than %1 levels down are not looked at."_s.arg(m_limits.depth),
                u"Point the account at the part of the folder that describes data."_s));
    }

    void follow(const QString &path, int depth)
    {
        const auto target = QFileInfo(absolute(path)).canonicalFilePath();
        if (target.isEmpty())
            return; // leads nowhere
        if (target != m_root && !target.startsWith(m_root % u'/')) {
            m_listing.findings.append(
                note(path, domain::Finding::Severity::Info, u"files.link"_s,
                     u"This link leads out of the folder and was not followed."_s,
                     u"Copy the file into the folder, or add an account for the other folder."_s));
            return;
        }
        struct stat status = {};
        if (stat(QFile::encodeName(target).constData(), &status) != 0)
            return;
        if (S_ISREG(status.st_mode))
            addFile(path, status);
        else if (S_ISDIR(status.st_mode) && depth < m_limits.depth && m_seen.insert(status))
            m_directories.append({path, depth + 1});
    }

    //! Files and directories by device and inode: a name more is not a thing more, and a circle of
    //! links ends.
    class Seen
    {
    public:
        bool insert(const struct stat &status)
        {
            const std::pair<quint64, quint64> key(status.st_dev, status.st_ino);
            const auto before = m_ids.size();
            m_ids.insert(key);
            return m_ids.size() > before;
        }

    private:
        QSet<std::pair<quint64, quint64>> m_ids;
    };

    QString m_root;
    const std::function<bool()> &m_isCancelled;
    ListingLimits m_limits;
    Listing m_listing;
    Seen m_seen;
    QList<std::pair<QString, int>> m_directories;
    QList<std::pair<QString, int>> m_links;
    bool m_full = false;
    bool m_tooDeep = false;
};

} // namespace

Result<Listing> listFolder(const QString &folder, const std::function<bool()> &isCancelled,
                           const ListingLimits &limits)
{
    const QFileInfo info(folder);
    const auto root = info.canonicalFilePath();
    if (folder.isEmpty() || root.isEmpty())
        return failure(Error::Kind::NotFound, u"There is no folder "_s % folder % u'.');
    if (!info.isDir())
        return failure(Error::Kind::Usage, folder % u" is not a folder."_s);
    return Lister(root, isCancelled, limits).run();
}

} // namespace portolan::formats::workspace
