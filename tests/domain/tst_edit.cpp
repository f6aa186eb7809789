// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/edit.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::domain;

class TestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void adaptersReadWhatWasWritten()
    {
        const DescriptionEdit described{
            .nativeId = u"urn:li:dataset:(a,b,PROD)"_s,
            .kind = EntityKind::Asset,
            .description = u"Zeile 1\nLine 2 \"quoted\" \U0001F600"_s,
        };
        QCOMPARE(descriptionEditFromJson(toJson(described)).value(), described);
        auto ofField = described;
        ofField.field = u"a[].b"_s;
        QCOMPARE(descriptionEditFromJson(toJson(ofField)).value(), ofField);
        QVERIFY(!toJson(described).contains("field"));
        QVERIFY(!descriptionEditFromJson(
            R"({"nativeId":"a","kind":"asset","description":"d","field":7})"));
        const DescriptionEdit emptied{.nativeId = u"p"_s, .kind = EntityKind::Product};
        QCOMPARE(descriptionEditFromJson(toJson(emptied)).value(), emptied);
        const TagEdit tagged{.nativeId = u"table:a.b"_s,
                             .kind = EntityKind::Asset,
                             .added = {u"pii"_s, u"gold"_s},
                             .removed = {u"draft"_s}};
        QCOMPARE(tagEditFromJson(toJson(tagged)).value(), tagged);
        QCOMPARE(descriptionOf(descriptionSide(u"as it was"_s)), u"as it was"_s);
        QCOMPARE(descriptionOf({}), QString());
        QVERIFY(isEditKind(describeKind()) && isEditKind(tagKind()) && isEditKind(ownKind()));
        QVERIFY(!isEditKind(u"request.create"_s));
    }

    void ownersAreReadAsTheyWereWritten()
    {
        const OwnerEdit owned{.nativeId = u"table:a.b"_s,
                              .kind = EntityKind::Asset,
                              .owners = {{u"team:x"_s, u"Team X"_s}, {u"user:y"_s, {}}}};
        QCOMPARE(ownerEditFromJson(toJson(owned)).value(), owned);
        QCOMPARE(ownersOf(ownersSide(owned.owners)), owned.owners);
        // Nobody is an answer; nothing said is none.
        QCOMPARE(ownersOf(ownersSide({})), Owners());
        QVERIFY(!ownersOf({}) && !ownersOf(R"({"description":"d"})"));
        QVERIFY(ownerEditFromJson(toJson(OwnerEdit{u"a"_s, EntityKind::Asset, {}})));
        QVERIFY(!ownerEditFromJson(toJson(OwnerEdit{u"a"_s, EntityKind::Asset, {{{}, u"X"_s}}})));
        QVERIFY(areSameOwners({u"a"_s, u"b"_s}, {u"b"_s, u"a"_s}));
        QVERIFY(!areSameOwners({u"a"_s}, {u"a"_s, u"b"_s}));
    }

    void whatSomebodyElseDecidedContradicts()
    {
        const QStringList base{u"a"_s, u"b"_s};
        const QStringList mine{u"b"_s, u"c"_s};
        QVERIFY(!areContradicted(base, mine, base));
        QVERIFY(!areContradicted(base, mine, mine));
        QVERIFY(!areContradicted(base, mine, {u"a"_s, u"b"_s, u"c"_s})); // half done
        QVERIFY(!areContradicted(base, mine, {u"b"_s}));
        QVERIFY(areContradicted(base, mine, {u"a"_s})); // somebody took b, whom both keep
        QVERIFY(areContradicted(base, mine, {u"a"_s, u"b"_s, u"d"_s}));
        QVERIFY(areContradicted({}, mine, {u"d"_s}));
    }

    //! The bytes are what adapters and stored outboxes rely on.
    void theBytesAreAsPromised()
    {
        QCOMPARE(toJson(DescriptionEdit{u"a"_s, EntityKind::Asset, u"d"_s}),
                 QByteArray(R"({"description":"d","kind":"asset","nativeId":"a"})"));
        QCOMPARE(toJson(TagEdit{u"a"_s, EntityKind::Product, {u"x"_s}, {}}),
                 QByteArray(R"({"add":["x"],"kind":"product","nativeId":"a","remove":[]})"));
        QCOMPARE(toJson(OwnerEdit{u"a"_s, EntityKind::Asset, {{u"i"_s, u"n"_s}}}),
                 QByteArray(R"({"kind":"asset","nativeId":"a","owners":[{"id":"i","name":"n"}]})"));
        QCOMPARE(descriptionSide(u"d"_s), QByteArray(R"({"description":"d"})"));
    }

    void whatIsNoEditIsRefused_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("of nothing") << QByteArray(R"({"kind":"asset","description":"d","add":[]})");
        QTest::newRow("no kind") << QByteArray(R"({"nativeId":"a","description":"d"})");
        QTest::newRow("not that kind")
            << QByteArray(R"({"nativeId":"a","kind":"planet","description":"d"})");
        QTest::newRow("no text") << QByteArray(
            R"({"nativeId":"a","kind":"asset","description":1,"add":"x"})");
        QTest::newRow("a tag that is none")
            << QByteArray(R"({"nativeId":"a","kind":"asset","add":[1]})");
    }

    void whatIsNoEditIsRefused()
    {
        QFETCH(QByteArray, payload);
        const auto described = descriptionEditFromJson(payload);
        const auto tagged = tagEditFromJson(payload);
        const auto owned = ownerEditFromJson(payload);
        QVERIFY(!described && !tagged && !owned);
        QCOMPARE(owned.error().kind, Error::Kind::BadInput);
        QCOMPARE(described.error().kind, Error::Kind::BadInput);
        QCOMPARE(tagged.error().kind, Error::Kind::BadInput);
    }

    void tagsKeepTheirOrderAndComeOnce()
    {
        const TagEdit edit{.added = {u"b"_s, u"d"_s, u"d"_s}, .removed = {u"a"_s}};
        QCOMPARE(tagsAfter({u"a"_s, u"b"_s, u"c"_s}, edit), QStringList({u"b"_s, u"c"_s, u"d"_s}));
    }
};

QTEST_APPLESS_MAIN(TestEdit)
#include "tst_edit.moc"
