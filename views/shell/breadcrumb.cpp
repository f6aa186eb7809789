// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/breadcrumb.h"

#include "views/shared/icons.h"
#include "views/shared/painters.h"
#include "views/shared/safetext.h"
#include "views/shared/style.h"

#include <QAbstractButton>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int chevronGap = 4;
constexpr qsizetype longestPart = 200;

//! One part: a button in the colour of second-rank text, or the place itself.
class Part final : public QAbstractButton
{
public:
    Part(const QString &text, bool last, QWidget *parent)
        : QAbstractButton(parent)
        , m_last(last)
    {
        setText(visibleText(text.left(longestPart)).simplified());
        setShortcut({}); // an ampersand in a name is no key
        setAccessibleName(this->text());
        setFocusPolicy(last ? Qt::NoFocus : Qt::TabFocus);
        setCursor(last ? Qt::ArrowCursor : Qt::PointingHandCursor);
        if (last)
            setSafeToolTip(this, text);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontOf(Text::Body, m_last));
        return {metrics.horizontalAdvance(text()) + 2 * chevronGap, size::control};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const auto tokens = tokensOf(this);
        const bool strong = m_last || underMouse();
        paintText(&painter, rect().adjusted(chevronGap, 0, -chevronGap + 1, 0), text(),
                  {fontOf(Text::Body, m_last),
                   tokens(strong ? Colour::Text : Colour::TextSecondary), Elide::Name});
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
            draw::ring(&painter, rect(), tokens, size::radius);
    }

private:
    bool m_last;
};

} // namespace

Breadcrumb::Breadcrumb(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(size::control);
    setMinimumWidth(size::labelColumn);
}

void Breadcrumb::setCrumbs(const QList<Crumb> &crumbs)
{
    for (auto *part : std::as_const(m_parts)) {
        part->hide();
        part->deleteLater();
    }
    m_parts.clear();
    m_crumbs = crumbs;
    for (qsizetype i = 0; i < crumbs.size(); ++i) {
        auto *part = new Part(crumbs.at(i).text, i == crumbs.size() - 1, this);
        connect(part, &QAbstractButton::clicked, this, [this, i] {
            if (i + 1 < m_crumbs.size())
                Q_EMIT chosen(m_crumbs.at(i));
        });
        m_parts.append(part);
    }
    auto *folded = new Part(u"…"_s, false, this);
    folded->setAccessibleName(tr("Parts that do not fit"));
    connect(folded, &QAbstractButton::clicked, this, &Breadcrumb::openFolded);
    m_parts.append(folded);
    arrange();
}

void Breadcrumb::openFolded()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 1; i + 1 < m_crumbs.size(); ++i) {
        auto text = visibleText(m_crumbs.at(i).text.left(longestPart));
        menu->addAction(text.replace(u'&', u"&&"_s), this,
                        [this, crumb = m_crumbs.at(i)] { Q_EMIT chosen(crumb); });
    }
    menu->popup(mapToGlobal(QPoint(0, height())));
}

void Breadcrumb::arrange()
{
    const int count = int(m_crumbs.size());
    if (m_parts.isEmpty())
        return;
    const int step = size::inlineIcon;
    int wanted = 0;
    for (int i = 0; i < count; ++i)
        wanted += m_parts.at(i)->sizeHint().width() + (i > 0 ? step : 0);
    const bool fold = wanted > width() && count > 2;
    QList<int> shown;
    for (int i = 0; i < count; ++i) {
        if (!fold || i == 0 || i == count - 1)
            shown.append(i);
        if (fold && i == 0)
            shown.append(count); // the folded ones
    }
    for (auto *part : std::as_const(m_parts))
        part->hide();
    int x = 0;
    for (const int i : std::as_const(shown)) {
        auto *part = m_parts.at(i);
        const int room = std::max(0, width() - x);
        const int wide = std::min(part->sizeHint().width(), room);
        part->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, wide, height())));
        part->show();
        x += wide + step;
    }
    update();
}

void Breadcrumb::resizeEvent(QResizeEvent *)
{
    arrange();
}

void Breadcrumb::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colour = tokensOf(this)(Colour::TextSecondary);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    for (qsizetype i = 0; i + 1 < m_parts.size(); ++i) {
        // The folded button is last in the list, but stands second: every part but the first has
        // its chevron before it.
        const auto *part = m_parts.at(i);
        if (i == 0 || !part->isVisibleTo(this))
            continue;
        const auto place = part->geometry();
        const int x = mirrored ? place.right() + 1 : place.left() - size::inlineIcon;
        paintIcon(&painter, QRect(x, 0, size::inlineIcon, height()), u"chevron-right"_s,
                  size::inlineIcon, colour);
    }
    const auto *folded = m_parts.isEmpty() ? nullptr : m_parts.last();
    if (folded != nullptr && folded->isVisibleTo(this)) {
        const auto place = folded->geometry();
        const int x = mirrored ? place.right() + 1 : place.left() - size::inlineIcon;
        paintIcon(&painter, QRect(x, 0, size::inlineIcon, height()), u"chevron-right"_s,
                  size::inlineIcon, colour);
    }
}

} // namespace portolan::views::shell
