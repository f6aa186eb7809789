// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "models/items/lineagedrawing.h"
#include "models/items/lineagesieve.h"
#include "models/items/lineagesource.h"
#include "models/items/lineagetreemodel.h"
#include "views/lineage/arrangement.h"
#include "views/lineage/asking.h"
#include "views/lineage/datedialog.h"
#include "views/lineage/highlight.h"
#include "views/lineage/overlaychoice.h"
#include "views/lineage/tree.h"
#include "views/shared/thingpart.h"

class QSplitter;
class QStackedWidget;

namespace portolan::views {
class EmptyState;
} // namespace portolan::views

namespace portolan::views::lineage {

class Canvas;
class Exporter;
class FilterRow;
class ImpactView;
class Inspector;
class Legend;
class Minimap;

//! What is made from what: the whole reachable graph as a picture, the same as a tree, and the
//! table of what a change reaches. At now, at an earlier day, or as the difference between two.
class LineagePane final : public Pane
{
    Q_OBJECT

public:
    //! \a source and \a clock outlive this object.
    LineagePane(items::LineageSource &source, const Clock &clock, QWidget *parent = nullptr);
    ~LineagePane() override;

    //! Shows what hangs on the thing with our id \a root, or everything when it is null.
    void showThing(const QUuid &root);

    //! For a pane that is a part of the page of \a root: it stays at it, and the lineage of another
    //! thing is asked of the lineage pane (paneRequested()).
    void keepTo(const QUuid &root);

    //! Shows what \a names says of who knows the selected thing, and takes it over.
    void setNames(ThingPart *names);

    Canvas *canvas() const { return m_canvas; }

    Bar *bar() const { return m_bar; }

    FilterRow *filterRow() const { return m_filter; }

    Tree *tree() const { return m_tree; }

    ImpactView *impact() const { return m_impact; }

    const items::LineageChoice &choice() const { return m_choice; }

    //! Whether everything asked for is shown.
    bool isSettled() const;

    void setPage(Bar::Page page);
    void setGrouping(items::LineageGrouping grouping);
    void setOverlay(items::LineageOverlay overlay);
    void setWhen(const When &when);
    void toggleColumns(int box);
    //! Writes \a file: what is seen as a picture, or as a table everything with all columns.
    void exportTo(items::LineageFormat format, const QString &file);

    QString title() const override;
    QString iconName() const override;
    QList<Crumb> breadcrumb() const override;
    QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;
    bool focusFilter() override;
    QList<QWidget *> parts() const override;

    QList<QAction *> paneActions() const override { return m_actions; }

    //! Shows the lineage of the thing whose id \a query is, or of its column in "id#path", or of
    //! everything for "*"; searches for anything else in the graph.
    void showQuery(const QString &query) override;
    QVariantMap historyState() const override;
    void restoreHistory(const QVariantMap &state) override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *buildSide();
    void buildActions();
    void buildKeys();
    void connectBar();
    void connectFilter();
    void enterPage();
    void connectCanvas();
    void connectInspector();
    void arrange();
    void placeFloating();
    bool isNarrow() const;

    QFuture<Result<domain::LineageGraph>> askLineage(const items::LineageRequest &request);
    void ask();
    void chooseAnew(bool keepPlaces = true);
    void sift(bool keepPlaces = true);
    void take(const items::SievedLineage &sieved, bool keepPlaces);
    void askColumns(const QUuid &id);
    void takeColumns(const QUuid &id, const Result<QList<domain::Field>> &fields);
    void redraw(bool keepPlaces = true);
    void showScene();
    void showLegend();
    void showOverlay();
    void selectWantedColumn();
    bool isRootUnknown() const;
    void showEmpty();
    void emptyAction();
    void showSelection();
    void askFacts(int line, quint64 question);
    void showImpact();
    void showWhen();
    QString comparedText() const;
    void showMarks();
    void showDrawing();
    QString rootLabel() const;
    QUuid idOf(int box) const;
    int boxOf(const QUuid &id) const;
    std::vector<::portolan::lineage::NodeIndex> nodesOf(int box) const;
    std::vector<::portolan::lineage::NodeIndex> startsShown() const;
    void find(const QString &text);
    void findNext(bool forward);
    void pickOut(bool upstream, bool downstream);
    void beginPath();
    void clearHighlight();
    void openBox(int box, OpenMode mode);
    void openMenu(const QPoint &at, int box, int line, int group);
    void fold(const QString &key, bool on);
    void foldAll(bool on);
    void openDateMenu();
    void exportAs(items::LineageFormat format);
    void exportShown();
    void foldSelected();
    void setInspectorOpen(bool open);
    void setMinimapShown(bool on);
    void setFilterOpen(bool open);
    items::LineageSource &m_source;
    const Clock &m_clock;
    items::LineageSieve m_sieve; //!< holds what was read last
    items::LineageMeshPtr m_mesh; //!< what its filter leaves; its picture may still be made
    items::LineageMeshPtr m_shownMesh; //!< of the picture: what numbers in the picture belong to
    items::LineageChoice m_choice;
    QHash<QString, QUuid> m_foldedFrom; //!< by group: what was selected in it when it was folded
    std::optional<items::LineageChoice> m_drawn; //!< of the picture; none while there is none
    bool m_isPart = false; //!< of a page, at whose thing it stays
    items::LineageColumns m_columns;
    QHash<QUuid, int> m_leftOut; //!< columns that are not among them, or why none is
    QSet<QUuid> m_awaited; //!< whose columns the first picture waits for
    items::LineagePlaces m_places; //!< of the visit before, until the first picture
    QByteArray m_kept; //!< the same, as a whole drawing
    items::LineageDrawing m_drawing;
    items::LineageTreeModel m_treeModel;
    When m_when;
    Highlight m_highlight;
    OverlayChoice m_overlay;
    WantedColumn m_wanted;
    bool m_isTreeOpened = false; //!< the tree of this picture was opened as far as it is by itself
    QUuid m_pathFrom; //!< the next box selected is the other end
    Hits m_hits;
    Asking m_asking;
    Exporter *m_exporter;
    Bar *m_bar;
    FilterRow *m_filter;
    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    Canvas *m_canvas;
    Legend *m_legend;
    Tree *m_tree;
    ImpactView *m_impact;
    EmptyState *m_empty;
    QWidget *m_side;
    Inspector *m_inspector;
    Minimap *m_minimap; //!< at the foot of the inspector
    Minimap *m_floating; //!< over the canvas while the inspector is closed
    QList<QAction *> m_actions;
    QAction *m_inspectorAction = nullptr;
    QAction *m_exportAction = nullptr;
    Arrangement m_arrangement;
    QVariantMap m_restored; //!< view and selection that wait for the first picture
};

} // namespace portolan::views::lineage
