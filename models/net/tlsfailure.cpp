// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/transfererror.h"

#include <curl/curl.h>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

// OpenSSL's X509_V_ERR_… as they are in its ABI; its headers would make it a dependency of its own.
constexpr long issuerUnknown = 20;
constexpr long leafUnverified = 21;
constexpr long noRevocations = 3;
constexpr long notYetValid = 9;
constexpr long expired = 10;
constexpr long revocationsNotYetValid = 11;
constexpr long revocationsExpired = 12;
constexpr long selfSignedLeaf = 18;
constexpr long selfSignedRoot = 19;
constexpr long revoked = 23;
constexpr long leafKeyTooSmall = 66;
constexpr long issuerKeyTooSmall = 67;
constexpr long digestTooWeak = 68;

constexpr qint64 tolerableOffsetMs = 5 * 60 * 1000;

QString span(qint64 ms)
{
    const auto minutes = std::llabs(ms) / 60'000;
    if (minutes < 120)
        return u"%1 minutes"_s.arg(minutes);
    return minutes < 48 * 60 ? u"%1 hours"_s.arg(minutes / 60) : u"%1 days"_s.arg(minutes / 1440);
}

//! A certificate that seems out of its time is fine when it is our clock that is wrong.
QString aboutTime(const TransferFacts &facts, const QString &certificate)
{
    if (facts.clockOffsetMs && std::llabs(*facts.clockOffsetMs) > tolerableOffsetMs)
        return u"this computer's clock is %1 %2, so no certificate can be judged; set the clock"_s
            .arg(span(*facts.clockOffsetMs), *facts.clockOffsetMs > 0 ? u"fast"_s : u"slow"_s);
    return u"the certificate of %1 %2; its operator has to renew it, unless this computer's clock "
           "(%3) is wrong"_s.arg(facts.host, certificate, facts.now.toString(Qt::ISODate));
}

QString unknownIssuer(const TransferFacts &facts)
{
    if (facts.hasOrganisationCa)
        return u"the certificate of %1 leads to no authority that is trusted here; its operator "
               "probably leaves out an intermediate certificate"_s.arg(facts.host);
    return u"the issuer of the certificate of %1 is not known here; add your organisation's "
           "authority to the account, or its operator leaves out an intermediate certificate"_s.arg(
               facts.host);
}

QString clientCertificateRefused(const TransferFacts &facts)
{
    return facts.hasClientCertificate
        ? u"%1 does not accept the account's client certificate; ask its operator for one"_s.arg(
            facts.host)
        : u"%1 wants a client certificate; add one to the account"_s.arg(facts.host);
}

QString clientCertificateOver(const TransferFacts &facts)
{
    return u"the account's client certificate has run out, or %1 takes it for one that has; ask "
           "its operator for a new one"_s.arg(facts.host);
}

QString unverified(const TransferFacts &facts)
{
    // curl says so, and has no result of its own, when the other side calls ours expired.
    if (facts.hasClientCertificate && facts.message.contains("certificate verification failed"))
        return clientCertificateOver(facts);
    // curl compares the names itself, after OpenSSL was content with the chain.
    if (facts.message.contains("target host name") || facts.message.contains("common name"))
        return u"the certificate is not for %1 but for another host; check the account's address"_s
            .arg(facts.host);
    switch (facts.verifyResult) {
    case notYetValid:
        return aboutTime(facts, u"is not valid yet"_s);
    case expired:
        return aboutTime(facts, u"has expired"_s);
    case selfSignedLeaf:
        return u"the certificate of %1 is signed by itself; its operator has to get one from an "
               "authority"_s.arg(facts.host);
    case selfSignedRoot:
        return u"the certificate of %1 is signed by an authority that is not trusted here; add "
               u"your "
               "organisation's authority to the account"_s.arg(facts.host);
    case issuerUnknown:
    case leafUnverified:
        return unknownIssuer(facts);
    case revoked:
        return u"the certificate of %1 has been revoked; ask its operator"_s.arg(facts.host);
    case noRevocations:
        return u"the file with the organisation's authority has lists of revoked certificates, but "
               "none of the issuer of the certificate of %1; add it there"_s.arg(facts.host);
    case revocationsNotYetValid:
    case revocationsExpired:
        return u"the list of revoked certificates in the file with the organisation's authority is "
               "out of date, so the certificate of %1 cannot be judged; get the new list"_s.arg(
                   facts.host);
    case leafKeyTooSmall:
    case issuerKeyTooSmall:
    case digestTooWeak:
        return u"the certificate of %1 is too weak to be trusted; its operator has to renew it"_s
            .arg(facts.host);
    default:
        return u"the certificate of %1 cannot be verified (%2); ask its operator"_s.arg(
            facts.host, QString::fromUtf8(facts.message));
    }
}

//! What only OpenSSL's reason tells: alerts of the other side, and versions.
std::optional<QString> fromReason(const TransferFacts &facts)
{
    const auto &text = facts.message;
    if (text.contains("alert certificate required") || text.contains("alert bad certificate")
        || text.contains("alert unknown ca") || text.contains("alert certificate unknown")
        || text.contains("alert certificate revoked")
        || text.contains("alert unsupported certificate") || text.contains("alert access denied"))
        return clientCertificateRefused(facts);
    if (text.contains("alert certificate expired"))
        return clientCertificateOver(facts);
    // TLS 1.2 has one alert for this and for having no cipher in common.
    if (text.contains("alert handshake failure"))
        return facts.hasClientCertificate
            ? clientCertificateRefused(facts)
            : QString(u"%1 refuses a secure connection; it may want a client certificate: add the "
                      "one you were given to the account"_s.arg(facts.host));
    if (text.contains("unsupported protocol") || text.contains("alert protocol version"))
        return u"%1 speaks no TLS 1.2 or later, which is too old to be safe; its operator has to "
               "update it"_s.arg(facts.host);
    if (text.contains("wrong version number") || text.contains("packet length too long")
        || text.contains("http request"))
        return u"%1 does not speak TLS on this port; check the port of the account's address"_s.arg(
            facts.host);
    if (text.contains("dh key too small") || text.contains("key too small"))
        return u"%1 uses keys that are too small to be safe; its operator has to update it"_s.arg(
            facts.host);
    // Once the connection stands, all else is a connection that broke, as is a sudden end.
    if (facts.code == CURLE_SSL_CONNECT_ERROR && text.contains("SSL routines")
        && !text.contains("unexpected eof"))
        return u"no secure connection to %1 (%2); ask its operator"_s.arg(facts.host,
                                                                          QString::fromUtf8(text));
    return std::nullopt;
}

} // namespace

std::optional<QString> tlsFailure(const TransferFacts &facts)
{
    switch (facts.code) {
    case CURLE_PEER_FAILED_VERIFICATION:
        return unverified(facts);
    case CURLE_SSL_CLIENTCERT:
        return clientCertificateRefused(facts);
    case CURLE_SSL_CERTPROBLEM:
        return u"the account's client certificate cannot be used; check its file, its key and the "
               "key's password"_s;
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
        return u"the file with the organisation's authority holds no certificate; choose another"_s;
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return u"%1 has another key than the one this installation expects; ask your "
               "administrator"_s.arg(facts.host);
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return u"no secure connection to %1 (%2); ask its operator"_s.arg(
            facts.host, QString::fromUtf8(facts.message));
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return fromReason(facts);
    default:
        return std::nullopt;
    }
}

} // namespace portolan::net
