// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/curltransfer.h"

#include "models/net/transfererror.h"

#include <curl/curl.h>

#include <QLoggingCategory>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

// What went well is logged with QT_LOGGING_RULES="portolan.net=true", what went wrong anyhow.
Q_LOGGING_CATEGORY(log, "portolan.net", QtInfoMsg)

static_assert(CURL_ERROR_SIZE <= 256);

Question withId(Question question)
{
    if (question.request.id.isEmpty())
        question.request.id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return question;
}

template <typename Value>
Value info(CURL *easy, CURLINFO what)
{
    Value value{};
    curl_easy_getinfo(easy, what, &value);
    return value;
}

//! The host of \a proxy, where it is reached over TLS; else empty.
QString encryptedHostOf(const Proxy &proxy)
{
    const QUrl url(proxy.shown());
    return url.scheme() == u"https" ? url.host() : QString();
}

} // namespace

void CurlTransfer::ClosesEasy::operator()(CURL *easy) const
{
    curl_easy_cleanup(easy);
}

void CurlTransfer::FreesList::operator()(curl_slist *list) const
{
    curl_slist_free_all(list);
}

struct CurlTransfer::Calls
{
    static std::size_t header(char *bytes, std::size_t, std::size_t size, void *transfer)
    {
        const QByteArrayView line(bytes, static_cast<qsizetype>(size));
        return static_cast<CurlTransfer *>(transfer)->m_reader.headerLine(line) ? size : 0;
    }

    static std::size_t body(char *bytes, std::size_t, std::size_t size, void *transfer)
    {
        const QByteArrayView part(bytes, static_cast<qsizetype>(size));
        return static_cast<CurlTransfer *>(transfer)->m_reader.part(part) ? size : 0;
    }

    static int beforeRequest(void *transfer, char *address, char *, int, int)
    {
        auto *self = static_cast<CurlTransfer *>(transfer);
        self->m_addressRefused = !self->mayReach(address);
        return self->m_addressRefused ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
    }
};

CurlTransfer::CurlTransfer(Question question, const Clock &clock)
    : m_question(withId(std::move(question)))
    , m_clock(clock)
    , m_asked(QString::fromLatin1(methodName(m_question.request.method)) + u' '
              + m_question.request.url.shown())
    , m_startedMs(clock.monotonicMs())
    , m_reader(m_question.request.mostBytes, m_question.request.expectsJson,
               std::move(m_question.sink))
{
}

CurlTransfer::~CurlTransfer() = default;

Result<void> CurlTransfer::open(const TransferLimits &limits)
{
    if (auto fine = checked(m_question.request); !fine)
        return fine;
    m_easy.reset(curl_easy_init());
    if (!m_easy || !setCallbacks())
        return failure(Error::Kind::TooLarge, u"there is no memory for another transfer"_s);
    m_proxy = proxyOf(m_question.request);
    return applyProfile(m_easy.get(), m_question.request, m_proxy, limits).and_then([this] {
        return setHeaders();
    });
}

bool CurlTransfer::setCallbacks()
{
    auto *easy = m_easy.get();
    return curl_easy_setopt(easy, CURLOPT_PRIVATE, this) == CURLE_OK
        && curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_message.data()) == CURLE_OK
        && curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, Calls::header) == CURLE_OK
        && curl_easy_setopt(easy, CURLOPT_HEADERDATA, this) == CURLE_OK
        && curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, Calls::body) == CURLE_OK
        && curl_easy_setopt(easy, CURLOPT_WRITEDATA, this) == CURLE_OK
        && curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, Calls::beforeRequest) == CURLE_OK
        && curl_easy_setopt(easy, CURLOPT_PREREQDATA, this) == CURLE_OK;
}

Result<void> CurlTransfer::setHeaders()
{
    const auto &request = m_question.request;
    QList<QByteArray> lines;
    lines.append("User-Agent: Portolan");
    const bool ownAccept =
        std::any_of(request.headers.begin(), request.headers.end(), [](const HttpHeader &header) {
            return header.name.compare("accept", Qt::CaseInsensitive) == 0;
        });
    if (!ownAccept)
        lines.append(request.expectsJson ? "Accept: application/json" : "Accept: */*");
    lines.append("X-Request-Id: " + request.id);
    // Waiting for "100 Continue" costs a second where a server does not send it.
    lines.append("Expect:");
    lines.append("Content-Type:");
    if (!request.body.isEmpty())
        lines.last() += ' ' + request.contentType;
    for (const auto &header : request.headers)
        lines.append(header.name + ": " + header.value);
    if (request.credential.scheme == Credential::Scheme::KeyHeader)
        lines.append(request.credential.name + ": "
                     + request.credential.secret.reveal().toByteArray());
    for (const auto &line : std::as_const(lines)) {
        auto *longer = curl_slist_append(m_headers.get(), line.constData());
        if (!longer)
            return failure(Error::Kind::TooLarge, u"there is no memory for another transfer"_s);
        static_cast<void>(m_headers.release());
        m_headers.reset(longer);
    }
    curl_easy_setopt(m_easy.get(), CURLOPT_HTTPHEADER, m_headers.get());
    return {};
}

//! A name is judged by the address it leads to: names are what an attacker can choose.
bool CurlTransfer::mayReach(QByteArrayView address) const
{
    const auto &request = m_question.request;
    const bool mayUseLinkLocal = request.connection && request.connection->mayUseLinkLocal;
    if (isMetadataAddress(address) && !mayUseLinkLocal)
        return false;
    return request.url.isEncrypted() || request.credential.scheme == Credential::Scheme::None
        || isLoopbackAddress(address);
}

void CurlTransfer::finish(int code, std::optional<qint64> &clockOffsetMs)
{
    const auto response = takeResponse(clockOffsetMs);
    if (code != CURLE_OK)
        return answer(tl::unexpected<Error>(described(errorOf(code, clockOffsetMs))));
    answer(judged(response).map_error([this](const Error &error) { return described(error); }));
}

HttpResponse CurlTransfer::takeResponse(std::optional<qint64> &clockOffsetMs)
{
    HttpResponse response;
    response.status = m_reader.status();
    response.headers = m_reader.headers();
    response.body = m_reader.takeBody();
    response.requestId = m_question.request.id;
    response.asked = m_asked;
    const auto now = m_clock.now();
    const auto theirs = httpDate(response.header("date"));
    if (theirs.isValid()) {
        response.clockOffsetMs = theirs.msecsTo(now);
        clockOffsetMs = response.clockOffsetMs;
    }
    const auto retryAfter = response.header("retry-after");
    if (!retryAfter.isEmpty())
        response.retryAfterMs = retryAfterMs(retryAfter, theirs.isValid() ? theirs : now);
    return response;
}

//! What arrived whole as far as curl can tell, and yet is not to be taken for the answer.
Result<HttpResponse> CurlTransfer::judged(HttpResponse response) const
{
    const auto &request = m_question.request;
    const bool temporary =
        response.status == 302 || response.status == 303 || response.status == 307;
    if (temporary && request.expectsJson) {
        const auto location = QString::fromUtf8(response.header("location"));
        if (m_reader.isHtml() || !request.url.resolved(location))
            return failure(Error::Kind::NetworkSignIn,
                           u"it was redirected (%1) to a page for people; sign in to the network, "
                           "or check the account's address"_s.arg(response.status));
    }
    const bool hasBody = request.method != HttpMethod::Head;
    if (response.isSuccess() && hasBody && !m_reader.hasKnownEnd())
        return failure(Error::Kind::Protocol,
                       u"the server does not say how long its answer is, so a part could pass for "
                       "the whole; a proxy of HTTP/1.0 may be in between"_s);
    return response;
}

Error CurlTransfer::errorOf(int code, std::optional<qint64> clockOffsetMs) const
{
    const auto &connection = m_question.request.connection;
    auto *easy = m_easy.get();
    const auto proxyStatus = info<long>(easy, CURLINFO_HTTP_CONNECTCODE);
    const auto proxyResult = info<long>(easy, CURLINFO_PROXY_SSL_VERIFYRESULT);
    // Before a proxy leads anywhere its own certificate is what is judged.
    const auto proxy = proxyStatus == 0 ? encryptedHostOf(m_proxy) : QString();
    const bool isOfProxy = proxyResult != 0 || !proxy.isEmpty();
    return transferError({
        .code = code,
        .message = m_message.data(),
        .verifyResult = isOfProxy ? proxyResult : info<long>(easy, CURLINFO_SSL_VERIFYRESULT),
        .proxyStatus = proxyStatus,
        .connected = info<curl_off_t>(easy, CURLINFO_APPCONNECT_TIME_T) > 0
            || info<curl_off_t>(easy, CURLINFO_PRETRANSFER_TIME_T) > 0,
        .addressRefused = m_addressRefused,
        .stop = m_reader.stop(),
        .host = isOfProxy ? QString(u"the proxy "_s + proxy).trimmed()
                          : QString::fromUtf8(m_question.request.url.host()),
        .proxy = m_proxy.shown(),
        .proxyVariable = QString::fromLatin1(m_proxy.variable),
        .hasOrganisationCa = connection && !connection->organisationCa.isEmpty(),
        .hasClientCertificate = connection && !connection->clientCertificate.isEmpty(),
        .now = m_clock.now(),
        .clockOffsetMs = clockOffsetMs,
    });
}

Error CurlTransfer::described(const Error &error) const
{
    return {error.kind,
            u"%1: %2 (request %3)"_s.arg(m_asked, error.detail,
                                         QString::fromLatin1(m_question.request.id))};
}

void CurlTransfer::fail(Error::Kind kind, const QString &why)
{
    answer(tl::unexpected<Error>(described({kind, why})));
}

void CurlTransfer::answer(Result<HttpResponse> result)
{
    const auto elapsed = m_clock.monotonicMs() - m_startedMs;
    constexpr int firstError = 400;
    if (!result)
        qCInfo(log).noquote() << result.error().detail << elapsed << "ms";
    else if (result->status >= firstError)
        qCInfo(log).noquote() << m_question.request.id << m_asked << result->status << elapsed
                              << "ms";
    else
        qCDebug(log).noquote() << m_question.request.id << m_asked << result->status
                               << m_reader.received() << "bytes" << elapsed << "ms";
    m_question.promise.addResult(std::move(result));
    m_question.promise.finish();
}

} // namespace portolan::net
