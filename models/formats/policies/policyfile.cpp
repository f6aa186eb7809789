// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/policies/policyfile.h"

#include "models/formats/document/memberreader.h"
#include "models/formats/document/mergeconflict.h"
#include "models/formats/document/read.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::policies {
namespace {

using document::memberPath;
using document::MemberReader;
using document::Node;
using document::Presence;
using domain::Finding;
using domain::PolicyKindInfo;
using domain::PolicyParameters;
using domain::PolicyRule;
using Key = std::string_view;

constexpr std::array fileKeys{Key("format"), Key("ownRequests"), Key("rules"), Key("purposes")};
constexpr std::array ruleKeys{Key("id"),      Key("kind"),   Key("scope"),     Key("severity"),
                              Key("message"), Key("remedy"), Key("parameters")};
constexpr std::array purposeKeys{Key("code"), Key("title"), Key("description"),
                                 Key("classifications"), Key("maxDays")};

QString joined(std::span<const Key> keys)
{
    QStringList words;
    for (const auto key : keys)
        words.append(QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size())));
    return words.join(u", "_s);
}

const PolicyKindInfo *kindNamed(const QString &word)
{
    for (const auto &info : domain::policyKinds()) {
        if (info.word == word)
            return &info;
    }
    return nullptr;
}

std::optional<Finding::Severity> severityFromWord(const QString &word)
{
    for (const auto severity :
         {Finding::Severity::Error, Finding::Severity::Warning, Finding::Severity::Info}) {
        if (domain::severityWord(severity) == word)
            return severity;
    }
    return {};
}

//! Reads the rules of one file.
class RuleReader
{
public:
    RuleReader(MemberReader &reader, const Node &node, QString path)
        : m_reader(reader)
        , m_node(node)
        , m_path(std::move(path))
    {
    }

    PolicyRule read();

private:
    void refuse(Key key, const QString &message, const QString &remedy);
    void readScope(const PolicyKindInfo &info);
    void readParameters(const PolicyKindInfo &info);
    void readOne(const Node &parameters, Key key);
    void readFormat(const Node &parameters, Key key);
    void demand(const PolicyKindInfo &info, const Node &at);

    MemberReader &m_reader;
    Node m_node;
    QString m_path;
    PolicyRule m_rule;
};

void RuleReader::refuse(Key key, const QString &message, const QString &remedy)
{
    const auto value = m_node[key];
    m_reader.refuse(value.exists() ? value : m_node, u"value"_s, memberPath(m_path, key), message,
                    remedy);
}

PolicyRule RuleReader::read()
{
    const auto before = m_reader.findings.size();
    m_reader.noteUnknown(m_node, ruleKeys, m_path);
    m_rule.id = m_reader.text(m_node, "id", m_path, Presence::Required);
    m_rule.message = m_reader.text(m_node, "message", m_path);
    m_rule.remedy = m_reader.text(m_node, "remedy", m_path);
    const auto severity = m_reader.text(m_node, "severity", m_path);
    if (const auto known = severityFromWord(severity))
        m_rule.severity = *known;
    else if (!severity.isEmpty())
        refuse("severity", u"There is no severity \"%1\""_s.arg(severity.left(40)),
               u"Write error, warning or info"_s);
    const auto word = m_reader.text(m_node, "kind", m_path, Presence::Required);
    if (const auto *info = kindNamed(word)) {
        m_rule.kind = info->kind;
        readScope(*info);
        readParameters(*info);
    } else if (!word.isEmpty()) {
        // Where its verdict is looked for: what nobody can read is no reason to let a request pass.
        const auto scope = domain::scopeFromWord(m_reader.text(m_node, "scope", m_path));
        m_rule.scope = scope.value_or(m_rule.scope);
        QStringList words;
        for (const auto &one : domain::policyKinds())
            words.append(one.word.toString());
        refuse("kind", u"There is no kind of rule \"%1\""_s.arg(word.left(40)),
               u"Write one of "_s + words.join(u", "_s));
    }
    for (auto at = before; at < m_reader.findings.size(); ++at) {
        if (m_reader.findings.at(at).severity != Finding::Severity::Error)
            continue;
        m_rule.kind = domain::PolicyKind::Unreadable;
        m_rule.mistake = m_reader.findings.at(at).message;
        break;
    }
    return m_rule;
}

void RuleReader::readScope(const PolicyKindInfo &info)
{
    m_rule.scope = info.scopes.front();
    const auto word = m_reader.text(m_node, "scope", m_path);
    if (word.isEmpty())
        return;
    const auto scope = domain::scopeFromWord(word);
    if (scope && std::find(info.scopes.begin(), info.scopes.end(), *scope) != info.scopes.end()) {
        m_rule.scope = *scope;
        return;
    }
    if (scope)
        m_rule.scope = *scope; // where its verdict is looked for
    QStringList words;
    for (const auto one : info.scopes)
        words.append(domain::scopeWord(one));
    refuse("scope",
           u"A rule of kind %1 cannot have the scope \"%2\""_s.arg(info.word, word.left(40)),
           u"Write one of "_s + words.join(u", "_s));
}

void RuleReader::readParameters(const PolicyKindInfo &info)
{
    const auto parameters = m_reader.mapping(m_node, "parameters", m_path);
    m_reader.noteUnknown(parameters, info.parameters, memberPath(m_path, "parameters"));
    for (const auto key : info.parameters)
        readOne(parameters, key);
    demand(info, parameters.exists() ? parameters : m_node);
}

void RuleReader::readOne(const Node &parameters, Key key)
{
    const auto path = memberPath(m_path, "parameters");
    auto &values = m_rule.parameters;
    if (key == "allowed")
        values.allowed = m_reader.texts(parameters, key, path);
    else if (key == "properties")
        values.properties = m_reader.texts(parameters, key, path);
    else if (key == "classifications")
        values.classifications = m_reader.texts(parameters, key, path);
    else if (key == "minimum")
        values.minimum = m_reader.whole(parameters, key, path, 1).value_or(1);
    else if (key == "maxDays")
        values.maxDays = m_reader.whole(parameters, key, path, 1).value_or(0);
    else if (key == "share")
        values.share = m_reader.share(parameters, key, path).value_or(1);
    else
        readFormat(parameters, key);
}

void RuleReader::readFormat(const Node &parameters, Key key)
{
    const auto path = memberPath(m_path, "parameters");
    const auto text = m_reader.text(parameters, key, path);
    auto &values = m_rule.parameters;
    const auto field = memberPath(path, key);
    if (text.isEmpty())
        return;
    if (key == "of") {
        static const QStringList ofAny{u"id"_s, u"name"_s, u"version"_s};
        static const QStringList ofPorts{u"contract-version"_s, u"field"_s};
        values.of = text;
        const auto isPort = m_rule.scope == domain::PolicyScope::Port;
        if (!ofAny.contains(text) && !(isPort && ofPorts.contains(text)))
            m_reader.refuse(parameters[key], u"value"_s, field,
                            u"A rule with this scope cannot be about \"%1\""_s.arg(text.left(40)),
                            u"Write one of "_s + (isPort ? ofAny + ofPorts : ofAny).join(u", "_s));
    } else if (key == "standard") {
        values.standard = text;
        if (!domain::formatStandards().contains(text))
            m_reader.refuse(parameters[key], u"value"_s, field,
                            u"There is no format \"%1\""_s.arg(text.left(40)),
                            u"Write one of %1, or a pattern instead"_s.arg(
                                domain::formatStandards().join(u", "_s)));
    } else {
        values.pattern = text;
        const QRegularExpression pattern(text);
        if (!pattern.isValid())
            m_reader.refuse(
                parameters[key], u"value"_s, field,
                u"The pattern is no regular expression: %1"_s.arg(pattern.errorString()),
                u"Correct it"_s);
    }
}

//! What a kind cannot do without.
void RuleReader::demand(const PolicyKindInfo &info, const Node &at)
{
    const auto &values = m_rule.parameters;
    QString missing;
    if (info.kind == domain::PolicyKind::StatusAllowed && values.allowed.isEmpty())
        missing = u"allowed"_s;
    const auto isClassified = info.kind == domain::PolicyKind::PurposeForClassified
        || info.kind == domain::PolicyKind::SecondApprover;
    if (isClassified && values.classifications.isEmpty())
        missing = u"classifications"_s;
    if (info.kind == domain::PolicyKind::Format) {
        if (values.of.isEmpty())
            missing = u"of"_s;
        else if (values.standard.isEmpty() == values.pattern.isEmpty())
            missing = values.standard.isEmpty() ? u"standard"_s : QString();
        if (!values.standard.isEmpty() && !values.pattern.isEmpty())
            m_reader.refuse(at, u"value"_s, memberPath(m_path, "parameters.pattern"),
                            u"The rule has both a standard and a pattern"_s,
                            u"Remove one of them"_s);
    }
    if (!missing.isEmpty())
        m_reader.refuse(at, u"required"_s, m_path % u".parameters."_s % missing,
                        u"A rule of kind %1 needs the parameter `%2`"_s.arg(info.word, missing),
                        u"Write it; the parameters are %1"_s.arg(joined(info.parameters)));
}

//! Reads files into one set.
class SetReader
{
public:
    void read(const PolicyFile &file);

    Policies result;

private:
    void readRoot(MemberReader &reader, const Node &root);
    void readPurpose(MemberReader &reader, const Node &node, const QString &path);
    void addUnreadable(const QString &path);
    bool isNew(MemberReader &reader, const Node &at, const QString &id, const QString &field);

    QSet<QString> m_known; //!< "rules:<id>" and "purposes:<code>"
};

//! Notes that \a id is used, and refuses a second use.
bool SetReader::isNew(MemberReader &reader, const Node &at, const QString &id, const QString &field)
{
    const QString key = field.section(u'[', 0, 0) % u':' % id;
    if (!m_known.contains(key)) {
        m_known.insert(key);
        return true;
    }
    reader.refuse(at, u"repeated"_s, field,
                  u"\"%1\" stands here a second time; only the first counts"_s.arg(id.left(60)),
                  u"Give it an id of its own, or remove it"_s);
    return false;
}

void SetReader::readPurpose(MemberReader &reader, const Node &node, const QString &path)
{
    reader.noteUnknown(node, purposeKeys, path);
    const domain::Purpose purpose{.code = reader.text(node, "code", path, Presence::Required),
                                  .title = reader.text(node, "title", path),
                                  .description = reader.text(node, "description", path),
                                  .classifications = reader.texts(node, "classifications", path),
                                  .maxDays = reader.whole(node, "maxDays", path, 1).value_or(0)};
    if (!purpose.code.isEmpty() && isNew(reader, node, purpose.code, path))
        result.set.purposes.append(purpose);
}

void SetReader::readRoot(MemberReader &reader, const Node &root)
{
    const auto format = reader.text(root, "format", {});
    if (!format.isEmpty() && format != u"portolan.policies/1"_s)
        reader.refuse(
            root["format"], u"format"_s, u"format"_s,
            u"\"%1\" is not a form of policies that this version reads"_s.arg(format.left(60)),
            u"Write portolan.policies/1"_s);
    reader.noteUnknown(root, fileKeys, {});
    // Who may decide for themselves is nothing to be guessed: a wrong word means no.
    result.set.ownRequests =
        result.set.ownRequests || reader.flag(root, "ownRequests", {}).value_or(false);
    auto index = 0;
    for (const auto node : reader.mappings(root, "rules", {})) {
        const auto path = u"rules[%1]"_s.arg(index++);
        const auto rule = RuleReader(reader, node, path).read();
        if (rule.id.isEmpty() || isNew(reader, node, rule.id, path))
            result.set.rules.append(rule);
    }
    index = 0;
    for (const auto node : reader.mappings(root, "purposes", {}))
        readPurpose(reader, node, u"purposes[%1]"_s.arg(index++));
}

//! Nobody knows which rules stood in the file, so nothing is judged as if they were kept.
void SetReader::addUnreadable(const QString &path)
{
    for (const auto scope : {domain::PolicyScope::Product, domain::PolicyScope::Request})
        result.set.rules.append({.id = path,
                                 .kind = domain::PolicyKind::Unreadable,
                                 .scope = scope,
                                 .mistake = u"the file cannot be read"_s});
}

void SetReader::read(const PolicyFile &file)
{
    if (const auto conflict = document::mergeConflictIn(file.path, file.bytes)) {
        result.findings.append(*conflict);
        addUnreadable(file.path);
        return;
    }
    const auto read = document::read(file.path, file.bytes);
    result.findings += read.findings;
    MemberReader reader(file.path, u"policies"_s);
    if (read.root().isMapping())
        readRoot(reader, read.root());
    else
        addUnreadable(file.path);
    if (read.root().exists() && !read.root().isMapping())
        reader.refuse(read.root(), u"mapping"_s, {}, u"A file of policies is a mapping"_s,
                      u"Write `rules:` and `purposes:`"_s);
    result.findings += reader.findings;
}

} // namespace

bool looksLike(const Node &root)
{
    if (!root.isMapping())
        return false;
    if (root["format"].text().startsWith(u"portolan.policies/"_s))
        return true;
    const auto rule = root["rules"].item(0);
    const auto purpose = root["purposes"].item(0);
    return !root.has("kind") && !root.has("apiVersion")
        && ((rule.has("id") && rule.has("kind")) || purpose.has("code"));
}

Policies readPolicies(QList<PolicyFile> files)
{
    std::stable_sort(
        files.begin(), files.end(),
        [](const PolicyFile &left, const PolicyFile &right) { return left.path < right.path; });
    SetReader reader;
    for (const auto &file : files)
        reader.read(file);
    std::stable_sort(reader.result.findings.begin(), reader.result.findings.end(),
                     domain::comesBefore);
    return reader.result;
}

} // namespace portolan::formats::policies
