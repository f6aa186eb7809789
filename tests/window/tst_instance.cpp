// SPDX-License-Identifier: GPL-3.0-or-later
// One window for each profile, whatever a process that was killed left behind.
#include "app/portolan/failedstart.h"
#include "app/portolan/instance.h"

#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUuid>

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
        Instance second(lock(), m_socket);
        QVERIFY(!second.isFirst());
        app::Options options;
        options.open = u"orders"_s;
        QVERIFY(second.handOver(options));
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<app::Options>().open, u"orders"_s);
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
    QString lock() const { return m_dir->filePath(u"window.lock"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_socket;
};

QTEST_MAIN(TestInstance)
#include "tst_instance.moc"
