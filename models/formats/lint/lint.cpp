// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/lint/lint.h"

#include "models/formats/document/read.h"
#include "models/formats/lint/checker.h"
#include "models/formats/lint/names.h"
#include "models/formats/lint/shape.h"
#include "models/formats/odcs/contract.h"
#include "models/formats/odps/product.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::lint {
namespace {

using document::Node;
using domain::Finding;

struct KnownVersion
{
    QStringView text;
    Versions bit;
};

constexpr std::array contractVersions{
    KnownVersion{u"v2.2.0", V2_2},   KnownVersion{u"v2.2.1", V2_2},
    KnownVersion{u"v2.2.2", V2_2},   KnownVersion{u"v3.0.0", V3_0_0},
    KnownVersion{u"v3.0.1", V3_0_1}, KnownVersion{u"v3.0.2", V3_0_2},
    KnownVersion{u"v3.1.0", V3_1},   KnownVersion{u"v3.2.0", V3_2}};
constexpr std::array productVersions{KnownVersion{u"v0.9.0", P0_9}, KnownVersion{u"v1.0.0", P1_0},
                                     KnownVersion{u"v1.1.0", P1_1}};

//! Which rules a document is judged by.
struct Choice
{
    KnownVersion version;
    enum class Match { Exact, Absent, Guessed, Nonsense } match = Match::Exact;
};

//! The newest version of the same major as \a declared, else the newest of all.
Choice choose(const Node &declared, std::span<const KnownVersion> known)
{
    if (!declared.isString())
        return {known.back(), Choice::Match::Absent};
    const auto text = declared.text();
    for (const auto &version : known) {
        if (version.text == text)
            return {version, Choice::Match::Exact};
    }
    const auto sane = text.size() > 1 && text.at(0) == u'v' && text.at(1).isDigit();
    const auto match = sane ? Choice::Match::Guessed : Choice::Match::Nonsense;
    const auto major = text.section(u'.', 0, 0);
    for (auto version = known.rbegin(); version != known.rend(); ++version) {
        if (version->text.toString().section(u'.', 0, 0) == major)
            return {*version, match};
    }
    return {known.back(), match};
}

void noteVersion(const Node &root, const Choice &choice, const QString &standard, Checker &checker)
{
    if (choice.match == Choice::Match::Exact || choice.match == Choice::Match::Absent)
        return;
    const auto declared = root["apiVersion"];
    const auto nonsense = choice.match == Choice::Match::Nonsense;
    checker.add(
        declared, nonsense ? Finding::Severity::Error : Finding::Severity::Warning, u"version"_s,
        u"apiVersion"_s,
        u"`apiVersion` is \"%1\", which is no known version; the file is judged as %2"_s.arg(
            declared.text().simplified().left(40), standard),
        u"Write the version of the standard that the file follows, for example %1"_s.arg(
            choice.version.text));
}

bool isFlat(const Node &root)
{
    if (root["apiVersion"].text().startsWith(u"v2"_s))
        return true;
    const auto flat = root.has("datasetName") || root.has("quantumName") || root.has("dataset");
    return flat && !root.has("schema") && !root["apiVersion"].text().startsWith(u"v3"_s);
}

QList<Finding> lintContract(const QString &file, const Node &root)
{
    const auto flat = isFlat(root);
    auto choice = choose(root["apiVersion"], contractVersions);
    if (flat)
        choice.version =
            choice.version.bit == V2_2 ? choice.version : KnownVersion{u"v2.2.2", V2_2};
    const QString standard = u"ODCS "_s + choice.version.text;
    Checker checker(file, choice.version.bit, standard, u"odcs"_s);
    noteVersion(root, choice, standard, checker);
    checker.check(root, flat ? flatContractShape : contractShape, {});
    checkNames(root, checker);
    return checker.findings;
}

QList<Finding> lintProduct(const QString &file, const Node &root)
{
    const auto choice = choose(root["apiVersion"], productVersions);
    const QString standard = u"ODPS "_s + choice.version.text;
    Checker checker(file, choice.version.bit, standard, u"odps"_s);
    noteVersion(root, choice, standard, checker);
    if (choice.version.bit == P1_1)
        checker.add(
            root["apiVersion"], Finding::Severity::Info, u"no-schema"_s, u"apiVersion"_s,
            u"ODPS v1.1 has no official schema yet; the file is judged by the text of the standard"_s,
            {});
    checker.check(root, productShape, {});
    checkPortNames(root, checker);
    return checker.findings;
}

//! A wrong kind must not hide what a file is.
bool isProduct(const Node &root)
{
    if (!odps::looksLike(root))
        return false;
    return !odcs::looksLike(root) || root.has("outputPorts") || root.has("inputPorts");
}

QList<Finding> sorted(QList<Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(), domain::comesBefore);
    // What several rows of a table say about one place is said once.
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    return findings;
}

} // namespace

QList<Finding> lint(const QString &fileName, const Node &root)
{
    if (isProduct(root))
        return sorted(lintProduct(fileName, root));
    if (odcs::looksLike(root))
        return sorted(lintContract(fileName, root));
    return {{.file = fileName,
             .line = root.line(),
             .column = root.column(),
             .severity = Finding::Severity::Info,
             .rule = u"lint.other"_s,
             .field = {},
             .message = u"This is neither a contract (ODCS) nor a data product (ODPS)"_s,
             .remedy = u"Write kind and apiVersion if it is meant to be one"_s}};
}

QList<Finding> lint(const QString &fileName, const QByteArray &bytes)
{
    const auto document = document::read(fileName, bytes);
    auto findings = document.findings;
    if (document.root().exists())
        findings += lint(fileName, document.root());
    return sorted(findings);
}

} // namespace portolan::formats::lint
