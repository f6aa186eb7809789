// SPDX-License-Identifier: GPL-3.0-or-later
// Results that cannot be recognised by what is in them, because it is not there or in another
// encoding. What begins like a result and breaks later is told by the reader of its tool.
#include "models/formats/workspace/brokenresult.h"

#include "models/formats/results/resultfile.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {
namespace {

// Where tools name themselves.
constexpr qsizetype beginBytes = 16 * 1024;

//! Whether \a bytes are UTF-16, as a shell of Windows redirects output, and hold a word that only
//! a tool's results have.
bool isResultInUtf16(const QByteArray &bytes)
{
    static constexpr std::array marks{"\"scanStartTimestamp\"", "\"expectation_config\"",
                                      "\"dbt_schema_version\"", "\"dataContractId\""};
    if (!results::isUtf16({bytes.constData(), std::size_t(bytes.size())}))
        return false;
    const bool isBig = bytes.startsWith("\xFE\xFF") || bytes.front() == '\0';
    QStringDecoder decode(isBig ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE);
    const QString text = decode(bytes.left(beginBytes));
    return std::any_of(marks.begin(), marks.end(), [&text](const char *mark) {
        return text.contains(QLatin1StringView(mark));
    });
}

} // namespace

bool isNamedResult(const QString &path)
{
    const auto name = path.section(u'/', -1).toLower();
    return name == u"run_results.json" || name == u"sources.json" || name == u"run_results.json.gz"
        || name == u"sources.json.gz";
}

std::optional<domain::Finding> brokenResult(const QString &path, const QByteArray &bytes)
{
    if (!isNamedResult(path) && !isResultInUtf16(bytes))
        return {};
    const results::ResultDocument document({.file = path, .bytes = bytes});
    if (document.isReadable() || document.findings().isEmpty())
        return {};
    return document.findings().constLast();
}

} // namespace portolan::formats::workspace
