// SPDX-License-Identifier: GPL-3.0-or-later
// What hangs on the selected box: worked out in the pool, shown when it is there.
#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "models/lineage/failures.h"
#include "views/lineage/inspector.h"

#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {

using ::portolan::lineage::Direction;
using ::portolan::lineage::NodeIndex;

namespace {

constexpr std::size_t mostHits = 8;
constexpr std::size_t mostOrigins = 3;

//! Uses and products first: they are whom somebody answers to.
int weightOf(const domain::LineageNode &node)
{
    switch (items::lineageKindOf(node)) {
    case items::LineageKind::Use:
        return 0;
    case items::LineageKind::Port:
        return 1;
    default:
        return 2;
    }
}

bool fails(const domain::LineageNode &node)
{
    return node.slo == domain::SloState::Missed || node.slo == domain::SloState::Burning;
}

//! Where the failure of \a starts began, the nearest first; empty when they do not fail, or nothing
//! fails before them.
std::vector<NodeIndex> originsOf(const items::LineageMesh &mesh,
                                 const std::vector<NodeIndex> &starts)
{
    const auto &nodes = mesh.graph->nodes;
    std::vector<std::uint8_t> failing(nodes.size());
    std::transform(nodes.begin(), nodes.end(), failing.begin(),
                   [](const auto &node) { return std::uint8_t(fails(node)); });
    std::vector<NodeIndex> found;
    std::optional<::portolan::lineage::FailureOrigins> origins;
    for (const auto start : starts) {
        if (failing[start] == 0)
            continue;
        if (!origins)
            origins.emplace(mesh.arcs, failing);
        for (const auto origin : origins->of(start)) {
            const bool isOwn = std::find(starts.begin(), starts.end(), origin) != starts.end();
            const bool isKnown = std::find(found.begin(), found.end(), origin) != found.end();
            if (!isOwn && !isKnown && found.size() < mostOrigins)
                found.push_back(origin);
        }
    }
    return found;
}

} // namespace

//! Two closures and their figures: some 25 ms where 50,000 things hang together.
void Inspector::askReach(const items::LineageMeshPtr &mesh, std::vector<NodeIndex> starts)
{
    m_reachBlock.head->setTitle(tr("Reach"));
    m_reachBlock.frame->show();
    auto work = QtConcurrent::run([mesh, starts = std::move(starts)] {
        Reach reach{.mesh = mesh};
        const auto &nodes = mesh->graph->nodes;
        reach.up = items::countReach(*mesh->graph,
                                     items::lineageReach(*mesh, starts, Direction::Upstream));
        reach.hits = items::lineageReach(*mesh, starts, Direction::Downstream);
        reach.down = items::countReach(*mesh->graph, reach.hits);
        const auto shown = std::min(mostHits, reach.hits.size());
        std::partial_sort(reach.hits.begin(), reach.hits.begin() + std::ptrdiff_t(shown),
                          reach.hits.end(), [&nodes](const auto &a, const auto &b) {
                              return std::tuple(weightOf(nodes[a.node]), a.distance, a.node)
                                  < std::tuple(weightOf(nodes[b.node]), b.distance, b.node);
                          });
        reach.hits.resize(shown);
        reach.origins = originsOf(*mesh, starts);
        return reach;
    });
    onFinished(std::move(work), this, [this, question = m_question](const Reach &reach) {
        if (question == m_question)
            showReach(reach);
    });
}

void Inspector::showReach(const Reach &reach)
{
    const auto text = [](const items::ReachCounts &counts) {
        if (counts.things == 0)
            return tr("nothing");
        QStringList list{tr("%Ln thing(s)", nullptr, int(counts.things))};
        if (counts.products > 0)
            list.append(tr("%n product(s)", nullptr, int(counts.products)));
        if (counts.domains > 1)
            list.append(tr("%n domain(s)", nullptr, int(counts.domains)));
        return list.join(u", "_s);
    };
    m_reach->add(tr("Upstream"), text(reach.up));
    m_reach->add(tr("Downstream"), text(reach.down));
    if (reach.down.owners > 0)
        m_reach->add(tr("Owners"), tr("%n downstream", "owners", int(reach.down.owners)));
    showOrigins(reach);
    showHits(reach);
}

//! Service levels that fail upstream come first: mending there mends here.
void Inspector::showOrigins(const Reach &reach)
{
    if (reach.origins.empty())
        return;
    const auto &graph = *reach.mesh->graph;
    m_why->setText(tr("Its service levels are missed or burning. The earliest upstream of it that "
                      "fail:"));
    m_originRows = new QWidget;
    auto *rows = new QVBoxLayout(m_originRows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (const auto origin : reach.origins)
        addHit(m_originRows, graph, graph.nodes[origin]);
    m_whyBlock.body->addWidget(m_originRows);
    m_whyBlock.frame->show();
}

void Inspector::showHits(const Reach &reach)
{
    if (reach.hits.empty())
        return;
    m_hitRows = new QWidget;
    auto *rows = new QVBoxLayout(m_hitRows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    const auto &graph = *reach.mesh->graph;
    for (const auto &hit : reach.hits)
        addHit(m_hitRows, graph, graph.nodes[hit.node]);
    m_hitsBlock.body->addWidget(m_hitRows);
    m_hitsBlock.frame->show();
}

void Inspector::addHit(QWidget *rows, const domain::LineageGraph &graph,
                       const domain::LineageNode &node)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(size::gap);
    line->addWidget(new IconLabel(items::lineageIconOf(node), size::inlineIcon));
    auto *name = new LinkButton(items::oneLine(items::lineageLabelOf(graph, node), 40));
    connect(name, &LinkButton::clicked, this, [this, id = node.id] { Q_EMIT thingRequested(id); });
    line->addWidget(name);
    line->addStretch(1);
    auto *owner = new ElidedLabel(Elide::Prose);
    owner->setColour(Colour::TextSecondary);
    owner->setText(items::oneLine(node.owner));
    owner->setMaximumWidth(120);
    line->addWidget(owner);
    rows->layout()->addWidget(row);
}

} // namespace portolan::views::lineage
