// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/memberreader.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::document {
namespace {

using Severity = domain::Finding::Severity;

QString keyText(std::string_view key)
{
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

//! What stands at \a node, short enough for a sentence.
QString shown(const Node &node)
{
    constexpr qsizetype most = 40;
    if (node.isMapping())
        return u"a mapping"_s;
    if (node.isSequence())
        return u"a list"_s;
    const auto text = node.text().simplified();
    return u'"' % (text.size() > most ? QString(text.left(most) % u'…') : text) % u'"';
}

} // namespace

QString memberPath(const QString &path, std::string_view key)
{
    return path.isEmpty() ? keyText(key) : QString(path % u'.' % keyText(key));
}

MemberReader::MemberReader(QString file, QString prefix)
    : m_file(std::move(file))
    , m_prefix(std::move(prefix))
{
}

void MemberReader::report(const Node &at, Severity severity, const QString &rule,
                          const QString &field, const std::pair<QString, QString> &messageAndRemedy)
{
    m_hasErrors = m_hasErrors || severity == Severity::Error;
    // More would only repeat what is wrong.
    constexpr qsizetype most = 200;
    if (findings.size() < most)
        findings.append({.file = m_file,
                         .line = at.line(),
                         .column = at.column(),
                         .severity = severity,
                         .rule = m_prefix % u'.' % rule,
                         .field = field,
                         .message = messageAndRemedy.first,
                         .remedy = messageAndRemedy.second});
}

void MemberReader::refuse(const Node &at, const QString &rule, const QString &field,
                          const QString &message, const QString &remedy)
{
    report(at, Severity::Error, rule, field, {message, remedy});
}

Node MemberReader::scalar(const Node &parent, std::string_view key, const QString &path,
                          Presence presence)
{
    const auto value = parent[key];
    const auto field = memberPath(path, key);
    if (value.isScalar() && !value.isNull() && !value.utf8().empty())
        return value;
    if (value.exists() && !value.isScalar())
        refuse(value, u"text"_s, field,
               u"`%1` must be a text and is %2"_s.arg(keyText(key), shown(value)),
               u"Write one text"_s);
    else if (presence == Presence::Required)
        refuse(value.exists() ? value : parent, u"required"_s, field,
               u"`%1` is missing"_s.arg(keyText(key)), u"Write it"_s);
    return {};
}

QString MemberReader::text(const Node &parent, std::string_view key, const QString &path,
                           Presence presence)
{
    return scalar(parent, key, path, presence).text();
}

QStringList MemberReader::texts(const Node &parent, std::string_view key, const QString &path)
{
    const auto list = parent[key];
    const auto field = memberPath(path, key);
    if (list.isScalar())
        return list.isNull() ? QStringList() : QStringList{list.text()};
    if (list.isMapping())
        refuse(list, u"list"_s, field,
               u"`%1` must be a list of texts and is a mapping"_s.arg(keyText(key)),
               u"Write each behind a dash"_s);
    QStringList found;
    auto index = 0;
    for (const auto item : list.isSequence() ? list : Node()) {
        if (item.isScalar() && !item.isNull())
            found.append(item.text());
        else
            refuse(item, u"text"_s, u"%1[%2]"_s.arg(field).arg(index),
                   u"This must be a text and is %1"_s.arg(shown(item)), u"Write one text"_s);
        ++index;
    }
    return found;
}

std::optional<int> MemberReader::whole(const Node &parent, std::string_view key,
                                       const QString &path, int least)
{
    const auto value = scalar(parent, key, path, Presence::Optional);
    if (!value.exists())
        return {};
    auto ok = false;
    const auto number = value.text().toInt(&ok);
    if (ok && number >= least)
        return number;
    refuse(value, u"number"_s, memberPath(path, key),
           u"`%1` must be a whole number from %2 on and is %3"_s.arg(keyText(key))
               .arg(least)
               .arg(shown(value)),
           u"Write such a number"_s);
    return {};
}

std::optional<double> MemberReader::share(const Node &parent, std::string_view key,
                                          const QString &path)
{
    const auto value = scalar(parent, key, path, Presence::Optional);
    if (!value.exists())
        return {};
    auto ok = false;
    const auto number = value.text().toDouble(&ok);
    if (ok && number >= 0 && number <= 1)
        return number;
    refuse(value, u"number"_s, memberPath(path, key),
           u"`%1` must be a number from 0 to 1 and is %2"_s.arg(keyText(key), shown(value)),
           u"Write such a number, 0.8 for four of five"_s);
    return {};
}

std::optional<bool> MemberReader::flag(const Node &parent, std::string_view key,
                                       const QString &path)
{
    const auto value = scalar(parent, key, path, Presence::Optional);
    if (!value.exists())
        return {};
    if (value.isBool())
        return value.isTrue();
    refuse(value, u"flag"_s, memberPath(path, key),
           u"`%1` must be true or false and is %2"_s.arg(keyText(key), shown(value)),
           u"Write true or false"_s);
    return {};
}

QUuid MemberReader::uuid(const Node &parent, std::string_view key, const QString &path,
                         Presence presence)
{
    const auto value = scalar(parent, key, path, presence);
    if (!value.exists())
        return {};
    constexpr qsizetype size = 36;
    const auto text = value.text();
    if (const QUuid id(text); !id.isNull() && text.size() == size)
        return id;
    refuse(value, u"uuid"_s, memberPath(path, key),
           u"`%1` must be a UUID and is %2"_s.arg(keyText(key), shown(value)),
           u"Write a UUID of 36 characters"_s);
    return {};
}

QDate MemberReader::date(const Node &parent, std::string_view key, const QString &path)
{
    const auto value = scalar(parent, key, path, Presence::Optional);
    if (!value.exists())
        return {};
    if (const auto date = QDate::fromString(value.text(), u"yyyy-MM-dd"_s); date.isValid())
        return date;
    refuse(value, u"date"_s, memberPath(path, key),
           u"`%1` must be a day and is %2"_s.arg(keyText(key), shown(value)),
           u"Write it as 2026-01-31"_s);
    return {};
}

QDateTime MemberReader::instant(const Node &parent, std::string_view key, const QString &path)
{
    const auto value = scalar(parent, key, path, Presence::Required);
    if (!value.exists())
        return {};
    const auto time = QDateTime::fromString(value.text(), Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() != Qt::LocalTime)
        return time.toUTC();
    refuse(value, u"time"_s, memberPath(path, key),
           u"`%1` must be a time with its zone and is %2"_s.arg(keyText(key), shown(value)),
           u"Write it as 2026-01-31T09:30:00.000Z"_s);
    return {};
}

QList<Node> MemberReader::mappings(const Node &parent, std::string_view key, const QString &path)
{
    const auto list = parent[key];
    const auto field = memberPath(path, key);
    if (list.exists() && !list.isSequence() && !list.isNull())
        refuse(list, u"list"_s, field,
               u"`%1` must be a list and is %2"_s.arg(keyText(key), shown(list)),
               u"Write each behind a dash"_s);
    QList<Node> found;
    auto index = 0;
    for (const auto item : list.isSequence() ? list : Node()) {
        if (item.isMapping())
            found.append(item);
        else
            refuse(item, u"mapping"_s, u"%1[%2]"_s.arg(field).arg(index),
                   u"This must be a mapping and is %1"_s.arg(shown(item)),
                   u"Write members as \"key: value\""_s);
        ++index;
    }
    return found;
}

Node MemberReader::mapping(const Node &parent, std::string_view key, const QString &path,
                           Presence presence)
{
    const auto value = parent[key];
    if (value.isMapping())
        return value;
    const auto isAbsent = !value.exists() || value.isNull();
    if (!isAbsent || presence == Presence::Required)
        refuse(value.exists() ? value : parent, isAbsent ? u"required"_s : u"mapping"_s,
               memberPath(path, key),
               isAbsent ? u"`%1` is missing"_s.arg(keyText(key))
                        : u"`%1` must be a mapping and is %2"_s.arg(keyText(key), shown(value)),
               u"Write its members as \"key: value\""_s);
    return {};
}

void MemberReader::noteUnknown(const Node &mapping, std::span<const std::string_view> known,
                               const QString &path)
{
    for (const auto value : mapping) {
        const auto key = value.key();
        if (!key.isScalar() || std::find(known.begin(), known.end(), key.utf8()) != known.end())
            continue;
        report(key, Severity::Warning, u"unknown-key"_s, memberPath(path, key.utf8()),
               {u"`%1` means nothing here"_s.arg(key.text().simplified().left(40)),
                u"Remove it, or correct how it is written"_s});
    }
}

} // namespace portolan::formats::document
