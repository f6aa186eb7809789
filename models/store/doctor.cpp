// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/doctor.h"

#include "models/store/cachetables.h"
#include "models/store/connection.h"
#include "models/store/migration.h"
#include "models/store/runmarker.h"
#include "models/store/search/searchindex.h"
#include "models/store/space.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QLockFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::store {

namespace {

//! Collects the examinations of one profile.
class Doctor
{
    Q_DECLARE_TR_FUNCTIONS(portolan::store::Doctor)

public:
    explicit Doctor(const Profile &profile)
        : m_profile(profile)
    {
    }

    QList<Examination> examinations;

    void permissions()
    {
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeGroup
            | QFileDevice::ExeOther;
        QStringList wide;
        int looked = 0;
        for (const auto &folder : folders()) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
            while (files.hasNext()) {
                files.next();
                ++looked;
                if (files.fileInfo().permissions() & others)
                    wide.append(files.filePath());
            }
            ++looked;
            if (QFileInfo(folder).permissions() & others)
                wide.append(folder);
        }
        if (wide.isEmpty()) {
            say(u"permissions"_s, true, tr("%1 files and folders are yours alone.").arg(looked));
        } else {
            say(u"permissions"_s, false, tr("Others can read %1.").arg(wide.join(u", "_s)),
                tr("Start Portolan once: it closes its own files; chmod what is not yours."));
        }
    }

    void space()
    {
        const auto room = roomToSync(m_profile);
        say(u"space"_s, room.has_value(),
            room ? tr("%1 MB are free.").arg(freeMegabytes(m_profile)) : room.error().detail,
            room ? QString() : tr("Make room on that disk; nothing of yours is lost meanwhile."));
    }

    void database(const Schema &schema, const QString &file, const QString &remedy)
    {
        const auto name = QString::fromLatin1(schema.name);
        if (!QFileInfo::exists(file)) {
            say(name + u".open"_s, true, tr("It does not exist yet."));
            return;
        }
        const auto done = guarded([&] {
            OpenOptions options;
            options.file = file;
            options.readOnly = true;
            Connection connection(options);
            if (schemaState(connection, schema).fresh) {
                // A process that was killed between making the file and filling it.
                say(name + u".open"_s, true, tr("It is empty and is set up at the next start."));
                return;
            }
            version(connection, schema, name, remedy);
            integrity(connection, name, remedy);
            if (name == u"cache"_s && schemaState(connection, schema).version == schema.version)
                m_generation = ChangeTable(connection).generation();
        });
        if (done)
            return;
        if (awaitsRollback(done.error()))
            say(name + u".open"_s, true,
                tr("A process died while it wrote; the next start takes back what was half done."));
        else if (!isDamage(done.error())
                 && (done.error().kind == Error::Kind::Store
                     || done.error().kind == Error::Kind::DiskFull))
            say(name + u".open"_s, false, done.error().detail,
                tr("Nothing says that the file is damaged: make room on the disk, or make it "
                   "writable, and look again."));
        else
            say(name + u".open"_s, false, done.error().detail, remedy);
    }

    void index()
    {
        if (!QFileInfo::exists(m_profile.indexFile())) {
            say(u"index"_s, true, tr("It does not exist yet and is made at the next start."));
            return;
        }
        SearchIndex index(m_profile.indexFile());
        if (!index.open()) {
            say(u"index"_s, false, tr("The search index cannot be read."),
                tr("Nothing to do: it is made anew at the next start."));
        } else if (m_generation && index.generation() != *m_generation) {
            say(u"index"_s, true,
                tr("It is at state %1 of %2 and is brought up to date at the next start.")
                    .arg(index.generation())
                    .arg(*m_generation));
        } else {
            say(u"index"_s, true, tr("It is at state %1.").arg(index.generation()));
        }
    }

    void lock()
    {
        qint64 pid = 0;
        QString host;
        QString program;
        QLockFile file(m_profile.syncLockFile());
        file.setStaleLockTime(0);
        if (file.tryLock(0)) { // also what a process left that is gone
            file.unlock();
            say(u"sync.lock"_s, true, tr("Nobody is synchronising."));
            return;
        }
        if (!QFileInfo::exists(m_profile.syncLockFile())
            || !file.getLockInfo(&pid, &host, &program))
            say(u"sync.lock"_s, true, tr("Nobody is synchronising."));
        else
            say(u"sync.lock"_s, true,
                tr("Held by %1, process %2 on %3.").arg(program).arg(pid).arg(host));
    }

    void lastExit()
    {
        const auto left = RunMarker::left(m_profile.directory());
        say(u"last-exit"_s, true,
            left.isEmpty()
                ? tr("The last run ended cleanly.")
                : tr("The last run did not end cleanly; the next start checks the files."));
    }

private:
    void say(const QString &name, bool ok, const QString &detail, const QString &remedy = {})
    {
        examinations.append({name, ok, detail, ok ? QString() : remedy});
    }

    void version(Connection &connection, const Schema &schema, const QString &name,
                 const QString &remedy)
    {
        const auto state = schemaState(connection, schema);
        say(name + u".open"_s, true, tr("It opens."));
        say(name + u".application-id"_s, state.ours || state.fresh,
            state.ours || state.fresh ? tr("It is ours.") : tr("It belongs to another program."),
            remedy);
        const bool known = state.version <= schema.version;
        say(name + u".version"_s, known,
            tr("Version %1 of %2.").arg(state.version).arg(schema.version),
            tr("It was written by a newer version: install that, or use another profile."));
    }

    void integrity(Connection &connection, const QString &name, const QString &remedy)
    {
        const auto found = connection.text("PRAGMA integrity_check(1)");
        say(name + u".integrity"_s, found == u"ok"_s, found, remedy);
        const auto orphan = connection.text("PRAGMA foreign_key_check");
        say(name + u".foreign-keys"_s, orphan.isEmpty(),
            orphan.isEmpty() ? tr("All rows have their parents.")
                             : tr("Rows of %1 have lost their parents.").arg(orphan),
            remedy);
    }

    QStringList folders() const
    {
        QStringList folders{m_profile.directory(), QFileInfo(m_profile.cacheFile()).path(),
                            QFileInfo(m_profile.settingsFile()).path(),
                            QFileInfo(m_profile.logFile()).path(), m_profile.backupDirectory()};
        folders.removeDuplicates();
        return folders;
    }

    const Profile &m_profile;
    std::optional<qint64> m_generation;
};

} // namespace

QList<Examination> examine(const Profile &profile)
{
    Doctor doctor(profile);
    doctor.permissions();
    doctor.space();
    doctor.database(cacheSchema, profile.cacheFile(),
                    QCoreApplication::translate(
                        "portolan::store::Doctor",
                        "Start Portolan: the file is put aside and filled again by a sync."));
    const auto salvage = QCoreApplication::translate(
        "portolan::store::Doctor",
        "Start Portolan: the file is put aside, and what can be read is taken into a new one.");
    doctor.database(historySchema, profile.historyFile(), salvage);
    doctor.database(outboxSchema, profile.outboxFile(), salvage);
    doctor.index();
    doctor.lock();
    doctor.lastExit();
    return doctor.examinations;
}

} // namespace portolan::store
