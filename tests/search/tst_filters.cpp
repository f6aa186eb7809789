// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/search/memorysource.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;
using domain::EntityKind;

class TestFilters : public QObject
{
    Q_OBJECT

    store::SearchIndex m_index;

    QList<qint64> rows(const QString &query) const
    {
        auto list = rowsOf(m_index, query);
        std::sort(list.begin(), list.end());
        return list;
    }

    qint64 count(const QString &query, const QString &facet, const QString &value) const
    {
        for (const auto &group : m_index.snapshot()->facets(query)) {
            for (const auto &entry : group.values) {
                if (group.name == facet && entry.value == value)
                    return entry.count;
            }
        }
        return 0;
    }

private Q_SLOTS:

    void initTestCase()
    {
        MemorySource source;
        auto product = document(1, u"Order events"_s);
        product.kind = EntityKind::Product;
        product.domain = {u"Orders"_s};
        product.portTypes = {u"stream"_s, u"SQL"_s};
        product.ownerName = u"Order team"_s;
        product.ownerId = u"team-1"_s;
        product.status = u"active"_s;
        product.slo = u"burning"_s;
        product.tags = {u"gold"_s, u"PII"_s};
        product.accounts = {u"mesh"_s};
        product.platforms = {u"files"_s};
        source.put(product);

        auto table = document(2, u"shipments"_s);
        table.type = u"table"_s;
        table.domain = {u"Orders"_s, u"Fulfilment"_s};
        table.tags = {u"pii"_s};
        table.classification = u"Confidential"_s;
        table.accounts = {u"mesh"_s, u"corp"_s};
        table.platforms = {u"files"_s, u"datahub"_s};
        table.fields = {{.path = u"order_id"_s, .name = u"order_id"_s},
                        {.path = u"carrier"_s, .name = u"carrier"_s}};
        source.put(table);

        auto view = document(3, u"order totals"_s);
        view.type = u"view"_s;
        view.domain = {u"Finance"_s};
        source.put(view);

        auto port = document(4, u"order stream"_s);
        port.kind = EntityKind::Port;
        port.type = u"stream"_s;
        port.domain = {u"Orders"_s};
        source.put(port);

        auto check = document(5, u"orders not null"_s);
        check.kind = EntityKind::Check;
        source.put(check);
        QVERIFY(m_index.rebuild(source));
    }

    void filtersNarrow_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<qint64>>("expected");
        const auto row = [](const char *query, const QList<qint64> &expected) {
            QTest::newRow(query) << QString::fromUtf8(query) << expected;
        };
        row("", {1, 2, 3, 4});
        row("kind:product", {1});
        row("kind:PRODUCT kind:port", {1, 4});
        row("-kind:asset", {1, 4});
        row("kind:check", {5});
        row("domain:orders", {1, 2, 4});
        row("domain:Orders/Fulfilment", {2});
        row("domain:fulfilment", {2});
        row("domain:filment", {});
        row("domain:orders -domain:fulfilment", {1, 4});
        row("domain:orders domain:finance", {1, 2, 3, 4});
        row("port:stream", {1, 4});
        row("port:sql", {1});
        row("kind:stream", {1, 4});
        row("type:table", {2});
        row("type:stream", {4});
        row("owner:\"order team\"", {1});
        row("owner:team-1", {1});
        row("owner:order", {});
        row("status:Active", {1});
        row("slo:Burning", {1});
        row("slo:met", {});
        row("-slo:burning", {2, 3, 4});
        row("tag:pii", {1, 2});
        row("tag:pii -tag:gold", {2});
        row("-tag:pii", {3, 4});
        row("classification:confidential", {2});
        row("platform:datahub", {2});
        row("account:mesh platform:files", {1, 2});
        row("order domain:orders", {1, 2, 4});
        row("order -kind:port kind:product kind:asset", {1, 2, 3});
        row("shipments kind:product", {});
        row("kind:nonsense", {});
        row("kind:field carrier", {2});
        row("kind:field order domain:finance", {});
    }

    void filtersNarrow()
    {
        QFETCH(QString, query);
        QTEST(rows(query), "expected");
        QCOMPARE(m_index.snapshot()->search({.query = query}).total, qint64(rows(query).size()));
    }

    void aFacetsOwnFilterDoesNotNarrowIt()
    {
        QCOMPARE(count(u"kind:product"_s, u"kind"_s, u"asset"_s), 2);
        QCOMPARE(count(u"kind:product"_s, u"tag"_s, u"gold"_s), 1);
        QCOMPARE(count(u"kind:product"_s, u"type"_s, u"table"_s), 0);
    }

    void facetsCountWhatTheFilterWouldFind()
    {
        for (const auto &query : {u""_s, u"order"_s, u"domain:orders"_s, u"order -tag:pii"_s}) {
            for (const auto &facet : m_index.snapshot()->facets(query)) {
                for (const auto &value : facet.values) {
                    if (query.contains(facet.name))
                        continue;
                    const QString narrowed =
                        query % u' ' % facet.name % u':' % domain::quotedValue(value.value);
                    QCOMPARE(m_index.snapshot()->search({.query = narrowed}).total, value.count);
                }
            }
        }
    }

    void aDomainCountsWhatIsBelowIt()
    {
        QCOMPARE(count({}, u"domain"_s, u"Orders"_s), 3);
        QCOMPARE(count({}, u"domain"_s, u"Orders/Fulfilment"_s), 1);
    }

    void valuesThatDifferInCaseAreOne()
    {
        QCOMPARE(count({}, u"tag"_s, u"PII"_s), 2);
        QCOMPARE(count({}, u"tag"_s, u"pii"_s), 0);
    }

    void facetsStandInTheOrderOfTheKeysByFallingCountThenName()
    {
        const auto facets = m_index.snapshot()->facets({});
        QStringList names;
        for (const auto &facet : facets) {
            names.append(facet.name);
            for (qsizetype i = 1; i < facet.values.size(); ++i) {
                const auto &former = facet.values.at(i - 1);
                const auto &value = facet.values.at(i);
                QVERIFY(former.count > value.count
                        || (former.count == value.count
                            && former.value.compare(value.value, Qt::CaseInsensitive) < 0));
            }
        }
        QCOMPARE(names, domain::queryKeys());
    }

    void fieldsAreAskedForByKind()
    {
        const auto ranking = m_index.snapshot()->search({.query = u"kind:field order id"_s});
        QVERIFY(ranking.fields);
        QCOMPARE(ranking.total, 1);
        QVERIFY(!m_index.snapshot()->search({.query = u"order id"_s}).fields);
    }
};

QTEST_APPLESS_MAIN(TestFilters)
#include "tst_filters.moc"
