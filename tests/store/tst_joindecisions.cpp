// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides about names, and that the catalogue follows: at once, and whatever happens.
#include "models/base/identity.h"
#include "models/store/connection.h"
#include "models/store/joining.h"
#include "models/store/migration.h"
#include "models/store/outboxtables.h"
#include "tests/store/lineagerecords.h"
#include "tests/store/qualityrecords.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using store::JoinDecision;
using store::JoinStep;
using tests::edgeFrom;
using tests::files;
using tests::hub;
using tests::linesOf;
using tests::StoreFixture;
using tests::table;

namespace {

const QUuid meta(u"33333333-0000-4000-8000-000000000003"_s);

domain::Record keyed(const QString &nativeId)
{
    return table(nativeId, {}, u"pg:h:db.s.t"_s);
}

domain::Record otherName(const QString &nativeId, const QString &of)
{
    auto record = table(nativeId);
    record.sameAs = of;
    return record;
}

//! What is one thing: the native ids of each asset's aliases, sorted.
QStringList groups(StoreFixture &store)
{
    StoreFixture::value(store->settled());
    QStringList all;
    for (const auto &entity : StoreFixture::value(store->list(EntityKind::Asset, {}, 1000))) {
        QStringList names;
        for (const auto &alias : entity.aliases)
            names.append(alias.nativeId);
        names.sort();
        all.append(names.join(u'+'));
    }
    all.sort();
    return all;
}

JoinStep decide(StoreFixture &store, const JoinStep &step)
{
    return StoreFixture::value(store->accounts().decide(step));
}

JoinDecision apart(const QUuid &accountA, const QString &a, const QUuid &accountB, const QString &b)
{
    return {accountA,
            a,
            accountB,
            b,
            false,
            u"Ada"_s,
            QDateTime(QDate(2026, 11, 23), QTime(14, 2), Qt::UTC)};
}

//! Members of one thing for each letter of \a things, as far as their ids say.
QList<store::JoinMember> membersOf(const QString &things)
{
    QList<store::JoinMember> members;
    for (qsizetype i = 0; i < things.size(); ++i)
        members.append({.record = i,
                        .account = 1,
                        .kind = EntityKind::Product,
                        .nativeId = QString::number(i),
                        .datasetKey = things.mid(i, 1)});
    return members;
}

//! The number of the group of each member.
QList<int> groupOfEach(const QList<QList<store::Joined>> &groups, qsizetype members)
{
    QList<int> of(members, -1);
    for (int group = 0; group < groups.size(); ++group) {
        for (const auto &joined : groups.at(group))
            of[joined.member] = group;
    }
    return of;
}

//! The same, pair after pair, for few members.
QList<int> slowlyGrouped(const QString &things, const store::JoinDecisions &decisions)
{
    QList<int> of(things.size());
    std::iota(of.begin(), of.end(), 0);
    const auto isApart = [&](int left, int right) {
        return std::any_of(decisions.separated.cbegin(), decisions.separated.cend(),
                           [&](const auto &pair) {
                               const int a = of.at(pair.first);
                               const int b = of.at(pair.second);
                               return (a == left && b == right) || (a == right && b == left);
                           });
    };
    for (int i = 0; i < things.size(); ++i) {
        for (int j = i + 1; j < things.size(); ++j) {
            const int left = of.at(i);
            const int right = of.at(j);
            if (things.at(i) != things.at(j) || left == right || isApart(left, right))
                continue;
            std::replace(of.begin(), of.end(), std::max(left, right), std::min(left, right));
        }
    }
    // Numbered by their first members.
    QHash<int, int> numbers;
    for (auto &one : of) {
        numbers.insert(one, numbers.value(one, int(numbers.size())));
        one = numbers.value(one);
    }
    return of;
}

} // namespace

class TestJoinDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatIsKeptApartNeverMeets()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            QString things;
            for (int i = 0; i < 9; ++i)
                things += QChar(u'a' + random.bounded(2));
            store::JoinDecisions decisions;
            for (int i = random.bounded(1, 9); i > 0; --i) {
                const int a = random.bounded(9);
                const int b = random.bounded(9);
                if (a != b)
                    decisions.separated.insert(store::JoinDecisions::pair(a, b));
            }
            QCOMPARE(groupOfEach(store::joinGroups(membersOf(things), decisions), things.size()),
                     slowlyGrouped(things, decisions));
        }
    }

    //! One of very many names that leaves takes a decision for each of the others.
    void aThingOfManyNamesIsSplitWithoutAllItsPairs()
    {
        const QString things(30'000, u'a');
        store::JoinDecisions decisions;
        for (qint64 i = 0; i + 1 < things.size(); ++i)
            decisions.separated.insert({i, things.size() - 1});
        const auto groups = store::joinGroups(membersOf(things), decisions);
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups.first().size(), things.size() - 1);
    }

    void aNameThatIsKeptApartLeavesTheOthersTogether()
    {
        StoreFixture store;
        store.apply(files, {keyed(u"a"_s)});
        store.apply(hub, {keyed(u"b"_s)});
        store.apply(meta, {keyed(u"c"_s)});
        QCOMPARE(groups(store), QStringList{u"a+b+c"_s});
        const auto step = StoreFixture::value(store->stepApart(hub, u"b"_s));
        QCOMPARE(step.made.size(), 2);
        const auto back = decide(store, step);
        QCOMPARE(groups(store), (QStringList{u"a+c"_s, u"b"_s}));
        // It is one thing in search and by its own id as well.
        QCOMPARE(store.page(entityId(hub, u"b"_s)).entity.id, entityId(hub, u"b"_s));
        QCOMPARE(StoreFixture::value(store->search({.query = u"b"_s})).total, 1);

        const auto forth = decide(store, back);
        QCOMPARE(groups(store), QStringList{u"a+b+c"_s});
        QVERIFY(StoreFixture::value(store->accounts().joinDecisions()).isEmpty());
        decide(store, forth);
        QCOMPARE(groups(store), (QStringList{u"a+c"_s, u"b"_s}));
        QVERIFY(StoreFixture::value(store->stepApart(hub, u"b"_s)).isEmpty());
        QVERIFY(!store->stepApart(hub, u"nothing"_s).takeResult());
    }

    //! A symlink of what leaves is another name of that, and leaves with it.
    void whatOnlyItTiesToTheRestGoesAlong()
    {
        StoreFixture store;
        store.apply(files, {keyed(u"a"_s), keyed(u"b"_s), otherName(u"link"_s, u"b"_s)});
        QCOMPARE(groups(store), QStringList{u"a+b+link"_s});
        decide(store, StoreFixture::value(store->stepApart(files, u"b"_s)));
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b+link"_s}));
    }

    void twoNamesAreJoinedAndWhatKeptThemApartIsForgotten()
    {
        StoreFixture store;
        store.apply(files, {keyed(u"a"_s), table(u"x"_s)});
        store.apply(hub, {keyed(u"b"_s)});
        decide(store, StoreFixture::value(store->stepApart(hub, u"b"_s)));
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b"_s, u"x"_s}));
        // Their keys still agree: to forget is enough.
        auto step =
            StoreFixture::value(store->stepTogether({hub, u"b"_s, files, u"a"_s, true, {}, {}}));
        QCOMPARE(step.made.size(), 0);
        QCOMPARE(step.forgotten.size(), 1);
        decide(store, step);
        QCOMPARE(groups(store), (QStringList{u"a+b"_s, u"x"_s}));

        // Nothing but a person joins these; before, the person had said that they are two.
        decide(store, {{apart(files, u"x"_s, hub, u"b"_s)}, {}});
        step =
            StoreFixture::value(store->stepTogether({files, u"x"_s, files, u"a"_s, true, {}, {}}));
        QCOMPARE(step.made.size(), 1);
        QCOMPARE(step.forgotten.size(), 1);
        const auto back = decide(store, step);
        QCOMPARE(groups(store), QStringList{u"a+b+x"_s});
        decide(store, back);
        QCOMPARE(groups(store), (QStringList{u"a+b"_s, u"x"_s}));
    }

    void whoDecidedAndWhenIsKept()
    {
        StoreFixture store;
        const auto decision = apart(files, u"a"_s, hub, u"b"_s);
        decide(store, {{decision}, {}});
        store.reopen();
        const auto kept = StoreFixture::value(store->accounts().joinDecisions());
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().who, u"Ada"_s);
        QCOMPARE(kept.first().at, decision.at);
    }

    void decisionsOutliveTheCatalogue()
    {
        StoreFixture store;
        const auto import = [&store] {
            store.apply(files, {keyed(u"a"_s), table(u"x"_s)});
            store.apply(hub, {keyed(u"b"_s)});
        };
        import();
        decide(store,
               {{apart(files, u"a"_s, hub, u"b"_s),
                 JoinDecision{files, u"x"_s, hub, u"b"_s, true, {}, {}}},
                {}});
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b+x"_s}));
        store.close();
        for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(store.directory() + u"/cache.db"_s + end);
        store.reopen();
        QVERIFY(groups(store).isEmpty());
        import();
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b+x"_s}));
    }

    //! As after a crash behind the decision, or when another process decided: the catalogue was
    //! merged by other decisions than those in the outbox.
    void whatWasDecidedWithoutUsIsMergedAfterwards()
    {
        StoreFixture store;
        store.apply(files, {keyed(u"a"_s)});
        store.apply(hub, {keyed(u"b"_s)});
        const auto decision = apart(files, u"a"_s, hub, u"b"_s);
        store.close();
        const auto inOutbox = [&store](const JoinStep &step) {
            store::Connection outbox({.file = store.directory() + u"/outbox.db"_s});
            store::JoinDecisionTable(outbox).take(step);
        };
        inOutbox({{decision}, {}});
        store.reopen();
        QCOMPARE(groups(store), (QStringList{u"a"_s, u"b"_s}));
        store.close();
        inOutbox({{}, {decision}});
        store.reopen();
        QCOMPARE(groups(store), QStringList{u"a+b"_s});
        // While it is open: the store looks every two seconds.
        inOutbox({{decision}, {}});
        QTRY_COMPARE(groups(store), (QStringList{u"a"_s, u"b"_s}));
    }

    void twoTablesThatASymlinkJoinedEndTheirOwnEdges()
    {
        StoreFixture store;
        auto wrong = table(u"dataset:lake:/orders"_s, {edgeFrom(u"raw"_s)});
        wrong.sameAs = u"dataset:pg:orders"_s;
        store.apply(files,
                    {table(u"raw"_s), table(u"source"_s), wrong,
                     table(u"dataset:pg:orders"_s, {edgeFrom(u"source"_s)}),
                     table(u"report"_s, {edgeFrom(u"dataset:lake:/orders"_s)})});
        const auto edges = [&store] {
            StoreFixture::value(store->settled());
            return linesOf(StoreFixture::value(store->lineage()));
        };
        QCOMPARE(edges(),
                 (QStringList{u"dataset:pg:orders -> report"_s, u"raw -> dataset:pg:orders"_s,
                              u"source -> dataset:pg:orders"_s}));
        const auto back =
            decide(store, StoreFixture::value(store->stepApart(files, u"dataset:lake:/orders"_s)));
        QCOMPARE(edges(),
                 (QStringList{u"dataset:lake:/orders -> report"_s, u"raw -> dataset:lake:/orders"_s,
                              u"source -> dataset:pg:orders"_s}));
        decide(store, back);
        QCOMPARE(edges().size(), 3);
        QVERIFY(edges().contains(u"raw -> dataset:pg:orders"_s));
    }

    void checksAndServiceLevelsFollowTheirTable()
    {
        StoreFixture store;
        store.apply(files, {keyed(u"a"_s)});
        store.apply(hub, {keyed(u"b"_s), tests::check(u"rule"_s, u"b"_s, u"validity"_s)});
        domain::Slo level;
        level.nativeId = u"slo:b"_s;
        level.asset = u"b"_s;
        StoreFixture::value(store->replaceSlos(hub, {level}));
        const auto assets = [&store] {
            StoreFixture::value(store->settled());
            const auto checks = StoreFixture::value(store->checks());
            const auto levels = StoreFixture::value(store->slos());
            return QList<QUuid>{checks.value(0).asset, levels.value(0).asset};
        };
        const auto a = entityId(files, u"a"_s);
        const auto b = entityId(hub, u"b"_s);
        QCOMPARE(assets(), (QList<QUuid>{a, a}));
        const auto back = decide(store, StoreFixture::value(store->stepApart(hub, u"b"_s)));
        QCOMPARE(assets(), (QList<QUuid>{b, b}));
        decide(store, back);
        QCOMPARE(assets(), (QList<QUuid>{a, a}));
    }

    void theOrderOfAccountsIsPutAnewInOneStep()
    {
        StoreFixture store;
        int position = 0;
        for (const auto &[id, name] :
             {std::pair(files, u"files"_s), std::pair(hub, u"hub"_s), std::pair(meta, u"meta"_s)}) {
            store::Account account;
            account.id = id;
            account.name = name;
            account.position = position++;
            StoreFixture::value(store->accounts().put(account));
        }
        auto described = keyed(u"a"_s);
        described.description = u"of the files"_s;
        store.apply(files, {described});
        described.nativeId = described.name = u"b"_s;
        described.description = u"of the hub"_s;
        store.apply(hub, {described});
        StoreFixture::value(store->accounts().arrange({hub}));
        QStringList names;
        for (const auto &account : StoreFixture::value(store->accounts().accounts()))
            names.append(account.name);
        QCOMPARE(names, (QStringList{u"hub"_s, u"files"_s, u"meta"_s}));
        StoreFixture::value(store->settled());
        const auto page = store.page(entityId(files, u"a"_s));
        QCOMPARE(page.entity.description, u"of the hub"_s);
        const auto joins = StoreFixture::value(store->joins(page.entity.id));
        const auto shown = std::find_if(joins.values.begin(), joins.values.end(),
                                        [](const auto &one) { return one.what == u"description"; });
        QVERIFY(shown != joins.values.end());
        QCOMPARE(shown->account, u"hub"_s);
        QCOMPARE(shown->others.size(), 1);
        QCOMPARE(shown->others.first().value, u"of the files"_s);
        QCOMPARE(shown->others.first().account, u"files"_s);
    }

    //! Undo puts back how it was before me, and not over what another process decided since.
    void whatWasDecidedSinceIsNotTakenBack_data()
    {
        QTest::addColumn<QString>("mine"); // what I do about the pair: join, forget, keep apart
        QTest::addColumn<QString>("theirs"); // and what is done about it then
        QTest::newRow("joined, then kept apart") << u"join"_s << u"apart"_s;
        QTest::newRow("joined again, then kept apart") << u"rejoin"_s << u"apart"_s;
        QTest::newRow("joined again, then forgotten") << u"rejoin"_s << u"forget"_s;
        QTest::newRow("forgotten, then joined") << u"forget"_s << u"join"_s;
        QTest::newRow("forgotten, then kept apart") << u"forget"_s << u"apart"_s;
    }

    void whatWasDecidedSinceIsNotTakenBack()
    {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        StoreFixture store;
        auto time = QDateTime(QDate(2026, 11, 23), QTime(14, 2), Qt::UTC);
        const auto decided = [&](bool joined, const QString &who) {
            time = time.addSecs(60);
            return JoinDecision{hub, u"b"_s, files, u"a"_s, joined, who, time};
        };
        const auto all = [&] { return StoreFixture::value(store->accounts().joinDecisions()); };
        const auto act = [&](const QString &how, const QString &who) {
            if (how == u"forget")
                return decide(store, {{}, all()});
            return decide(store, {{decided(how != u"apart", who)}, {}});
        };
        if (mine != u"join")
            act(u"apart"_s, u"Cy"_s);
        const auto before = all();
        const auto back = act(mine, u"Ada"_s);
        // With nothing in between it is as it was, and as often as one likes.
        auto again = decide(store, back);
        QCOMPARE(all(), before);
        const auto undo = decide(store, again);
        act(theirs, u"Bo"_s);
        const auto now = all();
        const auto refused = store->accounts().decide(undo).takeResult();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Usage);
        QVERIFY2(refused.error().detail.contains(theirs == u"forget" ? u"forgotten"_s : u"Bo"_s),
                 qPrintable(refused.error().detail));
        QCOMPARE(all(), now);
        // What is forgotten is what a person saw, and nothing that took its place.
        if (!now.isEmpty()) {
            auto seen = now;
            seen.first().at = seen.first().at.addSecs(-30);
            QVERIFY(!store->accounts().decide({{}, seen}).takeResult());
            QCOMPARE(all(), now);
        }
    }

    //! A clock that was set back makes nobody's own decision one of before.
    void aDecisionCountsWhateverTheClockSays()
    {
        StoreFixture store;
        const auto first = apart(files, u"a"_s, hub, u"b"_s);
        decide(store, {{first}, {}});
        auto later = first;
        later.joined = true;
        later.at = first.at.addDays(-1);
        const auto back = decide(store, {{later}, {}});
        const auto all = [&] { return StoreFixture::value(store->accounts().joinDecisions()); };
        QCOMPARE(all(), QList<JoinDecision>{later});
        decide(store, back);
        QCOMPARE(all(), QList<JoinDecision>{first});
        // And what somebody whose clock is behind decided is not written over by an undo.
        const auto forgotten = decide(store, {{}, {first}});
        decide(store, {{later}, {}});
        QVERIFY(!store->accounts().decide(forgotten).takeResult());
        QCOMPARE(all(), QList<JoinDecision>{later});
    }

    void decisionsOfVersionFiveStayWithoutAName()
    {
        StoreFixture store;
        store.close();
        QVERIFY(QFile::remove(store.directory() + u"/outbox.db"_s));
        {
            store::Connection old({.file = store.directory() + u"/outbox.db"_s});
            store::migrate(old, store::Schema{"outbox", store::outboxSchema.applicationId, 5}, {});
            old.run("INSERT INTO join_decision (a_account, a_native, b_account, b_native, joined)"
                    " VALUES (x'11111111000040008000000000000001', 'a',"
                    " x'22222222000040008000000000000002', 'b', 0)");
        }
        store.reopen();
        const auto kept = StoreFixture::value(store->accounts().joinDecisions());
        QCOMPARE(kept.size(), 1);
        QVERIFY(!kept.first().joined);
        QVERIFY(kept.first().who.isEmpty());
        QVERIFY(!kept.first().at.isValid());
    }
};

QTEST_GUILESS_MAIN(TestJoinDecisions)
#include "tst_joindecisions.moc"
