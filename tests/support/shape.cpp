// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shape.h"

#include "tests/support/entropyshape.h"

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

std::unique_ptr<Shape> makeShape(const QString &name, const ShapeSettings &settings)
{
    if (name == u"entropy-data"_s)
        return std::make_unique<EntropyShape>(settings);
    return nullptr;
}

} // namespace portolan::tests
