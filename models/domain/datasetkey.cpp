// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/datasetkey.h"

#include <QHash>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

QChar closingQuote(QChar opening)
{
    switch (opening.unicode()) {
    case u'"':
    case u'`':
        return opening;
    case u'[':
        return u']';
    default:
        return {};
    }
}

//! A quoted name that starts at \a at; leaves \a at behind the closing quote.
NamePart quotedPart(const QString &text, qsizetype &at)
{
    const auto closing = closingQuote(text.at(at));
    NamePart part{.text = {}, .quoted = true};
    for (++at; at < text.size(); ++at) {
        if (text.at(at) == closing) {
            if (at + 1 >= text.size() || text.at(at + 1) != closing)
                break;
            ++at;
        }
        part.text += text.at(at);
    }
    while (at < text.size() && text.at(at) != u'.')
        ++at;
    return part;
}

//! What the platform itself makes of the part. Unquoted names are folded by every platform; a
//! quoted one is only kept where its case differs from what folding gives.
QString folded(const QString &platform, const NamePart &part)
{
    const auto lower = part.text.toLower();
    if (!part.quoted)
        return lower;
    if (platform == u"postgres")
        return part.text;
    if (platform == u"snowflake" || platform == u"oracle")
        return part.text == part.text.toUpper() ? lower : part.text;
    return lower;
}

//! DuckDB names a database after its file.
QString databaseOfFile(const QString &path)
{
    auto name = path.mid(path.lastIndexOf(u'/') + 1);
    for (const auto &suffix : {u".duckdb"_s, u".ddb"_s, u".db"_s}) {
        if (name.endsWith(suffix, Qt::CaseInsensitive) && name.size() > suffix.size())
            return name.chopped(suffix.size());
    }
    return name;
}

} // namespace

QList<NamePart> namePartsOf(const QString &sqlName)
{
    QList<NamePart> parts;
    const auto text = sqlName.trimmed();
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!closingQuote(text.at(at)).isNull()) {
            parts.append(quotedPart(text, at));
            continue;
        }
        const auto dot = text.indexOf(u'.', at);
        const auto end = dot < 0 ? text.size() : dot;
        parts.append({.text = text.mid(at, end - at).trimmed(), .quoted = false});
        at = end;
    }
    return parts;
}

QString platformWord(const QString &word)
{
    static const QHash<QString, QString> words{
        {u"postgresql"_s, u"postgres"_s}, {u"cloudsql"_s, u"postgres"_s},
        {u"mssql"_s, u"sqlserver"_s},     {u"fabric"_s, u"sqlserver"_s},
        {u"synapse"_s, u"sqlserver"_s},   {u"spark"_s, u"databricks"_s},
        {u"bq"_s, u"bigquery"_s},         {u"gcs"_s, u"gs"_s},
    };
    const auto lower = word.trimmed().toLower();
    return words.value(lower, lower);
}

QString datasetKey(const QString &platform, const QString &instance, const QList<NamePart> &parts)
{
    const auto word = platformWord(platform);
    if (word.isEmpty() || parts.isEmpty() || parts.last().text.trimmed().isEmpty())
        return {};
    QStringList names;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        auto part = parts.at(i);
        if (part.text.trimmed().isEmpty())
            continue;
        if (word == u"duckdb" && i == 0 && parts.size() > 2)
            part.text = databaseOfFile(part.text);
        names.append(folded(word, part));
    }
    return word % u':' % instance.trimmed().toLower() % u':' % names.join(u'.');
}

} // namespace portolan::domain
