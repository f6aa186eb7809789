// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/identity.h"
#include "tests/items/samplemesh.h"
#include "tests/views/pagewalk.h"
#include "views/product/contracttab.h"
#include "views/product/documentwindow.h"
#include "views/product/porttable.h"
#include "views/product/productpage.h"
#include "views/product/schematab.h"
#include "views/product/subjects.h"
#include "views/shared/labels.h"
#include "views/shared/tabs.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using namespace portolan::views::product;
using tests::sampleId;
using Tab = ProductPage::Tab;

class TestProductPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

    static std::unique_ptr<ProductPage> open(tests::SamplePages &pages, const QString &id,
                                             QSize size = {1392, 828})
    {
        auto page = std::make_unique<ProductPage>(pages, sampleId(id));
        page->resize(size);
        page->show();
        if (!QTest::qWaitForWindowExposed(page.get())
            || !QTest::qWaitFor([&] { return page->loader().isComplete(); }))
            return nullptr;
        QCoreApplication::processEvents();
        return page;
    }

    static QList<QAction *> menuActions(ProductPage &page, const QString &name)
    {
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->accessibleName() == name && button->menu())
                return button->menu()->actions();
        }
        return {};
    }

private Q_SLOTS:

    void initTestCase()
    {
        QApplication::setApplicationName(u"portolan"_s);
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void productHasAllTabsAndATeamOnlyItsOverview()
    {
        tests::SamplePages pages;
        const auto product = open(pages, u"orders.events"_s);
        QVERIFY(product);
        QCOMPARE(product->tabs(),
                 QList<Tab>({Tab::Overview, Tab::Contract, Tab::Schema, Tab::History}));
        QCOMPARE(product->title(), u"Order events"_s);
        QCOMPARE(product->breadcrumb().size(), 3);
        QCOMPARE(product->breadcrumb().last().query, u"domain:Orders/Fulfilment"_s);
        const auto team = open(pages, u"team.order-platform"_s);
        QVERIFY(team);
        QCOMPARE(team->tabs(), QList<Tab>({Tab::Overview}));
        const auto asset = open(pages, u"contract.order-events#order_events"_s);
        QVERIFY(asset);
        QVERIFY(asset->tabs().contains(Tab::Schema));
    }

    void everyControlHasANameAndAPlaceInTheTabOrder()
    {
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s);
        QVERIFY(page);
        for (const auto tab : page->tabs()) {
            page->showTab(tab);
            QCoreApplication::processEvents();
            QVERIFY(tests::focusWidgets(page.get()).size() > 3);
            QCOMPARE(tests::unnamedWidgets(page.get()), QStringList());
            QCOMPARE(tests::unreachableWidgets(page.get()), QStringList());
        }
    }

    void accessIsAskedForWhereItIsOffered()
    {
        tests::SamplePages pages;
        ProductPage page(pages, sampleId(u"orders.events"_s));
        page.resize(1392, 828);
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        const auto actionOf = [](const ProductPage &from) -> QAction * {
            for (auto *action : from.paneActions()) {
                if (action->text() == u"Request access")
                    return action;
            }
            return nullptr;
        };
        QVERIFY(actionOf(page) && !actionOf(page)->isVisible());
        page.offerAccess();
        QVERIFY(actionOf(page)->isVisible());
        QSignalSpy asked(&page, &Pane::paneRequested);
        actionOf(page)->trigger();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"access"_s);
        QCOMPARE(asked.first().last().toString(), QString(u"new:"_s + idText(page.id())));
        QCOMPARE(tests::unnamedWidgets(&page), QStringList());
    }

    void thePlatformsOwnPageIsOfferedAlsoWhereItIsNotEncrypted_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("offered");
        QTest::newRow("https") << u"https://datahub.example/dataset/urn%3Ali"_s << true;
        QTest::newRow("http") << u"http://marquez.example:3000/datasets/a%2Fb"_s << true;
        QTest::newRow("a file") << u"/home/me/mesh/orders.odps.yaml"_s << false;
        QTest::newRow("a user in it") << u"http://me@marquez.example/"_s << false;
        QTest::newRow("no host") << u"http:///datasets"_s << false;
        QTest::newRow("a script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("a local file") << u"file:///etc/passwd"_s << false;
    }

    void thePlatformsOwnPageIsOfferedAlsoWhereItIsNotEncrypted()
    {
        QFETCH(QString, file);
        QFETCH(bool, offered);
        domain::Page page;
        page.native = {{.file = file, .line = 0, .json = {}}};
        QCOMPARE(platformAddress(page), offered ? file : QString());
    }

    //! A thing of a platform has a page, and no place in a file that could be copied.
    void aPlaceInFilesIsCopiedWhereThereIsOne()
    {
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s);
        QVERIFY(page);
        QAction *copy = nullptr;
        for (auto *action : page->paneActions()) {
            if (action->text() == u"Copy file and line")
                copy = action;
        }
        QVERIFY(copy != nullptr && copy->isVisible());
        const auto copied = [copy] {
            copy->trigger();
            return QGuiApplication::clipboard()->text();
        };
        QCOMPARE(copied(), u"orders/order-events.odps.yaml:1"_s);
        auto &native = pages.pages[page->id()].native;
        const auto file = native.first();
        const domain::NativeDocument served{u"https://hub.example/orders"_s, 0, {}};
        native = {served};
        Q_EMIT pages.changed();
        QTRY_VERIFY(!copy->isVisible());
        native = {served, {u"http://marquez.example:3000/a"_s, 0, {}}, file};
        Q_EMIT pages.changed();
        QTRY_VERIFY(copy->isVisible());
        QCOMPARE(copied(), u"orders/order-events.odps.yaml:1"_s);
    }

    void fieldsAreAskedForWhereTheyStand()
    {
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s);
        QVERIFY(page);
        page->offerAccess();
        page->activateWindow();
        page->showTab(Tab::Schema);
        auto *schema = page->findChild<SchemaTab *>();
        QTRY_COMPARE(schema->model().fields().size(), 11);
        QSignalSpy asked(page.get(), &Pane::paneRequested);
        QSignalSpy collected(page.get(), &Pane::collectRequested);
        auto *tree = schema->tree();
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(0, 0));
        const auto offers = [&] {
            QStringList words;
            for (const auto *link : schema->findChildren<LinkButton *>()) {
                if (link->isVisible())
                    words.append(link->text());
            }
            return words.join(u'|');
        };
        QVERIFY2(!offers().contains(u"Request"_s), qPrintable(offers())); // one is only read
        QTest::keyClick(tree, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(collected.size(), 1);
        QCOMPARE(collected.first().first().toUuid(), page->id());
        QTest::keyClick(tree, Qt::Key_Down, Qt::ShiftModifier);
        const auto paths = schema->chosenFields();
        QCOMPARE(paths.size(), 2);
        QVERIFY2(offers().contains(u"Request access to 2 field"_s), qPrintable(offers()));
        QTest::keyClick(tree, Qt::Key_R);
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked.first().last().toString().startsWith(u"new:"_s));
        QVERIFY(asked.first().last().toString().endsWith(u'\n' + paths.join(u'\n')));
        QTest::keyClick(tree, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(collected.size(), 2);
        QCOMPARE(collected.last().last().toStringList(), paths);
        QCOMPARE(tests::unnamedWidgets(page.get()), QStringList());
    }

    //! From a field of the schema the lineage opens at that field, from elsewhere at the thing.
    void theLineageOfAFieldOpensFromTheSchema()
    {
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s);
        QVERIFY(page);
        const auto actions = page->paneActions();
        const auto lineage = std::find_if(actions.begin(), actions.end(), [](const auto *action) {
            return action->text() == u"Show lineage"_s;
        });
        QVERIFY(lineage != actions.end());
        QSignalSpy asked(page.get(), &Pane::paneRequested);
        const auto wanted = [&] {
            (*lineage)->trigger();
            const auto last = asked.takeLast();
            return last.first() == u"lineage"_s ? last.last().toString() : QString();
        };
        QCOMPARE(wanted(), idText(page->id()));
        page->showTab(Tab::Schema);
        auto *schema = page->findChild<SchemaTab *>();
        QTRY_COMPARE(schema->model().fields().size(), 11);
        schema->selectField(u"ship_to.name"_s);
        const auto field = wanted();
        const auto asset = QUuid(field.section(u'#', 0, 0));
        QVERIFY(!asset.isNull());
        QCOMPARE(field, idText(asset) + u"#ship_to.name"_s);
        // Its fields are those of that asset, and of none beside it.
        auto fields = pages.fields(asset);
        QTRY_VERIFY(fields.isFinished());
        QCOMPARE(fields.takeResult()->size(), 11);
        page->showTab(Tab::Overview);
        QCOMPARE(wanted(), idText(page->id()));
    }

    void keyboardAloneWalksTheTabs()
    {
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s);
        QVERIFY(page);
        page->activateWindow();
        page->findChild<PageTabs *>()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(page->currentTab(), Tab::Contract);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::AltModifier);
        QCOMPARE(page->currentTab(), Tab::Schema);
        QVERIFY(page->focusFilter());
        auto *schema = page->findChild<SchemaTab *>();
        QCOMPARE(QApplication::focusWidget(), schema->filterField());
        QTest::keyClicks(schema->filterField(), u"country"_s);
        QTRY_COMPARE(schema->model().hits(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(page->currentTab(), Tab::Contract);
        auto *side = page->findChild<ContractTab *>()->split();
        QVERIFY(side->isSideShown());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
        QVERIFY(!side->isSideShown());
    }

    void relatedThingsOpen()
    {
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s);
        QVERIFY(page);
        QSignalSpy opened(page.get(), &Pane::openRequested);
        PortTable *input = nullptr;
        for (auto *table : page->findChildren<PortTable *>()) {
            if (table->accessibleName() == u"Input ports"_s)
                input = table;
        }
        QVERIFY(input && input->isVisible());
        input->setFocus();
        input->setCurrentIndex(input->model()->index(0, items::PortModel::FromColumn));
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.last().at(0).toUuid(), sampleId(u"finance.payments"_s));
        QTest::keyClick(input, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(opened.last().at(1).value<OpenMode>(), OpenMode::Background);
    }

    void copyAsOffersWhatThePortAllows()
    {
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s);
        QVERIFY(page);
        const auto texts = [&] {
            QStringList list;
            for (const auto *action : menuActions(*page, u"Copy as"_s))
                list.append(action->text());
            return list;
        };
        QCOMPARE(texts(), QStringList({u"Stream client"_s, u"URN"_s, u"Markdown"_s}));
        PortTable *output = page->findChild<PortTable *>();
        output->setCurrentIndex(output->model()->index(1, 0));
        QTRY_COMPARE(texts(),
                     QStringList({u"SQL"_s, u"Python"_s, u"JDBC URL"_s, u"URN"_s, u"Markdown"_s}));
        menuActions(*page, u"Copy as"_s).at(2)->trigger();
        QCOMPARE(QApplication::clipboard()->text(),
                 u"jdbc:postgresql://db.example.com:5432/shop?currentSchema=orders"_s);
    }

    void followingIsKept()
    {
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s);
        QVERIFY(page);
        const auto actions = page->paneActions();
        const auto follow = std::find_if(actions.begin(), actions.end(), [](const auto *action) {
            return action->text() == u"Follow";
        });
        QVERIFY(follow != actions.end());
        (*follow)->trigger();
        QCOMPARE(pages.follows, QList<QUuid>({sampleId(u"orders.events"_s)}));
        QTRY_COMPARE((*follow)->text(), u"Following"_s);
        (*follow)->trigger();
        QVERIFY(pages.follows.isEmpty());
    }

    void stateComesBack()
    {
        tests::SamplePages pages;
        QVariantMap state;
        {
            const auto page = open(pages, u"orders.events"_s);
            QVERIFY(page);
            page->showTab(Tab::Schema);
            auto *schema = page->findChild<SchemaTab *>();
            QTRY_COMPARE(schema->model().fields().size(), 11);
            schema->selectField(u"ship_to.name"_s);
            schema->filterField()->setText(u"ship"_s);
            page->findChild<ContractTab *>()->filterField()->setText(u"late"_s);
            page->findChild<ContractTab *>()->split()->setSideShown(false);
            state = page->saveState();
        }
        ProductPage page(pages, sampleId(u"orders.events"_s));
        page.restoreState(state); // before anything is read, as at the start
        page.resize(1392, 828);
        page.show();
        QTRY_VERIFY(page.loader().isComplete());
        QCOMPARE(page.currentTab(), Tab::Schema);
        auto *schema = page.findChild<SchemaTab *>();
        QTRY_COMPARE(schema->tree()->currentIndex().data(items::SchemaModel::PathRole).toString(),
                     u"ship_to.name"_s);
        QCOMPARE(schema->filterField()->text(), u"ship"_s);
        QCOMPARE(page.findChild<ContractTab *>()->filterField()->text(), u"late"_s);
        QVERIFY(!page.findChild<ContractTab *>()->split()->isSideShown());
        page.restoreState({{u"version"_s, 1}, {u"tab"_s, u"Nonsense"_s}, {u"schema"_s, 7}});
        QCOMPARE(page.currentTab(), Tab::Schema);
    }

    void largeSchemaOpensLevelByLevel()
    {
        tests::SamplePages pages;
        const auto asset = sampleId(u"contract.order-events#order_events"_s);
        pages.fieldsOf.insert(asset, tests::manyFields(30000));
        const auto page = open(pages, u"contract.order-events#order_events"_s);
        QVERIFY(page);
        page->showTab(Tab::Schema);
        auto *schema = page->findChild<SchemaTab *>();
        QTRY_COMPARE(schema->model().fields().size(), 30000);
        QCoreApplication::processEvents();
        const int top = schema->model().fetchedRows();
        QVERIFY2(top > 27000 && top < 28000, qPrintable(QString::number(top)));
        schema->tree()->expand(schema->tree()->model()->index(0, 0));
        QCOMPARE(schema->model().fetchedRows(), top + 10);
    }

    void missingThingSaysSo()
    {
        tests::SamplePages pages;
        ProductPage page(pages, QUuid::createUuid());
        page.resize(800, 600);
        page.show();
        QTRY_COMPARE(page.loader().state(), items::PageLoader::State::Failed);
        QSignalSpy wanted(&page, &Pane::paneRequested);
        QPushButton *button = nullptr;
        for (auto *one : page.findChildren<QPushButton *>()) {
            if (one->isVisible())
                button = one;
        }
        QVERIFY(button);
        button->click();
        QCOMPARE(wanted.size(), 1);
    }

    void documentIsShownAtItsClause()
    {
        const QList<domain::NativeDocument> documents{
            {u"a.yaml"_s, 3, "{\"id\":\"x\",\"slaProperties\":[{\"property\":\"latency\"}]}"}};
        auto *window = new DocumentWindow(u"<b>x</b>"_s, documents, u"latency"_s, nullptr);
        window->show();
        QTRY_VERIFY(window->shownText().contains(u"\"property\": \"latency\""_s));
        QCOMPARE(tests::unnamedWidgets(window), QStringList());
        tests::paintPicture(window, u"document"_s);
        window->close();
    }

    void hostileTextsBreakNothing_data()
    {
        QTest::addColumn<QString>("text");
        int number = 0;
        for (const auto &text : tests::hostileTexts())
            QTest::addRow("text %d", ++number) << text;
    }

    void hostileTextsBreakNothing()
    {
        QFETCH(QString, text);
        tests::SamplePages pages;
        for (auto &page : pages.pages)
            page = tests::hostilePage(page, text);
        for (auto &fields : pages.fieldsOf) {
            for (auto &field : fields) {
                for (auto *member :
                     {&field.title, &field.type, &field.description, &field.name,
                      &field.classification, &field.constraints, &field.transformation})
                    *member = text;
                field.tags = field.terms = field.examples = field.sources =
                    field.references = {text};
            }
        }
        const auto page = open(pages, u"orders.events"_s, {1024, 700});
        QVERIFY(page);
        for (const auto tab : page->tabs()) {
            page->showTab(tab);
            QCoreApplication::processEvents();
            if (auto *schema = page->findChild<SchemaTab *>(); tab == Tab::Schema)
                schema->selectField(u"customer_id"_s);
            tests::paintPicture(page.get(), u"hostile-%1-%2"_s.arg(text.size()).arg(int(tab)));
            QVERIFY2(page->minimumSizeHint().width() <= 1024,
                     qPrintable(QString::number(page->minimumSizeHint().width())));
            for (const auto *label : page->findChildren<QLabel *>())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        QVERIFY(page->title().size() <= 201);
    }

    void pictures_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::newRow("light") << int(Theme::Choice::Light) << QSize(1392, 828) << 100;
        QTest::newRow("dark") << int(Theme::Choice::Dark) << QSize(1392, 828) << 100;
        QTest::newRow("contrast") << int(Theme::Choice::HighContrast) << QSize(1392, 828) << 100;
        QTest::newRow("small") << int(Theme::Choice::Light) << QSize(976, 628) << 100;
        QTest::newRow("large-text") << int(Theme::Choice::Dark) << QSize(976, 628) << 200;
    }

    void pictures()
    {
        QFETCH(int, choice);
        QFETCH(QSize, size);
        QFETCH(int, percent);
        m_theme->setChoice(Theme::Choice(choice));
        m_theme->setTextPercent(percent);
        tests::SamplePages pages;
        const auto page = open(pages, u"orders.events"_s, size);
        QVERIFY(page);
        // Whatever the size of text and window: nothing may ask for more than the window has.
        QVERIFY2(page->minimumSizeHint().width() <= size.width(),
                 qPrintable(QString::number(page->minimumSizeHint().width())));
        const auto name = QLatin1String(QTest::currentDataTag());
        for (const auto tab : page->tabs()) {
            page->showTab(tab);
            if (auto *schema = page->findChild<SchemaTab *>(); tab == Tab::Schema) {
                QTRY_VERIFY(!schema->model().fields().isEmpty());
                schema->selectField(u"customer_id"_s);
            }
            if (auto *contract = page->findChild<ContractTab *>(); tab == Tab::Contract)
                contract->tree()->setCurrentIndex(
                    contract->tree()->model()->index(0, 0, contract->tree()->model()->index(2, 0)));
            QCoreApplication::processEvents();
            tests::paintPicture(page.get(), u"product-%1-%2"_s.arg(int(tab)).arg(name));
        }
        const auto team = open(pages, u"team.order-platform"_s, size);
        QVERIFY(team);
        tests::paintPicture(team.get(), u"team-"_s + name);
        m_theme->setTextPercent(100);
        m_theme->setChoice(Theme::Choice::Light);
    }
};

QTEST_MAIN(TestProductPage)
#include "tst_productpage.moc"
