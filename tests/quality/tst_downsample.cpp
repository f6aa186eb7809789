// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quality/downsample.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace portolan::quality;

namespace {

QList<QPointF> noise(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<QPointF> points;
    double x = 0;
    for (int i = 0; i < count; ++i) {
        x += random.bounded(3); // also several at one place
        points.append({x, double(random.bounded(1000000))});
    }
    return points;
}

bool isWithin(const QList<QPointF> &few, const QList<QPointF> &all)
{
    auto next = all.begin();
    return std::all_of(few.begin(), few.end(), [&](const QPointF &point) {
        next = std::find(next, all.end(), point);
        return next++ != all.end();
    });
}

std::pair<double, double> extremes(const QList<QPointF> &points)
{
    const auto [low, high] = std::minmax_element(
        points.begin(), points.end(),
        [](const QPointF &left, const QPointF &right) { return left.y() < right.y(); });
    return {low->y(), high->y()};
}

} // namespace

class TestDownsample : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aColumnKeepsItsFirstLowestHighestAndLast()
    {
        const QList<QPointF> points{{0, 5}, {1, 9}, {2, 1}, {3, 4}, {4, 6}, {10, 2}, {11, 3}};
        QCOMPARE(minMaxPerColumn(points, 0, 20, 2),
                 (QList<QPointF>{{0, 5}, {1, 9}, {2, 1}, {4, 6}, {10, 2}, {11, 3}}));
    }

    void everyColumnKeepsItsExtremes()
    {
        const auto points = noise(50000, 1);
        const double end = points.last().x() + 1;
        constexpr int columns = 700;
        const auto few = minMaxPerColumn(points, 0, end, columns);
        QVERIFY(few.size() <= 4 * columns && few.size() > columns);
        QVERIFY(isWithin(few, points));
        for (int column = 0; column < columns; ++column) {
            const auto within = [&](const QList<QPointF> &list) {
                QList<QPointF> inside;
                for (const auto &point : list) {
                    if (point.x() >= end * column / columns
                        && point.x() < end * (column + 1) / columns)
                        inside.append(point);
                }
                return inside;
            };
            QCOMPARE(extremes(within(few)), extremes(within(points)));
        }
    }

    void theNeighboursOfTheRangeComeAlong()
    {
        const QList<QPointF> points{{0, 0}, {1, 1}, {5, 2}, {9, 3}, {10, 4}};
        QCOMPARE(minMaxPerColumn(points, 4, 6, 10), (QList<QPointF>{{1, 1}, {5, 2}, {9, 3}}));
        QCOMPARE(minMaxPerColumn(points, 6, 8, 10), (QList<QPointF>{{5, 2}, {9, 3}}));
        QCOMPARE(minMaxPerColumn(points, 20, 30, 10), (QList<QPointF>{{10, 4}}));
        QVERIFY(minMaxPerColumn({}, 0, 1, 10).isEmpty());
    }

    void fewPointsStayAsTheyAre()
    {
        const auto points = noise(100, 2);
        QCOMPARE(largestTriangles(points, 100), points);
        QVERIFY(largestTriangles({}, 10).isEmpty());
        const QList<QPointF> apart{{0, 3}, {1, 2}, {2, 5}, {3, 3}};
        QCOMPARE(minMaxPerColumn(apart, 0, 4, 1000), apart);
    }

    void trianglesKeepEndsAndExtremes()
    {
        for (quint32 seed = 0; seed < 50; ++seed) {
            const auto points = noise(2000, seed);
            for (const int most : {4, 5, 20, 333, 1999}) {
                const auto few = largestTriangles(points, most);
                QVERIFY(few.size() <= most && few.size() >= std::min(most - 4, 2));
                QVERIFY(isWithin(few, points));
                QCOMPARE(few.first(), points.first());
                QCOMPARE(few.last(), points.last());
                QCOMPARE(extremes(few), extremes(points));
            }
        }
    }

    void trianglesKeepTheShape()
    {
        // A flat line with one step: both sides of the step stay.
        QList<QPointF> points;
        for (int i = 0; i < 1000; ++i)
            points.append({double(i), i < 600 ? 0.0 : 1.0});
        const auto few = largestTriangles(points, 40);
        QVERIFY(std::any_of(few.begin(), few.end(), [](const QPointF &point) {
            return point.x() > 575 && point.x() < 600;
        }));
        QVERIFY(std::any_of(few.begin(), few.end(), [](const QPointF &point) {
            return point.x() >= 600 && point.x() < 625;
        }));
    }
};

QTEST_GUILESS_MAIN(TestDownsample)
#include "tst_downsample.moc"
