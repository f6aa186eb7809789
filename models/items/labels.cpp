// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/labels.h"

#include "models/items/displaytext.h"
#include "models/items/slotext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

struct Word
{
    const char *word;
    const char *text;
};

//! Of the standards' examples for status and classification; a company may have others.
constexpr Word commonWords[] = {
    {"active", QT_TRANSLATE_NOOP("Labels", "Active")},
    {"draft", QT_TRANSLATE_NOOP("Labels", "Draft")},
    {"proposed", QT_TRANSLATE_NOOP("Labels", "Proposed")},
    {"deprecated", QT_TRANSLATE_NOOP("Labels", "Deprecated")},
    {"retired", QT_TRANSLATE_NOOP("Labels", "Retired")},
    {"production", QT_TRANSLATE_NOOP("Labels", "Production")},
    {"public", QT_TRANSLATE_NOOP("Labels", "Public")},
    {"internal", QT_TRANSLATE_NOOP("Labels", "Internal")},
    {"confidential", QT_TRANSLATE_NOOP("Labels", "Confidential")},
    {"restricted", QT_TRANSLATE_NOOP("Labels", "Restricted")},
    {"sensitive", QT_TRANSLATE_NOOP("Labels", "Sensitive")},
};

constexpr Word typeWords[] = {
    {"table", QT_TRANSLATE_NOOP("Labels", "Table")},
    {"view", QT_TRANSLATE_NOOP("Labels", "View")},
    {"model", QT_TRANSLATE_NOOP("Labels", "Model")},
    {"source", QT_TRANSLATE_NOOP("Labels", "Source")},
    {"seed", QT_TRANSLATE_NOOP("Labels", "Seed")},
    {"snapshot", QT_TRANSLATE_NOOP("Labels", "Snapshot")},
    {"topic", QT_TRANSLATE_NOOP("Labels", "Stream topic")},
    {"stream", QT_TRANSLATE_NOOP("Labels", "Stream")},
    {"file", QT_TRANSLATE_NOOP("Labels", "File")},
    {"sql", QT_TRANSLATE_NOOP("Labels", "SQL")},
    {"rest", QT_TRANSLATE_NOOP("Labels", "REST")},
    {"dashboard", QT_TRANSLATE_NOOP("Labels", "Dashboard")},
    {"exposure", QT_TRANSLATE_NOOP("Labels", "Exposure")},
    {"job", QT_TRANSLATE_NOOP("Labels", "Job")},
    {"metric", QT_TRANSLATE_NOOP("Labels", "Metric")},
};

constexpr Word facetWords[] = {
    {"domain", QT_TRANSLATE_NOOP("Labels", "Domain")},
    {"kind", QT_TRANSLATE_NOOP("Labels", "Kind")},
    {"type", QT_TRANSLATE_NOOP("Labels", "Type")},
    {"slo", QT_TRANSLATE_NOOP("Labels", "SLO state")},
    {"port", QT_TRANSLATE_NOOP("Labels", "Port type")},
    {"status", QT_TRANSLATE_NOOP("Labels", "Status")},
    {"owner", QT_TRANSLATE_NOOP("Labels", "Owner")},
    {"tag", QT_TRANSLATE_NOOP("Labels", "Tag")},
    {"classification", QT_TRANSLATE_NOOP("Labels", "Classification")},
    {"platform", QT_TRANSLATE_NOOP("Labels", "Platform")},
    {"account", QT_TRANSLATE_NOOP("Labels", "Account")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("Labels", text);
}

template <size_t N>
QString wordIn(const Word (&words)[N], const QString &word)
{
    for (const auto &entry : words) {
        if (word.compare(QLatin1String(entry.word), Qt::CaseInsensitive) == 0)
            return translated(entry.text);
    }
    return {};
}

QString plainKindText(domain::EntityKind kind)
{
    using domain::EntityKind;
    switch (kind) {
    case EntityKind::Domain:
        return QCoreApplication::translate("Labels", "Domain");
    case EntityKind::Team:
        return QCoreApplication::translate("Labels", "Team");
    case EntityKind::Person:
        return QCoreApplication::translate("Labels", "Person");
    case EntityKind::Product:
        return QCoreApplication::translate("Labels", "Data product");
    case EntityKind::Port:
        return QCoreApplication::translate("Labels", "Port");
    case EntityKind::Contract:
        return QCoreApplication::translate("Labels", "Contract");
    case EntityKind::Asset:
        return QCoreApplication::translate("Labels", "Asset");
    case EntityKind::Field:
        return QCoreApplication::translate("Labels", "Field");
    case EntityKind::Term:
        return QCoreApplication::translate("Labels", "Business term");
    case EntityKind::Tag:
        return QCoreApplication::translate("Labels", "Tag");
    case EntityKind::Check:
        return QCoreApplication::translate("Labels", "Check");
    case EntityKind::Policy:
        return QCoreApplication::translate("Labels", "Policy");
    }
    return {};
}

} // namespace

QString kindText(domain::EntityKind kind, const QString &type)
{
    if (kind == domain::EntityKind::Asset && !type.isEmpty()) {
        const auto known = wordIn(typeWords, type);
        return known.isEmpty() ? oneLine(type, 40) : known;
    }
    if (kind == domain::EntityKind::Port && !type.isEmpty())
        return QCoreApplication::translate("Labels", "%1 port")
            .arg(facetValueText(u"port"_s, type));
    return plainKindText(kind);
}

QString facetTitle(const QString &key)
{
    const auto known = wordIn(facetWords, key);
    return known.isEmpty() ? key : known;
}

QString facetValueText(const QString &key, const QString &value)
{
    if (key == u"kind"_s) {
        if (const auto kind = domain::kindFromWord(value))
            return plainKindText(*kind);
    }
    if (key == u"type"_s || key == u"port"_s) {
        const auto known = wordIn(typeWords, value);
        if (!known.isEmpty())
            return known;
    }
    if (key == u"status"_s || key == u"classification"_s) {
        const auto known = wordIn(commonWords, value);
        return known.isEmpty() ? capitalised(oneLine(value, 120)) : known;
    }
    if (key == u"slo"_s) {
        if (const auto state = stateFromWord(value))
            return stateText(*state);
    }
    if (key == u"domain"_s)
        return oneLine(value.mid(value.lastIndexOf(u'/') + 1), 120);
    return oneLine(value, 120);
}

QString portTypesText(const QStringList &types)
{
    QStringList words;
    for (const auto &type : types.mid(0, 6)) {
        const auto word = facetValueText(u"port"_s, type);
        // Prose: only the first word of the list begins with a capital.
        const bool prose = type == u"stream"_s || type == u"file"_s;
        words.append(prose && !words.isEmpty() ? word.toLower() : word);
    }
    return words.join(u", "_s);
}

} // namespace portolan::items
