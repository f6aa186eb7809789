// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/redaction.h"

#include <QDir>
#include <QRegularExpression>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan {

QString redacted(QString text)
{
    static const auto insensitive = QRegularExpression::CaseInsensitiveOption;
    static const std::pair<QRegularExpression, QString> rules[] = {
        // Authorization and cookies to the end of the line: each scheme has its own form.
        {QRegularExpression(u"((?:authorization|(?:set-)?cookie)\\\\*[\"']?\\s*[:=])[^\\n]*"_s,
                            insensitive),
         u"\\1 …"_s},
        // Bearer …, without the header.
        {QRegularExpression(u"\\b(bearer|basic|negotiate)\\s+[^\\s\"',;]+"_s, insensitive),
         u"\\1 …"_s},
        {QRegularExpression(u"-----BEGIN [^-]*PRIVATE KEY-----.*?(?:-----END [^-]*-----|$)"_s,
                            insensitive | QRegularExpression::DotMatchesEverythingOption),
         u"…"_s},
        // x-api-key: …, "client_secret": "…", refresh_token=…, and all of it once more in a string,
        // where the quotes are \" and those inside of them \\\". Nothing is tried twice: a search
        // that gives up on a long one would leave it where it is.
        {QRegularExpression(
             u"((?<![\\w-])[\\w-]*(?:token|secret|passw(?:or)?d|passphrase|api-?key|credential|"
             "code_verifier|client_assertion)[\\w-]*\\\\*[\"']?\\s*[:=]\\s*)"
             "(?:(\\\\+)\"(?:(?!(?<!\\\\)\\2\").)*+(?:\\2\")?|\"(?:\\\\.|[^\"\\\\\\n]++)*+\"?|"
             "'[^'\\n]*'|[^\\s,;&\"']+)"_s,
             insensitive),
         u"\\1…"_s},
        // What a browser brings back, or a signed address has, also in a body.
        {QRegularExpression(
             u"\\b((?:code|sig|signature|pwd|jwt|session_?id|assertion)=)[^\\s&\"',;]{6,}"_s,
             insensitive),
         u"\\1…"_s},
        // JSON Web Tokens, wherever they stand.
        {QRegularExpression(u"\\beyJ[\\w-]{8,}(?:\\.[\\w-]*)*"_s), u"…"_s},
        // https://user:word@host/path?query
        {QRegularExpression(u"(\\b[a-z][a-z0-9+.-]*://)[^\\s/\"']+@"_s, insensitive), u"\\1"_s},
        {QRegularExpression(u"(\\b[a-z][a-z0-9+.-]*://[^\\s?\"'#]+)[?#][^\\s\"']*"_s, insensitive),
         u"\\1?…"_s},
        // GET /path?query
        {QRegularExpression(u"((?:^|[\\s\"'(])/[^\\s?\"'#]*)\\?[^\\s\"']+"_s), u"\\1?…"_s},
    };
    for (const auto &[pattern, with] : rules)
        text.replace(pattern, with);
    if (const auto home = QDir::homePath(); home.size() > 1)
        text.replace(home, u"~"_s);
    return text;
}

} // namespace portolan
