// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/sampleaccounts.h"
#include "tests/views/pagewalk.h"
#include "views/accounts/accountdetail.h"
#include "views/accounts/accountspane.h"
#include "views/accounts/addfolder.h"
#include "views/accounts/addserver.h"
#include "views/accounts/capabilitytable.h"
#include "views/accounts/signinagain.h"
#include "views/accounts/signinfields.h"
#include "views/shared/blocks.h"
#include "views/shared/labels.h"
#include "views/shared/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using accounts::AccountsPane;
using accounts::SignInAgain;

class TestAccounts : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;

    static void open(AccountsPane &pane, QSize size = {1392, 828})
    {
        pane.resize(size);
        pane.show();
        QTRY_VERIFY(pane.list()->isVisible());
        QCoreApplication::processEvents();
    }

    static QAbstractButton *button(QWidget &in, const QString &text)
    {
        for (auto *one : in.findChildren<QAbstractButton *>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void everyControlHasANameAndAPlaceInTheTabOrder()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        for (int row = 0; row < 2; ++row) {
            pane.list()->setCurrentIndex(pane.list()->model()->index(row, 0));
            QCoreApplication::processEvents();
            QCOMPARE(tests::unnamedWidgets(&pane), QStringList());
            QCOMPARE(tests::unreachableWidgets(&pane), QStringList());
        }
    }

    void syncIsStartedShownAndCancelled()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        button(pane, u"Sync now"_s)->click();
        QCOMPARE(source.synced, QStringList({u"Demo mesh"_s}));
        Q_EMIT source.syncStarted(u"Demo mesh"_s);
        const auto isSaid = [&pane](const QString &words) {
            const auto labels = pane.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QVERIFY(isSaid(u"waiting for the first answer"_s));
        Q_EMIT source.syncProgressed(u"Demo mesh"_s, 39, 63, u"orders/order-events.odcs.yaml"_s);
        QVERIFY(!button(pane, u"Sync now"_s)->isEnabled());
        tests::paintPicture(&pane, u"accounts-syncing"_s);
        button(pane, u"Cancel"_s)->click();
        QCOMPARE(source.cancelled, 1);
        Q_EMIT source.syncFinished(u"Demo mesh"_s, {u"Demo mesh"_s, 1204, 8, 1, 300, 2480});
        QTRY_VERIFY(button(pane, u"Sync now"_s)->isEnabled());
        QVERIFY(!button(pane, u"Cancel"_s));
        tests::paintPicture(&pane, u"accounts-light"_s);
    }

    //! What is not read yet is nothing: neither an account that syncs, nor one that can do nothing.
    void nothingIsSaidBeforeTheAccountsAreRead()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        pane.resize(1392, 828);
        pane.show();
        QVERIFY(!button(pane, u"Sync now"_s));
        QVERIFY(!button(pane, u"Cancel"_s));
        QVERIFY(pane.list()->isVisible()); // where the focus goes
        QTRY_VERIFY(button(pane, u"Sync now"_s));
        QVERIFY(!button(pane, u"Cancel"_s));
        const auto *detail = pane.findChild<views::accounts::AccountDetail *>();
        QCOMPARE(detail->widget()->width(), detail->viewport()->width());
        // At this width each sentence has one line.
        const auto *table = pane.findChild<views::accounts::CapabilityTable *>();
        for (int row = 1; row < table->model()->rowCount(); ++row)
            QTRY_COMPARE(table->rowHeight(row), table->rowHeight(0));
        QTRY_COMPARE(table->rowHeight(0),
                     size::row(size::tableRow, QFontMetrics(fontOf(Text::Body))));
    }

    //! Who begins a sync with the keyboard can end it, and is not led to what opens a browser.
    void theFocusStaysWithTheSync()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        auto *sync = button(pane, u"Sync now"_s);
        sync->setFocus();
        QTest::keyClick(sync, Qt::Key_Space);
        QCOMPARE(source.synced.size(), 1);
        Q_EMIT source.syncStarted(u"Demo mesh"_s);
        QVERIFY(button(pane, u"Cancel"_s));
        QCOMPARE(pane.focusWidget(), button(pane, u"Cancel"_s));
        Q_EMIT source.syncFinished(u"Demo mesh"_s, {u"Demo mesh"_s, 1, 0, 0, 0, 20});
        QTRY_VERIFY(sync->isEnabled());
        QCOMPARE(pane.focusWidget(), sync);
        // The same from the note about a sync that failed.
        pane.showQuery(u"mesh"_s);
        auto *again = button(pane, u"Try now"_s);
        QVERIFY(again);
        again->setFocus();
        Q_EMIT source.syncStarted(u"mesh"_s);
        QCOMPARE(pane.focusWidget(), button(pane, u"Cancel"_s));
        // Who is elsewhere stays there.
        pane.list()->setFocus();
        Q_EMIT source.syncFinished(u"mesh"_s, {u"mesh"_s, 1, 0, 0, 0, 20});
        QTRY_VERIFY(sync->isEnabled());
        QCOMPARE(pane.focusWidget(), pane.list());
    }

    //! In a small window the buttons give way to what the account is called; one that is needed
    //! stays.
    void theHeadIsWholeInASmallWindow()
    {
        tests::SampleAccounts source;
        auto corp = tests::SampleAccounts::corp();
        corp.name = u"openmetadata"_s;
        corp.platform = u"openmetadata"_s;
        source.list.append(corp);
        AccountsPane pane(source);
        open(pane, {976, 600});
        pane.showQuery(corp.name);
        const auto named = [&pane](const QString &name) {
            for (auto *one : pane.findChildren<QAbstractButton *>()) {
                if (one->accessibleName() == name && one->isVisible())
                    return one;
            }
            return static_cast<QAbstractButton *>(nullptr);
        };
        QVERIFY(button(pane, u"Sign in…"_s));
        source.list.last().signIn = items::SignInState::SignedIn;
        Q_EMIT source.changed();
        QTRY_VERIFY(named(u"Sign in again…"_s));
        QCOMPARE(named(u"Sign in again…"_s)->text(), QString());
        QVERIFY(named(u"Sign in again…"_s)->toolTip().contains(u"Sign in again…"_s));
        QCOMPARE(named(u"Open"_s)->text(), QString());
        const auto *detail = pane.findChild<views::accounts::AccountDetail *>();
        const auto *platform = detail->findChild<views::TagLabel *>();
        QTRY_VERIFY(platform->width() >= platform->sizeHint().width());
        const auto *name = detail->findChild<views::ElidedLabel *>();
        QCOMPARE(name->text(), corp.name);
        QVERIFY2(name->width() >= name->sizeHint().width(),
                 qPrintable(QString::number(name->width())));
        // What stands beside each other stands on one line.
        const auto middleOf = [&pane](const QString &text) {
            for (const auto *one : pane.findChildren<QLabel *>()) {
                if (one->isVisible() && one->text().remove(QChar(0x200B)) == text)
                    return one->mapTo(&pane, one->rect().center()).y();
            }
            return -1;
        };
        QTRY_VERIFY(middleOf(u"Sign-in"_s) > 0);
        QVERIFY(middleOf(u"Last sync"_s) > 0);
        QVERIFY2(qAbs(middleOf(u"Last sync"_s) - middleOf(u"Sign-in"_s)) <= 1,
                 qPrintable(QString::number(middleOf(u"Sign-in"_s))));
        QCOMPARE(tests::unnamedWidgets(&pane), QStringList());
        tests::paintPicture(&pane, u"accounts-small"_s);
        pane.resize(1392, 828);
        QTRY_COMPARE(named(u"Sign in again…"_s)->text(), u"Sign in again…"_s);
        QCOMPARE(named(u"Open"_s)->text(), u"Open"_s);
    }

    void obstacleDisablesSyncAndSaysWhy()
    {
        tests::SampleAccounts source;
        source.obstacle = u"Another process syncs."_s;
        AccountsPane pane(source);
        open(pane);
        auto *sync = button(pane, u"Sync now"_s);
        QVERIFY(!sync->isEnabled());
        QVERIFY(sync->toolTip().contains(source.obstacle));
        QCOMPARE(sync->accessibleDescription(), source.obstacle);
    }

    void failedAccountSaysWhatHappened()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        pane.showQuery(u"mesh"_s);
        QCOMPARE(pane.list()->currentIndex().row(), 1);
        QVERIFY(button(pane, u"Try now"_s));
        tests::paintPicture(&pane, u"accounts-failed"_s);
        QSignalSpy wanted(&pane, &Pane::paneRequested);
        button(pane, u"3 problem(s)"_s)->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(1).toString(), u"mesh"_s);
        m_theme->setChoice(Theme::Choice::Dark);
        QCoreApplication::processEvents();
        tests::paintPicture(&pane, u"accounts-failed-dark"_s);
        m_theme->setChoice(Theme::Choice::Light);
    }

    void folderIsCheckedBeforeItIsAdded()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        QTemporaryDir folder;
        auto *dialog = pane.addFolder(folder.path() + u"/missing"_s);
        QVERIFY(!dialog->addButton()->isEnabled());
        QCOMPARE(source.checked, QStringList());
        dialog->folderField()->setText(folder.path());
        QTRY_VERIFY(dialog->addButton()->isEnabled());
        QCOMPARE(source.checked, QStringList({folder.path()}));
        QCOMPARE(tests::unnamedWidgets(dialog), QStringList());
        tests::paintPicture(dialog, u"accounts-add"_s);
        dialog->nameField()->setText(u"shop"_s);
        dialog->addButton()->click();
        QTRY_COMPARE(source.added.size(), 1);
        QCOMPARE(source.added.first(), std::pair(u"shop"_s, folder.path()));
    }

    void failedCheckKeepsTheFolderOut()
    {
        tests::SampleAccounts source;
        source.checkAnswer = failure(Error::Kind::BadInput, u"no contract and no manifest in it"_s);
        AccountsPane pane(source);
        open(pane);
        QTemporaryDir folder;
        auto *dialog = pane.addFolder(folder.path());
        QTRY_COMPARE(source.checked.size(), 1);
        QCoreApplication::processEvents();
        QVERIFY(!dialog->addButton()->isEnabled());
        dialog->reject();
    }

    void aServerIsAskedBeforeItIsAdded()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        auto *dialog = pane.addServer();
        QVERIFY(!dialog->addButton()->isEnabled());
        for (const auto &beginning : {u"h"_s, u"https:"_s, u"http://"_s}) {
            dialog->addressField()->setText(beginning);
            QVERIFY2(dialog->explanation().isEmpty(), qPrintable(beginning));
        }
        dialog->addressField()->setText(u"datahub.example.com"_s);
        QVERIFY(dialog->explanation().contains(u"https://"_s));
        dialog->signInFields()->secretField()->setText(u" CANARY-token\n"_s);
        QVERIFY(!dialog->addButton()->isEnabled()); // no scheme
        dialog->addressField()->setText(u"https://datahub.example.com"_s);
        QVERIFY(dialog->addButton()->isEnabled());
        QCOMPARE(dialog->nameField()->text(), u"datahub"_s);
        QCOMPARE(tests::unnamedWidgets(dialog), QStringList());
        // It is as high as what it asks for.
        QVERIFY2(dialog->height() < 400, qPrintable(QString::number(dialog->height())));
        tests::paintPicture(dialog, u"accounts-server"_s);
        dialog->addButton()->click();
        QTRY_COMPARE(source.addedServers.size(), 1);
        QTRY_COMPARE(pane.focusWidget(), pane.list()); // there one goes on
        QCOMPARE(source.servers.size(), 1);
        const auto &added = source.addedServers.first();
        QCOMPARE(added.platform, u"datahub"_s);
        QCOMPARE(added.by, items::SignInBy::Token);
        QCOMPARE(added.secret.reveal(), QByteArrayView("CANARY-token"));
        QVERIFY(source.dropped.isEmpty());
    }

    void whatCannotBeReachedNowIsAddedWhenAskedTwice()
    {
        tests::SampleAccounts source;
        source.serverAnswer = failure(Error::Kind::Offline, u"no route to the host"_s);
        AccountsPane pane(source);
        open(pane);
        auto *dialog = pane.addServer();
        dialog->addressField()->setText(u"https://datahub.example.com"_s);
        dialog->signInFields()->secretField()->setText(u"CANARY"_s);
        dialog->addButton()->click();
        QTRY_COMPARE(source.servers.size(), 1);
        QTRY_COMPARE(dialog->addButton()->text(), u"Add without checking"_s);
        QVERIFY(source.addedServers.isEmpty());
        // Pressed by a key it has the focus again: the next press is no "Cancel".
        dialog->nameField()->setText(u"hub"_s);
        Q_EMIT dialog->nameField()->textEdited(u"hub"_s);
        QTRY_COMPARE(dialog->addButton()->text(), u"Add and sync"_s);
        QApplication::setActiveWindow(dialog);
        dialog->addButton()->setFocus();
        QTest::keyClick(dialog->addButton(), Qt::Key_Space);
        QTRY_COMPARE(source.servers.size(), 2);
        QTRY_COMPARE(dialog->addButton()->text(), u"Add without checking"_s);
        QVERIFY(dialog->addButton()->hasFocus());
        dialog->addButton()->click();
        QTRY_COMPARE(source.addedServers.size(), 1);
    }

    void aRefusedTokenIsNotAddedAndForgotten()
    {
        tests::SampleAccounts source;
        source.serverAnswer = failure(Error::Kind::Unauthorised, u"HTTP 401"_s);
        AccountsPane pane(source);
        open(pane);
        auto *dialog = pane.addServer();
        dialog->addressField()->setText(u"https://datahub.example.com"_s);
        dialog->signInFields()->secretField()->setText(u"CANARY"_s);
        dialog->addButton()->click();
        QTRY_COMPARE(source.servers.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(dialog->addButton()->text(), u"Add and sync"_s);
        // Nobody was signed in yet: it is the token, and that is where another one is typed.
        QVERIFY(dialog->explanation().contains(u"does not take this token"_s));
        QVERIFY(!dialog->explanation().contains(u"signed out"_s));
        QCOMPARE(dialog->focusWidget(), dialog->signInFields()->secretField());
        QCOMPARE(dialog->signInFields()->secretField()->selectedText().size(), 6);
        dialog->addButton()->click(); // asks again
        QTRY_COMPARE(source.servers.size(), 2);
        QVERIFY(source.addedServers.isEmpty());
        const auto id = source.servers.first().id;
        dialog->reject();
        QCOMPARE(source.dropped, QList<QUuid>{id});
    }

    void aSignInInTheBrowserComesBeforeTheAccount()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        auto *dialog = pane.addServer();
        auto *fields = dialog->signInFields();
        dialog->addressField()->setText(u"https://datahub.example.com"_s);
        fields->ways()->setCurrentIndex(fields->ways()->findData(int(items::SignInBy::Device)));
        fields->signInButton()->click();
        QVERIFY(source.signIns.isEmpty()); // nobody said where
        for (auto *field : fields->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Address of the OpenID provider"_s)
                field->setText(u"https://login.example.com"_s);
            if (field->accessibleName() == u"Client id"_s)
                field->setText(u"portolan"_s);
        }
        fields->signInButton()->click();
        QCOMPARE(source.signIns.size(), 1);
        QCOMPARE(source.signIns.first().by, items::SignInBy::Device);
        Q_EMIT source.codeNeeded(u"WDJB-MJHT"_s, QUrl(u"https://login.example.com/device"_s));
        QTest::qWait(50); // it grows to what it has to say
        tests::paintPicture(dialog, u"accounts-device"_s);
        QVERIFY(!dialog->addButton()->isEnabled());
        Q_EMIT source.signInEnded(QString(u"Maya <b>Lindqvist</b>"_s));
        QVERIFY(dialog->addButton()->isEnabled());
        // Who signed in there did not sign in at another provider.
        for (auto *field : fields->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Address of the OpenID provider"_s)
                field->setText(u"https://other.example.com"_s);
        }
        QVERIFY(!dialog->addButton()->isEnabled());
        fields->signInButton()->click();
        QCOMPARE(source.signIns.size(), 2);
        for (auto *field : fields->findChildren<QLineEdit *>()) {
            if (field->accessibleName() == u"Client id"_s)
                field->setText(u"another"_s);
        }
        QCOMPARE(source.stoppedSignIns, 1);
        Q_EMIT source.signInEnded(QString(u"Maya"_s)); // of what was given up
        QVERIFY(!dialog->addButton()->isEnabled());
        dialog->reject();
        QCOMPARE(source.dropped.size(), 1);
    }

    void aMissingTokenIsAskedForAgain()
    {
        tests::SampleAccounts source;
        source.list.append(tests::SampleAccounts::corp());
        AccountsPane pane(source);
        open(pane);
        pane.showQuery(u"corp"_s);
        tests::paintPicture(&pane, u"accounts-token-needed"_s);
        QVERIFY(button(pane, u"Sign in…"_s));
        button(pane, u"Sign in…"_s)->click();
        SignInAgain *dialog = nullptr;
        QTRY_VERIFY((dialog = pane.findChild<SignInAgain *>()) != nullptr);
        QVERIFY(!dialog->acceptButton()->isEnabled());
        QCOMPARE(tests::unnamedWidgets(dialog), QStringList());
        // There is one way only: nobody is asked for it, and the token can be typed at once.
        QCOMPARE(dialog->focusWidget(), dialog->signInFields()->secretField());
        QVERIFY(!dialog->signInFields()->ways()->isVisible());
        // Why it is refused has room of its own.
        source.renewProblem = Error{Error::Kind::Unauthorised, u"HTTP 401"_s};
        dialog->signInFields()->secretField()->setText(u"WRONG"_s);
        const int high = dialog->height();
        dialog->acceptButton()->click();
        QTRY_VERIFY(dialog->explanation().contains(u"does not take this token"_s));
        QTRY_VERIFY(dialog->height() > high);
        QCOMPARE(dialog->signInFields()->secretField()->selectedText().size(), 5);
        source.renewProblem.reset();
        source.renewed.clear();
        dialog->signInFields()->secretField()->setText(u"CANARY"_s);
        dialog->acceptButton()->click();
        QTRY_COMPARE(source.renewed.size(), 1);
        QCOMPARE(source.renewed.first().secret.reveal(), QByteArrayView("CANARY"));
    }

    //! While the server is asked, nothing else is, and who gives it up has what was there before.
    void aSignInThatIsGivenUpLeavesTheAccount()
    {
        tests::SampleAccounts source;
        source.list.append(tests::SampleAccounts::corp());
        AccountsPane pane(source);
        open(pane);
        pane.showQuery(u"corp"_s);
        auto *again = button(pane, u"Sign in…"_s);
        QVERIFY(again);
        again->click();
        again->click(); // before the first is there
        QPointer<SignInAgain> dialog;
        QTRY_VERIFY((dialog = pane.findChild<SignInAgain *>()) != nullptr);
        QTest::qWait(0);
        QCOMPARE(pane.findChildren<SignInAgain *>().size(), 1);
        dialog->signInFields()->secretField()->setText(u"CANARY"_s);
        dialog->acceptButton()->click();
        QCOMPARE(source.renewed.size(), 1);
        QCOMPARE(dialog->explanation(), u"Asking the server…"_s);
        dialog->signInFields()->secretField()->setText(u"CANARY-2"_s);
        QVERIFY(!dialog->acceptButton()->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(source.left, QList<QUuid>{source.list.last().id});
        QTRY_VERIFY(dialog == nullptr);
        // Where nobody is asked, nothing is to be put back.
        again->click();
        QTRY_VERIFY((dialog = pane.findChild<SignInAgain *>()) != nullptr);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(source.left.size(), 1);
    }

    //! Who signed in at a provider, and cancels then, is not who acts there from now on.
    void aSignInThatIsCancelledAfterwardsIsNotUsed()
    {
        tests::SampleAccounts source;
        items::ServerAccount account;
        account.id = QUuid::createUuid();
        account.name = u"corp"_s;
        account.by = items::SignInBy::Browser;
        account.issuer = u"https://login.example.com"_s;
        account.clientId = u"portolan"_s;
        QPointer<SignInAgain> dialog = new SignInAgain(source, account, {}, nullptr);
        dialog->show();
        dialog->signInFields()->signInButton()->click();
        QCOMPARE(source.signIns.size(), 1);
        Q_EMIT source.signInEnded(QString(u"Maya"_s));
        QVERIFY(dialog->acceptButton()->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(source.left, QList<QUuid>{account.id});
        QTRY_VERIFY(dialog == nullptr);
    }

    //! Nothing is added that was not looked at, nor twice.
    void aFolderIsAddedOnceAndWhenItWasLookedAt()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        const QTemporaryDir folder;
        QPointer<views::accounts::AddFolder> dialog = pane.addFolder();
        QTest::keyClicks(dialog->nameField(), u"mine"_s);
        QVERIFY(!dialog->addButton()->isEnabled());
        dialog->folderField()->setText(folder.path());
        QTRY_VERIFY(dialog->addButton()->isEnabled());
        dialog->addButton()->click();
        QTest::keyClicks(dialog->nameField(), u"2"_s);
        QVERIFY(!dialog->addButton()->isEnabled());
        QTRY_VERIFY(dialog == nullptr);
        QCOMPARE(source.added.size(), 1);
    }

    //! A sync that failed for want of a sign-in leads to that, and not to the same failure again.
    void whatFailsForWantOfASignInLeadsThere()
    {
        tests::SampleAccounts source;
        auto corp = tests::SampleAccounts::corp();
        corp.state = u"failed"_s;
        corp.error = u"token needed: hand it over with --token-stdin"_s;
        source.list.append(corp);
        AccountsPane pane(source);
        open(pane);
        pane.showQuery(u"corp"_s);
        const auto *note = pane.findChild<views::ErrorNote *>();
        QVERIFY(note && note->isVisible());
        QString words;
        for (const auto *label : note->findChildren<QLabel *>())
            words += label->isVisible() ? label->text() + u'\n' : QString();
        QVERIFY2(words.contains(u"waits until you sign in"_s), qPrintable(words));
        QVERIFY2(!words.contains(u"--token-stdin"_s), qPrintable(words));
        const auto synced = source.synced;
        Q_EMIT const_cast<views::ErrorNote *>(note)->actionTriggered();
        QTRY_VERIFY(pane.findChild<SignInAgain *>() != nullptr);
        QCOMPARE(source.synced, synced);
    }

    void theOrderOfAccountsIsChangedByKeyboard()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        const auto demo = source.list.at(0).id;
        const auto mesh = source.list.at(1).id;
        auto *list = pane.list();
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // it is the first already
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(source.arranged, (QList<QList<QUuid>>{{mesh, demo}}));
        // It is still the one that is selected, and goes back.
        QTRY_COMPARE(list->currentIndex().row(), 1);
        QCOMPARE(list->currentIndex().data(items::AccountModel::IdRole).toUuid(), demo);
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(source.arranged.size(), 2);
        QCOMPARE(source.arranged.last(), (QList<QUuid>{demo, mesh}));
        QSignalSpy wanted(&pane, &Pane::paneRequested);
        for (auto *action : pane.paneActions()) {
            if (action->text() == u"Joined things"_s)
                action->trigger();
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"joins"_s);
    }

    void signingOutAsksFirstAndLeavesTheAccount()
    {
        tests::SampleAccounts source;
        auto corp = tests::SampleAccounts::corp();
        corp.signIn = items::SignInState::SignedIn;
        source.list.append(corp);
        AccountsPane pane(source);
        open(pane);
        QAction *out = nullptr;
        for (auto *action : pane.paneActions()) {
            if (action->text() == u"Sign out…"_s)
                out = action;
        }
        QVERIFY(out != nullptr);
        QVERIFY(!out->isEnabled()); // of a folder nobody signs out
        pane.showQuery(u"corp"_s);
        QVERIFY(out->isEnabled());
        out->trigger();
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = pane.findChild<QMessageBox *>()) != nullptr);
        QVERIFY(source.signedOut.isEmpty());
        for (auto *one : box->buttons()) {
            if (one->text() == u"Sign out"_s)
                one->click();
        }
        QTRY_COMPARE(source.signedOut, QList<QUuid>{corp.id});
        QTRY_VERIFY(!out->isEnabled());
        QVERIFY(button(pane, u"Sign in…"_s));
        QCOMPARE(source.list.last().id, corp.id);
    }

    void anAccountWithAnAddressLeadsToItsOwnPage()
    {
        tests::SampleAccounts source;
        source.list.append(tests::SampleAccounts::corp());
        AccountsPane pane(source);
        QStringList pages;
        QStringList folders;
        pane.openPage = [&](const QString &address) { pages.append(address); };
        pane.openFolder = [&](const QString &folder) { folders.append(folder); };
        open(pane);
        pane.showQuery(u"corp"_s);
        QVERIFY(button(pane, u"Open"_s));
        button(pane, u"Open"_s)->click();
        QCOMPARE(pages, QStringList(u"https://datahub.example.com"_s));
        pane.showQuery(u"mesh"_s);
        QVERIFY(button(pane, u"Open folder"_s));
        button(pane, u"Open folder"_s)->click();
        QCOMPARE(folders, QStringList(u"/srv/mesh"_s));
        QCOMPARE(pages.size(), 1);
    }

    void removingAsksFirst()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        pane.paneActions().last()->trigger();
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = pane.findChild<QMessageBox *>()) != nullptr);
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QVERIFY(!box->text().contains(u"never sent"_s));
        QVERIFY(source.removed.isEmpty());
        for (auto *one : box->buttons()) {
            if (one->text() == u"Remove"_s)
                one->click();
        }
        QTRY_COMPARE(source.removed, QList<QUuid>({demoAccountId()}));
    }

    void whoRemovesIsToldWhatIsLostWithIt()
    {
        tests::SampleAccounts source;
        source.waiting.insert(demoAccountId(), 2);
        AccountsPane pane(source);
        open(pane);
        pane.paneActions().last()->trigger();
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = pane.findChild<QMessageBox *>()) != nullptr);
        QVERIFY2(box->text().contains(u"2 thing"_s) && box->text().contains(u"never sent"_s),
                 qPrintable(box->text()));
    }

    void stateComesBack()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        open(pane);
        pane.showQuery(u"mesh"_s);
        AccountsPane second(source);
        second.restoreState(pane.saveState());
        open(second);
        QTRY_COMPARE(second.list()->currentIndex().row(), 1);
    }

    void noAccountLeadsToAddingOne()
    {
        tests::SampleAccounts source;
        source.list.clear();
        AccountsPane pane(source);
        pane.resize(1024, 700);
        pane.show();
        QTRY_VERIFY(button(pane, u"Add…"_s) && !pane.list()->isVisible());
        tests::paintPicture(&pane, u"accounts-empty"_s);
        button(pane, u"Add…"_s)->click();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2); // a folder, or a server
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        auto *add = pane.findChild<accounts::AddServer *>();
        QVERIFY(add);
        QTRY_VERIFY(add->isVisible());
        tests::paintPicture(add, u"accounts-add-server"_s);
        // What is hidden between two fields leaves no room between them.
        const auto named = [add](const auto &fields, const QString &name) {
            const auto at = std::find_if(fields.begin(), fields.end(), [&name](const auto *field) {
                return field->accessibleName() == name;
            });
            const auto *field = at == fields.end() ? nullptr : *at;
            return field ? QRect(field->mapTo(add, QPoint()), field->size()) : QRect();
        };
        const auto way = named(add->findChildren<QComboBox *>(), u"How to sign in"_s);
        const auto token = named(add->findChildren<QLineEdit *>(), u"Token"_s);
        QVERIFY(way.isValid() && token.isValid());
        QVERIFY2(token.top() - way.bottom() <= size::groupGap,
                 qPrintable(QString::number(token.top() - way.bottom())));
    }

    //! What a platform cannot do is read also where the figures leave no room beside them.
    void theLimitsOfAPlatformAreInView()
    {
        tests::SampleAccounts source;
        AccountsPane pane(source);
        for (const int width : {1024, 1600, 1024}) {
            open(pane, {width, 700});
            auto *table = pane.findChild<accounts::CapabilityTable *>();
            QVERIFY(table);
            const auto limits = [table] {
                return table->horizontalHeader()->sectionSize(
                    accounts::CapabilityModel::LimitColumn);
            };
            QTRY_VERIFY2(limits() >= 200, qPrintable(QString::number(limits())));
            const auto *detail = pane.findChild<accounts::AccountDetail *>();
            QVERIFY(table->mapTo(detail, QPoint(table->width(), 0)).x() <= detail->width());
        }
        // A long one is shown whole.
        auto corp = tests::SampleAccounts::corp();
        const auto note =
            u"Descriptions of things and of columns of datasets, tags and owners are written; what "
            "the server's administrator has locked is refused there, and the outbox says so."_s;
        corp.abilities[1].note = note;
        source.list.append(corp);
        Q_EMIT source.changed();
        pane.showQuery(u"corp"_s);
        auto *table = pane.findChild<accounts::CapabilityTable *>();
        QTRY_COMPARE(table->model()->rowCount(), 3);
        const int width = table->columnWidth(accounts::CapabilityModel::LimitColumn);
        const auto needed =
            table->fontMetrics().boundingRect(QRect(0, 0, width, 0), Qt::TextWordWrap, note);
        QTRY_VERIFY(table->rowHeight(1) >= needed.height());
        QVERIFY(table->rowHeight(1) > table->rowHeight(0));
        QTRY_COMPARE(table->height(), table->sizeHint().height());
        tests::paintPicture(&pane, u"accounts-narrow"_s);
    }

    void hostileNamesAndLargeTextFit()
    {
        m_theme->setTextPercent(200);
        for (const auto &text : tests::hostileTexts()) {
            tests::SampleAccounts source;
            for (auto &account : source.list)
                account.name = account.place = account.error = text;
            AccountsPane pane(source);
            open(pane, {1024, 700});
            tests::paintPicture(&pane, u"accounts-hostile-%1"_s.arg(text.size()));
            QVERIFY2(pane.minimumSizeHint().width() <= 1024,
                     qPrintable(QString::number(pane.minimumSizeHint().width())));
        }
        m_theme->setTextPercent(100);
    }
};

QTEST_MAIN(TestAccounts)
#include "tst_accounts.moc"
