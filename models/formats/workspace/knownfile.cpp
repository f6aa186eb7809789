// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/knownfile.h"

#include "models/formats/datacontract/testresults.h"
#include "models/formats/document/read.h"
#include "models/formats/gx/validation.h"
#include "models/formats/lint/lint.h"
#include "models/formats/openlineage/eventlines.h"
#include "models/formats/openslo/read.h"
#include "models/formats/results/resultfile.h"
#include "models/formats/soda/scan.h"
#include "models/formats/workspace/brokenresult.h"
#include "models/formats/workspace/filebytes.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {
namespace {

constexpr qint64 headBytes = 64 * 1024;
const document::Limits documentLimits;

QString nameWithoutGz(const QString &path)
{
    return path.endsWith(u".gz"_s, Qt::CaseInsensitive) ? path.chopped(3) : path;
}

bool isNamedYaml(const QString &path)
{
    const auto name = nameWithoutGz(path);
    return name.endsWith(u".yaml"_s, Qt::CaseInsensitive)
        || name.endsWith(u".yml"_s, Qt::CaseInsensitive);
}

bool isNamedJson(const QString &path)
{
    return nameWithoutGz(path).endsWith(u".json"_s, Qt::CaseInsensitive);
}

//! orders.odcs.yaml: a name that leaves no doubt.
bool isNamedDescriptor(const QString &path)
{
    const auto name = nameWithoutGz(path);
    return (isNamedYaml(path) || isNamedJson(path))
        && (name.contains(u".odcs."_s, Qt::CaseInsensitive)
            || name.contains(u".odps."_s, Qt::CaseInsensitive));
}

//! Words without which no document of the two standards can be: they spare the reading of others.
bool mayBeDescriptor(const QByteArray &bytes)
{
    return bytes.contains("DataContract") || bytes.contains("DataProduct")
        || bytes.contains("quantumName") || bytes.contains("datasetDomain")
        || bytes.contains("apiVersion");
}

//! Whether bytes that could not be read say that they are a contract or product.
bool claimsToBeDescriptor(const QByteArray &bytes)
{
    static const QRegularExpression kind(
        uR"((^|[{,])[\s{,"']*kind["']?\s*:\s*["']?Data(Contract|Product)\b)"_s,
        QRegularExpression::MultilineOption);
    return kind.match(QString::fromUtf8(bytes.left(headBytes))).hasMatch();
}

char firstCharacter(const QByteArray &bytes)
{
    qsizetype at = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (at < bytes.size()
           && (bytes.at(at) == ' ' || (bytes.at(at) >= '\t' && bytes.at(at) <= '\r')))
        ++at;
    return at < bytes.size() ? bytes.at(at) : '\0';
}

domain::Finding problem(const FileState &state, const QString &rule, const QString &message,
                        const QString &remedy)
{
    domain::Finding finding;
    finding.file = state.path;
    finding.rule = rule;
    finding.message = message;
    finding.remedy = remedy;
    return finding;
}

void addTooLarge(KnownFile &file, qint64 limit)
{
    file.findings.append(
        problem(file.state, u"files.too-large"_s,
                u"The file was not read: it has more than %1 MB."_s.arg(limit / (1024 * 1024)),
                u"Split it, or leave out what describes no data."_s));
}

void addUnreadable(KnownFile &file, const Error &why, qint64 limit)
{
    if (why.kind == Error::Kind::TooLarge)
        return addTooLarge(file, limit);
    // Neither whoever may not read it knows what it says, nor whoever cannot at the moment.
    file.isToRepeat = isMomentary(why);
    file.unreadable = file.isToRepeat || why.kind == Error::Kind::Forbidden;
    auto finding = problem(
        file.state, u"files.unreadable"_s, u"The file cannot be read: "_s % why.detail % u'.',
        file.unreadable ? u"Give yourself the right to read it, or move it away."_s
                        : u"Write it again, whole."_s);
    // What it is about stays unknown, so it may be nothing of ours.
    if (!isNamedYaml(file.state.path) && !isNamedJson(file.state.path))
        finding.severity = domain::Finding::Severity::Warning;
    file.findings.append(finding);
}

QList<ContractUse> usesIn(const document::Node &root)
{
    QList<ContractUse> uses;
    for (const std::string_view list : {"inputPorts", "outputPorts"}) {
        int index = 0;
        for (const auto port : root[list]) {
            const auto id = port["contractId"];
            if (!id.text().isEmpty())
                uses.append({.contractId = id.text(),
                             .field = QString::fromUtf8(list.data(), qsizetype(list.size()))
                                 % u"[%1].contractId"_s.arg(index),
                             .line = id.line(),
                             .column = id.column()});
            ++index;
        }
    }
    return uses;
}

//! What reading found, and what the rules of the standard find; of two findings on one field the
//! rule's is kept, since it names the rule.
void addFindings(KnownFile &file, const QList<domain::Finding> &ofDocument,
                 const QList<domain::Finding> &ofReader, const document::Node &root)
{
    const auto ofRules = lint::lint(file.state.path, root);
    file.findings.append(ofDocument + ofRules);
    for (const auto &finding : ofReader) {
        const auto repeats = [&finding](const domain::Finding &rule) {
            return rule.field == finding.field && rule.severity == finding.severity;
        };
        if (std::none_of(ofRules.begin(), ofRules.end(), repeats))
            file.findings.append(finding);
    }
}

//! Reads the OpenSLO documents of a file; false where there are none.
bool readObjectives(KnownFile &file, const QList<document::Document> &documents)
{
    for (const auto &document : documents) {
        if (openslo::looksLike(document.root()))
            file.objectives.append(openslo::read(file.state.path, document.root()));
    }
    if (file.objectives.isEmpty())
        return false;
    for (const auto &document : documents)
        file.findings.append(document.findings);
    return true;
}

//! Which quality tool wrote \a bytes.
ResultKind resultKindOf(const QByteArray &bytes)
{
    const std::string_view text(bytes.constData(), std::size_t(bytes.size()));
    if (gx::looksLike(text))
        return ResultKind::GreatExpectations;
    if (soda::looksLike(text))
        return ResultKind::Soda;
    return datacontract::looksLike(text) ? ResultKind::DataContract : ResultKind::None;
}

void readDescriptor(KnownFile &file, const QByteArray &bytes)
{
    const bool certain = isNamedDescriptor(file.state.path);
    if (!certain && !mayBeDescriptor(bytes))
        return;
    const auto documents = document::readAll(file.state.path, bytes, documentLimits);
    if (readObjectives(file, documents))
        return;
    const auto &document = documents.first();
    const auto root = document.root();
    if (!root.exists()) {
        const bool named = isNamedYaml(file.state.path) || isNamedJson(file.state.path);
        if (certain || (named && claimsToBeDescriptor(bytes)))
            file.findings.append(document.findings);
        return;
    }
    if (odcs::looksLike(root)) {
        file.contract = odcs::read(file.state.path, root);
        addFindings(file, document.findings, file.contract->findings, root);
    } else if (odps::looksLike(root)) {
        file.product = odps::read(file.state.path, root);
        file.uses = usesIn(root);
        addFindings(file, document.findings, file.product->findings, root);
    }
}

//! A JSON file whose head did not say what it is: the keys may stand in any order.
void readJson(KnownFile &file, const QString &root, const FileHead &head)
{
    const auto bytes = head.isAll ? Result<QByteArray>(head.bytes)
                                  : bytesOf(root % u'/' % file.state.path, maxArtifactBytes, root);
    if (!bytes) {
        if (isNamedJson(file.state.path))
            addUnreadable(file, bytes.error(), maxArtifactBytes);
        return;
    }
    const dbt::Artifact whole{.file = file.state.path, .bytes = *bytes};
    if (dbt::claimsToBeArtifact(whole.view())) {
        file.artifact = dbt::headerOf(whole.view());
        if (file.artifact.kind != dbt::ArtifactKind::None)
            return;
        if (const auto broken = dbt::brokenAt(whole.view())) {
            file.findings.append(dbt::brokenArtifact(whole, *broken));
            return;
        }
    }
    if (bytes->size() <= results::maxResultBytes)
        file.results = resultKindOf(*bytes);
    if (file.results != ResultKind::None)
        return;
    if (bytes->size() <= documentLimits.bytes)
        readDescriptor(file, *bytes);
    else if (claimsToBeDescriptor(*bytes))
        addTooLarge(file, documentLimits.bytes);
}

//! Files of access are known by their place, since their ids have to be those of the place; a copy
//! that says that it is one is a finding anywhere.
bool readAccess(KnownFile &file, const QString &root, const FileHead &head)
{
    const auto &path = file.state.path;
    // A domain may be called "policies" or "access": what describes data there still does.
    const bool isDescriptor = isNamedDescriptor(path) || claimsToBeDescriptor(head.bytes)
        || head.bytes.startsWith("apiVersion:") || head.bytes.contains("\napiVersion:");
    const bool isPlace = isAccessPlace(path) && !isDescriptor;
    if (!isPlace && (!isNamedYaml(path) || !claimsToBeAccess(head.bytes)))
        return false;
    const auto bytes = head.isAll ? Result<QByteArray>(head.bytes)
                                  : bytesOf(root % u'/' % path, documentLimits.bytes, root);
    if (!bytes) {
        addUnreadable(file, bytes.error(), documentLimits.bytes);
        return true;
    }
    auto read = readAccessFile(path, *bytes);
    file.findings.append(read.findings);
    file.access = std::move(read.file);
    return true;
}

void readYaml(KnownFile &file, const QString &root, const FileHead &head)
{
    const bool named = isNamedYaml(file.state.path);
    const bool claims = claimsToBeDescriptor(head.bytes);
    if (!named && !claims)
        return;
    if (head.isAll) {
        readDescriptor(file, head.bytes);
        return;
    }
    const auto bytes = bytesOf(root % u'/' % file.state.path, documentLimits.bytes, root);
    if (bytes)
        readDescriptor(file, *bytes);
    else
        addUnreadable(file, bytes.error(), documentLimits.bytes);
}

//! Finds out what \a file is.
void recognise(KnownFile &file, const QString &root, const FileHead &read)
{
    const auto &state = file.state;
    const auto &head = read.bytes;
    if (readAccess(file, root, read))
        return;
    file.hasEvents = openlineage::holdsEvents({head.constData(), std::size_t(head.size())});
    if (file.hasEvents)
        return;
    const bool large = state.size > maxArtifactBytes;
    if (large && (isNamedJson(state.path) || firstCharacter(head) == '{')) {
        addTooLarge(file, maxArtifactBytes);
        return;
    }
    if (head.left(1024).contains('\0')) {
        if (isNamedDescriptor(state.path))
            file.findings.append(problem(state, u"document.encoding"_s,
                                         u"The file holds zero bytes: it is no UTF-8 text."_s,
                                         u"Save it as UTF-8."_s));
        return;
    }
    if (firstCharacter(head) != '{') {
        readYaml(file, root, read);
        return;
    }
    const dbt::Artifact start{.file = state.path, .bytes = head};
    file.artifact = dbt::headerOf(start.view());
    if (file.artifact.kind == dbt::ArtifactKind::None)
        readJson(file, root, read);
}

bool isAnything(const KnownFile &file)
{
    return file.access || !file.findings.isEmpty() || file.contract || file.product
        || file.hasEvents || !file.objectives.isEmpty() || file.results != ResultKind::None
        || file.artifact.kind != dbt::ArtifactKind::None;
}

//! A tool's results that cannot be read must not vanish without a word.
void addBrokenResult(KnownFile &file, const QString &root, const FileHead &head)
{
    const auto &path = file.state.path;
    auto bytes = head.bytes;
    if (isNamedResult(path) && !head.isAll) {
        auto whole = bytesOf(root % u'/' % path, results::maxResultBytes, root);
        if (!whole)
            return addUnreadable(file, whole.error(), results::maxResultBytes);
        bytes = std::move(*whole);
    }
    if (const auto finding = brokenResult(path, bytes))
        file.findings.append(*finding);
}

} // namespace

KnownFile readKnownFile(const QString &root, const FileState &state)
{
    KnownFile file;
    file.state = state;
    const auto head = headOf(root % u'/' % state.path, headBytes, root);
    if (!head) {
        addUnreadable(file, head.error(), headBytes);
        return file;
    }
    recognise(file, root, *head);
    if (!isAnything(file))
        addBrokenResult(file, root, *head);
    return file;
}

} // namespace portolan::formats::workspace
