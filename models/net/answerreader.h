// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/httpclient.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace portolan::net {

//! Takes an answer in as it arrives, and says when to stop: the caps hold for what is decoded,
//! which libcurl does not count.
class AnswerReader
{
public:
    //! Why reading ended early.
    enum class Stop {
        None,
        TooLarge, //!< more body than was allowed
        TooManyHeaders, //!< more than 256 KiB of them
        NotThePlatform, //!< a page of HTML where JSON was expected
        Sink //!< the sink wants no more
    };

    AnswerReader(qint64 mostBytes, bool expectsJson, BodySink sink);

    //! Takes one line of the header, its end included. False: stop.
    bool headerLine(QByteArrayView line);
    //! Takes a part of the body. False: stop.
    bool part(QByteArrayView bytes);

    Stop stop() const { return m_stop; }

    int status() const { return m_status; }

    const QList<HttpHeader> &headers() const { return m_headers; }

    //! Bytes of the decoded body so far.
    qint64 received() const { return m_received; }

    //! Whether the end of the body can be told from a broken connection: HTTP/2, a length, or
    //! chunks (RFC 9112, 6.3); or it has no body.
    bool hasKnownEnd() const;

    //! Whether the answer, as far as it is there, is a page of HTML.
    bool isHtml() const { return m_html; }

    //! The body, unless it went to the sink.
    QByteArray takeBody() { return std::move(m_body); }

private:
    void statusLine(QByteArrayView line);
    bool stopWith(Stop why);
    QByteArray header(QByteArrayView name) const;

    qint64 m_mostBytes;
    bool m_expectsJson;
    BodySink m_sink;
    int m_status = 0;
    bool m_http1 = false;
    bool m_html = false;
    qint64 m_headerBytes = 0;
    qint64 m_received = 0;
    QList<HttpHeader> m_headers;
    QByteArray m_body;
    Stop m_stop = Stop::None;
};

} // namespace portolan::net
