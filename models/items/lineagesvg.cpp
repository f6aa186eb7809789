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

QString shortened(const QString &label)
{
    if (label.size() <= labelLength)
        return label;
    return label.left(labelLength / 2) + u"…"_s + label.right(labelLength / 2 - 1);
}

//! Writes the picture piece by piece.
class SvgPicture
{
public:
    SvgPicture(const LineageScene &scene, const LineageLook &look, QByteArray &text)
        : m_scene(scene)
        , m_look(look)
        , m_xml(&text)
    {
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
        for (quint32 line = 0; line < m_scene.lines.size(); ++line)
            writeLine(line);
        for (const auto &box : m_scene.boxes)
            writeBox(box);
        m_xml.writeEndDocument();
    }

private:
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
        if (group.rect.isEmpty())
            return;
        rectangle(group.rect, m_look.groupFill, m_look.groupBorder);
        words(group.rect.topLeft() + QPointF(8, 19), group.label, m_look.text, true);
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

    void writeLine(quint32 number)
    {
        const auto &line = m_scene.lines[number];
        const auto colour = line.change == domain::LineageChange::None
            ? m_look.edge
            : m_look.changes[std::size_t(line.change)];
        m_xml.writeStartElement(u"path"_s);
        m_xml.writeAttribute(u"d"_s, pathOf(number));
        m_xml.writeAttribute(u"fill"_s, u"none"_s);
        m_xml.writeAttribute(u"stroke"_s, colour.name());
        m_xml.writeAttribute(u"stroke-width"_s, u"1.25"_s);
        if (line.isMasking)
            m_xml.writeAttribute(u"stroke-dasharray"_s, u"4 3"_s);
        writeTitles(line);
        m_xml.writeEndElement();
        const auto way = m_scene.route(number);
        if (way.size() > 1)
            writeArrow(way[way.size() - 2], way.back(), colour);
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

    void writeBox(const LineageBox &box)
    {
        m_xml.writeStartElement(u"g"_s);
        m_xml.writeTextElement(u"title"_s, xmlText(nameOf(box)));
        const auto colour = m_look.kinds[std::size_t(box.kind)];
        const auto border = box.change == domain::LineageChange::None
            ? m_look.boxBorder
            : m_look.changes[std::size_t(box.change)];
        rectangle(box.rect, m_look.boxFill, border);
        rectangle(QRectF(box.rect.topLeft(), QSizeF(3, box.rect.height())), colour, {});
        words(box.rect.topLeft() + QPointF(12, 18), shortened(box.label), m_look.text);
        for (int i = 0; i < int(box.columns.size()); ++i)
            words(m_scene.columnRect(box, i).topLeft() + QPointF(30, 14),
                  shortened(oneLine(box.columns[std::size_t(i)].path)), m_look.textSecondary);
        m_xml.writeEndElement();
    }

    const LineageScene &m_scene;
    const LineageLook &m_look;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray lineageSvg(const LineageScene &scene, const LineageLook &look)
{
    QByteArray text;
    SvgPicture(scene, look, text).write();
    return text;
}

} // namespace portolan::items
