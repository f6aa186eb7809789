// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/incidentfilter.h"
#include "tests/items/sampletriage.h"
#include "tests/views/looks.h"
#include "tests/views/pagewalk.h"
#include "views/quality/incidentchart.h"
#include "views/quality/incidentdetail.h"
#include "views/quality/incidentlist.h"
#include "views/quality/incidentspage.h"
#include "views/quality/incidentstages.h"
#include "views/shared/safetext.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using items::IncidentState;
using tests::SampleTriage;
using views::quality::IncidentsPage;

namespace {

//! A page over a sample, shown.
struct Desk
{
    SampleTriage source;
    IncidentsPage page;

    explicit Desk(const QSize &size = {1392, 760})
        : page(source)
    {
        page.resize(size);
        page.setPeriod(tests::lastWeeks(source));
        QObject::connect(&source, &items::QualitySource::changed, &page,
                         [this] { page.refresh(); });
        page.setBoard(std::make_shared<items::QualityBoard>(
            *source.board(tests::lastWeeks(source)).takeResult()));
        page.show();
        QApplication::setActiveWindow(&page);
    }

    bool isReady() { return page.model().rowCount() > 0; }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(page.list(), key, modifiers);
    }

    QString current() const
    {
        const auto *incident = page.model().incident(page.list()->currentIncident());
        return incident ? incident->assetName : QString();
    }

    IncidentState state(const QString &asset) const
    {
        for (const auto &incident : page.model().incidents()) {
            if (incident.assetName == asset)
                return incident.state;
        }
        return IncidentState::Resolved;
    }
};

//! The button at the foot of \a page that says \a text.
QAbstractButton *button(const IncidentsPage &page, const QString &text)
{
    for (auto *one : page.findChildren<QAbstractButton *>()) {
        if (one->accessibleName().startsWith(text) && one->isVisible())
            return one;
    }
    return nullptr;
}

} // namespace

class TestIncidentsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void pageIsWholeInEveryLook_data() { tests::addLooks(); }

    void pageIsWholeInEveryLook()
    {
        QFETCH(const int, choice);
        QFETCH(const int, percent);
        QFETCH(const QSize, size);
        m_theme->setChoice(Theme::Choice(choice));
        m_theme->setTextPercent(percent);
        Desk desk(size);
        QTRY_VERIFY(desk.isReady());
        desk.page.list()->setFocus();
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_Space);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_Space);
        desk.key(Qt::Key_K);
        QCoreApplication::processEvents();
        QCOMPARE(desk.page.size(), size);
        tests::paintPicture(&desk.page,
                            u"incidents-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(tests::unnamedWidgets(&desk.page), QStringList());
        QCOMPARE(tests::unreachableWidgets(&desk.page), QStringList());
        m_theme->setTextPercent(100);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void tenIncidentsAreTriagedByKeyboardAlone()
    {
        Desk desk;
        for (int i = 0; i < 6; ++i)
            desk.source.addCheck(u"asset_%1"_s.arg(i), u"check"_s, {{30 + i, true}});
        desk.page.refresh();
        QTRY_COMPARE(desk.page.model().openCount(), 11);
        desk.page.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        QStringList seen;
        for (int i = 0; i < 11; ++i) {
            seen.append(desk.current());
            desk.key(i == 10 ? Qt::Key_S : Qt::Key_A);
            QTRY_COMPARE(desk.source.steps.size(), i + 1);
            QCoreApplication::processEvents();
            desk.key(Qt::Key_J);
        }
        seen.removeDuplicates();
        QCOMPARE(seen.size(), 11);
        QTRY_COMPARE(desk.page.model().openCount(), 10);
        for (const auto &incident : desk.page.model().incidents()) {
            if (incident.isOpen() && !items::isSnoozed(incident, desk.source.at))
                QCOMPARE(incident.state, IncidentState::Acknowledged);
        }
    }

    void theMeanTimesOfThePeriodAreTold()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QStringList texts;
        for (const auto *label : desk.page.findChildren<SafeLabel *>())
            texts.append(label->text());
        QVERIFY(texts.join(u'\n').contains(u"resolved in 10 h"_s));
    }

    void lettersAreActionsOnlyWhileTheListHasTheFocus()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QLineEdit elsewhere(&desk.page);
        elsewhere.show();
        elsewhere.setFocus();
        QTest::keyClicks(&elsewhere, u"asjk"_s);
        QCOMPARE(elsewhere.text(), u"asjk"_s);
        QCOMPARE(desk.source.steps.size(), 0);
        desk.page.detail()->setFocus();
        QTest::keyClick(desk.page.detail(), Qt::Key_A);
        QCOMPARE(desk.source.steps.size(), 0);
    }

    void tickedOnesAreChangedTogetherAndOneUndoTakesItBack()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_Space);
        desk.key(Qt::Key_J);
        desk.key(Qt::Key_X);
        QCOMPARE(desk.page.model().ticked().size(), 2);
        desk.key(Qt::Key_A);
        QTRY_COMPARE(desk.source.steps.size(), 1);
        QCOMPARE(desk.source.steps.first().size(), 2);
        QTRY_COMPARE(desk.state(u"/parcels/{id}/events"_s), IncidentState::Acknowledged);
        QCOMPARE(desk.state(u"returns_portal.items"_s), IncidentState::Acknowledged);
        QCOMPARE(desk.page.model().ticked().size(), 0);
        QVERIFY(desk.page.lineText().contains(u"2 incident(s) acknowledged"_s));
        // The line stays while somebody reads.
        QTest::qWait(50);
        desk.key(Qt::Key_J);
        QVERIFY(desk.page.undoLink()->isVisible());
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.steps.size(), 0);
        QTRY_COMPARE(desk.state(u"/parcels/{id}/events"_s), IncidentState::New);
        QVERIFY(!desk.page.undoLink()->isVisible());
    }

    void aStepIsTakenBackAndDoneAgainWhereverTheFocusIs()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        const auto asset = desk.current();
        auto *resolve = button(desk.page, u"Resolve"_s);
        resolve->setFocus();
        QTest::keyClick(resolve, Qt::Key_Space);
        QTRY_COMPARE(desk.source.steps.size(), 1);
        // A second press must not be about the next one.
        QVERIFY(desk.page.list()->hasFocus());
        QTRY_VERIFY(desk.page.undoLink()->isVisible());
        auto *snooze = button(desk.page, u"Snooze"_s);
        snooze->setFocus();
        QTest::keyClick(snooze, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.source.steps.size(), 0);
        QTRY_COMPARE(desk.page.lineText(), u"Taken back"_s);
        QTRY_VERIFY(desk.state(asset) != IncidentState::Resolved);
        QTest::keyClick(snooze, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.source.steps.size(), 1);
        QCOMPARE(desk.source.steps.first().first().kind, store::TriageKind::Resolve);
        QTRY_COMPARE(desk.page.lineText(), u"Done again"_s);
        QVERIFY(desk.page.undoLink()->isVisible());
    }

    void whatIsOverIsNotTriaged()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.list()->setFocus();
        for (int i = 0; i < 12 && desk.current() != u"stock_levels"_s; ++i) {
            desk.key(Qt::Key_Down);
            desk.key(Qt::Key_Right);
        }
        QCOMPARE(desk.current(), u"stock_levels"_s);
        desk.key(Qt::Key_A);
        desk.key(Qt::Key_S);
        QCoreApplication::processEvents();
        QCOMPARE(desk.source.steps.size(), 0);
        QVERIFY(!button(desk.page, u"Acknowledge"_s)->isEnabled());
    }

    void snoozedOneGoesAndTheNextTakesItsPlace()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.list()->setFocus();
        desk.key(Qt::Key_Home);
        desk.key(Qt::Key_J);
        QCOMPARE(desk.current(), u"returns_portal.items"_s);
        desk.key(Qt::Key_S);
        QTRY_COMPARE(desk.page.model().openCount(), 4);
        QCOMPARE(desk.current(), u"/parcels/{id}/events"_s);
        QVERIFY2(desk.page.lineText().contains(u"snoozed until tomorrow, 08:00"_s),
                 qPrintable(desk.page.lineText()));
        const auto action = desk.source.steps.first().first();
        QCOMPARE(action.until.toLocalTime().time(), QTime(8, 0));
        QVERIFY(action.until > desk.source.at);
    }

    void namesAndNotesAreAskedForOnce()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QStringList known;
        desk.page.askName = [&](const QStringList &names, const auto &done) {
            known = names;
            done(u"Ada Byron"_s);
        };
        desk.page.askNote = [](const auto &done) { done(u"carrier was called"_s); };
        desk.page.list()->step(1);
        for (auto *action : desk.page.pageActions()) {
            if (action->text() == u"Assign…"_s || action->text() == u"Add a note…"_s
                || action->text() == u"Start work"_s)
                action->trigger();
        }
        QTRY_COMPARE(desk.source.steps.size(), 3);
        QVERIFY(known.contains(u"Maya Lindqvist"_s));
        QTRY_COMPARE(desk.page.detail()->incident().assignee, u"Ada Byron"_s);
        QCOMPARE(desk.page.detail()->incident().state, IncidentState::InProgress);
        QCOMPARE(desk.source.steps.last().first().text, u"carrier was called"_s);
    }

    void headsFoldByKeyboard()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.list()->setFocus();
        const int rows = desk.page.model().rowCount();
        desk.key(Qt::Key_End);
        desk.key(Qt::Key_Space);
        QCOMPARE(desk.page.model().rowCount(), rows + 1);
        desk.key(Qt::Key_Left);
        QCOMPARE(desk.page.model().rowCount(), rows);
        desk.key(Qt::Key_Right);
        desk.key(Qt::Key_J);
        QCOMPARE(desk.current(), u"stock_levels"_s);
        desk.key(Qt::Key_K);
        QCOMPARE(desk.current(), u"crm.accounts"_s);
    }

    void failureToWriteSaysSoAndChangesNothing()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.list()->setFocus();
        desk.page.list()->step(1);
        desk.source.problem = Error{Error::Kind::DiskFull, u"outbox.db"_s};
        desk.key(Qt::Key_A);
        QTRY_VERIFY(desk.page.lineText().startsWith(u"Not done"_s));
        QVERIFY(!desk.page.undoLink()->isVisible());
        QCOMPARE(desk.source.steps.size(), 0);
        // What was read before stays when reading fails.
        desk.page.refresh();
        QCoreApplication::processEvents();
        QVERIFY(desk.page.list()->isVisible());
        tests::paintPicture(&desk.page, u"incidents-failed"_s);
    }

    void emptyListSaysWhy()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QSignalSpy wanted(&desk.page, &views::quality::QualityPage::filterRequested);
        desk.page.setFilter(u"zzz"_s);
        QTRY_VERIFY(!desk.page.list()->isVisible());
        tests::paintPicture(&desk.page, u"incidents-filtered"_s);
        qobject_cast<QAbstractButton *>(tests::focusWidgets(&desk.page).first())->click();
        QCOMPARE(wanted.size(), 1);
        desk.page.setFilter({});
        QVERIFY(desk.page.list()->isVisible());
        desk.source.isEmpty = true;
        desk.page.refresh();
        QTRY_VERIFY(!desk.page.list()->isVisible());
        tests::paintPicture(&desk.page, u"incidents-empty"_s);
    }

    void oldAnswersAboutRunsAreDropped()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.source.holdsChecks = true;
        desk.source.asked.clear();
        desk.page.list()->setFocus();
        // The newest run of what is resolved passed: the two stories differ.
        for (const auto &incident : desk.page.model().incidents()) {
            if (!incident.isOpen())
                desk.page.showThing(incident.id);
        }
        desk.page.showThing(desk.page.model().incidents().first().id);
        QCOMPARE(desk.source.asked.size(), 2);
        desk.source.release(1);
        QCoreApplication::processEvents();
        const auto shown = desk.page.detail()->chart()->accessibleName();
        QVERIFY2(shown.contains(u"Failed"_s), qPrintable(shown));
        desk.source.release(0);
        QCoreApplication::processEvents();
        QCOMPARE(desk.page.detail()->chart()->accessibleName(), shown);
    }

    void whatIsHitAndTheAssetOpen()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.list()->setFocus();
        QSignalSpy entity(&desk.page, &views::quality::QualityPage::openEntity);
        QSignalSpy level(&desk.page, &views::quality::QualityPage::openLevel);
        QSignalSpy lineage(&desk.page, &views::quality::QualityPage::openInLineage);
        for (const auto &incident : desk.page.model().incidents()) {
            if (incident.assetName.startsWith(u'/'))
                desk.page.showThing(incident.id);
        }
        auto *hits = desk.page.detail()->hits();
        QCOMPARE(hits->model()->rowCount(), 5);
        Q_EMIT hits->activated(hits->model()->index(0, items::IncidentHitModel::LevelColumn));
        Q_EMIT hits->activated(hits->model()->index(0, items::IncidentHitModel::NameColumn));
        QCOMPARE(level.size(), 1);
        QCOMPARE(entity.size(), 1);
        desk.key(Qt::Key_L);
        QCOMPARE(lineage.first().first().toUuid(), SampleTriage::idOf(u"/parcels/{id}/events"_s));
        desk.key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(u"Asset: /parcels/{id}/events"_s));
        QVERIFY(desk.page.csv().contains("/parcels/{id}/events"));
        QCOMPARE(desk.page.csv().count('\n'), 7);
    }

    void placeComesBackAfterARestart()
    {
        QVariantMap state;
        {
            Desk desk;
            QTRY_VERIFY(desk.isReady());
            desk.page.showThing(desk.page.model().incidents().last().id);
            state = desk.page.saveState();
        }
        Desk desk;
        desk.page.restoreState(state);
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(desk.page.thing(), desk.page.model().incidents().last().id);
        desk.page.restoreState({{u"version"_s, 1}, {u"split"_s, 7}, {u"incident"_s, u"?"_s}});
    }

    void hostileTextsBreakNothing()
    {
        for (const auto &text : tests::hostileTexts()) {
            Desk desk({976, 560});
            for (auto &check : desk.source.checks) {
                check.assetName = check.name = check.ownerName = check.severity = text;
                check.domain = {text};
                check.last->message = check.last->observed = check.last->expected = text;
            }
            desk.page.refresh();
            QTRY_VERIFY(desk.isReady());
            desk.page.list()->step(1);
            QCoreApplication::processEvents();
            QVERIFY2(desk.page.minimumSizeHint().width() <= 976,
                     qPrintable(QString::number(desk.page.minimumSizeHint().width())));
            tests::paintPicture(&desk.page, u"incidents-hostile-%1"_s.arg(text.size()));
        }
    }
};

QTEST_MAIN(TestIncidentsPage)
#include "tst_incidentspage.moc"
