// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparemodel.h"

#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/pagesource.h"
#include "models/items/sla.h"
#include "models/items/slotext.h"

#include <QMetaEnum>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

using Facts = QList<std::pair<QString, QString>>;

QString portsText(const domain::Page &page)
{
    QStringList ports;
    for (const auto &related : page.related) {
        if (related.relation == domain::Relation::OutputPort && !related.incoming)
            ports.append(oneLine(related.entity.label(), 80));
    }
    return ports.join(u", "_s);
}

QString accountsText(const domain::Entity &entity)
{
    QStringList accounts;
    for (const auto &alias : entity.aliases)
        accounts.append(oneLine(alias.accountName, 80));
    accounts.removeDuplicates();
    return accounts.join(u", "_s);
}

Facts factsOf(const domain::Page &page)
{
    const auto &entity = page.entity;
    Facts facts{
        {CompareModel::tr("Kind"), kindText(entity.kind, entity.type)},
        {CompareModel::tr("Domain"), domain::domainText(entity.domain)},
        {CompareModel::tr("Owner"), entity.ownerName},
        {CompareModel::tr("Status"), entity.status},
        {CompareModel::tr("Service levels"), standingLine(entity)},
        {CompareModel::tr("Version"), entity.version},
        {CompareModel::tr("Sensitivity"), entity.classification},
        {CompareModel::tr("Output ports"), portsText(page)},
        {CompareModel::tr("Port types"), portTypesText(entity.portTypes)},
        {CompareModel::tr("Fields"),
         entity.fieldCount > 0 ? QString::number(entity.fieldCount) : QString()},
        {CompareModel::tr("Used by"),
         entity.popularity > 0 ? QString::number(entity.popularity) : QString()},
        {CompareModel::tr("Tags"), entity.tags.join(u", "_s)},
        {CompareModel::tr("Seen by"), accountsText(entity)},
        {CompareModel::tr("Purpose"), page.merged.terms.purpose},
        {CompareModel::tr("Limitations"), page.merged.terms.limitations},
        {CompareModel::tr("Description"), entity.description},
    };
    for (const auto &term : page.merged.sla)
        facts.append({slaTitle(term.property), slaPromise(term)});
    return facts;
}

} // namespace

CompareModel::CompareModel(PageSource &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
{
    connect(&source, &PageSource::changed, this, &CompareModel::read);
}

void CompareModel::compare(const QList<domain::Entity> &entities)
{
    m_ids.clear();
    m_names.clear();
    m_pages = QList<std::optional<domain::Page>>(entities.size());
    for (const auto &entity : entities) {
        m_ids.append(entity.id);
        m_names.append(oneLine(entity.label(), 120));
    }
    rebuild();
    read();
}

void CompareModel::read()
{
    ++m_question;
    for (qsizetype i = 0; i < m_ids.size(); ++i) {
        onFinished(m_source.page(m_ids.at(i)), this,
                   [this, i, question = m_question](Result<domain::Page> page) {
                       if (question != m_question || !page)
                           return;
                       m_pages[i] = std::move(*page);
                       rebuild();
                   });
    }
}

void CompareModel::rebuild()
{
    beginResetModel();
    m_facts.clear();
    for (qsizetype column = 0; column < m_pages.size(); ++column) {
        if (!m_pages.at(column))
            continue;
        for (const auto &[name, value] : factsOf(*m_pages.at(column))) {
            if (value.isEmpty())
                continue;
            auto fact = std::find_if(m_facts.begin(), m_facts.end(),
                                     [&name = name](const Fact &f) { return f.name == name; });
            if (fact == m_facts.end())
                fact = m_facts.insert(m_facts.end(), {name, QStringList(m_pages.size())});
            fact->values[column] = oneLine(value, 600);
        }
    }
    endResetModel();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_facts.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &fact = m_facts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return fact.values.at(index.column());
    case IdRole:
        return m_ids.at(index.column());
    case DiffersRole:
        return std::any_of(fact.values.begin(), fact.values.end(),
                           [&](const QString &value) { return value != fact.values.first(); });
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_facts.size() ? QVariant(m_facts.at(section).name) : QVariant();
    return section < m_names.size() ? QVariant(m_names.at(section)) : QVariant();
}

QHash<int, QByteArray> CompareModel::roleNames() const
{
    auto names = QAbstractTableModel::roleNames();
    const auto roles = QMetaEnum::fromType<Role>();
    for (int i = 0; i < roles.keyCount(); ++i)
        names.insert(roles.value(i), roles.key(i));
    return names;
}

} // namespace portolan::items
