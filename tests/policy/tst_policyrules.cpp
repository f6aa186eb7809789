// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of rule: where it holds, where it does not, and where nobody can tell.
#include "models/policy/formats.h"
#include "models/policy/judge.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::policy;
using domain::PolicyKind;
using domain::PolicyParameters;
using domain::PolicyResult;
using domain::PolicyRule;
using domain::PolicyScope;
using domain::PolicySet;
using Severity = domain::Finding::Severity;

namespace {

const QDate today(2026, 3, 1);

PolicyRule rule(PolicyKind kind, PolicyScope scope, const PolicyParameters &parameters = {})
{
    return {.id = u"r"_s, .kind = kind, .scope = scope, .parameters = parameters};
}

//! A set with that rule and two purposes.
PolicySet set(const PolicyRule &one)
{
    return {.rules = {one},
            .purposes = {{.code = u"fraud"_s,
                          .classifications = {u"confidential"_s, u"restricted"_s},
                          .maxDays = 100},
                         {.code = u"trial"_s}}};
}

ContractFacts contract()
{
    return {.id = u"c1"_s,
            .version = u"1.2.0"_s,
            .status = u"active"_s,
            .fields = QList<FieldFacts>{{u"orders"_s, u"order_id"_s, {}, true},
                                        {u"orders"_s, u"customer"_s, {}, true},
                                        {u"orders"_s, u"customer.email"_s, u"Confidential"_s, true},
                                        {u"orders"_s, u"iban"_s, u"restricted"_s, false}},
            .promises = QStringList{u"latency"_s, u"retention"_s},
            .termsSha256 = u"aa11"_s};
}

PortFacts port()
{
    return {.id = u"orders#events"_s,
            .name = u"events"_s,
            .version = u"2.0.0"_s,
            .description = u"Every order as it is placed"_s,
            .status = QString(),
            .contractId = u"c1"_s,
            .contract = contract()};
}

ProductFacts product()
{
    return {.id = u"orders"_s,
            .name = u"order-events"_s,
            .version = u"1.0.0"_s,
            .status = u"active"_s,
            .description = u"All orders of the shop"_s,
            .owner = u"Maya"_s,
            .ports = QList<PortFacts>{port()}};
}

RequestFacts request()
{
    return {
        .today = today,
        .purpose = u"fraud"_s,
        .justification = u"Finding stolen cards before parcels leave"_s,
        .from = today,
        .to = today.addDays(99),
        .terms = {{.id = u"c1"_s, .version = u"1.2.0"_s, .sha256 = u"AA11"_s}},
        .items = {{.port = u"orders#events"_s,
                   .product = product(),
                   .facts = port(),
                   .steps = QList<domain::ApprovalStep>{{u"first level"_s, {u"a@x.example"_s}},
                                                        {u"second level"_s, {u"b@x.example"_s}}}}}};
}

QString wordsOf(const QList<domain::PolicyVerdict> &verdicts)
{
    QStringList words;
    for (const auto &one : verdicts)
        words.append(domain::resultWord(one.result)
                     + (one.field.isEmpty() ? QString() : u' ' + one.field));
    return words.join(u", "_s);
}

QString onProduct(const PolicyRule &one, const ProductFacts &facts)
{
    return wordsOf(judgeProduct(set(one), facts));
}

QString onRequest(const PolicyRule &one, const RequestFacts &facts)
{
    return wordsOf(judgeRequest(set(one), facts));
}

template <typename Change>
ProductFacts productWith(Change change)
{
    auto facts = product();
    change(facts);
    return facts;
}

//! The product whose one port was changed.
template <typename Change>
ProductFacts portWith(Change change)
{
    auto facts = product();
    change(facts.ports->first());
    return facts;
}

template <typename Change>
RequestFacts requestWith(Change change)
{
    auto facts = request();
    change(facts);
    return facts;
}

} // namespace

class TestPolicyRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void ownerPresent()
    {
        const auto one = rule(PolicyKind::OwnerPresent, PolicyScope::Product);
        QCOMPARE(onProduct(one, product()), u"pass"_s);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.owner = u"  "_s; })), u"fail"_s);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.owner.reset(); })), u"unknown"_s);
        const auto asked = rule(PolicyKind::OwnerPresent, PolicyScope::Request);
        QCOMPARE(onRequest(asked, request()), u"pass"_s);
        QCOMPARE(onRequest(asked, requestWith([](auto &r) { r.items[0].product.reset(); })),
                 u"unknown"_s);
    }

    void descriptionPresent()
    {
        const auto one =
            rule(PolicyKind::DescriptionPresent, PolicyScope::Product, {.minimum = 22});
        QCOMPARE(onProduct(one, product()), u"pass"_s);
        // Blanks do not make it longer.
        QCOMPARE(onProduct(one, productWith([](auto &p) {
                               p.description = u"  All   orders of the   "_s;
                           })),
                 u"fail"_s);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.description.reset(); })), u"unknown"_s);
        const auto ofPort = rule(PolicyKind::DescriptionPresent, PolicyScope::Port);
        QCOMPARE(onProduct(ofPort, product()), u"pass"_s);
        QCOMPARE(onProduct(ofPort, portWith([](auto &p) { p.description = QString(); })),
                 u"fail"_s);
    }

    void statusAllowed()
    {
        const PolicyParameters active{.allowed = {u"active"_s}};
        const auto one = rule(PolicyKind::StatusAllowed, PolicyScope::Product, active);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.status = u"Active"_s; })), u"pass"_s);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.status = u"draft"_s; })), u"fail"_s);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.status = QString(); })), u"fail"_s);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.status.reset(); })), u"unknown"_s);
        const auto ofPort = rule(PolicyKind::StatusAllowed, PolicyScope::Port, active);
        QCOMPARE(onProduct(ofPort, product()), u"pass"_s); // its contract's
        QCOMPARE(onProduct(ofPort, portWith([](auto &p) { p.status = u"deprecated"_s; })),
                 u"fail"_s);
        QCOMPARE(onProduct(ofPort, portWith([](auto &p) { p.contract.reset(); })), u"unknown"_s);
        const auto asked = rule(PolicyKind::StatusAllowed, PolicyScope::Request, active);
        QCOMPARE(onRequest(asked, request()), u"pass"_s);
        QCOMPARE(onRequest(asked, requestWith([](auto &r) {
                               r.items[0].facts->status = u"deprecated"_s;
                           })),
                 u"fail"_s);
        QCOMPARE(onRequest(asked, requestWith([](auto &r) { r.items[0].facts.reset(); })),
                 u"unknown"_s);
        QCOMPARE(onProduct(ofPort, portWith([](auto &p) { p.contractId = QString(); })),
                 u"pass"_s); // its product's
    }

    void contractPresent()
    {
        const auto one = rule(PolicyKind::ContractPresent, PolicyScope::Port);
        QCOMPARE(onProduct(one, product()), u"pass"_s);
        QCOMPARE(onProduct(one, portWith([](auto &p) { p.contractId = QString(); })), u"fail"_s);
        QCOMPARE(onProduct(one, portWith([](auto &p) { p.contract.reset(); })), u"unknown"_s);
        QCOMPARE(onProduct(one, portWith([](auto &p) { p.contractId.reset(); })), u"unknown"_s);
    }

    void sloPresent()
    {
        const auto any = rule(PolicyKind::SloPresent, PolicyScope::Port);
        QCOMPARE(onProduct(any, product()), u"pass"_s);
        QCOMPARE(onProduct(any, portWith([](auto &p) { p.contract->promises = QStringList(); })),
                 u"fail"_s);
        QCOMPARE(onProduct(any, portWith([](auto &p) { p.contract->promises.reset(); })),
                 u"unknown"_s);
        QCOMPARE(onProduct(any, portWith([](auto &p) { p.contractId = QString(); })), u"fail"_s);
        const auto named = rule(PolicyKind::SloPresent, PolicyScope::Port,
                                {.properties = {u"Availability"_s, u"Latency"_s}});
        QCOMPARE(onProduct(named, product()), u"pass"_s);
        QCOMPARE(onProduct(named, portWith([](auto &p) {
                               p.contract->promises = QStringList{u"retention"_s};
                           })),
                 u"fail"_s);
    }

    void schemaDocumented()
    {
        const auto share = [](double value) {
            return rule(PolicyKind::SchemaDocumented, PolicyScope::Port, {.share = value});
        };
        QCOMPARE(onProduct(share(0.75), product()), u"pass"_s);
        QCOMPARE(onProduct(share(0.76), product()), u"fail iban"_s);
        QCOMPARE(onProduct(share(0),
                           portWith([](auto &p) { p.contract->fields = QList<FieldFacts>(); })),
                 u"fail"_s);
        QCOMPARE(onProduct(share(0), portWith([](auto &p) { p.contract->fields.reset(); })),
                 u"unknown"_s);
        // 0.7 of 10 are 7, whatever 0.7 is in binary.
        QCOMPARE(onProduct(share(0.7), portWith([](auto &p) {
                               p.contract->fields = QList<FieldFacts>(10, {.isDescribed = true});
                               for (auto at : {1, 4, 7})
                                   (*p.contract->fields)[at].isDescribed = false;
                           })),
                 u"pass"_s);
    }

    void formats_data()
    {
        QTest::addColumn<QString>("standard");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("right");
        for (const auto &text : {u"1.0.0"_s, u"0.0.4"_s, u"10.20.30-rc.1+build.5"_s})
            QTest::newRow(qPrintable(u"semver "_s + text)) << u"semver"_s << text << true;
        for (const auto &text : {u"1.0"_s, u"v1.0.0"_s, u"01.0.0"_s, u"1.0.0-"_s, u"1.0.0\n"_s})
            QTest::newRow(qPrintable(u"no semver "_s + text)) << u"semver"_s << text << false;
        QTest::newRow("kebab") << u"kebab-case"_s << u"order-events-2"_s << true;
        QTest::newRow("no kebab") << u"kebab-case"_s << u"Order events"_s << false;
        QTest::newRow("snake") << u"snake-case"_s << u"order_id"_s << true;
        QTest::newRow("no snake") << u"snake-case"_s << u"orderId"_s << false;
        QTest::newRow("uuid") << u"uuid"_s << u"53581432-6c55-4ba2-a65f-72344a91553a"_s << true;
        QTest::newRow("no uuid") << u"uuid"_s << u"53581432"_s << false;
    }

    void formats()
    {
        QFETCH(QString, standard);
        QFETCH(QString, text);
        QFETCH(bool, right);
        QCOMPARE(isWrittenAs({.standard = standard}, text), right);
    }

    void patternsAreOfTheWholeAndMayGiveUp()
    {
        QCOMPARE(isWrittenAs({.pattern = u"a|ab"_s}, u"ab"_s), true);
        QCOMPARE(isWrittenAs({.pattern = u"a"_s}, u"ab"_s), false);
        QVERIFY(!isWrittenAs({.pattern = u"("_s}, u"ab"_s));
        QVERIFY(!isWrittenAs({}, u"ab"_s));
        QVERIFY(!isWrittenAs({.standard = u"kebab-case"_s}, QString(2000, u'a')));
        // A pattern that backtracks for ever ends, and is no pass.
        QVERIFY(
            !isWrittenAs({.pattern = u"(a*)*(a*)*(a*)*b"_s}, QString(900, u'a')).value_or(false));
    }

    void format()
    {
        const auto of = [](const QString &what, const QString &standard, PolicyScope scope) {
            return rule(PolicyKind::Format, scope, {.of = what, .standard = standard});
        };
        const auto onProductOf = [&](const QString &what, const QString &standard) {
            return onProduct(of(what, standard, PolicyScope::Product), product());
        };
        QCOMPARE(onProductOf(u"name"_s, u"kebab-case"_s), u"pass"_s);
        QCOMPARE(onProductOf(u"name"_s, u"semver"_s), u"fail"_s);
        QCOMPARE(onProductOf(u"version"_s, u"semver"_s), u"pass"_s);
        const auto version = of(u"version"_s, u"semver"_s, PolicyScope::Product);
        QCOMPARE(onProduct(version, productWith([](auto &p) { p.version = QString(); })),
                 u"fail"_s);
        QCOMPARE(onProduct(version, productWith([](auto &p) { p.version.reset(); })), u"unknown"_s);
        const auto field = of(u"field"_s, u"snake-case"_s, PolicyScope::Port);
        QCOMPARE(onProduct(field, product()), u"pass"_s);
        QCOMPARE(onProduct(field, portWith([](auto &p) {
                               (*p.contract->fields)[1].path = u"customer.eMail"_s;
                           })),
                 u"fail eMail"_s);
        const auto contractVersion = of(u"contract-version"_s, u"semver"_s, PolicyScope::Port);
        QCOMPARE(onProduct(contractVersion, product()), u"pass"_s);
        QCOMPARE(onProduct(contractVersion, portWith([](auto &p) { p.contract.reset(); })),
                 u"unknown"_s);
    }

    void purposeListed()
    {
        const auto one = rule(PolicyKind::PurposeListed, PolicyScope::Request);
        QCOMPARE(onRequest(one, request()), u"pass"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) { r.purpose = u"Fraud"_s; })),
                 u"fail purpose"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) { r.purpose.clear(); })),
                 u"fail purpose"_s);
        QCOMPARE(wordsOf(judgeRequest({.rules = {one}}, request())), u"unknown"_s);
    }

    void justificationLength()
    {
        const auto one =
            rule(PolicyKind::JustificationLength, PolicyScope::Request, {.minimum = 20});
        QCOMPARE(onRequest(one, request()), u"pass"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) {
                               r.justification = u"because"_s + QString(30, u' ') + u"of it"_s;
                           })),
                 u"fail justification"_s);
    }

    void periodLimit_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("verdict");
        // The purpose allows 100 days, the rule 200: both days count.
        QTest::newRow("as long as it may") << today << today.addDays(99) << u"pass"_s;
        QTest::newRow("a day longer") << today << today.addDays(100) << u"fail to"_s;
        QTest::newRow("one day") << today << today << u"pass"_s;
        QTest::newRow("over") << today.addDays(-1) << today << u"fail from"_s;
        QTest::newRow("turned") << today.addDays(2) << today.addDays(1) << u"fail to"_s;
        QTest::newRow("no end") << today << QDate() << u"fail to"_s;
        QTest::newRow("at once") << QDate() << today.addDays(99) << u"pass"_s;
        QTest::newRow("at once, too long") << QDate() << today.addDays(100) << u"fail to"_s;
    }

    void periodLimit()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(QString, verdict);
        const auto one = rule(PolicyKind::PeriodLimit, PolicyScope::Request, {.maxDays = 200});
        const auto facts = requestWith([&](auto &r) {
            r.from = from;
            r.to = to;
        });
        QCOMPARE(onRequest(one, facts), verdict);
        auto elsewhere = facts;
        elsewhere.today = QDate();
        QCOMPARE(onRequest(one, elsewhere), u"unknown"_s);
    }

    void periodsWithoutALimitMayBeOpen()
    {
        const auto one = rule(PolicyKind::PeriodLimit, PolicyScope::Request);
        const auto open = requestWith([](auto &r) {
            r.purpose = u"trial"_s;
            r.to = QDate();
        });
        QCOMPARE(onRequest(one, open), u"pass"_s);
    }

    void purposeForClassified_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("all, allowed") << QStringList{} << u"fraud"_s << u"pass"_s;
        QTest::newRow("all") << QStringList{} << u"trial"_s << u"fail customer.email"_s;
        QTest::newRow("unlisted") << QStringList{} << u"fun"_s << u"fail customer.email"_s;
        QTest::newRow("harmless") << QStringList{u"order_id"_s} << u"trial"_s << u"pass"_s;
        QTest::newRow("what holds it")
            << QStringList{u"customer"_s} << u"trial"_s << u"fail customer.email"_s;
        QTest::newRow("by its object")
            << QStringList{u"orders.iban"_s} << u"trial"_s << u"fail iban"_s;
        QTest::newRow("the object")
            << QStringList{u"orders"_s} << u"trial"_s << u"fail customer.email"_s;
        QTest::newRow("a name that begins alike")
            << QStringList{u"order_id"_s, u"cust"_s} << u"trial"_s << u"unknown cust"_s;
    }

    void purposeForClassified()
    {
        QFETCH(QStringList, fields);
        QFETCH(QString, purpose);
        QFETCH(QString, verdict);
        const auto one = rule(PolicyKind::PurposeForClassified, PolicyScope::Request,
                              {.classifications = {u"confidential"_s, u"restricted"_s}});
        QCOMPARE(onRequest(one, requestWith([&](auto &r) {
                               r.purpose = purpose;
                               r.items[0].fields = fields;
                           })),
                 verdict);
    }

    void classifiedFieldsThatNobodyKnowsAreUnknown()
    {
        for (const auto kind : {PolicyKind::PurposeForClassified, PolicyKind::SecondApprover}) {
            const auto one = rule(kind, PolicyScope::Request, {.classifications = {u"pii"_s}});
            QCOMPARE(onRequest(one, requestWith([](auto &r) { r.items[0].facts.reset(); })),
                     u"unknown"_s);
            QCOMPARE(onRequest(one, requestWith([](auto &r) {
                                   r.items[0].facts->contract->fields.reset();
                               })),
                     u"unknown"_s);
            QCOMPARE(onRequest(one, requestWith([](auto &r) {
                                   r.items[0].facts->contract.reset();
                                   r.items[0].facts->contractId = QString();
                               })),
                     u"unknown"_s);
        }
    }

    void secondApprover()
    {
        const auto one = rule(PolicyKind::SecondApprover, PolicyScope::Request,
                              {.classifications = {u"RESTRICTED"_s}});
        const auto with = [&](const QList<domain::ApprovalStep> &steps) {
            return onRequest(one, requestWith([&](auto &r) { r.items[0].steps = steps; }));
        };
        const domain::ApprovalStep first{u"first level"_s, {u"a@x.example"_s}};
        QCOMPARE(onRequest(one, request()), u"pass"_s);
        QCOMPARE(with({first}), u"fail iban"_s);
        QCOMPARE(with({first, {u"second level"_s, {}}}), u"fail iban"_s);
        QCOMPARE(with({first, {u"second level"_s, {u"A@x.example"_s, u"b@x.example"_s}}}),
                 u"fail iban"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) { r.items[0].steps.reset(); })),
                 u"unknown"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) {
                               r.items[0].fields = {u"order_id"_s};
                               r.items[0].steps.reset();
                           })),
                 u"pass"_s);
    }

    void termsAccepted()
    {
        const auto one = rule(PolicyKind::TermsAccepted, PolicyScope::Request);
        QCOMPARE(onRequest(one, request()), u"pass"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) { r.terms.clear(); })), u"fail terms"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) { r.terms[0].sha256 = u"bb"_s; })),
                 u"fail terms"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) { r.terms[0].id = u"c2"_s; })),
                 u"fail terms"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) {
                               r.items[0].facts->contract->termsSha256 = QString();
                               r.terms.clear();
                           })),
                 u"pass"_s);
        QCOMPARE(onRequest(one, requestWith([](auto &r) {
                               r.items[0].facts->contract->termsSha256.reset();
                           })),
                 u"unknown"_s);
    }

    void severityDecidesBetweenWarnAndFail()
    {
        auto one = rule(PolicyKind::OwnerPresent, PolicyScope::Product);
        const auto nobody = productWith([](auto &p) { p.owner = QString(); });
        one.severity = Severity::Warning;
        QCOMPARE(onProduct(one, nobody), u"warn"_s);
        one.severity = Severity::Info;
        QCOMPARE(onProduct(one, nobody), u"warn"_s);
    }

    void verdictsSayWhatIsWrongAndWhatToDo()
    {
        auto one = rule(PolicyKind::SloPresent, PolicyScope::Port);
        const auto none = portWith([](auto &p) { p.contract->promises = QStringList(); });
        auto verdict = judgeProduct(set(one), none).first();
        QCOMPARE(verdict.policy, u"r"_s);
        QCOMPARE(verdict.port, u"orders#events"_s);
        QCOMPARE(verdict.source, u"local"_s);
        QVERIFY(!verdict.message.isEmpty() && !verdict.remedy.isEmpty());
        one.message = u"No promise, no port"_s;
        one.remedy = u"Promise something"_s;
        verdict = judgeProduct(set(one), none).first();
        QCOMPARE(verdict.message, u"No promise, no port (it promises none)"_s);
        QCOMPARE(verdict.remedy, u"Promise something"_s);
        // Where it holds, it does not say what would be wrong.
        verdict = judgeProduct(set(one), product()).first();
        QVERIFY(!verdict.message.contains(u"No promise"_s) && verdict.remedy.isEmpty());
    }

    void anUnreadableRuleIsUnknown()
    {
        for (const auto scope : {PolicyScope::Product, PolicyScope::Port, PolicyScope::Request}) {
            auto one = rule(PolicyKind::Unreadable, scope);
            one.mistake = u"There is no kind \"x\""_s;
            const auto verdicts = scope == PolicyScope::Request ? judgeRequest(set(one), request())
                                                                : judgeProduct(set(one), product());
            QCOMPARE(wordsOf(verdicts), u"unknown"_s);
            QVERIFY(verdicts.first().message.contains(one.mistake));
        }
    }

    void nothingKnownIsNeverAPass()
    {
        // Every kind in every scope, on facts that know nothing but that the thing is there.
        auto asked = 0;
        for (const auto &info : domain::policyKinds()) {
            for (const auto scope : info.scopes) {
                const auto one = rule(info.kind, scope,
                                      {.allowed = {u"active"_s},
                                       .classifications = {u"pii"_s},
                                       .maxDays = 10,
                                       .of = u"version"_s,
                                       .standard = u"semver"_s});
                const ProductFacts unknown{.id = u"p"_s,
                                           .ports = QList<PortFacts>{{.id = u"p#1"_s}}};
                const RequestFacts form{.items = {{.port = u"p#1"_s}}};
                const auto verdicts = scope == PolicyScope::Request
                    ? judgeRequest(set(one), form)
                    : judgeProduct(set(one), unknown);
                QCOMPARE(verdicts.size(), 1);
                QVERIFY2(verdicts.first().result != PolicyResult::Pass,
                         qPrintable(info.word.toString()));
                const auto none = scope == PolicyScope::Request
                    ? judgeRequest(set(one), {.today = today})
                    : judgeProduct(set(one), {.id = u"p"_s});
                QCOMPARE(none.size(), 1);
                QVERIFY2(none.first().result != PolicyResult::Pass,
                         qPrintable(info.word.toString()));
                ++asked;
            }
        }
        QCOMPARE(asked, 21);
    }

    void eachKindHasItsOwnWordAndSentences()
    {
        QSet<QStringView> words;
        for (const auto &info : domain::policyKinds()) {
            QVERIFY(!info.promise.isEmpty() && !info.complaint.isEmpty() && !info.remedy.isEmpty()
                    && !info.scopes.empty());
            QCOMPARE(domain::policyKindInfo(info.kind), &info);
            words.insert(info.word);
        }
        QCOMPARE(words.size(), 13);
    }

    void aProductWithoutPortsHasNothingThatARuleCouldBeAbout()
    {
        const auto one = rule(PolicyKind::ContractPresent, PolicyScope::Port);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.ports = QList<PortFacts>(); })),
                 u"pass"_s);
        QCOMPARE(onProduct(one, productWith([](auto &p) { p.ports.reset(); })), u"unknown"_s);
    }

    void theWorstDecides()
    {
        const auto worst = [](const QList<PolicyResult> &results) {
            QList<domain::PolicyVerdict> verdicts;
            for (const auto result : results)
                verdicts.append({.result = result});
            return worstOf(verdicts);
        };
        using enum PolicyResult;
        QCOMPARE(worst({Pass, Unknown, Fail, Warn}), Fail);
        QCOMPARE(worst({Pass, Warn, Unknown}), Unknown);
        QCOMPARE(worst({Pass, Warn}), Warn);
        QCOMPARE(worst({}), Pass);
    }
};

QTEST_APPLESS_MAIN(TestPolicyRules)
#include "tst_policyrules.moc"
