// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/lineagereach.h"
#include "models/items/lineagescene.h"
#include "models/items/lineagesource.h"
#include "views/shared/blocks.h"
#include "views/shared/thingpart.h"

#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

class QVBoxLayout;

namespace portolan::views::lineage {

//! What there is to know about the selected box, column or line: what it is, what it reaches, whom
//! it hits, and how a line is known. Shows nothing that has no evidence.
class Inspector : public QScrollArea
{
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);

    //! Shows what \a names says of who knows a thing, and takes it over.
    void setNames(ThingPart *names);
    //! Shows the box \a box, and its column \a column where that is not -1. What \a starts reach
    //! follows as soon as it is worked out.
    void showBox(const items::LineageMeshPtr &mesh, const items::LineageScene &scene, int box,
                 int column, std::vector<::portolan::lineage::NodeIndex> starts);
    //! Adds \a note to what is said about what is shown.
    void addNote(const QString &note);
    //! Shows the line \a line; what is known of it follows by showStatements() and showFacts().
    void showLine(const items::LineageScene &scene, int line);
    //! What the picture itself knows of the line: of a day that is past, and of things that are
    //! known by their names only, nobody else tells. \a now is what ages are counted from.
    void showStatements(const items::LineageScene &scene, int line, const QDateTime &now);
    //! The same as accounts say it now.
    void showFacts(const QList<items::LineageFact> &facts, const QDateTime &now);
    //! Shows that there is no picture.
    void showNothing();
    //! Shows the whole picture in figures.
    void showPicture(const items::LineageScene &scene);

    QSize sizeHint() const override;

protected:
    //! Hands the focus on to the first thing in here that can be pressed: the frame shows none.
    void focusInEvent(QFocusEvent *event) override;

Q_SIGNALS:
    void openRequested();
    void pathRequested();
    void columnsRequested();
    void rootRequested();
    void impactRequested();
    void agreementsRequested();
    void thingRequested(const QUuid &id);
    void pageRequested(const QUuid &id, portolan::views::OpenMode mode);

private:
    //! A part with a heading, below a line over the full width.
    struct Block
    {
        QWidget *frame = nullptr;
        SectionHead *head = nullptr;
        QVBoxLayout *body = nullptr;
    };

    //! What is upstream and downstream of something, and the most important of the latter.
    struct Reach
    {
        items::LineageMeshPtr mesh;
        items::ReachCounts up;
        items::ReachCounts down;
        std::vector<items::ReachedNode> hits;
        std::vector<::portolan::lineage::NodeIndex> origins; //!< where its failure began
    };

    QWidget *buildHead();
    Block addBlock(const QString &title);
    void clear();
    void setHead(const QString &iconName, const QString &title, const QString &line);
    void setLine(const QString &line);
    void askReach(const items::LineageMeshPtr &mesh,
                  std::vector<::portolan::lineage::NodeIndex> starts);
    void showAccess(const items::LineageScene &scene, int box);
    void showReach(const Reach &reach);
    void showHits(const Reach &reach);
    void showOrigins(const Reach &reach);
    void fillColumn(const items::LineageScene &scene, int box, int column);
    void addHit(QWidget *rows, const domain::LineageGraph &graph, const domain::LineageNode &node);

    quint64 m_question = 0; //!< of the reach that is awaited
    QVBoxLayout *m_layout;
    IconLabel *m_icon;
    ElidedLabel *m_title;
    SafeLabel *m_line;
    QWidget *m_actions;
    QPushButton *m_open;
    QPushButton *m_path;
    QToolButton *m_columns;
    QToolButton *m_focus;
    Block m_whyBlock;
    SafeLabel *m_why;
    QWidget *m_originRows = nullptr;
    Block m_accessBlock;
    SafeLabel *m_access;
    Block m_namesBlock;
    ThingPart *m_names = nullptr;
    Block m_reachBlock;
    KeyValueGrid *m_reach;
    Block m_hitsBlock;
    QWidget *m_hitRows = nullptr;
    Block m_columnBlock;
    SafeLabel *m_columnText;
    Block m_factsBlock;
    KeyValueGrid *m_facts;
    Block m_codeBlock;
    SafeLabel *m_code;
};

} // namespace portolan::views::lineage
