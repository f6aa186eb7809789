// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/platformpanel.h"

#include "views/catalog/hitdelegate.h"
#include "views/shared/blocks.h"
#include "views/shared/iconbutton.h"
#include "views/shared/icons.h"
#include "views/shared/messages.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::catalog {
namespace {

using items::PlatformHitModel;

constexpr int stripRow = 44;
constexpr int compactFrom = 620; //!< below, the button has its icon alone

} // namespace

PlatformPanel::PlatformPanel(sync::PlatformSearch &search, QWidget *parent)
    : QWidget(parent)
    , m_search(search)
    , m_model(search)
    , m_strip(new QWidget(this))
    , m_stack(new QStackedWidget)
    , m_list(new RowList)
    , m_empty(new EmptyState)
    , m_note(new ElidedLabel(Elide::Prose))
{
    buildStrip();
    m_list->setAccessibleName(tr("On your platforms"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setTabKeyNavigation(false);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    m_note->setColour(Colour::TextSecondary);
    m_note->setTextFont(Text::Small);
    m_note->setContentsMargins(size::page, 0, size::page, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_stack, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(size::page, size::smallGap, size::page, size::smallGap);
    foot->addWidget(m_note, 1);
    layout->addLayout(foot);
    connectList();
    connect(&m_model, &PlatformHitModel::changed, this, &PlatformPanel::refresh);
    connect(&search, &sync::PlatformSearch::accountsChanged, this, [this] {
        refresh();
        Q_EMIT arranged();
    });
    connect(m_ask, &QPushButton::clicked, this, &PlatformPanel::ask);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_model.stop(); });
    connect(m_close, &QToolButton::clicked, this, &PlatformPanel::shut);
    connect(m_empty, &EmptyState::actionTriggered, this, &PlatformPanel::accountsWanted);
    setOpen(false);
}

void PlatformPanel::buildStrip()
{
    auto *row = new QHBoxLayout(m_strip);
    row->setContentsMargins(size::page, 1, size::buttonPadding, 0);
    row->setSpacing(size::gap);
    m_title = new SafeLabel(tr("On your platforms"));
    m_title->setTextFont(Text::Body, true);
    m_summary = new ElidedLabel(Elide::Prose);
    m_summary->setColour(Colour::TextSecondary);
    m_ask = new KeyButton(u"search"_s, tr("Search on the platforms"),
                          searchPlatformsKeys().toString(QKeySequence::NativeText));
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setAutoDefault(false);
    m_close = iconButton(u"close"_s, tr("Close what the platforms found"));
    row->addWidget(m_title);
    row->addWidget(m_summary, 1);
    row->addWidget(m_stop);
    row->addWidget(m_ask);
    row->addWidget(m_close);
}

void PlatformPanel::connectList()
{
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PlatformPanel::showNote);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &PlatformPanel::showNote);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first) {
                // The first hit is where a person looks, unless they are somewhere already.
                if (!m_list->currentIndex().isValid() || m_list->currentIndex().row() == 0)
                    m_list->setCurrentIndex(m_model.index(first, 0));
            });
}

void PlatformPanel::setQuery(const QString &query)
{
    if (query == m_query)
        return;
    m_query = query;
    refresh();
}

void PlatformPanel::ask()
{
    const bool hasWords = !sync::askedWords(m_query).isEmpty();
    if (hasWords || !hasPlatforms())
        setOpen(true);
    if (hasWords && hasPlatforms())
        m_model.ask(m_query);
    refresh();
    if (part() != nullptr && m_isOpen)
        part()->setFocus(Qt::ShortcutFocusReason);
}

void PlatformPanel::shut()
{
    const bool wasIn = isAncestorOf(window()->focusWidget());
    m_model.clear();
    setOpen(false);
    if (wasIn)
        Q_EMIT left();
}

void PlatformPanel::setOpen(bool open)
{
    m_isOpen = open;
    m_stack->setVisible(open);
    m_note->setVisible(open);
    refresh();
    Q_EMIT arranged();
}

int PlatformPanel::stripHeight() const
{
    return std::max(size::row(stripRow, QFontMetrics(fontOf(Text::Body))),
                    m_ask->sizeHint().height() + size::gap);
}

QWidget *PlatformPanel::part() const
{
    if (!m_isOpen)
        return nullptr;
    return m_stack->currentWidget() == m_list ? static_cast<QWidget *>(m_list) : m_ask;
}

//! The strip: what can be asked for, or what has come of it.
void PlatformPanel::refresh()
{
    const auto words = sync::askedWords(m_query);
    const bool isNew = words != m_model.words();
    m_strip->setFixedHeight(stripHeight());
    m_ask->setEnabled(!words.isEmpty());
    m_ask->setWords(m_model.words().isEmpty() ? tr("Search on the platforms")
                        : isNew               ? tr("Search for the new words")
                                              : tr("Search again"));
    m_ask->setVisible(!m_model.isAsking() || isNew);
    m_stop->setVisible(m_model.isAsking());
    m_close->setVisible(m_isOpen);
    auto summary = m_model.summary();
    if (summary.isEmpty())
        summary = words.isEmpty()
            ? tr("Type words to search for: platforms are not asked for filters")
            : tr("They may have more than is synced here; nothing is sent until you ask");
    m_summary->setText(summary);
    showEmpty();
    showNote();
}

void PlatformPanel::showEmpty()
{
    m_stack->setCurrentWidget(m_list);
    if (const auto &error = m_model.error()) {
        const auto text = ui::errorText(error->kind);
        m_empty->explain(u"status-warn"_s, tr("The platforms could not be asked"),
                         text.what + u' ' + text.remedy);
    } else if (!hasPlatforms()) {
        m_empty->explain(u"pane-accounts"_s, tr("No platform to ask"),
                         tr("None of your accounts has a search of its own. Accounts of DataHub, "
                            "OpenMetadata, Marquez and Entropy Data do."),
                         tr("Add an account"));
    } else {
        return;
    }
    m_stack->setCurrentWidget(m_empty);
}

//! What Enter does with the row under the cursor, and why it is not in the catalogue.
void PlatformPanel::showNote()
{
    const auto index = m_list->currentIndex();
    QString note;
    if (index.isValid() && !index.data(PlatformHitModel::IsHeadRole).toBool()) {
        const auto platform = index.data(PlatformHitModel::PlatformRole).toString();
        const auto why = m_model.whyAbsent(index.row());
        if (why.isEmpty())
            note = tr("In the catalogue. Enter opens its page.");
        else if (index.data(PlatformHitModel::PageRole).toString().isEmpty())
            note = tr("Not in the catalogue. %1").arg(why);
        else
            note = tr("Not in the catalogue. %1 Enter opens its page on %2.").arg(why, platform);
    }
    m_note->setText(note);
    m_note->setAccessibleName(note);
}

void PlatformPanel::activate(const QModelIndex &index, OpenMode mode)
{
    if (!index.isValid())
        return;
    if (index.data(PlatformHitModel::IsHeadRole).toBool()) {
        const auto *error = m_model.errorAt(index.row());
        if (error == nullptr)
            return;
        const bool needsPerson = error->kind == Error::Kind::Unauthorised
            || error->kind == Error::Kind::Keychain || error->kind == Error::Kind::Usage;
        if (needsPerson)
            Q_EMIT accountWanted(index.data(PlatformHitModel::AccountRole).toString());
        else
            m_model.askAgain();
        return;
    }
    const auto cached = index.data(PlatformHitModel::CachedRole).toUuid();
    const auto page = index.data(PlatformHitModel::PageRole).toString();
    if (!cached.isNull())
        Q_EMIT openRequested(cached, mode);
    else if (!page.isEmpty())
        openExternal(this, page);
}

bool PlatformPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            activate(m_list->currentIndex(),
                     key->modifiers().testFlag(Qt::ControlModifier) ? OpenMode::Background
                                                                    : OpenMode::Tab);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            if (m_model.isAsking())
                m_model.stop();
            else
                shut();
            return true;
        }
    }
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonDblClick) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton)
            activate(m_list->indexAt(mouse->position().toPoint()), OpenMode::Tab);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PlatformPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_ask->setCompact(width() < compactFrom);
}

void PlatformPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto tokens = tokensOf(this);
    painter.fillRect(rect(), tokens(Colour::Base));
    painter.fillRect(QRect(0, 0, width(), m_strip->height()), tokens(Colour::Window));
    painter.fillRect(QRect(0, 0, width(), 1), tokens(Colour::Border));
    if (m_isOpen)
        painter.fillRect(QRect(0, m_strip->height() - 1, width(), 1), tokens(Colour::Border));
}

} // namespace portolan::views::catalog
