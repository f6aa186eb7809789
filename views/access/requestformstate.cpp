// SPDX-License-Identifier: GPL-3.0-or-later
// What of the form survives a restart, what there is to choose in it, and how keys go through it.
#include "models/base/async.h"
#include "models/items/displaytext.h"
#include "views/access/consumerfield.h"
#include "views/access/fieldnote.h"
#include "views/access/formports.h"
#include "views/access/formterms.h"
#include "views/access/requestform.h"
#include "views/shared/keybutton.h"
#include "views/shared/safetext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr int checksWidth = 384;
constexpr int checksLeast = 272;
constexpr int formRoom = 64; // for names beyond their first letters
constexpr int stateVersion = 1;
constexpr int portsMost = 1000;
constexpr qsizetype consumersMost = 20'000;

//! Everything in \a layout that takes the focus, in the order in which it is read.
void collect(QLayout *layout, QList<QWidget *> &found)
{
    for (int i = 0; layout != nullptr && i < layout->count(); ++i) {
        auto *item = layout->itemAt(i);
        if (item->layout() != nullptr)
            collect(item->layout(), found);
        auto *widget = item->widget();
        if (widget == nullptr)
            continue;
        if (widget->focusPolicy() & Qt::TabFocus)
            found.append(widget);
        if (auto *scroll = qobject_cast<QScrollArea *>(widget)) {
            if (auto *content = scroll->widget()) // it may stand elsewhere: RequestForm::arrange()
                collect(content->layout(), found);
        } else if (!qobject_cast<QComboBox *>(widget)) {
            collect(widget->layout(), found);
        }
    }
}

} // namespace

void RequestForm::askConsumers()
{
    onFinished(m_source.knownConsumers(), this,
               [this, asking = ++m_askingConsumers](const Result<QList<domain::Consumer>> &answer) {
                   // Without an answer those that somebody asked for before are still offered.
                   if (!answer || asking != m_askingConsumers)
                       return;
                   m_consumers = *answer;
                   showConsumers();
                   showNotes();
               });
}

//! Teams and products that are known, and whoever was asked for before.
void RequestForm::showConsumers()
{
    auto known = m_consumers;
    QSet<QString> ids;
    QSet<QString> names;
    const auto note = [&](const domain::Consumer &one) {
        ids.insert(one.id);
        names.insert(one.name.toCaseFolded());
    };
    std::for_each(known.cbegin(), known.cend(), note);
    for (const auto &one : m_board ? m_board->cases : QList<items::AccessCase>()) {
        // Who was typed has a name alone, and is by now perhaps one who is known.
        const auto &consumer = one.request.consumer;
        const bool isThere = consumer.id.isEmpty() ? names.contains(consumer.name.toCaseFolded())
                                                   : ids.contains(consumer.id);
        if (isThere || known.size() >= consumersMost)
            continue;
        note(consumer);
        known.append(consumer);
    }
    m_consumer->offer(known);
}

void RequestForm::showPurposes()
{
    const auto code = m_purpose->currentData();
    const QSignalBlocker quiet(m_purpose);
    m_purpose->clear();
    m_purpose->addItem(tr("Choose a purpose"), QString());
    for (const auto &purpose : m_board->policies.purposes) {
        const auto title = purpose.title.isEmpty() ? purpose.code : purpose.title;
        m_purpose->addItem(purpose.description.isEmpty()
                               ? items::oneLine(title, 100)
                               : tr("%1: %2").arg(items::oneLine(title, 100),
                                                  items::oneLine(purpose.description, 100)),
                           purpose.code);
    }
    m_purpose->setCurrentIndex(std::max(0, m_purpose->findData(code)));
}

//! What comes with the ports was made last, and is read first: Tab goes as the eye does.
void RequestForm::orderTabs()
{
    QList<QWidget *> order;
    collect(layout(), order);
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

QVariantMap RequestForm::saveState() const
{
    if (!isBegun())
        return {};
    const auto asked = request();
    QStringList ids;
    for (const auto &id : m_wanted)
        ids.append(id.toString(QUuid::WithoutBraces));
    QVariantMap roles;
    QVariantMap fields;
    for (const auto &item : asked.items) {
        roles.insert(item.port, item.role);
        fields.insert(item.port, item.fields);
    }
    QVariantMap terms;
    for (const auto &one : asked.terms)
        terms.insert(one.id, one.sha256);
    QVariantList kept;
    for (const auto &item : m_kept)
        kept.append(QVariantMap{{u"port"_s, item.port},
                                {u"product"_s, item.product},
                                {u"account"_s, item.account},
                                {u"role"_s, item.role},
                                {u"fields"_s, item.fields}});
    QVariantList replaced;
    for (const auto id : m_replaced)
        replaced.append(id);
    return {{u"version"_s, stateVersion},
            {u"things"_s, ids},
            {u"kept"_s, kept},
            {u"left"_s, QStringList(m_left)},
            {u"roles"_s, roles},
            {u"fields"_s, fields},
            {u"terms"_s, terms},
            {u"purpose"_s, asked.purpose},
            {u"why"_s, m_why->toPlainText()},
            {u"exception"_s, m_exception->toPlainText()},
            {u"from"_s, asked.from},
            {u"to"_s, m_to->date()},
            {u"noEnd"_s, m_noEnd->isChecked()},
            {u"for"_s, m_consumer->currentText()},
            {u"renews"_s, m_renews.toString(QUuid::WithoutBraces)},
            {u"replaced"_s, replaced}};
}

void RequestForm::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != stateVersion)
        return;
    m_wanted.clear();
    for (const auto &text : state.value(u"things"_s).toStringList().mid(0, portsMost)) {
        const QUuid id(text);
        if (!id.isNull())
            m_wanted.append(id);
    }
    m_kept.clear();
    for (const auto &value : state.value(u"kept"_s).toList().mid(0, portsMost)) {
        const auto item = value.toMap();
        m_kept.append({.port = item.value(u"port"_s).toString(),
                       .product = item.value(u"product"_s).toString(),
                       .account = item.value(u"account"_s).toString(),
                       .role = item.value(u"role"_s).toString(),
                       .fields = item.value(u"fields"_s).toStringList()});
    }
    m_left = state.value(u"left"_s).toStringList();
    const auto roles = state.value(u"roles"_s).toMap();
    for (auto it = roles.cbegin(); it != roles.cend(); ++it)
        m_ports->setRole(it.key(), it.value().toString());
    const auto fields = state.value(u"fields"_s).toMap();
    for (auto it = fields.cbegin(); it != fields.cend(); ++it) {
        if (!it.value().toStringList().isEmpty())
            m_fieldsWanted.insert(it.key(), it.value().toStringList());
    }
    QList<domain::AcceptedTerms> terms;
    const auto accepted = state.value(u"terms"_s).toMap();
    for (auto it = accepted.cbegin(); it != accepted.cend(); ++it)
        terms.append({it.key(), {}, it.value().toString()});
    m_terms->setAccepted(terms);
    const auto purpose = state.value(u"purpose"_s).toString();
    if (m_purpose->findData(purpose) < 0) // the policies come later, and it is chosen among them
        m_purpose->addItem(purpose, purpose);
    m_purpose->setCurrentIndex(m_purpose->findData(purpose));
    m_why->setPlainText(state.value(u"why"_s).toString());
    m_exception->setPlainText(state.value(u"exception"_s).toString());
    if (const auto day = state.value(u"from"_s).toDate(); day.isValid())
        m_from->setDate(day);
    if (const auto day = state.value(u"to"_s).toDate(); day.isValid())
        m_to->setDate(day);
    m_noEnd->setChecked(state.value(u"noEnd"_s).toBool());
    m_consumer->setName(state.value(u"for"_s).toString());
    m_renews = QUuid(state.value(u"renews"_s).toString());
    m_replaced.clear();
    for (const auto &id : state.value(u"replaced"_s).toList())
        m_replaced.append(id.toLongLong());
    askOffers();
}

QList<QWidget *> RequestForm::parts() const
{
    return {m_purpose, m_consumer, m_tree};
}

void RequestForm::enter()
{
    if (auto *role = m_ports->firstRole())
        role->setFocus(Qt::OtherFocusReason);
    else
        m_purpose->setFocus(Qt::OtherFocusReason);
}

void RequestForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

//! The pre-check stands beside the form where both have room, else at its end: of two columns that
//! are cut nobody reads either.
void RequestForm::arrange()
{
    // Words may be longer in other languages.
    const int words = m_checksBody->minimumSizeHint().width() + size::gap;
    auto *form = m_scroll->widget();
    const int left = std::max(form->minimumSizeHint().width() + formRoom,
                              m_send->parentWidget()->minimumSizeHint().width());
    const bool isNarrow = width() < left + std::max(checksLeast, words);
    const bool wasNarrow = m_checks->widget() == nullptr;
    if (!isNarrow)
        m_checks->setFixedWidth(
            std::max(std::clamp(width() * 3 / 10, checksLeast, checksWidth), words));
    if (isNarrow == wasNarrow)
        return;
    auto *column = qobject_cast<QVBoxLayout *>(form->layout());
    if (isNarrow) {
        m_checks->takeWidget();
        column->insertWidget(column->count() - 1, m_checksBody);
    } else {
        column->removeWidget(m_checksBody);
        m_checks->setWidget(m_checksBody);
    }
    m_checksBody->show();
    m_checks->parentWidget()->setVisible(!isNarrow);
    orderTabs();
}

} // namespace portolan::views::access
