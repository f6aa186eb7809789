// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/sampleaccounts.h"
#include "tests/views/pagewalk.h"
#include "views/problems/problemspane.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using problems::ProblemsPane;

class TestProblems : public QObject
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

    void problemsAreShownOpenByFile()
    {
        tests::SampleAccounts source;
        ProblemsPane pane(source);
        pane.resize(1392, 828);
        pane.show();
        QTRY_COMPARE(pane.model().shownCount(), 3);
        auto *tree = pane.tree();
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
        QCOMPARE(tests::unnamedWidgets(&pane), QStringList());
        QCOMPARE(tests::unreachableWidgets(&pane), QStringList());
        tests::paintPicture(&pane, u"problems-light"_s);
        m_theme->setChoice(Theme::Choice::Dark);
        QCoreApplication::processEvents();
        tests::paintPicture(&pane, u"problems-dark"_s);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void selectionIsCopiedAsCompilersWriteIt()
    {
        tests::SampleAccounts source;
        ProblemsPane pane(source);
        pane.resize(1024, 600);
        pane.show();
        QTRY_COMPARE(pane.model().shownCount(), 3);
        auto *tree = pane.tree();
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(1, 0, tree->model()->index(1, 0)));
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QVERIFY2(QApplication::clipboard()->text().startsWith(
                     u"/srv/mesh/orders/order-events.odcs.yaml:14:3: error:"_s),
                 qPrintable(QApplication::clipboard()->text()));
        QStringList opened;
        pane.openFolder = [&](const QString &file) { opened.append(file); };
        pane.paneActions().last()->trigger();
        QCOMPARE(opened, QStringList({u"/srv/mesh/orders/order-events.odcs.yaml"_s}));
    }

    void filterAndStateComeBack()
    {
        tests::SampleAccounts source;
        ProblemsPane pane(source);
        pane.resize(1024, 600);
        pane.show();
        QTRY_COMPARE(pane.model().shownCount(), 3);
        pane.showQuery(u"owns"_s);
        QCOMPARE(pane.model().shownCount(), 1);
        ProblemsPane second(source);
        second.restoreState(pane.saveState());
        second.show();
        QTRY_COMPARE(second.model().shownCount(), 1);
        second.showQuery(u"nothing like this"_s);
        QCOMPARE(second.model().shownCount(), 0);
        QVERIFY(!second.tree()->isVisible());
    }

    void emptyListSaysWhy()
    {
        tests::SampleAccounts source;
        source.problems.clear();
        ProblemsPane pane(source);
        pane.resize(1024, 600);
        pane.show();
        QTRY_VERIFY(!pane.tree()->isVisible() && !tests::focusWidgets(&pane).isEmpty());
        QSignalSpy wanted(&pane, &Pane::paneRequested);
        tests::paintPicture(&pane, u"problems-empty"_s);
        qobject_cast<QAbstractButton *>(tests::focusWidgets(&pane).first())->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"accounts"_s);
    }

    void hostileTextsBreakNothing()
    {
        for (const auto &text : tests::hostileTexts()) {
            tests::SampleAccounts source;
            for (auto &entry : source.problems) {
                auto &finding = entry.finding;
                finding.file = finding.message = finding.remedy = finding.field = text;
                entry.account = text;
            }
            ProblemsPane pane(source);
            pane.resize(1024, 600);
            pane.show();
            QTRY_COMPARE(pane.model().shownCount(), 3);
            QCoreApplication::processEvents();
            QVERIFY(pane.minimumSizeHint().width() <= 1024);
            tests::paintPicture(&pane, u"problems-hostile-%1"_s.arg(text.size()));
        }
    }
};

QTEST_MAIN(TestProblems)
#include "tst_problems.moc"
