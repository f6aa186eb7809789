// SPDX-License-Identifier: GPL-3.0-or-later
// What the program logs stands in a file, whole, without secrets, for its user alone, and never
// more of it than a few files; and nothing that happens to the file is anybody else's trouble.
#include "models/base/logfile.h"
#include "models/base/messagelog.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;

namespace {

Q_LOGGING_CATEGORY(log, "portolan.test", QtDebugMsg)

const auto canary = u"CANARY-log-5e81"_s;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList theStandardError;

void keep(QtMsgType, const QMessageLogContext &, const QString &message)
{
    theStandardError.append(message);
}

//! Has the messages of a test put aside, as a terminal would show them.
class StandardError
{
public:
    StandardError()
        : m_before(qInstallMessageHandler(keep))
    {
        theStandardError.clear();
    }

    ~StandardError() { qInstallMessageHandler(m_before); }

    StandardError(const StandardError &) = delete;
    StandardError &operator=(const StandardError &) = delete;

private:
    QtMessageHandler m_before;
};

//! No file of this process grows beyond \a bytes while it lives, as on a full disk.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
        : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const struct rlimit small = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }

    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

private:
    struct rlimit m_before = {};
    void (*m_signal)(int);
};

} // namespace

class TestMessageLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"state/portolan.log"_s);
        qunsetenv("QT_LOGGING_RULES");
    }

    void whatIsLoggedStandsInTheFileWithoutSecrets()
    {
        const StandardError shown;
        {
            const MessageLog file(m_path, u"portolan 1.2.3 has begun"_s);
            QVERIFY(!QFile::exists(m_path)); // with the first line
            qCDebug(log).noquote() << u"Authorization: Bearer "_s + canary;
            qCWarning(log).noquote() << u"https://me:"_s + canary + u"@host/x?token="_s + canary;
            qCInfo(log).noquote() << u"a page\nwith\tlines"_s;
        }
        qCWarning(log) << "nobody is listening";
        const auto lines = contents(m_path).split('\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY2(lines.at(0).endsWith("info portolan: portolan 1.2.3 has begun"),
                 lines.at(0).constData());
        QVERIFY2(lines.at(1).endsWith("debug portolan.test: Authorization: …"),
                 lines.at(1).constData());
        QVERIFY2(lines.at(2).endsWith("warning portolan.test: https://host/x?…"),
                 lines.at(2).constData());
        QVERIFY2(lines.at(3).endsWith("info portolan.test: a page\\nwith lines"),
                 lines.at(3).constData());
        QVERIFY(!contents(m_path).contains(canary.toLatin1()));
        // What is not serious is not printed, unless it is asked for.
        QCOMPARE(theStandardError, (QStringList{u"https://host/x?…"_s, u"nobody is listening"_s}));
    }

    void whatIsAskedForIsPrintedAsWell()
    {
        qputenv("QT_LOGGING_RULES", "portolan.test=true");
        const StandardError shown;
        const MessageLog file(m_path, u"portolan"_s);
        qCDebug(log).noquote() << u"bearer "_s + canary;
        QCOMPARE(theStandardError, QStringList{u"bearer …"_s});
    }

    void aPageOfAServerIsCut()
    {
        const auto line = logLine(QDateTime::fromMSecsSinceEpoch(0), QtWarningMsg, nullptr,
                                  QString(1'000'000, u'x'));
        QVERIFY2(line.startsWith("1970-01-01T00:00:00.000Z "), line.left(60).constData());
        QVERIFY(line.contains(" warning default: xxx"));
        QVERIFY(line.size() < 5000);
    }

    void itIsForItsUserAlone()
    {
        const auto before = ::umask(0);
        LogFile file(m_path);
        file.append("first");
        QCOMPARE(contents(m_path), "first\n");
        ::umask(before);
        QCOMPARE(modeOf(m_path), mode_t(0600));
        // One that came to be too open is narrowed.
        ::chmod(QFile::encodeName(m_path).constData(), 0644);
        LogFile(m_path).append("second");
        QCOMPARE(modeOf(m_path), mode_t(0600));
        QCOMPARE(contents(m_path), "first\nsecond\n");
    }

    void severalWriteAtOnceAndNoLineIsTorn()
    {
        constexpr int writers = 4;
        constexpr int each = 2000;
        constexpr qint64 most = 200'000;
        {
            std::vector<std::jthread> threads;
            for (int writer = 0; writer < writers; ++writer) {
                threads.emplace_back([this, writer] {
                    LogFile file(m_path, most); // as another process has it
                    for (int i = 0; i < each; ++i) {
                        const auto number = QByteArray::number(writer * each + i);
                        file.append('<' + number.rightJustified(60, '.') + '>');
                    }
                });
            }
        }
        QList<QByteArray> lines;
        for (const auto &name : QDir(m_dir->filePath(u"state"_s)).entryList(QDir::Files)) {
            const auto path = m_dir->filePath(u"state/"_s + name);
            QCOMPARE(modeOf(path), mode_t(0600));
            lines += contents(path).split('\n');
            QVERIFY(lines.takeLast().isEmpty());
        }
        QCOMPARE(lines.size(), writers * each);
        for (const auto &line : std::as_const(lines))
            QVERIFY2(line.size() == 62 && line.startsWith('<') && line.endsWith('>'),
                     line.constData());
        std::sort(lines.begin(), lines.end());
        QVERIFY(std::adjacent_find(lines.begin(), lines.end()) == lines.end());
    }

    //! Whoever logs while the log is opened or closed loses lines, and nothing else.
    void allThreadsMayLog()
    {
        const auto shown =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        std::atomic<bool> isOver = false;
        std::atomic<int> written = 0;
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                while (!isOver)
                    qCInfo(log).noquote() << u"<thread %1, token=%2>"_s.arg(thread).arg(++written);
            });
        }
        for (int i = 0; i < 20; ++i) {
            const MessageLog file(m_path, u"portolan"_s);
            const auto before = written.load(); // what is logged from here on is for this file
            while (written < before + 50)
                QThread::yieldCurrentThread();
        }
        isOver = true;
        threads.clear();
        qInstallMessageHandler(shown);
        auto lines = contents(m_path).split('\n');
        QVERIFY(lines.takeLast().isEmpty());
        const auto begun = std::count_if(lines.begin(), lines.end(), [](const QByteArray &line) {
            return line.endsWith(" info portolan: portolan");
        });
        QCOMPARE(begun, 20);
        for (const auto &line : std::as_const(lines))
            QVERIFY2(line.endsWith(", token=…") || line.endsWith(": portolan"), line.constData());
    }

    void thereIsNeverMoreThanAFewFiles()
    {
        LogFile file(m_path, 1000);
        for (int i = 0; i < 200; ++i)
            file.append(QByteArray(90, 'a') + QByteArray::number(i));
        const auto names = QDir(m_dir->filePath(u"state"_s)).entryList(QDir::Files, QDir::Name);
        QCOMPARE(names,
                 (QStringList{u"portolan.log"_s, u"portolan.log.1"_s, u"portolan.log.2"_s,
                              u"portolan.log.3"_s, u"portolan.log.4"_s}));
        // Of one process: those that write while another puts the file aside go on in it.
        for (const auto &name : names)
            QVERIFY(contents(m_dir->filePath(u"state/"_s + name)).size() < 1000 + 100);
        QVERIFY(contents(m_path).endsWith("a199\n"));
        // The end goes on in what was put aside, and begins with a whole line.
        const auto all = QByteArray(contents(m_path + u".1"_s) + contents(m_path));
        const auto most = contents(m_path).size() + 500;
        const auto end = LogFile::end(m_path, most);
        QVERIFY(all.endsWith(end));
        QVERIFY(end.size() > most - 100 && end.size() <= most);
        QVERIFY(end.startsWith(QByteArray(90, 'a')));
        QCOMPARE(LogFile::end(m_path, 1'000'000).left(1), "a");
        // Where it begins in the middle of a line, nothing older stands before it.
        const std::pair<QString, QByteArray> files[] = {
            {m_path, QByteArray(100, 'x') + "\nlast\n"},
            {m_path + u".1"_s, "old\n"},
        };
        for (const auto &[path, bytes] : files) {
            QFile written(path);
            QVERIFY(written.open(QIODevice::WriteOnly));
            written.write(bytes);
        }
        QCOMPARE(LogFile::end(m_path, 50), "last\n");
        QCOMPARE(LogFile::end(m_path, 200).left(4), "old\n");
        QCOMPARE(LogFile::end(m_dir->filePath(u"nowhere"_s), 100), "");
    }

    void whatIsRemovedBeginsAnew()
    {
        LogFile file(m_path);
        file.append("first");
        QVERIFY(QFile::remove(m_path));
        file.append("second");
        QCOMPARE(contents(m_path), "second\n");
        QVERIFY(QDir(m_dir->filePath(u"state"_s)).removeRecursively());
        file.append("third");
        QCOMPARE(contents(m_path), "third\n");
    }

    void aFullDiskIsPassedOver()
    {
        LogFile file(m_path);
        file.append("0123456789");
        {
            const SmallDisk disk(16);
            file.append("abcdefghij"); // a part of it fits
            file.append("nothing of it");
        }
        file.append("next");
        QCOMPARE(contents(m_path), "0123456789\nabcde\nnext\n");
    }

    void whereNothingCanBeWrittenNothingIsSaid()
    {
        const StandardError shown;
        QFile blocked(m_dir->filePath(u"state"_s)); // a file where the folder should be
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        {
            const MessageLog file(m_path, u"portolan"_s);
            qCInfo(log) << "lost";
        }
        QCOMPARE(theStandardError, QStringList());
        // A folder, a pipe that nobody reads and another's file behind a link are no log.
        const auto folder = m_dir->filePath(u"folder"_s);
        QVERIFY(QDir().mkpath(folder));
        LogFile(folder).append("x");
        const auto pipe = m_dir->filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        LogFile(pipe).append("x");
        const auto link = m_dir->filePath(u"link"_s);
        QVERIFY(QFile::link(m_dir->filePath(u"theirs"_s), link));
        LogFile(link).append("x");
        QVERIFY(!QFile::exists(m_dir->filePath(u"theirs"_s)));
    }

private:
    static mode_t modeOf(const QString &path)
    {
        struct stat found = {};
        ::stat(QFile::encodeName(path).constData(), &found);
        return found.st_mode & 0777;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestMessageLog)
#include "tst_messagelog.moc"
