// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shared/safemarkdownview.h"

#include "views/shared/safetext.h"
#include "views/shared/tokens.h"

#include <QEvent>
#include <QImage>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::Literals::StringLiterals;

namespace portolan::views {
namespace {

constexpr qsizetype longest = 64 * 1024;
// As plain text a document is still laid out whole; beyond this the window would stand still.
constexpr qsizetype longestPlain = 512 * 1024;
// Nested marks cost quadratic time in the parser; no honest description is nested that deep.
constexpr int deepest = 32;

const auto wholeLink = u"portolan:whole"_s;

bool isNestedTooDeep(const QString &text)
{
    // Not more than is needed: a repetition without an end gives up on a text that is long enough.
    static const QRegularExpression marks(
        u"^(?:[ \\t]*(?:[>*+-]|\\d+[.)])[ \\t]*){%1}"_s.arg(deepest),
        QRegularExpression::MultilineOption);
    static const QRegularExpression brackets(u"[\\[(*_`]{%1}"_s.arg(4 * deepest));
    return marks.match(text).hasMatch() || brackets.match(text).hasMatch();
}

} // namespace

SafeMarkdownView::SafeMarkdownView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setTabChangesFocus(true);
    setAccessibleName(tr("Description"));
    auto policy = QSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (url.toString() == wholeLink) {
            m_whole = true;
            render();
        } else {
            openExternal(window(), url.toString(QUrl::FullyEncoded));
        }
    });
}

void SafeMarkdownView::setDescription(const QString &markdown)
{
    m_text = markdown;
    m_whole = false;
    m_rendered = false;
    if (isVisible())
        render();
    else
        updateGeometry();
}

QVariant SafeMarkdownView::loadResource(int, const QUrl &)
{
    // Not a null image: for such a one Qt looks for a file of that name.
    QImage nothing(1, 1, QImage::Format_ARGB32_Premultiplied);
    nothing.fill(Qt::transparent);
    return nothing;
}

void SafeMarkdownView::render()
{
    m_rendered = true;
    document()->setDefaultFont(font());
    if (m_whole) {
        setPlainText(visibleText(m_text.left(longestPlain)));
    } else if (m_text.size() > longest || isNestedTooDeep(m_text)) {
        setPlainText(visibleText(m_text.left(longest / 16)) + u"…\n"_s);
        QTextCursor cursor(document());
        cursor.movePosition(QTextCursor::End);
        QTextCharFormat link;
        link.setAnchor(true);
        link.setAnchorHref(wholeLink);
        link.setForeground(palette().link());
        cursor.insertText(tr("Show the whole text"), link);
    } else {
        document()->setMarkdown(
            visibleText(m_text),
            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownNoHTML
                                            | QTextDocument::MarkdownDialectGitHub));
    }
    updateGeometry();
}

int SafeMarkdownView::heightForWidth(int width) const
{
    if (!m_rendered || width <= 0)
        return fontMetrics().height();
    document()->setTextWidth(width);
    const int height = int(document()->size().height()) + 1;
    // Layouts ask for widths that they then do not give: what is shown stays as wide as its place.
    document()->setTextWidth(viewport()->width());
    return height;
}

QSize SafeMarkdownView::sizeHint() const
{
    return {size::inspectorLeast, heightForWidth(std::max(width(), size::inspectorLeast))};
}

QSize SafeMarkdownView::minimumSizeHint() const
{
    return {size::labelColumn, heightForWidth(std::max(width(), size::labelColumn))};
}

void SafeMarkdownView::showEvent(QShowEvent *event)
{
    if (!m_rendered)
        render();
    QTextBrowser::showEvent(event);
}

void SafeMarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void SafeMarkdownView::changeEvent(QEvent *event)
{
    const auto type = event->type();
    if ((type == QEvent::PaletteChange || type == QEvent::FontChange) && m_rendered)
        render();
    QTextBrowser::changeEvent(event);
}

void SafeMarkdownView::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace portolan::views
