// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/commandpalette.h"

#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/painters.h"
#include "views/shell/palettedelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::shell {
namespace {

constexpr int shadow = 16; // room for it at the sides and below
constexpr int fromTop = 8;
constexpr int fromSides = 32;
constexpr int fieldHeight = 48;
constexpr int footHeight = 32;
constexpr int mostRows = 12; // nine to choose, and their heads
constexpr int pageStep = 8;

//! A hint at the foot: a key cap and what it does.
class KeyHint final : public QWidget
{
public:
    KeyHint(const QString &key, const QString &text, QWidget *parent)
        : QWidget(parent)
        , m_key(key)
        , m_text(text)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontOf(Text::Small));
        return {keyWidth(metrics) + size::smallGap + metrics.horizontalAdvance(m_text) + 2,
                metrics.height() + 4};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QFontMetrics metrics(fontOf(Text::Small));
        const int key = keyWidth(metrics);
        const auto spot = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, key, height()));
        paintKey(&painter, spot, m_key, palette());
        const auto words = rect().adjusted(key + size::smallGap, 0, 0, 0);
        paintText(&painter, QStyle::visualRect(layoutDirection(), rect(), words), m_text,
                  {fontOf(Text::Small), tokensOf(this)(Colour::TextSecondary), Elide::Prose});
    }

private:
    int keyWidth(const QFontMetrics &metrics) const
    {
        return metrics.horizontalAdvance(m_key) + 2 * size::unit + 2;
    }

    QString m_key;
    QString m_text;
};

} // namespace

CommandPalette::CommandPalette(items::CatalogSource &source, QWidget *window)
    : QWidget(window)
    , m_model(source)
    , m_field(new QLineEdit(this))
    , m_note(new SafeLabel(this))
    , m_list(new QListView(this))
    , m_foot(makeFoot())
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Search and commands"));
    m_field->setFrame(false);
    m_field->setAccessibleName(tr("Search the mesh"));
    m_field->setPlaceholderText(tr("Search the mesh, or type > @ # /"));
    m_field->setFont(fontOf(Text::Body));
    m_note->setTextFont(Text::Small);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false); // the ground is the popup's
    auto *top = new QHBoxLayout;
    top->setContentsMargins(size::page, 0, size::page, 0);
    top->setSpacing(size::buttonPadding);
    top->addWidget(new IconLabel(u"search"_s, size::icon, Colour::TextSecondary, this));
    top->addWidget(m_field, 1);
    top->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(shadow + 1, 1, shadow + 1, shadow + 1);
    column->setSpacing(0);
    column->addLayout(top);
    m_field->setMinimumHeight(fieldHeight);
    column->addWidget(new Line(Qt::Horizontal, this));
    column->addWidget(m_list);
    column->addWidget(new Line(Qt::Horizontal, this));
    column->addWidget(m_foot);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, &m_model, &items::PaletteModel::setText);
    connect(&m_model, &items::PaletteModel::rowsChanged, this, &CommandPalette::rowsChanged);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        choose(QApplication::keyboardModifiers() & Qt::ControlModifier ? OpenMode::Background
                                                                       : OpenMode::Tab);
    });
    hide();
}

QWidget *CommandPalette::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(size::page, 0, size::page, 0);
    row->setSpacing(size::page);
    foot->setMinimumHeight(footHeight);
    row->addWidget(new KeyHint(u"↵"_s, tr("open"), foot));
    row->addWidget(new KeyHint(u"Ctrl+↵"_s, tr("open behind"), foot));
    row->addWidget(new KeyHint(u"→"_s, tr("actions"), foot));
    row->addStretch();
    row->addWidget(new KeyHint(u">"_s, tr("commands"), foot));
    row->addWidget(new KeyHint(u"@"_s, tr("people"), foot));
    row->addWidget(new KeyHint(u"#"_s, tr("tags"), foot));
    row->addWidget(new KeyHint(u"/"_s, tr("domains"), foot));
    return foot;
}

void CommandPalette::open(const QString &text)
{
    Q_EMIT commandsWanted();
    m_before = window()->focusWidget();
    if (!text.isEmpty())
        m_field->setText(text);
    m_model.setText(m_field->text());
    arrange();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    if (text.isEmpty())
        m_field->selectAll();
    qApp->installEventFilter(this);
}

void CommandPalette::dismiss()
{
    qApp->removeEventFilter(this);
    hide();
    if (m_before != nullptr)
        m_before->setFocus(Qt::PopupFocusReason);
    m_before = nullptr;
}

void CommandPalette::arrange()
{
    const auto *host = parentWidget();
    const int width = std::min(size::palette, host->width() - 2 * fromSides) + 2 * shadow;
    int height = 0;
    for (int row = 0; row < std::min(m_model.rowCount(), mostRows); ++row)
        height += m_list->sizeHintForRow(row);
    m_list->setFixedHeight(
        std::min(height, host->height() - fieldHeight - footHeight - 3 * shadow));
    layout()->activate();
    setGeometry((host->width() - width) / 2, fromTop, width, sizeHint().height());
}

void CommandPalette::rowsChanged()
{
    int first = 0;
    while (first < m_model.rowCount()
           && !(m_model.flags(m_model.index(first)) & Qt::ItemIsSelectable))
        ++first;
    m_list->setCurrentIndex(m_model.index(first));
    m_list->scrollToTop();
    if (!m_model.failure().isEmpty())
        m_note->setText(tr("The search failed"));
    else if (m_model.elapsedMs() < 0)
        m_note->setText({});
    else if (m_model.count() == 0)
        m_note->setText(tr("Nothing found"));
    else if (!m_model.corrected().isEmpty())
        m_note->setText(tr("searched “%1”").arg(m_model.corrected()));
    else if (m_field->text().isEmpty() || m_field->text().startsWith(u'>'))
        m_note->setText({});
    else
        m_note->setText(tr("%n in %1 ms", nullptr, m_model.count())
                            .arg(locale().toString(m_model.elapsedMs(), 'f', 1)));
    if (isVisible())
        arrange();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return key(static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        auto *clicked = static_cast<QWidget *>(watched);
        if (clicked->window() == window() && clicked != this && !isAncestorOf(clicked))
            dismiss();
    }
    return QWidget::eventFilter(watched, event);
}

bool CommandPalette::key(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_PageDown:
        step(pageStep);
        return true;
    case Qt::Key_PageUp:
        step(-pageStep);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(control ? OpenMode::Background : OpenMode::Tab);
        return true;
    case Qt::Key_Right:
        if (m_field->cursorPosition() != m_field->text().size())
            return false;
        openActions();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

void CommandPalette::step(int by)
{
    const int count = m_model.rowCount();
    if (m_model.count() == 0)
        return;
    int row = m_list->currentIndex().row();
    const int direction = by > 0 ? 1 : -1;
    for (int left = std::abs(by); left > 0; --left) {
        do {
            row = (row + direction + count) % count;
        } while (!(m_model.flags(m_model.index(row)) & Qt::ItemIsSelectable));
    }
    m_list->setCurrentIndex(m_model.index(row));
    m_list->scrollTo(m_model.index(std::max(0, row - (row == 1 ? 1 : 0))));
}

void CommandPalette::choose(OpenMode mode)
{
    const auto index = m_list->currentIndex();
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    const auto id = index.data(items::PaletteModel::IdRole).toUuid();
    const auto command = index.data(items::PaletteModel::CommandRole).toString();
    const auto query = index.data(items::PaletteModel::QueryRole).toString();
    // Opening behind lets a person go on choosing.
    if (mode != OpenMode::Background || id.isNull())
        dismiss();
    if (!id.isNull())
        Q_EMIT thingChosen(id, mode);
    else if (!command.isEmpty())
        Q_EMIT commandChosen(command);
    else if (!query.isEmpty())
        Q_EMIT queryChosen(query);
}

void CommandPalette::openActions()
{
    const auto index = m_list->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this] { choose(OpenMode::Tab); });
    if (!index.data(items::PaletteModel::IdRole).toUuid().isNull()) {
        menu->addAction(tr("Open behind"), this, [this] { choose(OpenMode::Background); });
        menu->addAction(icon(u"tear-off"_s), tr("Open in a window of its own"), this,
                        [this] { choose(OpenMode::Window); });
        menu->addAction(icon(u"copy"_s), tr("Copy name"), this, [name = index.data().toString()] {
            QGuiApplication::clipboard()->setText(name);
        });
    }
    const auto place = m_list->visualRect(index);
    menu->popup(m_list->viewport()->mapToGlobal(place.center()));
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto tokens = tokensOf(this);
    const auto box = QRectF(rect()).adjusted(shadow, 0, -shadow, -shadow);
    auto shade = tokens(Colour::Shadow);
    const double strength = shade.alphaF() / (2.0 * shadow);
    painter.setPen(Qt::NoPen);
    for (int i = shadow; i > 0; --i) {
        shade.setAlphaF(float(strength));
        painter.setBrush(shade);
        painter.drawRoundedRect(box.adjusted(-i, i / 2.0, i, i), size::radius + i,
                                size::radius + i);
    }
    painter.setPen(tokens(Colour::BorderStrong));
    painter.setBrush(tokens(Colour::Popup));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), size::radius, size::radius);
}

} // namespace portolan::views::shell
