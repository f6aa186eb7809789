// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about the names of things: why they are one, what was kept apart, what may be one.
#include "models/base/identity.h"
#include "models/store/joinreason.h"
#include "tests/store/samplerecords.h"
#include "tests/store/storefixture.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using store::JoinDecision;
using tests::simple;
using tests::StoreFixture;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);
const QUuid hub(u"22222222-0000-4000-8000-000000000002"_s);
const QDateTime monday(QDate(2026, 11, 23), QTime(14, 2), Qt::UTC);

domain::Record table(const QString &nativeId, const QString &name, const QStringList &fields = {},
                     const QString &key = {})
{
    auto record = simple(EntityKind::Asset, nativeId, name);
    record.datasetKey = key;
    for (const auto &path : fields) {
        domain::Field field;
        field.path = field.name = path;
        record.fields.append(field);
    }
    return record;
}

//! Says the reasons of joins in a language of its own.
class OtherLanguage : public QTranslator
{
public:
    bool isEmpty() const override { return false; }

    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return qstrcmp(context, "portolan::store::Joining") == 0
            ? QString(u'[' + QString::fromUtf8(text).toLower() + u']')
            : QString();
    }
};

void addAccount(StoreFixture &store, const QUuid &id, const QString &name, int position)
{
    store::Account account;
    account.id = id;
    account.name = name;
    account.platform = u"files"_s;
    account.position = position;
    StoreFixture::value(store->accounts().put(account));
}

//! "own | other" of each.
QStringList pairsOf(const QList<domain::JoinSuggestion> &suggestions)
{
    QStringList pairs;
    for (const auto &one : suggestions)
        pairs.append(one.own.nativeId + u" | "_s + one.other.nativeId);
    return pairs;
}

} // namespace

class TestJoinReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void eachNameSaysWhyItIsOne()
    {
        StoreFixture store;
        addAccount(store, files, u"mesh"_s, 0);
        addAccount(store, hub, u"corp"_s, 1);
        store.apply(files, {table(u"model.a"_s, u"a"_s, {}, u"pg:h:db.s.t"_s)});
        store.apply(hub,
                    {table(u"urn:a"_s, u"A"_s, {}, u"pg:h:db.s.t"_s), table(u"urn:x"_s, u"X"_s)});
        StoreFixture::value(store->accounts().decide(
            {{JoinDecision{hub, u"urn:x"_s, files, u"model.a"_s, true, u"Maya"_s, monday}}, {}}));
        StoreFixture::value(store->settled());
        const auto joins = StoreFixture::value(store->joins(entityId(hub, u"urn:x"_s)));
        QCOMPARE(joins.thing, entityId(files, u"model.a"_s));
        QCOMPARE(joins.names.size(), 3);
        QCOMPARE(joins.names.at(0).name.nativeId, u"model.a"_s);
        QCOMPARE(joins.names.at(0).name.accountName, u"mesh"_s);
        QVERIFY(joins.names.at(0).why.isEmpty());
        QVERIFY(!joins.names.at(0).decision);
        QVERIFY(joins.names.at(1).why.contains(u"pg:h:db.s.t"_s));
        QVERIFY(!joins.names.at(1).decision);
        QCOMPARE(joins.names.at(1).name.label, u"A"_s);
        QVERIFY(joins.names.at(2).decision);
        QCOMPARE(joins.names.at(2).decision->who, u"Maya"_s);
        QCOMPARE(joins.names.at(2).decision->at, monday);
        QVERIFY(!joins.values.isEmpty());

        const auto book = StoreFixture::value(store->joinBook());
        QCOMPARE(book.joinedTotal, 1);
        QCOMPARE(book.joined.size(), 1);
        QCOMPARE(book.joined.first().names, joins.names);
        QCOMPARE(book.decisions.size(), 1);
        QCOMPARE(book.decisions.first().decision.who, u"Maya"_s);
    }

    //! Two programs in two languages share a profile, and neither writes over what the other
    //! merged.
    void whyIsSaidInTheLanguageOfWhoReads()
    {
        StoreFixture store;
        addAccount(store, files, u"mesh"_s, 0);
        addAccount(store, hub, u"hub"_s, 1);
        store.apply(files, {table(u"model.a"_s, u"A"_s, {}, u"pg:h:db.s.t"_s)});
        store.apply(hub, {table(u"urn:a"_s, u"A"_s, {}, u"pg:h:db.s.t"_s)});
        const auto why = [&] {
            const auto joins = StoreFixture::value(store->joins(entityId(files, u"model.a"_s)));
            const auto page = store.page(entityId(files, u"model.a"_s));
            return QStringList{joins.names.last().why, page.entity.aliases.last().joinedBy};
        };
        const auto english = u"Both name the same table: pg:h:db.s.t."_s;
        QCOMPARE(why(), (QStringList{english, english}));
        OtherLanguage other;
        QCoreApplication::installTranslator(&other);
        const auto translated = why();
        QCoreApplication::removeTranslator(&other);
        const auto others = u"[both name the same table: pg:h:db.s.t.]"_s;
        QCOMPARE(translated, (QStringList{others, others}));
        QCOMPARE(why(), (QStringList{english, english}));
    }

    void whatEarlierVersionsKeptIsShownAsItIs()
    {
        using store::JoinReason;
        const auto words = u"Beide nennen dieselbe Tabelle: x."_s;
        QCOMPARE(store::reasonInWords(words), words);
        QCOMPARE(store::reasonInWords({}), QString());
        const auto kept = store::keptReason(JoinReason::FittingTable, {u"%2\x1f"_s, u"b"_s});
        QCOMPARE(store::reasonInWords(kept), u"%2 fits b, and nothing else does."_s);
        QCOMPARE(store::reasonInWords(store::keptReason(JoinReason::ByHand)), u"Joined by hand."_s);
        // What a later version keeps is no riddle either.
        QCOMPARE(store::reasonInWords(u"\x1fsame-moon\x1fLuna"_s), u"same-moon Luna"_s);
    }

    void whatWasKeptApartSaysWhetherItComesBack()
    {
        StoreFixture store;
        store.apply(files, {table(u"a"_s, u"a"_s, {}, u"pg:h:db.s.t"_s), table(u"x"_s, u"x"_s)});
        store.apply(hub, {table(u"b"_s, u"b"_s, {}, u"pg:h:db.s.t"_s)});
        StoreFixture::value(store->accounts().decide(
            {{JoinDecision{files, u"a"_s, hub, u"b"_s, false, u"Ada"_s, monday},
              JoinDecision{files, u"a"_s, files, u"x"_s, false, u"Ada"_s, monday},
              JoinDecision{files, u"a"_s, hub, u"gone"_s, false, u"Ada"_s, monday}},
             {}}));
        StoreFixture::value(store->settled());
        const auto joins = StoreFixture::value(store->joins(entityId(files, u"a"_s)));
        QCOMPARE(joins.names.size(), 1);
        QVERIFY(joins.values.isEmpty());
        QHash<QString, domain::ApartName> apart;
        for (const auto &one : joins.apart) {
            QCOMPARE(one.own.nativeId, u"a"_s);
            QCOMPARE(one.decisions.size(), 1);
            apart.insert(one.other.nativeId, one);
        }
        QCOMPARE(apart.size(), 3);
        QVERIFY(apart.value(u"b"_s).comesBack);
        QVERIFY(!apart.value(u"x"_s).comesBack);
        QVERIFY(!apart.value(u"gone"_s).comesBack);
        QCOMPARE(apart.value(u"b"_s).other.thing, entityId(hub, u"b"_s));
        QVERIFY(apart.value(u"gone"_s).other.thing.isNull());
    }

    void whatReplacesADecisionGivesItBack()
    {
        StoreFixture store;
        const JoinDecision joined{files, u"a"_s, hub, u"b"_s, true, u"Ada"_s, monday};
        StoreFixture::value(store->accounts().decide({{joined}, {}}));
        auto apart = joined;
        apart.joined = false;
        apart.who = u"Bo"_s;
        const auto back = StoreFixture::value(store->accounts().decide({{apart}, {}}));
        QCOMPARE(StoreFixture::value(store->accounts().joinDecisions()), QList{apart});
        const auto again = StoreFixture::value(store->accounts().decide(back));
        QCOMPARE(StoreFixture::value(store->accounts().joinDecisions()), QList{joined});
        StoreFixture::value(store->accounts().decide(again));
        QCOMPARE(StoreFixture::value(store->accounts().joinDecisions()), QList{apart});
    }

    void tablesWithEqualFieldsAreSuggestedUntilSomebodyDecides()
    {
        StoreFixture store;
        const QStringList fields{u"order_id"_s, u"placed_at"_s, u"total"_s};
        store.apply(files,
                    {table(u"contract#orders"_s, u"orders"_s, fields),
                     table(u"contract#daily"_s, u"daily"_s, fields)});
        store.apply(
            hub,
            {table(u"urn:orders"_s, u"orders"_s, fields, u"pg:h:db.s.orders"_s),
             table(u"urn:daily"_s, u"daily"_s, {u"day"_s, u"total"_s}, u"pg:h:db.s.daily"_s)});
        const auto suggestionsFor = [&store](const QUuid &account, const QString &nativeId) {
            StoreFixture::value(store->settled());
            return StoreFixture::value(store->joins(entityId(account, nativeId))).suggestions;
        };
        const auto seen = suggestionsFor(files, u"contract#orders"_s);
        QCOMPARE(pairsOf(seen), QStringList{u"contract#orders | urn:orders"_s});
        QVERIFY2(seen.first().why.contains(u"orders"_s) && seen.first().why.contains(u"3"_s),
                 qPrintable(seen.first().why));
        QCOMPARE(pairsOf(suggestionsFor(hub, u"urn:orders"_s)),
                 QStringList{u"urn:orders | contract#orders"_s});
        QVERIFY(suggestionsFor(files, u"contract#daily"_s).isEmpty());
        QCOMPARE(StoreFixture::value(store->joinBook()).suggestions.size(), 1);

        // Dismissed.
        const JoinDecision no{files, u"contract#orders"_s, hub, u"urn:orders"_s, false, {}, {}};
        const auto back = StoreFixture::value(store->accounts().decide({{no}, {}}));
        QVERIFY(suggestionsFor(hub, u"urn:orders"_s).isEmpty());
        QVERIFY(StoreFixture::value(store->joinBook()).suggestions.isEmpty());
        StoreFixture::value(store->accounts().decide(back));
        QCOMPARE(suggestionsFor(hub, u"urn:orders"_s).size(), 1);

        // Accepted: they are one, and nothing is asked any more.
        StoreFixture::value(store->accounts().decide(StoreFixture::value(store->stepTogether(no))));
        QVERIFY(suggestionsFor(hub, u"urn:orders"_s).isEmpty());
        QCOMPARE(store.page(entityId(hub, u"urn:orders"_s)).entity.aliases.size(), 2);
    }

    void whatFlowsIntoEachOtherIsNotSuggested()
    {
        StoreFixture store;
        const QStringList fields{u"id"_s, u"day"_s};
        auto copy = table(u"copy"_s, u"orders"_s, fields);
        domain::LineageEdge edge;
        edge.source = u"topic"_s;
        edge.target = u"copy"_s;
        copy.lineage = {edge};
        store.apply(files, {table(u"topic"_s, u"orders"_s, fields), copy});
        QVERIFY(StoreFixture::value(store->joinBook()).suggestions.isEmpty());
        copy.lineage.clear();
        store.apply(files, {copy});
        QCOMPARE(StoreFixture::value(store->joinBook()).suggestions.size(), 1);
    }

    void aKeyThatSeveralFitIsSuggestedForEach()
    {
        StoreFixture store;
        store.apply(files, {table(u"open"_s, u"t"_s, {}, u"pg::db.s.t"_s)});
        store.apply(hub,
                    {table(u"h1"_s, u"t"_s, {}, u"pg:h1:db.s.t"_s),
                     table(u"h2"_s, u"t"_s, {}, u"pg:h2:db.s.t"_s)});
        StoreFixture::value(store->settled());
        auto book = StoreFixture::value(store->joinBook());
        QCOMPARE(pairsOf(book.suggestions), (QStringList{u"open | h1"_s, u"open | h2"_s}));
        // One is accepted: the question about the other is answered, too.
        StoreFixture::value(store->accounts().decide(StoreFixture::value(
            store->stepTogether({files, u"open"_s, hub, u"h2"_s, true, {}, {}}))));
        StoreFixture::value(store->settled());
        book = StoreFixture::value(store->joinBook());
        QVERIFY2(book.suggestions.isEmpty(), qPrintable(pairsOf(book.suggestions).join(u'\n')));
        QCOMPARE(book.joined.size(), 1);
    }

    void productsThatAreCalledAlikeAreSuggested()
    {
        StoreFixture store;
        auto ours = simple(EntityKind::Product, u"urn:orders"_s, u"orders"_s);
        ours.title = u"Order events"_s;
        auto theirs = simple(EntityKind::Product, u"4711"_s, u"p-4711"_s);
        theirs.title = u"Order Events"_s;
        store.apply(files, {ours});
        store.apply(hub, {theirs});
        StoreFixture::value(store->settled());
        const auto book = StoreFixture::value(store->joinBook());
        QCOMPARE(book.suggestions.size(), 1);
        QVERIFY(book.suggestions.first().why.contains(u"Order events"_s, Qt::CaseInsensitive));
    }
};

QTEST_GUILESS_MAIN(TestJoinReading)
#include "tst_joinreading.moc"
