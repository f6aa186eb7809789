// SPDX-License-Identifier: GPL-3.0-or-later
// Changing an account in the window: the platform is asked before anything is stored, what it
// refuses is stored only when that is said, and everything can be done with the keyboard.
#include "tests/items/sampleaccounts.h"
#include "tests/views/pagewalk.h"
#include "views/accounts/accountspane.h"
#include "views/accounts/addserver.h"
#include "views/accounts/connectionfields.h"
#include "views/accounts/editserver.h"
#include "views/accounts/signinfields.h"
#include "views/shared/theme.h"

#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::views;
using accounts::AccountsPane;
using accounts::AddServer;
using accounts::EditServer;

namespace {

//! The pane with a server, and the dialog about it.
struct Bench
{
    Bench()
        : pane(withServer(source))
    {
        pane.resize(1392, 828);
        pane.show();
        (void)QTest::qWaitFor([&] { return pane.list()->model()->rowCount() == 3; });
    }

    static tests::SampleAccounts &withServer(tests::SampleAccounts &source)
    {
        source.list.append(tests::SampleAccounts::corp());
        source.known.caFile = u"/etc/ssl/own.pem"_s;
        source.known.domains = {u"Orders"_s, u"Fulfilment"_s};
        return source;
    }

    EditServer *edit()
    {
        pane.showQuery(u"corp"_s);
        pane.editAccount();
        EditServer *dialog = nullptr;
        (void)QTest::qWaitFor([&] {
            dialog = pane.findChild<EditServer *>();
            return dialog != nullptr;
        });
        return dialog;
    }

    tests::SampleAccounts source;
    AccountsPane pane;
};

//! What has the focus, one after the other with the tab key, from the first field on.
QStringList tabbed(QWidget *dialog, QWidget *first)
{
    first->setFocus();
    QStringList names;
    for (int i = 0; i < 40; ++i) {
        const auto *at = dialog->focusWidget();
        const auto *button = qobject_cast<const QAbstractButton *>(at);
        const auto name = !at->accessibleName().isEmpty() ? at->accessibleName()
            : button != nullptr                           ? button->text()
                                                          : QString();
        if (names.contains(name))
            break;
        names.append(name);
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    }
    return names;
}

} // namespace

class TestAccountEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setChoice(Theme::Choice::Light);
    }

    void cleanupTestCase() { m_theme.reset(); }

    void whatIsKnownIsShown()
    {
        Bench bench;
        auto *dialog = bench.edit();
        QVERIFY(dialog);
        QCOMPARE(dialog->nameField()->text(), u"corp"_s);
        QCOMPARE(dialog->fields()->authorityField()->text(), u"/etc/ssl/own.pem"_s);
        QCOMPARE(dialog->fields()->domainsField()->text(), u"Orders, Fulfilment"_s);
        QVERIFY(dialog->fields()->keyPasswordField()->text().isEmpty());
        QCOMPARE(tests::unnamedWidgets(dialog), QStringList());
        QCOMPARE(tests::unreachableWidgets(dialog), QStringList());
        tests::paintPicture(dialog, u"accounts-edit"_s);
    }

    //! Names are chosen where they are known; what is typed stays.
    void domainsAreOffered()
    {
        Bench bench;
        bench.source.domains = {u"Finance"_s, u"Orders"_s, u"R&D"_s, u"a, b"_s};
        auto *fields = bench.edit()->fields();
        auto *button = fields->domainsButton();
        QTRY_VERIFY(button->isVisible());
        auto *menu = button->menu();
        QCOMPARE(menu->actions().size(), 3); // a comma ends a name
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().at(0)->isChecked());
        QVERIFY(menu->actions().at(1)->isChecked());
        menu->actions().at(0)->trigger();
        menu->actions().at(1)->trigger();
        menu->actions().at(2)->trigger();
        QCOMPARE(fields->domainsField()->text(), u"Fulfilment, Finance, R&D"_s);
        QCOMPARE(tests::unnamedWidgets(fields), QStringList());
    }

    void withoutKnownDomainsNothingIsOffered()
    {
        Bench bench;
        auto *fields = bench.edit()->fields();
        QTest::qWait(0);
        QVERIFY(!fields->domainsButton()->isVisible());
    }

    //! A key says nobody's name: who decides is asked, and has an address.
    void whoActsIsAskedWhereAKeyDoesNotSayIt()
    {
        tests::SampleAccounts source;
        source.list.append(tests::SampleAccounts::corp());
        source.known.own = {{u"as"_s, u"Maya <maya@acme.example>"_s}};
        AddServer add(source, nullptr);
        QVERIFY(add.connectionFields()->ownField(u"as"_s) == nullptr);
        // Among the platforms it is asked at once; of the next one what was opened is shut again.
        source.more = {{.name = u"entropy-data"_s,
                        .ways = {items::SignInBy::Token},
                        .own = {{u"as"_s, u"Who acts"_s, u"Name <name@example.com>"_s}}}};
        AddServer walked(source, nullptr);
        auto *platforms = walked.platformField();
        QVERIFY(!walked.moreButton()->isChecked());
        platforms->setCurrentIndex(platforms->count() - 1);
        QVERIFY(walked.moreButton()->isChecked());
        platforms->setCurrentIndex(0);
        QVERIFY(!walked.moreButton()->isChecked());
        walked.moreButton()->setChecked(true); // what the person opened stays
        platforms->setCurrentIndex(platforms->count() - 1);
        platforms->setCurrentIndex(0);
        QVERIFY(walked.moreButton()->isChecked());
        const items::PlatformChoice asking{
            .name = u"entropy-data"_s,
            .ways = {items::SignInBy::Token},
            .own = {{u"as"_s, u"Who acts"_s, u"Name <name@example.com>"_s}}};
        EditServer edit(source, source.known, asking, nullptr);
        edit.show();
        auto *line = edit.fields()->ownField(u"as"_s);
        QVERIFY(line);
        QCOMPARE(line->accessibleName(), u"Who acts"_s);
        QVERIFY(line->accessibleDescription().contains(u"key does not say"_s));
        QCOMPARE(line->text(), u"Maya <maya@acme.example>"_s);
        QVERIFY(edit.saveButton()->isEnabled());
        line->setText(u"Maya"_s);
        QVERIFY(!edit.saveButton()->isEnabled());
        QVERIFY2(edit.explanation().contains(u"e-mail"_s), qPrintable(edit.explanation()));
        line->setText(u"  Li  <li@acme.example> "_s);
        QVERIFY(edit.saveButton()->isEnabled());
        items::ServerAccount entered;
        edit.fields()->apply(entered);
        QCOMPARE(entered.own.value(u"as"_s), u"Li <li@acme.example>"_s);
        line->clear(); // it is read, and nothing is decided
        QVERIFY(edit.saveButton()->isEnabled());
    }

    void aChangeIsTriedAndThenStored()
    {
        Bench bench;
        auto *dialog = bench.edit();
        dialog->fields()->domainsField()->setText(u"Finance"_s);
        dialog->saveButton()->click();
        QTRY_COMPARE(bench.source.changedServers.size(), 1);
        QCOMPARE(bench.source.tried.size(), 1);
        const auto &changed = bench.source.changedServers.first();
        QCOMPARE(changed.domains, QStringList{u"Finance"_s});
        QCOMPARE(changed.caFile, u"/etc/ssl/own.pem"_s);
        QCOMPARE(changed.url, u"https://datahub.example.com"_s);
        QVERIFY(bench.source.left.isEmpty());
    }

    void whatIsRefusedIsStoredOnlyWhenThatIsSaid()
    {
        Bench bench;
        bench.source.serverAnswer = failure(Error::Kind::Untrusted, u"it has expired"_s);
        auto *dialog = bench.edit();
        dialog->fields()->certificateField()->setText(u"/home/maya/cert.pem"_s);
        dialog->fields()->keyPasswordField()->setText(u"CANARY-key"_s);
        dialog->saveButton()->click();
        QTRY_COMPARE(dialog->saveButton()->text(), u"Save without checking"_s);
        QVERIFY(dialog->explanation().contains(u"It has expired."_s));
        QVERIFY(bench.source.changedServers.isEmpty());
        QTest::qWait(1); // it grows to what it has to say
        tests::paintPicture(dialog, u"accounts-edit-refused"_s);
        // What was refused is what was entered: another entry is tried first.
        dialog->fields()->domainsField()->setText(u"Finance"_s);
        QCOMPARE(dialog->saveButton()->text(), u"Save"_s);
        dialog->saveButton()->click();
        QTRY_COMPARE(bench.source.tried.size(), 2);
        QTRY_COMPARE(dialog->saveButton()->text(), u"Save without checking"_s);
        dialog->saveButton()->click();
        QTRY_COMPARE(bench.source.changedServers.size(), 1);
        QCOMPARE(bench.source.changedServers.first().keyPassword.reveal(),
                 QByteArrayView("CANARY-key"));
    }

    void givingUpLeavesTheAccount()
    {
        Bench bench;
        auto *dialog = bench.edit();
        dialog->nameField()->setText(u"another"_s);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(bench.source.left.size(), 1);
        QVERIFY(bench.source.changedServers.isEmpty());
    }

    void whatIsBeingStoredIsNotGivenUp()
    {
        Bench bench;
        auto *dialog = bench.edit();
        dialog->nameField()->setText(u"another"_s);
        dialog->saveButton()->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        dialog->nameField()->setText(u"one more"_s);
        QVERIFY(!dialog->saveButton()->isEnabled());
        QTRY_VERIFY(bench.pane.findChild<EditServer *>() == nullptr);
        QVERIFY(bench.source.left.isEmpty());
        QCOMPARE(bench.source.changedServers.size(), 1);
        QCOMPARE(bench.source.changedServers.first().name, u"another"_s);
        // What could not be stored is the person's again.
        bench.source.changeAnswer = failure(Error::Kind::Usage, u"taken"_s);
        dialog = bench.edit();
        dialog->nameField()->setText(u"another"_s);
        dialog->saveButton()->click();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
        QTRY_VERIFY(dialog->isVisible());
        QVERIFY(dialog->explanation().contains(u"of this name"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(bench.source.left.size(), 1);
    }

    void aNameAloneAsksNobody()
    {
        Bench bench;
        auto *dialog = bench.edit();
        dialog->nameField()->setText(u" another "_s);
        dialog->saveButton()->click();
        QTRY_COMPARE(bench.source.changedServers.size(), 1);
        QCOMPARE(bench.source.changedServers.first().name, u"another"_s);
        QVERIFY(bench.source.tried.isEmpty());
    }

    void aTakenNameIsSaid()
    {
        Bench bench;
        bench.source.changeAnswer = failure(Error::Kind::Usage, u"taken"_s);
        auto *dialog = bench.edit();
        dialog->nameField()->setText(u"mesh"_s);
        dialog->saveButton()->click();
        QTRY_VERIFY(dialog->explanation().contains(u"of this name"_s));
        QVERIFY(dialog->saveButton()->isEnabled());
    }

    void theProxyIsNoneOneOrTheEnvironments()
    {
        Bench bench;
        bench.source.known.proxy = QLatin1String("");
        auto *dialog = bench.edit();
        items::ServerAccount entered;
        dialog->fields()->apply(entered);
        QVERIFY(entered.proxy && entered.proxy->isEmpty());
        dialog->fields()->proxyChoice()->setCurrentIndex(0);
        dialog->fields()->apply(entered);
        QVERIFY(!entered.proxy);
        QVERIFY(!dialog->fields()->proxyField()->isVisibleTo(dialog));
        dialog->fields()->proxyChoice()->setCurrentIndex(2);
        QVERIFY(dialog->fields()->proxyField()->isVisibleTo(dialog));
        dialog->fields()->proxyField()->setText(u" http://proxy.example:3128 "_s);
        dialog->fields()->apply(entered);
        QCOMPARE(*entered.proxy, u"http://proxy.example:3128"_s);
    }

    void whatOnlyThisPlatformAsksIsAsked()
    {
        Bench bench;
        bench.source.known.platform = u"opa"_s;
        bench.source.known.own.insert(u"requestPath"_s, u"corp/rules"_s);
        auto *dialog = bench.edit();
        auto *path = dialog->fields()->ownField(u"requestPath"_s);
        QVERIFY(path);
        QCOMPARE(path->text(), u"corp/rules"_s);
        QCOMPARE(path->placeholderText(), u"mesh/access/request"_s);
        tests::paintPicture(dialog, u"accounts-edit-opa"_s);
        path->clear();
        dialog->saveButton()->click();
        QTRY_COMPARE(bench.source.changedServers.size(), 1);
        QVERIFY(bench.source.changedServers.first().own.value(u"requestPath"_s).isEmpty());
    }

    //! Who only judges by policies has nothing that could be kept or left.
    void domainsAreAskedForWhereThereAreAny()
    {
        Bench bench;
        bench.source.known.platform = u"opa"_s;
        bench.source.known.domains.clear();
        auto *dialog = bench.edit();
        QVERIFY(!dialog->fields()->domainsField()->isVisible());
        QVERIFY(dialog->fields()->authorityField()->isVisible());
        dialog->reject();
        auto *adding = bench.pane.addServer();
        adding->moreButton()->setChecked(true);
        QVERIFY(adding->connectionFields()->domainsField()->isVisible());
        adding->connectionFields()->domainsField()->setText(u"Orders"_s);
        auto *platforms = adding->platformField();
        platforms->setCurrentIndex(platforms->findData(u"opa"_s));
        QVERIFY(!adding->connectionFields()->domainsField()->isVisible());
        QCOMPARE(adding->moreButton()->text(), u"Certificates and proxy"_s);
        QVERIFY(adding->addressField()->placeholderText().contains(u"//opa."_s));
        items::ServerAccount entered;
        adding->connectionFields()->apply(entered);
        QCOMPARE(entered.domains, QStringList());
        platforms->setCurrentIndex(platforms->findData(u"datahub"_s));
        QVERIFY(adding->connectionFields()->domainsField()->isVisible());
        QCOMPARE(adding->moreButton()->text(), u"Domains, certificates and proxy"_s);
        adding->connectionFields()->apply(entered);
        QCOMPARE(entered.domains, QStringList{u"Orders"_s});
        adding->reject();
        const auto says = [&bench](const QString &words) {
            for (const auto *label : bench.pane.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().remove(QChar(0x200B)).contains(words))
                    return true;
            }
            return false;
        };
        bench.pane.showQuery(u"corp"_s);
        QTRY_VERIFY(says(u"Domains"_s));
        auto &account = bench.source.list.last();
        account.capabilities = {u"policies"_s};
        account.counts.clear();
        Q_EMIT bench.source.changed();
        QTRY_VERIFY(says(u"as of the last sync"_s)); // it has nothing of its own
        QVERIFY(!says(u"Domains"_s));
        account.lastSync = {};
        Q_EMIT bench.source.changed();
        QTRY_VERIFY(says(u"not synced yet"_s));
        QVERIFY(!says(u"as of the last sync"_s));
    }

    //! Given up while it is added, it would be there all the same, without its secret.
    void whatIsBeingAddedIsNotGivenUp()
    {
        Bench bench;
        QPointer<AddServer> adding;
        bool isOffered = true;
        bool isSeen = true;
        bench.source.whenAdding = [&] {
            // The person goes, and what is typed meanwhile is not added beside it.
            QTest::keyClick(adding, Qt::Key_Escape);
            adding->addressField()->setText(u"https://another.example.com"_s);
            isOffered = adding->addButton()->isEnabled() || adding->checkButton()->isEnabled();
            isSeen = adding->isVisible();
        };
        const auto add = [&] {
            isOffered = isSeen = true;
            adding = bench.pane.addServer();
            adding->addressField()->setText(u"https://datahub.example.com"_s);
            adding->signInFields()->secretField()->setText(u"CANARY"_s);
            adding->addButton()->click();
        };
        add();
        QTRY_VERIFY(adding == nullptr);
        QVERIFY(!isOffered);
        QVERIFY(!isSeen);
        QVERIFY(bench.source.dropped.isEmpty());
        QCOMPARE(bench.source.addedServers.size(), 1);
        // What could not be added is the person's again, also where another one is added meanwhile.
        bench.source.addProblem = Error{Error::Kind::Usage, u"taken"_s};
        QPointer<AddServer> other;
        const auto leave = bench.source.whenAdding;
        bench.source.whenAdding = [&] {
            leave();
            other = bench.pane.addServer();
        };
        add();
        QTRY_VERIFY(adding->explanation().contains(u"of this name"_s));
        QVERIFY(!isSeen);
        QVERIFY(adding->isVisible());
        QVERIFY(other != nullptr && other != adding);
        QVERIFY(adding->addButton()->isEnabled());
        QVERIFY(bench.source.dropped.isEmpty());
        QTest::keyClick(adding, Qt::Key_Escape);
        QCOMPARE(bench.source.dropped.size(), 1);
        other->reject();
    }

    void aFolderHasNothingButAName()
    {
        Bench bench;
        bench.source.known.url.clear();
        bench.source.known.folder = u"/srv/mesh"_s;
        auto *dialog = bench.edit();
        QVERIFY(dialog->fields() == nullptr);
        dialog->nameField()->setText(u"another"_s);
        dialog->saveButton()->click();
        QTRY_COMPARE(bench.source.changedServers.size(), 1);
        QCOMPARE(bench.source.changedServers.first().folder, u"/srv/mesh"_s);
    }

    void fieldsComeInTheOrderInWhichTheyStand()
    {
        Bench bench;
        bench.source.known.clientCertificate = u"/home/maya/cert.pem"_s;
        bench.source.known.proxy = u"http://proxy.example:3128"_s;
        auto *dialog = bench.edit();
        QCOMPARE(tabbed(dialog, dialog->nameField()),
                 (QStringList{u"Name of the account"_s, u"Domains to keep"_s,
                              u"Certificate of the organisation"_s,
                              u"Choose: Certificate of the organisation"_s, u"Client certificate"_s,
                              u"Choose: Client certificate"_s, u"Client key"_s,
                              u"Choose: Client key"_s, u"Password of the client key"_s, u"Proxy"_s,
                              u"Address of the proxy"_s, u"User at the proxy"_s,
                              u"Password at the proxy"_s, u"Save"_s, u"Cancel"_s}));
        dialog->reject();
        auto *adding = bench.pane.addServer();
        adding->addressField()->setText(u"https://datahub.example.com"_s);
        adding->signInFields()->secretField()->setText(u"CANARY"_s);
        QCOMPARE(
            tabbed(adding, adding->platformField()),
            (QStringList{u"Platform"_s, u"Address"_s, u"Name of the account"_s, u"How to sign in"_s,
                         u"Token"_s, u"Where it is made"_s, u"Domains, certificates and proxy"_s,
                         u"Add and sync"_s, u"Check"_s, u"Cancel"_s}));
        adding->reject();
    }

    void dialogsFitASmallScreenWithLargeText()
    {
        m_theme->setTextPercent(200);
        Bench bench;
        bench.source.known.clientCertificate = u"/home/maya/cert.pem"_s;
        bench.source.known.proxy = u"http://proxy.example:3128"_s;
        bench.source.serverAnswer =
            failure(Error::Kind::Offline, QString(u"no route "_s).repeated(40));
        auto *dialog = bench.edit();
        dialog->fields()->domainsField()->setText(u"Finance"_s);
        dialog->saveButton()->click();
        QTRY_COMPARE(dialog->saveButton()->text(), u"Save without checking"_s);
        QTest::qWait(1);
        QVERIFY2(dialog->minimumSizeHint().height() <= 620,
                 qPrintable(QString::number(dialog->minimumSizeHint().height())));
        QVERIFY2(dialog->minimumSizeHint().width() <= 1000,
                 qPrintable(QString::number(dialog->minimumSizeHint().width())));
        tests::paintPicture(dialog, u"accounts-edit-large"_s);
        dialog->reject();
        auto *adding = bench.pane.addServer();
        adding->moreButton()->setChecked(true);
        adding->connectionFields()->certificateField()->setText(u"/home/maya/cert.pem"_s);
        adding->connectionFields()->proxyChoice()->setCurrentIndex(2);
        QTest::qWait(1);
        QVERIFY2(adding->minimumSizeHint().height() <= 620,
                 qPrintable(QString::number(adding->minimumSizeHint().height())));
        tests::paintPicture(adding, u"accounts-server-large"_s);
        adding->reject();
        m_theme->setTextPercent(100);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestAccountEdit)
#include "tst_accountedit.moc"
