// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/transfererror.h"

#include <curl/curl.h>

using namespace Qt::Literals::StringLiterals;

namespace portolan::net {

namespace {

std::optional<Error> ownDecision(const TransferFacts &facts)
{
    using Stop = AnswerReader::Stop;
    if (facts.addressRefused)
        return Error{Error::Kind::Usage,
                     u"the name leads to an address that no platform has there; check the "
                     "account's address, and the network"_s};
    switch (facts.stop) {
    case Stop::TooLarge:
        return Error{Error::Kind::TooLarge,
                     u"the answer is larger than what is read of one; ask for less at once"_s};
    case Stop::TooManyHeaders:
        return Error{Error::Kind::Protocol,
                     u"the answer has more headers than any platform sends; check the address"_s};
    case Stop::NotThePlatform:
        return Error{Error::Kind::NetworkSignIn,
                     u"a web page came instead of the platform's answer; sign in to the network, "
                     "or check the account's address"_s};
    case Stop::Sink:
        return Error{Error::Kind::BadInput, u"the answer was not wanted to its end"_s};
    case Stop::None:
        break;
    }
    return std::nullopt;
}

//! Whether the way to the server ended at a proxy, as far as curl got.
bool isBeforeProxy(const TransferFacts &facts)
{
    return !facts.proxy.isEmpty() && facts.proxyStatus == 0;
}

//! The proxy, and where it is named: nobody looks for it in the environment by themselves.
QString proxyText(const TransferFacts &facts)
{
    if (facts.proxy.isEmpty())
        return u"the proxy"_s;
    return facts.proxyVariable.isEmpty()
        ? u"the account's proxy %1"_s.arg(facts.proxy)
        : u"the proxy %1, which the environment variable %2 names,"_s.arg(facts.proxy,
                                                                          facts.proxyVariable);
}

Error proxyIsOffline(const TransferFacts &facts, const QString &what)
{
    return {Error::Kind::Offline,
            u"%1 %2; check the network and %3"_s.arg(
                proxyText(facts), what,
                facts.proxyVariable.isEmpty()
                    ? u"the proxy's address"_s
                    : u"the variable, or set the proxy in the account"_s)};
}

//! Where the way to the server ended at a proxy, or because of one.
std::optional<Error> proxyError(const TransferFacts &facts)
{
    if (facts.proxyStatus == 407)
        return Error{Error::Kind::NetworkSignIn,
                     u"%1 wants a user name and password; %2"_s.arg(
                         proxyText(facts),
                         facts.proxyVariable.isEmpty()
                             ? u"enter them in the account"_s
                             : u"set the proxy, its user and its password in the account"_s)};
    if (facts.proxyStatus >= 400)
        return proxyIsOffline(facts,
                              u"does not lead there (it answered %1)"_s.arg(facts.proxyStatus));
    switch (facts.code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
        return proxyIsOffline(facts, u"is not known by that name"_s);
    case CURLE_PROXY:
        return proxyIsOffline(facts, u"did not connect"_s);
    case CURLE_COULDNT_CONNECT:
        if (isBeforeProxy(facts))
            return proxyIsOffline(facts, u"does not answer"_s);
        return std::nullopt;
    case CURLE_OPERATION_TIMEDOUT:
        if (isBeforeProxy(facts) && !facts.connected)
            return proxyIsOffline(facts, u"let no connection come about within the time allowed"_s);
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<Error> connectionError(const TransferFacts &facts)
{
    switch (facts.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return Error{Error::Kind::Offline,
                     u"the name of the host is not known; check the network and the address"_s};
    case CURLE_COULDNT_CONNECT:
        return Error{Error::Kind::Offline,
                     u"nothing answers there; check the network, and that the server runs"_s};
    default:
        return std::nullopt;
    }
}

std::optional<Error> brokenTransfer(const TransferFacts &facts)
{
    switch (facts.code) {
    case CURLE_OPERATION_TIMEDOUT:
        if (!facts.connected)
            return Error{Error::Kind::Offline,
                         u"no connection within the time allowed; check the network"_s};
        return Error{Error::Kind::Unavailable,
                     u"no whole answer within the time allowed; try again later"_s};
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
    case CURLE_SEND_FAIL_REWIND:
        return Error{Error::Kind::Unavailable,
                     u"the connection broke before the answer was whole; try again"_s};
    default:
        return std::nullopt;
    }
}

Error otherError(const TransferFacts &facts)
{
    switch (facts.code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return {Error::Kind::Cancelled, u"it was stopped"_s};
    case CURLE_FILESIZE_EXCEEDED:
    case CURLE_OUT_OF_MEMORY:
        return {Error::Kind::TooLarge,
                u"the answer is larger than what is read of one; ask for less at once"_s};
    case CURLE_URL_MALFORMAT:
        return {Error::Kind::Usage, u"the address is none that can be asked; correct it"_s};
    // Our addresses are http or https: what is not supported is HTTP/0.9, which is anything.
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
        return {Error::Kind::Protocol,
                u"what came is no proper HTTP; check that the address is the platform's"_s};
    default:
        return {Error::Kind::Protocol,
                u"the transfer failed (%1); if it stays, report it"_s.arg(
                    QString::fromUtf8(curl_easy_strerror(static_cast<CURLcode>(facts.code))))};
    }
}

} // namespace

Error transferError(const TransferFacts &facts)
{
    if (auto decided = ownDecision(facts))
        return *decided;
    if (auto proxy = proxyError(facts))
        return *proxy;
    if (auto noConnection = connectionError(facts))
        return *noConnection;
    if (auto untrusted = tlsFailure(facts))
        return {Error::Kind::Untrusted, *untrusted};
    if (auto broken = brokenTransfer(facts))
        return *broken;
    return otherError(facts);
}

} // namespace portolan::net
