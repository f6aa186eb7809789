// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace portolan::views {

//! Shows a description that somebody else wrote as Markdown: without HTML, without images, without
//! opening anything by itself; links go through openExternal(). Long texts are cut and can be seen
//! whole as plain text. It is as high as its text and leaves scrolling to the page.
class SafeMarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit SafeMarkdownView(QWidget *parent = nullptr);

    //! What to show. It is laid out when the widget is first visible.
    void setDescription(const QString &markdown);

    QVariant loadResource(int type, const QUrl &name) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    bool hasHeightForWidth() const override { return true; }

    int heightForWidth(int width) const override;

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void render();

    QString m_text;
    bool m_rendered = false;
    bool m_whole = false;
};

} // namespace portolan::views
