// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/net/answerreader.h"
#include "models/net/curlprofile.h"
#include "models/net/httpclient.h"

#include <QPromise>

#include <array>
#include <memory>
#include <optional>

struct curl_slist;

namespace portolan::net {

//! A request on its way to the net thread, with who waits for its answer.
struct Question
{
    HttpRequest request;
    BodySink sink;
    QPromise<Result<HttpResponse>> promise;
};

//! One request and its answer over curl: owns the easy handle and all that curl points to
//! meanwhile. Answers its question exactly once. Lives in the net thread.
class CurlTransfer
{
public:
    CurlTransfer(Question question, const Clock &clock);
    //! The handle must be out of the multi handle by now.
    ~CurlTransfer();

    CurlTransfer(const CurlTransfer &) = delete;
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    //! Makes the handle ready to be added; an error is to be handed to fail().
    [[nodiscard]] Result<void> open(const TransferLimits &limits);

    CURL *handle() const { return m_easy.get(); }

    bool isCancelled() const { return m_question.promise.isCanceled(); }

    QByteArray origin() const { return m_question.request.url.origin(); }

    qint64 startedMs() const { return m_startedMs; }

    //! Ends the transfer with curl's \a code. \a clockOffsetMs is the last one that is known of any
    //! server, and is brought up to date.
    void finish(int code, std::optional<qint64> &clockOffsetMs);
    //! Ends the transfer without an answer.
    void fail(Error::Kind kind, const QString &why);

private:
    struct ClosesEasy
    {
        void operator()(CURL *easy) const;
    };

    struct FreesList
    {
        void operator()(curl_slist *list) const;
    };

    //! What curl calls, with the transfer as its last argument or its first.
    struct Calls;

    [[nodiscard]] Result<void> setHeaders();
    bool setCallbacks();
    bool mayReach(QByteArrayView address) const;
    HttpResponse takeResponse(std::optional<qint64> &clockOffsetMs);
    Result<HttpResponse> judged(HttpResponse response) const;
    Error errorOf(int code, std::optional<qint64> clockOffsetMs) const;
    Error described(const Error &error) const;
    void answer(Result<HttpResponse> result);

    Question m_question;
    const Clock &m_clock;
    QString m_asked;
    qint64 m_startedMs;
    AnswerReader m_reader;
    Proxy m_proxy; //!< that the request goes through
    bool m_addressRefused = false;
    std::array<char, 256> m_message{}; //!< CURL_ERROR_SIZE
    std::unique_ptr<curl_slist, FreesList> m_headers;
    std::unique_ptr<CURL, ClosesEasy> m_easy;
};

} // namespace portolan::net
