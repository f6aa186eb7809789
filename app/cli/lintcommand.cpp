// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/accountjudge.h"
#include "app/cli/commands.h"
#include "app/cli/lintpolicies.h"
#include "app/cli/output.h"
#include "models/formats/access/accessfile.h"
#include "models/formats/document/mergeconflict.h"
#include "models/formats/document/read.h"
#include "models/formats/lint/lint.h"
#include "models/formats/policies/policyfile.h"
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

//! The files that \a word names: a folder stands for the YAML and JSON files in it.
Result<QStringList> filesOf(const QString &word)
{
    const QFileInfo info(word);
    if (!info.exists())
        return failure(Error::Kind::NotFound, u"there is no file \"%1\""_s.arg(word));
    if (!info.isDir())
        return QStringList{word};
    // The same files that a sync of the folder would look at.
    const auto listing = formats::workspace::listFolder(word, [] { return false; });
    if (!listing)
        return tl::unexpected(listing.error());
    const auto prefix = word.endsWith(u'/') ? word : QString(word + u'/');
    QStringList files;
    for (const auto &file : listing->files) {
        if (isDescriptorName(file.path))
            files.append(prefix + file.path);
    }
    return files;
}

//! What is wrong with a request, decision, agreement or grant, which are known by their place.
QList<Finding> accessFindings(const QString &path, const QByteArray &bytes)
{
    const auto from = path.lastIndexOf(u"access/"_s);
    const auto inWorkspace = from < 0 ? path : path.mid(from);
    auto findings = inWorkspace.contains(u"/requests/"_s)
        ? formats::access::readRequest(inWorkspace, bytes).findings
        : inWorkspace.contains(u"/decisions/"_s)
        ? formats::access::readDecision(inWorkspace, bytes).findings
        : inWorkspace.contains(u"/grants/"_s)
        ? formats::access::readGrant(inWorkspace, bytes).findings
        : formats::access::readAgreement(inWorkspace, bytes).findings;
    for (auto &finding : findings)
        finding.file = path;
    return findings;
}

//! What is wrong with the file, by the rules for what it is.
QList<Finding> findingsIn(const QString &path, const QByteArray &bytes)
{
    if (const auto conflict = formats::document::mergeConflictIn(path, bytes))
        return {*conflict};
    const auto document = formats::document::read(path, bytes);
    const auto root = document.root();
    if (formats::access::looksLike(root))
        return accessFindings(path, bytes);
    if (formats::policies::looksLike(root))
        return formats::policies::readPolicies({{.path = path, .bytes = bytes}}).findings;
    return formats::lint::lint(path, bytes);
}

QList<Finding> findingsOf(const QString &path)
{
    const formats::document::Limits limits;
    const auto bytes = formats::workspace::bytesOf(path, limits.bytes);
    if (bytes)
        return findingsIn(path, *bytes);
    const bool large = bytes.error().kind == Error::Kind::TooLarge;
    return {{.file = path,
             .rule = large ? u"file.too-large"_s : u"file.unreadable"_s,
             .message = u"the file cannot be read: %1"_s.arg(bytes.error().detail),
             .remedy = large ? u"split it"_s : u"check its permissions"_s}};
}

//! What the policies say, those of \a account too where one is named. False where that one did
//! not tell everything.
Result<bool> addPolicies(Context &context, const QList<NamedFiles> &named, const QString &account,
                         QList<Finding> &findings)
{
    if (account.isEmpty()) {
        findings = policyFindings(named);
        return true;
    }
    auto judge = AccountJudge::named(context, account);
    if (!judge)
        return tl::unexpected(judge.error());
    findings = policyFindings(named, [&judge](const auto &asked) { return judge->judge(asked); });
    if (!judge->isWhole())
        fail({Error::Kind::Unavailable, account + u": "_s + judge->why()});
    return judge->isWhole();
}

int run(Context &context, const Arguments &arguments)
{
    if (arguments.positional.isEmpty())
        return fail({Error::Kind::Usage, u"lint needs a file or folder"_s});
    QStringList files;
    QList<NamedFiles> named;
    QList<Finding> findings;
    for (const auto &word : arguments.positional) {
        const auto found = filesOf(word);
        if (!found)
            return fail(found.error());
        files.append(*found);
        named.append({.word = word, .files = *found});
    }
    bool isWhole = true;
    if (arguments.has(u"account"_s) && !arguments.has(u"policies"_s))
        return fail({Error::Kind::Usage, u"--account goes with --policies"_s});
    if (arguments.has(u"policies"_s)) {
        const auto done = addPolicies(context, named, arguments.value(u"account"_s), findings);
        if (!done)
            return fail(done.error());
        isWhole = *done;
    }
    for (const auto &file : std::as_const(files))
        findings.append(findingsOf(file));
    std::stable_sort(findings.begin(), findings.end(), domain::comesBefore);
    // A file of policies is read for its rules and as one of the files.
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    const bool wrong = std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.severity == Finding::Severity::Error;
    });
    if (arguments.json) {
        printDocument({{u"format"_s, u"portolan.lint/1"_s},
                       {u"files"_s, files.size()},
                       {u"findings"_s, sync::findingsJson(findings)}});
    } else {
        for (const auto &finding : std::as_const(findings))
            printLine(domain::lineOf(finding));
    }
    if (wrong)
        return static_cast<int>(Exit::NotFound);
    return static_cast<int>(isWhole ? Exit::Done : Exit::Platform);
}

} // namespace

Command lintCommand()
{
    return {.name = u"lint"_s,
            .usage = u"FILE…"_s,
            .summary = u"validate ODPS, ODCS, policy and access files by their own rules"_s,
            .options = {{.name = u"policies"_s,
                         .value = {},
                         .meaning = u"also judge products by the policies of their workspace"_s},
                        {.name = u"account"_s,
                         .value = u"NAME"_s,
                         .meaning = u"with --policies: and by those of this account"_s}},
            .run = run};
}

} // namespace portolan::cli
