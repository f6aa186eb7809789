// SPDX-License-Identifier: GPL-3.0-or-later
// Requests, decisions and agreements as files: exact round trips of any text, bytes that depend on
// the value alone, and files that are not what they claim to be.
#include "models/base/identity.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/access/paths.h"
#include "models/formats/access/yamlwriter.h"
#include "models/formats/document/mergeconflict.h"
#include "models/formats/document/read.h"
#include "tests/formats/mutations.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::formats::access;
using namespace portolan::domain;

namespace {

const QUuid requestId(u"3f2a9c1e-0000-4000-8000-000000000001"_s);
const QUuid decisionId(u"7c0b11d2-0000-4000-8000-000000000002"_s);

AccessRequest request()
{
    AccessItem item{.id = itemIdOf(requestId, u"orders#events"_s),
                    .port = u"orders#events"_s,
                    .product = u"orders"_s,
                    .account = u"mesh"_s,
                    .role = u"reader"_s,
                    .fields = {u"order_id"_s, u"customer.email"_s},
                    .steps = {{u"first level"_s, {u"maya@x.example"_s, u"max@x.example"_s}},
                              {u"second level"_s, {u"olga@x.example"_s}}},
                    .state = ItemState::Submitted};
    auto other = item;
    other.port = u"orders#daily"_s;
    other.id = itemIdOf(requestId, other.port);
    other.fields.clear();
    return {.id = requestId,
            .items = {item, other},
            .consumer = {EntityKind::Product, u"churn-score"_s, u"Churn score"_s},
            .purpose = u"analytics"_s,
            .justification = u"Who leaves, and why"_s,
            .from = {2026, 3, 1},
            .to = {2026, 6, 30},
            .terms = {{u"c1"_s, u"1.10"_s, u"aa11"_s}},
            .asker = {u"Ada"_s, u"ada@x.example"_s},
            .created = QDateTime({2026, 2, 1}, {9, 30, 0, 125}, Qt::UTC),
            .renews = QUuid(u"11111111-2222-5333-8444-555555555555"_s),
            .exception = u"The audit is next week"_s,
            .verdicts = {{u"period"_s,
                          PolicyResult::Fail,
                          Finding::Severity::Error,
                          u"Too long"_s,
                          u"Shorten it"_s,
                          {},
                          u"to"_s,
                          u"local"_s,
                          {}},
                         {u"mesh.allow"_s,
                          PolicyResult::Unknown,
                          Finding::Severity::Warning,
                          u"OPA is down"_s,
                          {},
                          u"orders#events"_s,
                          {},
                          u"opa"_s,
                          u"d-1"_s}}};
}

AccessDecision decision()
{
    return {.id = decisionId,
            .item = itemIdOf(requestId, u"orders#events"_s),
            .kind = DecisionKind::Approve,
            .by = {u"Maya"_s, u"maya@x.example"_s},
            .at = QDateTime({2026, 2, 2}, {8, 0}, Qt::UTC),
            .step = u"first level"_s,
            .reason = u"Fine"_s,
            .asked = u"aa11"_s,
            .replaces = {QUuid(u"11111111-2222-4333-8444-555555555555"_s)}};
}

QList<AccessDecision> approvals()
{
    auto first = decision();
    first.replaces.clear();
    first.asked = sha256Of(request());
    auto second = first;
    second.id = QUuid(u"7c0b11d2-0000-4000-8000-000000000003"_s);
    second.by = {u"Olga"_s, u"olga@x.example"_s};
    second.step.clear();
    return {first, second};
}

Read<AccessRequest> back(const AccessRequest &value)
{
    return readRequest(requestPath(value.id), write(value));
}

Read<AccessDecision> back(const AccessDecision &value)
{
    return readDecision(decisionPath(value.item, value.id), write(value));
}

//! What every reader of YAML has to give back exactly.
QStringList hostileTexts()
{
    return {u""_s,
            u" "_s,
            u" leading"_s,
            u"trailing "_s,
            u"two\nlines"_s,
            u"three\n\nlines\n  and an indented one"_s,
            u"\nbegins with a line end"_s,
            u"ends with one\n"_s,
            u"ends with two\n\n"_s,
            u"blank at an end \nof a line"_s,
            u"  indented\nfirst line"_s,
            u"tab\tinside"_s,
            u"line\twith\ntab"_s,
            u"carriage\r\nreturn"_s,
            u"key: value"_s,
            u"a: b\nc: d"_s,
            u"- item\n- item"_s,
            u"# comment"_s,
            u"text # no comment"_s,
            u"\"quoted\" and 'quoted'"_s,
            u"back\\slash \\n"_s,
            u"no"_s,
            u"No"_s,
            u"YES"_s,
            u"on"_s,
            u"y"_s,
            u"~"_s,
            u"null"_s,
            u"true"_s,
            u"1.10"_s,
            u"0o17"_s,
            u"0x1F"_s,
            u"1e3"_s,
            u".inf"_s,
            u".nan"_s,
            u"1_000"_s,
            u"12:30:45"_s,
            u"2026-01-31"_s,
            u"[a, b]"_s,
            u"{a: b}"_s,
            u"&anchor"_s,
            u"*alias"_s,
            u"!tag"_s,
            u"%directive"_s,
            u"@at"_s,
            u"`tick"_s,
            u"| literal"_s,
            u"> folded"_s,
            u"? question"_s,
            u"---"_s,
            u"...\n---\n..."_s,
            u"<<"_s,
            u"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs"_s,
            u"../../etc/passwd"_s,
            u"😀 👩‍👩‍👧 日本語 العربية"_s,
            u"e\u0301 and é"_s,
            u"\u202eturned\u202c"_s,
            u"\ufeffmark"_s,
            u"next\u0085line\u2028and\u2029"_s,
            u"nbsp\u00a0inside\u00a0"_s,
            u"\u0001\u0007\u001b[31m\u007f"_s,
            QString(QChar(0)) + u"zero"_s,
            QString(QChar(0xFFFF)) + QChar(0xFFFE) + QChar(0xFDD0),
            u"soft\u00adhyphen"_s,
            QString(5000, u'x'),
            QString(3000, u'\n') + u"x"_s};
}

//! The request with \a text wherever a person can write one.
AccessRequest requestOf(const QString &text)
{
    auto value = request();
    value.justification = text;
    value.exception = text;
    value.purpose = text;
    value.consumer = {EntityKind::Team, text, text};
    value.asker = {text, text};
    value.terms = {{text, text, text}};
    value.items.resize(1);
    auto &item = value.items.first();
    item.port = u"p"_s + text;
    item.id = itemIdOf(value.id, item.port);
    item.product = item.account = item.role = text;
    item.fields = {text, u"x"_s, text};
    item.steps = {{u"s"_s + text, {text}}};
    value.verdicts.first().message = text;
    value.verdicts.first().field = text;
    return value;
}

QString randomText(QRandomGenerator &random)
{
    static const QString likely = u" \n\t:#-'\"\\[]{}&*!|>%@`~?,.0123456789noyesNULtrue\r\u0085"
                                  "\u2028\ufeff\u200béß日"_s;
    QString text;
    for (auto size = random.bounded(1, 24); size > 0; --size) {
        const auto choice = random.bounded(10);
        if (choice < 7)
            text += likely.at(random.bounded(int(likely.size())));
        else if (choice < 9)
            text += QChar(char16_t(random.bounded(0xD800)));
        else
            text += QString::fromUcs4(
                std::array{char32_t(random.bounded(0x10000, 0x10FFFF))}.data(), 1);
    }
    return text;
}

} // namespace

class TestAccessFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void requestsComeBackAsTheyWere()
    {
        const auto read = back(request());
        QVERIFY2(read.findings.isEmpty(), qPrintable(read.findings.value(0).message));
        QCOMPARE(read.value.value(), request());
        // What is empty is left out, and comes back as empty.
        const AccessRequest bare{.id = requestId,
                                 .asker = {{}, u"ada@x.example"_s},
                                 .created = QDateTime({2026, 2, 1}, {9, 0}, Qt::UTC)};
        QCOMPARE(back(bare).value.value(), bare);
    }

    void decisionsComeBackAsTheyWere()
    {
        for (const auto kind : {DecisionKind::Approve, DecisionKind::Reject, DecisionKind::Ask,
                                DecisionKind::Answer, DecisionKind::Withdraw, DecisionKind::Suspend,
                                DecisionKind::Resume, DecisionKind::Terminate}) {
            auto value = decision();
            value.kind = kind;
            QCOMPARE(back(value).value.value(), value);
        }
    }

    void agreementsComeBackAsTheyWere()
    {
        const auto outcome = outcomeOf(request(), approvals());
        const auto agreement = outcome.items.first().agreement.value();
        for (const auto standing : {AgreementStanding::Active, AgreementStanding::Suspended,
                                    AgreementStanding::Terminated}) {
            auto value = agreement;
            value.standing = standing;
            const auto read = readAgreement(agreementPath(value.id), write(value));
            QVERIFY2(read.findings.isEmpty(), qPrintable(read.findings.value(0).message));
            QCOMPARE(read.value.value(), value);
        }
    }

    void grantsComeBackAsTheyWere()
    {
        const domain::Grant grant{
            .agreement = agreementIdOf(request().items.first().id),
            .platform = u"snowflake"_s,
            .reference = u"ROLE_A"_s,
            .changes = {
                {.state = GrantState::Provisioning,
                 .at = QDateTime(QDate(2026, 2, 3), QTime(8, 0), Qt::UTC),
                 .diagnostics = {}},
                {.state = GrantState::Failed, .at = {}, .diagnostics = u"no quota\nleft"_s}}};
        const auto bytes = write(grant);
        auto read = readGrant(grantPath(grant.agreement), bytes);
        QVERIFY2(read.findings.isEmpty(), qPrintable(read.findings.value(0).message));
        QCOMPARE(read.value.value(), grant);
        QVERIFY(looksLike(formats::document::read(u"x"_s, bytes).root()));
        // It is about the agreement that it is named after, and in words that are known.
        QVERIFY(!readGrant(grantPath(requestId), bytes).value);
        auto odd = bytes;
        read = readGrant(grantPath(grant.agreement), odd.replace("failed", "broken"));
        QVERIFY(!read.value);
        QCOMPARE(read.findings.first().rule, u"access.word"_s);
        QCOMPARE(read.findings.first().field, u"states[1].state"_s);
        // No story of a grant has thousands of states, and each of them is kept and shown.
        auto endless = grant;
        endless.changes.insert(1, 5000, grant.changes.first());
        read = readGrant(grantPath(grant.agreement), write(endless));
        QVERIFY(!read.value);
        QCOMPARE(read.findings.size(), 1);
        QCOMPARE(read.findings.first().rule, u"access.number"_s);
        QCOMPARE(read.findings.first().field, u"states"_s);
    }

    void theBytesAreThese()
    {
        auto value = decision();
        value.reason = u"Fine for me,\nuntil the audit"_s;
        QByteArray expected = R"(format: portolan.access-decision/1
id: "7c0b11d2-0000-4000-8000-000000000002"
item: "<item>"
decision: approve
step: first level
by:
  name: Maya
  email: maya@x.example
at: "2026-02-02T08:00:00.000Z"
reason: |-
  Fine for me,
  until the audit
asked: aa11
replaces:
  - "11111111-2222-4333-8444-555555555555"
)";
        expected.replace("<item>", idText(value.item).toUtf8());
        QCOMPARE(write(value), expected);
    }

    void anyTextComesBackExactly_data()
    {
        QTest::addColumn<QString>("text");
        auto number = 0;
        for (const auto &text : hostileTexts())
            QTest::addRow("%d %s", number++, qPrintable(text.simplified().left(20))) << text;
    }

    void anyTextComesBackExactly()
    {
        QFETCH(QString, text);
        const auto value = requestOf(text);
        const auto bytes = write(value);
        QVERIFY(!formats::document::mergeConflictIn(u"x"_s, bytes));
        // Nothing in the file is invisible or moves a cursor, not even a blank at an end of a line.
        QVERIFY(!bytes.contains(" \n"));
        for (const auto byte : bytes)
            QVERIFY(byte == '\n' || static_cast<unsigned char>(byte) >= 0x20);
        const auto read = readRequest(requestPath(value.id), bytes);
        QVERIFY2(read.value.has_value(), qPrintable(read.findings.value(0).message + text));
        QCOMPARE(*read.value, value);
        QCOMPARE(write(*read.value), bytes);
    }

    void whatOtherReadersWouldTypeIsQuoted()
    {
        // Our reader takes any scalar for the text that was written; those of YAML 1.1 do not.
        for (const auto &text :
             {u"no"_s,       u"No"_s,         u"YES"_s,  u"on"_s,   u"y"_s,   u"~"_s,    u"null"_s,
              u"true"_s,     u"1.10"_s,       u"0o17"_s, u"0x1F"_s, u"1e3"_s, u".inf"_s, u"1_000"_s,
              u"12:30:45"_s, u"2026-01-31"_s, u"<<"_s,   u"="_s,    u"NaN"_s, u"a: b"_s, u"a #b"_s,
              u""_s}) {
            YamlWriter yaml;
            yaml.member("one", text);
            yaml.texts("list", {text});
            const auto document = formats::document::readYaml(u"x"_s, yaml.bytes());
            QVERIFY2(document.root()["one"].isQuoted(), yaml.bytes().constData());
            QVERIFY2(document.root()["list"].item(0).isQuoted(), yaml.bytes().constData());
        }
        YamlWriter yaml;
        yaml.member("one", u"Order team"_s);
        QCOMPARE(yaml.bytes(), QByteArray("one: Order team\n"));
    }

    void randomTextsComeBackExactly()
    {
        QRandomGenerator random(20261127);
        for (auto round = 0; round < 4000; ++round) {
            YamlWriter yaml;
            const auto one = randomText(random);
            const QStringList list{randomText(random), randomText(random)};
            yaml.member("one", one);
            yaml.beginList("items");
            yaml.beginItem();
            yaml.member("first", list.first());
            yaml.texts("list", list);
            yaml.end();
            yaml.end();
            const auto document = formats::document::readYaml(u"x"_s, yaml.bytes());
            QVERIFY2(document.findings.isEmpty(), yaml.bytes().constData());
            const auto item = document.root()["items"].item(0);
            QCOMPARE(document.root()["one"].text(), one);
            QCOMPARE(item["first"].text(), list.first());
            QCOMPARE(item["list"].item(0).text(), list.first());
            QCOMPARE(item["list"].item(1).text(), list.last());
        }
    }

    void halfACharacterIsReplaced()
    {
        auto value = decision();
        value.reason = u"a"_s + QChar(0xD83D) + u"b"_s;
        QCOMPARE(back(value).value.value().reason, u"a\ufffdb"_s);
    }

    void clonesThatHoldTheSameWriteTheSame()
    {
        // Every order in which two clones learn of the decisions, and whoever of the first level
        // decided: the agreement has the same bytes.
        auto decisions = approvals();
        auto asked = decisions.first();
        asked.id = QUuid(u"7c0b11d2-0000-4000-8000-000000000004"_s);
        asked.kind = DecisionKind::Ask;
        decisions.append(asked);
        decisions.append(decisions.first());
        const auto expected = agreementFiles(outcomeOf(request(), decisions));
        QCOMPARE(expected.size(), 2);
        QVERIFY(!expected.first().bytes.isEmpty());
        QVERIFY(expected.last().bytes.isNull());
        QList<int> order{0, 1, 2, 3};
        auto permutations = 0;
        do {
            QList<AccessDecision> other;
            for (const auto at : order)
                other.append(decisions.at(at));
            QCOMPARE(agreementFiles(outcomeOf(request(), other)), expected);
            ++permutations;
        } while (std::next_permutation(order.begin(), order.end()));
        QCOMPARE(permutations, 24);
        auto elsewhere = decisions;
        elsewhere.first().by = {u"Max"_s, u"max@x.example"_s};
        elsewhere.first().id = QUuid(u"7c0b11d2-0000-4000-8000-000000000009"_s);
        QCOMPARE(agreementFiles(outcomeOf(request(), elsewhere)), expected);
        // What is only of this machine is in no file.
        auto local = request();
        local.items.first().nativeId = u"42"_s;
        QCOMPARE(write(local), write(request()));
    }

    void whatIsAskedHasOneHash()
    {
        const auto rules = [](const AccessRequest &value) {
            return FoldRules{.asked = sha256Of(value)};
        };
        QCOMPARE(sha256Of(back(request()).value.value()), sha256Of(request()));
        QVERIFY(outcomeOf(request(), approvals(), rules(request())).items.first().agreement);
        auto longer = request();
        longer.to = longer.to.addDays(300);
        QVERIFY(!outcomeOf(longer, approvals(), rules(longer)).items.first().agreement);
        auto wider = request();
        wider.items.first().fields.append(u"iban"_s);
        QVERIFY(!outcomeOf(wider, approvals(), rules(wider)).items.first().agreement);
    }

    void contradictionsLeaveNoAgreement()
    {
        auto decisions = approvals();
        auto no = decisions.first();
        no.id = QUuid(u"7c0b11d2-0000-4000-8000-000000000005"_s);
        no.by = {u"Max"_s, u"max@x.example"_s};
        no.kind = DecisionKind::Reject;
        decisions.append(no);
        for (const auto &file : agreementFiles(outcomeOf(request(), decisions)))
            QVERIFY(file.bytes.isNull());
    }

    void pathsAreMadeOfIdsAlone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("known");
        const auto id = idText(requestId);
        const auto item = idText(decisionId);
        QTest::newRow("request") << requestPath(requestId) << true;
        QTest::newRow("decision") << decisionPath(requestId, decisionId) << true;
        QTest::newRow("agreement") << agreementPath(requestId) << true;
        QTest::newRow("grant") << grantPath(requestId) << true;
        QTest::newRow("elsewhere") << QString(u"x/access/requests/"_s % id % u".yaml"_s) << false;
        QTest::newRow("upper case")
            << QString(u"access/requests/"_s % id.toUpper() % u".yaml"_s) << false;
        QTest::newRow("braces") << QString(u"access/requests/{"_s % id % u"}.yaml"_s) << false;
        QTest::newRow("up") << QString(u"access/decisions/../"_s % item % u".yaml"_s) << false;
        QTest::newRow("no item") << QString(u"access/decisions/"_s % item % u".yaml"_s) << false;
        QTest::newRow("name") << u"access/requests/mine.yaml"_s << false;
        QTest::newRow("null") << u"access/requests/00000000-0000-0000-0000-000000000000.yaml"_s
                              << false;
    }

    void pathsAreMadeOfIdsAlone()
    {
        QFETCH(QString, path);
        QFETCH(bool, known);
        const auto place = accessPathOf(path);
        QCOMPARE(place.has_value(), known);
        if (!known)
            return;
        const auto again = place->kind == AccessPath::Kind::Request ? requestPath(place->id)
            : place->kind == AccessPath::Kind::Decision ? decisionPath(place->item, place->id)
            : place->kind == AccessPath::Kind::Grant    ? grantPath(place->id)
                                                        : agreementPath(place->id);
        QCOMPARE(again, path);
    }

    void aFileIsAboutWhatItsPathSays()
    {
        const auto other = QUuid(u"7c0b11d2-0000-4000-8000-00000000000a"_s);
        QCOMPARE(readRequest(requestPath(other), write(request())).findings.value(0).rule,
                 u"access.place"_s);
        QVERIFY(!readRequest(requestPath(other), write(request())).value);
        const auto copied = readDecision(decisionPath(other, decisionId), write(decision()));
        QVERIFY(!copied.value);
        QCOMPARE(copied.findings.value(0).field, u"item"_s);
        auto agreement = outcomeOf(request(), approvals()).items.first().agreement.value();
        agreement.port = u"orders#everything"_s;
        QVERIFY(!readAgreement(agreementPath(agreement.id), write(agreement)).value);
    }

    void anItemCannotTakeTheDecisionsOfAnother()
    {
        // A request that claims the item of another one would be approved by its decisions.
        auto stolen = request();
        stolen.id = QUuid(u"7c0b11d2-0000-4000-8000-00000000000b"_s);
        const auto read = back(stolen);
        QVERIFY(!read.value);
        QCOMPARE(read.findings.first().rule, u"access.item"_s);
        auto twice = request();
        twice.items.append(twice.items.first());
        QCOMPARE(back(twice).findings.first().rule, u"access.item"_s);
    }

    void aMergeThatWasNotResolvedIsOneFinding()
    {
        const auto bytes = write(decision());
        const QByteArray merged =
            "<<<<<<< HEAD\n" + bytes + "=======\n" + bytes + ">>>>>>> origin/main\n";
        for (const auto &text : {merged, QByteArray(merged).replace("\n", "\r\n"),
                                 QByteArray(bytes + ">>>>>>> origin/main")}) {
            const auto read = readDecision(decisionPath(decision().item, decision().id), text);
            QVERIFY(!read.value);
            QCOMPARE(read.findings.size(), 1);
            QCOMPARE(read.findings.first().rule, u"document.merge-conflict"_s);
            QVERIFY(read.findings.first().line > 0);
            QVERIFY(!read.findings.first().remedy.isEmpty());
        }
        QVERIFY(!formats::document::mergeConflictIn(u"x"_s, "a: |\n  <<<<<<< HEAD\n"));
        QVERIFY(!formats::document::mergeConflictIn(u"x"_s, "<<<<<<<<<<\n"));
    }

    void mistakesArePlaced_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("field");
        QTest::newRow("decision") << QByteArray("decision: approve")
                                  << QByteArray("decision: allow") << u"decision"_s;
        QTest::newRow("time") << QByteArray("08:00:00.000Z") << QByteArray("08:00:00.000")
                              << u"at"_s;
        QTest::newRow("no time") << QByteArray("\"2026-02-02T08:00:00.000Z\"") << QByteArray("~")
                                 << u"at"_s;
        QTest::newRow("who") << QByteArray("  name: Maya\n  email: maya@x.example")
                             << QByteArray("  - maya") << u"by"_s;
        QTest::newRow("reason") << QByteArray("reason: Fine") << QByteArray("reason: [a]")
                                << u"reason"_s;
        QTest::newRow("version") << QByteArray("access-decision/1")
                                 << QByteArray("access-decision/2") << u"format"_s;
        QTest::newRow("replaces") << QByteArray("\"11111111-2222-4333-8444-555555555555\"")
                                  << QByteArray("everything") << u"replaces"_s;
    }

    void mistakesArePlaced()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, field);
        auto bytes = write(decision());
        QVERIFY(bytes.contains(from));
        bytes.replace(from, to);
        const auto read = readDecision(decisionPath(decision().item, decision().id), bytes);
        QVERIFY(!read.value);
        QCOMPARE(read.findings.size(), 1);
        QCOMPARE(read.findings.first().field, field);
        QVERIFY(read.findings.first().line > 0 && read.findings.first().column > 0);
        QVERIFY(!read.findings.first().remedy.isEmpty());
    }

    void unknownKeysAreFindingsNotFailures()
    {
        const auto read = readDecision(decisionPath(decision().item, decision().id),
                                       write(decision()) + "mood: good\n");
        QCOMPARE(read.value.value(), decision());
        QCOMPARE(read.findings.size(), 1);
        QCOMPARE(read.findings.first().rule, u"access.unknown-key"_s);
        QCOMPARE(read.findings.first().severity, Finding::Severity::Warning);
    }

    void filesAreKnownByTheirWords()
    {
        for (const auto &bytes :
             {write(request()), write(decision()),
              write(outcomeOf(request(), approvals()).items.first().agreement.value())})
            QVERIFY(looksLike(formats::document::read(u"x"_s, bytes).root()));
        QVERIFY(!looksLike(formats::document::read(u"x"_s, "format: other\n").root()));
    }

    void nothingThatIsReadBreaksTheReader()
    {
        const auto path = requestPath(requestId);
        auto read = 0;
        const auto made =
            tests::forEachMutation(write(request()), 600, [&](const QByteArray &bytes) {
                const auto result = readRequest(path, bytes);
                QVERIFY(result.value || !result.findings.isEmpty());
                // What is taken for the request is about these ports and nothing else.
                if (result.value) {
                    for (const auto &item : result.value->items)
                        QCOMPARE(item.id, itemIdOf(requestId, item.port));
                    ++read;
                }
            });
        QVERIFY(made > 1000 && read > 10);
    }
};

QTEST_APPLESS_MAIN(TestAccessFiles)
#include "tst_accessfiles.moc"
