// SPDX-License-Identifier: GPL-3.0-or-later
// The names of a thing where it is looked at, and what a person decides there.
#include "models/items/jointext.h"
#include "tests/items/samplejoins.h"
#include "tests/items/samplemesh.h"
#include "tests/views/pagewalk.h"
#include "views/joins/namespart.h"
#include "views/joins/undoline.h"
#include "views/product/productpage.h"
#include "views/shared/labels.h"
#include "views/shared/theme.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using joins::NamesPart;
using tests::SampleJoins;

namespace {

//! The shown link whose accessible name begins with \a words, or null.
LinkButton *linkIn(QWidget *root, const QString &words)
{
    for (auto *link : root->findChildren<LinkButton *>()) {
        const auto name = link->accessibleName().isEmpty() ? link->text() : link->accessibleName();
        if (link->isVisibleTo(root) && name.startsWith(words))
            return link;
    }
    return nullptr;
}

//! All that is read in \a root.
QString textIn(QWidget *root)
{
    QStringList texts;
    for (const auto *label : root->findChildren<QLabel *>()) {
        if (label->isVisibleTo(root))
            texts.append(label->text());
    }
    for (const auto *label : root->findChildren<ElidedLabel *>()) {
        if (label->isVisibleTo(root))
            texts.append(label->text());
    }
    return texts.join(u'\n').remove(u'\u200B');
}

//! A part in a window as wide as an inspector.
struct Shown
{
    explicit Shown(items::JoinActs &acts, bool whenSeveral = false)
    {
        window.resize(352, 700);
        window.setAutoFillBackground(true);
        window.setBackgroundRole(QPalette::Base);
        auto *column = new QVBoxLayout(&window);
        part = new NamesPart(acts, whenSeveral);
        column->addWidget(part);
        column->addStretch(1);
        window.show();
        part->showThing(SampleJoins::mesh().thing);
    }

    QWidget window;
    NamesPart *part;
};

} // namespace

class TestNamesPart : public QObject
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

    void eachNameHasItsAccountAndItsReason()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        Shown shown(acts);
        QTRY_VERIFY(shown.part->isFilled());
        const auto text = textIn(shown.part);
        for (const auto &words :
             {SampleJoins::mesh().nativeId, SampleJoins::hub().nativeId,
              u"Both name the same table"_s, u"Joined by Maya Lindqvist"_s,
              u"have the same 12 fields"_s, u"Kept apart by Maya Lindqvist"_s,
              u"Each order once. (mesh)"_s, u"not shown: All orders (corp)"_s, u"Description"_s})
            QVERIFY2(text.contains(words), qPrintable(words + u"\n\n"_s + text));
        QCOMPARE(tests::unnamedWidgets(&shown.window), QStringList());
        QCOMPARE(tests::unreachableWidgets(&shown.window), QStringList());
        QVERIFY(shown.part->minimumSizeHint().width() <= 352);
        tests::paintPicture(&shown.window, u"names-light"_s);
        m_theme->setChoice(Theme::Choice::Dark);
        QCoreApplication::processEvents();
        tests::paintPicture(&shown.window, u"names-dark"_s);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void whatIsDecidedHereIsTakenBackHere()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        Shown shown(acts);
        QTRY_VERIFY(linkIn(shown.part, u"Keep apart"_s) != nullptr);
        shown.window.activateWindow();
        auto *apart = linkIn(shown.part, u"Keep apart: corp: urn:li"_s);
        QVERIFY(apart != nullptr);
        apart->setFocus();
        QTest::keyClick(apart, Qt::Key_Space);
        QTRY_COMPARE(source.acts, QStringList{u"apart "_s + SampleJoins::hub().nativeId});
        QTRY_VERIFY(shown.part->undoLine()->isVisible());
        QVERIFY(shown.part->undoLine()->text().contains(u"kept apart"_s));
        // The row goes; the focus stands on what takes it back.
        auto without = source.things.value(SampleJoins::mesh().thing);
        without.names.remove(1);
        source.things.insert(without.thing, without);
        Q_EMIT source.changed();
        QTRY_VERIFY(linkIn(shown.part, u"Keep apart: corp: urn:li"_s) == nullptr);
        QTRY_COMPARE(QApplication::focusWidget(), shown.part->undoLine()->link());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(source.acts.size(), 2);
        QVERIFY(source.acts.last().startsWith(u"restore apart"_s));
        QTRY_VERIFY(acts.canRedo()); // nothing is done while the one before is on its way
        QTest::keyClick(shown.part->undoLine()->link(), Qt::Key_Z,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(source.acts.size(), 3);
    }

    void whatIsDoneElsewhereIsSpokenOfThere()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        QSignalSpy said(&acts, &items::JoinActs::said);
        Shown shown(acts);
        QTRY_VERIFY(linkIn(shown.part, u"Keep apart"_s) != nullptr);
        linkIn(shown.part, u"Keep apart"_s)->click();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(shown.part->undoLine()->isVisible());
        acts.dismiss(source.board.suggestions.last()); // in the list of all
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(!shown.part->undoLine()->isVisible());
        // Undo, pressed here, is done here.
        linkIn(shown.part, u"Keep apart"_s)->click();
        QTRY_COMPARE(said.size(), 3);
        shown.part->undoLine()->link()->click();
        QTRY_COMPARE(said.size(), 4);
        QVERIFY(shown.part->undoLine()->isVisible());
        QVERIFY(shown.part->undoLine()->text().contains(u"Taken back"_s));
        QVERIFY(!shown.part->undoLine()->link()->isVisible());
    }

    void whoGoesOnKeepsTheFocus()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        QSignalSpy said(&acts, &items::JoinActs::said);
        Shown shown(acts);
        QLineEdit elsewhere(&shown.window);
        elsewhere.show();
        QTRY_VERIFY(linkIn(shown.part, u"Keep apart"_s) != nullptr);
        shown.window.activateWindow();
        auto *apart = linkIn(shown.part, u"Keep apart"_s);
        apart->setFocus();
        source.hold = true;
        QTest::keyClick(apart, Qt::Key_Space);
        elsewhere.setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), &elsewhere);
        source.releaseAll();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(QApplication::focusWidget(), &elsewhere);
    }

    void suggestionsAndWhatWasKeptApartAreDecided()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        QSignalSpy said(&acts, &items::JoinActs::said);
        Shown shown(acts);
        QTRY_VERIFY(linkIn(shown.part, u"Join with"_s) != nullptr);
        linkIn(shown.part, u"Join with corp: urn:lake"_s)->click();
        QTRY_COMPARE(said.size(), 1);
        linkIn(shown.part, u"Dismiss: corp: urn:lake"_s)->click();
        QTRY_COMPARE(said.size(), 2);
        linkIn(shown.part, u"Join again"_s)->click();
        QTRY_COMPARE(said.size(), 3);
        QCOMPARE(source.acts,
                 (QStringList{u"join model.shop.orders urn:lake"_s,
                              u"dismiss model.shop.orders urn:lake"_s, u"forget urn:old"_s}));
        QSignalSpy opened(shown.part, &ThingPart::openRequested);
        linkIn(shown.part, u"orders in the lake"_s)->click();
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toUuid(), source.board.suggestions.first().other.thing);
    }

    //! What is joined gets the page of the one that leads: what was done can still be taken back.
    void undoFollowsTheThingToItsNewId()
    {
        SampleJoins source;
        items::JoinActs acts(source);
        QSignalSpy said(&acts, &items::JoinActs::said);
        Shown shown(acts);
        QTRY_VERIFY(linkIn(shown.part, u"Join with"_s) != nullptr);
        linkIn(shown.part, u"Join with"_s)->click();
        QTRY_COMPARE(said.size(), 1);
        auto joined = source.things.value(SampleJoins::mesh().thing);
        joined.thing = source.board.suggestions.first().other.thing;
        source.things.insert(joined.thing, joined);
        shown.part->showThing(joined.thing);
        QTRY_COMPARE(shown.part->joins().thing, joined.thing);
        QVERIFY(shown.part->undoLine()->isVisible());
        // Of another thing nothing was done.
        shown.part->showThing(QUuid::createUuid());
        QTRY_VERIFY(!shown.part->undoLine()->isVisible());
    }

    void aThingOfOneNameSaysLittle()
    {
        SampleJoins source;
        domain::ThingJoins alone;
        alone.thing = SampleJoins::mesh().thing;
        alone.names = {{SampleJoins::mesh(), {}, {}}};
        source.things.insert(alone.thing, alone);
        items::JoinActs acts(source);
        Shown inspector(acts);
        QTRY_VERIFY(inspector.part->isFilled());
        QVERIFY(textIn(inspector.part).contains(SampleJoins::mesh().nativeId));
        QVERIFY(linkIn(inspector.part, u"Keep apart"_s) == nullptr);
        Shown page(acts, true);
        QTRY_COMPARE(source.asked.size(), 2);
        QTRY_COMPARE(page.part->joins().names.size(), 1);
        QVERIFY(!page.part->isFilled());
        // Another thing, about which nothing is known, leaves nothing of the one before.
        inspector.part->showThing(QUuid::createUuid());
        QTRY_VERIFY(!inspector.part->isFilled());
    }

    void theSideOfAPageHoldsIt()
    {
        tests::SamplePages pages;
        SampleJoins source;
        const auto id = tests::sampleId(u"order-events"_s);
        auto joins = source.things.value(SampleJoins::mesh().thing);
        joins.thing = id;
        source.things.insert(id, joins);
        items::JoinActs acts(source);
        const auto product = pages.pages.keys().contains(id) ? id : pages.pages.keys().first();
        source.things.insert(product, joins);
        product::ProductPage page(pages, product);
        page.setNames(new NamesPart(acts, true));
        page.resize(1392, 828);
        page.show();
        QTRY_VERIFY(linkIn(&page, u"Keep apart"_s) != nullptr);
        tests::paintPicture(&page, u"names-page-light"_s);
        auto *part = page.findChild<NamesPart *>();
        linkIn(&page, u"Keep apart"_s)->click();
        QTRY_VERIFY(part->undoLine()->isVisible());
        // The page is read anew; what was said stays.
        pages.pages[product].merged.status = u"other"_s;
        Q_EMIT pages.changed();
        QTRY_COMPARE(page.loader().dossier().page.merged.status, u"other"_s);
        QCoreApplication::processEvents();
        QCOMPARE(page.findChild<NamesPart *>(), part);
        QTRY_VERIFY(part->undoLine()->isVisible());
        page.resize(976, 560);
        tests::paintPicture(&page, u"names-page-1024"_s);
    }

    void hostileTextsBreakNothing()
    {
        for (const auto &text : tests::hostileTexts()) {
            SampleJoins source;
            auto joins = source.things.value(SampleJoins::mesh().thing);
            const auto spoil = [&text](domain::JoinName &name) {
                name.accountName = name.nativeId = name.label = text;
            };
            for (auto &joined : joins.names) {
                spoil(joined.name);
                joined.why = text;
                if (joined.decision)
                    joined.decision->who = text;
            }
            spoil(joins.apart.first().other);
            spoil(joins.suggestions.first().other);
            joins.suggestions.first().why = text;
            joins.values = {{text, text, text, {{text, text, text}}}};
            source.things.insert(joins.thing, joins);
            items::JoinActs acts(source);
            Shown shown(acts);
            QTRY_VERIFY(shown.part->isFilled());
            QCoreApplication::processEvents();
            QVERIFY2(shown.part->minimumSizeHint().width() <= 352,
                     qPrintable(QString::number(shown.part->minimumSizeHint().width())));
            for (const auto *label : shown.part->findChildren<QLabel *>())
                QCOMPARE(label->textFormat(), Qt::PlainText);
            tests::paintPicture(&shown.window, u"names-hostile-%1"_s.arg(text.size()));
        }
    }
};

QTEST_MAIN(TestNamesPart)
#include "tst_namespart.moc"
