// SPDX-License-Identifier: GPL-3.0-or-later
// The real keyring (GNOME Keyring on a bus of its own): open, locked, not there; and that nothing
// secret is ever on the disk in the clear (security.md, T15).
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

const auto canary = QByteArray("CANARY-keyring-7f3a");

//! Commands that a shell on a bus of its own runs.
const auto unlocked =
    u"printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null"_s;
const auto locked = u"gnome-keyring-daemon --start --components=secrets >/dev/null"_s;

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        for (const auto &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP("dbus-run-session or gnome-keyring-daemon is missing: 5 cases are left out");
        }
    }

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QDir(m_home->path()).mkpath(u"run"_s);
        QFile::setPermissions(m_home->filePath(u"run"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void anOpenKeyringKeepsAndGives()
    {
        const auto said = onBus({unlocked, probe(u"state"_s), written(), probe(u"read"_s),
                                 probe(u"remove"_s), probe(u"read"_s), probe(u"remove"_s)});
        QCOMPARE(said.size(), 6);
        QCOMPARE(said.at(0), u"available"_s);
        QCOMPARE(said.at(1), u"kept"_s);
        QCOMPARE(said.at(2), QString(u"read: "_s + QString::fromLatin1(canary)));
        QCOMPARE(said.at(3), u"removed"_s);
        QVERIFY2(said.at(4).startsWith(u"not found: "_s), qPrintable(said.at(4)));
        QCOMPARE(said.at(5), u"removed"_s);
    }

    void aLockedKeyringIsNeitherEmptyNorAbsent()
    {
        QCOMPARE(onBus({unlocked, written()}), QStringList{u"kept"_s});
        const auto said =
            onBus({locked, probe(u"state"_s), probe(u"read"_s), written(), probe(u"remove"_s)});
        QCOMPARE(said.size(), 4);
        QCOMPARE(said.at(0), u"locked"_s);
        for (qsizetype i = 1; i < said.size(); ++i)
            QVERIFY2(said.at(i).startsWith(u"keychain: the keyring is locked"_s),
                     qPrintable(said.at(i)));
        // What was kept is still there once it is open.
        QCOMPARE(onBus({unlocked, probe(u"read"_s)}),
                 QStringList{u"read: "_s + QString::fromLatin1(canary)});
    }

    void aBusWithoutAKeyringHasNone()
    {
        const auto said = onBareBus({probe(u"state"_s), probe(u"read"_s), written()});
        QCOMPARE(said.size(), 3);
        QCOMPARE(said.at(0), u"absent"_s);
        QVERIFY2(said.at(1).startsWith(u"keychain: no keyring"_s), qPrintable(said.at(1)));
        QVERIFY2(said.at(2).startsWith(u"keychain: no keyring"_s), qPrintable(said.at(2)));
    }

    void withoutABusThereIsNone()
    {
        const auto said = shell({probe(u"state"_s), probe(u"read"_s), written()});
        QCOMPARE(said.size(), 3);
        QCOMPARE(said.at(0), u"absent"_s);
        QVERIFY2(said.at(1).startsWith(u"keychain: no keyring"_s), qPrintable(said.at(1)));
        QVERIFY2(said.at(2).startsWith(u"keychain: no keyring"_s), qPrintable(said.at(2)));
    }

    void nothingSecretIsOnTheDiskInTheClear()
    {
        QCOMPARE(onBus({unlocked, written(), probe(u"read"_s)}).size(), 2);
        QCOMPARE(onBareBus({written()}).size(), 1);
        int files = 0;
        QDirIterator all(m_home->path(), QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            ++files;
            const auto bytes = file.readAll();
            QVERIFY2(!bytes.contains(canary) && !bytes.contains(canary.toBase64()),
                     qPrintable(file.fileName()));
        }
        QVERIFY(files > 0);
    }

private:
    QString probe(const QString &what) const
    {
        return QString(u"$PROBE "_s + what + u" "_s + m_id.toString());
    }

    //! The token comes on standard input, as it does to the programs.
    QString written() const
    {
        return QString(u"printf "_s + QString::fromLatin1(canary) + u" | "_s + probe(u"write"_s));
    }

    QStringList onBus(const QStringList &commands)
    {
        return run({u"dbus-run-session"_s, u"--"_s}, commands);
    }

    //! A bus that starts no service by itself.
    QStringList onBareBus(const QStringList &commands)
    {
        QFile file(m_home->filePath(u"bus.conf"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                   "<auth>EXTERNAL</auth><policy context=\"default\">"
                   "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
                   "<allow own=\"*\"/></policy></busconfig>");
        file.close();
        return run({u"dbus-run-session"_s, QString(u"--config-file="_s + file.fileName()), u"--"_s},
                   commands);
    }

    QStringList shell(const QStringList &commands) { return run({}, commands); }

    //! What the commands printed, line by line.
    QStringList run(const QStringList &within, const QStringList &commands)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s})
            environment.remove(name);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                           QString(u"unix:path="_s + m_home->filePath(u"nobody"_s)));
        environment.insert(u"HOME"_s, m_home->path());
        environment.insert(u"XDG_DATA_HOME"_s, m_home->filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
        environment.insert(u"XDG_CACHE_HOME"_s, m_home->filePath(u"cache"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->filePath(u"run"_s));
        environment.insert(u"PROBE"_s, QStringLiteral(PORTOLAN_KEYRINGPROBE));
        process.setProcessEnvironment(environment);
        const auto words = within + QStringList{u"sh"_s, u"-c"_s, commands.join(u'\n')};
        process.start(words.first(), words.mid(1));
        if (!process.waitForFinished(120'000))
            return {};
        return QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    }

    const QUuid m_id = QUuid::createUuid();
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
