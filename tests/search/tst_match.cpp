// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/match.h"
#include "tests/search/memorysource.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
using store::matchOf;

namespace {

QStringList marked(const QString &text, const QList<std::pair<int, int>> &ranges)
{
    QStringList pieces;
    for (const auto &[from, to] : ranges)
        pieces.append(text.mid(from, to - from));
    return pieces;
}

store::IndexDocument orders()
{
    auto made = document(1, u"ord_evt"_s);
    made.title = u"Order events"_s;
    made.synonyms = {u"Bestellungen"_s};
    made.description = u"Every order as it is placed, paid and shipped."_s;
    made.tags = {u"gold-tier"_s};
    made.ownerName = u"Maya Lindqvist"_s;
    made.domain = {u"Sales"_s, u"Fulfilment"_s};
    made.classification = u"restricted"_s;
    made.type = u"topic"_s;
    made.fields = {{.path = u"address.customerCity"_s, .name = u"customerCity"_s}};
    return made;
}

//! Fields that count how often they are looked through and how many are taken.
class CountedFields final : public store::FieldSource
{
public:
    explicit CountedFields(const QList<domain::Field> &fields)
        : m_fields(fields)
    {
    }

    store::StartBits scan(const QByteArrayList &starts, qsizetype most, const Wants &wants,
                          const Take &take) override
    {
        ++scans;
        store::StartBits found = 0;
        for (const auto &field : m_fields.mid(0, std::min(most, m_fields.size()))) {
            const auto text = QString(field.path % field.description).toLower().toUtf8();
            store::StartBits bits = 0;
            for (qsizetype i = 0; i < starts.size(); ++i)
                bits |= store::StartBits{text.contains(starts.at(i))} << i;
            found |= bits;
            if (!wants(bits))
                continue;
            ++taken;
            take(domain::Field(field));
        }
        return found;
    }

    qsizetype size() const override { return m_fields.size(); }

    int scans = 0;
    int taken = 0;

private:
    const QList<domain::Field> &m_fields;
};

} // namespace

class TestMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void saysWhereAndMarksIt_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("in");
        QTest::addColumn<QStringList>("marks");
        QTest::newRow("name") << u"ord_ev"_s << u"name"_s << QStringList{u"ord_ev"_s};
        QTest::newRow("title") << u"order ev"_s << u"title"_s << QStringList{u"Order"_s, u"ev"_s};
        QTest::newRow("title, joined")
            << u"orderevents"_s << u"title"_s << QStringList{u"Order events"_s};
        QTest::newRow("synonym") << u"best"_s << u"synonym"_s << QStringList{u"Best"_s};
        QTest::newRow("description")
            << u"shipped paid"_s << u"description"_s << QStringList{u"paid"_s, u"shipped"_s};
        QTest::newRow("field") << u"customercity"_s << u"field"_s << QStringList{u"customerCity"_s};
        QTest::newRow("field, part") << u"city"_s << u"field"_s << QStringList{u"City"_s};
        QTest::newRow("tag") << u"goldt"_s << u"tag"_s << QStringList{u"gold-t"_s};
        QTest::newRow("owner") << u"lindq"_s << u"owner"_s << QStringList{u"Lindq"_s};
        QTest::newRow("domain") << u"fulfil"_s << u"domain"_s << QStringList{u"Fulfil"_s};
        QTest::newRow("classification")
            << u"restr"_s << u"classification"_s << QStringList{u"restr"_s};
        QTest::newRow("type") << u"topic"_s << u"type"_s << QStringList{u"topic"_s};
        QTest::newRow("id") << u"NATIVE:1"_s << u"id"_s << QStringList{u"native:1"_s};
        QTest::newRow("nothing") << u"zebra"_s << QString() << QStringList();
        QTest::newRow("no words") << QString() << QString() << QStringList();
    }

    void saysWhereAndMarksIt()
    {
        QFETCH(QString, words);
        const auto match = matchOf(orders(), words);
        QTEST(match.in, "in");
        QTEST(marked(match.text, match.ranges), "marks");
    }

    void fieldsAreReadOnlyWhenNoNameAndNoIdHoldsTheWords()
    {
        auto made = orders();
        const auto fields = std::exchange(made.fields, {});
        QVERIFY(!fields.isEmpty());
        CountedFields read(fields);
        QCOMPARE(matchOf(made, u"order"_s, read).in, u"title"_s);
        QCOMPARE(matchOf(made, u"native:1"_s, read).in, u"id"_s);
        QCOMPARE(read.scans, 0);
        const auto path = fields.first().path.isEmpty() ? fields.first().name : fields.first().path;
        QCOMPARE(matchOf(made, path, read).in, u"field"_s);
        QCOMPARE(read.scans, 1);
    }

    void fieldsThatCannotBeBetterArePassedBy()
    {
        QList<domain::Field> fields{{.path = u"region"_s}, {.path = u"order_event"_s}};
        for (int i = 0; i < 100; ++i)
            fields.append({.path = u"order_%1"_s.arg(i), .description = u"late order"_s});
        CountedFields read(fields);
        const auto match = matchOf(document(1, u"x"_s), u"order event region"_s, read);
        QCOMPARE(match.text, u"order_event"_s); // two words; all others have one
        QCOMPARE(read.taken, 2);
    }

    void ofTensOfThousandsTheFirstThatExplainAreEnough()
    {
        QList<domain::Field> fields;
        for (int i = 0; i < 20'000; ++i)
            fields.append({.path = (i < 10'000 ? u"order_%1"_s : u"late_order_%1"_s).arg(i)});
        CountedFields read(fields);
        QCOMPARE(matchOf(document(1, u"x"_s), u"order"_s, read).text, u"order_0"_s);
        QCOMPARE(read.scans, 1);
        // What the first ones lack is looked for in all.
        QCOMPARE(matchOf(document(1, u"x"_s), u"late order"_s, read).text, u"late_order_10000"_s);
    }

    void ofEqualFieldsTheNameComesBeforeTheDescription()
    {
        auto made = document(1, u"x"_s);
        made.fields = {{.path = u"a"_s, .description = u"late order"_s}, {.path = u"order"_s}};
        QCOMPARE(matchOf(made, u"order parcel"_s).text, u"order"_s);
        // and the better one before both
        QCOMPARE(matchOf(made, u"order late"_s).text, u"late order"_s);
    }

    void aWordOverAJointIsFoundWhateverElseIsThere()
    {
        auto made = document(1, u"x"_s);
        made.fields = {{.path = u"price"_s}, {.path = u"my_orders"_s}};
        CountedFields read(made.fields);
        QCOMPARE(matchOf(made, u"myord"_s, read).text, u"my_orders"_s);
    }

    void aCompoundWhosePartsStandApartIsExplained()
    {
        const auto match = matchOf(orders(), u"lindqvist_shipped.v3"_s);
        QVERIFY(!match.in.isEmpty());
        QVERIFY(!match.ranges.isEmpty());
    }

    void aCompoundInTheFieldsIsExplainedByItsParts()
    {
        const auto made = document(1, u"x"_s);
        const QList<domain::Field> fields{{.path = u"late_parcels"_s}, {.path = u"v1"_s}};
        CountedFields read(fields);
        const auto match = matchOf(made, u"late_parcels.v1"_s, read);
        QCOMPARE(read.scans, 2); // as one word, then as its parts
        QCOMPARE(match.in, u"field"_s);
        QCOMPARE(marked(match.text, match.ranges), (QStringList{u"late"_s, u"parcels"_s}));
    }

    void aFieldIsFoundByWhatThePlatformCallsIt()
    {
        auto made = document(1, u"x"_s);
        made.fields = {{.path = u"customer"_s, .physicalName = u"KUNDE_NR"_s}};
        const auto match = matchOf(made, u"kunde"_s);
        QCOMPARE(match.in, u"field"_s);
        QCOMPARE(match.text, u"KUNDE_NR"_s);
    }

    void theNameIsMarkedWhereverTheMatchIs()
    {
        const auto match = matchOf(orders(), u"order shipped"_s);
        QCOMPARE(match.in, u"description"_s);
        QCOMPARE(marked(u"Order events"_s, match.nameRanges), QStringList{u"Order"_s});
    }

    void rangesCountUnitsOfTheOriginal()
    {
        auto made = document(1, u"🚢 Straße, Cafe\u0301 ﬁx"_s);
        QCOMPARE(marked(made.name, matchOf(made, u"strasse"_s).ranges), QStringList{u"Straße"_s});
        QCOMPARE(marked(made.name, matchOf(made, u"stras"_s).ranges), QStringList{u"Straß"_s});
        QCOMPARE(marked(made.name, matchOf(made, u"café"_s).ranges), QStringList{u"Cafe\u0301"_s});
        QCOMPARE(marked(made.name, matchOf(made, u"f"_s).ranges), QStringList{u"ﬁ"_s});
    }

    void longTextsAreCutAroundTheMatch()
    {
        auto made = document(1, u"x"_s);
        made.description =
            u"lorem "_s.repeated(3000) + u"needle in hay "_s + u"lorem "_s.repeated(9);
        const auto match = matchOf(made, u"needle"_s);
        QCOMPARE(match.in, u"description"_s);
        QVERIFY(match.text.size() <= 200);
        QCOMPARE(marked(match.text, match.ranges), QStringList{u"needle"_s});
    }

    void rangesNeverLeaveTheText()
    {
        QRandomGenerator random(3);
        const QStringList alphabet{u"a"_s, u"B"_s, u"_"_s, u" "_s, u"é"_s, u"e\u0301"_s,
                                   u"🚢"_s, u"1"_s, u"ß"_s, u"ﬁ"_s, u"单"_s};
        const auto text = [&](quint32 longest) {
            QString made;
            for (quint32 i = 0, length = random.bounded(longest); i < length; ++i)
                made += alphabet.at(random.bounded(int(alphabet.size())));
            return made;
        };
        for (int round = 0; round < 3000; ++round) {
            auto made = document(1, text(12));
            made.title = text(6);
            made.description = text(400);
            const auto match = matchOf(made, text(8));
            const auto label = made.title.isEmpty() ? made.name : made.title;
            for (const auto &[where, ranges] :
                 {std::pair(match.text, match.ranges), std::pair(label, match.nameRanges)}) {
                int end = 0;
                for (const auto &[from, to] : ranges) {
                    QVERIFY(from >= end && from < to && to <= where.size());
                    end = to;
                }
            }
            QVERIFY(match.text.size() <= 200);
        }
    }

    void fieldsMatchByTheirOwnNames()
    {
        const QList<domain::Field> fields{
            {.path = u"order_id"_s, .name = u"order_id"_s},
            {.path = u"id"_s, .name = u"id"_s},
            {.path = u"id_hash"_s, .name = u"id_hash"_s},
            {.path = u"note"_s, .name = u"note"_s, .description = u"the id"_s},
            {.path = u"a.b"_s, .name = u"b"_s, .title = u"Ident"_s}};
        const auto matches = store::matchingFields(fields, u"id"_s);
        QStringList seen;
        for (const auto &match : matches)
            seen.append(match.path % u':' % QString::number(match.tier));
        QCOMPARE(seen, (QStringList{u"order_id:3"_s, u"id:1"_s, u"id_hash:2"_s, u"a.b:2"_s}));
        QCOMPARE(store::matchingFields(fields, {}).size(), fields.size());
    }
};

QTEST_APPLESS_MAIN(TestMatch)
#include "tst_match.moc"
