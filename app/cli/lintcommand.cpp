// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "models/formats/lint/lint.h"
#include "models/sync/report.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::Finding;

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
        QStringList found;
        QDirIterator entries(word, {u"*.yaml"_s, u"*.yml"_s, u"*.json"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (entries.hasNext())
            found.append(entries.next());
        found.sort();
        files.append(found);
    }
    return files;
}

QList<Finding> findingsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {{.file = path,
                 .rule = u"file.unreadable"_s,
                 .message = u"the file cannot be read: %1"_s.arg(file.errorString()),
                 .remedy = u"check its permissions"_s}};
    }
    return formats::lint::lint(path, file.readAll());
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
