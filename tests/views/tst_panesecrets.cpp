// SPDX-License-Identifier: GPL-3.0-or-later
// A token that is typed in the window, used and kept stands in no file of the profile, in nothing
// that the window remembers, on no label, in no log and not on the clipboard.
#include "models/base/messagelog.h"
#include "tests/items/sampleaccounts.h"
#include "tests/net/loopback.h"
#include "tests/views/realaccounts.h"
#include "views/accounts/addserver.h"
#include "views/accounts/connectionfields.h"
#include "views/accounts/editserver.h"
#include "views/accounts/leftsecrets.h"
#include "views/accounts/signinfields.h"
#include "views/shared/theme.h"

#include <QClipboard>
#include <QDataStream>
#include <QDirIterator>
#include <QGuiApplication>
#include <QLabel>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QMutex>
#include <QPushButton>
#include <QSettings>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using tests::Loopback;
using tests::RealAccounts;
using tests::Seen;

namespace {

const auto canary = QByteArray("CANARY-pane-7d10b3");

//! What is logged while it lives, as it comes: before the program's own log takes secrets out of it
//! and writes it down.
class RawLog
{
public:
    RawLog() { s_before = qInstallMessageHandler(take); }

    ~RawLog() { qInstallMessageHandler(s_before); }

    RawLog(const RawLog &) = delete;
    RawLog &operator=(const RawLog &) = delete;

    static QByteArray text()
    {
        const QMutexLocker lock(&s_mutex);
        return s_text;
    }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &line)
    {
        {
            const QMutexLocker lock(&s_mutex);
            s_text += line.toUtf8() + '\n';
        }
        s_before(type, context, line);
    }

    static inline QMutex s_mutex;
    static inline QByteArray s_text;
    static inline QtMessageHandler s_before = nullptr;
};

} // namespace

class TestPaneSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        for (const auto *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nobody"); // no keyring of the machine
        m_theme = std::make_unique<views::Theme>();
    }

    void cleanupTestCase() { m_theme.reset(); }

    void whatIsTypedIsNowhereToBeFound()
    {
        QLoggingCategory::setFilterRules(u"portolan.*=true"_s);
        Loopback server([](QTcpSocket *socket, const Seen &request) {
            const bool good = request.headers.value("authorization") == "Bearer " + canary;
            socket->write(Loopback::whole(good ? 200 : 401, R"({"things":["a","b"]})"));
        });
        RealAccounts bench;
        const auto logged = bench.store->profile().logFile();
        std::optional<MessageLog> file(std::in_place, logged, u"portolan"_s);
        std::optional<RawLog> log(std::in_place);
        auto *dialog = bench.pane.addServer();
        dialog->addressField()->setText(QString::fromLatin1(server.url().text()));
        auto *fields = dialog->signInFields();
        fields->ways()->setCurrentIndex(fields->ways()->findData(int(items::SignInBy::Token)));
        QTest::keyClicks(fields->secretField(), QString::fromLatin1(canary));
        QTest::keySequence(fields->secretField(), QKeySequence::SelectAll);
        QTest::keySequence(fields->secretField(), QKeySequence::Copy);
        dialog->connectionFields()->certificateField()->setText(u"/nowhere.pem"_s);
        QTest::keyClicks(dialog->connectionFields()->keyPasswordField(),
                         QString::fromLatin1(canary));
        dialog->connectionFields()->certificateField()->clear();
        dialog->addButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(bench.pane.list()->model()->rowCount(), 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(server.seen().size() >= 2, 60'000); // the check and the sync
        QTRY_VERIFY(!bench.engine.isRunning());
        QVERIFY(bench.entry.clients().held(accountId(bench))); // it is used, from memory
        bench.pane.editAccount();
        views::accounts::EditServer *edit = nullptr;
        QTRY_VERIFY((edit = bench.pane.findChild<views::accounts::EditServer *>()) != nullptr);
        QByteArray texts = RawLog::text() + bench.words().toUtf8() + wordsOf(edit)
            + remembered(bench) + QGuiApplication::clipboard()->text().toUtf8();
        QVERIFY(!texts.contains(canary));
        QVERIFY(!texts.contains(canary.toBase64()));
        QVERIFY(texts.contains("GET http://127.0.0.1"));
        log.reset();
        file.reset();
        QFile lines(logged); // it is one of the files
        QVERIFY(lines.open(QIODevice::ReadOnly));
        QVERIFY(lines.readAll().contains(" debug portolan.net: "));
        QCOMPARE(filesWithIt(bench), QStringList());
        // The search would find it.
        QFile planted(bench.dir.filePath(u"planted"_s));
        QVERIFY(planted.open(QIODevice::WriteOnly));
        planted.write("x" + canary);
        planted.close();
        QCOMPARE(filesWithIt(bench).size(), 1);
        // Who signs out leaves the account, and nothing of it is secret any more.
        const auto id = accountId(bench);
        const auto out = bench.source.signOut(id);
        QTRY_VERIFY(out.isFinished());
        QVERIFY(out.result().has_value());
        QVERIFY(!bench.entry.clients().held(id));
        QCOMPARE(accountId(bench), id);
        QTRY_VERIFY(bench.words().contains(u"Token needed"_s));
    }

    //! An account is gone, a locked keyring has its secret: that is said when it happens and as
    //! long as it is so, also where no account is left.
    void whatALockedKeyringKeepsIsSaid()
    {
        tests::SampleAccounts source;
        source.list.clear();
        views::accounts::AccountsPane pane(source);
        pane.resize(1200, 800);
        pane.show();
        const auto *note = pane.findChild<views::accounts::LeftSecrets *>();
        QVERIFY(note && !note->isVisible());
        source.secretsLeft = 1;
        Q_EMIT source.leftSecretsChanged();
        QVERIFY(note->isVisible());
        QVERIFY(note->findChild<QLabel *>()->text().contains(u"Open the keyring"_s));
        const auto *told = pane.findChild<QMessageBox *>();
        QVERIFY(told && told->text().contains(u"its secret is not"_s));
        delete told;
        note->findChild<QPushButton *>()->click();
        QCOMPARE(source.leftRemovals, 1);
        QVERIFY(note->isVisible()); // the keyring is as locked as before
        source.secretsLeft = 0;
        Q_EMIT source.leftSecretsChanged();
        QVERIFY(!note->isVisible());
        QVERIFY(!pane.findChild<QMessageBox *>());
        // In a later session it is not news, and still there.
        source.secretsLeft = 2;
        views::accounts::AccountsPane later(source);
        later.show();
        QVERIFY(later.findChild<views::accounts::LeftSecrets *>()->isVisible());
        QVERIFY(!later.findChild<QMessageBox *>());
    }

private:
    static QUuid accountId(RealAccounts &bench)
    {
        const auto all = bench.store->accounts().accounts();
        (void)QTest::qWaitFor([&] { return all.isFinished(); });
        return all.result()->first().id;
    }

    //! What stands in the fields of \a dialog.
    static QByteArray wordsOf(const QWidget *dialog)
    {
        QByteArray words;
        for (const auto *line : dialog->findChildren<QLineEdit *>())
            words += line->text().toUtf8() + line->placeholderText().toUtf8();
        return words;
    }

    //! What the window keeps for its next start, as it is written to the settings.
    static QByteArray remembered(const RealAccounts &bench)
    {
        const auto path = bench.dir.filePath(u"settings.ini"_s);
        QSettings settings(path, QSettings::IniFormat);
        settings.setValue(u"accounts"_s, bench.pane.saveState());
        settings.sync();
        QFile file(path);
        (void)file.open(QIODevice::ReadOnly);
        return file.readAll();
    }

    static QStringList filesWithIt(const RealAccounts &bench)
    {
        QStringList found;
        int databases = 0;
        QDirIterator all(bench.dir.path(), QDir::Files | QDir::Hidden | QDir::System,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            databases += file.fileName().endsWith(u".db"_s) ? 1 : 0;
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto bytes = file.readAll();
            if (bytes.contains(canary) || bytes.contains(canary.toBase64())
                || bytes.contains(canary.toHex()))
                found.append(file.fileName());
        }
        if (databases < 3)
            found.append(u"the databases were not looked at"_s);
        return found;
    }

    std::unique_ptr<views::Theme> m_theme;
};

QTEST_MAIN(TestPaneSecrets)
#include "tst_panesecrets.moc"
