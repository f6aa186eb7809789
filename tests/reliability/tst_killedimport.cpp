// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL at random moments of an import: afterwards every database is sound, and the next sync
// goes on by itself to the same end as one that was never disturbed. PORTOLAN_KILLS sets how often
// (20 where it is not set), PORTOLAN_SEED the moments.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int contractCount = 250;
constexpr int checkCount = 100;
constexpr int scanCount = 20;

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Outcome run(const QString &profile, const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PORTOLAN_CLI), QStringList{u"--profile"_s, profile} + arguments);
    if (!process.waitForFinished(120'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString contractText(int number)
{
    QString text = u"apiVersion: v3.1.0\nkind: DataContract\nid: contract-%1\nversion: 1.0.%1\n"
                   "status: active\ndomain: Orders/Area %2\ndataProduct: product-%3\n"
                   "schema:\n  - name: table_%1\n    properties:\n"_s.arg(number)
                       .arg(number % 7)
                       .arg(number % 60);
    for (int field = 0; field < 20; ++field) {
        text += u"      - {name: field_%1, logicalType: string, description: part %1 of row %2,"
                "\n         transformSourceObjects: [table_%3.field_%1]}\n"_s.arg(field)
                    .arg(number)
                    .arg((number + 1) % contractCount);
    }
    return text;
}

//! What a tool found on day \a day; a tenth of the checks fail, each day another one.
QString scanText(int day)
{
    QStringList checks;
    for (int check = 0; check < checkCount; ++check) {
        checks.append(
            u"{\"identity\": \"check-%1\", \"name\": \"check %1\", \"type\": \"generic\","
            " \"dataSource\": \"lake\", \"table\": \"table_%1\", \"outcome\": \"%2\"}"_s.arg(check)
                .arg(check % 10 == day % 10 ? u"fail"_s : u"pass"_s));
    }
    return u"{\"definitionName\": \"nightly\", \"defaultDataSource\": \"lake\","
           " \"scanStartTimestamp\": \"2026-10-%1T06:40:01+00:00\", \"hasErrors\": false,"
           " \"metrics\": [], \"checks\": [%2]}"_s.arg(day + 1, 2, 10, QChar(u'0'))
               .arg(checks.join(u','));
}

//! What `status` counts, without times: things by kind, edges, and runs of checks.
QJsonObject countsOf(const QString &profile)
{
    const auto status = run(profile, {u"status"_s, u"--json"_s});
    const auto document = QJsonDocument::fromJson(status.out).object();
    auto counts = document.value(u"counts"_s).toObject();
    counts.insert(u"edges"_s, document.value(u"edges"_s));
    counts.insert(u"checkRuns"_s, document.value(u"checkRuns"_s));
    return counts;
}

} // namespace

class TestKilledImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QVERIFY(QDir().mkpath(mesh()));
        for (int number = 0; number < contractCount; ++number) {
            QFile file(mesh() + u"/contract-%1.odcs.yaml"_s.arg(number));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(contractText(number).toUtf8());
        }
        for (int day = 0; day < scanCount; ++day) {
            QFile file(mesh() + u"/scan-%1.json"_s.arg(day));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(scanText(day).toUtf8());
        }
        QElapsedTimer timer;
        addAccount(undisturbed());
        timer.start();
        const auto synced = run(undisturbed(), {u"sync"_s});
        QVERIFY2(synced.status == 0, synced.err.constData());
        m_durationMs = static_cast<int>(timer.elapsed());
        QVERIFY(countsOf(undisturbed()).value(u"contract"_s).toInt() == contractCount);
        const auto edges = countsOf(undisturbed()).value(u"edges"_s).toObject();
        QCOMPARE(edges.value(u"field"_s).toInt(), contractCount * 20);
        QCOMPARE(countsOf(undisturbed()).value(u"checkRuns"_s).toInt(), checkCount * scanCount);
    }

    void everyKillIsSurvived()
    {
        const auto kills = qEnvironmentVariableIntValue("PORTOLAN_KILLS") > 0
            ? qEnvironmentVariableIntValue("PORTOLAN_KILLS")
            : 20;
        const auto seed = qEnvironmentVariableIsSet("PORTOLAN_SEED")
            ? qEnvironmentVariableIntValue("PORTOLAN_SEED")
            : 20261125;
        QRandomGenerator random(static_cast<quint32>(seed));
        int hits = 0;
        for (int kill = 0; kill < kills; ++kill) {
            // A fresh profile every few kills, so that the first import is hit as well as later
            // ones.
            const auto profile = m_dir.filePath(u"killed-%1"_s.arg(kill / 4));
            if (kill % 4 == 0)
                addAccount(profile);
            hits += killOnce(profile, random.bounded(1, m_durationMs + 1)) ? 1 : 0;
            const auto doctor = run(profile, {u"doctor"_s});
            QVERIFY2(doctor.status == 0,
                     qPrintable(u"after kill %1, seed %2: "_s.arg(kill).arg(seed)
                                + QString::fromUtf8(doctor.out + doctor.err)));
            if (kill % 4 == 3 || kill + 1 == kills) {
                const auto synced = run(profile, {u"sync"_s});
                QVERIFY2(synced.status == 0, synced.err.constData());
                QCOMPARE(countsOf(profile), countsOf(undisturbed()));
            }
        }
        qInfo("%d kills, %d of them while the import ran, seed %d: 0 violations", kills, hits,
              seed);
        QVERIFY(hits > kills / 3);
    }

private:
    QString mesh() const { return m_dir.filePath(u"mesh"_s); }

    QString undisturbed() const { return m_dir.filePath(u"undisturbed"_s); }

    void addAccount(const QString &profile)
    {
        const auto added = run(
            profile,
            {u"accounts"_s, u"add"_s, u"files"_s, u"--name"_s, u"mesh"_s, u"--folder"_s, mesh()});
        QVERIFY2(added.status == 0, added.err.constData());
    }

    //! True when the process was still running when it was killed. One that ended before shortens
    //! the time in which the next moments lie, or a machine that grew faster would be hit too late.
    bool killOnce(const QString &profile, int afterMs)
    {
        QElapsedTimer timer;
        timer.start();
        QProcess process;
        process.start(QStringLiteral(PORTOLAN_CLI),
                      {u"--profile"_s, profile, u"sync"_s, u"--full"_s});
        const bool ended = process.waitForFinished(afterMs);
        if (ended)
            m_durationMs = std::min(m_durationMs, static_cast<int>(timer.elapsed()));
        process.kill();
        process.waitForFinished(10'000);
        return !ended;
    }

    QTemporaryDir m_dir;
    int m_durationMs = 0;
};

QTEST_GUILESS_MAIN(TestKilledImport)
#include "tst_killedimport.moc"
