// SPDX-License-Identifier: GPL-3.0-or-later
// Every string that a person reads is in the German file, translated, with the same placeholders.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QStringList translations; // several for plural forms
    bool unfinished = false;

    QString key() const { return context + u'|' + source + u'|' + comment; }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{context, {}, {}, {}, false};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source"_s) {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment"_s) {
            message.comment = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            message.unfinished = xml.attributes().value(u"type"_s) == u"unfinished"_s;
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement
                     && xml.name() == u"translation"_s)) {
                if (xml.isStartElement() && xml.name() == u"numerusform"_s)
                    message.translations.append(xml.readElementText());
                else if (xml.isCharacters())
                    text += xml.text();
            }
            if (message.translations.isEmpty())
                message.translations.append(text);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name"_s)
            context = xml.readElementText();
        else if (xml.name() == u"message"_s)
            messages.append(readMessage(xml, context));
    }
    return messages;
}

QSet<QString> placeholdersOf(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(?:\\d+|n)"_s);
    QSet<QString> found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

const QString sourceDir = QStringLiteral(PORTOLAN_SOURCE_DIR);

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        // What the sources say now, collected afresh.
        const auto fresh = m_dir.filePath(u"fresh.ts"_s);
        QProcess lupdate;
        lupdate.setWorkingDirectory(sourceDir);
        lupdate.start(QStringLiteral(PORTOLAN_LUPDATE),
                      {u"-silent"_s, u"-I"_s, u"."_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s,
                       u"-extensions"_s, u"h,cpp"_s, u"views"_s, u"models"_s, u"app"_s, u"-ts"_s,
                       fresh});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        m_fresh = messagesOf(fresh);
        m_german = messagesOf(sourceDir + u"/translations/portolan_de.ts"_s);
        QVERIFY(m_fresh.size() > 100);
    }

    void germanIsComplete()
    {
        QSet<QString> translated;
        for (const auto &message : std::as_const(m_german)) {
            if (!message.unfinished)
                translated.insert(message.key());
        }
        QStringList missing;
        for (const auto &message : std::as_const(m_fresh)) {
            if (!translated.contains(message.key()))
                missing.append(message.key());
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void placeholdersAreTheSame()
    {
        QStringList wrong;
        for (const auto &message : std::as_const(m_german)) {
            const auto wanted = placeholdersOf(message.source);
            for (const auto &translation : message.translations) {
                auto found = placeholdersOf(translation);
                // "one request" may leave the number out.
                if (message.translations.size() > 1 && wanted.contains(u"%n"_s))
                    found.insert(u"%n"_s);
                if (found != wanted && !message.unfinished)
                    wrong.append(message.source + u" -> "_s + translation);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void noTranslationIsEmpty()
    {
        QStringList empty;
        for (const auto &message : std::as_const(m_german)) {
            for (const auto &translation : message.translations) {
                if (translation.trimmed().isEmpty() && !message.unfinished)
                    empty.append(message.key());
            }
        }
        QVERIFY2(empty.isEmpty(), qPrintable(empty.join(u'\n')));
    }

private:
    QTemporaryDir m_dir;
    QList<Message> m_fresh;
    QList<Message> m_german;
};

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
