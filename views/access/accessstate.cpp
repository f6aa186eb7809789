// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pane is, what of it survives a restart, and what it is to the window.
#include "models/base/async.h"
#include "models/base/identity.h"
#include "models/items/accessreading.h"
#include "models/items/displaytext.h"
#include "views/access/accessactions.h"
#include "views/access/accesspane.h"
#include "views/access/agreementspage.h"
#include "views/access/caselist.h"
#include "views/access/formtemplates.h"
#include "views/access/minepage.h"
#include "views/access/requestform.h"
#include "views/access/reviewpage.h"
#include "views/shared/filterfield.h"
#include "views/shared/labels.h"
#include "views/shared/tabs.h"
#include "views/shared/timetext.h"

#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::access {
namespace {

constexpr int stateVersion = 1;

QStringList textsOf(const QList<QUuid> &ids)
{
    QStringList texts;
    for (const auto &id : ids)
        texts.append(idText(id));
    return texts;
}

} // namespace

QWidget *AccessPane::shownPage() const
{
    switch (m_page) {
    case Page::Mine:
        return m_mine;
    case Page::Review:
        return m_review;
    case Page::Agreements:
        return m_agreements;
    case Page::Form:
        break;
    }
    return m_form;
}

void AccessPane::showPage(Page page)
{
    if (page == Page::Form) {
        if (m_page != Page::Form)
            m_before = m_page;
        m_wanted = {}; // what was sent last is not shown over a form that is opened meanwhile
    }
    m_page = page;
    showSegments();
    showCurrent();
    Q_EMIT actionsChanged();
    Q_EMIT historyChanged();
}

QList<QAction *> AccessPane::paneActions() const
{
    switch (m_page) {
    case Page::Mine:
        return m_actions + m_mine->pageActions();
    case Page::Review:
        return m_actions + m_review->pageActions();
    case Page::Agreements:
        return m_actions + m_agreements->pageActions();
    case Page::Form:
        break;
    }
    return m_actions + m_form->pageActions();
}

int AccessPane::waitingCount() const
{
    return m_review->model().count();
}

void AccessPane::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (m_field->text() != filter)
        m_field->setText(filter);
    m_mine->setFilter(filter);
    m_review->setFilter(filter);
    m_agreements->setFilter(filter);
}

//! What I decide about is shown where I can; else among my own.
void AccessPane::showRequest(const QUuid &request)
{
    if (!m_board) {
        m_wanted = request;
        return;
    }
    const auto one = std::find_if(m_board->cases.begin(), m_board->cases.end(),
                                  [&](const auto &each) { return each.request.id == request; });
    if (one == m_board->cases.end())
        return;
    setFilter({});
    const bool isReview = !items::itemsToDecide(*one, *m_board).isEmpty();
    showPage(isReview ? Page::Review : Page::Mine);
    (isReview ? static_cast<CasesPage *>(m_review) : m_mine)->showCase(request);
}

void AccessPane::showAgreement(const QUuid &agreement)
{
    if (!m_board) {
        m_wantedAgreement = agreement;
        return;
    }
    setFilter({});
    showPage(Page::Agreements);
    m_agreements->showAgreement(agreement);
}

//! When each account was read last, the oldest first of all; what could not be read says so.
void AccessPane::showAsOf()
{
    const auto now = m_clock.now();
    QDateTime oldest;
    QStringList failed;
    QStringList lines;
    for (const auto &reading : m_board->readings) {
        const auto name = items::oneLine(reading.name, 60);
        const bool isKnown = reading.at.isValid();
        if (isKnown && (!oldest.isValid() || reading.at < oldest))
            oldest = reading.at;
        if (reading.isRead) {
            lines.append(isKnown ? tr("%1: as of %2").arg(name, momentText(reading.at))
                                 : tr("%1: not read yet").arg(name));
            continue;
        }
        failed.append(name);
        const auto why = items::oneLine(reading.error, 300);
        lines.append(isKnown ? tr("%1: as of %2, and could not be read since. %3")
                                   .arg(name, momentText(reading.at), why)
                             : tr("%1: could not be read. %2").arg(name, why));
    }
    const bool isAnyKnown = oldest.isValid();
    m_asOf->setVisible(isAnyKnown || !failed.isEmpty());
    if (!isAnyKnown && failed.isEmpty())
        return;
    const auto when = isAnyKnown ? asOfText(oldest, now) : QString();
    const auto names = failed.join(u", "_s);
    m_asOf->setText(failed.isEmpty() ? tr("as of %1").arg(when)
                        : isAnyKnown ? tr("%1 could not be read, as of %2").arg(names, when)
                                     : tr("%1 could not be read").arg(names));
    m_asOf->setIconName(failed.isEmpty() ? QString() : u"status-offline"_s);
    m_asOf->setColour(failed.isEmpty() ? Colour::TextSecondary : Colour::StatusWarn);
    setSafeToolTip(m_asOf, lines.join(u'\n'));
}

void AccessPane::openForm(const QList<QUuid> &ids)
{
    if (m_page == Page::Form && m_form->isBegun())
        m_form->addPorts(ids);
    else
        m_form->start(ids);
    showPage(Page::Form);
    m_form->enter();
}

void AccessPane::wantFields(QList<store::BasketEntry> of, const std::function<void()> &then)
{
    of.removeIf([](const store::BasketEntry &entry) { return entry.fields.isEmpty(); });
    if (of.isEmpty())
        return then();
    const auto entry = of.takeFirst();
    onFinished(m_source.offers({entry.thing}), this,
               [this, of, entry, then](const Result<QList<items::AccessOffer>> &offers) {
                   // What cannot be read now is said by the form, which asks for the same.
                   for (const auto &offer : offers ? *offers : QList<items::AccessOffer>())
                       m_form->wantFields(offer.port, entry.fields);
                   wantFields(of, then);
               });
}

void AccessPane::openFields(const QUuid &id, const QStringList &fields)
{
    wantFields({{id, fields}}, [this, id] { openForm({id}); });
}

//! What is in the form already stays: more was collected meanwhile.
void AccessPane::openCollected()
{
    if (m_basket == nullptr || m_basket->count() == 0)
        return;
    m_collected = m_basket->things();
    wantFields(m_basket->entries(), [this, things = m_collected] {
        if (m_form->isBegun())
            m_form->addPorts(things);
        else
            m_form->start(things);
        showPage(Page::Form);
        m_form->enter();
    });
}

//! A draft, or what was refused before anybody saw it, is gone on with, and replaced when it is
//! sent; anything else is asked for once more.
void AccessPane::goOnWith(const QUuid &request)
{
    if (!m_board) {
        m_again = request;
        return;
    }
    for (const auto &one : m_board->cases) {
        if (one.request.id != request)
            continue;
        const bool isDraft = one.outcome.state == domain::RequestState::Draft;
        m_form->startFrom(one.request,
                          isDraft                       ? items::undoableOf(one)
                              : items::isNeverSent(one) ? items::replaceableOf(one)
                                                        : QList<qint64>());
        showPage(Page::Form);
        m_form->enter();
        return;
    }
}

QString AccessPane::iconName() const
{
    return u"pane-access"_s;
}

QList<Crumb> AccessPane::breadcrumb() const
{
    const auto label = [](const QUuid &id) {
        return id.isNull() ? QList<Crumb>() : QList<Crumb>{{domain::labelOf(id), {}}};
    };
    switch (m_page) {
    case Page::Mine:
        return QList<Crumb>{{tr("My requests"), {}}} + label(m_mine->current());
    case Page::Review:
        return QList<Crumb>{{tr("To review"), {}}} + label(m_review->current());
    case Page::Agreements:
        return {{tr("Agreements"), {}}};
    case Page::Form:
        break;
    }
    return {{tr("New request"), {}}};
}

bool AccessPane::focusFilter()
{
    if (!m_field->isEnabled())
        return false;
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    return true;
}

QList<QWidget *> AccessPane::parts() const
{
    QList<QWidget *> list;
    switch (m_page) {
    case Page::Mine:
        list = m_mine->parts();
        break;
    case Page::Review:
        list = m_review->parts();
        break;
    case Page::Agreements:
        list = m_agreements->parts();
        break;
    case Page::Form:
        return m_form->parts();
    }
    list.append(m_field);
    return list;
}

void AccessPane::showQuery(const QString &query)
{
    const auto lines = query.split(u'\n', Qt::SkipEmptyParts);
    const auto kind = query.section(u':', 0, 0);
    const auto rest = lines.value(0).section(u':', 1);
    if (kind == u"request"_s && !QUuid(rest).isNull())
        return showRequest(QUuid(rest));
    if (kind == u"agreement"_s && !QUuid(rest).isNull())
        return showAgreement(QUuid(rest));
    if (kind == u"again"_s && !QUuid(rest).isNull())
        return goOnWith(QUuid(rest));
    if (kind == u"new"_s) {
        QList<QUuid> ids;
        for (const auto &text : rest.split(u',', Qt::SkipEmptyParts)) {
            const QUuid id(text.trimmed());
            if (!id.isNull() && !ids.contains(id))
                ids.append(id);
        }
        return lines.size() > 1 && ids.size() == 1 ? openFields(ids.first(), lines.mid(1))
                                                   : openForm(ids);
    }
    if (query == u"collected"_s)
        return openCollected();
    if (query == u"mine"_s)
        return showPage(Page::Mine);
    if (query == u"review"_s)
        return showPage(Page::Review);
    if (query == u"agreements"_s)
        return showPage(Page::Agreements);
    if (m_page == Page::Form)
        showPage(m_before);
    setFilter(query);
}

QVariantMap AccessPane::saveState() const
{
    return {{u"version"_s, stateVersion},
            {u"page"_s, int(m_page)},
            {u"before"_s, int(m_before)},
            {u"filter"_s, m_filter},
            {u"mine"_s, m_mine->saveState()},
            {u"review"_s, m_review->saveState()},
            {u"reasons"_s, m_review->templates()},
            {u"agreements"_s, m_agreements->saveState()},
            {u"templates"_s, m_form->templates()->saveState()},
            {u"form"_s, m_form->saveState()},
            {u"collected"_s, textsOf(m_collected)}};
}

void AccessPane::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != stateVersion)
        return;
    const auto pageOf = [&state](const QString &key, Page most) {
        return Page(std::clamp(state.value(key).toInt(), int(Page::Mine), int(most)));
    };
    m_before = pageOf(u"before"_s, Page::Agreements);
    m_mine->restoreState(state.value(u"mine"_s).toMap());
    m_review->restoreState(state.value(u"review"_s).toMap());
    m_review->setTemplates(state.value(u"reasons"_s).toStringList());
    m_agreements->restoreState(state.value(u"agreements"_s).toMap());
    m_form->templates()->restoreState(state.value(u"templates"_s).toList());
    m_form->restoreState(state.value(u"form"_s).toMap());
    m_collected.clear();
    for (const auto &text : state.value(u"collected"_s).toStringList())
        m_collected.append(QUuid(text));
    setFilter(state.value(u"filter"_s).toString());
    showPage(pageOf(u"page"_s, Page::Form));
}

void AccessPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_isStale && !m_isAsking)
        ask();
}

QVariantMap AccessPane::historyState() const
{
    const auto id = m_page == Page::Mine ? m_mine->current()
        : m_page == Page::Review         ? m_review->current()
                                         : QUuid();
    return {{u"page"_s, int(m_page)}, {u"request"_s, id.toString(QUuid::WithoutBraces)}};
}

void AccessPane::restoreHistory(const QVariantMap &state)
{
    const auto page =
        Page(std::clamp(state.value(u"page"_s).toInt(), int(Page::Mine), int(Page::Form)));
    const QUuid id(state.value(u"request"_s).toString());
    showPage(page);
    if (id.isNull())
        return;
    if (page == Page::Mine)
        m_mine->showCase(id);
    else if (page == Page::Review)
        m_review->showCase(id);
}

} // namespace portolan::views::access
