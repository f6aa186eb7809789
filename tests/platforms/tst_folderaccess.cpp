// SPDX-License-Identifier: GPL-3.0-or-later
// Requests, decisions and agreements as files of a folder: read by pulls, written by operations.
#include "models/base/identity.h"
#include "models/domain/accessjson.h"
#include "models/domain/edit.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"
#include "models/platforms/actionport.h"
#include "tests/platforms/filefaults.h"
#include "tests/platforms/folderfixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::domain;
using platforms::ActionOutcome;
using platforms::LookUpOutcome;
using tests::FileFaults;
using tests::findingOf;
using tests::FolderFixture;

namespace {

AccessRequest requestOf(const QString &name, const QString &justification = u"To plan."_s)
{
    AccessRequest request{.id = entityId({}, name),
                          .consumer = {EntityKind::Team, {}, u"Team A"_s},
                          .purpose = u"analytics"_s,
                          .justification = justification,
                          .asker = {u"Ada"_s, u"ada@example.com"_s},
                          .created = QDateTime(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC)};
    request.items.append({.id = itemIdOf(request.id, u"p#out"_s),
                          .port = u"p#out"_s,
                          .product = u"p"_s,
                          .account = u"mesh"_s,
                          .steps = {{u"owner"_s, {u"bo@example.com"_s}}},
                          .state = ItemState::Submitted});
    return request;
}

AccessDecision decisionOf(const AccessRequest &request, DecisionKind kind,
                          const QString &name = u"one"_s,
                          const Actor &by = {u"Bo"_s, u"bo@example.com"_s})
{
    return {.id = entityId({}, name),
            .item = request.items.first().id,
            .kind = kind,
            .by = by,
            .at = QDateTime(QDate(2026, 11, 2), QTime(8, 0), Qt::UTC),
            .reason = u"So."_s,
            .asked = formats::access::sha256Of(request)};
}

QString placeOf(const AccessRequest &request)
{
    return formats::access::requestPath(request.id);
}

QString placeOf(const AccessDecision &decision)
{
    return formats::access::decisionPath(decision.item, decision.id);
}

QString agreementOf(const AccessRequest &request)
{
    return formats::access::agreementPath(agreementIdOf(request.items.first().id));
}

Operation operationOf(const AccessRequest &request)
{
    Operation operation;
    operation.objectId = idText(request.id);
    operation.kind = createRequestKind();
    operation.payload = toJson(request);
    return operation;
}

Operation operationOf(const AccessRequest &request, const AccessDecision &decision)
{
    Operation operation;
    operation.objectId = idText(request.id);
    operation.kind = decideRequestKind();
    operation.payload = toJson(decision);
    return operation;
}

//! A folder, and what carries out operations on it.
class Desk : public FolderFixture
{
public:
    Desk() { open(directory.path()); }

    void open(const QString &folder)
    {
        auto where = settings();
        where.folder = folder;
        session = std::move(*platform->open(where, clock));
    }

    ActionOutcome send(const Operation &operation) const
    {
        return session->actions()->send(operation);
    }

    LookUpOutcome lookUp(const Operation &operation) const
    {
        return session->actions()->lookUp(operation);
    }

    QByteArray bytes(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    AccessBook book()
    {
        const auto pulled = pull();
        if (!pulled || !pulled->access) {
            QTest::qFail("nothing was read", __FILE__, __LINE__);
            return {};
        }
        findings = pulled->findings;
        return *pulled->access;
    }

    SystemClock clock;
    std::unique_ptr<platforms::Session> session;
    QList<Finding> findings;
};

void git(const QString &folder, const QStringList &words)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"git"_s,
                  QStringList{u"-c"_s, u"user.name=T"_s, u"-c"_s, u"user.email=t@example.com"_s}
                      + words);
    if (!process.waitForFinished() || process.exitCode() != 0)
        QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
}

} // namespace

class TestFolderAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void valuesComeBackFromTheirPayload()
    {
        auto request = requestOf(u"a"_s, u"\n\u202E=x\t\r\n{[: 🚢"_s);
        request.from = QDate(2026, 11, 23);
        request.to = QDate(2027, 1, 31);
        request.renews = entityId({}, u"r"_s);
        request.exception = u"e"_s;
        request.terms = {{u"c"_s, u"1"_s, u"ab"_s}};
        request.items.first().role = u"reader"_s;
        request.items.first().fields = {u"a.b"_s, u"c"_s};
        request.verdicts = {{.policy = u"x"_s,
                             .result = PolicyResult::Warn,
                             .severity = Finding::Severity::Warning,
                             .message = u"m"_s,
                             .remedy = u"r"_s,
                             .port = u"p"_s,
                             .field = u"f"_s,
                             .source = u"local"_s,
                             .decisionId = u"d"_s}};
        QVERIFY(requestFromJson(toJson(request)) == request);
        auto decision = decisionOf(request, DecisionKind::Reject);
        decision.step = u"owner"_s;
        decision.replaces = {entityId({}, u"z"_s)};
        QVERIFY(decisionFromJson(toJson(decision)) == decision);
        for (const auto *bad : {"", "[]", "{}", "{\"id\":7}", "{\"id\":\"x\",\"items\":[1]}"}) {
            QVERIFY(!requestFromJson(bad));
            QVERIFY(!decisionFromJson(bad));
        }
    }

    void whatIsWrittenIsReadAndAskedForOnce()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        const auto sent = desk.send(operationOf(request));
        QCOMPARE(sent.kind, ActionOutcome::Kind::Applied);
        QCOMPARE(sent.nativeId, placeOf(request));
        QCOMPARE(desk.bytes(placeOf(request)), formats::access::write(request));
        const auto book = desk.book();
        QCOMPARE(book.requests.size(), 1);
        QVERIFY(book.requests.first().request == request);
        QCOMPARE(book.requests.first().place, placeOf(request));
        QCOMPARE(book.requests.first().sha256, formats::access::sha256Of(request));
        QVERIFY(book.requests.first().isShared); // there is no repository to hand it to
        QVERIFY(!book.policies.rules.isEmpty()); // those that ship
        const auto again = desk.pull();
        QVERIFY(again && again->unchanged && !again->access);
    }

    void theSameAgainIsAppliedAndSomethingElseIsNeverWrittenOver()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        QCOMPARE(desk.lookUp(operationOf(request)).kind, LookUpOutcome::Kind::Absent);
        desk.send(operationOf(request));
        QCOMPARE(desk.lookUp(operationOf(request)).kind, LookUpOutcome::Kind::Applied);
        QCOMPARE(desk.send(operationOf(request)).kind, ActionOutcome::Kind::Applied);
        const auto theirs = desk.bytes(placeOf(request));
        const auto mine = requestOf(u"a"_s, u"Something else."_s);
        auto operation = operationOf(mine);
        auto sent = desk.send(operation);
        QCOMPARE(sent.kind, ActionOutcome::Kind::Conflict);
        QVERIFY(requestFromJson(sent.theirs) == request);
        QCOMPARE(desk.lookUp(operation).kind, LookUpOutcome::Kind::Absent);
        operation.baseRevision = sent.revision; // a person says "mine all the same"
        QCOMPARE(desk.send(operation).kind, ActionOutcome::Kind::Conflict);
        QCOMPARE(desk.bytes(placeOf(request)), theirs);
        desk.write(placeOf(request), "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n");
        sent = desk.send(operationOf(request));
        QCOMPARE(sent.kind, ActionOutcome::Kind::Conflict);
        QVERIFY(sent.theirs.contains("<<<<<<<"));
    }

    void agreementsFollowFromWhatWasDecided()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        desk.send(operationOf(request));
        const auto yes = decisionOf(request, DecisionKind::Approve);
        QCOMPARE(desk.send(operationOf(request, yes)).kind, ActionOutcome::Kind::Applied);
        QVERIFY(desk.bytes(agreementOf(request)).contains("state: active"));
        QVERIFY(desk.book().decisions.first().decision == yes);
        QVERIFY(!desk.findings.size());
        const auto no = decisionOf(request, DecisionKind::Reject, u"two"_s);
        desk.send(operationOf(request, no));
        QVERIFY(!QFile::exists(desk.path(agreementOf(request))));
        desk.book();
        QCOMPARE(findingOf(desk.findings, u"access.contradiction"_s).file, placeOf(request));
    }

    void whatWasToldOfAGrantIsReadAndLeftAlone()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        desk.send(operationOf(request));
        desk.send(operationOf(request, decisionOf(request, DecisionKind::Approve)));
        const auto agreement = agreementIdOf(request.items.first().id);
        const auto place = formats::access::grantPath(agreement);
        Grant grant{.agreement = agreement,
                    .platform = u"snowflake"_s,
                    .reference = u"READER"_s,
                    .changes = {{.state = GrantState::Provisioned, .at = {}, .diagnostics = {}}}};
        const auto bytes = formats::access::write(grant);
        desk.write(place, bytes);
        auto book = desk.book();
        QVERIFY2(desk.findings.isEmpty(), qPrintable(desk.findings.value(0).message));
        QCOMPARE(book.grants.size(), 1);
        QCOMPARE(book.grants.first().grant, grant);
        QCOMPARE(book.grants.first().place, place);
        // A decision that ends the agreement does not touch what others wrote.
        desk.send(operationOf(request, decisionOf(request, DecisionKind::Terminate, u"end"_s)));
        QCOMPARE(desk.bytes(place), bytes);
        // What cannot follow, and what is about nothing, is said.
        grant.changes.append({.state = GrantState::Provisioning, .at = {}, .diagnostics = {}});
        desk.write(place, formats::access::write(grant));
        const auto lost = entityId({}, u"lost"_s);
        desk.write(formats::access::grantPath(lost),
                   formats::access::write(Grant{.agreement = lost}));
        book = desk.book();
        QCOMPARE(book.grants.size(), 2);
        QCOMPARE(findingOf(desk.findings, u"access.grant-step"_s).file, place);
        QCOMPARE(findingOf(desk.findings, u"access.orphan"_s).file,
                 formats::access::grantPath(lost));
    }

    void nothingIsGrantedWhileADecisionCannotBeRead()
    {
        Desk desk;
        const auto request = requestOf(u"r"_s);
        QCOMPARE(desk.send(operationOf(request)).kind, ActionOutcome::Kind::Applied);
        QCOMPARE(desk.send(operationOf(request, decisionOf(request, DecisionKind::Approve))).kind,
                 ActionOutcome::Kind::Applied);
        QVERIFY(!desk.bytes(agreementOf(request)).isEmpty());
        // What another clone brought is cut off: it may say no.
        const auto other = decisionOf(request, DecisionKind::Ask, u"other"_s);
        desk.write(placeOf(other), "format: portolan.access-decision/1\nid: ");
        const auto book = desk.book();
        QCOMPARE(book.requests.first().unread, QList<QUuid>({request.items.first().id}));
        QVERIFY(!findingOf(desk.findings, u"access.unread"_s).message.isEmpty());
        QCOMPARE(
            desk.send(operationOf(request, decisionOf(request, DecisionKind::Approve, u"again"_s)))
                .kind,
            ActionOutcome::Kind::Applied);
        QVERIFY(desk.bytes(agreementOf(request)).isEmpty());
    }

    void whatWasKilledBetweenFileAndAgreementIsMadeWhole()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        const auto yes = decisionOf(request, DecisionKind::Approve);
        desk.write(placeOf(request), formats::access::write(request));
        desk.write(placeOf(yes), formats::access::write(yes));
        QCOMPARE(desk.lookUp(operationOf(request, yes)).kind, LookUpOutcome::Kind::Applied);
        QVERIFY(!desk.bytes(agreementOf(request)).isEmpty());
    }

    void aDecisionWhoseAgreementCannotBeWrittenIsNotTakenBack()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        desk.send(operationOf(request));
        QTemporaryDir outside;
        const auto agreements = desk.path(u"access/agreements"_s);
        QVERIFY(QFile::link(outside.path(), agreements));
        const auto yes = operationOf(request, decisionOf(request, DecisionKind::Approve));
        for (int i = 0; i < 2; ++i) { // when it is written, and when it is there already
            const auto sent = desk.send(yes);
            QCOMPARE(sent.kind, ActionOutcome::Kind::Ambiguous);
            QVERIFY2(sent.reason.contains(u"link"_s), qPrintable(sent.reason));
            QCOMPARE(desk.lookUp(yes).kind, LookUpOutcome::Kind::Unknown);
        }
        QCOMPARE(desk.book().decisions.size(), 1); // it counts for everybody
        QVERIFY(QFile::remove(agreements));
        QCOMPARE(desk.lookUp(yes).kind, LookUpOutcome::Kind::Applied);
        QVERIFY(desk.bytes(agreementOf(request)).contains("state: active"));
    }

    void whatIsNoDecisionHoldsBackNone()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        const auto yes = decisionOf(request, DecisionKind::Approve);
        desk.send(operationOf(request));
        const auto folder = placeOf(yes).section(u'/', 0, -2);
        desk.write(folder + u"/notes.yaml"_s, "why: [\n");
        desk.write(folder + u"/copy of a decision.yaml"_s, formats::access::write(yes));
        QCOMPARE(desk.send(operationOf(request, yes)).kind, ActionOutcome::Kind::Applied);
        QVERIFY(desk.bytes(agreementOf(request)).contains("state: active"));
        QVERIFY(desk.book().requests.first().unread.isEmpty()); // as whoever reads it sees it
    }

    void aPipeInThePlaceOfTheRepositoryHangsNobody_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("the directory") << u".git"_s;
        QTest::newRow("the head") << u".git/HEAD"_s;
    }

    void aPipeInThePlaceOfTheRepositoryHangsNobody()
    {
        QFETCH(const QString, place);
        FolderFixture folder;
        if (place.contains(u'/'))
            QVERIFY(QDir().mkdir(folder.path(u".git"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(folder.path(place)).constData(), 0600), 0);
        QVERIFY(folder.pull());
    }

    void whatIsNoOperationOfAFolderIsRejected()
    {
        Desk desk;
        auto operation = operationOf(requestOf(u"a"_s));
        operation.kind = u"planet.move"_s;
        QCOMPARE(desk.send(operation).kind, ActionOutcome::Kind::Rejected);
        operation.kind = tagKind();
        QVERIFY(desk.send(operation).reason.contains(u"editor"_s));
        operation = operationOf(requestOf(u"a"_s));
        operation.payload = "{}";
        QCOMPARE(desk.send(operation).kind, ActionOutcome::Kind::Rejected);
        auto forged = requestOf(u"a"_s);
        forged.items.first().id = itemIdOf(entityId({}, u"another"_s), u"p#out"_s);
        QCOMPARE(desk.send(operationOf(forged)).kind, ActionOutcome::Kind::Rejected);
        const auto request = requestOf(u"a"_s);
        QCOMPARE(desk.send(operationOf(request, decisionOf(request, DecisionKind::Approve))).kind,
                 ActionOutcome::Kind::Rejected); // its request is not here
        QVERIFY(!QFile::exists(desk.path(u"access/decisions"_s)));
    }

    void nothingIsWrittenThroughALink()
    {
        Desk desk;
        QTemporaryDir outside;
        QVERIFY(QFile::link(outside.path(), desk.path(u"access"_s)));
        const auto sent = desk.send(operationOf(requestOf(u"a"_s)));
        QCOMPARE(sent.kind, ActionOutcome::Kind::Later);
        QVERIFY2(sent.reason.contains(u"link"_s), qPrintable(sent.reason));
        QVERIFY(QDir(outside.path()).isEmpty());
    }

    void aFolderThatMayNotBeWrittenIsSaidAndTriedAgain()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        QFile::setPermissions(
            desk.path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
        const auto user = geteuid();
        const bool isRoot = user == 0;
        QVERIFY(!isRoot || seteuid(65534) == 0); // who is root may write everywhere
        const auto sent = desk.send(operationOf(request));
        QVERIFY(!isRoot || seteuid(user) == 0);
        QCOMPARE(sent.kind, ActionOutcome::Kind::Later);
        QVERIFY2(sent.reason.contains(u"right to write"_s), qPrintable(sent.reason));
        QFile::setPermissions(desk.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(desk.send(operationOf(request)).kind, ActionOutcome::Kind::Applied);
    }

    //! A workspace is for all who share its folder, though the program keeps its own files private.
    void whoMayReadTheFolderMayReadWhatIsWritten()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        const auto before = ::umask(077);
        QVERIFY(::chmod(QFile::encodeName(desk.path()).constData(), 0750) == 0);
        const auto sent = desk.send(operationOf(request));
        ::umask(before);
        QCOMPARE(sent.kind, ActionOutcome::Kind::Applied);
        const QFileInfo file(desk.path() + u'/' + placeOf(request));
        const auto rights = [](const QString &path) {
            return QFile::permissions(path)
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                   | QFile::WriteOther | QFile::ExeOther);
        };
        QCOMPARE(rights(file.filePath()), QFile::ReadGroup);
        QCOMPARE(rights(file.path()), QFile::ReadGroup | QFile::ExeGroup);
        QCOMPARE(rights(QFileInfo(file.path()).path()), QFile::ReadGroup | QFile::ExeGroup);
    }

    void aFullDiskIsSaidAndLeavesNothingHalf()
    {
        QTemporaryDir small;
        QProcess mount;
        mount.start(u"mount"_s,
                    {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=64k"_s, u"tmpfs"_s, small.path()});
        if (!mount.waitForFinished() || mount.exitCode() != 0)
            QSKIP("no right to mount a small disk: 1 test of a full one left out");
        Desk desk;
        desk.open(small.path());
        QFile filler(small.filePath(u"filler"_s));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        while (filler.write(QByteArray(4096, 'x')) == 4096 && filler.flush())
            ;
        filler.close();
        const auto request = requestOf(u"a"_s);
        const auto sent = desk.send(operationOf(request));
        const auto left = QFile::exists(small.filePath(placeOf(request)));
        filler.remove();
        const auto again = desk.send(operationOf(request));
        QProcess::execute(u"umount"_s, {small.path()});
        QCOMPARE(sent.kind, ActionOutcome::Kind::Later);
        QVERIFY2(sent.reason.contains(u"make room"_s), qPrintable(sent.reason));
        QVERIFY(!left);
        QCOMPARE(again.kind, ActionOutcome::Kind::Applied);
    }

    void everyCallThatWritesMayFail_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("sticky");
        QTest::newRow("I/O error, once") << EIO << false;
        QTest::newRow("I/O error, from then on") << EIO << true;
        QTest::newRow("disk full, once") << ENOSPC << false;
        QTest::newRow("disk full, from then on") << ENOSPC << true;
    }

    void everyCallThatWritesMayFail()
    {
        QFETCH(int, error);
        QFETCH(bool, sticky);
        // A decision writes its file and the agreement; one against it takes the agreement away.
        const auto story = storyOfARequest();
        QList<int> calls;
        QList<Files> states;
        {
            Desk desk;
            for (const auto &operation : story) {
                FileFaults::arm(desk.path(), 0, 0, false);
                QCOMPARE(desk.send(operation).kind, ActionOutcome::Kind::Applied);
                FileFaults::disarm();
                calls.append(FileFaults::calls());
                states.append(filesOf(desk));
                // At least a file that is made, written, synced and renamed, and its folder synced.
                QVERIFY2(calls.last() >= 5, qPrintable(QString::number(calls.last())));
            }
        }
        int points = 0;
        int doubts = 0;
        int untold = 0;
        for (qsizetype number = 0; number < story.size(); ++number) {
            for (int at = 1; at <= calls.at(number); ++at, ++points) {
                Desk desk;
                for (const auto &before : story.first(number))
                    desk.send(before);
                FileFaults::arm(desk.path(), at, error, sticky);
                const auto sent = desk.send(story.at(number));
                FileFaults::disarm();
                const auto where = u"call %1 of %2 of operation %3: "_s.arg(at)
                                       .arg(calls.at(number))
                                       .arg(number + 1);
                QVERIFY2(FileFaults::calls() >= at, qPrintable(where + u"not reached"_s));
                const auto wrong = complaintOf(sent, error);
                QVERIFY2(wrong.isEmpty(), qPrintable(where + wrong));
                doubts += sent.kind == ActionOutcome::Kind::Ambiguous ? 1 : 0;
                untold += sent.kind == ActionOutcome::Kind::Applied ? 1 : 0;
                QVERIFY2(!FileFaults::tookUnsynced(), qPrintable(where + u"not synced"_s));
                // What has a file's name is whole, at every moment.
                const auto now = wholeFiles(filesOf(desk));
                for (auto it = now.cbegin(); it != now.cend(); ++it) {
                    const auto before = number > 0 ? states.at(number - 1).value(it.key()) : "";
                    QVERIFY2(*it == states.at(number).value(it.key()) || *it == before,
                             qPrintable(where + it.key()));
                }
                // What was said to be not done for certain is not there.
                if (sent.kind == ActionOutcome::Kind::Later)
                    QCOMPARE(now, number > 0 ? states.at(number - 1) : Files());
                QVERIFY2(isDoneInTheEnd(desk, story.at(number), sent.kind),
                         qPrintable(where + u"it is not done in the end"_s));
                QCOMPARE(filesOf(desk), states.at(number));
            }
        }
        qInfo("%d calls that write, each failed: %d times in doubt, all done in the end", points,
              doubts);
        QVERIFY(doubts > 0);
        // The four files that are written are synced once more by QSaveFile, which says nothing.
        QVERIFY2(untold <= 4, qPrintable(QString::number(untold)));
    }

    //! What cannot be read for a moment is neither refused nor taken for what is not there: the
    //! decision is made in the end, and no agreement goes meanwhile.
    void everyCallThatReadsMayFailForAMoment_data()
    {
        QTest::addColumn<int>("error");
        QTest::newRow("I/O error") << EIO;
        QTest::newRow("too many files") << EMFILE;
    }

    void everyCallThatReadsMayFailForAMoment()
    {
        QFETCH(int, error);
        auto request = requestOf(u"r"_s);
        request.items.append({.id = itemIdOf(request.id, u"p#second"_s),
                              .port = u"p#second"_s,
                              .product = u"p"_s,
                              .account = u"mesh"_s,
                              .steps = {{u"owner"_s, {u"bo@example.com"_s}}},
                              .state = ItemState::Submitted});
        const auto first = decisionOf(request, DecisionKind::Approve);
        auto second = decisionOf(request, DecisionKind::Approve, u"two"_s);
        second.item = request.items.last().id;
        const auto prepare = [&](Desk &desk) {
            desk.write(u"policies/own.yaml"_s, "format: portolan.policies/1\nownRequests: true\n");
            desk.send(operationOf(request));
            desk.send(operationOf(request, first));
        };
        const auto agreed = agreementOf(request);
        int calls = 0;
        Files whole;
        {
            Desk desk;
            prepare(desk);
            FileFaults::armReads(desk.path(), 0, 0);
            QCOMPARE(desk.send(operationOf(request, second)).kind, ActionOutcome::Kind::Applied);
            FileFaults::disarm();
            calls = FileFaults::calls();
            whole = filesOf(desk);
        }
        // The request twice, two decisions and their folders, the policies and their folder.
        QVERIFY2(calls >= 8, qPrintable(QString::number(calls)));
        for (int at = 1; at <= calls; ++at) {
            Desk desk;
            prepare(desk);
            const auto before = desk.bytes(agreed);
            QVERIFY(!before.isEmpty());
            FileFaults::armReads(desk.path(), at, error);
            const auto sent = desk.send(operationOf(request, second));
            FileFaults::disarm();
            const auto where = u"call %1 of %2: "_s.arg(at).arg(calls);
            QVERIFY2(FileFaults::calls() >= at, qPrintable(where + u"not reached"_s));
            QVERIFY2(sent.kind != ActionOutcome::Kind::Rejected
                         && sent.kind != ActionOutcome::Kind::Conflict,
                     qPrintable(where + sent.reason));
            QCOMPARE(desk.bytes(agreed), before);
            if (sent.kind == ActionOutcome::Kind::Later)
                QVERIFY2(desk.bytes(placeOf(second)).isEmpty(),
                         qPrintable(where + u"it is there"_s));
            QVERIFY2(isDoneInTheEnd(desk, operationOf(request, second), sent.kind),
                     qPrintable(where + u"it is not done in the end"_s));
            QCOMPARE(filesOf(desk), whole);
        }
        qInfo("%d calls that read, each failed once", calls);
    }

    void whatAKilledProcessLeftBesideIsClearedAwayAndNothingOfAPerson()
    {
        Desk desk;
        const auto request = requestOf(u"r"_s);
        const auto yes = decisionOf(request, DecisionKind::Approve);
        const QString left = placeOf(request) + u".aXbYcz"_s;
        const QStringList own{placeOf(request) + u".backup"_s, placeOf(request) + u".Backup"_s,
                              placeOf(request) + u".BACKUP"_s, placeOf(yes) + u".aXbYcz"_s};
        for (const auto &name : own + QStringList{left})
            desk.write(name, "of somebody");
        QCOMPARE(desk.send(operationOf(request)).kind, ActionOutcome::Kind::Applied);
        QVERIFY(desk.bytes(left).isEmpty());
        for (const auto &name : own)
            QCOMPARE(desk.bytes(name), "of somebody");
    }

    //! A merge that is not resolved is: by a person, some day.
    void aRequestThatCannotBeReadIsDecidedLater()
    {
        Desk desk;
        const auto request = requestOf(u"r"_s);
        const auto yes = operationOf(request, decisionOf(request, DecisionKind::Approve));
        const auto bytes = formats::access::write(request);
        desk.write(placeOf(request), "<<<<<<< HEAD\n" + bytes);
        const auto sent = desk.send(yes);
        QCOMPARE(sent.kind, ActionOutcome::Kind::Later);
        QVERIFY2(sent.reason.contains(u"merge"_s), qPrintable(sent.reason));
        desk.write(placeOf(request), bytes);
        QCOMPARE(desk.send(yes).kind, ActionOutcome::Kind::Applied);
        QVERIFY(desk.bytes(agreementOf(request)).contains("state: active"));
    }

    void whatIsWrongWithFilesIsFound_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("rule");
        QTest::newRow("unreadable") << u"unreadable"_s << u"document.syntax"_s;
        QTest::newRow("misplaced") << u"misplaced"_s << u"access.misplaced"_s;
        QTest::newRow("elsewhere") << u"elsewhere"_s << u"access.misplaced"_s;
        QTest::newRow("copied") << u"copied"_s << u"access.place"_s;
        QTest::newRow("merge") << u"merge"_s << u"document.merge-conflict"_s;
        QTest::newRow("orphan") << u"orphan"_s << u"access.orphan"_s;
        QTest::newRow("stray agreement") << u"stray"_s << u"access.agreement"_s;
        QTest::newRow("edited agreement") << u"edited"_s << u"access.agreement"_s;
        QTest::newRow("by nobody") << u"nobody"_s << u"access.no-approver"_s;
        QTest::newRow("by the asker") << u"asker"_s << u"access.own-request"_s;
        QTest::newRow("of another state") << u"changed"_s << u"access.other-request"_s;
        QTest::newRow("policies") << u"policies"_s << u"policies.value"_s;
    }

    void whatIsWrongWithFilesIsFound()
    {
        QFETCH(QString, how);
        QFETCH(QString, rule);
        Desk desk;
        const auto request = requestOf(u"a"_s);
        const auto yes = decisionOf(request, DecisionKind::Approve);
        const auto bytes = formats::access::write(request);
        desk.send(operationOf(request));
        QVERIFY(desk.book().requests.size() == 1 && desk.findings.isEmpty());
        const auto nobody =
            decisionOf(request, DecisionKind::Approve, u"n"_s, {u"Eve"_s, u"eve@example.com"_s});
        const auto own = decisionOf(request, DecisionKind::Approve, u"o"_s, request.asker);
        if (how == u"unreadable")
            desk.write(placeOf(requestOf(u"b"_s)), "format: [\n");
        else if (how == u"misplaced")
            desk.write(u"access/a.yaml"_s, bytes);
        else if (how == u"elsewhere")
            desk.write(u"orders/access/requests/a.yaml"_s, bytes);
        else if (how == u"copied")
            desk.write(placeOf(requestOf(u"b"_s)), bytes);
        else if (how == u"merge")
            desk.write(placeOf(yes), "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n");
        else if (how == u"orphan")
            desk.write(
                placeOf(decisionOf(requestOf(u"b"_s), DecisionKind::Approve)),
                formats::access::write(decisionOf(requestOf(u"b"_s), DecisionKind::Approve)));
        else if (how == u"stray" || how == u"edited") {
            desk.send(operationOf(request, yes));
            auto text = desk.bytes(agreementOf(request));
            if (how == u"stray")
                desk.remove(placeOf(yes));
            else
                desk.write(agreementOf(request), text.replace("Team A", "Team B"));
        } else if (how == u"nobody")
            desk.write(placeOf(nobody), formats::access::write(nobody));
        else if (how == u"asker")
            desk.write(placeOf(own), formats::access::write(own));
        else if (how == u"changed") {
            desk.write(placeOf(yes), formats::access::write(yes));
            desk.write(placeOf(request), formats::access::write(requestOf(u"a"_s, u"More."_s)));
        } else
            desk.write(u"policies/a.yaml"_s, "rules:\n- id: x\n  kind: nothing\n");
        const auto book = desk.book();
        QStringList rules;
        for (const auto &finding : std::as_const(desk.findings))
            rules.append(finding.rule);
        QVERIFY2(rules.contains(rule), qPrintable(rules.join(u", "_s)));
        QCOMPARE(book.requests.size(), 1);
    }

    void aDomainMayBeCalledAccessOrPolicies()
    {
        Desk desk;
        for (const auto &folder : {u"policies"_s, u"access"_s, u"access/requests"_s})
            desk.write(folder % u"/a.yaml"_s,
                       tests::contractText(QString(folder).replace(u'/', u'.'), u"1.0.0"_s));
        desk.write(u"access/notes.yaml"_s, "people: [Ada, Bo]\n");
        const auto book = desk.book();
        QVERIFY(book.requests.isEmpty());
        QVERIFY(!book.policies.rules.isEmpty()); // those that ship
        for (const auto &id : {u"policies"_s, u"access"_s, u"access.requests"_s})
            QVERIFY2(desk.sink.records.contains(id), qPrintable(id));
        for (const auto &finding : std::as_const(desk.findings))
            QVERIFY2(!finding.rule.startsWith(u"access."_s), qPrintable(finding.message));
    }

    void gitSaysWhatOthersCanSee()
    {
        Desk desk;
        const auto request = requestOf(u"a"_s);
        git(desk.path(), {u"init"_s, u"-q"_s});
        desk.send(operationOf(request));
        QVERIFY(!desk.book().requests.value(0).isShared);
        git(desk.path(), {u"add"_s, u"-A"_s});
        QVERIFY(desk.pull()->unchanged);
        git(desk.path(), {u"commit"_s, u"-qm"_s, u"x"_s});
        QVERIFY(desk.book().requests.value(0).isShared); // no file changed, and it is told
        git(desk.path(), {u"pack-refs"_s, u"--all"_s});
        QVERIFY(desk.pull()->unchanged);
        desk.write(placeOf(request), formats::access::write(requestOf(u"a"_s, u"More."_s)));
        QVERIFY(!desk.book().requests.value(0).isShared); // HEAD has something else
        // A workspace inside of a repository, in a worktree of its own.
        QTemporaryDir other;
        git(desk.path(), {u"worktree"_s, u"add"_s, u"-q"_s, other.filePath(u"w"_s)});
        QDir(other.filePath(u"w"_s)).mkpath(u"inner"_s);
        QVERIFY(QDir().rename(other.filePath(u"w/access"_s), other.filePath(u"w/inner/access"_s)));
        git(other.filePath(u"w"_s), {u"add"_s, u"-A"_s});
        git(other.filePath(u"w"_s), {u"commit"_s, u"-qm"_s, u"y"_s});
        desk.open(other.filePath(u"w/inner"_s));
        const auto pulled = desk.session->pull({}, false, desk.sink);
        QVERIFY(pulled && pulled->access);
        QVERIFY(pulled->access->requests.first().isShared);
    }

    void gitSaysWhoActs()
    {
        Desk desk;
        auto settings = desk.settings();
        settings.options.insert(u"as"_s, u"Maya <maya@example.com>"_s);
        QCOMPARE(desk.platform->actor(settings), (Actor{u"Maya"_s, u"maya@example.com"_s}));
        git(desk.path(), {u"init"_s, u"-q"_s});
        git(desk.path(), {u"config"_s, u"user.name"_s, u"Eve Dow"_s});
        git(desk.path(), {u"config"_s, u"user.email"_s, u"eve@example.com"_s});
        QCOMPARE(desk.platform->actor(desk.settings()),
                 (Actor{u"Eve Dow"_s, u"eve@example.com"_s}));
    }

    void aWatchTellsOfAccessAndOfCommits()
    {
        Desk desk;
        git(desk.path(), {u"init"_s, u"-q"_s});
        int told = 0;
        const auto watch = desk.platform->watch(desk.settings(), [&told] { ++told; });
        QTest::qWait(500);
        const auto request = requestOf(u"a"_s);
        desk.send(operationOf(request));
        QTRY_VERIFY_WITH_TIMEOUT(told > 0, 3000);
        QTest::qWait(700);
        told = 0;
        git(desk.path(), {u"add"_s, u"-A"_s});
        git(desk.path(), {u"commit"_s, u"-qm"_s, u"x"_s});
        QTRY_VERIFY_WITH_TIMEOUT(told > 0, 3000);
    }

private:
    using Files = QMap<QString, QByteArray>;

    //! Asked for, approved, and refused after all by somebody else's word.
    static QList<Operation> storyOfARequest()
    {
        const auto request = requestOf(u"a"_s);
        return {operationOf(request),
                operationOf(request, decisionOf(request, DecisionKind::Approve)),
                operationOf(request, decisionOf(request, DecisionKind::Reject, u"two"_s))};
    }

    static Files filesOf(const Desk &desk)
    {
        Files files;
        QDirIterator at(desk.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (at.hasNext()) {
            const auto path = at.next().mid(desk.path().size() + 1);
            files.insert(path, desk.bytes(path));
        }
        return files;
    }

    //! Without what is still being written, or was left of that.
    static Files wholeFiles(Files files)
    {
        files.removeIf([](auto it) { return !it.key().endsWith(u".yaml"_s); });
        return files;
    }

    //! What is wrong with what was said of an attempt in which a call failed with \a error.
    static QString complaintOf(const ActionOutcome &sent, int error)
    {
        using Kind = ActionOutcome::Kind;
        if (sent.kind == Kind::Applied)
            return {};
        if (sent.kind != Kind::Later && sent.kind != Kind::Ambiguous)
            return u"it was given up: "_s + sent.reason;
        return sent.reason.contains(error == ENOSPC ? u"make room"_s : u"cannot be written"_s)
            ? QString()
            : u"this says nothing: "_s + sent.reason;
    }

    //! Goes on as the outbox does, the disk being well.
    static bool isDoneInTheEnd(const Desk &desk, const Operation &operation,
                               ActionOutcome::Kind kind)
    {
        for (int attempt = 0; attempt < 3 && kind != ActionOutcome::Kind::Applied; ++attempt) {
            if (kind == ActionOutcome::Kind::Ambiguous
                && desk.lookUp(operation).kind == LookUpOutcome::Kind::Applied)
                return true;
            kind = desk.send(operation).kind;
        }
        return kind == ActionOutcome::Kind::Applied;
    }
};

QTEST_GUILESS_MAIN(TestFolderAccess)
#include "tst_folderaccess.moc"
