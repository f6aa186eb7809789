// SPDX-License-Identifier: GPL-3.0-or-later
// The document that platforms judge, and what their answers mean in a form.
#include "models/policy/question.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::PolicyQuestion;
using domain::PolicyResult;
using domain::PolicyVerdict;

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);

domain::AccessRequest request()
{
    domain::AccessRequest one{
        .consumer = {domain::EntityKind::Team, u"marketing"_s, u"Marketing"_s},
        .purpose = u"marketing-analytics"_s,
        .justification = u"To see who comes back"_s,
        .from = QDate(2026, 3, 1),
        .to = QDate(2026, 9, 1),
        .asker = {u"Alice"_s, u"alice@example.com"_s}};
    one.terms = {{u"c1"_s, u"1.1.0"_s, u"abc"_s}};
    one.items = {{.port = u"orders#v2"_s, .role = u"reader"_s, .fields = {u"orders.email"_s}},
                 {.port = u"stock#v1"_s}};
    return one;
}

policy::RequestFacts facts()
{
    policy::ContractFacts contract{
        .id = u"c1"_s,
        .version = u"1.1.0"_s,
        .fields = QList<policy::FieldFacts>{{u"orders"_s, u"email"_s, u"pii"_s, true},
                                            {u"orders"_s, u"sum"_s, u"internal"_s, true}},
        .termsSha256 = u"abc"_s};
    contract.roles =
        QList<domain::Role>{{.role = u"reader"_s, .firstLevelApprovers = u"bo@example.com"_s}};
    contract.retentionDays = 365;
    policy::PortFacts port{.id = u"orders#v2"_s, .name = u"v2"_s, .contract = contract};
    port.type = u"SQL"_s;
    port.environment = u"prod"_s;
    policy::ProductFacts product{.id = u"orders"_s, .name = u"Orders"_s, .status = u"active"_s};
    product.domain = QStringList{u"sales"_s, u"orders"_s};
    product.tags = QStringList();
    policy::RequestFacts all;
    all.items = {
        {.port = u"orders#v2"_s, .product = product, .facts = port, .fields = {u"orders.email"_s}},
        {.port = u"stock#v1"_s}};
    return all;
}

QList<PolicyQuestion> questions()
{
    return policy::questionsOf(request(), facts(), {{u"orders#v2"_s, 2}}, now);
}

QJsonValue at(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const auto &step : path.split(u'/'))
        value = value.toObject().value(step);
    return value;
}

PolicyVerdict verdict(const QString &path)
{
    return {.policy = u"x"_s, .result = PolicyResult::Fail, .field = path, .source = u"opa"_s};
}

} // namespace

class TestPolicyQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void eachPortIsAQuestion()
    {
        const auto all = questions();
        QCOMPARE(all.size(), 2);
        const auto &input = all.first().input;
        QCOMPARE(at(input, u"schema_version"_s).toInt(), 1);
        QCOMPARE(at(input, u"action"_s), u"request_access"_s);
        QCOMPARE(at(input, u"now"_s), u"2026-03-01T10:00:00Z"_s);
        QCOMPARE(at(input, u"subject/id"_s), u"alice@example.com"_s);
        QCOMPARE(at(input, u"resource/product/id"_s), u"orders"_s);
        QCOMPARE(at(input, u"resource/product/domain"_s), u"orders"_s);
        QCOMPARE(at(input, u"resource/product/domain_path"_s).toArray(),
                 (QJsonArray{u"sales"_s, u"orders"_s}));
        QCOMPARE(at(input, u"resource/port/environment"_s), u"prod"_s);
        QCOMPARE(at(input, u"resource/contract/retention_days"_s).toInt(), 365);
        QCOMPARE(at(input, u"resource/contract/classifications"_s).toArray(),
                 (QJsonArray{u"internal"_s, u"pii"_s}));
        QCOMPARE(at(input, u"resource/contract/roles"_s)[0][u"role"_s], u"reader"_s);
        QCOMPARE(at(input, u"request/purpose_code"_s), u"marketing-analytics"_s);
        QCOMPARE(at(input, u"request/purpose"_s), u"To see who comes back"_s);
        QCOMPARE(at(input, u"request/start"_s), u"2026-03-01"_s);
        QCOMPARE(at(input, u"request/consumer/type"_s), u"team"_s);
        QCOMPARE(at(input, u"request/classifications"_s).toArray(), QJsonArray{u"pii"_s});
        QCOMPARE(at(input, u"request/terms_accepted"_s).toBool(), true);
        QCOMPARE(at(input, u"context/existing_agreements"_s).toInt(), 2);
    }

    void whatStandsInAFieldThatIsAskedForIsGivenAwayToo_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QJsonArray>("classifications");
        const QJsonArray email{u"pii"_s};
        const QJsonArray sku{u"restricted"_s};
        QTest::newRow("the field") << u"customer.email"_s << email;
        QTest::newRow("what it stands in") << u"customer"_s << email;
        QTest::newRow("with its table") << u"orders.customer"_s << email;
        QTest::newRow("an array") << u"lines"_s << sku;
        QTest::newRow("its element") << u"lines[]"_s << sku;
        QTest::newRow("the table") << u"orders"_s << QJsonArray{u"pii"_s, u"restricted"_s};
        QTest::newRow("another with the same beginning") << u"customer.em"_s << QJsonArray();
    }

    void whatStandsInAFieldThatIsAskedForIsGivenAwayToo()
    {
        QFETCH(const QString, asked);
        auto known = facts();
        auto wanted = request();
        wanted.items[0].fields = {asked};
        known.items[0].facts->contract->fields =
            QList<policy::FieldFacts>{{u"orders"_s, u"customer.email"_s, u"pii"_s, true},
                                      {u"orders"_s, u"lines[].sku"_s, u"restricted"_s, true}};
        const auto input = policy::questionsOf(wanted, known, {}, now).first().input;
        QTEST(at(input, u"request/classifications"_s).toArray(), "classifications");
    }

    void whoAsksAndHowTheProductDoesIsTold()
    {
        auto known = facts();
        known.asker.teams = QStringList{u"Marketing"_s};
        known.asker.teamIds = QStringList{u"team:marketing"_s};
        known.asker.domain = QStringList{u"marketing"_s};
        known.asker.roles = QStringList{u"consumer"_s};
        known.asker.trainings = QStringList{u"privacy-2026"_s};
        known.items.first().product->ownerTeam = u"Orders team"_s;
        known.items.first().product->health = {
            .checks = 4, .openFailures = 0, .slo = domain::SloState::Burning};
        const auto input = policy::questionsOf(request(), known, {}, now).first().input;
        QCOMPARE(at(input, u"subject/teams"_s).toArray(), QJsonArray{u"Marketing"_s});
        QCOMPARE(at(input, u"subject/team_ids"_s).toArray(), QJsonArray{u"team:marketing"_s});
        QCOMPARE(at(input, u"subject/domain"_s), u"marketing"_s);
        QCOMPARE(at(input, u"subject/roles"_s).toArray(), QJsonArray{u"consumer"_s});
        QCOMPARE(at(input, u"subject/trainings"_s).toArray(), QJsonArray{u"privacy-2026"_s});
        QCOMPARE(at(input, u"resource/product/owner_team"_s), u"Orders team"_s);
        QCOMPARE(at(input, u"context/quality"_s).toObject(),
                 (QJsonObject{{u"checks"_s, 4}, {u"open_failures"_s, 0}}));
        QCOMPARE(at(input, u"context/slo"_s).toObject(),
                 (QJsonObject{{u"state"_s, u"burning"_s}, {u"burning"_s, true}}));
        const auto product = policy::questionOf(*known.items.first().product, QByteArray()).input;
        QCOMPARE(at(product, u"context"_s).toObject(), at(input, u"context"_s).toObject());
    }

    void aStateOfServiceLevelsSaysWhetherTheyBurn_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QJsonValue>("burning");
        QTest::newRow("missed") << int(domain::SloState::Missed) << QJsonValue(true);
        QTest::newRow("burning") << int(domain::SloState::Burning) << QJsonValue(true);
        QTest::newRow("met") << int(domain::SloState::Met) << QJsonValue(false);
        QTest::newRow("unknown") << int(domain::SloState::Unknown)
                                 << QJsonValue(QJsonValue::Undefined);
    }

    void aStateOfServiceLevelsSaysWhetherTheyBurn()
    {
        QFETCH(int, state);
        QFETCH(QJsonValue, burning);
        auto product = *facts().items.first().product;
        product.health.slo = domain::SloState(state);
        const auto input = policy::questionOf(product, QByteArray()).input;
        QCOMPARE(at(input, u"context/slo/state"_s), domain::sloStateWord(domain::SloState(state)));
        QCOMPARE(at(input, u"context/slo/burning"_s), burning);
        QVERIFY(at(input, u"context/quality"_s).isUndefined());
    }

    //! Of the second port nothing is known: no rule may take that for "none".
    void whatIsNotKnownIsLeftOut()
    {
        const auto input = questions().at(1).input;
        QCOMPARE(at(input, u"resource/port"_s).toObject(), (QJsonObject{{u"id"_s, u"stock#v1"_s}}));
        QVERIFY(at(input, u"resource/product"_s).isUndefined());
        QVERIFY(at(input, u"resource/contract"_s).isUndefined());
        QVERIFY(at(input, u"request/classifications"_s).isUndefined());
        QVERIFY(at(input, u"request/terms_accepted"_s).isUndefined());
        QVERIFY(at(input, u"context"_s).isUndefined());
        for (const auto &name :
             {u"teams"_s, u"team_ids"_s, u"domain"_s, u"roles"_s, u"trainings"_s})
            QVERIFY2(at(input, u"subject"_s)[name].isUndefined(), qPrintable(name));
    }

    //! A field that no contract knows may be anything: "none" would let it through.
    void whatAnUnknownFieldGivesAwayIsLeftOut()
    {
        auto asked = request();
        for (const auto &path : {u"orders.EMAIL"_s, u"customers"_s, u"email2"_s}) {
            asked.items.first().fields = {u"orders.sum"_s, path};
            const auto input = policy::questionsOf(asked, facts(), {}, now).first().input;
            QVERIFY2(at(input, u"request/classifications"_s).isUndefined(), qPrintable(path));
        }
        for (const auto &path : {u"orders"_s, u"sum"_s, u"orders.sum"_s}) {
            asked.items.first().fields = {path};
            const auto input = policy::questionsOf(asked, facts(), {}, now).first().input;
            QVERIFY2(at(input, u"request/classifications"_s).isArray(), qPrintable(path));
        }
    }

    void aReasonStandsAtTheFieldOfItsPath_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("isOfPort");
        QTest::newRow("code") << u"/request/purpose_code"_s << u"purpose"_s << false;
        QTest::newRow("prose") << u"/request/purpose"_s << u"justification"_s << false;
        QTest::newRow("start") << u"/request/start"_s << u"from"_s << false;
        QTest::newRow("end") << u"request.end"_s << u"to"_s << false;
        QTest::newRow("end of input") << u"input.request.end"_s << u"to"_s << false;
        QTest::newRow("in input") << u"/input/request/end"_s << u"to"_s << false;
        QTest::newRow("a fragment") << u"#/request/end"_s << u"to"_s << false;
        QTest::newRow("consumer") << u"/request/consumer/id"_s << u"consumer"_s << false;
        QTest::newRow("who") << u"/subject/id"_s << QString() << false;
        QTest::newRow("role") << u"/request/roles/0"_s << u"role"_s << true;
        QTest::newRow("terms") << u"/request/terms_accepted"_s << u"terms"_s << true;
        QTest::newRow("a field") << u"/request/fields/0"_s << u"orders.email"_s << true;
        QTest::newRow("no such field") << u"/request/fields/9"_s << u"fields"_s << true;
        QTest::newRow("beyond all") << u"/request/fields/99999999999"_s << u"fields"_s << true;
        QTest::newRow("below none") << u"/request/fields/-1"_s << u"fields"_s << true;
        QTest::newRow("classes") << u"/resource/contract/classifications/0"_s << u"fields"_s
                                 << true;
        QTest::newRow("port") << u"/resource/port/environment"_s << u"port"_s << true;
        QTest::newRow("none") << QString() << QString() << true;
        QTest::newRow("unknown") << u"/request/shoe_size"_s << QString() << true;
        QTest::newRow("slashes") << u"////"_s << QString() << true;
    }

    void aReasonStandsAtTheFieldOfItsPath()
    {
        QFETCH(QString, path);
        QFETCH(QString, field);
        QFETCH(bool, isOfPort);
        const auto found = policy::placed({verdict(path)}, questions().first());
        QCOMPARE(found.first().field, field);
        QCOMPARE(found.first().port, isOfPort ? u"orders#v2"_s : QString());
    }

    void whatIsAboutTheWholeRequestIsSaidOnce()
    {
        QList<PolicyVerdict> all;
        for (const auto &question : questions())
            all += policy::placed({verdict(u"/request/end"_s), verdict(u"/resource/port"_s)},
                                  question);
        QCOMPARE(all.size(), 4);
        QCOMPARE(policy::saidOnce(all).size(), 3); // the period once, each port by itself
    }

    void productsAreJudgedWithTheirOwnDocument()
    {
        policy::ProductFacts product = *facts().items.first().product;
        product.ports = QList{*facts().items.first().facts};
        const auto question = policy::questionOf(product, R"({"id":"orders","x":[1]})");
        QCOMPARE(question.about, PolicyQuestion::About::Product);
        QCOMPARE(at(question.input, u"action"_s), u"judge_product"_s);
        QCOMPARE(at(question.input, u"descriptor/x"_s).toArray(), QJsonArray{1});
        QCOMPARE(
            at(question.input, u"product/ports"_s)[0][u"contract"_s][u"fields"_s].toArray().size(),
            2);
        QVERIFY(!policy::questionOf(product, "no JSON").input.contains(u"descriptor"_s));
        // The same product is the same question at any time, or no answer could be kept.
        QCOMPARE(policy::questionOf(product, {}), policy::questionOf(product, {}));
    }

    void aNewFailureIsOneThatWasNotKnown()
    {
        auto known = verdict({});
        auto other = known;
        other.policy = u"y"_s;
        auto unknown = known;
        unknown.result = PolicyResult::Unknown;
        QCOMPARE(policy::newFailures({known}, {known}).size(), 0);
        QCOMPARE(policy::newFailures({known}, {known, other}), QList{other});
        QCOMPARE(policy::newFailures({unknown}, {known}), QList{known});
        QCOMPARE(policy::newFailures({}, {unknown}).size(), 0);
    }

    void whoToldNothingIsUnknown()
    {
        const auto one = policy::notChecked(u"corp"_s, u"no answer within 2 seconds"_s);
        QCOMPARE(one.result, PolicyResult::Unknown);
        QCOMPARE(one.message, u"This could not be checked (no answer within 2 seconds)"_s);
        QVERIFY(policy::isRemote(one));
        QCOMPARE(policy::notAskedYet({u"a"_s, u"b"_s}).size(), 2);
    }
};

QTEST_APPLESS_MAIN(TestPolicyQuestion)
#include "tst_policyquestion.moc"
