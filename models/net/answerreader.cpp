// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/answerreader.h"

#include <algorithm>
#include <utility>

namespace portolan::net {

namespace {

constexpr qint64 mostHeaderBytes = 256 * 1024;

bool beginsAsHtml(QByteArrayView bytes)
{
    const auto start = bytes.first(std::min<qsizetype>(bytes.size(), 64)).toByteArray();
    auto text = start.startsWith("\xEF\xBB\xBF") ? start.mid(3) : start;
    text = text.trimmed().toLower();
    return text.startsWith("<!doctype html") || text.startsWith("<html");
}

} // namespace

AnswerReader::AnswerReader(qint64 mostBytes, bool expectsJson, BodySink sink)
    : m_mostBytes(mostBytes)
    , m_expectsJson(expectsJson)
    , m_sink(std::move(sink))
{
}

bool AnswerReader::headerLine(QByteArrayView line)
{
    m_headerBytes += line.size();
    if (m_headerBytes > mostHeaderBytes)
        return stopWith(Stop::TooManyHeaders);
    if (line.startsWith("HTTP/")) {
        statusLine(line);
        return true;
    }
    const auto text = line.toByteArray();
    if (const auto colon = text.indexOf(':'); colon > 0)
        m_headers.append({text.left(colon).trimmed(), text.mid(colon + 1).trimmed()});
    m_html = header("content-type").toLower().startsWith("text/html");
    return true;
}

//! An interim answer (1xx) comes before the one that counts: each begins anew.
void AnswerReader::statusLine(QByteArrayView line)
{
    m_headers.clear();
    m_html = false;
    m_http1 = line.startsWith("HTTP/1");
    const auto words = line.toByteArray().simplified().split(' ');
    m_status = words.size() > 1 ? words.at(1).toInt() : 0;
}

bool AnswerReader::part(QByteArrayView bytes)
{
    if (m_received == 0)
        m_html = m_html || beginsAsHtml(bytes);
    const bool success = m_status >= 200 && m_status < 300;
    if (success && m_expectsJson && m_html)
        return stopWith(Stop::NotThePlatform);
    m_received += bytes.size();
    if (m_received > m_mostBytes)
        return stopWith(Stop::TooLarge);
    if (!m_sink || !success) {
        m_body.append(bytes);
        return true;
    }
    return m_sink(bytes) || stopWith(Stop::Sink);
}

bool AnswerReader::hasKnownEnd() const
{
    const bool bodiless = m_status == 204 || m_status == 304;
    return !m_http1 || bodiless || !header("content-length").isEmpty()
        || header("transfer-encoding").toLower().contains("chunked");
}

bool AnswerReader::stopWith(Stop why)
{
    m_stop = why;
    return false;
}

QByteArray AnswerReader::header(QByteArrayView name) const
{
    for (const auto &header : m_headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

} // namespace portolan::net
