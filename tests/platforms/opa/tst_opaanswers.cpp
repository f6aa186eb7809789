// SPDX-License-Identifier: GPL-3.0-or-later
// What is a verdict, and what is none: nothing that is not clearly said counts as allowed.
#include "models/platforms/opa/answer.h"
#include "models/platforms/opa/policies.h"
#include "models/platforms/opa/session.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::PolicyResult;
using domain::PolicyVerdict;
using platforms::opa::productAnswer;
using platforms::opa::requestAnswer;

namespace {

const QString path = u"mesh/access/request"_s;

Result<domain::PolicyAnswer> answered(const QByteArray &body)
{
    return requestAnswer(body, path);
}

//! "rule result", in order.
QStringList wordsOf(const Result<domain::PolicyAnswer> &answer)
{
    QStringList words;
    if (!answer)
        return {u"error"_s};
    for (const auto &one : answer->verdicts)
        words.append(one.policy + u' ' + domain::resultWord(one.result));
    return words;
}

} // namespace

class TestOpaAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aDenialHasItsReasonsWithTheirPlaces()
    {
        const auto answer = answered(
            R"({"decision_id":"4ca636c1","result":{"allow":false,"decision":"needs_approval",)"
            R"("policy_revision":"r7","reasons":[{"code":"pii.purpose_required","severity":"deny",)"
            R"("message":"Personal data needs a purpose code","path":"/request/purpose_code",)"
            R"("remedy":"Choose one"}],"required_approvals":[{"kind":"role","value":"data-owner"}],)"
            R"("obligations":[{"type":"mask","columns":["email","phone"]},{"type":"max_days","value":180}],)"
            R"("checks":[{"code":"period.ok","message":"Short enough"}]}})");
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->revision, u"r7"_s);
        QCOMPARE(wordsOf(answer),
                 (QStringList{u"pii.purpose_required fail"_s, u"period.ok pass"_s,
                              u"mesh/access/request warn"_s, u"mesh/access/request warn"_s,
                              u"mesh/access/request warn"_s}));
        const auto &first = answer->verdicts.first();
        QCOMPARE(first.message, u"Personal data needs a purpose code"_s);
        QCOMPARE(first.remedy, u"Choose one"_s);
        QCOMPARE(first.field, u"/request/purpose_code"_s);
        QCOMPARE(first.severity, domain::Finding::Severity::Error);
        QCOMPARE(first.source, u"opa"_s);
        for (const auto &one : answer->verdicts)
            QCOMPARE(one.decisionId, u"4ca636c1"_s);
        QCOMPARE(answer->verdicts.at(2).message, u"It needs an approval (role data-owner)"_s);
        QVERIFY(answer->verdicts.at(3).message.contains(u"mask email, phone"_s));
        QVERIFY(answer->verdicts.at(4).message.contains(u"max_days 180"_s));
    }

    void decisionsAreWords_data()
    {
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<QStringList>("words");
        const auto whole = [](const QString &word) { return QStringList{path + u' ' + word}; };
        QTest::newRow("allow alone") << QByteArray(R"({"allow":true})") << whole(u"pass"_s);
        QTest::newRow("both") << QByteArray(R"({"allow":true,"decision":"allow"})")
                              << whole(u"pass"_s);
        QTest::newRow("decision alone")
            << QByteArray(R"({"decision":"allow"})") << whole(u"pass"_s);
        QTest::newRow("not allowed") << QByteArray(R"({"allow":false})") << whole(u"fail"_s);
        QTest::newRow("deny") << QByteArray(R"({"decision":"deny"})") << whole(u"fail"_s);
        QTest::newRow("approval") << QByteArray(R"({"allow":false,"decision":"needs_approval"})")
                                  << whole(u"warn"_s);
        QTest::newRow("a reason without severity follows the decision")
            << QByteArray(R"({"decision":"deny","reasons":["No"]})") << whole(u"fail"_s);
        QTest::newRow("a reason of a kind that nobody knows")
            << QByteArray(R"({"allow":true,"reasons":[{"code":"x","severity":"purple"}]})")
            << QStringList{u"x unknown"_s, path + u" pass"_s};
        QTest::newRow("a check that says something else")
            << QByteArray(R"({"allow":true,"checks":[{"code":"x","result":"perhaps"}]})")
            << QStringList{u"x unknown"_s, path + u" pass"_s};
        QTest::newRow("allowed, and a rule that denies")
            << QByteArray(R"({"allow":true,"reasons":[{"code":"x","severity":"deny"}]})")
            << QStringList{u"x fail"_s};
    }

    void decisionsAreWords()
    {
        QFETCH(QByteArray, result);
        QFETCH(QStringList, words);
        QCOMPARE(wordsOf(answered(R"({"result":)" + result + '}')), words);
    }

    void whatIsNoVerdictIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("undefined") << QByteArray("{}");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("allow: true");
        QTest::newRow("cut off") << QByteArray(R"({"result":{"allow":true})");
        QTest::newRow("a page") << QByteArray("<html>Please sign in</html>");
        QTest::newRow("a list") << QByteArray("[true]");
        QTest::newRow("bare true") << QByteArray(R"({"result":true})");
        QTest::newRow("a text") << QByteArray(R"({"result":"allow"})");
        QTest::newRow("null") << QByteArray(R"({"result":null})");
        QTest::newRow("says nothing") << QByteArray(R"({"result":{}})");
        QTest::newRow("reasons only") << QByteArray(R"({"result":{"reasons":[]}})");
        QTest::newRow("allow as a word") << QByteArray(R"({"result":{"allow":"true"}})");
        QTest::newRow("allow as a number") << QByteArray(R"({"result":{"allow":1}})");
        QTest::newRow("another decision") << QByteArray(R"({"result":{"decision":"maybe"}})");
        QTest::newRow("decision no word")
            << QByteArray(R"({"result":{"allow":true,"decision":7}})");
        QTest::newRow("allow and deny")
            << QByteArray(R"({"result":{"allow":true,"decision":"deny"}})");
        QTest::newRow("not and allow")
            << QByteArray(R"({"result":{"allow":false,"decision":"allow"}})");
        QTest::newRow("reasons no list")
            << QByteArray(R"({"result":{"allow":true,"reasons":"none"}})");
        QTest::newRow("a reason no object")
            << QByteArray(R"({"result":{"allow":true,"reasons":[7]}})");
        QTest::newRow("a code no text")
            << QByteArray(R"({"result":{"allow":true,"reasons":[{"code":{}}]}})");
        QTest::newRow("lone surrogate")
            << QByteArray(R"({"result":{"allow":true,"decision":"\ud800"}})");
        QTest::newRow("a number beyond all") << QByteArray(R"({"result":{"allow":1e999999}})");
        QTest::newRow("too deep") << QByteArray(R"({"result":)") + QByteArray(5000, '[');
        QTest::newRow("more than is read") << R"({"result":{"allow":true,"reasons":[)"
                + QByteArray(R"("x",)").repeated(500) + R"("x"]}})";
    }

    void whatIsNoVerdictIsAnError()
    {
        QFETCH(QByteArray, body);
        const auto answer = answered(body);
        QVERIFY(!answer);
        QVERIFY(!answer.error().detail.isEmpty());
        QVERIFY(answer.error().detail.size() < 300);
    }

    void longTextsAreCut()
    {
        const auto answer =
            answered(R"({"result":{"allow":false,"reasons":[{"code":")" + QByteArray(100'000, 'c')
                     + R"(","message":")" + QByteArray(100'000, 'm') + R"("}]}})");
        QVERIFY(answer);
        QCOMPARE(answer->verdicts.first().message.size(), 2000);
        QCOMPARE(answer->verdicts.first().policy.size(), 200);
    }

    void whatTheServerRemarksIsSaid()
    {
        const auto answer =
            answered(R"({"result":{"allow":true},"warning":{"code":"api_usage_warning",)"
                     R"("message":"'input' key missing from the request"}})");
        QCOMPARE(wordsOf(answer), (QStringList{path + u" pass"_s, u"api_usage_warning warn"_s}));
        QVERIFY(answer->verdicts.last().message.contains(u"'input' key missing"_s));
        QVERIFY(answer->verdicts.first().decisionId.isEmpty());
    }

    void productsHaveViolations()
    {
        const auto clean = productAnswer(R"({"result":{"violations":[]}})", u"mesh/p"_s);
        QCOMPARE(wordsOf(clean), QStringList{u"mesh/p pass"_s});
        const auto answer = productAnswer(
            R"({"result":{"violations":[{"policy":"owner","severity":"warning","message":"No owner",)"
            R"("path":["product","owner"]},{"policy":"sla","message":"No SLA"}],"checks":["named"]}})",
            u"mesh/p"_s);
        QCOMPARE(wordsOf(answer), (QStringList{u"owner warn"_s, u"sla fail"_s, u"named pass"_s}));
        QCOMPARE(answer->verdicts.first().field, u"/product/owner"_s);
        QVERIFY(!productAnswer(R"({"result":{}})", u"mesh/p"_s));
        QVERIFY(!productAnswer(R"({"result":{"violations":{}}})", u"mesh/p"_s));
        QVERIFY(!productAnswer("{}", u"mesh/p"_s));
    }

    void aRefusalSaysBothOfItsMeanings()
    {
        net::HttpResponse response{
            .status = 401,
            .body =
                R"({"code":"unauthorized","message":"request rejected by administrative policy"})",
            .asked = u"POST http://127.0.0.1/v1/data/x"_s};
        const auto refused = platforms::opa::acceptedByOpa(response);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorised);
        QVERIFY(refused.error().detail.contains(u"nobody is signed in, or"_s));
        QVERIFY(refused.error().detail.contains(u"rejected by administrative policy"_s));
        response.status = 500;
        response.body =
            R"({"code":"internal_error","message":"error(s) occurred","errors":[)"
            R"({"code":"eval_conflict_error","message":"rule data.x produced\n  two"}]})";
        const auto failed = platforms::opa::acceptedByOpa(response);
        QVERIFY(!failed);
        QVERIFY2(failed.error().detail.endsWith(u"eval_conflict_error: rule data.x produced two"_s),
                 qPrintable(failed.error().detail));
    }

    void policiesBecomeRecords()
    {
        const auto listing = platforms::opa::policiesIn(
            R"({"result":[{"id":"a/b.rego","raw":"# METADATA\n# title: Who may ask\n)"
            R"(# description: For what\npackage mesh.access\n","ast":{}},{"id":7,"raw":"x"},)"
            R"({"raw":"x"},{"id":"c.rego"},{"id":"a/b.rego","raw":"again"},"x"]})",
            u"http://opa/v1/policies"_s);
        QVERIFY(listing);
        QCOMPARE(listing->records.size(), 2);
        const auto &first = listing->records.first();
        QCOMPARE(first.nativeId, u"policy:a/b.rego"_s);
        QCOMPARE(first.kind, domain::EntityKind::Policy);
        QCOMPARE(first.title, u"Who may ask"_s);
        QCOMPARE(first.description, u"For what"_s);
        QCOMPARE(first.properties.first().second, u"data.mesh.access"_s);
        QVERIFY(first.code.contains(u"package mesh.access"_s));
        QCOMPARE(first.native.first().file, u"http://opa/v1/policies/a/b.rego"_s);
        QCOMPARE(listing->findings.size(), 5); // no number, no id, no text, twice, no object
        QVERIFY(!platforms::opa::policiesIn(R"({"result":{}})", {}));
        QVERIFY(!platforms::opa::policiesIn("<html>", {}));
    }

    void pathsAreReadAsPeopleWriteThem()
    {
        for (const auto &written :
             {u"mesh/access/request"_s, u"data.mesh.access.request"_s, u"mesh.access.request"_s,
              u"/v1/data/mesh/access/request"_s, u" data/mesh/access/request/ "_s}) {
            platforms::AccountSettings settings{.url = QUrl(u"http://127.0.0.1:8181"_s),
                                                .options = {{u"requestPath"_s, written}}};
            const auto place = platforms::opa::placeOf(settings);
            QVERIFY(place);
            QCOMPARE(place->requestPath, path);
            QCOMPARE(place->productPath, u"mesh/governance/product"_s);
        }
        QVERIFY(!platforms::opa::placeOf({.url = QUrl(u"ftp://x"_s)}));
        QVERIFY(!platforms::opa::placeOf(
            {.url = QUrl(u"http://x"_s), .options = {{u"requestPath"_s, u"/"_s}}}));
    }
};

QTEST_APPLESS_MAIN(TestOpaAnswers)
#include "tst_opaanswers.moc"
