// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in from the command line: where secrets go, with a real keyring, a locked one and none,
// with a token and at a real OpenID provider; and that none of them is ever seen anywhere.
#include "tests/net/loopback.h"
#include "tests/signin/realprovider.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using portolan::tests::Loopback;
using portolan::tests::RealProvider;
using portolan::tests::Seen;

namespace {

const auto canary = QByteArray("CANARY-cli-91c4e2");
const auto unlock = u"printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null"_s;
const auto lock = u"gnome-keyring-daemon --start --components=secrets >/dev/null"_s;

//! What a script printed on both channels.
struct Ran
{
    QByteArray out;
    QByteArray err;

    //! The statuses that "rc N" lines tell, in order.
    QList<int> statuses() const
    {
        QList<int> list;
        for (const auto &line : out.split('\n')) {
            if (line.startsWith("rc "))
                list.append(line.mid(3).toInt());
        }
        return list;
    }

    QJsonObject json() const
    {
        for (const auto &line : out.split('\n')) {
            if (line.startsWith('{'))
                return QJsonDocument::fromJson(line).object();
        }
        return {};
    }
};

bool hasKeyring()
{
    return !QStandardPaths::findExecutable(u"dbus-run-session"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty();
}

} // namespace

class TestSignInCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QDir(m_home->path()).mkpath(u"run"_s);
        QFile::setPermissions(m_home->filePath(u"run"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_seenInArguments = false;
        m_server = std::make_unique<Loopback>([this](QTcpSocket *socket, const Seen &request) {
            m_seenInArguments = m_seenInArguments || isInArguments();
            const bool good = request.headers.value("authorization") == "Bearer " + canary;
            socket->write(Loopback::whole(good ? 200 : 401, R"({"things":["a","b"]})"));
        });
    }

    void aWayToSignInIsChosenOnce_data()
    {
        QTest::addColumn<QString>("options");
        QTest::newRow("none") << QString();
        QTest::newRow("two") << u"--token-stdin --anonymous"_s;
        QTest::newRow("a token as an argument") << u"--token abc"_s;
        QTest::newRow("a password without a user") << u"--password-stdin"_s;
        QTest::newRow("a provider without a client") << u"--oidc https://id.example"_s;
        QTest::newRow("a file that is not there") << u"--token-stdin --ca-file nowhere.pem"_s;
        QTest::newRow("a proxy with a password")
            << u"--token-stdin --no-check --proxy http://someone:word@proxy.example:3128"_s;
        QTest::newRow("nothing on standard input") << u"--token-stdin </dev/null"_s;
    }

    void aWayToSignInIsChosenOnce()
    {
        QFETCH(QString, options);
        const auto ran = shell({add(options), cli(u"accounts list"_s)});
        QCOMPARE(ran.statuses(), (QList<int>{2, 0}));
        QVERIFY(!ran.out.contains("api"));
        QCOMPARE(m_server->seen().size(), 0);
    }

    void aSecretOverAnOpenLineIsNotSent()
    {
        const auto ran = shell(
            {piped(u"accounts add testapi --name far --url http://192.0.2.1/ --token-stdin"_s)});
        QCOMPARE(ran.statuses(), QList<int>{2});
        QVERIFY2(ran.err.contains("https"), ran.err.constData());
    }

    void aWrongTokenStoresNothing()
    {
        const auto ran =
            shell({add(u"--token-stdin"_s, u"printf wrong | "_s), cli(u"accounts list"_s)});
        QCOMPARE(ran.statuses(), (QList<int>{5, 0}));
        QVERIFY(!ran.out.contains("api"));
        // Nobody was signed in who could be signed out.
        QVERIFY2(ran.err.contains("does not take this token; check that"), ran.err.constData());
        QVERIFY(!ran.err.contains("signed out"));
    }

    void withoutAKeyringTheAccountIsKeptAndItsSecretIsNot()
    {
        const auto ran = shell({add(u"--token-stdin"_s), cli(u"accounts list --json"_s),
                                cli(u"sync"_s), piped(u"sync --token-stdin"_s), cli(u"doctor"_s),
                                cli(u"sync"_s), cli(u"doctor --bundle $HOME/bundle.json"_s)});
        QCOMPARE(ran.statuses(), (QList<int>{5, 0, 5, 0, 1, 5, 1}));
        QFile file(m_home->filePath(u"bundle.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        const auto bundle = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(bundle.value(u"format"_s).toString(), u"portolan.bundle/1"_s);
        QCOMPARE(bundle[u"accounts"_s][0][u"name"_s].toString(), u"api"_s);
        QVERIFY(bundle[u"schemas"_s][u"outbox"_s][u"found"_s].toInt() > 0);
        QVERIFY(!bundle.value(u"checks"_s).toArray().isEmpty());
        QVERIFY(bundle.value(u"profile"_s).toString().startsWith(u'~'));
        const auto log = bundle.value(u"log"_s).toString();
        QVERIFY2(log.contains(u" info portolan.sync: account api complete added "_s),
                 qPrintable(log)); // what sync did
        QVERIFY(log.contains(u" debug portolan.net: "_s)); // its requests, as was asked for
        QVERIFY(log.contains(u" info portolan.cli: api: token needed"_s)); // what was said
        QVERIFY2(ran.err.contains("no keyring"), ran.err.constData());
        QVERIFY2(ran.err.contains("token needed"), ran.err.constData());
        QVERIFY2(ran.out.contains("keyring"), ran.out.constData());
        const auto account = ran.json().value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(account.value(u"account"_s).toString(), u"api"_s);
        QCOMPARE(account.value(u"state"_s).toString(), u"token needed"_s);
        verifyUnseen(ran);
    }

    void anOpenKeyringKeepsItUntilTheAccountIsRemoved()
    {
        if (!hasKeyring())
            QSKIP("dbus-run-session or gnome-keyring-daemon is missing: 1 case is left out");
        const auto ran =
            onBus({unlock, add(u"--token-stdin"_s), cli(u"accounts list --json"_s), cli(u"sync"_s),
                   cli(u"doctor"_s), cli(u"accounts remove api"_s), cli(u"accounts list"_s)});
        QCOMPARE(ran.statuses(), (QList<int>{0, 0, 0, 0, 0, 0}));
        QVERIFY2(ran.out.contains("added api: 2 things"), ran.out.constData());
        const auto account = ran.json().value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(account.value(u"state"_s).toString(), u"never synced"_s);
        QVERIFY2(ran.out.contains("account api: 2 things"), ran.out.constData());
        QCOMPARE(m_server->seen().size(), 3); // the doctor asks as well
        verifyUnseen(ran);
    }

    void aLockedKeyringIsNoMissingToken()
    {
        if (!hasKeyring())
            QSKIP("dbus-run-session or gnome-keyring-daemon is missing: 1 case is left out");
        QCOMPARE(onBus({unlock, add(u"--token-stdin"_s)}).statuses(), QList<int>{0});
        const auto ran =
            onBus({lock, cli(u"accounts list --json"_s), cli(u"sync"_s), cli(u"doctor"_s)});
        QCOMPARE(ran.statuses(), (QList<int>{0, 5, 1}));
        QVERIFY2(ran.err.contains("locked"), ran.err.constData());
        QVERIFY(!ran.err.contains("token needed"));
        const auto account = ran.json().value(u"accounts"_s).toArray().first().toObject();
        QCOMPARE(account.value(u"state"_s).toString(), u"keyring locked"_s);
        QCOMPARE(onBus({unlock, cli(u"sync"_s)}).statuses(), QList<int>{0});
    }

    void theBrowserSignsInAndLaterSyncsRenew()
    {
        if (!hasKeyring())
            QSKIP("dbus-run-session or gnome-keyring-daemon is missing: 1 case is left out");
        RealProvider provider;
        if (!provider.isRunning())
            QSKIP("node or ../shared/testservers/node_modules is missing: 1 case is left out");
        const auto options =
            QString(u"--oidc "_s + provider.issuer() + u" --client-id portolan-test"_s);
        const auto script = QStringList{
            unlock,
            cli(u"accounts add testapi --name api --url "_s + provider.api() + u' ' + options),
            cli(u"sync"_s), cli(u"sync"_s), cli(u"accounts remove api"_s)};
        static const QRegularExpression page(u"(http://\\S+/auth\\?\\S+)"_s);
        const auto ran = onBus(script, [&](const QString &err) {
            const auto found = page.match(err);
            if (!found.hasMatch())
                return false;
            provider.walk(QUrl(found.captured(1)));
            return true;
        });
        QVERIFY2(ran.statuses() == (QList<int>{0, 0, 0, 0}),
                 QByteArray(ran.out + ran.err).constData());
        QCOMPARE(provider.count(u"token"_s), 3); // one for the code, one for each sync
        QCOMPARE(provider.count(u"served"_s), 3);
        QVERIFY(provider.count(u"revoked"_s) > 0);
    }

    void aSignInAgainThatFailsLeavesTheOldOne()
    {
        if (!hasKeyring())
            QSKIP("dbus-run-session or gnome-keyring-daemon is missing: 1 case is left out");
        RealProvider provider;
        if (!provider.isRunning())
            QSKIP("node or ../shared/testservers/node_modules is missing: 1 case is left out");
        const auto options =
            QString(u"--oidc "_s + provider.issuer() + u" --client-id portolan-test"_s);
        static const QRegularExpression page(u"(http://\\S+/auth\\?\\S+)"_s);
        const auto ran = onBus(
            {unlock,
             cli(u"accounts add testapi --name api --url "_s + provider.api() + u' ' + options),
             QString(u"printf wrong | "_s + cli(u"accounts sign-in api --token-stdin"_s)),
             cli(u"sync"_s)},
            [&](const QString &err) {
                const auto found = page.match(err);
                if (!found.hasMatch())
                    return false;
                provider.walk(QUrl(found.captured(1)));
                return true;
            });
        QVERIFY2(ran.statuses() == (QList<int>{0, 5, 0}),
                 QByteArray(ran.out + ran.err).constData());
    }

    //! A core file holds what memory held. None is written; and where one is, because the program
    //! is told to leave one, the search below finds the secret in it.
    void aProgramThatIsAbortedLeavesNoSecret_data()
    {
        QTest::addColumn<bool>("leavesCore");
        QTest::newRow("as it is") << false;
        QTest::newRow("with a core file") << true;
    }

    void aProgramThatIsAbortedLeavesNoSecret()
    {
        QFETCH(bool, leavesCore);
        QFile pattern(u"/proc/sys/kernel/core_pattern"_s);
        QVERIFY(pattern.open(QIODevice::ReadOnly));
        const auto where = pattern.readAll();
        if (leavesCore && (where.startsWith('|') || where.startsWith('/')))
            QSKIP("core files of this machine go elsewhere: the counter-proof is left out");
        m_server = std::make_unique<Loopback>([](QTcpSocket *, const Seen &) {}); // never answers
        QProcess process;
        auto environment = surroundings();
        if (leavesCore)
            environment.insert(u"CLITESTAPI_LEAVES_CORE"_s, u"1"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_home->path());
        auto command = add(u"--token-stdin"_s, u""_s);
        command.remove(u"; echo rc $?"_s);
        process.start(u"sh"_s,
                      {u"-c"_s,
                       QString(u"ulimit -c unlimited; exec "_s + command + u" <"_s
                               + m_home->filePath(u"../"_s + tokenFile()))});
        // It holds the secret and waits for the platform.
        QTRY_COMPARE_WITH_TIMEOUT(m_server->seen().size(), 1, 60'000);
        QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        static const QRegularExpression core(u"Max core file size +(\\S+) +(\\S+)"_s);
        const auto limit = core.match(QString::fromUtf8(limits.readAll()));
        QVERIFY(limit.hasMatch());
        if (leavesCore && limit.captured(1) != u"unlimited"_s)
            QSKIP("this machine allows no core files: the counter-proof is left out");
        if (!leavesCore) {
            QCOMPARE(limit.captured(1), u"0"_s);
            QCOMPARE(limit.captured(2), u"0"_s); // nobody raises it again
        }
        QVERIFY(::kill(pid_t(process.processId()), SIGABRT) == 0);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
        const auto found = seenIn({});
        if (leavesCore)
            QVERIFY2(found.contains(u"core"_s), qPrintable(found));
        else
            QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void aCodeSignsInWithoutABrowser()
    {
        if (!hasKeyring())
            QSKIP("dbus-run-session or gnome-keyring-daemon is missing: 1 case is left out");
        RealProvider provider;
        if (!provider.isRunning())
            QSKIP("node or ../shared/testservers/node_modules is missing: 1 case is left out");
        static const QRegularExpression shown(
            u"Open (\\S+) on any device and type the code: (\\S+)"_s);
        const auto ran =
            onBus({unlock,
                   cli(u"accounts add testapi --name api --url "_s + provider.api() + u" --oidc "_s
                       + provider.issuer() + u" --client-id portolan-test --device"_s),
                   cli(u"sync"_s)},
                  [&](const QString &err) {
                      const auto found = shown.match(err);
                      if (!found.hasMatch())
                          return false;
                      provider.walk(QUrl(found.captured(1)), found.captured(2));
                      return true;
                  });
        QVERIFY2(ran.statuses() == (QList<int>{0, 0}), QByteArray(ran.out + ran.err).constData());
    }

private:
    QString cli(const QString &words) const
    {
        return QString(u"$CLI --profile "_s + m_home->filePath(u"profile"_s) + u' ' + words
                       + u"; echo rc $?"_s);
    }

    QString piped(const QString &words) const
    {
        return QString(u"cat "_s + m_home->filePath(u"../"_s + tokenFile()) + u" | "_s
                       + cli(words));
    }

    //! The token is in a file outside of all that is searched for it.
    QString tokenFile() const
    {
        const auto name =
            QString(u"portolan-token-"_s + QString::number(QCoreApplication::applicationPid()));
        QFile file(QDir(m_home->path()).filePath(u"../"_s + name));
        if (file.open(QIODevice::WriteOnly))
            file.write(canary + '\n');
        return name;
    }

    QString add(const QString &options, const QString &input = {}) const
    {
        const auto words = QString(u"accounts add testapi --name api --url "_s
                                   + QString::fromLatin1(m_server->url().text()) + u' ' + options);
        return input.isNull() ? piped(words) : QString(input + cli(words));
    }

    using Watch = std::function<bool(const QString &err)>;

    Ran onBus(const QStringList &commands, const Watch &watch = {})
    {
        return run(u"dbus-run-session"_s, commands, watch);
    }

    Ran shell(const QStringList &commands) { return run({}, commands, {}); }

    //! A home of its own, without a desktop.
    QProcessEnvironment surroundings() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"http_proxy"_s})
            environment.remove(name);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s,
                           QString(u"unix:path="_s + m_home->filePath(u"nobody"_s)));
        environment.insert(u"HOME"_s, m_home->path());
        environment.insert(u"XDG_DATA_HOME"_s, m_home->filePath(u"data"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
        environment.insert(u"XDG_CACHE_HOME"_s, m_home->filePath(u"cache"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->filePath(u"run"_s));
        environment.insert(u"QT_LOGGING_RULES"_s, u"portolan.*=true"_s);
        environment.insert(u"CLI"_s, QStringLiteral(PORTOLAN_CLITESTAPI));
        return environment;
    }

    Ran run(const QString &within, const QStringList &commands, const Watch &watch)
    {
        QProcess process;
        process.setProcessEnvironment(surroundings());
        const QStringList script{u"-c"_s, commands.join(u'\n')};
        if (within.isEmpty())
            process.start(u"sh"_s, script);
        else
            process.start(within, QStringList{u"--"_s, u"sh"_s} + script);
        Ran ran;
        bool isWatched = !watch;
        // The servers of the test answer meanwhile.
        (void)QTest::qWaitFor(
            [&] {
                ran.out += process.readAllStandardOutput();
                ran.err += process.readAllStandardError();
                if (!isWatched)
                    isWatched = watch(QString::fromUtf8(ran.err));
                return process.state() == QProcess::NotRunning;
            },
            180'000);
        ran.out += process.readAllStandardOutput();
        ran.err += process.readAllStandardError();
        process.kill();
        process.waitForFinished(5000);
        return ran;
    }

    //! Whether an argument of any process holds the secret: others can read them.
    static bool isInArguments()
    {
        QDirIterator processes(u"/proc"_s, QDir::Dirs | QDir::NoDotAndDotDot);
        while (processes.hasNext()) {
            QFile file(processes.next() + u"/cmdline"_s);
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(canary))
                return true;
        }
        return false;
    }

    //! Looks for the secret in all that was printed and logged, and in every file of the home.
    void verifyUnseen(const Ran &ran)
    {
        QVERIFY(!m_seenInArguments);
        QFile log(m_home->filePath(u"profile/portolan.log"_s)); // one of the files
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains(" debug portolan.net: "));
        const auto found = seenIn({ran.out, ran.err});
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    //! Where the secret is, in one form or another: in one of \a texts, or in a file of the home.
    QString seenIn(QList<QByteArray> texts) const
    {
        const QList<QByteArray> forms{canary, canary.toBase64(), canary.toHex()};
        QStringList names(texts.size(), u"what was printed"_s);
        QDirIterator all(m_home->path(), QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            if (file.open(QIODevice::ReadOnly)) {
                texts.append(file.readAll());
                names.append(file.fileName());
            }
        }
        if (names.filter(u".db"_s).size() < 2)
            return u"the databases were not looked at"_s;
        for (qsizetype i = 0; i < texts.size(); ++i) {
            for (const auto &form : forms) {
                if (texts.at(i).contains(form))
                    return names.at(i);
            }
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Loopback> m_server;
    bool m_seenInArguments = false;
};

QTEST_GUILESS_MAIN(TestSignInCommand)
#include "tst_signincommand.moc"
