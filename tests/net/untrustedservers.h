// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/net/authority.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace portolan::tests {

//! A server that is not to be talked to, and the words of the message that belong to it alone.
struct UntrustedServer
{
    const char *name;
    QString certificate;
    QStringList arguments; //!< of openssl s_server
    QString says;
};

//! The six kinds of them, with certificates that are made in \a files; "root" is the authority that
//! accounts trust.
inline QList<UntrustedServer> untrustedServers(Authority &files)
{
    using namespace Qt::Literals::StringLiterals;
    files.issue(u"root"_s, {.authority = true});
    files.issue(u"middle"_s, {.issuer = u"root"_s, .authority = true});
    files.issue(u"good"_s, {.issuer = u"root"_s});
    files.issue(u"expired"_s, {.issuer = u"root"_s, .fromDays = -9, .toDays = -2});
    files.issue(u"elsewhere"_s, {.issuer = u"root"_s, .host = u"elsewhere.example"_s});
    files.issue(u"alone"_s, {});
    files.issue(u"leaf"_s, {.issuer = u"middle"_s});
    return {
        {"expired", u"expired"_s, {}, u"has expired"_s},
        {"self-signed", u"alone"_s, {}, u"signed by itself"_s},
        {"wrong host", u"elsewhere"_s, {}, u"not for localhost"_s},
        {"TLS 1.1",
         u"good"_s,
         {u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s},
         u"speaks no TLS 1.2"_s},
        {"missing intermediate", u"leaf"_s, {}, u"leaves out an intermediate"_s},
        {"mTLS absent",
         u"good"_s,
         {u"-Verify"_s, u"2"_s, u"-verify_return_error"_s, u"-CAfile"_s, files.file(u"root.crt"_s)},
         u"wants a client certificate"_s}};
}

} // namespace portolan::tests
