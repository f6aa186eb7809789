// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of overlays in every scheme, and where names are cut.
#include "models/items/displaytext.h"
#include "models/items/lineagelook.h"
#include "views/lineage/look.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using views::Colour;
using views::Scheme;
using views::Tokens;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
        + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class TestLineageLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatAnOverlaySaysIsSeen_data()
    {
        QTest::addColumn<items::LineageLook>("look");
        QTest::newRow("file") << items::LineageLook();
        QTest::newRow("light") << views::lineage::lookOf(Tokens(Scheme::Light));
        QTest::newRow("dark") << views::lineage::lookOf(Tokens(Scheme::Dark));
        QTest::newRow("contrast") << views::lineage::lookOf(Tokens(Scheme::HighContrast));
    }

    //! Shapes are told from every ground that a picture has by 3 to 1 (WCAG 1.4.11).
    void whatAnOverlaySaysIsSeen()
    {
        QFETCH(items::LineageLook, look);
        for (const auto &ground : {look.base, look.boxFill, look.groupFill}) {
            for (int rank = -1; rank < 4; ++rank) {
                const auto seen = contrast(look.rankLine(rank), ground);
                QVERIFY2(seen >= 3, qPrintable(u"border of %1: %2"_s.arg(rank).arg(seen)));
                if (rank < 1)
                    continue;
                for (const auto &colour : {look.signs[std::size_t(rank)], look.farRank(rank)}) {
                    const auto filled = contrast(colour, ground);
                    QVERIFY2(filled >= 3, qPrintable(u"sign of %1: %2"_s.arg(rank).arg(filled)));
                }
            }
        }
        for (std::size_t rank = 0; rank < look.ranks.size(); ++rank)
            QVERIFY(contrast(look.rankTexts[rank], look.ranks[rank]) >= 4.5);
        QVERIFY(look.signs[1] != look.signs[2]);
    }

    void namesAreCutWhereTheyTellLeast_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Qt::TextElideMode>("mode");
        QTest::newRow("prose") << u"Revenue recognition"_s << Qt::ElideRight;
        QTest::newRow("technical") << u"revenue_recognition_daily"_s << Qt::ElideMiddle;
        QTest::newRow("dotted") << u"shop.public.orders"_s << Qt::ElideMiddle;
        QTest::newRow("path") << u"/data/my files/orders.parquet"_s << Qt::ElideMiddle;
        QTest::newRow("domains") << u"Orders › Fulfilment"_s << Qt::ElideMiddle;
        QTest::newRow("none") << QString() << Qt::ElideMiddle;
    }

    void namesAreCutWhereTheyTellLeast()
    {
        QFETCH(QString, name);
        QFETCH(Qt::TextElideMode, mode);
        QCOMPARE(items::elisionOf(name), mode);
    }
};

QTEST_MAIN(TestLineageLook)
#include "tst_lineagelook.moc"
