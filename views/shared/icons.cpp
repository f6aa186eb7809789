// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/icons.h"

#include <QApplication>
#include <QHash>
#include <QIconEngine>
#include <QPixmapCache>
#include <QSet>
#include <QSvgRenderer>

#include "resources/icons/icons.h"
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

bool pointsAside(const QString &name)
{
    static const QSet<QString> directional{
        u"back"_s,          u"forward"_s,      u"chevron-left"_s, u"chevron-right"_s,
        u"send"_s,          u"undo"_s,         u"redo"_s,         u"upstream"_s,
        u"downstream"_s,    u"sign-in"_s,      u"sign-out"_s,     u"path"_s,
        u"open-external"_s, u"pane-lineage"_s, u"inspector"_s,    u"pane-catalogue"_s};
    return directional.contains(name);
}

//! The icon at \a pixels device pixels, from the cache where it was painted before. Parsing is put
//! off until an icon is shown: all of them at once would cost a fifth of a second.
QPixmap render(const QString &name, int pixels, const QColor &colour)
{
    const bool mirrored = QApplication::isRightToLeft() && pointsAside(name);
    const auto key = u"portolan/%1/%2/%3/%4"_s.arg(name)
                         .arg(pixels)
                         .arg(colour.name(QColor::HexArgb))
                         .arg(mirrored);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    // Qt's renderer paints currentColor black.
    auto bytes = resources::iconBytes(name);
    bytes.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(bytes);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        if (mirrored) {
            painter.translate(pixels, 0);
            painter.scale(-1, 1);
        }
        renderer.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class IconEngine final : public QIconEngine
{
public:
    IconEngine(QString name, std::optional<Colour> normal)
        : m_name(std::move(name))
        , m_normal(normal)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, rect, m_name, std::min(rect.width(), rect.height()),
                  colourFor(mode, state));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return render(m_name, std::min(size.width(), size.height()), colourFor(mode, state));
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    QIconEngine *clone() const override { return new IconEngine(m_name, m_normal); }

    QString key() const override { return u"portolan"_s; }

    QString iconName() override { return m_name; }

    bool isNull() override { return m_name.isEmpty(); }

private:
    QColor colourFor(QIcon::Mode mode, QIcon::State state) const
    {
        const auto tokens = tokensOf(QApplication::palette());
        if (mode == QIcon::Disabled)
            return tokens(Colour::TextDisabled);
        if (m_normal)
            return tokens(*m_normal);
        const bool strong = mode == QIcon::Selected || state == QIcon::On;
        return tokens(strong ? Colour::Text : Colour::TextSecondary);
    }

    QString m_name;
    std::optional<Colour> m_normal;
};

QString assetIcon(const QString &type)
{
    static const QHash<QString, QString> known{
        {u"view"_s, u"kind-view"_s},
        {u"model"_s, u"kind-model"_s},
        {u"seed"_s, u"kind-model"_s},
        {u"snapshot"_s, u"kind-model"_s},
        {u"source"_s, u"kind-source"_s},
        {u"topic"_s, u"kind-topic"_s},
        {u"stream"_s, u"kind-topic"_s},
        {u"file"_s, u"kind-file"_s},
        {u"bucket"_s, u"kind-file"_s},
        {u"dashboard"_s, u"kind-dashboard"_s},
        {u"exposure"_s, u"kind-dashboard"_s},
        {u"job"_s, u"kind-job"_s},
        {u"api"_s, u"kind-api"_s},
        {u"rest"_s, u"kind-api"_s},
    };
    return known.value(type.toLower(), u"kind-table"_s);
}

QString portIcon(const QString &type)
{
    static const QHash<QString, QString> known{{u"rest"_s, u"port-rest"_s},
                                               {u"sql"_s, u"port-sql"_s},
                                               {u"stream"_s, u"port-stream"_s},
                                               {u"file"_s, u"port-file"_s}};
    return known.value(type.toLower(), u"kind-port"_s);
}

} // namespace

QIcon icon(const QString &name, std::optional<Colour> normal)
{
    return QIcon(new IconEngine(name, normal));
}

QPixmap iconPixmap(const QString &name, int size, const QColor &colour, qreal ratio)
{
    auto pixmap = render(name, int(std::ceil(size * ratio)), colour);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRect &rect, const QString &name, int size,
               const QColor &colour)
{
    // The painter's own scale, not the device's: a widget that is rendered into a picture is asked
    // for more pixels than it has itself.
    const auto ratio = std::max(1.0, std::abs(painter->deviceTransform().m11()));
    const QPoint corner(rect.x() + (rect.width() - size) / 2,
                        rect.y() + (rect.height() - size) / 2);
    painter->drawPixmap(corner, iconPixmap(name, size, colour, ratio));
}

QString iconNameOf(domain::EntityKind kind, const QString &type)
{
    using domain::EntityKind;
    if (kind == EntityKind::Asset)
        return assetIcon(type);
    if (kind == EntityKind::Port)
        return portIcon(type);
    return u"kind-"_s + domain::kindWord(kind);
}

} // namespace portolan::views
