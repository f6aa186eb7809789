// SPDX-License-Identifier: GPL-3.0-or-later
// The copy is made in a folder beside its place and renamed last. Where one stands there already,
// it is renamed before and removed after; whoever is interrupted in between finds the former one by
// its name. A start that only adds results writes file by file, each of them whole, and the stamp
// last: interrupted, it is done again and writes the same.
#include "app/demo/demomesh.h"

#include "app/demo/accessfiles.h"
#include "app/demo/demoresults.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::demo {
namespace {

constexpr int freshDays = 7;
constexpr int patienceMs = 20'000;

QString stampIn(const QString &folder)
{
    return folder % u"/.portolan-demo.json"_s;
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::Store, path % u": "_s % file.errorString());
    return {};
}

//! \a events with their times moved by whole days; all else in them stays as it is.
QByteArray moved(const QByteArray &events, int days)
{
    static const QByteArray before = "\"eventTime\":\"";
    constexpr int dateLength = 10;
    QByteArray result;
    result.reserve(events.size());
    qsizetype done = 0;
    for (auto at = events.indexOf(before); at >= 0; at = events.indexOf(before, done)) {
        at += before.size();
        const auto date =
            QDate::fromString(QString::fromLatin1(events.mid(at, dateLength)), Qt::ISODate);
        result += events.mid(done, at - done);
        result += date.isValid() ? date.addDays(days).toString(Qt::ISODate).toLatin1()
                                 : events.mid(at, dateLength);
        done = at + dateLength;
    }
    return result + events.mid(done);
}

} // namespace

DemoMesh::DemoMesh(QString shipped, QString folder, QString version)
    : m_shipped(std::move(shipped))
    , m_folder(std::move(folder))
    , m_version(std::move(version))
{
}

QString DemoMesh::unfinished() const
{
    return m_folder % u".unfinished"_s;
}

QString DemoMesh::former() const
{
    return m_folder % u".former"_s;
}

void DemoMesh::recover() const
{
    QDir(unfinished()).removeRecursively();
    if (!QFileInfo::exists(m_folder))
        QDir().rename(former(), m_folder);
    QDir(former()).removeRecursively();
}

Result<DemoMesh::Stamp> DemoMesh::stamp() const
{
    QFile file(stampIn(m_folder));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::BadInput, m_folder % u" is not a demo mesh of this program"_s);
    const auto object = QJsonDocument::fromJson(file.readAll()).object();
    const Stamp stamp{
        object.value(u"program"_s).toString(),
        QDateTime::fromString(object.value(u"firstStart"_s).toString(), Qt::ISODate),
        QDateTime::fromString(object.value(u"resultsUntil"_s).toString(), Qt::ISODate)};
    if (!stamp.firstStart.isValid() || !stamp.until.isValid())
        return failure(Error::Kind::BadInput, file.fileName() % u" cannot be read"_s);
    return stamp;
}

Result<void> DemoMesh::writeStamp(const QString &folder, const Stamp &stamp) const
{
    const QJsonObject object{{u"program"_s, stamp.version},
                             {u"firstStart"_s, stamp.firstStart.toString(Qt::ISODate)},
                             {u"resultsUntil"_s, stamp.until.toString(Qt::ISODate)}};
    return writeFile(stampIn(folder), QJsonDocument(object).toJson());
}

Result<void> DemoMesh::copyShipped(const QString &folder, int shift) const
{
    const QDir source(m_shipped);
    QDirIterator files(m_shipped, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const auto path = source.relativeFilePath(file.fileName());
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::NotFound, file.fileName() % u": "_s % file.errorString());
        auto bytes = file.readAll();
        if (path.startsWith(u"lineage/"_s))
            bytes = moved(bytes, shift);
        const auto target = QString(folder % u'/' % path);
        if (!QDir().mkpath(QFileInfo(target).path()))
            return failure(Error::Kind::Store, u"cannot make the folder of "_s + target);
        if (const auto written = writeFile(target, bytes); !written)
            return written;
    }
    return {};
}

//! What was asked for and decided belongs to the person once it is there: another version of the
//! program brings it along as it is.
Result<void> DemoMesh::bringAccess(const QString &folder, const Stamp &stamp) const
{
    const QDir kept(m_folder % u"/access"_s);
    ResultFiles files(folder, stamp.until.toSecsSinceEpoch());
    if (!kept.exists()) {
        writeAccess(Story(stamp.firstStart), files);
        return files.outcome();
    }
    QDirIterator found(kept.path(), QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::Store, file.fileName() % u": "_s % file.errorString());
        files.write(u"access/"_s % kept.relativeFilePath(file.fileName()), file.readAll());
    }
    return files.outcome();
}

Result<void> DemoMesh::make(const Stamp &stamp) const
{
    const auto folder = unfinished();
    if (!QDir().mkpath(folder))
        return failure(Error::Kind::Store, u"cannot make the folder "_s + folder);
    const DemoResults results(stamp.firstStart);
    auto done = copyShipped(folder, results.shift());
    if (done)
        done = results.write(folder, stamp.until);
    if (done)
        done = bringAccess(folder, stamp);
    if (done)
        done = writeStamp(folder, stamp);
    if (done && QFileInfo::exists(m_folder) && !QDir().rename(m_folder, former()))
        done = failure(Error::Kind::Store, u"cannot rename "_s + m_folder);
    if (done && !QDir().rename(folder, m_folder))
        done = failure(Error::Kind::Store, u"cannot rename "_s + folder);
    recover();
    return done;
}

Result<void> DemoMesh::bring(const QDateTime &now) const
{
    // The window and the command line may come to it at once.
    QLockFile lock(m_folder % u".lock"_s);
    if (!lock.tryLock(patienceMs))
        return failure(Error::Kind::Busy, u"another process writes "_s + m_folder);
    recover();
    const auto present = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch(), Qt::UTC);
    if (!QFileInfo::exists(m_folder))
        return make({m_version, present, present});
    auto found = stamp();
    if (!found)
        return tl::unexpected(found.error());
    const auto since = found->until;
    const bool isStale = since.daysTo(present) > freshDays;
    if (isStale)
        found->until = present;
    if (found->version != m_version) {
        found->version = m_version;
        return make(*found);
    }
    if (!isStale)
        return {};
    const auto added = DemoResults(found->firstStart).add(m_folder, since, present);
    return added ? writeStamp(m_folder, *found) : added;
}

Result<void> DemoMesh::freshen(const QDateTime &now) const
{
    if (!QFileInfo::exists(stampIn(m_folder)) && !QFileInfo::exists(stampIn(former())))
        return {};
    return bring(now);
}

} // namespace portolan::demo
