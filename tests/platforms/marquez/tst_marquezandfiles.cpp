// SPDX-License-Identifier: GPL-3.0-or-later
// One mesh read in two ways, from a server that collected its events and from a file of them: both
// have to say the same.
#include "models/platforms/files/filesplatform.h"
#include "tests/platforms/marquez/marquezbench.h"
#include "tests/support/shared.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::tests;

namespace {

//! What the platform of folders makes of \a lines.
Catalogue fromFiles(const QByteArrayList &lines, const Clock &clock)
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"events.ndjson"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no temporary file");
    file.write(lines.join('\n') + '\n');
    file.close();
    platforms::AccountSettings settings;
    settings.folder = dir.path();
    Catalogue catalogue;
    auto session = platforms::files::create()->open(settings, clock);
    if (!session || !(*session)->pull({}, true, catalogue))
        qFatal("the folder cannot be read");
    for (const auto &record : std::as_const(catalogue.records))
        catalogue.lineage.insert(record.nativeId, record.lineage);
    return catalogue;
}

QStringList without(const QStringList &lines, const QStringList &others)
{
    const QSet<QString> all(others.begin(), others.end());
    QStringList rest;
    for (const auto &line : lines) {
        if (!all.contains(line))
            rest.append(line);
    }
    return rest;
}

//! What the two say about datasets that both know.
QStringList words(const domain::Record &record)
{
    QStringList words{record.type,
                      record.name,
                      record.description,
                      record.datasetKey,
                      record.ownerName,
                      record.sameAs,
                      QString::number(record.popularity)};
    for (const auto &field : record.fields)
        words.append(field.path % u':' % field.type % u':' % field.description);
    return words;
}

bool isRunEvent(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object().contains(u"run"_s);
}

} // namespace

class TestMarquezAndFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void bothSayTheSame_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("food_delivery") << u"marquez-food_delivery.ndjson"_s;
        QTest::newRow("openlineage") << u"openlineage-valid.ndjson"_s;
    }

    void bothSayTheSame()
    {
        if (const auto why = LiveServer::whyNot(); !why.isEmpty())
            QSKIP(qPrintable(u"0 of 2 meshes: "_s + why));
        QFETCH(QString, name);
        LiveServer server;
        QByteArrayList taken; // what the server accepts, and gives back
        const auto lines = bytesOf(sharedDir() + u"/samples/derived/"_s + name).split('\n');
        for (const auto &line : lines) {
            if (line.trimmed().isEmpty())
                continue;
            const auto status = server.ask(net::HttpMethod::Post, u"/api/v1/lineage"_s, line);
            if (status == 201 && isRunEvent(line))
                taken.append(line);
        }
        WallClock clock;
        Catalogue marquez;
        const auto session = server.session(clock);
        const auto pulled = marquez.pull(*session);
        QVERIFY2(pulled.has_value(), pulled ? "" : qPrintable(pulled.error().detail));
        const auto files = fromFiles(taken, clock);

        const auto more = without(marquez.edges(), files.edges());
        const auto fewer = without(files.edges(), marquez.edges());
        qInfo(
            "%s: %d edges of files, %d of Marquez, %d of them of files alone, %d of Marquez alone",
            qPrintable(name), int(files.edges().size()), int(marquez.edges().size()),
            int(fewer.size()), int(more.size()));
        QVERIFY2(fewer.isEmpty(),
                 qPrintable(u"files alone:\n"_s + fewer.join(u"\n"_s) + u"\nMarquez alone:\n"_s
                            + more.join(u"\n"_s)));
        // Of jobs that were declared and never ran the feed has no event; their list has.
        for (const auto &line : more)
            QVERIFY2(line.endsWith(u" design"_s), qPrintable(line));
        QVERIFY(files.edges().size() >= 20);

        int compared = 0;
        for (const auto &record : files.records) {
            if (record.kind == domain::EntityKind::Check) {
                QVERIFY2(marquez.records.contains(record.nativeId), qPrintable(record.nativeId));
                continue;
            }
            if (!marquez.records.contains(record.nativeId) || record.fields.isEmpty())
                continue;
            const auto other = marquez.record(record.nativeId);
            if (other.fields.isEmpty())
                continue; // no run has written it: Marquez shows no columns of such
            QCOMPARE(other.datasetKey, record.datasetKey);
            QCOMPARE(other.type, record.type);
            QCOMPARE(other.sameAs, record.sameAs);
            ++compared;
            if (name.contains(u"food"_s))
                QCOMPARE(words(other), words(record));
        }
        qInfo("%d datasets compared", compared);
        QVERIFY(compared >= 5);
        const auto runs = [](const domain::Evidence &evidence) {
            QSet<QString> told;
            for (const auto &run : evidence.runs) {
                if (!run.check.endsWith(u"/run"_s))
                    told.insert(run.check % u' ' % run.at.toString(Qt::ISODateWithMs) % u' '
                                % run.runId % u' ' % domain::statusWord(run.status));
            }
            for (const auto &update : evidence.updates)
                told.insert(update.asset % u' ' % update.at.toString(Qt::ISODateWithMs));
            return told;
        };
        QCOMPARE(runs(marquez.evidence), runs(files.evidence));
    }
};

QTEST_GUILESS_MAIN(TestMarquezAndFiles)
#include "tst_marquezandfiles.moc"
