// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lintpolicies.h"

#include "models/formats/document/mergeconflict.h"
#include "models/formats/document/read.h"
#include "models/formats/policies/defaults.h"
#include "models/formats/policies/policyfile.h"
#include "models/formats/workspace/assembly.h"
#include "models/formats/workspace/filebytes.h"
#include "models/formats/workspace/knownfile.h"
#include "models/policy/judge.h"
#include "models/policy/question.h"
#include "models/policy/recordfacts.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace portolan::cli {
namespace {

using domain::Finding;
using domain::Record;
using formats::policies::Policies;
using formats::policies::PolicyFile;

//! The files of policies in \a folder.
QList<PolicyFile> filesIn(const QDir &folder)
{
    QList<PolicyFile> files;
    const auto names = folder.entryInfoList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name);
    const formats::document::Limits limits;
    for (const auto &info : names) {
        // What cannot be read is read as nothing, which is a finding about the file.
        files.append({.path = info.filePath(),
                      .bytes = formats::workspace::bytesOf(info.filePath(), limits.bytes)
                                   .value_or(QByteArray())});
    }
    return files;
}

//! Whether one of \a files is meant as policies: folders above the one that was named may have
//! other files in a folder of that name.
bool arePolicies(const QList<PolicyFile> &files)
{
    return std::any_of(files.begin(), files.end(), [](const PolicyFile &file) {
        return formats::document::mergeConflictIn(file.path, file.bytes)
            || formats::policies::looksLike(formats::document::read(file.path, file.bytes).root());
    });
}

//! The folder with the policies for \a word, or empty where those that ship are for it.
QString policyFolderOf(const QString &word)
{
    const QFileInfo info(word);
    QDir folder(info.isDir() ? word : info.path());
    const auto own = folder.filePath(u"policies"_s);
    if (!filesIn(QDir(own)).isEmpty())
        return own;
    folder.makeAbsolute();
    while (!folder.exists(u".git"_s) && folder.cdUp()) {
        if (const auto above = folder.filePath(u"policies"_s); arePolicies(filesIn(QDir(above))))
            return above;
    }
    return {};
}

Policies policiesIn(const QString &folder)
{
    return folder.isEmpty() ? Policies{.set = formats::policies::defaultPolicies()}
                            : formats::policies::readPolicies(filesIn(QDir(folder)));
}

//! The records of all products and contracts in \a files. Their documents name absolute paths
//! without the first slash.
QList<Record> recordsOf(const QStringList &files)
{
    std::vector<formats::workspace::KnownFile> read;
    QSet<QString> seen;
    for (const auto &file : files) {
        const auto path = QFileInfo(file).absoluteFilePath().mid(1);
        if (seen.contains(path))
            continue;
        seen.insert(path);
        auto known = formats::workspace::readKnownFile({}, {.path = path});
        if (known.contract || known.product)
            read.push_back(std::move(known));
    }
    QList<const formats::workspace::KnownFile *> all;
    for (const auto &known : read)
        all.append(&known);
    return formats::workspace::Assembly(all).records();
}

//! Turns verdicts into findings at the place of what they are about.
class Reporter
{
public:
    Reporter(const QList<Record> &records, const QStringList &files)
    {
        for (const auto &record : records)
            m_records.insert(record.nativeId, &record);
        for (const auto &file : files)
            m_names.insert(QFileInfo(file).absoluteFilePath().mid(1), file);
    }

    Finding findingOf(const domain::PolicyVerdict &verdict, const QString &product) const
    {
        const auto isPort = !verdict.port.isEmpty();
        const auto document = documentOf(isPort ? verdict.port : product);
        const auto isUnknown = verdict.result == domain::PolicyResult::Unknown;
        return {.file = m_names.value(document.file, document.file),
                .line = document.line,
                .severity = isUnknown ? Finding::Severity::Info : verdict.severity,
                .rule = u"policy/"_s % verdict.policy,
                .field = verdict.field,
                .message = (isPort ? u"Port \"%1\": "_s : u"Product \"%1\": "_s)
                               .arg(isPort ? verdict.port : product)
                    % verdict.message,
                .remedy = verdict.remedy};
    }

    //! The document of the thing, or of the contract that a thing without one was made from.
    domain::NativeDocument documentOf(const QString &id) const
    {
        const auto *record = m_records.value(id);
        if (record == nullptr)
            return {};
        if (!record->native.isEmpty())
            return record->native.first();
        for (const auto &to : record->relations) {
            const auto isInside = to.relation == domain::Relation::OutputPort
                || to.relation == domain::Relation::GovernedBy;
            if (isInside)
                return documentOf(to.nativeId);
        }
        return {};
    }

private:
    QHash<QString, const Record *> m_records;
    QHash<QString, QString> m_names; //!< as they were given
};

} // namespace

QList<Finding> policyFindings(const QList<NamedFiles> &named, const Judge &judge)
{
    QMap<QString, QStringList> byFolder;
    for (const auto &[word, files] : named)
        byFolder[policyFolderOf(word)] += files;
    QList<Finding> findings;
    for (auto it = byFolder.cbegin(); it != byFolder.cend(); ++it) {
        const auto policies = policiesIn(it.key());
        findings += policies.findings;
        const auto records = recordsOf(it.value());
        const Reporter reporter(records, it.value());
        const auto report = [&](const QList<domain::PolicyVerdict> &verdicts, const QString &id) {
            for (const auto &verdict : verdicts) {
                if (verdict.result != domain::PolicyResult::Pass)
                    findings.append(reporter.findingOf(verdict, id));
            }
        };
        QList<domain::PolicyQuestion> questions;
        for (const auto &product : policy::factsOf(records)) {
            report(policy::judgeProduct(policies.set, product), product.id);
            questions.append(policy::questionOf(product, reporter.documentOf(product.id).json));
        }
        const auto told = judge ? judge(questions) : QList<QList<domain::PolicyVerdict>>();
        for (qsizetype i = 0; i < told.size(); ++i)
            report(told.at(i), questions.at(i).thing);
    }
    return findings;
}

} // namespace portolan::cli
