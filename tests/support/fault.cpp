// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault.h"

#include <zlib.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {
namespace {

using Kind = Fault::Kind;

constexpr std::pair<Kind, const char *> words[] = {
    {Kind::Refuse, "refuse"},
    {Kind::Reset, "reset"},
    {Kind::Stall, "stall"},
    {Kind::Slow, "slow"},
    {Kind::Truncate, "truncate"},
    {Kind::TooShort, "too-short"},
    {Kind::TooLong, "too-long"},
    {Kind::CutBody, "cut-body"},
    {Kind::BrokenChunk, "broken-chunk"},
    {Kind::Garbage, "garbage"},
    {Kind::HalfJson, "half-json"},
    {Kind::WrongJson, "wrong-json"},
    {Kind::OtherJson, "other-json"},
    {Kind::Html, "html"},
    {Kind::Empty, "empty"},
    {Kind::Informational, "informational"},
    {Kind::Doubled, "doubled"},
    {Kind::Reordered, "reordered"},
    {Kind::Repeated, "repeated"},
    {Kind::Bomb, "bomb"},
    {Kind::BrokenGzip, "broken-gzip"},
    {Kind::Endless, "endless"},
    {Kind::Headers, "headers"},
    {Kind::Status, "status"},
    {Kind::AppliedThenCut, "applied-then-cut"},
    {Kind::AppliedLater, "applied-later"},
};

constexpr int statuses[] = {204, 300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403,
                            404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415,
                            421, 422, 423, 425, 428, 429, 431, 451, 500, 501, 502, 503,
                            504, 505, 507, 508, 511, 520, 521, 522, 524, 529, 599};

QByteArray head(int status, const ApiAnswer &answer)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status)
        + " x\r\nContent-Type: " + answer.contentType + "\r\n";
    for (const auto &[name, value] : answer.headers)
        bytes += name + ": " + value + "\r\n";
    return bytes;
}

QByteArray whole(int status, const ApiAnswer &answer, const QByteArray &body)
{
    return head(status, answer) + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

QByteArray withLength(const ApiAnswer &answer, qsizetype length, const QByteArray &body)
{
    return head(answer.status, answer) + "Content-Length: " + QByteArray::number(length)
        + "\r\n\r\n" + body;
}

//! \a size zeros, as gzip.
QByteArray bomb(qsizetype size)
{
    z_stream stream{};
    constexpr int gzip = 15 + 16;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray block(1 << 20, '0');
    QByteArray packed;
    QByteArray out(1 << 16, Qt::Uninitialized);
    for (qsizetype done = 0; done < size; done += block.size()) {
        stream.next_in = reinterpret_cast<Bytef *>(block.data());
        stream.avail_in = uInt(block.size());
        const int flush = done + block.size() >= size ? Z_FINISH : Z_NO_FLUSH;
        do {
            stream.next_out = reinterpret_cast<Bytef *>(out.data());
            stream.avail_out = uInt(out.size());
            deflate(&stream, flush);
            packed.append(out.constData(), out.size() - qsizetype(stream.avail_out));
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

//! Made once: it takes a moment.
const QByteArray &theBomb()
{
    static const QByteArray bytes = bomb(qsizetype(96) << 20);
    return bytes;
}

//! \a whole with each item twice or the other way round.
QJsonArray rearranged(const QJsonArray &whole, Kind kind)
{
    QJsonArray list;
    for (const auto &item : whole) {
        if (kind == Kind::Reordered) {
            list.prepend(item);
            continue;
        }
        list.append(item);
        list.append(item);
    }
    return list;
}

//! The body of \a answer, with its list so; as it is where there is none.
QByteArray rearranged(const ApiAnswer &answer, Kind kind)
{
    const auto document = QJsonDocument::fromJson(answer.body);
    if (document.isArray())
        return QJsonDocument(rearranged(document.array(), kind)).toJson(QJsonDocument::Compact);
    auto object = document.object();
    if (answer.list.isEmpty() || !object.value(answer.list).isArray())
        return answer.body;
    object.insert(answer.list, rearranged(object.value(answer.list).toArray(), kind));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray statusWire(int status)
{
    ApiAnswer answer{.status = status,
                     .body = R"({"type":"about:blank","title":"not now","status":)"
                         + QByteArray::number(status) + "}",
                     .contentType = "application/problem+json"};
    if (status == 204 || status == 304) // these have no body (RFC 9110, 15.3.5 and 15.4.5)
        return "HTTP/1.1 " + QByteArray::number(status) + " x\r\n\r\n";
    if (status >= 300 && status < 400)
        answer.headers.append(Header{"Location", "http://127.0.0.1:9/elsewhere"});
    if (status == 401)
        answer.headers.append(Header{"WWW-Authenticate", "Bearer"});
    if (status == 429 || status == 503)
        answer.headers.append(Header{"Retry-After", "0"});
    return wireOf(answer);
}

QByteArray informational(const QByteArray &wire)
{
    QByteArray bytes;
    for (int i = 0; i < 50; ++i)
        bytes += i % 2 == 0 ? "HTTP/1.1 102 Processing\r\n\r\n"
                            : "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n";
    return bytes + wire;
}

QByteArray manyHeaders(const ApiAnswer &answer)
{
    auto other = answer;
    for (int i = 0; i < 400; ++i)
        other.headers.append(Header{"X-Filler-" + QByteArray::number(i), QByteArray(1000, 'x')});
    return wireOf(other);
}

QByteArray gzipped(const ApiAnswer &answer, const QByteArray &body)
{
    auto other = answer;
    other.headers.append(Header{"Content-Encoding", "gzip"});
    return whole(other.status, other, body);
}

} // namespace

QString faultWord(const Fault &fault)
{
    for (const auto &[kind, word] : words) {
        if (kind == fault.kind && kind == Kind::Status)
            return u"status-%1"_s.arg(fault.status);
        if (kind == fault.kind)
            return QString::fromLatin1(word);
    }
    return {};
}

std::optional<Fault> faultFromWord(const QString &word)
{
    for (const auto &fault : allFaults()) {
        if (faultWord(fault) == word)
            return fault;
    }
    return {};
}

QList<Fault> allFaults()
{
    QList<Fault> faults;
    for (const auto &[kind, word] : words) {
        if (kind != Kind::Status)
            faults.append({.kind = kind});
    }
    for (const int status : statuses)
        faults.append({.kind = Kind::Status, .status = status});
    return faults;
}

QList<Fault> honestFaults()
{
    auto faults = allFaults();
    faults.removeIf([](const Fault &fault) {
        const bool isLie = fault.kind == Kind::Status
            && QList<int>{400, 403, 404, 410, 422}.contains(fault.status);
        return isLie || fault.kind == Kind::Repeated || fault.kind == Kind::Bomb
            || fault.kind == Kind::Endless || fault.kind == Kind::Stall;
    });
    return faults;
}

QByteArray wireOf(const ApiAnswer &answer)
{
    return whole(answer.status, answer, answer.body);
}

QByteArray wireOf(const ApiAnswer &answer, const Fault &fault)
{
    const auto &body = answer.body;
    switch (fault.kind) {
    case Kind::Truncate:
        return withLength(answer, body.size() + 1, body.left(body.size() / 2));
    case Kind::TooShort:
        return withLength(answer, body.size() / 2, body);
    case Kind::TooLong:
        return withLength(answer, body.size() + 100, body);
    case Kind::CutBody:
        return head(answer.status, answer) + "Connection: close\r\n\r\n"
            + body.left(body.size() / 2);
    case Kind::BrokenChunk:
        return head(answer.status, answer) + "Transfer-Encoding: chunked\r\n\r\n"
            + QByteArray::number(body.size() + 1, 16) + "\r\n" + body;
    case Kind::Garbage:
        return whole(200, answer, QByteArray::fromHex("00ff7b5b22c328fe80") + body.left(20));
    case Kind::HalfJson:
        return whole(200, answer, body.left(std::max<qsizetype>(1, body.size() / 2)));
    case Kind::WrongJson:
        return whole(200, answer, body.startsWith('[') ? R"({"message":"it works"})" : R"([1,2])");
    case Kind::OtherJson:
        return whole(200, answer, R"({"message":"it works"})");
    case Kind::Html: {
        auto other = answer;
        other.contentType = "text/html; charset=utf-8";
        return whole(200, other, "<!DOCTYPE html><html><body>Welcome to the hotel</body></html>");
    }
    case Kind::Empty:
        return whole(200, answer, {});
    case Kind::Informational:
        return informational(wireOf(answer));
    case Kind::Doubled:
    case Kind::Reordered:
        return whole(answer.status, answer, rearranged(answer, fault.kind));
    case Kind::Bomb:
        return gzipped(answer, theBomb());
    case Kind::BrokenGzip:
        return gzipped(answer, "not gzip at all");
    case Kind::Headers:
        return manyHeaders(answer);
    case Kind::Status:
        return statusWire(fault.status);
    default:
        return wireOf(answer);
    }
}

bool closesBehind(const Fault &fault)
{
    switch (fault.kind) {
    case Kind::Truncate:
    case Kind::TooShort:
    case Kind::TooLong:
    case Kind::CutBody:
    case Kind::BrokenChunk:
    case Kind::Bomb:
    case Kind::Headers:
        return true;
    default:
        return false;
    }
}

} // namespace portolan::tests
