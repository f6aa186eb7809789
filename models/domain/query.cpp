// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/query.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::domain {
namespace {

struct Scanner
{
    const QString &text;
    qsizetype at = 0;

    bool atEnd() const { return at >= text.size(); }

    void skipSpace()
    {
        while (!atEnd() && text.at(at).isSpace())
            ++at;
    }

    //! Up to the next blank, or the closing quote; a missing one ends at the end of the text.
    QString value(bool &quoted)
    {
        quoted = !atEnd() && text.at(at) == u'"';
        QString out;
        if (!quoted) {
            while (!atEnd() && !text.at(at).isSpace())
                out += text.at(at++);
            return out;
        }
        for (++at; !atEnd(); ++at) {
            if (text.at(at) == u'\\' && at + 1 < text.size()) {
                out += text.at(++at);
            } else if (text.at(at) == u'"') {
                ++at;
                break;
            } else {
                out += text.at(at);
            }
        }
        return out;
    }
};

//! Length of a key at \a at including its colon, or 0 when what stands there is no key.
qsizetype keyLength(const QString &text, qsizetype at)
{
    auto end = at;
    while (end < text.size() && (text.at(end).isLetter() || text.at(end) == u'-'))
        ++end;
    if (end == at || end >= text.size() || text.at(end) != u':')
        return 0;
    return end - at + 1;
}

QueryToken nextToken(Scanner &scanner)
{
    QueryToken token{.from = scanner.at};
    const auto &text = scanner.text;
    auto keyAt = scanner.at;
    const bool minus = text.at(keyAt) == u'-';
    if (minus)
        ++keyAt;
    if (const auto length = keyLength(text, keyAt); length > 0) {
        token.key = text.mid(keyAt, length - 1).toLower();
        token.negated = minus;
        token.kind =
            queryKeys().contains(token.key) ? QueryToken::Kind::Filter : QueryToken::Kind::Unknown;
        scanner.at = keyAt + length;
    }
    token.value = scanner.value(token.quoted);
    token.to = scanner.at;
    return token;
}

} // namespace

QString Query::words() const
{
    QStringList list;
    for (const auto &token : tokens) {
        if (token.kind == QueryToken::Kind::Word)
            list.append(token.value);
        else if (token.kind == QueryToken::Kind::Unknown)
            list.append(text.mid(token.from, token.to - token.from));
    }
    return list.join(u' ');
}

QList<QueryToken> Query::filters() const
{
    QList<QueryToken> list;
    std::copy_if(tokens.begin(), tokens.end(), std::back_inserter(list), [](const auto &token) {
        return token.kind == QueryToken::Kind::Filter && !token.value.isEmpty();
    });
    return list;
}

Query parseQuery(const QString &text)
{
    Query query{.text = text};
    Scanner scanner{query.text};
    for (scanner.skipSpace(); !scanner.atEnd(); scanner.skipSpace())
        query.tokens.append(nextToken(scanner));
    return query;
}

QStringList queryKeys()
{
    return {u"kind"_s, u"type"_s,           u"domain"_s,   u"port"_s,    u"status"_s, u"owner"_s,
            u"tag"_s,  u"classification"_s, u"platform"_s, u"account"_s, u"slo"_s};
}

QString quotedValue(const QString &value)
{
    const bool plain = !value.isEmpty() && std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || c == u'"' || c == u'\\';
    });
    if (plain)
        return value;
    auto escaped = value;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' % escaped % u'"';
}

QString withFilter(const QString &text, const QString &key, const QString &value, bool on)
{
    const auto query = parseQuery(text);
    QStringList pieces;
    bool present = false;
    for (const auto &token : query.tokens) {
        const bool same = token.kind == QueryToken::Kind::Filter && !token.negated
            && token.key == key && token.value.compare(value, Qt::CaseInsensitive) == 0;
        present = present || same;
        if (!same || on)
            pieces.append(text.mid(token.from, token.to - token.from));
    }
    if (on && !present)
        pieces.append(key % u':' % quotedValue(value));
    return pieces.join(u' ');
}

} // namespace portolan::domain
