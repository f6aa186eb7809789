// SPDX-License-Identifier: GPL-3.0-or-later
// What the names of events stand for, and what is asked by any of them.
#include "models/formats/openlineage/intervals.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
namespace ol = portolan::formats::openlineage;

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aLongChainOfNamesIsOneThing()
    {
        // Told from its far end, as the parents of a set of names were longest.
        constexpr int most = 3000;
        ol::Identity identity;
        const auto name = [](int i) {
            return ol::Name{u"db"_s, u"t%1"_s.arg(i, 6, 10, QLatin1Char('0'))};
        };
        for (int i = most; i > 0; --i)
            identity.unite(name(i), name(i - 1));
        identity.noteUse(name(7));
        identity.settle();
        for (int i = 0; i <= most; ++i)
            QCOMPARE(identity.canonical(name(i)), name(7));
        QVERIFY2(identity.steps() < 20 * most, qPrintable(QString::number(identity.steps())));
    }

    void aDropConcernsWhatWasDroppedAlone()
    {
        ol::Identity identity;
        identity.unite({u"db"_s, u"a"_s}, {u"db"_s, u"b"_s});
        identity.settle();
        ol::Drops drops(identity);
        QVERIFY(!drops.concern({u"db"_s, u"a"_s}));
        drops.add({u"db"_s, u"a"_s}, 1);
        drops.settle();
        QVERIFY(drops.concern({u"db"_s, u"a"_s}));
        QVERIFY(drops.concern({u"db"_s, u"b"_s}));
        QVERIFY(!drops.concern({u"db"_s, u"c"_s}));
    }
};

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
