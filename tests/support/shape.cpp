// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shape.h"

#include "tests/support/datahubshape.h"
#include "tests/support/entropyshape.h"
#include "tests/support/marquezshape.h"
#include "tests/support/openmetadatashape.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace portolan::tests {

QStringList ApiRequest::segments() const
{
    QStringList parts;
    for (const auto &part : rawPath.split('/')) {
        if (!part.isEmpty())
            parts.append(QUrl::fromPercentEncoding(part));
    }
    return parts;
}

QString ApiRequest::parameter(const QString &name) const
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

Shape::~Shape() = default;

ApiAnswer Shape::control(const ApiRequest &)
{
    return {.status = 404, .body = "{}"};
}

ApiAnswer Shape::signedOut() const
{
    return {.status = 401,
            .body = R"({"type":"about:blank","title":"Unauthorized","status":401})",
            .contentType = "application/problem+json"};
}

ApiRequest Shape::pageBefore(const ApiRequest &request) const
{
    return request;
}

ApiAnswer jsonOf(const QJsonObject &value, int status)
{
    return {.status = status, .body = QJsonDocument(value).toJson(QJsonDocument::Compact)};
}

ApiAnswer listOf(const QString &name, const QJsonArray &list, QJsonObject more)
{
    more.insert(name, list);
    auto answer = jsonOf(more);
    answer.list = name;
    return answer;
}

std::unique_ptr<Shape> makeShape(const QString &name, const ShapeSettings &settings)
{
    if (name == u"entropy-data"_s)
        return std::make_unique<EntropyShape>(settings);
    if (name == u"datahub"_s)
        return std::make_unique<DataHubShape>(settings);
    if (name == u"openmetadata"_s)
        return std::make_unique<OpenMetadataShape>(settings);
    if (name == u"marquez"_s)
        return std::make_unique<MarquezShape>(settings);
    return nullptr;
}

} // namespace portolan::tests
