// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/lint/checker.h"

#include "models/formats/lint/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::lint {
namespace {

using document::Node;
using domain::Finding;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString inCode(const QString &text)
{
    return u'`' % text % u'`';
}

bool applies(const When &when, const Node &node, Versions version)
{
    if ((when.in & version) == 0)
        return false;
    const auto value = node[when.key];
    if (!value.exists() ? when.orAbsent : value.isString() && value.utf8() == when.word)
        return true;
    return !when.orText.empty() && node[when.orText].isString();
}

bool isReference(const QString &text, Versions version)
{
    // Two dots and dashes came with 3.2, and the ending "yml".
    static const QRegularExpression oldName(u"^[A-Za-z_][A-Za-z0-9_]*\\.[A-Za-z_][A-Za-z0-9_]*$"_s);
    static const QRegularExpression newName(
        u"^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)+$"_s);
    static const QRegularExpression path(
        u"^((https?://)?[A-Za-z0-9._/-]+\\.(yaml|yml)#)?/?[A-Za-z_][A-Za-z0-9_]*/[A-Za-z0-9_-]+"
        "(/[A-Za-z_][A-Za-z0-9_]*/[A-Za-z0-9_-]+)*$"_s);
    const auto newest = (version & V3_2) != 0;
    if ((newest ? newName : oldName).match(text).hasMatch())
        return true;
    return path.match(text).hasMatch() && (newest || !text.contains(u".yml#"_s));
}

bool hasRepetition(const Node &list)
{
    QSet<QByteArray> known;
    for (const auto item : list) {
        const auto json = item.toJson();
        if (known.contains(json))
            return true;
        known.insert(json);
    }
    return false;
}

bool allReferences(const Node &value, Versions version)
{
    if (value.isScalar())
        return isReference(value.text(), version);
    for (const auto item : value) {
        if (item.isString() && !isReference(item.text(), version))
            return false;
    }
    return value.size() > 0;
}

//! What \a value has to be and is not, or empty.
QString unmetDemand(const Node &value, Demand demand, Versions version)
{
    static const QRegularExpression stableId(u"^[A-Za-z0-9_-]+$"_s);
    static const QRegularExpression version2(u"^v[0-9]+\\.[0-9]+\\.[0-9]+"_s);
    const auto text = value.text();
    const auto number = text.toDouble();
    switch (demand) {
    case Demand::None:
        return {};
    case Demand::StableId:
        return stableId.match(text).hasMatch() ? QString()
                                               : u"letters, digits, \"-\" and \"_\" only"_s;
    case Demand::SftpUrl:
        return text.startsWith(u"sftp://"_s) ? QString() : u"an address that begins with sftp://"_s;
    case Demand::Version2:
        return version2.match(text).hasMatch() ? QString() : u"a version like v2.2.2"_s;
    case Demand::Reference:
        return allReferences(value, version) ? QString()
                                             : u"table.column, or schema/<id>/properties/<id>"_s;
    case Demand::NotNegative:
        return number >= 0 ? QString() : u"no number below 0"_s;
    case Demand::Positive:
        return number > 0 ? QString() : u"a number above 0"_s;
    case Demand::AtLeastOne:
        return number >= 1 ? QString() : u"at least 1"_s;
    case Demand::SomeItems:
        return value.size() > 0 ? QString() : u"at least one item"_s;
    case Demand::SomeDistinct:
        return value.size() > 0 && !hasRepetition(value) ? QString()
                                                         : u"at least one item, and none twice"_s;
    case Demand::TwoDistinct:
        return value.size() == 2 && !hasRepetition(value) ? QString() : u"two different numbers"_s;
    }
    return {};
}

} // namespace

Checker::Checker(QString file, Versions version, QString standard, QString prefix)
    : m_file(std::move(file))
    , m_version(version)
    , m_standard(std::move(standard))
    , m_prefix(std::move(prefix))
{
}

void Checker::check(const Node &node, const Shape &shape, const QString &path)
{
    const auto shapes = shapesFor(node, shape);
    for (const auto *one : shapes) {
        checkMembers(node, *one, path);
        checkSpecial(node, *one, path);
    }
    checkUnknown(node, shapes, path);
}

Checker::Shapes Checker::shapesFor(const Node &node, const Shape &shape) const
{
    Shapes shapes{&shape};
    for (const auto &when : shape.when) {
        if (applies(when, node, m_version))
            shapes.push_back(when.shape);
    }
    return shapes;
}

void Checker::checkMembers(const Node &node, const Shape &shape, const QString &path)
{
    for (const auto &member : shape.members) {
        if ((member.in & m_version) == 0)
            continue;
        const auto name = textOf(member.name);
        const auto value = node[member.name];
        if (value.exists()) {
            checkValue(value, member, under(path, name));
        } else if ((member.required & m_version) != 0) {
            error(node, u"required", under(path, name),
                  inCode(under(path, name)) % u" is missing; "_s % m_standard
                      % u" requires it in "_s % textOf(shape.name),
                  u"Add "_s + inCode(name));
        }
    }
}

void Checker::checkValue(const Node &value, const Member &member, const QString &path)
{
    if (!checkType(value, member.types, path))
        return;
    checkWord(value, member, path);
    checkDemand(value, member, path);
    if (value.isMapping() && member.shape != nullptr)
        check(value, *member.shape, path);
    if (value.isSequence())
        checkItems(value, member, path);
}

void Checker::checkItems(const Node &list, const Member &member, const QString &path)
{
    auto index = 0;
    for (const auto item : list) {
        const auto itemPath = u"%1[%2]"_s.arg(path).arg(index++);
        if (checkType(item, member.items, itemPath) && item.isMapping()
            && member.itemShape != nullptr)
            check(item, *member.itemShape, itemPath);
    }
}

bool Checker::checkType(const Node &value, Types types, const QString &path)
{
    if ((typesOf(value) & types) != 0)
        return true;
    const auto quotable = (types & Text) != 0 && value.isScalar() && !value.isNull();
    error(value, u"type", path,
          inCode(path) % u" is "_s % valueWords(value) % u"; "_s % m_standard % u" wants "_s
              % typeWords(types),
          quotable             ? u"Put it in quotes"_s
              : value.isNull() ? u"Give it a value, or remove it"_s
                               : QString(u"Make it "_s % typeWords(types)));
    return false;
}

void Checker::checkWord(const Node &value, const Member &member, const QString &path)
{
    if (member.words.empty() || !value.isScalar())
        return;
    const auto known = wordsIn(member.words, m_version);
    if (known.contains(value.text()))
        return;
    const auto likely = closest(value.text(), known);
    error(value, u"value", path,
          inCode(path) % u" is "_s % valueWords(value) % u"; "_s % m_standard % u" knows "_s
              % known.join(u", "_s),
          likely.isEmpty() ? u"Use one of these words"_s
                           : QString(u"Did you mean \""_s % likely % u"\"?"_s));
}

void Checker::checkDemand(const Node &value, const Member &member, const QString &path)
{
    const auto wanted = unmetDemand(value, member.demand, m_version);
    if (wanted.isEmpty())
        return;
    error(value, u"value", path,
          inCode(path) % u" is "_s % valueWords(value) % u"; "_s % m_standard % u" wants "_s
              % wanted,
          u"Correct the value"_s);
}

void Checker::checkUnknown(const Node &node, const Shapes &shapes, const QString &path)
{
    QStringList known;
    QStringList elsewhere;
    for (const auto *shape : shapes) {
        for (const auto &member : shape->members)
            ((member.in & m_version) != 0 ? known : elsewhere).append(textOf(member.name));
    }
    const auto closed = (shapes.front()->closedIn & m_version) != 0;
    for (const auto value : node) {
        const auto name = value.key().text();
        if (known.contains(name))
            continue;
        const auto likely = closest(name, known);
        auto remedy = u"Remove it, or move it to customProperties"_s;
        if (!likely.isEmpty())
            remedy = u"Did you mean "_s % inCode(likely) % u'?';
        else if (elsewhere.contains(name))
            remedy = u"Another version of the standard has it: check apiVersion"_s;
        const auto field = under(path, name);
        add(value.key(), closed ? Finding::Severity::Error : Finding::Severity::Warning,
            u"unknown-key"_s, field,
            inCode(field) % u": "_s % m_standard % u" has no such field in "_s
                % textOf(shapes.front()->name),
            remedy);
    }
}

void Checker::checkSpecial(const Node &node, const Shape &shape, const QString &path)
{
    if ((shape.specialIn & m_version) == 0)
        return;
    switch (shape.special) {
    case Special::None:
        return;
    case Special::Property:
        return checkOptions(node, path);
    case Special::OneOperator:
        return checkOperators(node, shape, path);
    case Special::BothEndsAlike:
        return checkEnds(node, path);
    }
}

void Checker::checkOperators(const Node &node, const Shape &shape, const QString &path)
{
    QStringList used;
    for (const auto &member : shape.members) {
        if (node.has(member.name))
            used.append(textOf(member.name));
    }
    if (used.size() == 1)
        return;
    if (used.isEmpty())
        error(node, u"operator", path,
              inCode(path) % u" compares with nothing; "_s % m_standard % u" wants one operator"_s,
              u"Add one, for example "_s + inCode(u"mustBe: 0"_s));
    else
        error(node, u"operator", path,
              inCode(path) % u" has "_s % used.join(u" and "_s) % u"; "_s % m_standard
                  % u" allows one operator in a rule"_s,
              u"Make two rules of it"_s);
}

void Checker::checkEnds(const Node &node, const QString &path)
{
    const auto from = node["from"];
    const auto to = node["to"];
    if (!from.exists() || !to.exists() || from.isSequence() == to.isSequence())
        return;
    error(node, u"relationship", path,
          inCode(path) % u" goes from a list to a single column or the other way round"_s,
          u"Give both ends one column, or both a list"_s);
}

//! Options are judged by the logical type, so they need one; and the schema of 3.2 takes what has
//! none for a map.
void Checker::checkOptions(const Node &node, const QString &path)
{
    if (node.has("logicalType"))
        return;
    const auto newest = (m_version & V3_2) != 0;
    const auto options = node["logicalTypeOptions"];
    const auto field = under(path, u"logicalType"_s);
    if (options.isMapping() && (newest || options.size() > 0))
        error(options, u"options", field,
              inCode(under(path, u"logicalTypeOptions"_s)) % u" belongs to no logical type"_s,
              u"Add "_s + inCode(u"logicalType"_s));
    else if (newest && !node.has("map"))
        error(node, u"required", field,
              inCode(field) % u" is missing; "_s % m_standard
                  % u" takes a property without it for a map, and this one has no map"_s,
              u"Add "_s + inCode(u"logicalType"_s));
}

void Checker::error(const Node &at, QStringView rule, const QString &field, const QString &message,
                    const QString &remedy)
{
    add(at, Finding::Severity::Error, rule.toString(), field, message, remedy);
}

void Checker::add(const Node &at, Finding::Severity severity, const QString &rule,
                  const QString &field, const QString &message, const QString &remedy)
{
    findings.append({.file = m_file,
                     .line = at.line(),
                     .column = at.column(),
                     .severity = severity,
                     .rule = m_prefix % u'.' % rule,
                     .field = field,
                     .message = message,
                     .remedy = remedy});
}

} // namespace portolan::formats::lint
