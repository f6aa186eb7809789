// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/workspace/assetnames.h"

#include "models/domain/datasetkey.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::workspace {

AssetNames::AssetNames(QSet<QString> wanted)
    : m_wanted(std::move(wanted))
{
}

QString AssetNames::nameOf(const QString &text)
{
    QStringList parts;
    for (const auto &part : domain::namePartsOf(text))
        parts.append(part.text.toLower());
    return parts.join(u'.');
}

QString AssetNames::tableIn(const QString &name)
{
    const auto dot = name.lastIndexOf(u'.');
    return dot > 0 ? name.left(dot) : QString();
}

void AssetNames::offer(const domain::Record &record)
{
    if (m_wanted.isEmpty() || record.kind != domain::EntityKind::Asset || record.type == u"job"
        || !record.sameAs.isEmpty())
        return;
    QSet<QString> names{record.nativeId.toLower(), nameOf(record.name)};
    for (const auto &other : record.synonyms)
        names.insert(nameOf(other));
    for (const auto &[fact, value] : record.properties) {
        if (fact == u"physicalName")
            names.insert(nameOf(value));
    }
    auto qualified = record.datasetKey.section(u':', -1, -1).toLower();
    for (; !qualified.isEmpty(); qualified = qualified.section(u'.', 1))
        names.insert(qualified);
    for (const auto &name : std::as_const(names)) {
        if (!m_wanted.contains(name))
            continue;
        const auto known = m_found.find(name);
        if (known == m_found.end())
            m_found.insert(name, {record.nativeId, record.datasetKey});
        else if (known->nativeId != record.nativeId)
            *known = {};
    }
}

QString AssetNames::find(const QString &name) const
{
    return m_found.value(name).nativeId;
}

} // namespace portolan::formats::workspace
