// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "models/formats/document/read.h"
#include "models/formats/lint/lint.h"
#include "models/formats/workspace/filebytes.h"
#include "models/formats/workspace/listing.h"
#include "models/sync/report.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::Finding;

bool isDescriptorName(const QString &path)
{
    const QStringList ends{u".yaml"_s, u".yml"_s, u".json"_s};
    return std::any_of(ends.begin(), ends.end(), [&path](const QString &end) {
        return path.endsWith(end, Qt::CaseInsensitive);
    });
}

//! The files that \a words name: a folder stands for the YAML and JSON files in it.
Result<QStringList> filesOf(const QStringList &words)
{
    QStringList files;
    for (const auto &word : words) {
        const QFileInfo info(word);
        if (!info.exists())
            return failure(Error::Kind::NotFound, u"there is no file \"%1\""_s.arg(word));
        if (!info.isDir()) {
            files.append(word);
            continue;
        }
        // The same files that a sync of the folder would look at.
        const auto listing = formats::workspace::listFolder(word, [] { return false; });
        if (!listing)
            return tl::unexpected(listing.error());
        const auto prefix = word.endsWith(u'/') ? word : QString(word + u'/');
        for (const auto &file : listing->files) {
            if (isDescriptorName(file.path))
                files.append(prefix + file.path);
        }
    }
    return files;
}

QList<Finding> findingsOf(const QString &path)
{
    const formats::document::Limits limits;
    const auto bytes = formats::workspace::bytesOf(path, limits.bytes);
    if (bytes)
        return formats::lint::lint(path, *bytes);
    const bool large = bytes.error().kind == Error::Kind::TooLarge;
    return {{.file = path,
             .rule = large ? u"file.too-large"_s : u"file.unreadable"_s,
             .message = u"the file cannot be read: %1"_s.arg(bytes.error().detail),
             .remedy = large ? u"split it"_s : u"check its permissions"_s}};
}

int run(Context &, const Arguments &arguments)
{
    if (arguments.positional.isEmpty())
        return fail({Error::Kind::Usage, u"lint needs a file or folder"_s});
    const auto files = filesOf(arguments.positional);
    if (!files)
        return fail(files.error());
    QList<Finding> findings;
    for (const auto &file : *files)
        findings.append(findingsOf(file));
    std::stable_sort(findings.begin(), findings.end(), domain::comesBefore);
    const bool wrong = std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.severity == Finding::Severity::Error;
    });
    if (arguments.json) {
        printDocument({{u"format"_s, u"portolan.lint/1"_s},
                       {u"files"_s, files->size()},
                       {u"findings"_s, sync::findingsJson(findings)}});
    } else {
        for (const auto &finding : std::as_const(findings))
            printLine(domain::lineOf(finding));
    }
    return static_cast<int>(wrong ? Exit::NotFound : Exit::Done);
}

} // namespace

Command lintCommand()
{
    return {.name = u"lint"_s,
            .usage = u"FILE…"_s,
            .summary = u"validate ODPS and ODCS files by the rules of their own version"_s,
            .options = {},
            .run = run};
}

} // namespace portolan::cli
