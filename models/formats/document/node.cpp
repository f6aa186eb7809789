// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/document/node.h"

#include "models/formats/document/scalar.h"

#include <QStringConverter>

#include <array>

namespace portolan::formats::document {
namespace {

constexpr std::array hexDigits{'0', '1', '2', '3', '4', '5', '6', '7',
                               '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

void appendEscape(QByteArray &json, unsigned char byte)
{
    switch (byte) {
    case '"':
        json += "\\\"";
        break;
    case '\\':
        json += "\\\\";
        break;
    case '\n':
        json += "\\n";
        break;
    case '\r':
        json += "\\r";
        break;
    case '\t':
        json += "\\t";
        break;
    default:
        json += "\\u00";
        json += hexDigits[byte >> 4U];
        json += hexDigits[byte & 0xfU];
    }
}

void appendString(QByteArray &json, std::string_view text)
{
    json += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        json.append(text.data() + from, static_cast<qsizetype>(i - from));
        appendEscape(json, byte);
        from = i + 1;
    }
    json.append(text.data() + from, static_cast<qsizetype>(text.size() - from));
    json += '"';
}

void appendScalar(QByteArray &json, const Node &scalar)
{
    const auto text = scalar.utf8();
    if (scalar.isNull())
        json += "null";
    else if (scalar.isBool())
        json += scalar.isTrue() ? "true" : "false";
    else if (!scalar.isQuoted() && isJsonNumber(text))
        json.append(text.data(), static_cast<qsizetype>(text.size()));
    else
        appendString(json, text);
}

void append(QByteArray &json, const Node &node)
{
    if (node.isScalar()) {
        appendScalar(json, node);
        return;
    }
    const auto mapping = node.isMapping();
    json += mapping ? '{' : '[';
    auto first = true;
    for (const auto child : node) {
        if (!first)
            json += ',';
        first = false;
        if (mapping) {
            // A key that is itself a mapping or a list has no other form in JSON than its own text.
            const auto key = child.key();
            const auto other = key.isScalar() ? QByteArray() : key.toJson();
            appendString(json,
                         key.isScalar() ? key.utf8()
                                        : std::string_view(other.constData(),
                                                           static_cast<std::size_t>(other.size())));
            json += ':';
        }
        append(json, child);
    }
    json += mapping ? '}' : ']';
}

} // namespace

Node::Iterator::Iterator(const Tree *tree, std::uint32_t at, std::uint32_t end, bool mapping)
    : m_tree(tree)
    , m_at(at)
    , m_end(end)
    , m_mapping(mapping)
{
    skipHidden();
}

Node Node::Iterator::operator*() const
{
    if (!m_mapping)
        return {m_tree, m_at};
    return {m_tree, m_at + m_tree->item(m_at).size, m_at};
}

Node::Iterator &Node::Iterator::operator++()
{
    if (m_mapping)
        m_at += m_tree->item(m_at).size;
    m_at += m_tree->item(m_at).size;
    skipHidden();
    return *this;
}

void Node::Iterator::skipHidden()
{
    while (m_mapping && m_at < m_end && m_tree->item(m_at).hidden) {
        m_at += m_tree->item(m_at).size;
        m_at += m_tree->item(m_at).size;
    }
}

Node::Kind Node::kind() const
{
    return exists() ? m_tree->item(m_at).kind : Kind::Scalar;
}

int Node::line() const
{
    return exists() ? static_cast<int>(m_tree->item(m_at).line) : 0;
}

int Node::column() const
{
    return exists() ? static_cast<int>(m_tree->item(m_at).column) : 0;
}

QString Node::text() const
{
    const auto bytes = utf8();
    const auto size = static_cast<qsizetype>(bytes.size());
    // At the beginning of a text U+FEFF is a character; fromUtf8() takes it for the mark of a file.
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return QStringDecoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom)(
            QByteArrayView(bytes.data(), size));
    return QString::fromUtf8(bytes.data(), size);
}

std::string_view Node::utf8() const
{
    return isScalar() ? m_tree->textAt(m_at) : std::string_view();
}

bool Node::isQuoted() const
{
    return isScalar() && m_tree->item(m_at).quoted;
}

bool Node::isNull() const
{
    return isScalar() && !isQuoted() && isNullWord(utf8());
}

bool Node::isBool() const
{
    return isScalar() && !isQuoted() && (isTrueWord(utf8()) || isFalseWord(utf8()));
}

bool Node::isTrue() const
{
    return isScalar() && !isQuoted() && isTrueWord(utf8());
}

bool Node::isInteger() const
{
    return isScalar() && !isQuoted() && isCoreInteger(utf8());
}

bool Node::isNumber() const
{
    return isScalar() && !isQuoted() && (isCoreInteger(utf8()) || isCoreFloat(utf8()));
}

bool Node::isString() const
{
    return isScalar() && (isQuoted() || !(isNull() || isBool() || isNumber()));
}

int Node::size() const
{
    auto count = 0;
    const auto last = end();
    for (auto at = begin(); at != last; ++at)
        ++count;
    return count;
}

Node Node::item(int index) const
{
    if (!isSequence())
        return {};
    for (const auto child : *this) {
        if (index-- == 0)
            return child;
    }
    return {};
}

Node Node::operator[](std::string_view key) const
{
    if (!isMapping())
        return {};
    for (const auto child : *this) {
        if (child.key().isScalar() && child.key().utf8() == key)
            return child;
    }
    return {};
}

Node Node::key() const
{
    return m_key == 0 ? Node() : Node(m_tree, m_key);
}

Node::Iterator Node::begin() const
{
    if (!exists() || isScalar())
        return {m_tree, 0, 0, false};
    return {m_tree, m_at + 1, m_at + m_tree->item(m_at).size, isMapping()};
}

Node::Iterator Node::end() const
{
    if (!exists() || isScalar())
        return {m_tree, 0, 0, false};
    const auto last = m_at + m_tree->item(m_at).size;
    return {m_tree, last, last, isMapping()};
}

QByteArray Node::toJson() const
{
    QByteArray json;
    if (exists())
        append(json, *this);
    return json;
}

std::string_view Tree::textAt(std::uint32_t at) const
{
    const auto &item = m_items[at];
    return std::string_view(m_text).substr(item.textFrom, item.textSize);
}

} // namespace portolan::formats::document
