// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/json/value.h"

#include "models/formats/json/halfcharacters.h"
#include "models/formats/json/largenumbers.h"

#include <algorithm>
#include <string>

using namespace Qt::Literals::StringLiterals;
using simdjson::dom::element_type;

namespace portolan::formats::json {
namespace {

QString toText(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

bool isScalar(const Json &value)
{
    return value.type() != element_type::ARRAY && value.type() != element_type::OBJECT;
}

} // namespace

Json nullJson()
{
    // A value is a view of its parser's tape, so both live as long as the program.
    static simdjson::dom::parser parser;
    static const Json value = parser.parse("null", 4).value();
    return value;
}

Json member(const Json &value, std::string_view key)
{
    simdjson::dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        return nullJson();
    Json found;
    return object[key].get(found) == simdjson::SUCCESS ? found : nullJson();
}

Json member(const Json &value, std::initializer_list<std::string_view> keys)
{
    auto current = value;
    for (const auto key : keys)
        current = member(current, key);
    return current;
}

bool isNull(const Json &value)
{
    return value.type() == element_type::NULL_VALUE;
}

bool isObject(const Json &value)
{
    return value.type() == element_type::OBJECT;
}

QString text(const Json &value)
{
    switch (value.type()) {
    case element_type::STRING:
        return toText(value.get_string().value_unsafe());
    case element_type::BOOL:
        return value.get_bool().value_unsafe() ? u"true"_s : u"false"_s;
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
        return toText(simdjson::minify(value));
    default:
        return {};
    }
}

QString text(const Json &value, std::string_view key)
{
    return text(member(value, key));
}

QString anyText(const Json &value)
{
    if (isNull(value))
        return {};
    if (isScalar(value))
        return text(value);
    simdjson::dom::array array;
    if (value.get(array) == simdjson::SUCCESS
        && std::all_of(array.begin(), array.end(), [](const Json &item) { return isScalar(item); }))
        return texts(value).join(u", "_s);
    return toText(simdjson::minify(value));
}

QStringList texts(const Json &value)
{
    QStringList list;
    simdjson::dom::array array;
    if (value.get(array) != simdjson::SUCCESS) {
        if (const auto single = text(value); !single.isEmpty())
            list.append(single);
        return list;
    }
    for (const Json item : array) {
        if (const auto single = text(item); !single.isEmpty() && !list.contains(single))
            list.append(single);
    }
    return list;
}

std::vector<Json> items(const Json &value)
{
    simdjson::dom::array array;
    if (value.get(array) != simdjson::SUCCESS)
        return {};
    return {array.begin(), array.end()};
}

bool isTrue(const Json &value)
{
    bool is = false;
    return value.get(is) == simdjson::SUCCESS && is;
}

JsonParser::JsonParser()
    : m_parser(std::make_unique<simdjson::dom::parser>())
{
}

JsonParser::~JsonParser() = default;
JsonParser::JsonParser(JsonParser &&other) noexcept = default;
JsonParser &JsonParser::operator=(JsonParser &&other) noexcept = default;

simdjson::simdjson_result<Json> JsonParser::parse(std::string_view whole, std::string_view value)
{
    // The parser reads, but never uses, some bytes behind the value. Where the text goes on that
    // far, nothing has to be copied.
    const auto behind = whole.data() + whole.size() - (value.data() + value.size());
    const bool copy = behind < static_cast<std::ptrdiff_t>(simdjson::SIMDJSON_PADDING);
    auto parsed = m_parser->parse(value.data(), value.size(), copy);
    // Half characters and such numbers are valid JSON, and nothing beside them may be lost. Which
    // of both is met first depends on where they stand.
    std::optional<std::string> repaired;
    const auto again = [&](simdjson::error_code error, auto repair) {
        if (parsed.error() != error)
            return;
        if (auto better = repair(repaired ? std::string_view(*repaired) : value)) {
            repaired = std::move(better);
            parsed = m_parser->parse(repaired->data(), repaired->size());
        }
    };
    again(simdjson::STRING_ERROR, withoutHalfCharacters);
    again(simdjson::NUMBER_ERROR, withoutLargeNumbers);
    again(simdjson::STRING_ERROR, withoutHalfCharacters);
    return parsed;
}

} // namespace portolan::formats::json
