// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/recovery.h"

#include "models/store/qualityhistory.h"
#include "models/store/runmarker.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

constexpr qint64 largestWaited = qint64(200) * 1024 * 1024; // about half a second of checking
// quick_check would pass by an index that lacks rows, and a question then gets half an answer.
constexpr auto fullCheck = "PRAGMA integrity_check(1)";
constexpr qint64 checkEverySeconds = 24 * 60 * 60;
// Long enough to miss something and to go back to the version before.
constexpr qint64 backupsKeptDays = 30;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString checkedFile(const Profile &profile)
{
    return QDir(profile.directory()).filePath(u"checked"_s);
}

QString damagedMark(const QString &file)
{
    return file + u".damaged"_s;
}

void touch(const QString &path)
{
    QFile file(path);
    // Without it the check is only made again.
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        file.setPermissions(ownerOnly);
        file.write("\n");
    }
}

//! SQLite gives a journal the rights of its database, so those are set before anything is in it.
void create(const QString &path)
{
    QFile file(path);
    if (!file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(ownerOnly);
}

//! What is wrong with a catalogue; "ok" when nothing is. A flipped bit in a number is no damage to
//! SQLite, but where the number is a row's account its things would belong to nobody.
QString damageOfCache(Connection &connection)
{
    const auto found = connection.text(fullCheck);
    if (found != u"ok"_s)
        return found;
    const auto orphans = connection.text("PRAGMA foreign_key_check");
    return orphans.isEmpty() ? found : QString(u"rows without what they belong to in "_s + orphans);
}

void openAndMigrate(const OpenOptions &options, const Schema &schema, const QString &backups,
                    const char *check)
{
    create(options.file);
    Connection connection(options);
    migrate(connection, schema, backups);
    if (check == nullptr)
        return;
    const bool isCache = schema.applicationId == cacheSchema.applicationId;
    const auto found = isCache ? damageOfCache(connection) : connection.text(check);
    if (found != u"ok"_s)
        throw Error{Error::Kind::Store, u"sqlite 11: "_s + found};
}

QString mendedFile(const OpenOptions &options)
{
    return options.file + u".mended"_s;
}

void removeDatabase(const QString &file)
{
    for (const auto &end : {QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(file + end);
}

void putInPlace(const OpenOptions &options)
{
    if (!QFile::rename(mendedFile(options), options.file))
        throw Error{Error::Kind::Store, options.file + u" cannot be written"_s};
}

QList<QByteArray> tablesOf(const Schema &schema)
{
    if (schema.applicationId == historySchema.applicationId)
        return {"contract_version", "lineage_node", "lineage_interval", "lineage_begun",
                "quality_check",    "check_run",    "check_flip",       "quality_asset",
                "freshness_update", "observation"};
    return {"account",       "saved_view",    "follow", "operation", "join_decision",
            "triage_action", "triage_undone", "basket", "notice",    "removed_account"};
}

} // namespace

FileOptions fileOptions(const Profile &profile, const QByteArray &vfs)
{
    FileOptions options;
    options.cache.file = profile.cacheFile();
    options.cache.cacheKiB = 64 * 1024; // a full import writes to four trees at random places
    options.cache.checkpointPages = 4000;
    options.history.file = profile.historyFile();
    options.outbox.file = profile.outboxFile();
    options.outbox.full = true;
    for (auto *file : {&options.cache, &options.history, &options.outbox})
        file->vfs = vfs;
    return options;
}

Recovery::Recovery(const Profile &profile, const FileOptions &options, const Clock &clock)
    : m_profile(profile)
    , m_options(options)
    , m_clock(clock)
{
}

void Recovery::run()
{
    const auto left = RunMarker::left(m_profile.directory());
    const QFileInfo checked(checkedFile(m_profile));
    const bool due = !left.isEmpty() || !checked.exists()
        || checked.lastModified().secsTo(QDateTime::currentDateTime()) > checkEverySeconds;
    openKept(m_options.outbox, outboxSchema, true);
    openKept(m_options.history, historySchema, due);
    openCache(due);
    removeOldBackups();
    if (due && !m_cacheCheckDue)
        touch(checkedFile(m_profile));
    for (const auto &marker : left)
        QFile::remove(marker);
}

//! What migrations copied names all that was there then, also what was removed since. Beside a file
//! that was put aside as damaged they stay: they may be what is left of it.
void Recovery::removeOldBackups() const
{
    const QDir backups(m_profile.backupDirectory());
    for (const auto &file : {m_options.outbox.file, m_options.history.file}) {
        const QFileInfo current(file);
        if (!current.dir().entryList({current.fileName() + u".corrupt-*"_s}).isEmpty())
            continue;
        const auto copies = backups.entryInfoList({current.completeBaseName() + u".v*.db"_s,
                                                   current.completeBaseName() + u".v*.db.part"_s},
                                                  QDir::Files);
        for (const auto &copy : copies) {
            if (copy.lastModified().daysTo(m_clock.now()) >= backupsKeptDays)
                QFile::remove(copy.filePath());
        }
    }
}

void Recovery::openCache(bool due)
{
    const bool marked = QFile::exists(damagedMark(m_options.cache.file));
    m_cacheCheckDue = due && QFileInfo(m_options.cache.file).size() > largestWaited;
    const bool now = due && !m_cacheCheckDue;
    const auto opened = guarded([&] {
        if (marked)
            throw Error{Error::Kind::Store, u"sqlite 11: found damaged in the last run"_s};
        openAndMigrate(m_options.cache, cacheSchema, {}, now ? fullCheck : nullptr);
    });
    if (opened)
        return;
    // Another program's file is put aside like a damaged one: a flipped bit looks the same, and
    // nothing is lost.
    if (!isDamage(opened.error()) && opened.error().kind != Error::Kind::BadInput)
        throw opened.error();
    const auto aside = putAside(m_options.cache.file);
    QFile::remove(m_profile.indexFile());
    QFile::remove(m_profile.indexFile() + u".side"_s);
    openAndMigrate(m_options.cache, cacheSchema, {}, nullptr);
    QFile::remove(damagedMark(m_options.cache.file));
    m_cacheLost = true;
    m_cacheCheckDue = false;
    tell(m_options.cache.file, u"store.cache-damaged"_s,
         QCoreApplication::translate(
             "portolan::store::Recovery",
             "The local catalogue was damaged (%1). It was put aside as %2, and is filled again by "
             "the next synchronisation.")
             .arg(opened.error().detail, QFileInfo(aside).fileName()),
         QCoreApplication::translate("portolan::store::Recovery", "Synchronise all accounts."));
}

void Recovery::openKept(const OpenOptions &options, const Schema &schema, bool due)
{
    // A process ended between putting the damaged file aside and putting the mended one there.
    if (!QFile::exists(options.file) && QFile::exists(mendedFile(options)))
        putInPlace(options);
    const auto opened = guarded([&] {
        openAndMigrate(options, schema, m_profile.backupDirectory(), due ? fullCheck : nullptr);
    });
    if (opened)
        return;
    // A flipped bit in the header looks like another program's file.
    if (!isDamage(opened.error()) && opened.error().kind != Error::Kind::BadInput)
        throw opened.error();
    salvage(options, schema, opened.error().detail);
}

//! The mended file is made under another name and is whole before the damaged one moves: whenever
//! this ends, the next start begins again, or finds the mended file and puts it in its place.
void Recovery::salvage(const OpenOptions &options, const Schema &schema, const QString &problem)
{
    refuseWhileOthersRun(options.file);
    auto part = options;
    part.file = options.file + u".part"_s;
    removeDatabase(part.file);
    openAndMigrate(part, schema, {}, nullptr);
    Salvaged salvaged{0, false};
    const auto copied = guarded([&] {
        auto damaged = options;
        damaged.readOnly = true;
        damaged.damaged = true;
        Connection from(damaged);
        Connection to(part);
        salvaged = salvageRows(from, to, tablesOf(schema));
        if (schema.applicationId == historySchema.applicationId) {
            to.run("BEGIN IMMEDIATE");
            QualityHistory(to).rebuild();
            to.run("COMMIT");
        }
        // SQLite warns that rows out of a damaged file may be altered: a person looks at them
        // first.
        if (schema.applicationId == outboxSchema.applicationId)
            to.run("UPDATE operation SET recovered = 1, state = 'staged'"
                   " WHERE state NOT IN ('applied', 'rejected')");
        to.run("PRAGMA wal_checkpoint(TRUNCATE)");
    });
    // Where not even the schema can be read, there is nothing to take over; the copy is kept.
    if (!copied && !isDamage(copied.error()))
        throw copied.error();
    removeDatabase(mendedFile(options));
    QFile::remove(part.file + u"-wal"_s);
    QFile::remove(part.file + u"-shm"_s);
    if (!QFile::rename(part.file, mendedFile(options)))
        throw Error{Error::Kind::Store, mendedFile(options) + u" cannot be written"_s};
    const auto aside = putAside(options.file);
    putInPlace(options);
    const auto kept = QFileInfo(options.file).fileName();
    const auto copy = QFileInfo(aside).fileName();
    const auto rows = int(salvaged.rows);
    tell(
        options.file, u"store.%1-damaged"_s.arg(QString::fromLatin1(schema.name)),
        salvaged.whole && copied
            ? QCoreApplication::translate("portolan::store::Recovery",
                                          "%1 was damaged (%2). It was kept as %3; all %n row(s) "
                                          "could be read and were taken over.",
                                          nullptr, rows)
                  .arg(kept, problem, copy)
            : QCoreApplication::translate("portolan::store::Recovery",
                                          "%1 was damaged (%2). It was kept as %3; %n row(s) could "
                                          "be read and were taken over, others could not.",
                                          nullptr, rows)
                  .arg(kept, problem, copy),
        QCoreApplication::translate(
            "portolan::store::Recovery",
            "Look through your accounts, views and waiting requests; none of them is sent before "
            "you say so."));
}

void Recovery::refuseWhileOthersRun(const QString &file) const
{
    if (RunMarker::othersRun(m_profile.directory())) {
        throw Error{Error::Kind::Busy,
                    QFileInfo(file).fileName()
                        + u" is damaged and another Portolan has it open: close that first"_s};
    }
}

QString Recovery::putAside(const QString &file)
{
    refuseWhileOthersRun(file);
    const QDir folder(QFileInfo(file).path());
    const auto name = QFileInfo(file).fileName();
    if (file == m_options.cache.file) {
        for (const auto &old : folder.entryList({name + u".corrupt-*"_s}, QDir::Files))
            QFile::remove(folder.filePath(old)); // a cache can be had again: the last one is enough
    }
    const auto stamp = m_clock.now().toUTC().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
    const QString aside = file + u".corrupt-"_s + stamp;
    // The journal belongs to it: it may hold what the file itself does not have yet. It goes first,
    // or a new file could be given an old journal.
    QFile::rename(file + u"-wal"_s, aside + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
    if (!QFile::rename(file, aside))
        throw Error{Error::Kind::Store, file + u" is damaged and cannot be renamed"_s};
    return aside;
}

void Recovery::tell(const QString &file, const QString &rule, const QString &message,
                    const QString &remedy)
{
    domain::Finding finding;
    finding.file = file;
    finding.rule = rule;
    finding.message = message;
    finding.remedy = remedy;
    m_findings.append(finding);
}

void Recovery::checkCacheLater(const Profile &profile, Connection &cache)
{
    if (damageOfCache(cache) == u"ok"_s)
        touch(checkedFile(profile));
    else
        markDamaged(profile.cacheFile());
}

void Recovery::markDamaged(const QString &file)
{
    touch(damagedMark(file));
}

} // namespace portolan::store
