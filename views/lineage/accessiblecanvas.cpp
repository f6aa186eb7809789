// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lineage/accessiblecanvas.h"

#include "views/lineage/canvas.h"

#include <QAccessibleWidget>
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::lineage {
namespace {

constexpr std::size_t mostChildren = 400; //!< of a list that somebody reads box by box

//! One box in sight.
class AccessibleBox : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    AccessibleBox(Canvas &canvas, int box)
        : m_canvas(&canvas)
        , m_box(box)
    {
    }

    bool isValid() const override
    {
        return m_canvas != nullptr && m_canvas->scene() != nullptr
            && m_box < int(m_canvas->scene()->boxes.size());
    }

    QObject *object() const override { return nullptr; }

    QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }

    QAccessibleInterface *child(int) const override { return nullptr; }

    int childCount() const override { return 0; }

    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text which) const override
    {
        if (!isValid())
            return {};
        if (which == QAccessible::Name)
            return m_canvas->scene()->boxes[std::size_t(m_box)].label;
        return which == QAccessible::Description ? m_canvas->describe(m_box) : QString();
    }

    void setText(QAccessible::Text, const QString &) override { }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const auto rect = m_canvas->boxRect(m_box).toAlignedRect();
        return {m_canvas->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
    }

    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = isValid() && m_canvas->selectedBox() == m_box;
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
        m_canvas->select(m_box);
        if (name == pressAction())
            Q_EMIT m_canvas->openRequested(m_box);
        else
            m_canvas->setFocus(Qt::OtherFocusReason);
    }

    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<Canvas> m_canvas;
    int m_box;
};

//! The canvas as a list of the boxes in sight.
class AccessibleCanvas : public QAccessibleWidget
{
public:
    explicit AccessibleCanvas(Canvas &canvas)
        : QAccessibleWidget(&canvas, QAccessible::List)
        , m_canvas(canvas)
    {
        QObject::connect(&canvas, &Canvas::viewChanged, &canvas, [this] { m_isFresh = false; });
        QObject::connect(&canvas, &Canvas::sceneChanged, &canvas, [this] { forget(); });
    }

    ~AccessibleCanvas() override { forget(); }

    int childCount() const override { return int(boxes().size()); }

    QAccessibleInterface *child(int index) const override
    {
        const auto &list = boxes();
        if (index < 0 || index >= int(list.size()))
            return nullptr;
        const int box = list[std::size_t(index)];
        auto known = m_ids.constFind(box);
        if (known == m_ids.constEnd())
            known = m_ids.insert(
                box, QAccessible::registerAccessibleInterface(new AccessibleBox(m_canvas, box)));
        return QAccessible::accessibleInterface(*known);
    }

    int indexOfChild(const QAccessibleInterface *one) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == one)
                return i;
        }
        return -1;
    }

    QAccessibleInterface *focusChild() const override
    {
        const auto &list = boxes();
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i] == m_canvas.selectedBox())
                return child(int(i));
        }
        return nullptr;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!m_canvas.scene())
            return nullptr;
        const auto pixel = m_canvas.viewport()->mapFromGlobal(QPoint(x, y));
        const int box = m_canvas.scene()->boxAt(m_canvas.view().toScene(pixel));
        const auto &list = boxes();
        const auto found = std::find(list.begin(), list.end(), box);
        return found == list.end() ? nullptr : child(int(found - list.begin()));
    }

private:
    const std::vector<int> &boxes() const
    {
        if (m_isFresh)
            return m_boxes;
        m_isFresh = true;
        m_boxes.clear();
        if (m_canvas.scene()) {
            m_canvas.scene()->forEachBox(m_canvas.view().area(), [this](quint32 box) {
                if (m_boxes.size() < mostChildren)
                    m_boxes.push_back(int(box));
            });
        }
        return m_boxes;
    }

    void forget()
    {
        m_isFresh = false;
        for (const auto id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
        m_ids.clear();
    }

    Canvas &m_canvas;
    mutable std::vector<int> m_boxes;
    mutable QHash<int, QAccessible::Id> m_ids;
    mutable bool m_isFresh = false;
};

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
