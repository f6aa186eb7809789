// SPDX-License-Identifier: GPL-3.0-or-later
// How the triage page is put together.
#include "models/items/incidenttext.h"
#include "views/quality/incidentdetail.h"
#include "views/quality/incidentlist.h"
#include "views/quality/incidentspage.h"
#include "views/quality/incidentstages.h"
#include "views/shared/blocks.h"
#include "views/shared/keybutton.h"

#include <QInputDialog>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int listLeast = 300;
constexpr int detailLeast = 380;
constexpr int lineHeight = 40;

} // namespace

IncidentsPage::IncidentsPage(items::QualitySource &source, QWidget *parent)
    : QualityPage(parent)
    , m_source(source)
{
    build();
    buildActions();
    buildQuestions();
    connect(m_list, &IncidentList::currentChangedTo, this, [this] {
        showCurrent();
        showBar();
    });
    connect(m_list, &IncidentList::detailWanted, m_detail,
            [this] { m_detail->setFocus(Qt::OtherFocusReason); });
    connect(&m_model, &items::IncidentModel::ticksChanged, this, &IncidentsPage::showBar);
    connect(m_detail, &IncidentDetail::openEntity, this, &QualityPage::openEntity);
    connect(m_detail, &IncidentDetail::openLevel, this, &QualityPage::openLevel);
    connect(m_detail, &IncidentDetail::openCheck, this, &QualityPage::openCheck);
    connect(m_detail, &IncidentDetail::openInLineage, this, &QualityPage::openInLineage);
    connect(m_detail, &IncidentDetail::incidentWanted, this, &IncidentsPage::showThing);
    connect(m_error, &ErrorNote::actionTriggered, this, &IncidentsPage::refresh);
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { Q_EMIT filterRequested(PageKind::Incidents, {}); });
    showCurrent();
    showBar();
}

void IncidentsPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack = new QStackedLayout(this);
    m_content = new QWidget(this);
    m_empty = new EmptyState(this);
    m_empty->hide();
    m_error = new ErrorNote;
    m_split = new QSplitter(Qt::Horizontal);
    m_split->setChildrenCollapsible(false);
    m_detail = new IncidentDetail(m_source);
    m_nothing = new EmptyState;
    auto *right = new QWidget;
    auto *body = new QWidget;
    m_right = new QStackedLayout(body);
    m_right->addWidget(m_detail);
    m_right->addWidget(m_nothing);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(body, 1);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(buildBar());
    m_split->addWidget(buildLeft());
    m_split->addWidget(right);
    m_split->setStretchFactor(1, 1);
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_divided = true; });
    right->setMinimumWidth(detailLeast);
    auto *all = new QVBoxLayout(m_content);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_error);
    all->addWidget(m_split, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
}

QWidget *IncidentsPage::buildLeft()
{
    auto *left = new QWidget;
    left->setMinimumWidth(listLeast);
    m_list = new IncidentList(m_model);
    m_means = new SafeLabel;
    m_means->setWordWrap(true);
    m_means->setForegroundRole(QPalette::PlaceholderText);
    m_means->setFont(fontOf(Text::Small));
    m_means->setContentsMargins(size::page, size::unit, size::page, size::unit);
    m_means->hide();
    auto *foot = new QWidget;
    foot->setMinimumHeight(lineHeight);
    m_lineIcon = new IconLabel(u"keyboard"_s, size::inlineIcon);
    m_line = new ElidedLabel(Elide::Prose);
    m_undoLink = new LinkButton(tr("Undo"));
    setSafeToolTip(m_undoLink,
                   tr("Take it back (%1)")
                       .arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    m_undoLink->hide();
    connect(m_undoLink, &QAbstractButton::clicked, this, &IncidentsPage::undo);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(size::page, size::unit, size::page, size::unit);
    row->setSpacing(size::gap);
    row->addWidget(m_lineIcon);
    row->addWidget(m_line, 1);
    row->addWidget(m_undoLink);
    m_line->setText(tr("J next, K previous, A acknowledge, S snooze, Space ticks"));
    m_line->setColour(Colour::TextSecondary);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_means);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(foot);
    return left;
}

QWidget *IncidentsPage::buildBar()
{
    m_bar = new QWidget;
    m_bar->installEventFilter(this);
    m_bar->setBackgroundRole(QPalette::Window);
    m_bar->setAutoFillBackground(true);
    m_bar->setMinimumHeight(size::paneBar);
    m_chosen = new ElidedLabel(Elide::Prose);
    m_chosen->setTextFont(Text::Body, true);
    m_acknowledge = new KeyButton(u"acknowledge"_s, tr("Acknowledge"), u"A"_s);
    m_acknowledge->setDefault(true);
    auto *assigning = new KeyButton(u"assign"_s, tr("Assign…"), {});
    auto *snoozing = new KeyButton(u"snooze"_s, tr("Snooze"), u"S"_s);
    auto *resolving = new KeyButton(u"approve"_s, tr("Resolve"), {});
    setSafeToolTip(snoozing, tr("Puts it aside until tomorrow, 08:00 (S)"));
    setSafeToolTip(resolving, tr("It is over, until a check fails again"));
    m_buttons = {m_acknowledge, assigning, snoozing, resolving};
    connect(m_acknowledge, &QAbstractButton::clicked, this,
            [this] { act(store::TriageKind::Acknowledge, tr("acknowledged")); });
    connect(assigning, &QAbstractButton::clicked, this, &IncidentsPage::assign);
    connect(snoozing, &QAbstractButton::clicked, this, [this] { snooze(tomorrow()); });
    connect(resolving, &QAbstractButton::clicked, this,
            [this] { act(store::TriageKind::Resolve, tr("resolved until it fails again")); });
    auto *row = new QHBoxLayout(m_bar);
    row->setContentsMargins(size::page, size::gap, size::page, size::gap);
    row->setSpacing(size::gap);
    row->addWidget(m_chosen, 1);
    for (auto *button : std::as_const(m_buttons))
        row->addWidget(button);
    return m_bar;
}

void IncidentsPage::buildQuestions()
{
    askName = [this](const QStringList &known, std::function<void(const QString &)> done) {
        auto *dialog = new QInputDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Assign"));
        dialog->setLabelText(tr("Who works on it? Leave it empty for nobody."));
        dialog->setComboBoxItems(known);
        dialog->setComboBoxEditable(true);
        dialog->setTextValue({});
        dialog->setOkButtonText(tr("Assign"));
        connect(dialog, &QInputDialog::textValueSelected, this,
                [done](const QString &name) { done(name.trimmed()); });
        dialog->open();
    };
    askNote = [this](std::function<void(const QString &)> done) {
        auto *dialog = new QInputDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Note"));
        dialog->setLabelText(tr("What should others know about it?"));
        dialog->setInputMode(QInputDialog::TextInput);
        dialog->setOkButtonText(tr("Add the note"));
        connect(dialog, &QInputDialog::textValueSelected, this, [done](const QString &text) {
            if (!text.trimmed().isEmpty())
                done(text.trimmed());
        });
        dialog->open();
    };
}

} // namespace portolan::views::quality
