// SPDX-License-Identifier: GPL-3.0-or-later
// One window for each profile, whatever a process that was killed left behind.
#include "app/portolan/failedstart.h"
#include "app/portolan/instance.h"

#include <QApplication>
#include <QFile>
#include <QLocalSocket>
#include <QMessageBox>
#include <QProcess>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <QUuid>

#include <csignal>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using app::Instance;

namespace {

void write(const QString &file, const QByteArray &bytes)
{
    QFile left(file);
    QVERIFY(left.open(QIODevice::WriteOnly));
    QCOMPARE(left.write(bytes), bytes.size());
}

//! What a process wrote into its lock that is no more; no process has such a number.
QByteArray ofTheDead()
{
    return "99999999\nportolan\n" + QSysInfo::machineHostName().toUtf8() + "\n"
        + QSysInfo::machineUniqueId() + "\n" + QSysInfo::bootUniqueId() + "\n";
}

//! Another start, which waits in a thread as it would in a process of its own.
class SecondStart
{
public:
    SecondStart(const QString &lock, const QString &socket, const app::Options &options)
        : m_thread(QThread::create([this, lock, socket, options] {
            const auto begun = Instance(lock, socket).begin(options);
            m_outcome = !begun                     ? begun.error().detail
                : *begun == Instance::Start::First ? u"first"_s
                                                   : u"handed over"_s;
        }))
    {
        m_thread->start();
    }

    ~SecondStart() { m_thread->wait(); }

    bool isWaiting() const { return m_thread->isRunning(); }

    //! "first", "handed over", or why neither.
    QString outcome() const
    {
        return QTest::qWaitFor([this] { return m_thread->isFinished(); }, 60'000) ? m_outcome
                                                                                  : u"waits"_s;
    }

private:
    QString m_outcome;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

class TestInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_socket = u"portolan-test-"_s + QUuid::createUuid().toString(QUuid::Id128);
    }

    void theSecondStartHandsOver()
    {
        Instance first(lock(), m_socket);
        QVERIFY(first.isFirst());
        QSignalSpy asked(&first, &Instance::asked);
        QVERIFY(!Instance(lock(), m_socket).isFirst());
        app::Options options;
        options.open = u"orders"_s;
        const auto second = startAgain(options);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<app::Options>().open, u"orders"_s);
        QCOMPARE(second->outcome(), u"handed over"_s);
        QCOMPARE(asked.size(), 1);
    }

    //! It is connected to, and written to, long after it looks at nothing any more.
    void whoStartsWhileTheFirstOneEndsIsTheNext()
    {
        auto first = std::make_unique<Instance>(lock(), m_socket);
        QVERIFY(first->isFirst());
        const auto second = startAgain({});
        QTest::qSleep(300); // no event of the first one, which winds down
        first.reset();
        QCOMPARE(second->outcome(), u"first"_s);
    }

    void whatIsClosingTakesNothingMore()
    {
        auto first = std::make_unique<Instance>(lock(), m_socket);
        QVERIFY(first->isFirst());
        QSignalSpy asked(first.get(), &Instance::asked);
        first->stopListening();
        const auto second = startAgain({});
        QTest::qWait(300);
        QVERIFY(second->isWaiting());
        QVERIFY(asked.isEmpty());
        first.reset();
        QCOMPARE(second->outcome(), u"first"_s);
    }

    //! As with a signal to end that came with the question.
    void whatEndsInTheSameTurnTakesNothing()
    {
        Instance first(lock(), m_socket);
        QVERIFY(first.isFirst());
        QSignalSpy asked(&first, &Instance::asked);
        QLocalSocket second;
        second.connectToServer(m_socket);
        QVERIFY(second.waitForConnected());
        const auto accepted = [&first] { return first.findChild<QLocalSocket *>(); };
        QTRY_VERIFY(accepted() != nullptr);
        connect(accepted(), &QLocalSocket::readyRead, &first, &Instance::stopListening);
        second.write("{}\n");
        QTRY_COMPARE(second.state(), QLocalSocket::UnconnectedState);
        QVERIFY(asked.isEmpty());
    }

    void whatDoesNotAnswerIsSaid()
    {
        Instance first(lock(), m_socket);
        QVERIFY(first.isFirst());
        Instance second(lock(), m_socket);
        const auto begun = second.begin({}, 200); // nobody reads meanwhile
        QVERIFY(!begun);
        QCOMPARE(begun.error().kind, Error::Kind::Busy);
        QVERIFY2(begun.error().detail.contains(u"does not answer; "_s),
                 qPrintable(begun.error().detail));
    }

    void aLockThatCannotBeWrittenIsSaid()
    {
        Instance first(m_dir->filePath(u"none/window.lock"_s), m_socket);
        const auto begun = first.begin({});
        QVERIFY(!begun);
        QCOMPARE(begun.error().kind, Error::Kind::Store);
        QVERIFY2(begun.error().detail.contains(u"none/window.lock cannot be written"_s),
                 qPrintable(begun.error().detail));
    }

    //! On a machine with much to do, the one that was told to end has not begun with it when the
    //! next one is started; here it stands still until that one has knocked.
    void whoStartsBehindTheEndOfAnotherGetsAWindow()
    {
        const auto first = startProgram();
        QTRY_COMPARE_WITH_TIMEOUT(windowsOpened(), 1, 60'000);
        QCOMPARE(::kill(pid_t(first->processId()), SIGSTOP), 0);
        QCOMPARE(::kill(pid_t(first->processId()), SIGTERM), 0);
        const auto second = startProgram();
        QTest::qWait(2000);
        QCOMPARE(second->state(), QProcess::Running);
        QCOMPARE(::kill(pid_t(first->processId()), SIGCONT), 0);
        QTRY_COMPARE_WITH_TIMEOUT(windowsOpened(), 2, 60'000);
        QTRY_COMPARE(first->state(), QProcess::NotRunning);
        second->terminate();
        QVERIFY(second->waitForFinished(60'000));
        QCOMPARE(second->exitCode(), 0);
    }

    void theWindowOfOneThatWasKilledIsOursAtOnce_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<bool>("wasTaking");
        QTest::newRow("killed with its window open") << ofTheDead() << false;
        QTest::newRow("killed before it wrote its name") << QByteArray() << false;
        QTest::newRow("killed while it took another's") << ofTheDead() << true;
    }

    void theWindowOfOneThatWasKilledIsOursAtOnce()
    {
        QFETCH(QByteArray, left);
        QFETCH(bool, wasTaking);
        write(lock(), left);
        if (wasTaking)
            write(lock() + u".rmlock"_s, {});
        Instance first(lock(), m_socket);
        QVERIFY(first.isFirst());
        QVERIFY(!Instance(lock(), m_socket).isFirst());
    }

    //! Who starts it from a menu sees a window that says why it did not start.
    void aFailedStartIsSaidOnTheScreen()
    {
        QString said;
        QTimer::singleShot(0, qApp, [&said] {
            for (auto *widget : QApplication::topLevelWidgets()) {
                auto *box = qobject_cast<QMessageBox *>(widget);
                if (box == nullptr || !box->isVisible())
                    continue;
                if (box->textFormat() == Qt::PlainText)
                    said = box->text();
                QTest::keyClick(box, Qt::Key_Escape);
            }
        });
        app::showFailedStart({Error::Kind::Usage, u"cache.db is <b>newer</b>"_s});
        QVERIFY2(said.contains(u"cache.db is <b>newer</b>"_s), qPrintable(said));
    }

private:
    std::unique_ptr<SecondStart> startAgain(const app::Options &options) const
    {
        return std::make_unique<SecondStart>(lock(), m_socket, options);
    }

    std::unique_ptr<QProcess> startProgram() const
    {
        auto program = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        program->setProcessEnvironment(environment);
        program->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program->start(QStringLiteral(PORTOLAN_PROGRAM),
                       {u"--profile"_s, m_dir->filePath(u"profile"_s)});
        return program;
    }

    //! As the log of the profile tells.
    qsizetype windowsOpened() const
    {
        QFile log(m_dir->filePath(u"profile/portolan.log"_s));
        return log.open(QIODevice::ReadOnly) ? log.readAll().count("the window is open") : 0;
    }

    QString lock() const { return m_dir->filePath(u"window.lock"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_socket;
};

QTEST_MAIN(TestInstance)
#include "tst_instance.moc"
