// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/displaytext.h"
#include "models/items/lineageexport.h"

#include <QXmlStreamWriter>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::items {
namespace {

constexpr double margin = 16;
constexpr qsizetype labelLength = 20; // letters that a box of a usual font has room for
constexpr qsizetype markedLength = 12; // beside what is laid over it
constexpr double letter = 6.4; // its width, more or less: nobody knows the fonts of who looks at it
constexpr double plainWidth = 1.25;
constexpr double dimmed = 0.28; // opacity of what is not picked out

QString number(double value)
{
    return QString::number(value, 'f', std::abs(value - std::round(value)) < 0.005 ? 0 : 2);
}

//! \a text without what XML cannot hold.
QString xmlText(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto unit = text.at(i);
        if (unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            kept += unit;
            kept += text.at(++i);
        } else if (unit.isSurrogate() || unit.unicode() >= 0xFFFE
                   || (unit.unicode() < 0x20 && unit != u'\n' && unit != u'\t')) {
            kept += QChar(QChar::ReplacementCharacter);
        } else {
            kept += unit;
        }
    }
    return kept;
}

QString shortened(const QString &label, qsizetype length = labelLength)
{
    if (label.size() <= length)
        return label;
    return label.left(length / 2) + u"…"_s + label.right(length / 2 - 1);
}

QString signOf(domain::LineageChange change)
{
    switch (change) {
    case domain::LineageChange::Added:
        return u"+"_s;
    case domain::LineageChange::Removed:
        return u"−"_s;
    case domain::LineageChange::Changed:
        return u"~"_s;
    case domain::LineageChange::None:
        break;
    }
    return {};
}

//! Writes the picture piece by piece.
class SvgPicture
{
public:
    SvgPicture(const LineagePrint &print, QByteArray &text)
        : m_scene(print.scene)
        , m_look(print.look)
        , m_job(print.job)
        , m_marks(print.marks)
        , m_xml(&text)
    {
        if (!m_marks.isLaidOver())
            layOver(m_scene, m_marks);
    }

    void write()
    {
        const double width = m_scene.bounds.width() + 2 * margin;
        const double height = m_scene.bounds.height() + 2 * margin;
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"svg"_s);
        m_xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
        attribute(u"width"_s, width);
        attribute(u"height"_s, height);
        m_xml.writeAttribute(u"viewBox"_s,
                             u"%1 %1 %2 %3"_s.arg(number(-margin), number(width), number(height)));
        m_xml.writeAttribute(u"font-family"_s, u"Noto Sans, sans-serif"_s);
        m_xml.writeAttribute(u"font-size"_s, u"12"_s);
        rectangle(m_scene.bounds.adjusted(-margin, -margin, margin, margin), m_look.base, {});
        for (const auto &group : m_scene.groups)
            writeGroup(group);
        for (quint32 line = 0; line < m_scene.lines.size() && goesOn(); ++line)
            writeLine(line);
        for (quint32 box = 0; box < m_scene.boxes.size() && goesOn(); ++box)
            writeBox(box);
        m_xml.writeEndDocument();
    }

private:
    bool goesOn()
    {
        if (m_job == nullptr)
            return true;
        m_job->setDone(double(++m_done), double(m_scene.boxes.size() + m_scene.lines.size()));
        return !m_job->isCancelled();
    }

    void attribute(const QString &name, double value) { m_xml.writeAttribute(name, number(value)); }

    void rectangle(const QRectF &rect, const QColor &fill, const QColor &line)
    {
        m_xml.writeEmptyElement(u"rect"_s);
        attribute(u"x"_s, rect.x());
        attribute(u"y"_s, rect.y());
        attribute(u"width"_s, rect.width());
        attribute(u"height"_s, rect.height());
        m_xml.writeAttribute(u"fill"_s, fill.name());
        if (line.isValid())
            m_xml.writeAttribute(u"stroke"_s, line.name());
    }

    void words(QPointF place, const QString &text, const QColor &colour, bool bold = false)
    {
        m_xml.writeStartElement(u"text"_s);
        attribute(u"x"_s, place.x());
        attribute(u"y"_s, place.y());
        m_xml.writeAttribute(u"fill"_s, colour.name());
        if (bold)
            m_xml.writeAttribute(u"font-weight"_s, u"600"_s);
        m_xml.writeCharacters(xmlText(text));
        m_xml.writeEndElement();
    }

    void writeGroup(const LineageGroup &group)
    {
        group.forEachRect([&](const QRectF &rect) {
            rectangle(rect, m_look.groupFill, m_look.groupBorder);
            words(rect.topLeft() + QPointF(8, 19), group.label, m_look.text, true);
        });
    }

    QString nameOf(const LineageBox &box) const
    {
        return box.isFolded() ? m_scene.groups[std::size_t(box.folded)].key
                              : m_scene.nodeOf(box).nativeId;
    }

    QString pathOf(quint32 line) const
    {
        const auto way = m_scene.route(line);
        QString path;
        for (std::size_t i = 0; i < way.size(); ++i) {
            const QString end = number(way[i].x) + u' ' + number(way[i].y);
            if (i == 0) {
                path += u'M' + end;
            } else if (way[i].y == way[i - 1].y || way[i].x == way[i - 1].x) {
                path += u'L' + end;
            } else {
                const auto middle = number((way[i].x + way[i - 1].x) / 2);
                path += u'C' + middle + u' ' + number(way[i - 1].y) + u' ' + middle + u' '
                    + number(way[i].y) + u' ' + end;
            }
        }
        return path;
    }

    //! What of a line is not there, hidden, only a bridge, or against the flow is broken, as in the
    //! window.
    QString dashesOf(quint32 line) const
    {
        const auto &about = m_scene.lines[line];
        if (about.isMasking)
            return u"4 3"_s;
        if (about.isBridge)
            return u"1.25 2.5"_s;
        if (m_scene.leadsBack(line))
            return u"5 2.5 1.25 2.5"_s;
        return about.change == domain::LineageChange::Removed ? u"5 2.5"_s : QString();
    }

    //! A line between boxes of which one is folded is as thick as many run in it.
    double widthOf(const LineageLine &line) const
    {
        const bool isBundle =
            m_scene.boxes[line.from].isFolded() || m_scene.boxes[line.to].isFolded();
        return isBundle ? std::min(plainWidth + (line.linkCount - 1) / 14.0, 6.0) : plainWidth;
    }

    void writeLine(quint32 line)
    {
        const auto &about = m_scene.lines[line];
        const bool isStrong = m_marks.isLinePickedOut(line);
        const auto colour = about.change != domain::LineageChange::None
            ? m_look.changes[std::size_t(about.change)]
            : isStrong ? m_look.edgeStrong
                       : m_look.edge;
        m_xml.writeStartElement(u"g"_s);
        if (!m_marks.lines.empty() && !isStrong)
            attribute(u"opacity"_s, dimmed);
        m_xml.writeStartElement(u"path"_s);
        m_xml.writeAttribute(u"d"_s, pathOf(line));
        m_xml.writeAttribute(u"fill"_s, u"none"_s);
        m_xml.writeAttribute(u"stroke"_s, colour.name());
        attribute(u"stroke-width"_s, isStrong ? std::max(2.0, widthOf(about)) : widthOf(about));
        if (const auto dashes = dashesOf(line); !dashes.isEmpty())
            m_xml.writeAttribute(u"stroke-dasharray"_s, dashes);
        writeTitles(about);
        m_xml.writeEndElement();
        const auto way = m_scene.route(line);
        if (way.size() > 1)
            writeArrow(way[way.size() - 2], way.back(), colour);
        m_xml.writeEndElement();
    }

    //! Each edge of the line has its own; viewers show the first of them.
    void writeTitles(const LineageLine &line)
    {
        for (const int link : m_scene.linksOf(line)) {
            const auto &about = m_scene.graph->links[std::size_t(link)];
            const auto &nodes = m_scene.graph->nodes;
            m_xml.writeTextElement(u"title"_s,
                                   xmlText(nodes[std::size_t(about.source)].nativeId + u"->"_s
                                           + nodes[std::size_t(about.target)].nativeId));
        }
    }

    void writeArrow(const lineage::Point &before, const lineage::Point &tip, const QColor &colour)
    {
        const double back = tip.x + (before.x > tip.x ? 6 : -6);
        m_xml.writeEmptyElement(u"path"_s);
        m_xml.writeAttribute(u"d"_s,
                             u"M%1 %2L%3 %4L%3 %5z"_s.arg(number(tip.x), number(tip.y),
                                                          number(back), number(tip.y - 3.5),
                                                          number(tip.y + 3.5)));
        m_xml.writeAttribute(u"fill"_s, colour.name());
    }

    void writeBox(quint32 number)
    {
        const auto &box = m_scene.boxes[number];
        m_xml.writeStartElement(u"g"_s);
        if (!m_marks.isPickedOut(number))
            attribute(u"opacity"_s, dimmed);
        m_xml.writeTextElement(u"title"_s, xmlText(nameOf(box)));
        writeFrame(number);
        rectangle(QRectF(box.rect.topLeft(), QSizeF(3, box.rect.height())),
                  m_look.kinds[std::size_t(box.kind)], {});
        const bool isMarked = writeMark(number);
        words(box.rect.topLeft() + QPointF(12, 18),
              shortened(box.label, isMarked ? markedLength : labelLength), m_look.text,
              int(number) == m_marks.root);
        for (int i = 0; i < int(box.columns.size()); ++i)
            words(m_scene.columnRect(box, i).topLeft() + QPointF(30, 14),
                  shortened(oneLine(box.columns[std::size_t(i)].path)), m_look.textSecondary);
        if (const auto sign = signOf(box.change); !sign.isEmpty())
            words(box.rect.topLeft() + QPointF(-10, 4), sign,
                  m_look.changes[std::size_t(box.change)], true);
        m_xml.writeEndElement();
    }

    void writeFrame(quint32 number)
    {
        const auto &box = m_scene.boxes[number];
        const auto change = std::size_t(box.change);
        const bool isChanged = box.change != domain::LineageChange::None;
        const bool isFound = !m_marks.found.empty() && m_marks.found[number] != 0;
        const bool isRoot = int(number) == m_marks.root;
        rectangle(box.rect,
                  isFound         ? m_look.match
                      : isChanged ? m_look.softChanges[change]
                                  : m_look.boxFill,
                  isRoot          ? m_look.accent
                      : isChanged ? m_look.changes[change]
                                  : m_look.boxBorder);
        if (isRoot)
            m_xml.writeAttribute(u"stroke-width"_s, u"2"_s);
        if (box.change == domain::LineageChange::Removed)
            m_xml.writeAttribute(u"stroke-dasharray"_s, u"4 3"_s);
    }

    //! What the overlay says of a box, on the ground of its rank, and how many are folded; answers
    //! whether there is anything.
    bool writeMark(quint32 number)
    {
        const auto &box = m_scene.boxes[number];
        auto text = overlayText(m_scene, int(number), m_marks.overlay);
        const int rank = m_marks.ranks.empty() ? -1 : m_marks.ranks[number];
        if (box.isFolded())
            text = QString::number(box.members) + (rank > 0 ? QString(u" · "_s + text) : QString());
        text = shortened(oneLine(text), markedLength);
        if (text.isEmpty())
            return false;
        const double width = double(text.size()) * letter + 8;
        const QRectF place(box.rect.right() - width - 4, box.rect.top() + 5, width, 18);
        if (rank >= 0)
            rectangle(place, m_look.ranks[std::size_t(rank)], {});
        words(place.topLeft() + QPointF(4, 13), text,
              rank < 0 ? m_look.textSecondary : m_look.rankTexts[std::size_t(rank)]);
        return true;
    }

    const LineageScene &m_scene;
    const LineageLook &m_look;
    LongJob *m_job;
    LineageMarks m_marks;
    QXmlStreamWriter m_xml;
    std::size_t m_done = 0;
};

} // namespace

QByteArray lineageSvg(const LineagePrint &print)
{
    QByteArray text;
    SvgPicture(print, text).write();
    return text;
}

} // namespace portolan::items
