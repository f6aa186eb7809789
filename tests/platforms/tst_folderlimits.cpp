// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that are damaged, hostile or huge: one finding each, and the good files arrive.
#include "models/formats/workspace/listing.h"
#include "tests/platforms/folderfixture.h"

#include <zlib.h>

#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using portolan::domain::Finding;
using portolan::tests::contractText;
using portolan::tests::findingOf;
using portolan::tests::FolderFixture;
using portolan::tests::manifestText;

namespace {

const QByteArray manifest = portolan::tests::seedManifestText();

QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream = {};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(bytes.size()))), '\0');
    auto source = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(source.data());
    stream.avail_in = uInt(source.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

//! What this process has read by now, as the kernel counts it.
qint64 bytesRead()
{
    QFile counters(u"/proc/self/io"_s);
    if (!counters.open(QIODevice::ReadOnly))
        return 0;
    const auto line = counters.readAll().split('\n').first(); // "rchar: 12345"
    return line.mid(line.indexOf(' ') + 1).toLongLong();
}

} // namespace

class TestFolderLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void aBadFileCostsOneFindingAndNothingElse_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("broken YAML") << u"bad.yaml"_s << QByteArray("kind: DataContract\nid: [\n");
        QTest::newRow("cut manifest") << u"manifest.json"_s << manifest.chopped(30);
        QTest::newRow("cut gzip") << u"manifest.json.gz"_s
                                  << gzipped(manifest.repeated(1)).chopped(12);
        auto bad = manifest;
        bad.replace("\"name\":\"ports\"", "\"name\":ports");
        QTest::newRow("bad node") << u"manifest.json"_s << bad;
    }

    void aBrokenNewerManifestLeavesTheOlderOne()
    {
        FolderFixture folder;
        folder.write(u"sub/manifest.json"_s, manifestText("id"));
        auto broken = manifestText("id");
        broken.replace("2026-", "2036-"); // newer, and cut off
        folder.write(u"manifest.json"_s, broken.chopped(30));
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QVERIFY(!folder.sink.records.isEmpty());
        QCOMPARE(pulled->findings.size(), 1);
        QCOMPARE(pulled->findings.first().file, u"manifest.json"_s);
        QVERIFY(pulled->findings.first().severity == portolan::domain::Finding::Severity::Error);
        QVERIFY(pulled->complete);
    }

    void aBadFileCostsOneFindingAndNothingElse()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        FolderFixture folder;
        folder.write(u"good.yaml"_s, contractText(u"good"_s, u"1.0.0"_s));
        folder.write(name, bytes);
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        // What a manifest told that is cut off now is not gone: dbt may be writing it.
        const bool cut = QByteArray(QTest::currentDataTag()).startsWith("cut");
        QCOMPARE(pulled->complete, !cut);
        QVERIFY(folder.sink.records.contains(u"good"_s));
        QCOMPARE(std::count_if(pulled->findings.begin(), pulled->findings.end(),
                               [&name](const auto &finding) { return finding.file == name; }),
                 1);
        for (const auto &finding : pulled->findings) {
            if (finding.file == name) {
                QVERIFY(finding.severity == Finding::Severity::Error);
                QVERIFY(!finding.message.isEmpty() && !finding.remedy.isEmpty());
            }
        }
    }

    void whatIsNothingOfOursIsIgnored()
    {
        FolderFixture folder;
        folder.write(u"good.yaml"_s, contractText(u"good"_s, u"1.0.0"_s));
        folder.write(u"package.json"_s, "{\"name\": \"x\", \"version\": \"1.0.0\"}");
        folder.write(u"broken.json"_s, "{\"name\": ");
        folder.write(u"deploy.yaml"_s, "apiVersion: v1\nkind: Service\nmetadata: {name: [x}\n");
        folder.write(u"list.json"_s, "[1, 2, 3]");
        folder.write(u"notes.md"_s, "kind: DataContract is a word of [the standard\n");
        folder.write(u"picture.png"_s, QByteArray("\x89PNG\0\0\0", 7));
        folder.write(u"empty.yaml"_s, {});
        folder.write(u".git/config.yaml"_s, contractText(u"git"_s, u"1"_s));
        folder.write(u"node_modules/x/a.yaml"_s, contractText(u"module"_s, u"1"_s));
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        for (const auto &finding : pulled->findings)
            QCOMPARE(finding.file, u"good.yaml"_s);
        QVERIFY(!folder.sink.records.contains(u"git"_s));
        QVERIFY(!folder.sink.records.contains(u"module"_s));
    }

    void contentCountsNotTheName()
    {
        FolderFixture folder;
        folder.write(u"artifact"_s, manifest);
        folder.write(u"packed.bin"_s, gzipped(contractText(u"a"_s, u"1.0.0"_s)));
        folder.write(u"contract.txt"_s, contractText(u"b"_s, u"1.0.0"_s));
        QVERIFY(folder.pull().has_value());
        QVERIFY(folder.sink.records.contains(u"seed.shop.ports"_s));
        QVERIFY(folder.sink.records.contains(u"a"_s));
        QVERIFY(folder.sink.records.contains(u"b"_s));
    }

    void packedArtifactsAreRead()
    {
        FolderFixture folder;
        folder.write(u"manifest.json.gz"_s, gzipped(manifest));
        QVERIFY(folder.pull().has_value());
        QVERIFY(folder.sink.records.contains(u"seed.shop.ports"_s));
    }

    void aHugeArtifactIsRefusedAtOnce()
    {
        FolderFixture folder;
        folder.write(u"good.yaml"_s, contractText(u"good"_s, u"1.0.0"_s));
        folder.write(u"manifest.json"_s, manifest);
        QVERIFY(QFile::resize(folder.path(u"manifest.json"_s), qint64(513) * 1024 * 1024));
        const auto before = bytesRead();
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QVERIFY(findingOf(pulled->findings, u"files.too-large"_s, u"manifest.json"_s).severity
                == Finding::Severity::Error);
        QVERIFY(folder.sink.records.contains(u"good"_s));
        QVERIFY(!findingOf(pulled->findings, u"files.too-large"_s).message.isEmpty());
        QVERIFY2(bytesRead() - before < 16'000'000, "a file that is refused is not read");
    }

    void aBombIsNotUnpackedBeyondTheLimit()
    {
        // Members follow each other, so that a small file promises a gigabyte.
        FolderFixture folder;
        const auto member = gzipped(QByteArray(64 * 1024 * 1024, ' '));
        folder.write(u"bomb.json.gz"_s, gzipped("{\"a\":") + member.repeated(16));
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QVERIFY(folder.sink.records.isEmpty());
        QCOMPARE(findingOf(pulled->findings, u"files.too-large"_s).file, u"bomb.json.gz"_s);
    }

    void aLargeYamlIsRefused()
    {
        FolderFixture folder;
        auto text = contractText(u"big"_s, u"1.0.0"_s);
        text += "# " + QByteArray(17 * 1024 * 1024, 'x') + '\n';
        folder.write(u"big.yaml"_s, text);
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QVERIFY(folder.sink.records.isEmpty());
        QCOMPARE(pulled->findings.size(), 1);
        QCOMPARE(pulled->findings.first().file, u"big.yaml"_s);
        QCOMPARE(pulled->findings.first().rule, u"files.too-large"_s);
        QVERIFY(pulled->findings.first().message.contains(u"16 MB"_s));
        QVERIFY(pulled->findings.first().remedy.contains(u"Split"_s));
    }

    void linksOutAndSpecialFilesAreNotFollowed()
    {
        QTemporaryDir outside;
        QFile secret(outside.filePath(u"secret.yaml"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write(contractText(u"secret"_s, u"1.0.0"_s));
        secret.close();
        FolderFixture folder;
        folder.write(u"real/a.yaml"_s, contractText(u"a"_s, u"1.0.0"_s));
        QVERIFY(QFile::link(secret.fileName(), folder.path(u"link.yaml"_s)));
        QVERIFY(QFile::link(outside.path(), folder.path(u"linked"_s)));
        QVERIFY(QFile::link(folder.path(), folder.path(u"real/circle"_s)));
        QVERIFY(QFile::link(folder.path(u"real/a.yaml"_s), folder.path(u"inside.yaml"_s)));
        QVERIFY(QFile::link(u"/nowhere"_s, folder.path(u"broken.yaml"_s)));
        QCOMPARE(mkfifo(QFile::encodeName(folder.path(u"pipe.yaml"_s)).constData(), 0600), 0);
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QVERIFY(folder.sink.records.contains(u"a"_s));
        QVERIFY(!folder.sink.records.contains(u"secret"_s));
        QCOMPARE(findingOf(pulled->findings, u"files.link"_s, u"link.yaml"_s).rule,
                 u"files.link"_s);
        QCOMPARE(findingOf(pulled->findings, u"files.repeated-id"_s).rule, QString());
    }

    void anUnreadableFileIsAFinding()
    {
        if (geteuid() == 0)
            QSKIP("root reads everything: 1 case left out");
        FolderFixture folder;
        folder.write(u"closed.yaml"_s, contractText(u"closed"_s, u"1.0.0"_s));
        QFile::setPermissions(folder.path(u"closed.yaml"_s), {});
        const auto pulled = folder.pull();
        QVERIFY(pulled.has_value());
        QCOMPARE(findingOf(pulled->findings, u"files.unreadable"_s).file, u"closed.yaml"_s);
        QVERIFY(!pulled->complete); // what is in it is not gone
    }

    void filesAndDepthAreCapped()
    {
        using namespace portolan::formats::workspace;
        FolderFixture folder;
        for (int i = 0; i < 30; ++i)
            folder.write(u"%1.yaml"_s.arg(i), "x");
        folder.write(u"a/b/c/d/e.yaml"_s, "x");
        const auto never = [] { return false; };
        const auto few = listFolder(folder.path(), never, {.files = 10, .depth = 40});
        QVERIFY(few.has_value());
        QCOMPARE(few->files.size(), 10);
        QVERIFY(!few->whole);
        QCOMPARE(findingOf(few->findings, u"files.too-many"_s).rule, u"files.too-many"_s);
        const auto flat = listFolder(folder.path(), never, {.files = 1000, .depth = 2});
        QVERIFY(flat.has_value());
        QCOMPARE(flat->files.size(), 30);
        QCOMPARE(findingOf(flat->findings, u"files.too-deep"_s).file, u"a/b/c"_s);
    }
};

QTEST_GUILESS_MAIN(TestFolderLimits)
#include "tst_folderlimits.moc"
