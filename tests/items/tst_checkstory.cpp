// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/checkrunmodel.h"
#include "models/items/checkstory.h"
#include "models/items/coveragemodel.h"
#include "tests/items/sampletriage.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using items::CoverageModel;
using items::Expectation;
using tests::SampleTriage;

namespace {

constexpr qint64 hour = 3'600'000;
const QDateTime start(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC);

//! A story with one run an hour: p pass, w warn, f fail, e error, s skipped.
items::CheckStory storyOf(const QString &runs)
{
    using domain::RunStatus;
    items::CheckStory story;
    story.period = {start, start.addMSecs(runs.size() * hour)};
    store::RunBucket bucket{story.period.from, story.period.to, {}, {}, {}};
    for (qsizetype i = 0; i < runs.size(); ++i) {
        domain::CheckRun run;
        run.at = start.addMSecs(i * hour);
        const auto letter = runs.at(i);
        run.status = letter == u'p' ? RunStatus::Pass
            : letter == u'w'        ? RunStatus::Warn
            : letter == u'f'        ? RunStatus::Fail
            : letter == u'e'        ? RunStatus::Error
                                    : RunStatus::Skipped;
        bucket.counts.add(run.status);
        story.runs.prepend(run);
    }
    story.buckets = {bucket};
    return story;
}

} // namespace

class TestCheckStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void boundsAreReadFromWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("least");
        QTest::addColumn<QString>("most");
        QTest::newRow("most") << u"at most 5 %"_s << QString() << u"5"_s;
        QTest::newRow("no more") << u"no more than 12 rows"_s << QString() << u"12"_s;
        QTest::newRow("least") << u"must be at least 1,250"_s << u"1250"_s << QString();
        QTest::newRow("sign") << u">= 0.5"_s << u"0.5"_s << QString();
        QTest::newRow("between") << u"must be between 1 and 3.5"_s << u"1"_s << u"3.5"_s;
        QTest::newRow("to") << u"600 to 1,900 events in 10 min"_s << u"600"_s << u"1900"_s;
        QTest::newRow("percent range") << u"between 1 % and 3 %"_s << u"1"_s << u"3"_s;
        QTest::newRow("two signs") << u">= 1, <= 9"_s << u"1"_s << u"9"_s;
        QTest::newRow("equal") << u"must be 0"_s << u"0"_s << u"0"_s;
        QTest::newRow("number") << u"42"_s << u"42"_s << u"42"_s;
        QTest::newRow("negative") << u"at least -3"_s << u"-3"_s << QString();
        QTest::newRow("not") << u"must not be 0"_s << QString() << QString();
        QTest::newRow("not between") << u"must not be between 1 and 2"_s << QString() << QString();
        QTest::newRow("words") << u"values in A, B, C"_s << QString() << QString();
        QTest::newRow("a date") << u"newest row"_s << QString() << QString();
        QTest::newRow("long") << QString(1000, u'9') << QString() << QString();
    }

    void boundsAreReadFromWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, least);
        QFETCH(const QString, most);
        const auto bound = [](const QString &number) {
            return number.isEmpty() ? std::nullopt : std::optional(number.toDouble());
        };
        QCOMPARE(items::expectationOf(text), (Expectation{bound(least), bound(most)}));
    }

    void figuresAreThoseOfTheRuns()
    {
        const auto figures = items::figuresOf(storyOf(u"pwffspepp"_s));
        QCOMPARE(figures.runs, 9);
        QCOMPARE(figures.goodShare, std::optional<double>(5.0 / 8));
        // From the first bad run to the next good one; a skipped run in between ends nothing.
        QCOMPARE(figures.longestFailureMs, std::optional<qint64>(3 * hour));
        QVERIFY(!figures.longestGoesOn);
        QCOMPARE(figures.turns, 4);
        QCOMPARE(figures.medianGapMs, std::optional<qint64>(hour));
        QVERIFY(!figures.partial);
    }

    void failureThatGoesOnLastsUntilTheEnd()
    {
        const auto figures = items::figuresOf(storyOf(u"ppfff"_s));
        QCOMPARE(figures.longestFailureMs, std::optional<qint64>(3 * hour));
        QVERIFY(figures.longestGoesOn);
    }

    void figuresOfNothingAreEmpty()
    {
        auto story = storyOf({});
        story.buckets.clear();
        const auto figures = items::figuresOf(story);
        QCOMPARE(figures, items::CheckFigures());
        QVERIFY(items::hasAllRuns(story));
    }

    void aPartOfTheRunsIsSaidToBeOne()
    {
        auto story = storyOf(u"pppp"_s);
        story.buckets.first().counts.pass = 400;
        const auto figures = items::figuresOf(story);
        QVERIFY(figures.partial);
        QCOMPARE(figures.runs, 400);
    }

    void runsAreATable()
    {
        items::CheckRunModel model;
        const QAbstractItemModelTester tester(&model);
        auto story = storyOf(u"pf"_s);
        story.runs[0].failedRows = 12;
        story.runs[0].totalRows = 4201;
        story.runs[0].message = u"two\nlines"_s;
        model.setRuns(story.runs);
        QCOMPARE(model.index(0, items::CheckRunModel::StatusColumn).data().toString(), u"Failed"_s);
        QCOMPARE(model.index(0, items::CheckRunModel::RowsColumn).data().toString(),
                 u"12 of 4,201"_s);
        QCOMPARE(model.index(0, items::CheckRunModel::MessageColumn).data().toString(),
                 u"two lines"_s);
        QCOMPARE(model.textOf({model.index(0, 0), model.index(0, 1)}).count(u'\n'), 2);
    }

    void csvIsSafeToOpenInASpreadsheet()
    {
        auto story = storyOf(u"f"_s);
        story.runs[0].message = u"=cmd(\"x\"), and more"_s;
        story.runs[0].observed = u"99"_s;
        QCOMPARE(items::runsAsCsv(story.runs),
                 QByteArray("time,status,observed,expected,failed_rows,total_rows,message\r\n"
                            "2026-11-01T00:00:00.000Z,fail,\"99\",\"\",,,"
                            "\"'=cmd(\"\"x\"\"), and more\"\r\n"));
    }

    void coverageCountsWhatHasACheckThatRan()
    {
        SampleTriage source;
        const auto count = items::coverageOf(source.covered);
        QCOMPARE(count.all, 84);
        QCOMPARE(count.checked, 61);
        QCOMPARE(count.silent, 4);
        QCOMPARE(count.missing(), 19);
        int all = 0;
        const auto domains = items::coverageByDomain(source.covered);
        for (const auto &domain : domains)
            all += domain.all;
        QCOMPARE(all, 84);
        QVERIFY(domains.last().domain.isEmpty());
    }

    void whatIsNotCheckedComesFirst()
    {
        SampleTriage source;
        CoverageModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(source.covered);
        QCOMPARE(model.shownRows().size(), 23);
        model.setFilter({}, false);
        QCOMPARE(model.shownRows().size(), 84);
        const auto head = model.index(0, 0);
        QCOMPARE(model.index(0, 0, head).data(CoverageModel::StateRole).toInt(),
                 int(CoverageModel::State::Missing));
        model.setFilter(u"owner:maya -asset:orders domain:orders"_s, false);
        QCOMPARE(model.rowCount(), 2);
        model.setFilter({}, false);
        model.setDomain({u"Customer"_s});
        QCOMPARE(model.rowCount(), 1);
        model.setDomain({QString()});
        QCOMPARE(model.index(0, 0).data().toString(), u"web_sessions"_s);
        QVERIFY(model.csv().startsWith("domain,asset,field,why,checks,checks_that_ran,owner\r\n"));
        QCOMPARE(model.csv().count('\n'), 13);
    }
};

QTEST_GUILESS_MAIN(TestCheckStory)
#include "tst_checkstory.moc"
