// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox in the window: a place on the rail, a badge, and a chip of the status line that leads
// there.
#include "app/portolan/application.h"
#include "models/domain/edit.h"
#include "views/outbox/outboxlist.h"
#include "views/outbox/outboxpane.h"
#include "views/shared/labels.h"
#include "views/shell/rail.h"
#include "views/shell/workspace.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using domain::Operation;
using domain::OperationEvent;
using domain::OperationState;
using views::outbox::OutboxPane;
using views::shell::MainWindow;
using views::shell::RailButton;

namespace {

Operation tagging(const QString &thing)
{
    Operation one;
    one.key = QUuid::createUuid();
    one.account = QUuid::createUuid(); // that there is not: nothing is sent
    one.objectId = thing;
    one.kind = domain::tagKind();
    one.payload =
        domain::toJson(domain::TagEdit{thing, domain::EntityKind::Asset, {u"gold"_s}, {}});
    one.created = QDateTime::currentDateTimeUtc();
    return one;
}

//! The program with an empty profile.
struct Program
{
    QTemporaryDir dir;
    SystemClock clock;
    views::Theme theme;
    std::unique_ptr<views::shell::WindowState> state;
    store::Store *store = nullptr;
    std::unique_ptr<app::Application> application;

    Program()
    {
        const auto profile = store::Profile::open(dir.path());
        state = std::make_unique<views::shell::WindowState>(profile->settingsFile());
        auto opened = std::move(*store::Store::open(*profile, clock));
        store = opened.get();
        application = std::make_unique<app::Application>(app::Options(), std::move(opened), clock,
                                                         theme, *state);
    }

    static MainWindow *window()
    {
        for (auto *one : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<MainWindow *>(one))
                return found;
        }
        return nullptr;
    }

    static RailButton *railButton() { return window()->findChild<RailButton *>(u"rail.outbox"_s); }

    static views::LinkButton *chip()
    {
        for (auto *one : window()->findChildren<views::LinkButton *>()) {
            if (one->accessibleName().startsWith(u"Outbox: "_s))
                return one;
        }
        return nullptr;
    }

    QList<Operation> put(const QList<Operation> &operations) const
    {
        return store->operations().enqueue(operations).takeResult().value_or(QList<Operation>());
    }

    void refuse(qint64 id) const
    {
        static_cast<void>(store->operations().advance(id, OperationEvent::Begin).takeResult());
        static_cast<void>(store->operations()
                              .advance(id, OperationEvent::Refuse,
                                       [](Operation &one) { one.errorText = u"no such tag"_s; })
                              .takeResult());
    }
};

} // namespace

class TestOutboxWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theRailAndTheStatusLineSayWhatIsInIt()
    {
        Program program;
        program.application->start();
        auto *button = Program::railButton();
        QVERIFY(button != nullptr);
        QVERIFY(button->accessibleName() == u"Outbox"_s);
        QCOMPARE(button->badge(), 0);
        QVERIFY(!Program::chip()->isVisible());
        const auto stored = program.put({tagging(u"a"_s), tagging(u"b"_s)});
        QCOMPARE(stored.size(), 2);
        QTRY_COMPARE(button->badge(), 2);
        QCOMPARE(Program::chip()->text(), u"2 waiting"_s);
        QCOMPARE(button->accessibleDescription(), u"2 waiting"_s);
        program.refuse(stored.first().id);
        QTRY_COMPARE(Program::chip()->text(), u"1 to decide, 1 waiting"_s);
        QCOMPARE(button->badge(), 2);
        QVERIFY(button->toolTip().contains(u"1 to decide"_s));
        for (const auto &one : stored)
            QVERIFY(program.store->operations().discard(one.id).takeResult());
        QTRY_COMPARE(button->badge(), 0);
        QVERIFY(!Program::chip()->isVisible());
    }

    void theChipOpensThePaneAndWhatIsDoneThereReachesTheStore()
    {
        Program program;
        const auto stored = program.put({tagging(u"a"_s), tagging(u"b"_s)});
        program.refuse(stored.first().id);
        program.application->start();
        QTRY_VERIFY(Program::chip()->isVisible());
        QTest::mouseClick(Program::chip(), Qt::LeftButton);
        auto *workspace = Program::window()->workspace();
        QCOMPARE(workspace->currentPane(), u"outbox"_s);
        auto *pane = qobject_cast<OutboxPane *>(workspace->current());
        QVERIFY(pane != nullptr);
        QTRY_VERIFY(pane->isSettled() && pane->model().board() != nullptr);
        QCOMPARE(pane->list()->currentOperation(), stored.first().id);
        pane->act(items::OutboxAct::TryAgain);
        const auto states = [&] {
            QList<OperationState> found;
            const auto all = program.store->operations().operations().takeResult();
            for (const auto &one : *all)
                found.append(one.state);
            return found;
        };
        QTRY_COMPARE(states(), (QList{OperationState::Ready, OperationState::Ready}));
        // Its actions are in the one registry, and no key is given twice.
        QCOMPARE(Program::window()->actions().conflicts(), QStringList());
        QVERIFY(Program::window()->actions().find(u"go.outbox"_s) != nullptr);
    }
};

QTEST_MAIN(TestOutboxWindow)
#include "tst_outboxwindow.moc"
