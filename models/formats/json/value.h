// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <QString>
#include <QStringList>

#include <memory>
#include <string_view>
#include <vector>

namespace portolan::formats::json {

using Json = simdjson::dom::element;

//! What stands for everything that is absent.
Json nullJson();
//! The member \a key of \a value; null when there is none, or when \a value is no object.
Json member(const Json &value, std::string_view key);
//! The member that \a keys lead to, or null.
Json member(const Json &value, std::initializer_list<std::string_view> keys);

bool isNull(const Json &value);
bool isObject(const Json &value);
//! Text of a scalar, numbers and booleans as JSON writes them; empty for anything else.
QString text(const Json &value);
QString text(const Json &value, std::string_view key);
//! Text of anything: a scalar as such, lists of scalars with commas, all else as JSON.
QString anyText(const Json &value);
//! A list of scalars as texts; a scalar alone counts as a list of one.
QStringList texts(const Json &value);
//! The items of a list; none of anything else.
std::vector<Json> items(const Json &value);
//! True only for JSON's true.
bool isTrue(const Json &value);

//! Parses single values out of a large text.
class JsonParser
{
public:
    JsonParser();
    ~JsonParser();
    JsonParser(JsonParser &&other) noexcept;
    JsonParser &operator=(JsonParser &&other) noexcept;

    //! Reads \a value, which lies in \a whole. The answer is valid until the next call.
    simdjson::simdjson_result<Json> parse(std::string_view whole, std::string_view value);

private:
    // Its size depends on how the reader of this header is compiled, so it is kept out of it.
    std::unique_ptr<simdjson::dom::parser> m_parser;
};

} // namespace portolan::formats::json
