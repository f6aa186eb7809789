// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/curlprofile.h"

#include <curl/curl.h>

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

//! Sets options and remembers whether curl refused one: a build without one of the safety options
//! must not go on without it.
class Options
{
public:
    explicit Options(CURL *easy)
        : m_easy(easy)
    {
    }

    template <typename Value>
    void set(CURLoption option, Value value)
    {
        if (const auto code = curl_easy_setopt(m_easy, option, value); code != CURLE_OK)
            m_failed = true;
    }

    //! A file or text that a person chose; nothing when it is empty.
    void setChosen(CURLoption option, const QByteArray &value)
    {
        if (!value.isEmpty())
            set(option, value.constData());
    }

    void setSecret(CURLoption option, const Secret &secret)
    {
        if (!secret.isEmpty())
            set(option, secret.reveal().data());
    }

    bool failed() const { return m_failed; }

private:
    CURL *m_easy;
    bool m_failed = false;
};

//! What never depends on the request.
void setSafety(Options &options)
{
    options.set(CURLOPT_REDIR_PROTOCOLS_STR, "https");
    options.set(CURLOPT_FOLLOWLOCATION, 0L);
    options.set(CURLOPT_MAXREDIRS, 3L);
    options.set(CURLOPT_UNRESTRICTED_AUTH, 0L);
    options.set(CURLOPT_NETRC, long{CURL_NETRC_IGNORED});
    options.set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    options.set(CURLOPT_PROXY_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    options.set(CURLOPT_SSL_VERIFYPEER, 1L);
    options.set(CURLOPT_SSL_VERIFYHOST, 2L);
    options.set(CURLOPT_PROXY_SSL_VERIFYPEER, 1L);
    options.set(CURLOPT_PROXY_SSL_VERIFYHOST, 2L);
    options.set(CURLOPT_NOSIGNAL, 1L);
    // More decoders are more ways to be attacked; gzip is what platforms send (ruling 32).
    options.set(CURLOPT_ACCEPT_ENCODING, "gzip");
    options.set(CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_2TLS});
    options.set(CURLOPT_MAXLIFETIME_CONN, 3600L);
    options.set(CURLOPT_TCP_KEEPALIVE, 1L);
    options.set(CURLOPT_HTTP09_ALLOWED, 0L);
    options.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
}

void setLimits(Options &options, const HttpRequest &request, const TransferLimits &limits)
{
    const bool api = request.timeout == TimeoutClass::Api;
    options.set(CURLOPT_TIMEOUT_MS, api ? limits.apiMs : limits.snapshotMs);
    options.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectMs);
    options.set(CURLOPT_LOW_SPEED_LIMIT, limits.slowBytesPerSecond);
    options.set(CURLOPT_LOW_SPEED_TIME, limits.slowSeconds);
    // Counts encoded bytes, and only where a length is announced: the reader's cap is the real one.
    options.set(CURLOPT_MAXFILESIZE_LARGE, curl_off_t{request.mostBytes});
}

void setMethod(Options &options, const HttpRequest &request)
{
    const bool hasBody = !request.body.isEmpty() || request.method == HttpMethod::Post
        || request.method == HttpMethod::Put || request.method == HttpMethod::Patch;
    if (request.method == HttpMethod::Head) {
        options.set(CURLOPT_NOBODY, 1L);
    } else if (request.method != HttpMethod::Get || hasBody) {
        options.set(CURLOPT_CUSTOMREQUEST, methodName(request.method).constData());
    }
    if (hasBody) {
        options.set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t{request.body.size()});
        options.set(CURLOPT_POSTFIELDS, request.body.constData());
    }
}

void setCredential(Options &options, const Credential &credential)
{
    if (credential.scheme == Credential::Scheme::Bearer) {
        options.set(CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
        options.setSecret(CURLOPT_XOAUTH2_BEARER, credential.secret);
    } else if (credential.scheme == Credential::Scheme::Basic) {
        options.set(CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
        options.set(CURLOPT_USERNAME, credential.name.constData());
        options.set(CURLOPT_PASSWORD, credential.secret.reveal().data());
    }
}

Result<void> setProxy(Options &options, const Proxy &proxy)
{
    if (proxy.variable.isEmpty() && proxy.address.contains('@'))
        return failure(Error::Kind::Usage,
                       u"the proxy's address holds a user name or password; they have fields of "
                       "their own"_s);
    // Also where there is none: curl asks the environment no more, and what an error says of the
    // proxy is what was done.
    options.set(CURLOPT_PROXY, proxy.address.constData());
    options.set(CURLOPT_NOPROXY, "");
    return {};
}

//! Whether lists of revoked certificates stand in \a file, beside those of authorities.
bool hasRevocations(const QString &path)
{
    constexpr qint64 mostRead = 16 << 20;
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly)
        && file.read(mostRead).contains("-----BEGIN X509 CRL-----");
}

Result<void> setTrust(Options &options, const ConnectionSettings &connection)
{
    for (const auto &file :
         {connection.organisationCa, connection.clientCertificate, connection.clientKey}) {
        if (!file.isEmpty() && !QFile(file).open(QIODevice::ReadOnly))
            return failure(Error::Kind::Usage,
                           u"the certificate file %1 cannot be read; choose it again"_s.arg(file));
    }
    // CURLOPT_CAPATH keeps its default, the system's folder: the organisation's CA is added to it.
    // An encrypted proxy is the organisation's own, and signed by nobody else.
    const auto authority = QFile::encodeName(connection.organisationCa);
    options.setChosen(CURLOPT_CAINFO, authority);
    options.setChosen(CURLOPT_PROXY_CAINFO, authority);
    // Whoever gives lists wants them asked: then each authority on the way to the server needs one.
    if (hasRevocations(connection.organisationCa)) {
        options.setChosen(CURLOPT_CRLFILE, authority);
        options.setChosen(CURLOPT_PROXY_CRLFILE, authority);
    }
    options.setChosen(CURLOPT_SSLCERT, QFile::encodeName(connection.clientCertificate));
    options.setChosen(CURLOPT_SSLKEY, QFile::encodeName(connection.clientKey));
    // Without a password, OpenSSL would ask for one on the terminal and wait.
    options.set(CURLOPT_KEYPASSWD, connection.clientKeyPassword.reveal().data());
    options.setChosen(CURLOPT_PINNEDPUBLICKEY, connection.pinnedKey.toUtf8());
    options.setChosen(CURLOPT_PROXYUSERNAME, connection.proxyUser);
    options.setSecret(CURLOPT_PROXYPASSWORD, connection.proxyPassword);
    return {};
}

} // namespace

Result<void> applyProfile(CURL *easy, const HttpRequest &request, const Proxy &proxy,
                          const TransferLimits &limits)
{
    Options options(easy);
    options.set(CURLOPT_PROTOCOLS_STR, request.url.isEncrypted() ? "https" : "http");
    // The first handshake says whether the others can be streams of its connection; without TLS,
    // they would wait for the first answer.
    options.set(CURLOPT_PIPEWAIT, request.url.isEncrypted() ? 1L : 0L);
    // When a connection that was kept ends before an answer begins, curl sends the request once
    // more by itself, a POST as well. What may not be done twice has a connection of its own.
    options.set(CURLOPT_FRESH_CONNECT, request.isRepeatable() ? 0L : 1L);
    options.set(CURLOPT_URL, request.url.text().constData());
    setSafety(options);
    setLimits(options, request, limits);
    setMethod(options, request);
    setCredential(options, request.credential);
    if (auto way = setProxy(options, proxy); !way)
        return way;
    if (request.connection) {
        if (auto trust = setTrust(options, *request.connection); !trust)
            return trust;
    }
    if (options.failed())
        return failure(Error::Kind::Usage,
                       u"a setting of the connection is not supported by this system's libcurl"_s);
    return {};
}

} // namespace portolan::net
