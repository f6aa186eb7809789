// SPDX-License-Identifier: GPL-3.0-or-later
// Our GraphQL documents against the vendor's schema, as it is and as it was in 1.0.0: one field
// that a server does not know fails a whole query.
#include "models/platforms/datahub/queries.h"
#include "tests/platforms/datahub/standin.h"
#include "tests/support/shared.h"

#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portolan;
using namespace portolan::platforms::datahub;

class TestDataHubQueries : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void documentsAreValid_data()
    {
        QTest::addColumn<QString>("version");
        QTest::newRow("newest") << QString();
        for (const auto *version : {"v1.0.0", "v1.1.0", "v1.2.0", "v1.3.0", "v1.4.0"})
            QTest::newRow(version) << QString::fromLatin1(version);
    }

    void documentsAreValid()
    {
        QFETCH(QString, version);
        if (const auto missing = tests::StandIn::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"%1 documents are not validated: %2"_s.arg(
                QString::number(allQueries.size()), missing)));
        QProcess node;
        node.setWorkingDirectory(tests::StandIn::folder());
        node.start(u"node"_s, {u"--input-type=module"_s, u"-e"_s, validator(version)});
        QByteArray documents;
        for (const auto &[name, document] : allQueries)
            documents += QByteArray(document) + '\n';
        node.write(documents);
        node.closeWriteChannel();
        QVERIFY(node.waitForFinished(60'000));
        QCOMPARE(QString::fromUtf8(node.readAllStandardError()), QString());
        QCOMPARE(QString::fromUtf8(node.readAllStandardOutput()).trimmed(),
                 u"%1 valid"_s.arg(allQueries.size()));
    }

    void theValidatorFindsWhatIsWrong()
    {
        if (const auto missing = tests::StandIn::missing(); !missing.isEmpty())
            QSKIP(qPrintable(u"1 case is left out: "_s + missing));
        QProcess node;
        node.setWorkingDirectory(tests::StandIn::folder());
        node.start(u"node"_s, {u"--input-type=module"_s, u"-e"_s, validator(u"v1.0.0"_s)});
        node.write("query Wrong { me { corpUser { urn noSuchField } } }\n");
        node.closeWriteChannel();
        QVERIFY(node.waitForFinished(60'000));
        QVERIFY(node.readAllStandardError().contains("noSuchField"));
    }

private:
    //! A program that validates one document a line by npm's graphql and the stand-in's schema.
    static QString validator(const QString &version)
    {
        return u"import { readFileSync } from 'node:fs';\n"
               "import { parse, validate } from 'graphql';\n"
               "import { loadSchema } from './lib/schema.mjs';\n"
               "const schema = loadSchema('../../specs/datahub/introspection.json',"
               " { version: %1, compatFile: '../../platforms/queries/COMPAT.txt' });\n"
               "let valid = 0;\n"
               "for (const line of readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {\n"
               "  const errors = validate(schema, parse(line));\n"
               "  for (const e of errors) console.error(e.message);\n"
               "  if (!errors.length) valid++;\n"
               "}\n"
               "console.log(`${valid} valid`);\n"_s.arg(
                   version.isEmpty() ? u"null"_s : QString(u'\'' + version + u'\''));
    }
};

QTEST_GUILESS_MAIN(TestDataHubQueries)
#include "tst_datahubqueries.moc"
