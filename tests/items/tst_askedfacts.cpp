// SPDX-License-Identifier: GPL-3.0-or-later
// What policies of platforms are told of a person and of how a product does, out of a real store.
#include "models/base/identity.h"
#include "models/items/accessoffers.h"
#include "models/items/policyfacts.h"
#include "tests/store/qualityrecords.h"
#include "tests/store/storefixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using domain::Relation;
using domain::RunStatus;
using domain::SloState;
using tests::StoreFixture;

namespace {

const QUuid files = entityId({}, u"files"_s);
const QUuid server = entityId({}, u"server"_s);
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);

domain::Record person(const QString &id, const QString &name, const QStringList &teams,
                      const QList<std::pair<QString, QString>> &facts = {})
{
    domain::Record record{.kind = EntityKind::Person, .nativeId = id, .name = name};
    for (const auto &team : teams)
        record.relations.append({Relation::MemberOf, team});
    record.properties = facts;
    return record;
}

domain::Record team(const QString &id, const QString &title, const QStringList &path)
{
    return {.kind = EntityKind::Team, .nativeId = id, .name = id, .title = title, .domain = path};
}

policy::AskerFacts askerOf(StoreFixture &store, const QString &address)
{
    return items::askerFactsOf(*store.operator->(), {u"Ada"_s, address});
}

policy::ProductFacts standingOf(StoreFixture &store)
{
    policy::ProductFacts facts{.id = u"p"_s};
    items::addStanding(facts, *store.operator->(), store.page(entityId(files, u"p"_s)));
    return facts;
}

//! A product, its port, what stands behind it, and two checks of that.
void addProduct(StoreFixture &store, const QList<domain::RelationTo> &owners = {})
{
    store.apply(
        files,
        {{.kind = EntityKind::Product,
          .nativeId = u"p"_s,
          .name = u"p"_s,
          .relations = owners + QList<domain::RelationTo>{{Relation::OutputPort, u"p.out"_s}}},
         {.kind = EntityKind::Port,
          .nativeId = u"p.out"_s,
          .name = u"out"_s,
          .relations = {{Relation::Exposes, u"orders"_s}}},
         tests::asset(u"orders"_s, {u"Orders"_s})});
}

} // namespace

class TestAskedFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPersonIsFoundByTheAddress()
    {
        StoreFixture store;
        store.apply(files,
                    {team(u"team:ops"_s, u"Operations"_s, {u"Orders"_s, u"Fulfilment"_s}),
                     person(u"person:ada@example.com"_s, u"ada@example.com"_s, {u"team:ops"_s},
                            {{u"trainings"_s, u"privacy-2026, safety"_s}})});
        store.finish(files);
        const auto facts = askerOf(store, u"Ada@Example.com"_s);
        QCOMPARE(facts.teams, QStringList{u"Operations"_s});
        QCOMPARE(facts.teamIds, QStringList{u"team:ops"_s});
        QCOMPARE(facts.domain, (QStringList{u"Orders"_s, u"Fulfilment"_s}));
        QCOMPARE(facts.trainings, (QStringList{u"privacy-2026"_s, u"safety"_s}));
        QVERIFY(!facts.roles);
    }

    void aRequestGoesWhereTheRulingSays_data()
    {
        QTest::addColumn<bool>("own"); // the account of the port takes requests
        QTest::addColumn<bool>("offered"); // another one has a port before the same asset
        QTest::addColumn<bool>("assets"); // another one takes requests for assets
        QTest::addColumn<bool>("named"); // a workspace is named
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("port");
        QTest::newRow("its own") << true << true << true << true << u"server"_s << u"p.out"_s;
        QTest::newRow("a port of the asset")
            << false << true << true << true << u"hub"_s << u"hub.out"_s;
        QTest::newRow("the asset") << false << false << true << true << u"hub"_s << u"hub.orders"_s;
        QTest::newRow("a workspace") << false << false << false << true << u"mesh"_s << u"p.out"_s;
        QTest::newRow("its own page")
            << false << false << false << false << QString() << u"p.out"_s;
    }

    void aRequestGoesWhereTheRulingSays()
    {
        QFETCH(bool, own);
        QFETCH(bool, offered);
        QFETCH(bool, assets);
        QFETCH(bool, named);
        const auto hub = entityId({}, u"hub"_s);
        const auto key = u"snowflake::shop.mart.orders"_s;
        StoreFixture store;
        domain::Record table{.kind = EntityKind::Asset,
                             .nativeId = u"orders"_s,
                             .name = u"orders"_s,
                             .datasetKey = key};
        domain::Record port{.kind = EntityKind::Port,
                            .nativeId = u"p.out"_s,
                            .name = u"out"_s,
                            .relations = {{Relation::Exposes, u"orders"_s}}};
        port.references = {{.type = u"access request"_s,
                            .url = u"https://ask.example.com/orders"_s,
                            .description = {}}};
        store.apply(server,
                    {{.kind = EntityKind::Product,
                      .nativeId = u"p"_s,
                      .name = u"p"_s,
                      .relations = {{Relation::OutputPort, u"p.out"_s}}},
                     port,
                     table});
        table.nativeId = u"hub.orders"_s;
        QList<domain::Record> there{table};
        if (offered)
            there.append({.kind = EntityKind::Port,
                          .nativeId = u"hub.out"_s,
                          .name = u"out"_s,
                          .relations = {{Relation::Exposes, u"hub.orders"_s}}});
        store.apply(hub, there);
        store.finish(server);
        store.finish(hub);
        const QList<items::AccessPlace> places{
            {.account = server, .name = u"server"_s, .takesRequests = own},
            {.account = hub,
             .name = u"hub"_s,
             .takesRequests = offered || assets,
             .takesAssets = assets},
            {.account = files, .name = u"mesh"_s, .takesRequests = true, .takesOthers = named}};
        const auto offers =
            items::readOffers(*store.operator->(), {entityId(server, u"p"_s)}, places);
        QVERIFY(offers);
        QCOMPARE(offers->size(), 1);
        QTEST(offers->first().accountName, "account");
        QTEST(offers->first().port, "port");
        // Where nobody takes it, the page is known where it is asked for.
        QCOMPARE(offers->first().page,
                 offers->first().account.isNull() ? u"https://ask.example.com/orders"_s
                                                  : QString());
    }

    //! A server knows people by a name, and has the address as a fact; namesakes are not them.
    void aPersonIsFoundByTheNameOnAServer()
    {
        StoreFixture store;
        store.apply(
            server,
            {team(u"team:Sales"_s, u"Sales"_s, {}),
             person(u"user:ada"_s, u"ada"_s, {u"team:Sales"_s},
                    {{u"email"_s, u"ada@example.com"_s}, {u"roles"_s, u"[\"consumer\"]"_s}})});
        store.finish(server);
        const auto facts = askerOf(store, u"ada@example.com"_s);
        QCOMPARE(facts.teams, QStringList{u"Sales"_s});
        QCOMPARE(facts.roles, QStringList{u"consumer"_s});
        QVERIFY(!facts.domain);
        QVERIFY(!facts.trainings);
        QCOMPARE(askerOf(store, u"ada@elsewhere.org"_s), policy::AskerFacts());
    }

    void whatSeveralAccountsKnowUnites()
    {
        StoreFixture store;
        store.apply(files,
                    {team(u"team:ops"_s, u"Operations"_s, {u"Orders"_s}),
                     person(u"person:ada@example.com"_s, u"ada@example.com"_s, {u"team:ops"_s})});
        store.apply(server,
                    {team(u"team:Sales"_s, u"Sales"_s, {u"Market"_s}),
                     person(u"user:ada"_s, u"ada"_s, {u"team:Sales"_s},
                            {{u"email"_s, u"ada@example.com"_s}})});
        store.finish(files);
        store.finish(server);
        const auto facts = askerOf(store, u"ada@example.com"_s);
        QCOMPARE(facts.teams, (QStringList{u"Operations"_s, u"Sales"_s}));
        QVERIFY(!facts.domain); // which of the two nobody says
    }

    void whatNobodyWroteDownIsNotKnown()
    {
        StoreFixture store;
        QCOMPARE(askerOf(store, u"ada@example.com"_s), policy::AskerFacts());
        QCOMPARE(askerOf(store, QString()), policy::AskerFacts());
        addProduct(store);
        store.finish(files);
        const auto product = standingOf(store);
        QVERIFY(!product.ownerTeam);
        QCOMPARE(product.health, policy::HealthFacts());
    }

    void theTeamThatAnswersIsNamed()
    {
        StoreFixture store;
        store.apply(files,
                    {team(u"team:ops"_s, u"Operations"_s, {}),
                     person(u"person:bo@example.com"_s, u"bo@example.com"_s, {})});
        addProduct(
            store,
            {{Relation::OwnedBy, u"person:bo@example.com"_s}, {Relation::OwnedBy, u"team:ops"_s}});
        store.finish(files);
        QCOMPARE(standingOf(store).ownerTeam, u"Operations"_s);
    }

    void openFailuresAreThoseOfTheNewestRuns()
    {
        StoreFixture store;
        addProduct(store);
        store.apply(files,
                    {tests::check(u"c1"_s, u"orders"_s, u"validity"_s),
                     tests::check(u"c2"_s, u"orders"_s, u"validity"_s)});
        store.finish(files);
        auto health = standingOf(store).health;
        QCOMPARE(health.checks, 2);
        QVERIFY(!health.openFailures); // none was ever run
        store::PageWrite page{.account = files};
        page.evidence.runs = {tests::run(u"c1"_s, noon, RunStatus::Fail),
                              tests::run(u"c2"_s, noon, RunStatus::Error),
                              tests::run(u"c2"_s, noon.addSecs(60), RunStatus::Pass)};
        StoreFixture::value(store->apply(page));
        store.finish(files);
        health = standingOf(store).health;
        QCOMPARE(health.openFailures, 1);
        QVERIFY(!health.slo);
    }

    void theWorstServiceLevelIsTheStateOfTheProduct()
    {
        StoreFixture store;
        addProduct(store);
        store.finish(files);
        domain::Slo slo;
        slo.nativeId = u"slo:fresh"_s;
        slo.name = u"fresh"_s;
        slo.asset = u"orders"_s;
        StoreFixture::value(store->replaceSlos(files, {slo}));
        StoreFixture::value(store->putStandings(
            {{.slo = entityId(files, u"slo:fresh"_s), .state = SloState::Missed, .at = noon}}));
        QCOMPARE(standingOf(store).health.slo, SloState::Missed);
    }
};

QTEST_GUILESS_MAIN(TestAskedFacts)
#include "tst_askedfacts.moc"
