// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/odcs/termelements.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace portolan::formats::odcs {
namespace {

QString propertyOf(const domain::Record &record, QStringView name)
{
    for (const auto &[key, value] : record.properties) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

TermElements::TermElements(const Contract &contract)
{
    for (const auto name : {u"slaDefaultElement", u"slaDefaultColumn"}) {
        if (m_default.isEmpty() && contract.contract)
            m_default = propertyOf(*contract.contract, name);
    }
    // A technical name counts where no object has it as its own.
    for (const auto &asset : contract.assets)
        m_byName.insert(asset.name, &asset);
    for (const auto &asset : contract.assets) {
        const auto physical = propertyOf(asset, u"physicalName");
        if (!physical.isEmpty() && !m_byName.contains(physical))
            m_byName.insert(physical, &asset);
        for (const auto &field : asset.fields) {
            const auto known = m_byColumn.constFind(field.path);
            m_byColumn.insert(field.path, known == m_byColumn.constEnd() ? &asset : nullptr);
        }
    }
}

//! "table.a.b" is about the object "table.a" if there is one, else about "table".
const domain::Record *TermElements::assetOf(const QString &element) const
{
    constexpr qsizetype longest = 1000;
    if (element.size() > longest)
        return nullptr;
    for (auto end = element.size(); end > 0; end = element.lastIndexOf(u'.', end - 1)) {
        if (const auto *asset = m_byName.value(element.left(end)))
            return asset;
    }
    return m_byColumn.value(element);
}

bool TermElements::isForAll(const domain::SlaTerm &term) const
{
    return term.element.trimmed().isEmpty() && m_default.trimmed().isEmpty();
}

QList<const domain::Record *> TermElements::assetsOf(const domain::SlaTerm &term,
                                                     QStringList &unknown) const
{
    QList<const domain::Record *> assets;
    QSet<const domain::Record *> known;
    const auto named = term.element.trimmed().isEmpty() ? m_default : term.element;
    for (const auto &part : named.split(u',')) {
        const auto element = part.trimmed();
        if (element.isEmpty())
            continue;
        const auto *asset = assetOf(element);
        if (!asset)
            unknown.append(element);
        else if (!known.contains(asset))
            assets.append(asset);
        known.insert(asset);
    }
    return assets;
}

} // namespace portolan::formats::odcs
