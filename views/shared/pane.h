// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks of what stands in it. The window knows no pane, and no pane knows the window
// or another pane: they meet here, and the program puts them together.
#pragma once

#include "views/shared/longwork.h"

#include <QAction>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <QVariantMap>
#include <QWidget>

#include <memory>

namespace portolan::views {

//! One step of "where am I": what a click on it leads to.
struct Crumb
{
    QString text;
    QString query; //!< of the catalogue, in the filter language; empty: leads nowhere by itself
};

//! How something is to be opened.
enum class OpenMode {
    Tab, //!< in a tab of its own, shown; the tab that has it already is reused
    Background, //!< the same, not shown
    Window //!< in a window of its own
};

//! How a click or key with \a modifiers opens a thing: with Ctrl, behind what is shown.
OpenMode openModeOf(Qt::KeyboardModifiers modifiers);

//! A widget that fills the window's body: a pane of the rail or a document in a tab.
class Pane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    //! Name in its tab. A document's may change once it is read: then say titleChanged().
    virtual QString title() const = 0;
    virtual QString iconName() const = 0;

    //! Where it stands, without its own title.
    virtual QList<Crumb> breadcrumb() const { return {}; }

    //! Everything a person arranged here, as plain values: columns, splitters, filters, selection,
    //! scroll. The restored state may be of an older version or damaged: what is not understood is
    //! left out.
    virtual QVariantMap saveState() const = 0;
    virtual void restoreState(const QVariantMap &state) = 0;

    //! Ctrl+F: puts the focus where the content is narrowed. False when there is no such place.
    virtual bool focusFilter() { return false; }

    //! The parts that F6 walks through, in reading order; the first gets the focus at the start.
    virtual QList<QWidget *> parts() const { return {}; }

    //! Actions of its own, for the menu "Pane", the command palette and the shortcut sheet. Their
    //! shortcuts must have the context Qt::WidgetWithChildrenShortcut.
    virtual QList<QAction *> paneActions() const { return {}; }

    //! Shows what matches \a query; panes that cannot filter do nothing.
    virtual void showQuery(const QString &query) { Q_UNUSED(query) }

    //! The state that Back and Forward return to; by default only the tab itself.
    virtual QVariantMap historyState() const { return {}; }

    virtual void restoreHistory(const QVariantMap &state) { Q_UNUSED(state) }

Q_SIGNALS:
    void titleChanged();
    void breadcrumbChanged();
    //! The person went to another place in here: an entry for Back.
    void historyChanged();
    //! Opens the page of the thing with our id \a id.
    void openRequested(const QUuid &id, portolan::views::OpenMode mode);
    //! Shows \a query in the catalogue.
    void queryRequested(const QString &query);
    //! Shows the pane called \a pane ("accounts", "problems"), at \a subject where it knows it.
    void paneRequested(const QString &pane, const QString &subject);
    //! Puts the thing with our id \a id, or these \a fields of it, to what is collected for a
    //! request for access.
    void collectRequested(const QUuid &id, const QStringList &fields = {});
    //! paneActions() are others now.
    void actionsChanged();
    //! Something was begun that may take long: the window shows how far it is, and lets it be
    //! cancelled.
    void workBegun(portolan::views::LongWork *work);
};

//! One pane that the window can show.
struct PaneInfo
{
    enum class Place {
        Top,
        Bottom,
        Menu //!< not on the rail: opened from the menu, the palette and other panes
    };

    QString id; //!< stable word: "catalogue", "problems", "accounts", "settings"
    QString title;
    QString iconName;
    Place place = Place::Top;
};

//! Makes the panes and documents that exist in this program.
class PaneFactory
{
public:
    virtual ~PaneFactory();

    //! The panes, those of the rail in its order. The first is shown at the first start.
    virtual QList<PaneInfo> panes() const = 0;
    //! A new pane of the kind \a id, which panes() lists. The caller owns it.
    virtual std::unique_ptr<Pane> create(const QString &id) = 0;
    //! A new page for the thing with our id \a id. The caller owns it.
    virtual std::unique_ptr<Pane> createDocument(const QUuid &id) = 0;
};

} // namespace portolan::views
