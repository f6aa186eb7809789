// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/casedetail.h"

#include "models/domain/approval.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/consumers.h"
#include "models/items/displaytext.h"
#include "models/items/findingtext.h"
#include "models/items/labels.h"
#include "views/access/casehistory.h"
#include "views/access/caselist.h"
#include "views/access/celltable.h"
#include "views/access/looks.h"
#include "views/access/verdictrows.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"
#include "views/shared/timetext.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr int rightWidth = 352;
constexpr int sideBySide = 900; // of text as high as usualHeight
constexpr int usualHeight = 19;
constexpr qsizetype proseMost = 9000; // more of one text is laid out nowhere

//! A line with an icon and a text that wraps.
QWidget *noteOf(const QString &iconName, Colour colour, const QString &text)
{
    auto *note = new QWidget;
    auto *row = new QHBoxLayout(note);
    row->setContentsMargins(size::page, size::unit, size::page, size::unit);
    row->setSpacing(size::gap);
    row->addWidget(new IconLabel(iconName, size::inlineIcon, colour), 0, Qt::AlignTop);
    auto *label = new SafeLabel;
    label->setWordWrap(true);
    label->setBreakableText(text);
    row->addWidget(label, 1);
    return note;
}

} // namespace

void CaseDetail::show(const items::AccessCase &one, const items::AccessBoardPtr &board,
                      const QDateTime &now)
{
    const bool other = one.request.id != m_case.request.id;
    m_case = one;
    m_board = board;
    m_now = now;
    if (other) {
        m_offers.reset();
        m_noOffers.clear();
        m_judged.reset();
        m_dependants.reset();
        m_noDependants.clear();
        m_flows.reset();
        m_noFlows.clear();
        verticalScrollBar()->setValue(0);
    }
    showHead();
    showNotes();
    showFacts();
    showPorts();
    showFields();
    showVerdicts();
    showHolders();
    if (other) // else they stand as they are, with the focus that one of them may have
        showDependants();
    m_history->show(m_case, *m_board, m_now);
}

void CaseDetail::setOffers(const QList<items::AccessOffer> &offers)
{
    m_offers = offers;
    showPorts();
    showFields();
    showVerdicts();
}

void CaseDetail::setNoOffers(const QString &why)
{
    m_noOffers = why;
    showFields();
}

QList<QUuid> CaseDetail::portIds() const
{
    QList<QUuid> ids;
    for (const auto &item : m_case.request.items) {
        const auto id = m_board ? m_board->names.value(item.port).id : QUuid();
        if (!id.isNull())
            ids.append(id);
    }
    return ids;
}

QList<QUuid> CaseDetail::tickedItems() const
{
    QList<QUuid> ids;
    const auto &rows = m_ports->cells().rows();
    for (qsizetype i = 0; i < rows.size() && i < m_case.request.items.size(); ++i) {
        if (rows.at(i).tick.value_or(false))
            ids.append(m_case.request.items.at(i).id);
    }
    return ids;
}

void CaseDetail::showHead()
{
    const auto &request = m_case.request;
    const auto count = int(request.items.size());
    const auto consumer = items::oneLine(
        request.consumer.name.isEmpty() ? request.consumer.id : request.consumer.name, 80);
    const auto what = count == 1 ? items::accessNameOf(*m_board, request.items.first().port)
                                 : tr("%n port(s)", nullptr, count);
    m_title->setText(m_isReview ? tr("%1 asks for %2").arg(consumer, what)
                                : tr("Access to %1").arg(what));
    m_label->setText(domain::labelOf(request.id));
    m_icon->setIconName(m_isReview ? u"kind-request"_s : caseIcon(int(m_case.outcome.state)));
    m_state->setText(items::caseStateText(m_case));
    // Its word is what tells; the title gives way instead.
    m_state->setMinimumWidth(m_state->sizeHint().width());
    m_who->setText(items::personText(request.asker)
                   + (request.asker.email.isEmpty() || request.asker.name.isEmpty()
                          ? QString()
                          : u" · "_s + items::oneLine(request.asker.email, 80)));
    m_sent->setText(!request.created.isValid() ? QString()
                        : m_case.outcome.state == domain::RequestState::Draft
                        ? tr("written %1").arg(asOfText(request.created, m_now))
                        : tr("sent %1").arg(asOfText(request.created, m_now)));
}

//! What is to be known before anything else: whether others see it, whether it contradicts itself,
//! what is wrong with its files, and why it is asked in spite of a rule.
void CaseDetail::showNotes()
{
    emptyOut(*m_notes);
    const auto waits = items::waitsForText(m_case, *m_board);
    const bool isTorn = m_case.outcome.state == domain::RequestState::Conflict;
    if (!waits.isEmpty())
        m_notes->addWidget(noteOf(isTorn ? u"status-warn"_s : u"status-clock"_s,
                                  isTorn ? Colour::StatusWarn : Colour::TextSecondary, waits));
    const auto delivery = items::deliveryOf(m_case);
    const auto text = items::deliveryText(m_case);
    const bool isBad =
        delivery == items::Delivery::Conflict || delivery == items::Delivery::Refused;
    if (!text.isEmpty()) {
        auto *note = noteOf(isBad ? u"status-warn"_s : u"pane-outbox"_s,
                            isBad ? Colour::StatusWarn : Colour::TextSecondary, text);
        if (items::isInOutbox(m_case)) {
            auto *open = new LinkButton(tr("Open the outbox"));
            connect(open, &QAbstractButton::clicked, this, &CaseDetail::outboxWanted);
            note->layout()->addWidget(open);
        }
        m_notes->addWidget(note);
    }
    const auto exception = items::oneLine(m_case.request.exception.simplified(), proseMost);
    if (!exception.isEmpty())
        m_notes->addWidget(noteOf(u"note"_s, Colour::TextSecondary,
                                  tr("Asked in spite of a rule that fails: “%1”").arg(exception)));
    for (const auto &finding : m_case.findings.mid(0, 20))
        m_notes->addWidget(noteOf(u"status-warn"_s, Colour::StatusWarn,
                                  items::oneLine(items::findingText(finding.message), 1000)
                                      + (finding.remedy.isEmpty() ? QString() : u". "_s)
                                      + items::oneLine(items::findingText(finding.remedy), 1000)));
}

void CaseDetail::showFacts()
{
    const auto &request = m_case.request;
    const auto why = request.justification.trimmed();
    m_why->setBreakableText(
        why.isEmpty() ? tr("No justification is given.")
            : why.size() > proseMost
            ? tr("%1… (cut here; its file has all of it)").arg(visibleText(why.left(proseMost)))
            : visibleText(why));
    m_facts->clear();
    if (m_isReview) // what became of what they asked for before
        m_facts->add(tr("Asker"),
                     items::recordText(items::recordOf(*m_board, request.asker, request.id)));
    m_facts->add(tr("Purpose"),
                 request.purpose.isEmpty()
                     ? tr("none is given")
                     : items::purposeText(m_board->policies, request.purpose));
    m_facts->add(tr("Period"), items::periodText(request.from, request.to));
    m_facts->add(tr("Consumer"),
                 items::oneLine(request.consumer.name.isEmpty() ? request.consumer.id
                                                                : request.consumer.name,
                                200));
    QStringList terms;
    for (const auto &each : request.terms.mid(0, 20))
        terms.append(each.version.isEmpty() ? items::oneLine(each.id, 80)
                                            : tr("%1 %2").arg(items::oneLine(each.id, 80),
                                                              items::oneLine(each.version, 20)));
    m_facts->add(tr("Terms"),
                 terms.isEmpty() ? tr("none were accepted")
                                 : tr("%1, accepted").arg(terms.join(u", "_s)));
    if (!request.renews.isNull())
        m_facts->add(tr("Renews"), tr("the agreement %1").arg(domain::labelOf(request.renews)));
}

QString CaseDetail::decidesText(const domain::ItemOutcome &outcome) const
{
    const auto step = items::openStepOf(outcome);
    if (step >= 0) {
        const auto &approvers = outcome.steps.at(step).step.approvers;
        const bool isMe =
            std::any_of(m_board->me.begin(), m_board->me.end(), [&](const domain::Actor &actor) {
                return domain::isApprover(outcome.steps.at(step).step, actor);
            });
        if (isMe && m_isReview)
            return tr("you");
        return approvers.isEmpty() ? tr("nobody is named")
                                   : items::oneLine(approvers.join(u", "_s), 200);
    }
    if (outcome.isContradicted)
        return tr("contradicted");
    const auto state = items::itemStateText(outcome.state);
    for (auto it = outcome.steps.crbegin(); it != outcome.steps.crend(); ++it) {
        if (it->decision)
            return tr("%1 by %2").arg(state, items::personText(it->decision->by));
    }
    return state;
}

QString CaseDetail::fieldsText(const domain::AccessItem &item) const
{
    const auto asked = int(item.fields.size());
    for (const auto &offer : m_offers.value_or(QList<items::AccessOffer>())) {
        if (offer.port != item.port || !offer.facts || !offer.facts->contract
            || !offer.facts->contract->fields)
            continue;
        const auto all = int(offer.facts->contract->fields->size());
        return asked == 0 ? tr("all %n", nullptr, all)
                          : tr("%1 of %2").arg(QLocale().toString(asked), QLocale().toString(all));
    }
    return asked == 0 ? tr("all") : QLocale().toString(asked);
}

void CaseDetail::showPorts()
{
    const auto mine = m_isReview ? items::itemsToDecide(m_case, *m_board) : QList<QUuid>();
    const auto before = m_ports->cells().rows();
    QList<CellModel::Row> rows;
    for (qsizetype i = 0; i < m_case.outcome.items.size(); ++i) {
        const auto &item = m_case.request.items.at(i);
        const auto &outcome = m_case.outcome.items.at(i);
        auto type = QString();
        for (const auto &offer : m_offers.value_or(QList<items::AccessOffer>())) {
            if (offer.port == item.port)
                type = offer.type;
        }
        const bool isMine = mine.contains(item.id);
        const bool isDecided = outcome.state == domain::ItemState::Approved
            || outcome.state == domain::ItemState::Rejected;
        CellModel::Row row;
        row.cells = {{.text = items::accessNameOf(*m_board, item.port),
                      .icon = iconNameOf(domain::EntityKind::Port, type)},
                     {.text = items::accessNameOf(*m_board, item.product), .isSecondary = true},
                     {.text = items::oneLine(item.role, 200), .isMono = true},
                     {.text = fieldsText(item), .isSecondary = true},
                     {.text = decidesText(outcome),
                      .icon = !isDecided                                 ? QString()
                          : outcome.state == domain::ItemState::Approved ? u"approve"_s
                                                                         : u"reject"_s,
                      .isEmphasised = isMine}};
        if (isMine)
            row.tick = i < before.size() && before.size() == m_case.request.items.size() && m_offers
                ? before.at(i).tick.value_or(true)
                : true;
        rows.append(row);
    }
    m_ports->show({tr("Port"), tr("Product"), tr("Role"), tr("Fields"),
                   m_isReview ? tr("Decides") : tr("State")},
                  rows);
    Q_EMIT ticksChanged();
}

void CaseDetail::showFields()
{
    QList<CellModel::Row> rows;
    QStringList heads{tr("Field"), tr("Port"), tr("Classification")};
    if (m_isReview) // what a decision adds to
        heads.append(tr("Already flows to"));
    if (m_offers) {
        for (const auto &field : items::classifiedFieldsOf(m_case.request, *m_offers)) {
            CellModel::Row row;
            row.cells = {{.text = items::oneLine(field.path, 200), .isMono = true},
                         {.text = items::accessNameOf(*m_board, field.port), .isSecondary = true},
                         {.text = items::oneLine(
                              items::facetValueText(u"classification"_s, field.classification), 60),
                          .icon = u"kind-classification"_s}};
            if (m_isReview)
                row.cells.append({.text = flowText(field.port, field.path), .isSecondary = true});
            rows.append(row);
        }
    }
    const auto count = int(rows.size());
    m_fields->show(heads, rows);
    m_fields->setVisible(count > 0);
    m_noFields->setVisible(count == 0);
    m_noFields->setText(!m_offers && !m_noOffers.isEmpty()
                            ? tr("The fields could not be read: %1").arg(m_noOffers)
                            : !m_offers ? tr("The fields are not known yet.")
                                        : tr("None of the fields that are asked for is known to be "
                                             "confidential or restricted."));
    m_fieldsHead->setNote(count == 0 ? QString() : tr("%n asked", nullptr, count));
}

void CaseDetail::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void CaseDetail::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    fit();
}

//! Gives the content the height that it needs now. A layout that changed while nobody saw it asked
//! for that in vain: a scroll area hears what is visible alone, and hears of a resize before
//! arrange() turns the sides.
void CaseDetail::fit()
{
    widget()->layout()->invalidate();
    widget()->layout()->activate();
    QCoreApplication::postEvent(this, new QEvent(QEvent::LayoutRequest));
}

//! Where there is no room for both, the policies stand below the request.
void CaseDetail::arrange()
{
    const int body = QFontMetrics(fontOf(Text::Body)).height();
    const bool isWide = viewport()->width() >= sideBySide * body / usualHeight;
    const auto direction = isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    const bool isTurned = m_sides->direction() != direction;
    m_sides->setDirection(direction);
    m_divide->setVisible(isWide);
    m_right->setMinimumWidth(isWide ? rightWidth : 0);
    m_right->setMaximumWidth(isWide ? rightWidth : QWIDGETSIZE_MAX);
    if (isTurned)
        fit();
}

} // namespace portolan::views::access
