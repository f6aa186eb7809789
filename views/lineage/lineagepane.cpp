// SPDX-License-Identifier: GPL-3.0-or-later
// From a question to a picture: the lineage is asked for, its picture is made in the pool, and what
// is selected in it is explained. The other files hold what is around that.
#include "views/lineage/lineagepane.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "views/lineage/accessiblecanvas.h"
#include "views/lineage/canvas.h"
#include "views/lineage/filterrow.h"
#include "views/lineage/impactview.h"
#include "views/lineage/inspector.h"
#include "views/lineage/legend.h"
#include "views/shared/blocks.h"
#include "views/shared/messages.h"
#include "views/shared/timetext.h"

#include <QLayout>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr int pauseMs = 400;
constexpr int ageingMs = 10 * 60 * 1000; // how long data that nobody writes look as new as before

bool isSameLineage(const domain::LineageGraph &one, const domain::LineageGraph &other)
{
    const auto parts = [](const domain::LineageGraph &graph) {
        return std::tie(graph.nodes, graph.links, graph.jobs, graph.domains, graph.transformations,
                        graph.texts, graph.accounts, graph.products, graph.productStatuses);
    };
    return parts(one) == parts(other);
}

//! Whether the same data have grown older from \a one to \a other, told in hours.
bool hasAged(const domain::LineageGraph &one, const domain::LineageGraph &other)
{
    constexpr qint64 hour = qint64(60) * 60 * 1000;
    const auto before = one.at.toMSecsSinceEpoch();
    const auto after = other.at.toMSecsSinceEpoch();
    return std::any_of(one.nodes.begin(), one.nodes.end(), [&](const auto &node) {
        return node.updated != 0 && (before - node.updated) / hour != (after - node.updated) / hour;
    });
}

} // namespace

LineagePane::LineagePane(items::LineageSource &source, const Clock &clock, QWidget *parent)
    : Pane(parent)
    , m_source(source)
    , m_clock(clock)
{
    installAccessibleCanvas();
    build();
    buildActions();
    connectBar();
    connectFilter();
    connectCanvas();
    connectInspector();
    m_asking.pause.setSingleShot(true);
    m_asking.pause.setInterval(pauseMs);
    connect(&m_asking.pause, &QTimer::timeout, this, &LineagePane::ask);
    m_asking.ageing.setInterval(ageingMs);
    connect(&m_asking.ageing, &QTimer::timeout, this, [this] {
        m_asking.isStale = true;
        if (isVisible())
            ask();
    });
    m_asking.ageing.start();
    connect(&m_source, &items::LineageSource::changed, this, [this] {
        m_asking.isStale = true;
        if (isVisible() && !m_asking.pause.isActive())
            m_asking.pause.start();
    });
    connect(&m_drawing, &items::LineageDrawing::sceneChanged, this, &LineagePane::showScene);
    connect(&m_drawing, &items::LineageDrawing::stateChanged, this, &LineagePane::showDrawing);
    showWhen();
}

LineagePane::~LineagePane() = default;

void LineagePane::showThing(const QUuid &root)
{
    if (root == m_choice.root && m_mesh)
        return;
    if (m_isPart)
        return Q_EMIT paneRequested(u"lineage"_s, root.isNull() ? u"*"_s : idText(root));
    m_choice.root = root;
    m_wanted.path.clear();
    m_choice.upstream.reset();
    m_choice.downstream.reset();
    clearHighlight();
    m_canvas->setRoot(root);
    m_canvas->fitNext();
    m_bar->showChoice(m_choice);
    Q_EMIT breadcrumbChanged();
    if (m_sieve.whole())
        chooseAnew(false);
    else
        ask();
    Q_EMIT historyChanged();
}

void LineagePane::keepTo(const QUuid &root)
{
    m_choice.root = root;
    m_canvas->setRoot(root);
    m_bar->showChoice(m_choice);
    m_isPart = true;
}

bool LineagePane::isSettled() const
{
    return !m_asking.isOpen && !m_sieve.isSifting() && !m_filter->isTyping()
        && !m_drawing.isDrawing() && !m_asking.pause.isActive() && m_impact->isSettled()
        && m_awaited.isEmpty();
}

QFuture<Result<domain::LineageGraph>> LineagePane::askLineage(const items::LineageRequest &request)
{
    return m_when.from.isValid() ? m_source.changes(m_when.from, m_when.at, request)
                                 : m_source.lineage(request);
}

void LineagePane::ask()
{
    if (m_asking.isOpen) {
        m_asking.pause.start();
        return;
    }
    m_asking.isStale = false;
    m_asking.isOpen = true;
    const auto question = ++m_asking.lineage;
    items::LineageRequest request;
    request.at = m_when.at;
    request.fields = !m_choice.open.isEmpty();
    request.fieldsOf = QList<QUuid>(m_choice.open.cbegin(), m_choice.open.cend());
    onFinished(askLineage(request), this, [this, question](Result<domain::LineageGraph> answer) {
        if (question != m_asking.lineage)
            return;
        if (!answer) {
            m_asking.isOpen = false;
            m_empty->explain(u"status-breach"_s, tr("The lineage could not be read"),
                             ui::errorText(answer.error().kind).remedy, tr("Try again"));
            m_stack->setCurrentWidget(m_empty);
            return;
        }
        m_asking.isOpen = false;
        m_sieve.setLineage(*std::move(answer));
        sift();
    });
}

void LineagePane::take(const items::SievedLineage &sieved, bool keepPlaces)
{
    m_filter->showCount(sieved.shown, sieved.total);
    const auto &mesh = sieved.mesh;
    // Whatever was written elsewhere does not disturb the picture, nor what it is the picture of.
    const bool isSame = m_mesh && isSameLineage(*m_mesh->graph, *mesh->graph)
        && !hasAged(*m_mesh->graph, *mesh->graph);
    if (!isSame)
        m_mesh = mesh;
    // Of everything: what a filter leaves changes too often for a choice that stays.
    m_overlay.offered = items::overlaysOf(*m_sieve.whole());
    // What hurts is asked first; who wants to see something else says so.
    if (!m_overlay.isChosen)
        m_overlay.kind = m_overlay.offered.contains(items::LineageOverlay::ServiceLevel)
            ? items::LineageOverlay::ServiceLevel
            : items::LineageOverlay::None;
    showOverlay();
    // Those shown stay until their answer says otherwise.
    ++m_asking.columns;
    for (const auto &id : std::as_const(m_choice.open))
        askColumns(id);
    if (isSame && m_drawing.scene() && m_drawing.scene()->graph && m_drawn == m_choice)
        return showScene();
    // The first picture has the columns that were open in the visit before: it is that picture.
    m_awaited = m_drawing.scene() ? QSet<QUuid>() : m_choice.open;
    redraw(keepPlaces);
    Q_EMIT breadcrumbChanged();
}

void LineagePane::redraw(bool keepPlaces)
{
    if (!m_mesh || !m_awaited.isEmpty())
        return;
    const auto &graph = *m_mesh->graph;
    const bool isMissing =
        !m_choice.root.isNull() && items::nodesOfThing(graph, m_choice.root).empty();
    m_drawn.reset();
    if (graph.nodes.empty() || isMissing)
        return showEmpty();
    m_drawn = m_choice;
    items::LineageOrder order{m_mesh->graph, m_choice, m_columns, {}};
    if (keepPlaces)
        order.places =
            m_drawing.scene() ? items::LineageDraft::placesOf(*m_drawing.scene()) : m_places;
    if (keepPlaces && !m_drawing.scene())
        order.kept = m_kept;
    m_places.clear();
    m_kept.clear();
    m_drawing.draw(std::move(order));
}

void LineagePane::showScene()
{
    if (!m_drawn)
        return; // nothing is to be shown any more
    // Until then numbers in the picture are those of the mesh before.
    if (m_mesh && m_drawing.scene()->graph == m_mesh->graph)
        m_shownMesh = m_mesh;
    // Before the picture: it is fitted into what the legend leaves of the window.
    m_exportAction->setEnabled(true);
    showLegend();
    m_canvas->setScene(m_drawing.scene());
    m_treeModel.show(m_drawing.scene(), m_choice.root.isNull() ? -1 : m_canvas->rootBox());
    m_isTreeOpened = false;
    if (!m_restored.isEmpty()) {
        const auto restored = std::exchange(m_restored, {});
        const double scale = restored.value(u"scale"_s).toDouble();
        const bool isFitted = restored.value(u"fitted"_s).toBool();
        if (isFitted)
            m_canvas->fit();
        else if (scale > 0)
            m_canvas->setView(restored.value(u"origin"_s).toPointF(), scale);
        const auto selected = QUuid(restored.value(u"selected"_s).toString());
        for (int box = 0; !selected.isNull() && box < int(m_canvas->scene()->boxes.size()); ++box) {
            if (idOf(box) != selected)
                continue;
            m_canvas->select(box);
            // The thing in hand stays under the eye, wherever the picture around it went.
            const auto pixel = restored.value(u"pixel"_s);
            if (pixel.isValid() && !isFitted)
                m_canvas->panBy(pixel.toPointF() - m_canvas->boxRect(box).topLeft());
            if (scale <= 0)
                m_canvas->reveal(box);
        }
    }
    selectWantedColumn();
    find(m_bar->field()->text());
    setPage(m_arrangement.page);
    showSelection();
}

void LineagePane::showLegend()
{
    std::array<int, 4> changes{};
    for (const auto &line : m_drawing.scene()->lines)
        ++changes[std::size_t(line.change)];
    m_legend->explain(m_overlay.kind, comparedText(), changes);
    m_legend->parentWidget()->layout()->activate();
}

//! Whether nobody knows the root: then no filter is the reason that nothing is shown.
bool LineagePane::isRootUnknown() const
{
    return !m_choice.root.isNull() && !m_sieve.whole()->nodes.empty()
        && items::nodesOfThing(*m_sieve.whole(), m_choice.root).empty();
}

void LineagePane::showEmpty()
{
    if (!m_mesh)
        return;
    m_exportAction->setEnabled(false);
    // No figures and no map of the picture before it.
    m_canvas->setScene({});
    m_inspector->showNothing();
    if (isRootUnknown()) {
        m_empty->explain(u"pane-lineage"_s, tr("No lineage of this is known"),
                         tr("None of your accounts says what it is made from or what reads it."),
                         tr("Show the whole mesh"));
    } else if (!m_sieve.whole()->nodes.empty()) {
        m_empty->explain(u"filter"_s, tr("Nothing matches this filter"),
                         tr("None of the %n thing(s) of this lineage is what it asks for.", nullptr,
                            int(m_sieve.whole()->nodes.size())),
                         tr("Clear the filter"));
    } else if (m_when.at.isValid()) {
        m_empty->explain(u"history"_s, tr("No lineage is known of that day"),
                         tr("The history begins when an account is first read."), tr("Show today"));
    } else {
        m_empty->explain(u"pane-lineage"_s, tr("No lineage yet"),
                         tr("Lineage is drawn from dbt artifacts, OpenLineage events, and the "
                            "ports and contracts of your accounts. Add a folder that has some."),
                         tr("Add an account"));
    }
    m_stack->setCurrentWidget(m_empty);
}

void LineagePane::emptyAction()
{
    if (!m_mesh)
        ask();
    else if (isRootUnknown())
        showThing({});
    else if (!m_sieve.whole()->nodes.empty())
        m_filter->setText({});
    else if (m_when.at.isValid())
        setWhen({});
    else
        Q_EMIT paneRequested(u"accounts"_s, {});
}

//! The two days that are compared; empty where none are.
QString LineagePane::comparedText() const
{
    if (!m_when.from.isValid())
        return {};
    // Days, and no time of day: that of now would be another one at each comparison.
    const auto day = [](const QDateTime &time) {
        return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
    };
    return tr("%1 to %2").arg(day(m_when.from), day(m_when.at));
}

void LineagePane::showWhen()
{
    const bool isNow = !m_when.at.isValid() && !m_when.from.isValid();
    if (m_when.from.isValid()) {
        const auto text = comparedText();
        return m_bar->showDate(text, tr("What changed: %1").arg(text), false);
    }
    const auto text = isNow ? tr("Now") : asOfText(m_when.at, m_clock.now());
    m_bar->showDate(text, tr("As of: %1").arg(text), isNow);
}

void LineagePane::setWhen(const When &when)
{
    if (when == m_when)
        return;
    m_when = when;
    // A comparison with now is one with the moment at which it is asked for.
    if (m_when.from.isValid() && !m_when.at.isValid())
        m_when.at = m_clock.now();
    showWhen();
    ++m_asking.lineage;
    m_asking.isOpen = false;
    m_sieve.giveUp();
    ask();
}

void LineagePane::showDrawing()
{
    const auto saved = m_drawing.savedCrossings();
    auto *button = m_bar->tidyButton();
    button->setVisible(saved > 0 && m_arrangement.page == Bar::Graph);
    if (saved > 0)
        setSafeToolTip(button,
                       tr("A tidier layout with %n crossing(s) fewer is ready", nullptr,
                          int(std::min<quint64>(saved, 1'000'000'000))));
}

} // namespace portolan::views::lineage
