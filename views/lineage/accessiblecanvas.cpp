// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/accessiblecanvas.h"

#include "models/items/lineagetext.h"
#include "views/lineage/canvas.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPolygonF>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr std::size_t mostChildren = 400; //!< of a list that somebody reads box by box

//! A box in sight, one of its columns, or the line that is selected.
struct Part
{
    int box = -1;
    int column = -1;
    int line = -1;

    bool operator==(const Part &) const = default;
};

size_t qHash(const Part &part, size_t seed = 0)
{
    return qHashMulti(seed, part.box, part.column, part.line);
}

class AccessibleCanvas;

class AccessiblePart : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessiblePart(AccessibleCanvas &list, Canvas &canvas, const Part &part)
        : m_list(list)
        , m_canvas(&canvas)
        , m_part(part)
    {
    }

    const Part &part() const { return m_part; }

    bool isValid() const override
    {
        if (m_canvas == nullptr || m_canvas->scene() == nullptr)
            return false;
        const auto &scene = *m_canvas->scene();
        if (m_part.line >= 0)
            return m_part.line < int(scene.lines.size());
        return m_part.box < int(scene.boxes.size())
            && m_part.column < int(scene.boxes[std::size_t(m_part.box)].columns.size());
    }

    QObject *object() const override { return nullptr; }

    QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;

    int childCount() const override
    {
        const bool isBox = isValid() && m_part.line < 0 && m_part.column < 0;
        return isBox ? int(m_canvas->scene()->boxes[std::size_t(m_part.box)].columns.size()) : 0;
    }

    int indexOfChild(const QAccessibleInterface *one) const override
    {
        const auto *child = dynamic_cast<const AccessiblePart *>(one);
        return child != nullptr && child->m_part.box == m_part.box ? child->m_part.column : -1;
    }

    QString text(QAccessible::Text which) const override
    {
        if (!isValid() || (which != QAccessible::Name && which != QAccessible::Description))
            return {};
        const auto &scene = *m_canvas->scene();
        const bool isName = which == QAccessible::Name;
        if (m_part.line >= 0)
            return isName ? items::lineText(scene, m_part.line)
                          : items::lineFacts(scene, m_part.line).join(u", "_s);
        const auto &box = scene.boxes[std::size_t(m_part.box)];
        if (m_part.column >= 0)
            return isName ? box.columns[std::size_t(m_part.column)].path
                          : items::columnText(scene, m_part.box, m_part.column);
        return isName ? box.label : m_canvas->describe(m_part.box);
    }

    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const auto rect = place().toAlignedRect();
        return {m_canvas->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = isValid() && isSelected();
        state.focused = state.selected && m_canvas->hasFocus();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }

    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (m_part.line >= 0)
            m_canvas->selectLine(m_part.line);
        else
            m_canvas->select(m_part.box, m_part.column);
        if (name != pressAction())
            m_canvas->setFocus(Qt::OtherFocusReason);
        else if (m_part.box >= 0 && m_part.column < 0)
            Q_EMIT m_canvas->openRequested(m_part.box);
    }

    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    bool isSelected() const
    {
        if (m_part.line >= 0)
            return m_canvas->selectedLine() == m_part.line;
        return m_canvas->selectedBox() == m_part.box && m_canvas->selectedColumn() == m_part.column;
    }

    QRectF place() const
    {
        const auto &scene = *m_canvas->scene();
        if (m_part.line < 0)
            return m_part.column < 0 ? m_canvas->boxRect(m_part.box)
                                     : m_canvas->view().toPixel(scene.columnRect(
                                         scene.boxes[std::size_t(m_part.box)], m_part.column));
        QPolygonF way;
        for (const auto &point : scene.route(quint32(m_part.line)))
            way.append(QPointF(point.x, point.y));
        return m_canvas->view().toPixel(way.boundingRect().adjusted(0, -1, 0, 1));
    }

    AccessibleCanvas &m_list;
    QPointer<Canvas> m_canvas;
    Part m_part;
};

//! The canvas as a list of the boxes in sight, with their columns, and of the line that is
//! selected. What is selected is among them wherever it is.
class AccessibleCanvas : public QAccessibleWidget
{
public:
    explicit AccessibleCanvas(Canvas &canvas)
        : QAccessibleWidget(&canvas, QAccessible::List)
        , m_canvas(canvas)
    {
        QObject::connect(&canvas, &Canvas::viewChanged, &canvas, [this] { m_isFresh = false; });
        QObject::connect(&canvas, &Canvas::selectionChanged, &canvas,
                         [this] { m_isFresh = false; });
        QObject::connect(&canvas, &Canvas::sceneChanged, &canvas, [this] { forget(); });
    }

    ~AccessibleCanvas() override { forget(); }

    //! The interface of \a part; made when it is first asked for.
    QAccessibleInterface *interfaceOf(const Part &part) const
    {
        auto known = m_ids.constFind(part);
        if (known == m_ids.constEnd())
            known = m_ids.insert(part,
                                 QAccessible::registerAccessibleInterface(new AccessiblePart(
                                     const_cast<AccessibleCanvas &>(*this), m_canvas, part)));
        return QAccessible::accessibleInterface(*known);
    }

    int childCount() const override { return int(parts().size()); }

    QAccessibleInterface *child(int index) const override
    {
        const auto &list = parts();
        return index < 0 || index >= int(list.size()) ? nullptr
                                                      : interfaceOf(list[std::size_t(index)]);
    }

    int indexOfChild(const QAccessibleInterface *one) const override
    {
        const auto *child = dynamic_cast<const AccessiblePart *>(one);
        return child == nullptr ? -1 : indexOf(child->part());
    }

    QAccessibleInterface *focusChild() const override
    {
        if (m_canvas.selectedLine() >= 0)
            return interfaceOf({-1, -1, m_canvas.selectedLine()});
        if (m_canvas.selectedBox() >= 0)
            return interfaceOf({m_canvas.selectedBox(), m_canvas.selectedColumn(), -1});
        return nullptr;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!m_canvas.scene())
            return nullptr;
        const auto pixel = m_canvas.viewport()->mapFromGlobal(QPoint(x, y));
        const int box = m_canvas.scene()->boxAt(m_canvas.view().toScene(pixel));
        const int index = indexOf({box, -1, -1});
        return index < 0 ? nullptr : child(index);
    }

private:
    int indexOf(const Part &part) const
    {
        const auto &list = parts();
        const auto found = std::find(list.begin(), list.end(), part);
        return found == list.end() ? -1 : int(found - list.begin());
    }

    const std::vector<Part> &parts() const
    {
        if (std::exchange(m_isFresh, true))
            return m_parts;
        m_parts.clear();
        if (!m_canvas.scene())
            return m_parts;
        const int selected = m_canvas.selectedBox();
        if (m_canvas.selectedLine() >= 0)
            m_parts.push_back({-1, -1, m_canvas.selectedLine()});
        bool isIn = selected < 0;
        m_canvas.scene()->forEachBox(m_canvas.view().area(), [&](quint32 box) {
            if (m_parts.size() >= mostChildren)
                return;
            m_parts.push_back({int(box), -1, -1});
            isIn = isIn || int(box) == selected;
        });
        if (!isIn)
            m_parts.push_back({selected, -1, -1});
        return m_parts;
    }

    void forget()
    {
        m_isFresh = false;
        for (const auto id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
        m_ids.clear();
    }

    Canvas &m_canvas;
    mutable std::vector<Part> m_parts;
    mutable QHash<Part, QAccessible::Id> m_ids;
    mutable bool m_isFresh = false;
};

QAccessibleInterface *AccessiblePart::parent() const
{
    if (m_canvas == nullptr)
        return nullptr;
    return m_part.column < 0 ? QAccessible::queryAccessibleInterface(m_canvas)
                             : m_list.interfaceOf({m_part.box, -1, -1});
}

QAccessibleInterface *AccessiblePart::child(int index) const
{
    return index < 0 || index >= childCount() ? nullptr
                                              : m_list.interfaceOf({m_part.box, index, -1});
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<Canvas *>(object);
    return canvas != nullptr ? new AccessibleCanvas(*canvas) : nullptr;
}

} // namespace

void installAccessibleCanvas()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace portolan::views::lineage
