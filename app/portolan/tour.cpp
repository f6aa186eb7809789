// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portolan/tour.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/checklistmodel.h"
#include "views/lineage/canvas.h"
#include "views/lineage/filterrow.h"
#include "views/lineage/lineagepane.h"
#include "views/product/productpage.h"
#include "views/quality/overviewpage.h"
#include "views/quality/qualitypane.h"
#include "views/shared/fittedtable.h"
#include "views/shell/commandpalette.h"
#include "views/shell/workspace.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QListView>
#include <QPainter>
#include <QPixmap>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portolan::app {
namespace {

using Choice = views::Theme::Choice;
using Page = views::product::ProductPage;

// Longer than the pauses in which panes collect keystrokes into one question.
constexpr auto quiet = 400ms;
constexpr auto patience = 60s;

} // namespace

Tour::Tour(const Context &context)
    : m_context(context)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quiet);
    connect(&m_quiet, &QTimer::timeout, this, &Tour::take);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this,
            [this] { fail(tr("%1 did not come to rest").arg(m_current.name)); });
    // Reading has to end, too.
    m_current.name = tr("the import");
    m_patience.start();
}

void Tour::setLook(std::function<void(const QString &)> look)
{
    m_look = std::move(look);
}

void Tour::start()
{
    if (!m_shots.empty() || m_taken > 0)
        return;
    QDir().mkpath(m_context.directory);
    QApplication::setCursorFlashTime(0);
    // The product with the most to show: ports of several kinds, and read by many.
    onFinished(m_context.catalog.search({.query = u"kind:product"_s, .limit = 200}), this,
               [this](const Result<store::SearchAnswer> &answer) {
                   if (!answer || answer->hits.isEmpty())
                       return fail(tr("there is no product to show"));
                   qsizetype most = -1;
                   for (const auto &hit : answer->hits) {
                       const auto ports = hit.entity.portTypes.size();
                       if (ports > most) {
                           most = ports;
                           m_product = hit.entity.id;
                       }
                   }
                   qApp->installEventFilter(this);
                   m_context.window.resize(large);
                   m_context.window.show();
                   plan();
                   next();
               });
}

void Tour::fail(const QString &why)
{
    std::fprintf(stderr, "portolan: tour: %s\n", qPrintable(why));
    QApplication::exit(1);
}

void Tour::shot(const QString &name, Choice look, Step prepare, qreal ratio)
{
    m_shots.push_back({name, look, std::move(prepare), ratio});
}

void Tour::both(const QString &name, const Step &prepare)
{
    shot(name + u"-light"_s, Choice::Light, prepare);
    shot(name + u"-dark"_s, Choice::Dark, prepare);
}

void Tour::plan()
{
    planCatalogue();
    planProduct();
    planLineage();
    planQuality();
    planAccess();
    planAccounts();
    planOutbox();
    planOthers();
}

void Tour::planCatalogue()
{
    auto &window = m_context.window;
    const auto catalogue = [&window](const QString &query, QSize size) {
        window.resize(size);
        window.showQuery(query);
        // The first row, so that the inspector has something to say.
        const auto lists = window.workspace()->current()->findChildren<QListView *>();
        for (auto *list : lists) {
            if (list->isVisible() && list->model() != nullptr)
                list->setCurrentIndex(list->model()->index(0, 0));
        }
    };
    const auto filtered = [catalogue] { catalogue(u"kind:product order"_s, large); };
    const auto all = [catalogue] { catalogue({}, large); };
    both(u"catalogue"_s, all);
    shot(u"catalogue-contrast"_s, Choice::HighContrast, all);
    both(u"catalogue-filtered"_s, filtered);
    both(u"catalogue-1024"_s, [catalogue] { catalogue(u"order"_s, small); });
    shot(
        u"catalogue-1024-200pct-light"_s, Choice::Light,
        [catalogue] { catalogue(u"order"_s, small); }, 2);
    both(u"catalogue-empty"_s, [catalogue] { catalogue(u"domain:nowhere order"_s, large); });
}

void Tour::planProduct()
{
    auto &window = m_context.window;
    const auto page = [&window, this](Page::Tab tab, QSize size) {
        window.resize(size);
        window.openThing(m_product, views::OpenMode::Tab);
        if (auto *shown = qobject_cast<Page *>(window.workspace()->current()))
            shown->showTab(tab);
    };
    both(u"product-overview"_s, [page] { page(Page::Tab::Overview, large); });
    shot(u"product-overview-contrast"_s, Choice::HighContrast,
         [page] { page(Page::Tab::Overview, large); });
    shot(u"product-overview-1024-light"_s, Choice::Light,
         [page] { page(Page::Tab::Overview, small); });
    shot(
        u"product-overview-200pct-dark"_s, Choice::Dark,
        [page] { page(Page::Tab::Overview, small); }, 2);
    both(u"product-contract"_s, [page] { page(Page::Tab::Contract, large); });
    both(u"product-schema"_s, [page] { page(Page::Tab::Schema, large); });
    both(u"product-quality"_s, [page] { page(Page::Tab::Quality, large); });
    both(u"product-lineage"_s, [page] { page(Page::Tab::Lineage, large); });
    both(u"product-history"_s, [page] { page(Page::Tab::History, large); });
    both(u"product-governance"_s, [page] { page(Page::Tab::Governance, large); });
    both(u"product-access"_s, [page] { page(Page::Tab::Access, large); });
    shot(u"product-access-1024-light"_s, Choice::Light, [page] { page(Page::Tab::Access, small); });
}

void Tour::planLineage()
{
    auto &window = m_context.window;
    using Pane = views::lineage::LineagePane;
    using Bar = views::lineage::Bar;
    const auto pane = [&window](QSize size, const QUuid &root, Bar::Page page) -> Pane * {
        window.resize(size);
        window.workspace()->showPane(u"lineage"_s);
        auto *shown = qobject_cast<Pane *>(window.workspace()->current());
        if (shown != nullptr) {
            shown->showThing(root);
            shown->setPage(page);
        }
        return shown;
    };
    const auto near = [pane, this](QSize size) { pane(size, m_product, Bar::Graph); };
    both(u"lineage-near"_s, [near] { near(large); });
    shot(u"lineage-near-contrast"_s, Choice::HighContrast, [near] { near(large); });
    both(u"lineage-near-1024"_s, [near] { near(small); });
    shot(
        u"lineage-near-200pct-dark"_s, Choice::Dark, [near] { near(small); }, 2);
    both(u"lineage-far"_s, [pane] {
        if (auto *shown = pane(large, {}, Bar::Graph))
            shown->canvas()->fitAll();
    });
    both(u"lineage-list"_s, [pane, this] { pane(large, m_product, Bar::List); });
    both(u"lineage-impact"_s, [pane, this] { pane(large, m_product, Bar::Impact); });
    both(u"lineage-status"_s, [pane, this] {
        if (auto *shown = pane(large, m_product, Bar::Graph))
            shown->setOverlay(items::LineageOverlay::Status);
    });
    both(u"lineage-agreements"_s, [pane, this] {
        if (auto *shown = pane(large, m_product, Bar::Graph))
            shown->setOverlay(items::LineageOverlay::Agreements);
    });
    both(u"lineage-agreements-far"_s, [pane] {
        if (auto *shown = pane(large, {}, Bar::Graph))
            shown->canvas()->fitAll();
    });
    both(u"lineage-filtered"_s, [pane, this] {
        if (auto *shown = pane(large, m_product, Bar::Graph)) {
            shown->focusFilter();
            shown->filterRow()->setText(u"domain:Orders"_s);
        }
    });
}

void Tour::planQuality()
{
    namespace quality = views::quality;
    auto &window = m_context.window;
    const auto pane = [&window](QSize size, quality::PageKind kind) -> quality::QualityPane * {
        window.resize(size);
        window.workspace()->showPane(u"quality"_s);
        auto *shown = qobject_cast<quality::QualityPane *>(window.workspace()->current());
        if (shown != nullptr)
            shown->showPage(kind);
        return shown;
    };
    using Kind = quality::PageKind;
    const auto overview = [pane](QSize size) { pane(size, Kind::Overview); };
    both(u"quality-overview"_s, [overview] { overview(large); });
    shot(u"quality-overview-contrast"_s, Choice::HighContrast, [overview] { overview(large); });
    both(u"quality-overview-1024"_s, [overview] { overview(small); });
    shot(
        u"quality-overview-200pct-dark"_s, Choice::Dark, [overview] { overview(small); }, 2);
    both(u"quality-slos"_s, [pane] { pane(large, Kind::Levels); });
    both(u"quality-checks"_s, [pane] { pane(large, Kind::Checks); });
    // What hurts most, with the target that is tried in its place.
    const auto slo = [pane](QSize size) {
        auto *shown = pane(size, Kind::Overview);
        auto *page = shown == nullptr
            ? nullptr
            : qobject_cast<quality::OverviewPage *>(shown->page(Kind::Overview));
        if (page != nullptr)
            shown->showThing(Kind::Level, page->levels()->currentId());
    };
    both(u"quality-slo"_s, [slo] { slo(large); });
    shot(u"quality-slo-1024-light"_s, Choice::Light, [slo] { slo(small); });
    both(u"quality-incidents"_s, [pane] { pane(large, Kind::Incidents); });
    shot(u"quality-incidents-1024-light"_s, Choice::Light,
         [pane] { pane(small, Kind::Incidents); });
    both(u"quality-coverage"_s, [pane] { pane(large, Kind::Coverage); });
    both(u"quality-compare"_s, [pane] {
        if (auto *shown = pane(large, Kind::Overview))
            shown->setComparing(true);
    });
    // Back to one period, for whoever comes next.
    both(u"quality-check"_s, [pane, this] {
        auto *shown = pane(large, Kind::Checks);
        if (shown == nullptr)
            return;
        shown->setComparing(false);
        // The worst stands first.
        const auto *table = shown->page(Kind::Checks)->findChild<QAbstractItemView *>();
        if (table != nullptr && table->model()->rowCount() > 0)
            shown->showThing(
                Kind::Check,
                table->model()->index(0, 0).data(items::CheckListModel::IdRole).toUuid());
    });
}

void Tour::planAccess()
{
    auto &window = m_context.window;
    const auto pane = [&window](const QString &query, QSize size) {
        window.resize(size);
        window.workspace()->showPane(u"access"_s);
        if (auto *shown = window.workspace()->current(); shown != nullptr)
            shown->showQuery(query);
    };
    both(u"access-mine"_s, [pane] { pane(u"mine"_s, large); });
    both(u"access-review"_s, [pane] { pane(u"review"_s, large); });
    both(u"access-review-1024"_s, [pane] { pane(u"review"_s, small); });
    both(u"access-agreements"_s, [pane] { pane(u"agreements"_s, large); });
    both(u"access-request"_s, [pane, this] { pane(u"new:"_s + idText(m_product), large); });
    shot(
        u"access-review-200pct-dark"_s, Choice::Dark, [pane] { pane(u"review"_s, small); }, 2);
}

void Tour::planOutbox()
{
    auto &window = m_context.window;
    const auto pane = [&window](QSize size) {
        window.resize(size);
        window.workspace()->showPane(u"outbox"_s);
    };
    both(u"outbox"_s, [pane] { pane(large); });
    both(u"outbox-1024"_s, [pane] { pane(small); });
    shot(
        u"outbox-200pct-dark"_s, Choice::Dark, [pane] { pane(small); }, 2);
}

void Tour::planOthers()
{
    auto &window = m_context.window;
    const auto pane = [&window](const QString &id, QSize size) {
        window.palettePopup()->dismiss();
        window.setFirstRun(false);
        window.resize(size);
        window.workspace()->showPane(id);
    };
    const auto palette = [&window, pane](const QString &text) {
        pane(u"catalogue"_s, large);
        window.palettePopup()->open(text);
    };
    both(u"palette"_s, [palette] { palette(u"order"_s); });
    shot(u"palette-commands-light"_s, Choice::Light, [palette] { palette(u">"_s); });
    shot(u"palette-people-light"_s, Choice::Light, [palette] { palette(u"@"_s); });
    shot(u"palette-tags-dark"_s, Choice::Dark, [palette] { palette(u"#"_s); });
    both(u"problems"_s, [pane] { pane(u"problems"_s, large); });
    both(u"joins"_s, [pane] { pane(u"joins"_s, large); });
    both(u"settings"_s, [pane] { pane(u"settings"_s, large); });
    shot(u"settings-contrast"_s, Choice::HighContrast, [pane] { pane(u"settings"_s, small); });
    both(u"first-run"_s, [&window, pane] {
        pane(u"catalogue"_s, large);
        window.setFirstRun(true);
    });
}

void Tour::next()
{
    if (m_shots.empty()) {
        QApplication::exit(0);
        return;
    }
    m_current = m_shots.front();
    m_shots.pop_front();
    m_patience.start();
    m_context.theme.setChoice(m_current.look);
    m_current.prepare();
    m_quiet.start();
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    // Whatever is painted in the window may be the picture that is still to come.
    if (event->type() == QEvent::Paint && m_quiet.isActive() && watched->isWidgetType())
        m_quiet.start();
    return QObject::eventFilter(watched, event);
}

void Tour::take()
{
    // Once more: lists that were filled only now have a first row.
    if (!m_current.name.isEmpty() && m_current.prepare) {
        auto prepare = std::exchange(m_current.prepare, {});
        prepare();
        m_quiet.start();
        return;
    }
    m_patience.stop();
    if (m_look)
        m_look(m_current.name);
    else if (!write())
        return;
    ++m_taken;
    next();
}

bool Tour::write()
{
    auto &window = m_context.window;
    QPixmap picture(window.size() * m_current.ratio);
    picture.setDevicePixelRatio(m_current.ratio);
    window.render(&picture);
    const auto dialogs = window.findChildren<QDialog *>();
    for (auto *dialog : dialogs) {
        if (dialog->isVisible())
            dialog->render(&picture,
                           QRect(QPoint(), window.size()).center() - dialog->rect().center());
    }
    const auto file = QDir(m_context.directory).filePath(m_current.name + u".png"_s);
    if (!picture.save(file)) {
        fail(tr("%1 could not be written").arg(file));
        return false;
    }
    std::printf("%s\n", qPrintable(file));
    return true;
}

} // namespace portolan::app
