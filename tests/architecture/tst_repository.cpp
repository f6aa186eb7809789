// SPDX-License-Identifier: GPL-3.0-or-later
// The top level of the repository, the licence lines, and what the README promises.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QDir root(QStringLiteral(PORTOLAN_SOURCE_DIR));

QString textOf(const QString &name)
{
    QFile file(root.filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void theTopLevelHoldsWhatWasAgreed()
    {
        const QSet<QString> folders{u"app"_s,          u"views"_s,      u"models"_s, u"resources"_s,
                                    u"translations"_s, u"installers"_s, u"tests"_s};
        auto found = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        found.removeAll(u"build"_s);
        found.removeAll(u"dist"_s);
        QCOMPARE(QSet<QString>(found.begin(), found.end()), folders);
        for (const auto &file : {u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"dev"_s,
                                 u"README.md"_s, u"CONTRIBUTING.md"_s, u"DECISIONS.md"_s,
                                 u"CHANGELOG.md"_s, u"LICENSE"_s, u".ci/run"_s})
            QVERIFY2(root.exists(file), qPrintable(file));
    }

    void everySourceNamesItsLicence()
    {
        QStringList without;
        for (const auto &top : {u"app"_s, u"views"_s, u"models"_s, u"tests"_s}) {
            QDirIterator files(root.filePath(top),
                               {u"*.h"_s, u"*.cpp"_s, u"CMakeLists.txt"_s, u"*.sql"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (!file.readLine().contains("SPDX-License-Identifier: GPL-3.0-or-later"))
                    without.append(file.fileName());
            }
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
    }

    void theReadmeNamesTheTwoCommands()
    {
        const auto readme = textOf(u"README.md"_s);
        QVERIFY(readme.contains(u"./dev run"_s));
        QVERIFY(readme.contains(u"./dev test"_s));
        QVERIFY(textOf(u".ci/run"_s).contains(u"./dev test"_s));
        QVERIFY(textOf(u".ci/run"_s).contains(u"./dev lint"_s));
    }

    void everyPublicClassSaysWhatItPromises()
    {
        // A class or struct in a header stands behind a //! sentence.
        static const QRegularExpression type(u"^(class|struct) \\w+[^;]*$"_s);
        QStringList silent;
        QDirIterator headers(root.filePath(u"models"_s), {u"*.h"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (headers.hasNext()) {
            const auto name = root.relativeFilePath(headers.next());
            const auto lines = textOf(name).split(u'\n');
            for (qsizetype i = 1; i < lines.size(); ++i) {
                if (type.match(lines.at(i)).hasMatch()
                    && !lines.at(i - 1).trimmed().startsWith(u"//!"_s)
                    && !lines.at(i - 1).startsWith(u"template"_s))
                    silent.append(name + u':' + QString::number(i + 1) + u' ' + lines.at(i));
            }
        }
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    }
};

QTEST_APPLESS_MAIN(TestRepository)
#include "tst_repository.moc"
