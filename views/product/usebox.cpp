// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/usebox.h"

#include "views/shared/icons.h"
#include "views/shared/labels.h"
#include "views/shared/tabs.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views::product {
namespace {

constexpr int mostLines = 14;
constexpr int codePadding = 12;
constexpr qsizetype longestLine = 400;
constexpr qsizetype longestShown = 20000;

//! Key words in the accent's colour, comments in second-rank text.
class CodeColours : public QSyntaxHighlighter
{
public:
    CodeColours(QTextDocument *document, QWidget *widget)
        : QSyntaxHighlighter(document)
        , m_widget(widget)
    {
    }

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression words(
            u"\\b(select|from|where|limit|interval|and|import|as|with|while|if|is|not|None|True)\\b"_s);
        const auto tokens = tokensOf(m_widget);
        auto match = words.globalMatch(text.left(2000));
        while (match.hasNext()) {
            const auto word = match.next();
            setFormat(static_cast<int>(word.capturedStart()),
                      static_cast<int>(word.capturedLength()), tokens(Colour::Link));
        }
        const auto comment = text.indexOf(u"  -- "_s);
        if (comment >= 0)
            setFormat(static_cast<int>(comment), static_cast<int>(text.size() - comment),
                      tokens(Colour::TextSecondary));
    }

private:
    QWidget *m_widget;
};

//! \a text with its lines cut to what is looked at: a name of a megabyte is copied, not laid out.
QString readable(const QString &text)
{
    auto lines = text.left(longestShown).split(u'\n');
    for (auto &line : lines) {
        if (line.size() > longestLine)
            line = line.left(longestLine) + u'…';
    }
    return visibleText(lines.join(u'\n'));
}

bool isCode(items::SnippetKind kind)
{
    return kind != items::SnippetKind::Urn && kind != items::SnippetKind::Markdown;
}

} // namespace

UseBox::UseBox(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_head(new SectionHead(tr("Use it"), this))
    , m_code(new QPlainTextEdit(this))
    , m_copy(nullptr)
{
    auto *copy = new QToolButton(m_code);
    copy->setIcon(icon(u"copy"_s));
    copy->setIconSize({size::inlineIcon, size::inlineIcon});
    copy->setAutoRaise(true);
    copy->setAccessibleName(tr("Copy what is shown"));
    setSafeToolTip(copy, tr("Copy"));
    m_copy = copy;
    m_code->setReadOnly(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_code->setTabChangesFocus(true);
    m_code->document()->setDocumentMargin(codePadding);
    m_code->setAccessibleName(tr("Text to use the port with"));
    m_code->setBackgroundRole(QPalette::AlternateBase);
    new CodeColours(m_code->document(), this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(size::smallGap);
    m_column->addWidget(m_head);
    m_column->addWidget(m_code);
    connect(m_copy, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(currentText()); });
    setVisible(false);
}

void UseBox::setSnippets(const QList<items::Snippet> &snippets)
{
    QList<items::Snippet> code;
    std::copy_if(snippets.begin(), snippets.end(), std::back_inserter(code),
                 [](const auto &snippet) { return isCode(snippet.kind); });
    if (code == m_snippets)
        return;
    m_snippets = code;
    setVisible(!code.isEmpty());
    delete m_segments;
    m_segments = new Segments(this);
    m_segments->setAccessibleName(tr("Ways to use the port"));
    int chosen = 0;
    for (qsizetype i = 0; i < m_snippets.size(); ++i) {
        m_segments->add(items::snippetTitle(m_snippets.at(i).kind));
        if (m_snippets.at(i).kind == m_kind)
            chosen = static_cast<int>(i);
    }
    m_head->addAction(m_segments);
    m_segments->setVisible(m_snippets.size() > 0);
    if (chosen > 0)
        m_segments->setCurrent(chosen);
    connect(m_segments, &Segments::currentChanged, this, [this](int index) {
        m_kind = m_snippets.at(index).kind;
        showCurrent();
    });
    setTabOrder(m_segments, m_code);
    setTabOrder(m_code, m_copy);
    showCurrent();
}

void UseBox::setKind(items::SnippetKind kind)
{
    m_kind = kind;
    for (qsizetype i = 0; m_segments && i < m_snippets.size(); ++i) {
        if (m_snippets.at(i).kind == kind)
            m_segments->setCurrent(static_cast<int>(i));
    }
}

void UseBox::showCurrent()
{
    m_code->setPlainText(readable(currentText()));
    arrange();
}

QString UseBox::currentText() const
{
    const int current = m_segments ? m_segments->current() : -1;
    return current >= 0 && current < m_snippets.size() ? m_snippets.at(current).text : QString();
}

void UseBox::arrange()
{
    m_code->setFont(fontOf(Text::Mono));
    auto palette = m_code->palette();
    palette.setColor(QPalette::Base, tokensOf(this)(Colour::Alternate));
    if (palette != m_code->palette())
        m_code->setPalette(palette);
    const int lines = std::clamp(m_code->blockCount(), 1, mostLines);
    m_code->setFixedHeight(lines * QFontMetrics(m_code->font()).lineSpacing() + 2 * codePadding
                           + 4);
    const QRect corner(m_code->width() - size::control - size::gap, size::gap, size::control,
                       size::control);
    m_copy->setGeometry(QStyle::visualRect(layoutDirection(), m_code->rect(), corner));
}

void UseBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void UseBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        arrange();
    // Colours of words are those of the moment at which they were laid out.
    auto *colours = m_code->document()->findChild<QSyntaxHighlighter *>();
    if (event->type() == QEvent::PaletteChange && colours != nullptr)
        colours->rehighlight();
}

} // namespace portolan::views::product
