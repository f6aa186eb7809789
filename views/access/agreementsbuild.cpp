// SPDX-License-Identifier: GPL-3.0-or-later
// How the page of agreements is put together.
#include "models/items/accesstext.h"
#include "views/access/accessactions.h"
#include "views/access/agreementspage.h"
#include "views/access/celltable.h"
#include "views/access/dayfield.h"
#include "views/access/expiryradar.h"
#include "views/access/looks.h"
#include "views/shared/blocks.h"
#include "views/shared/fittedtable.h"
#include "views/shared/icons.h"
#include "views/shared/keybutton.h"
#include "views/shared/tabs.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QIdentityProxyModel>
#include <QLineEdit>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

using items::AgreementModel;

constexpr int daysShort = 90;
constexpr int daysLong = 365;
constexpr int reasonLeast = 140;

//! Adds shapes and colours to agreements.
class AgreementLook final : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto state = domain::AgreementState(
            QIdentityProxyModel::data(index, AgreementModel::StateValueRole).toInt());
        switch (role) {
        case RowDelegate::StatusRole: {
            // What was agreed and could not be given is not well.
            const auto grant = QIdentityProxyModel::data(index, AgreementModel::GrantRole);
            const bool isFailed =
                grant.isValid() && domain::GrantState(grant.toInt()) == domain::GrantState::Failed;
            const auto status = isFailed ? Status::Warn : statusOf(state);
            return index.column() == AgreementModel::State && status ? QVariant(int(*status))
                                                                     : QVariant();
        }
        case RowDelegate::IconNameRole:
            return index.column() == AgreementModel::State && !statusOf(state)
                ? agreementIcon(state)
                : QString();
        case Qt::ToolTipRole: {
            const auto grant =
                QIdentityProxyModel::data(index, AgreementModel::GrantTextRole).toString();
            return index.column() == AgreementModel::State && !grant.isEmpty() ? QVariant(grant)
                                                                               : QVariant();
        }
        case RowDelegate::EmphasisRole:
            return index.column() == AgreementModel::Product;
        case RowDelegate::MonoRole:
            return index.column() == AgreementModel::RoleName;
        case RowDelegate::SecondaryRole:
            return index.column() == AgreementModel::Port
                || index.column() == AgreementModel::Distance;
        case RowDelegate::LinkRole:
            return index.column() == AgreementModel::Next
                && QIdentityProxyModel::data(index, AgreementModel::RenewalRole).toUuid().isNull();
        default:
            return QIdentityProxyModel::data(index, role);
        }
    }
};

} // namespace

AgreementsPage::AgreementsPage(items::AccessSource &source, AccessActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_acts(actions)
    , m_look(std::make_unique<AgreementLook>())
{
    m_look->setSourceModel(&m_model);
    build();
    buildActions();
    connect(&m_model, &AgreementModel::ticksChanged, this, &AgreementsPage::showBar);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AgreementsPage::showBar);
    // A reason that is written for one is not meant for the next.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_meant.reset(); });
    connect(m_table, &FittedTable::chosen, this, [this](const QUuid &id) {
        const auto page = m_model.indexOf(id).data(AgreementModel::ProductIdRole).toUuid();
        if (!page.isNull())
            Q_EMIT openEntity(page);
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() != AgreementModel::Next || index.data().toString().isEmpty())
            return;
        m_model.clearTicks();
        renew();
    });
    connect(m_radar, &ExpiryRadar::rangeChosen, this,
            [this](const QDate &first, const QDate &last) {
                m_first = first;
                m_last = last;
                m_model.setEnds(first, last);
                showState();
                showBar();
            });
    connect(m_scope, &Segments::currentChanged, this, [this](int index) {
        m_model.setScope(AgreementModel::Scope(index));
        if (!m_board)
            return;
        showRadar();
        showState();
        showBar();
        Q_EMIT countChanged();
    });
    connect(m_span, &Segments::currentChanged, this,
            [this](int index) { m_radar->setDays(index == 0 ? daysShort : daysLong); });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        m_scope->setCurrent(0);
        Q_EMIT filterDropped();
    });
    showBar();
}

void AgreementsPage::build()
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_stack = new QStackedLayout(this);
    m_content = new QWidget;
    m_empty = new EmptyState;
    m_radar = new ExpiryRadar;
    m_twin = new SafeLabel;
    m_twin->setWordWrap(true);
    m_twin->setTextFont(Text::Small);
    m_twin->setForegroundRole(QPalette::PlaceholderText);
    m_twin->setContentsMargins(size::page, 0, size::page, size::gap);
    using M = AgreementModel;
    m_table = new FittedTable(
        tr("Agreements"), *m_look,
        {M::Product, {}, {M::Port, M::RoleName, M::Distance}, M::Ends, M::IdRole}, nullptr);
    m_table->setItemDelegate(new TickDelegate(size::tableRow, m_table));
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(m_radar);
    column->addWidget(m_twin);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(m_table, 1);
    column->addWidget(new Line(Qt::Horizontal));
    column->addWidget(buildBar());
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
}

QWidget *AgreementsPage::buildHead()
{
    auto *head = new QWidget;
    auto *title = new ElidedLabel(Elide::Prose);
    title->setTextFont(Text::Body, true);
    title->setText(tr("Expiry radar"));
    m_soon = new StatusLabel(Status::Unknown, {});
    m_scope = new Segments;
    m_scope->setAccessibleName(tr("Whose agreements"));
    for (const auto &word : {tr("All"), tr("I decide"), tr("I use")})
        m_scope->add(word);
    m_span = new Segments;
    m_span->setAccessibleName(tr("How far ahead"));
    for (const auto &word : {tr("90 days"), tr("12 months")})
        m_span->add(word);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(size::page, size::gap, size::page, size::unit);
    row->setSpacing(size::groupGap);
    row->addWidget(title);
    row->addWidget(m_soon);
    row->addStretch(1);
    row->addWidget(m_span);
    row->addWidget(m_scope);
    return head;
}

QWidget *AgreementsPage::buildBar()
{
    auto *bar = new QWidget;
    bar->setBackgroundRole(QPalette::Window);
    bar->setAutoFillBackground(true);
    bar->setMinimumHeight(size::paneBar);
    m_chosen = new ElidedLabel(Elide::Prose);
    m_chosen->setTextFont(Text::Body, true);
    m_reason = new QLineEdit;
    m_reason->setMinimumWidth(reasonLeast);
    m_reason->setMaximumWidth(3 * reasonLeast);
    m_reason->setTextMargins(size::unit, 0, size::unit, 0);
    m_reason->setMaxLength(4000);
    m_reason->setAccessibleName(tr("Why it is terminated or suspended"));
    m_reason->setPlaceholderText(tr("Why it is terminated or suspended"));
    connect(m_reason, &QLineEdit::returnPressed, this, &AgreementsPage::doWhatWasMeant);
    m_pauses = new KeyButton(u"status-paused"_s, tr("Suspend"), u"P"_s);
    setSafeToolTip(m_pauses,
                   tr("Suspends the access, with the reason in the field, or resumes it"));
    m_end = new KeyButton(u"withdraw"_s, tr("Terminate"), u"T"_s);
    setSafeToolTip(m_end, tr("Terminates the agreement today, with the reason in the field"));
    auto *until = new SafeLabel(tr("until"));
    until->setForegroundRole(QPalette::PlaceholderText);
    m_until = new DayField;
    m_until->setAccessibleName(tr("New last day"));
    m_renew = new KeyButton(u"renew"_s, tr("Renew"), u"N"_s);
    m_renew->setDefault(true);
    connect(m_pauses, &QAbstractButton::clicked, this, &AgreementsPage::pause);
    connect(m_end, &QAbstractButton::clicked, this, &AgreementsPage::terminate);
    connect(m_renew, &QAbstractButton::clicked, this, &AgreementsPage::renew);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(size::page, size::unit, size::page, size::unit);
    row->setSpacing(size::gap);
    row->addWidget(m_chosen, 1);
    row->addWidget(m_reason, 2);
    row->addWidget(m_pauses);
    row->addWidget(m_end);
    row->addSpacing(size::gap);
    row->addWidget(until);
    row->addWidget(m_until);
    row->addWidget(m_renew);
    return bar;
}

void AgreementsPage::buildActions()
{
    const auto add = [this](const QString &text, const QString &iconName, const QKeySequence &key,
                            auto run) {
        auto *action = new QAction(icon(iconName), text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
        m_actions.append(action);
    };
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    add(tr("Renew"), u"renew"_s, Qt::Key_N, [this] { renew(); });
    add(tr("Suspend or resume"), u"status-paused"_s, Qt::Key_P, [this] { pause(); });
    add(tr("Terminate"), u"withdraw"_s, Qt::Key_T, [this] { terminate(); });
    add(tr("Tick"), u"approve"_s, Qt::Key_X, [this] {
        const auto index = m_model.indexOf(m_table->currentId());
        if (index.isValid())
            m_model.setTicked(m_table->currentId(),
                              index.data(Qt::CheckStateRole).toInt() != Qt::Checked);
    });
}

} // namespace portolan::views::access
