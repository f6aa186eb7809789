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

    void whatAPersonKeepsApartIsTwoThings()
    {
        ol::Identity identity;
        const auto name = [](const QString &text) { return ol::Name{u"db"_s, text}; };
        for (const auto &other : {u"b"_s, u"c"_s, u"d"_s}) {
            identity.unite(name(u"a"_s), name(other));
            identity.noteUse(name(other));
        }
        identity.separate(name(u"c"_s), name(u"b"_s));
        identity.separate(name(u"c"_s), name(u"d"_s));
        identity.settle();
        // Of those that are left the best is found anew, and "c" stands for itself.
        QCOMPARE(identity.canonical(name(u"a"_s)), name(u"b"_s));
        QCOMPARE(identity.canonical(name(u"d"_s)), name(u"b"_s));
        QCOMPARE(identity.canonical(name(u"c"_s)), name(u"c"_s));
        // Nobody else is touched by it.
        identity.unite(name(u"x"_s), name(u"y"_s));
        identity.settle();
        QCOMPARE(identity.canonical(name(u"y"_s)), name(u"x"_s));
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
