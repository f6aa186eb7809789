// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/rowedits.h"
#include "models/items/rowwindow.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Qt::Literals::StringLiterals;
using portolan::items::RowEdit;
using portolan::items::rowEdits;
using portolan::items::RowWindow;

namespace {

QList<int> numbers(int from, int count)
{
    QList<int> list(count);
    std::iota(list.begin(), list.end(), from);
    return list;
}

//! \a before after \a edits, with the new rows taken from \a after.
QStringList applied(QStringList before, const QStringList &after, const QList<RowEdit> &edits)
{
    for (const auto &edit : edits) {
        if (edit.kind == RowEdit::Kind::Remove) {
            before.remove(edit.at, edit.count);
        } else {
            for (qint64 i = 0; i < edit.count; ++i)
                before.insert(edit.at + i, after.at(edit.at + i));
        }
    }
    return before;
}

} // namespace

class TestRowWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aPageBesideTheWindowExtendsIt()
    {
        RowWindow<int> window(10, 100);
        window.reset(1000);
        window.put(20, numbers(20, 10));
        window.put(30, numbers(30, 10));
        window.put(10, numbers(10, 10));
        QCOMPARE(window.first(), 10);
        QCOMPARE(window.rows(), numbers(10, 30));
        QCOMPARE(*window.row(25), 25);
        QVERIFY(!window.row(9));
        QVERIFY(!window.row(40));
    }

    void aPageElsewhereReplacesTheWindow()
    {
        RowWindow<int> window(10, 100);
        window.reset(1000);
        window.put(20, numbers(20, 10));
        window.put(500, numbers(500, 10));
        QCOMPARE(window.first(), 500);
        QCOMPARE(window.rows(), numbers(500, 10));
    }

    void theWindowNeverGrowsBeyondItsLimit()
    {
        RowWindow<int> window(10, 30);
        window.reset(1000);
        for (int from = 0; from < 200; from += 10) {
            window.put(from, numbers(from, 10));
            QVERIFY(window.rows().size() <= 30);
            QVERIFY(window.row(from) && window.row(from + 9));
        }
        for (int from = 160; from >= 0; from -= 10) {
            window.put(from, numbers(from, 10));
            QVERIFY(window.rows().size() <= 30);
            QCOMPARE(*window.row(from), from);
            QCOMPARE(*window.row(from + 9), from + 9);
        }
    }

    void whatIsMissingIsAskedForByWholePages()
    {
        RowWindow<int> window(10, 100);
        window.reset(95);
        QCOMPARE(window.missing(3, 12), 0);
        window.put(0, numbers(0, 10));
        QCOMPARE(window.missing(3, 12), 10);
        window.put(10, numbers(10, 10));
        QVERIFY(!window.missing(3, 12));
        QCOMPARE(window.missing(90, 200), 90);
        QVERIFY(!window.missing(95, 200));
    }

    void rowsBeyondTheEndAreDropped()
    {
        RowWindow<int> window(10, 100);
        window.reset(15);
        window.put(10, numbers(10, 10));
        QCOMPARE(window.rows(), numbers(10, 5));
    }

    void editsTurnOneListIntoTheOther()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            QStringList before;
            QStringList after;
            for (int i = 0; i < 30; ++i) {
                if (random.bounded(3) > 0)
                    before.append(QString::number(i));
                if (random.bounded(3) > 0)
                    after.append(QString::number(i));
            }
            std::shuffle(after.begin(), after.begin() + after.size() / (1 + round % 3), random);
            QCOMPARE(applied(before, after, rowEdits(before, after)), after);
        }
    }

    void aRowInFrontIsOneInsertion()
    {
        const QStringList before{u"a"_s, u"b"_s, u"c"_s};
        const QStringList after{u"new"_s, u"a"_s, u"b"_s, u"c"_s};
        QCOMPARE(rowEdits(before, after), (QList<RowEdit>{{RowEdit::Kind::Insert, 0, 1}}));
        QCOMPARE(rowEdits(after, before), (QList<RowEdit>{{RowEdit::Kind::Remove, 0, 1}}));
        QVERIFY(rowEdits(before, before).isEmpty());
    }

    void neighboursAreOneEdit()
    {
        const QStringList before{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
        QCOMPARE(rowEdits(before, {u"a"_s, u"d"_s}),
                 (QList<RowEdit>{{RowEdit::Kind::Remove, 1, 2}}));
    }
};

QTEST_APPLESS_MAIN(TestRowWindow)
#include "tst_rowwindow.moc"
