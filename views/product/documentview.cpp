// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/product/documentview.h"

#include "views/shared/safetext.h"
#include "views/shared/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QTextBlock>

namespace portolan::views::product {

//! The column of line numbers; it only lends its place.
class DocumentView::Numbers : public QWidget
{
public:
    explicit Numbers(DocumentView *view)
        : QWidget(view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintNumbers(event); }

private:
    DocumentView *m_view;
};

DocumentView::DocumentView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new Numbers(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setFont(fontOf(Text::Mono));
    setAccessibleName(tr("The document"));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &DocumentView::arrange);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &DocumentView::markLine);
}

void DocumentView::setText(const QString &text)
{
    setPlainText(visibleText(text));
    arrange();
}

void DocumentView::showLine(int line)
{
    const auto block = document()->findBlockByNumber(line);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    centerCursor();
    markLine();
}

bool DocumentView::findText(const QString &text, bool backward)
{
    if (text.isEmpty())
        return true;
    const auto flags = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (find(text, flags))
        return true;
    const auto before = textCursor();
    moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
    if (find(text, flags))
        return true;
    setTextCursor(before);
    return false;
}

void DocumentView::markLine()
{
    QTextEdit::ExtraSelection line;
    line.format.setBackground(tokensOf(this)(Colour::Hover));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    setExtraSelections({line});
}

int DocumentView::numbersWidth() const
{
    const auto digits = QString::number(std::max(1, blockCount())).size();
    return QFontMetrics(font()).horizontalAdvance(QLatin1Char('9')) * static_cast<int>(digits)
        + 2 * size::gap;
}

void DocumentView::arrange()
{
    const int width = numbersWidth();
    if (isLeftToRight())
        setViewportMargins(width, 0, 0, 0);
    else
        setViewportMargins(0, 0, width, 0);
    const QRect place(contentsRect().left(), contentsRect().top(), width, contentsRect().height());
    m_numbers->setGeometry(QStyle::visualRect(layoutDirection(), contentsRect(), place));
}

void DocumentView::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    const auto tokens = tokensOf(this);
    painter.fillRect(event->rect(), tokens(Colour::Alternate));
    painter.setPen(tokens(Colour::TextSecondary));
    painter.setFont(font());
    auto block = firstVisibleBlock();
    auto top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const auto height = blockBoundingRect(block).height();
        if (block.isVisible() && top + height >= event->rect().top()) {
            painter.drawText(QRectF(0, top, m_numbers->width() - size::gap, height),
                             Qt::AlignRight | Qt::AlignVCenter,
                             QLocale().toString(block.blockNumber() + 1));
        }
        top += height;
        block = block.next();
    }
}

void DocumentView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    arrange();
}

void DocumentView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markLine();
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace portolan::views::product
