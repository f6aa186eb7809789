// SPDX-License-Identifier: GPL-3.0-or-later
// Where the ports of a folder get their data from.
#include "tests/platforms/folderfixture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Relation;
using portolan::tests::contractText;
using portolan::tests::FolderFixture;
using portolan::tests::productText;

namespace {

//! A contract with one column that is made from \a count others.
QByteArray madeFrom(int count)
{
    QByteArray text = "apiVersion: v3.1.0\nkind: DataContract\nid: sums\nversion: 1.0.0\n"
                      "status: active\nschema:\n- name: daily\n  properties:\n"
                      "  - name: total\n    logicalType: number\n    transformSourceObjects:\n";
    for (int i = 0; i < count; ++i)
        text += "    - source of which there are many " + QByteArray::number(i) + '\n';
    return text;
}

} // namespace

class TestPortLineage : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void anInputPortLeadsBackToThePortsThatItsPageNames()
    {
        FolderFixture folder;
        folder.write(u"orders.yaml"_s, contractText(u"orders"_s, u"1.0.0"_s));
        // One contract governs a table and a stream; the reader's port has the name of one.
        folder.write(u"shop.yaml"_s,
                     productText(u"shop"_s, u"orders"_s)
                         + "- name: in\n  version: '1'\n  contractId: orders\n");
        folder.write(u"reports.yaml"_s, productText(u"reports"_s, {}, u"orders"_s));
        QVERIFY(folder.pull().has_value());
        const auto input = folder.sink.records.value(u"reports#in"_s);
        QStringList sources;
        for (const auto &edge : input.lineage)
            sources.append(edge.source);
        QStringList read;
        for (const auto &to : input.relations) {
            if (to.relation == Relation::Consumes)
                read.append(to.nativeId);
        }
        QCOMPARE(sources, QStringList({u"shop#in"_s}));
        QCOMPARE(sources, read);
    }

    void aTableMadeFromVeryManySourcesKeepsThemAll()
    {
        constexpr int count = 24'000; // each was compared with all before it
        FolderFixture folder;
        folder.write(u"sums.yaml"_s, madeFrom(count));
        QVERIFY(folder.pull().has_value());
        QCOMPARE(folder.sink.records.value(u"sums#daily"_s).lineage.size(), 2 * count);
    }
};

QTEST_APPLESS_MAIN(TestPortLineage)
#include "tst_portlineage.moc"
