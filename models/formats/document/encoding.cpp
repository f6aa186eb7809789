// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/encoding.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::document {
namespace {

constexpr char replacement[] = "\xEF\xBF\xBD"; // U+FFFD

bool isContinuation(unsigned char byte)
{
    return (byte & 0xC0U) == 0x80U;
}

//! Length of the well-formed UTF-8 sequence at \a at (Unicode, table 3-7), or 0.
qsizetype sequenceLength(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i])
                                : static_cast<unsigned char>(0);
    };
    const auto lead = byte(at);
    if (lead < 0x80)
        return 1;
    const auto second = byte(at + 1);
    if (lead >= 0xC2 && lead <= 0xDF)
        return isContinuation(second) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const auto fits = isContinuation(second) && (lead != 0xE0 || second >= 0xA0)
            && (lead != 0xED || second < 0xA0);
        return fits && isContinuation(byte(at + 2)) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const auto fits = isContinuation(second) && (lead != 0xF0 || second >= 0x90)
            && (lead != 0xF4 || second < 0x90);
        return fits && isContinuation(byte(at + 2)) && isContinuation(byte(at + 3)) ? 4 : 0;
    }
    return 0;
}

bool isForbidden(unsigned char byte)
{
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

//! Where the first byte stands that has to be replaced, or -1.
qsizetype firstBad(const QByteArray &bytes, qsizetype from)
{
    for (auto at = from; at < bytes.size();) {
        const auto length = sequenceLength(bytes, at);
        if (length == 0 || isForbidden(static_cast<unsigned char>(bytes[at])))
            return at;
        at += length;
    }
    return -1;
}

QByteArray repaired(const QByteArray &bytes, TreeBuilder &builder)
{
    QByteArray clean;
    clean.reserve(bytes.size() + 64);
    qsizetype from = 0;
    qsizetype lineStart = 0;
    auto line = 1;
    auto lastLine = 0;
    for (auto bad = firstBad(bytes, 0); bad >= 0; bad = firstBad(bytes, from)) {
        for (auto i = from; i < bad; ++i) {
            if (bytes[i] == '\n') {
                ++line;
                lineStart = i + 1;
            }
        }
        const auto control = isForbidden(static_cast<unsigned char>(bytes[bad]));
        if (line != lastLine)
            builder.addFinding(
                {.line = line, .column = static_cast<int>(bad - lineStart + 1)},
                domain::Finding::Severity::Error, u"document.encoding"_s,
                control
                    ? u"This line holds the control character 0x%1, which no text file may hold"_s
                          .arg(static_cast<unsigned char>(bytes[bad]), 2, 16, QLatin1Char('0'))
                    : u"This line holds bytes that are not UTF-8; they are shown as \uFFFD"_s,
                control ? u"Remove the character"_s : u"Save the file as UTF-8"_s);
        lastLine = line;
        clean.append(bytes.constData() + from, bad - from);
        clean.append(replacement);
        from = bad + 1;
    }
    clean.append(bytes.constData() + from, bytes.size() - from);
    return clean;
}

} // namespace

std::optional<QByteArray> cleanText(const QByteArray &bytes, const Limits &limits,
                                    TreeBuilder &builder)
{
    if (bytes.size() > limits.bytes) {
        builder.fail(
            {}, u"document.size"_s,
            u"The file has %1 bytes; at most %2 are read"_s.arg(bytes.size()).arg(limits.bytes),
            u"Split the file"_s);
        return {};
    }
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")
        || bytes.startsWith(QByteArray("\0\0\xFE\xFF", 4))) {
        builder.fail({.line = 1, .column = 1}, u"document.encoding"_s,
                     u"The file is UTF-16 or UTF-32 by its byte order mark"_s,
                     u"Save the file as UTF-8"_s);
        return {};
    }
    auto text = bytes;
    if (text.startsWith("\xEF\xBB\xBF")) {
        text.remove(0, 3);
        builder.addFinding({.line = 1, .column = 1}, domain::Finding::Severity::Info,
                           u"document.bom"_s, u"The file begins with a byte order mark"_s,
                           u"Save the file as UTF-8 without one: not every tool skips it"_s);
    }
    return firstBad(text, 0) < 0 ? text : repaired(text, builder);
}

} // namespace portolan::formats::document
