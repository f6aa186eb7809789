// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pane is, what of it survives a restart, and what it is to the window.
#include "models/base/identity.h"
#include "views/quality/comparepage.h"
#include "views/quality/qualitybar.h"
#include "views/quality/qualitypane.h"
#include "views/shared/tabs.h"

#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::quality {
namespace {

constexpr int stateVersion = 1;

} // namespace

void QualityPane::showPage(PageKind kind)
{
    m_kind = kind;
    m_over.reset();
    m_isComparing = false;
    // All pages with a segment are made together: their counts stand in the bar.
    for (const auto &entry : std::as_const(m_entries)) {
        if (entry.kind < PageKind::Level)
            page(entry.kind);
    }
    showCurrent();
    Q_EMIT historyChanged();
}

void QualityPane::showThing(PageKind kind, const QUuid &id)
{
    auto *wanted = page(kind);
    if (wanted == nullptr || id.isNull())
        return;
    m_over = kind;
    m_thing = id;
    m_isComparing = false;
    wanted->showThing(id);
    showCurrent();
    const auto list = wanted->parts();
    if (!list.isEmpty())
        list.first()->setFocus(Qt::OtherFocusReason);
    Q_EMIT historyChanged();
}

void QualityPane::goBack()
{
    if (m_isComparing)
        return setComparing(false);
    if (!m_over)
        return;
    showPage(m_kind);
    const auto list = shownPage() == nullptr ? QList<QWidget *>() : shownPage()->parts();
    if (!list.isEmpty())
        list.first()->setFocus(Qt::OtherFocusReason);
}

void QualityPane::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    if (m_bar->field()->text() != filter)
        m_bar->field()->setText(filter);
    for (auto *made : std::as_const(m_pages))
        made->setFilter(filter);
    m_compare->setFilter(filter);
}

void QualityPane::setPeriod(const PeriodChoice &choice)
{
    m_choice = choice;
    m_bar->period()->setChoice(choice, m_source.now());
    ask();
}

void QualityPane::setComparing(bool on)
{
    if (on == m_isComparing)
        return;
    m_isComparing = on;
    if (on) {
        m_compare->setPeriod(m_period);
        m_compare->setFilter(m_filter);
    }
    showCurrent();
}

QString QualityPane::iconName() const
{
    return u"pane-quality"_s;
}

QList<Crumb> QualityPane::breadcrumb() const
{
    const auto *shown = shownPage();
    return shown == nullptr || shown->title().isEmpty() ? QList<Crumb>()
                                                        : QList<Crumb>{{shown->title(), {}}};
}

bool QualityPane::focusFilter()
{
    m_bar->field()->setFocus(Qt::ShortcutFocusReason);
    m_bar->field()->selectAll();
    return true;
}

QList<QWidget *> QualityPane::parts() const
{
    auto list = shownPage() == nullptr ? QList<QWidget *>() : shownPage()->parts();
    list.append(m_bar->field());
    return list;
}

void QualityPane::showQuery(const QString &query)
{
    const auto kind = query.section(u':', 0, 0);
    const QUuid id(query.section(u':', 1));
    if (id.isNull())
        return setFilter(query);
    if (kind == u"slo"_s) {
        showThing(PageKind::Level, id);
    } else if (kind == u"check"_s) {
        showThing(PageKind::Check, id);
    } else if (kind == u"incident"_s) {
        showPage(PageKind::Incidents);
        if (auto *list = page(PageKind::Incidents))
            list->showThing(id);
    }
}

QVariantMap QualityPane::saveState() const
{
    QVariantMap pages;
    for (auto it = m_states.cbegin(); it != m_states.cend(); ++it)
        pages.insert(QString::number(it.key()), it.value());
    for (auto it = m_pages.cbegin(); it != m_pages.cend(); ++it)
        pages.insert(QString::number(it.key()), it.value()->saveState());
    QVariantMap state{{u"version"_s, stateVersion},    {u"page"_s, int(m_kind)},
                      {u"filter"_s, m_filter},         {u"period"_s, m_choice.saved()},
                      {u"comparing"_s, m_isComparing}, {u"pages"_s, pages}};
    if (m_over) {
        state.insert(u"over"_s, int(*m_over));
        state.insert(u"thing"_s, m_thing.toString());
    }
    return state;
}

void QualityPane::restoreState(const QVariantMap &state)
{
    if (state.value(u"version"_s).toInt() != stateVersion)
        return;
    const auto pages = state.value(u"pages"_s).toMap();
    for (auto it = pages.cbegin(); it != pages.cend(); ++it) {
        const int kind = it.key().toInt();
        if (auto *made = m_pages.value(kind))
            made->restoreState(it.value().toMap());
        else
            m_states.insert(kind, it.value().toMap());
    }
    m_choice = PeriodChoice::restored(state.value(u"period"_s).toMap());
    m_period = m_choice.at(m_source.now());
    m_bar->period()->setChoice(m_choice, m_source.now());
    setFilter(state.value(u"filter"_s).toString());
    const auto known = [this](int kind) {
        return std::any_of(m_entries.begin(), m_entries.end(),
                           [kind](const auto &entry) { return int(entry.kind) == kind; });
    };
    const int kind = state.value(u"page"_s).toInt();
    if (known(kind) && kind < int(PageKind::Level))
        m_kind = PageKind(kind);
    const int over = state.value(u"over"_s).toInt();
    const QUuid thing(state.value(u"thing"_s).toString());
    if (known(over) && over >= int(PageKind::Level) && !thing.isNull()) {
        m_over = PageKind(over);
        m_thing = thing;
    }
    m_isStale = true;
    if (isVisible())
        ask();
    setComparing(state.value(u"comparing"_s).toBool());
}

void QualityPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (!m_isStale)
        return;
    for (const auto &entry : std::as_const(m_entries)) {
        if (entry.kind < PageKind::Level)
            page(entry.kind);
    }
    if (m_over)
        page(*m_over)->showThing(m_thing);
    ask();
    showCurrent();
}

QVariantMap QualityPane::historyState() const
{
    return {{u"page"_s, int(m_kind)},
            {u"over"_s, m_over ? int(*m_over) : -1},
            {u"thing"_s, m_over ? m_thing.toString() : QString()}};
}

void QualityPane::restoreHistory(const QVariantMap &state)
{
    const int over = state.value(u"over"_s, -1).toInt();
    const int kind = state.value(u"page"_s).toInt();
    if (kind >= 0 && kind < int(PageKind::Level))
        showPage(PageKind(kind));
    if (over >= int(PageKind::Level) && over <= int(PageKind::Check))
        showThing(PageKind(over), QUuid(state.value(u"thing"_s).toString()));
}

} // namespace portolan::views::quality
