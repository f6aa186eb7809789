// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/bitol/parts.h"

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::bitol {

Node firstOf(const Node &mapping, std::initializer_list<std::string_view> keys)
{
    for (const auto key : keys) {
        if (const auto value = mapping[key]; value.exists())
            return value;
    }
    return {};
}

QString textOf(const Node &value)
{
    if (value.isNull())
        return {};
    return value.isScalar() ? value.text() : QString::fromUtf8(value.toJson());
}

QString textOf(const Node &mapping, std::string_view key)
{
    return textOf(mapping[key]);
}

QStringList textsOf(const Node &list)
{
    QStringList texts;
    if (!list.isSequence()) {
        if (const auto text = textOf(list); !text.isEmpty())
            texts.append(text);
        return texts;
    }
    for (const auto item : list) {
        if (const auto text = textOf(item); !text.isEmpty())
            texts.append(text);
    }
    return texts;
}

bool isYes(const Node &value)
{
    return value.isScalar() && value.text().compare(u"true", Qt::CaseInsensitive) == 0;
}

bool isNo(const Node &value)
{
    return value.isScalar() && value.text().compare(u"false", Qt::CaseInsensitive) == 0;
}

QStringList domainPath(const QString &domain)
{
    auto text = domain;
    text.replace(u" \u203A "_s, u"/"_s);
    QStringList path;
    for (const auto &part : text.split(u'/')) {
        if (!part.trimmed().isEmpty())
            path.append(part.trimmed());
    }
    return path;
}

domain::Terms termsOf(const Node &description)
{
    return {.purpose = textOf(description, "purpose"),
            .limitations = textOf(description, "limitations"),
            .usage = textOf(description, "usage")};
}

QList<domain::Reference> referencesOf(const Node &definitions)
{
    QList<domain::Reference> references;
    if (!definitions.isSequence())
        return references;
    for (const auto item : definitions)
        references.append({.type = textOf(item, "type"),
                           .url = textOf(item, "url"),
                           .description = textOf(item, "description")});
    return references;
}

QList<domain::SupportChannel> supportOf(const Node &support)
{
    QList<domain::SupportChannel> channels;
    if (!support.isSequence())
        return channels;
    for (const auto item : support)
        channels.append({.channel = textOf(item, "channel"),
                         .url = textOf(item, "url"),
                         .description = textOf(item, "description"),
                         .tool = textOf(item, "tool"),
                         .scope = textOf(item, "scope"),
                         .invitationUrl = textOf(item, "invitationUrl")});
    return channels;
}

QList<domain::Question> questionsOf(const Node &context)
{
    QList<domain::Question> questions;
    const auto statements = context["verifiedStatements"];
    if (!statements.isSequence())
        return questions;
    for (const auto item : statements)
        questions.append({.question = textOf(item, "question"), .answer = textOf(item, "answer")});
    return questions;
}

QStringList synonymsOf(const Node &synonyms)
{
    QStringList words;
    if (!synonyms.isSequence())
        return words;
    for (const auto item : synonyms) {
        if (const auto word = item.isMapping() ? textOf(item, "synonym") : textOf(item);
            !word.isEmpty() && !words.contains(word))
            words.append(word);
    }
    return words;
}

void addProperty(Properties &properties, const QString &name, const Node &value)
{
    if (const auto text = textOf(value); !text.isEmpty())
        properties.append({name, text});
}

void addCustomProperties(Properties &properties, const Node &list)
{
    if (list.isMapping()) {
        for (const auto value : list)
            addProperty(properties, textOf(value.key()), value);
        return;
    }
    if (!list.isSequence())
        return;
    for (const auto item : list) {
        if (const auto name = textOf(item, "property"); !name.isEmpty())
            properties.append({name, textOf(item, "value")});
    }
}

void addContext(Properties &properties, const Node &context)
{
    if (context.isScalar()) {
        addProperty(properties, u"context"_s, context);
        return;
    }
    addProperty(properties, u"instructions"_s, context["instructions"]);
    const auto constraints = context["constraints"];
    if (!constraints.isSequence())
        return;
    for (const auto item : constraints)
        addProperty(properties, u"constraint"_s, item.isMapping() ? item["constraint"] : item);
}

domain::NativeDocument nativeOf(const QString &file, const Node &node)
{
    return {.file = file,
            .line = node.key().exists() ? node.key().line() : node.line(),
            .json = node.toJson()};
}

} // namespace portolan::formats::bitol
