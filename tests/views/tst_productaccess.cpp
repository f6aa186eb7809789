// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a thing for who answers for it: who depends on it, and what is edited of it.
#include "models/base/identity.h"
#include "tests/items/sampleaccess.h"
#include "tests/items/samplemesh.h"
#include "tests/views/pagewalk.h"
#include "views/product/accesstab.h"
#include "views/product/editdialog.h"
#include "views/product/fieldeditor.h"
#include "views/product/productpage.h"
#include "views/product/schematab.h"
#include "views/product/thingeditor.h"
#include "views/shared/fittedtable.h"
#include "views/shared/labels.h"
#include "views/shared/tabs.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using namespace portolan::views::product;
using items::ConsumerModel;
using items::EditMember;
using tests::SampleAccess;
using tests::sampleId;
using Tab = ProductPage::Tab;

namespace {

template <typename T>
QFuture<Result<T>> answer(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

QString textsOf(const QWidget &widget)
{
    QStringList texts;
    for (const auto *label : widget.findChildren<SafeLabel *>()) {
        if (label->isVisible())
            texts.append(label->text().remove(QChar(0x200B)));
    }
    return texts.join(u'\n');
}

//! What is answered at once has come by then, and what is asked because of it.
void settle()
{
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
}

//! Access to the product of the sample mesh.
class PageAccess final : public SampleAccess
{
public:
    QFuture<Result<items::AccessBoard>> board() override
    {
        auto board = SampleAccess::board().takeResult();
        if (board) {
            board->names[u"Order events"_s].id = sampleId(u"orders.events"_s);
            board->names[u"order_events.v3"_s].id = sampleId(u"order_events.v3"_s);
        }
        return answer(std::move(board));
    }
};

//! Edits that are remembered, and laid over the pages that are shown.
class PageEdits final : public items::EditSource
{
public:
    explicit PageEdits(tests::SamplePages &pages)
        : m_pages(pages)
    {
    }

    items::EditOffer shown;
    QList<std::pair<EditMember, QString>> edits;
    QString before;
    int undone = 0;
    int begun = 0; //!< slow ones
    std::optional<Error> problem; //!< of the next edit
    bool isSlow = false; //!< edits are answered by finish()

    QFuture<Result<items::EditOffer>> offer(const QUuid &) override
    {
        return answer<items::EditOffer>(shown);
    }

    QFuture<Result<int>> edit(const QUuid &thing, EditMember member,
                              const items::EditChange &change) override
    {
        if (isSlow) {
            ++begun;
            m_slow = {};
            m_slow.start();
            return m_slow.future();
        }
        if (problem)
            return answer<int>(tl::unexpected(*std::exchange(problem, {})));
        const auto &text = change.after;
        edits.append({member, text});
        auto &page = m_pages.pages[thing];
        before = page.merged.description;
        page.entity.description = page.merged.description = text;
        page.waiting = {u"description"_s};
        shown.isUndoable = true;
        tell();
        return answer<int>(1);
    }

    void stick(const QString &object, bool isConflict)
    {
        shown.stuck = object;
        shown.isConflict = isConflict;
        tell();
    }

    QFuture<Result<int>> undo(const QUuid &thing) override
    {
        ++undone;
        auto &page = m_pages.pages[thing];
        page.entity.description = page.merged.description = before;
        page.waiting.clear();
        shown.isUndoable = false;
        tell();
        return answer<int>(1);
    }

    QFuture<Result<items::FieldOffer>> fieldOffer(const QUuid &, const QString &path) override
    {
        if (areOffersSlow) {
            asked.emplace_back(path, std::make_unique<QPromise<Result<items::FieldOffer>>>());
            asked.back().second->start();
            return asked.back().second->future();
        }
        return answer<items::FieldOffer>(fields.value(path));
    }

    QFuture<Result<int>> editField(const QUuid &asset, const QString &path,
                                   const items::EditChange &change) override
    {
        if (isSlow) {
            ++begun;
            slowField = path;
            m_slow = {};
            m_slow.start();
            return m_slow.future();
        }
        auto &offer = fields[path];
        if (change.before != offer.description.text)
            return answer<int>(failure(Error::Kind::Conflict, u"another one"_s));
        offer.description.text = change.after;
        offer.isWaiting = offer.isUndoable = true;
        for (auto &field : m_pages.fieldsOf[asset]) {
            if (field.path == path)
                field.description = change.after;
        }
        tell();
        return answer<int>(1);
    }

    QFuture<Result<int>> undoField(const QUuid &, const QString &path) override
    {
        fields[path].isWaiting = fields[path].isUndoable = false;
        tell();
        return answer<int>(1);
    }

    QHash<QString, items::FieldOffer> fields; //!< by path
    QString slowField; //!< that a slow edit is about
    bool areOffersSlow = false; //!< those of fields wait in asked, for answerField()
    std::vector<std::pair<QString, std::unique_ptr<QPromise<Result<items::FieldOffer>>>>> asked;

    //! Answers the question \a at about a field: its description is \a text.
    void answerField(size_t at, const QString &text)
    {
        asked.at(at).second->addResult(
            items::FieldOffer{.description = {text, u"hub"_s, true, {}}});
        asked.at(at).second->finish();
    }

    void finish(const Result<int> &done)
    {
        m_slow.addResult(done);
        m_slow.finish();
    }

private:
    void tell()
    {
        Q_EMIT changed();
        Q_EMIT m_pages.changed();
    }

    tests::SamplePages &m_pages;
    QPromise<Result<int>> m_slow;
};

//! The page of the sample product, shown.
struct Desk
{
    tests::SamplePages pages;
    PageAccess access;
    PageEdits edits{pages};
    ProductPage page{pages, sampleId(u"orders.events"_s)};

    Desk()
    {
        page.setAccess(access);
        page.setEdits(edits);
        page.resize(1392, 828);
        page.show();
        QApplication::setActiveWindow(&page);
    }

    bool isReady() { return page.loader().isComplete(); }

    AccessTab *tab() { return page.findChild<AccessTab *>(); }

    QString labels() { return textsOf(page); }

    LinkButton *link(const QString &name)
    {
        for (auto *one : page.findChildren<LinkButton *>()) {
            if (one->isVisible() && (one->text() == name || one->accessibleName() == name))
                return one;
        }
        return nullptr;
    }
};

} // namespace

class TestProductAccess : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:

    void initTestCase()
    {
        QApplication::setApplicationName(u"portolan"_s);
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void whoDependsOnTheProductHasATabThatCounts()
    {
        Desk desk;
        const items::Dependant reader{.id = QUuid::createUuid(), .label = u"Revenue"_s, .steps = 2};
        desk.access.depends.insert(desk.page.id(), {reader});
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.page.tabs().contains(Tab::Access));
        // The number is there before anybody looks; the lineage is not read for it.
        QTRY_VERIFY(!desk.tab()->note().isEmpty());
        QVERIFY(desk.access.followed.isEmpty());
        desk.page.showTab(Tab::Access);
        QTRY_VERIFY(desk.tab()->isSettled());
        QCOMPARE(desk.access.followed.size(), 1);
        const auto &model = desk.tab()->model();
        QVERIFY(model.count(ConsumerModel::Scope::Waits) > 1);
        QVERIFY(model.count(ConsumerModel::Scope::Has) > 5);
        // What the contracts declare is there beside what the lineage knows.
        QVERIFY(model.count(ConsumerModel::Scope::Reads) > 1);
        QVERIFY(model.row(reader.id) != nullptr);
        QCOMPARE(tests::unnamedWidgets(&desk.page), QStringList());
        QCOMPARE(tests::unreachableWidgets(&desk.page), QStringList());
    }

    void eachRowLeadsToWhatItIsAbout()
    {
        Desk desk;
        const items::Dependant reader{.id = QUuid::createUuid(), .label = u"Revenue"_s};
        desk.access.depends.insert(desk.page.id(), {reader});
        QTRY_VERIFY(desk.isReady());
        desk.page.showTab(Tab::Access);
        QTRY_VERIFY(desk.tab()->isSettled());
        QSignalSpy asked(&desk.page, &Pane::paneRequested);
        QSignalSpy opened(&desk.page, &Pane::openRequested);
        auto *table = desk.tab()->table();
        const auto enter = [&](int scope) {
            desk.tab()->scope()->setCurrent(scope);
            QMetaObject::invokeMethod(desk.tab()->scope(), "currentChanged", Q_ARG(int, scope));
            table->setFocus();
            table->setCurrentIndex(table->model()->index(0, 0));
            QTest::keyClick(table, Qt::Key_Return);
        };
        enter(1);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().first().toString(), u"access"_s);
        QVERIFY(asked.last().last().toString().startsWith(u"agreement:"_s));
        enter(2);
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked.last().last().toString().startsWith(u"request:"_s));
        desk.tab()->filter()->setText(u"Revenue"_s);
        enter(3);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.last().first().toUuid(), reader.id);
    }

    void theTableIsWrittenAsItStands()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.showTab(Tab::Access);
        QTRY_VERIFY(desk.tab()->isSettled());
        desk.tab()->filter()->setText(u"fraud"_s);
        QTRY_VERIFY(desk.tab()->table()->model()->rowCount() < desk.tab()->model().all().size());
        const auto rows = desk.tab()->table()->model()->rowCount();
        QTemporaryDir dir;
        const auto file = dir.filePath(u"consumers.csv"_s);
        desk.tab()->exportTo(file);
        QTRY_VERIFY(QFile::exists(file));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll().count('\n'), rows + 1);
        const auto nowhere = dir.filePath(u"no/consumers.csv"_s);
        desk.tab()->exportTo(nowhere);
        QTRY_VERIFY(desk.tab()->findChild<QMessageBox *>());
        const auto *box = desk.tab()->findChild<QMessageBox *>();
        QVERIFY(box->text().contains(nowhere));
        QVERIFY(box->text().contains(u"could not be written"_s));
    }

    void whereNobodyDependsOnItThatIsSaid()
    {
        Desk desk;
        desk.access.isEmpty = true;
        auto &page = desk.pages.pages[desk.page.id()];
        page.related.clear();
        Q_EMIT desk.pages.changed();
        QTRY_VERIFY(desk.isReady());
        desk.page.showTab(Tab::Access);
        QTRY_VERIFY(desk.labels().contains(u"Nobody depends on it yet"_s));
        QCOMPARE(desk.tab()->note(), QString());
        // What cannot be read is no "nobody".
        desk.access.problem = Error{Error::Kind::Store, u"the disk is gone"_s};
        desk.access.touch();
        QTRY_VERIFY(desk.labels().contains(u"Who has access could not be read"_s));
    }

    //! Beside the name of a tab stands what holds now, also where another tab is in front.
    void theNumberBesideTheNameIsThatOfNowWhenThePageIsSeenAgain()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(!desk.tab()->note().isEmpty());
        QCOMPARE(desk.page.currentTab(), Tab::Overview);
        desk.page.hide();
        desk.access.isEmpty = true;
        const int asked = desk.access.boards;
        desk.access.touch();
        QTest::qWait(600); // longer than changes are collected for
        QCOMPARE(desk.access.boards, asked); // nobody sees it
        desk.page.show();
        QTRY_COMPARE(desk.tab()->note(), QString());
        QCOMPARE(desk.page.currentTab(), Tab::Overview);
    }

    void whatIsChosenComesBackAfterARestart()
    {
        QVariantMap state;
        {
            Desk desk;
            QTRY_VERIFY(desk.isReady());
            desk.page.showTab(Tab::Access);
            desk.tab()->filter()->setText(u"desk"_s);
            state = desk.page.saveState();
        }
        Desk desk;
        desk.page.restoreState(state);
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.page.currentTab(), Tab::Access);
        QCOMPARE(desk.tab()->filter()->text(), u"desk"_s);
    }

    void aDescriptionIsEditedShownAtOnceAndTakenBack()
    {
        Desk desk;
        desk.edits.shown.description = {u"Every order."_s, u"hub"_s, true, {}};
        Q_EMIT desk.edits.changed();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.link(u"Edit description…"_s) != nullptr);
        QVERIFY(desk.link(u"Undo"_s) == nullptr);
        desk.page.setFocus();
        QTest::keyClick(&desk.page, Qt::Key_F2);
        auto *dialog = desk.page.editor().dialog();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->field()->toPlainText(), u"Every order."_s);
        QVERIFY(!dialog->saveButton()->isEnabled()); // nothing was changed
        dialog->field()->setPlainText(u"Every order, <b>once</b>."_s);
        QVERIFY(dialog->saveButton()->isEnabled());
        QApplication::setActiveWindow(dialog);
        QTest::keyClick(dialog->field(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.edits.edits.size(), 1);
        QVERIFY(desk.edits.edits.first().first == EditMember::Description);
        QCOMPARE(desk.edits.edits.first().second, u"Every order, <b>once</b>."_s);
        // Shown, and marked as waiting, without any sync.
        QTRY_VERIFY(desk.labels().contains(u"waits to be sent"_s));
        auto *undo = desk.link(u"Take the edit back"_s);
        QVERIFY(undo != nullptr);
        undo->click();
        QCOMPARE(desk.edits.undone, 1);
        QTRY_VERIFY(!desk.labels().contains(u"waits to be sent"_s));
        QTRY_VERIFY(desk.link(u"Take the edit back"_s) == nullptr);
    }

    //! What becomes of an edit is said to the dialog that it was typed in, to no later one.
    void anAnswerThatIsLateClosesNoOtherDialog()
    {
        Desk desk;
        desk.edits.shown.description = {u"Every order."_s, u"hub"_s, true, {}};
        Q_EMIT desk.edits.changed();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.link(u"Edit description…"_s) != nullptr);
        desk.edits.isSlow = true;
        auto &editor = desk.page.editor();
        editor.edit(EditMember::Description);
        QPointer<EditDialog> first = editor.dialog();
        QVERIFY(first != nullptr);
        Q_EMIT first->saved(u"Once."_s);
        QCOMPARE(desk.edits.begun, 1);
        first->done(QDialog::Rejected);
        QTRY_VERIFY(first == nullptr);
        editor.edit(EditMember::Description);
        const QPointer<EditDialog> second = editor.dialog();
        QVERIFY(second != nullptr);
        desk.edits.finish(1);
        QTest::qWait(0);
        QVERIFY(second != nullptr && second->isVisible());
    }

    //! A conflict is not laid over the page: it says so, and leads to where it is settled.
    void anEditThatNeedsAPersonIsSaidAndLeadsToTheOutbox()
    {
        Desk desk;
        desk.edits.shown.description = {u"Every order."_s, u"hub"_s, true, {}};
        Q_EMIT desk.edits.changed();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.link(u"Open the outbox"_s) == nullptr);
        desk.edits.stick(u"urn:o"_s, true);
        QTRY_VERIFY(desk.link(u"Open the outbox"_s) != nullptr);
        QVERIFY(desk.labels().contains(u"Somebody else changed"_s));
        QSignalSpy asked(&desk.page, &Pane::paneRequested);
        desk.link(u"Open the outbox"_s)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toString(), u"outbox"_s);
        QCOMPARE(asked.first().last().toString(), u"thing:urn:o"_s);
        desk.edits.stick(u"urn:o"_s, false);
        QTRY_VERIFY(desk.labels().contains(u"was refused"_s));
        desk.edits.stick({}, false);
        QTRY_VERIFY(desk.link(u"Open the outbox"_s) == nullptr);
    }

    //! F2 among the fields is the field's, elsewhere the page's; what waits is shown beside it.
    void theDescriptionOfAFieldIsEditedFromTheSchema()
    {
        Desk desk;
        QTRY_VERIFY(desk.isReady());
        desk.page.showTab(Tab::Schema);
        auto *schema = desk.page.findChild<SchemaTab *>();
        QTRY_VERIFY(schema->model().fields().size() > 2);
        const auto second = schema->model().fields().at(1).path;
        desk.edits.shown.description = {u"Every order."_s, u"hub"_s, true, {}};
        desk.edits.fields[second].description = {u"As it was."_s, u"hub"_s, true, {}};
        Q_EMIT desk.edits.changed();
        auto *tree = schema->tree();
        tree->setFocus();
        schema->selectField(second);
        QTRY_VERIFY(schema->editor()->offer().description.isOffered);
        QVERIFY(schema->editor()->editAction()->isEnabled());
        QVERIFY(!schema->editor()->undoAction()->isVisible());
        QTest::keyClick(tree, Qt::Key_F2);
        QVERIFY(desk.page.editor().dialog() == nullptr);
        auto *dialog = schema->editor()->dialog();
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->windowTitle().contains(second));
        QCOMPARE(dialog->field()->toPlainText(), u"As it was."_s);
        dialog->field()->setPlainText(u"Mine, <b>once</b>."_s);
        // Somebody else was faster: what was typed stays, and goes on from there.
        desk.edits.fields[second].description.text = u"Theirs."_s;
        dialog->saveButton()->click();
        QTRY_VERIFY(textsOf(*dialog).contains(u"It is another one now: “Theirs.”"_s));
        QCOMPARE(dialog->field()->toPlainText(), u"Mine, <b>once</b>."_s);
        dialog->saveButton()->click();
        QTRY_VERIFY(schema->editor()->dialog() == nullptr);
        QCOMPARE(desk.edits.fields[second].description.text, u"Mine, <b>once</b>."_s);
        QTRY_VERIFY(desk.labels().contains(u"waits to be sent"_s));
        QTRY_VERIFY(desk.labels().contains(u"Mine, <b>once</b>."_s));
        QVERIFY(schema->editor()->undoAction()->isVisible());
        schema->editor()->undo();
        QTRY_VERIFY(!desk.labels().contains(u"waits to be sent"_s));
        // Another field has another account, which takes none.
        const auto third = schema->model().fields().at(2).path;
        desk.edits.fields[third].description = {u"a"_s, u"mesh"_s, false, u"/home/x/o.yaml:7"_s};
        schema->selectField(third);
        QTRY_VERIFY(schema->editor()->editAction()->toolTip().contains(u"/home/x/o.yaml:7"_s));
        QVERIFY(!schema->editor()->editAction()->isEnabled());
        QTest::keyClick(tree, Qt::Key_F2);
        QVERIFY(schema->editor()->dialog() == nullptr);
        QVERIFY(desk.page.editor().dialog() == nullptr);
    }

    void whatCannotBeEditedSaysWhy()
    {
        Desk desk;
        desk.edits.shown.description = {u"a"_s, u"mesh"_s, false, u"/home/x/orders.yaml:7"_s};
        desk.edits.shown.tags = {u"gold"_s, u"hub"_s, false, {}};
        desk.edits.shown.owners = {{}, u"hub"_s, true, {}};
        Q_EMIT desk.edits.changed();
        QTRY_VERIFY(desk.isReady());
        const auto actions = desk.page.editor().actions();
        QTRY_VERIFY(actions.at(0)->isVisible());
        QVERIFY(!actions.at(0)->isEnabled());
        QVERIFY(actions.at(0)->toolTip().contains(u"/home/x/orders.yaml:7"_s));
        QVERIFY(!actions.at(1)->isEnabled());
        QVERIFY(actions.at(1)->toolTip().contains(u"change it there"_s));
        QVERIFY(actions.at(2)->isEnabled());
        QVERIFY(!actions.at(3)->isEnabled()); // nothing was edited
        QVERIFY(desk.link(u"Edit description…"_s) == nullptr);
        desk.page.editor().edit(EditMember::Description);
        QVERIFY(desk.page.editor().dialog() == nullptr);
        // Where its platform knows better than "there", it has the word.
        desk.edits.shown.description.place.clear();
        desk.edits.shown.description.why = u"Producers alone say it."_s;
        Q_EMIT desk.edits.changed();
        QTRY_VERIFY(actions.at(0)->toolTip().contains(u"Producers alone say it."_s));
        QVERIFY(!actions.at(0)->isEnabled());
    }

    void whatWasTypedIsNotLostByEscape()
    {
        Desk desk;
        desk.edits.shown.tags = {u"gold"_s, u"hub"_s, true, {}};
        Q_EMIT desk.edits.changed();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.page.editor().offer().tags.isOffered);
        desk.page.editor().edit(EditMember::Tags);
        auto *dialog = desk.page.editor().dialog();
        QVERIFY(dialog != nullptr);
        dialog->field()->setPlainText(u"gold\nsilver"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QVERIFY(desk.edits.edits.isEmpty());
        // Nor by what goes wrong: it says so, and goes on from what is so now.
        desk.edits.problem = Error{Error::Kind::Conflict, u"it changed"_s};
        desk.edits.shown.tags.text = u"bronze"_s;
        dialog->saveButton()->click();
        QTRY_VERIFY(textsOf(*dialog).contains(u"It is another one now: “bronze”"_s));
        QCOMPARE(dialog->before(), u"bronze"_s);
        QCOMPARE(dialog->field()->toPlainText(), u"gold\nsilver"_s);
        dialog->saveButton()->click();
        QTRY_COMPARE(desk.edits.edits.size(), 1);
        QCOMPARE(desk.edits.edits.first().second, u"gold\nsilver"_s);
        QTRY_VERIFY(desk.page.editor().dialog() == nullptr);
    }

    //! The dialog closes once it is stored: what was typed meanwhile would go with it.
    void whileItIsStoredNothingElseIsTyped()
    {
        Desk desk;
        desk.edits.shown.description = {u"Every order."_s, u"hub"_s, true, {}};
        Q_EMIT desk.edits.changed();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.page.editor().offer().description.isOffered);
        desk.page.editor().edit(EditMember::Description);
        auto *dialog = desk.page.editor().dialog();
        QVERIFY(dialog != nullptr);
        desk.edits.isSlow = true;
        QTest::keyClicks(dialog->field(), u"1"_s);
        dialog->saveButton()->click();
        QCOMPARE(desk.edits.begun, 1);
        QTest::keyClicks(dialog->field(), u"2"_s);
        QTest::keyClick(dialog->field(), Qt::Key_Return, Qt::ControlModifier);
        dialog->saveButton()->click();
        QCOMPARE(desk.edits.begun, 1); // once
        QCOMPARE(dialog->field()->toPlainText().count(u'1'), 1);
        QCOMPARE(dialog->field()->toPlainText().count(u'2'), 0);
        // What could not be stored is typed on.
        desk.edits.finish(failure(Error::Kind::Store, u"the disk is full"_s));
        QTRY_VERIFY(textsOf(*dialog).contains(u"It was not saved"_s));
        QTest::keyClicks(dialog->field(), u"2"_s);
        QCOMPARE(dialog->field()->toPlainText().count(u'2'), 1);
        dialog->saveButton()->click();
        QCOMPARE(desk.edits.begun, 2);
        desk.edits.finish(1);
        QTRY_VERIFY(desk.page.editor().dialog() == nullptr);
    }

    //! Nothing is given up that is stored all the same: the dialog stays until that is answered.
    void whatIsBeingStoredIsNotGivenUp()
    {
        Desk desk;
        desk.edits.shown.description = {u"Every order."_s, u"hub"_s, true, {}};
        Q_EMIT desk.edits.changed();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.page.editor().offer().description.isOffered);
        desk.page.editor().edit(EditMember::Description);
        auto *dialog = desk.page.editor().dialog();
        QVERIFY(dialog != nullptr);
        desk.edits.isSlow = true;
        QTest::keyClicks(dialog->field(), u"1"_s);
        QVERIFY(dialog->cancelButton()->isEnabled());
        dialog->saveButton()->click();
        QCOMPARE(desk.edits.begun, 1);
        QVERIFY(!dialog->cancelButton()->isEnabled());
        QTest::keyClick(dialog->field(), Qt::Key_Escape);
        dialog->close();
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QMessageBox *>() == nullptr);
        // What could not be stored is the person's again.
        desk.edits.finish(failure(Error::Kind::Store, u"the disk is full"_s));
        QTRY_VERIFY(dialog->cancelButton()->isEnabled());
        QTest::keyClick(dialog->field(), Qt::Key_Escape);
        QTRY_VERIFY(dialog->findChild<QMessageBox *>() != nullptr);
        dialog->findChild<QMessageBox *>()->reject();
        dialog->saveButton()->click();
        QCOMPARE(desk.edits.begun, 2);
        desk.edits.finish(1);
        QTRY_VERIFY(desk.page.editor().dialog() == nullptr);
    }

    //! Who walks through the fields is offered that of the one chosen last, whichever answer is
    //! late.
    void whatIsKnownOfAFieldIsOfTheOneThatIsChosen()
    {
        tests::SamplePages pages;
        PageEdits edits(pages);
        QWidget view;
        FieldEditor editor(&view);
        editor.setSource(edits);
        edits.areOffersSlow = true;
        const auto asset = QUuid::createUuid();
        editor.setField(asset, u"first"_s);
        editor.setField(asset, u"second"_s);
        QCOMPARE(edits.asked.size(), size_t(2));
        edits.answerField(1, u"Of the second."_s);
        QTRY_COMPARE(editor.offer().description.text, u"Of the second."_s);
        edits.answerField(0, u"Of the first."_s);
        settle();
        QCOMPARE(editor.offer().description.text, u"Of the second."_s);
        // Of the same field it is the newer answer that holds.
        Q_EMIT edits.changed();
        Q_EMIT edits.changed();
        QCOMPARE(edits.asked.size(), size_t(4));
        edits.answerField(3, u"As it is now."_s);
        QTRY_COMPARE(editor.offer().description.text, u"As it is now."_s);
        edits.answerField(2, u"As it was."_s);
        settle();
        QCOMPARE(editor.offer().description.text, u"As it is now."_s);
        // Where none is chosen, nothing is offered, whatever comes of what was asked before.
        Q_EMIT edits.changed();
        editor.setField({}, {});
        edits.answerField(4, u"Of nobody."_s);
        settle();
        QVERIFY(!editor.offer().description.isOffered);
        QVERIFY(!editor.editAction()->isVisible());
    }

    //! The dialog is about the field that was chosen when it was opened, and what became of that
    //! edit is said to no later one.
    void theEditOfAFieldIsOfTheDialogThatItWasTypedIn()
    {
        tests::SamplePages pages;
        PageEdits edits(pages);
        QWidget view;
        view.show();
        FieldEditor editor(&view);
        for (const auto &path : {u"first"_s, u"second"_s})
            edits.fields[path].description = {u"Of "_s + path, u"hub"_s, true, {}};
        editor.setSource(edits);
        const auto asset = QUuid::createUuid();
        const auto open = [&](const QString &path) {
            editor.setField(asset, path);
            (void)QTest::qWaitFor([&] { return editor.offer().description.isOffered; });
            editor.edit();
            return QPointer<EditDialog>(editor.dialog());
        };
        const auto first = open(u"first"_s);
        QVERIFY(first != nullptr);
        editor.setField(asset, u"second"_s);
        edits.isSlow = true;
        first->field()->setPlainText(u"Mine."_s);
        first->saveButton()->click();
        QCOMPARE(edits.slowField, u"first"_s);
        first->done(QDialog::Rejected); // as when its page goes
        QTRY_VERIFY(first == nullptr);
        const auto second = open(u"second"_s);
        QVERIFY(second != nullptr);
        edits.finish(failure(Error::Kind::Conflict, u"another one"_s));
        settle();
        QVERIFY(second != nullptr && second->isVisible());
        QCOMPARE(second->before(), u"Of second"_s);
        QVERIFY(!textsOf(*second).contains(u"another one"_s));
        second->field()->setPlainText(u"Mine too."_s);
        second->saveButton()->click();
        QCOMPARE(edits.slowField, u"second"_s);
        second->done(QDialog::Rejected);
        QTRY_VERIFY(second == nullptr);
        const auto third = open(u"first"_s);
        QVERIFY(third != nullptr);
        edits.finish(1);
        settle();
        QVERIFY(third != nullptr && third->isVisible());
    }
};

QTEST_MAIN(TestProductAccess)
#include "tst_productaccess.moc"
