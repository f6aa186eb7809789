// SPDX-License-Identifier: GPL-3.0-or-later
// What needs the person is told on the desktop: each thing once, whatever is restarted.
#include "app/portolan/accessnotifier.h"
#include "app/portolan/desktopnotifier.h"
#include "models/base/identity.h"
#include "models/items/accessreading.h"
#include "models/store/store.h"
#include "tests/items/sampleaccess.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using app::Notice;
using domain::DecisionKind;
using tests::SampleAccess;

namespace {

//! Keeps what it should have shown.
class FakeNotifier final : public app::Notifier
{
public:
    QList<Notice> shown;

    void show(const Notice &notice) override { shown.append(notice); }
};

//! A profile, a person, and what the desktop was told.
class Desk
{
public:
    Desk() { start(); }

    //! As after a restart.
    void start()
    {
        news.reset();
        store.reset();
        store = std::move(*store::Store::open(*store::Profile::open(m_dir.path()), clock));
        news = std::make_unique<app::AccessNotifier>(
            app::AccessNotifier::Context{.work = store->accounts(),
                                         .clock = clock,
                                         .notifier = notifier,
                                         .isWanted = [this] { return isWanted; },
                                         .isSeen = [this] { return isSeen; }});
        QTest::qWait(50);
    }

    QList<Notice> look()
    {
        notifier.shown.clear();
        news->look(*access.board().takeResult());
        QTest::qWait(50);
        return notifier.shown;
    }

    SampleAccess access;
    SystemClock clock;
    FakeNotifier notifier;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<app::AccessNotifier> news;
    bool isWanted = true;
    bool isSeen = false;

private:
    QTemporaryDir m_dir;
};

//! org.freedesktop.Notifications of a desktop that there is not.
class FakeDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QString summary;
    QString body;
    QStringList actions;
    int asked = 0;

public Q_SLOTS:

    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                const QStringList &offered, const QVariantMap &, int)
    {
        summary = title;
        body = text;
        actions = offered;
        return uint(40 + ++asked);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
};

} // namespace

class TestAccessNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void whatWaitsIsToldOnceAndNotAgainAfterARestart()
    {
        Desk desk;
        const auto first = desk.look();
        QVERIFY(!first.isEmpty());
        // Four wait, and are one notice that leads to all of them.
        QCOMPARE(first.first().query, u"review"_s);
        QVERIFY2(first.first().title.contains(u'4'), qPrintable(first.first().title));
        for (const auto &notice : first)
            QVERIFY2(!notice.title.contains(u"decided"_s), "history is no news");
        QVERIFY(desk.look().isEmpty());
        desk.start();
        QVERIFY(desk.look().isEmpty());
    }

    void oneThatComesInIsToldByItselfAndAClickShowsIt()
    {
        Desk desk;
        desk.look();
        // For the same port as one that waits for her.
        const auto board = *desk.access.board().takeResult();
        const auto waiting =
            std::find_if(board.cases.begin(), board.cases.end(), [&board](const auto &one) {
                return !items::itemsToDecide(one, board).isEmpty()
                    && one.outcome.items.first().steps.size() == 1;
            });
        QVERIFY(waiting != board.cases.end());
        const auto &item = waiting->request.items.first();
        const auto id = desk.access
                            .add(u"Fraud desk"_s, SampleAccess::ines(), {{item.port, item.role}},
                                 u"analytics"_s, u"Why not."_s, 0)
                            .request.id;
        const auto told = desk.look();
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().query, u"request:"_s + idText(id));
        QVERIFY(told.first().text.contains(u"Fraud desk"_s));
        QVERIFY(desk.look().isEmpty());
    }

    //! Each kind on its own, so that none is told as another.
    void whatWasDecidedOrQuestionedIsTold()
    {
        Desk desk;
        desk.look();
        items::AccessCase *mine = nullptr;
        const auto board = *desk.access.board().takeResult();
        for (const auto &one : board.cases) {
            if (items::isMine(one, board.me) && one.outcome.items.size() == 1
                && items::openStepOf(one.outcome.items.first()) >= 0 && !items::needsAnswer(one)
                && one.outcome.items.first().steps.size() == 1)
                mine = desk.access.caseOf(one.request.id);
        }
        if (mine == nullptr)
            QSKIP("the sample has no open request of Maya's with one step");
        const auto id = mine->request.id;
        const auto step = mine->outcome.items.first().steps.first().step;
        const domain::Actor approver{u"Approver"_s, step.approvers.first()};
        desk.access.say(*mine, DecisionKind::Ask, approver, u"For how long?"_s, 60 * 24 * 30);
        auto told = desk.look();
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().title.contains(u"answer"_s), qPrintable(told.first().title));
        QCOMPARE(told.first().query, u"request:"_s + idText(id));
        mine = desk.access.caseOf(id);
        desk.access.say(*mine, DecisionKind::Approve, approver, u"Fine."_s, 60 * 24 * 31);
        told = desk.look();
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().title.contains(u"decided"_s), qPrintable(told.first().title));
    }

    void whoLooksAtItOrDoesNotWantItIsNotToldLaterEither()
    {
        Desk desk;
        desk.isSeen = true;
        QVERIFY(desk.look().isEmpty());
        desk.isSeen = false;
        QVERIFY(desk.look().isEmpty());
        Desk off;
        off.isWanted = false;
        QVERIFY(off.look().isEmpty());
        off.isWanted = true;
        QVERIFY(off.look().isEmpty());
    }

    //! The text of a notice is markup to a desktop: what people wrote is shown as they wrote it.
    void aRealDesktopGetsNoMarkupAndAClickComesBack()
    {
        const auto program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (program.isEmpty())
            QSKIP("no dbus-daemon: 1 test with a real bus left out");
        QProcess daemon;
        daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(daemon.waitForReadyRead(10'000));
        const auto address = QString::fromLocal8Bit(daemon.readLine()).trimmed();
        auto theirs = QDBusConnection::connectToBus(address, u"desktop"_s);
        FakeDesktop desktop;
        QVERIFY(theirs.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                                      QDBusConnection::ExportAllSlots
                                          | QDBusConnection::ExportAllSignals));
        QVERIFY(theirs.registerService(u"org.freedesktop.Notifications"_s));
        app::DesktopNotifier notifier(QDBusConnection::connectToBus(address, u"portolan"_s));
        QSignalSpy clicked(&notifier, &app::Notifier::clicked);
        notifier.show({u"A <b>title</b>"_s, u"<img src=\"/etc/hostname\"> & <a>more</a>\nline 2"_s,
                       u"request:x"_s});
        QTRY_COMPARE(desktop.asked, 1);
        QVERIFY2(!desktop.body.contains(u'<'), qPrintable(desktop.body));
        QVERIFY(desktop.body.contains(u"&lt;img"_s) && desktop.body.contains(u"&amp;"_s));
        QVERIFY(!desktop.body.contains(u'\n'));
        QVERIFY(desktop.actions.contains(u"default"_s));
        QTest::qWait(100); // until the number of the notice is known
        Q_EMIT desktop.ActionInvoked(99, u"default"_s); // of another program
        Q_EMIT desktop.ActionInvoked(41, u"default"_s);
        QTRY_COMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().toString(), u"request:x"_s);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        QDBusConnection::disconnectFromBus(u"portolan"_s);
        daemon.terminate();
        daemon.waitForFinished(5000);
    }
};

QTEST_MAIN(TestAccessNotifier)
#include "tst_accessnotifier.moc"
