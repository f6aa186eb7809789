// SPDX-License-Identifier: GPL-3.0-or-later
// What is suggested for a person to decide, and what is not.
#include "models/store/likeness.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::EntityKind;
using store::Likeness;
using store::likenessOf;
using store::Lookalike;

namespace {

const QUuid files(u"11111111-0000-4000-8000-000000000001"_s);
const QUuid hub(u"22222222-0000-4000-8000-000000000002"_s);

Lookalike look(const QUuid &account, const QString &name, const QString &key = {},
               const QString &nativeId = {}, EntityKind kind = EntityKind::Asset)
{
    Lookalike one;
    one.kind = kind;
    one.name = name;
    one.add(account, nativeId.isEmpty() ? name : nativeId, key);
    return one;
}

} // namespace

class TestLikeness : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void onlyWhatMayBeOneIsSuggested_data()
    {
        QTest::addColumn<Lookalike>("left");
        QTest::addColumn<Lookalike>("right");
        QTest::addColumn<Likeness>("expected");
        const auto row = [](const char *name, const Lookalike &left, const Lookalike &right,
                            Likeness expected) {
            QTest::newRow(name) << left << right << expected;
        };
        const auto orders = u"orders"_s;
        row("a key with a gap", look(files, orders, u"pg::db.s.orders"_s),
            look(hub, orders, u"pg:h1:db.s.orders"_s), Likeness::Ambiguous);
        row("two hosts", look(files, orders, u"pg:h2:db.s.orders"_s),
            look(hub, orders, u"pg:h1:db.s.orders"_s), Likeness::None);
        row("two databases", look(files, orders, u"pg:h:dev.s.orders"_s),
            look(hub, orders, u"pg:h:prod.s.orders"_s), Likeness::None);
        auto joined = look(files, orders, u"pg::db.s.orders"_s);
        joined.add(hub, u"urn"_s, u"pg:h1:db.s.orders"_s);
        row("a gap that is filled already", joined, look(hub, orders, u"pg:h2:db.s.orders"_s),
            Likeness::None);
        row("no key", look(files, orders), look(hub, orders, u"pg:h:db.s.orders"_s),
            Likeness::SameFields);
        row("another case", look(files, u"ORDERS"_s), look(hub, orders), Likeness::SameFields);
        row("another name", look(files, u"order"_s), look(hub, orders), Likeness::None);
        row("two platforms of two accounts", look(files, orders, u"pg:h:db.s.orders"_s),
            look(hub, orders, u"redshift:h:db.s.orders"_s), Likeness::SameFields);
        row("two platforms of one account", look(hub, orders, u"pg:h:db.s.orders"_s),
            look(hub, orders, u"redshift:h:db.s.orders"_s), Likeness::None);
        row("other schemas", look(files, orders, u"pg:h:db.raw.orders"_s),
            look(hub, orders, u"redshift:h:db.mart.orders"_s), Likeness::None);
        row("a tool's name", look(files, orders, {}, u"great-expectations:shop/orders"_s),
            look(files, orders, u"pg:h:db.s.orders"_s), Likeness::ToolsName);
        auto job = look(files, orders);
        job.type = u"job"_s;
        row("a job", job, look(hub, orders), Likeness::None);
        row("products", look(files, u"Orders"_s, {}, u"p1"_s, EntityKind::Product),
            look(hub, orders, {}, u"p2"_s, EntityKind::Product), Likeness::SameName);
        row("products of one account", look(hub, orders, {}, u"p1"_s, EntityKind::Product),
            look(hub, orders, {}, u"p2"_s, EntityKind::Product), Likeness::None);
        row("ports", look(files, orders, {}, u"p1"_s, EntityKind::Port),
            look(hub, orders, {}, u"p2"_s, EntityKind::Port), Likeness::None);
        row("a product and a table", look(files, orders, {}, u"p1"_s, EntityKind::Product),
            look(hub, orders), Likeness::None);
    }

    void onlyWhatMayBeOneIsSuggested()
    {
        QFETCH(Lookalike, left);
        QFETCH(Lookalike, right);
        QFETCH(Likeness, expected);
        QCOMPARE(likenessOf(left, right), expected);
        QCOMPARE(likenessOf(right, left), expected);
        const auto text = store::likenessText(expected, left, right, 3);
        QCOMPARE(text.isEmpty(), expected == Likeness::None);
    }

    void theTextNamesTheKeysThatFit()
    {
        auto left = look(files, u"orders"_s, u"redshift:r:db.s.orders"_s);
        left.add(files, u"other"_s, u"pg::db.s.orders"_s);
        const auto right = look(hub, u"orders"_s, u"pg:h1:db.s.orders"_s);
        for (const auto &text : {store::likenessText(Likeness::Ambiguous, left, right, 0),
                                 store::likenessText(Likeness::Ambiguous, right, left, 0)})
            QVERIFY2(text.startsWith(u"pg::db.s.orders may be pg:h1:db.s.orders,"_s),
                     qPrintable(text));
    }

    void fieldsHaveToBeEqualAndMoreThanOne()
    {
        QVERIFY(store::haveEqualFields({u"id"_s, u"day"_s}, {u"day"_s, u"id"_s}));
        QVERIFY(!store::haveEqualFields({u"id"_s, u"day"_s}, {u"id"_s, u"day"_s, u"x"_s}));
        QVERIFY(!store::haveEqualFields({u"id"_s}, {u"id"_s}));
        QVERIFY(!store::haveEqualFields({}, {}));
    }
};

QTEST_GUILESS_MAIN(TestLikeness)
#include "tst_likeness.moc"
