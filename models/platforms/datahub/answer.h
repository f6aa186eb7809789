// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/finding.h"
#include "models/formats/json/value.h"
#include "models/platforms/datahub/urn.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <string_view>
#include <vector>

namespace portolan::platforms::datahub {

namespace json = formats::json;
using json::Json;

//! The JSON of one answer, with the text and the parser that it lives in.
class Answer
{
public:
    //! Reads \a body, which \a asked brought; a Protocol error where it is no JSON.
    [[nodiscard]] static Result<Answer> read(const QByteArray &body, const QString &asked);

    const Json &root() const { return m_root; }

private:
    QByteArray m_body;
    json::JsonParser m_parser;
    Json m_root = json::nullJson();
};

//! One thing with its aspects, as OpenAPI v3 tells it.
struct Entity
{
    QString urn;
    Urn name;
    Json json = json::nullJson();
    std::string_view raw; //!< the same as it stands in the answer

    //! The value of the aspect \a which, or null.
    Json aspect(std::string_view which) const { return json::member(json, {which, "value"}); }

    //! Whether it was deleted softly.
    bool isRemoved() const { return json::isTrue(json::member(aspect("status"), "removed")); }
};

//! A list of things, read so that one that is broken takes no other with it.
class EntityPage
{
public:
    //! Reads the answer of a scroll or of a generic batch; a Protocol error where it is none: lists
    //! of things, by what they are called, and for a scroll the list "entities".
    [[nodiscard]] static Result<EntityPage> read(const QByteArray &body, const QString &asked);

    //! Adds what \a other holds.
    void append(EntityPage other);

    std::vector<Entity> entities;
    QString scrollId; //!< of the next page; empty at the end
    qint64 total = -1; //!< as the index counts them; -1 where it does not say
    bool isListing = false; //!< it is the answer of a scroll
    qint64 unreadable = 0;
    QStringList refused; //!< urns that were asked for, and that the server takes for none
    QList<domain::Finding> findings;

private:
    void readWhole(const Json &root, const std::vector<std::string_view> &raws);
    void readSingly(const std::vector<std::string_view> &raws, const QString &asked);
    void add(const Json &value, std::string_view raw);

    QByteArray m_body;
    std::vector<json::JsonParser> m_parsers;
    std::vector<EntityPage> m_others; //!< whose text and parsers are used
};

//! The items of the lists that stand at the top of \a text, or in its members, as they are
//! written, in their order: without regard to what is in them.
std::vector<std::string_view> listedIn(std::string_view text);

} // namespace portolan::platforms::datahub
