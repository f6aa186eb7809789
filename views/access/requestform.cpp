// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/access/requestform.h"

#include "models/base/async.h"
#include "models/items/accessoffers.h"
#include "models/items/accessreading.h"
#include "models/items/accesstext.h"
#include "models/items/displaytext.h"
#include "models/policy/judge.h"
#include "models/policy/question.h"
#include "views/access/consumerfield.h"
#include "views/access/fieldnote.h"
#include "views/access/formjudge.h"
#include "views/access/formports.h"
#include "views/access/formtemplates.h"
#include "views/access/formterms.h"
#include "views/access/looks.h"
#include "views/shared/blocks.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTreeView>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {

using domain::PolicyResult;
using domain::PolicyVerdict;

namespace {

constexpr int fieldsOpen = 40; // a longer list is folded at first

} // namespace

void RequestForm::setBoard(const items::AccessBoardPtr &board)
{
    const bool isFirst = !m_board;
    m_board = board;
    m_judge->setJudges(board->judges);
    m_templates->setBoard(board);
    m_from->setMinimumDate(board->today);
    if (isFirst && m_from->date() <= board->today) {
        m_from->setDate(board->today);
        if (m_to->date() <= board->today)
            setEnd(6);
    }
    showPurposes();
    showConsumers();
    judge();
}

void RequestForm::start(const QList<QUuid> &ids)
{
    m_replaced.clear();
    m_renews = {};
    m_kept.clear();
    m_wanted = ids;
    m_left.clear();
    m_draft->hide();
    m_touched.clear();
    m_judgedIn = nullptr;
    askOffers();
}

void RequestForm::startFrom(const domain::AccessRequest &request, const QList<qint64> &replaced)
{
    clear();
    m_replaced = replaced;
    m_renews = request.renews;
    m_kept = request.items;
    m_draft->setVisible(!replaced.isEmpty());
    for (const auto &item : request.items) {
        const auto id = m_board ? m_board->names.value(item.port).id : QUuid();
        if (!id.isNull())
            m_wanted.append(id);
        m_ports->setRole(item.port, item.role);
        if (!item.fields.isEmpty())
            m_fieldsWanted.insert(item.port, item.fields);
    }
    m_purpose->setCurrentIndex(std::max(0, m_purpose->findData(request.purpose)));
    m_why->setPlainText(request.justification);
    m_exception->setPlainText(request.exception);
    const auto today = m_board ? m_board->today : QDate::currentDate();
    const auto first = request.from.isValid() ? std::max(request.from, today) : today;
    m_from->setDate(first);
    m_noEnd->setChecked(!request.to.isValid());
    if (request.to > first)
        m_to->setDate(request.to);
    else if (request.to.isValid())
        setEnd(6);
    m_consumer->setConsumer(request.consumer);
    m_terms->setAccepted(request.terms);
    m_touched.clear();
    askOffers();
}

void RequestForm::useTemplate(const RequestTemplate &one)
{
    m_purpose->setCurrentIndex(std::max(0, m_purpose->findData(one.purpose)));
    m_why->setPlainText(one.justification);
    m_consumer->setName(one.consumer);
    m_noEnd->setChecked(one.days == 0);
    if (one.days > 0)
        m_to->setDate(m_from->date().addDays(one.days - 1));
    for (const auto &field : {u"purpose"_s, u"consumer"_s})
        touch(field);
    m_why->setFocus(Qt::OtherFocusReason);
    m_why->moveCursor(QTextCursor::End);
}

void RequestForm::addPorts(const QList<QUuid> &ids)
{
    for (const auto &id : ids) {
        if (!m_wanted.contains(id))
            m_wanted.append(id);
    }
    m_left.clear();
    askOffers();
}

void RequestForm::wantFields(const QString &port, const QStringList &fields)
{
    m_fieldsWanted.insert(port, fields);
}

void RequestForm::clear()
{
    m_wanted.clear();
    m_kept.clear();
    m_left.clear();
    m_fieldsWanted.clear();
    m_replaced.clear();
    m_renews = {};
    m_offers.clear();
    m_draft->hide();
    m_purpose->setCurrentIndex(0);
    m_why->clear();
    m_exception->clear();
    m_noEnd->setChecked(false);
    m_terms->setAccepted({});
    m_touched.clear();
    m_judgedIn = nullptr;
    takeOffers({});
}

void RequestForm::askOffers()
{
    const auto question = ++m_question;
    if (m_wanted.isEmpty())
        return takeOffers({});
    askConsumers();
    onFinished(m_source.offers(m_wanted), this,
               [this, question](const Result<QList<items::AccessOffer>> &answer) {
                   if (question != m_question)
                       return;
                   m_error->setVisible(!answer.has_value());
                   if (answer)
                       takeOffers(*answer);
                   else
                       m_error->report(tr("What is offered could not be read"), answer.error(),
                                       tr("Try again"));
               });
}

void RequestForm::takeOffers(const QList<items::AccessOffer> &offers)
{
    m_offers = offers;
    for (const auto &item : std::as_const(m_kept)) {
        if (items::offerFor(m_offers, item.port) == nullptr)
            m_offers.append({.port = item.port,
                             .label = item.port,
                             .product = item.product,
                             .productLabel = item.product,
                             .accountName = item.account,
                             .isKnown = false});
    }
    m_offers.removeIf([this](const auto &offer) { return m_left.contains(offer.port); });
    auto asked = m_offers;
    asked.removeIf([](const auto &offer) { return offer.account.isNull(); });
    m_ports->show(m_offers);
    m_noPorts->setVisible(m_offers.isEmpty());
    m_fields.show(asked);
    for (const auto &offer : std::as_const(asked)) {
        if (m_fieldsWanted.contains(offer.port))
            m_fields.choose(offer.port, m_fieldsWanted.take(offer.port));
    }
    // What has fields that need care is open: it is what a person thinks about.
    for (int i = 0; i < m_fields.rowCount(); ++i) {
        const auto port = m_fields.index(i, 0);
        const bool isShort = m_fields.rowCount(port) <= fieldsOpen;
        m_tree->setExpanded(port, isShort && m_fields.hasSensitive(i));
    }
    fitTree();
    m_terms->show(asked);
    for (auto *row : std::as_const(m_fieldRows))
        row->setVisible(m_fields.rowCount() > 0);
    for (auto *row : std::as_const(m_termRows))
        row->setVisible(!m_terms->isEmpty());
    m_title->setText(title());
    orderTabs();
    // What came to the form needs its room once it is there.
    QMetaObject::invokeMethod(this, &RequestForm::arrange, Qt::QueuedConnection);
    Q_EMIT titleChanged();
    judge();
}

QString RequestForm::title() const
{
    if (!m_renews.isNull())
        return tr("Renew access to %n port(s)", nullptr, int(m_offers.size()));
    return m_offers.isEmpty() ? tr("Request access")
                              : tr("Request access to %n port(s)", nullptr, int(m_offers.size()));
}

void RequestForm::removePort(const QString &port)
{
    m_left.append(port);
    takeOffers(m_offers);
    enter();
}

void RequestForm::setEnd(int months)
{
    m_noEnd->setChecked(false);
    m_to->setDate(m_from->date().addMonths(months).addDays(-1));
    touch(u"to"_s);
}

void RequestForm::touch(const QString &field)
{
    m_touched.insert(field);
    m_pause.start();
}

domain::AccessRequest RequestForm::request() const
{
    domain::AccessRequest request{.purpose = m_purpose->currentData().toString(),
                                  .justification = m_why->toPlainText().trimmed(),
                                  .from = m_from->date(),
                                  .to = m_noEnd->isChecked() ? QDate() : m_to->date(),
                                  .terms = m_terms->accepted(),
                                  .renews = m_renews};
    request.consumer = m_consumer->consumer();
    for (const auto &offer : m_offers) {
        const auto kept = std::find_if(m_kept.begin(), m_kept.end(), [&offer](const auto &item) {
            return item.port == offer.port;
        });
        if (!offer.isKnown && kept != m_kept.end())
            request.items.append(*kept);
        else if (!offer.account.isNull())
            request.items.append({.port = offer.port,
                                  .product = offer.product,
                                  .account = offer.accountName,
                                  .role = m_ports->role(offer.port),
                                  .fields = m_fields.chosen(offer.port)});
    }
    request.verdicts = m_verdicts.verdicts();
    request.verdicts.removeIf(policy::isRemote);
    request.verdicts += m_judge->known();
    if (m_verdicts.countOf(PolicyResult::Fail) > 0)
        request.exception = m_exception->toPlainText().trimmed();
    return request;
}

//! Pure and quick: it is worked out here, some hundredths of a second after the last key.
void RequestForm::judge()
{
    if (!m_board)
        return;
    m_pause.stop();
    const auto asked = request();
    m_judge->ask(asked);
    auto verdicts = items::judgedBy(*m_board, asked, m_offers);
    verdicts += m_judge->verdicts();
    const auto *focus = QApplication::focusWidget();
    // Nothing moves while a person is in a field.
    const bool keepOrder = focus != nullptr && std::exchange(m_judgedIn, focus) == focus;
    m_verdicts.show(verdicts, *m_board, {}, keepOrder);
    if (!m_judge->isCurrent()) // what is still to come is said, though it has no row yet
        verdicts += m_judge->known();
    m_sum->setStatus(statusOf(int(policy::worstOf(verdicts))), items::verdictsText(verdicts));
    m_sum->setVisible(!verdicts.isEmpty());
    const bool fails = m_verdicts.countOf(PolicyResult::Fail) > 0;
    for (auto *row : std::as_const(m_exceptionRows))
        row->setVisible(fails);
    m_length->setText(m_noEnd->isChecked() ? QString()
                                           : items::lengthText(m_from->date(), m_to->date()));
    for (const auto &offer : std::as_const(m_offers))
        m_ports->setHighestClass(offer.port, m_fields.highestClass(offer.port));
    const int left = m_fields.sensitiveLeftOut();
    m_leftOut->setText(left == 0 ? tr("Only fields that are ticked are asked for.")
                                 : tr("Only fields that are ticked are asked for. %n classified "
                                      "field(s) are left out.",
                                      nullptr, left));
    showNotes();
    showFoot();
}

//! A field that nobody has been at yet is not blamed: the pre-check beside says it all the same.
void RequestForm::showNotes()
{
    const auto &all = m_verdicts.verdicts();
    const auto about = [&](const QStringList &fields) {
        QList<PolicyVerdict> found;
        for (const auto &one : all) {
            if (fields.contains(one.field))
                found.append(one);
        }
        const bool isTouched = std::any_of(fields.begin(), fields.end(), [this](const auto &field) {
            return m_touched.contains(field);
        });
        return isTouched ? found : QList<PolicyVerdict>();
    };
    m_purposeNote->show(about({u"purpose"_s}));
    m_whyNote->show(about({u"justification"_s}));
    m_periodNote->show(about({u"from"_s, u"to"_s}));
    m_termsNote->show(about({u"terms"_s}));
    auto consumer = about({u"consumer"_s});
    if (consumer.isEmpty() && m_consumer->isUnheardOf() && !m_consumer->hasFocus())
        consumer.append({.result = PolicyResult::Warn,
                         .message = tr("No team or product that is known here has this name")});
    m_consumerNote->show(consumer);
    static const QStringList others{u"purpose"_s, u"justification"_s, u"from"_s, u"to"_s,
                                    u"terms"_s,   u"consumer"_s,      u"role"_s, u"port"_s};
    QList<PolicyVerdict> ports; // whoever chose them has been at them
    std::copy_if(all.begin(), all.end(), std::back_inserter(ports),
                 [](const auto &one) { return one.field == u"role" || one.field == u"port"; });
    m_portsNote->show(ports);
    QList<PolicyVerdict> fields;
    for (const auto &one : all) {
        if (!one.field.isEmpty() && !others.contains(one.field))
            fields.append(one);
    }
    const bool isTouched = m_touched.contains(u"fields"_s) || m_touched.contains(u"purpose"_s);
    m_fieldsNote->show(isTouched ? fields : QList<PolicyVerdict>());
}

} // namespace portolan::views::access
