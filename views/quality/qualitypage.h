// SPDX-License-Identifier: GPL-3.0-or-later
// What the quality pane asks of the pages that stand in it, and what they tell it. The pane knows
// none of them: it is given a list.
#pragma once

#include "models/items/qualitysource.h"

#include <QList>
#include <QString>
#include <QUuid>
#include <QVariantMap>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace portolan::views::quality {

//! What the pages of the pane have in common: read once by the pane. Null before the first answer.
using BoardPtr = std::shared_ptr<const items::QualityBoard>;

//! Which page it is. Those before Level have a segment in the bar; the others show one thing, over
//! the page that they were opened from, with a way back.
enum class PageKind { Overview, Levels, Checks, Incidents, Coverage, Level, Check };

//! One page of the quality pane.
class QualityPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    //! The word in the segment, or the name of what is shown.
    virtual QString title() const = 0;

    //! How many there are, behind the word in the segment. Say titleChanged() for another one.
    virtual std::optional<qint64> count() const { return {}; }

    //! The stretch of time that is looked at; called before the page is first shown.
    virtual void setPeriod(const items::Period &period) = 0;

    //! What stands in the filter field: the filter language (models/items/qualityfilter.h).
    virtual void setFilter(const QString &filter) { Q_UNUSED(filter) }

    //! What the pane has read for the period; pages that need no more show it.
    virtual void setBoard(const BoardPtr &board) { Q_UNUSED(board) }

    //! Pages of one thing: shows it.
    virtual void showThing(const QUuid &id) { Q_UNUSED(id) }

    //! Pages of one thing: what is shown.
    virtual QUuid thing() const { return {}; }

    //! The source says that there may be other answers.
    virtual void refresh() { }

    //! What is shown as a table, for "Save as CSV"; empty when there is none.
    virtual QByteArray csv() const { return {}; }

    //! Whether csv() has anything; pages of many rows know without writing them.
    virtual bool isTabular() const { return !csv().isEmpty(); }

    virtual QVariantMap saveState() const { return {}; }

    virtual void restoreState(const QVariantMap &state) { Q_UNUSED(state) }

    //! The parts that F6 walks through.
    virtual QList<QWidget *> parts() const { return {}; }

    //! Actions of its own, with the context Qt::WidgetWithChildrenShortcut.
    virtual QList<QAction *> pageActions() const { return {}; }

Q_SIGNALS:
    void titleChanged();
    //! Opens the page of the asset or product with our id \a id, in a tab.
    void openEntity(const QUuid &id);
    //! Shows one service level, check or incident in the pane.
    void openLevel(const QUuid &id);
    void openCheck(const QUuid &id);
    void openIncident(const QUuid &id);
    void openInLineage(const QUuid &id);
    //! Shows the page \a kind, filtered.
    void filterRequested(portolan::views::quality::PageKind kind, const QString &filter);
    //! Another stretch of time is to be looked at, on all pages.
    void periodRequested(const portolan::items::Period &period);
};

//! A page that the pane can show. \a make is called once, when the page is first needed.
struct PageEntry
{
    PageKind kind = PageKind::Overview;
    QString word; //!< in the segment, before the page is made
    std::function<QualityPage *(items::QualitySource &source, QWidget *parent)> make;
};

} // namespace portolan::views::quality
