// SPDX-License-Identifier: GPL-3.0-or-later
// Access from end to end: the program, the folder, git between two people.
#include "models/store/store.h"
#include "tests/cli/clonedmesh.h"

#include <QDate>

#include <sys/stat.h>
#include <unistd.h>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::ClonedMesh;
using tests::Outcome;

namespace {

const QString ada = u"ada"_s;
const QString bo = u"bo"_s;

QString tomorrow(int days = 1)
{
    return QDate::currentDate().addDays(days).toString(Qt::ISODate);
}

//! The words that ask for \a ports as the policies like it.
QStringList asking(const QStringList &ports, const QStringList &more = {})
{
    QStringList words{
        u"request"_s,        u"create"_s,          u"--purpose"_s,
        u"analytics"_s,      u"--for"_s,           u"Team A"_s,
        u"--role"_s,         u"reader"_s,          u"--to"_s,
        tomorrow(90),        u"--justification"_s, u"To plan the shifts of the next quarter."_s,
        u"--accept-terms"_s, u"--json"_s};
    for (const auto &port : ports)
        words += {u"--port"_s, port};
    return words + more;
}

QString stateIn(const Outcome &outcome)
{
    return ClonedMesh::request(outcome).value(u"state"_s).toString();
}

QString idIn(const Outcome &outcome)
{
    return ClonedMesh::request(outcome).value(u"id"_s).toString();
}

} // namespace

class TestAccessCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aRequestGoesFromOnePersonToAnotherAndBack()
    {
        ClonedMesh mesh;
        const auto asked =
            mesh.as(ada, asking({u"shop#orders"_s, u"shop#returns"_s, u"shop#stock"_s}));
        QVERIFY2(asked.status == 0, asked.err.constData());
        QCOMPARE(stateIn(asked), u"queued"_s);
        QVERIFY(mesh.files(ada, u"access"_s).isEmpty());
        const auto id = idIn(asked);

        QCOMPARE(mesh.sync(ada).status, 0);
        QCOMPARE(mesh.files(ada, u"access"_s), QStringList{u"access/requests/%1.yaml"_s.arg(id)});
        auto shown = mesh.as(ada, {u"request"_s, u"show"_s, id, u"--json"_s});
        QCOMPARE(stateIn(shown), u"submitted"_s);
        QCOMPARE(ClonedMesh::request(shown).value(u"shared"_s).toBool(), false);
        QVERIFY(mesh.as(ada, {u"request"_s, u"show"_s, id}).out.contains("written, not shared"));
        const auto items = ClonedMesh::request(shown).value(u"items"_s).toArray();
        QCOMPARE(items.size(), 3);
        QCOMPARE(items.first()[u"steps"_s][0][u"approvers"_s][0].toString(), u"bo@example.com"_s);

        ClonedMesh::commit(mesh.path(ada));
        QCOMPARE(mesh.sync(ada).status, 0);
        shown = mesh.as(ada, {u"request"_s, u"show"_s, id, u"--json"_s});
        QCOMPARE(ClonedMesh::request(shown).value(u"shared"_s).toBool(), true);

        mesh.merge(ada, bo);
        QCOMPARE(mesh.sync(bo).status, 0);
        const auto waiting = mesh.as(bo, {u"request"_s, u"list"_s, u"--to-review"_s, u"--json"_s});
        QCOMPARE(idIn(waiting), id);
        QVERIFY(mesh.as(ada, {u"request"_s, u"list"_s, u"--to-review"_s}).out.contains("no req"));
        const auto decided = mesh.as(bo,
                                     {u"request"_s, u"decide"_s, id.left(6), u"--approve"_s,
                                      u"--reason"_s, u"Fine."_s, u"--json"_s});
        QVERIFY2(decided.status == 0, decided.err.constData());
        QCOMPARE(stateIn(decided), u"approved"_s);
        QCOMPARE(mesh.sync(bo).status, 0);
        QCOMPARE(mesh.files(bo, u"access/decisions"_s).size(), 3);
        const auto agreements = mesh.files(bo, u"access/agreements"_s);
        QCOMPARE(agreements.size(), 3);

        ClonedMesh::commit(mesh.path(bo));
        mesh.merge(bo, ada);
        const auto synced = mesh.sync(ada);
        QCOMPARE(synced.status, 0);
        QVERIFY2(!synced.out.contains("access."), synced.out.constData()); // no finding
        QCOMPARE(mesh.files(ada, u"access/agreements"_s), agreements);
        for (const auto &file : agreements)
            QCOMPARE(tests::readFile(mesh.path(ada) + u'/' + file),
                     tests::readFile(mesh.path(bo) + u'/' + file));
        const auto listed = mesh.as(ada, {u"agreement"_s, u"list"_s, u"--json"_s}).json();
        QCOMPARE(listed.value(u"format"_s).toString(), u"portolan.agreement/1"_s);
        QCOMPARE(listed.value(u"agreements"_s).toArray().size(), 3);
        QCOMPARE(listed.value(u"agreements"_s)[0][u"state"_s].toString(), u"active"_s);
        QCOMPARE(mesh.as(ada, {u"lint"_s, mesh.path(ada) + u"/access"_s}).out, QByteArray());
    }

    void agreementsAreRenewedAndEnded()
    {
        ClonedMesh mesh;
        const auto id = approved(mesh);
        auto listed = mesh.as(bo, {u"agreement"_s, u"list"_s, u"--json"_s}).json();
        const auto agreement = listed.value(u"agreements"_s)[0][u"id"_s].toString();
        QCOMPARE(count(mesh, bo, {u"--expiring"_s, u"89"_s}), 0);
        QCOMPARE(count(mesh, bo, {u"--expiring"_s, u"91"_s}), 1);
        const auto renewed = mesh.as(
            bo, {u"agreement"_s, u"renew"_s, agreement, u"--to"_s, tomorrow(200), u"--json"_s});
        QVERIFY2(renewed.status == 0, renewed.err.constData());
        const auto request = ClonedMesh::request(renewed);
        QCOMPARE(request.value(u"renews"_s).toString(), agreement);
        QCOMPARE(request.value(u"from"_s).toString(), tomorrow(91));
        const auto twice = mesh.as(
            bo, {u"agreement"_s, u"renew"_s, agreement, u"--to"_s, tomorrow(300), u"--json"_s});
        QVERIFY(twice.status != 0 && twice.out.isEmpty());
        QVERIFY2(twice.err.contains("renewed already by the request"), twice.err.constData());
        QCOMPARE(mesh.sync(bo).status, 0);
        QCOMPARE(mesh.files(bo, u"access/requests"_s).size(), 2);
        const auto ended = mesh.as(bo,
                                   {u"agreement"_s, u"terminate"_s, agreement, u"--reason"_s,
                                    u"No longer used."_s, u"--json"_s});
        QVERIFY2(ended.status == 0, ended.err.constData());
        QCOMPARE(ended.json().value(u"agreements"_s)[0][u"state"_s].toString(), u"terminated"_s);
        QCOMPARE(mesh.sync(bo).status, 0);
        const auto files = mesh.files(bo, u"access/agreements"_s);
        QCOMPARE(files.size(), 1);
        QVERIFY(
            tests::readFile(mesh.path(bo) + u'/' + files.first()).contains("state: terminated"));
        QVERIFY(!id.isEmpty());
    }

    void whatWasToldOfAGrantIsShown()
    {
        ClonedMesh mesh;
        approved(mesh);
        auto listed = mesh.as(bo, {u"agreement"_s, u"list"_s, u"--json"_s}).json();
        const auto agreement = listed.value(u"agreements"_s)[0][u"id"_s].toString();
        QVERIFY(!listed.value(u"agreements"_s)[0].toObject().contains(u"grant"_s));
        const auto words = QStringList{u"agreement"_s, u"show"_s, agreement};
        QVERIFY(mesh.as(bo, words).out.contains("nothing was told of its provisioning"));
        tests::writeFile(mesh.path(bo) + u"/access/grants/%1.yaml"_s.arg(agreement),
                         "format: portolan.grant/1\nagreement: \"" + agreement.toUtf8()
                             + "\"\nplatform: snowflake\nreference: READER\nstates:\n"
                               "- state: provisioning\n  at: \"2026-11-20T08:00:00.000Z\"\n"
                               "- state: failed\n  at: \"2026-11-21T08:00:00.000Z\"\n"
                               "  diagnostics: no quota left\n");
        QCOMPARE(mesh.sync(bo).status, 0);
        const auto shown = mesh.as(bo, words + QStringList{u"--json"_s}).json();
        QCOMPARE(shown.value(u"format"_s).toString(), u"portolan.agreement/1"_s);
        const auto grant = shown.value(u"agreements"_s)[0][u"grant"_s];
        QCOMPARE(grant[u"state"_s].toString(), u"failed"_s);
        QCOMPARE(grant[u"at"_s].toString(), u"2026-11-21T08:00:00.000Z"_s);
        QCOMPARE(grant[u"platform"_s].toString(), u"snowflake"_s);
        QCOMPARE(grant[u"reference"_s].toString(), u"READER"_s);
        QCOMPARE(grant[u"diagnostics"_s].toString(), u"no quota left"_s);
        QCOMPARE(grant[u"history"_s].toArray().size(), 2);
        const auto text = mesh.as(bo, words).out;
        QVERIFY2(text.contains("failed: no quota left") && text.contains("snowflake"),
                 text.constData());
        const auto request = mesh.as(bo, {u"request"_s, u"list"_s}).out;
        QVERIFY2(request.contains("could not be given"), request.constData());
    }

    void whatTwoPeopleSaidAgainstEachOtherGrantsNothing()
    {
        ClonedMesh mesh;
        const auto id = submitted(mesh, {u"shop#orders"_s});
        mesh.join(u"bo2"_s, u"Bo Boss <bo@example.com>"_s);
        for (const auto &who : {bo, u"bo2"_s}) {
            mesh.merge(ada, who);
            QCOMPARE(mesh.sync(who).status, 0);
        }
        QCOMPARE(mesh.as(bo, {u"request"_s, u"decide"_s, id, u"--approve"_s}).status, 0);
        QCOMPARE(mesh.as(u"bo2"_s,
                         {u"request"_s, u"decide"_s, id, u"--reject"_s, u"--reason"_s, u"No."_s})
                     .status,
                 0);
        for (const auto &who : {bo, u"bo2"_s}) {
            QCOMPARE(mesh.sync(who).status, 0);
            ClonedMesh::commit(mesh.path(who));
        }
        mesh.merge(u"bo2"_s, bo);
        const auto synced = mesh.sync(bo);
        QVERIFY(synced.out.contains("access.contradiction"));
        QVERIFY(synced.out.contains("access.agreement")); // the file says what is no longer so
        const auto shown = mesh.as(bo, {u"request"_s, u"show"_s, id, u"--json"_s});
        QCOMPARE(stateIn(shown), u"conflict"_s);
        QCOMPARE(ClonedMesh::request(shown).value(u"decisions"_s).toArray().size(), 2);
        QCOMPARE(count(mesh, bo), 0);

        // Whoever said the one takes it back by saying the other, and the agreement goes.
        const auto settled = mesh.as(bo,
                                     {u"request"_s, u"decide"_s, id, u"--reject"_s, u"--reason"_s,
                                      u"After all: no."_s, u"--json"_s});
        QVERIFY2(settled.status == 0, settled.err.constData());
        QCOMPARE(stateIn(settled), u"rejected"_s);
        QCOMPARE(mesh.sync(bo).status, 0);
        QVERIFY(mesh.files(bo, u"access/agreements"_s).isEmpty());
    }

    void whatTwoPeopleDecidedOfOneRequestIsMergedWithoutAConflict()
    {
        ClonedMesh mesh;
        const auto id = submitted(mesh, {u"shop#orders"_s, u"shop#returns"_s});
        mesh.join(u"bo2"_s, u"Bo Boss <bo@example.com>"_s);
        for (const auto &[who, port] :
             {std::pair(bo, u"shop#orders"_s), std::pair(u"bo2"_s, u"shop#returns"_s)}) {
            mesh.merge(ada, who);
            QCOMPARE(mesh.sync(who).status, 0);
            const auto decided =
                mesh.as(who, {u"request"_s, u"decide"_s, id, u"--port"_s, port, u"--approve"_s});
            QVERIFY2(decided.status == 0, decided.err.constData());
            QCOMPARE(mesh.sync(who).status, 0);
            ClonedMesh::commit(mesh.path(who));
        }
        QCOMPARE(mesh.mergeOrConflict(u"bo2"_s, bo), QStringList());
        QCOMPARE(mesh.mergeOrConflict(bo, u"bo2"_s), QStringList());
        for (const auto &who : {bo, u"bo2"_s}) {
            const auto synced = mesh.sync(who);
            QVERIFY2(!synced.out.contains("access."), synced.out.constData()); // no finding
            QCOMPARE(stateIn(mesh.as(who, {u"request"_s, u"show"_s, id, u"--json"_s})),
                     u"approved"_s);
            QCOMPARE(count(mesh, who), 2);
        }
        QCOMPARE(ClonedMesh::git(mesh.path(bo), {u"status"_s, u"--porcelain"_s}), QByteArray());
    }

    void anAgreementThatGitCannotMergeSaysNothingAndTheDecisionsDo()
    {
        ClonedMesh mesh;
        approved(mesh);
        ClonedMesh::commit(mesh.path(bo));
        share(mesh, bo, ada);
        const auto listed = mesh.as(bo, {u"agreement"_s, u"list"_s, u"--json"_s}).json();
        const auto agreement = listed.value(u"agreements"_s)[0][u"id"_s].toString();
        // The owner suspends what its user ends: each clone writes another agreement.
        for (const auto &[who, word] :
             {std::pair(bo, u"suspend"_s), std::pair(ada, u"terminate"_s)}) {
            const auto done =
                mesh.as(who, {u"agreement"_s, word, agreement, u"--reason"_s, u"Enough."_s});
            QVERIFY2(done.status == 0, done.err.constData());
            QCOMPARE(mesh.sync(who).status, 0);
            ClonedMesh::commit(mesh.path(who));
        }
        const auto conflicts = mesh.mergeOrConflict(ada, bo);
        QCOMPARE(conflicts, QStringList{u"access/agreements/%1.yaml"_s.arg(agreement)});
        const QString file = mesh.path(bo) + u'/' + conflicts.first();
        QVERIFY(tests::readFile(file).contains("<<<<<<<"));
        const auto synced = mesh.sync(bo);
        QVERIFY2(synced.out.contains("access.agreement"), synced.out.constData());
        const auto stateNow = [&] {
            return mesh.as(bo, {u"agreement"_s, u"list"_s, u"--json"_s})
                .json()
                .value(u"agreements"_s)[0][u"state"_s]
                .toString();
        };
        QCOMPARE(stateNow(), u"terminated"_s);
        QVERIFY(tests::readFile(file).contains("<<<<<<<")); // it is git's matter, and stays
        // Whichever side a person takes: what holds is the same, and a wrong file is told.
        ClonedMesh::git(mesh.path(bo), {u"checkout"_s, u"--ours"_s, conflicts.first()});
        ClonedMesh::commit(mesh.path(bo));
        QVERIFY(mesh.sync(bo).out.contains("access.agreement"));
        QCOMPARE(stateNow(), u"terminated"_s);
        tests::writeFile(file, tests::readFile(mesh.path(ada) + u'/' + conflicts.first()));
        ClonedMesh::commit(mesh.path(bo));
        const auto settled = mesh.sync(bo);
        QVERIFY2(!settled.out.contains("access."), settled.out.constData());
        QCOMPARE(stateNow(), u"terminated"_s);
    }

    void aRequestThatGitCannotMergeGrantsNothingAndComesBack()
    {
        ClonedMesh mesh;
        const auto id = approved(mesh);
        ClonedMesh::commit(mesh.path(bo));
        share(mesh, bo, ada);
        const QString path = u"access/requests/%1.yaml"_s.arg(id);
        // Both correct the same line by hand.
        int days = 100;
        for (const auto &who : {bo, ada}) {
            const QString file = mesh.path(who) + u'/' + path;
            auto text = tests::readFile(file);
            text.replace(tomorrow(90).toLatin1(), tomorrow(++days).toLatin1());
            tests::writeFile(file, text);
            ClonedMesh::commit(mesh.path(who));
        }
        QCOMPARE(mesh.mergeOrConflict(ada, bo), QStringList{path});
        const auto other = submitted(mesh, {u"shop#stock"_s}); // of Ada, in her clone
        const auto synced = mesh.sync(bo);
        QVERIFY2(synced.out.contains(path.toLatin1()), synced.out.constData());
        QCOMPARE(count(mesh, bo), 0);
        const auto decided =
            mesh.as(bo, {u"request"_s, u"decide"_s, id, u"--reject"_s, u"--reason"_s, u"No."_s});
        QVERIFY(decided.status == 1);
        QVERIFY(tests::readFile(mesh.path(bo) + u'/' + path).contains("<<<<<<<"));
        // A person takes one side, as with any other file: it is another request than the approved.
        ClonedMesh::git(mesh.path(bo), {u"checkout"_s, u"--theirs"_s, path});
        ClonedMesh::commit(mesh.path(bo));
        QCOMPARE(mesh.mergeOrConflict(ada, bo), QStringList());
        QVERIFY(mesh.sync(bo).out.contains("access.other-request"));
        QCOMPARE(stateIn(mesh.as(bo, {u"request"_s, u"show"_s, id, u"--json"_s})), u"submitted"_s);
        const auto again = mesh.as(bo, {u"request"_s, u"decide"_s, id, u"--approve"_s});
        QVERIFY2(again.status == 0, again.err.constData());
        QCOMPARE(mesh.sync(bo).status, 0);
        QCOMPARE(count(mesh, bo), 1);
        QCOMPARE(stateIn(mesh.as(bo, {u"request"_s, u"show"_s, other, u"--json"_s})),
                 u"submitted"_s);
    }

    void aRequestThatIsEditedAfterApprovalLosesItsGrant()
    {
        ClonedMesh mesh;
        const auto id = approved(mesh);
        QCOMPARE(count(mesh, bo), 1);
        const QString file = mesh.path(bo) + u"/access/requests/%1.yaml"_s.arg(id);
        auto text = tests::readFile(file);
        text.replace(tomorrow(90).toLatin1(), tomorrow(900).toLatin1());
        tests::writeFile(file, text);
        const auto synced = mesh.sync(bo);
        QVERIFY(synced.out.contains("access.other-request"));
        QCOMPARE(count(mesh, bo), 0);
        QCOMPARE(stateIn(mesh.as(bo, {u"request"_s, u"show"_s, id, u"--json"_s})), u"submitted"_s);
    }

    void nobodyDecidesAboutTheirOwnRequestNorUnasked()
    {
        ClonedMesh mesh;
        const auto own = mesh.as(bo, asking({u"shop#orders"_s}));
        QCOMPARE(mesh.sync(bo).status, 0);
        const auto refused = mesh.as(bo, {u"request"_s, u"decide"_s, idIn(own), u"--approve"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("own request"), refused.err.constData());
        QCOMPARE(refused.err.count('\n'), 1);
        const auto id = submitted(mesh, {u"shop#orders"_s});
        mesh.join(u"dee"_s, u"Dee <dee@example.com>"_s);
        mesh.merge(ada, u"dee"_s);
        QCOMPARE(mesh.sync(u"dee"_s).status, 0);
        const auto unasked = mesh.as(u"dee"_s, {u"request"_s, u"decide"_s, id, u"--approve"_s});
        QCOMPARE(unasked.status, 1);
        QVERIFY2(unasked.err.contains("bo@example.com does"), unasked.err.constData());
        // Whoever writes such a file by hand is told that it has no effect.
        QVERIFY(mesh.files(u"dee"_s, u"access/decisions"_s).isEmpty());
    }

    void aDraftIsKeptLetGoAndTakenBack()
    {
        ClonedMesh mesh;
        const auto draft = mesh.as(ada, asking({u"shop#orders"_s}, {u"--draft"_s}));
        QCOMPARE(stateIn(draft), u"draft"_s);
        QCOMPARE(mesh.sync(ada).status, 0);
        QVERIFY(mesh.files(ada, u"access"_s).isEmpty());
        const auto told = mesh.as(ada, {u"request"_s, u"list"_s}).out;
        QVERIFY2(told.contains("`outbox retry ") && !told.contains("`sync` sends it"),
                 told.constData());
        const auto operation = ClonedMesh::request(draft).value(u"waiting"_s)[0].toString();
        QCOMPARE(mesh.as(ada, {u"outbox"_s, u"retry"_s, operation}).status, 0);
        QCOMPARE(stateIn(mesh.as(ada, {u"request"_s, u"list"_s, u"--json"_s})), u"queued"_s);
        QCOMPARE(mesh.as(ada, {u"request"_s, u"withdraw"_s, idIn(draft)}).status, 0);
        QCOMPARE(mesh.sync(ada).status, 0);
        QVERIFY(mesh.files(ada, u"access"_s).isEmpty());
        QCOMPARE(idIn(mesh.as(ada, {u"request"_s, u"list"_s, u"--json"_s})), QString());
    }

    void whoIsAskedBackAnswersAndIsDecided()
    {
        ClonedMesh mesh;
        const auto id = submitted(mesh, {u"shop#orders"_s, u"shop#stock"_s});
        // Nobody has asked anything yet.
        QCOMPARE(mesh.as(ada, {u"request"_s, u"answer"_s, id, u"--text"_s, u"Well."_s}).status, 1);
        share(mesh, ada, bo);
        QCOMPARE(mesh.as(bo,
                         {u"request"_s, u"decide"_s, id, u"--ask"_s, u"--port"_s, u"shop#orders"_s,
                          u"--reason"_s, u"For how long?"_s})
                     .status,
                 0);
        QCOMPARE(mesh.sync(bo).status, 0);
        share(mesh, bo, ada);
        auto shown = mesh.as(ada, {u"request"_s, u"show"_s, id, u"--json"_s});
        QCOMPARE(ClonedMesh::request(shown).value(u"items"_s)[0][u"state"_s].toString(),
                 u"needs info"_s);
        QCOMPARE(mesh.as(ada, {u"request"_s, u"answer"_s, id}).status, 2); // what is the answer?
        const auto answered = mesh.as(
            ada, {u"request"_s, u"answer"_s, id, u"--text"_s, u"A quarter."_s, u"--json"_s});
        QVERIFY2(answered.status == 0, answered.err.constData());
        QCOMPARE(stateIn(answered), u"submitted"_s);
        QCOMPARE(mesh.sync(ada).status, 0);
        QCOMPARE(mesh.files(ada, u"access/decisions"_s).size(), 2); // the question and the answer
        // Once is enough, and nobody answers for another.
        QCOMPARE(mesh.as(ada, {u"request"_s, u"answer"_s, id, u"--text"_s, u"x"_s}).status, 1);
        share(mesh, ada, bo);
        QCOMPARE(stateIn(mesh.as(bo, {u"request"_s, u"decide"_s, id, u"--approve"_s, u"--json"_s})),
                 u"approved"_s);
    }

    void severalAreDecidedAtOnceOrNone()
    {
        ClonedMesh mesh;
        QStringList ids;
        for (const auto &port : {u"shop#orders"_s, u"shop#stock"_s, u"shop#returns"_s})
            ids.append(submitted(mesh, {port}));
        mesh.merge(ada, bo);
        QCOMPARE(mesh.sync(bo).status, 0);
        const auto unknown =
            mesh.as(bo, {u"request"_s, u"decide"_s, ids.at(0), u"ffffff"_s, u"--approve"_s});
        QCOMPARE(unknown.status, 1);
        QVERIFY(mesh.as(bo, {u"outbox"_s}).out.contains("nothing"));
        const auto decided = mesh.as(bo,
                                     QStringList{u"request"_s, u"decide"_s} + ids
                                         + QStringList{u"--approve"_s, u"--json"_s});
        QVERIFY2(decided.status == 0, decided.err.constData());
        const auto requests = decided.json().value(u"requests"_s).toArray();
        QCOMPARE(requests.size(), 3);
        for (qsizetype i = 0; i < ids.size(); ++i) {
            QCOMPARE(requests.at(i)[u"id"_s].toString(), ids.at(i));
            QCOMPARE(requests.at(i)[u"state"_s].toString(), u"approved"_s);
        }
        QCOMPARE(mesh.sync(bo).status, 0);
        QCOMPARE(mesh.files(bo, u"access/agreements"_s).size(), 3);
        QCOMPARE(mesh.as(bo, {u"request"_s, u"decide"_s, u"--approve"_s}).status, 2);
    }

    void allPortsThatAreNamedAreDecided()
    {
        ClonedMesh mesh;
        const auto id = submitted(mesh, {u"shop#orders"_s, u"shop#stock"_s, u"shop#returns"_s});
        mesh.merge(ada, bo);
        QCOMPARE(mesh.sync(bo).status, 0);
        const auto decide = [&](const QStringList &ports) {
            QStringList words{u"request"_s, u"decide"_s, id, u"--approve"_s, u"--json"_s};
            for (const auto &port : ports)
                words += {u"--port"_s, port};
            return mesh.as(bo, words);
        };
        const auto unknown = decide({u"shop#orders"_s, u"shop#nothing"_s});
        QCOMPARE(unknown.status, 1);
        QVERIFY2(unknown.err.contains("shop#nothing"), unknown.err.constData());
        QVERIFY(mesh.as(bo, {u"outbox"_s}).out.contains("nothing"));
        const auto decided = decide({u"shop#orders"_s, u"shop#returns"_s});
        QVERIFY2(decided.status == 0, decided.err.constData());
        QStringList approved;
        for (const auto &item : ClonedMesh::request(decided).value(u"items"_s).toArray()) {
            if (item[u"state"_s] == u"approved"_s)
                approved.append(item[u"port"_s].toString());
        }
        approved.sort();
        QCOMPARE(approved, (QStringList{u"shop#orders"_s, u"shop#returns"_s}));
    }

    void anAgreementIsSuspendedAndResumed()
    {
        ClonedMesh mesh;
        approved(mesh);
        const auto listed = mesh.as(bo, {u"agreement"_s, u"list"_s, u"--json"_s}).json();
        const auto agreement = listed.value(u"agreements"_s)[0][u"id"_s].toString();
        // Nobody asked for a first day: it is that of the approval.
        QCOMPARE(listed.value(u"agreements"_s)[0][u"from"_s].toString(),
                 QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate));
        const auto stateAfter = [&](const QStringList &words) {
            const auto done = mesh.as(bo, words + QStringList{u"--json"_s});
            mesh.sync(bo);
            return done.json().value(u"agreements"_s)[0][u"state"_s].toString();
        };
        const auto file = [&] {
            return tests::readFile(mesh.path(bo) + u'/'
                                   + mesh.files(bo, u"access/agreements"_s).value(0));
        };
        QCOMPARE(mesh.as(bo, {u"agreement"_s, u"suspend"_s, agreement}).status, 2); // why?
        QCOMPARE(
            stateAfter({u"agreement"_s, u"suspend"_s, agreement, u"--reason"_s, u"Too much."_s}),
            u"suspended"_s);
        QVERIFY(file().contains("state: suspended"));
        // What it is already it is not made again.
        const auto twice =
            mesh.as(bo, {u"agreement"_s, u"suspend"_s, agreement, u"--reason"_s, u"Again."_s});
        QCOMPARE(twice.status, 1);
        QVERIFY2(twice.err.contains("suspended already"), twice.err.constData());
        QCOMPARE(stateAfter({u"agreement"_s, u"resume"_s, agreement}), u"active"_s);
        QVERIFY(file().contains("state: active"));
        QCOMPARE(mesh.as(bo, {u"agreement"_s, u"resume"_s, agreement}).status, 1);
        // Who uses the data may end it, not suspend it.
        share(mesh, bo, ada);
        const auto refused =
            mesh.as(ada, {u"agreement"_s, u"suspend"_s, agreement, u"--reason"_s, u"x"_s});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("own request"), refused.err.constData());
        QCOMPARE(mesh.files(bo, u"access/decisions"_s).size(), 3); // each a file of its own
        QCOMPARE(
            stateAfter({u"agreement"_s, u"terminate"_s, agreement, u"--reason"_s, u"Unused."_s}),
            u"terminated"_s);
        for (const auto &word : {u"suspend"_s, u"resume"_s, u"terminate"_s}) {
            const auto over =
                mesh.as(bo, {u"agreement"_s, word, agreement, u"--reason"_s, u"Again."_s});
            QCOMPARE(over.status, 1);
            QVERIFY2(over.err.contains("terminated already"), over.err.constData());
        }
        QCOMPARE(mesh.files(bo, u"access/decisions"_s).size(), 4);
    }

    void aRequestIsWithdrawn()
    {
        ClonedMesh mesh;
        const auto id = submitted(mesh, {u"shop#orders"_s});
        QCOMPARE(mesh.as(ada, {u"request"_s, u"withdraw"_s, id}).status, 2); // a reason is needed
        const auto withdrawn = mesh.as(
            ada, {u"request"_s, u"withdraw"_s, id, u"--reason"_s, u"Found it."_s, u"--json"_s});
        QCOMPARE(stateIn(withdrawn), u"withdrawn"_s);
        QCOMPARE(mesh.sync(ada).status, 0);
        QCOMPARE(mesh.files(ada, u"access/decisions"_s).size(), 1);
        QCOMPARE(stateIn(mesh.as(ada, {u"request"_s, u"show"_s, id, u"--json"_s})), u"withdrawn"_s);
        QCOMPARE(mesh.as(ada, {u"request"_s, u"withdraw"_s, id, u"--reason"_s, u"x"_s}).status, 1);
    }

    void policiesSayNoUnlessThereIsAReason()
    {
        ClonedMesh mesh;
        const auto words = [](const QString &word) {
            return QStringList{u"request"_s,   word,      u"--port"_s, u"shop#orders"_s,
                               u"--purpose"_s, u"none"_s, u"--to"_s,   tomorrow(900)};
        };
        const auto checked = mesh.as(ada, words(u"check"_s) + QStringList{u"--json"_s});
        QCOMPARE(checked.status, 1);
        QCOMPARE(checked.json().value(u"format"_s).toString(), u"portolan.request/1"_s);
        QVERIFY(!ClonedMesh::request(checked).value(u"verdicts"_s).toArray().isEmpty());
        const auto refused = mesh.as(ada, words(u"create"_s));
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains("--exception"), refused.err.constData());
        QCOMPARE(refused.err.count('\n'), 1);
        QVERIFY(refused.out.isEmpty());
        QVERIFY(mesh.as(ada, {u"outbox"_s}).out.contains("nothing"));
        const auto excepted = mesh.as(
            ada, words(u"create"_s) + QStringList{u"--exception"_s, u"The board agreed."_s});
        QVERIFY2(excepted.status == 0, excepted.err.constData());
        QCOMPARE(mesh.sync(ada).status, 0);
        const auto file = mesh.files(ada, u"access/requests"_s).value(0);
        QVERIFY(tests::readFile(mesh.path(ada) + u'/' + file).contains("The board agreed."));
        // Nor is it approved without a word.
        share(mesh, ada, bo);
        const auto id = idIn(mesh.as(bo, {u"request"_s, u"list"_s, u"--json"_s}));
        const auto silent = mesh.as(bo, {u"request"_s, u"decide"_s, id, u"--approve"_s});
        QCOMPARE(silent.status, 1);
        QVERIFY2(silent.err.contains("say why"), silent.err.constData());
        QCOMPARE(silent.err.count('\n'), 1);
        QCOMPARE(stateIn(mesh.as(bo,
                                 {u"request"_s, u"decide"_s, id, u"--approve"_s, u"--reason"_s,
                                  u"For the board."_s, u"--json"_s})),
                 u"approved"_s);
    }

    void whatCannotBeJudgedIsUnknown()
    {
        ClonedMesh mesh;
        tests::writeFile(mesh.path(ada) + u"/policies/own.yaml"_s,
                         "rules:\n- id: odd\n  kind: nobody-knows\n  scope: request\n");
        mesh.sync(ada);
        const auto checked =
            mesh.as(ada, {u"request"_s, u"check"_s, u"--port"_s, u"shop#orders"_s, u"--json"_s});
        QCOMPARE(checked.status, 4);
        QCOMPARE(ClonedMesh::request(checked).value(u"verdicts"_s)[0][u"result"_s].toString(),
                 u"unknown"_s);
        // It is sent, and says so.
        const auto asked =
            mesh.as(ada, {u"request"_s, u"create"_s, u"--port"_s, u"shop#orders"_s, u"--json"_s});
        QCOMPARE(asked.status, 0);
    }

    void hostileTextComesBackExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("yaml") << u"- a: [b, {c: d}]\n# no\n--- \n...\n'\"%@`&*!|>"_s;
        QTest::newRow("path") << u"../../etc/passwd; rm -rf / $(id) `id`"_s;
        QTest::newRow("hidden") << u"a\u202Eb\u200Bc\u0007d\u00A0\uFEFFe"_s;
        QTest::newRow("lines") << u"\n\n  first\n\ttab\r\nlast  \n\n"_s;
        QTest::newRow("words") << u"no"_s;
        QTest::newRow("emoji") << u"🚢 ünï ﷽ – “x”"_s;
        QTest::newRow("formula") << u"=cmd|' /C calc'!A0"_s;
    }

    void hostileTextComesBackExactly()
    {
        QFETCH(QString, text);
        ClonedMesh mesh;
        const auto asked =
            mesh.as(ada,
                    {u"request"_s, u"create"_s, u"--port=shop#orders"_s,
                     u"--justification="_s + text, u"--exception="_s + text, u"--json"_s});
        QVERIFY2(asked.status == 0, asked.err.constData());
        QCOMPARE(mesh.sync(ada).status, 0);
        const auto id = idIn(asked);
        const auto shown =
            ClonedMesh::request(mesh.as(ada, {u"request"_s, u"show"_s, id, u"--json"_s}));
        QCOMPARE(shown.value(u"state"_s).toString(), u"submitted"_s);
        QCOMPARE(shown.value(u"justification"_s).toString(), text);
        QCOMPARE(shown.value(u"exception"_s).toString(), text);
        QCOMPARE(mesh.as(ada, {u"lint"_s, mesh.path(ada) + u"/access"_s}).out, QByteArray());
    }

    void whatCannotBeWrittenStaysAndIsSaid()
    {
        ClonedMesh mesh;
        tests::writeFile(mesh.path(ada) + u"/access"_s, "in the way"); // also against root
        QCOMPARE(mesh.as(ada, asking({u"shop#orders"_s})).status, 0);
        const auto synced = mesh.sync(ada);
        QCOMPARE(synced.status, 4);
        QVERIFY2(synced.err.contains("cannot be written"), synced.err.constData());
        QCOMPARE(synced.err.count('\n'), 1);
        const auto waits = mesh.as(ada, {u"outbox"_s, u"--json"_s}).json();
        QCOMPARE(waits.value(u"operations"_s)[0][u"state"_s].toString(), u"ready"_s);
        QVERIFY(!waits.value(u"operations"_s)[0][u"lastError"_s].toString().isEmpty());
        QVERIFY(QFile::remove(mesh.path(ada) + u"/access"_s));
        QCOMPARE(mesh.sync(ada).status, 0);
        QCOMPARE(mesh.files(ada, u"access/requests"_s).size(), 1);
    }

    void whatWasKilledBeforeItsAnswerIsThereOnce()
    {
        ClonedMesh mesh;
        const auto asked = mesh.as(ada, asking({u"shop#orders"_s}));
        const auto id = idIn(asked);
        const auto profile = mesh.path(u"ada.profile"_s);
        const auto before = tests::readFile(profile + u"/outbox.db"_s);
        QVERIFY(!before.isEmpty());
        QCOMPARE(mesh.sync(ada).status, 0);
        const QFileInfo written(mesh.path(ada) + u"/access/requests/%1.yaml"_s.arg(id));
        const auto time = written.lastModified();
        // The outbox of a process that was killed behind the file: it knows of no answer.
        for (const auto &end : {u"-wal"_s, u"-shm"_s})
            QFile::remove(profile + u"/outbox.db"_s + end);
        tests::writeFile(profile + u"/outbox.db"_s, before);
        {
            SystemClock clock;
            const auto opened = store::Store::open(*store::Profile::open(profile), clock);
            QVERIFY(opened);
            auto &operations = (*opened)->operations();
            const auto all = operations.operations().takeResult();
            QCOMPARE(all->size(), 1);
            QCOMPARE(all->first().state, domain::OperationState::Ready);
            QVERIFY(
                operations.advance(all->first().id, domain::OperationEvent::Begin).takeResult());
        }
        const auto synced = mesh.sync(ada);
        QVERIFY2(synced.status == 0, synced.err.constData());
        QCOMPARE(synced.json().value(u"accounts"_s)[0][u"sent"_s].toInt(), 1);
        QCOMPARE(mesh.files(ada, u"access"_s).size(), 1);
        QCOMPARE(QFileInfo(written.filePath()).lastModified(), time); // found, not written again
        QCOMPARE(stateIn(mesh.as(ada, {u"request"_s, u"show"_s, id, u"--json"_s})), u"submitted"_s);
    }

    void whatIsWrongIsSaidInOneLine_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::newRow("no port") << QStringList{u"request"_s, u"create"_s} << 2;
        QTest::newRow("no such port")
            << QStringList{u"request"_s, u"create"_s, u"--port"_s, u"nothing"_s} << 1;
        QTest::newRow("no such role") << QStringList{u"request"_s,     u"create"_s, u"--port"_s,
                                                     u"shop#orders"_s, u"--role"_s, u"king"_s}
                                      << 1;
        QTest::newRow("no such field") << QStringList{u"request"_s,     u"create"_s,  u"--port"_s,
                                                      u"shop#orders"_s, u"--field"_s, u"king"_s}
                                       << 1;
        QTest::newRow("no such state")
            << QStringList{u"request"_s, u"list"_s, u"--state"_s, u"king"_s} << 2;
        QTest::newRow("several ports")
            << QStringList{u"request"_s, u"create"_s, u"--port"_s, u"shop"_s} << 1;
        QTest::newRow("no such request") << QStringList{u"request"_s, u"show"_s, u"abcdef"_s} << 1;
        QTest::newRow("no id") << QStringList{u"request"_s, u"show"_s} << 2;
        QTest::newRow("no date") << QStringList{u"request"_s,     u"check"_s, u"--port"_s,
                                                u"shop#orders"_s, u"--to"_s,  u"soon"_s}
                                 << 2;
        QTest::newRow("decides twice")
            << QStringList{u"request"_s, u"decide"_s, u"abcdef"_s, u"--approve"_s, u"--reject"_s}
            << 2;
        QTest::newRow("no word") << QStringList{u"request"_s, u"demand"_s} << 2;
        QTest::newRow("no agreement")
            << QStringList{u"agreement"_s, u"terminate"_s, u"abcdef"_s, u"--reason"_s, u"x"_s} << 1;
        QTest::newRow("no number")
            << QStringList{u"agreement"_s, u"list"_s, u"--expiring"_s, u"x"_s} << 2;
    }

    void whatIsWrongIsSaidInOneLine()
    {
        static ClonedMesh mesh;
        QFETCH(QStringList, words);
        QFETCH(int, status);
        const auto refused = mesh.as(ada, words + QStringList{u"--json"_s});
        QVERIFY2(refused.status == status, refused.err.constData());
        QVERIFY(refused.out.isEmpty());
        QCOMPARE(refused.err.count('\n'), 1);
    }

    void gitSaysWhoActsWhereNobodyElseDoes()
    {
        ClonedMesh mesh;
        const auto folder = mesh.path(u"eve"_s);
        ClonedMesh::git(mesh.path({}), {u"clone"_s, u"-q"_s, mesh.path(u"origin"_s), folder});
        ClonedMesh::git(folder, {u"config"_s, u"user.name"_s, u"Eve"_s});
        ClonedMesh::git(folder, {u"config"_s, u"user.email"_s, u"eve@example.com"_s});
        QCOMPARE(
            mesh.as(u"eve"_s, {u"accounts"_s, u"add"_s, u"files"_s, u"--folder"_s, folder}).status,
            0);
        mesh.sync(u"eve"_s);
        const auto asked = mesh.as(u"eve"_s, asking({u"shop#orders"_s}));
        QVERIFY2(asked.status == 0, asked.err.constData());
        QCOMPARE(ClonedMesh::request(asked).value(u"asker"_s).toString(),
                 u"Eve <eve@example.com>"_s);
        QCOMPARE(mesh.as(u"eve"_s,
                         {u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"other"_s,
                          u"--folder"_s, folder, u"--as"_s, u"Nobody"_s})
                     .status,
                 2);
    }

private:
    //! What \a from has written is committed, and read by \a to.
    static void share(const ClonedMesh &mesh, const QString &from, const QString &to)
    {
        if (!ClonedMesh::git(mesh.path(from), {u"status"_s, u"--porcelain"_s}).isEmpty())
            ClonedMesh::commit(mesh.path(from));
        mesh.merge(from, to);
        QCOMPARE(mesh.sync(to).status, 0);
    }

    //! A request of Ada's, in her repository; its id.
    static QString submitted(const ClonedMesh &mesh, const QStringList &ports)
    {
        const auto asked = mesh.as(ada, asking(ports));
        if (asked.status != 0 || mesh.sync(ada).status != 0)
            QTest::qFail(asked.err.constData(), __FILE__, __LINE__);
        ClonedMesh::commit(mesh.path(ada));
        return idIn(asked);
    }

    //! One that Bo said yes to, in his clone.
    static QString approved(const ClonedMesh &mesh)
    {
        const auto id = submitted(mesh, {u"shop#orders"_s});
        mesh.merge(ada, bo);
        mesh.sync(bo);
        const auto decided = mesh.as(bo, {u"request"_s, u"decide"_s, id, u"--approve"_s});
        if (decided.status != 0 || mesh.sync(bo).status != 0)
            QTest::qFail(decided.err.constData(), __FILE__, __LINE__);
        return id;
    }

    static qsizetype count(const ClonedMesh &mesh, const QString &who, const QStringList &more = {})
    {
        return mesh.as(who, QStringList{u"agreement"_s, u"list"_s, u"--json"_s} + more)
            .json()
            .value(u"agreements"_s)
            .toArray()
            .size();
    }
};

QTEST_GUILESS_MAIN(TestAccessCommand)
#include "tst_accesscommand.moc"
