// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/openmetadata/openmetadatasearch.h"

#include "models/platforms/openmetadata/collections.h"
#include "models/platforms/openmetadata/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <string>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::platforms::openmetadata {
namespace {

// A hit brings its whole document, columns and all.
constexpr int mostAsked = 50;

//! What is searched for: things that people look for, of which a pull may leave some out.
bool isSought(const QString &type)
{
    static const QStringList others{u"dataProduct"_s, u"domain"_s, u"glossary"_s,
                                    u"glossaryTerm"_s};
    const auto *collection = collectionOf(type);
    return collection != nullptr && (collection->isAsset() || others.contains(type));
}

//! In the index's own language. It is said here, since the parameter "deleted" comes and goes with
//! releases.
QString filter()
{
    QJsonArray types;
    for (const auto &collection : collections()) {
        if (isSought(collection.type))
            types.append(collection.type);
    }
    const QJsonObject sought{{u"terms"_s, QJsonObject{{u"entityType"_s, types}}}};
    const QJsonObject deleted{{u"term"_s, QJsonObject{{u"deleted"_s, true}}}};
    const QJsonObject both{{u"filter"_s, QJsonArray{sought}}, {u"must_not"_s, QJsonArray{deleted}}};
    const QJsonObject query{{u"query"_s, QJsonObject{{u"bool"_s, both}}}};
    return QString::fromUtf8(QJsonDocument(query).toJson(QJsonDocument::Compact));
}

bool isPlain(const QString &word)
{
    static const QStringList operators{u"AND"_s, u"OR"_s, u"NOT"_s, u"TO"_s};
    return !operators.contains(word) && std::all_of(word.begin(), word.end(), [](QChar sign) {
        return sign.isLetterOrNumber() || sign.isMark() || sign.isSurrogate() || sign == u'_'
            || sign == u'.';
    });
}

//! What tells a thing from others, else where it is.
QString snippetFor(const domain::Record &record)
{
    if (!record.description.isEmpty())
        return snippetOf(record.description);
    const auto thing = thingOf(record.nativeId);
    return thing ? snippetOf(thing->fqn) : QString();
}

QString placeOf(const domain::Record &record)
{
    if (!record.domain.isEmpty())
        return record.domain.last();
    const auto thing = thingOf(record.nativeId);
    const auto parts = thing ? partsOf(thing->fqn) : QStringList();
    return parts.size() > 1 ? parts.first() : QString(); // the service
}

} // namespace

QString literalQuery(const QStringList &words)
{
    QStringList terms;
    for (auto word : words) {
        if (isPlain(word)) {
            terms.append(u"(%1 OR %1*)"_s.arg(word));
            continue;
        }
        // Between quotes two signs mean something, and no word is an operator.
        word.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        terms.append(u'"' + word + u'"');
    }
    return terms.join(u" AND "_s);
}

OpenMetadataSearch::OpenMetadataSearch(const Services &services, const net::HttpUrl &installation,
                                       Subscription subscription, std::function<bool()> isOver)
    : m_server(services, installation, {std::move(isOver), {}})
    , m_reader(m_server.installation())
    , m_subscription(std::move(subscription))
{
}

Result<QList<RemoteHit>> OpenMetadataSearch::search(const QString &query, int limit)
{
    m_wasCut = false;
    const auto words = searchWords(query);
    if (words.isEmpty() || limit <= 0)
        return QList<RemoteHit>();
    const int asked = std::min(limit, mostAsked);
    const auto url = m_server.address({u"search"_s, u"query"_s},
                                      {{u"q"_s, literalQuery(words)},
                                       {u"index"_s, u"all"_s},
                                       {u"from"_s, u"0"_s},
                                       {u"size"_s, QString::number(asked)},
                                       {u"query_filter"_s, filter()}});
    if (!url)
        return tl::unexpected(url.error());
    net::HttpRequest request;
    request.url = *url;
    request.mostAttempts = searchAttempts;
    const auto answer = explained(m_server.send(std::move(request)));
    if (!answer)
        return tl::unexpected(answer.error());
    formats::json::JsonParser parser;
    Json root;
    const std::string_view whole(answer->body.constData(), std::size_t(answer->body.size()));
    if (parser.parse(whole, whole).get(root) != simdjson::SUCCESS
        || !formats::json::isObject(formats::json::member(root, "hits")))
        return failure(Error::Kind::Protocol,
                       QString(answer->asked % u": the answer is no list of hits"_s));
    QList<RemoteHit> hits;
    const auto items = formats::json::items(formats::json::member(root, {"hits", "hits"}));
    m_wasCut = qsizetype(items.size()) >= asked; // some of them may be left out below
    for (const auto &item : items) {
        const auto source = formats::json::member(item, "_source");
        const auto type = formats::json::text(source, "entityType");
        if (!isSought(type) || hits.size() == limit)
            continue;
        const std::string text = simdjson::minify(source);
        // As a pull reads it: what is called otherwise there would not be found among the kept.
        const auto thing = m_reader.read(type, text, text);
        const auto &record = thing.record;
        if (record.nativeId.isEmpty() || thing.deleted)
            continue;
        hits.append({.nativeId = record.nativeId,
                     .kind = record.kind,
                     .type = record.type,
                     .name = record.title.isEmpty() ? record.name : record.title,
                     .snippet = snippetFor(record),
                     .place = placeOf(record),
                     .page = record.native.isEmpty() ? QString() : record.native.first().file,
                     .isKept = m_subscription.holds(record)});
    }
    return hits;
}

} // namespace portolan::platforms::openmetadata
