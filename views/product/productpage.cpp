// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/productpage.h"

#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/domain/query.h"
#include "models/items/displaytext.h"
#include "models/items/pagesource.h"
#include "views/product/accesstab.h"
#include "views/product/contracttab.h"
#include "views/product/documentwindow.h"
#include "views/product/governancetab.h"
#include "views/product/historytab.h"
#include "views/product/lineagetab.h"
#include "views/product/overviewtab.h"
#include "views/product/pageheader.h"
#include "views/product/qualitytab.h"
#include "views/product/schematab.h"
#include "views/product/subjects.h"
#include "views/product/thingeditor.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/tabs.h"
#include "views/shared/timetext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {

ProductPage::ProductPage(items::PageSource &source, const QUuid &id, QWidget *parent)
    : Pane(parent)
    , m_source(source)
    , m_id(id)
    , m_loader(source)
    , m_body(new QStackedLayout(this))
    , m_content(new QWidget(this))
    , m_missing(new EmptyState(this))
    , m_header(new PageHeader)
    , m_tabs(new PageTabs)
    , m_asOf(new SafeLabel)
    , m_side(new QToolButton)
    , m_stack(new QStackedWidget)
    , m_overview(new OverviewTab(source))
    , m_contract(new ContractTab(source))
    , m_schema(new SchemaTab(source))
    , m_quality(new QualityTab)
    , m_lineage(new LineageTab(id))
    , m_history(new HistoryTab)
    , m_governance(new GovernanceTab(id))
    , m_access(new AccessTab)
{
    build();
    buildActions();
    connect(m_overview, &OverviewTab::openRequested, this, &ProductPage::openRequested);
    connect(m_overview, &OverviewTab::queryRequested, this, &ProductPage::queryRequested);
    connect(m_overview, &OverviewTab::snippetsChanged, this,
            [this] { m_header->setSnippets(m_overview->snippets()); });
    connect(m_contract, &ContractTab::openRequested, this, &ProductPage::openRequested);
    connect(m_contract, &ContractTab::documentRequested, this, &ProductPage::showDocument);
    connect(m_schema, &SchemaTab::countChanged, this, [this](int count) {
        m_fieldCount = count;
        arrangeTabs();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &ProductPage::tabChanged);
    connect(m_header, &PageHeader::ownerClicked, this, [this] {
        Q_EMIT openRequested(m_loader.dossier().page.entity.ownerId,
                             QGuiApplication::keyboardModifiers() & Qt::ControlModifier
                                 ? OpenMode::Background
                                 : OpenMode::Tab);
    });
    connect(m_header, &PageHeader::domainClicked, this, [this] {
        Q_EMIT queryRequested(
            u"domain:"_s + domain::quotedValue(m_loader.dossier().page.entity.domain.join(u'/')));
    });
    connect(m_missing, &EmptyState::actionTriggered, this, [this] {
        if (m_loader.error().kind == Error::Kind::NotFound)
            Q_EMIT paneRequested(u"catalogue"_s, {});
        else
            m_loader.reload();
    });
    for (auto *split : {m_overview->split(), m_contract->split(), m_schema->split()})
        connect(split, &SideSplit::sideShownChanged, this, &ProductPage::showSide);
    connect(&m_loader, &items::PageLoader::pageChanged, this, &ProductPage::showPage);
    connect(&m_loader, &items::PageLoader::surroundingsChanged, this,
            &ProductPage::showSurroundings);
    connect(&source, &items::PageSource::followedChanged, this, &ProductPage::showFollowed);
    m_loader.load(id);
    showFollowed();
}

void ProductPage::setQuality(items::QualitySource &source)
{
    const auto show = [this](const QString &subject) {
        if (subject == u"accounts")
            Q_EMIT paneRequested(subject, {});
        else
            Q_EMIT paneRequested(u"quality"_s, subject);
    };
    connect(m_quality, &QualityTab::qualityRequested, this, show);
    connect(m_contract, &ContractTab::qualityRequested, this, show);
    m_contract->setQuality(&source);
    connect(m_quality, &QualityTab::scopeChanged, this, &ProductPage::arrangeTabs);
    m_quality->setSource(&source);
    if (m_loader.state() == items::PageLoader::State::Ready)
        arrangeTabs();
}

void ProductPage::setGovernance(items::GovernanceSource &source)
{
    connect(m_governance, &GovernanceTab::noteChanged, this, &ProductPage::arrangeTabs);
    m_governance->setSource(source);
    if (m_loader.state() == items::PageLoader::State::Ready)
        arrangeTabs();
}

void ProductPage::setAccess(items::AccessSource &source)
{
    connect(m_access, &AccessTab::noteChanged, this, &ProductPage::arrangeTabs);
    connect(m_access, &AccessTab::openRequested, this, &ProductPage::openRequested);
    connect(m_access, &AccessTab::workBegun, this, &ProductPage::workBegun);
    connect(m_access, &AccessTab::accessRequested, this,
            [this](const QString &subject) { Q_EMIT paneRequested(u"access"_s, subject); });
    m_access->setSource(source);
    if (m_loader.state() == items::PageLoader::State::Ready)
        arrangeTabs();
}

void ProductPage::setEdits(items::EditSource &source)
{
    connect(m_editor, &ThingEditor::offered, this, [this] {
        const auto &offer = m_editor->offer();
        m_overview->offerEdit(offer.description.isOffered, offer.isUndoable);
        m_overview->sayStuck(items::stuckText(offer));
    });
    connect(m_overview, &OverviewTab::outboxWanted, this,
            [this] { Q_EMIT paneRequested(u"outbox"_s, u"thing:"_s + m_editor->offer().stuck); });
    connect(m_overview, &OverviewTab::editWanted, m_editor,
            [this] { m_editor->edit(items::EditMember::Description); });
    connect(m_overview, &OverviewTab::undoWanted, m_editor, &ThingEditor::undo);
    m_editor->setSource(source);
    m_schema->setEdits(source);
}

void ProductPage::setNames(ThingPart *names)
{
    m_overview->setNames(names);
}

void ProductPage::setLineage(LineageTab::Maker maker)
{
    m_lineage->setMaker(std::move(maker));
    connect(m_lineage, &LineageTab::paneMade, this, &ProductPage::takeLineage);
    if (m_loader.state() == items::PageLoader::State::Ready)
        arrangeTabs();
}

void ProductPage::offerAccess()
{
    m_isAccessOffered = true;
    if (m_loader.state() == items::PageLoader::State::Ready)
        showPage();
}

void ProductPage::takeLineage()
{
    const auto *pane = m_lineage->pane();
    connect(pane, &Pane::openRequested, this, &ProductPage::openRequested);
    connect(pane, &Pane::queryRequested, this, &ProductPage::queryRequested);
    connect(pane, &Pane::paneRequested, this, &ProductPage::paneRequested);
    connect(pane, &Pane::collectRequested, this, &ProductPage::collectRequested);
    connect(pane, &Pane::actionsChanged, this, &ProductPage::actionsChanged);
    connect(pane, &Pane::workBegun, this, &ProductPage::workBegun);
    Q_EMIT actionsChanged();
}

void ProductPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_side->setIcon(icon(u"inspector"_s));
    m_side->setCheckable(true);
    m_side->setAutoRaise(true);
    m_side->setFocusPolicy(Qt::StrongFocus);
    m_side->setAccessibleName(tr("Show the right column"));
    setSafeToolTip(m_side, tr("Show the right column (F4)"));
    m_asOf->setTextFont(Text::Small);
    m_asOf->setForegroundRole(QPalette::PlaceholderText);
    m_tabs->setAccessibleName(tr("Parts of the page"));
    auto *tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(size::page - PageTabs::inset, 0, size::page, 0);
    tabRow->setSpacing(size::gap);
    tabRow->addWidget(m_tabs, 1);
    tabRow->addWidget(m_asOf);
    tabRow->addWidget(m_side);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addSpacing(size::gap);
    column->addLayout(tabRow);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_stack, 1);
    for (QWidget *tab : QList<QWidget *>{m_overview, m_contract, m_schema, m_quality, m_lineage,
                                         m_history, m_governance, m_access})
        m_stack->addWidget(tab);
    m_content->setVisible(false);
    m_body->addWidget(m_content);
    m_body->addWidget(m_missing);
    m_body->setCurrentWidget(m_content);
}

void ProductPage::showPage()
{
    if (m_loader.state() == items::PageLoader::State::Failed) {
        showFailure();
        return;
    }
    if (m_loader.state() != items::PageLoader::State::Ready)
        return;
    const auto &page = m_loader.dossier().page;
    m_header->setPage(page);
    m_editor->setName(page.entity.label());
    m_overview->setDossier(m_loader.dossier());
    m_header->setSnippets(m_overview->snippets());
    m_asOf->setText(tr("as of %1").arg(asOfText(page.fetchedAt, QDateTime::currentDateTimeUtc())));
    m_asOf->setVisible(page.fetchedAt.isValid());
    setSafeToolTip(m_asOf, momentText(page.fetchedAt));
    m_openOutside->setVisible(!platformAddress(page).isEmpty());
    const auto kind = page.entity.kind;
    const bool isOffered = m_isAccessOffered && domain::canBeAskedFor(kind);
    m_request->setVisible(isOffered);
    m_collect->setVisible(isOffered);
    m_schema->offerAccess(m_isAccessOffered);
    m_native->setEnabled(!page.native.isEmpty());
    m_copyPlace->setVisible(!placeInFiles(page).isEmpty());
    arrangeTabs();
    m_body->setCurrentWidget(m_content);
    m_content->setVisible(true);
    Q_EMIT titleChanged();
    Q_EMIT breadcrumbChanged();
}

void ProductPage::showSurroundings()
{
    const auto &dossier = m_loader.dossier();
    m_overview->setDossier(dossier);
    m_contract->setDossier(dossier);
    m_schema->setDossier(dossier);
    m_quality->setDossier(dossier);
    m_history->setDossier(dossier);
    m_access->setDossier(dossier);
    arrangeTabs();
}

void ProductPage::showFailure()
{
    if (m_loader.error().kind == Error::Kind::NotFound) {
        m_missing->explain(u"search"_s, tr("This is not in the catalogue"),
                           tr("It was removed at its source, or the account that knew it is no "
                              "longer here."),
                           tr("Open the catalogue"));
    } else {
        m_missing->explain(u"status-breach"_s, tr("The page could not be read"),
                           m_loader.error().detail, tr("Try again"));
    }
    m_body->setCurrentWidget(m_missing);
    Q_EMIT titleChanged();
}

void ProductPage::showFollowed()
{
    onFinished(m_source.followed(), this, [this](const Result<QList<QUuid>> &answer) {
        if (!answer)
            return;
        const bool on = answer->contains(m_id);
        m_follow->setChecked(on);
        m_follow->setText(on ? tr("Following") : tr("Follow"));
        m_follow->setIcon(icon(on ? u"followed"_s : u"follow"_s));
    });
}

void ProductPage::showDocument(const domain::Page &page, const QString &needle)
{
    delete m_document;
    m_document = new DocumentWindow(page.entity.label(), page.native, needle, this);
    m_document->show();
}

} // namespace portolan::views::product
