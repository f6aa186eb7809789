// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/blocks.h"

#include "views/shared/icons.h"
#include "views/shared/messages.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

constexpr int emptyTop = 128;
constexpr int emptyWidth = 472;
// Longer values are cut: a page is no place to read a megabyte, and the native document has it.
constexpr qsizetype longestValue = 4000;
constexpr int longestKeyWord = 20; // as many letters of a key take room from the values, no more

QString cutValue(const QString &value)
{
    return value.size() > longestValue ? value.left(longestValue) + u'…' : value;
}

//! A key, which may be what somebody called an account: one long word does not widen the page.
class KeyLabel : public SafeLabel
{
public:
    using SafeLabel::SafeLabel;

    QSize minimumSizeHint() const override
    {
        const auto least = SafeLabel::minimumSizeHint();
        return {std::min(least.width(), longestKeyWord * fontMetrics().averageCharWidth()),
                least.height()};
    }
};

} // namespace

KeyValueGrid::KeyValueGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(size::gap);
    m_grid->setVerticalSpacing(size::smallGap);
    m_grid->setColumnMinimumWidth(0, size::labelColumn);
    m_grid->setColumnStretch(1, 1);
}

void KeyValueGrid::clear()
{
    while (auto *item = m_grid->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_rows = 0;
}

void KeyValueGrid::add(const QString &key, const QString &value)
{
    if (value.isEmpty())
        return;
    const auto shown = visibleText(cutValue(value));
    auto *label = new SafeLabel(this);
    label->setBreakableText(shown);
    label->setAccessibleName(key + u": "_s + shown);
    label->setSelectable(true);
    addWidget(key, label);
}

void KeyValueGrid::addLine(const QString &key, const QString &value, Elide elide)
{
    if (value.isEmpty())
        return;
    auto *label = new ElidedLabel(elide, this);
    label->setText(cutValue(value));
    addWidget(key, label);
}

void KeyValueGrid::addLink(const QString &key, const QString &text, const QString &address)
{
    if (address.isEmpty())
        return add(key, text);
    auto *link =
        new LinkButton(visibleText(text.isEmpty() ? address : text).left(longestValue), this);
    setSafeToolTip(link, address);
    connect(link, &QAbstractButton::clicked, this,
            [this, address] { openExternal(window(), address); });
    addWidget(key, link);
}

void KeyValueGrid::addWidget(const QString &key, QWidget *value)
{
    auto *label = new KeyLabel(key, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    label->setWordWrap(true);
    m_grid->addWidget(label, m_rows, 0);
    m_grid->addWidget(value, m_rows, 1, Qt::AlignTop);
    if (qobject_cast<LinkButton *>(value))
        m_grid->setAlignment(value, Qt::AlignLeading | Qt::AlignTop);
    ++m_rows;
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel({}, size::emptyIcon, Colour::TextSecondary, this))
    , m_title(new SafeLabel(this))
    , m_why(new SafeLabel(this))
    , m_action(new QPushButton(this))
{
    m_title->setTextFont(Text::Body, true);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_why->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_why->setWordWrap(true);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_why->setMaximumWidth(emptyWidth);
    m_action->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::page, emptyTop, size::page, size::page);
    column->setSpacing(size::gap);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(size::gap);
    column->addWidget(m_title);
    auto *prose = new QHBoxLayout;
    prose->addStretch(1);
    prose->addWidget(m_why, 100);
    prose->addStretch(1);
    column->addLayout(prose);
    column->addSpacing(size::smallGap);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::explain(const QString &iconName, const QString &title, const QString &why,
                         const QString &action)
{
    m_icon->setIconName(iconName);
    m_title->setText(visibleText(title));
    m_why->setText(visibleText(why));
    m_why->setVisible(!why.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(true);
}

ErrorNote::ErrorNote(QWidget *parent)
    : QWidget(parent)
    , m_what(new SafeLabel(this))
    , m_why(new SafeLabel(this))
    , m_details(new SafeLabel(this))
    , m_action(new QPushButton(this))
    , m_copy(new QPushButton(tr("Copy details"), this))
    , m_fold(new QPushButton(tr("Details"), this))
{
    m_what->setTextFont(Text::Body, true);
    m_what->setWordWrap(true);
    m_why->setWordWrap(true);
    m_details->setTextFont(Text::Mono);
    m_details->setWordWrap(true);
    m_details->setSelectable(true);
    m_details->hide();
    m_copy->setIcon(icon(u"copy"_s));
    m_fold->setCheckable(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(size::gap);
    for (auto *button : {m_action, m_copy, m_fold})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(size::gap);
    column->addWidget(m_what);
    column->addWidget(m_why);
    column->addLayout(buttons);
    column->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(size::page + size::selectionBar, size::buttonPadding, size::page,
                            size::buttonPadding);
    row->setSpacing(size::gap);
    auto *octagon = new IconLabel(u"status-breach"_s, size::icon, Colour::StatusBreach, this);
    row->addWidget(octagon, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    connect(m_action, &QPushButton::clicked, this, &ErrorNote::actionTriggered);
    connect(m_fold, &QPushButton::toggled, m_details, &QWidget::setVisible);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_copied); });
    hide();
}

void ErrorNote::report(const QString &what, const Error &error, const QString &action)
{
    const auto words = ui::errorText(error.kind);
    report(what, words.what + u' ' + words.remedy, error.detail, action);
}

void ErrorNote::report(const QString &what, const QString &why, const QString &details,
                       const QString &action)
{
    const QStringList parts{visibleText(cutValue(what)), visibleText(cutValue(why)),
                            visibleText(cutValue(details))};
    m_copied = parts.join(u'\n');
    m_what->setText(parts.at(0));
    // Words of servers are in it: what has no spaces must not make the window wider.
    m_why->setBreakableText(parts.at(1));
    m_details->setText(parts.at(2));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_fold->setVisible(!details.isEmpty());
    m_details->setVisible(m_fold->isChecked() && !details.isEmpty());
    setVisible(true);
}

void ErrorNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    painter.fillRect(rect(), tokens(Colour::Alternate));
    painter.fillRect(
        QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, size::selectionBar, height())),
        tokens(Colour::StatusBreach));
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens(Colour::Border));
}

FlowRow::FlowRow(QWidget *parent)
    : QWidget(parent)
{
    auto policy = QSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowRow::clear()
{
    for (auto *widget : std::as_const(m_widgets)) {
        widget->hide();
        widget->deleteLater();
    }
    m_widgets.clear();
    updateGeometry();
}

void FlowRow::add(QWidget *widget)
{
    widget->setParent(this);
    widget->show();
    m_widgets.append(widget);
    arrange(width(), true);
    updateGeometry();
}

void FlowRow::setTags(const QStringList &tags)
{
    clear();
    for (const auto &tag : tags)
        add(new TagLabel(tag, this));
}

int FlowRow::arrange(int width, bool move) const
{
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    for (auto *widget : m_widgets) {
        const auto hint = widget->sizeHint();
        const int w = std::min(hint.width(), std::max(width, 1));
        if (x > 0 && x + w > width) {
            x = 0;
            y += lineHeight + size::smallGap;
            lineHeight = 0;
        }
        if (move) {
            widget->setGeometry(QStyle::visualRect(layoutDirection(), QRect(0, 0, width, height()),
                                                   QRect(x, y, w, hint.height())));
        }
        x += w + size::gap;
        lineHeight = std::max(lineHeight, hint.height());
    }
    return y + lineHeight;
}

int FlowRow::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize FlowRow::sizeHint() const
{
    int width = 0;
    for (auto *widget : m_widgets)
        width += widget->sizeHint().width() + size::gap;
    return {width, arrange(std::max(width, 1), false)};
}

QSize FlowRow::minimumSizeHint() const
{
    return {0, arrange(std::max(width(), 1), false)};
}

void FlowRow::resizeEvent(QResizeEvent *)
{
    arrange(width(), true);
}

void FlowRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        arrange(width(), true);
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

} // namespace portolan::views
