// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/search/fold.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan::store;

namespace {

QStringList wordsIn(const QString &text)
{
    FoldedText folded;
    folded.set(text);
    QStringList words;
    for (std::size_t i = 0; i < folded.words().size(); ++i) {
        const auto word = folded.word(i);
        words.append(QString::fromUtf8(word.data(), qsizetype(word.size())));
    }
    return words;
}

} // namespace

class TestFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void wordsArePartedAndFolded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("snake") << u"order_events"_s << QStringList{u"order"_s, u"events"_s};
        QTest::newRow("kebab") << u"Order-Events"_s << QStringList{u"order"_s, u"events"_s};
        QTest::newRow("camel") << u"orderEvents"_s << QStringList{u"order"_s, u"events"_s};
        QTest::newRow("acronym") << u"HTTPServerLog"_s
                                 << QStringList{u"http"_s, u"server"_s, u"log"_s};
        QTest::newRow("digits") << u"orders2024v2"_s
                                << QStringList{u"orders"_s, u"2024"_s, u"v"_s, u"2"_s};
        QTest::newRow("accents") << u"Übersicht Café naïve"_s
                                 << QStringList{u"ubersicht"_s, u"cafe"_s, u"naive"_s};
        QTest::newRow("combining") << u"Cafe\u0301"_s << QStringList{u"cafe"_s};
        QTest::newRow("spelled out") << u"Straße Øl Łódź Æther"_s
                                     << QStringList{u"strasse"_s, u"ol"_s, u"lodz"_s, u"aether"_s};
        QTest::newRow("ligature, full width")
            << u"ﬁnance ＯＲＤＥＲ"_s << QStringList{u"finance"_s, u"order"_s};
        QTest::newRow("Greek") << u"ΠΑΡΑΓΓΕΛΊΕΣ"_s << QStringList{u"παραγγελιεσ"_s};
        QTest::newRow("Han") << u"订单"_s << QStringList{u"订"_s, u"单"_s};
        QTest::newRow("soft hyphen") << u"or\u00ADder"_s << QStringList{u"order"_s};
        QTest::newRow("nothing") << u" .-_/!? "_s << QStringList();
    }

    void wordsArePartedAndFolded()
    {
        QFETCH(QString, text);
        QTEST(wordsIn(text), "words");
    }

    void allWaysToWriteANameAreOneName()
    {
        const auto key = foldedWhole(u"Order events"_s);
        for (const auto &name : {u"order_events"_s, u"orderEvents"_s, u"ORDER-EVENTS"_s,
                                 u"OrderEvents"_s, u"orderevents"_s, u" order.events "_s})
            QCOMPARE(foldedWhole(name), key);
        QVERIFY(foldedWhole(u"Order event"_s) != key);
    }

    void aNameWithoutALetterIsComparedAsItIs()
    {
        QCOMPARE(foldedWhole(u"→"_s), std::string("→"));
        QVERIFY(foldedWhole(u"→"_s) != foldedWhole(u"←"_s));
        QVERIFY(foldedWhole(u"  "_s).empty());
    }

    void originsLeadBackIntoTheText()
    {
        const auto text = u"Die Straße, Übersicht"_s;
        FoldedText folded;
        folded.set(text, true);
        QCOMPARE(folded.origins().size(), folded.whole().size());
        const auto &word = folded.words().at(1);
        QCOMPARE(folded.word(1), std::string_view("strasse"));
        const auto from = folded.origins().at(word.begin).from;
        const auto to = folded.origins().at(word.end - 1).to;
        QCOMPARE(text.mid(from, to - from), u"Straße"_s);
    }

    void cuttingKeepsWholeCharacters()
    {
        QCOMPARE(cut("aüb", 2), std::string_view("a"));
        QCOMPARE(cut("aüb", 3), std::string_view("aü"));
    }

    void anythingAtAllIsTakenApart()
    {
        QRandomGenerator random(7);
        FoldedText folded;
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (quint32 i = 0, length = random.bounded(60U); i < length; ++i)
                text += QChar(static_cast<char16_t>(random.bounded(0x10000U)));
            folded.set(text, true);
            QCOMPARE(folded.origins().size(), folded.whole().size());
            std::size_t end = 0;
            for (const auto &word : folded.words()) {
                QCOMPARE(std::size_t(word.begin), end); // no gap, no overlap, none empty
                QVERIFY(word.end > word.begin);
                end = word.end;
            }
            QCOMPARE(end, folded.whole().size());
            for (const auto &origin : folded.origins())
                QVERIFY(origin.from >= 0 && origin.from < origin.to && origin.to <= text.size());
        }
    }
};

QTEST_APPLESS_MAIN(TestFold)
#include "tst_fold.moc"
