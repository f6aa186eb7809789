// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/policy/formats.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portolan::policy {
namespace {

// A pattern comes from a file and may backtrack; names are short.
constexpr qsizetype mostCharacters = 1'000;

QString patternOf(const QString &standard)
{
    // semver: the expression of semver.org, version 2.0.0.
    static const QHash<QString, QString> patterns{
        {u"semver"_s,
         uR"((0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-((0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(\+([0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*))?)"_s},
        {u"kebab-case"_s, u"[a-z][a-z0-9]*(-[a-z0-9]+)*"_s},
        {u"snake-case"_s, u"[a-z][a-z0-9]*(_[a-z0-9]+)*"_s},
        {u"uuid"_s, u"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"_s},
    };
    return patterns.value(standard);
}

} // namespace

std::optional<bool> isWrittenAs(const domain::PolicyParameters &parameters, const QString &text)
{
    const auto written =
        parameters.standard.isEmpty() ? parameters.pattern : patternOf(parameters.standard);
    if (written.isEmpty() || text.size() > mostCharacters)
        return {};
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(written));
    if (!pattern.isValid())
        return {};
    const auto match = pattern.match(text);
    return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt;
}

} // namespace portolan::policy
