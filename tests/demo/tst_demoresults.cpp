// SPDX-License-Identifier: GPL-3.0-or-later
// The results of the demo mesh tell the story that its README promises.
#include "app/demo/demoresults.h"
#include "tests/demo/demotree.h"
#include "tests/support/shared.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::DemoTree;
using tests::longestGap;
using tests::meanOf;
using tests::Verdicts;

namespace {

const QString mesh = QStringLiteral(PORTOLAN_SOURCE_DIR "/resources/demo");
const QString countryRule = u"customer-360/customers/country is well formed"_s;
const QString returnsRule = u"returns.returns_daily/expect_column_values_to_not_be_null/"
                            "found_condition"_s;
const QString scans = u"carriers/parcel_scans/scans per day"_s;
const QString orderRows = u"order-events/order_events/rows per day"_s;
const QString deliveries = u"delivery-times/delivery_times/"
                           "nobody is delivered before the parcel exists"_s;

QDateTime utc(int year, int month, int day, int hours, int minutes)
{
    return {QDate(year, month, day), QTime(hours, minutes), Qt::UTC};
}

QByteArray quoted(const QString &text)
{
    return QString(u'"' % text % u'"').toUtf8();
}

//! \a bytes with every date in it moved by \a days.
QByteArray withDatesMoved(const QByteArray &bytes, int days)
{
    static const QRegularExpression date(u"\\b\\d{4}-\\d{2}-\\d{2}(?=T|/|\\.|\")"
                                         "|\\b\\d{8}(?=T\\d{6})"_s);
    const auto text = QString::fromUtf8(bytes);
    QString result;
    qsizetype done = 0;
    for (auto it = date.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const auto format = match.capturedLength() == 8 ? u"yyyyMMdd"_s : u"yyyy-MM-dd"_s;
        result += text.mid(done, match.capturedStart() - done)
            + QDate::fromString(match.captured(), format).addDays(days).toString(format);
        done = match.capturedEnd();
    }
    return (result + text.mid(done)).toUtf8();
}

QStringList failing(const Verdicts &verdicts, const QString &word)
{
    QStringList times;
    for (auto it = verdicts.begin(); it != verdicts.end(); ++it) {
        if (it.value() == word)
            times.append(it.key().toString(Qt::ISODate));
    }
    return times;
}

//! The contracts and products of the mesh, one after another.
QByteArray contractsOfTheMesh()
{
    QByteArray contracts;
    const auto files = DemoTree::filesOf(mesh);
    for (auto it = files.begin(); it != files.end(); ++it) {
        if (!it.key().startsWith(u"dbt/"_s) && !it.key().startsWith(u"lineage/"_s))
            contracts += *it;
    }
    return contracts;
}

} // namespace

class TestDemoResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(demo::DemoResults(m_start).write(m_dir.path(), m_start));
        m_took = timer.elapsed();
        m_tree = std::make_unique<DemoTree>(m_dir.path());
    }

    void theSameFirstStartGivesTheSameBytes()
    {
        const QTemporaryDir other;
        QVERIFY(demo::DemoResults(m_start).write(other.path(), m_start));
        QVERIFY(DemoTree::filesOf(other.path()) == DemoTree::filesOf(m_dir.path()));
    }

    void firstStartsFourWeeksApartDifferByTheirDates()
    {
        const QTemporaryDir later;
        QVERIFY(demo::DemoResults(m_start.addDays(28)).write(later.path(), m_start.addDays(28)));
        auto expected = DemoTree::filesOf(m_dir.path());
        const auto found = DemoTree::filesOf(later.path());
        QCOMPARE(found.size(), expected.size());
        for (auto it = found.begin(); it != found.end(); ++it) {
            const auto name = QString::fromUtf8(withDatesMoved(it.key().toUtf8(), -28));
            if (withDatesMoved(*it, -28) != expected.take(name))
                QFAIL(qPrintable(it.key()));
        }
        QVERIFY(expected.isEmpty());
    }

    void itIsSmallAndSoonDone()
    {
        qInfo("%lld ms, %.1f MB, %lld events", m_took, double(m_tree->bytes) / 1e6,
              qint64(m_tree->events));
        for (auto it = m_tree->filesOfTool.begin(); it != m_tree->filesOfTool.end(); ++it)
            qInfo("%s: %lld files", qPrintable(it.key()), qint64(it.value()));
        QCOMPARE_LT(m_tree->bytes, 20'000'000);
        QCOMPARE_LT(m_tree->events, 25'000);
    }

    void everyCheckIsOneOfTheMesh()
    {
        const auto manifest = tests::bytesOf(mesh + u"/dbt/target/manifest.json"_s);
        QCOMPARE(m_tree->dbt.size(), 19);
        QCOMPARE(m_tree->sources.size(), 12);
        for (const auto &id : m_tree->dbt.keys() + m_tree->sources.keys())
            QVERIFY2(manifest.contains(quoted(id)), qPrintable(id));
        const auto contracts = contractsOfTheMesh();
        QCOMPARE(m_tree->rules.size(), 127);
        for (const auto &rule : m_tree->rules.keys()) {
            QVERIFY2(contracts.contains(rule.section(u'/', 0, 0).toUtf8()), qPrintable(rule));
            QVERIFY2(contracts.contains(rule.section(u'/', 2).toUtf8()), qPrintable(rule));
        }
    }

    void everyTableThatIsWrittenIsOneOfTheMesh()
    {
        QByteArray known = tests::bytesOf(mesh + u"/dbt/target/manifest.json"_s);
        for (const auto *domain : {"customer", "finance", "inventory", "marketing", "orders"})
            known += tests::bytesOf(mesh + u"/lineage/%1.ndjson"_s.arg(QLatin1String(domain)));
        const auto contracts = contractsOfTheMesh();
        QVERIFY(m_tree->updates.size() > 55);
        for (const auto &name : m_tree->updates.keys()) {
            const auto relation = QString(name).replace(u'.', u"\\\".\\\""_s);
            const QString location = u"location: "_s % name % u'\n';
            QVERIFY2(known.contains(quoted(name)) || known.contains(relation.toUtf8())
                         || contracts.contains(location.toUtf8()),
                     qPrintable(name));
        }
    }

    void thereAre120Days()
    {
        // Of the older ones one a week was kept, that of Monday.
        const auto first = m_tree->rules.value(orderRows).firstKey().date();
        QVERIFY(first >= m_start.date().addDays(-120) && first < m_start.date().addDays(-113));
        QCOMPARE(m_tree->rules.value(orderRows).lastKey().date(), m_start.date());
        for (const auto &verdicts : {m_tree->dbt.first(), m_tree->soda.first()})
            QCOMPARE(verdicts.size(), 120); // 121 days less the Sunday without runs
    }

    //! Without a break a table is never much older than its contract promises: a run that is lost
    //! now and then is one, not two.
    void whatRunsOftenRunsWithoutHoles()
    {
        for (const auto &[name, minutes] :
             {std::pair("warehouse.wms.stock", 120), std::pair("warehouse.consent.log", 120),
              std::pair("FINANCE.PAYMENTS.PAYMENTS", 60),
              std::pair("warehouse.stock.position", 120),
              std::pair("norrholt-marketing.promo.promotion_articles", 240),
              std::pair("s3://web-out/hits", 360), std::pair("s3://consent-out/texts", 1440),
              std::pair("s3://logistics-out/scorecard", 8 * 1440)}) {
            const auto moments = m_tree->updates.value(QLatin1String(name));
            QVERIFY2(longestGap(moments, m_start.addDays(-29), m_start) < 2 * minutes * 60, name);
        }
        // What the breaks reach can be judged on the day of the former one, four weeks back.
        const auto former = m_start.addDays(-41);
        for (const auto *name : {"parcel_scans", "order_events", "delivery_times"}) {
            for (auto it = m_tree->updates.begin(); it != m_tree->updates.end(); ++it) {
                if (it.key().endsWith(QLatin1String(name)))
                    QVERIFY2(longestGap(*it, former.addDays(-28), former) < 2 * 3600, name);
            }
        }
    }

    void twoThingsDeclineOverSixWeeks()
    {
        for (const auto &values :
             {m_tree->ruleValues.value(countryRule), m_tree->badPercent.value(returnsRule)}) {
            const auto before = meanOf(values, m_start.addDays(-70), 28);
            const auto amid = meanOf(values, m_start.addDays(-24), 7);
            const auto after = meanOf(values, m_start.addDays(-5), 6);
            QVERIFY(before > 0 && amid > 2 * before && after > 1.5 * amid);
        }
        const auto country = failing(m_tree->rules.value(countryRule), u"failed"_s);
        QVERIFY(country.size() > 3 && country.size() < 14);
        QCOMPARE(country.last().left(10), m_start.date().toString(Qt::ISODate));
    }

    void theBreakTravelsDownTheLineage()
    {
        const auto broke = utc(2026, 11, 23, 9, 40);
        QVERIFY(m_tree->updates.value(u"warehouse.logistics.parcel_scans"_s).last() < broke);
        QDateTime late = broke;
        for (const auto &[name, promised] :
             {std::pair("logistics.parcel_scans", 30), std::pair("orders.order_events", 30),
              std::pair("orders.delivery_times", 60), std::pair("customer.customers", 120)}) {
            const auto last = m_tree->updates.value(u"warehouse."_s + QLatin1String(name)).last();
            const auto lateSince = last.addSecs(promised * 60);
            QVERIFY2(lateSince > late && lateSince < m_start, name);
            late = lateSince;
        }
        QVERIFY(m_tree->updates.value(u"warehouse.wms.stock"_s).last()
                > m_start.addSecs(-2 * 3600));
        QDateTime failed = broke;
        for (const auto &rule : {scans, orderRows, deliveries}) {
            const auto times = failing(m_tree->rules.value(rule), u"failed"_s);
            const auto ofToday = times.filter(u"2026-11-23"_s);
            QVERIFY2(!ofToday.isEmpty(), qPrintable(rule));
            const auto first = QDateTime::fromString(ofToday.first(), Qt::ISODate);
            QVERIFY2(first > failed, qPrintable(rule));
            QCOMPARE(m_tree->rules.value(rule).last(), u"failed"_s);
            failed = first;
        }
    }

    void theFormerBreakWasRepaired()
    {
        const auto day = m_start.date().addDays(-40).toString(Qt::ISODate);
        const auto verdicts = m_tree->rules.value(scans);
        const auto failed = failing(verdicts, u"failed"_s).filter(day);
        QCOMPARE(failed.size(), 3);
        const auto after =
            verdicts.upperBound(QDateTime::fromString(failed.last(), Qt::ISODate).addSecs(1));
        QCOMPARE(after.value(), u"passed"_s);
        QCOMPARE(after.key().date().toString(Qt::ISODate), day);
    }

    void aDayThatHasHardlyBegunHasItsBreakToo_data()
    {
        QTest::addColumn<QDateTime>("start");
        for (const int at : {0, 4, 6, 8, 23})
            QTest::newRow(QByteArray::number(at).constData()) << utc(2027, 3, 1, at, 11);
    }

    void aDayThatHasHardlyBegunHasItsBreakToo()
    {
        QFETCH(QDateTime, start);
        const QTemporaryDir dir;
        QVERIFY(demo::DemoResults(start).write(dir.path(), start));
        const DemoTree tree(dir.path());
        const auto silence =
            tree.updates.value(u"warehouse.logistics.parcel_scans"_s).last().secsTo(start);
        QVERIFY(silence > 4 * 3600 && silence < 7 * 3600);
        QCOMPARE(tree.rules.value(scans).last(), u"failed"_s);
        QCOMPARE(tree.rules.value(deliveries).last(), u"failed"_s);
        for (const auto &moments : tree.updates)
            QVERIFY(*std::max_element(moments.begin(), moments.end()) <= start);
        QVERIFY(!failing(tree.rules.value(u"returns-and-refunds/returns_daily/"
                                          "order_id is present"_s),
                         u"failed"_s)
                     .isEmpty());
    }

    void oneCheckFlaps()
    {
        QStringList flapping;
        for (auto it = m_tree->soda.begin(); it != m_tree->soda.end(); ++it) {
            const auto fails = failing(*it, u"fail"_s).size();
            if (fails > 0)
                flapping.append(it.key());
            QVERIFY(fails == 0 || (fails > it->size() / 3 && fails < it->size() / 2));
        }
        QCOMPARE(flapping, QStringList(u"position/Available stock is never below zero"_s));
    }

    void oneProductHasNoChecks()
    {
        QVERIFY(m_tree->updates.contains(u"norrholt-marketing.newsletter.sends"_s));
        for (const auto &checks :
             {m_tree->dbt, m_tree->expectations, m_tree->soda, m_tree->rules}) {
            for (const auto &check : checks.keys())
                QVERIFY2(!check.contains(u"newsletter"_s) && !check.contains(u"sends"_s),
                         qPrintable(check));
        }
    }

    void aSundayIsWithoutRunsAndWeekendsAreQuiet()
    {
        QSet<QDate> days;
        for (const auto &checks :
             {m_tree->dbt, m_tree->expectations, m_tree->soda, m_tree->rules}) {
            for (const auto &verdicts : checks) {
                for (auto it = verdicts.keyBegin(); it != verdicts.keyEnd(); ++it)
                    days.insert(it->date());
            }
        }
        QList<QDate> without;
        for (int day = -120; day <= 0; ++day) {
            if (!days.contains(m_start.date().addDays(day)))
                without.append(m_start.date().addDays(day));
        }
        QCOMPARE(without.size(), 1);
        QCOMPARE(without.first().dayOfWeek(), 7);
        double sum[2] = {0, 0};
        int count[2] = {0, 0};
        const auto values =
            m_tree->ruleValues.value(u"urn:norrholt:contract:payments/payments/payments per day"_s);
        for (auto it = values.begin(); it != values.end(); ++it) {
            const int weekend = it.key().date().dayOfWeek() > 5 ? 1 : 0;
            sum[weekend] += it.value();
            ++count[weekend];
        }
        QVERIFY(count[0] > 40 && count[1] > 15);
        QVERIFY(sum[1] / count[1] < 0.8 * sum[0] / count[0]);
        for (
            const auto &verdicts : {m_tree->rules.value(
                u"urn:norrholt:contract:vat-report/vat_quarter/VAT follows from base and rate"_s)}) {
            for (auto it = verdicts.keyBegin(); it != verdicts.keyEnd(); ++it)
                QVERIFY(it->date().dayOfWeek() < 6);
        }
    }

    void oneContractWasNotTestedForFourDays()
    {
        const auto rule = u"75c5dc65-5544-51de-9d30-d00c65a1fa0d/proposals/kind in list"_s;
        QCOMPARE(m_tree->rules.value(rule).lastKey().date(), m_start.date().addDays(-4));
    }

    void mostChecksAreWell()
    {
        int well = 0;
        int all = 0;
        for (const auto &checks : {m_tree->expectations, m_tree->soda, m_tree->rules}) {
            for (const auto &verdicts : checks) {
                ++all;
                well += verdicts.last().startsWith(u"pass"_s) ? 1 : 0;
            }
        }
        qInfo("%d of %d checks are well", well, all);
        QVERIFY(well > all * 85 / 100 && well < all - 5);
    }

    void whatComesLaterIsAddedAndOrdinary()
    {
        const QTemporaryDir dir;
        const demo::DemoResults results(m_start);
        QVERIFY(results.write(dir.path(), m_start));
        const auto before = DemoTree::filesOf(dir.path());
        const auto later = m_start.addDays(30);
        QVERIFY(results.add(dir.path(), m_start, later));
        const auto after = DemoTree::filesOf(dir.path());
        for (auto it = before.begin(); it != before.end(); ++it)
            QVERIFY2(after.value(it.key()).startsWith(*it), qPrintable(it.key()));
        const DemoTree tree(dir.path());
        QCOMPARE(tree.rules.value(scans).lastKey().date(), later.date());
        QCOMPARE(tree.rules.value(scans).last(), u"passed"_s);
        QCOMPARE(tree.rules.value(countryRule).last(), u"passed"_s);
        for (const auto &verdicts : tree.soda)
            QCOMPARE(verdicts.last(), u"pass"_s);
        const auto updates = tree.updates.value(u"warehouse.logistics.parcel_scans"_s);
        QVERIFY(updates.last() > later.addSecs(-30 * 60));
        const QTemporaryDir whole;
        QVERIFY(results.write(whole.path(), later));
        QVERIFY(DemoTree::filesOf(whole.path()) == after);
    }

private:
    const QDateTime m_start = utc(2026, 11, 23, 14, 2);
    QTemporaryDir m_dir;
    std::unique_ptr<DemoTree> m_tree;
    qint64 m_took = 0;
};

QTEST_GUILESS_MAIN(TestDemoResults)
#include "tst_demoresults.moc"
