// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/longjob.h"
#include "models/items/lineageicons.h"
#include "models/items/lineagelook.h"
#include "models/items/lineagemarks.h"
#include "models/items/lineageview.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <initializer_list>
#include <utility>

namespace portolan::items {

struct LaneTitle;

//! How much is drawn of each box, by its height on the screen: one layout serves all of it.
enum class LineageDetail {
    Groups, //!< below 4 pixels: groups, counts and bundles between them
    Blocks, //!< below 20: boxes without names
    Names, //!< below 44
    Facts, //!< below 88: a second line with what it is and where it belongs
    Columns //!< below that as many of its columns as there is room for
};

//! The outline of a sign for \a rank within \a place: of service levels an octagon for the worst
//! and a triangle for the one before it, as everywhere else; of agreements a triangle for what ends
//! soon and a diamond for what is asked for; else a square.
QPolygonF lineageRankSign(LineageOverlay overlay, int rank, const QRectF &place);

//! What a far picture wants beside it, in pixels for text of the usual size: titles on its left,
//! arcs of bundles on its right. Where there is less, both stand over it.
namespace farmargin {
inline constexpr double titles = 196;
inline constexpr double arcs = 180;
} // namespace farmargin

//! \a scale is that of text of the usual size: larger text wants larger boxes.
LineageDetail lineageDetail(double scale);

//! How many times larger than usual \a font is; at least 1.
double lineageTextScale(const QFont &font);

//! Paints a picture, or a part of it, onto anything that Qt paints on. Lengths follow the scale;
//! lines and text keep their thickness and size. Belongs to one thread at a time.
class LineagePainter
{
public:
    //! What a person does with a box.
    enum BoxState { Plain = 0, Hovered = 1, Selected = 2, Focused = 4 };
    Q_DECLARE_FLAGS(BoxStates, BoxState)

    //! All of it outlives the painter. What the overlay of \a marks says of each box is worked out
    //! here where they lack it.
    LineagePainter(const LineageScene &scene, const LineageLook &look, const LineageMarks &marks,
                   LineageIcons &icons);

    //! For pictures that are put together from parts: titles of groups stand where the groups
    //! begin, nothing depends on how much is seen at once, and boxes have names at any scale at
    //! which these can be read. Where \a isVector, lines are curves and no short pieces, whatever
    //! that takes. A \a job is told how much is painted, and once cancelled nothing more is.
    void prepareForFile(bool isVector, LongJob *job = nullptr)
    {
        m_isForFile = true;
        m_isVector = isVector;
        m_textScale = 1;
        m_job = job;
    }

    //! Paints what \a view shows, ground included.
    void paint(QPainter &painter, const LineageView &view);
    //! Paints one box over what was painted before.
    void paintBox(QPainter &painter, const LineageView &view, quint32 number, BoxStates states);
    //! Paints one line, over what was painted before, as strongly as a path.
    void paintLine(QPainter &painter, const LineageView &view, quint32 number, double width);

private:
    void paintGroups(QPainter &painter, const LineageView &view);
    double laneHeight(const LineageView &view) const;
    void paintGroupTitles(QPainter &painter, const LineageView &view);
    void paintPlate(QPainter &painter, const QRectF &rect) const;
    void paintGroupTitle(QPainter &painter, const LineageView &view, const LineageGroup &group,
                         const QRectF &rect);
    void paintFoldedNames(QPainter &painter, const LineageView &view);
    void paintMarkedLines(QPainter &painter, const LineageView &view);
    double paintLaneTitles(QPainter &painter, const LineageView &view);
    void paintLeader(QPainter &painter, const LaneTitle &title) const;
    void paintLaneTitle(QPainter &painter, const LaneTitle &title) const;
    void paintBundles(QPainter &painter, const LineageView &view, double left);
    std::vector<std::pair<double, double>> bundleEnds(const std::vector<LineageBundle> &bundles,
                                                      const LineageView &view) const;
    void paintTags(QPainter &painter, const QList<std::pair<QPointF, int>> &tags);
    void paintWeakArcs(QPainter &painter, const QList<QPainterPath> &paths);
    void paintArcHead(QPainter &painter, const QPainterPath &path, double share) const;
    void paintArcTags(QPainter &painter, const QList<std::pair<QPainterPath, int>> &tags);
    void paintTag(QPainter &painter, const QList<QPointF> &middles, int count,
                  QList<QRectF> &taken);
    void paintDots(QPainter &painter, const LineageView &view);
    void paintInnerLines(QPainter &painter, const LineageView &view);
    int laneOf(quint32 box) const;
    void paintRanks(QPainter &painter, QPointF at, double end,
                    const std::array<int, 4> &counts) const;
    void paintLines(QPainter &painter, const LineageView &view);
    void paintCurves(QPainter &painter, const LineageView &view,
                     const std::vector<quint32> &numbers);
    void addCurve(const LineageView &view, quint32 number, QList<QLineF> &pieces) const;
    void paintLineCounts(QPainter &painter, const LineageView &view,
                         const std::vector<quint32> &numbers);
    double widthOf(const LineageLine &line) const;
    void paintThinLines(QPainter &painter, const LineageView &view,
                        const std::vector<quint32> &numbers);
    void paintBlocks(QPainter &painter, const LineageView &view);
    void paintClusters(QPainter &painter, const LineageView &view);
    void paintCluster(QPainter &painter, const LineageView &view, const LineageCluster &cluster);
    bool isPlain(const LineageCluster &cluster) const;
    std::array<int, 4> countsOf(const std::vector<quint32> &boxes) const;
    void countRank(quint32 number, std::array<int, 4> &counts) const;
    void paintBlock(QPainter &painter, const LineageView &view, quint32 number, BoxStates states);
    void paintFrame(QPainter &painter, const QRectF &rect, const LineageBox &box, quint32 number,
                    BoxStates states) const;
    void paintHead(QPainter &painter, const QRectF &head, const LineageBox &box, bool emphasis);
    void paintColumns(QPainter &painter, const LineageView &view, const LineageBox &box);
    void paintNearColumns(QPainter &painter, const QRectF &room,
                          const std::vector<LineageColumn> &columns);
    void paintNearColumn(QPainter &painter, const QRectF &place, const LineageColumn &column);

    //! Where the name of a box ends: all of it, and the least that marks leave of it.
    struct NameEnds
    {
        double whole;
        double least;
    };

    static NameEnds nameEnds(double left, const LineageBox &box, const QFontMetricsF &metrics);
    double paintMark(QPainter &painter, const QRectF &head, const LineageBox &box,
                     const NameEnds &name);
    double paintFoldedMark(QPainter &painter, const QRectF &head, const LineageBox &box,
                           const NameEnds &name);
    double paintValue(QPainter &painter, const QRectF &head, double right, int rank,
                      const QString &text) const;
    double paintSign(QPainter &painter, const QRectF &head, double right, int rank) const;
    double paintSigns(QPainter &painter, const QRectF &head, double right, const NameEnds &name,
                      std::initializer_list<std::pair<int, int>> counts);
    double paintAccess(QPainter &painter, const QRectF &head, double right, const NameEnds &name,
                       const domain::LineageAccess &access);
    void paintChange(QPainter &painter, const QRectF &rect, domain::LineageChange change) const;
    QPainterPath pathOf(const LineageView &view, quint32 number) const;
    void paintArrow(QPainter &painter, const LineageView &view, quint32 number,
                    const QColor &colour) const;
    QColor colourOf(const LineageLine &line) const;
    QString detailOf(const LineageBox &box) const;

    bool goesOn();

    quint32 numberOf(const LineageBox &box) const { return quint32(&box - m_scene.boxes.data()); }

    int rankOf(const LineageBox &box) const;
    domain::LineageAccess accessOf(const LineageBox &box) const;
    void countRanks();

    const LineageScene &m_scene;
    const LineageLook &m_look;
    LineageMarks m_laidOver; //!< those given with what their overlay says, where they lack it
    const LineageMarks &m_marks;
    LineageIcons &m_icons;

    LineageDetail detailOf(const LineageView &view) const
    {
        const auto detail = lineageDetail(view.scale / m_textScale);
        const auto least =
            view.scale < readableScale ? LineageDetail::Blocks : LineageDetail::Names;
        return m_isForFile ? std::max(detail, least) : detail;
    }

    static constexpr double readableScale = 0.45;
    static constexpr double dimmed = 0.28; //!< opacity of what is not picked out

    QFont m_bold;
    double m_textScale;
    std::vector<quint8> m_stamps;
    std::vector<std::array<int, 4>> m_ranks; //!< boxes of each rank, by group; of a far picture
    bool m_isForFile = false;
    bool m_isVector = false;
    LongJob *m_job = nullptr;
    std::size_t m_done = 0; //!< boxes and lines, for the job
};

Q_DECLARE_OPERATORS_FOR_FLAGS(LineagePainter::BoxStates)

} // namespace portolan::items
