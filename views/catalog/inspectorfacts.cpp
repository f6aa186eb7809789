// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says about a page: each part hides where there is nothing to say.
#include "models/items/displaytext.h"
#include "models/items/labels.h"
#include "models/items/sla.h"
#include "models/items/slotext.h"
#include "views/catalog/inspector.h"
#include "views/catalog/portrow.h"
#include "views/shared/icons.h"

#include <QSet>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

constexpr qsizetype mostPorts = 12;
constexpr qsizetype mostPromises = 8;

using items::capitalised;

QString counted(qsizetype count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(QLocale().toString(count));
}

//! "14 consumers, 9 owners", or how many where nobody knows who.
QString usedBy(const items::Dossier &dossier)
{
    const auto consumers = dossier.consumers();
    const auto count = consumers.isEmpty() ? dossier.page.entity.popularity : consumers.size();
    if (count == 0)
        return {};
    const auto things = counted(count, Inspector::tr("1 consumer"), Inspector::tr("%1 consumers"));
    QSet<QString> owners;
    for (const auto &consumer : consumers)
        owners.insert(consumer.ownerName);
    owners.remove({});
    if (owners.isEmpty())
        return things;
    return Inspector::tr("%1, %2").arg(
        things, counted(owners.size(), Inspector::tr("1 owner"), Inspector::tr("%1 owners")));
}

//! The promises of the page, and those of the contracts that govern it, each property once.
QList<domain::SlaTerm> promisesOf(const items::Dossier &dossier)
{
    auto terms = dossier.page.merged.sla;
    for (const auto *contract : dossier.contracts())
        terms += contract->merged.sla;
    QList<domain::SlaTerm> list;
    QSet<QString> seen;
    for (const auto &term : std::as_const(terms)) {
        const QString promise = items::slaTitle(term.property) + u'\n' + items::slaPromise(term);
        if (!seen.contains(promise))
            list.append(term);
        seen.insert(promise);
    }
    return list;
}

} // namespace

void Inspector::fillHead(const domain::Entity &entity)
{
    const auto label = items::oneLine(entity.label(), 300);
    m_icon->setIconName(iconNameOf(entity.kind, entity.type));
    m_title->setText(label);
    m_open->setAccessibleName(tr("Open %1").arg(label));
    m_line->clear();
    QStringList words;
    if (!entity.domain.isEmpty())
        words.append(items::oneLine(domain::domainText(entity.domain), 160));
    if (entity.kind != domain::EntityKind::Product)
        words.append(items::kindText(entity.kind, entity.type));
    if (!entity.version.isEmpty())
        words.append(items::oneLine(entity.version, 40));
    auto *line = new ElidedLabel(Elide::Name);
    line->setColour(Colour::TextSecondary);
    line->setText(words.join(u" · "_s));
    m_line->add(line);
    if (!entity.status.isEmpty())
        m_line->add(new TagLabel(items::facetValueText(u"status"_s, entity.status)));
}

void Inspector::fillFacts()
{
    const auto &dossier = m_loader.dossier();
    const auto &entity = dossier.page.entity;
    m_facts->clear();
    if (!entity.ownerName.isEmpty())
        m_facts->addLine(tr("Owner"), entity.ownerName);
    QStringList team;
    for (const auto &member : dossier.page.merged.team) {
        if (member.dateOut.isEmpty())
            team.append(member.name.isEmpty() ? member.username : member.name);
    }
    if (!team.isEmpty())
        m_facts->addLine(tr("Team"), team.mid(0, 12).join(u", "_s), Elide::Prose);
    if (!entity.classification.isEmpty()) {
        auto *label = new ElidedLabel(Elide::Name);
        label->setIconName(u"kind-classification"_s);
        label->setText(capitalised(entity.classification));
        m_facts->addWidget(tr("Sensitivity"), label);
    }
    if (entity.sloState)
        m_facts->addWidget(
            tr("Service levels"),
            new StatusLabel(statusOf(*entity.sloState), items::standingLine(entity)));
    if (entity.title != entity.name && !entity.title.isEmpty())
        m_facts->addLine(tr("Name"), entity.name);
    if (entity.fieldCount > 0)
        m_facts->addLine(tr("Fields"), QLocale().toString(entity.fieldCount));
    if (const auto text = usedBy(dossier); !text.isEmpty())
        m_facts->addLine(tr("Used by"), text);
    m_factsBlock.frame->setVisible(!m_facts->isEmpty());
}

void Inspector::fillPorts(const domain::Page &page)
{
    qDeleteAll(m_portRows);
    m_portRows.clear();
    qsizetype count = 0;
    for (const auto &related : page.related) {
        if (related.relation != domain::Relation::OutputPort || related.incoming)
            continue;
        if (++count > mostPorts)
            continue;
        auto *row = new PortRow(iconNameOf(domain::EntityKind::Port, related.entity.type),
                                related.entity.label(),
                                items::facetValueText(u"port"_s, related.entity.type));
        connect(row, &PortRow::clicked, this,
                [this, id = related.entity.id] { Q_EMIT openRequested(id, OpenMode::Tab); });
        m_portsBlock.body->addWidget(row);
        m_portRows.append(row);
    }
    m_portsBlock.head->setNote(count > mostPorts ? tr("%1 of %2").arg(mostPorts).arg(count)
                                                 : QString());
    m_portsBlock.frame->setVisible(count > 0);
}

void Inspector::fillPromises()
{
    m_promises->clear();
    for (const auto &term : promisesOf(m_loader.dossier()).mid(0, mostPromises))
        m_promises->add(items::slaTitle(term.property), items::slaPromise(term));
    m_promisesBlock.frame->setVisible(!m_promises->isEmpty());
}

void Inspector::fillSources(const domain::Page &page)
{
    if (m_names != nullptr)
        return m_names->showThing(page.entity.id);
    m_sources->clear();
    for (const auto &alias : page.entity.aliases)
        m_sources->addLine(items::oneLine(alias.accountName, 60), alias.nativeId);
    m_sourcesBlock.frame->setVisible(!m_sources->isEmpty());
}

} // namespace portolan::views::catalog
