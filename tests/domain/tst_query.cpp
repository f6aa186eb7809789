// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/query.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::parseQuery;
using portolan::domain::QueryToken;
using portolan::domain::withFilter;

class TestQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void wordsAndFiltersAreToldApart()
    {
        const auto query = parseQuery(u"late domain:orders -tag:pii \"exact words\""_s);
        QCOMPARE(query.words(), u"late exact words"_s);
        QCOMPARE(query.filters().size(), 2);
        QCOMPARE(query.filters().at(0).key, u"domain"_s);
        QVERIFY(query.filters().at(1).negated);
    }

    void quotedValuesKeepTheirBlanks()
    {
        const auto query = parseQuery(u"owner:\"Order \\\"A\\\" team\" x"_s);
        QCOMPARE(query.filters().first().value, u"Order \"A\" team"_s);
        QCOMPARE(query.words(), u"x"_s);
    }

    void anUnknownKeyIsMarkedAndSearchedAsText()
    {
        const auto query = parseQuery(u"colour:red"_s);
        QVERIFY(query.tokens.first().kind == QueryToken::Kind::Unknown);
        QCOMPARE(query.words(), u"colour:red"_s);
    }

    void positionsPointIntoTheText()
    {
        const auto text = u"  a kind:product"_s;
        const auto token = parseQuery(text).tokens.at(1);
        QCOMPARE(text.mid(token.from, token.to - token.from), u"kind:product"_s);
    }

    void aFilterIsAddedOnceAndTakenOut()
    {
        const auto with = withFilter(u"late"_s, u"owner"_s, u"Order team"_s, true);
        QCOMPARE(with, u"late owner:\"Order team\""_s);
        QCOMPARE(withFilter(with, u"owner"_s, u"order team"_s, true), with);
        QCOMPARE(withFilter(with, u"owner"_s, u"Order team"_s, false), u"late"_s);
    }
};

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
