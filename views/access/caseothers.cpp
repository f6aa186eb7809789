// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a decision touches besides who asks: those who have the same access already, and what is
// made from the ports.
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "views/access/casedetail.h"
#include "views/shared/blocks.h"
#include "views/shared/icons.h"

#include <QBoxLayout>
#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr qsizetype holdersShown = 6;
constexpr qsizetype dependantsShown = 5;
constexpr int lineGap = 2;

//! A line of the right column: something, and a small word at its end.
QWidget *lineOf(QWidget *first, const QString &note)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(size::page, lineGap, size::page, lineGap);
    row->setSpacing(size::gap);
    row->addWidget(first, 1);
    auto *end = new ElidedLabel(Elide::Prose);
    end->setTextFont(Text::Small);
    end->setColour(Colour::TextSecondary);
    end->setText(note);
    row->addWidget(end);
    return line;
}

ElidedLabel *headOf(const QString &text)
{
    auto *title = new ElidedLabel(Elide::Prose);
    title->setTextFont(Text::Small, true);
    title->setColour(Colour::TextSecondary);
    title->setText(text);
    return title;
}

//! How much it is, on a line of its own: names beside it are not cut for it.
QWidget *countOf(const QString &text)
{
    auto *count = new ElidedLabel(Elide::Prose);
    count->setTextFont(Text::Small);
    count->setColour(Colour::TextSecondary);
    count->setText(text);
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(size::page, 0, size::page, lineGap);
    row->addWidget(count);
    return line;
}

QString menuText(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace

void emptyOut(QLayout &layout)
{
    while (auto *item = layout.takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

//! The ports that I decide about come first.
void CaseDetail::showHolders()
{
    emptyOut(*m_holders);
    if (!m_isReview)
        return;
    const auto mine = items::itemsToDecide(m_case, *m_board);
    // Once for all ports: there may be a hundred of them, and many thousand agreements.
    QSet<QString> ports;
    for (const auto &item : m_case.request.items)
        ports.insert(item.port);
    m_having = items::holdersOf(*m_board, ports, m_case.request.id);
    for (const bool isMine : {true, false}) {
        for (const auto &item : m_case.request.items) {
            if (mine.contains(item.id) == isMine)
                addHolders(item);
        }
    }
}

void CaseDetail::addHolders(const domain::AccessItem &item)
{
    const auto holders = m_having.value(item.port);
    auto *head = lineOf(headOf(tr("Who else has %1").arg(items::accessNameOf(*m_board, item.port))),
                        holders.isEmpty() ? tr("nobody")
                                          : tr("%n agreement(s)", nullptr, int(holders.size())));
    head->layout()->setContentsMargins(size::page, size::buttonPadding, size::page, size::unit);
    m_holders->addWidget(head);
    for (const auto &holder : holders.mid(0, holdersShown)) {
        const auto &agreement = holder.agreement;
        auto *name = new ElidedLabel(Elide::Prose);
        name->setIconName(u"kind-team"_s);
        name->setText(items::oneLine(agreement.consumer.name, 80));
        const auto end = agreement.to.isValid() ? tr("until %1").arg(items::dateText(agreement.to))
                                                : tr("without an end");
        m_holders->addWidget(lineOf(
            name,
            agreement.role.isEmpty() ? end
                                     : tr("%1, %2").arg(end, items::oneLine(agreement.role, 60))));
    }
}

void CaseDetail::setDependants(const items::Dependants &dependants)
{
    if (m_dependants == dependants)
        return;
    m_dependants = dependants;
    m_noDependants.clear();
    showDependants();
}

void CaseDetail::setNoDependants(const QString &why)
{
    m_dependants.reset();
    m_noDependants = why;
    showDependants();
}

void CaseDetail::showDependants()
{
    emptyOut(*m_dependantRows);
    m_downstream->setVisible(m_isReview);
    if (!m_isReview)
        return;
    if (!m_dependants) {
        auto *note = new SafeLabel(
            m_noDependants.isEmpty() ? tr("The lineage is being read.")
                                     : tr("The lineage could not be read: %1").arg(m_noDependants));
        note->setWordWrap(true);
        note->setForegroundRole(QPalette::PlaceholderText);
        note->setContentsMargins(size::page, 0, size::page, size::gap);
        m_dependantRows->addWidget(note);
        return;
    }
    if (m_case.request.items.size() > 1)
        m_dependantRows->addWidget(
            countOf(tr("Together: %1")
                        .arg(items::dependantsText(items::together(m_dependants->values())))));
    for (const auto &item : m_case.request.items)
        addDependants(item);
    chainLinks();
}

//! What is made later stands at the end of all in the order of Tab: these links come where they
//! stand, behind the verdicts.
void CaseDetail::chainLinks()
{
    auto *at = m_downstream->previousInFocusChain();
    while (at != m_downstream && at->focusPolicy() == Qt::NoFocus)
        at = at->previousInFocusChain();
    for (int i = 0; i < m_dependantRows->count(); ++i) {
        const auto *row = m_dependantRows->itemAt(i)->widget();
        if (row == nullptr)
            continue;
        for (auto *link : row->findChildren<LinkButton *>()) {
            setTabOrder(at, link);
            at = link;
        }
    }
}

//! One port: how much is made from it, the nearest by name, and the way to all of it.
void CaseDetail::addDependants(const domain::AccessItem &item)
{
    const auto port = m_board->names.value(item.port).id;
    const auto name = items::accessNameOf(*m_board, item.port);
    const auto all = m_dependants->value(port);
    auto *head = lineOf(headOf(name), port.isNull() ? tr("not in the catalogue") : QString());
    head->layout()->setContentsMargins(size::page, size::gap, size::page, lineGap);
    if (!port.isNull()) {
        auto *lineage = new LinkButton(tr("Lineage"));
        lineage->setAccessibleName(tr("Open %1 in lineage").arg(name));
        connect(lineage, &QAbstractButton::clicked, this,
                [this, port] { Q_EMIT openInLineage(port); });
        head->layout()->addWidget(lineage);
    }
    m_dependantRows->addWidget(head);
    if (!port.isNull())
        m_dependantRows->addWidget(countOf(items::dependantsText(all)));
    if (auto *note = readingNote(item))
        m_dependantRows->addWidget(note);
    for (const auto &one : all.mid(0, dependantsShown)) {
        auto *first = new QWidget;
        auto *row = new QHBoxLayout(first);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(size::gap);
        row->addWidget(new IconLabel(iconNameOf(one.kind, one.type), size::inlineIcon));
        auto *link = new LinkButton(visibleText(items::oneLine(one.label, 200)));
        connect(link, &QAbstractButton::clicked, this,
                [this, id = one.id] { Q_EMIT openEntity(id); });
        row->addWidget(link);
        row->addStretch(1);
        const auto steps = items::stepsText(one.steps);
        m_dependantRows->addWidget(lineOf(
            first,
            one.owner.isEmpty() ? steps : tr("%1, %2").arg(items::oneLine(one.owner, 60), steps)));
    }
    if (all.size() > dependantsShown) {
        auto *more =
            new LinkButton(tr("%n more in lineage", nullptr, int(all.size() - dependantsShown)));
        connect(more, &QAbstractButton::clicked, this,
                [this, port] { Q_EMIT openInLineage(port); });
        m_dependantRows->addWidget(lineOf(more, {}));
    }
}

//! Says where the product that asks reads \a item's port already, as the lineage has it: a decision
//! allows then what is done, or comes too late. Null where it does not.
QWidget *CaseDetail::readingNote(const domain::AccessItem &item) const
{
    const auto &consumer = m_case.request.consumer;
    const auto id = m_board->names.value(consumer.id).id;
    if (consumer.kind != domain::EntityKind::Product || id.isNull())
        return nullptr;
    const auto all = m_dependants->value(m_board->names.value(item.port).id);
    const auto reader =
        std::find_if(all.begin(), all.end(), [&id](const auto &one) { return one.id == id; });
    if (reader == all.end())
        return nullptr;
    const auto holders = m_having.value(item.port);
    const bool isAgreed =
        std::any_of(holders.begin(), holders.end(), [&consumer](const auto &holder) {
            return holder.agreement.consumer.id == consumer.id;
        });
    const auto name = items::oneLine(consumer.name.isEmpty() ? consumer.id : consumer.name, 80);
    QString text;
    if (reader->steps > 1)
        text = tr("%1 gets it already through others, as the lineage has it.").arg(name);
    else if (isAgreed)
        text = tr("%1 reads it already, as agreed.").arg(name);
    else
        text = tr("%1 reads it already, and nothing in force allows that.").arg(name);
    const bool isWrong = reader->steps <= 1 && !isAgreed;
    auto *note = new QWidget;
    auto *row = new QHBoxLayout(note);
    row->setContentsMargins(size::page, lineGap, size::page, lineGap);
    row->setSpacing(size::gap);
    row->addWidget(new IconLabel(isWrong ? u"status-warn"_s : u"pane-lineage"_s, size::inlineIcon,
                                 isWrong ? Colour::StatusWarn : Colour::TextSecondary),
                   0, Qt::AlignTop);
    auto *label = new SafeLabel;
    label->setWordWrap(true);
    label->setBreakableText(text);
    row->addWidget(label, 1);
    return note;
}

QHash<QUuid, QStringList> CaseDetail::classifiedFields() const
{
    QHash<QUuid, QStringList> fields;
    if (!m_offers)
        return fields;
    for (const auto &field : items::classifiedFieldsOf(m_case.request, *m_offers)) {
        if (const auto port = m_board->names.value(field.port).id; !port.isNull())
            fields[port].append(field.path);
    }
    return fields;
}

void CaseDetail::setFlows(const items::FieldFlows &flows)
{
    m_flows = flows;
    showFields();
}

void CaseDetail::setNoFlows(const QString &why)
{
    m_noFlows = why;
    showFields();
}

QString CaseDetail::flowText(const QString &port, const QString &field) const
{
    const auto id = m_board->names.value(port).id;
    if (id.isNull())
        return tr("not in the catalogue");
    if (m_flows)
        return items::fieldFlowText(m_flows->value(id).value(field));
    return m_noFlows.isEmpty() ? tr("being read") : tr("could not be read: %1").arg(m_noFlows);
}

//! Of several ports the person says which one.
void CaseDetail::chooseLineage(QWidget *at)
{
    const auto ids = portIds();
    if (ids.size() == 1)
        return Q_EMIT openInLineage(ids.first());
    if (ids.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &item : m_case.request.items) {
        const auto id = m_board->names.value(item.port).id;
        if (!id.isNull())
            menu->addAction(menuText(items::accessNameOf(*m_board, item.port)), this,
                            [this, id] { Q_EMIT openInLineage(id); });
    }
    menu->popup(at->mapToGlobal(QPoint(0, at->height())));
}

} // namespace portolan::views::access
