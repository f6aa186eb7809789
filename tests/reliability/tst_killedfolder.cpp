// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments of asking, deciding, answering, withdrawing and syncing, with two
// people's profiles on one folder, by the engine and by the real portolan-cli. Afterwards every
// confirmed action stands in the folder exactly once, the agreements are those that follow from the
// files, and nothing half is left. PORTOLAN_KILLS sets how often (100 where it is not set),
// PORTOLAN_SEED the moments.
#include "models/domain/accessfold.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"
#include "models/store/store.h"
#include "tests/cli/clonedmesh.h"
#include "tests/reliability/folderclient.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::FolderTask;

namespace {

constexpr int longestWorkMs = 160; // of a client, behind opening the profile

int fromEnvironment(const char *name, int otherwise)
{
    const auto given = qEnvironmentVariableIntValue(name);
    return given > 0 ? given : otherwise;
}

//! What the log says.
struct Said
{
    QSet<QUuid> tried;
    QSet<QUuid> confirmed;
};

Said readLog(const QString &file)
{
    Said said;
    const auto lines = QString::fromUtf8(tests::readFile(file)).split(u'\n', Qt::SkipEmptyParts);
    for (const auto &line : lines) {
        const QUuid id(line.mid(2));
        (line.at(0).isUpper() ? said.confirmed : said.tried).insert(id);
    }
    return said;
}

//! Files below access/ of a folder, by path; the name of each is its id.
QHash<QString, QByteArray> filesOf(const QString &folder)
{
    QHash<QString, QByteArray> files;
    QDirIterator at(folder + u"/access"_s, QDir::Files | QDir::Hidden,
                    QDirIterator::Subdirectories);
    while (at.hasNext()) {
        const auto path = at.next();
        files.insert(path.mid(folder.size() + 1), tests::readFile(path));
    }
    return files;
}

//! What the files come to.
struct Folded
{
    QString complaint;
    QHash<QUuid, int> seen; //!< requests and decisions: how often each is there
    QHash<QString, QByteArray> agreements; //!< that there should be
};

Folded foldedOf(const QHash<QString, QByteArray> &files)
{
    Folded folded;
    QList<domain::AccessRequest> requests;
    QMultiHash<QUuid, domain::AccessDecision> decisions;
    for (auto it = files.cbegin(); it != files.cend(); ++it) {
        if (it.key().startsWith(u"access/requests/"_s)) {
            const auto request = formats::access::readRequest(it.key(), *it).value;
            if (!request) {
                folded.complaint = it.key() + u" is no whole request"_s;
                return folded;
            }
            requests.append(*request);
            ++folded.seen[request->id];
        } else if (it.key().startsWith(u"access/decisions/"_s)) {
            const auto decision = formats::access::readDecision(it.key(), *it).value;
            if (!decision) {
                folded.complaint = it.key() + u" is no whole decision"_s;
                return folded;
            }
            decisions.insert(decision->item, *decision);
            ++folded.seen[decision->id];
        }
    }
    for (const auto &request : requests) {
        QList<domain::AccessDecision> about;
        for (const auto &item : request.items)
            about += decisions.values(item.id);
        const auto outcome =
            domain::outcomeOf(request, about, {.asked = formats::access::sha256Of(request)});
        for (const auto &file : formats::access::agreementFiles(outcome)) {
            if (!file.bytes.isNull())
                folded.agreements.insert(file.path, file.bytes);
        }
    }
    return folded;
}

} // namespace

class TestKilledFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void everyConfirmedActionStandsInTheFolderOnce()
    {
        const int kills = fromEnvironment("PORTOLAN_KILLS", 100);
        const auto seed = quint32(fromEnvironment("PORTOLAN_SEED", 20261127));
        const auto where = u"seed %1"_s.arg(seed);
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"mesh"_s);
        const auto log = dir.filePath(u"log"_s);
        makeMesh(folder);
        const QStringList people{u"ada"_s, u"bo"_s};
        for (const auto &person : people)
            join(dir.filePath(person), folder, person);

        QElapsedTimer timer;
        timer.start();
        QVERIFY(drained({.profile = dir.filePath(u"ada"_s), .log = log}));
        const int longestLifeMs = longestWorkMs + int(timer.elapsed());
        QRandomGenerator random(seed);
        int byProgram = 0;
        int halfSent = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const bool decides = random.bounded(2) == 0;
            const auto profile = dir.filePath(people.at(decides ? 1 : 0));
            const auto life = int(random.bounded(10, longestLifeMs));
            if (random.bounded(5) == 0) {
                byProgram +=
                    killed(QStringLiteral(PORTOLAN_CLI), {u"--profile"_s, profile, u"sync"_s}, life)
                    ? 1
                    : 0;
            } else {
                const FolderTask task{
                    .profile = profile, .log = log, .seed = random.generate(), .decides = decides};
                QVERIFY2(killed(QCoreApplication::applicationFilePath(), task.arguments(), life),
                         qPrintable(where + u": a client ended by itself"_s));
            }
            const auto outbox = operationsIn(profile);
            for (const auto &operation : outbox)
                halfSent += operation.state == domain::OperationState::Sending ? 1 : 0;
            // What has its name is whole, at every moment.
            const auto folded = foldedOf(wholeFiles(folder));
            QVERIFY2(folded.complaint.isEmpty(), qPrintable(where + u": "_s + folded.complaint));
        }
        // Who decides sees what was asked for; once more, as answers may come of it.
        for (const auto &person : {u"ada"_s, u"bo"_s, u"ada"_s})
            QVERIFY2(drained({.profile = dir.filePath(person), .log = log}), qPrintable(where));
        const auto files = filesOf(folder);
        const auto folded = foldedOf(files);
        QVERIFY2(folded.complaint.isEmpty(), qPrintable(where + u": "_s + folded.complaint));
        const auto said = readLog(log);
        for (const auto &id : said.confirmed)
            QVERIFY2(folded.seen.value(id) == 1,
                     qPrintable(u"%1: %2 was confirmed and is there %3 times"_s.arg(
                         where, id.toString(), QString::number(folded.seen.value(id)))));
        for (auto it = folded.seen.cbegin(); it != folded.seen.cend(); ++it)
            QVERIFY2(said.tried.contains(it.key()), "nobody did this");
        QHash<QString, QByteArray> agreements;
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            QVERIFY2(it.key().endsWith(u".yaml"_s), qPrintable(u"left over: "_s + it.key()));
            if (it.key().startsWith(u"access/agreements/"_s))
                agreements.insert(it.key(), *it);
        }
        QCOMPARE(agreements, folded.agreements);
        qInfo("%d kills, %d of them of portolan-cli, %d hit an operation on its way, %lld actions "
              "confirmed, %lld agreements, seed %u: 0 lost, 0 twice, 0 half",
              kills, byProgram, halfSent, static_cast<long long>(said.confirmed.size()),
              static_cast<long long>(agreements.size()), seed);
        QVERIFY(said.confirmed.size() > kills / 4);
        QVERIFY(!agreements.isEmpty());
    }

    void aFullFolderLosesNothingAndGoesOn()
    {
        const QTemporaryDir dir;
        const auto folder = dir.filePath(u"mesh"_s);
        QVERIFY(QDir().mkpath(folder));
        if (!ran(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=256k"_s, u"tmpfs"_s, folder}))
            QSKIP("no right to mount a small disk: 1 test of a full one left out");
        makeMesh(folder);
        const auto profile = dir.filePath(u"ada"_s);
        join(profile, folder, u"ada"_s);
        QFile ballast(folder + u"/ballast"_s);
        QVERIFY(ballast.open(QIODevice::WriteOnly));
        while (ballast.write(QByteArray(4096, 'x')) == 4096 && ballast.flush()) { }
        ballast.close();
        const auto asked = onProfile(profile,
                                     {u"request"_s, u"create"_s, u"--port"_s, u"shop#orders"_s,
                                      u"--exception"_s, u"Because."_s, u"--json"_s});
        QVERIFY2(asked.status == 0, asked.err.constData());
        const auto full = onProfile(profile, {u"sync"_s, u"--json"_s});
        QVERIFY(full.status != 0);
        QVERIFY2(full.err.contains("make room"), full.err.constData());
        QCOMPARE(full.err.count('\n'), 1);
        const auto waiting = operationsIn(profile);
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().state, domain::OperationState::Ready);
        QVERIFY(foldedOf(wholeFiles(folder)).seen.isEmpty());
        QVERIFY(ballast.remove());
        const auto done = onProfile(profile, {u"sync"_s, u"--json"_s});
        QVERIFY2(done.status == 0, done.err.constData());
        const auto files = filesOf(folder);
        QCOMPARE(files.size(), 1);
        QCOMPARE(foldedOf(files).seen.size(), 1);
        QVERIFY(ran(u"umount"_s, {folder}));
    }

private:
    static void makeMesh(const QString &folder)
    {
        tests::writeFile(folder + u"/shop.odps.yaml"_s,
                         tests::askedProduct({"orders", "returns", "stock"}));
        for (const QByteArray id : {"orders", "returns", "stock"})
            tests::writeFile(folder + u'/' + QString::fromLatin1(id) + u".odcs.yaml"_s,
                             tests::askedContract(id));
    }

    static tests::Outcome onProfile(const QString &profile, const QStringList &words)
    {
        return tests::run(QStringList{u"--profile"_s, profile} + words);
    }

    static void join(const QString &profile, const QString &folder, const QString &person)
    {
        const auto added =
            onProfile(profile,
                      {u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"mesh"_s, u"--folder"_s,
                       folder, u"--as"_s, u"%1 <%1@example.com>"_s.arg(person)});
        QVERIFY2(added.status == 0, added.err.constData());
        QCOMPARE(onProfile(profile, {u"sync"_s}).status, 0);
    }

    static bool ran(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }

    static bool drained(FolderTask task)
    {
        task.drain = true;
        QProcess client;
        client.setProcessChannelMode(QProcess::ForwardedChannels);
        client.start(QCoreApplication::applicationFilePath(), task.arguments());
        return client.waitForFinished(240'000) && client.exitStatus() == QProcess::NormalExit
            && client.exitCode() == 0;
    }

    //! True when it was still running when it was killed.
    static bool killed(const QString &program, const QStringList &arguments, int afterMs)
    {
        QProcess client;
        client.setStandardOutputFile(QProcess::nullDevice());
        client.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        client.start(program, arguments);
        if (client.waitForFinished(afterMs))
            return false;
        ::kill(pid_t(client.processId()), SIGKILL);
        client.waitForFinished();
        return client.exitStatus() == QProcess::CrashExit;
    }

    static QList<domain::Operation> operationsIn(const QString &profile)
    {
        const SystemClock clock;
        const auto opened = store::Profile::open(profile);
        const auto store =
            opened ? store::Store::open(*opened, clock) : tl::unexpected<Error>(opened.error());
        if (!store) {
            QTest::qFail(qPrintable(store.error().detail), __FILE__, __LINE__);
            return {};
        }
        return (*store)->operations().operations().takeResult().value_or(
            QList<domain::Operation>());
    }

    //! The files that a reader looks at: what is still being written has another name.
    static QHash<QString, QByteArray> wholeFiles(const QString &folder)
    {
        auto files = filesOf(folder);
        files.removeIf([](auto it) { return !it.key().endsWith(u".yaml"_s); });
        return files;
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--client"_s)
        return tests::runFolderClient(FolderTask::of(arguments));
    TestKilledFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedfolder.moc"
